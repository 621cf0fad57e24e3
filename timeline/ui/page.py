"""The page: filters and one sentence above a map over a timeline, beside the list with the open event's card.

One truth, a ``View`` in the session and in the address; each view of the data is filtered by every clause but its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from geo import deck
from timeline.events import frame
from timeline.events.library import Library
from timeline.events.words import plural
from timeline.ui import chart, listing, routes, state
from timeline.ui.card import card
from timeline.ui.dom import show as show_tree
from timeline.ui.legend import legend
from timeline.ui.marks import marks

MAP_HEIGHT = 392  # pixels
WIDE, NARROW = deck.Frame(840, MAP_HEIGHT), deck.Frame(340, MAP_HEIGHT)
PRESETS = {"All": None, "Last month": 31, "Last week": 7, "Last day": 1}  # days of the data, counted back from its end
FIRST_DAY, LAST_DAY = date(state.FIRST_YEAR, 1, 1), date(state.LAST_YEAR, 12, 31)
KIND_LABELS = {"strike": "● Strikes", "accusation": "▶ Accusations"}
STYLE = """<style>
.stMainBlockContainer { padding: 1.1rem 1.6rem 1rem; max-width: 1800px; }
header[data-testid="stHeader"] { background: transparent; height: 2.2rem; }
[data-testid="stVerticalBlock"] { gap: .55rem; }
[data-testid="stWidgetLabel"] p { font-size: 12.5px; }
h1 { padding: 0 !important; font-size: 1.55rem !important; letter-spacing: -.01em; }
@media (max-width: 700px) { .stMainBlockContainer { padding: 1rem .8rem; } }
@media print { .stMainBlockContainer { padding: 0; } header { display: none; } }
</style>"""


def show(library: Library) -> None:
    """Draw the whole page for ``library``."""
    st.html(STYLE)
    unread = _open_address()
    table = _table(library)
    view = _checked(table)
    st.title("Dateline", anchor=False)
    _filters(table, view)
    view = st.session_state["view"]
    shown = table[frame.mask(table, view.filters)]
    st.text(sentence(table, view))
    for note in _notes(library, view, unread):
        st.text(note)
    left, right = st.columns([62, 38], gap="medium")
    with left:
        _map(table, shown, view)
        _timeline(table, view)
        show_tree(legend(shown, theme()), "legend", _ignore, _ignore)
    with right:
        _list(library, shown, view)
    _write_address()


def theme() -> str:
    """ "dark" or "light", as the reader's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _ignore() -> None:
    """A view that reports nothing."""


def _table(library: Library) -> pd.DataFrame:
    """The table of the library, built once for each session and library."""
    held = st.session_state.get("table")
    if held is None or held[0] is not library:
        held = st.session_state["table"] = (library, frame.build(library.events))
    table: pd.DataFrame = held[1]
    return table


def _open_address() -> tuple[str, ...]:
    """Read the address once, when the session opens; the names of parts that could not be read."""
    if "view" not in st.session_state:
        st.session_state["view"], st.session_state["unread"] = state.from_address(st.query_params.to_dict())
    unread: tuple[str, ...] = st.session_state["unread"]
    return unread


def _write_address() -> None:
    wanted = state.to_address(st.session_state["view"])
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def _checked(table: pd.DataFrame) -> state.View:
    """The view, without a selection that the library does not have."""
    view: state.View = st.session_state["view"]
    if view.selected and not (table["id"] == view.selected).any():
        view = st.session_state["view"] = replace(view, selected="")
        st.session_state["unread"] = (*st.session_state["unread"], "event")
    return view


def change(redraw_brush: bool = False, **parts: Any) -> None:
    """Change parts of the view; the last action wins. A range that was not brushed redraws the brush."""
    st.session_state["view"] = replace(st.session_state["view"], **parts)
    st.session_state["unread"] = ()
    if redraw_brush:
        st.session_state["brush_turn"] = st.session_state.get("brush_turn", 0) + 1


# Filters


def _filters(table: pd.DataFrame, view: state.View) -> None:
    extent = frame.extent(table)
    first, last, preset, kinds, sure, clear = st.columns([15, 15, 36, 30, 20, 12], vertical_alignment="bottom")
    bounds = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": "YYYY-MM-DD"}
    st.session_state.update({"from": view.first, "to": view.last, "kinds": list(view.kinds), "sure": view.certain})
    st.session_state["preset"] = _preset_of(view, extent)
    first.date_input("From", key="from", on_change=_typed, **bounds)
    last.date_input("To", key="to", on_change=_typed, **bounds)
    preset.segmented_control("Of the data", list(PRESETS), key="preset", on_change=_preset, args=(extent,))
    counts = table["kind"].value_counts()
    kinds.pills(
        "Kinds",
        state.KINDS,
        selection_mode="multi",
        key="kinds",
        on_change=_kinds,
        format_func=lambda kind: f"{KIND_LABELS[kind]} {counts.get(kind, 0)}",
    )
    sure.toggle(
        "Certain dates only",
        key="sure",
        on_change=_sure,
        help="Count an event only when all of its dates lie in the range",
    )
    clear.button("Clear", on_click=_clear, disabled=view == state.View(), width="stretch")


def _typed() -> None:
    first, last = st.session_state["from"], st.session_state["to"]
    change(redraw_brush=True, first=first, last=last)


def preset_range(name: str | None, extent: tuple[date, date] | None) -> tuple[date | None, date | None]:
    """The days of a preset: the last so many of the data, or open ends for all."""
    days = PRESETS.get(name or "All")
    if days is None or extent is None:
        return None, None
    return extent[1] - timedelta(days=days - 1), extent[1]


def _preset_of(view: state.View, extent: tuple[date, date] | None) -> str | None:
    return next((name for name in PRESETS if preset_range(name, extent) == (view.first, view.last)), None)


