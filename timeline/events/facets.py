"""What an event can be filtered by beside its date: who, told by whom, where, with what toll, and how exactly known.

Each facet is a column of the table that holds, for every event, the tuple of its values. The values are English and the
same in every language, so that a link opens the same view for every reader; ``said`` gives a reader's words for them.
Names in them come from articles and are untrusted text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from geo.basemap import countries, country_name
from geo.gazetteer import Gazetteer
from geo.place import PlaceKind
from timeline.event import Event, Kind, Party, Toll
from timeline.events import search, words
from timeline.messages import _, language, later

FACETS = ("kinds", "actors", "outlets", "countries", "regions", "casualties", "marks", "datings")
ACTOR_UNKNOWN, OUTLET_UNKNOWN = later("Actor not known"), later("Outlet not known")
COUNTRY_UNKNOWN, REGION_UNKNOWN = later("Country not known"), later("Region not known")
KILLED, INJURED, NOBODY, NOT_STATED = later("Killed"), later("Injured"), later("Nobody hurt"), later("Not stated")
CASUALTIES = (KILLED, INJURED, NOBODY, NOT_STATED)
MARKS = ("dot", "area", "arc", "none")  # how the map shows it
DATINGS = ("exact", "between", "unknown")  # how the timeline shows it
KINDS = tuple(kind.value for kind in Kind)
OURS = frozenset({ACTOR_UNKNOWN, OUTLET_UNKNOWN, COUNTRY_UNKNOWN, REGION_UNKNOWN, *CASUALTIES})
Values = tuple[str, ...]


def values(event: Event, drawn: str) -> dict[str, Values]:
    """The event's values of every facet; ``drawn`` is what the map shows of it, "" for nothing."""
    return {
        "kinds": (event.kind.value,),
        "actors": (_name(event.actor) or ACTOR_UNKNOWN,),
        "outlets": tuple(dict.fromkeys(report.outlet or OUTLET_UNKNOWN for report in event.reports)),
        "countries": _countries(event),
        "regions": _regions(event),
        "casualties": _casualties(event.killed, event.injured),
        "marks": (drawn or "none",),
        "datings": ("unknown" if event.when is None else "exact" if event.when.prec == 1 else "between",),
    }


def said(facet: str, value: str) -> str:
    """A value in the reader's words: a name of an article as it stands, a country or region as the language has it."""
    if value in OURS:
        return _(value)
    if facet == "countries":
        return words.country(_codes().get(value, value))
    return _region(value, language()) if facet == "regions" else value


@cache
def _codes() -> dict[str, str]:
    """The code of each country by the name that the map gives it."""
    return {country_name(code): code for code in countries()}


@cache
def _region(value: str, _spoken: str) -> str:
    """A region and its country; as it stands where the gazetteer has no such region."""
    name, _comma, land = value.rpartition(", ")
    code = _codes().get(land, land)
    bearers = Gazetteer.open().lookup(name)
    found = next((p for p in bearers if p.kind is PlaceKind.REGION and p.country == code and p.region == name), None)
    return f"{words.region(found)}, {words.country(code)}" if found else value


def one_name_each(events: Sequence[Event]) -> dict[str, str]:
    """For every spelling of an actor's name, the commonest one: "Zelenskiy" and "Zelenskyy" are one person."""
    spelled: dict[str, Counter[str]] = {}
    for event in events:
        name = _name(event.actor)
        spelled.setdefault(search.key(name), Counter())[name] += 1
    best = {key: min(names, key=lambda name: (-names[name], name)) for key, names in spelled.items()}
    return {name: best[key] for key, names in spelled.items() for name in names}


def renamed(found: Mapping[str, Values], names: Mapping[str, str]) -> dict[str, Values]:
    """The values with actors under the one name that ``names`` gives them."""
    return {**found, "actors": tuple(names.get(name, name) for name in found["actors"])}


def _name(party: Party | None) -> str:
    return party.name[:1].upper() + party.name[1:] if party else ""


def _countries(event: Event) -> Values:
    """Where it was; for an accusation the countries of both sides."""
    if event.kind is Kind.ACCUSATION:
        codes: Iterable[str | None] = (party.country for party in (event.actor, event.recipient) if party)
    else:
        codes = (event.where.place.country if event.where and event.where.place else None,)
    return tuple(dict.fromkeys(country_name(code) if code else COUNTRY_UNKNOWN for code in codes)) or (COUNTRY_UNKNOWN,)


def _regions(event: Event) -> Values:
    """The first-order region of a strike, with its country; an accusation has none."""
    if event.kind is Kind.ACCUSATION:
        return ()
    place = event.where.place if event.where else None
    if place is None or not place.region:
        return (REGION_UNKNOWN,)
    return (f"{place.region}, {country_name(place.country)}" if place.country else place.region,)


def _casualties(killed: Toll | None, injured: Toll | None) -> Values:
    if killed is None and injured is None:
        return (NOT_STATED,)
    hurt = ((KILLED, killed), (INJURED, injured))
    return tuple(word for word, toll in hurt if toll and _some(toll)) or (NOBODY,)


def _some(toll: Toll) -> bool:
    """Whether anybody is meant: "several" is somebody, 0 is nobody."""
    return toll.high != 0
