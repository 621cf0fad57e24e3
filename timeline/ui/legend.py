"""What the marks mean, how many of each there are, and a click to hide or show them."""

from __future__ import annotations

import pandas as pd

from timeline.events import frame
from timeline.events.words import plural
from timeline.ui.dom import Tree, node
from timeline.ui.state import View

Entry = tuple[str, str, str]  # the value of the facet, the glyph's class names, the words
ON_THE_MAP: tuple[Entry, ...] = (
    ("dot", "strike", "strike; the ring is as wide as the place"),
    ("area", "strike wide", "strikes somewhere in this area"),
    ("arc", "accusation", "accusation, accuser to accused"),
    ("none", "nowhere", "not on the map, only listed"),
)
ON_THE_TIMELINE: tuple[Entry, ...] = (
    ("exact", "exact", "exact day"),
    ("between", "band", "some day between; every day where the core is solid"),
    ("unknown", "undated", "no date, only listed"),
)
HOW = (
    "Bars count events; a vague date is shared out over its days; grey is what filters hide. "
    "Copies of one text count as one outlet."
)
DRAG = "Drag across the bars to choose days, double-click to let go."
READING = (
    ("A dot", "is a strike whose place is known; the ring around it is as wide as the place, so it lies in the ring."),
    ("A hatched area", "is a region or country somewhere in which strikes lie; the number says how many."),
    ("An arc", "runs from the accuser to the accused; an arrow with a name at the edge goes on beyond it."),
    ("On the timeline", "a solid sign is an exact day, brackets hold a vague date, an arrow an open end."),
    ("Bars", "count events. A vague date is shared out over its days; grey is what the filters hide."),
    ("An event", "is what one or more articles tell of. Copies of one text count as one outlet."),
    ("Possible", "is what may lie in the chosen days. “Certain only” leaves what lies in them whole."),
)


def legend(table: pd.DataFrame, view: View, within: pd.Series[bool], unmarked: int, theme: str) -> Tree:
    """The key of the map and the timeline with counts of the rows ``within``, ``unmarked`` of them in the bars alone.

    Each entry is a switch, whose ``pick`` is the facet and the value: ``marks:dot``.
    """
    rows = [
        _row("Map", "marks", ON_THE_MAP, table, view, within),
        _row("Timeline", "datings", ON_THE_TIMELINE, table, view, within),
    ]
    be = "is" if unmarked == 1 else "are"
    crowd = f" {plural(unmarked, 'event')} found no room for a mark and {be} in the bars." if unmarked else ""
    foot = node("p", "how", HOW + crowd) if view.presented else _help(DRAG + crowd)
    return node("div", f"legend {theme}", *rows, foot)


def _help(words: str) -> Tree:
    """How to read the picture, folded away, and the keys; ``words`` stand beside them."""
    said = [child for term, what in READING for child in (node("dt", "", term), node("dd", "", what))]
    how = node("details", "", node("summary", "", "How to read this"), node("dl", "reading", *said))
    return node("div", "help", how, node("button", "go", "Keys", keys="show"), node("p", "how", words))


def _row(
    title: str, facet: str, entries: tuple[Entry, ...], table: pd.DataFrame, view: View, within: pd.Series[bool]
) -> Tree:
    counts = frame.counts(table, view.filters, facet, within)
    lit = getattr(view, facet)
    keys = [_key(facet, entry, counts[entry[0]], entry[0] in lit) for entry in entries if entry[0] in counts]
    return node("div", "keys", node("span", "of", title), *keys)


def _key(facet: str, entry: Entry, count: int, lit: bool) -> Tree:
    value, css, said = entry
    return node(
        "button",
        "switch" if lit else "switch off",
        node("span", f"glyph {css}", aria_hidden="true"),
        node("span", "", said),
        node("b", "", f"{count:,}"),
        pick=f"{facet}:{value}",
        aria_pressed="true" if lit else "false",
        title="Click to hide these" if lit else "Click to show these",
    )


def switched(view: View, picked: str) -> dict[str, tuple[str, ...]]:
    """The part of the view that a click on an entry changes; nothing for what is no entry."""
    facet, _, value = picked.partition(":")
    every = {"marks": ON_THE_MAP, "datings": ON_THE_TIMELINE}.get(facet, ())
    lit = set(getattr(view, facet)) ^ {value} if every else set()
    return {facet: tuple(entry[0] for entry in every if entry[0] in lit)} if every else {}
