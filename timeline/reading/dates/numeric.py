"""Dates in figures: ISO timestamps, and 05/10/2025 with its two readings."""

from __future__ import annotations

import re
from datetime import date

from timeline.reading.dates import numbers, parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.tense import Outlook
from timeline.when import Basis, TimexType

EITHER_ORDER = "day and month could stand in either order: both are kept"
_NEAR_DAYS = 3  # another date on the page this close decides between two readings
_MEMORY = 60  # dates before this one that may decide


def read_iso(word: str) -> Reading:
    """Read "2025-08-14" or "2025-08-14T23:40:00Z": the day in the zone that is written."""
    day_word, clock = word[:10], word[11:].replace(",", ".")
    try:
        found = date.fromisoformat(day_word)
    except ValueError:
        return Reading(TimexType.DATE, "", None, "no such day in the calendar")
    if not periods.FIRST_YEAR <= found.year <= periods.LAST_YEAR:
        return Reading(TimexType.DATE, "", None, "outside the years that are read")
    if not clock:
        return Reading(TimexType.DATE, day_word, periods.day(found), "the full date is stated", Basis.STATED)
    return Reading(
        TimexType.TIME, f"{day_word}T{clock}", periods.day(found), "the full date and time are stated", Basis.STATED,
        None, f"T{clock}",
    )  # fmt: skip


def read_numeric(word: str, found: Found, context: Context) -> Reading:
    """05/10/2025: day or month first, as the page's own dates decide; both readings are kept where they do not."""
    readings = possible(word, context.today)
    if not readings:
        return Reading(TimexType.DATE, "", None, "no such day in the calendar")
    if len(readings) == 1:
        return _stated(readings[0], "only one order of day and month is possible", ())
    chosen, why = _decide(readings, found, context)
    others = tuple((day, day) for day in readings if day != chosen)
    if chosen is None:
        both = periods.span(min(readings), max(readings))
        return Reading(
            TimexType.DATE, "", both, EITHER_ORDER, Basis.STATED, None, None, tuple((d, d) for d in readings)
        )
    return _stated(chosen, why, others)


def possible(word: str, today: date | None) -> list[date]:
    """The days that a date in figures can mean: day first, then month first."""
    one, two, three = (int(piece) for piece in re.split(r"[/.-]", word))
    if len(word.split(word.strip("0123456789")[0])[0]) > 2:
        return _days([(one, two, three)])
    year = three if three > 99 else numbers.two_digit_year(three, today.year if today else None)
    orders = [(year, two, one), (year, one, two)]
    return _days(orders[:1] if one == two else orders)


def _days(triples: list[tuple[int, int, int]]) -> list[date]:
    days = []
    for year, month, day in triples:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return [d for d in days if periods.FIRST_YEAR <= d.year <= periods.LAST_YEAR]


def _decide(readings: list[date], found: Found, context: Context) -> tuple[date | None, str]:
    """The reading that something else on the page supports."""
    weekday = parts.weekday_of(found)
    fitting = [d for d in readings if d.isoweekday() == weekday]
    if len(fitting) == 1:
        return fitting[0], "the order of day and month that falls on the weekday named"
    for other in [*reversed(context.page[-_MEMORY:]), context.today]:
        near = [d for d in readings if other and abs((d - other).days) <= _NEAR_DAYS]
        if len(near) == 1:
            return near[0], "the order of day and month that agrees with another date on the page"
    past = [d for d in readings if context.today and d <= context.today]
    if len(past) == 1 and context.outlook(found.first, found.stop) is Outlook.PAST:
        return past[0], "the order of day and month that does not lie after publication"
    return None, ""


def _stated(day: date, rule: str, others: tuple[tuple[date, date], ...]) -> Reading:
    return Reading(TimexType.DATE, day.isoformat(), periods.day(day), rule, Basis.STATED, None, None, others)
