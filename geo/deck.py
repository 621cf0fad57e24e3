"""Marks on the offline map: typed rows in, a ``pydeck.Deck`` out.

A row carries only numbers, codes and labels that this project built; article text never comes here, because deck.gl
evaluates strings in its data. What is drawn is never more precise than what was said: a dot has a ring as wide as its
place reaches, a region or country is a hatched area with a count, an accusation is an arc.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from geo.basemap import area_polygons
from geo.curves import Box, Point, hatch, view, visible
from geo.labels import UNITS, placed, scale_bar
from geo.marks import (
    DOT_PIXELS,
    Marks,
    arc_row,
    arrowheads,
    count_row,
    disc_row,
    dot_row,
    exits,
    extent,
    lanes,
    names,
    shape_row,
)

MOST_ZOOM = 6.0  # the first view comes no closer, so that one town still shows its surroundings
ARC_PIXELS = 3
PICK_PIXELS = 16  # how near a click or a finger must come
EDGE = 34  # pixels from the frame at which an arc that leaves it has its arrow
SEE_THROUGH = 1e-7  # opaque enough to be clicked, too pale to be seen


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme (RGB 0-255). Shades of Okabe and Ito's vermilion and blue: apart in grey too."""

    strike: tuple[int, int, int]
    accusation: tuple[int, int, int]
    edge: tuple[int, int, int]
    text: tuple[int, int, int]


PALETTES = {
    "light": Palette((210, 76, 0), (0, 68, 120), (255, 255, 255), (40, 44, 48)),
    "dark": Palette((240, 118, 42), (163, 213, 255), (14, 17, 21), (236, 239, 242)),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The map's size in pixels, by which the first view is chosen."""

    width: int
    height: int


def first_view(marks: Marks, frame: Frame) -> pdk.ViewState:
    """The view that holds every strike; the arcs where there are no strikes; the world where there is nothing."""
    (lon, lat), zoom = view(extent(marks), frame.width, frame.height, MOST_ZOOM)
    return pdk.ViewState(longitude=round(lon, 3), latitude=round(lat, 3), zoom=round(zoom, 2), pitch=0, bearing=0)


def draw(
    marks: Marks,
    theme: str,
    style_url: str,
    start: pdk.ViewState,
    turn: int,
    frame: Frame,
    units: tuple[str, str] = UNITS,
) -> pdk.Deck:
    """The deck for ``theme`` ("light" or "dark") over the style at ``style_url``.

    The layers that can be clicked are named ``dots-TURN`` and so on; another ``turn`` forgets the browser's own
    selection. A clicked object carries ``ns``, row numbers. ``units``: kilometre and metre, on the scale.
    """
    ink = PALETTES[theme]
    window = visible((start.longitude, start.latitude), start.zoom, frame.width - 2 * EDGE, frame.height - 2 * EDGE)
    counts = [count_row(area) for area in marks.areas]
    leaving = exits(marks.arcs, window)
    points = [(dot.lon, dot.lat) for dot in marks.dots]
    named = placed(names(marks.dots), [*counts, *leaving], points, start.zoom)
    layers = [
        *_scale(scale_bar((start.longitude, start.latitude), start.zoom, frame.width, frame.height, units), ink),
        *_areas(marks, ink, turn),
        *_arcs(marks, ink, turn, window),
        *_dots(marks, ink, turn, named),
        *_signs(counts, leaving, ink),
    ]
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


def _scale(bar: tuple[list[Point], str], ink: Palette) -> list[pdk.Layer]:
    """How long the bar in the corner is on the ground."""
    path, said = bar
    row = {"path": path, "at": path[0], "count": said}
    return [
        _layer(
            "PathLayer",
            "scale-bar",
            [row],
            get_path="path",
            get_color=_rgba(ink.text, 200),
            width_units=_word("pixels"),
            get_width=1.5,
        ),
        _text("scale-words", [row], _rgba(ink.text, 220), 12, get_text_anchor=_word("start"), get_pixel_offset=[4, -4]),
    ]


def _signs(counts: Sequence[dict[str, Any]], leaving: Sequence[dict[str, Any]], ink: Palette) -> list[pdk.Layer]:
    """How many events an area holds, and where the arcs that leave the first view go."""
    return [
        _text(
            "area-counts",
            counts,
            _rgba(ink.text, 255),
            13,
            get_pixel_offset="offset",
            background=True,
            background_padding=[7, 4],
            get_background_color=_rgba(ink.edge, 225),
            get_border_color=_rgba(ink.strike, 255),
            get_border_width=1.5,
        ),
        _text(
            "arc-ends",
            leaving,
            _rgba(ink.accusation, 255),
            13,
            get_text_anchor=_word("end"),
            get_pixel_offset="offset",
            background=True,
            get_background_color=_rgba(ink.edge, 200),
            background_padding=[4, 1],
        ),
    ]


def _dots(marks: Marks, ink: Palette, turn: int, named: Sequence[dict[str, Any]]) -> list[pdk.Layer]:
    rows = [dot_row(dot, marks.selected) for dot in marks.dots]
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
        _text(
            "dot-names",
            named,
            _rgba(ink.text, 255),
            13,
            get_pixel_offset="offset",
            background=True,
            get_background_color=_rgba(ink.edge, 235),
            background_padding=[3, 0],
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
    drawn = [(area, area_polygons(area.code)) for area in marks.areas]
    shapes = [shape_row(a, p, marks.selected) for a, shape in drawn for p in shape]
    chosen = [row for row in shapes if row["chosen"]]
    lines = [{"path": line} for _, shape in drawn for line in hatch(shape)]
    discs = [disc_row(area) for area, shape in drawn if not shape]
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


def _arcs(marks: Marks, ink: Palette, turn: int, window: Box) -> list[pdk.Layer]:
    rows = [arc_row(found, lane, marks.selected) for found, lane in lanes(marks.arcs)]
    rows = [row for row in rows if row["path"]]
    chosen = [row for row in rows if row["chosen"]]
    heads = [head for row in rows for head in arrowheads(row["path"], window)]
    common = {"get_path": "path", "width_units": _word("pixels"), "cap_rounded": True}
    return [
        _layer("PathLayer", "arc-halo", chosen, get_color=_rgba(ink.text, 200), get_width=ARC_PIXELS + 4, **common),
        _layer("PathLayer", "arc-lines", rows, get_color=_rgba(ink.accusation, 230), get_width=ARC_PIXELS, **common),
        _text("arc-heads", heads, _rgba(ink.accusation, 255), 24, get_angle="angle"),
        _layer("PathLayer", f"arcs-{turn}", rows, get_width=PICK_PIXELS, pickable=True, opacity=SEE_THROUGH, **common),
    ]
