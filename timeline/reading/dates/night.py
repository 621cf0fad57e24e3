"""Which night is "overnight"? The one that ends on the day named with it or beside it, else the night already told of,
else the night before publication.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.reading.dates import parts, periods
from timeline.reading.dates.calendar import read_days
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.dayphrase import read_day
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated
from timeline.reading.dates.words import listed
from timeline.when import Anchor, AnchorKind, Basis, TimexType

_TRAPS = "dates_traps.txt"
_NIGHT = "TNI"
_ON_THAT_DAY = "the night that ends on that day"
_BESIDE = frozenset({"on", "into", "through", "then", "again"})  # "overnight and again on Saturday"
_FORTNIGHT = timedelta(14)
_GAP = 3  # tokens between "overnight" and the day that it is coordinated with


def read_night(found: Found, context: Context) -> Reading | None:
    """Read "overnight", "overnight into March 7", "overnight and on Saturday": the night that ends with the day."""
    if found.stop - found.first > 1:
        return _ending(read_day(found, context), _ON_THAT_DAY)
    return read_this_night(found, context)


def read_this_night(found: Found, context: Context) -> Reading | None:
    """Read a night that names no day: "overnight", "during the night"."""
    beside = _day_beside(found, context)
    if beside is not None:
        return _ending(beside, "the night that ends on the day named beside it")
    told = None if context.spoken else _told(context)
    if told is not None and told.first is not None:
        anchor = Anchor(AnchorKind.MENTION, told.first, told.last)
        return _night(told, "the night already told of", Basis.RELATIVE, anchor)
    if context.today is None:
        return Reading(TimexType.TIME, "", None, NO_PUBLICATION)
    today = dated(periods.day(context.today), "", Basis.RELATIVE, context.published())
    return _ending(today, _ON_THAT_DAY)


def read_nights(found: Found, context: Context) -> Reading | None:
    """Read "the night of March 10-11", "overnight on 10-11 March": both days, with the part of the day."""
    reading = read_days(found, context)
    part = parts.part_of_day(found) or _NIGHT
    night = night_of(reading) if reading and part == _NIGHT else None
    return night or (replace(reading, clock=part) if reading and reading.period else reading)


def night_into(one: Reading, two: Reading) -> Reading | None:
    """The night that begins on one day and ends on the next, ``None`` where the readings are no such two days.

    Of two weekdays that lie behind in the wrong order the night ends on the second; else it begins on the first.
    """
    begins, ends = one.period, two.period
    if one.clock != _NIGHT or begins is None or ends is None or begins.last is None or ends.first is None:
        return None
    if ends.grain is not Grain.DAY or two.clock not in (None, "TMO"):
        return None
    first, last = begins.last, ends.first
    follow = first.isoweekday() % 7 + 1 == last.isoweekday() and abs(last - first) <= _FORTNIGHT
    if follow and last < first:
        first = last - timedelta(1)
    after = first + timedelta(1)
    if not follow and (after.month, after.day) != (last.month, last.day):
        return None
    return _night(periods.span(first, after), one.rule, one.basis, one.anchor)


def night_of(run: Reading) -> Reading | None:
    """The night between the two days of a run, ``None`` for any other run."""
    if run.period is None or run.period.first is None or run.period.last is None:
        return None
    if run.period.last - run.period.first != timedelta(1):
        return None
    return _night(run.period, run.rule, run.basis, run.anchor)


def _ending(day: Reading | None, rule: str) -> Reading | None:
    """The night that ends on a day that was read; the day's own reading where it has none."""
    if day is None or day.period is None or day.period.first is None:
        return day
    last = day.period.first
    return _night(periods.span(last - timedelta(1), last), rule, day.basis, day.anchor)


def _night(night: Period, rule: str, basis: Basis, anchor: Anchor | None) -> Reading:
    return Reading(TimexType.TIME, f"{night.first}{_NIGHT}", night, rule, basis, anchor, _NIGHT)


def _day_beside(found: Found, context: Context) -> Reading | None:
    """The past day that "overnight" is coordinated with: "overnight and on Saturday", "overnight and Saturday morning".

    A day to come, or one with a subject after it, is of another clause: "overnight and on Friday the council met".
    """
    event = context.upcoming
    if event is None or event.first - found.stop > _GAP or not parts.names_day(event):
        return None
    between = [word.lower() for word in found.tokens.words[found.stop : event.first]]
    if between[:1] != ["and"] or not _BESIDE.issuperset(between[1:]) or _opens_clause(event):
        return None
    day = event.rule.read(event, context)
    if day is None or day.period is None or day.period.first is None or day.period.grain is not Grain.DAY:
        return None
    to_come = context.today is not None and day.period.first > context.today
    return None if to_come else day


def _opens_clause(event: Found) -> bool:
    """Whether a subject stands after a day: "on Friday the council met", "on Friday Kyiv said"."""
    after = event.tokens.word(event.stop)
    return after[:1].isupper() or after.lower() in listed(_TRAPS, "DETERMINERS") | listed(_TRAPS, "SUBJECTS")


def _told(context: Context) -> Period | None:
    """The last night that the text told of, where it has named no other day since."""
    days_since: list[Period] = []
    for reading in context.latest():
        period = reading.period
        if period is None or period.first is None or period.last is None or period.last - period.first > timedelta(1):
            continue
        if reading.clock == _NIGHT and period.last > period.first:
            spoken = reading.anchor is not None and reading.anchor.kind is AnchorKind.SPEECH
            same = all(_holds(period, day) for day in days_since)
            return period if same and not spoken else None
        days_since.append(period)
    return None


def _holds(night: Period, day: Period) -> bool:
    return day.first in (night.first, night.last) and day.last in (night.first, night.last)
