"""The strikes nearest to a place that a reader names."""

from dataclasses import replace

import pytest

from geo.gazetteer import Gazetteer
from geo.place import Place, PlaceKind, distance_km
from tests.ui import sample
from timeline.events import frame, nearest
from timeline.messages import speaking


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("Uzhhorod", ["Uzhhorod, Zakarpattia, Ukraine"]),
        ("Ужгород", ["Uzhhorod, Zakarpattia, Ukraine"]),
        ("London", ["London, England, United Kingdom", "London, Ontario, Canada"]),
        ("Ukraine", []),
        ("no such place", []),
    ],
)
def test_places_are_offered_by_any_of_their_names(said: str, labels: list[str]) -> None:
    """A few of each name, told apart by region and country; a country is no point to measure from."""
    found = [nearest.label(place) for place in nearest.offered(said)]
    assert found[: len(labels)] == labels and len(found) <= nearest.MOST
    assert bool(found) == bool(labels)


def test_a_label_is_read_back() -> None:
    """What an address holds leads to the same place, and what is no label to none."""
    for place in nearest.offered("London"):
        assert nearest.labelled(nearest.label(place)) == place
    assert nearest.labelled("London") is None and nearest.labelled("") is None


def test_a_place_is_named_in_the_reader_s_language() -> None:
    """Region and country; towns are spelt as the gazetteer spells them."""
    place = nearest.offered("Uzhhorod")[0]
    with speaking("uk"):
        assert nearest.name(place).endswith("Україна")
    assert nearest.name(place) == "Uzhhorod, Zakarpattia, Ukraine"


def test_distances_are_those_between_the_points() -> None:
    """For strikes at a known place, across the date line too; nothing else has a distance."""
    library = sample.library()
    table = frame.build(library.events)
    fiji = Place(1, "A", PlaceKind.CITY, "FJ", None, None, -17.0, 179.9, 5.0)
    here = Gazetteer.open().lookup("Uzhhorod")[0]
    for place in (fiji, here, replace(fiji, lon=-179.9)):
        found = nearest.kilometres(table, place)
        assert set(table.index[found.notna()]) == set(table.index[table["drawn"] == "dot"])
        for n, km in found.dropna().items():
            point = replace(fiji, lat=table["lat"][n], lon=table["lon"][n])
            assert km == pytest.approx(distance_km(place, point))
    west = replace(fiji, lon=-179.9)
    only = table[table["drawn"] == "dot"].head(1).assign(lat=west.lat, lon=west.lon)
    assert nearest.kilometres(only, fiji).iloc[0] == pytest.approx(distance_km(fiji, west))
