"""Marks on the offline map: typed rows in, a ``pydeck.Deck`` out.

A row carries only numbers, codes and labels that this project built; article text never comes here, because deck.gl
evaluates strings in its data. What is drawn is never more precise than what was said: a dot has a ring as wide as its
place reaches, a region or country is a hatched area with a count, an accusation is an arc.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from geo import basemap
from geo.curves import Box, Point, arc, hatch, heading, last_inside, view, visible
from geo.place import EARTH_RADIUS_KM

MOST_ZOOM = 7.5  # the first view comes no closer: one town still shows its country
DOT_PIXELS, ARC_PIXELS = 7, 3
PICK_PIXELS = 16  # how near a click or a finger must come
EDGE = 34  # pixels from the frame at which an arc that leaves it has its arrow
SEE_THROUGH = 1e-7  # opaque enough to be clicked, too pale to be seen


@dataclass(frozen=True, slots=True)
class Dot:
    """Events at one point: ``ns`` their row numbers, ``radius_km`` how far the place reaches."""

    ns: tuple[int, ...]
    lon: float
    lat: float
    radius_km: float
    label: str


@dataclass(frozen=True, slots=True)
class Area:
    """Events somewhere in a country ("UA") or region ("UA.25"); the disc stands in where no source draws the area."""

    ns: tuple[int, ...]
    code: str
    lon: float
    lat: float
    radius_km: float
    label: str


@dataclass(frozen=True, slots=True)
class Arc:
    """One accusation, from the accuser's country to the accused's (ISO alpha-2)."""

    n: int
    accuser: str
    accused: str
    label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything to draw, and which row is selected."""

    dots: tuple[Dot, ...] = ()
    areas: tuple[Area, ...] = ()
    arcs: tuple[Arc, ...] = ()
    selected: int | None = None


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme (RGB 0-255). The hues stay apart for colour-blind readers (Okabe and Ito)."""

    strike: tuple[int, int, int]
    accusation: tuple[int, int, int]
    edge: tuple[int, int, int]
    text: tuple[int, int, int]


PALETTES = {
    "light": Palette((200, 72, 0), (0, 101, 163), (255, 255, 255), (40, 44, 48)),
    "dark": Palette((255, 138, 61), (98, 180, 245), (14, 17, 21), (236, 239, 242)),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The map's size in pixels, by which the first view is chosen."""

    width: int
    height: int


def first_view(marks: Marks, frame: Frame) -> pdk.ViewState:
    """The view that holds every strike; the arcs where there are no strikes; the world where there is nothing."""
    (lon, lat), zoom = view(_extent(marks), frame.width, frame.height, MOST_ZOOM)
    return pdk.ViewState(longitude=round(lon, 3), latitude=round(lat, 3), zoom=round(zoom, 2), pitch=0, bearing=0)


def _extent(marks: Marks) -> list[Point]:
    points = [(dot.lon, dot.lat) for dot in marks.dots]
    for area in marks.areas:
        rings = [ring for polygon in _main_polygons(area.code) for ring in polygon]
        points += [(x, y) for ring in rings for x, y in ring] or [(area.lon, area.lat)]
    if points:
        return points
    ends = [basemap.country_point(code) for a in marks.arcs for code in (a.accuser, a.accused)]
    return [end for end in ends if end is not None]


def _main_polygons(code: str) -> list[basemap.Polygon]:
    """The polygons that matter for a view: not the far islands of a country."""
    polygons = basemap.area_polygons(code)
    return sorted(polygons, key=_width, reverse=True)[:1]


def _width(polygon: basemap.Polygon) -> float:
    xs = [point[0] for point in polygon[0]]
    return max(xs) - min(xs)


def draw(marks: Marks, theme: str, style_url: str, start: pdk.ViewState, turn: int, frame: Frame) -> pdk.Deck:
    """The deck for ``theme`` ("light" or "dark") over the style at ``style_url``.

    The layers that can be clicked are named ``dots-TURN`` and so on; another ``turn`` forgets the browser's own
    selection. A clicked object carries ``ns``, row numbers.
    """
    ink = PALETTES[theme]
    window = visible((start.longitude, start.latitude), start.zoom, frame.width - 2 * EDGE, frame.height - 2 * EDGE)
    layers = [*_areas(marks, ink, turn), *_arcs(marks, ink, turn, window), *_dots(marks, ink, turn)]
    return pdk.Deck(
        layers=[layer for layer in layers if layer.data],  # a layer without rows would still cost its shaders
        initial_view_state=start,
        map_style=style_url,
        map_provider="carto",
        tooltip={"text": "{label}"},
        parameters={"depthTest": False},
    )


def _layer(kind: str, name: str, data: Sequence[dict[str, Any]], **props: Any) -> pdk.Layer:
    return pdk.Layer(kind, data=list(data), id=name, **props)


