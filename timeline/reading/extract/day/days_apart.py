"""The days of strikes that are told by how long before another they came: "a day after", "hours after"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import bounds, counted
from timeline.when import Basis, TimeMention, When

HOURS_AFTER = re.compile(r"\b(?:minutes|hours?)\s+after\s", re.IGNORECASE)
DAYS_AFTER = re.compile(r"\b(an?|one|two|three|four|five|six)\s+days?\s+after\s", re.IGNORECASE)
_IT_CAME = re.compile(
    r"\W*(?:it|this|that|the\s+(?:[\w-]+\s+){0,2}?(?:incident|attack|strike|raid|assault|blast|explosion|bombing|shelling|killings?))"
    r"\s+(?:came|comes|happened|took\s+place|occurred|follow(?:s|ed))\b",
    re.IGNORECASE,
)
_COUNTED_BACK = "counted back from the day of what came after"


def of_another_day(line: Line, draft: Draft, told: TimeMention | None) -> Draft:
    """Count back from the sentence's only day ("two days after"), or leave undated what has no day of its own.

    "The incident came a day after" counts from the day of the strike ``told`` before.
    """
    if draft.hold is DateHold.OWN or HOURS_AFTER.search(draft.part.text):
        return draft
    days = [t for t in line.times if t.when and t.when.first and t.when.last and t.when.days == 1]
    if not days and told and _IT_CAME.match(line.text):
        days = [told]
    if len(days) == 1 and (when := _counted_back(days[0].when, draft.part.text)):
        return replace(draft, when=replace(days[0], when=when), hold=DateHold.OWN)
    return replace(draft, when=None, hold=DateHold.VAGUE)


def _counted_back(day: When | None, text: str) -> When | None:
    """Read "a day after", "two days after": so many days before the day that is told."""
    after = DAYS_AFTER.search(text)
    if after is None or day is None or day.first is None:
        return None
    before = day.first - timedelta(days=bounds(counted(after[1])[0])[1] or 0)
    return replace(
        day, first=before, last=before, basis=Basis.RELATIVE, clock=None, alternatives=(), rule=_COUNTED_BACK
    )


def hours_apart(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Date what came "hours before" by the day of what it came before."""
    dated = next((d for d in drafts if d.hold is DateHold.OWN), None)
    for draft in drafts:
        lent = dated and draft.hold is not DateHold.OWN and HOURS_AFTER.search(draft.part.text)
        yield replace(draft, when=dated.when, hold=DateHold.SPEECH) if lent and dated else draft
