"""Leads that only add up the strikes which their article tells one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.place import PlaceKind, PlaceMention
from timeline.event import Specificity
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.within import contains

_STRIKES = re.compile(r"\b(?:air\s?)?(?:strikes|attacks|raids|bombardments)\b(?!\s+(?:an?|the)\b)", re.IGNORECASE)
_LANDS = (PlaceKind.COUNTRY, PlaceKind.REGION)


def set_sums_aside(groups: Sequence[Group]) -> None:
    """Tell a lead that only adds up the strikes told after it in its land from a strike of its own."""
    told_after: list[PlaceMention] = []
    for group in reversed(groups):
        places = [p for d in group.voices if (p := place_of(d))]
        land = places[0] if places else None
        if land and _may_add_up(group, land) and sum(contains(land, p) for p in told_after) > 1:
            group.specificity = Specificity.AGGREGATE
        told_after += places[-1:]


def _may_add_up(group: Group, land: PlaceMention) -> bool:
    """Whether the lead counts the dead of a country, or speaks of several strikes over some land."""
    if land.place is None or land.place.kind not in _LANDS:
        return False
    several = any(_STRIKES.search(d.part.text) for d in group.voices)
    return several or (land.place.kind is PlaceKind.COUNTRY and group.killed is not None)
