"""The ground of the map: land, borders and names, as quiet as on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from geo import basemap
from timeline.events import words
from timeline.messages import _, number
from timeline.out.sheet import letters
from timeline.out.sheet.drawing import Box, Drawing, Look, Point, path
from timeline.out.sheet.geometry import View, cut_line, cut_ring, meets_view, on_page
from timeline.out.sheet.inks import GROUND, QUIET
from timeline.out.sheet.labels import Field

TOWN_SIZE, COUNTRY_SIZE, SPACING = 11.0, 11.5, 1.4
TOWN_DOT = 1.8
MOST_TOWNS = 22
NAME_ROOM = 7  # kept free around a name
SCALE_WIDTH = 130  # the longest scale bar
FAR_KM = 200  # from here on Web Mercator's scale changes much over the map


def draw_land(sheet: Drawing, view: View) -> None:
    """Water, land and borders inside the view's frame."""
    sheet.rect(view.box, fill=GROUND.water)
    bounds = view.degrees()
    shapes = [path(ring, closed=True) for rings in _land(view, bounds) for ring in rings]
    if shapes:
        sheet.shape("path", d="".join(shapes), fill=GROUND.land, fill_rule="evenodd", data_ground="land")
    for name, dash in (("borders", ""), ("disputed", "5 4")):
        lines = [path(part) for line in _lines(name) for part in _visible(line, view, bounds)]
        dashed: Look = {"stroke_dasharray": dash} if dash else {}
        if lines:
            look: Look = {"fill": "none", "stroke": GROUND.border, "stroke_width": 0.9}
            sheet.shape("path", d="".join(lines), data_ground=name, **look, **dashed)


def _land(view: View, bounds: Box) -> Iterator[list[list[Point]]]:
    for code in basemap.countries():
        for polygon in basemap.area_polygons(code):
            if meets_view(polygon[0], bounds):
                rings = [cut_ring(on_page(view, ring), view.box) for ring in polygon]
                yield [ring for ring in rings if len(ring) > 2]


def _lines(source: str) -> Iterator[Sequence[Sequence[float]]]:
    found = basemap.data(source)
    geometries: list[dict[str, Any]] = [f["geometry"] for f in found.get("features", ())] or [found]
    for geometry in geometries:
        nested = geometry["type"].startswith("Multi")
        yield from geometry["coordinates"] if nested else [geometry["coordinates"]]


def _visible(line: Sequence[Sequence[float]], view: View, bounds: Box) -> list[list[Point]]:
    return cut_line(on_page(view, line), view.box) if meets_view(line, bounds) else []


def draw_names(sheet: Drawing, view: View, field: Field) -> None:
    """Names of countries and larger towns, only where nothing else stands; what is drawn is taken then."""
    names = sorted(basemap.data("names")["features"], key=lambda f: (f["properties"]["z"], f["properties"]["name"]))
    codes = {basemap.country_name(code): code for code in basemap.countries()}
    bounds = view.degrees()
    towns = 0
    for feature in names:
        facts, (lon, lat) = feature["properties"], feature["geometry"]["coordinates"]
        inside = bounds.left <= lon <= bounds.right and bounds.bottom <= lat <= bounds.top
        if not inside or facts["z"] > view.zoom:
            continue
        if facts["kind"] == "country":
            _name_country(sheet, view.at((lon, lat)), words.country(codes[facts["name"]]), field)
        elif towns < MOST_TOWNS:
            towns += _name_town(sheet, view.at((lon, lat)), facts["name"], field)


def _name_country(sheet: Drawing, at: Point, name: str, field: Field) -> None:
    said = name.upper()
    half = (letters.width(said, COUNTRY_SIZE) + SPACING * len(said)) / 2
    box = Box(at[0] - half, at[1] - COUNTRY_SIZE, at[0] + half, at[1] + COUNTRY_SIZE * 0.3)
    if field.is_clear(box, NAME_ROOM):
        field.taken.append(box)
        sheet.words(at[0], at[1], said, COUNTRY_SIZE, fill=GROUND.name, middle=True, spacing=SPACING)


def _name_town(sheet: Drawing, at: Point, name: str, field: Field) -> bool:
    """Name a town right of its dot, or left of it; whether there was room."""
    wide = letters.width(name, TOWN_SIZE)
    for left in (at[0] + 5, at[0] - 5 - wide):
        box = Box(min(left, at[0] - 3), at[1] - TOWN_SIZE * 0.6, max(left + wide, at[0] + 3), at[1] + TOWN_SIZE * 0.6)
        if field.is_clear(box, NAME_ROOM):
            field.taken.append(box)
            sheet.shape("circle", cx=at[0], cy=at[1], r=TOWN_DOT, fill=GROUND.town)
            sheet.words(left, at[1] + TOWN_SIZE * 0.35, name, TOWN_SIZE, fill=GROUND.town)
            return True
    return False


def scale_bar(view: View) -> tuple[float, int]:
    """The length of the scale bar in units and the kilometres that it stands for, true in the middle of the map."""
    unit = view.per_km(view.middle_latitude)
    steps = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    km = max((step for step in steps if step * unit <= SCALE_WIDTH), default=1)
    return km * unit, km


def draw_scale(sheet: Drawing, view: View, field: Field) -> None:
    """The scale bar in the lower left corner of the map; on a map of the world it says where it holds."""
    length, km = scale_bar(view)
    x, y = view.box.left + 16, view.box.bottom - 16
    said = _scale_words(km, view.middle_latitude)
    box = Box(x - 8, y - 24, x + max(length, letters.width(said, TOWN_SIZE)) + 8, y + 8)
    sheet.rect(box, rx=3, fill="#ffffff", fill_opacity=0.85)
    sheet.line([(x, y - 5), (x, y), (x + length, y), (x + length, y - 5)], stroke=QUIET, stroke_width=1.5)
    sheet.words(x, y - 9, said, TOWN_SIZE, fill=QUIET)
    field.taken.append(box)


def _scale_words(km: int, latitude: float) -> str:
    if km < FAR_KM:
        return _("{km} km").format(km=number(km))
    said = _("{km} km at {degrees}°N") if latitude >= 0 else _("{km} km at {degrees}°S")
    return said.format(km=number(km), degrees=number(round(abs(latitude))))
