"""The page for those who do not point: landmarks, a line that is read aloud when the view changes, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from timeline.messages import _, later

HERE = Path(__file__).resolve().parent
KEY = "access"
LANDMARKS = {  # Streamlit's own containers by their keys: role and name
    "text": ("search", later("Search")),
    "search": ("search", later("Search and filters")),
    "filters": ("region", later("Filters")),
    "picture": ("region", later("Map and timeline")),
    "beside": ("region", later("List of events")),
}
KEYS = (
    ("/", later("Search")),
    ("j  k", later("The next and the one before in the list")),
    ("Enter", later("Open or close the event")),
    ("Esc", later("Close the open event; on the timeline let the range go")),
    ("?", later("These keys")),
    ("← ↑ → ↓", later("Move the map; on the timeline move the range, with Shift its end")),
    ("+  −", later("Zoom the map or the timeline, whichever has the focus")),
    ("Home  End", later("All of the map; the first and the last days of the timeline")),
    ("Space", later("On the timeline: play and pause")),
)


def draw(said: str, let_go: Callable[[], None]) -> None:
    """Draw what is not seen. ``said`` is read aloud when it changes; ``let_go`` is called for Escape."""
    component = st.components.v2.component(
        "dateline_access",
        html='<div class="said" role="status"></div><dialog></dialog>',
        css=(HERE / "access.css").read_text(encoding="utf-8"),
        js=(HERE / "access.js").read_text(encoding="utf-8"),
    )
    data = {
        "said": said,
        "landmarks": {key: (role, _(name)) for key, (role, name) in LANDMARKS.items()},
        "keys": [(key, _(what)) for key, what in KEYS],
        "words": {"keys": _("Keys"), "close": _("Close")},
    }
    component(key=KEY, data=data, on_escape_change=let_go)
