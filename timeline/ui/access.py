"""The page for those who do not point: landmarks, a line that is read aloud when the view changes, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
KEY = "access"
LANDMARKS = {  # Streamlit's own containers by their keys: role and name
    "text": ("search", "Search"),
    "search": ("search", "Search and filters"),
    "filters": ("region", "Filters"),
    "picture": ("region", "Map and timeline"),
    "beside": ("region", "List of events"),
}
KEYS = (
    ("/", "Search"),
    ("j  k", "The next and the one before in the list"),
    ("Enter", "Open or close the event"),
    ("Esc", "Close the open event; on the timeline let the range go"),
    ("?", "These keys"),
    ("← ↑ → ↓", "Move the map; on the timeline move the range, with Shift its end"),
    ("+  −", "Zoom the map or the timeline, whichever has the focus"),
    ("Home  End", "All of the map; the first and the last days of the timeline"),
    ("Space", "On the timeline: play and pause"),
)


def draw(said: str, let_go: Callable[[], None]) -> None:
    """Draw what is not seen. ``said`` is read aloud when it changes; ``let_go`` is called for Escape."""
    component = st.components.v2.component(
        "dateline_access",
        html='<div class="said" role="status"></div><dialog aria-label="Keys"></dialog>',
        css=(HERE / "access.css").read_text(encoding="utf-8"),
        js=(HERE / "access.js").read_text(encoding="utf-8"),
    )
    component(key=KEY, data={"said": said, "landmarks": LANDMARKS, "keys": KEYS}, on_escape_change=let_go)
