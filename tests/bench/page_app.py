"""The page itself over a table of made-up events, for the bench; ``DATELINE_EVENTS`` says how many."""

import os
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from tests.ui import linked_table
from timeline.events.library import Library
from timeline.ui import language, page, routes, startup

NOW = datetime(2026, 1, 2, 9, 30, tzinfo=UTC)

app = st.App(__file__, lifespan=startup.lifespan, routes=routes.routes())


@st.cache_resource
def held() -> tuple[Library, str, pd.DataFrame]:
    """The table where the page looks for it, of a library whose events nobody opens."""
    return Library((), (), (), ()), "en", linked_table.whole(int(os.environ["DATELINE_EVENTS"]))


if __name__ == "__main__":
    language.begin()
    st.set_page_config(page_title="Dateline", layout="wide")
    st.session_state["table"] = held()
    page.show(held()[0], lambda: NOW, own=False)
