"""Which Saturday? The most recent one, publication day included, unless a word or the verb says another."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.reading.dates import numbers, parts, periods
from timeline.reading.dates.context import Context
from timeline.reading.dates.grammar import Found
from timeline.reading.dates.periods import Grain
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated, unread
from timeline.reading.dates.tense import Outlook
from timeline.when import Anchor, Basis

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = 7


def read_weekday(found: Found, context: Context) -> Reading:
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


def _weekday_ahead(found: Found, context: Context) -> bool:
    view = context.outlook(found.first, found.stop)
    return view is Outlook.FUTURE or (view is Outlook.UNKNOWN and context.leads_ahead(found.first))
