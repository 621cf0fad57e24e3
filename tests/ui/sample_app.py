"""The page over a library made by hand, for AppTest and for the browser; ``DATELINE_SAMPLE`` names the library.

With ``DATELINE_PLAIN`` it is the page of a browser in which the live view cannot run.
"""

import os
from datetime import UTC, datetime

import streamlit as st

from tests.ui import sample
from timeline.events.library import Library
from timeline.ui import language, page, routes

NOW = datetime(2026, 1, 2, 9, 30, tzinfo=UTC)

app = st.App(__file__, routes=routes.routes())


@st.cache_resource
def library(name: str) -> Library:
    """Kept between runs, as the front door keeps its own."""
    return sample.named(name)


if __name__ == "__main__":
    language.begin()
    st.set_page_config(page_title="Dateline", layout="wide")
    if os.environ.get("DATELINE_PLAIN"):
        st.session_state["failed"] = "asked for"
    page.show(library(os.environ.get("DATELINE_SAMPLE", "nine")), lambda: NOW)
