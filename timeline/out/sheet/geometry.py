"""From degrees to the page: a view of the map, and lines and areas cut at its frame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.curves import TILE, project, unproject, view
from geo.place import EARTH_RADIUS_KM
from timeline.out.sheet.drawing import Box, Point

NEAREST = 0.4  # units; points closer than this to the one before add nothing that can be seen
DEGREE_KM = math.radians(EARTH_RADIUS_KM)


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world in Web Mercator inside ``box``: the page's units are ``scale`` to the world's width."""

    box: Box
    left: float  # of the world, projected
    top: float
    scale: float

    def at(self, point: Sequence[float]) -> Point:
        """Where a longitude and latitude stand on the page."""
        x, y = project((point[0], point[1]))
        return self.box.left + (x - self.left) * self.scale, self.box.top + (y - self.top) * self.scale

    def per_km(self, lat: float) -> float:
        """Units for a kilometre at a latitude."""
        return self.scale / (360 * DEGREE_KM * math.cos(math.radians(lat)))

    def degrees(self) -> Box:
        """West, north, east, south."""
        west, north = unproject((self.left, self.top))
        east, south = unproject((self.left + self.box.width / self.scale, self.top + self.box.height / self.scale))
        return Box(west, north, east, south)

    @property
    def middle_latitude(self) -> float:
        """The latitude in the middle of the frame."""
        return unproject((self.left, self.top + self.box.height / self.scale / 2))[1]

    @property
    def zoom(self) -> float:
        """The zoom that the page's map would have."""
        return math.log2(self.scale / TILE)


def view_of(points: Sequence[Point], box: Box, closest: float) -> View:
    """The view of ``box`` that holds the points, no closer than zoom ``closest``; the whole world without any."""
    centre, zoom = view(points, int(box.width), int(box.height), closest, pad=0.8)
    zoom = max(zoom, _filling(box))
    scale = TILE * 2.0**zoom
    x, y = project(centre)
    top = min(max(y - box.height / scale / 2, 0.0), max(0.0, 1 - box.height / scale))
    return View(box, x - box.width / scale / 2, top, scale)


def _filling(box: Box) -> float:
    """The least zoom at which one world fills the frame, so that it is not seen twice nor ends inside."""
    return math.log2(max(box.width, box.height) / TILE)


def on_page(view: View, points: Iterable[Sequence[float]]) -> list[Point]:
    """The points on the page, without those too near the one before."""
    found: list[Point] = []
    for point in points:
        x, y = view.at(point)
        if not found or abs(x - found[-1][0]) > NEAREST or abs(y - found[-1][1]) > NEAREST:
            found.append((x, y))
    return found


def meets_view(ring: Sequence[Sequence[float]], bounds: Box) -> bool:
    """Whether a ring may be seen; ``bounds`` are west, north, east, south."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    across = max(xs) >= bounds.left and min(xs) <= bounds.right
    return across and max(ys) >= bounds.bottom and min(ys) <= bounds.top


def cut_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area's ring inside the box (Sutherland and Hodgman), open; its edges may run along the box."""
    found = list(ring)
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        before, found = found, []
        for a, b in pairwise([*before[-1:], *before]):
            inside_a, inside_b = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if inside_a != inside_b:
                found.append(_crossing(a, b, axis, limit))
            if inside_b:
                found.append(b)
    return found


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    t = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + t * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def cut_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The parts of a line inside the box."""
    parts: list[list[Point]] = []
    for a, b in pairwise(line):
        piece = _cut_segment(a, b, box)
        if piece is None:
            continue
        if parts and parts[-1][-1] == piece[0]:
            parts[-1].append(piece[1])
        else:
            parts.append(list(piece))
    return parts


def _cut_segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of a segment inside the box (Liang and Barsky)."""
    low, high = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for step, room in ((-dx, a[0] - box.left), (dx, box.right - a[0]), (-dy, a[1] - box.top), (dy, box.bottom - a[1])):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    if low > high:
        return None
    start = a if low == 0 else (a[0] + low * dx, a[1] + low * dy)
    end = b if high == 1 else (a[0] + high * dx, a[1] + high * dy)
    return start, end
