"""Which articles the map shows: the bundled ones, the visitor's own, or both; and the way to bring some."""

from __future__ import annotations

import streamlit as st

from timeline.events.library import Library
from timeline.messages import _, later
from timeline.ui.bring.held import KEY, Brought

STYLE = """<style>
.st-key-places { position: relative; z-index: 3; }
.st-key-places [data-testid="stPageLink"] p { font-size: 14px; }
@media print { .st-key-places { display: none; } }
</style>"""
NAMES = {"own": later("Yours"), "both": later("Both"), "bundled": later("Bundled")}


def shown(bundled: Library) -> Library:
    """The library that the visitor wants to see; it is the session's own unless it is ``bundled`` itself."""
    held: Brought | None = st.session_state.get(KEY)
    return held.shown(bundled) if held else bundled


def draw() -> None:
    """Draw the way to the other page and, for a visitor with articles, the choice of what is shown."""
    st.html(STYLE)
    held: Brought | None = st.session_state.get(KEY)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="places", width="content"):
        label = _("Bring your own articles")
        st.page_link(st.session_state["pages"]["bring"], label=label, icon=":material/add_circle:")
        if held and held.done and held.own:
            st.segmented_control(
                _("Articles"),
                list(NAMES),
                default=held.showing,
                format_func=lambda name: _(NAMES[name]),
                key="showing",
                on_change=_choose,
                args=(held,),
                label_visibility="collapsed",
            )


def _choose(held: Brought) -> None:
    held.showing = st.session_state["showing"] or held.showing
