"""Names that the gazetteer lacks, asked of Nominatim by way of geopy: off unless the user turns it on.

Only names are sent, never sentences; at most one request a second; every answer is remembered on disk, so that no name
is asked twice.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from geo.place import GeocoderUnavailable, Place, PlaceError, PlaceKind

USER_AGENT = "dateline-news-timeline/0.1 (opt-in place lookup)"
SECONDS_BETWEEN = 1.0  # Nominatim's usage policy
TIMEOUT_S = 10.0
MAX_NAME = 100  # characters; a name, not a text
MAX_ANSWERS = 5
_KINDS = {
    "country": PlaceKind.COUNTRY,
    "state": PlaceKind.REGION,
    "county": PlaceKind.DISTRICT,
    **dict.fromkeys(("city", "town", "village", "hamlet", "suburb", "municipality"), PlaceKind.CITY),
}


class Service(Protocol):
    """What we ask of geopy's Nominatim."""

    def geocode(self, query: str, **options: Any) -> Any:
        """The service's locations, each with ``latitude``, ``longitude`` and ``raw``."""


class OnlineGeocoder:
    """Nominatim as a ``Geocoder``; ``memory`` is the file where answers are kept."""

    def __init__(
        self,
        memory: Path,
        service: Service | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """``service`` is geopy's Nominatim under our own user agent unless another is given."""
        self._memory, self._service, self._clock, self._sleep = memory, service or _nominatim(), clock, sleep
        self._asked_at = -math.inf
        self._known: dict[str, list[dict[str, Any]]] = json.loads(memory.read_text("utf-8")) if memory.exists() else {}

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place of that name that the service knows; empty for what is no name.

        Raises ``GeocoderUnavailable`` when the service does not answer.
        """
        key = " ".join(name.split())
        if not key or len(key) > MAX_NAME:
            return ()
        if key not in self._known:
            self._known[key] = self._ask(key)
            self._memory.write_text(json.dumps(self._known, ensure_ascii=False), "utf-8")
        return tuple(place for row in self._known[key] if (place := _place(row)) is not None)

    def _ask(self, name: str) -> list[dict[str, Any]]:
        self._sleep(max(0.0, self._asked_at + SECONDS_BETWEEN - self._clock()))
        self._asked_at = self._clock()
        try:
            found = self._service.geocode(
                name, exactly_one=False, limit=MAX_ANSWERS, addressdetails=True, language="en"
            )
        except Exception as error:
            raise GeocoderUnavailable(f"the online place lookup did not answer for {name!r}: {error}") from error
        answers = (found or [])[:MAX_ANSWERS]
        rows = [{**answer.raw, "lat": answer.latitude, "lon": answer.longitude} for answer in answers]
        return [row for row in rows if _place(row) is not None]


def _nominatim() -> Service:
    from geopy.geocoders import Nominatim  # imported only when the user turns the lookup on

    service: Service = Nominatim(user_agent=USER_AGENT, timeout=TIMEOUT_S)
    return service


def _place(row: dict[str, Any]) -> Place | None:
    """The service's answer as a place; ``None`` where its coordinates or extent are impossible."""
    address = row.get("address") or {}
    kind = _KINDS.get(str(row.get("addresstype", "")), PlaceKind.SITE)
    country = str(address.get("country_code", "")).upper() or None
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
        south, north = (float(edge) for edge in (row.get("boundingbox") or [lat, lat])[:2])
        name = str(row.get("name") or row["display_name"])
        reach = max(1.0, (north - south) / 2 * 111.2)
        return Place(0, name, kind, country, address.get("state"), None, lat, lon, reach)
    except (KeyError, TypeError, ValueError, PlaceError):
        return None
