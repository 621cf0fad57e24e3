"""The view dressed for a picture: title, counts, map, timeline, legend and sources in one frame, and no controls."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from timeline.article import Article
from timeline.events import words
from timeline.events.library import Library
from timeline.events.tally import Tally
from timeline.messages import _, later, ngettext
from timeline.ui import session, summary, views
from timeline.ui.card import outlet
from timeline.ui.dom import Tree, node, show
from timeline.ui.listing import glyph

MOST_LINES = 9  # events that are told in a line each
MOST_SOURCES = 12
UNVERIFIED = later("Read from the articles by a machine, not verified.")


def draw(library: Library, table: pd.DataFrame, shown: pd.DataFrame, tallied: Tally) -> None:
    """Draw the picture of the rows ``shown``, with the way back below it."""
    view = session.view()
    head = node(
        "div",
        "masthead",
        node("h2", "", summary.headline(tallied, view), dir="auto"),
        node("p", "", summary.sentence(len(table), tallied, view), dir="auto"),
    )
    show(head, "masthead", views.nothing, views.nothing)
    left, right = st.columns([62, 38], gap="medium")
    with left:
        views.draw_map(table, shown)
        views.draw_timeline(table)
    with right:
        show(_account(library, shown), "account", views.nothing, views.nothing)
    with st.container(key="back"):
        st.button(_("Back to the full page"), on_click=session.change, kwargs={"presented": False}, type="tertiary")


def _account(library: Library, shown: pd.DataFrame) -> Tree:
    """The events in a line or two each, then their sources."""
    lines = [_line(row) for row in shown.head(MOST_LINES).to_dict("records")]
    left = len(shown) - len(lines)
    told = {report.article_id for event in library.events if event.id in set(shown["id"]) for report in event.reports}
    articles = [article for article in library.articles if article.id in told]
    return node(
        "div",
        f"account {session.theme()}",
        node("ol", "", *lines),
        node("p", "facts", ngettext("and {count} more event", "and {count} more events", left)) if left else None,
        node("h3", "", _("Sources")),
        node("p", "facts", "; ".join(_source(article) for article in articles[:MOST_SOURCES]) + _more(articles)),
        node("p", "status", _(UNVERIFIED)),
    )


def _line(row: Mapping[Hashable, Any]) -> Tree:
    where = row["where"] if row["kind"] == "strike" else row["claim"]
    facts = " · ".join(str(part) for part in (row["when"], where, row["toll"], row["sources"]) if part)
    said = [node("span", "title", row["title"], dir="auto"), node("span", "facts", facts, dir="auto")]
    return node("li", "line", glyph(row), node("span", "", *said))


def _source(article: Article) -> str:
    return f"{outlet(article)}, {words.days(article.published)}"


def _more(articles: list[Article]) -> str:
    left = len(articles) - MOST_SOURCES
    return "; " + ngettext("and {count} more article", "and {count} more articles", left) if left > 0 else ""
