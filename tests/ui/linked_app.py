"""The linked view alone over made-up events, for AppTest, browser and bench; ``DATELINE_EVENTS`` says how many."""

import os
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from tests.ui import linked_table
from timeline.events import frame
from timeline.messages import speak
from timeline.ui import routes
from timeline.ui.linked import wording
from timeline.ui.linked.box import Box, inside
from timeline.ui.linked.draw import Asked, Told, draw, held

app = st.App(__file__, routes=routes.routes(st.get_option("server.baseUrlPath")))
ROWS = 20  # titles listed
COUNTED = ("kinds", "marks", "datings")  # as a legend counts them


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


def within(events: pd.DataFrame, wanted: Asked) -> pd.Series:
    """The rows that the map's own clause lets through."""
    if wanted.box is None:
        return pd.Series(True, index=events.index)
    return pd.Series(inside(held(events, "linked", own=True).columns, wanted.box), index=events.index)


if __name__ == "__main__":
    speak(st.query_params.get("lang", "en"))
    st.set_page_config(page_title="Linked view", layout="wide")
    st.html("<style>.stMainBlockContainer { padding: 1rem 1.6rem; } h1 { display: none }</style>")
    events = table(int(os.environ.get("DATELINE_EVENTS", "300")))
    kinds = st.segmented_control("Kinds", ["all", "strike", "accusation"], default="all", key="kinds")
    st.text_input("From", key="typed", on_change=on_typed)
    st.toggle("Certain only", key="sure", on_change=lambda: change(certain=st.session_state["sure"]))
    wanted = None if kinds in {"all", None} else frozenset({kinds})
    filters = frame.Filters(asked().first, asked().last, kinds=wanted, certain=asked().certain)
    left, right = st.columns([62, 38], gap="medium")
    with left:
        if "failed" in st.session_state:
            st.text(f"The plain page: {wording.failure(st.session_state['failed'])}")
        else:
            told = Told(
                lambda first, last: change(first=first, last=last),
                lambda n: change(selected=n),
                on_box,
                lambda why: st.session_state.update(failed=why),
            )
            theme = "dark" if st.context.theme.type == "dark" else "light"
            draw(events, frame.mask(events, filters.without_range()), asked(), theme, "linked", told)
    with right:
        boxed = within(events, asked())
        kept = np.flatnonzero(boxed & frame.mask(events, filters))
        st.text(f"{len(kept)} of {len(events)} events, selected {asked().selected}")
        for title in events["title"].iloc[kept[:ROWS]]:
            st.text(title)
        for facet in COUNTED:
            st.text(", ".join(f"{value} {n}" for value, n in frame.counts(events, filters, facet, boxed).items()))
