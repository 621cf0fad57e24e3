"""The town of a strike that was told of a whole land, as the sentences beside it name it.

They put "the attack" there, or say that it was the target, or where the weapon was going: "the rebels blamed the army
for the raid on X"; "X, the target, lies on the Danube"; "the missile had been on its way to X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.reading.extract.day.dating import may_date
from timeline.reading.extract.force.force import HARMED, HIT, INTERCEPT
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import as_measured, elsewhere
from timeline.reading.extract.sentence.within import contains, is_water
from timeline.reading.extract.strike.spread import sends_many
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.words import finder, of_class

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.OTHER})
_NARROW = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT})
_ACT_AT = (
    rf"{finder(of_class('strike_cues', 'act', 'kinetic act'), plural=True).pattern}"
    r"(?P<between>[^.;:“”\"]{0,90}?)\b(?P<how>on|in|at|near|against|over|outside|targeting|hit|struck)\s+"
    r"(?:the\s+)?(?:(?-i:[a-z])[\w-]*\s+){0,4}(?:of\s+)?$"
)
_AT_THE_ACT = re.compile(  # "the strikes, at [X]", "Friday's drone attack on the hospital in [X]"
    r"\b(?:the|this|that|these|those|its|their|\w+day['’]s)\s+"
    r"(?:(?!second\b|other\b|earlier\b|previous\b|last\b|first\b|latest\b|similar\b|recent\b|past\b)[\w'’-]+\s+){0,3}?"
    + _ACT_AT,
    re.IGNORECASE,
)
_AT_AN_ACT = re.compile(rf"\ban?\s+(?:(?!second\b|other\b|earlier\b)[\w'’-]+\s+){{0,2}}?{_ACT_AT}", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(  # of the act stands what it hit or hurt: "was condemned in [X]" puts something else there
    r"\b(?:and|but|or|while|who|when|where|as|after|before|since|until|because|said|says|told|by|from|of|like)\b"
    rf"|\b(?!(?:{HIT.pattern}|{HARMED.pattern}|(?:happen|occurr|report|record|carried|launch|nam|call)\w*)\b)[a-z]+ed\b"
    r"|\b(?:cut|led|left|drew|brought|made|sent|showed|put|set|gave|met|went|began|fed|spread|rais\w+|forc\w+)\b"
    r"|\b(?:is|are|has|have|will|would|could|may|to)\b",
    re.IGNORECASE,
)
_WEAPON = r"(?:the|both|all)\s+(?:[\w-]+\s+){0,2}?(?:missiles?|drones?|rockets?|projectiles?|aircraft|UAVs?)"
_IT = rf"(?:it|they|{_WEAPON})"
_TO_A_THING = r"\s+(?:the\s+)?(?:(?-i:[a-z])[\w-]*\s+){0,4}(?:of\s+|in\s+|at\s+)?$"
_TARGET = (
    r"(?:the|its|their)\s+(?:intended\s+|apparent\s+|likely\s+)?target\b(?!\s+(?:of|for)\s+(?!the\b|that\b|this\b))"
)


def _way(what: str) -> re.Pattern[str]:
    """Match "the missile was aimed at [X]", "its target had been [X]", of what may be called ``what``."""
    return re.compile(
        rf"\b{_IT}\s+(?:ha[ds]\s+been|have\s+been|was|were)\s+(?:\w+ly\s+)?"
        rf"(?:(?:aimed|fired|launched)\s+at|meant\s+for|intended\s+for){_TO_A_THING}"
        rf"|\b{what}\s+(?:ha[ds]\s+been|have\s+been|was|were)\s+(?:\w+ly\s+)?"
        r"(?:(?:fired|launched|sent|directed|flying|heading|headed|going)\s+(?:for|to|towards?|against)|bound\s+for"
        rf"|(?:on\s+(?:its|their)\s+way|en\s+route)\s+to){_TO_A_THING}|\b{what}\s+(?:had\s+)?"
        rf"(?:targeted|headed\s+(?:for|towards?)|flew\s+(?:to|towards?)){_TO_A_THING}"
        rf"|\b{_TARGET}\s+(?:was|had\s+been|is){_TO_A_THING}",
        re.IGNORECASE,
    )


_BOUND_FOR, _BOUND_FOR_IF_SHOT_DOWN = _way(_WEAPON), _way(_IT)  # a train that was hit heads for a town as well
_IS_THE_TARGET = re.compile(  # "[X], the target, lies on"; "[X], a city of the south, was where it had been heading"
    r"(?:,\s[^,;:.]{2,80}(?:\([^)]{1,30}\))?[^,;:.]{0,60},)?\s+(?:was|had\s+been|is)\s+"
    rf"(?:{_TARGET}|where\s+{_IT}\s+(?:had\s+been|was|were)\s+(?:heading|headed|going|bound|aimed|flying))"
    rf"|,\s+{_TARGET}",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\s+(?:said|says|told|added|reported)\b")  # "the attack wounded nine, a doctor in [X] said"
_MANY = 4  # dead
_STRUCK_BY = frozenset({"on", "against", "targeting", "hit", "struck"})


def narrow(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Give each strike that was told of a whole land, or of none, the town that a sentence about it names."""
    for group in groups:
        if _may_be_narrowed(group):
            found = next(((line, town) for line in _about(group, groups, lines) for town in _towns(group, line)), None)
            if found:
                group.finer.append(found[1])
                group.detail(found[0])


