"""Of how many strikes a sentence tells: of one, of several added up, or of none (a habit, a plan, a fear, a film)."""

from __future__ import annotations

import re

from geo.place import PlaceKind
from timeline.article import Zone
from timeline.event import Specificity
from timeline.reading.extract.day.dating import is_long
from timeline.reading.extract.force.accidents import OFTEN_HIT
from timeline.reading.extract.force.act import AMONG_THEM, Act, is_bare
from timeline.reading.extract.force.force import ACT, ARMS, EFFECT, WEAPON
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import DIGITS, SPELT
from timeline.reading.extract.toll.totals import adds_up, without_comparisons
from timeline.reading.words import finder, phrases

_NOT_OF_WAR = finder(phrases("not_of_war"))
_MANY = finder(phrases("many_strikes"))
_UNREAL = finder(phrases("unreal"))
_MODAL = re.compile(r"(?:w|c|sh)ould\s", re.IGNORECASE)  # "the missile that killed nine could have been shot down"
_WHEN_IT_CAME = re.compile(
    r"\b(?:before|until|since)\s[^,;]{3,30},\s+when\s"
)  # "few could have found it until May, when"
_SUPPOSED = re.compile(r"\bif\b|^had\s", re.IGNORECASE)
_CLAIMED_FOR = re.compile(
    r"\b(?:claimed|took|taken)\s+(?:responsibility|credit)\s+for\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE
)
_BLAMED_FOR = re.compile(  # who is blamed for that of some day did not only plan it
    r"\b(?:blam|condemn|accus|critici[sz]|denounc|blast|fault|rebuk|apologi[sz]|aveng|retaliat|revenge|punish)\w*"
    r"\s+(?:[\w'’-]+\s+){0,6}?for\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an"})
