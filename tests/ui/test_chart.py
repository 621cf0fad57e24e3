"""The timeline: exact days are marks, other dates bands, and nothing of an article's words is in it."""

import itertools
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui import sample
from timeline.events import frame
from timeline.ui import chart

TABLE = frame.build(sample.library().events)
ALL = pd.Series(True, index=TABLE.index)
EXTENT = frame.extent(TABLE) or chart.NO_DATES
WIDTH = 840


def spec(table: pd.DataFrame = TABLE, shown: pd.Series = ALL, brushed: Any = None, theme: str = "light") -> str:
    return json.dumps(chart.chart(table, shown, theme, brushed, None, 0, WIDTH).to_dict())


def test_an_exact_day_is_a_mark_and_a_vague_one_a_band() -> None:
    """Only a day that is known is solid; bands reach over all the days that may be meant."""
    rows = chart.lanes(TABLE, EXTENT)
    assert next(row for row in rows if row["label"].startswith("21 August 2025"))["exact"]
    month = next(row for row in rows if row["label"].startswith("April 2025"))
    assert not month["exact"]
    assert month["end"] - month["start"] == 30 * 86_400_000


def test_a_band_has_a_solid_core_only_where_every_day_is_meant() -> None:
    """From 3 to 5 May are three days; between 3 and 5 May is one of them."""
    month = next(event for event in sample.library().events if event.when and event.when.days == 30)
    for through in (True, False):
        table = frame.build([replace(month, when=replace(month.when, through=through))])
        assert [row["through"] for row in chart.lanes(table, EXTENT)] == [through]
        drawn = spec(table, pd.Series(True, index=table.index))
        assert ('"fillOpacity": 0.95' in drawn) == through


def test_no_two_marks_overlap_in_a_lane() -> None:
    """Events of one day stand above one another."""
    table = frame.build(sample.many(300).events)
    rows = chart.lanes(table, frame.extent(table) or EXTENT)
    for lane in range(chart.MOST_LANES):
        held = sorted((row["start"], row["end"]) for row in rows if row["lane"] == lane)
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(held))


def test_a_crowd_has_bars_and_no_marks() -> None:
    """A few marks must not pass for all the events; the legend says how many have none."""
    crowd = frame.build(sample.many(2000).events)
    assert chart.marked(crowd, chart.span(crowd)) == []
    assert len(chart.marked(TABLE, chart.span(TABLE))) == TABLE["dated"].sum()


def test_few_marks_are_named_and_no_name_meets_its_neighbour() -> None:
    """By the place or the two countries; where the names find no room, none is written."""
    rows = chart.marked(TABLE, EXTENT, WIDTH)
    assert {row["name"] for row in rows} == {"Mukachevo", "Kharkiv", "Ukraine", "Ukraine → China", ""}
    per_pixel = (chart.milliseconds(EXTENT[1]) + chart.DAY_MS - chart.milliseconds(EXTENT[0])) / WIDTH
    for lane in range(chart.MOST_LANES):
        boxes = []
        for row in (row for row in rows if row["lane"] == lane):
            words = len(row["name"]) * chart.LETTER * per_pixel
            on_the_left = row["side"] == "left"
            boxes.append((row["start"] - words * on_the_left, row["end"] + words * (not on_the_left)))
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(sorted(boxes)))
    assert not any(row["name"] for row in chart.marked(TABLE, EXTENT, 30))


def test_a_single_day_has_days_around_it() -> None:
    """The axis shows days, never hours."""
    one = frame.build(sample.library(sample.TOLD[:1]).events)
    first, last = chart.span(one)
    assert first < date(2025, 8, 21) < last
    assert (last - first).days + 1 >= chart.FEWEST_DAYS


def test_grey_bars_are_all_events_and_coloured_ones_what_is_left() -> None:
    """Hiding a kind takes its colour away, never the grey."""
    strikes = TABLE["kind"] == "strike"
    rows = chart.bars(TABLE, strikes, EXTENT)
    sums = {k: sum(r["high"] - r["low"] for r in rows if r["kind"] == k) for k in ("all", "strike", "accusation")}
    assert sums["all"] == pytest.approx(TABLE["dated"].sum(), abs=0.01)
    assert sums["strike"] == pytest.approx((TABLE["dated"] & strikes).sum(), abs=0.01)
    assert sums["accusation"] == 0


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 800))
def test_a_brush_means_whole_days(first: date, days: int) -> None:
    """What the page draws as a brush, it reads back as the same days."""
    last = first + timedelta(days=days)
    ends = chart.milliseconds(first), chart.milliseconds(last + timedelta(days=1))
    assert chart.to_days(*ends) == (first, last)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_draws_without_any_word_of_an_article(theme: str) -> None:
    """Labels are dates and counts."""
    library = sample.titled(*sample.HOSTILE)
    table = frame.build(library.events)
    drawn = spec(table, pd.Series(True, index=table.index), theme=theme)
    assert not any(word in drawn for word in ("alert", "onerror", "evil.example", "HYPERLINK", "very long target"))


def test_no_dates_at_all_is_an_empty_chart() -> None:
    """It keeps its place on the page."""
    table = frame.build([])
    assert '"brush"' in spec(table, pd.Series(True, index=table.index))


def test_a_typed_range_is_drawn_as_a_brush() -> None:
    """From the start of the first day to the end of the last."""
    first, last = date(2025, 8, 1), date(2025, 8, 31)
    value = json.dumps([chart.milliseconds(first), chart.milliseconds(date(2025, 9, 1))])
    assert value in spec(brushed=(first, last))
