"""Time and place mentions as plain rows, for pipelines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from geo.place import PlaceMention
from timeline.out.place_roles import roles
from timeline.when import TimeMention

Row = dict[str, object]


def time_row(mention: TimeMention) -> Row:
    """Span, TIMEX3 type and value; ``interval`` where both ends are known: first day, day after the last.

    ``granularity``, ``mod`` (TIMEX3) and ``alternatives``, the other readings, where there are any.
    """
    row: Row = {"start": mention.start, "end": mention.end, "type": mention.type.value, "value": mention.value}
    if mention.when is not None and mention.when.first is not None and mention.when.last is not None:
        row["interval"] = _half_open(mention.when.first, mention.when.last)
    if mention.granularity is not None:
        row["granularity"] = mention.granularity.value
    if mention.modifier is not None:
        row["mod"] = mention.modifier.value
    others = [_half_open(first, last) for first, last in mention.alternatives if first and last]
    if others:
        row["alternatives"] = others
    return row


def _half_open(first: date, last: date) -> list[str]:
    return [first.isoformat(), (last + timedelta(days=1)).isoformat()]


def place_rows(mentions: Sequence[PlaceMention], text: str) -> list[Row]:
    """A row for each mention, in order: span, point in degrees, GeoNames id, kind and role.

    Nothing but the span and the role where no place was chosen; a place that GeoNames lacks has a point and no id.
    """
    return [_place_row(mention, said) for mention, said in zip(mentions, roles(mentions, text), strict=True)]


def _place_row(mention: PlaceMention, role: str) -> Row:
    place = mention.place
    return {
        "start": mention.start,
        "end": mention.end,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": place.geonameid or None if place else None,
        "kind": place.kind.value if place else None,
        "role": role,
    }
