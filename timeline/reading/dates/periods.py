"""Calendar arithmetic: periods of days with the TIMEX3 value that names them. No text, no guesses."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIRST_YEAR = 1000  # a stated year outside these is not read as one
LAST_YEAR = 2199
EARLIEST = 1800  # arithmetic stays between this year ...
HORIZON_YEARS = 20  # ... and the publication year plus these

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, meteorological, northern hemisphere
_MONTHS = 12
_SATURDAY = 6


class Grain(StrEnum):
    """The size of a period: what "the next one" of it would be."""

    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    HALF = "H"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day (inclusive; an open end is ``None``), grain, and TIMEX3 value."""

    first: date | None
    last: date | None
    grain: Grain
    value: str


def day(when: date) -> Period:
    """One day."""
    return Period(when, when, Grain.DAY, when.isoformat())


def week(when: date) -> Period:
    """The ISO week (Monday to Sunday) that holds a day."""
    year_no, week_no, weekday = when.isocalendar()
    monday = when - timedelta(weekday - 1)
    return Period(monday, monday + timedelta(6), Grain.WEEK, f"{year_no:04}-W{week_no:02}")


def weekend(when: date) -> Period:
    """The Saturday and Sunday of a day's ISO week."""
    year_no, week_no, weekday = when.isocalendar()
    saturday = when + timedelta(_SATURDAY - weekday)
    return Period(saturday, saturday + timedelta(1), Grain.WEEKEND, f"{year_no:04}-W{week_no:02}-WE")


def month(year_no: int, month_no: int) -> Period:
    """A calendar month."""
    last = date(year_no, month_no, monthrange(year_no, month_no)[1])
    return Period(last.replace(day=1), last, Grain.MONTH, f"{year_no:04}-{month_no:02}")


def _months(year_no: int, first_month: int, count: int, grain: Grain, value: str) -> Period:
    index = year_no * _MONTHS + first_month - 1 + count - 1
    end = month(index // _MONTHS, index % _MONTHS + 1)
    return Period(date(year_no, first_month, 1), end.last, grain, value)


def quarter(year_no: int, quarter_no: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return _months(year_no, 3 * quarter_no - 2, 3, Grain.QUARTER, f"{year_no:04}-Q{quarter_no}")


def half(year_no: int, half_no: int) -> Period:
    """A half year, 1 or 2."""
    return _months(year_no, 6 * half_no - 5, 6, Grain.HALF, f"{year_no:04}-H{half_no}")


def season(year_no: int, code: str) -> Period:
    """A meteorological season of the north: SP, SU, FA or WI; winter runs into the year after."""
    return _months(year_no, SEASONS[code], 3, Grain.SEASON, f"{year_no:04}-{code}")


def year(year_no: int) -> Period:
    """A calendar year."""
    return Period(date(year_no, 1, 1), date(year_no, 12, 31), Grain.YEAR, f"{year_no:04}")


def decade(year_no: int) -> Period:
    """The ten years that share a year's first three digits."""
    start = year_no // 10 * 10
    return Period(date(start, 1, 1), date(start + 9, 12, 31), Grain.DECADE, f"{start // 10:03}")


def century(year_no: int) -> Period:
    """The hundred years that share a year's first two digits."""
    start = year_no // 100 * 100
    return Period(date(start, 1, 1), date(start + 99, 12, 31), Grain.CENTURY, f"{start // 100:02}")


def span(first: date | None, last: date | None, value: str = "") -> Period:
    """Any run of days; the value is ISO 8601's ``first/last`` unless another is given."""
    named = f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"
    return Period(first, last, Grain.SPAN, value or named)


def add_months(when: date, count: int) -> date:
    """The same day of the month ``count`` months on, or that month's last day."""
    index = when.year * _MONTHS + when.month - 1 + count
    year_no, month_no = index // _MONTHS, index % _MONTHS + 1
    return date(year_no, month_no, min(when.day, monthrange(year_no, month_no)[1]))


def season_of(when: date) -> tuple[int, str]:
    """The season that holds a day, as (year it is named by, code)."""
    if when.month in (1, 2):
        return when.year - 1, "WI"
    return when.year, ("SP", "SU", "FA", "WI")[when.month // 3 - 1]


_MAKERS: dict[Grain, Callable[[date], Period]] = {
    Grain.WEEK: week,
    Grain.WEEKEND: weekend,
    Grain.MONTH: lambda d: month(d.year, d.month),
    Grain.QUARTER: lambda d: quarter(d.year, (d.month + 2) // 3),
    Grain.SEASON: lambda d: season(*season_of(d)),
    Grain.HALF: lambda d: half(d.year, (d.month + 5) // 6),
    Grain.YEAR: lambda d: year(d.year),
    Grain.DECADE: lambda d: decade(d.year),
    Grain.CENTURY: lambda d: century(d.year),
}


def holding(when: date, grain: Grain) -> Period:
    """The period of a grain that holds a day. A span has no grain: the day itself."""
    return _MAKERS.get(grain, day)(when)


_STEP_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}
_STEP_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 12,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}


def move(when: date, count: int, grain: Grain) -> date:
    """A day moved by ``count`` steps of a grain. Raises ``ValueError`` or ``OverflowError`` off the calendar."""
    if grain in _STEP_DAYS:
        return when + timedelta(count * _STEP_DAYS[grain])
    return add_months(when, count * _STEP_MONTHS.get(grain, 0))


def shifted(when: date, count: int, grain: Grain) -> Period:
    """The period of a grain that lies ``count`` steps from the one that holds a day."""
    if grain is Grain.MONTH or grain in (Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY):
        when = when.replace(day=1)
    return holding(move(when, count, grain), grain)


def weekday_near(anchor: date, weekday: int, step: int) -> date:
    """The nearest ISO weekday at or before (step -1) or at or after (step 1) a day."""
    gap = (anchor.isoweekday() - weekday) % 7 if step < 0 else (weekday - anchor.isoweekday()) % 7
    return anchor + timedelta(gap if step > 0 else -gap)


def hull(one: Period, other: Period) -> Period:
    """The shortest run of days that holds both; open where either is open."""
    first = None if one.first is None or other.first is None else min(one.first, other.first)
    last = None if one.last is None or other.last is None else max(one.last, other.last)
    return span(first, last)
