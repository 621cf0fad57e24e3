"""What the map shows: typed marks in, rows of numbers and our own labels out.

No article text comes here, because deck.gl evaluates strings in its data. A row carries ``ns``, the numbers of the
table's rows that it stands for.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from geo import basemap
from geo.curves import Box, Point, arc, heading, last_inside
from geo.place import EARTH_RADIUS_KM

DOT_PIXELS = 7
COUNT_BELOW = 26  # pixels from the middle of an area to its count
EXIT_OFFSET = (8, 18)  # pixels from where an arc leaves the view to the words that say where to


@dataclass(frozen=True, slots=True)
class Dot:
    """Events at one point: ``ns`` their row numbers, ``name`` the gazetteer's, ``radius_km`` its reach."""

    ns: tuple[int, ...]
    name: str
    lon: float
    lat: float
    radius_km: float
    label: str


@dataclass(frozen=True, slots=True)
class Area:
    """Events somewhere in a country ("UA") or region ("UA.25"); the disc stands in where no source draws the area.

    ``sign`` is written in its middle; "" for the count and the name in English.
    """

    ns: tuple[int, ...]
    code: str
    lon: float
    lat: float
    radius_km: float
    label: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Arc:
    """One accusation, from the accuser's country to the accused's (ISO alpha-2).

    ``towards`` is written where it leaves the view; "" for the accused country's name in English.
    """

    n: int
    accuser: str
    accused: str
    label: str
    towards: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything to draw, and which row is selected."""

    dots: tuple[Dot, ...] = ()
    areas: tuple[Area, ...] = ()
    arcs: tuple[Arc, ...] = ()
    selected: int | None = None


def dot_row(dot: Dot, selected: int | None) -> dict[str, Any]:
    """A dot, larger and counted where several events share it."""
    return {
        "ns": list(dot.ns),
        "at": [dot.lon, dot.lat],
        "metres": dot.radius_km * 1000,
        "label": dot.label,
        "size": size(dot),
        "count": short(len(dot.ns)),
        "chosen": selected in dot.ns,
    }


def size(dot: Dot) -> int:
    """The radius in pixels that a dot is drawn with: room for its count."""
    return DOT_PIXELS if len(dot.ns) == 1 else DOT_PIXELS + 2 + 3 * len(short(len(dot.ns)))


def names(dots: Sequence[Dot]) -> list[dict[str, Any]]:
    """The names of the places, those with most events first."""
    ordered = sorted(dots, key=lambda dot: (-len(dot.ns), dot.lat, dot.lon))
    return [{"at": [dot.lon, dot.lat], "count": dot.name, "size": size(dot)} for dot in ordered]


def short(count: int) -> str:
    """A count that fits into a dot: 12, 999, 1.2k, 25k."""
    if count < 1000:
        return str(count)
    return f"{count // 100 / 10:g}k" if count < 10_000 else f"{count // 1000}k"


def shape_row(area: Area, polygon: basemap.Polygon, selected: int | None) -> dict[str, Any]:
    """One polygon of an area."""
    return {"ns": list(area.ns), "polygon": polygon, "label": area.label, "chosen": selected in area.ns}


def disc_row(area: Area) -> dict[str, Any]:
    """The disc that stands in for an area no source draws."""
    return {"ns": list(area.ns), "polygon": circle((area.lon, area.lat), area.radius_km), "label": area.label}


def count_row(area: Area) -> dict[str, Any]:
    """How many events an area holds, written in its middle."""
    point = basemap.country_point(area.code) or (area.lon, area.lat)
    count = area.sign or f"{len(area.ns)} in {area.label.split(':')[0]}"
    return {"at": list(point), "count": count, "offset": [0, COUNT_BELOW]}


def circle(centre: Point, radius_km: float, steps: int = 72) -> list[Point]:
    """A ring of points ``radius_km`` around ``centre``, good enough below a few hundred kilometres."""
    lat = math.radians(centre[1])
    dy = math.degrees(radius_km / EARTH_RADIUS_KM)
    dx = dy / max(math.cos(lat), 0.01)
    turns = [2 * math.pi * n / steps for n in range(steps + 1)]
    return [(centre[0] + dx * math.cos(t), centre[1] + dy * math.sin(t)) for t in turns]


def arrowheads(path: Sequence[Point], window: Box) -> list[dict[str, Any]]:
    """Arrowheads: at the end, and where the arc leaves the first view."""
    places = {len(path) - 1, last_inside(path, window)} - {0}
    return [{"at": path[n], "angle": heading(path[n - 1], path[n]), "count": "➤"} for n in sorted(places)]


def exits(arcs: Sequence[Arc], window: Box) -> list[dict[str, Any]]:
    """Where the lowest arc of a pair leaves the first view: to which country, and how many go there."""
    counts = Counter((found.accuser, found.accused) for found in arcs)
    rows = []
    for found, lane in lanes(arcs):
        path = _path(found, lane)
        n = last_inside(path, window) if lane == 0 and path else 0
        if 0 < n < len(path) - 1:
            many = counts[found.accuser, found.accused]
            towards = found.towards or f"to {basemap.country_name(found.accused)}"
            said = towards + f" ({many})" * (many > 1)
            rows.append({"at": path[n], "count": said, "offset": list(EXIT_OFFSET), "anchor": "end"})
    return rows


def _path(found: Arc, lane: int) -> list[Point]:
    start, end = basemap.country_point(found.accuser), basemap.country_point(found.accused)
    return arc(start, end, lane) if start and end else []


def lanes(arcs: Iterable[Arc]) -> list[tuple[Arc, int]]:
    """Each arc with its place in the fan of its pair of countries, in the order given."""
    used: dict[frozenset[str], int] = {}
    found = []
    for one in arcs:
        pair = frozenset({one.accuser, one.accused})
        found.append((one, used.get(pair, 0)))
        used[pair] = used.get(pair, 0) + 1
    return found


def arc_row(found: Arc, lane: int, selected: int | None) -> dict[str, Any]:
    """An arc and whether it is the selected one."""
    return {"ns": [found.n], "path": _path(found, lane), "label": found.label, "chosen": found.n == selected}


def extent(marks: Marks) -> list[Point]:
    """The points that the first view should hold."""
    points = [(dot.lon, dot.lat) for dot in marks.dots]
    for area in marks.areas:
        rings = [ring for polygon in _main_polygons(area.code) for ring in polygon]
        points += [(x, y) for ring in rings for x, y in ring] or [(area.lon, area.lat)]
    if points:
        return points
    ends = [basemap.country_point(code) for a in marks.arcs for code in (a.accuser, a.accused)]
    return [end for end in ends if end is not None]


def _main_polygons(code: str) -> list[basemap.Polygon]:
    """The polygons that matter for a view: not the far islands of a country."""
    polygons = basemap.area_polygons(code)
    return sorted(polygons, key=_width, reverse=True)[:1]


def _width(polygon: basemap.Polygon) -> float:
    xs = [point[0] for point in polygon[0]]
    return max(xs) - min(xs)
