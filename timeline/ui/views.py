"""The map, the timeline and the list, each wired to the others through the session's view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from geo import deck
from timeline.events import frame, nearest
from timeline.events.library import Library
from timeline.messages import _
from timeline.ui import chart, filters, listing, order, routes, session
from timeline.ui.card import card, set_aside
from timeline.ui.credit import credit
from timeline.ui.dom import node, show
from timeline.ui.legend import legend
from timeline.ui.legend import switched as of_switch
from timeline.ui.marks import marks

MAP_HEIGHT, PICTURE_HEIGHT = 424, 520  # pixels
SIZES = {"desk": deck.Frame(840, MAP_HEIGHT), "tablet": deck.Frame(580, MAP_HEIGHT), "phone": deck.Frame(350, 300)}


def nothing() -> None:
    """For a view that reports nothing."""


def draw_map(table: pd.DataFrame, shown: pd.DataFrame) -> None:
    """The map of the rows ``shown``; it opens on the strikes of the whole table and then keeps its pan and zoom."""
    theme, boundaries = session.theme(), session.view().boundaries
    size = size_of(session.screen(), session.view().presented)
    start = deck.first_view(marks(table), size)
    drawn = deck.draw(
        marks(shown, session.number(table)),
        theme,
        routes.style_url(theme, boundaries, st.get_option("server.baseUrlPath")),
        start,
        session.turn("map_turn"),
        size,
        (_("km"), _("m")),
    )
    st.pydeck_chart(
        drawn,
        height=size.height,
        key="map",
        on_select=lambda: _picked_on_map(table),
        alt=_("Map of the events; the list beside it says the same in words."),
    )
    show(node("div", "credit", credit(boundaries)), "credit", nothing, nothing)


def size_of(screen: str, presented: bool) -> deck.Frame:
    """The map's size on a screen; higher in a picture, which has no controls."""
    size = SIZES[screen]
    return deck.Frame(size.width, PICTURE_HEIGHT) if presented and screen != "phone" else size


def _picked_on_map(table: pd.DataFrame) -> None:
    objects = [one for found in st.session_state["map"].selection.objects.values() for one in found]
    if objects:
        select(next_of(objects[0]["ns"], session.number(table)), table)


def next_of(numbers: Sequence[int], selected: int | None) -> int | None:
    """Of the events at one place or in one bar, the one after the selected one; ``None``, to let go, after the last."""
    following = numbers[numbers.index(selected) + 1 :] if selected in numbers else numbers
    return following[0] if following else None


def select(n: int | None, table: pd.DataFrame) -> None:
    """Select the event of that row number, or none."""
    if n is None or 0 <= n < len(table):
        session.select("" if n is None else str(table["id"].iloc[n]))


def draw_timeline(table: pd.DataFrame) -> None:
    """The timeline of the whole table, filtered by every clause but the range, which is its brush."""
    view, theme, extent = session.view(), session.theme(), frame.extent(table)
    brushed = (view.first or extent[0], view.last or extent[1]) if extent and view.filters.ranged else None
    if brushed and brushed[0] > brushed[1]:
        brushed = None
    key = f"timeline-{theme}-{session.turn('brush_turn')}"
    others = frame.mask(table, view.filters.without_range())
    st.altair_chart(
        chart.chart(
            table,
            others,
            theme,
            _as_drawn(key, brushed),
            session.number(table),
            session.turn("map_turn"),
            SIZES[session.screen()].width,
        ),
        width="stretch",
        theme=None,
        key=key,
        on_select=lambda: _on_timeline(key, table),
        alt=_("Timeline of the events; the list beside it says the same in words."),
    )
    unmarked = int(table.loc[others, "dated"].sum()) - len(chart.marked(table[others], chart.span(table)))
    everywhere = pd.Series(True, index=table.index)
    show(legend(table, view, everywhere, unmarked, theme), "legend", switched, nothing)


def switched() -> None:
    """A click on the legend."""
    session.change(**of_switch(session.view(), str(st.session_state["legend"].pick)))


def _as_drawn(key: str, brushed: tuple[date, date] | None) -> tuple[date, date] | None:
    """The brush that the chart was first drawn with; from then on the browser keeps it, and the chart is left alone."""
    if st.session_state.get("timeline_key") != key:
        st.session_state.update({"timeline_key": key, "timeline_brush": brushed, "brushed": brushed or (None, None)})
    held: tuple[date, date] | None = st.session_state["timeline_brush"]
    return held


def _on_timeline(key: str, table: pd.DataFrame) -> None:
    """A brush sets the range, a click selects; the chart reports both every time, so only what changed counts."""
    selection = st.session_state[key].selection
    ends = next(iter((selection.get(chart.BRUSH) or {}).values()), None)
    found = chart.to_days(*ends) if ends else (None, None)
    if found != st.session_state.get("brushed", (None, None)):
        st.session_state["brushed"] = found
        session.change(first=found[0], last=found[1])
    for name in (chart.PICK, chart.BAR):
        picked = selection.get(name) or []
        mark = picked[0].get("mark") if picked else None
        if mark and mark != st.session_state.get(name):
            st.session_state[name] = mark
            select(next_of(_numbers(mark.split("|")[0], table), session.number(table)), table)


def _numbers(mark: str, table: pd.DataFrame) -> list[int]:
    """The row numbers that a clicked mark stands for: its own, or those of the days of a bar ("first/last")."""
    first, _, last = mark.partition("/")
    if not last:
        return [int(first)]
    asked = replace(session.view().filters, first=date.fromisoformat(first), last=date.fromisoformat(last))
    found = table.index[table["dated"] & frame.mask(table, asked)]
    return [int(n) for n in found]


def draw_list(library: Library, table: pd.DataFrame, shown: pd.Index[int]) -> None:
    """The list of the rows numbered ``shown``, the selected one open."""
    selected = session.view().selected
    event = next((event for event in library.events if event.id == selected), None)
    chosen = table.index[table["id"] == selected] if selected else table.index[:0]
    hidden = chosen.difference(shown)
    opened = card(event, library) if event else None
    view, most = session.view(), listing.FIRST_ROWS + listing.MORE_ROWS * session.turn("more")
    near = nearest.labelled(view.near) if view.near else None
    parts = order.parts(table, shown, library.events, view.sort, near)
    tree = listing.listing(table, parts, hidden, view, opened, set_aside(library), session.theme(), most)
    show(tree, "list", _picked_in_list, _measured, _acted_in_list)


def _acted_in_list() -> None:
    """The list is to be longer, or sorted otherwise, or filters that leave nothing are to go."""
    name, _, value = str(st.session_state["list"].act).partition(":")
    if name == "more":
        st.session_state["more"] = session.turn("more") + 1
    elif name == "clear":
        filters.clear()
    elif name == "days":
        session.change_range(first=None, last=None, certain=False)
    elif name == "near" and nearest.labelled(value):
        session.change(near=value, text="")
    elif value in order.SORTS:
        session.change(sort=value, near="")


def _picked_in_list() -> None:
    wanted = st.session_state["list"].pick
    if wanted is not None:
        session.select("" if wanted == session.view().selected else str(wanted))


def _measured() -> None:
    session.set_screen(str(st.session_state["list"].screen))
