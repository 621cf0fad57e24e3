"""The list of events: one row each, the selected one open with its card, then those without a date.

Everything the map and the timeline say can be read here, by keyboard and by a screen reader.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from timeline.events.words import plural
from timeline.ui.dom import Tree, node

MOST_ROWS = 200  # rows drawn at once; the filters are for the rest
KIND_WORDS = {"strike": "Strike", "accusation": "Accusation"}


def listing(
    table: pd.DataFrame, hidden: pd.DataFrame, selected: str, card: Tree | None, aside: Tree | None, theme: str
) -> Tree:
    """The rows of ``table`` in its order; ``card`` opens under the row whose id is ``selected``.

    ``hidden`` holds the selected row where the filters hide it, so that a selection never vanishes unexplained;
    ``aside`` is what was read and is no event, at the foot.
    """
    dated, undated = table[table["dated"]], table[~table["dated"]]
    parts = [_rows(dated, selected, card)]
    if len(undated):
        parts += [node("h3", "", f"Without a date ({len(undated)})"), _rows(undated, selected, card)]
    if table.empty:
        parts = [node("div", "empty", "No event matches. Widen the dates or show more kinds.")]
    if len(hidden):
        parts = [node("h3", "", "Selected, hidden by the filters"), _rows(hidden, selected, card), *parts]
    return node("div", f"scroll {theme}", *parts, aside)


def _rows(table: pd.DataFrame, selected: str, card: Tree | None) -> Tree:
    drawn = table.head(MOST_ROWS)
    rest = table.iloc[MOST_ROWS:]
    drawn = pd.concat([drawn, rest[rest["id"] == selected]])
    items = [_row(row, card if row["id"] == selected else None) for row in drawn.to_dict("records")]
    if len(drawn) < len(table):
        items.append(
            node("li", "empty", f"and {plural(len(table) - len(drawn), 'more event')}; narrow the dates to see")
        )
    return node("ol", "", *items)


def glyph(row: Mapping[Hashable, Any]) -> Tree:
    """The sign of an event: its kind by shape and hue, how well its place is known by the filling."""
    known = {"dot": "", "arc": "", "area": "wide"}.get(row["drawn"], "nowhere")
    return node("span", f"glyph {row['kind']} {known}", aria_hidden="true")


def _row(row: Mapping[Hashable, Any], card: Tree | None) -> Tree:
    where = row["where"] if row["kind"] == "strike" else ""
    facts = [node("strong", "", row["when"]), f" · {where}" if where else None]
    said = [row["toll"], row["sources"]]
    button = node(
        "button",
        "",
        glyph(row),
        node(
            "span",
            "",
            node("span", "title", row["title"], dir="auto"),
            node("span", "claim", row["claim"], dir="auto") if row["claim"] else None,
            node("span", "facts", *facts),
            node("span", "facts", " · ".join(part for part in said if part)),
        ),
        pick=row["id"],
        aria_expanded="true" if card else "false",
        aria_label=", ".join(filter(None, [KIND_WORDS[row["kind"]], row["title"], row["when"], where, *said])),
    )
    return node("li", "row open" if card else "row", button, card)