def _word(text: str) -> pdk.types.String:
    return pdk.types.String(text)


def _rgba(colour: tuple[int, int, int], alpha: int) -> list[int]:
    return [*colour, alpha]


def _dots(marks: Marks, ink: Palette, turn: int) -> list[pdk.Layer]:
    rows = [_dot_row(dot, marks.selected) for dot in marks.dots]
    chosen = [row for row in rows if row["chosen"]]
    many = [row for row in rows if len(row["ns"]) > 1]
    common = {"get_position": "at", "radius_units": _word("pixels"), "line_width_units": _word("pixels")}
    return [
        _layer(
            "ScatterplotLayer",
            "rings",
            rows,
            get_position="at",
            get_radius="metres",
            stroked=True,
            filled=True,
            get_fill_color=_rgba(ink.strike, 28),
            get_line_color=_rgba(ink.strike, 150),
            line_width_units=_word("pixels"),
            get_line_width=1,
        ),
        _layer(
            "ScatterplotLayer",
            "halo",
            chosen,
            get_radius=DOT_PIXELS + 7,
            stroked=True,
            filled=False,
            get_line_color=_rgba(ink.text, 255),
            get_line_width=2,
            **common,
        ),
        _layer(
            "ScatterplotLayer",
            "points",
            rows,
            get_radius="size",
            stroked=True,
            get_line_width=1.5,
            get_fill_color=_rgba(ink.strike, 255),
            get_line_color=_rgba(ink.edge, 255),
            **common,
        ),
        _text("dot-counts", many, _rgba(ink.edge, 255), 12),
        _layer(
            "ScatterplotLayer",
            f"dots-{turn}",
            rows,
            get_radius=PICK_PIXELS,
            pickable=True,
            opacity=SEE_THROUGH,
            **common,
        ),
    ]


def _dot_row(dot: Dot, selected: int | None) -> dict[str, Any]:
    return {
        "ns": list(dot.ns),
        "at": [dot.lon, dot.lat],
        "metres": dot.radius_km * 1000,
        "label": dot.label,
        "size": DOT_PIXELS if len(dot.ns) == 1 else DOT_PIXELS + 4,
        "count": str(len(dot.ns)),
        "chosen": selected in dot.ns,
    }


def _text(name: str, rows: Sequence[dict[str, Any]], colour: list[int], size: int, **props: Any) -> pdk.Layer:
    return _layer(
        "TextLayer",
        name,
        rows,
        get_position="at",
        get_text="count",
        get_size=size,
        get_color=colour,
        font_family=_word("Source Sans, sans-serif"),
        font_weight=_word("bold"),
        character_set=_word("auto"),
        **props,
    )


def _areas(marks: Marks, ink: Palette, turn: int) -> list[pdk.Layer]:
    drawn = [(area, basemap.area_polygons(area.code)) for area in marks.areas]
    shapes = [_shape_row(a, p, marks.selected) for a, shape in drawn for p in shape]
    chosen = [row for row in shapes if row["chosen"]]
    lines = [{"path": line} for _, shape in drawn for line in hatch(shape)]
    discs = [_disc_row(area) for area, shape in drawn if not shape]
    counts = [_count_row(area) for area, _ in drawn]
    return [
        _layer(
            "PolygonLayer",
            "area-fill",
            shapes,
            get_polygon="polygon",
            stroked=True,
            filled=True,
            get_fill_color=_rgba(ink.strike, 16),
            get_line_color=_rgba(ink.strike, 130),
            line_width_units=_word("pixels"),
            get_line_width=1.2,
        ),
        _layer(
            "PathLayer",
            "area-hatch",
            lines,
            get_path="path",
            get_color=_rgba(ink.strike, 60),
            width_units=_word("pixels"),
            get_width=1,
        ),
        _layer(
            "PolygonLayer",
            "area-chosen",
            chosen,
            get_polygon="polygon",
            stroked=True,
            filled=False,
            get_line_color=_rgba(ink.text, 220),
            line_width_units=_word("pixels"),
            get_line_width=2.5,
        ),
        *_discs(discs, ink, turn),
        _layer("PolygonLayer", f"areas-{turn}", shapes, get_polygon="polygon", pickable=True, opacity=SEE_THROUGH),
        _text(
            "area-counts",
            counts,
            _rgba(ink.text, 255),
            13,
            get_pixel_offset=[0, 26],
            background=True,
            background_padding=[7, 4],
            get_background_color=_rgba(ink.edge, 225),
            get_border_color=_rgba(ink.strike, 255),
            get_border_width=1.5,
        ),
    ]


