"""The tour for a first visit: what the parts of the page are, one after the other. The browser remembers it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from timeline.messages import _, later

HERE = Path(__file__).resolve().parent
KEY = "tour"
STEPS = (  # what is pointed at, by the first selector that is found; its name; what there is to say
    (
        (".linked .map", "[data-testid=stDeckGlJsonChart]"),
        later("Map"),
        later(
            "A dot is a strike at a known place, a hatched area strikes somewhere in a region or country, "
            "an arc an accusation. Click a mark to open its card."
        ),
    ),
    (
        (".linked .timeline", "[data-testid=stVegaLiteChart]"),
        later("Timeline"),
        later("Drag across the bars: map and list keep what may have happened on those days."),
    ),
    (
        (".st-key-list .row", ".row"),
        later("List of events"),
        later("The same in words. Open an event to see each source, with the words of its date and place marked."),
    ),
    (
        (".st-key-filters", ".st-key-search"),
        later("Filters"),
        later("Choose days, kinds, outlets, places, or search. The address keeps the choice: a copied link shows it."),
    ),
    (
        (".st-key-take button", ".st-key-take"),
        later("Take it with you"),
        later("A picture for a report, or the data with all sources. Check the sources before you publish."),
    ),
)


def draw(first: bool) -> None:
    """Draw what is not seen until the tour begins: by itself at a ``first`` sight of the whole page, and when asked."""
    component = st.components.v2.component(
        "dateline_tour",
        html='<div class="ring" popover="manual"></div><div class="tour" popover="manual"></div>',
        css=(HERE / "tour.css").read_text(encoding="utf-8"),
        js=(HERE / "tour.js").read_text(encoding="utf-8"),
    )
    at = _("{n} of {total}")
    steps = [
        {"at": list(where), "name": _(name), "what": _(what), "count": at.format(n=n, total=len(STEPS))}
        for n, (where, name, what) in enumerate(STEPS, 1)
    ]
    words = {"next": _("Next"), "back": _("Back"), "skip": _("Skip the tour"), "done": _("Done"), "tour": _("Tour")}
    component(key=KEY, data={"steps": steps, "words": words, "first": first})