def _preset(extent: tuple[date, date] | None) -> None:
    first, last = preset_range(st.session_state["preset"], extent)
    change(redraw_brush=True, first=first, last=last)


def _kinds() -> None:
    chosen = st.session_state["kinds"]
    change(kinds=tuple(kind for kind in state.KINDS if kind in chosen))


def _sure() -> None:
    change(certain=st.session_state["sure"])


def _clear() -> None:
    st.session_state["view"] = state.View()
    change(redraw_brush=True)


# Words above the map


def sentence(table: pd.DataFrame, view: state.View) -> str:
    """What is shown, what is hidden, and how many of the shown have no place or no date."""
    if table.empty:
        return "No events yet: no article in the folder reports one."
    shown = table[frame.mask(table, view.filters)]
    kinds = shown["kind"].value_counts()
    counts = [plural(int(kinds[kind]), kind) for kind in state.KINDS if kind in kinds]
    parts = [f"Showing {len(shown)} of {plural(len(table), 'event')}" + (f": {', '.join(counts)}" if counts else "")]
    parts.append(
        _missing(int((shown["where_prec"] == 0).where(shown["kind"] == "strike", False).sum()), "strike", "place")
    )
    parts.append(_missing(int((~shown["dated"]).sum()), "event", "date"))
    if len(shown) < len(table):
        parts.append(f"{len(table) - len(shown)} hidden by the filters")
    return ". ".join(part for part in parts if part) + "."


def _missing(count: int, noun: str, what: str) -> str:
    return (
        f"{plural(count, noun)} {'has' if count == 1 else 'have'} no {what} and {'is' if count == 1 else 'are'} only listed"
        if count
        else ""
    )


def _notes(library: Library, view: state.View, unread: tuple[str, ...]) -> list[str]:
    notes = []
    if unread:
        notes.append(f"The address asked for something that is not here ({', '.join(unread)}); the rest is shown.")
    if view.first and view.last and view.first > view.last:
        notes.append("The range ends before it starts, so nothing lies in it.")
    if library.rejected:
        notes.append(f"{plural(len(library.rejected), 'input')} could not be read; see the foot of the page.")
    return notes


# The map


def _map(table: pd.DataFrame, shown: pd.DataFrame, view: state.View) -> None:
    frame_size = NARROW if st.session_state.get("narrow") else WIDE
    start = deck.first_view(marks(table), frame_size)
    turn = st.session_state.setdefault("map_turn", 0)
    drawn = deck.draw(marks(shown, _number(table, view)), theme(), routes.style_url(theme()), start, turn)
    st.pydeck_chart(
        drawn, height=MAP_HEIGHT, key="map", on_select=lambda: _picked_on_map(table), selection_mode="single-object"
    )


def _number(table: pd.DataFrame, view: state.View) -> int | None:
    found = table.index[table["id"] == view.selected]
    return int(found[0]) if len(found) else None


def _picked_on_map(table: pd.DataFrame) -> None:
    objects = [o for found in st.session_state["map"].selection.objects.values() for o in found]
    if not objects:
        if st.session_state.get("picked_by") == "map":
            change(selected="")
        return
    numbers = objects[0].get("ns") or [objects[0].get("n")]
    _select(next_of(numbers, _number(table, st.session_state["view"])), table, by="map")


def next_of(numbers: list[int], selected: int | None) -> int:
    """The event after the selected one among those at one place; the first when none of them is selected."""
    return numbers[(numbers.index(selected) + 1) % len(numbers)] if selected in numbers else numbers[0]


def _select(n: int, table: pd.DataFrame, by: str) -> None:
    if 0 <= n < len(table):
        st.session_state["picked_by"] = by
        change(selected=str(table["id"].iloc[n]))


# The timeline


def _timeline(table: pd.DataFrame, view: state.View) -> None:
    others = frame.mask(table, view.filters.without_range())
    extent = frame.extent(table)
    brushed = None
    if extent and view.filters.ranged:
        brushed = (view.first or extent[0], view.last or extent[1])
    key = f"timeline-{st.session_state.get('brush_turn', 0)}-{theme()}"
    drawn = chart.chart(table, others, theme(), brushed, _number(table, view))
    st.altair_chart(drawn, width="stretch", theme=None, key=key, on_select=lambda: _on_timeline(key, table))


def _on_timeline(key: str, table: pd.DataFrame) -> None:
    selection = st.session_state[key].selection
    brush = selection.get(chart.BRUSH) or {}
    ends = next(iter(brush.values()), None)
    found = chart.to_days(*ends) if ends else (None, None)
    view = st.session_state["view"]
    if found != st.session_state.get("brushed", (None, None)):
        st.session_state["brushed"] = found
        change(first=found[0], last=found[1])
    picked = selection.get(chart.PICK) or []
    number = picked[0].get("n") if picked else None
    if number != st.session_state.get("chart_pick"):
        st.session_state["chart_pick"] = number
        if number is not None and _number(table, view) != number:
            _select(int(number), table, by="timeline")


# The list


def _list(library: Library, shown: pd.DataFrame, view: state.View) -> None:
    event = next((e for e in library.events if e.id == view.selected), None)
    tree = listing.listing(shown, view.selected, card(event, library) if event else None, theme())
    show_tree(tree, "list", _picked_in_list, _narrow)


def _picked_in_list() -> None:
    wanted = st.session_state["list"].pick
    if wanted is None:
        return
    selected = st.session_state["view"].selected
    st.session_state["picked_by"] = "list"
    st.session_state["map_turn"] = st.session_state.get("map_turn", 0) + 1
    change(selected="" if wanted == selected else str(wanted))


def _narrow() -> None:
    st.session_state["narrow"] = True
