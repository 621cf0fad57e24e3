"""The view in the session: read from the address when a session opens, written back on every run.

Callbacks of the widgets, the map, the timeline and the list all end in ``change``; the last action wins.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from timeline.events import frame
from timeline.events.library import Library
from timeline.messages import language as spoken
from timeline.ui import language, state


def view() -> state.View:
    """What is asked for now."""
    held: state.View = st.session_state["view"]
    return held


def unread() -> tuple[str, ...]:
    """The parts of the address that could not be followed; gone after the first action."""
    held: tuple[str, ...] = st.session_state["unread"]
    return held


def open_address() -> None:
    """Read the address once, when the session opens."""
    if "view" not in st.session_state:
        asked = st.query_params.to_dict()
        st.session_state["arrived"] = not asked.keys() - {language.NAME}
        view, unread = state.from_address(asked)
        st.session_state["view"], st.session_state["unread"] = view, (*unread, *language.unread())


def arrived() -> bool:
    """Whether the session opened at the bare address, which asks for no view."""
    return bool(st.session_state["arrived"])


def write_address() -> None:
    """Let the address say what is shown, so that a copied link reopens it."""
    wanted = _address()
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def _address() -> dict[str, str]:
    return state.to_address(view()) | language.address()


def link() -> str:
    """The address that reopens the view."""
    here = (st.context.url or "").partition("?")[0]
    asked = urlencode(_address())
    return f"{here}?{asked}" if asked else here


def table(library: Library) -> pd.DataFrame:
    """The table of the library, built once for each session, library and language."""
    held = st.session_state.get("table")
    if held is None or held[0] is not library or held[1] != spoken():
        texts = {article.id: article.text for article in library.articles}
        held = st.session_state["table"] = (library, spoken(), frame.build(library.events, texts))
    found: pd.DataFrame = held[2]
    return found


def drop_unknown(known: pd.DataFrame) -> None:
    """Forget a selected event and chosen values that the library does not have, and say so."""
    asked = view()
    gone: dict[str, Any] = {}
    if asked.selected and number(known) is None:
        gone["selected"] = ""
    for facet in state.CHOSEN:
        chosen = getattr(asked, facet)
        kept = tuple(value for value in chosen if value in set(known[facet].explode())) if chosen else ()
        if kept != chosen:
            gone[facet] = kept
    if gone:
        names = {part.field: part.name for part in state.PARTS}
        st.session_state["view"] = replace(asked, **gone)
        st.session_state["unread"] = (*unread(), *(names[field] for field in gone))


def number(known: pd.DataFrame) -> int | None:
    """The row number of the selected event."""
    found = known.index[known["id"] == view().selected]
    return int(found[0]) if len(found) else None


def change(**parts: Any) -> None:
    """Change parts of the view."""
    st.session_state["view"] = replace(view(), **parts)
    st.session_state["unread"] = ()


def change_range(**parts: Any) -> None:
    """Change the range other than by the brush, which is then drawn anew."""
    change(**parts)
    st.session_state["brush_turn"] = turn("brush_turn") + 1


def select(event_id: str) -> None:
    """Select an event, or none with ``""``.

    The map has a selection of its own in the browser, by which it would dim all other marks; it is made to forget it.
    """
    change(selected=event_id)
    st.session_state["map_turn"] = turn("map_turn") + 1


def turn(name: str) -> int:
    """How often something has been drawn anew."""
    return int(st.session_state.get(name, 0))


def screen() -> str:
    """The reader's screen: "desk" until the browser says "tablet" or "phone"."""
    return str(st.session_state.get("screen", "desk"))


def set_screen(name: str) -> None:
    """What the browser measured; anything else is a desk."""
    st.session_state["screen"] = name if name in {"tablet", "phone"} else "desk"


def theme() -> str:
    """Either "dark" or "light", as the reader's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"
