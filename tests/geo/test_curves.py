"""Flat geometry: curves, hatching and views."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import curves

LONS, LATS = st.floats(-179, 179), st.floats(-80, 80)
POINTS = st.tuples(LONS, LATS)


@given(POINTS)
def test_projecting_and_back_is_the_same_point(point: curves.Point) -> None:
    """Web Mercator loses nothing between its edges."""
    assert curves.unproject(curves.project(point)) == pytest.approx(point, abs=1e-6)


@given(POINTS, POINTS, st.integers(0, 9))
def test_an_arc_joins_its_ends_the_shorter_way(start: curves.Point, end: curves.Point, lane: int) -> None:
    """It starts and ends where it should, and never runs more than half round the world."""
    path = curves.arc(start, end, lane)
    assert path[0] == pytest.approx(start, abs=1e-6)
    assert (path[-1][0] - end[0]) % 360 == pytest.approx(0, abs=1e-6) or (path[-1][0] - end[0]) % 360 > 359.999
    assert path[-1][1] == pytest.approx(end[1], abs=1e-6)
    assert abs(path[-1][0] - path[0][0]) <= 180.000001


def test_arcs_of_one_pair_fan_out() -> None:
    """No two of them share a middle, so that each can be clicked."""
    middles = [curves.arc((30, 49), (105, 35), lane)[curves.CURVE_STEPS // 2][1] for lane in range(5)]
    gaps = [b - a for a, b in itertools.pairwise(middles)]
    assert min(gaps) > 0.5


@given(st.lists(POINTS, min_size=1, max_size=20), st.integers(300, 1500), st.integers(200, 900))
def test_a_view_holds_all_its_points(points: list[curves.Point], width: int, height: int) -> None:
    """Every point is inside the frame, or the view is as wide as it can be."""
    centre, zoom = curves.view(points, width, height, 7.5)
    left, top, right, bottom = curves.visible(centre, zoom, width, height)
    if zoom > 0:
        for x, y in map(curves.project, points):
            assert left - 1e-9 <= x <= right + 1e-9
            assert top - 1e-9 <= y <= bottom + 1e-9


def test_no_points_give_the_world() -> None:
    """An empty map still shows where it is."""
    assert curves.view([], 1024, 400, 7.5)[1] == pytest.approx(1.0)


SQUARE = [[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [0.0, 0.0]]]
HOLE = [[3.0, 3.0], [7.0, 3.0], [7.0, 7.0], [3.0, 7.0], [3.0, 3.0]]


def test_hatching_stays_inside_and_out_of_holes() -> None:
    """Every line ends on the outline, and its middle is never in a hole."""
    lines = curves.hatch([[*SQUARE, HOLE]])
    assert len(lines) > 20
    for (x0, y0), (x1, y1) in lines:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        assert 0 <= x <= 10
        assert 0 <= y <= 10
        assert not (3 < x < 7 and 3 < y < 7)


def test_nothing_is_hatched_without_a_shape() -> None:
    """A region that no source draws has no lines."""
    assert curves.hatch([]) == []


def test_an_arc_that_leaves_the_frame_is_known() -> None:
    """The arrow sits on the last point inside; a path that starts outside has none."""
    path = curves.arc((30, 49), (105, 35), 0)
    box = curves.visible((30, 49), 5, 800, 400)
    n = curves.last_inside(path, box)
    assert 0 < n < len(path) - 1
    assert curves.last_inside(path[::-1], box) == 0
    assert curves.last_inside(path, (-1, -1, 2, 2)) == len(path) - 1


def test_a_heading_is_an_angle_on_the_map() -> None:
    """East is 0, north is 90."""
    assert curves.heading((0, 0), (10, 0)) == pytest.approx(0)
    assert curves.heading((0, 0), (0, 10)) == pytest.approx(90)
    assert math.isclose(abs(curves.heading((0, 0), (-10, 0))), 180)
