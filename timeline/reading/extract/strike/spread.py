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
from timeline.reading.extract.day.dating import may_date
from timeline.reading.extract.day.other_scenes import is_of_who_they_were
from timeline.reading.extract.force.force import ACT, NO_WEAPON, SUFFER, WEAPON, WRECK, any_of
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.told import only
from timeline.reading.extract.sentence.within import is_at
from timeline.reading.extract.strike.whereabouts import COUNTS
from timeline.reading.extract.toll.counts import DIGITS, SPELT, bounds, counted
from timeline.reading.extract.toll.tolls import Tolls, tolls
from timeline.reading.extract.where.bystanders import is_of_care
from timeline.reading.words import finder, phrases

_NEXT = re.compile(rf"(?:,?\s+(?:and|while|but)|;|,(?=\s+(?:an?|another|{DIGITS}|{SPELT})\s+[a-z]))\s+")
_IN_ANOTHER = re.compile(r"\W*(?:[A-Z]\w+\s+)?(?:in|near|at|outside|over)\s", re.IGNORECASE)
_IN_LIKE_MANNER = re.compile(
    r"\b(?:in\s+(?:much\s+)?the\s+same\s+way|in\s+a\s+similar\s+\w+|likewise)\b", re.IGNORECASE
)
_RUINED = re.compile(
    rf"\b(?:was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:{WRECK.pattern}|hit|struck|targeted|attacked|shelled"
    rf"|bombed)|{SUFFER.pattern}",
    re.IGNORECASE,
)
_WITH_MANY = re.compile(r"\bwith\s+(?:[\w,.-]+\s+){0,5}$", re.IGNORECASE)
_COUNT = re.compile(rf"(?<!\w)({DIGITS}|{SPELT})\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)
_FEWEST_OF_A_WAVE = 10  # weapons; fewer are a detail of what was told before
_MOST_AT_ONCE = 1_000  # weapons of one attack; more are the sum of many
_MANY_PLACES = re.compile(
    rf"\b(?:{DIGITS}|{SPELT}|several|various|a\s+number\s+of)\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:cities|towns|regions|provinces|villages|districts|states)\b",
    re.IGNORECASE,
)
_STRIKES = any_of([WEAPON, ACT])
_OPENING_DAY = re.compile(r"\W*(?:(?:on|in|early|late|at|by|earlier|the|night|morning|evening|of)\s+)*", re.IGNORECASE)
_BURNT = re.compile(
    r"\b(?:burned|burnt|caught\s+fire|(?:was|were)\s+(?:ablaze|on\s+fire|set\s+ablaze))\b", re.IGNORECASE
)
_NEAR_PARAGRAPHS = 2
_ON_LAND = (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.SITE)
_WIDE = (None, PlaceKind.COUNTRY)
_NOT_THIS = finder([*phrases("not_by_arms"), *phrases("unreal"), *phrases("war_totals")])


def is_wide(draft: Draft) -> bool:
    """Whether a strike with weapons is told of a whole country, so that what follows may say where it did harm."""
    struck = [p.mention.place for p in draft.places if p.role is Role.EVENT]
    told = draft.specificity is not Specificity.GENERIC and draft.stance is Stance.ASSERTED and draft.when is not None
    wide = all((place.kind if place else None) in _WIDE for place in struck)
    many = sends_many(draft.part) or any(m.group().endswith("s") for m in _STRIKES.finditer(draft.part.text))
    return told and wide and many and draft.sub_kind not in NO_WEAPON


def counts_weapons(part: Line) -> bool:
    """Whether the sentence says how many weapons were sent, so few that it was at once: "launched 90 drones"."""
    arms = (m for m in WEAPON.finditer(part.text) if m.group().endswith("s"))
    said = (m for arm in arms if (m := _COUNT.search(part.text, 0, arm.start())))
    return any(_FEWEST_OF_A_WAVE <= (bounds(number)[1] or 0) < _MOST_AT_ONCE for m in said for number in counted(m[1]))


def sends_many(part: Line) -> bool:
    """Whether the sentence tells of an attack on several places: "attacked Ukraine with 80 drones", "four cities"."""
    if _MANY_PLACES.search(part.text):
        return True
    arms = (m for m in WEAPON.finditer(part.text) if m.group().endswith("s"))
    return any(_WITH_MANY.search(part.text, 0, m.start()) for m in arms)


def harmed_places(line: Line, before: Draft | None) -> Iterator[Draft]:
    """Yield a draft for each place in which the sentence tells of people hurt, or things ruined, by the attack before.

    After an attack on one place only a sentence that goes over to another may do so: "In Izmail a school burned".
    """
    if before is None or not line.places or line.zone is not Zone.BODY or _NOT_THIS.search(line.text):
        return
    wide = is_wide(before)
    if line.paragraph - before.line.paragraph > (_NEAR_PARAGRAPHS if wide else 1):
        return
    for part, place in _stretches(line):
        if wide or _goes_over(part, place, before):
            harm = tolls(part.text, part.date_spans)
            if harm.killed or harm.injured or is_ruined(part):
                yield _told(line, part, _of_its_own_day(line, before), place, harm)


def _of_its_own_day(line: Line, before: Draft) -> Draft:
    """Date the harm by the day that its own sentence opens with, else by the attack before."""
    days = [t for t in line.times if may_date(line, t) and _OPENING_DAY.fullmatch(line.text, 0, line.local(t)[0])]
    return replace(before, when=days[0], hold=DateHold.OWN) if days else before


def _stretches(line: Line) -> list[tuple[Line, PlaceMention]]:
    """Part the sentence so that each stretch names the one place in which something is."""
    cuts = [0, *(m.end() for m in _NEXT.finditer(line.text)), len(line.text)]
    found: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        if found and _place(only(line, [(start, end)])) is None:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    parts = [only(line, [stretch]) for stretch in found]
    return [(part, place) for part in parts if (place := _place(part))]


def _goes_over(part: Line, place: PlaceMention, before: Draft) -> bool:
    """Whether the stretch tells of another place of the same country, in which the same happened on that day."""
    told = [p.mention.place for p in before.places if p.role is Role.EVENT]
    there = place.place
    near = any(t and there and t != there and t.country == there.country for t in told)
    opens = _IN_ANOTHER.match(part.text) or _IN_LIKE_MANNER.search(part.text)
    return bool(opens) and near and before.specificity is Specificity.EVENT and before.grounded


def _place(part: Line) -> PlaceMention | None:
    """Find the only place on land where the stretch says that something is, not who counts or cares for the hurt."""
    at = [p for p in part.places if is_at(part, p) and p.place and p.place.kind in _ON_LAND]
    at = [p for p in at if not is_of_who_they_were(part, p)]
    there = [p for p in at if not (COUNTS.search(part.text, 0, part.local(p)[0]) or is_of_care(part, p))]
    return there[0] if len({p.place for p in there}) == 1 else None


def is_ruined(part: Line) -> bool:
    """Whether something burned, or was hit, damaged or destroyed."""
    return bool(_RUINED.search(part.text) or _BURNT.search(part.text))


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
