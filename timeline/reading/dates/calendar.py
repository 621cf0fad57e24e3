"""Phrases that name a stretch of the calendar: months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.reading.dates import numbers, parts, periods, units
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.dayphrase import read_day
from timeline.reading.dates.nearest import named_year, nearest_year
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import NO_PUBLICATION, OUT_OF_BOUNDS, Reading, dated, unread, vague
from timeline.reading.dates.tense import Outlook
from timeline.reading.dates.units import parted
from timeline.when import Anchor, AnchorKind, Basis


def read_month_year(found: Found, context: Context) -> Reading | None:
    """Read "August 2025", "early August 2025"."""
    stated = parts.year_of(found, context.today.year if context.today else None)
    if stated is None:
        return unread(OUT_OF_BOUNDS)
    month = periods.month(stated, parts.month_of(found) or 1)
    return parted(found, context, dated(month, "month and year are stated", Basis.STATED))


def read_month(found: Found, context: Context) -> Reading | None:
    """Read "in August", "last August", "August last year", "late August": the year is chosen."""
    number = parts.month_of(found) or 1
    named = named_year(found, context)
    if named is not None:
        reading = dated(periods.month(named[0], number), "month of the year named", Basis.RELATIVE, named[1])
    elif found.word("which") and not (found.word("which") == "that" and context.previous(Grain.YEAR) is None):
        reading = _named_month(context, number, found.word("which"))
    else:
        reading = nearest_year(found, context, lambda y: periods.month(y, number), f"XXXX-{number:02}", "month")
    return parted(found, context, reading)


def _named_month(context: Context, number: int, which: str) -> Reading:
    """A month with a word beside it that says which."""
    before = context.previous(Grain.YEAR)
    pointing = {"that", "same", "following", "previous"} & set(which.split())
    if before and before.first and before.last and (pointing or context.narrative):
        year = before.first.year
        year += which == "the following" and number <= before.last.month
        year += which == "next" and number <= before.last.month
        year -= which in ("the previous", "last") and number >= before.first.month
        anchor = Anchor(AnchorKind.MENTION, before.first, before.last)
        return dated(periods.month(year, number), "month by the date before it", Basis.RELATIVE, anchor)
    base = context.today
    if base is None:
        return unread(NO_PUBLICATION, f"XXXX-{number:02}")
    if which in ("last", "past", "this past"):
        year = base.year if number < base.month else base.year - 1
        rule = "the last one before the month of publication"
    elif which in ("next", "coming", "this coming"):
        year = base.year if number > base.month else base.year + 1
        rule = "the next one after the month of publication"
    else:
        year, rule = base.year, "month of the year of publication"
    return dated(periods.month(year, number), rule, Basis.RELATIVE, context.published())


def read_year(found: Found, context: Context) -> Reading | None:
    """Read "2014", "early 2025", "the year two thousand"."""
    stated = parts.year_of(found, context.today.year if context.today else None)
    if stated is None:
        return None
    return parted(found, context, dated(periods.year(stated), "the year is stated", Basis.STATED))


def read_years(found: Found, context: Context) -> Reading | None:
    """Read "2024-25", "1914-18": from the first year to the last."""
    first = int(found.words("year")[0])
    last = first - first % 100 + int(found.words("end")[0])
    run = periods.span(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}")
    return dated(run, "both years are stated", Basis.STATED)


def read_era(found: Found, context: Context) -> Reading | None:
    """Read "490 BC", "AD 70": years before the calendar's reach have a value and no days."""
    number = int(numbers.digits(found.words("number")[0]) or 0)
    before = parts.first_of(found, "ERA") == "BC"
    month, season = parts.month_of(found), parts.first_of(found, "SEASON")
    part = f"-{month:02}" if month else f"-{season}" if season else ""
    if before:
        return vague(f"BC{number:04}{part}", "before the years that are read")
    if part:
        return vague(f"{number:04}{part}", "before the years that are read")
    if periods.FIRST_YEAR <= number <= periods.LAST_YEAR:
        return dated(periods.year(number), "the year is stated", Basis.STATED)
    return vague(f"{number:04}", "before the years that are read")


def read_season(found: Found, context: Context) -> Reading | None:
    """Read "this summer", "the winter of 1994", "last spring"."""
    code = parts.first_of(found, "SEASON") or parts.first_of(found, "FALL") or "SU"
    stated, which = parts.year_of(found, context.today.year if context.today else None), found.words("which")
    if found.words("year"):
        return (
            parted(found, context, dated(periods.season(stated, code), "season and year are stated", Basis.STATED))
            if stated
            else None
        )
    named = named_year(found, context)
    if named is not None:
        return parted(
            found, context, dated(periods.season(named[0], code), "season of the year named", Basis.RELATIVE, named[1])
        )
    told = _season_told_of(context, code, which)
    if told is not None:
        return parted(found, context, told)
    if context.narrative or context.shared_year(found):
        return nearest_year(found, context, lambda y: periods.season(y, code), f"XXXX-{code}", "season")
    if context.today is None:
        return unread(NO_PUBLICATION, f"XXXX-{code}")
    return parted(found, context, _which_season(found, context, context.today, code, which))


