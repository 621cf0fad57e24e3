"""The table of events as the browser needs it: numbers alone, in the table's own order, so that a row is a position.

Events at one place share an entry of the spots. Days are counted from the day before the first that any event names: 0
is an open beginning, ``open_end`` an open end, and an event without a date is open at both. No word of an article is
here; names of countries are those of the language that is spoken, of places the gazetteer's.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from geo import basemap, curves
from timeline.event import Kind
from timeline.events import frame, words
from timeline.ui.linked.binary import Array, pack
from timeline.ui.linked.ground import STEPS, Line, hundredths, rings

KINDS = tuple(kind.value for kind in Kind)
DRAWN = ("", "dot", "area", "arc")
DOT, AREA, ARC = 1, 2, 3
FAST = 1  # gzip's level: a third of the bytes in a tenth of the time
NARROW, WIDE = np.dtype(np.uint16), np.dtype(np.uint32)
EPOCH = date(1970, 1, 1)
NO_DATES = (date(2000, 1, 1), date(2000, 12, 31))  # an empty timeline has to span something


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Columns:
    """The columns, packed and gzipped, and what the server itself asks of them.

    ``x``, ``y`` are the spots' Web Mercator position in widths of the world; ``where`` is an event's number among the
    spots, areas or pairs, by how it is ``drawn`` (a number of ``DRAWN``). ``area_boxes`` hold the boxes of each area's
    shapes, shape (boxes, 4): left, top, right, bottom; ``pair_ends`` each pair's two ends: x, y, x, y.
    """

    zipped: bytes
    drawn: Array
    where: Array
    x: Array
    y: Array
    area_boxes: tuple[Array, ...]
    pair_ends: Array

    @property
    def packed(self) -> bytes:
        """The columns as the browser reads them."""
        return gzip.decompress(self.zipped)


def build(table: pd.DataFrame) -> Columns:
    """The columns of ``table`` (``timeline.events.frame``)."""
    drawn = _codes(table["drawn"], DRAWN)
    where = np.zeros(len(table), dtype=np.uint32)
    spots = _shared(table, drawn == DOT, ["lat", "lon"], where)
    areas = _shared(table, drawn == AREA, ["area", "lat", "lon"], where)
    pairs = _shared(table, drawn == ARC, ["accuser", "accused"], where)
    shapes = [rings(str(code)) for code in areas["area"]]
    area_rows = [_area(row, shape) for row, shape in zip(areas.to_dict("records"), shapes, strict=True)]
    pair_rows = [_pair(str(one), str(other)) for one, other in zip(pairs["accuser"], pairs["accused"], strict=True)]
    x, y = (part.astype(np.float32) for part in project(spots["lon"].to_numpy(), spots["lat"].to_numpy()))
    days, header = _days(table)
    parts = days | {
        "kind": _codes(table["kind"], KINDS),
        "date_prec": table["date_prec"].to_numpy(np.uint8),
        "through": table["through"].to_numpy(np.uint8),
        "drawn": drawn,
        "where": where if len(spots) > np.iinfo(NARROW).max else where.astype(NARROW),
        "x": x,
        "y": y,
        "radius_km": spots["radius_km"].to_numpy(np.float32),
        "rings": hundredths(ring for shape in shapes for ring in shape),
    }
    header |= {"events": len(table), "kinds": KINDS, "areas": area_rows, "pairs": pair_rows}
    return Columns(
        zipped=gzip.compress(pack(header | {"spots": [str(name) for name in spots["place"]]}, parts), FAST, mtime=0),
        drawn=drawn,
        where=where,
        x=x,
        y=y,
        area_boxes=tuple(_boxes(row, shape) for row, shape in zip(area_rows, shapes, strict=True)),
        pair_ends=np.array([_ends(pair) for pair in pair_rows]).reshape(-1, 4),
    )


def project(lon: Array, lat: Array) -> tuple[Array, Array]:
    """Web Mercator in widths of the world, y down, as ``geo.curves.project`` for whole arrays."""
    held = np.radians(np.clip(lat, -curves.MAX_LATITUDE, curves.MAX_LATITUDE))
    return lon / 360 + 0.5, 0.5 - np.log(np.tan(np.pi / 4 + held / 2)) / (2 * np.pi)


def _codes(values: pd.Series[Any], known: Sequence[str]) -> Array:
    found: Array = pd.Categorical(values, categories=list(known)).codes.astype(np.uint8)
    return found


def _shared(table: pd.DataFrame, rows: Array, by: list[str], where: Array) -> pd.DataFrame:
    """The first of each group of those rows, in order; ``where`` is told each row's group."""
    found = table.loc[rows, ["place", "radius_km", "area", "lon", "lat", "accuser", "accused"]]
    where[rows] = found.groupby(by, sort=True).ngroup().to_numpy()
    return found.drop_duplicates(by).sort_values(by, kind="stable")


