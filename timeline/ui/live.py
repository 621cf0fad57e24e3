"""The live view of map and timeline, wired to the session; where it cannot run, the plain views take its place."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from timeline.events import frame
from timeline.ui import legend, session, views
from timeline.ui.dom import show
from timeline.ui.linked import wording
from timeline.ui.linked.box import Box, inside
from timeline.ui.linked.draw import Asked, Told, draw, held

KEY, FAILED, OWN = "linked", "failed", "own"


def within(table: pd.DataFrame) -> pd.Series[bool]:
    """The rows that the map's own clause lets through: all of them where no box is drawn."""
    box = session.view().box
    if box is None or failed():
        return pd.Series(True, index=table.index)
    found: pd.Series[bool] = pd.Series(inside(held(table, KEY, own=_own()).columns, box), index=table.index, dtype=bool)
    return found


def failed() -> str:
    """Why the live view could not run in this browser, in the language that is spoken now; "" where it does."""
    return wording.failure(st.session_state[FAILED]) if FAILED in st.session_state else ""


def belongs(own: bool) -> None:
    """Say whether the articles are a visitor's own, which no browser may keep."""
    st.session_state[OWN] = own


def _own() -> bool:
    return bool(st.session_state[OWN])


def draw_live(table: pd.DataFrame) -> None:
    """Map and timeline of the table, each filtered by every clause but its own, and the legend below."""
    view = session.view()
    others = frame.mask(table, view.filters.without_range())
    asked = Asked(view.first, view.last, view.certain, session.number(table), view.box, view.follow)
    told = Told(_on_range, lambda n: views.select(n, table), _on_box, _on_failure)
    draw(table, others, asked, session.theme(), KEY, told, own=_own(), boundaries=view.boundaries)
    key = legend.legend(table, view, within(table), 0, session.theme())
    show(key, "legend", views.switched, views.nothing)


def _on_range(first: date | None, last: date | None) -> None:
    session.change(first=first, last=last)


def _on_box(box: Box | None, follow: bool) -> None:
    session.change(box=box, follow=follow)


def _on_failure(why: str) -> None:
    st.session_state[FAILED] = why
