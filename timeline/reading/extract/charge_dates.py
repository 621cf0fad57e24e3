"""When an accusation was made: never the day of the deed it speaks of."""

from __future__ import annotations

import re
from itertools import chain

from timeline.reading.extract.charge_nouns import Charge
from timeline.reading.extract.dating import of_speech
from timeline.reading.extract.draft import DateHold
from timeline.reading.extract.line import Line
from timeline.reading.words import finder, of_class
from timeline.when import TimeMention, TimexType

_NOUN = r"(?:allegation|accusation|charge|claim)s?"
_MADE_ON = re.compile(
    rf"\b(?:made|voiced|levell?ed|repeated|raised|presented|issued|(?:laid|set)\s+out)\s+(?:(?:the|this|it|them)\s+)?(?:{_NOUN}\s+)?"
    r"(?:(?:on|late|early|in)\s+)*$"
    r"|\b(?:lodg|fil|issu|deliver|sent|send|hand)\w*\s+(?:\w+\s+){0,3}?(?:protest|complaint|note|letter)\s+(?:(?:on|late|early)\s+)*$"
    rf"|\b(?:{_NOUN}|complaint|statement|speech|letter|remarks|interview)\s+(?:of|from|dated)\s+$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"[,;:“”\"]|\bthat\b", re.IGNORECASE)
_LABEL = re.compile(r"^[^:,;“”\"]{0,25}:\s")  # "Also noted: on 3 May, X accused"
_RIGHT_BEFORE = re.compile(r"\s*,?\s*(?:\w+ly\s+|also\s+|had\s+|has\s+)*", re.IGNORECASE)  # "who on Monday accused"
_IN_PASSING = re.compile(  # "of blackmail on Tuesday": too short to tell of a deed with a day of its own
    r"(?:(?!\w+ing\b|\w*(?:attack|strike|raid|blast|killing|war)s?\b)[\w'’-]+\s+){1,4}?(?:on|late|early)\s+",
    re.IGNORECASE,
)
_GOING_ON = finder(
    form for forms in of_class("wrongdoing", "support", "help") for form in forms.split() if form.endswith("ing")
)
_AT_THE_END = re.compile(r"\W*$")
_SAID_WHO = re.compile(  # "said Azerbaijan's foreign minister Elchin Mammadov on Tuesday"
    r"[,”\"’']\s+(?:said|says|told|wrote|added|warned|claimed|alleged)\s+(?:(?!that\b)[\w'’.-]+,?\s+){1,10}?(?:(?:on|late|early)\s+)*$",
    re.IGNORECASE,
)
_LABEL_REACH = 160  # characters in which the label of who speaks ends
_LONGEST, _TOO_LONG = 366, 367  # days: "earlier this year" still dates an accusation


def date_of_charge(line: Line, charge: Charge) -> tuple[TimeMention | None, DateHold]:
    """Choose the phrase that dates the accusing, never that of the deed it speaks of."""
    dated = [m for m in line.times if m.when and m.type is not TimexType.SET and (m.when.days or _TOO_LONG) <= _LONGEST]
    told_before = charge.verb != "said" and charge.content_at < charge.end  # "laid the blame for Z on Y on Tuesday"
    beside_verb = (
        m for m in dated if charge.start <= line.local(m)[0] and (told_before or line.local(m)[0] < charge.content_at)
    )
    spoken = (m for m in dated if of_speech(line, m) or _is_of_making(line, charge, m))
    opening = (
        m
        for m in dated
        if line.local(m)[0] < charge.start and not _BROKEN.search(_LABEL.sub("", line.text[: line.local(m)[0]]))
    )
    right_before = (m for m in dated if _RIGHT_BEFORE.fullmatch(line.text, line.local(m)[1], charge.start))
    closing = (m for m in dated if _IN_PASSING.fullmatch(line.text, charge.content_at, line.local(m)[0]))
    chosen = next(chain(beside_verb, spoken, right_before, opening, closing), None)
    return chosen, DateHold.OWN if chosen else DateHold.NONE


def _is_of_making(line: Line, charge: Charge, mention: TimeMention) -> bool:
    """Whether the phrase says when a charge was made: "the claim was made on Sunday", "was accused by Y on Monday"."""
    at, end = line.local(mention)
    last = _AT_THE_END.match(line.text, end) and _GOING_ON.match(line.text, charge.content_at)
    if last or (charge.verb == "said" and not line.quoted(at) and _SAID_WHO.search(line.text, 0, at)):
        return True
    if end <= _LABEL_REACH and line.text.startswith(": ", end):  # "X, foreign minister, Tuesday: We accuse Y"
        return True
    return charge.start < charge.accuser_at <= at or bool(_MADE_ON.search(line.text, 0, at))
