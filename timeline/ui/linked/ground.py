"""What lies under the marks, for a canvas: land, borders and names from the built basemap, as one binary.

Coordinates of shapes are hundredths of a degree, which is all that the built basemap has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np

from geo import basemap
from timeline.ui.linked.binary import Array, pack

STEPS = 100  # of a degree
LINES = {"un": ("borders", "disputed"), "held": ("held", ""), "none": ("", "")}  # solid, dashed
Line = Sequence[Sequence[float]]


def hundredths(lines: Iterable[Line]) -> Array:
    """The points of all the lines, one after another: shape (points, 2), longitude and latitude."""
    points = [(x, y) for line in lines for x, y, *_ in line]
    return np.rint(np.array(points, dtype=np.float64).reshape(-1, 2) * STEPS).astype(np.int16)


def rings(code: str) -> list[Line]:
    """The rings of a country ("UA") or region ("UA.25"), holes too: an even-odd fill needs no more order than that."""
    return [ring for polygon in basemap.area_polygons(code) for ring in polygon]


@cache
def ground(boundaries: str = "un") -> bytes:
    """The packed basemap with one of ``geo.basemap.BOUNDARIES``.

    Raises ``geo.basemap.BasemapError`` where it is missing.
    """
    built = basemap.basemap()
    shapes = {code: rings(code) for code in basemap.countries()}
    borders, disputed = (list(_lines(built[name])) if name else [] for name in LINES[boundaries])
    towns = built["towns"]
    header = {
        "countries": [_country(code, shape) for code, shape in shapes.items()],
        "borders": [len(line) for line in borders],
        "disputed": [len(line) for line in disputed],
        "towns": [town["name"] for town in towns],
    }
    points = hundredths([*(ring for shape in shapes.values() for ring in shape), *borders, *disputed])
    at = np.array([town["at"] for town in towns], dtype=np.float32)
    zooms = np.array([town["z"] for town in towns], dtype=np.uint8)
    capitals = np.array([town["capital"] for town in towns], dtype=np.uint8)
    return pack(header, {"points": points, "town_at": at, "town_zoom": zooms, "town_capital": capitals})


def _country(code: str, shape: list[Line]) -> dict[str, Any]:
    known = basemap.countries()[code]["properties"]
    lengths = [len(ring) for ring in shape]
    return {"code": code, "name": known["name"], "point": known["point"], "z": known["z"], "rings": lengths}


def _lines(found: dict[str, Any]) -> Iterator[Line]:
    """Every line of a GeoJSON object."""
    if found["type"] == "FeatureCollection":
        for feature in found["features"]:
            yield from _lines(feature["geometry"])
    elif found["type"] == "LineString":
        yield found["coordinates"]
    else:
        yield from found["coordinates"]
