"""Strikes by place, and places too near to be told apart on this map as one dot with a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from timeline.messages import number
from timeline.out.sheet.drawing import Point
from timeline.out.sheet.geometry import View

DOT = 5.5  # radius of a single event's dot
MOST_DOTS = 150  # on one map; more are joined from farther away
APART = 0.75  # dots nearer than this share of their radii are one,
WIDER = 1.4  # which grows by so much until there are few enough
LARGEST = 28.0  # radius of any dot


@dataclass(frozen=True, slots=True)
class Cluster:
    """Strikes at one place, or at places too near each other to be told apart; ``name`` that of the most."""

    at: Point
    name: str
    places: int
    rows: tuple[int, ...]

    @property
    def radius(self) -> float:
        """Of the dot, larger where it holds a count."""
        return DOT if len(self.rows) == 1 else DOT + 1.5 + 3 * len(number(len(self.rows)))


def clustered(dots: pd.DataFrame, view: View) -> list[Cluster]:
    """The dots to draw for the rows that are drawn as dots."""
    places = [
        Cluster(_at(view, rows), str(rows["place"].iloc[0]), 1, tuple(int(n) for n in rows.index))
        for _, rows in dots.groupby(["lat", "lon"], sort=True)
    ]
    places.sort(key=lambda cluster: (-len(cluster.rows), cluster.at))
    apart = APART
    found = _joined(places, apart)
    while len(found) > MOST_DOTS:
        apart *= WIDER
        found = _joined(places, apart)
    return found


def _at(view: View, rows: pd.DataFrame) -> Point:
    return view.at((float(rows["lon"].iloc[0]), float(rows["lat"].iloc[0])))


def _joined(places: Sequence[Cluster], apart: float) -> list[Cluster]:
    """The fullest places first; one that would lie on a fuller one is counted there."""
    found: list[Cluster] = []
    radii: list[float] = []
    cells: dict[tuple[int, int], list[int]] = {}  # so that each looks only at those around it
    cell = 2 * LARGEST * apart
    for one in places:
        x, y, radius = int(one.at[0] // cell), int(one.at[1] // cell), one.radius
        near = (n for u in (x - 1, x, x + 1) for v in (y - 1, y, y + 1) for n in cells.get((u, v), ()))
        n = min((n for n in near if _overlap(one.at, found[n].at, (radius + radii[n]) * apart)), default=None)
        if n is None:
            cells.setdefault((x, y), []).append(len(found))
            found.append(one)
            radii.append(radius)
        else:
            other = found[n]
            found[n] = Cluster(other.at, other.name, other.places + 1, (*other.rows, *one.rows))
            radii[n] = found[n].radius
    return found


def _overlap(a: Point, b: Point, distance: float) -> bool:
    dx, dy = a[0] - b[0], a[1] - b[1]
    return dx * dx + dy * dy < distance * distance
