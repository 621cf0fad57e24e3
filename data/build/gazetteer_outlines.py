"""A point for every country: the middle of its largest piece of land, from the 1:50m outlines."""

from __future__ import annotations

import math
from typing import Any

from shapely.geometry import Polygon

MIN_RING = 4  # points, the last of them the first


def country_points(topology: dict[str, Any]) -> dict[int, tuple[float, float]]:
    """ISO numeric code → latitude and longitude of the centroid of the largest polygon, which the polygon contains."""
    arcs = _arcs(topology)
    points = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape.get("id") is None or not str(shape["id"]).lstrip("-").isdigit():
            continue
        many = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        outlines = [ring for rings in many if len(ring := _ring(rings[0], arcs)) >= MIN_RING]
        if not outlines:
            continue  # an island too small to have an outline
        largest = max((Polygon(outline).buffer(0) for outline in outlines), key=_area)
        point = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
        points[int(shape["id"])] = (round(point.y, 2), round(point.x, 2))
    return points


def _area(shape: Polygon) -> float:
    """Area with the narrowing of the meridians, in square degrees of the equator."""
    return float(shape.area * math.cos(math.radians(shape.centroid.y))) if not shape.is_empty else 0.0


def _arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * kx + dx, y * ky + dy))
        decoded.append(line)
    return decoded


def _ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for index in indices:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += line[1:] if ring else line
    return ring
