"""A box drawn on the map: what lies in it, and what is none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.ui import sample
from timeline.events import frame
from timeline.ui.linked import columns, draw
from timeline.ui.linked.box import Box, inside

SAMPLE = frame.build(sample.library().events)
COLUMNS = columns.build(SAMPLE)
EDGE = 1e-4  # degrees: positions travel in four bytes, good to some metres


LONS, LATS = st.floats(-180, 180), st.floats(-85, 85)


@given(LONS, LONS, st.tuples(LATS, LATS))
def test_a_box_holds_the_dots_in_it(west: float, east: float, lats: tuple[float, float]) -> None:
    """And the others not, across the date line too; what has no mark is in no box."""
    box = Box(west, min(lats), east, max(lats))
    found = inside(COLUMNS, box)
    dots = SAMPLE["drawn"] == "dot"
    lon, lat = SAMPLE["lon"][dots], SAMPLE["lat"][dots]
    assume(min((lon - west).abs().min(), (lon - east).abs().min(), abs(west - east)) > EDGE)
    assume(min((lat - box.south).abs().min(), (lat - box.north).abs().min()) > EDGE)
    wide = lon.between(west, east) if west <= east else (lon >= west) | (lon <= east)
    assert found[dots].tolist() == (wide & lat.between(box.south, box.north)).tolist()
    assert not found[SAMPLE["drawn"] == ""].any()


def test_areas_and_arcs_are_in_the_boxes_that_they_reach() -> None:
    """Ukraine's area meets a box over Kyiv and none over Spain; an arc to China has an end there."""
    found = columns.build(SAMPLE)
    kyiv, spain, china = Box(30, 50, 31, 51), Box(-6, 38, -2, 42), Box(90, 20, 120, 45)
    ukraine = ((SAMPLE["drawn"] == "area") & (SAMPLE["area"] == "UA")).to_numpy()
    arcs = (SAMPLE["drawn"] == "arc").to_numpy()
    assert ukraine.any() and inside(found, kyiv)[ukraine].all() and not inside(found, spain).any()
    assert arcs.any() and inside(found, china)[arcs].all()


@pytest.mark.parametrize("corners", [(0, 10, 5, 2), (200, 0, 10, 10), (0, -91, 1, 0), (float("nan"), 0, 1, 1)])
def test_a_box_is_on_the_globe(corners: tuple[float, float, float, float]) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="no box on the globe"):
        Box(*corners)


BOXES = [
    ([1, 2, 3.123456789, 4], Box(1, 2, 3.12346, 4)),
    ([170, -5, -170, 5], Box(170, -5, -170, 5)),
    (None, None),
    ([1, 2, 3], None),
    ([1, 2, 3, "x"], None),
    ([1, 2, 3, None], None),
    ([1, 9, 3, 4], None),
    ([1, 2, float("inf"), 4], None),
]


@pytest.mark.parametrize(("corners", "box"), BOXES)
def test_a_reported_box_is_a_box_or_nothing(corners: Any, box: Box | None) -> None:
    """Whatever else it may be."""
    assert draw.read_box(corners) == box
