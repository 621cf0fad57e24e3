"""Whose minister somebody is whom an article calls by the office alone: "Defence Minister Pedro Salcedo".

His government's that the sentence names, else of the country from which the article was sent; a governor, mayor or
police chief is of the country where everything happens that the article places. Never of the country that he accuses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from geo.place import Cue, PlaceKind
from timeline.article import REPORTING_ZONES
from timeline.event import Party
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line

_LOCAL = (
    r"(?:governor|mayor|police\s+chief|interior\s+minister|home\s+minister|prefect"
    r"|(?:district|county|state)\s+(?:head|commissioner|administrator))"
)
_OFFICE = (
    rf"(?:president|premier|chancellor|prime\s+minister|(?:vice|deputy)\s+president|{_LOCAL}"
    r"|(?:army|military|government|presidential|police|defen[cs]e|foreign\s+ministry|rebel)\s+spokes\w+"
    r"|army\s+(?:chief|commander)"
    r"|(?:(?:deputy|first)\s+)*(?:foreign|defen[cs]e|information|justice|security|intelligence|health|culture"
    r"|energy|transport)\s+minister|minister)"
)
_RANK = (
    r"(?:(?:major|lieutenant|brigadier|colonel|vice|rear|general|captain|commander|admiral|sheikh"
    r"|(?:maj|lt|brig|col|gen|capt|cmdr|adm|dr)\.?)\s+)*"
)
_BEFORE = re.compile(
    rf"\b({_OFFICE}|spokes(?:man|woman|person)\s+(?:for|of)\s+[^,.;]{{3,40}}"
    rf"|(?:regional|county|district)\s+(?:coordinator|commissioner)),?\s+{_RANK}$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf",\s+(?:the\s+|its\s+)?({_OFFICE})\b(?!\s+of\b)", re.IGNORECASE)
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT, PlaceKind.REGION})
_GOVERNMENT = re.compile(r"\b(?:government|ministry|army|military|state|presidency)\b", re.IGNORECASE)


def with_country(
    accuser: Party | None, lines: Sequence[Line], named: Sequence[Named], home: str | None, accused: Collection[str]
) -> Party | None:
    """Give a person the office held beside the name, and the country where the article lets it be told."""
    if accuser is None or accuser.country or not accuser.speaker or not (office := _office_of(accuser, lines)):
        return accuser
    accuser = replace(accuser, office=accuser.office or office.lower())
    governments = {n.party.country for n in named if n.party.country and _GOVERNMENT.search(n.party.name)} - {*accused}
    local = re.fullmatch(_LOCAL, office, re.IGNORECASE)
    places = _countries_of_towns(lines) if local else set()
    for countries in (governments, {home} if home else set(), places):
        if len(countries) == 1 and not countries & {*accused}:
            return replace(accuser, country=next(iter(countries)))
    return accuser


def _office_of(person: Party, lines: Sequence[Line]) -> str | None:
    """Find the office that stands right before the name, or beside it between commas."""
    name = re.compile(re.escape(person.name), re.IGNORECASE)
    named = ((line.text, at.span()) for line in lines for at in name.finditer(line.text))
    beside = (_BEFORE.search(text, 0, start) or _AFTER.match(text, end) for text, (start, end) in named)
    return next((office[1] for office in beside if office), None)


def _countries_of_towns(lines: Sequence[Line]) -> set[str]:
    places = (p for line in lines if line.zone in REPORTING_ZONES for p in line.places)
    towns = (p.place for p in places if p.place and p.place.kind in _TOWNS and p.cue is not Cue.DEMONYM)
    return {town.country for town in towns if town.country}