def _season_told_of(context: Context, code: str, which: list[str]) -> Reading | None:
    """Read "that autumn", "the following spring": of the year of the date before it, or the first one after it."""
    pointing = {"that", "following"} & set(which)
    reference = context.reference(Grain.YEAR) if pointing else None
    if reference is None:
        return None
    day, anchor = reference
    if "that" in pointing:
        return dated(periods.season(day.year, code), "season of the year told of", Basis.RELATIVE, anchor)
    around = [periods.season(day.year + step, code) for step in (0, 1)]
    after = next(period for period in around if period.first and (period.first > day or period is around[1]))
    return dated(after, "the one after the date before it", Basis.RELATIVE, anchor)


def _which_season(found: Found, context: Context, today: date, code: str, which: list[str]) -> Reading:
    around = [periods.season(today.year + step, code) for step in (-2, -1, 0, 1)]
    past = [p for p in around if p.last is not None and p.last < today]
    ahead = [p for p in around if p.first is not None and p.first > today]
    now = [p for p in around if p.first is not None and p.last is not None and p.first <= today <= p.last]
    anchor = context.published()
    if {"last", "past"} & set(which):
        return dated(past[-1], "the last one that is over", Basis.RELATIVE, anchor)
    if {"next", "coming"} & set(which):
        return dated(ahead[0], "the next one", Basis.RELATIVE, anchor)
    if now:
        return dated(now[0], "the one that publication falls in", Basis.RELATIVE, anchor)
    if "this" in which:
        same_year = periods.season(today.year, code)
        return dated(same_year, "the one of the year of publication", Basis.RELATIVE, anchor)
    if context.outlook(found.first, found.stop) is Outlook.PAST:
        return dated(past[-1], "the most recent one", Basis.RELATIVE, anchor)
    return dated(ahead[0], "the coming one", Basis.RELATIVE, anchor)


def read_decade(found: Found, context: Context) -> Reading | None:
    """Read "the 1990s", "the '80s", "the nineties"."""
    words = found.words("decade")
    figures = "".join(c for c in words[0] if c.isdigit())
    start = int(figures) if figures else int(parts.first_of(found, "DECADEWORD") or 0)
    near = context.today.year if context.today else None
    start = start if start > 99 else numbers.two_digit_year(start, near)
    if not periods.FIRST_YEAR <= start <= periods.LAST_YEAR - 10:
        return unread(OUT_OF_BOUNDS)
    return parted(found, context, dated(periods.decade(start), "the decade is stated", Basis.STATED))


def read_century(found: Found, context: Context) -> Reading | None:
    """Read "the 20th century"."""
    nth = numbers.ordinal(found.words("nth")) or 0
    if not 11 <= nth <= 21:
        return vague(f"{nth - 1:02}", "before the years that are read") if 1 <= nth <= 10 else None
    return dated(periods.century((nth - 1) * 100), "the century is stated", Basis.STATED)


def read_days(found: Found, context: Context) -> Reading | None:
    """Read "20-21 August", "Oct. 3-5, 2025", "from 3 to 5 May": several days of one month."""
    reading = _days(found, context)
    return replace(reading, through=found.tokens.word(found.first).lower() == "from") if reading else None


def _days(found: Found, context: Context) -> Reading | None:
    month = parts.month_of(found) or 1
    low, high = numbers.ordinal(found.words("low")) or 0, numbers.ordinal(found.words("high")) or 0
    stated = parts.year_of(found, context.today.year if context.today else None)
    if found.words("year"):
        run = _run(stated, month, low, high)
        return dated(run, "the full dates are stated", Basis.STATED) if run else unread("no such days in the calendar")
    if _run(2000, month, low, high) is None:
        return unread("no such days in the calendar")
    return nearest_year(found, context, lambda y: _run(y, month, low, high), f"XXXX-{month:02}", "days and month")


def _run(year: int | None, month: int, low: int, high: int) -> Period | None:
    try:
        return periods.span(date(year or 0, month, low), date(year or 0, month, high)) if low <= high else None
    except ValueError:
        return None


