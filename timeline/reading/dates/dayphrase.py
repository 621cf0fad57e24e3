"""Phrases that name one day: dates, weekdays, today. Used alone and inside times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline.reading.dates import numbers, numeric, parts, periods
from timeline.reading.dates.context import Context
from timeline.reading.dates.grammar import Found
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.story import opens_sentence
from timeline.reading.dates.tense import Outlook
from timeline.reading.dates.words import sections
from timeline.when import Anchor, AnchorKind, Basis, TimexType

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_PUBLICATION = "needs a publication date, and none is known"
IMPOSSIBLE = "no such day in the calendar"
OUT_OF_BOUNDS = "outside the years that are read"


def dated(
    period: Period | None,
    rule: str,
    basis: Basis,
    anchor: Anchor | None = None,
    alternatives: tuple[tuple[date | None, date | None], ...] = (),
) -> Reading:
    """A reading of type DATE with the period's own value."""
    return Reading(TimexType.DATE, period.value if period else "", period, rule, basis, anchor, None, alternatives)


def unread(rule: str, value: str = "") -> Reading:
    """A date phrase that could not be resolved."""
    return Reading(TimexType.DATE, value, None, rule)


def read_day(found: Found, context: Context) -> Reading | None:
    """The day that a phrase names, whatever its form."""
    iso, plain = _token(found, r"\d{4}-\d\d-\d\d.*"), _token(found, r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
    if iso:
        return numeric.read_iso(iso)
    if plain:
        return numeric.read_numeric(plain, found, context)
    if parts.month_of(found):
        return _month_day(found, context)
    if parts.weekday_of(found):
        return _weekday(found, context)
    if found.words("feast"):
        return _holiday(found, context)
    name = parts.first_of(found, "DAYNAME") or parts.first_of(found, "DAYSAID")
    return _named_day(int(name), context) if name else None


def _token(found: Found, shape: str) -> str | None:
    return next((w for w in found.tokens.words[found.first : found.stop] if re.fullmatch(shape, w)), None)


def _named_day(step: int, context: Context) -> Reading:
    rule = {0: "the publication day", -1: "the day before publication", 1: "the day after publication"}[step]
    if context.today is None:
        return unread(NO_PUBLICATION)
    if context.narrative:
        return unread("a story of the past has no today of its own", "PRESENT_REF")
    return dated(periods.day(context.today + timedelta(step)), rule, Basis.RELATIVE, context.published())


def day_number(found: Found) -> int | None:
    """The day of the month that a phrase names."""
    words = found.words("day")
    return numbers.ordinal(words) if words else None


def _holiday(found: Found, context: Context) -> Reading:
    month, number = (int(p) for p in _feast_day(found.words("feast")).split("-"))
    return day_of_year(found, context, month, number)


def _feast_day(words: list[str]) -> str:
    return sections("dates_feasts.txt")["FIXED"].values[" ".join(w for w in words if w[0].isalpha())]


def _month_day(found: Found, context: Context) -> Reading:
    return day_of_year(found, context, parts.month_of(found) or 0, day_number(found) or 0)


def day_of_year(found: Found, context: Context, month: int, number: int) -> Reading:
    """A day of a month, in the year that is stated, named, shared with the next date, or chosen."""
    stated = parts.year_of(found, context.today.year if context.today else None)
    if found.words("year") and stated is None:
        return unread(OUT_OF_BOUNDS)
    if stated is not None:
        exact = make_day(stated, month, number)
        return dated(exact, "the full date is stated", Basis.STATED) if exact else unread(IMPOSSIBLE)
    if make_day(2000, month, number) is None:
        return unread(IMPOSSIBLE)
    named = named_year(found, context)
    if named is not None:
        exact = make_day(named[0], month, number)
        return dated(exact, "day and month of the year named", Basis.RELATIVE, named[1]) if exact else unread(IMPOSSIBLE)
    return nearest_year(
        found, context, lambda y: make_day(y, month, number), f"XXXX-{month:02}-{number:02}", "day and month"
    )


def named_year(found: Found, context: Context) -> tuple[int, Anchor | None] | None:
    """The year that "of last year" or "of that year" names, with its anchor."""
    step = parts.year_step(found)
    if step is None:
        return None
    reference = context.reference(Grain.YEAR) if parts.year_is_anaphoric(found) else None
    if reference is not None:
        return reference[0].year + step, reference[1]
    return (context.today.year + step, context.published()) if context.today else None


def make_day(year_no: int, month_no: int, day_no: int) -> Period | None:
    """One day, ``None`` when the calendar has no such day."""
    try:
        return periods.day(date(year_no, month_no, day_no))
    except ValueError:
        return None


def nearest_year(found: Found, context: Context, make: YearMaker, unresolved: str, what: str) -> Reading:
    """Choose the year of a date that was said without one.

    In a story the year of the date before it; else by nearness to publication, then by the verb's outlook.
    """
    shared = context.shared_year(found)
    if shared is not None and (period := make(shared)) is not None:
        return dated(period, f"{what}: in the year stated right after it", Basis.STATED)
    if context.clock is not None and (context.narrative or opens_sentence(found)):
        return _after(context.clock, make, what)
    if context.narrative:
        return unread("a story of the past, and no date before it", unresolved)
    today = context.today
    if today is None:
        return unread(NO_PUBLICATION, unresolved)
    weekday = parts.weekday_of(found)
    candidates = _years_around(make, today, _LEAP_GAP if weekday else 1)
    fitting = [p for p in candidates if weekday and p.first and p.first.isoweekday() == weekday]
    if fitting:
        best = min(fitting, key=lambda p: abs(((p.first or today) - today).days))
        return dated(best, f"{what}: the nearest year in which it is that weekday", Basis.RELATIVE, context.published())
    back = [p for p in candidates if p.first and p.first <= today][-1]
    ahead = [p for p in candidates if p.first and p.first > today][0]
    chosen, why = _side(found, context, back, ahead)
    other = ahead if chosen is back else back
    unsure = why.startswith("the nearest")
    return dated(
        chosen, f"{what}: {why}", Basis.RELATIVE, context.published(), ((other.first, other.last),) if unsure else ()
    )


def _years_around(make: YearMaker, today: date, reach: int) -> list[Period]:
    """The date in each year around publication; eight years on either side where a leap day leaves gaps."""
    found = [p for y in range(today.year - reach, today.year + reach + 1) if (p := make(y)) is not None]
    return found if len(found) > 2 * reach or reach == _LEAP_GAP else _years_around(make, today, _LEAP_GAP)


YearMaker = Callable[[int], Period | None]
_LEAP_GAP = 8  # years: the longest gap between two leap days
_JUST_PAST = 45  # days: a date so little back is meant even where the verb looks ahead ("was to end on 3 May")
_IMMINENT = 14  # days: a day so near ahead is meant whatever verb stands further off
_JUST_AHEAD = 120  # days: a date so near ahead is meant where nothing says otherwise
_LONG_PAST = 180  # days: and its last occurrence is longer ago than this


def _side(found: Found, context: Context, back: Period, ahead: Period) -> tuple[Period, str]:
    """The last or the next occurrence of a date, and why."""
    today = context.today
    assert today is not None and back.last is not None and ahead.first is not None
    since, until = (today - back.last).days, (ahead.first - today).days
    if since <= 0:
        return back, "the one that publication falls in"
    view = context.outlook(found.first, found.stop)
    if context.leads_ahead(found.first) and not context.held_until(found.first):
        view = Outlook.FUTURE
    if view is Outlook.FUTURE:
        stale = since <= _JUST_PAST or (since <= _JUST_AHEAD and until >= _LONG_PAST)
        return (back, "the most recent one") if stale else (ahead, "the next one, since the text looks ahead")
    if until <= _IMMINENT and since >= _LONG_PAST and back.grain is Grain.DAY and not context.close_past(found.first, 2):
        return ahead, "the nearest to publication"
    near = until <= _JUST_AHEAD and since >= _LONG_PAST
    loose = view is Outlook.UNKNOWN or (back.grain is Grain.DAY and not context.close_past(found.first))
    if near and loose:
        return ahead, "the nearest to publication"
    return back, "the most recent one"


def _after(anchor: Period, make: YearMaker, what: str) -> Reading:
    """In a story time runs on: the year of the date before it, or the next where that would lie far back."""
    assert anchor.first is not None
    year = anchor.first.year
    last, here, ahead = make(year - 1), make(year), make(year + 1)
    if last and last.last and last.last >= anchor.first and anchor.grain is not Grain.YEAR:
        here = last  # a winter that began the year before
    far_back = here is not None and here.first is not None and (anchor.first - here.first).days > _LONG_PAST
    chosen = ahead if here is None or (far_back and anchor.grain is not Grain.YEAR) else here
    if chosen is None:
        return unread(IMPOSSIBLE)
    before = Anchor(AnchorKind.MENTION, anchor.first, anchor.last)
    return dated(chosen, f"{what}: in the year of the date before it", Basis.RELATIVE, before)


def _weekday(found: Found, context: Context) -> Reading:
    weekday = parts.weekday_of(found) or 1
    name = WEEKDAY_NAMES[weekday - 1]
    which, week = found.word("which"), found.word("week")
    if context.narrative:
        reference = context.reference(Grain.MONTH)
        base, anchor = reference if reference else (None, None)
    else:
        base, anchor = context.today, context.published()
    if base is None:
        return unread(NO_PUBLICATION, f"XXXX-WXX-{weekday}")
    counted = _counted_weekday(found, weekday, base)
    if counted is not None:
        return dated(periods.day(counted), f"{name}, counted in weeks", Basis.RELATIVE, anchor)
    if week:
        step = {"last": -1, "next": 1, "week": 1}.get(week.split()[0], 0)
        chosen = periods.holding(base, Grain.WEEK).first
        assert chosen is not None
        if week == "week":
            day = periods.weekday_near(base, weekday, 1) + timedelta(7)
        else:
            day = chosen + timedelta(7 * step + weekday - 1)
        return dated(periods.day(day), f"{name} of the week named", Basis.RELATIVE, anchor)
    return _chosen_weekday(found, context, weekday, which, base, anchor)


def _counted_weekday(found: Found, weekday: int, base: date) -> date | None:
    """Read "a week ago Tuesday", "two weeks from Friday", "the Friday before last"; ``None`` for other phrases."""
    count, words = numbers.count(found.words("count")), found.tokens.words[found.first : found.stop]
    if count and found.word("way"):
        step = -1 if found.word("way") == "ago" else 1
        return periods.weekday_near(base, weekday, step) + timedelta(int(count) * step * _WEEK)
    if [w.lower() for w in words[-2:]] == ["before", "last"]:
        return periods.weekday_near(base - timedelta(1), weekday, -1) - timedelta(_WEEK)
    return None


def _chosen_weekday(
    found: Found, context: Context, weekday: int, which: str, base: date, anchor: Anchor | None
) -> Reading:
    name = WEEKDAY_NAMES[weekday - 1]
    back, ahead = periods.weekday_near(base, weekday, -1), periods.weekday_near(base, weekday, 1)
    if which in ("last", "previous", "the previous", "past", "this past"):
        day = periods.weekday_near(base - timedelta(1), weekday, -1)
        return dated(periods.day(day), f"the last {name} before that day", Basis.RELATIVE, anchor)
    if which in ("the following", "following"):
        reference = context.reference(Grain.DAY)
        start, anchor = reference if reference else (base, anchor)
        day = periods.weekday_near(start + timedelta(1), weekday, 1)
        return dated(periods.day(day), f"the {name} after", Basis.RELATIVE, anchor)
    if which == "next":
        day = base + timedelta(7 - base.isoweekday() + weekday)
        near = periods.weekday_near(base + timedelta(1), weekday, 1)
        other = ((near, near),) if near != day else ()
        return dated(periods.day(day), f"the {name} of next week", Basis.RELATIVE, anchor, other)
    if which in ("this coming", "coming", "the coming"):
        return dated(
            periods.day(periods.weekday_near(base + timedelta(1), weekday, 1)),
            f"the coming {name}",
            Basis.RELATIVE,
            anchor,
        )
    if not context.narrative and _weekday_ahead(found, context):
        return dated(periods.day(ahead), f"the coming {name}, since the verb looks ahead", Basis.RELATIVE, anchor)
    week_before = back - timedelta(_WEEK)
    other = ((week_before, week_before),) if back == base else ()
    return dated(periods.day(back), f"the most recent {name}, publication day included", Basis.RELATIVE, anchor, other)


_WEEK = 7


def _weekday_ahead(found: Found, context: Context) -> bool:
    view = context.outlook(found.first, found.stop)
    return view is Outlook.FUTURE or (view is Outlook.UNKNOWN and context.leads_ahead(found.first))
