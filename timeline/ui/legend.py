"""What the marks mean, with how many of each are on the page."""

from __future__ import annotations

import pandas as pd

from timeline.events.words import plural
from timeline.ui.dom import Tree, node
from timeline.ui.filters import unplaced


def legend(shown: pd.DataFrame, unmarked: int, theme: str) -> Tree:
    """The key of the map and the timeline, with counts of the rows shown, ``unmarked`` of them in the bars alone."""
    drawn = shown["drawn"].value_counts()
    listed = int(unplaced(shown).sum())
    exact = int((shown["date_prec"] == 1).sum())
    vague = int((shown["dated"] & (shown["date_prec"] != 1)).sum())
    entries = [
        ("strike", f"strike at a known place, ring as wide as the place ({drawn.get('dot', 0)})"),
        ("strike wide", f"strike somewhere in a region or country ({drawn.get('area', 0)})"),
        ("accusation", f"accusation, from accuser to accused ({drawn.get('arc', 0)})"),
    ]
    if listed:
        entries.append(("strike nowhere", f"strike without a place, in the list only ({listed})"))
    items = [node("span", "", node("span", f"glyph {css}"), words) for css, words in entries]
    dates = (
        f"Timeline: a solid mark is an exact day ({exact}), a [ band ] some day between ({vague}). Bars count events, "
        "grey where filters hide some. Drag across the bars to choose dates; double-click to let go."
    )
    if unmarked:
        dates += (
            f" {plural(unmarked, 'event')} found no room for a mark and {'is' if unmarked == 1 else 'are'} in the bars."
        )
    return node("div", f"legend {theme}", *items, node("span", "", dates))
