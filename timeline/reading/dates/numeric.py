"""Dates in figures: ISO timestamps, and 05/10/2025 with its two readings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from timeline.reading.dates import numbers, parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.tense import Outlook
from timeline.when import Basis, TimexType

EITHER_ORDER = "day and month could stand in either order, and nothing on the page decides"
_NEAR_DAYS = 3  # another date on the page this close decides between two readings
_MEMORY = 60  # dates before this one that may decide
_FIGURES = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")


def figures_of(found: Found) -> str | None:
    """The date in figures that a phrase holds ("05/10/2025"), ``None`` where there is none."""
    return next((word for word in found.tokens.words[found.first : found.stop] if _FIGURES.fullmatch(word)), None)


def page_order(phrases: Iterable[Found]) -> bool | None:
    """Whether a page writes the day first in its dates in figures; ``None`` where none shows it, or two disagree.

    A date shows it that can be read in one order only (25/02/2026), or falls on the weekday beside it in one only.
    """
    shown: set[bool] = set()
    for found in phrases:
        figures = figures_of(found)
        one, two, year = _pieces(figures) if figures else (0, 0, 0)
        if figures is None or one > _LONGEST_MONTH or one == two:
            continue
        days = {first: day for first, day in _orders(one, two, year, None).items() if _on_weekday(day, found)}
        shown |= set(days) if len(days) == 1 else set()
    return shown.pop() if len(shown) == 1 else None


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
    """05/10/2025: day or month first, as the page decides; else both readings are kept and none is chosen."""
    one, two, year = _pieces(word)
    if one > _LONGEST_MONTH:
        days = {True: day} if (day := _day(one, two, year)) else {}
    else:
        days = _orders(one, two, year, context.today)
    if not days:
        return Reading(TimexType.DATE, "", None, "no such day in the calendar")
    if len(set(days.values())) == 1:
        return _stated(next(iter(days.values())), "only one order of day and month is possible", ())
    chosen, why = _decide(days, "." in word, found, context)
    others = tuple((day, day) for day in days.values() if day != chosen)
    if chosen is None:
        return Reading(TimexType.DATE, "", None, EITHER_ORDER, Basis.STATED, None, None, others)
    return _stated(chosen, why, others)


_LONGEST_MONTH = 31  # a first figure beyond this is a year: 2025/10/04


def _pieces(word: str) -> tuple[int, int, int]:
    one, two, three = (int(piece) for piece in re.split(r"[/.-]", word))
    return one, two, three


def _orders(one: int, two: int, year: int, today: date | None) -> dict[bool, date]:
    """The days that a date in figures can mean, by whether the day stands first."""
    full = year if year > 99 else numbers.two_digit_year(year, today.year if today else None)
    both = {True: _day(full, two, one), False: _day(full, one, two)}
    return {first: day for first, day in both.items() if day is not None}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if periods.FIRST_YEAR <= year <= periods.LAST_YEAR else None
    except ValueError:
        return None


def _on_weekday(day: date, found: Found) -> bool:
    weekday = parts.weekday_of(found)
    return weekday is None or day.isoweekday() == weekday


def _decide(days: dict[bool, date], dotted: bool, found: Found, context: Context) -> tuple[date | None, str]:
    """The reading that something else on the page supports."""
    fitting = [day for day in days.values() if _on_weekday(day, found)]
    if len(fitting) == 1:
        return fitting[0], "the order of day and month that falls on the weekday named"
    if context.day_first is not None:
        return days[context.day_first], "the order of day and month that the page's other dates in figures show"
    if dotted:
        return days[True], "the day stands first where full stops divide"
    for other in context.page[-_MEMORY:]:
        near = [day for day in days.values() if abs((day - other).days) <= _NEAR_DAYS]
        if len(near) == 1:
            return near[0], "the order of day and month that agrees with another date on the page"
    if context.today in days.values():
        return context.today, "the order of day and month that gives the day of publication"
    past = [day for day in days.values() if context.today and day <= context.today]
    if len(past) == 1 and context.outlook(found.first, found.stop) is Outlook.PAST:
        return past[0], "the order of day and month that does not lie after publication"
    return None, ""


def _stated(day: date, rule: str, others: tuple[tuple[date, date], ...]) -> Reading:
    return Reading(TimexType.DATE, day.isoformat(), periods.day(day), rule, Basis.STATED, None, None, others)
