"""Flat geometry for the map: curved arcs with their arrows, hatching, and the view that holds a set of points.

Longitudes and latitudes are degrees. Curves are drawn in Web Mercator, so that they look the same wherever they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom, projected

MAX_LATITUDE = 85.0511  # where Web Mercator ends
TILE = 512  # pixels the world is wide at zoom 0
CURVE_STEPS = 96
LANE_BEND, LANE_STEP = 0.16, 0.09  # how far the first arc of a pair bows, and each next one more, of its length


def project(point: Point) -> Point:
    """Web Mercator in units of the world's width, y down."""
    lat = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, point[1])))
    return point[0] / 360 + 0.5, 0.5 - math.log(math.tan(math.pi / 4 + lat / 2)) / (2 * math.pi)


def unproject(point: Point) -> Point:
    """Longitude and latitude of a projected point."""
    lat = 2 * math.atan(math.exp((0.5 - point[1]) * 2 * math.pi)) - math.pi / 2
    return (point[0] - 0.5) * 360, math.degrees(lat)


def arc(start: Point, end: Point, lane: int) -> list[Point]:
    """A curve from ``start`` to ``end``, the shorter way round; arcs of one pair fan out by ``lane`` 0, 1, 2 ..."""
    turn = 360 if start[0] - end[0] > 180 else -360 if end[0] - start[0] > 180 else 0
    (x0, y0), (x1, y1) = project(start), project((end[0] + turn, end[1]))
    bend = LANE_BEND + LANE_STEP * lane
    side = 1 if x1 >= x0 else -1  # always bow northwards
    control = ((x0 + x1) / 2 + side * bend * (y1 - y0), (y0 + y1) / 2 - side * bend * (x1 - x0))
    return [unproject(_bezier((x0, y0), control, (x1, y1), n / CURVE_STEPS)) for n in range(CURVE_STEPS + 1)]


def _bezier(a: Point, b: Point, c: Point, t: float) -> Point:
    u = 1 - t
    return (u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1])


def heading(before: Point, after: Point) -> float:
    """Degrees counter-clockwise from east in which the curve runs on the map."""
    (x0, y0), (x1, y1) = project(before), project(after)
    return math.degrees(math.atan2(y0 - y1, x1 - x0))


def hatch(polygons: Sequence[Sequence[Sequence[Sequence[float]]]], lines: int = 26) -> list[list[Point]]:
    """Segments at 45 degrees inside the polygons (holes left out), about ``lines`` of them across."""
    rings = [[(float(x), float(y)) for x, y, *_ in ring] for polygon in polygons for ring in polygon]
    tilted = [(x + y, x - y) for ring in rings for x, y in ring]
    if not tilted:
        return []
    low, high = min(t for t, _ in tilted), max(t for t, _ in tilted)
    step = (high - low) / lines
    edges = [(a, b) for ring in rings for a, b in pairwise(ring)]
    return [segment for n in range(lines) for segment in _cut(edges, low + (n + 0.5) * step)]


def _cut(edges: Iterable[tuple[Point, Point]], level: float) -> list[list[Point]]:
    """The parts of the line x + y = level that lie inside, by the even-odd rule."""
    crossings = []
    for (x0, y0), (x1, y1) in edges:
        s, e = x0 + y0 - level, x1 + y1 - level
        if (s > 0) != (e > 0):
            t = s / (s - e)
            crossings.append((x0 + t * (x1 - x0), y0 + t * (y1 - y0)))
    crossings.sort()
    return [[a, b] for a, b in zip(crossings[::2], crossings[1::2], strict=False)]


def view(points: Sequence[Point], width: int, height: int, most: float, pad: float = 0.85) -> tuple[Point, float]:
    """Centre and zoom that hold ``points`` in ``width`` x ``height`` pixels, no closer than zoom ``most``.

    No points give the whole world.
    """
    if not points:
        return (10.0, 25.0), max(0.0, math.log2(width / TILE))
    xs, ys = zip(*(project(p) for p in points), strict=True)
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    zoom = math.log2(pad * min(width / wide, height / high) / TILE)
    return unproject(((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)), max(0.0, min(most, zoom))


def visible(centre: Point, zoom: float, width: int, height: int) -> Box:
    """What a view of ``width`` x ``height`` pixels shows, projected: left, top, right, bottom."""
    x, y = project(centre)
    half_wide, half_high = width / (TILE * 2 ** (zoom + 1)), height / (TILE * 2 ** (zoom + 1))
    return x - half_wide, y - half_high, x + half_wide, y + half_high


def last_inside(path: Sequence[Point], box: Box) -> int:
    """The index of the last point before the path first leaves the box; 0 when it starts outside."""
    left, top, right, bottom = box
    for n, (x, y) in enumerate(map(project, path)):
        if not (left <= x <= right and top <= y <= bottom):
            return max(n - 1, 0)
    return len(path) - 1
