"""The filters above the page, and the words that say what they show and hide."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from timeline.events import frame
from timeline.events.library import Library
from timeline.events.words import plural
from timeline.ui import session, state

PRESETS = {"All": None, "Last month": 31, "Last week": 7, "Last day": 1}  # days of the data, counted back from its end
FIRST_DAY, LAST_DAY = date(state.FIRST_YEAR, 1, 1), date(state.LAST_YEAR, 12, 31)
DATE_WIDTH = 152  # pixels: two of them stand side by side on a phone
KIND_LABELS = {"strike": "● Strikes", "accusation": "▸ Accusations"}
SURE_HELP = "On: an event counts only when all of the days it may have happened on lie in the range."


def bar(table: pd.DataFrame) -> None:
    """The row of filters, each showing the view as it is."""
    view, extent = session.view(), frame.extent(table)
    shown = {"from": view.first, "to": view.last, "kinds": list(view.kinds), "sure": view.certain}
    st.session_state.update(shown | {"preset": preset_of(view, extent)})
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
    bounds: dict[str, Any] = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": "YYYY-MM-DD"}
    row.date_input("From", key="from", on_change=_typed, width=DATE_WIDTH, **bounds)
    row.date_input("To", key="to", on_change=_typed, width=DATE_WIDTH, **bounds)
    row.segmented_control("Of the data", list(PRESETS), key="preset", on_change=_preset, args=(extent,))
    counts = table.loc[frame.mask(table, view.filters.without_kinds()), "kind"].value_counts()
    row.pills(
        "Kinds",
        state.KINDS,
        selection_mode="multi",
        key="kinds",
        on_change=_kinds,
        format_func=lambda kind: f"{KIND_LABELS[kind]} {counts.get(kind, 0)}",
    )
    row.toggle(_sure_label(table), key="sure", on_change=_sure, help=SURE_HELP)
    row.button("Clear all", on_click=_clear, disabled=view == state.View(), width="content")


def _sure_label(table: pd.DataFrame) -> str:
    filters = session.view().filters
    possible, certain = (int(frame.mask(table, filters.as_certain(sure)).sum()) for sure in (False, True))
    return f"Certain only ({certain} of {possible})"


def _typed() -> None:
    session.change_range(first=st.session_state["from"], last=st.session_state["to"])


def preset_range(name: str | None, extent: tuple[date, date] | None) -> tuple[date | None, date | None]:
    """The days of a preset: the last so many of the data, or open ends for all."""
    days = PRESETS.get(name or "All")
    if days is None or extent is None:
        return None, None
    return extent[1] - timedelta(days=days - 1), extent[1]


def preset_of(view: state.View, extent: tuple[date, date] | None) -> str | None:
    """The preset that the range happens to be, else ``None``."""
    return next((name for name in PRESETS if preset_range(name, extent) == (view.first, view.last)), None)


def _preset(extent: tuple[date, date] | None) -> None:
    first, last = preset_range(st.session_state["preset"], extent)
    session.change_range(first=first, last=last)


def _kinds() -> None:
    chosen = st.session_state["kinds"]
    session.change(kinds=tuple(kind for kind in state.KINDS if kind in chosen))


def _sure() -> None:
    session.change(certain=st.session_state["sure"])


def _clear() -> None:
    default = state.View()
    session.change_range(**{field: getattr(default, field) for field in state.FIELDS})


def sentence(table: pd.DataFrame, view: state.View) -> str:
    """What is shown, what is hidden, and how many of the shown have no place or no date."""
    if table.empty:
        return "No events yet: none of the articles reports one."
    shown = table[frame.mask(table, view.filters)]
    kinds = shown["kind"].value_counts()
    counts = ", ".join(plural(int(kinds[kind]), kind) for kind in state.KINDS if kind in kinds)
    hidden = len(table) - len(shown)
    parts = [
        f"Showing {len(shown):,} of {plural(len(table), 'event')}{': ' * bool(counts)}{counts}",
        lacking(int(unplaced(shown).sum()), "strike", "place"),
        lacking(int(unpaired(shown).sum()), "accusation", "known pair of countries"),
        lacking(int((~shown["dated"]).sum()), "event", "date"),
        f"{hidden:,} hidden by the filters" if hidden else "",
    ]
    return ". ".join(part for part in parts if part) + "."


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


def notes(library: Library, view: state.View, unread: tuple[str, ...]) -> list[str]:
    """What a reader should know besides: an address that asks for too much, a range that holds nothing, bad input."""
    found = []
    if unread:
        found.append(f"The address asks for something that is not here ({', '.join(unread)}). The rest is shown.")
    if view.first and view.last and view.first > view.last:
        found.append("The range ends before it starts, so no dated event lies in it.")
    if library.rejected:
        found.append(f"{plural(len(library.rejected), 'input')} could not be read: {_reasons(library)}")
    return found


def _reasons(library: Library) -> str:
    first: Any = library.rejected[0]
    return f"{first.where}: {first.reason}. {first.remedy}" + (" ..." if len(library.rejected) > 1 else "")
