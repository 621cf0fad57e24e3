"""The one day of a story that names no other."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.reading.extract.day.dating import is_long, usable
from timeline.reading.extract.sentence.line import Line
from timeline.when import TimeMention, TimexType, When


def only_day(lines: Sequence[Line], published: When | None) -> TimeMention | None:
    """Find the one day, week or month that the lines name, if it has come by publication."""
    named = [t for line in lines for t in line.times if t.type in (TimexType.DATE, TimexType.TIME) and t.when]
    days = {(t.when.first, t.when.last): t for t in reversed(named) if t.when}
    if len(days) != 1:
        return None
    (day,) = days.values()
    return day if usable(day) and not is_long(day.when) and _has_come(day, published) else None


def _has_come(day: TimeMention, published: When | None) -> bool:
    first = day.when.first if day.when else None
    return bool(first and published and published.last and first <= published.last)
