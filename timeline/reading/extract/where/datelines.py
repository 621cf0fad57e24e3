"""The place that heads a line: a dateline, "SUMY, Ukraine (AP) - ", or a label, "SUMY: ".

What it says is where a story was filed, and where it plays if nothing in the story says otherwise; the capital and a
reporters' base say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import phrases

_SORT = r"\s(?:region|oblast|province|state|governorate|district|county)"
_AROUND = r"(?:,\s[A-Z][\w' ]{2,30})?(?:\s\([A-Z][\w', ]{2,40}\))?"
_DAY = (
    r"(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})"
    r"(?:,\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon|dawn))?)?"
)
LABEL_END = re.compile(rf"(?:{_SORT})?{_AROUND}{_DAY}(?:\s?:|\s[|–—-])\s")
_END = re.compile(r"[^:—–\n]{0,80}?(?:[—–]|--|\s-\s|:\s)")
_BUREAUS = frozenset(city.casefold() for city in phrases("bureaus"))


def heading_end(line: Line) -> int:
    """Say where the place that heads the line ends, its dash or colon with it (local offset); 0 without one."""
    first = next(iter(line.places), None)
    if first is None:
        return 0
    start, end = line.local(first)
    label = first.said.isupper() and LABEL_END.match(line.text, end)
    if any(c.isalnum() for c in line.text[:start]) or not (first.cue is Cue.DATELINE or label):
        return 0
    head = _END.match(line.text, end)
    return head.end() if head else 0


def filed_at(places: Iterable[PlaceMention]) -> PlaceMention | None:
    """Choose the place of a dateline that may be the story's: the town, or the region or country where it has none."""
    known = [p for p in places if p.place]
    town = next((p for p in known if p.place and p.place.kind in (PlaceKind.CITY, PlaceKind.SITE)), None)
    if town is None:
        return next(iter(known), None)
    return None if is_capital(town) or town.said.casefold() in _BUREAUS else town
