"""Words on the map that keep clear of one another, and the bar that gives its scale.

Positions are pixels at one zoom: the first view's. Widths are estimated from the number of letters.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from geo.curves import TILE, Box, Point, project, unproject

LETTER, LINE = 7.5, 17  # pixels: the mean letter of a bold name, and its height
GAP = 8  # pixels from a dot's edge to the middle of its name
EQUATOR_M = 40_075_017  # metres around the equator (WGS 84)
SCALE_PIXELS = 110  # the scale bar is no longer than this
SCALE_MARGIN = 16  # pixels from the frame's left and bottom edge
NICE = (1, 2, 5)
Row = dict[str, Any]


def box(row: Row, zoom: float) -> Box:
    """The pixels that a row's ``count`` covers: left, top, right, bottom. It is centred on ``at`` moved by ``offset``,
    or ends there where its ``anchor`` is "end".
    """
    x, y = (part * TILE * 2**zoom for part in project(row["at"]))
    x, y = x + row["offset"][0], y + row["offset"][1]
    wide = len(row["count"]) * LETTER
    left = x - wide if row.get("anchor") == "end" else x - wide / 2
    return left, y - LINE / 2, left + wide, y + LINE / 2


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share a pixel."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def placed(rows: Iterable[Row], taken: Sequence[Row], marks: Sequence[Point], zoom: float) -> list[Row]:
    """The rows that find room below their dot, above it, or further below, clear of what is ``taken``, of the ``marks``
    and of the rows before; the others are left out. A row's ``size`` is its dot's radius in pixels.
    """
    boxes = [box(row, zoom) for row in taken]
    dots = [_around(mark, zoom) for mark in marks]
    found = []
    for row in rows:
        for y in (row["size"] + GAP, -row["size"] - GAP - 2, row["size"] + GAP + LINE):
            moved = row | {"offset": [0, y]}
            own = box(moved, zoom)
            if not any(meet(own, other) for other in [*boxes, *dots]):
                boxes.append(own)
                found.append(moved)
                break
    return found


def _around(mark: Point, zoom: float, half: float = 4) -> Box:
    x, y = (part * TILE * 2**zoom for part in project(mark))
    return x - half, y - half, x + half, y + half


UNITS = ("km", "m")


def scale_bar(
    centre: Point, zoom: float, width: int, height: int, units: tuple[str, str] = UNITS
) -> tuple[list[Point], str]:
    """A bar in the lower left corner of a view of ``width`` x ``height`` pixels, and how long it is there: ``200 km``.

    Its points lie on the ground, so it stays true when the map is zoomed. ``units``: kilometre and metre, for short.
    """
    x, y = (part * TILE * 2**zoom for part in project(centre))
    left, foot = x - width / 2 + SCALE_MARGIN, y + height / 2 - SCALE_MARGIN
    lat = unproject((0, foot / (TILE * 2**zoom)))[1]
    metres_a_pixel = math.cos(math.radians(lat)) * EQUATOR_M / (TILE * 2**zoom)
    km = _nice(SCALE_PIXELS * metres_a_pixel / 1000)
    right = left + km * 1000 / metres_a_pixel
    corners = [(left, foot - 5), (left, foot), (right, foot), (right, foot - 5)]
    points = [unproject((u / (TILE * 2**zoom), v / (TILE * 2**zoom))) for u, v in corners]
    return points, f"{km:,.0f} {units[0]}" if km >= 1 else f"{km * 1000:.0f} {units[1]}"


def _nice(most: float) -> float:
    """The greatest 1, 2 or 5 times a power of ten that is at most this."""
    power = 10 ** math.floor(math.log10(most))
    return float(max(n * power for n in NICE if n * power <= most))
