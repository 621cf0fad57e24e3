"""The table that all views share: nothing is more precise in it than what was said, and bars add up."""

import gc
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.place import PlaceKind
from tests.ui import sample
from timeline.event import Event, Kind
from timeline.events import coded, facets, frame
from timeline.events.frame import Filters
from timeline.when import Basis, When

DAYS = st.dates(date(2024, 6, 1), date(2026, 6, 30))


@st.composite
def whens(draw: st.DrawFn) -> When | None:
    """A day, an interval, an open end, or no date."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    shape = draw(st.sampled_from(["day", "interval", "since", "until", "unknown"]))
    if shape == "unknown":
        return None
    ends = {"day": (first, first), "interval": (first, last), "since": (first, None), "until": (None, last)}[shape]
    return When(*ends, Basis.STATED)


EVENTS = sample.library().events


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Events of every kind and place of the sample, each with a date of its own."""
    chosen = draw(st.lists(st.sampled_from(EVENTS), max_size=12))
    return [replace(event, id=f"{n}", when=draw(whens())) for n, event in enumerate(chosen)]


@given(events())
def test_bars_sum_to_the_number_of_dated_events(found: list[Event]) -> None:
    """However vague the dates, every dated event weighs exactly one in the histogram, and an undated one nothing."""
    table = frame.build(found)
    extent = frame.extent(table)
    if extent is None:
        assert not table["dated"].any()
        return
    weights = frame.weights(table, frame.bins(*extent).edges)
    assert weights.sum() == pytest.approx(table["dated"].sum())
    assert weights.sum(axis=1) == pytest.approx(table["dated"].astype(float).to_numpy())


@given(events(), st.none() | DAYS, st.none() | DAYS, st.booleans())
def test_a_range_means_what_the_dates_say_it_means(
    found: list[Event], first: date | None, last: date | None, certain: bool
) -> None:
    """Possible is ``When.meets`` and certain is ``When.within``; an unknown date is possible and never certain."""
    table = frame.build(found)
    filters = Filters(first, last, certain=certain)
    kept = set(table.loc[frame.mask(table, filters), "id"])
    for event in found:
        asked = first is not None or last is not None
        if event.when is None:
            expected = not (asked and certain)
        else:
            expected = event.when.within(first, last) if certain and asked else event.when.meets(first, last)
        assert (event.id in kept) == expected


@given(events())
def test_what_is_drawn_is_never_more_precise_than_what_was_said(found: list[Event]) -> None:
    """Only a strike at a town or site is a dot; a region or country is an area; an accusation is never a point."""
    for event, row in _rows(found):
        if row["drawn"] == "dot":
            assert event.kind == Kind.STRIKE
            assert event.where_prec in {1, 2}
        if event.kind == Kind.ACCUSATION:
            assert row["drawn"] in {"arc", ""}
        place = event.where.place if event.where else None
        if place is not None and place.kind in {PlaceKind.REGION, PlaceKind.COUNTRY}:
            assert row["drawn"] in {"area", "arc"}


def _rows(found: list[Event]) -> list[tuple[Event, dict]]:
    table = frame.build(found).set_index("id")
    return [(event, table.loc[event.id].to_dict()) for event in found]


@given(events(), st.sampled_from(facets.FACETS), st.data())
def test_a_facet_filters_and_counts_by_each_value(found: list[Event], facet: str, data: st.DataObject) -> None:
    """A row passes when one of its values is asked for; each value is counted under the other clauses alone."""
    table = frame.build(found)
    values = sorted({value for row in table[facet] for value in row})
    asked = frozenset(data.draw(st.sets(st.sampled_from(values)))) if values else frozenset()
    filters = replace(Filters(kinds=frozenset({"strike"})), **{facet: asked})
    kinds = ("strike",) if facet != "kinds" else asked
    expected = [bool(asked & set(row)) and kind in kinds for row, kind in zip(table[facet], table["kind"], strict=True)]
    assert frame.mask(table, filters).tolist() == expected
    within = table["dated"]
    others = within if facet == "kinds" else within & (table["kind"] == "strike")
    counted = frame.counts(table, filters, facet, within)
    assert counted == {value: sum(value in row for row in table.loc[others, facet]) for value in values}


def test_the_extent_of_a_table_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table is not changed once it is shown, so its first and last day are found at the first question."""
    table = frame.build(EVENTS)
    asked = [frame.extent(table)]
    monkeypatch.setattr(frame, "_extent", lambda table: asked.append(None))
    assert frame.extent(table) == asked[0]
    assert len(asked) == 1


def test_what_is_kept_of_a_table_goes_with_it() -> None:
    """Another visitor's articles are not remembered, nor a former search of a table that is gone."""
    table = frame.build(EVENTS)
    before = len(coded._memories)
    for word in range(2 * coded.MOST_ASKED):
        frame.mask(table, Filters(kinds=frozenset({"strike"}), text=f"word{word}"))
    assert len(coded._memories) == before + 1
    assert len(coded._memories[id(table)].asked) == coded.MOST_ASKED
    del table
    gc.collect()
    assert len(coded._memories) == before


def test_rows_are_earliest_first_and_undated_last() -> None:
    """The list reads like a chronicle."""
    table = frame.build(sample.library().events)
    assert not table["dated"].iloc[-1]
    firsts = table.loc[table["dated"], "first"].tolist()
    assert firsts == sorted(firsts)


def test_no_events_make_an_empty_table() -> None:
    """Nothing to show is a table without rows, with every column."""
    table = frame.build([])
    assert list(table.columns) == list(frame.COLUMNS)
    assert frame.extent(table) is None
    assert frame.mask(table, Filters(date(2025, 1, 1), None)).empty


@pytest.mark.parametrize(
    ("span", "unit"), [(1, "day"), (62, "day"), (63, "week"), (370, "week"), (371, "month"), (4000, "month")]
)
def test_bars_are_days_weeks_or_months(span: int, unit: str) -> None:
    """As many bars as can be told apart, and together they cover every day."""
    first = date(2023, 3, 17)
    last = first + timedelta(days=span - 1)
    found = frame.bins(first, last)
    assert found.unit == unit
    assert found.edges[0] <= first
    assert found.edges[-1] > last
    assert list(found.edges) == sorted(set(found.edges))


def test_each_view_can_leave_out_its_own_clause() -> None:
    """The timeline is not filtered by the range, nor the kinds' counts by the kinds."""
    asked = Filters(date(2025, 1, 1), date(2025, 2, 1), frozenset({"strike"}), certain=True)
    assert asked.without_range() == Filters(kinds=frozenset({"strike"}))
    assert asked.without("kinds") == replace(asked, kinds=None)
