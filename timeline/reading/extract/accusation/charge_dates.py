"""When an accusation was made: never the day of the deed it speaks of."""

from __future__ import annotations

import re
from itertools import chain

from timeline.reading.extract.accusation.charge_nouns import Charge
from timeline.reading.extract.day.dating import not_to_come
from timeline.reading.extract.day.speech import of_speech
from timeline.reading.extract.force.force import ACT, KINETIC_ACT, any_of
from timeline.reading.extract.sentence.draft import DateHold
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.spoken_days import in_words, is_of_words, tells_a_deed
from timeline.reading.extract.where.datelines import heading_end
from timeline.reading.words import finder, of_class
from timeline.when import TimeMention, TimexType

_NOUN = r"(?:allegation|accusation|charge|claim|matter|issue|subject|complaint)s?"
_MADE_ON = re.compile(
    r"\b(?:made|voiced|levell?ed|repeated|raised|presented|issued|(?:laid|set)\s+out)\s+"
    rf"(?:(?:the|this|it|them)\s+)?(?:{_NOUN}\s+)?"
    r"(?:(?:against|at|with|before|in|to)\s+(?:[\w'’-]+\s+){1,4}?)?(?:(?:on|late|early|in)\s+)*$"
    r"|\bas\s+[^,;:“”\"]{3,80}\s+did\s+(?:(?:on|late|early)\s+)*$|\b(?:lodg|fil|issu|deliver|sent|send|hand)\w*\s+"
    r"(?:\w+\s+){0,3}?(?:protest|complaint|note|letter)\s+(?:(?:on|late|early)\s+)*$"
    rf"|\b(?:{_NOUN}|complaint|statement|speech|letter|remarks|interview)\s+(?:of|from|dated)\s+$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"[,;:“”\"]|\bthat\b", re.IGNORECASE)
_LABEL = re.compile(r"^[^:,;“”\"]{0,25}:\s")  # "Also noted: on 3 May, X accused"
_RIGHT_BEFORE = re.compile(  # "who on Monday accused", "went on air on Monday to accuse", "the day on which X accused"
    r"\s*,?\s*(?:(?:in\s+order\s+)?to\s+|and\s+)?(?:\w+ly\s+|also\s+|had\s+|has\s+)*", re.IGNORECASE
)
_ON_WHICH = re.compile(
    r"(?:[:;]\s+(?:and\s+)?(?:that|this)\s+was|,?)"
    r"\s+(?:(?:the|a)\s+(?:day|night|morning|evening)(?:\s+(?:on\s+which|that|when))?|when|with|that|as)\s+"
    r"[^;:“”\"]{3,120}?\s",
    re.IGNORECASE,
)
_OPENERS = re.compile(  # "Over eggs, on Monday, X told reporters", "Then, late on Monday, X accused"
    r"\W*(?:(?:(?:over|at|in|during|from|before|after|hours\s+after|following|on|amid|for|as|citing|despite|speaking"
    r"|addressing|writing|appearing)\s+[^,;:“”\"]{2,60}"
    r"|then|later|finally|yet|but|now|meanwhile|separately|again|once\s+more|instead|still|only\s+then),\s+)+"
    r"(?:(?:on|late|early|in)\s+)*",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s(?:an?|the|its|their|[A-Z])[^,;:“”\"]{2,80},")  # "X, the foreign minister, accused"
_ASIDE = re.compile(r"[,–—(]\s*(?:who|whose|which|where|when|after|since|following)\b[^,–—()]*$", re.IGNORECASE)
_ACT_OF_THEN = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,2}}?(?:{any_of([ACT, KINETIC_ACT]).pattern})", re.IGNORECASE)
_THE_ACT_ON = re.compile(rf"(?:{any_of([ACT, KINETIC_ACT]).pattern})\s+(?:(?:on|of|late|early|in)\s+)*$", re.IGNORECASE)
_BY_WHOM = re.compile(r"\s+by\s+(?:the\s+)?", re.IGNORECASE)
_NO_MAKING = re.compile(r"\b(?:who|which|that|when|where|after|since|before)\b|\bof\s+(?:the\s+)?$", re.IGNORECASE)
_IN_PASSING = re.compile(  # "of blackmail on Tuesday": too short to tell of a deed with a day of its own
    r"(?:(?!\w+ing\b|\w*(?:attack|strike|raid|blast|killing|war)s?\b)[\w'’-]+\s+){1,4}?(?:on|late|early)\s+",
    re.IGNORECASE,
)
_GOING_ON = finder(
    form for forms in of_class("wrongdoing", "support", "help") for form in forms.split() if form.endswith("ing")
)
_AT_THE_END = re.compile(r"\W*$")
_SPEECH = finder([*of_class("accusation_cues", "speech", "allege"), "affirmed"])
_SAID_WHO = re.compile(  # "said Azerbaijan's foreign minister Elchin Mammadov on Tuesday"
    r"[,”\"’']\s+(?:said|says|told|wrote|added|warned|claimed|alleged)\s+(?:(?!that\b)[\w'’.-]+,?\s+){1,10}?"
    r"(?:(?:on|late|early)\s+)*$|[,:;–—]\s+(?:so|thus)\s+(?:said|charged|declared|told|claimed|alleged|spoke|wrote"
    r"|concluded)\s+(?:[\w'’.-]+,?\s+){1,10}?(?:(?:on|late|early|in)\s+)*$"
    rf"|[,”\"’']\s+(?:[\w'’.-]+\s+){{1,10}}?{_SPEECH.pattern}\s+(?:(?!that\b)[\w'’.-]+\s+){{0,6}}?"
    r"(?:(?:on|late|early)\s+)*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(  # "“...,” Moldova's prime minister Ion Rusu, 11 January"
    r"[”\"]\s*[,–—-]?\s*(?:(?!(?:is|was|were|are|has|had|have|who|when|after|before|said)\b|\w+ed\b|\w+ing\b)"
    r"[\w’'.-]+,?\s+){1,10}$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\baccording\s+to\s+(?:(?!\bthat\b)[^;:“”\"]){2,140}?\s(?:(?:on|late|early|in|of|from|dated)\s+)+$", re.IGNORECASE
)
_TIME_CLAUSE = re.compile(r"\W*(?:(?:ever|only|just)\s+)?(?:when|since|after|as\s+soon\s+as)\s", re.IGNORECASE)
_LONG_BEFORE = re.compile(  # "the dead were found two days after India alleged that ..."
    r"\b(?:days?|weeks?|months?|years?)\s+(?:after|since)\s+(?:the\s+)?[^.,;:“”\"]{2,50}$", re.IGNORECASE
)
_LABEL_REACH = 160  # characters in which the label of who speaks ends
_NAME = 40  # characters in which the name of the accuser stands
_LONGEST, _TOO_LONG = 366, 367  # days: "earlier this year" still dates an accusation


