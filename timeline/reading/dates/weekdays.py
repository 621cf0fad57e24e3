"""Which Saturday? The most recent one, publication day included, unless a word or the verb says another."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.reading.dates import numbers, parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.periods import Grain
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated, unread
from timeline.reading.dates.tense import Outlook
from timeline.when import Anchor, Basis

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = timedelta(7)
_DAY = timedelta(1)
_LIST = 6  # tokens between a day and its week
_ANY_DAY = rf"(?:{'|'.join(WEEKDAY_NAMES)})".lower()
_LAST_WEEK_ON = re.compile(
    rf"\blast week (?:, )?(?:on )?(?:{_ANY_DAY} (?:, )?(?:and )?(?:on )?)*$"
)  # not "and on Friday"
_LAST_WEEK_AFTER = re.compile(rf"(?:, )?(?:and )?(?:on )?{_ANY_DAY} (?:(?:, |and )(?:on )?{_ANY_DAY} )*last week\b")
_Days = tuple[tuple[date, date], ...]


def read_weekday(found: Found, context: Context) -> Reading:
    """A weekday with the words around it: "on Saturday", "last Friday", "Monday last week", "a week ago Tuesday"."""
    weekday = parts.weekday_of(found) or 1
    base, anchor = _base(found, context)
    if base is None:
        return unread(NO_PUBLICATION, f"XXXX-WXX-{weekday}")
    day, rule, others = (
        _counted(found, weekday, base)
        or _of_week(found, weekday, base)
        or _pointed(found, weekday, base)
        or _bare(found, context, weekday, base)
    )
    name = WEEKDAY_NAMES[weekday - 1]
    return dated(periods.day(day), rule.format(name=name), Basis.RELATIVE, anchor, others)


def _base(found: Found, context: Context) -> tuple[date | None, Anchor | None]:
    """The day that a weekday counts from: publication; in a story, and for "the following Friday", the date before."""
    if found.words("which") in (["last"], ["next"]):
        return context.today, context.published()
    if context.narrative or "following" in found.words("which"):
        reference = context.reference(Grain.MONTH if context.narrative else Grain.DAY)
        if reference is not None or context.narrative:
            return reference or (None, None)
    return context.today, context.published()


def _counted(found: Found, weekday: int, base: date) -> tuple[date, str, _Days] | None:
    """Read "a week ago Tuesday", "two weeks from Friday", "the Friday before last"; ``None`` for other phrases."""
    count = numbers.count(found.words("count"))
    if count and found.word("way"):
        step = -1 if found.word("way") == "ago" else 1
        return periods.weekday_near(base, weekday, step) + int(count) * step * _WEEK, "{name}, counted in weeks", ()
    if found.lowers[-2:] == ("before", "last"):
        return periods.weekday_near(base - _DAY, weekday, -1) - _WEEK, "the {name} before the last", ()
    return None


def _of_week(found: Found, weekday: int, base: date) -> tuple[date, str, _Days] | None:
    """Read "Monday last week", "Tuesday of next week", "Friday week", "last week, on Tuesday"."""
    week = found.words("week") or (["last"] if _beside_last_week(found) else [])
    if not week:
        return None
    if week == ["week"] and "last" in found.words("which"):
        return periods.weekday_near(base - _DAY, weekday, -1) - _WEEK, "a week before the last {name}", ()
    if week == ["week"]:
        return periods.weekday_near(base, weekday, 1) + _WEEK, "a week after the coming {name}", ()
    monday = base - (base.isoweekday() - 1) * _DAY
    step = {"last": -1, "next": 1}.get(week[0], 0)
    return monday + step * _WEEK + (weekday - 1) * _DAY, "{name} of the week named", ()


def _beside_last_week(found: Found) -> bool:
    """Whether the week stands beside, around other days: "last week, on Tuesday", "on Tuesday and Friday last week"."""
    words = found.tokens.words
    before = " ".join((*words[max(0, found.first - _LIST) : found.first], "")).lower()
    after = " ".join(words[found.stop : found.stop + _LIST]).lower()
    return bool(_LAST_WEEK_ON.search(before) or _LAST_WEEK_AFTER.match(after))


def _pointed(found: Found, weekday: int, base: date) -> tuple[date, str, _Days] | None:
    """Read "last Friday", "this Friday", "next Friday" (of next week), "this coming Friday", "the following Friday"."""
    which = set(found.words("which"))
    coming = periods.weekday_near(base + _DAY, weekday, 1)
    if {"last", "previous", "past"} & which:
        return periods.weekday_near(base - _DAY, weekday, -1), "the last {name} before that day", ()
    if {"the", "following"} <= which:
        return coming, "the {name} after", ()
    if "next" in which:
        day = base + (7 - base.isoweekday() + weekday) * _DAY
        return day, "the {name} of next week", ((coming, coming),) if coming != day else ()
    if which == {"this"}:
        return base + (weekday - base.isoweekday()) * _DAY, "the {name} of this week", ()
    return (coming, "the coming {name}", ()) if "coming" in which else None  # "following Friday's vote" is after it


def _bare(found: Found, context: Context, weekday: int, base: date) -> tuple[date, str, _Days]:
    """Read "on Saturday": the most recent one, that day included; the coming one where the verb looks ahead."""
    if not context.narrative and _looks_ahead(found, context):
        return periods.weekday_near(base, weekday, 1), "the coming {name}, since the verb looks ahead", ()
    day = periods.weekday_near(base, weekday, -1)
    others = ((day - _WEEK, day - _WEEK),) if day == base else ()
    return day, "the most recent {name}, publication day included", others


def _looks_ahead(found: Found, context: Context) -> bool:
    view = context.outlook(found.first, found.stop)
    return view is Outlook.FUTURE or (view is Outlook.UNKNOWN and context.leads_ahead(found.first))
