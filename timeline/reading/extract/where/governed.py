"""Where a strike was that no place of its own tells: with those who govern, defend or suffer there."""

from __future__ import annotations

import re
from dataclasses import replace

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.event import Party, Role, RolePlace
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.within import FINE
from timeline.reading.extract.where.roles import DOING_NOUN

_GOVERNOR = re.compile(
    r"(?:['’]s?)?\s+(?:(?:[Rr]egion(?:al)?|[Oo]blast|[Ss]tate|[Pp]rovinc(?:e|ial))(?:['’]s)?\s+)?"
    r"(?:[Aa]cting\s+|[Dd]eputy\s+)?[Gg]overnor\b"
)
_GOVERNOR_OF = re.compile(r"\b(?:[Gg]overnor|[Hh]ead)\s+of\s+(?:the\s+)?$")
_MAYOR = re.compile(r"(?:['’]s?)?\s+(?:[Cc]ity\s+)?(?:[Aa]cting\s+|[Dd]eputy\s+)?[Mm]ayor\b")
_MAYOR_OF = re.compile(r"\b[Mm]ayor\s+of\s+(?:the\s+(?:\w+\s+){0,2}(?:city|town)\s+of\s+)?$")
_LOCALS = re.compile(
    r"\b(?:police(?:\s+chief)?|rescuers|rescue\s+workers|firefighters"
    r"|(?:local|city|municipal)\s+(?:officials|authorities|council|administration))\s+(?:in|of)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}(?:(?:city|town|village|port)\s+of\s+)?$",
    re.IGNORECASE,
)
_LAND = re.compile(
    r"\s+(?:(?!and\b|or\b)[a-z-]+\s+){0,2}?(?:city|town|village|region|province|district|island|port|coast"
    r"|countryside)\b"
)
_WHENCE = re.compile(r"\b(?:from|across|along)\s+(?:the\s+)?$", re.IGNORECASE)  # "from the Afghan side"
_WATCHER = re.compile(  # "the Syrian Observatory for Human Rights": who tells, not who was struck
    r"\s+(?:[A-Z]\w+\s+){0,2}(?:Observatory|Committees?|Agency|Network|Cent(?:er|re)|Commission|Society|Crescent"
    r"|Cross)\b"
)
_SIRENS = re.compile(
    r"\b(?:sirens?|alarms?|alerts?)\s+(?:had\s+)?(?:sounded|sounding|wailed|wailing|blared|rang|went\s+off|(?:was"
    r"|were)\s+(?:activated|sounded|heard|triggered))"
    r"\s+(?:[\w-]+\s+){0,4}?(?:in|across|over|around|near|throughout)\s+(?:the\s+)?(?:[\w-]+\s+(?:and|of)\s+)?$",
    re.IGNORECASE,
)
_BOUND_FOR = re.compile(
    r"\b(?:on\s+(?:its|their|the)\s+way\s+to|head(?:ing|ed)\s+(?:for|to|towards?)|bound\s+for"
    r"|en\s+route\s+(?:to|for)|flying\s+(?:to|towards?)|(?:aimed|fired|launched)\s+at)\s+(?:the\s+)?"
    r"(?:(?:\w+\s+)?(?:city|town|port|region)\s+of\s+)?$",
    re.IGNORECASE,
)
_AIR_DEFENCE = re.compile(
    r"(?:['’]s?)?\s+(?:(?:\w+\s+)?(?:air\s+defen[cs]es?|air\s+force|anti-aircraft|defen[cs]e\s+ministry"
    r"|ministry\s+of\s+defen[cs]e)\b|sa(?:ys|id)\s+(?:on\s+\w+\s+)?(?:that\s+)?it\b)",
    re.IGNORECASE,
)


_ARMY = re.compile(r"(?:['’]s?)?\s+(?:military|army|armed\s+forces|general\s+staff)\b", re.IGNORECASE)
_SHOT_DOWN = re.compile(
    r"\b(?:shot|brought|knocked)\s+down\b|\b(?:intercepted|downed|neutrali[sz]ed|destroyed)\b", re.IGNORECASE
)


def of_the_victim(
    line: Line, places: tuple[RolePlace, ...], actor: str | None, theatre: frozenset[str]
) -> tuple[RolePlace, ...]:
    """Place a strike that names no place in the country of its victim: "Ukrainian energy sites were attacked".

    Only a country in which the article places something else will do, and never the doer's own; a land or a town of
    its is in it: "a Russian city", "the Lebanese coast".
    """
    victim = next(
        (
            p.mention
            for p in places
            if p.mention.cue is Cue.DEMONYM
            and p.mention.place
            and p.mention.place.country != actor
            and (p.mention.place.country in theatre or _LAND.match(line.text, line.local(p.mention)[1]))
            and not _WHENCE.search(line.text, 0, line.local(p.mention)[0])
            and not DOING_NOUN.match(line.text, line.local(p.mention)[1])
            and not _WATCHER.match(line.text, line.local(p.mention)[1])
        ),
        None,
    )
    return tuple(RolePlace(p.mention, Role.EVENT) if p.mention is victim else p for p in places)