def _may_be_narrowed(group: Group) -> bool:
    """Whether one strike was told, and of no place finer than a region."""
    places = [p for d in group.voices if (p := place_of(d)) is not None]
    wide = all(p.place and p.place.kind in _WIDE and not is_water(p) for p in places)
    many = any(d.tally or sends_many(d.part) or elsewhere(d.part) for d in group.drafts)
    return wide and not many and not group.finer


def _about(group: Group, groups: Sequence[Group], lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines in which "the attack" can be no other: those of the body up to the next strike."""
    first = min((d.line.number for d in group.drafts if d.line.zone is Zone.BODY), default=None)
    if first is None:
        return
    others = {d.line.number for g in groups if g is not group for d in g.drafts if d.line.zone is Zone.BODY}
    end = min((n for n in others if n > first), default=None)
    yield from (
        line for line in lines if line.zone is Zone.BODY and first < line.number and (end is None or line.number < end)
    )


def _towns(group: Group, line: Line) -> Iterator[PlaceMention]:
    """Yield the towns, inside what the strike was told of, at which the line puts it."""
    own = group.own_date.when if group.own_date else None
    days = [t.when for t in line.times if may_date(line, t) and t.when]
    if any(own is None or not own.meets(day.first, day.last) for day in days):
        return
    told = [p for d in group.voices if (p := place_of(d)) is not None]
    act = _AT_AN_ACT if _counts_its_dead(group, line) else _AT_THE_ACT
    for town in line.places:
        narrow = town.place and town.place.kind in _NARROW and town.cue is not Cue.FROM
        if (
            narrow
            and all(contains(p, town) for p in told)
            and (_is_put_at(line, town, act) or _is_aimed_at(group, line, town))
        ):
            yield as_measured(line, town)


def _counts_its_dead(group: Group, line: Line) -> bool:
    """Whether the line counts as many dead as the strike had, so many that this is no chance."""
    told, dead = group.killed, tolls(line.text, line.date_spans).killed if group.killed else None
    return bool(told and dead and told.best == dead.best and (told.best or 0) >= _MANY)


def _is_aimed_at(group: Group, line: Line, town: PlaceMention) -> bool:
    """Whether the line says that the town was the target, or where the weapon was going."""
    start, end = line.local(town)
    shot_down = any(INTERCEPT.search(d.part.text) for d in group.drafts)
    way = _BOUND_FOR_IF_SHOT_DOWN if shot_down else _BOUND_FOR
    return bool(way.search(line.text, 0, start) or _IS_THE_TARGET.match(line.text, end))


def _is_put_at(line: Line, town: PlaceMention, the_act: re.Pattern[str]) -> bool:
    """Whether the line puts "the attack" at the town, and not who speaks, gathers or fears there."""
    start, end = line.local(town)
    act = the_act.search(line.text, 0, start) or _AT_THE_ACT.search(line.text, 0, start)
    if act is None or _OTHER_CLAUSE.search(act["between"]) or _SPEAKS.match(line.text, end):
        return False
    return not (is_capital(town) and act["how"].lower() not in _STRUCK_BY)
