"""The timeline as an Altair chart: marks that show how exact each date is, over a histogram that keeps the whole.

An exact day is a solid mark; any other date is a pale band between brackets, with a solid core where every day of it
is meant; an open end runs to the edge, with an
arrow. Few marks are named beside them, by place or by the two countries. The grey bars behind are every event; the
coloured ones are those the filters leave (not the range, which is the brush). No word of an article enters the chart.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import altair as alt
import pandas as pd

from timeline.events import frame, words
from timeline.events.words import plural
from timeline.messages import _, later, month, month_names, number

LANE_HEIGHT = 17  # pixels
BAR_HEIGHT = 56  # pixels
FEWEST_LANES, MOST_LANES = 4, 7  # rows of marks; what does not fit is in the bars alone
FEWEST_SHARE = 0.5  # of the dated events must have a mark, or none has
FEWEST_DAYS = 15
GAP = 0.02  # of the whole width, that a mark keeps free beside it
MOST_NAMED = 16  # marks; more would be a thicket of words
LETTER, NAME_GAP = 6.3, 11  # pixels: the mean letter of a mark's name, and the room between mark and name
DAY_MS = 86_400_000
FONT = "Source Sans, sans-serif"  # the page's own
NO_DATES = (date(2000, 1, 1), date(2000, 12, 31))  # an empty chart has to span something
BRUSH, PICK, BAR = "brush", "pick", "bar"
IN_BRUSH = alt.condition(
    f"!isArray({BRUSH}.start) || (datum.start < {BRUSH}.start[1] && datum.end > {BRUSH}.start[0])",
    alt.value(1),
    alt.value(0.3),
)  # what may lie in the brushed days stays; the rest is dimmed while the brush is drawn
SHARED = {  # what a bar holds that is no whole number
    "all": later("{days}: {count} events, vague dates shared out by days"),
    "strike": later("{days}: {count} strikes, vague dates shared out by days"),
    "accusation": later("{days}: {count} accusations, vague dates shared out by days"),
}
WHOLE = 1e-6  # what a sum of shares may be off
SHAPES = {"strike": "circle", "accusation": "triangle-right"}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of one theme."""

    kinds: dict[str, str]
    grey: str
    ink: str
    ground: str


LOOKS = {
    "light": Look({"strike": "#d24c00", "accusation": "#004478"}, "#d5d9dc", "#3d444a", "#ffffff"),
    "dark": Look({"strike": "#f0762a", "accusation": "#a3d5ff"}, "#3a424a", "#c3cad0", "#0e1115"),
}


