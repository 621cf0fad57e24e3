"""The linked view on a page: what is asked for goes in, what the reader does comes back.

The browser reports on release, each report with a rising ``turn``; what the page passes in is taken over by the browser
only when the page has heard its last report, so that a slow answer never undoes a newer drag.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from geo import basemap, deck
from timeline.messages import language
from timeline.ui import routes
from timeline.ui.credit import credit
from timeline.ui.linked import scripts, wording
from timeline.ui.linked.box import Box
from timeline.ui.linked.shelf import Held, hold

EXTRA = {  # bars of what the filters hide, and the emptiest cell of a raster
    "light": {"grey": "#d5d9dc", "pale": "rgb(242, 170, 110)"},
    "dark": {"grey": "#3a424a", "pale": "rgb(138, 72, 28)"},
}
REPORTS = ("range", "selected", "box")
DEGREE_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page asks the view to show, besides the rows: the clauses that are its own, and the selection.

    ``selected`` is a row number. ``box`` is the map's clause; with ``follow`` it is whatever the map shows.
    """

    first: date | None = None
    last: date | None = None
    certain: bool = False
    selected: int | None = None
    box: Box | None = None
    follow: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Whom the view tells what a reader did, each called before the page runs again.

    ``range`` gets the first and last day, ``None`` twice when it was cleared; ``select`` a row number or ``None``;
    ``box`` a box or ``None`` and whether it follows the map; ``failed`` why the view cannot draw,
    for ``wording.failure`` to say.
    """

    range: Callable[[date | None, date | None], None]
    select: Callable[[int | None], None]
    box: Callable[[Box | None, bool], None]
    failed: Callable[[str], None]


def held(table: pd.DataFrame, key: str, *, own: bool) -> Held:
    """The table on the shelf, for as long as this visit shows it under ``key`` in that language."""
    kept: Held | None = st.session_state.get(f"{key}-held")
    if kept is None or kept.table is not table or kept.own is not own or kept.language != language():
        kept = st.session_state[f"{key}-held"] = hold(table, own=own)
    return kept


def draw(
    table: pd.DataFrame,
    others: pd.Series[bool],
    asked: Asked,
    theme: str,
    key: str,
    told: Told,
    *,
    own: bool = True,
    boundaries: str = "un",
) -> None:
    """Draw map and timeline of ``table``, of which ``others`` says the rows that every other clause lets through.

    The same ``table`` object on the next run is not sent again. ``own``: a visitor's data, which no browser may keep; a
    bundled table may be ``own=False``. ``boundaries`` is one of ``geo.basemap.BOUNDARIES``.
    """
    source, prefix = held(table, key, own=own), st.get_option("server.baseUrlPath")
    component = st.components.v2.component(
        "dateline_linked", html='<div class="linked"></div>', css=scripts.styles(), js=scripts.loader()
    )
    component(
        key=key,
        data={
            "urls": routes.linked_urls(source, source.keep_mask(others), prefix, boundaries),
            "key": source.key,
            "range": [day and day.isoformat() for day in (asked.first, asked.last)],
            "certain": asked.certain,
            "selected": -1 if asked.selected is None else asked.selected,
            "box": list(asdict(asked.box).values()) if asked.box else None,
            "follow": asked.follow,
            "heard": _heard(key),
            "inks": _inks(theme),
            "credit": credit(boundaries),
            "language": wording.tag(),
            "words": wording.words(),
        },
        on_range_change=lambda: _on_range(key, told.range),
        on_selected_change=lambda: _on_selected(key, len(table), told.select),
        on_box_change=lambda: _on_box(key, told.box),
        on_failed_change=lambda: told.failed(str(_report(key, "failed"))),
    )


def _inks(theme: str) -> dict[str, str]:
    """The colours of the theme, as CSS has them."""
    palette = {name: f"rgb({', '.join(map(str, rgb))})" for name, rgb in asdict(deck.PALETTES[theme]).items()}
    return palette | asdict(basemap.INKS[theme]) | EXTRA[theme]


def _report(key: str, name: str) -> Any:
    """What the browser last reported under that name."""
    state = st.session_state.get(key) or {}
    return state.get(name)


def _heard(key: str) -> int:
    """The turn of the last report that has come."""
    found = [_report(key, name) for name in REPORTS]
    return max((_turn(report) for report in found if isinstance(report, Mapping)), default=0)


def _turn(report: Mapping[str, Any]) -> int:
    turn = report.get("turn")
    return turn if isinstance(turn, int) else 0


def _on_range(key: str, tell: Callable[[date | None, date | None], None]) -> None:
    days = read_range(_report(key, "range"))
    if days is not None:
        tell(*days)


def _on_selected(key: str, rows: int, tell: Callable[[int | None], None]) -> None:
    report = _report(key, "selected")
    number = report.get("n") if isinstance(report, Mapping) else None
    if isinstance(number, int) and number < rows:
        tell(number if number >= 0 else None)


def _on_box(key: str, tell: Callable[[Box | None, bool], None]) -> None:
    report = _report(key, "box")
    if isinstance(report, Mapping):
        tell(read_box(report.get("box")), report.get("follow") is True)


def read_range(report: Any) -> tuple[date | None, date | None] | None:
    """The days of a report, ``None`` for what cannot be read: it comes from a browser, so anything may stand there."""
    if not isinstance(report, Mapping):
        return None
    if report.get("first") is None and report.get("last") is None:
        return None, None
    try:
        first, last = date.fromisoformat(str(report.get("first"))), date.fromisoformat(str(report.get("last")))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def read_box(corners: Any) -> Box | None:
    """The box of a report, ``None`` for none and for what is no box."""
    if not isinstance(corners, list | tuple) or len(corners) != len(Box.__slots__):
        return None
    try:
        return Box(*(round(float(corner), DEGREE_DIGITS) for corner in corners))
    except (TypeError, ValueError):
        return None
