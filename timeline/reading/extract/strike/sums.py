"""Leads that only add up the strikes which their article tells one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.place import PlaceKind, PlaceMention
from timeline.event import Specificity
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.within import contains
from timeline.when import When

_STRIKES = re.compile(r"\b(?:air\s?)?(?:strikes|attacks|raids|bombardments)\b(?!\s+(?:an?|the)\b)", re.IGNORECASE)
_LANDS = (PlaceKind.COUNTRY, PlaceKind.REGION)


def set_sums_aside(groups: Sequence[Group]) -> None:
    """Tell a lead that only adds up the strikes told after it in its land from a strike of its own.

    A lead with a town of its own adds up none, nor do strikes of other days than its own belong to it.
    """
    told_after: list[tuple[PlaceMention, When | None]] = []
    for group in reversed(groups):
        places, day = [p for d in group.voices if (p := place_of(d))], _own_day(group)
        land = places[0] if places else None
        own = [p for p, when in told_after if land and contains(land, p) and _may_be_of(day, when)]
        if land and _may_add_up(group, land) and len(own) > 1 and not any(contains(land, p) for p in places):
            group.specificity = Specificity.AGGREGATE
        told_after += [(place, day) for place in places[-1:]]


def _own_day(group: Group) -> When | None:
    return group.own_date.when if group.own_date else None


def _may_be_of(day: When | None, other: When | None) -> bool:
    """Whether two days may be one: either is not told, or they meet."""
    return day is None or other is None or day.meets(other.first, other.last)


def _may_add_up(group: Group, land: PlaceMention) -> bool:
    """Whether the lead counts the dead of a country, or speaks of several strikes over some land."""
    if land.place is None or land.place.kind not in _LANDS:
        return False
    several = any(_STRIKES.search(d.part.text) for d in group.voices)
    return several or (land.place.kind is PlaceKind.COUNTRY and group.killed is not None)
