"""Leads that only add up the strikes which their article tells one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from geo.place import PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.event import Specificity, Toll
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.within import contains
from timeline.reading.extract.strike.whose_toll import is_of_more
from timeline.reading.extract.toll.totals import fuller
from timeline.reading.extract.where.scenes import is_town
from timeline.when import When

_STRIKES = re.compile(r"\b(?:air\s?)?(?:strikes|attacks|raids|bombardments)\b(?!\s+(?:an?|the)\b)", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"\b(?:the|that|this|an?|one|another)\s+(?:[\w-]+\s+){0,3}?(?:air\s?)?"
    r"(?:strike|attack|raid|bombing|blast|explosion)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(  # one of several
    r"\bthe\s+(?:\w+est|worst|first|second|third|last|other)\s+(?:[\w-]+\s+)?(?:air\s?)?"
    r"(?:strike|attack|raid|bombing|blast|explosion)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(  # "a hospital in Surin was among the places hit"
    r"\b(?:was|were|is|are)\s+(?:also\s+)?(?:among|one\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:places|locations|towns|cities|villages|areas|districts|regions)\b",
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


def leave_sums(groups: Sequence[Group]) -> None:
    """Take from a strike the hurt whom a lead counted of several: "fresh attacks wounded six", of which it is one."""
    for group in groups:
        told = [d for d in group.drafts if d.line.zone is Zone.BODY]
        own = [d for d in told if not _is_sum(d)]
        in_a_town = any((p := place_of(d)) and p.place and p.place.kind not in _LANDS for d in own)
        if in_a_town and len(own) < len(told) and (_of_a_land(told) or _others_hurt(groups, group)):
            group.killed = reduce(fuller, (d.killed for d in own))
            group.injured = reduce(fuller, (d.injured for d in own))


def _of_a_land(told: Sequence[Draft]) -> bool:
    """Whether a sentence that adds up does so over all of a land: "strikes killed 31 people across Gaza"."""
    return any(_is_sum(d) and is_of_more(d.part.text) for d in told)


def _is_sum(draft: Draft) -> bool:
    """Whether a sentence tells of several strikes and names no town that had most of them."""
    return _adds_up(draft) and not any(is_town(p) for p in draft.part.places)


def _others_hurt(groups: Sequence[Group], group: Group) -> bool:
    """Whether another strike of the story, of the same day, hurt some of those counted."""
    others = (g for g in groups if g is not group and (_hurts(g.killed) or _hurts(g.injured)))
    return any(_may_be_of(_own_day(group), _own_day(g)) for g in others)


def _hurts(toll: Toll | None) -> bool:
    return toll is not None and toll.high != 0


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
    mine = place_of(draft)
    if (
        mine
        and _AMONG.search(draft.part.text)
        and all((p := place_of(d)) is None or p.place != mine.place for d in group.voices)
    ):
        return True
    told = [d for d in group.voices if d.line.zone is Zone.BODY]
    leads = bool(told) and all(_adds_up(d) for d in told)
    if not leads or not _ONE_OF_THEM.search(draft.part.text) or _STRIKES.search(draft.part.text):
        return False
    killed, dead = group.killed, draft.killed
    return bool(_RANKED.search(draft.part.text)) or bool(
        killed and dead and killed.best and dead.best and dead.best < killed.best
    )


def _adds_up(draft: Draft) -> bool:
    """Whether a sentence tells of several strikes over a land."""
    place = place_of(draft)
    land = place is None or place.place is None or place.place.kind in _LANDS
    return land and bool(_STRIKES.search(draft.part.text))
