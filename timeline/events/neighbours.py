"""Which events a report could be about at all, by time and place, so that nobody has to compare all pairs.

An event is filed under every day of its anchor (or as long, when there are too many) and under where it lies: a town
under a cube of the globe, its region and its country, an area under its country, an accusation under the accused.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import product

from geo.place import EARTH_RADIUS_KM, Place, PlaceKind
from timeline.event import Kind, Report
from timeline.events.agreement import LATE_NEWS, PUBLICATION_LAG, accused_of
from timeline.when import Basis

_CELL_KM = 60.0  # more than the radii of two towns together, so that towns which could be one lie in cubes that touch
_LONGEST_BY_DAY = 62  # days; what is longer is filed once, as long
_Where = tuple[object, ...]


class Neighbours:
    """Anchors by kind, place and day; ``of`` gives the number of every anchor that a report could join."""

    def __init__(self) -> None:
        self._by_day: dict[tuple[_Where, int], list[int]] = defaultdict(list)
        self._long: dict[_Where, list[int]] = defaultdict(list)
        self._all: dict[_Where, list[int]] = defaultdict(list)

    def add(self, number: int, anchor: Report) -> None:
        """File an anchor under its places and days; an open or unknown date is filed nowhere, for nothing joins it."""
        days = _days(anchor, PUBLICATION_LAG)
        for where in _filed_under(anchor) if days else ():
            self._all[where].append(number)
            if len(days) > _LONGEST_BY_DAY:
                self._long[where].append(number)
            else:
                for day in days:
                    self._by_day[where, day].append(number)

    def of(self, report: Report) -> list[int]:
        """Give the numbers of the anchors that share a day and a place with the report, in the order of filing."""
        days = _days(report, LATE_NEWS if _is_undated(report) else PUBLICATION_LAG)
        found: set[int] = set()
        for where in _looked_up(report) if days else ():
            if len(days) > _LONGEST_BY_DAY:
                found.update(self._all[where])
            else:
                found.update(self._long[where])
                for day in days:
                    found.update(self._by_day.get((where, day), ()))
        return sorted(found)


def _is_undated(report: Report) -> bool:
    return report.when is not None and report.when.basis is Basis.PUBLISHED


def _days(report: Report, lag: timedelta) -> range:
    when = report.when
    if when is None or when.first is None or when.last is None:
        return range(0)
    return range((when.first - lag).toordinal(), (when.last + timedelta(days=1)).toordinal() + 1)


def _filed_under(report: Report) -> Iterable[_Where]:
    if report.kind is Kind.ACCUSATION:
        return [(report.kind, accused_of(report))]
    place = report.place
    return _filed_place(place) if place else ()


def _filed_place(place: Place) -> Iterator[_Where]:
    yield ("world",)
    yield "country", place.country
    yield "region", place.region_code
    if _is_point(place):
        yield "cell", *_cell(place)
    else:
        yield "area", place.country, place.region_code if place.kind is PlaceKind.REGION else None


def _looked_up(report: Report) -> Iterable[_Where]:
    if report.kind is Kind.ACCUSATION:
        return _filed_under(report)
    place = report.place
    return _looked_up_place(place) if place else ()


def _looked_up_place(place: Place) -> Iterator[_Where]:
    if place.kind is PlaceKind.COUNTRY:
        yield "country", place.country
    elif place.kind is PlaceKind.REGION:
        yield "region", place.region_code
        yield "area", place.country, None
        yield "area", None, None
    elif _is_point(place):
        for cell in product(*((n - 1, n, n + 1) for n in _cell(place))):
            yield "cell", *cell
        yield "area", place.country, place.region_code
        yield "area", place.country, None
        yield "area", None, None
    else:
        yield ("world",)


def _is_point(place: Place) -> bool:
    return place.kind in (PlaceKind.CITY, PlaceKind.SITE) and place.radius_km < _CELL_KM / 2


def _cell(place: Place) -> tuple[int, int, int]:
    """Give the cube of the globe in which a point lies; so neither pole nor date line is special."""
    lat, lon = math.radians(place.lat), math.radians(place.lon)
    scale = EARTH_RADIUS_KM / _CELL_KM
    x, y, z = math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
    return math.floor(x * scale), math.floor(y * scale), math.floor(z * scale)
