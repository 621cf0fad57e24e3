"""Which date phrase of a sentence dates what it reports: the act's own, or only the day on which it was spoken of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from timeline.reading.extract.day.other_scenes import HARM, only_reported_then, tells_another_deed
from timeline.reading.extract.day.speech import of_speech
from timeline.reading.extract.day.toll_days import days_before, is_of_a_toll
from timeline.reading.extract.force.force import ACT, ARMS, KINETIC_ACT, WRECK, any_of
from timeline.reading.extract.sentence.draft import DateHold
from timeline.reading.extract.sentence.line import Line
from timeline.when import AnchorKind, TimeMention, TimexType, When

_CLAUSE_MARK = re.compile(
    r"[;:“”\"]|,\s+(?:and|but|while|where)\b|\band\s+(?=\w+ed\b|blew\b|went\b|hit\b|struck\b|fell\b)"
    r"|\b(?:after|before)\s"
)
_BOUNDS = re.compile(r"\s+(?:(?:that|which)\s+)?(?:end(?:ed|ing|s)|to|through)\s+(?:on\s+)?", re.IGNORECASE)
_OF_THE_ACT = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")
_ACT_NOUN = re.compile(rf"(?:['’]s)?\s+(?:[a-z-]+\s+){{0,2}}?(?:{any_of([ACT, KINETIC_ACT]).pattern})(?=\W)")
_BEFORE_THEN = re.compile(
    r"\bthe\s+(?:day|week|month|year|previous\s+\w+)\s+before\b|\bthe\s+previous\s+(?:day|week|month|year)\b"
    r"|\b(?:days|weeks|months|years)\s+(?:before|earlier)\b",
    re.IGNORECASE,
)
_HOURS_OFF = re.compile(r"\b(?:minutes|hours?)\s+(?:earlier|before|later|afterwards|ago)\b", re.IGNORECASE)
_IS_RECALLED = re.compile(  # "a shell once hit her kitchen", "in an earlier attack on the town"
    r"(?<!more\s)(?<!than\s)(?<!at\s)\bonce\s+(?!(?:it|that|at|most|what|not|out)\b)"
    r"(?=[a-z]+(?:ed|t)\b|str(?:uck|ike)|fell|blew|had\b)|\b(?:an|one|another)\s+(?:earlier|previous|prior|past)\s+"
    r"(?:[\w-]+\s+){0,2}(?:attack|strike|raid|bombing|shelling|assault|bombardment)\b"
    r"|\b(?:at\s+the\s+start\s+of|early\s+in|earlier\s+in)\s+the\s+war\b",
    re.IGNORECASE,
)
_DAY_OF_A_WAR = re.compile(  # nobody says when it began
    r"\b(?:on|in|during)\s+the\s+(?:very\s+)?(?:[a-z]+(?:st|nd|rd|th)|\d+(?:st|nd|rd|th)|opening|last|final|early)\s+"
    r"(?:days?|nights?|weeks?|months?|year|hours?)\s+of\s+(?:the|its|this|that|their)\s+(?:[\w-]+\s+)?(?:war|invasion|siege"
    r"|offensive|conflict|uprising|campaign|fighting|truce|ceasefire|revolt|occupation)\b",
    re.IGNORECASE,
)
_WHERE_IT_HAD = re.compile(  # before the day on which somebody came: "visited Uman on Tuesday, where a missile had"
    r",?\s+(?:where|in\s+which|at\s+which)\s[^,;:.]*?\bhad\b[^,;:.]*$", re.IGNORECASE
)
_RECALL_REACH = 60  # characters before the act in which it is said to be long past
_ABOUT = re.compile(
    r"\b(?:into|over|about|regarding|concerning|for)\s+(?:the\s+|an?\s+|this\s+|that\s+)?$", re.IGNORECASE
)
_OF_A_RANKING = re.compile(  # "among the bloodiest raids on the coast this winter": not the time of this one
    r"\b(?:one\s+of\s+the|(?:in|was|is|becomes?|became|as|marks?|marked|makes?\s+(?:it|this)|making\s+(?:it|this))"
    r"\s+(?:the|its|their|an?))\s+(?:\w+\s+)?(?:[a-z]+est|worst|most\s+\w+|only|first|second|third"
    r"|[a-z]*(?:four|fif|six|seven|eigh|nin|ten)th|\d+(?:st|nd|rd|th))\s+(?:\w+\s+){0,2}"
    r"(?:attack|strike|raid|bombing|bombardment|shelling|blast|explosion|incident|loss|massacre|day|night|week"
    r"|month)(?:s|es)?\b[^.,;:“”\"]*$",
    re.IGNORECASE,
)
_IN_REPLY_TO = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|retaliation|revenge|vengeance|answer|reprisals?)\s+(?:to|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RANKED = re.compile(  # "the worst attack since ...", "seldom have so many died since ..."
    r"\b(?:\w+est|worst|first|second|third|(?:most|least)\s+\w+|seldom|rarely|never|so\s+many)\b[^;:“”\"]*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:[\w'’.“”\"-]+\s+){2,20}?(?:(?:on|in|early|late)\s+)?$", re.IGNORECASE)
_RAIDERS = any_of([ARMS, re.compile(r"\b(?:planes?|jets?|aircraft|helicopters?|guns?|tanks?)\b", re.IGNORECASE)])
_FORMER = re.compile(r"\b(?:earlier|previous|past|former|prior)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_ITS_OWN = re.compile(  # "an earlier strike on Sumy, on Monday"
    r"(?:\s+(?:on|in|at|near|of|against)\s+(?:the\s+)?(?-i:[A-Z])[\w'’-]*(?:\s(?-i:[A-Z])[\w'’-]*)*)?,?\s+"
    r"(?:(?:on|in|at|early|late|last)\s+)*",
    re.IGNORECASE,
)
_LAST_NIGHT = re.compile(r"\blast\s+night\b", re.IGNORECASE)
_OCCASION = re.compile(  # "Monday's cabinet meeting": that day they met
    r"['’]s\s+(?:[\w'’-]+\s+){0,3}?(?:meetings?|sessions?|summit|talks|speech|address|vote|elections?|hearing"
    r"|briefing|debate|ceremony|conference|announcement|statement|decision|deal|agreement|truce|ceasefire|report"
    r"|interview|broadcast|editions?|newspapers?|visit)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:,\s+|\s)(?:who|whom|whose|which|where|that)\s(?!was\s+hit\b)[^,;]*$", re.IGNORECASE)
_IT_HARMED = re.compile(  # "a strike that took place in May", but not "in Dir, which fell in 2009"
    rf",?\s+(?:that|which)\s+(?:has\s+|had\s+|also\s+)?(?=\w)(?:{HARM.pattern}|{WRECK.pattern}|took\s+place\b"
    r"|(?:happened|occurred)\b)",
    re.IGNORECASE,
)
_THAT_WAS = re.compile(  # "this evening's attack ... from the plant that was hit"
    r"\bthe\s+(?:[\w-]+\s+){1,4}(?:that|which)\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_IS_TO = re.compile(  # "homes damaged by the drone can be rebuilt from [Monday]"
    r"[^,;:]*\s(?:can|may|must|should|will|shall|is\s+to|are\s+to)\s+(?!have\b)(?:not\s+)?[a-z]+\b[^,;:]*$",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(rf"(?<=\sin)\s+which\s[^,;]*?\b(?:{HARM.pattern})", re.IGNORECASE)
_DURING = re.compile(r"\bduring\s+(?:\w+\s+)?$", re.IGNORECASE)
_ONE_BREATH = 60  # characters after an act within which "during Monday's visit" tells its day
_DATELINE = re.compile(r"[\W_]*(?:[A-Z][\w.'’/-]*[\s,/(]+){1,6}")  # "SUMY, Ukraine, [November 16]: "
_DATELINE_ENDS = re.compile(r"\s*(?:\([\w ]{2,20}\)\s*)?[:)–—-]")
_AFTER_IT = re.compile(
    r"\s+(?:after|over|following|because\s+of|in\s+response\s+to)\s+(?:[\w'’-]+\s+){0,6}$", re.IGNORECASE
)
_A_WEEK = 5  # days; who reacts within a week or a month to a strike reacts in the week or month of the strike
_OF_AN_ERA = re.compile(  # "toppled after the 2003 US-led invasion": the year is the invasion's
    r"\s+(?:[\w.-]+\s+){0,3}?(?:invasions?|wars?|revolution|uprising|coup|ceasefire|truce|accords?|agreement|deal"
    r"|treaty|annexation|elections?|referendum|occupation|peace\s+process|intifada|world\s+cup|olympics|genocide)\b",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(
    r"\b(?:after|since|before|following|despite|until)\s+(?:the|its|their|[A-Z][\w-]+['’]s)\s+(?:[a-z-]+\s+)?$"
)
THEN = re.compile(r"\W*(?:that|this)\s+was\s+(?:when|the\s+\w+)\b|\W*it\s+was\s+(?:then|when)\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\bso\s+far\s+$", re.IGNORECASE)
_A_YEAR = 365  # days
_SHORTEST_OF_RANKING = 27  # days; "the worst attack of the month", "of this year"
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_WEEK = timedelta(days=7)
_PAST = "day and month: the last one before publication, for it has happened"
LONGEST_OF_NEWS = 31  # days: a longer interval is background, not the news of the day
LONGEST_OF_ONE_EVENT = 366  # days: a longer one is a period


def usable(mention: TimeMention) -> bool:
    """Whether a phrase can date one event: a closed interval of at most a year (duration phrases have none)."""
    return not is_long(mention.when, LONGEST_OF_ONE_EVENT) and mention.type is not TimexType.SET


def is_long(when: When | None, days: int = LONGEST_OF_NEWS) -> bool:
    """Whether an interval is open or longer than so many days: a period, not one event."""
    return when is None or when.days is None or when.days > days


def date_of(line: Line, start: int, end: int) -> tuple[TimeMention | None, DateHold]:
    """Choose the phrase that dates the act at ``start``..``end`` (local offsets): its own, else that of the speech."""
    from_here = start if only_spoken_of(line, start) else 0
    told = [
        t
        for t in line.times
        if not tells_another_deed(line, line.local(t), (start, end))
        and not (_is_of_a_ranking(line, t) or _is_of_a_relative_clause(line, t, end) or _is_of_the_dateline(line, t))
        and not (_opens_a_stretch(line, t, start) and _is_ranked_since(line, t))
        and not _IS_TO.fullmatch(line.text, end, max(end, line.local(t)[0]))
        and not _came_after_it(line, t, end)
    ]
    own = [
        t
        for t in told
        if may_date(line, t)
        and line.local(t)[1] >= from_here
        and not _is_of_another_act(line, t, start)
        and not _opens_a_stretch(line, t, start)
        and not _is_of_an_occasion(line, t, end)
    ]
    own = [
        t for t in own if _OF_THE_ACT.fullmatch(line.text, line.local(t)[1], start)
    ] or own  # "Monday's drone strike"
    grown = [t for t in own if is_of_a_toll(line, t, (start, end))]
    later = [t for t in own if t in grown or _is_of_what_came_later(line, t, (start, end))]
    own = [t for t in own if t not in later]
    if grown and not own and (counted := days_before(line, grown[0], end)):
        return counted, DateHold.OWN
    after = any(_came_after_it(line, t, end) for t in line.times)
    if not own and (later or after or any(_opens_a_stretch(line, t, start) for t in told)):
        return None, DateHold.VAGUE
    reported = [t for t in own if only_reported_then(line, line.local(t), (start, end))]
    own = [t for t in own if t not in reported]
    own = [t for t in own if not any(_holds(t, other) for other in own)]  # "also this week, ... on Wednesday"
    if own:
        return min(own, key=lambda t: _gap(line, t, start, end)), DateHold.OWN
    if answered := time_of_reacting(line, start):
        return answered, DateHold.OWN
    if reported and _BEFORE_THEN.search(line.text, end):
        return None, DateHold.VAGUE
    spoken = [t for t in told if usable(t) and line.local(t)[1] >= from_here]
    if spoken:
        return min(spoken, key=lambda t: _gap(line, t, start, end)), DateHold.SPEECH
    if _IS_RECALLED.search(line.text, max(0, start - _RECALL_REACH), end) or _DAY_OF_A_WAR.search(line.text):
        return None, DateHold.VAGUE
    vague = next((t for t in told if _is_unread(t) and not of_speech(line, t) and not _is_hours_off(line, t)), None)
    return vague, DateHold.VAGUE if vague or THEN.match(line.text) else DateHold.NONE


def _holds(wide: TimeMention, day: TimeMention) -> bool:
    """Whether one phrase names a longer stretch that another of the sentence says the day of."""
    a, b = wide.when, day.when
    if a is None or b is None or a.days is None or b.days is None or a.days <= b.days or a.clock:  # a night is none
        return False
    return bool(a.first and a.last and b.first and b.last and a.first <= b.first and b.last <= a.last)


def not_to_come(mention: TimeMention | None, *, past: bool = False) -> TimeMention | None:
    """Read the day of what has happened as past: on 11 June, "they hit it on June 22" is of the year before.

    So is a weekday where the verb tells the ``past``.
    """
    when = mention.when if mention else None
    anchor = when.anchor if when else None
    if mention is None or when is None or anchor is None or anchor.kind is not AnchorKind.PUBLISHED:
        return mention
    if when.first is None or anchor.last is None or when.first <= anchor.last:
        return mention
    ended = [(first, last) for first, last in when.alternatives if last is not None and last <= anchor.last]
    if past and not ended and _WEEKDAY.search(mention.said) and when.last and when.first - anchor.last <= _WEEK:
        ended = [(when.first - _WEEK, when.last - _WEEK)]
    if len(ended) != 1:
        return mention
    return replace(mention, when=replace(when, first=ended[0][0], last=ended[0][1], alternatives=(), rule=_PAST))


def whole_night(mention: TimeMention | None) -> TimeMention | None:
    """Read "last night" as the whole night, which ends on the day it is told."""
    when = mention.when if mention else None
    if mention is None or when is None or when.days != 1 or when.last is None or not _LAST_NIGHT.search(mention.said):
        return mention
    return replace(mention, when=replace(when, last=when.last + timedelta(days=1)))


def _is_of_another_act(line: Line, mention: TimeMention, start: int) -> bool:
    """Whether the day is of another strike: "the 27 February raid", "hit in reply to Friday's bombardment"."""
    at, _ = line.local(mention)
    if start < at and _IN_REPLY_TO.search(line.text, start, at):
        return True
    noun = _ACT_NOUN.match(line.text, line.local(mention)[1])
    if noun is None or start <= noun.end():
        return False
    return not _THAT_WAS.search(line.text, noun.end(), start)


def _opens_a_stretch(line: Line, mention: TimeMention, start: int) -> bool:
    """Whether the act was some time after that day: "have bombed it since talks broke down on 20 February"."""
    at, _ = line.local(mention)
    since = _SINCE.search(line.text, 0, at)
    if since is None or since.start() <= start < at:
        return False
    return not _RAIDERS.search(line.text, since.start(), at)  # "nine dead since the raid yesterday": of the raid


def _came_after_it(line: Line, mention: TimeMention, end: int) -> bool:
    """Whether the day is that on which somebody came to where it had happened before."""
    at = line.local(mention)[1]
    return at < end and _WHERE_IT_HAD.match(line.text, at, end) is not None


def _is_ranked_since(line: Line, mention: TimeMention) -> bool:
    """Whether the stretch only says among which the act is the worst or the first: that was on no day of it."""
    since = _SINCE.search(line.text, 0, line.local(mention)[0])
    return since is not None and bool(_RANKED.search(line.text, 0, since.start()))


def _is_of_an_occasion(line: Line, mention: TimeMention, after: int) -> bool:
    """Whether the day is that of a meeting or a speech: "at Monday's session", but not "hit during Monday's visit"."""
    at, to = line.local(mention)
    if not _OCCASION.match(line.text, to):
        return False
    beside = after <= at <= after + _ONE_BREATH and "," not in line.text[after:at]
    return not (beside and _DURING.search(line.text, 0, at))


def is_of_an_era(line: Line, mention: TimeMention) -> bool:
    """Whether a year only names what other days are counted from, or all are added up: "after the 2003 invasion"."""
    start, end = line.local(mention)
    if mention.said.casefold().startswith("so far") or _SO_FAR.search(line.text, 0, start):
        return True
    year = is_long(mention.when, _A_YEAR - 1) and _COUNTED_FROM.search(line.text, 0, start)
    return bool(year and _OF_AN_ERA.match(line.text, end))


def _is_of_what_came_later(line: Line, mention: TimeMention, act: tuple[int, int]) -> bool:
    """Whether a former act is named beside a day of something else: "hurt in earlier raids, he left on Monday"."""
    at, _ = line.local(mention)
    former = at >= act[1] and _FORMER.search(line.text, 0, act[0])
    return bool(former) and not _ITS_OWN.fullmatch(line.text, act[1], at)


def may_date(line: Line, mention: TimeMention) -> bool:
    """Whether a phrase can date what its sentence tells: it is no speech's, and no end of a stretch named before it."""
    return (
        usable(mention)
        and not of_speech(line, mention)
        and not _is_bound(line, mention)
        and not _is_of_a_ranking(line, mention)
    )


