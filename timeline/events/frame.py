"""The table that all views share, in the language that is spoken, and the filters that every view applies to it.

One row an event. Dates are ``datetime64[s]`` with ``NaT`` for an open end; ``dated`` tells an open end from an unknown
date. ``drawn`` says what the map may show: a dot, an area, an arc, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from timeline.event import Event, Kind
from timeline.events import coded, facets, search, words

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
    "through": "bool",
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
    "place_id": "int64",
    "search": "str",
} | dict.fromkeys(facets.FACETS, "object")
DOT_PRECISIONS = frozenset({1, 2})
COUNTRY_PRECISIONS = frozenset({5, 6})
NO_PRECISION = 0  # there is no date, or no place


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asked to see: one clause for the range, one for each facet, one for words; all have to hold.

    ``None`` ends are open, and ``None`` for a facet means all of its values; an event passes a facet when one of its
    values is asked for. An event counts in a range when any part of it may lie there; with ``certain`` all of it has
    to. Every word of ``text`` has to be found, however it is spelled, or the whole be a name of the event's place.
    """

    first: date | None = None
    last: date | None = None
    kinds: frozenset[str] | None = None
    certain: bool = False
    actors: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    regions: frozenset[str] | None = None
    casualties: frozenset[str] | None = None
    marks: frozenset[str] | None = None
    datings: frozenset[str] | None = None
    text: str = ""

    @property
    def ranged(self) -> bool:
        """Whether a range was asked for."""
        return self.first is not None or self.last is not None

    def without_range(self) -> Filters:
        """Every clause but the timeline's own."""
        return replace(self, first=None, last=None, certain=False)

    def without(self, facet: str) -> Filters:
        """Every clause but that facet's own."""
        asked: dict[str, Any] = {facet: None}
        return replace(self, **asked)

    def as_certain(self, certain: bool) -> Filters:
        """The same clauses, counting what may lie in the range or only what certainly does."""
        return replace(self, certain=certain)


def build(events: Iterable[Event], texts: Mapping[str, str] | None = None) -> pd.DataFrame:
    """The table of ``events``, earliest first, undated last; ties keep their order. Row numbers are 0, 1, 2 ...

    ``texts`` are the articles by id: with them the sentences that tell an event can be searched too.
    """
    found = list(events)
    names = facets.one_name_each(found)
    rows = [_row(event, names, texts or {}) for event in found]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
    order = table["first"].fillna(table["last"])
    return table.loc[order.sort_values(kind="stable", na_position="last").index].reset_index(drop=True)


def _row(event: Event, names: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, Any]:
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
        "through": event.when is not None and event.when.through,
        "date_prec": event.when.prec if event.when else NO_PRECISION,
        "where_prec": event.where_prec or NO_PRECISION,
    }
    row |= _drawing(event)
    row |= facets.renamed(facets.values(event, row["drawn"]), names)
    return row | {"search": _searchable(event, row, texts)}


def _searchable(event: Event, row: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """Everything that may be searched for: what the row says, its names, and its sentences."""
    said = [row["title"], event.target, row["where"], *row["actors"], *row["outlets"]]
    for name in ("countries", "regions"):
        said += [*row[name], *(facets.said(name, value) for value in row[name])]
    said += [party.name for party in (event.actor, event.recipient) if party]
    said += [texts[r.article_id][s.start : s.end] for r in event.reports if r.article_id in texts for s in r.evidence]
    return search.key(" ".join(said))


def _drawing(event: Event) -> dict[str, Any]:
    """How the map may show the event, never more precisely than was said."""
    row: dict[str, Any] = {"drawn": "", "place": "", "area": "", "lon": np.nan, "lat": np.nan, "radius_km": np.nan}
    row |= {"accuser": "", "accused": "", "place_id": 0}
    if event.kind == Kind.ACCUSATION:
        return row | _arc(event)
    place = event.where.place if event.where else None
    if place is None:
        return row
    row |= {"place": words.place_name(place), "lon": place.lon, "lat": place.lat, "radius_km": place.radius_km}
    row["place_id"] = place.geonameid
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
    kept = np.ones(len(table), dtype=bool)
    for facet in facets.FACETS:
        asked: frozenset[str] | None = getattr(filters, facet)
        if asked is not None:
            kept &= coded.facet(table, facet).having(asked)
    if filters.text.strip():
        kept &= coded.rows(table, filters.text, lambda: _says(table, filters.text))
    if filters.ranged:
        ends = (filters.first, filters.last, filters.certain)
        kept &= coded.rows(table, ends, lambda: _in_range(table, filters).to_numpy(dtype=bool))
    found: pd.Series[bool] = pd.Series(kept, index=table.index, dtype=bool)
    return found


def counts(table: pd.DataFrame, filters: Filters, facet: str, within: pd.Series[bool]) -> dict[str, int]:
    """How many of the events ``within`` have each value of the facet, under every clause but its own; 0 for none."""
    return coded.facet(table, facet).counts((within & mask(table, filters.without(facet))).to_numpy())


def _says(table: pd.DataFrame, text: str) -> coded.Array:
    """Rows in which every word is found, or whose place bears the name."""
    found = pd.Series(True, index=table.index)
    for word in search.key(text).split() or [text]:  # of signs alone nothing is left, and nothing is found
        found &= table["search"].str.contains(word, regex=False)
    says: coded.Array = (found | table["place_id"].isin(search.places(text) - {0})).to_numpy()
    return says


def _in_range(table: pd.DataFrame, filters: Filters) -> pd.Series[bool]:
    first, last = table["first"], table["last"]
    low, high = pd.Timestamp(filters.first or date.min), pd.Timestamp(filters.last or date.max)
    if filters.certain:
        return table["dated"] & _after(first, filters.first, low) & _before(last, filters.last, high)
    return (first.isna() | (first <= high)) & (last.isna() | (last >= low))


def _after(first: pd.Series[Any], asked: date | None, low: pd.Timestamp) -> pd.Series[bool]:
    return first >= low if asked else pd.Series(True, index=first.index)


def _before(last: pd.Series[Any], asked: date | None, high: pd.Timestamp) -> pd.Series[bool]:
    return last <= high if asked else pd.Series(True, index=last.index)


def extent(table: pd.DataFrame) -> tuple[date, date] | None:
    """The first and last day that any event names; ``None`` when none has a date. Found once for each table."""
    return coded.once(table, "extent", lambda: _extent(table))


def _extent(table: pd.DataFrame) -> tuple[date, date] | None:
    ends = [(table[end].min(), table[end].max()) for end in ("first", "last")]
    known = [(low.date(), high.date()) for low, high in ends if not pd.isna(low)]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else None


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
