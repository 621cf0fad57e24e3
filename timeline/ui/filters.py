"""The filters above the page, each with the counts of what it would leave of the rows ``within`` the map's clause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from timeline.events import facets, frame
from timeline.messages import _, later, number
from timeline.ui import counting, session, state
from timeline.ui.dom import plain

PRESETS = {  # days of the data, counted back from its end
    later("All"): None,
    later("Last month"): 31,
    later("Last week"): 7,
    later("Last day"): 1,
}
FIRST_DAY, LAST_DAY = date(state.FIRST_YEAR, 1, 1), date(state.LAST_YEAR, 12, 31)
DATE_WIDTH, TEXT_WIDTH = 152, 232  # pixels: two dates stand side by side on a phone
KIND_LABELS = {"strike": later("● Strikes"), "accusation": later("▸ Accusations")}
CHOSEN_LABELS = {
    "actors": later("Who acted or accused"),
    "outlets": later("Outlet"),
    "countries": later("Country: of a strike, or either side of an accusation"),
    "regions": later("Region of a strike"),
    "casualties": later("Casualties"),
}
BOUNDARY_LABELS = {
    "un": later("Nearest to the UN's maps, disputed lines dashed"),
    "held": later("Who holds the ground, as Natural Earth sees it"),
    "none": later("None"),
}
SURE_HELP = later("On: an event counts only when all of the days it may have happened on lie in the range.")


def bar(table: pd.DataFrame, within: pd.Series[bool]) -> None:
    """The row of filters."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="filters"):
        _first(table, within)
        _clear_button()


def sheet(table: pd.DataFrame, within: pd.Series[bool]) -> None:
    """All filters behind one button, for a small screen."""
    with st.popover(_used(_("Filters"), session.view()), width="content"):
        _first(table, within)
        _choices(table, within)
        _clear_button()


def _first(table: pd.DataFrame, within: pd.Series[bool]) -> None:
    """Range, presets, kinds and certainty, each showing the view as it is."""
    view, extent = session.view(), frame.extent(table)
    shown = {"from": view.first, "to": view.last, "kinds": list(view.kinds), "sure": view.certain}
    st.session_state.update(shown | {"preset": preset_of(view, extent)})
    bounds: dict[str, Any] = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": "YYYY-MM-DD"}
    st.date_input(_("From"), key="from", on_change=_typed, width=DATE_WIDTH, **bounds)
    st.date_input(_("To"), key="to", on_change=_typed, width=DATE_WIDTH, **bounds)
    st.segmented_control(
        _("Of the data"), list(PRESETS), key="preset", on_change=_preset, args=(extent,), format_func=_
    )
    # A browser sends labels, and Streamlit drops one that has changed meanwhile: so no count stands in these.
    st.pills(
        _("Kinds"),
        state.KINDS,
        selection_mode="multi",
        key="kinds",
        on_change=_kinds,
        format_func=lambda kind: _(KIND_LABELS[kind]),
    )
    st.toggle(_sure_label(table, within), key="sure", on_change=_sure, help=_(SURE_HELP))


def _clear_button() -> None:
    view = session.view()
    st.button(_("Clear all"), on_click=clear, disabled=view == _cleared())


def search() -> None:
    """The field for words, names and places."""
    st.session_state["text"] = session.view().text
    st.text_input(
        _("Find"),
        key="text",
        on_change=_text,
        width=TEXT_WIDTH,
        max_chars=state.TEXT_LIMIT,
        placeholder=_("Find names, places, words"),
        label_visibility="collapsed",
    )


def more(table: pd.DataFrame, within: pd.Series[bool]) -> None:
    """Behind a button, the filters by actor, outlet, country, region and casualties."""
    with st.popover(_used(_("More filters"), session.view()), width="content"):
        _choices(table, within)


def _used(label: str, view: state.View) -> str:
    used = sum(bool(getattr(view, facet)) for facet in state.CHOSEN)
    return f"{label} ({number(used)})" if used else label


def _choices(table: pd.DataFrame, within: pd.Series[bool]) -> None:
    for facet, label in CHOSEN_LABELS.items():
        _choice(table, within, facet, _(label))
    st.caption(_(counting.SIGNS))
    st.session_state["boundaries"] = session.view().boundaries
    labels = BOUNDARY_LABELS
    st.selectbox(
        _("Boundaries"),
        list(labels),
        key="boundaries",
        on_change=_boundaries,
        format_func=lambda name: _(labels[name]),
        placeholder=_("Choose one"),
    )


def _choice(table: pd.DataFrame, within: pd.Series[bool], facet: str, label: str) -> None:
    """Values of one facet to choose from, the commonest first, each with its count under all other filters."""
    counts = frame.counts(table, session.view().filters, facet, within)
    chosen = list(getattr(session.view(), facet))
    st.session_state[facet] = chosen
    options = sorted(counts, key=lambda value: (-counts[value], value))
    if facet == "casualties":
        options = [value for value in facets.CASUALTIES if value in counts]
    st.multiselect(
        label,
        options,
        key=facet,
        on_change=_choose(facet),
        format_func=lambda value: plain(f"{facets.said(facet, value)} ({number(counts.get(value, 0))})"),
        placeholder=_("All"),
    )


def _choose(facet: str) -> Callable[[], None]:
    return lambda: session.change(**{facet: tuple(st.session_state[facet])})


def _sure_label(table: pd.DataFrame, within: pd.Series[bool]) -> str:
    filters = session.view().filters
    possible, certain = (int((within & frame.mask(table, filters.as_certain(sure))).sum()) for sure in (False, True))
    return _("Certain only ({certain} of {possible})").format(certain=number(certain), possible=number(possible))


def _typed() -> None:
    session.change_range(first=st.session_state["from"], last=st.session_state["to"])


def _text() -> None:
    session.change(text=st.session_state["text"].strip())


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


def _boundaries() -> None:
    session.change(boundaries=st.session_state["boundaries"])


def _sure() -> None:
    session.change(certain=st.session_state["sure"])


def _cleared() -> state.View:
    """The view with no filter and no selection; how map and list are laid out is no filter."""
    view = session.view()
    return state.View(boundaries=view.boundaries, sort=view.sort)


def clear() -> None:
    """Let every filter and the selection go."""
    default = _cleared()
    session.change_range(**{field: getattr(default, field) for field in state.FIELDS})
