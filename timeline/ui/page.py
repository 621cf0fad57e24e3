"""The page: filters and one sentence above a map over a timeline, beside the list with the open event's card.

There is one truth, a ``View`` in the session and in the address; each view of the data is filtered by every clause but
its own.
"""

from __future__ import annotations

import streamlit as st

from timeline.events import frame
from timeline.events.library import Library
from timeline.ui import filters, session, views

STYLE = """<style>
.stMainBlockContainer { padding: 1rem 1.6rem 1rem; max-width: 1800px; }
header[data-testid="stHeader"] { background: transparent; height: 2rem; min-height: 2rem; }
[data-testid="stVerticalBlock"] { gap: .5rem; }
[data-testid="stWidgetLabel"] p { font-size: 12.5px; }
h1 { padding: 0 0 .3rem !important; font-size: 1.5rem !important; letter-spacing: -.01em; }
@media (max-width: 700px) { .stMainBlockContainer { padding: 1rem .8rem; } }
@media print { .stMainBlockContainer { padding: 0; } header { display: none; } }
</style>"""


def show(library: Library) -> None:
    """Draw the whole page for ``library``."""
    st.html(STYLE)
    session.open_address()
    table = session.table(library)
    session.drop_unknown_selection(table)
    st.title("Dateline", anchor=False)
    filters.bar(table)
    view = session.view()
    st.text(filters.sentence(table, view))
    for note in filters.notes(library, view, session.unread()):
        st.text(note)
    shown = table[frame.mask(table, view.filters)]
    left, right = st.columns([62, 38], gap="medium")
    with left:
        views.draw_map(table, shown)
        views.draw_timeline(table, shown)
    with right:
        views.draw_list(library, table, shown)
    session.write_address()
