"""Fiscal years and quarters. Whose year it is, and so where it begins, a text hardly ever says: they are found and
named, and have days only where the text bounds them ("the fiscal year ended March 31").
"""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.reading.dates import numbers, parts, periods, units
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.nearest import nearest_year
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import Reading
from timeline.when import Granularity, TimexType

_UNBOUNDED = "a fiscal year is not the calendar's, and the text does not say where it begins"
_BOUNDED = "its days are counted from the date after it"
_CODE = re.compile(r"(?:([qh])([1-4])|([1-4])([qh]))?\s*fy\s*['’]?(\d{2,4})(?:[/–-](\d{2,4}))?")
_NO_YEAR = "XXXX"
_UNITS = {"": Granularity.FISCAL_YEAR, "H": Granularity.FISCAL_HALF, "Q": Granularity.FISCAL_QUARTER}


def read_fiscal(found: Found, context: Context) -> Reading | None:
    """Read "fiscal 2025", "FY2024/25", "last financial year", "the third quarter of fiscal 2025", "Q3 FY25".

    The value names it by its own year, as annotators of TIMEX3 do ("2025-Q3"); that it is no quarter of the calendar
    is told by its unit, and by its having no days.
    """
    part = _part(found)
    years = _years(found, context) or [_nearest(found, context, part)]
    value = "/".join(f"{year}{part}" for year in years)
    unit = _UNITS[part[1:2]]
    bounds = None if part else bounded(found, context, 1, "Y")
    if bounds is not None:
        run, date = bounds
        return Reading(TimexType.DATE, value, run, f"{_BOUNDED}: {date.rule}", date.basis, date.anchor, unit=unit)
    return Reading(TimexType.DATE, value, None, _UNBOUNDED, unit=unit)


def _years(found: Found, context: Context) -> list[str]:
    """The years that name it: one, or two ("2024-25"); none where none is said."""
    near = context.today.year if context.today else None
    code = _CODE.search(found.word("code"))
    said = [code[5], code[6]] if code else [found.word("year"), found.word("end")]
    digits = [word for word in said if word]
    return [word if len(word) > 2 else str(numbers.two_digit_year(int(word), near)) for word in digits]


def _nearest(found: Found, context: Context, part: str) -> str:
    """The year that a quarter is named by where none is said, as if it were the calendar's: it has no days anyhow."""
    if not part.startswith("-Q"):
        return _NO_YEAR
    nth = int(part[-1])
    return nearest_year(found, context, lambda year: periods.quarter(year, nth), _NO_YEAR, "quarter").value[:4]


def _part(found: Found) -> str:
    """The quarter or half of it as the end of a value: "-Q3", "" for the whole year."""
    code = _CODE.search(found.word("code"))
    if code and (code[2] or code[3]):
        return f"-{(code[1] or code[4]).upper()}{code[2] or code[3]}"
    quarter, half = parts.first_of(found, "QUARTERCODE"), parts.first_of(found, "HALFCODE")
    if quarter or half:
        return f"-Q{quarter}" if quarter else f"-H{half}"
    if not found.words("nth"):
        return ""
    letter, top = ("H", 2) if found.word("half") else ("Q", 4)
    nth = top if found.word("nth") == "last" else numbers.ordinal(found.words("nth"))
    return f"-{letter}{nth}"


_BETWEEN = frozenset({"that", "which", "on", ","})
_ENDING, _BEGINNING = frozenset({"ended", "ending", "ends"}), frozenset({"beginning", "starting", "began", "begins"})
_UP_TO = frozenset({"to", "through"})
_GAP = 4  # tokens between a length and the date that bounds it
_MONTHS = {"M": 1, "Q": 3, "Y": 12}


def read_bounded(found: Found, context: Context) -> Reading | None:
    """Read a length of time: "the year ended May 31" with the days that the date after it bounds, else without."""
    length = units.read_duration(found, context)
    if length is None or length.type is not TimexType.DURATION:
        return length
    words = found.words("count")
    amount = numbers.count(words) if words else 1
    bounds = bounded(found, context, int(amount or 0), units.unit_of(found))
    if bounds is None:
        return length
    run, date = bounds
    return Reading(length.type, length.value, run, f"{_BOUNDED}: {date.rule}", date.basis, date.anchor)


def bounded(found: Found, context: Context, amount: int, unit: str) -> tuple[Period, Reading] | None:
    """The days of "the year ended May 31", "the three months to June 2025", with the reading of the date that bounds
    them; ``None`` where no date right after the phrase does.
    """
    event = context.upcoming
    if event is None or not amount or not 0 < event.first - found.stop <= _GAP:
        return None
    between = [word.lower() for word in found.tokens.words[found.stop : event.first]]
    if between[0] == "of":
        return _end_of(found, context, amount, unit) if len(between) <= len(("of", "the")) else None
    verb = next((word for word in between if word not in _BETWEEN), "")
    definite = found.tokens.words[found.first].lower() == "the"
    if verb not in _ENDING | _BEGINNING | (_UP_TO if definite else frozenset()) or len(set(between) - _BETWEEN) > 1:
        return None
    date = event.rule.read(event, context)
    if date is None or date.period is None or date.period.grain not in (Grain.DAY, Grain.MONTH):
        return None
    run = _run(date.period, amount, unit, verb in _BEGINNING)
    return (run, date) if run else None


def _end_of(found: Found, context: Context, amount: int, unit: str) -> tuple[Period, Reading] | None:
    """The days of "the first nine months of 2025", "the last two weeks of March"."""
    which = {*found.lowers, found.tokens.word(found.first - 1).lower()}
    onward = bool({"first", "opening"} & which)
    whole = context.upcoming.rule.read(context.upcoming, context) if context.upcoming else None
    if whole is None or whole.period is None or not (onward or {"last", "final", "closing"} & which):
        return None
    run = _run(whole.period, amount, unit, onward)
    return (run, whole) if run else None


def _run(date: Period, amount: int, unit: str, onward: bool) -> Period | None:
    if date.first is None or date.last is None or (unit not in _MONTHS and unit not in ("D", "W")):
        return None
    months, days = _MONTHS.get(unit, 0) * amount, timedelta({"D": 1, "W": 7}.get(unit, 0) * amount)
    if onward:
        return periods.span(date.first, periods.add_months(date.first, months) + days - timedelta(1))
    return periods.span(periods.add_months(date.last + timedelta(1), -months) - days, date.last)
