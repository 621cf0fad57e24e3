"""The gazetteer: every name that news uses, real GeoNames ids, countries and regions, and clear errors."""

from __future__ import annotations

import math
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer import BUILT, Gazetteer
from geo.place import GazetteerError, Geocoder, Place, PlaceError, PlaceKind, distance_km

GAZETTEER = Gazetteer.open()
AT_THE_EDGE = {"Paletwa", "Nyabibwe", "Thandaunggyi", "Tina"}  # of their regions, whose other towns are far
GUESSED_KM = 40  # of 471 points from general knowledge that were compared some ten lay further off
CURATED = Path(__file__).parents[2] / "data" / "words" / "places_curated.tsv"
NEAREST_TOWN_KM = 60.0
REMOTE_KM = 200.0  # of what lies in a desert or among mountains


def curated() -> Iterator[list[str]]:
    """The rows of the curated table."""
    for line in CURATED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@pytest.mark.parametrize(
    ("name", "geonameid", "kind", "country"),
    [
        ("Mukachevo", 700646, PlaceKind.CITY, "UA"),
        ("Mukacheve", 700646, PlaceKind.CITY, "UA"),
        ("Munkács", 700646, PlaceKind.CITY, "UA"),
        ("Мукачеве", 700646, PlaceKind.CITY, "UA"),
        ("Kharkiv", 706483, PlaceKind.CITY, "UA"),
        ("Kharkov", 706483, PlaceKind.CITY, "UA"),
        ("Харків", 706483, PlaceKind.CITY, "UA"),
        ("Kharkiv Oblast", 706482, PlaceKind.REGION, "UA"),
        ("Kyiv", 703448, PlaceKind.CITY, "UA"),
        ("KIEV", 703448, PlaceKind.CITY, "UA"),
        ("Київ", 703448, PlaceKind.CITY, "UA"),
        ("Zakarpattia", 687869, PlaceKind.REGION, "UA"),
        ("Transcarpathia", 687869, PlaceKind.REGION, "UA"),
        ("Crimea", 703883, PlaceKind.REGION, "UA"),
        ("Ukraine", 690791, PlaceKind.COUNTRY, "UA"),
        ("Україна", 690791, PlaceKind.COUNTRY, "UA"),
        ("Namibia", 3355338, PlaceKind.COUNTRY, "NA"),
        ("U.S.", 6252001, PlaceKind.COUNTRY, "US"),
        ("Britain", 2635167, PlaceKind.COUNTRY, "GB"),
        ("DR Congo", 203312, PlaceKind.COUNTRY, "CD"),
        ("Gaza Strip", 281132, PlaceKind.REGION, "PS"),
        ("دمشق", 170654, PlaceKind.CITY, "SY"),
        ("北京", 1816670, PlaceKind.CITY, "CN"),
        ("ירושלים", 281184, PlaceKind.CITY, "IL"),
        ("Saint Petersburg", 498817, PlaceKind.CITY, "RU"),
        ("St. Petersburg", 498817, PlaceKind.CITY, "RU"),
    ],
)
def test_a_name_finds_its_place(name: str, geonameid: int, kind: PlaceKind, country: str) -> None:
    """The first place of a well-known name, in any spelling and script, is the one that news means."""
    first = GAZETTEER.lookup(name)[0]
    assert (first.geonameid, first.kind, first.country) == (geonameid, kind, country)


