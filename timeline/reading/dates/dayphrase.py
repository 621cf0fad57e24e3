"""Phrases that name one day: dates, weekdays, today. Used alone and inside times."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.reading.dates import numbers, numeric, parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.feasts import read_feast
from timeline.reading.dates.nearest import in_chosen_year
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import IMPOSSIBLE, NO_PUBLICATION, Reading, dated, unread
from timeline.reading.dates.tense import Outlook
from timeline.reading.dates.weekdays import read_weekday
from timeline.reading.dates.words import listed, sections
from timeline.when import Basis

_NEWS = timedelta(300)  # by then a day's name is used for the event of that year
_LEAP_YEAR = 2000  # has every day that any year has


def read_day(found: Found, context: Context) -> Reading | None:
    """The day that a phrase names, whatever its form."""
    iso = next((w for w in found.tokens.words[found.first : found.stop] if re.match(r"\d{4}-\d\d-\d\d", w)), None)
    if iso:
        return numeric.read_iso(iso)
    figures = numeric.figures_of(found)
    if figures:
        return numeric.read_numeric(figures, found, context)
    if parts.month_of(found):
        return _month_day(found, context)
    if parts.weekday_of(found):
        return read_weekday(found, context)
    if found.words("feast"):
        return read_feast(found, context)
    name = parts.first_of(found, "DAYNAME") or parts.first_of(found, "DAYSAID")
    return _named_day(int(name), context) if name else None


_NAMED_DAYS = {
    -2: "two days before publication", -1: "the day before publication", 0: "the publication day",
    1: "the day after publication", 2: "two days after publication",
}  # fmt: skip


def _named_day(step: int, context: Context) -> Reading:
    rule = _NAMED_DAYS[step]
    if context.today is None:
        return unread(NO_PUBLICATION)
    if context.narrative:
        return unread("a story of the past has no today of its own", "PRESENT_REF")
    return dated(periods.day(context.today + timedelta(step)), rule, Basis.RELATIVE, context.published())


def day_number(found: Found) -> int | None:
    """The day of the month that a phrase names."""
    words = found.words("day")
    return numbers.ordinal(words) if words else None


def _month_day(found: Found, context: Context) -> Reading:
    month, number = parts.month_of(found) or 0, day_number(found) or 0
    if make_day(_LEAP_YEAR, month, number) is None:
        return unread(IMPOSSIBLE)
    named = _name_of_an_event(found, context, f"{month:02}-{number:02}")
    if named is not None:
        return named
    open_value = f"XXXX-{month:02}-{number:02}"
    return in_chosen_year(found, context, lambda year: make_day(year, month, number), open_value, "day and month")


def _name_of_an_event(found: Found, context: Context, day: str) -> Reading | None:
    """Read "the Oct. 7 attack": the day that gave the event its name, once that is no news any more."""
    said = sections("dates_feasts.txt")["NAMES"].values.get(day)
    if said is None or context.tokens.word(found.stop).lower() not in listed("dates_feasts.txt", "NAMED"):
        return None
    if found.words("year") or context.today is None or context.tokens.word(found.first - 1).lower() != "the":
        return None
    event = date.fromisoformat(said)
    if not event < context.today - _NEWS:
        return None
    recent = make_day(context.today.year, event.month, event.day)
    if recent and recent.first and recent.first > context.today:
        recent = make_day(context.today.year - 1, event.month, event.day)
    others = ((recent.first, recent.last),) if recent and recent.first != event else ()
    return dated(periods.day(event), "the day that gave the event its name", Basis.RELATIVE, None, others)


def read_day_of_month(found: Found, context: Context) -> Reading | None:
    """Read "on the 15th": of the month that the text speaks of, else the last 15th before publication, or the next
    where the verb looks ahead.
    """
    number = day_number(found) or 0
    ahead = context.outlook(found.first, found.stop) is Outlook.FUTURE and not context.narrative
    reference = None if ahead else context.reference(Grain.MONTH)
    if reference is not None:
        exact = make_day(reference[0].year, reference[0].month, number)
        return dated(exact, "in the month of the date before it", Basis.RELATIVE, reference[1]) if exact else None
    if context.today is None:
        return unread(NO_PUBLICATION, f"XXXX-XX-{number:02}")
    months = [periods.add_months(context.today.replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    days = [day for m in months if (day := make_day(m.year, m.month, number)) and day.first]
    if ahead:
        chosen = next((d for d in days if d.first and d.first >= context.today), None)
    else:
        chosen = next((d for d in reversed(days) if d.first and d.first <= context.today), None)
    rule = "the next such day, since the verb looks ahead" if ahead else "the last such day"
    return dated(chosen, rule, Basis.RELATIVE, context.published()) if chosen else unread(IMPOSSIBLE)


def make_day(year_no: int, month_no: int, day_no: int) -> Period | None:
    """One day, ``None`` when the calendar has no such day."""
    try:
        return periods.day(date(year_no, month_no, day_no))
    except ValueError:
        return None
