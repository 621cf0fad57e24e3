"""Stretches of days that end or begin at publication: "the past two days", "for the second day in a row"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.reading.dates import numbers, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import NO_PUBLICATION, OUT_OF_BOUNDS, Reading, dated, unread, vague
from timeline.reading.dates.units import GRAINS, SUB_DAY, duration_value, unit_of
from timeline.when import Basis, TimexType


def read_window(found: Found, context: Context) -> Reading | None:
    """Read "the past two days", "the next three weeks": the days that end on, or begin after, publication."""
    unit, words = unit_of(found), found.words("count")
    amount = numbers.count(words) if words else 1
    value = duration_value(amount, unit)
    ahead = found.word("which") in ("next", "coming", "following")
    if amount is None:
        return vague(value, "how long is not said", TimexType.DURATION)
    if context.narrative:
        return vague(value, "a length of time, not a date", TimexType.DURATION)
    if context.today is None:
        return Reading(TimexType.DATE, value, None, NO_PUBLICATION)
    try:
        period = _window(context.today, amount, unit, ahead)
    except (OverflowError, ValueError):
        return Reading(TimexType.DURATION, value, None, OUT_OF_BOUNDS)
    rule = f"the {' '.join([*words, found.word('unit')])} {'from' if ahead else 'up to'} publication"
    return Reading(TimexType.DATE, value, period, rule, Basis.RELATIVE, context.published())


def _window(today: date, amount: float, unit: str, ahead: bool) -> Period:
    if unit in SUB_DAY:
        days = max(1, round(amount / SUB_DAY[unit]))
        return periods.span(today, today + timedelta(days)) if ahead else periods.span(today - timedelta(days), today)
    if unit == "D":
        days = max(1, int(amount))
        if ahead:
            return periods.span(today + timedelta(1), today + timedelta(days))
        return periods.span(today - timedelta(max(1, days - 1)), today)  # "the past day" began yesterday
    if unit in ("W", "F", "WE"):
        far = today + timedelta((1 if ahead else -1) * int(7 * amount * (2 if unit == "F" else 1)))
    else:
        far = periods.add_months(today, (1 if ahead else -1) * int(amount * _MONTHS_IN[unit]))
    return periods.span(today, far) if ahead else periods.span(far, today)


_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "L": 12000}


def read_row(found: Found, context: Context) -> Reading | None:
    """Read "for the second day in a row": as many days, ending on publication."""
    nth = numbers.ordinal(found.words("nth"))
    if not nth:
        return None
    unit = unit_of(found)
    if context.today is None:
        return unread(NO_PUBLICATION)
    try:
        last = context.today
        first = periods.move(last, -(nth - 1), GRAINS.get(unit, Grain.DAY))
        first = first if unit in ("D", "TNI", "") else periods.holding(first, GRAINS[unit]).first or first
    except (OverflowError, ValueError):
        return unread(OUT_OF_BOUNDS)
    rule, by_day = f"{nth} {found.word('unit')}s, the last of them at publication", unit in ("D", "TNI", "")
    return replace(dated(periods.span(first, last), rule, Basis.RELATIVE, context.published()), through=by_day)
