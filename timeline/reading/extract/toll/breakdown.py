"""A total and the places that share it: "Ten were killed: four in Bureij, three in Rafah and three in Khuzaa".

Each place has its own dead; the total belongs to none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.place import PlaceMention
from timeline.event import Role, RolePlace, Toll
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import bounds, counted

_IN = re.compile(
    r"\s+(?:(?:of\s+(?:them|whom)|people|others|more|dead|were\s+killed|died)\s+)*(?:in|at|near)\s+(?:the\s+)?"
    r"(?:[a-z-]+\s+){0,2}"
)


def by_place(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every place of a broken-down total a draft of its own, with its own dead; else the drafts as they are."""
    first = drafts[0] if drafts else None
    if first is None or first.killed is None or not first.killed.best:
        return list(drafts)
    shares = [(place, share) for place in line.places if place.place and (share := _share(line, place))]
    if len(shares) < 2 or sum(share.best or 0 for _, share in shares) != first.killed.best:
        return list(drafts)
    elsewhere = [p for p in first.places if p.role is not Role.EVENT]
    return [
        replace(first, places=(*elsewhere, RolePlace(place, Role.EVENT)), killed=share, injured=None, target="")
        for place, share in shares
    ]


def _share(line: Line, place: PlaceMention) -> Toll | None:
    """Read the count that stands before a place: "four in Bureij"."""
    start = line.local(place)[0]
    found = (c for c in counted(line.text) if c.end() <= start and _IN.fullmatch(line.text, c.end(), start))
    count = next(found, None)
    return Toll(*bounds(count), line.text[count.start() : line.local(place)[1]]) if count else None
