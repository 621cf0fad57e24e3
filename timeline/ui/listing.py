"""The list of events: one row each, the selected one open with its card, sorted as asked.

Everything the map and the timeline say can be read here, by keyboard and by a screen reader.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from timeline.events import nearest
from timeline.events.frame import Filters
from timeline.messages import _, later, ngettext, number
from timeline.ui import counting
from timeline.ui.dom import Tree, node
from timeline.ui.order import SORTS, Part
from timeline.ui.state import View

FIRST_ROWS, MORE_ROWS = 30, 200  # rows of one part drawn at once; more are drawn when asked for
KIND_WORDS = {"strike": later("Strike"), "accusation": later("Accusation")}


def listing(
    table: pd.DataFrame,
    parts: Sequence[Part],
    hidden: pd.Index[int],
    view: View,
    card: Tree | None,
    aside: Tree | None,
    theme: str,
    most: int = FIRST_ROWS,
) -> Tree:
    """The table's rows of ``parts`` in their order, at most ``most`` of each; ``card`` opens under the selected row.

    ``hidden`` holds the selected row where the filters hide it, so that a selection never vanishes unexplained;
    ``aside`` is what was read and is no event, at the foot.
    """
    total = sum(len(part.rows) for part in parts)
    said: list[Tree | None] = []
    if len(hidden):
        said.append(node("h3", "", _("Selected, hidden by the filters")))
        said.append(_rows(table, Part("", hidden), view.selected, card, "", most))
    if not total:
        said.append(_empty(view))
    begun = 0
    for part in parts:
        heading = f"{part.heading} ({number(len(part.rows))})" if part.heading else _("In order of time")
        said.append(node("h3", "" if part.heading else "unseen", heading))
        said.append(_rows(table, part, view.selected, card, number(total), most, begun))
        begun += len(part.rows)
    head = [_head(total, "" if view.near else view.sort), _nearest(view)]
    return node("div", f"list {theme}", *head, node("div", "scroll", *said, aside))


def _nearest(view: View) -> Tree | None:
    """Where a place is searched for: ways to the strikes nearest to it. A name may be that of several places."""
    found = nearest.offered(view.text) if view.text else ()
    if not found:
        return None
    said = [node("button", "go", nearest.name(place), act=f"near:{nearest.label(place)}") for place in found]
    return node("div", "nearest", node("span", "", _("Show the strikes nearest to")), *said)


def _head(total: int, sort: str) -> Tree:
    """How many there are, and by what they are sorted."""
    choices = [
        node("button", "by", _(name), act=f"sort:{value}", aria_pressed="true" if value == sort else "false")
        for value, name in SORTS.items()
    ]
    by = node("span", "", _("Sort by"))
    sorting = node("div", "sorting", by, *choices, role="group", aria_label=_("Sort the list by"))
    heading = ngettext("{count} event listed", "{count} events listed", total)
    return node("div", "listhead", node("h2", "", heading, title=_(counting.EVENTS)), sorting if total > 1 else None)


def _empty(view: View) -> Tree:
    """What to do where nothing is left, with buttons that do it."""
    if view.filters == Filters() and view.box is None:
        return node("div", "empty", node("p", "", _("None of the articles reports a strike or an accusation.")))
    days = node("button", "go", _("Show all days"), act="days") if view.filters.ranged else None
    clear = node("button", "go", _("Clear all filters"), act="clear")
    alone = view.filters.without_range() == Filters() and view.box is None
    said = _("No event in these days.") if alone else _("No event passes these filters.")
    return node("div", "empty", node("p", "", said), days, " " if days else None, clear)


def _rows(
    table: pd.DataFrame, part: Part, selected: str, card: Tree | None, total: str, most: int, begun: int = 0
) -> Tree:
    """Rows of one part, the selected one among them; ``begun`` of all ``total`` came before it."""
    places = list(range(min(most, len(part.rows))))
    if selected:
        places += [most + int(n) for n in np.flatnonzero(table["id"].loc[part.rows[most:]] == selected)]
    drawn = table.loc[part.rows[places]]
    if part.away is not None:
        drawn = drawn.assign(away=part.away)
    items = [
        _row(row, card if row["id"] == selected else None, _position(begun + n + 1, total))
        for n, row in zip(places, drawn.to_dict("records"), strict=True)
    ]
    left = len(part.rows) - len(places)
    if left:
        words = _("Show {count} more of {left}").format(count=number(min(left, MORE_ROWS)), left=number(left))
        items.append(node("li", "", node("button", "more", words, act="more", data_key="more")))
    return node("ol", "", *items, role="list")


def _position(n: int, total: str) -> str:
    """Where in the list a row is; "" where it is out of its order."""
    return _("{n} of {total}").format(n=number(n), total=total) if total else ""


def glyph(row: Mapping[Hashable, Any]) -> Tree:
    """The sign of an event: its kind by shape and hue, how well its place is known by the filling."""
    known = {"dot": "", "arc": "", "area": "wide"}.get(row["drawn"], "nowhere")
    return node("span", f"glyph {row['kind']} {known}", aria_hidden="true")


def _away(km: float | None) -> str:
    """How far from the place that was asked for; "" where none was."""
    if km is None:
        return ""
    return _("about {km} km away").format(km=number(max(1, round(km))))


def _counted(row: Mapping[Hashable, Any]) -> Tree:
    """Toll and sources of a row, each saying how it was counted to whoever points at it."""
    toll = node("span", "", row["toll"], title=_(counting.TOLL)) if row["toll"] else None
    sources = node("span", "", row["sources"], title=_(counting.OUTLETS))
    return node("span", "facts", toll, " · " if toll else None, sources)


def _row(row: Mapping[Hashable, Any], card: Tree | None, position: str) -> Tree:
    where = row["where"] if row["kind"] == "strike" else ""
    away = _away(row.get("away"))
    facts = [node("strong", "", row["when"]), f" · {where}" if where else None, f" · {away}" if away else None]
    said, kind = [row["toll"], row["sources"]], KIND_WORDS[row["kind"]]
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
            _counted(row),
        ),
        pick=row["id"],
        aria_expanded="true" if card else "false",
        aria_label=", ".join(filter(None, [_(kind), row["title"], row["when"], where, away, *said, position])),
    )
    return node("li", "row open" if card else "row", button, _drawer(row, card) if card else None)


def _drawer(row: Mapping[Hashable, Any], card: Tree) -> Tree:
    """The card under its row; on a phone it slides up over the page's foot, with a title and a way to close it."""
    close = node("button", "go", _("Close"), pick=row["id"])
    return node(
        "div", "drawer", node("div", "handle", glyph(row), node("span", "", row["title"], dir="auto"), close), card
    )