@pytest.mark.parametrize("name", ["Black Sea", "Sea of Azov", "Red Sea", "Donbas", "Middle East", "Strait of Hormuz"])
def test_waters_and_lands_across_borders_have_names(name: str) -> None:
    """Seas and lands that news names are there, belonging to no one region."""
    place = GAZETTEER.lookup(name)[0]
    assert place.kind is PlaceKind.OTHER and place.radius_km > 50


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Sabina Shoal", 9.75, 116.48),
        ("Ayungin Shoal", 9.73, 115.87),
        ("Dokdo", 37.24, 131.87),
        ("Straits of Tiran", 28.0, 34.47),
        ("Cape Tarkhankut", 45.35, 32.49),
        ("Bornholm", 55.13, 14.91),
        ("Khyber Pass", 34.08, 71.2),
    ],
)
def test_shoals_straits_capes_and_passes_are_where_they_are(name: str, lat: float, lon: float) -> None:
    """What war news names at sea and in the hills lies where public sources have it, to a quarter of a degree."""
    place = GAZETTEER.lookup(name)[0]
    assert abs(place.lat - lat) < 0.25 and abs(place.lon - lon) < 0.25


def test_a_place_knows_what_contains_it() -> None:
    """Mukachevo lies in Zakarpattia, whose code finds its area."""
    place = GAZETTEER.lookup("Mukachevo")[0]
    assert (place.country, place.region, place.region_code) == ("UA", "Zakarpattia", "UA.25")
    assert (round(place.lat, 2), round(place.lon, 2)) == (48.44, 22.72)


def test_ambiguous_names_keep_every_reading() -> None:
    """Georgia is a country and a state; Paris is in France and in Texas."""
    assert {place.country for place in GAZETTEER.lookup("Georgia")} >= {"GE", "US"}
    assert {place.region for place in GAZETTEER.lookup("Paris")} >= {"Île-de-France", "Texas"}


@pytest.mark.parametrize("name", ["", " ", "Xyzzyville", "\x00", "'" * 50, "a" * 10_000])
def test_what_is_no_name_finds_nothing(name: str) -> None:
    """Unknown names give an empty answer, not an error."""
    assert GAZETTEER.lookup(name) == ()


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(name: str) -> None:
    """Looking up never raises and gives places on the globe."""
    for place in GAZETTEER.lookup(name):
        assert -90 <= place.lat <= 90 and -180 <= place.lon <= 180 and place.radius_km > 0


def test_every_row_is_a_place_on_the_globe() -> None:
    """All rows can be read; ids are unique but for the curated ones; every country code is two letters."""
    seen: set[int] = set()
    for row in range(len(GAZETTEER)):
        place = GAZETTEER.place(row)
        assert place.name
        assert place.country is None or (len(place.country) == 2 and place.country.isupper())
        assert place.geonameid == 0 or place.kind is PlaceKind.DISTRICT or place.geonameid not in seen, place
        seen.add(place.geonameid)
    assert len(GAZETTEER) > 250_000


