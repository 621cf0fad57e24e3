"""The page for articles of one's own with the map beside it, for AppTest; ``DATELINE_FIRST`` names the first page."""

import os
from datetime import UTC, datetime

import streamlit as st

from tests.ui import sample
from timeline.ui import language, page
from timeline.ui.bring import page as bring
from timeline.ui.bring import switch

NOW = datetime(2026, 3, 11, 9, tzinfo=UTC)
BUNDLED = sample.named("nine")


def show_map() -> None:
    """The map, of the sample or of what was brought."""
    page.show(switch.shown(BUNDLED), lambda: NOW, switch.draw)


def bring_articles() -> None:
    """The page under test, on a day of its own."""
    bring.show([article.id for article in BUNDLED.articles], NOW.date())


language.begin()
first = os.environ.get("DATELINE_FIRST", "bring")
pages = {
    "map": st.Page(show_map, title="Map", default=first == "map", url_path="map"),
    "bring": st.Page(bring_articles, title="Bring", default=first == "bring", url_path="bring"),
}
st.session_state["pages"] = pages
st.navigation(list(pages.values()), position="hidden").run()
