"""From rows of the table to marks of the map, with labels that this project builds: no word of an article."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from geo.basemap import country_name
from geo.marks import Arc, Area, Dot, Marks
from timeline.events.words import plural


def marks(table: pd.DataFrame, selected: int | None = None) -> Marks:
    """The marks of the rows of ``table``; row numbers are its index."""
    dots = table[table["drawn"] == "dot"]
    areas = table[table["drawn"] == "area"]
    arcs = table[table["drawn"] == "arc"]
    rows: list[dict[Hashable, Any]] = arcs.to_dict("records")
    return Marks(
        dots=tuple(_dot(rows) for _, rows in dots.groupby(["lat", "lon"], sort=True)),
        areas=tuple(_area(rows) for _, rows in areas.groupby(["area", "lat", "lon"], sort=True)),
        arcs=tuple(_arc(n, row) for n, row in zip(arcs.index, rows, strict=True)),
        selected=selected,
    )


def _numbers(rows: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(n) for n in rows.index)


def _here(rows: pd.DataFrame) -> str:
    if len(rows) > 1:
        return f"{plural(len(rows), 'event')}. Click again for the next"
    return str(rows["when"].iloc[0])


def _dot(rows: pd.DataFrame) -> Dot:
    row = rows.iloc[0]
    near = "near " if row["where_prec"] == 2 else ""
    label = f"Strike {near or 'in '}{row['place']}, known to {row['radius_km']:.0f} km\n{_here(rows)}"
    return Dot(_numbers(rows), str(row["place"]), float(row["lon"]), float(row["lat"]), float(row["radius_km"]), label)


def _area(rows: pd.DataFrame) -> Area:
    row = rows.iloc[0]
    name = country_name(row["area"]) if len(row["area"]) == 2 else str(row["place"])
    label = f"{name}: {plural(len(rows), 'strike')}, no exact place known\n{_here(rows)}"
    return Area(_numbers(rows), str(row["area"]), float(row["lon"]), float(row["lat"]), float(row["radius_km"]), label)


def _arc(n: int, row: dict[Hashable, Any]) -> Arc:
    accuser, accused = str(row["accuser"]), str(row["accused"])
    label = f"Accusation: {country_name(accuser)} → {country_name(accused)}\n{row['when']}"
    return Arc(int(n), accuser, accused, label)
