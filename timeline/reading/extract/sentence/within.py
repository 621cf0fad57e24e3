"""What lies in what: a town in its region, its country, or within the radius of an area; and what is at sea."""

from __future__ import annotations

import re

from geo.place import Cue, PlaceKind, PlaceMention, distance_km
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, phrases, table

FINE = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT, PlaceKind.REGION})  # within a country
_GREAT_CITY, _SUBURBS_KM = 300_000, 40.0  # people; how far from the middle its quarters lie
_WATER = re.compile(r"\b(?:Sea|Ocean|Gulf|Bay|Straits?|Channel)\b")
_AMID = {"UA.20": "UA.11"}  # Sevastopol, governed apart, lies on the Crimean peninsula
_AT = re.compile(r"(?<![\w-])(?:in|near|at|outside|over|around)\s+(?:the\s+)?$", re.IGNORECASE)

SITES = finder(
    [*phrases("parts_of_a_town"), *(word.strip() for row in table("target_sorts") for word in row["words"].split(";"))],
    plural=True,
    exact_case=True,  # "the University of Damascus" is a name
)
_SITE_OF = re.compile(  # "a quarter of Homs", "the hospital of the city of Nyala"
    rf"(?:{SITES.pattern})\s+of\s+(?:the\s+(?:[a-z-]+\s+){{0,2}}(?:city|town|village|port)\s+of\s+)?$"
)


def contains(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Whether the first place lies around the second: its region, its country, or within its radius."""
    a, b = outer.place, inner.place
    if a is None or b is None or a == b:
        return False
    if a.kind is PlaceKind.COUNTRY:
        return a.country == b.country and b.kind is not PlaceKind.COUNTRY
    if a.kind is PlaceKind.REGION:
        return a.region_code is not None and a.region_code in (b.region_code, _AMID.get(b.region_code or ""))
    if is_water(outer) and b.kind in (PlaceKind.REGION, PlaceKind.DISTRICT):  # a ship in a sea is in no province
        return False
    return a.radius_km > b.radius_km and distance_km(a, b) <= a.radius_km


def is_site_of(line: Line, mention: PlaceMention) -> bool:
    """Whether the name says whose a building or a quarter is: "the airport of Kassala"."""
    land = mention.place is None or mention.place.kind is PlaceKind.COUNTRY
    return not land and bool(_SITE_OF.search(line.text, 0, line.local(mention)[0]))


def is_region(mention: PlaceMention) -> bool:
    """Whether the name was read as that of a first-order region."""
    return mention.place is not None and mention.place.kind is PlaceKind.REGION


def is_water(mention: PlaceMention) -> bool:
    """Whether the name was read as that of a sea, a gulf or a strait."""
    place = mention.place
    return place is not None and place.kind is PlaceKind.OTHER and bool(_WATER.search(place.name))


def is_at(line: Line, mention: PlaceMention) -> bool:
    """Whether the words say that something is there: "in Kharkiv", "near the border"."""
    return mention.cue is Cue.AT or bool(_AT.search(line.text, 0, line.local(mention)[0]))


def is_only_a_city(mention: PlaceMention) -> bool:
    """Whether what lies in the name can only be a quarter: it is a great city's, and no land bears it too."""
    place = mention.place
    if place is None or place.kind is not PlaceKind.CITY or place.population < _GREAT_CITY:
        return False
    return not any(c.place.kind is PlaceKind.REGION and c.place.radius_km > _SUBURBS_KM for c in mention.candidates)
