"""Dateline's front door: serves the basemap beside the page and shows the bundled articles.

Run it with ``streamlit run app.py`` from any folder.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from timeline.messages import _
from timeline.ui import bundled, language, page, routes, startup
from timeline.ui.bring import page as bring
from timeline.ui.bring import switch

ICON = "🗺️"
ARTICLES = Path(__file__).resolve().parent / "data" / "articles"

app = st.App(__file__, lifespan=startup.lifespan, routes=routes.routes(st.get_option("server.baseUrlPath")))


def now() -> datetime:
    """The time in UTC. Here alone the clock is read: behind this door a time is an argument."""
    return datetime.now(UTC)


def show_map() -> None:
    """The map, of the bundled articles or of those that the visitor brought."""
    found = switch.shown(ours := bundled.library(ARTICLES))
    page.show(found, now, switch.draw, own=found is not ours)


def bring_articles() -> None:
    """The page for articles of one's own."""
    bring.show([article.id for article in bundled.library(ARTICLES).articles], now().date())


if __name__ == "__main__":  # a visit; the server itself imports this file for its routes alone
    language.begin()
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    st.session_state["pages"] = pages = {
        "map": st.Page(show_map, title="Dateline", icon=ICON, default=True),
        "bring": st.Page(bring_articles, title=_("Bring your own articles"), icon=ICON, url_path="bring"),
    }
    st.navigation(list(pages.values()), position="hidden").run()
