"""What the marks mean, how many of each there are, and a click to hide or show them."""

from __future__ import annotations

import pandas as pd

from timeline.events import frame
from timeline.messages import _, later, ngettext, number
from timeline.ui import counting
from timeline.ui.dom import Tree, node
from timeline.ui.state import View

Entry = tuple[str, str, str]  # the value of the facet, the glyph's class names, the words
ON_THE_MAP: tuple[Entry, ...] = (
    ("dot", "strike", later("strike; the ring is as wide as the place")),
    ("area", "strike wide", later("strikes somewhere in this area")),
    ("arc", "accusation", later("accusation, accuser to accused")),
    ("none", "nowhere", later("not on the map, only listed")),
)
ON_THE_TIMELINE: tuple[Entry, ...] = (
    ("exact", "exact", later("exact day")),
    ("between", "band", later("some day between; every day where the core is solid")),
    ("unknown", "undated", later("no date, only listed")),
)
DRAG = later("Drag across the bars to choose days, double-click to let go.")
READING = (
    (
        later("Dot"),
        later(
            "A strike whose place is known. The ring around it is as wide as the place: the strike lies in the ring."
        ),
    ),
    (
        later("Hatched area"),
        later("A region or country in which strikes lie, nobody knows where; the number says how many."),
    ),
    (
        later("Arc"),
        later("From the accuser to the accused. An arrow with a name at the edge goes on beyond it."),
    ),
    (
        later("Timeline"),
        later("A solid sign is an exact day, brackets hold a vague date, an arrow an open end."),
    ),
    (later("Bars"), counting.BARS),
    (later("Events"), counting.EVENTS),
    (later("Outlets"), counting.OUTLETS),
    (later("Toll"), counting.TOLL),
    (later("Numbers"), counting.SIGNS),
    (later("Range"), counting.RANGE),
)


def legend(table: pd.DataFrame, view: View, within: pd.Series[bool], unmarked: int, theme: str) -> Tree:
    """The key of the map and the timeline with counts of the rows ``within``, ``unmarked`` of them in the bars alone.

    Each entry is a switch, whose ``pick`` is the facet and the value: ``marks:dot``.
    """
    rows = [
        _row(_("Map"), "marks", ON_THE_MAP, table, view, within),
        _row(_("Timeline"), "datings", ON_THE_TIMELINE, table, view, within),
    ]
    told = counting.how(counting.BARS, counting.OUTLETS) if view.presented else _(DRAG)
    said = " ".join([told, *_crowd(unmarked)])
    foot = node("p", "how", said) if view.presented else _help(said)
    return node("div", f"legend {theme}", *rows, foot)


def _crowd(unmarked: int) -> list[str]:
    """What is said of events that have no mark."""
    said = ngettext(
        "{count} event found no room for a mark and is in the bars.",
        "{count} events found no room for a mark and are in the bars.",
        unmarked,
    )
    return [said] if unmarked else []


def _help(words: str) -> Tree:
    """How to read the picture, folded away, with the way to the tour, and the keys; ``words`` stand beside them."""
    said = [child for term, what in READING for child in (node("dt", "", _(term)), node("dd", "", _(what)))]
    tour = node("button", "go", _("Show me around"), call="tour")
    how = node("details", "", node("summary", "", _("How to read this")), node("dl", "reading", *said), tour)
    return node("div", "help", how, node("button", "go", _("Keys"), call="keys"), node("p", "how", words))


def _row(
    title: str, facet: str, entries: tuple[Entry, ...], table: pd.DataFrame, view: View, within: pd.Series[bool]
) -> Tree:
    counts = frame.counts(table, view.filters, facet, within)
    lit = getattr(view, facet)
    keys = [_key(facet, entry, counts[entry[0]], entry[0] in lit) for entry in entries if entry[0] in counts]
    return node("div", "keys", node("span", "of", title), *keys)


def _key(facet: str, entry: Entry, count: int, lit: bool) -> Tree:
    value, css, said = entry
    click = _("Click to hide these.") if lit else _("Click to show these.")
    return node(
        "button",
        "switch" if lit else "switch off",
        node("span", f"glyph {css}", aria_hidden="true"),
        node("span", "", _(said)),
        node("b", "", number(count)),
        pick=f"{facet}:{value}",
        aria_pressed="true" if lit else "false",
        title=f"{click} {_(counting.SIGNS)}",
    )


def switched(view: View, picked: str) -> dict[str, tuple[str, ...]]:
    """The part of the view that a click on an entry changes; nothing for what is no entry."""
    facet, _, value = picked.partition(":")
    every = {"marks": ON_THE_MAP, "datings": ON_THE_TIMELINE}.get(facet, ())
    lit = set(getattr(view, facet)) ^ {value} if every else set()
    return {facet: tuple(entry[0] for entry in every if entry[0] in lit)} if every else {}