def test_it_is_a_geocoder_that_threads_may_share() -> None:
    """The gazetteer satisfies the protocol, and eight threads see the same places."""
    geocoder: Geocoder = GAZETTEER
    found: list[tuple[Place, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(tuple(geocoder.lookup("Odesa")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len(set(found)) == 1


def test_curated_points_are_where_the_packages_have_towns() -> None:
    """A curated site, district or village has a town of its own country, and of its region if told, close by.

    In a desert, where no town is close, the nearest of its country may be further.
    """
    points = {(math.floor(float(cells[5])), math.floor(float(cells[6]))) for cells in curated()}
    steps = [(up, right) for up in range(-2, 3) for right in range(-2, 3)]
    wanted = {(lat + up, lon + right) for lat, lon in points for up, right in steps}
    near: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for row in range(len(GAZETTEER)):
        lat, lon = GAZETTEER.point(row)
        cell = math.floor(lat), math.floor(lon)
        if cell in wanted and GAZETTEER.kind(row) is PlaceKind.CITY:
            near[cell].append(GAZETTEER.place(row))
    for cells in curated():
        name, kind, country, region, *degrees = cells[1:7]
        if kind == "other" or name in AT_THE_EDGE:
            continue
        point = Place(0, name, PlaceKind(kind), country or None, None, None, *map(float, degrees), 1.0)
        row, column = math.floor(point.lat), math.floor(point.lon)
        around = [town for up, right in steps for town in near[row + up, column + right] if town.geonameid]
        own = [town for town in around if town.country == country and region in ("", town.region_code)]
        close = any(distance_km(point, town) <= NEAREST_TOWN_KM for town in around if town.country == country)
        assert any(distance_km(point, town) <= (NEAREST_TOWN_KM if close else REMOTE_KM) for town in own), name


def test_curated_rows_are_told_once_and_with_their_source() -> None:
    """No two curated rows share name and region, no id is given twice, and each names where its point comes from."""
    rows = list(curated())
    assert len({(cells[1], cells[4]) for cells in rows}) == len(rows)
    ids = [cells[0] for cells in rows if cells[0] != "0"]
    assert len(set(ids)) == len(ids) and all(cells[9] for cells in rows)


def test_a_point_that_nobody_compared_has_a_wide_radius() -> None:
    """What was set down from general knowledge is never drawn as if it had been measured."""
    guessed = [cells for cells in curated() if "not yet compared" in cells[9] and cells[2] in ("city", "site")]
    assert not [cells[1] for cells in guessed if float(cells[7]) < GUESSED_KM]


def test_a_missing_or_damaged_gazetteer_says_so(tmp_path: Path) -> None:
    """Opening a folder without the files, with cut files, or of another version raises one clear error."""
    with pytest.raises(GazetteerError, match=r"cannot open the gazetteer"):
        Gazetteer.open(tmp_path / "none")
    for part in ("names", "labels", "columns"):
        whole = (BUILT / f"gazetteer.{part}").read_bytes()
        (tmp_path / f"gazetteer.{part}").write_bytes(whole[:100] if part == "columns" else whole)
    with pytest.raises(GazetteerError, match=r"cannot open the gazetteer"):
        Gazetteer.open(tmp_path)


def test_the_built_files_stay_small() -> None:
    """The three files together stay under 17 MB."""
    assert sum((BUILT / f"gazetteer.{part}").stat().st_size for part in ("names", "labels", "columns")) < 17_000_000


@pytest.mark.parametrize(
    ("lat", "lon", "radius_km"),
    [
        (91.0, 0.0, 1.0),
        (-90.1, 0.0, 1.0),
        (0.0, 181.0, 1.0),
        (0.0, -180.5, 1.0),
        (0.0, 0.0, 1.0),
        (math.nan, 10.0, 1.0),
        (10.0, math.inf, 1.0),
        (10.0, 10.0, 0.0),
        (10.0, 10.0, -1.0),
        (10.0, 10.0, math.nan),
    ],
)
def test_no_place_is_off_the_globe(lat: float, lon: float, radius_km: float) -> None:
    """Impossible coordinates, the unknown point and an empty reach are refused, never wrapped."""
    with pytest.raises(PlaceError):
        Place(1, "Nowhere", PlaceKind.CITY, None, None, None, lat, lon, radius_km)


def test_one_island_on_both_sides_of_the_date_line() -> None:
    """At the equator 180 degrees west and 179.9 degrees east are eleven kilometres apart, either way round."""
    west, east = (Place(1, "Isle", PlaceKind.CITY, None, None, None, 0.0, lon, 1.0) for lon in (-180.0, 179.9))
    assert distance_km(west, east) == pytest.approx(11.1, abs=0.1) == distance_km(east, west)


@given(*(st.floats(low, high) for low, high in ((-90, 90), (-180, 180)) * 2))
def test_distances_are_those_of_a_sphere(lat: float, lon: float, other_lat: float, other_lon: float) -> None:
    """No distance is negative or longer than half the globe, and it is the same both ways."""
    if (lat, lon) == (0, 0) or (other_lat, other_lon) == (0, 0):
        return
    one = Place(1, "A", PlaceKind.CITY, None, None, None, lat, lon, 1.0)
    other = Place(2, "B", PlaceKind.CITY, None, None, None, other_lat, other_lon, 1.0)
    assert 0 <= distance_km(one, other) <= 20016
    assert distance_km(one, other) == pytest.approx(distance_km(other, one))
