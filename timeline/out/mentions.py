"""Time and place mentions as plain rows, for pipelines."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from geo.place import Cue, Place, PlaceKind, PlaceMention
from timeline.reading.words import phrases, table
from timeline.when import TimeMention

Row = dict[str, object]


def time_row(mention: TimeMention) -> Row:
    """Span, TIMEX3 type and value, and where both ends are known ``interval``: first day, day after the last."""
    row: Row = {"start": mention.start, "end": mention.end, "type": mention.type.value, "value": mention.value}
    if mention.when is not None and mention.when.first is not None and mention.when.last is not None:
        after = mention.when.last + timedelta(days=1)
        row["interval"] = [mention.when.first.isoformat(), after.isoformat()]
    return row


def place_row(mention: PlaceMention, text: str) -> Row:
    """Span, point in degrees, GeoNames id, kind and role; nothing but the span and the role where no place was chosen.

    A place that GeoNames lacks has a point and no id.
    """
    place = mention.place
    return {
        "start": mention.start,
        "end": mention.end,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": place.geonameid or None if place else None,
        "kind": place.kind.value if place else None,
        "role": role(mention, text),
    }


def role(mention: PlaceMention, text: str) -> str:
    """``actor`` for a state that does or is done to, or that owns the body that does; ``dateline``; else ``place``."""
    if mention.cue is Cue.DATELINE:
        return "dateline"
    if mention.place is None or not _is_state(mention.place):
        return "place"
    if mention.cue is Cue.OWNER:
        return "actor" if _body().match(text, mention.end) else "place"
    return "actor" if mention.cue in (Cue.SUBJECT, Cue.OBJECT) else "place"


@cache
def _body() -> re.Pattern[str]:
    """Words after "Ukraine" that make it the state: "'s foreign intelligence service"."""
    bodies = "|".join(re.escape(word) for word in (*phrases("bodies"), *phrases("forces"), *phrases("titles")))
    return re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,2}}?(?:{bodies})\b", re.IGNORECASE)


def _is_state(place: Place) -> bool:
    return place.kind is PlaceKind.COUNTRY or (place.country, place.name) in _capitals()


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((row["country"], row["capital"]) for row in table("capitals"))