def _days(table: pd.DataFrame) -> tuple[dict[str, Array], dict[str, Any]]:
    """First and last days as small numbers, and what they are counted from."""
    extent = frame.extent(table)
    low, high = ((day - EPOCH).days for day in extent or NO_DATES)
    base = low - 1
    kind = NARROW if high - base < np.iinfo(NARROW).max else WIDE
    open_end = int(np.iinfo(kind).max)
    found = {name: _numbers(table[name], base, missing, kind) for name, missing in (("first", 0), ("last", open_end))}
    return found, {"base": base, "days": high - base, "open_end": open_end}


def _numbers(days: pd.Series[Any], base: int, missing: int, kind: np.dtype[Any]) -> Array:
    numbers = days.to_numpy().astype("datetime64[D]").astype(np.int64) - base
    return np.where(days.isna(), missing, numbers).astype(kind)


def _area(row: dict[Any, Any], shape: list[Line]) -> dict[str, Any]:
    """An area's name, the place of its count, and the lengths of its rings (none: a disc stands in)."""
    code = str(row["area"])
    name = words.country(code) if code in basemap.countries() else str(row["place"])
    point = basemap.country_point(code) or (float(row["lon"]), float(row["lat"]))
    lengths = [len(ring) for ring in shape]
    return {"code": code, "name": name, "point": point, "radius_km": float(row["radius_km"]), "rings": lengths}


def _pair(accuser: str, accused: str) -> dict[str, Any]:
    """Two countries' names and where the arc begins and ends; no ends where the map does not know one of them."""
    ends = basemap.country_point(accuser), basemap.country_point(accused)
    start, end = ends if all(ends) else (None, None)
    names = words.country(accuser), words.country(accused)
    return {"codes": [accuser, accused], "names": names, "start": start, "end": end}


def _ends(pair: dict[str, Any]) -> list[float]:
    if not pair["start"]:
        return [np.nan] * 4
    return [*curves.project(pair["start"]), *curves.project(pair["end"])]


def _boxes(area: dict[str, Any], shape: list[Line]) -> Array:
    """The boxes of an area's shapes, or of the disc that stands in; as rounded as the shapes that the browser has."""
    if not shape:
        return np.array([[*disc_box(area["point"], area["radius_km"])]])
    points = [hundredths([ring]) / STEPS for ring in shape]
    corners = [(p.min(axis=0), p.max(axis=0)) for p in points]
    west, south = np.array([low for low, _ in corners]).T
    east, north = np.array([high for _, high in corners]).T
    (left, bottom), (right, top) = project(west, south), project(east, north)
    return np.column_stack([left, top, right, bottom])


def disc_box(point: Sequence[float], radius_km: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a disc, projected; scaled at its centre, as it is drawn."""
    x, y = curves.project((point[0], point[1]))
    reach = radius_km / world_km(point[1])
    return x - reach, y - reach, x + reach, y + reach


def world_km(lat: float) -> float:
    """The map's width in kilometres as measured at that latitude."""
    return float(2 * np.pi * 6371.0088 * max(np.cos(np.radians(lat)), 0.01))
