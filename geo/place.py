"""The nouns of *where*: a place, the mention of one in a text, and what can look names up.

Coordinates are degrees (WGS 84), distances kilometres, spans half-open code-point offsets into the text as given.

Errors, all of them a ``GeoError``::

    GeoError
    ├── PlaceError (ValueError)          a place that cannot be on the globe
    ├── GazetteerError (OSError)         the built gazetteer is missing or damaged
    └── GeocoderUnavailable (OSError)    an online geocoder was asked for and did not answer
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


class GeoError(Exception):
    """Base of every error raised by ``geo``."""


class PlaceError(GeoError, ValueError):
    """A place whose coordinates or radius are impossible."""


class GazetteerError(GeoError, OSError):
    """The built gazetteer is missing, of another version, or damaged."""


class GeocoderUnavailable(GeoError, OSError):
    """An online geocoder was turned on and could not be reached."""


class PlaceKind(StrEnum):
    """What sort of thing a place is, coarse enough to decide how it may be drawn."""

    COUNTRY = "country"
    REGION = "region"  # first-order: oblast, state, province
    DISTRICT = "district"  # second-order: raion, county
    CITY = "city"  # any populated place, a village too
    SITE = "site"  # one facility: a plant, a base, a port
    OTHER = "other"  # water, mountains, supranational regions


class Cue(StrEnum):
    """How the sentence uses the name: grammar only. Its role in an event is decided elsewhere."""

    AT = "at"  # governed by in, at, near, on, over ...
    TO = "to"  # governed by toward, into, against ...
    FROM = "from"  # governed by from
    CONTAINER = "container"  # contains the place named just before: "Mukachevo, Zakarpattia"
    OWNER = "owner"  # possessive before another name: "Ukraine's Kharkiv"; "Ukraine's president"
    SUBJECT = "subject"  # stands where the doer of a finite verb stands: "Kyiv has evidence"
    OBJECT = "object"  # stands where the one acted on stands: "accused China", "hit Kharkiv"
    ATTRIBUTE = "attribute"  # a name before a noun: "Belgorod governor", "Kharkiv power plant"
    DEMONYM = "demonym"  # not a name but its adjective or people: "Ukrainian", "Russians"
    DATELINE = "dateline"  # "KYIV, Oct 4 -" at the head of a text
    NONE = "none"  # nothing around it tells


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    ``geonameid`` is the GeoNames id (0 for a curated place that GeoNames lacks); ``country`` the ISO 3166-1 alpha-2
    code and ``region`` the name of the first-order region, each ``None`` where there is none; ``region_code`` GeoNames'
    own code of that region ("UA.27"), by which areas are found; ``radius_km`` how far from the point the name reaches.

    Raises ``PlaceError`` for coordinates off the globe, (0, 0), or a radius that is not positive.
    """

    geonameid: int
    name: str
    kind: PlaceKind
    country: str | None
    region: str | None
    region_code: str | None
    lat: float
    lon: float
    radius_km: float
    population: int = 0

    def __post_init__(self) -> None:
        if not (math.isfinite(self.lat) and -90 <= self.lat <= 90):
            raise PlaceError(f"{self.name}: latitude {self.lat!r} is not between -90 and 90")
        if not (math.isfinite(self.lon) and -180 <= self.lon <= 180):
            raise PlaceError(f"{self.name}: longitude {self.lon!r} is not between -180 and 180")
        if self.lat == 0 and self.lon == 0:
            raise PlaceError(f"{self.name}: (0, 0) means an unknown point, not a place")
        if not (math.isfinite(self.radius_km) and self.radius_km > 0):
            raise PlaceError(f"{self.name}: radius {self.radius_km!r} km is not positive")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with the resolver's score (higher is better; comparable within one mention)."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in a text: ``text[start:end]`` is ``said``.

    ``place`` is ``None`` where nothing is certain enough; ``candidates`` then still tell what it could be, best first.
    ``qualifier`` is the word that loosens the name ("near", "western", "central"), else "". ``why`` says in one
    sentence why this place was chosen, or why none was.
    """

    start: int
    end: int
    said: str
    place: Place | None
    candidates: tuple[Candidate, ...]
    cue: Cue
    qualifier: str
    why: str


class Geocoder(Protocol):
    """Anything that can say which places bear a name: the built gazetteer, or an online service."""

    def lookup(self, name: str) -> Sequence[Place]:
        """Every place that bears ``name``, most important first; empty when there is none.

        Raises ``GeocoderUnavailable`` when a service cannot be reached.
        """
        ...


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance in km; right across the date line."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
