"""From rows of the table to marks of the map, with labels that this project builds: no word of an article."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from geo.marks import Arc, Area, Dot, Marks
from timeline.events import words
from timeline.events.words import plural
from timeline.messages import _, ngettext, number

NEAR = 2  # the precision of a place that is near the one named


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
        return ngettext(
            "{count} event. Click again for the next", "{count} events. Click again for the next", len(rows)
        )
    return str(rows["when"].iloc[0])


def _dot(rows: pd.DataFrame) -> Dot:
    row = rows.iloc[0]
    near = row["where_prec"] == NEAR
    said = _("Strike near {place}, known to {km} km") if near else _("Strike in {place}, known to {km} km")
    label = f"{said.format(place=row['place'], km=number(round(row['radius_km'])))}\n{_here(rows)}"
    return Dot(_numbers(rows), str(row["place"]), float(row["lon"]), float(row["lat"]), float(row["radius_km"]), label)


def _area(rows: pd.DataFrame) -> Area:
    row = rows.iloc[0]
    name = words.country(row["area"]) if len(row["area"]) == 2 else str(row["place"])
    said = _("{place}: {events}, no exact place known").format(place=name, events=plural(len(rows), "strike"))
    label = f"{said}\n{_here(rows)}"
    sign = _("{count} in {place}").format(count=number(len(rows)), place=name)
    at = float(row["lon"]), float(row["lat"]), float(row["radius_km"])
    return Area(_numbers(rows), str(row["area"]), *at, label, sign)


def _arc(n: int, row: dict[Hashable, Any]) -> Arc:
    accuser, accused = str(row["accuser"]), str(row["accused"])
    pair = {"accuser": words.country(accuser), "accused": words.country(accused)}
    said = _("Accusation: {accuser} → {accused}").format(**pair)
    label = f"{said}\n{row['when']}"
    return Arc(int(n), accuser, accused, label, _("to {place}").format(place=pair["accused"]))
