"""The page: filters and one sentence above a map over a timeline, beside the list with the open event's card.

There is one truth, a ``View`` in the session and in the address; each view of the data is filtered by every clause but
its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.events import frame
from timeline.events.library import Library
from timeline.events.tally import Tally, tally
from timeline.messages import _
from timeline.ui import access, counting, filters, language, live, picture, session, summary, tour, views
from timeline.ui.state import View
from timeline.ui.take import take

BARE = """header[data-testid="stHeader"], [data-testid="stElementToolbar"] { display: none; }
.maplibregl-ctrl, .mapboxgl-ctrl { display: none; }
"""
UNDER_THE_DRAWER = "@media screen and (max-width: 700px) { .stMainBlockContainer { padding-bottom: 58vh; } }"
STYLE = """<style>
.stMainBlockContainer { padding: .7rem 1.6rem 1rem; max-width: 1800px; }
header[data-testid="stHeader"] { background: transparent; height: 2rem; min-height: 2rem; }
[data-testid="stVerticalBlock"] { gap: .5rem; }
.st-key-access, .st-key-tour { position: absolute; left: 0; width: 1px !important; height: 1px; overflow: hidden; }
.st-key-picture { gap: 0; }
.stMainBlockContainer > [data-testid="stVerticalBlock"] { gap: .35rem; }
[data-testid="stWidgetLabel"] p { font-size: 12.5px; }
h1 { padding: 0 0 .3rem !important; font-size: 1.5rem !important; letter-spacing: -.01em; }
.st-key-filters button[data-variant] { min-height: 2.5rem; }
.st-key-filters .st-key-sure { display: flex; flex-direction: row; align-items: center; min-height: 2.5rem;
  padding-top: .5rem; }
@media (max-width: 1150px) {
  .st-key-head, .st-key-actions, .st-key-filters { gap: .5rem; }
  .st-key-actions > .st-key-text { flex: 1 1 120px; width: auto; max-width: 232px; }
  .st-key-filters :is(.st-key-from, .st-key-to) { flex: 0 0 132px; width: 132px !important; min-width: 0; }
  .st-key-filters .stDateInput { width: 100%%; }
  .st-key-filters button[data-variant] { padding-inline: .4rem; }
}
@media (max-width: 900px) {
  .st-key-head > :has(> .st-key-actions) { flex: 1 1 100%%; }
  .st-key-actions > .st-key-text { max-width: none; }
}
@media (max-width: 700px) { .stMainBlockContainer { padding: 1rem .8rem; } }
@media (forced-colors: active) {
  button[data-variant][data-selected] { forced-color-adjust: none; background: Highlight !important; }
  button[data-variant][data-selected] * { color: HighlightText !important; }
  label:has(input[role="switch"]) > div:not([data-testid]) { border: 1px solid ButtonText; }
  label:has(input[role="switch"]) > div:not([data-testid]) > div { forced-color-adjust: none; background: ButtonText; }
}
@media print {
  .stMainBlockContainer { padding: 0; }
  .st-key-filters, .st-key-actions, .st-key-search, .st-key-back { display: none; }
  %s}
%s</style>"""


def show(
    library: Library, now: Callable[[], datetime], ways: Callable[[], None] = views.nothing, own: bool = True
) -> None:
    """Draw the whole page for ``library``; ``ways`` draws, beside the title, the ways to other pages.

    Before it the visitor's language has to be spoken (``language.begin``). ``now`` tells the time in UTC, for what is
    taken away. ``own``: a visitor's articles, which no browser may keep.
    """
    session.open_address()
    st.html(STYLE % (BARE, _of_this(session.view())))
    table = session.table(library)
    session.drop_unknown(table)
    live.belongs(own)
    within = live.within(table)
    asked = session.view().filters
    kept = within & frame.mask(table, asked)
    shown, tallied = table.index[kept], tally(table, kept, asked.ranged)
    access.draw(summary.spoken(tallied, session.view()), _let_go)
    if session.view().presented:
        picture.draw(library, table, table.loc[shown], tallied)
    else:
        small = session.screen() == "phone"
        link = session.link()
        actions = [ways, _picture_button, lambda: take(library, table, shown, asked, link, now)]
        _head(table, within, [] if small else actions)
        if small:
            _phone_filters(table, within)
        else:
            filters.bar(table, within)
        _body(library, table, shown, tallied)
        if small:
            _foot(actions)
        tour.draw(session.arrived())
    session.write_address()


def _of_this(view: View) -> str:
    """The style of one view: a picture is bare, and a phone's open card must leave the page's foot in reach."""
    if view.presented:
        return BARE
    return UNDER_THE_DRAWER if view.selected else ""


def _let_go() -> None:
    session.select("")


def _row(key: str, align: Literal["left", "right"] = "left") -> DeltaGenerator:
    return st.container(horizontal=True, horizontal_alignment=align, vertical_alignment="center", gap="small", key=key)


def _picture_button() -> None:
    st.button(
        _("Picture view"), on_click=session.change, kwargs={"presented": True}, help=_("For a screenshot or print")
    )


def _head(table: pd.DataFrame, within: pd.Series[bool], actions: Sequence[Callable[[], None]]) -> None:
    """Title and language, and on larger screens the search and what can be done with the page."""
    with _row("head"):
        st.title("Dateline", anchor=False, width="content")
        language.draw()
        if actions:
            actions[0]()
            with _row("actions", "right"):
                filters.search()
                filters.more(table, within)
                for draw in actions[1:]:
                    draw()


def _phone_filters(table: pd.DataFrame, within: pd.Series[bool]) -> None:
    """The search, and the filters behind a button, so that the map comes first."""
    with _row("search"):
        filters.search()
        filters.sheet(table, within)


def _foot(actions: Iterable[Callable[[], None]]) -> None:
    """On a phone, what can be done with the page stands below it."""
    with _row("actions"):
        for draw in actions:
            draw()


def _body(library: Library, table: pd.DataFrame, shown: pd.Index[int], tallied: Tally) -> None:
    view = session.view()
    st.text(summary.sentence(len(table), tallied, view), help=counting.how(counting.SHOWN, counting.EVENTS))
    for note in summary.notes(library, view, session.unread(), live.failed()):
        st.text(note)
    left, right = st.columns([62, 38], gap="medium")
    with left, st.container(key="picture"):
        if live.failed():
            views.draw_map(table, table.loc[shown])
            views.draw_timeline(table)
        else:
            live.draw_live(table)
    with right, st.container(key="beside"):
        views.draw_list(library, table, shown)