def _discs(rows: Sequence[dict[str, Any]], ink: Palette, turn: int) -> list[pdk.Layer]:
    """A dashed disc of the stated radius, where no source draws the area."""
    return [
        _layer(
            "PolygonLayer",
            "disc-fill",
            rows,
            get_polygon="polygon",
            stroked=False,
            get_fill_color=_rgba(ink.strike, 16),
        ),
        _layer(
            "PathLayer",
            "disc-edge",
            rows,
            get_path="polygon",
            get_color=_rgba(ink.strike, 170),
            width_units=_word("pixels"),
            get_width=1.5,
            get_dash_array=[5, 4],
            extensions=[{"@@type": "PathStyleExtension", "dash": True}],
        ),
        _layer("PolygonLayer", f"discs-{turn}", rows, get_polygon="polygon", pickable=True, opacity=SEE_THROUGH),
    ]


def _shape_row(area: Area, polygon: basemap.Polygon, selected: int | None) -> dict[str, Any]:
    return {"ns": list(area.ns), "polygon": polygon, "label": area.label, "chosen": selected in area.ns}


def _disc_row(area: Area) -> dict[str, Any]:
    return {"ns": list(area.ns), "polygon": circle((area.lon, area.lat), area.radius_km), "label": area.label}


def _count_row(area: Area) -> dict[str, Any]:
    point = basemap.country_point(area.code) or (area.lon, area.lat)
    return {"at": list(point), "count": f"{len(area.ns)} in {area.label.split(':')[0]}"}


def circle(centre: Point, radius_km: float, steps: int = 72) -> list[Point]:
    """A ring of points ``radius_km`` around ``centre``, good enough below a few hundred kilometres."""
    lat = math.radians(centre[1])
    dy = math.degrees(radius_km / EARTH_RADIUS_KM)
    dx = dy / max(math.cos(lat), 0.01)
    turns = [2 * math.pi * n / steps for n in range(steps + 1)]
    return [(centre[0] + dx * math.cos(t), centre[1] + dy * math.sin(t)) for t in turns]


def _arcs(marks: Marks, ink: Palette, turn: int, window: Box) -> list[pdk.Layer]:
    rows = [_arc_row(found, lane, marks.selected) for found, lane in lanes(marks.arcs)]
    rows = [row for row in rows if row["path"]]
    chosen = [row for row in rows if row["chosen"]]
    heads = [head for row in rows for head in _heads(row["path"], window)]
    common = {"get_path": "path", "width_units": _word("pixels"), "cap_rounded": True}
    return [
        _layer("PathLayer", "arc-halo", chosen, get_color=_rgba(ink.text, 200), get_width=ARC_PIXELS + 4, **common),
        _layer("PathLayer", "arc-lines", rows, get_color=_rgba(ink.accusation, 230), get_width=ARC_PIXELS, **common),
        _text("arc-heads", heads, _rgba(ink.accusation, 255), 24, get_angle="angle"),
        _text(
            "arc-ends",
            _exits(marks.arcs, window),
            _rgba(ink.accusation, 255),
            13,
            get_text_anchor=_word("end"),
            get_pixel_offset=[8, 18],
            background=True,
            get_background_color=_rgba(ink.edge, 200),
            background_padding=[4, 1],
        ),
        _layer("PathLayer", f"arcs-{turn}", rows, get_width=PICK_PIXELS, pickable=True, opacity=SEE_THROUGH, **common),
    ]


def _heads(path: Sequence[Point], window: Box) -> list[dict[str, Any]]:
    """Arrowheads: at the end, and where the arc leaves the first view."""
    places = {len(path) - 1, last_inside(path, window)} - {0}
    return [{"at": path[n], "angle": heading(path[n - 1], path[n]), "count": "➤"} for n in sorted(places)]


def _exits(arcs: Sequence[Arc], window: Box) -> list[dict[str, Any]]:
    """Where the lowest arc of a pair leaves the first view: to which country, and how many go there."""
    counts = Counter((found.accuser, found.accused) for found in arcs)
    rows = []
    for found, lane in lanes(arcs):
        path = _path(found, lane)
        n = last_inside(path, window) if lane == 0 and path else 0
        if 0 < n < len(path) - 1:
            many = counts[found.accuser, found.accused]
            rows.append(
                {"at": path[n], "count": f"to {basemap.country_name(found.accused)}" + f" ({many})" * (many > 1)}
            )
    return rows


def _path(found: Arc, lane: int) -> list[Point]:
    start, end = basemap.country_point(found.accuser), basemap.country_point(found.accused)
    return arc(start, end, lane) if start and end else []


def lanes(arcs: Iterable[Arc]) -> list[tuple[Arc, int]]:
    """Each arc with its place in the fan of its pair of countries, in the order given."""
    used: dict[frozenset[str], int] = {}
    found = []
    for one in arcs:
        pair = frozenset({one.accuser, one.accused})
        found.append((one, used.get(pair, 0)))
        used[pair] = used.get(pair, 0) + 1
    return found


def _arc_row(found: Arc, lane: int, selected: int | None) -> dict[str, Any]:
    return {"ns": [found.n], "path": _path(found, lane), "label": found.label, "chosen": found.n == selected}
