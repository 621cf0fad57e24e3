"""How every figure on the page is counted: told here alone, and shown wherever a figure stands."""

from __future__ import annotations

from timeline.messages import _, later
from timeline.ui.dom import Tree, node

BARS = later("Bars count events; a vague date is shared out over its days; grey is what filters hide.")
OUTLETS = later("An article counts once for an event. Copies of one text count as one outlet.")
EVENTS = later("An event is what one or more articles tell of: several reports of one strike count as one event.")
SHOWN = later("Shown is what passes every filter. What has no place or no date is counted and listed all the same.")
SIGNS = later("The number beside a sign or a name says how many events have it and pass all the other filters.")
TOLL = later(
    "Numbers are those that the articles state; where they differ, the lowest and the highest. "
    "Where none is stated it is not known: that does not mean nobody."
)
RANGE = later("Possible is what may lie in the chosen days; “Certain only” leaves what lies in them whole.")


def how(*messages: str) -> str:
    """Those explanations, one after the other."""
    return " ".join(_(message) for message in messages)


def disclosed(*messages: str) -> Tree:
    """The same behind a question that unfolds."""
    return node("details", "why", node("summary", "", _("How was this counted?")), node("p", "", how(*messages)))
