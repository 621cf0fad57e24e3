"""Where a wide attack did harm, told place by place without a word for striking.

"Russia launched 60 drones overnight. In Odesa a woman was killed, and in Izmail the port was damaged."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from geo.place import PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.event import Role, RolePlace, Specificity, Stance
from timeline.reading.extract.clauses import only
from timeline.reading.extract.draft import Draft
from timeline.reading.extract.force import WEAPON, WRECK
from timeline.reading.extract.line import Line
from timeline.reading.extract.tolls import Tolls, tolls
from timeline.reading.extract.within import is_at
from timeline.reading.words import finder, phrases

_NEXT_PLACE = re.compile(r"(?:,?\s+(?:and|while|but)|;)\s+(?=in\s+(?:the\s+)?[A-Z])")
_WITH_MANY = re.compile(r"\bwith\s+(?:[\w,.-]+\s+){0,5}$", re.IGNORECASE)
_BURNT = re.compile(
    r"\b(?:burned|burnt|caught\s+fire|(?:was|were)\s+(?:ablaze|on\s+fire|set\s+ablaze))\b", re.IGNORECASE
)
_OPENS = 25  # characters within which a stretch that tells only of ruin names its place
_NEAR_PARAGRAPHS = 2
_ON_LAND = (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.SITE)
_WIDE = (None, PlaceKind.COUNTRY)
_NO_WEAPON = frozenset({"attack", "blast"})
_NOT_THIS = finder([*phrases("not_by_arms"), *phrases("unreal"), *phrases("war_totals")])


def is_wide(draft: Draft) -> bool:
    """Whether a strike with weapons is told of a whole country, so that what follows may say where it did harm."""
    struck = [p.mention.place for p in draft.places if p.role is Role.EVENT]
    told = draft.specificity is not Specificity.GENERIC and draft.stance is Stance.ASSERTED and draft.when is not None
    wide = all((place.kind if place else None) in _WIDE for place in struck)
    return told and wide and draft.sub_kind not in _NO_WEAPON


def sends_many(part: Line) -> bool:
    """Whether the sentence counts, or speaks of several, weapons of one attack: "attacked Ukraine with 80 drones"."""
    arms = (m for m in WEAPON.finditer(part.text) if m.group().endswith("s"))
    return any(_WITH_MANY.search(part.text, 0, m.start()) for m in arms)


def harmed_places(line: Line, wide: Draft | None) -> Iterator[Draft]:
    """Yield a draft for each place in which the sentence tells of people hurt, or things ruined, by the attack."""
    if wide is None or line.zone is not Zone.BODY or line.paragraph - wide.line.paragraph > _NEAR_PARAGRAPHS:
        return
    cuts = [0, *(m.end() for m in _NEXT_PLACE.finditer(line.text)), len(line.text)]
    for start, end in pairwise(cuts):
        part = only(line, [(start, end)])
        place = _place(part)
        harm = tolls(part.text, part.date_spans)
        if (
            place
            and not _NOT_THIS.search(part.text)
            and (harm.killed or harm.injured or _is_ruined(part, place, start))
        ):
            yield _told(line, part, wide, place, harm)


def _place(part: Line) -> PlaceMention | None:
    """Find the only place on land where the stretch says that something is."""
    there = [p for p in part.places if is_at(part, p) and p.place and p.place.kind in _ON_LAND]
    return there[0] if len({p.place for p in there}) == 1 else None


def _is_ruined(part: Line, place: PlaceMention, start: int) -> bool:
    at, after = part.local(place)
    return at - start <= _OPENS and bool(WRECK.search(part.text, after) or _BURNT.search(part.text, after))


def _told(line: Line, part: Line, wide: Draft, place: PlaceMention, harm: Tolls) -> Draft:
    return replace(
        wide,
        line=line,
        part=part,
        act=part.local(place)[0],
        places=(RolePlace(place, Role.EVENT),),
        target="",
        killed=harm.killed,
        injured=harm.injured,
        specificity=Specificity.EVENT,
        grounded=True,
        refers_back=False,
        tally=False,
    )