def read_year_end(found: Found, context: Context) -> Reading | None:
    """Read "year-end", "the year's end"."""
    if context.today is None:
        return unread(NO_PUBLICATION)
    return dated(
        periods.year(context.today.year), "the end of the year of publication", Basis.RELATIVE, context.published()
    )


_ORDINALS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
_SIZES = {"W": 7, "D": 1, "WE": 2}  # days


def read_weeks_of_month(found: Found, context: Context) -> Reading | None:
    """Read "the last week of October", "the first two weeks of May 1951": days counted from an end of the month."""
    reading = read_month_year(found, context) if found.words("year") else read_month(found, context)
    unit, words = units.unit_of(found), found.words("count")
    amount = int(numbers.count(words) or 1)
    value = units.duration_value(amount if words or unit != "D" else None, unit)
    month = reading.period if reading else None
    if reading is None or month is None or month.first is None or month.last is None:
        return reading
    if not words and unit in ("D", "WE"):
        return replace(reading, value=value if unit == "D" else reading.value)
    days, step = _SIZES[unit] * amount, _ORDINALS.get(found.word("which"))
    first = month.last - timedelta(days - 1) if step is None else month.first + timedelta(step * _SIZES[unit])
    last = min(first + timedelta(days - 1), month.last)
    return replace(reading, value=value, period=periods.span(first, last), rule=f"{reading.rule}; weeks from its end")


_MIDDLE = 15  # the last day of a month's first half


def read_half_of_month(found: Found, context: Context) -> Reading | None:
    """Read "the second half of March": from the 1st to the 15th, or from the 16th on."""
    reading = read_month_year(found, context) if found.words("year") else read_month(found, context)
    month = reading.period if reading else None
    if reading is None or month is None or month.first is None or month.last is None:
        return reading
    middle = month.first.replace(day=_MIDDLE)
    first, last = (month.first, middle) if found.word("nth") == "first" else (middle + timedelta(1), month.last)
    return replace(reading, period=replace(month, first=first, last=last), rule=f"{reading.rule}; half of it")


def read_week_number(found: Found, context: Context) -> Reading | None:
    """Read "week 32 of 2025", "calendar week 32": Monday to Sunday of that ISO week."""
    number = int(numbers.digits(found.word("number")) or 0)
    stated = parts.year_of(found)
    if stated is not None:
        return _stated_week(stated, number)
    if not 1 <= number <= _LAST_WEEK:
        return unread(_NO_WEEK)
    named = named_year(found, context)
    if named is not None:
        week = _numbered_week(named[0], number)
        return dated(week, "week of the year named", Basis.RELATIVE, named[1]) if week else unread(_NO_WEEK)
    return nearest_year(found, context, lambda y: _numbered_week(y, number), f"XXXX-W{number:02}", "week")


def read_iso_week(found: Found, context: Context) -> Reading | None:
    """Read "2025-W32"."""
    year, number = found.word("code").split("-w")
    return _stated_week(int(year), int(number))


_LAST_WEEK = 53  # ISO 8601: long years have as many
_NO_WEEK = "no such week in the calendar"


def _stated_week(year: int, number: int) -> Reading:
    week = _numbered_week(year, number) if periods.FIRST_YEAR <= year <= periods.LAST_YEAR else None
    return dated(week, "year and week are stated", Basis.STATED) if week else unread(_NO_WEEK)


def _numbered_week(year: int, number: int) -> Period | None:
    try:
        return periods.week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def read_week_of(found: Found, context: Context) -> Reading | None:
    """Read "the week of March 4", "the weekend of 9 March": the one that holds the day."""
    reading = read_day(found, context)
    if reading is None or reading.period is None or reading.period.first is None:
        return reading
    holder = periods.week if found.word("unit") == "week" else periods.weekend
    whole = holder(reading.period.first)
    rule = f"{reading.rule}; the {found.word('unit')} that holds it"
    return replace(reading, value=whole.value, period=whole, rule=rule, alternatives=())


def read_weekday_of_month(found: Found, context: Context) -> Reading | None:
    """Read "the first Monday of April", "the last Friday in May 2024"."""
    reading = read_month_year(found, context) if found.words("year") else read_month(found, context)
    month, weekday = (reading.period if reading else None), parts.weekday_of(found) or 1
    if reading is None or month is None or month.first is None or month.last is None:
        return reading
    nth = _ORDINALS.get(found.word("nth"))
    if nth is None:
        day = periods.weekday_near(month.last, weekday, -1)
    else:
        day = periods.weekday_near(month.first, weekday, 1) + timedelta(7 * nth)
    rule = f"{reading.rule}; the {found.word('nth')} such weekday in it"
    return replace(reading, value=day.isoformat(), period=periods.day(day), rule=rule, alternatives=())
