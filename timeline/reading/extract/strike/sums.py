"""Leads that only add up the strikes which their article tells one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.place import PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.event import Specificity
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.within import contains
from timeline.when import When

_STRIKES = re.compile(r"\b(?:air\s?)?(?:strikes|attacks|raids|bombardments)\b(?!\s+(?:an?|the)\b)", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"\b(?:the|that|this|an?|one|another)\s+(?:[\w-]+\s+){0,3}?(?:air\s?)?(?:strike|attack|raid|bombing|blast|explosion)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(  # one of several
    r"\bthe\s+(?:\w+est|worst|first|second|third|last|other)\s+(?:[\w-]+\s+)?(?:air\s?)?(?:strike|attack|raid|bombing|blast|explosion)\b",
    re.IGNORECASE,
)
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


def is_one_of_several(group: Group, draft: Draft) -> bool:
    """Whether a sentence tells one of the strikes that a lead adds up: "the deadliest", or one with fewer dead."""
    told = [d for d in group.voices if d.line.zone is Zone.BODY]
    leads = bool(told) and all(_adds_up(d) for d in told)
    if not leads or not _ONE_OF_THEM.search(draft.part.text) or _STRIKES.search(draft.part.text):
        return False
    killed, mine = group.killed, draft.killed
    return bool(_RANKED.search(draft.part.text)) or bool(
        killed and mine and killed.best and mine.best and mine.best < killed.best
    )


def _adds_up(draft: Draft) -> bool:
    """Whether a sentence tells of several strikes over a land."""
    place = place_of(draft)
    land = place is None or place.place is None or place.place.kind in _LANDS
    return land and bool(_STRIKES.search(draft.part.text))