def date_of_charge(line: Line, charge: Charge) -> tuple[TimeMention | None, DateHold]:
    """Choose the phrase that dates the accusing, never that of the deed it speaks of."""
    dated = [m for m in line.times if m.when and m.type is not TimexType.SET and (m.when.days or _TOO_LONG) <= _LONGEST]
    heading = heading_end(line)
    told_before = charge.verb != "said" and charge.content_at < charge.end  # "laid the blame for Z on Y on Tuesday"
    told_to = charge.end if told_before else charge.start
    beside_verb = (
        m
        for m in dated
        if told_to <= line.local(m)[0]
        and (
            not _NO_MAKING.search(line.text, told_to, line.local(m)[0])
            if told_before
            else line.local(m)[0] < charge.content_at
        )
    )
    spoken = (m for m in dated if of_speech(line, m) or _is_of_making(line, charge, m))
    opening = (
        m
        for m in dated
        if line.local(m)[0] < charge.start
        and not _THE_ACT_ON.search(line.text, 0, line.local(m)[0])
        and not _ACT_OF_THEN.match(line.text, line.local(m)[1])
        and not _BROKEN.search(
            _LABEL.sub("", line.text[line.local(m)[0] if line.local(m)[1] <= heading else 0 : line.local(m)[0]])
        )
    )
    by_opener = (m for m in dated if _is_between_openers(line, *line.local(m), charge.start))
    before = (m for m in dated if line.local(m)[1] <= charge.start and is_of_words(line, m))
    right_before = (
        m
        for m in dated
        if line.local(m)[1] <= charge.content_at
        and _is_right_before(line, *line.local(m), charge.start)
        and not (charge.verb == "said" and line.quoted(line.local(m)[0]))  # "“Yesterday, Y broke the truce,” X said"
    )
    closing = (m for m in dated if _IN_PASSING.fullmatch(line.text, charge.content_at, line.local(m)[0]))
    then = (m for m in dated if _is_of_what_came_with_it(line, charge, line.local(m)[0]))
    chosen = next(chain(beside_verb, right_before, spoken, by_opener, opening, before, closing, then), None)
    if chosen is None and _LONG_BEFORE.search(line.text, 0, charge.start):
        return None, DateHold.VAGUE
    return not_to_come(chosen, past=True), DateHold.OWN if chosen else DateHold.NONE