def milliseconds(day: date) -> int:
    """Midnight UTC at the start of ``day``, as Vega counts."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def to_days(low: float, high: float) -> tuple[date, date]:
    """The days that a brush from ``low`` to ``high`` (milliseconds) touches by more than half."""
    first = datetime.fromtimestamp(low / 1000, UTC) + timedelta(hours=12)
    last = datetime.fromtimestamp(high / 1000, UTC) - timedelta(hours=12)
    return (first.date(), max(first, last).date())


def lanes(table: pd.DataFrame, extent: tuple[date, date], width: int = 0) -> list[dict[str, Any]]:
    """Marks of the dated rows with their lane, earliest first; rows for which no lane is free are left out.

    With a ``width`` in pixels each mark has its name beside it, and keeps the room for it.
    """
    low, high = milliseconds(extent[0]), milliseconds(extent[1]) + DAY_MS
    free = [float("-inf")] * MOST_LANES
    rows = []
    dated = table[table["dated"]]
    for n, row in zip(dated.index, dated.to_dict("records"), strict=True):
        mark = _mark(int(n), row, low, high)
        left, right = _room(mark, low, high, width)
        lane = next((k for k, taken in enumerate(free) if taken <= left), None)
        if lane is not None:
            free[lane] = right
            rows.append(mark | {"lane": lane})
    return rows


def _mark(n: int, row: dict[Hashable, Any], low: int, high: int) -> dict[str, Any]:
    start = low if pd.isna(row["first"]) else milliseconds(row["first"].date())
    end = high if pd.isna(row["last"]) else milliseconds(row["last"].date()) + DAY_MS
    return {
        "n": n,
        "kind": row["kind"],
        "start": start,
        "end": end,
        "middle": (start + end) // 2,
        "exact": row["date_prec"] == 1,
        "through": bool(row["through"]),
        "label": row["when"],
        "open": "start" if pd.isna(row["first"]) else "end" if pd.isna(row["last"]) else "",
        "name": named(row),
        "side": "right",
    }


def _room(mark: dict[str, Any], low: int, high: int, width: int) -> tuple[float, float]:
    """The stretch of its lane that a mark keeps: itself, a gap, and its name on the side where it fits, if any."""
    gap = (high - low) * GAP
    end = max(mark["end"], mark["start"] + gap) + gap * 0.4
    if not width:
        return mark["start"], end
    words = (len(mark["name"]) * LETTER + NAME_GAP + 4) * (high - low) / width
    if mark["end"] + words <= high:
        return mark["start"], max(end, mark["end"] + words)
    if mark["start"] - words >= low:
        mark["side"] = "left"
        return mark["start"] - words, end
    mark["name"] = ""
    return mark["start"], end


def named(row: Mapping[Hashable, Any]) -> str:
    """What stands beside a mark: the place of a strike, the countries of an accusation; nothing of an article."""
    if row["accuser"] and row["accused"]:
        return f"{words.country(row['accuser'])} → {words.country(row['accused'])}"
    return str(row["place"])


def marked(table: pd.DataFrame, extent: tuple[date, date], width: int = 0) -> list[dict[str, Any]]:
    """The marks to draw: named where they are few and all find room; none where most would not be drawn at all, for a
    few would pass for all of them.
    """
    dated = int(table["dated"].sum())
    if width and dated <= MOST_NAMED:
        rows = lanes(table, extent, width)
        if len(rows) == dated:
            return rows
    rows = [row | {"name": ""} for row in lanes(table, extent)]
    return rows if len(rows) >= dated * FEWEST_SHARE else []


def span(table: pd.DataFrame) -> tuple[date, date]:
    """The days that the chart spans: those of the events, and some around them where they are few."""
    extent = frame.extent(table) or NO_DATES
    missing = FEWEST_DAYS - (extent[1] - extent[0]).days - 1
    around = timedelta(days=max(0, (missing + 1) // 2))
    return extent[0] - around, extent[1] + around


def bars(table: pd.DataFrame, shown: pd.Series[bool], extent: tuple[date, date]) -> list[dict[str, Any]]:
    """Histogram rows: "all" from 0 to the weight of all events, and the shown ones stacked by kind, for each bar."""
    found = frame.bins(*extent)
    weights = frame.weights(table, found.edges)
    whole = weights.sum(axis=0)
    rows = _stack("all", found, 0 * whole, whole)
    foot = 0 * whole
    for kind in SHAPES:
        sums = weights[(shown & (table["kind"] == kind)).to_numpy()].sum(axis=0)
        rows += _stack(kind, found, foot, sums)
        foot = foot + sums
    return rows


def _stack(name: str, found: frame.Bins, foot: Any, sums: Any) -> list[dict[str, Any]]:
    ends = zip(found.edges, found.edges[1:], foot, sums, strict=False)
    return [
        {
            "kind": name,
            "start": milliseconds(low),
            "end": milliseconds(high),
            "low": round(float(base), 4),
            "high": round(float(base + weight), 4),
            "label": _bar_label(name, low, found.unit, float(weight)),
            "days": f"{low.isoformat()}/{(high - timedelta(days=1)).isoformat()}",
        }
        for low, high, base, weight in ends
        if weight > 0
    ]


def _bar_label(kind: str, low: date, unit: str, weight: float) -> str:
    days = month(low) if unit == "month" else words.day(low)
    if unit == "week":
        days = _("week of {day}").format(day=days)
    whole = round(weight)
    if abs(weight - whole) < WHOLE:
        return _("{days}: {events}").format(days=days, events=plural(whole, "event" if kind == "all" else kind))
    return _(SHARED[kind]).format(days=days, count=number(round(weight, 1)))


def chart(
    table: pd.DataFrame,
    shown: pd.Series[bool],
    theme: str,
    brushed: tuple[date, date] | None,
    selected: int | None,
    turn: int,
    width: int,
) -> alt.VConcatChart:
    """The timeline of ``table``, ``width`` pixels wide; ``shown`` are the rows that every clause but the range leaves.

    It has three selections: ``brush``, an interval of days; ``pick``, whose ``mark`` is the row number of a clicked
    mark; and ``bar``, whose ``mark`` is the first and last day of a clicked bar. A mark ends with the ``turn``, so that
    a second click on the same one is news.
    """
    look = LOOKS[theme]
    extent = span(table)
    edges = frame.bins(*extent).edges
    low, high = milliseconds(edges[0]), milliseconds(edges[-1])
    pad = (high - low) // 50
    domain = [low - pad, high + pad]
    rows = [row | {"mark": f"{row['n']}|{turn}"} for row in marked(table[shown], extent, width)]
    top = _marks(rows, -1 if selected is None else selected, domain, look)
    stacks = [row | {"mark": f"{row['days']}|{turn}"} for row in bars(table, shown, extent)]
    bottom = _bars(stacks, domain, brushed, look).properties(
        height=BAR_HEIGHT if rows else BAR_HEIGHT + LANE_HEIGHT * FEWEST_LANES
    )
    both: alt.VConcatChart = alt.vconcat(top, bottom, spacing=2, background="transparent")
    both = both.resolve_scale(x="independent", color="independent", y="independent").configure_view(stroke=None)
    fitted: alt.VConcatChart = both.properties(autosize={"type": "fit-x", "contains": "padding"})
    return fitted


def _values(rows: Sequence[dict[str, Any]]) -> alt.Chart:
    return alt.Chart({"values": list(rows)})


def _x(field: str, axis: alt.Axis | None = None) -> alt.X:
    return alt.X(f"{field}:T", scale=alt.Scale(type="utc", nice=False), axis=axis)


def _span(domain: Sequence[int], axis: alt.Axis | None = None) -> alt.Chart:
    """Two points that are not seen: they stretch the scale, whose domain Vega-Lite would otherwise read twice."""
    ends: alt.Chart = _values([{"start": end} for end in domain]).mark_point(opacity=0).encode(x=_x("start", axis))
    return ends


def _tallest(rows: list[dict[str, Any]], axis: alt.Axis, look: Look) -> list[alt.Chart]:
    """The count of the tallest bar, written above it: the measure of all the others."""
    top = max((row for row in rows if row["kind"] == "all"), key=lambda row: row["high"], default=None)
    if top is None or not top["high"]:
        return []
    said = top | {"middle": (top["start"] + top["end"]) // 2, "count": number(round(top["high"], 1))}
    style: dict[str, Any] = {"fontSize": 11, "font": FONT, "baseline": "bottom", "dy": -2, "color": look.ink}
    text = _values([said]).mark_text(**style)
    return [text.encode(x=_x("middle", axis), y=alt.Y("high:Q", axis=None), text="count:N")]


def _marks(rows: list[dict[str, Any]], selected: int, domain: list[int], look: Look) -> alt.LayerChart:
    used = max((row["lane"] for row in rows), default=-1) + 1
    kinds, hues = list(look.kinds), list(look.kinds.values())
    colour = alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=hues), legend=None)
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None)
    y = alt.Y(
        "lane:O", axis=None, scale=alt.Scale(type="band", domain=list(range(used)), reverse=True, paddingInner=0.2)
    )
    common: dict[str, Any] = {"y": y, "color": colour, "opacity": IN_BRUSH}
    told = common | {"tooltip": alt.Tooltip("label:N", title=" ")}
    chosen = f"datum.n === {selected}"
    width = alt.condition(chosen, alt.value(2.5), alt.value(1))
    band_edge = alt.condition(chosen, alt.value(look.ink), alt.value("transparent"))
    point_edge = alt.condition(chosen, alt.value(look.ink), alt.value(look.ground))
    vague, exact = [r for r in rows if not r["exact"]], [r for r in rows if r["exact"]]
    pick = alt.selection_point(name=PICK, fields=["mark"], on="click", clear=False)
    band: dict[str, Any] = {"height": LANE_HEIGHT - 7, "cursor": "pointer", "fillOpacity": 0.25, "cornerRadius": 2}
    core: dict[str, Any] = {"height": 4, "fillOpacity": 0.95, "cursor": "pointer"}
    point: dict[str, Any] = {"filled": True, "size": 130, "cursor": "pointer"}
    layers = [
        _values(vague).mark_rect(**band).encode(x=_x("start"), x2="end:T", stroke=band_edge, strokeWidth=width, **told),
        _values([r for r in vague if r["through"]]).mark_rect(**core).encode(x=_x("start"), x2="end:T", **common),
        *_ends(vague, common),
        _values(exact)
        .mark_point(**point)
        .encode(x=_x("middle"), shape=shape, stroke=point_edge, strokeWidth=width, **told),
        *_names([row for row in rows if row["name"]], y, look),
    ]
    layers = [layer for layer in layers if layer.data["values"]]
    both = alt.LayerChart(layer=[_span(domain).add_params(pick), *layers])
    height = LANE_HEIGHT * max(used, FEWEST_LANES) if rows else 1
    return both.properties(height=height, width="container")


def _names(rows: list[dict[str, Any]], y: alt.Y, look: Look) -> list[alt.Chart]:
    """The names beside the marks; beside a mark a little further out than beside a band."""
    layers = []
    for side, end, sign in (("right", "end", 1), ("left", "start", -1)):
        for exact in (True, False):
            here = [row for row in rows if row["side"] == side and row["exact"] == exact]
            at = "middle" if exact else end
            style: dict[str, Any] = {
                "fontSize": 12,
                "font": FONT,
                "align": "left" if side == "right" else "right",
                "color": look.ink,
            }
            drawn = _values(here).mark_text(dx=sign * NAME_GAP if exact else sign * 6, baseline="middle", **style)
            layers.append(drawn.encode(x=_x(at), y=y, text="name:N", opacity=IN_BRUSH))
    return layers


def _ends(vague: list[dict[str, Any]], common: dict[str, Any]) -> list[alt.Chart]:
    """Brackets where an uncertain date ends, arrows where it is open."""
    signs = [
        ("[", "start", [row for row in vague if row["open"] != "start"]),
        ("]", "end", [row for row in vague if row["open"] != "end"]),
        ("◂", "start", [row for row in vague if row["open"] == "start"]),
        ("▸", "end", [row for row in vague if row["open"] == "end"]),
    ]
    style: dict[str, Any] = {"fontSize": 15, "fontWeight": "bold", "baseline": "middle"}
    return [_values(rows).mark_text(text=text, **style).encode(x=_x(end), **common) for text, end, rows in signs]


def _tick() -> str:
    """How the axis writes a day, as a Vega expression: the year in January, else the month, else day and month."""
    alone, short = (json.dumps(names, ensure_ascii=False) for names in month_names())
    day, at = "utcdate(datum.value)", "utcmonth(datum.value)"
    return f"{day} > 1 ? {day} + ' ' + {short}[{at}] : {at} ? {alone}[{at}] : '' + utcyear(datum.value)"


def _bars(
    rows: list[dict[str, Any]], domain: list[int], brushed: tuple[date, date] | None, look: Look
) -> alt.LayerChart:
    start: dict[str, Any] = {}
    if brushed:
        start["value"] = {"x": [milliseconds(brushed[0]), milliseconds(brushed[1] + timedelta(days=1))]}
    frame_of_brush = alt.BrushConfig(fill=look.ink, fillOpacity=0.1, stroke=look.ink, strokeOpacity=0.45)
    brush = alt.selection_interval(name=BRUSH, encodings=["x"], mark=frame_of_brush, **start)
    colours = alt.Scale(domain=["all", *look.kinds], range=[look.grey, *look.kinds.values()])
    plain: dict[str, Any] = {"title": None, "grid": False, "labelOverlap": True, "tickCount": 8, "labelFontSize": 12}
    axis = alt.Axis(labelExpr=_tick(), labelColor=look.ink, tickColor=look.grey, domainColor=look.grey, **plain)
    rows = rows or [{"kind": "all", "start": domain[0], "end": domain[1], "low": 0, "high": 0, "label": _("No events")}]
    drawn = _values(rows).mark_rect(stroke=look.ground, strokeWidth=0.5)
    drawn = drawn.encode(
        x=_x("start", axis),
        x2="end:T",
        y=alt.Y("low:Q", axis=None),
        y2="high:Q",
        color=alt.Color("kind:N", scale=colours, legend=None),
        opacity=IN_BRUSH,
        tooltip=alt.Tooltip("label:N", title=" "),
    )
    bar = alt.selection_point(name=BAR, fields=["mark"], on="click", clear=False)
    both = alt.LayerChart(layer=[_span(domain, axis), drawn.add_params(brush, bar), *_tallest(rows, axis, look)])
    return both.properties(width="container")
