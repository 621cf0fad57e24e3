"""The days of strikes that are told by how long before another they came: "a day after", "hours after"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.reading.extract.day.dating import time_of_reacting
from timeline.reading.extract.force.force import ACT, HARMED, HIT, KINETIC_ACT, any_of
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import bounds, counted
from timeline.when import Basis, TimeMention, When

HOURS_AFTER = re.compile(r"\b(?:minutes|hours?)\s+after\s", re.IGNORECASE)
DAYS_AFTER = re.compile(r"\b(?:(an?|one|two|three|four|five|six)\s+days?|(?<!to\s)the\s+day)\s+after\s", re.IGNORECASE)
_IT_CAME = re.compile(
    r"\W*(?:it|this|that|they|these|those|the\s+(?:[\w-]+\s+){0,2}?"
    r"(?:incidents?|attacks?|strikes?|raids?|assaults?|blasts?|explosions?|bombings?|shelling|killings?))\s+"
    r"(?:came|comes?|happened|took\s+place|occurred|follow(?:s|ed)?)\b",
    re.IGNORECASE,
)
_TOLL_GREW = re.compile(
    r"\b(?:toll|number|count|dead)\b[^.;]*\b(?:climb|ris|rose|gone\s+up|went\s+up|reach|jump|increas|grew|grow)\w*"
    r"\b[^.;]*,\s+$",
    re.IGNORECASE,
)
_HARM = any_of([ACT, KINETIC_ACT, HARMED, HIT])
_THAT_DAY = re.compile(
    r"(?:(?:later|earlier)\s+)?(?:on\s+)?(?:that|the)\s+(?:very\s+|same\s+)(?:day|morning|afternoon|evening|night)",
    re.IGNORECASE,
)
_AT_THE_HOUR = re.compile(
    r"(?:(?:at|about|around|shortly\s+(?:before|after)|just\s+(?:before|after))\s+)*\d{1,2}(?:[.:]\d\d)?\s*"
    r"(?:[ap]\.?\s?m\.?|hours|local\s+time)?",
    re.IGNORECASE,
)
_COUNTED_BACK = "counted back from the day of what came after"
_SAME_DAY = "the day of the strike told before"


def of_another_day(line: Line, draft: Draft, told: TimeMention | None, published: When | None) -> Draft:
    """Count back from the sentence's only day ("two days after"), or leave undated what has no day of its own.

    "The blast followed a day after" counts from the day of the strike ``told`` before; the toll that "rose to nine, a
    day after a mine blew up", from publication.
    """
    if draft.hold is DateHold.OWN or HOURS_AFTER.search(draft.part.text):
        return draft
    days = [t for t in line.times if t.when and t.when.first and t.when.last and t.when.days == 1]
    if told and _IT_CAME.match(line.text):
        days = [told]
    counting = DAYS_AFTER.search(draft.part.text) or DAYS_AFTER.search(line.text)
    said = next((t for t in line.times if counting and line.local(t)[0] == counting.start()), None)
    if not days and said and published:
        days = [replace(said, when=published)]
    if len(days) == 1 and counting and (when := _counted_back(days[0].when, counting)):
        return replace(draft, when=replace(days[0], when=when), hold=DateHold.OWN)
    if not counting and (then := time_of_reacting(line, draft.act)):
        return replace(draft, when=then, hold=DateHold.OWN)
    return replace(draft, when=None, hold=DateHold.VAGUE)


def came_after(line: Line) -> bool:
    """Whether the sentence tells a strike by what came days after it: the one told before ("It came a day after ..."),
    or the growing of its toll ("has grown to nine, a day after a van ran into a crowd").
    """
    after = DAYS_AFTER.search(line.text)
    grown = after and _TOLL_GREW.search(line.text, 0, after.start())
    came = after and _IT_CAME.match(line.text) and _HARM.search(line.text, after.end())
    return bool(grown or came)


def on_that_day(draft: Draft, told: TimeMention | None) -> Draft:
    """Read "that same evening", or "at 7 p.m." alone, as of the day of the strike ``told`` before."""
    when = draft.when.when if draft.when else None
    day = told.when if told else None
    said = draft.when.said if draft.when else ""
    if draft.when is None or when is None or day is None:
        return draft
    if not (_THAT_DAY.fullmatch(said) or (_AT_THE_HOUR.fullmatch(said) and day.days == 1)):
        return draft
    if day.first == when.first or when.basis is not Basis.RELATIVE:
        return draft
    meant = replace(when, first=day.first, last=day.last, alternatives=(), rule=_SAME_DAY)
    return replace(draft, when=replace(draft.when, when=meant))


def _counted_back(day: When | None, after: re.Match[str]) -> When | None:
    """Read "a day after", "two days after": so many days before the day that is told."""
    if day is None or day.first is None:
        return None
    before = day.first - timedelta(days=bounds(counted(after[1] or "one")[0])[1] or 0)
    return replace(
        day, first=before, last=before, basis=Basis.RELATIVE, clock=None, alternatives=(), rule=_COUNTED_BACK
    )


def hours_apart(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Date what came "hours before" by the day of what it came before."""
    dated = next((d for d in drafts if d.hold is DateHold.OWN), None)
    for draft in drafts:
        lent = dated and draft.hold is not DateHold.OWN and HOURS_AFTER.search(draft.part.text)
        yield replace(draft, when=dated.when, hold=DateHold.SPEECH) if lent and dated else draft