def _is_of_a_relative_clause(line: Line, mention: TimeMention, after: int) -> bool:
    """Whether a month or a year says something else of the place or the people: "in Dir, where rebels lost in 2009"."""
    at, _ = line.local(mention)
    if at < after or not is_long(mention.when, _SHORTEST_OF_RANKING):
        return False
    relative = _RELATIVE.search(line.text, after, at)
    harmed = relative and any(one.match(line.text, relative.start(), at) for one in (_IT_HARMED, _IN_WHICH))
    return relative is not None and not harmed


def _is_of_the_dateline(line: Line, mention: TimeMention) -> bool:
    """Whether it is the day of publication that stands with the place of filing: "KYIV, 16 November: "."""
    at, end = line.local(mention)
    anchor = mention.when.anchor if mention.when else None
    if anchor is None or mention.when is None or mention.when.first != anchor.last:
        return False
    filed = any(line.local(p)[1] <= at for p in line.places)
    return bool(filed and _DATELINE.fullmatch(line.text, 0, at) and _DATELINE_ENDS.match(line.text, end))


def time_of_reacting(line: Line, start: int) -> TimeMention | None:
    """Find the week or month in which somebody reacted to the act: "called a truce last month after [the raid]"."""
    return next((t for t in line.times if _is_of_reacting(line, t, start)), None)


