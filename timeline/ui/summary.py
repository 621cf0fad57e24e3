"""The words above the map: what is shown and under which filters, what is hidden, and what the map cannot show."""

from __future__ import annotations

from typing import Any

import pandas as pd

from timeline.event import Kind
from timeline.events import frame, words
from timeline.events.library import Library
from timeline.events.words import plural
from timeline.ui import state
from timeline.when import Basis, When

NOUNS = {Kind.STRIKE.value: "Strikes", Kind.ACCUSATION.value: "Accusations"}
CHOSEN_WORDS = {"actors": "by", "outlets": "told by", "countries": "in", "regions": "in", "casualties": "with"}
MARK_WORDS = {
    "dot": "strikes at a known place",
    "area": "strikes somewhere in a region or country",
    "arc": "accusations between two countries",
    "none": "events that the map cannot show",
}
DATING_WORDS = {"exact": "events of an exact day", "between": "events of a vague date", "unknown": "undated events"}


def sentence(table: pd.DataFrame, shown: pd.DataFrame, view: state.View) -> str:
    """What is shown of the table, what is hidden, and how many of the shown have no place or no date."""
    if table.empty:
        return "No events yet: none of the articles reports one."
    hidden = len(table) - len(shown)
    parts = [
        f"Showing {len(shown):,} of {plural(len(table), 'event')}{_by_kind(shown)}",
        lacking(int(unplaced(shown).sum()), "strike", "place"),
        lacking(int(unpaired(shown).sum()), "accusation", "known pair of countries"),
        lacking(int((~shown["dated"]).sum()), "event", "date"),
        f"{hidden:,} hidden by the filters{asked(view)}" if hidden else "",
    ]
    return ". ".join(part for part in parts if part) + "."


def _by_kind(shown: pd.DataFrame) -> str:
    counts = shown["kind"].value_counts()
    found = ", ".join(plural(int(counts[kind]), kind) for kind in state.KINDS if kind in counts)
    return f": {found}" if found else ""


def spoken(shown: pd.DataFrame, view: state.View) -> str:
    """What a screen reader hears when the view changes: ``47 strikes, 12 accusations, 1 to 31 August 2025``."""
    extent = frame.extent(shown)
    days = time_range(view) or (words.days(When(*extent, Basis.STATED)) if extent else "")
    heard = days.replace(" – ", " to ").replace("–", " to ")
    return ", ".join(part for part in (_by_kind(shown).removeprefix(": ") or "No events", heard) if part)


def asked(view: state.View) -> str:
    """The filters besides kinds in words, in brackets; "" for none. Values are words of articles."""
    parts = [time_range(view)] if view.filters.ranged else []
    parts += [
        f"{word} {' or '.join(getattr(view, name))}" for name, word in CHOSEN_WORDS.items() if getattr(view, name)
    ]
    parts += [f"saying “{view.text}”"] if view.text else []
    parts += ["in the chosen part of the map"] if view.box else []
    parts += [f"without {MARK_WORDS[mark]}" for mark in MARK_WORDS if mark not in view.marks]
    parts += [f"without {DATING_WORDS[dating]}" for dating in DATING_WORDS if dating not in view.datings]
    return f" ({'; '.join(parts)})" if parts else ""


def time_range(view: state.View) -> str:
    """The range in words: ``1–31 August 2025``, ``since 1 August 2025``; "" for no range or one that holds nothing."""
    if not view.filters.ranged or (view.first and view.last and view.first > view.last):
        return ""
    found = words.days(When(view.first, view.last, Basis.STATED))
    return f"{found}, certainly" if view.certain else found


def headline(shown: pd.DataFrame, view: state.View) -> str:
    """What a picture of the view is called: ``Strikes and accusations, 1–31 August 2025``."""
    kinds = " and ".join(NOUNS[kind] for kind in state.KINDS if kind in view.kinds) or "Events"
    extent = frame.extent(shown)
    days = time_range(view) or (words.days(When(*extent, Basis.STATED)) if extent else "")
    where = " and ".join((view.regions or view.countries)[:3])
    return ", ".join(part for part in (kinds[:1] + kinds[1:].lower(), where, days) if part)


def unplaced(table: pd.DataFrame) -> pd.Series[bool]:
    """Strikes that the map cannot show; an accusation has no place of its own."""
    return (table["kind"] == "strike") & (table["drawn"] == "")


def unpaired(table: pd.DataFrame) -> pd.Series[bool]:
    """Accusations that the map cannot draw, because the country of one side is not known or both are the same."""
    return (table["kind"] == "accusation") & (table["drawn"] == "")


def lacking(count: int, noun: str, what: str) -> str:
    """``1 event has no date and is only listed``; "" for none."""
    verb, be = ("has", "is") if count == 1 else ("have", "are")
    return f"{plural(count, noun)} {verb} no {what} and {be} only listed" if count else ""


def notes(library: Library, view: state.View, unread: tuple[str, ...], failed: str) -> list[str]:
    """What a reader should know besides: an address that asks for too much, a range that holds nothing, bad input."""
    found = []
    if unread:
        found.append(f"The address asks for something that is not here ({', '.join(unread)}). The rest is shown.")
    if view.first and view.last and view.first > view.last:
        found.append("The range ends before it starts, so no dated event lies in it.")
    if failed:
        found.append(f"The live map cannot run in this browser, so this is the plain one ({failed}).")
    if library.rejected:
        found.append(f"{plural(len(library.rejected), 'input')} could not be read: {_reasons(library)}")
    return found


def _reasons(library: Library) -> str:
    first: Any = library.rejected[0]
    return f"{first.where}: {first.reason}. {first.remedy}" + (" ..." if len(library.rejected) > 1 else "")
