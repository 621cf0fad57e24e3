"""The order of the list: by date, place, kind or toll, in parts that each have a heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.place import Place
from timeline.event import Event, Toll
from timeline.events import facets, nearest
from timeline.events.facets import COUNTRY_UNKNOWN
from timeline.messages import _, later, pgettext

SORTS = {"date": later("Date"), "place": later("Place"), "kind": later("Kind"), "toll": later("Toll")}
KINDS = {"strike": later("Strikes"), "accusation": later("Accusations")}
LETTERS = str.maketrans({"ґ": "г\uffff", "є": "е\uffff", "і": "и\uffff", "ї": "и\uffff\uffff"})  # in Ukrainian order
NOT_GIVEN, SEVERAL = -1.0, 0.5  # as numbers to sort by: what is not stated is not 0, and "several" is more than none


@dataclass(frozen=True, slots=True)
class Part:
    """Row numbers of the table under one heading, "" for none that has to be seen.

    ``away``: how far each lies from the place that was asked for, in km; ``None`` where none was.
    """

    heading: str
    rows: pd.Index[int]
    away: pd.Series[float] | None = None


def parts(
    table: pd.DataFrame, shown: pd.Index[int], events: Iterable[Event], sort: str, near: Place | None = None
) -> list[Part]:
    """The rows ``shown``, which are in the order of time, in the parts of that order; empty parts are left out.

    ``near`` comes before ``sort``: the strikes at a known place by their distance from it, then what has none. Only the
    columns that an order asks for are copied, for a table may have a million rows.
    """
    if near is not None:
        found = _by_distance(table.loc[shown, ["kind", "drawn", "lat", "lon"]], near)
    elif sort == "place":
        found = _by_place(table.loc[shown, ["kind", "countries", "regions", "place"]])
    elif sort == "kind":
        kinds = table["kind"].loc[shown]
        found = [Part(_(name), shown[kinds == kind]) for kind, name in KINDS.items()]
    elif sort == "toll":
        found = _by_toll(table["id"].loc[shown], events)
    else:
        dated = table["dated"].to_numpy()[shown]
        found = [Part("", shown[dated]), Part(_("Without a date"), shown[~dated])]
    return [part for part in found if len(part.rows)]


def _by_place(shown: pd.DataFrame) -> list[Part]:
    """Strikes by country, within it by region and place; what has no place comes last."""
    strikes = shown[shown["kind"] == "strike"]
    country = strikes["countries"].map(_first)
    placed = strikes.assign(country=country, region=strikes["regions"].map(_first))
    placed = placed.sort_values(["country", "region", "place"], kind="stable")
    names = {facets.said("countries", name): name for name in set(country) - {COUNTRY_UNKNOWN}}
    found = [Part(said, placed.index[placed["country"] == name]) for said, name in sorted(names.items(), key=_alphabet)]
    return [
        *found,
        Part(_("Strikes without a place"), strikes.index[country == COUNTRY_UNKNOWN]),
        Part(_("Accusations, which have no place"), shown.index[shown["kind"] == "accusation"]),
    ]


def _by_distance(shown: pd.DataFrame, near: Place) -> list[Part]:
    far = nearest.kilometres(shown, near).dropna().sort_values(kind="stable")
    pointless = shown.index[(shown["kind"] == "strike") & ~shown.index.isin(far.index)]
    name = nearest.name(near)
    return [
        Part(_("Strikes by distance from {place}").format(place=name), far.index, far),
        Part(_("Strikes whose place is not known to a point"), pointless),
        Part(_("Accusations, which have no place"), shown.index[shown["kind"] == "accusation"]),
    ]


def _alphabet(named: tuple[str, str]) -> str:
    return named[0].casefold().translate(LETTERS)


def _first(names: Sequence[str]) -> str:
    return names[0] if len(names) else ""


def _by_toll(ids: pd.Series[str], events: Iterable[Event]) -> list[Part]:
    """The most killed first, then the most injured; "several" stands below one and above none."""
    tolls = {event.id: (event.killed, event.injured) for event in events}
    killed, injured = (ids.map(lambda name, n=n: _number(tolls[name][n])) for n in (0, 1))
    order = pd.DataFrame({"killed": killed, "injured": injured})
    order = order.sort_values(["killed", "injured"], ascending=False, kind="stable")
    dead, hurt = order["killed"] > 0, order["injured"] > 0
    rows = {
        pgettext("toll", "Killed"): dead,
        _("Injured, none said to be killed"): ~dead & hurt,
        _("Nobody said to be killed or injured"): ~dead & ~hurt,
    }
    return [Part(name, order.index[kept]) for name, kept in rows.items()]


def _number(toll: Toll | None) -> float:
    if toll is None:
        return NOT_GIVEN
    known = [number for number in (toll.best, toll.low, toll.high) if number is not None]
    return float(known[0]) if known else SEVERAL