def of_the_governor(line: Line, places: tuple[RolePlace, ...]) -> tuple[RolePlace, ...]:
    """Place a strike that names no place known where those govern who tell it: of their own town or region they speak.

    A governor's is the region, though it bears a town's name, and a mayor's the town, unless a village is named.
    """
    named = [p.mention for p in places if p.mention.place]
    regions = ((m, region) for m in named if _is_governed(line, *line.local(m)) and (region := region_of(m)))
    towns = ((m, m) for m in named if has_mayor(line, m) and not elsewhere(line))
    said, own = next(regions, None) or next(towns, None) or (None, None)
    return tuple(RolePlace(own, Role.EVENT) if own and p.mention is said else p for p in places)


def town_of_speaker(line: Line, places: tuple[RolePlace, ...]) -> PlaceMention | None:
    """Find the town whose governor or mayor speaks of "the city"."""
    named = [p.mention for p in places if p.mention.place]
    speaking = (m for m in named if _is_governed(line, *line.local(m)) or has_mayor(line, m))
    return next((town for m in speaking if (town := _town_of(m))), None)


def _town_of(mention: PlaceMention) -> PlaceMention | None:
    """Read a name as that of a town: the mention itself, or the one among its other readings in the region."""
    if mention.place is None or mention.place.kind is PlaceKind.CITY:
        return mention
    code = mention.place.region_code
    found = (c.place for c in mention.candidates if c.place.kind is PlaceKind.CITY and c.place.region_code == code)
    town = next(found, None)
    return replace(mention, place=town) if town else None


def region_of(mention: PlaceMention) -> PlaceMention | None:
    """Read a name as that of a region: the mention itself, or the one among its other readings around the town."""
    if mention.place is None or mention.place.kind is PlaceKind.REGION:
        return mention
    code = mention.place.region_code
    found = (c.place for c in mention.candidates if c.place.kind is PlaceKind.REGION and c.place.region_code == code)
    region = next(found, None)
    return replace(mention, place=region) if region else None


def _is_governed(line: Line, start: int, end: int) -> bool:
    return bool(_GOVERNOR.match(line.text, end) or _GOVERNOR_OF.search(line.text, 0, start))


def has_mayor(line: Line, mention: PlaceMention) -> bool:
    """Whether the mayor, the police or the rescuers of a town are spoken of."""
    start, end = line.local(mention)
    town = mention.place is not None and mention.place.kind is PlaceKind.CITY
    mayor = _MAYOR.match(line.text, end) or _MAYOR_OF.search(line.text, 0, start)
    return town and bool(mayor or _LOCALS.search(line.text, 0, start))


def under_sirens(line: Line, places: tuple[RolePlace, ...], act: int) -> tuple[RolePlace, ...]:
    """Place what was shot down, nobody says where, under the sirens that sounded for it: "sirens wailed in Haifa".

    So does the town or the region that it was on its way to.
    """
    sought = {id(p.mention) for p in places if p.mention.place and p.mention.place.kind in FINE}
    warned = {id(p.mention) for p in places if _SIRENS.search(line.text, 0, min(line.local(p.mention)[0], act))}
    warned |= {
        id(p.mention)
        for p in places
        if id(p.mention) in sought and _BOUND_FOR.search(line.text, 0, line.local(p.mention)[0])
    }
    return tuple(RolePlace(p.mention, Role.EVENT) if id(p.mention) in warned else p for p in places)


def of_the_defender(
    line: Line, places: tuple[RolePlace, ...], theatre: frozenset[str], attacker: Party | None
) -> tuple[RolePlace, ...]:
    """Place what a country's air defence shot down, nobody says where, in that country: it is the sky it defends.

    So does what its army says was shot down, if the story plays in that country: armies shoot abroad too.
    """
    sender = attacker.country if attacker else None
    lands = (p.mention for p in places if p.mention.place and not (sender and p.mention.place.country == sender))
    named = [(m, line.local(m)[1]) for m in lands]
    home = next((m for m, end in named if _AIR_DEFENCE.match(line.text, end)), None)
    if home is None and _SHOT_DOWN.search(line.text):
        at_home = ((m, end) for m, end in named if m.place and m.place.country in theatre)
        home = next((m for m, end in at_home if _ARMY.match(line.text, end)), None)
    return tuple(RolePlace(p.mention, Role.EVENT) if p.mention is home else p for p in places)
