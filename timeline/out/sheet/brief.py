"""What a sheet says: the events shown, in the order of time, what was left out, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

import pandas as pd

from geo.basemap import country_name
from timeline.article import Article
from timeline.event import Event, Kind
from timeline.events import frame, words
from timeline.events.frame import Filters
from timeline.events.library import Library
from timeline.when import Basis, When

MOST_COUNTRIES = 2  # named in a proposed title
KIND_TITLES = {"strike": "Strikes", "accusation": "Accusations"}
OWN_CLAUSES = {"first", "last", "kinds", "certain"}  # filters that the title and the range tell of
CLAUSES = {"marks": "drawn as", "datings": "dates", "text": "words"}  # what a filter is called where not by its name


@dataclass(frozen=True, slots=True)
class Sheet:
    """A briefing sheet before it is drawn.

    ``events`` are those shown, in the order of time, of ``total``; ``articles`` those that they may cite; ``range`` the
    days asked for, in words; ``clauses`` the other filters, in words. ``made_at`` is when it is made, in UTC, and
    ``link`` the address that reopens the view. ``marking`` is a label of the Traffic Light Protocol or free text.
    """

    title: str
    range: str
    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    total: int
    made_at: datetime
    clauses: str = ""
    link: str = ""
    marking: str = ""

    @property
    def table(self) -> pd.DataFrame:
        """The events as the page's own table, in the same order."""
        return frame.build(self.events)

    @property
    def as_of(self) -> date | None:
        """The last day on which an article may have been published; ``None`` where no article is dated."""
        return max((a.published.last for a in self.articles if a.published and a.published.last), default=None)


def sheet_of(
    library: Library,
    filters: Filters,
    made_at: datetime,
    *,
    shown: Sequence[str] | None = None,
    title: str = "",
    link: str = "",
    marking: str = "",
) -> Sheet:
    """The sheet of what ``filters`` let through; an empty ``title`` is proposed from them.

    ``shown`` are the ids of those events in order, where a page has already found them.
    """
    if shown is None:
        table = frame.build(library.events, {article.id: article.text for article in library.articles})
        shown = list(table.loc[frame.mask(table, filters), "id"])
    events = {event.id: event for event in library.events}
    ordered = tuple(events[name] for name in shown)
    return Sheet(
        title=" ".join(title.split()) or proposed_title(ordered, filters),
        range=range_words(ordered, filters),
        events=ordered,
        articles=library.articles,
        total=len(library.events),
        made_at=made_at,
        clauses=clause_words(filters),
        link=link,
        marking=" ".join(marking.split()),
    )


def proposed_title(events: tuple[Event, ...], filters: Filters) -> str:
    """``Strikes and accusations: Ukraine``: the kinds that are shown, and the countries of the strikes if few."""
    found = {event.kind for event in events} or set(Kind)
    asked = [kind.value for kind in Kind if kind in found and (filters.kinds is None or kind.value in filters.kinds)]
    kinds = " and ".join(KIND_TITLES[kind] for kind in asked).capitalize() or "No kinds of event"
    places = [event.where.place for event in events if event.kind == Kind.STRIKE and event.where]
    names = sorted({country_name(place.country) for place in places if place and place.country})
    return f"{kinds}: {' and '.join(names)}" if 0 < len(names) <= MOST_COUNTRIES else kinds


def range_words(events: tuple[Event, ...], filters: Filters) -> str:
    """The days asked for, as exactly as they were; without any, those from the first event to the last."""
    if filters.first and filters.last and filters.first > filters.last:
        return "no days: the range ends before it starts"
    if filters.ranged:
        asked = words.days(When(filters.first, filters.last, Basis.STATED))
        return f"{asked}, certain dates only" if filters.certain else asked
    whens = [event.when for event in events if event.when]
    if not whens:
        return "all dates; no event has one"
    first = min((w for w in whens if w.first), key=lambda w: (w.first or date.max, w.days or 0), default=None)
    last = max((w for w in whens if w.last), key=lambda w: (w.last or date.min, -(w.days or 0)), default=None)
    edges = [_edge(w, day) for w, day in ((first, first and first.first), (last, last and last.last)) if w and day]
    gone = ", some open-ended" if any(w.first is None or w.last is None for w in whens) else ""
    return "all dates, " + " to ".join(dict.fromkeys(edges)) + gone


def _edge(when: When, day: date) -> str:
    """One end of the events' days, no more exact than the event that reaches it."""
    if when.first == when.last:
        return words.day(day)
    if when.first and when.last and (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return words.days(when)
    return f"{day:%B} {day.year}"


def clause_words(filters: Filters) -> str:
    """The filters besides range and kinds: "outlets: Kyiv Wire; text: depot"."""
    said = []
    for field in fields(filters):
        value = getattr(filters, field.name)
        if field.name not in OWN_CLAUSES and value:
            name = CLAUSES.get(field.name, field.name)
            said.append(f"{name}: {value if isinstance(value, str) else ', '.join(sorted(value))}")
    return "; ".join(said)


def counts(sheet: Sheet, table: pd.DataFrame) -> str:
    """How many events are shown, of how many, of which kinds, and how many of them have no place or no date."""
    kinds = table["kind"].value_counts()
    parts = ", ".join(words.plural(int(kinds[kind.value]), kind.value) for kind in Kind if kind.value in kinds)
    return (
        f"{len(table):,} of {words.plural(sheet.total, 'event')} shown{': ' * bool(parts)}{parts} · "
        f"{without_place(table):,} without a place · {int((~table['dated']).sum()):,} without a date"
    )


def without_place(table: pd.DataFrame) -> int:
    """Shown events that the map cannot draw: strikes without a place, accusations without a pair of countries."""
    return int((table["drawn"] == "").sum())