def _is_of_what_came_with_it(line: Line, charge: Charge, at: int) -> bool:
    """Whether the day is that of what the accuser did as he accused: "Accusing Y of Z, X broke off talks on Monday"."""
    opens = not line.text[: charge.start].strip("“\"' ") and charge.verb.endswith("ing")
    comma = line.text.find(", ", charge.content_at) if opens else -1
    return 0 < comma < at and not (_BROKEN.search(line.text, comma + 1, at) or _NO_MAKING.search(line.text, comma, at))


def _is_right_before(line: Line, at: int, end: int, charge: int) -> bool:
    """Whether the accusing follows upon its day: "who on Monday accused", "the row began on Monday, when X accused"."""
    if _ON_WHICH.fullmatch(line.text, end, charge):
        return not tells_a_deed(line.text[:charge])
    return bool(_RIGHT_BEFORE.fullmatch(line.text, end, charge)) and not (
        line.text.startswith(",", end) and _ASIDE.search(line.text, 0, at)
    )


def _is_between_openers(line: Line, at: int, end: int, charge: int) -> bool:
    """Whether the day stands with what else is said ahead of the speaker: "Over eggs, on Monday, X told reporters"."""
    ahead = _OPENERS.fullmatch(line.text, 0, at) and line.text.startswith(",", end) and end <= charge
    rest = _APPOSED.sub("", line.text[end + 1 : charge])
    return bool(ahead) and not tells_a_deed(line.text[:at]) and "," not in rest


def _is_of_the_source(line: Line, at: int) -> bool:
    """Whether the day is that on which the source spoke: "according to officials who briefed reporters on Monday"."""
    source = _SOURCE.search(line.text, 0, at)
    return source is not None and not tells_a_deed(source.group())


def _ends_its_clause(line: Line, charge: Charge, at: int, end: int) -> bool:
    """Whether the day ends a clause that dates another: "When X accused Y of spying on 3 May, trade fell".

    Such a clause is there for its time, and the time is its verb's.
    """
    opens = _TIME_CLAUSE.match(line.text) is not None and "," not in _APPOSED.sub("", line.text[: charge.start])
    stands_last = charge.content_at < at and line.text.startswith(",", end)
    return opens and stands_last and not tells_a_deed(line.text[charge.content_at : at])


def _is_of_making(line: Line, charge: Charge, mention: TimeMention) -> bool:
    """Whether the phrase says when a charge was made: "the claim was made on Sunday", "was accused by Y on Monday"."""
    at, end = line.local(mention)
    going_on = _GOING_ON.match(line.text, charge.content_at) and not _NO_MAKING.search(
        line.text[:at], charge.content_at
    )
    last = (going_on or _SIGNED.search(line.text, 0, at)) and _AT_THE_END.match(line.text, end)
    if last or (charge.verb == "said" and not line.quoted(at) and _SAID_WHO.search(line.text, 0, at)):
        return True
    of_a_day = mention.when is not None and mention.when.days == 1  # no "quote of the week: ..."
    if (
        of_a_day and end <= _LABEL_REACH and line.text.startswith(": ", end)
    ):  # "X, foreign minister, Tuesday: We accuse Y"
        return True
    if in_words(line, at, end) or _is_of_the_source(line, at) or _ends_its_clause(line, charge, at, end):
        return True
    quoted = line.quoted(charge.content_at) and charge.content_at < at and not line.quoted(at)
    if quoted and is_of_words(line, mention):  # "“Y is arming rebels”: with these words X opened the session of 3 May"
        return True
    if (
        by := _BY_WHOM.match(line.text, end)
    ) and by.end() <= charge.accuser_at <= by.end() + _NAME:  # "was affirmed on Monday by Y"
        return True
    of_the_deed = (
        charge.accuser_at < charge.content_at <= at
    )  # "accused by Y of [ordering the attacks of 11 September]"
    return (charge.start < charge.accuser_at <= at and not of_the_deed) or bool(_MADE_ON.search(line.text, 0, at))
