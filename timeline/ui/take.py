"""Take it with you: what the page shows, as a sheet for a report and as tables and maps for other programs.

Nothing is made before the panel is open, and no file before its button is pressed; a preview is kept for the session.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from timeline.events import frame
from timeline.events.frame import Filters
from timeline.events.library import Library
from timeline.events.words import plural
from timeline.messages import _, language, later, number, speaking
from timeline.out import table as rows
from timeline.out.kml import to_kml
from timeline.out.sheet import SIZES, Sheet, proposed_title, rendered, sheet_of
from timeline.out.sheet.inks import TLP
from timeline.out.workbook import to_xlsx
from timeline.ui import counting

OPEN, PREVIEW = "take", "take_preview"
PREVIEW_SHRINK = {
    "3840x2160": 0.35,
    "2160x2160": 0.45,
    "a3-portrait": 0.4,
    "a3-landscape": 0.4,
}  # of the picture's size
PREVIEW_WIDTH = 360  # pixels of a preview that is as high as wide, or higher
SIZE_LABELS = {
    "1920x1080": later("Slide, 1920 × 1080"),
    "3840x2160": later("Slide, 3840 × 2160"),
    "2160x2160": later("Square, 2160 × 2160"),
    "a4-landscape": later("A4, landscape"),
    "a4-portrait": later("A4, portrait"),
    "a3-landscape": later("A3, landscape"),
    "a3-portrait": later("A3, portrait"),
}
NO_MARKING, OWN_MARKING = later("None"), later("Other words")
LONGEST = 200  # characters of a title or a marking


@dataclass(frozen=True, slots=True)
class Offer:
    """One file to take: what the button says, what the file is called and is, and how it is made."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def take(
    library: Library,
    table: pd.DataFrame,
    shown: pd.Index[int],
    filters: Filters,
    link: str,
    made_at: Callable[[], datetime],
) -> None:
    """The panel, behind a button: ``shown`` are the table's rows on the page, ``link`` is what reopens the view.

    ``made_at`` tells the time in UTC; it is asked when the panel is open.
    """
    with st.popover(
        _("Take it with you"), key=OPEN, on_change="rerun", help=_("A picture for a report, or the data")
    ) as panel:
        if not panel.open:
            return
        ids = tuple(str(name) for name in table["id"].loc[shown])
        sheet, size = _chosen(sheet_of(library, filters, made_at(), shown=ids, link=link), filters)
        _preview(sheet, size)
        stem = file_stem(table.loc[shown], filters)
        left, right = st.columns([3, 5], gap="medium")
        with left:
            _buttons(_("The sheet"), sheets(sheet, size, stem))
        with right:
            _buttons(_("The events with their sources"), tables(rows.only(library, ids), sheet, stem))
        counts = {"shown": number(len(ids)), "events": plural(len(library.events), "event")}
        st.text(_("{shown} of {events}, as shown on the page.").format(**counts), help=_(counting.SHOWN))


def _chosen(plain: Sheet, filters: Filters) -> tuple[Sheet, str]:
    """The sheet as the reader wants it, and its size."""
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
    proposed = proposed_title(plain.events, filters)
    title = row.text_input(_("Title"), proposed, max_chars=LONGEST, key=f"take_title_{proposed}")
    choose, sizes, markings = _("Choose one"), list(SIZE_LABELS), [NO_MARKING, *TLP, OWN_MARKING]
    size = row.selectbox(
        _("Size"), sizes, format_func=lambda name: _(SIZE_LABELS[name]), key="take_size", placeholder=choose
    )
    marking = row.selectbox(_("Marking"), markings, format_func=_marking, key="take_marking", placeholder=choose)
    if marking == OWN_MARKING:
        marking = row.text_input(_("Words of the marking"), max_chars=LONGEST, key="take_words")
    said = "" if marking == NO_MARKING else " ".join(marking.split())
    return replace(plain, title=" ".join(title.split()) or proposed, marking=said), size


def _marking(name: str) -> str:
    """A marking's name; the Traffic Light Protocol's are the same in every language."""
    return name if name in TLP else _(name)


def _preview(sheet: Sheet, size: str) -> None:
    """The sheet as it will be, drawn once for the same choice."""
    asked = (sheet.events, sheet.title, sheet.range, sheet.clauses, sheet.marking, sheet.link, size, language())
    held = st.session_state.get(PREVIEW)
    if held is None or held[0] != asked:
        try:
            held = (asked, rendered(sheet, size, "png", PREVIEW_SHRINK.get(size, 0.7)))
        except (OSError, ValueError):  # a file of the house is missing, or the converter gave up
            st.text(_("The sheet could not be drawn here. The data can still be taken."))
            return
        st.session_state[PREVIEW] = held
    said, wide = _("The sheet, small. Its words are those of the list."), SIZES[size].wide
    _picture(held[1], said, "100%" if wide else f"{PREVIEW_WIDTH}px")


def _picture(png: bytes, alt: str, width: str) -> None:
    """A picture with a name for those who do not see it, which ``st.image`` cannot give; ``width`` is CSS's."""
    source = f"data:image/png;base64,{b64encode(png).decode()}"
    with st.container(border=True):
        st.html(f'<img src="{source}" alt="{escape(alt)}" style="width: {width}; display: block">')


def _buttons(words: str, offers: tuple[Offer, ...]) -> None:
    st.text(words)
    row = st.container(horizontal=True, gap="small")
    for offer in offers:
        key = f"take_{offer.label}"
        row.download_button(offer.label, _said(offer.make), offer.name, offer.mime, key=key, on_click="ignore")


def _said(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same in the language spoken now: a file is made in another thread, when its button is pressed."""
    spoken = language()

    def made() -> bytes:
        with speaking(spoken):
            return make()

    return made


def sheets(sheet: Sheet, size: str, stem: str) -> tuple[Offer, ...]:
    """The sheet in each of its forms."""
    mimes = {"png": "image/png", "pdf": "application/pdf", "svg": "image/svg+xml"}
    name = f"{stem}-{size}" if size in SIZES else stem
    return tuple(
        Offer(form.upper(), f"{name}.{form}", mime, partial(rendered, sheet, size, form))
        for form, mime in mimes.items()
    )


def tables(library: Library, sheet: Sheet, stem: str) -> tuple[Offer, ...]:
    """The events of a library, which are those shown, for other programs."""
    counts = {"shown": number(len(library.events)), "events": plural(sheet.total, "event")}
    notes = (sheet.title, sheet.range, _("{shown} of {events} shown").format(**counts), sheet.clauses)
    spread = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return (
        Offer("CSV", f"{stem}.csv", "text/csv", lambda: rows.to_csv(library).encode()),
        Offer("XLSX", f"{stem}.xlsx", spread, lambda: to_xlsx(library, [note for note in notes if note])),
        Offer("GeoJSON", f"{stem}.geojson", "application/geo+json", lambda: _geojson(library)),
        Offer("KML", f"{stem}.kml", "application/vnd.google-earth.kml+xml", lambda: to_kml(library).encode()),
    )


def _geojson(library: Library) -> bytes:
    return json.dumps(rows.to_geojson(library), ensure_ascii=False, allow_nan=False).encode()


def file_stem(shown: pd.DataFrame, filters: Filters) -> str:
    """``dateline-2025-08-21_2025-12-24``: the days asked for, else those of the events; nothing of an article."""
    extent = frame.extent(shown)
    days = (filters.first or (extent and extent[0]), filters.last or (extent and extent[1]))
    said = "_".join(day.isoformat() for day in days if day)
    return f"dateline-{said}" if said else "dateline"
