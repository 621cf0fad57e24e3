"""The table that all views share, and the filters that every view applies to it.

One row an event. Dates are ``datetime64[s]`` with ``NaT`` for an open end; ``dated`` tells an open end from an unknown
date. ``drawn`` says what the map may show: a dot, an area, an arc, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from timeline.event import Event, Kind
from timeline.events import words

COLUMNS = {
    "id": "str",
    "kind": "str",
    "title": "str",
    "claim": "str",
    "when": "str",
    "where": "str",
    "toll": "str",
    "sources": "str",
    "outlets": "int64",
    "first": "datetime64[s]",
    "last": "datetime64[s]",
    "dated": "bool",
    "date_prec": "int64",
    "where_prec": "int64",
    "drawn": "str",
    "place": "str",
    "area": "str",
    "lon": "float64",
    "lat": "float64",
    "radius_km": "float64",
    "accuser": "str",
    "accused": "str",
}
DOT_PRECISIONS = frozenset({1, 2})
COUNTRY_PRECISIONS = frozenset({5, 6})
NO_PRECISION = 0  # there is no date, or no place


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asked to see. ``None`` ends are open; ``kinds`` ``None`` means all of them.

    An event counts in a range when any part of it may lie there; with ``certain`` all of it has to.
    """

    first: date | None = None
    last: date | None = None
    kinds: frozenset[str] | None = None
    certain: bool = False

    @property
    def ranged(self) -> bool:
        """Whether a range was asked for."""
        return self.first is not None or self.last is not None

    def without_range(self) -> Filters:
        """Every clause but the timeline's own."""
        return replace(self, first=None, last=None, certain=False)

    def without_kinds(self) -> Filters:
        """Every clause but the kinds' own."""
        return replace(self, kinds=None)

    def as_certain(self, certain: bool) -> Filters:
        """The same clauses, counting what may lie in the range or only what certainly does."""
        return replace(self, certain=certain)


def build(events: Iterable[Event]) -> pd.DataFrame:
    """The table of ``events``, earliest first, undated last; ties keep their order. Row numbers are 0, 1, 2 ..."""
    rows = [_row(event) for event in events]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
    order = table["first"].fillna(table["last"])
    return table.loc[order.sort_values(kind="stable", na_position="last").index].reset_index(drop=True)


def _row(event: Event) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": event.id,
        "kind": event.kind.value,
        "title": words.title(event),
        "claim": words.claim(event),
        "when": words.when(event.when),
        "where": words.where(event.where),
        "toll": words.toll(event),
        "sources": words.sources(event),
        "outlets": event.outlets,
        "first": event.when.first if event.when else None,
        "last": event.when.last if event.when else None,
        "dated": event.when is not None,
        "date_prec": event.when.prec if event.when else NO_PRECISION,
        "where_prec": event.where_prec or NO_PRECISION,
    }
    return row | _drawing(event)


def _drawing(event: Event) -> dict[str, Any]:
    """How the map may show the event, never more precisely than was said."""
    row: dict[str, Any] = {"drawn": "", "place": "", "area": "", "lon": np.nan, "lat": np.nan, "radius_km": np.nan}
    row |= {"accuser": "", "accused": ""}
    if event.kind == Kind.ACCUSATION:
        return row | _arc(event)
    place = event.where.place if event.where else None
    if place is None:
        return row
    row |= {"place": place.name, "lon": place.lon, "lat": place.lat, "radius_km": place.radius_km}
    if event.where_prec in DOT_PRECISIONS:
        return row | {"drawn": "dot"}
    area = place.country if event.where_prec in COUNTRY_PRECISIONS else place.region_code
    return row | {"drawn": "area", "area": area or ""}


def _arc(event: Event) -> dict[str, Any]:
    accuser = event.actor.country if event.actor else None
    accused = event.recipient.country if event.recipient else None
    if not accuser or not accused or accuser == accused:
        return {"accuser": accuser or "", "accused": accused or ""}
    return {"drawn": "arc", "accuser": accuser, "accused": accused}


def mask(table: pd.DataFrame, filters: Filters) -> pd.Series[bool]:
    """Which rows the filters let through. An unknown date may lie in any range, and certainly lies in none."""
    kept = pd.Series(True, index=table.index)
    if filters.kinds is not None:
        kept &= table["kind"].isin(filters.kinds)
    if not filters.ranged:
        return kept
    first, last = table["first"], table["last"]
    low, high = pd.Timestamp(filters.first or date.min), pd.Timestamp(filters.last or date.max)
    if filters.certain:
        return kept & table["dated"] & _after(first, filters.first, low) & _before(last, filters.last, high)
    return kept & (first.isna() | (first <= high)) & (last.isna() | (last >= low))


def _after(first: pd.Series[Any], asked: date | None, low: pd.Timestamp) -> pd.Series[bool]:
    return first >= low if asked else pd.Series(True, index=first.index)


def _before(last: pd.Series[Any], asked: date | None, high: pd.Timestamp) -> pd.Series[bool]:
    return last <= high if asked else pd.Series(True, index=last.index)


def extent(table: pd.DataFrame) -> tuple[date, date] | None:
    """The first and last day that any event names; ``None`` when none has a date."""
    days = pd.concat([table["first"], table["last"]]).dropna()
    return (days.min().date(), days.max().date()) if len(days) else None


@dataclass(frozen=True, slots=True)
class Bins:
    """Days grouped for the histogram: ``edges`` has one more than there are bars; ``unit`` is day, week or month."""

    edges: tuple[date, ...]
    unit: str


DAY_BINS, WEEK_BINS = 62, 370  # the longest extents, in days, that are drawn by day and by week


def bins(first: date, last: date) -> Bins:
    """Bars by day, week (from Monday) or calendar month over first..last, as many as can be told apart."""
    span = (last - first).days + 1
    if span <= DAY_BINS:
        return Bins(tuple(first + timedelta(days=n) for n in range(span + 1)), "day")
    if span <= WEEK_BINS:
        monday = first - timedelta(days=first.weekday())
        count = (last - monday).days // 7 + 1
        return Bins(tuple(monday + timedelta(days=7 * n) for n in range(count + 1)), "week")
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return Bins(tuple(date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(months + 1)), "month")


def weights(table: pd.DataFrame, edges: tuple[date, ...]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """How much of each event lies in each bar: shape (events, bars).

    A dated row sums to 1: an exact day gives all its weight to one bar, a month spreads it by days, and an open end
    reaches to the end of the chart. An undated row is all zero.
    """
    marks = np.array(edges, dtype="datetime64[D]").astype(np.int64)
    first = _day_numbers(table["first"], marks[0])
    after = _day_numbers(table["last"], marks[-1] - 1) + 1
    lows, highs = marks[:-1], marks[1:]
    overlap = np.minimum(after[:, None], highs) - np.maximum(first[:, None], lows)
    inside = np.clip(overlap, 0, None) * table["dated"].to_numpy()[:, None]
    total = inside.sum(axis=1, keepdims=True)
    shares: np.ndarray[Any, np.dtype[np.float64]] = np.zeros(inside.shape)
    np.divide(inside, total, out=shares, where=total > 0)
    return shares


def _day_numbers(days: pd.Series[Any], missing: np.int64) -> np.ndarray[Any, np.dtype[np.int64]]:
    numbers = days.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(numbers), missing, numbers.astype(np.int64))
