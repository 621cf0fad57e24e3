"""Where an event is, as a geometry that is never more exact than what was said.

A strike at an exact or near place is a point; one that is only known by its region or country is that area, where
``data/built`` has it. A region's middle is no place where anything happened, and an accusation has no blast site.
"""

from __future__ import annotations

from itertools import pairwise

from geo.basemap import Polygon, Ring, area_polygons
from timeline.event import Event, Kind

POINT_PRECISIONS = frozenset({1, 2})
REGION_PRECISIONS = frozenset({3, 4})  # a district is drawn as the region around it
COUNTRY_PRECISIONS = frozenset({5, 6})  # a part of a country as the whole


def geometry(event: Event) -> dict[str, object] | None:
    """A GeoJSON geometry (RFC 7946: longitude first, outer rings counter-clockwise), or ``None``."""
    place = event.where.place if event.where else None
    if place is None or event.kind != Kind.STRIKE:
        return None
    if event.where_prec in POINT_PRECISIONS:
        return {"type": "Point", "coordinates": [place.lon, place.lat]}
    polygons = area(event)
    return {"type": "MultiPolygon", "coordinates": polygons} if polygons else None


def area(event: Event) -> list[Polygon]:
    """The polygons of the region or country in which a strike happened; empty where none are known."""
    place = event.where.place if event.where else None
    if place is None or event.kind != Kind.STRIKE:
        return []
    code = None
    if event.where_prec in REGION_PRECISIONS:
        code = place.region_code
    elif event.where_prec in COUNTRY_PRECISIONS:
        code = place.country
    return [[_turned(ring, n == 0) for n, ring in enumerate(polygon)] for polygon in area_polygons(code or "")]


def _turned(ring: Ring, outer: bool) -> Ring:
    """The ring counter-clockwise if it is an outer one, else clockwise, and closed."""
    closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    counter_clockwise = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed)) > 0
    return closed if counter_clockwise is outer else closed[::-1]
