"""The built basemap: complete, honest about borders, and readable without anything from outside."""

import csv
import itertools
import json
from pathlib import Path

import pytest

from geo import basemap

BORDERS = Path(basemap.__file__).resolve().parents[1] / "data" / "words" / "borders.csv"


def test_every_longitude_is_on_the_map() -> None:
    """No shape crosses the antimeridian: none has an edge longer than half the world."""
    for code in basemap.countries():
        for polygon in basemap.area_polygons(code):
            for ring in polygon:
                xs = [x for x, _ in ring]
                assert min(xs) >= -180
                assert max(xs) <= 180
                if code != "AQ":
                    assert max(abs(a - b) for a, b in itertools.pairwise(xs)) < 180


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (34.1, 45.3, "UA"),
        (33.5, 44.6, "UA"),
        (-13.0, 24.5, "EH"),
        (37.6, 55.7, "RU"),
        (20.9, 42.6, "XK"),
        (121, 24, "TW"),
    ],
)
def test_borders_follow_the_stated_rule(lon: float, lat: float, code: str) -> None:
    """Crimea is Ukraine's, Western Sahara and Kosovo have their own outline."""
    assert [c for c in basemap.countries() if _inside(lon, lat, c)] == [code]


def _inside(lon: float, lat: float, code: str) -> bool:
    return sum(_crossings(lon, lat, ring) for polygon in basemap.area_polygons(code) for ring in polygon) % 2 == 1


def _crossings(lon: float, lat: float, ring: list[list[float]]) -> int:
    count = 0
    for (x0, y0), (x1, y1) in itertools.pairwise(ring):
        if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) / (y1 - y0) * (x1 - x0):
            count += 1
    return count


def test_disputed_areas_are_dashed_where_a_source_draws_them() -> None:
    """Each row of the table says where its outline comes from, or why there is none, and names its source."""
    rows = list(csv.DictReader(BORDERS.read_text(encoding="utf-8").splitlines()))
    drawn = {f["properties"]["area"] for f in basemap.data("disputed")["features"]}
    for row in rows:
        assert row["claimants"]
        assert row["source"]
        assert (row["area"] in drawn) == (not row["geometry"].startswith("none: "))
    assert "Crimea and Sevastopol" in drawn


def test_ukraines_regions_have_shapes() -> None:
    """An oblast is a hatched area, Crimea is one of Ukraine's, and an unknown code has no shape."""
    assert sum(code.startswith("UA.") for code in basemap.regions()) >= 24
    assert basemap.area_polygons("UA.25")
    assert basemap.area_polygons("UA.11")
    assert basemap.area_polygons("UA.99") == []
    assert basemap.area_polygons("ZZ") == []


def test_a_country_point_lies_in_its_country() -> None:
    """An arc starts on the land of the accuser; a code that does not exist has no point, and never (0, 0)."""
    for code in ("UA", "CN", "RU", "US", "NA"):
        point = basemap.country_point(code)
        assert point is not None
        assert _inside(*point, code)
    assert basemap.country_point("ZZ") is None
    assert basemap.country_point(None) is None


def test_names_are_drawn_from_our_own_letters() -> None:
    """Every letter of every name is in the built glyph files, but for two combining marks that no font had."""
    told = [f["properties"]["name"] for language in ("en", "uk") for f in basemap.names(language)["features"]]
    assert {"Ukraine", "Україна"} <= set(told)
    names = {c for name in told for c in name}
    blocks = {ord(c) // 256 for c in names}
    for block in blocks:
        assert basemap.letters(f"{block * 256}-{block * 256 + 255}")
    assert basemap.letters("../../etc/passwd") == b""


@pytest.mark.parametrize(("boundaries", "lines"), [("un", ["borders", "disputed"]), ("held", ["held"]), ("none", [])])
def test_boundaries_can_be_changed_and_the_map_says_which_it_draws(boundaries: str, lines: list[str]) -> None:
    """Those nearest to the UN's maps, those of who holds the ground, or none."""
    drawn = [layer["id"] for layer in basemap.style("light", "/here", boundaries)["layers"] if layer["type"] == "line"]
    assert drawn == lines
    assert basemap.BOUNDARIES[boundaries] in basemap.attribution(boundaries)


def test_the_lines_of_who_holds_the_ground_part_crimea() -> None:
    """They differ from the default where control and the UN's view differ."""
    points = [point for line in basemap.data("held")["coordinates"] for point in line]
    assert any(33 < lon < 35 and 45.7 < lat < 46.3 for lon, lat in points)


@pytest.mark.parametrize("theme", sorted(basemap.INKS))
def test_the_style_asks_nothing_of_another_host(theme: str) -> None:
    """Its data and letters are under our own path."""
    style = basemap.style(theme, "/here")
    text = json.dumps(style)
    assert "http" not in text
    assert style["glyphs"].startswith("/here/")
    assert all(source["data"].startswith("/here/") for source in style["sources"].values())


def test_a_damaged_file_says_how_to_mend_it(tmp_path: Path) -> None:
    """The error names the file and the script that builds it."""
    broken = tmp_path / "basemap.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(basemap.BasemapError, match=r"run python data/build/basemap\.py"):
        basemap.read(broken)


def test_the_attribution_names_its_sources() -> None:
    """What is owed is printed on the map."""
    assert "visionscarto" in basemap.ATTRIBUTION
    assert "GeoNames" in basemap.ATTRIBUTION
    assert "no endorsement" in basemap.ATTRIBUTION