def _is_of_reacting(line: Line, mention: TimeMention, start: int) -> bool:
    days = mention.when.days if mention.when else None
    near = days is not None and _A_WEEK <= days <= LONGEST_OF_NEWS
    return near and may_date(line, mention) and bool(_AFTER_IT.fullmatch(line.text, line.local(mention)[1], start))


def _is_of_a_ranking(line: Line, mention: TimeMention) -> bool:
    """Whether a month or a year is that of all among whom the event is the worst, or the third."""
    before = line.local(mention)[0]
    return is_long(mention.when, _SHORTEST_OF_RANKING) and bool(_OF_A_RANKING.search(line.text, 0, before))


def _is_bound(line: Line, mention: TimeMention) -> bool:
    """Whether the day only ends a stretch that is named before it: "in the week that ended on Sunday"."""
    start, _ = line.local(mention)
    stretches = (line.local(t)[1] for t in line.times if t.type is TimexType.DURATION and t.when)
    return any(end <= start and _BOUNDS.fullmatch(line.text, end, start) for end in stretches)


def only_spoken_of(line: Line, start: int) -> bool:
    """Whether the act is what somebody acts or speaks about: "opened on Tuesday an inquiry into [the shelling]".

    What stands before it then tells of the speaking, not of the act.
    """
    return bool(_ABOUT.search(line.text, 0, start))


def _is_unread(mention: TimeMention) -> bool:
    """Whether a day was meant that could not be read ("31 February"), or some time past that nobody dates."""
    dated = mention.type in (TimexType.DATE, TimexType.TIME)
    return mention.when is None and dated and mention.value not in ("PRESENT_REF", "FUTURE_REF")


def _is_hours_off(line: Line, mention: TimeMention) -> bool:
    """Whether it was only hours from what was told before, so that its day will do: "a few hours earlier"."""
    return bool(_HOURS_OFF.search(line.text, *line.local(mention)))


def _gap(line: Line, mention: TimeMention, start: int, end: int) -> tuple[int, int]:
    at, to = line.local(mention)
    between = line.text[end:at] if at >= end else line.text[to:start]
    return (len(_CLAUSE_MARK.findall(between)), at - end if at >= end else start - to)
