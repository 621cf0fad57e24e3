"""What a sheet says: the events shown, in the order of time, what was left out, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from timeline.article import Article
from timeline.event import Event, Kind
from timeline.events import facets, frame, words
from timeline.events.frame import Filters
from timeline.events.library import Library
from timeline.messages import SOURCE, _, language, later, listed, number
from timeline.when import Basis, When

MOST_COUNTRIES = 2  # named in a proposed title
TITLES = {  # by the kinds that are shown
    (Kind.STRIKE, Kind.ACCUSATION): later("Strikes and accusations"),
    (Kind.STRIKE,): later("Strikes"),
    (Kind.ACCUSATION,): later("Accusations"),
    (): later("No kinds of event"),
}
CLAUSES = {  # the filters besides those that the title and the range tell of
    "actors": later("actors: {values}"),
    "outlets": later("outlets: {values}"),
    "countries": later("countries: {values}"),
    "regions": later("regions: {values}"),
    "casualties": later("casualties: {values}"),
    "marks": later("drawn as: {values}"),
    "datings": later("dates: {values}"),
    "text": later("words: {values}"),
}
DRAWN = {"dot": later("dots"), "area": later("areas"), "arc": later("arcs"), "none": later("not on the map")}
DATED = {"exact": later("exact days"), "between": later("vague dates"), "unknown": later("no date")}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A briefing sheet before it is drawn.

    ``events`` are those shown, in the order of time, of ``total``; ``articles`` those that they may cite; ``range`` the
    days asked for, in words; ``clauses`` the other filters, in words. ``made_at`` is when it is made, in UTC, and
    ``link`` the address that reopens the view. ``marking`` is a label of the Traffic Light Protocol or free text.
    ``language`` is that of the sheet's own words, a key of ``messages.LANGUAGES``.
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
    language: str = SOURCE

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
    """The sheet of what ``filters`` let through, in the language that is spoken; an empty ``title`` is proposed.

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
        language=language(),
    )


def proposed_title(events: tuple[Event, ...], filters: Filters) -> str:
    """``Strikes and accusations: Ukraine``: the kinds that are shown, and the countries of the strikes if few."""
    found = {event.kind for event in events} or set(Kind)
    asked = tuple(kind for kind in Kind if kind in found and (filters.kinds is None or kind.value in filters.kinds))
    kinds = _(TITLES[asked])
    places = [event.where.place for event in events if event.kind == Kind.STRIKE and event.where]
    names = sorted({words.country(place.country) for place in places if place and place.country})
    if not 0 < len(names) <= MOST_COUNTRIES:
        return kinds
    return _("{kinds}: {countries}").format(kinds=kinds, countries=listed(names))


def range_words(events: tuple[Event, ...], filters: Filters) -> str:
    """The days asked for, as exactly as they were; without any, those from the first event to the last."""
    if filters.first and filters.last and filters.first > filters.last:
        return _("no days: the range ends before it starts")
    if filters.ranged:
        asked = words.days(When(filters.first, filters.last, Basis.STATED))
        return _("{days}, certain dates only").format(days=asked) if filters.certain else asked
    whens = [event.when for event in events if event.when]
    if not whens:
        return _("all dates; no event has one")
    first = min((w for w in whens if w.first), key=lambda w: (w.first or date.max, w.days or 0), default=None)
    last = max((w for w in whens if w.last), key=lambda w: (w.last or date.min, -(w.days or 0)), default=None)
    edges = [_edge(w, day) for w, day in ((first, first and first.first), (last, last and last.last)) if w and day]
    some_open = any(w.first is None or w.last is None for w in whens)
    if edges[0] == edges[-1]:
        said = _("all dates, {day}, some open-ended") if some_open else _("all dates, {day}")
        return said.format(day=edges[0])
    said = _("all dates, {first} to {last}, some open-ended") if some_open else _("all dates, {first} to {last}")
    return said.format(first=edges[0], last=edges[-1])


def _edge(when: When, day: date) -> str:
    """One end of the events' days, no more exact than the event that reaches it."""
    if when.first == when.last:
        return words.day(day)
    if when.first and when.last and (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return words.days(when)
    return words.month(day)


def clause_words(filters: Filters) -> str:
    """The filters besides range and kinds: "outlets: Kyiv Wire; words: depot"."""
    asked = ((name, clause, getattr(filters, name)) for name, clause in CLAUSES.items())
    return "; ".join(_(clause).format(values=_values(name, value)) for name, clause, value in asked if value)


def _values(name: str, value: str | frozenset[str]) -> str:
    """What a filter lets through, in words."""
    if isinstance(value, str):
        return value
    ours = {"marks": DRAWN, "datings": DATED}.get(name)
    return ", ".join(sorted(_(ours[one]) if ours else facets.said(name, one) for one in value))


def counts(sheet: Sheet, table: pd.DataFrame) -> str:
    """How many events are shown, of how many, of which kinds, and how many of them have no place or no date."""
    kinds = table["kind"].value_counts()
    parts = ", ".join(words.plural(int(kinds[kind.value]), kind.value) for kind in Kind if kind.value in kinds)
    shown = _("{shown} of {events} shown: {kinds}") if parts else _("{shown} of {events} shown")
    said = (
        shown.format(shown=number(len(table)), events=words.plural(sheet.total, "event"), kinds=parts),
        _("{count} without a place").format(count=number(without_place(table))),
        _("{count} without a date").format(count=number(int((~table["dated"]).sum()))),
    )
    return " · ".join(said)


def without_place(table: pd.DataFrame) -> int:
    """Shown events that the map cannot draw: strikes without a place, accusations without a pair of countries."""
    return int((table["drawn"] == "").sum())
