"""Dateline's front door: serves the basemap beside the page and shows the bundled articles.

Run it with ``streamlit run app.py`` from any folder.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from timeline.events.library import Library, build
from timeline.reading.articles import read_folder
from timeline.ui import page, routes
from timeline.ui.bring import page as bring
from timeline.ui.bring import switch

ARTICLES = Path(__file__).resolve().parent / "data" / "articles"

app = st.App(__file__, routes=routes.routes(st.get_option("server.baseUrlPath")))


def digests(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of the folder from another: each file's name, size and time of change."""
    files = sorted(path for path in folder.glob("*") if path.is_file())
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files)


@st.cache_resource(show_spinner="Reading the articles ...", max_entries=2)
def library(folder: Path, state: tuple[tuple[str, int, int], ...]) -> Library:
    """The folder read and merged; ``state`` is a part of the cache's key, so it is read again when a file changes."""
    return build(*read_folder(folder))


def now() -> datetime:
    """The time in UTC. Here alone the clock is read: behind this door a time is an argument."""
    return datetime.now(UTC)


def show_map() -> None:
    """The map, of the bundled articles or of those that the visitor brought."""
    found = switch.shown(bundled := library(ARTICLES, digests(ARTICLES)))
    page.show(found, now, switch.draw, own=found is not bundled)


def bring_articles() -> None:
    """The page for articles of one's own."""
    bring.show([article.id for article in library(ARTICLES, digests(ARTICLES)).articles], now().date())


if __name__ == "__main__":  # a visit; the server itself imports this file for its routes alone
    st.set_page_config(page_title="Dateline", page_icon="🗺️", layout="wide", initial_sidebar_state="collapsed")
    pages = {
        "map": st.Page(show_map, title="Dateline", default=True),
        "bring": st.Page(bring_articles, title="Bring your own articles", url_path="bring"),
    }
    st.session_state["pages"] = pages
    st.navigation(list(pages.values()), position="hidden").run()
