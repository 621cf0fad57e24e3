"""Which strikes lie nearest to a place that a reader names, by the gazetteer and as the crow flies."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.basemap import country_name
from geo.gazetteer import Gazetteer
from geo.place import EARTH_RADIUS_KM, Place, PlaceKind
from timeline.events import words

MOST = 3  # places of one name that are offered
POINTS = {PlaceKind.CITY, PlaceKind.SITE}  # to a region there is no one distance


def offered(said: str) -> tuple[Place, ...]:
    """The towns and sites of this name, most important first, no two of one label; none where a country or region is
    what is meant first.
    """
    bearers = Gazetteer.open().lookup(said)
    if not bearers or bearers[0].kind not in POINTS:
        return ()
    found: dict[str, Place] = {}
    for place in bearers:
        if place.kind in POINTS:
            found.setdefault(label(place), place)
    return tuple(found.values())[:MOST]


def label(place: Place) -> str:
    """How an address names a place: ``Uzhhorod, Zakarpattia, Ukraine``."""
    country = country_name(place.country) if place.country else ""
    return ", ".join(part for part in (place.name, place.region, country) if part)


def labelled(said: str) -> Place | None:
    """The place of a label, ``None`` for what is none."""
    name = said.partition(", ")[0]
    return next((place for place in Gazetteer.open().lookup(name) if label(place) == said), None)


def name(place: Place) -> str:
    """The place with its region and country, in the language that is spoken."""
    region, country = words.region(place), words.country(place.country) if place.country else ""
    return ", ".join(dict.fromkeys(part for part in (words.place_name(place), region, country) if part))


def kilometres(table: pd.DataFrame, place: Place) -> pd.Series[float]:
    """How far each strike at a known place lies from ``place``, in km on the sphere; NaN for every other event."""
    known = table["drawn"] == "dot"
    lat, lon = (np.radians(table[axis].where(known).to_numpy(dtype=float)) for axis in ("lat", "lon"))
    here_lat, here_lon = np.radians([place.lat, place.lon])
    half = np.sin((lat - here_lat) / 2) ** 2 + np.cos(lat) * np.cos(here_lat) * np.sin((lon - here_lon) / 2) ** 2
    return pd.Series(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half.clip(0, 1))), index=table.index)
