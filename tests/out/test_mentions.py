"""Mentions leave the house as plain rows."""

from __future__ import annotations

from datetime import date

import pytest

from geo.place import Cue, Place, PlaceKind, PlaceMention
from timeline.out.mentions import place_rows, time_row
from timeline.when import Basis, Granularity, Modifier, TimeMention, TimexType, When

KHARKIV = Place(706483, "Kharkiv", PlaceKind.CITY, "UA", "Kharkiv", "UA.07", 49.98, 36.25, 15.0, 1_433_886)
PLANT = Place(0, "Arden plant", PlaceKind.SITE, "UA", None, None, 47.5, 34.6, 2.0)


TEXT = "In said or said."


def said(place: Place | None, cue: Cue) -> PlaceMention:
    """A mention of a place, so cued."""
    return PlaceMention(3, 7, "said", place, (), cue, "", "")


def mention(first: date | None, last: date | None) -> TimeMention:
    """A mention of an interval."""
    return TimeMention(0, 4, "said", TimexType.DATE, "2025-10", When(first, last, Basis.STATED), "rule")


def test_an_interval_is_half_open_in_a_row() -> None:
    """The last day of a month gives the first of the next: the day after the last."""
    row = time_row(mention(date(2025, 12, 1), date(2025, 12, 31)))
    assert row == {"start": 0, "end": 4, "type": "DATE", "value": "2025-10", "interval": ["2025-12-01", "2026-01-01"]}


@pytest.mark.parametrize(("first", "last"), [(date(2022, 1, 1), None), (None, date(2022, 1, 1))])
def test_an_open_end_gives_no_interval(first: date | None, last: date | None) -> None:
    """A phrase like "since 2022" names no last day, so none is written."""
    assert "interval" not in time_row(mention(first, last))


def test_a_phrase_without_days_gives_no_interval() -> None:
    """A duration is told with its type and value alone."""
    row = time_row(TimeMention(0, 8, "two days", TimexType.DURATION, "P2D", None, "duration"))
    assert row == {"start": 0, "end": 8, "type": "DURATION", "value": "P2D"}


def test_a_phrase_tells_its_unit_its_modifier_and_its_other_readings() -> None:
    """The modifier under its TIMEX3 name, the other readings half open like the interval."""
    other = (date(2025, 11, 5), date(2025, 11, 5))
    row = time_row(
        TimeMention(0, 4, "said", TimexType.DATE, "", None, "rule", Granularity.DAY, Modifier.APPROX, (other,))
    )
    assert (row["granularity"], row["mod"]) == ("day", "APPROX")
    assert row["alternatives"] == [["2025-11-05", "2025-11-06"]]


def test_a_place_has_its_point_id_and_kind() -> None:
    """A resolved name comes with degrees and the GeoNames id."""
    (row,) = place_rows([said(KHARKIV, Cue.AT)], TEXT)
    assert row == {
        "start": 3, "end": 7, "lat": 49.98, "lon": 36.25, "geonameid": 706483, "kind": "city", "role": "place"
    }  # fmt: skip


def test_an_unknown_place_has_no_point() -> None:
    """Where nothing is certain enough there is no point, never (0, 0)."""
    (row,) = place_rows([said(None, Cue.AT)], TEXT)
    assert [row[name] for name in ("lat", "lon", "geonameid", "kind")] == [None] * 4


def test_a_place_that_geonames_lacks_has_a_point_and_no_id() -> None:
    """Zero is no id."""
    assert place_rows([said(PLANT, Cue.AT)], TEXT)[0]["geonameid"] is None