_NEVER_A_VERB = re.compile(r"(?:ing|fire|ment)$", re.IGNORECASE)
_NOT_YET = frozenset(phrases("not_yet"))
_NOT_YET_PHRASE = finder(w for w in phrases("not_yet") if " " in w)
_PRESENT = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+|often\s+)?$", re.IGNORECASE)
_IS_DOING = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+|now\s+|still\s+|again\s+)?$", re.IGNORECASE)
_BEING_SENT = re.compile(r"\b(?:is|are)\s+being\s+$", re.IGNORECASE)  # "rockets are being fired from the hills"
_SPOKEN_OF = re.compile(
    r"\b(?:condemn|discuss|denounc|debat|protest|deplor|decri|critici[sz]|oppos|demand)\w*\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_MANY = re.compile(r"\s+of\s+(?!the\b|an?\b|this\b|that\b)(?:[a-z-]+\s+)?[a-z-]+s\b")
_NO_SUCH = re.compile(r"(?:^|[\s“\"])no\s+(?:other|single|earlier|previous)?\s*(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_EVER_MATCHED = re.compile(
    r"\b(?:has|have|had)\s+(?:ever\s+)?(?:been|killed|caused|matched|done|claimed)\b", re.IGNORECASE
)
_BY_MISTAKE = re.compile(r"\b(?:accidentally|by\s+accident|inadvertently)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_YOU_DO = re.compile(  # a reader who plays or imagines: "you can now order a drone strike"
    r"\byou(?:['’]\w+)?\s+(?:(?:will|can|could|may|must|have|had|then|also|just|ever|first)\s+)*"
    r"(?:(?:call|order|launch|unleash|mount|carr|plan)\w*\s+(?:in\s+|out\s+)?(?:an?\s+|the\s+)?)?$",
    re.IGNORECASE,
)
_PUNISHED_FOR_WORDS = re.compile(
    r"\b(?:fined?|jailed|sentenced|convicted|charged|detained|arrested|prosecuted|sacked|dismissed|expelled)\b"
    r"[^.;]*\b(?:for|over|after)\s+(?:publicly\s+)?(?:saying|posting|writing|claiming|alleging|telling|suggesting"
    r"|spreading|sharing|reporting|asserting)\b",
    re.IGNORECASE,
)
_LOST_TO = re.compile(r"los(?:t|es?)\b", re.IGNORECASE)  # "she lost her house to a missile": nobody says when
_HIT_WORST = re.compile(r"\s+(?:the\s+)?(?:worst|hardest|hard)\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:(?:one|two|three|four|five|seven|eight|nine|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?:three|four|five|ten|\d+)|(?:per\s?cent|percent|half|most|majority)\s+of)\b",
    re.IGNORECASE,
)
_SHARE_HIT = re.compile(
    r"(?:%|\b(?:per\s?cent|percent|half|thirds|quarters))(?!\w)[^,;.]{0,40}\bha(?:s|ve)\s+been\s", re.IGNORECASE
)
_PROTEST = re.compile(
    r"\b(?:(?-i:march)|protest|rall(?:y|ied|ies)|demonstrat|petition|chant|call)\w*\b.*\b"
    r"(?:against|over|at|end(?:ing)?(?:\s+to)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:days|weeks|months|years|decades)\b", re.IGNORECASE)
_APART = re.compile(  # "two days after" is one day, and "three days of mourning" are no days of strikes
    r"\s+(?:after|before|earlier|later|on|of\s+(?:\w+\s+)?mourning)\b", re.IGNORECASE
)
_KEPT_FOR = re.compile(  # how long what came of it lasts: "be held in custody for two months"
    r"\b(?:held|jailed|detained|custody|prison|jail|remanded|sentenced|suspended|shut|closed|banned|postponed|delayed)\b"
    r"[^,.;]{0,30}\bfor\s+(?:at\s+least\s+|another\s+|up\s+to\s+)?$",
    re.IGNORECASE,
)
_RANK = r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+est|worst|(?:most|least)\s+\w+)"
_COUNTED_SINCE = re.compile(rf"{_RANK}\s+(?:[\w'’-]+\s+){{0,6}}since\s", re.IGNORECASE)
_COUNTED_IN = re.compile(  # "for the third time in two months", "the worst in years" is one
    rf"{_RANK}\s+(?:[\w'’-]+\s+){{0,4}}(?:in|for|within)\s+"
    r"(?:(?:almost|nearly|about|around|over|just|under|the|(?:more|less)\s+than)\s+){0,2}$",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(r"\b(?:later|earlier|before|after(?:wards)?|ago|on)$", re.IGNORECASE)
_LASTING = re.compile(  # right before the act
    r"\b(?:days|weeks|months|years)\s+of\s+(?:(?!an?\b|the\b)[\w-]+\s+){0,3}$"
    r"|\b(?:weeks|months|years)-long\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_A_PAST_WAR = re.compile(  # "died in the raids of the last war"
    r"\s+(?:of|in|during)\s+(?:the\s+)?(?:last|first|second|great|cold|civil|gulf|world|[a-z]+an)\s+(?:world\s+)?war\b",
    re.IGNORECASE,
)
_ON_ITS_SETTLEMENTS = re.compile(  # one day's of a region, told as one: "300 shells on nine villages in the district"
    rf"\s+(?:on|against|at)\s+(?:{DIGITS}|{SPELT}|several)\s+(?:[\w-]+\s+)?"
    r"(?:settlements|communities|villages|towns|districts)\s+(?:of|in|across)"
    r"\s+(?:the|this|our)\s+(?:\w+\s+)?(?:region|oblast|district|province|community)\b",
    re.IGNORECASE,
)
_ONE_STRIKE = re.compile(
    rf"\b(?:an?|the|this|that|one|a\s+single)\s+(?:[\w.-]+\s+){{0,4}}?(?:{WEAPON.pattern}|{ACT.pattern})(?<!s)\b", re.I
)
_ON_ONE_THING = re.compile(r"\s+(?:(?:on|at|against)\s+)?(?:an?|one)\s", re.IGNORECASE)
_ONE_THING_WAS = re.compile(r"\b(?:an?|one)\s+(?:[a-z-]+\s+){1,4}(?:was|had\s+been|were)\s+(?:\w+ly\s+)?$")
_HARMED_ONE_THING = re.compile(  # "Russian strikes damaged a school": of one day
    r"(?:\s+\w+ly)?\s+(?:\w+ed|hit|struck|set|left|tore)\b(?:\s+and\s+\w+ed\b)?\s+(?:fire\s+to\s+)?(?:an?|one)\s",
    re.IGNORECASE,
)
_SOME_MORE = re.compile(  # "two more raids were flown on Homs", "there were three strikes in Sumy": of the story's day
    r"\bthere\s+were\s+(?:two|three|four|five|six|[2-6])\s+(?:[\w-]+\s+){0,3}\w+$"
    r"|\b(?:two|three|four|five|six|[2-6])\s+(?:more|further|other|additional|separate)\s+(?:[\w-]+\s+){0,3}\w+$",
    re.IGNORECASE,
)
_MIGHT = re.compile(
    r"(?:\s+[\w'’.-]+){0,6}?\s+(?:could|would|will|may|might|should)\b(?!\s+(?:have|amount|constitute))"
)  # "strikes on Iraq could harm"
_IF_IT_CAME = re.compile(  # "a roof that could not stand up under [a bombing]"
    r"\b(?:could|would|might|may)\s+(?!have\b|be\s+|never\b|later\b)(?:[\w'’-]+\s+){1,7}?(?:an?|any)\s+(?:\w+\s+)?$"
)
_OF_A_DAY = re.compile(r",\s+(?:when|where)\s", re.IGNORECASE)
_FOILED = re.compile(r"(?:foil|thwart)ed\b", re.IGNORECASE)
_BY_GUNNERS = re.compile(  # what they foil was on its way
    r"\bair[\s-]defen[cs]es?\b|\banti-?aircraft\b|\bgunners\b|\binterceptors?\b|\belectronic\s+warfare\b",
    re.IGNORECASE,
)
_CLAUSE_AFTER = re.compile(
    r",\s+(?:and|but|while|as|when|after|before|where)\s|;\s|\b(?:while|after|before|as)\s", re.IGNORECASE
)
_FEARED = re.compile(
    r"\b(?:fears?|worr(?:y|ies)|speculation|hopes?|talk|prospects?|risks?|threats?|chances?|odds|dread|likelihood"
    r"|possibility|dangers?|expectations?)\s+(?:[\w-]+\s+){0,2}?(?:of|that|about)\s+(?:[\w'’-]+\s+){0,3}$"
    r"|\b(?:fear|expect)(?:s|ed|ing)?\s+an?\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\bin\s+the\s+past\s*(?:[,.;:]|$)")
_LATEST_OF = re.compile(  # one of many, and news: "in the latest in a series of such bombings"
    r"\b(?:latest|newest|most\s+recent|second|third|fourth|fifth|another|part)\s+(?:[\w-]+\s+){0,2}?(?:in|of)\s+"
    r"(?:a|the|this|what\s+\w+\s+a)\s+(?:[\w-]+\s+)?(?:series|string|waves?|spate|campaign|run|slew|rash)\s+of\b"
    r"|\b(?:latest|newest|most\s+recent|new|fresh|renewed|first|second|third|fourth|fifth)\s+(?:[\w-]+\s+)?"
    r"(?:series|string|waves?|round)\s+of\b|\b(?:began|begun|opened|started|launched)\s+(?:with\s+)?a\s+"
    r"(?:[\w-]+\s+)?(?:series|string|waves?|round)\s+of\b",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\b(?:series|string|waves?|spate)\s+of\b", re.IGNORECASE)  # of one day they are one event
_SERIES_OF_DAYS = re.compile(  # "a spate of bombings killed 40", "a wave of raids has hit the north": of weeks, perhaps
    r"\bspate\s+of\b|\b(?:series|string|waves?)\s+of\b[^.;]*?\b(?:has|have)\b", re.IGNORECASE
)
_AT_ONCE = re.compile(r"\bwithin\s+(?:\w+\s+){1,3}of\s+(?:each\s+other|one\s+another)\b", re.IGNORECASE)
_EVER_SINCE = re.compile(  # "ports have come under heavier attack since July 17": all that while
    r"\b(?:has|have)\s+(?:[\w'’-]+\s+){0,8}$"
)
_SINCE = re.compile(
    r"[^.;:,]{0,60}?\bsince\s+(?!(?:early\s+|this\s+|the\s+)*(?:morning|dawn|midnight|evening|night|sunrise"
    r"|\d+\s*[ap]\.?m)\b|last\s+night|yesterday|then\b)",
    re.IGNORECASE,
)
_TREND = re.compile(  # more or fewer of them than before: "no let-up in the shelling", "an upsurge in car bombings"
    r"\b(?:let-?up|lull|respite|pause|(?:up)?surge|uptick|spike|rise|increase|decrease|drop|fall|decline|escalation"
    r"|intensification|spread|frequency|intensity|number|pace)\s+(?:in|of|from)\s+(?:[\w'’-]+\s+){0,4}$"
    r"|\b(?:intensif|cranking\s+up|stepp(?:ed|ing)\s+up|slow(?:ed|ing)|eas(?:ed|ing))\w*\s+(?:its|their|the|his)\s+"
    r"(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_EBBS = re.compile(
    r"(?:\s+(?:runs?|raids?|sorties|campaign|missions?))?\s+(?:(?:has|have|had|is|are|was|were)\s+)?(?:\w+ly\s+)?"
    r"(?:eas(?:ed|es|ing)|slow(?:ed|s|ing)|intensif(?:ied|ies|ying)|increas(?:ed|es|ing)|abat(?:ed|es|ing)"
    r"|subsid(?:ed|es|ing)|let\s+up|tail(?:ed|ing)\s+off|di(?:ed|es|ying)\s+down|resum(?:ed|es|ing)"
    r"|escalat(?:ed|es|ing)|dropp(?:ed|ing)\s+off)\b",
    re.IGNORECASE,
)
_TOWNS = (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.SITE)
ON_A_VILLAGE = re.compile(
    r"\s+(?:of\s+)?the\s+(?:[\w-]+\s+)?(?:village|hamlet|town|city|settlement|suburb)\s+of\s+[A-Z]"
)
_NEAR_OBJECT = 40  # characters after the verb in which its object is named
_MANY_SENT = re.compile(
    rf"\b(?:\d[\d,]+|hundreds|dozens|scores|thousands)\s+(?:of\s+)?(?:[\w-]+\s+){{0,3}}?(?:{WEAPON.pattern})",
    re.IGNORECASE,
)
_LONGEST_OF_A_SALVO = 3  # days
_LONGEST_OF_A_COUNTRY = 6  # days: "400 drones at Ukraine this month" adds up many strikes


def specificity_of(
    line: Line, act: Act, *, on_a_day: bool, placed: bool, dated: bool, hurt: bool, fine: bool
) -> Specificity:
    """Say whether the sentence tells one event, adds up several, or tells none.

    ``dated`` is a day or more of its own, ``on_a_day`` so few days that strikes on one place are one event, ``hurt``
    that people were, ``placed`` that a place was, ``fine`` that this lies within a country.
    """
    exact = on_a_day and placed
    one = _LATEST_OF.sub(" ", line.text[: act.end] + OFTEN_HIT.sub(" ", line.text[act.end :]))
    at_once = exact or (hurt and not (dated or _SINCE.search(line.text) or _SERIES_OF_DAYS.search(line.text)))
    text = _AT_ONCE.sub(" ", _SERIES.sub(" ", one) if at_once and fine else one)
    if not dated and (_SHARE_HIT.search(line.text) or (act.intercepted and _FRACTION.search(line.text))):
        return Specificity.AGGREGATE
    if _lasts(line, act, on_a_day=on_a_day, hurt=hurt) or _MANY.search(without_comparisons(text)) or adds_up(line.text):
        return Specificity.AGGREGATE
    if _is_of_no_event(line, act, hurt=hurt, dated=dated) or _is_to_come(line, act, hurt=hurt):
        return Specificity.GENERIC
    if act.salvo and not (on_a_day or hurt) and _is_sum_of_days(line):
        return Specificity.AGGREGATE
    told_as_one = on_a_day and not line.quoted(act.start) and _ON_ITS_SETTLEMENTS.match(line.text, act.end)
    some_more = not dated and _SOME_MORE.search(line.text, 0, act.end)
    told_as_one = told_as_one or (fine and (some_more or _HARMED_ONE_THING.match(line.text, act.end)))
    if act.plural and not (
        told_as_one or hurt or _has_own_day(line, act) or exact or (dated and EFFECT.search(line.text))
    ):
        return Specificity.AGGREGATE
    if (
        not fine
        and dated
        and not (_ONE_STRIKE.search(line.text) or _is_on_one_thing(line, act))
        and all(is_long(t.when, _LONGEST_OF_A_COUNTRY) for t in line.times)
    ):
        return Specificity.AGGREGATE
    return Specificity.EVENT


def _is_on_one_thing(line: Line, act: Act) -> bool:
    """Whether one thing was struck: "attacked a bus station", "an oil depot was bombed"."""
    return bool(_ON_ONE_THING.match(line.text, act.end) or _ONE_THING_WAS.search(line.text, 0, act.start))


def _is_of_no_event(line: Line, act: Act, *, hurt: bool, dated: bool) -> bool:
    """Whether the act is none of its own: a lasting state, what is protested, feared, habitual, imagined, or no war."""
    worst = act.passive and not hurt and _HIT_WORST.match(line.text, act.end) and not ARMS.search(line.text)
    bereft = act.passive and not (hurt or dated) and _LOST_TO.match(line.text, act.start)
    protested = not act.verb and not hurt and _PROTEST.search(line.text, 0, act.start)
    supposed = _MIGHT.match(line.text, act.end) or _IF_IT_CAME.search(line.text, 0, act.start)
    feared = not (act.verb or hurt) and (supposed or _is_only_feared(line, act))
    if worst or bereft or protested or feared:
        return True
    return _is_habit(line, act, dated=dated) or _is_unreal(line, act) or _is_no_war(line, act, hurt=hurt)


def _is_to_come(line: Line, act: Act, *, hurt: bool) -> bool:
    """Whether the words before an act make it one that nobody says has happened: "plans for", "threatened to"."""
    ahead = set(line.words_before(act.start, 1 if act.verb else 2))
    blamed = _BLAMED_FOR.search(line.text, 0, act.start) and any(line.local(t)[0] >= act.end for t in line.times)
    claimed = blamed or _CLAIMED_FOR.search(line.text, 0, act.start)
    if act.refers_back or hurt or claimed or "the" in ahead or _has_own_day(line, act):
        ahead -= {"for"}  # "retaliation for Monday's attack", not "plans for attacks"
    before = line.words_before(act.start, 1)
    if not act.verb and (ahead & _ARTICLES or before in (["the"], ["this"], ["that"]) or (hurt and before == ["to"])):
        ahead -= {"to"}  # "in reply to a strike", "resorted to shelling"
    if _NEVER_A_VERB.search(line.text, act.start, act.end) or (act.verb and is_bare(line, act.start)):
        ahead -= {"to"}  # "subjected to shelling", "managed to shell"
    return bool(_NOT_YET & ahead or _NOT_YET_PHRASE.search(line.text, max(0, act.start - 40), act.start))


def _is_only_feared(line: Line, act: Act) -> bool:
    """Whether it is feared, hoped or talked of: "hopes rose that no attack on the port was coming"."""
    ahead = line.words_before(act.start, 1)
    return ahead != ["the"] and not _has_own_day(line, act) and bool(_FEARED.search(line.text, 0, act.start))


def _is_habit(line: Line, act: Act, *, dated: bool) -> bool:
    """Whether it is told of what goes on or of all such acts: "are shelled", "condemned the bombing of cities"."""
    present = (
        act.passive and _PRESENT.search(line.text, 0, act.start) and not (line.entry or line.zone is Zone.HEADLINE)
    )
    going_on = not dated and _IS_DOING.search(line.text, 0, act.start) and not _is_on_a_town(line, act)
    sent = act.salvo and act.passive and _BEING_SENT.search(line.text, 0, act.start)
    spoken = not act.verb and _SPOKEN_OF.search(line.text, 0, act.start) and _OF_MANY.match(line.text, act.end)
    compared = _NO_SUCH.search(line.text, 0, act.start) and _EVER_MATCHED.search(line.text, act.end)
    return bool(
        present
        or going_on
        or sent
        or spoken
        or compared
        or _BY_MISTAKE.search(line.text, max(0, act.start - 40), act.start)
    )


def _is_on_a_town(line: Line, act: Act) -> bool:
    """Whether a town is named right after the act: "is shelling Kherson", but not "is bombing its neighbour"."""
    if ON_A_VILLAGE.match(line.text, act.end):
        return True
    towns = (line.local(p)[0] for p in line.places if p.place and p.place.kind in _TOWNS)
    return any(act.start <= at <= act.end + _NEAR_OBJECT for at in towns)


def _is_a_trend(line: Line, act: Act) -> bool:
    """Whether it is told only that there were more or fewer such acts: "the shelling has eased", "no lull in raids"."""
    if act.verb or any(line.local(t)[0] >= act.end and t.when and t.when.days == 1 for t in line.times):
        return False
    return bool(_TREND.search(line.text, 0, act.start) or _EBBS.match(line.text, act.end))


def _is_sum_of_days(line: Line) -> bool:
    """Whether many weapons are counted over days or weeks: "1,500 drones at the region in the past week"."""
    days = any(t.when and is_long(t.when, _LONGEST_OF_A_SALVO) for t in line.times)
    return days and bool(_MANY_SENT.search(line.text))


def _is_no_war(line: Line, act: Act, *, hurt: bool) -> bool:
    """Whether it is a test, a drill, a film; people hurt, or "Friday's strike", say otherwise."""
    return not hurt and not _has_own_day(line, act) and bool(_NOT_OF_WAR.search(line.text))


def _lasts(line: Line, act: Act, *, on_a_day: bool, hurt: bool) -> bool:
    """Whether the act goes on for days or weeks that nobody bounds: "for weeks", "months of shelling".

    Beside the day of one act, they tell of something else: "a drone hit a mill on Monday that was shut for months".
    """
    trend = not hurt and _is_a_trend(line, act)
    if act.plural and _OF_A_PAST_WAR.match(line.text, act.end):
        return True
    if trend or _LASTING.search(line.text, 0, act.start) or _ONCE.search(line.text):
        return True
    if not (on_a_day or hurt) and _goes_on_since(line, act):
        return True
    vague = (t for t in line.times if t.when is None and _VAGUE.search(t.said) and not _COUNTED_FROM.search(t.said))
    one = AMONG_THEM.search(line.text, 0, act.start)
    told = [at for at in map(line.local, vague) if one is None or at[0] > one.start()]
    spans = [at for at in told if not _KEPT_FOR.search(line.text, 0, at[0])]
    return not on_a_day and any(
        not (_APART.match(line.text, end) or _COUNTED_IN.search(line.text, 0, at)) for at, end in spans
    )


def _goes_on_since(line: Line, act: Act) -> bool:
    """Whether the act has gone on since some day, and is not merely the first or the worst since then."""
    since = _SINCE.match(line.text, act.end)
    counted = since is not None and _COUNTED_SINCE.search(line.text, act.start, since.end())
    return since is not None and not counted and bool(_EVER_SINCE.search(line.text, 0, act.start))


def _is_unreal(line: Line, act: Act) -> bool:
    """Whether the sentence imagines, rehearses, refutes or asks instead of telling what happened."""
    return bool(
        any(
            _is_of_the_act(line, act, m) and not _WHEN_IT_CAME.search(line.text, m.end(), act.start)
            for m in _UNREAL.finditer(line.text)
        )
        or line.text.rstrip("”\"' ").endswith("?")
        or _SUPPOSED.search(line.text, 0, act.start)
        or _YOU_DO.search(line.text, 0, act.start)
        or _PUNISHED_FOR_WORDS.search(line.text, 0, act.start)
    )


def _is_of_the_act(line: Line, act: Act, unreal: re.Match[str]) -> bool:
    """Whether the words that imagine are of the act: none of "could have found it before Monday, when a drone hit".

    Nor is what was foiled the blast of the clause before: "a bomb killed two, and police foiled an attack on a mosque".
    """
    if _FOILED.match(unreal.group()) and _BY_GUNNERS.search(line.text):
        return False
    if _FOILED.match(unreal.group()) and act.end < unreal.start():
        return not _CLAUSE_AFTER.search(line.text, act.end, unreal.start())
    if not _MODAL.match(unreal.group()):
        return True
    return unreal.start() < act.end and not _OF_A_DAY.search(line.text, unreal.end(), max(unreal.end(), act.start))


def _has_own_day(line: Line, act: Act) -> bool:
    """Whether the noun is some day's own: "Tuesday's attacks"."""
    return any(act.start <= line.local(t)[0] < act.end for t in line.times)
