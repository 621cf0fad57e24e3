"""The linked view alone over made-up events, for AppTest, browser and bench; ``DATELINE_EVENTS`` says how many."""

import os
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from tests.ui import linked_table
from timeline.events import frame
from timeline.ui import routes
from timeline.ui.linked.box import Box, inside
from timeline.ui.linked.draw import Asked, Told, draw, held

app = st.App(__file__, routes=routes.routes(st.get_option("server.baseUrlPath")))
ROWS = 20  # titles shown below


@st.cache_resource
def table(events: int) -> pd.DataFrame:
    """Made once for all sessions."""
    return linked_table.table(events)


def asked() -> Asked:
    """What is asked for now."""
    found: Asked = st.session_state.setdefault("asked", Asked())
    return found


def change(**parts: object) -> None:
    """Ask for something else."""
    st.session_state["asked"] = replace(asked(), **parts)


def on_typed() -> None:
    """A first day, typed."""
    change(first=date.fromisoformat(st.session_state["typed"]))


def on_box(box: Box | None, follow: bool) -> None:
    """The map's clause."""
    change(box=box, follow=follow)


def shown(events: pd.DataFrame, others: pd.Series, wanted: Asked) -> pd.Series:
    """The rows that every clause lets through."""
    found = others & frame.mask(events, frame.Filters(wanted.first, wanted.last, certain=wanted.certain))
    return found & inside(held(events, "linked", own=True).columns, wanted.box) if wanted.box else found


if __name__ == "__main__":
    st.set_page_config(page_title="Linked view", layout="wide")
    st.html("<style>.stMainBlockContainer { padding: 1rem 1.6rem; } h1 { display: none }</style>")
    events = table(int(os.environ.get("DATELINE_EVENTS", "300")))
    kinds = st.segmented_control("Kinds", ["all", "strike", "accusation"], default="all", key="kinds")
    st.text_input("From", key="typed", on_change=on_typed)
    st.toggle("Certain only", key="sure", on_change=lambda: change(certain=st.session_state["sure"]))
    others = pd.Series(True, index=events.index) if kinds in {"all", None} else events["kind"] == kinds
    left, right = st.columns([62, 38], gap="medium")
    with left:
        if "failed" in st.session_state:
            st.text(f"The plain page: {st.session_state['failed']}")
        else:
            told = Told(
                lambda first, last: change(first=first, last=last),
                lambda n: change(selected=n),
                on_box,
                lambda why: st.session_state.update(failed=why),
            )
            theme = "dark" if st.context.theme.type == "dark" else "light"
            draw(events, others, asked(), theme, "linked", told)
    with right:
        kept = events[shown(events, others, asked())]
        st.text(f"{len(kept)} of {len(events)} events, selected {asked().selected}")
        for title in kept["title"].head(ROWS):
            st.text(title)
