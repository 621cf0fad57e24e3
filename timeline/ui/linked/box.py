"""Which events the map draws inside a box: the map's own clause, for the timeline and the list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geo import curves
from timeline.ui.linked.binary import Array
from timeline.ui.linked.columns import ARC, AREA, DOT, Columns


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the map in degrees; ``west`` is greater than ``east`` where it crosses the date line.

    Raises ``ValueError`` for a box that is not on the globe.
    """

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180 and -90 <= self.south <= self.north <= 90):
            raise ValueError(f"{self} is no box on the globe")


def inside(columns: Columns, box: Box) -> Array:
    """Whether each row is drawn in the box: a dot in it, an area that reaches into it, an arc with an end in it.

    What has no place on the map is in no box.
    """
    left, top = curves.project((box.west, box.north))
    right, bottom = curves.project((box.east, box.south))
    spots = _across(columns.x, columns.x, left, right) & (columns.y >= top) & (columns.y <= bottom)
    areas = [
        _across(b[:, 0], b[:, 2], left, right) & (b[:, 3] >= top) & (b[:, 1] <= bottom) for b in columns.area_boxes
    ]
    ends = [
        _across(columns.pair_ends[:, n], columns.pair_ends[:, n], left, right)
        & (columns.pair_ends[:, n + 1] >= top)
        & (columns.pair_ends[:, n + 1] <= bottom)
        for n in (0, 2)
    ]
    found: Array = np.zeros(len(columns.drawn), dtype=bool)
    for drawn, hit in ((DOT, spots), (AREA, np.array([a.any() for a in areas])), (ARC, ends[0] | ends[1])):
        rows = columns.drawn == drawn
        if rows.any():
            found[rows] = hit[columns.where[rows]]
    return found


def _across(low: Array, high: Array, left: float, right: float) -> Array:
    """Whether low..high meets left..right, which may go round by the date line."""
    met: Array = (high >= left) & (low <= right) if left <= right else (high >= left) | (low <= right)
    return met
