"""The online lookup keeps its manners: it is asked once, slowly, for names only, and says when it cannot be reached."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from geo.online import MAX_NAME, SECONDS_BETWEEN, OnlineGeocoder
from geo.place import GeocoderUnavailable, PlaceKind

VILLAGE = SimpleNamespace(
    latitude=48.5,
    longitude=37.9,
    raw={
        "name": "Ozerne",
        "addresstype": "village",
        "boundingbox": ["48.4", "48.6", "37.8", "38.0"],
        "address": {"country_code": "ua", "state": "Donetsk Oblast"},
    },
)


class StandIn:
    """A service that answers from a list and remembers what it was asked."""

    def __init__(self, answers: list[Any] | Exception | None) -> None:
        self.answers, self.asked = answers, []

    def geocode(self, query: str, **options: Any) -> Any:
        """The answers, or the failure, whatever is asked."""
        self.asked.append(query)
        if isinstance(self.answers, Exception):
            raise self.answers
        return self.answers


def geocoder(folder: Path, service: StandIn, slept: list[float] | None = None) -> OnlineGeocoder:
    return OnlineGeocoder(folder / "asked.json", service, lambda: 0.0, (slept if slept is not None else []).append)


def test_an_answer_becomes_a_place(tmp_path: Path) -> None:
    """A village comes back with its country, region and reach."""
    (place,) = geocoder(tmp_path, StandIn([VILLAGE])).lookup("Ozerne")
    assert (place.name, place.kind, place.country, place.region) == ("Ozerne", PlaceKind.CITY, "UA", "Donetsk Oblast")
    assert (place.lat, place.lon) == (48.5, 37.9)
    assert place.radius_km == pytest.approx(11.1, abs=0.1)


def test_no_name_is_asked_twice(tmp_path: Path) -> None:
    """Answers are remembered on disk, empty ones too."""
    for answers in ([VILLAGE], None):
        service = StandIn(answers)
        name = f"Ozerne {answers is None}"
        first = geocoder(tmp_path, service).lookup(name)
        assert geocoder(tmp_path, service).lookup(name) == first
        assert service.asked == [name]


def test_requests_are_a_second_apart(tmp_path: Path) -> None:
    """The second name waits for its turn."""
    slept: list[float] = []
    asked = geocoder(tmp_path, StandIn(None), slept)
    asked.lookup("Ozerne")
    asked.lookup("Torske")
    assert slept == [0.0, SECONDS_BETWEEN]


def test_only_names_are_sent(tmp_path: Path) -> None:
    """A sentence or nothing at all never leaves the machine."""
    service = StandIn([VILLAGE])
    assert geocoder(tmp_path, service).lookup("x" * (MAX_NAME + 1)) == ()
    assert geocoder(tmp_path, service).lookup("  ") == ()
    assert service.asked == []


def test_silence_is_said_clearly(tmp_path: Path) -> None:
    """A service that fails raises one error that names the place, and nothing is remembered."""
    with pytest.raises(GeocoderUnavailable, match=r"did not answer for 'Ozerne'.*refused"):
        geocoder(tmp_path, StandIn(ConnectionError("refused"))).lookup("Ozerne")
    assert not (tmp_path / "asked.json").exists()


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (0, 181), (float("nan"), 1), (0, 0), ("31,5", 1), (None, 1)])
def test_impossible_answers_are_dropped(tmp_path: Path, lat: Any, lon: Any) -> None:
    """Coordinates off the globe, unknown, or (0, 0) make no place."""
    answer = SimpleNamespace(latitude=lat, longitude=lon, raw={"name": "Nowhere"})
    assert geocoder(tmp_path, StandIn([answer])).lookup("Nowhere") == ()


def test_ten_thousand_answers_are_cut(tmp_path: Path) -> None:
    """A service that answers too much does not fill the page."""
    assert len(geocoder(tmp_path, StandIn([VILLAGE] * 10_000)).lookup("Ozerne")) == 5
