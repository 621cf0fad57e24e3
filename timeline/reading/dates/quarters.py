"""Quarters and halves of a year, as company news speaks of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.reading.dates import numbers, parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.nearest import nearest_year
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated, unread
from timeline.when import Anchor, AnchorKind, Basis, Granularity

_QUARTERS, _HALVES = 4, 2
_REACH = 150  # tokens: how far back a quarter is still what "a year ago" is compared with


COMPARED = "the same quarter of the other year"  # the rule of a quarter that is only compared with


def read_quarter(found: Found, context: Context) -> Reading | None:
    """Read "the third quarter", "third-quarter", "the first half of 2025", "last year's second quarter"."""
    half = bool(found.word("half"))
    top = _HALVES if half else _QUARTERS
    nth = top if found.word("nth") in ("last", "latter") else numbers.ordinal(found.words("nth")) or 0
    if not 1 <= nth <= top:
        return None
    make = periods.half if half else periods.quarter
    year_word, which = found.words("year"), found.words("which")
    if year_word:
        stated = numbers.year(year_word, context.today.year if context.today else None)
        return dated(make(stated, nth), "the year is stated", Basis.STATED) if stated else None
    if which:
        if context.today is None:
            return unread(NO_PUBLICATION)
        step = -1 if {"last", "previous", "ago", "earlier"} & set(which) else 1 if "next" in which else 0
        return dated(make(context.today.year + step, nth), "of the year named", Basis.RELATIVE, context.published())
    what = "half" if half else "quarter"
    return nearest_year(found, context, lambda y: make(y, nth), f"XXXX-{what[0].upper()}{nth}", what)


def read_quarter_code(found: Found, context: Context) -> Reading | None:
    """Read "Q3 2025", "H1": the quarter or half by its letter."""
    quarter, half = parts.first_of(found, "QUARTERCODE"), parts.first_of(found, "HALFCODE")
    make = periods.quarter if quarter else periods.half
    nth, what = int(quarter or half or 1), "quarter" if quarter else "half"
    stated = parts.year_of(found, context.today.year if context.today else None)
    if stated:
        return dated(make(stated, nth), "the year is stated", Basis.STATED)
    return nearest_year(found, context, lambda y: make(y, nth), f"XXXX-{what[0].upper()}{nth}", what)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The quarter that a text speaks of; a fiscal one has a name and no days."""

    period: Period
    fiscal: bool

    def read(self, period: Period, rule: str) -> Reading:
        """A quarter that is named by way of this one."""
        anchor = None if self.fiscal else Anchor(AnchorKind.MENTION, self.period.first, self.period.last)
        reading = dated(period, rule, Basis.RELATIVE, anchor)
        return replace(reading, period=None, unit=Granularity.FISCAL_QUARTER) if self.fiscal else reading

    def year_before(self) -> Reading:
        """The quarter a year before it."""
        return self.read(periods.quarter(self.year - 1, self.number), COMPARED)

    @property
    def year(self) -> int:
        """The year that names it."""
        return int(self.period.value[:4])

    @property
    def number(self) -> int:
        """1 to 4."""
        return int(self.period.value[-1])


def spoken_of(context: Context, first: int) -> Spoken | None:
    """The quarter that the text spoke of shortly before a token."""
    for index, reading in reversed(context.earlier):
        if first - index > _REACH:
            return None
        if reading.rule == COMPARED:
            continue
        if reading.unit is Granularity.FISCAL_QUARTER and reading.value[:1].isdigit():
            return Spoken(periods.quarter(int(reading.value[:4]), int(reading.value[-1])), True)
        if reading.period and reading.period.grain is Grain.QUARTER:
            return Spoken(reading.period, False)
    return None


def _completed(context: Context) -> Period | None:
    """The last quarter that was over at publication."""
    return periods.shifted(context.today, -1, Grain.QUARTER) if context.today else None


def read_latest_quarter(found: Found, context: Context) -> Reading | None:
    """Read "the quarter", "the latest quarter": the one spoken of, else the last that is over."""
    spoken = spoken_of(context, found.first)
    if spoken is not None:
        return spoken.read(spoken.period, "the quarter that the text speaks of")
    over = _completed(context)
    if over is None:
        return unread(NO_PUBLICATION)
    return dated(over, "the last quarter that was over", Basis.RELATIVE, context.published())


def read_year_ago_quarter(found: Found, context: Context) -> Reading | None:
    """Read "the year-earlier quarter", "the 2024 quarter": the same quarter of the other year."""
    base = spoken_of(context, found.first)
    over = _completed(context)
    if base is None and found.word("unit") and over is not None:
        base = Spoken(over, False)
    stated = parts.year_of(found, None)
    if base is None:
        if stated:
            return dated(periods.year(stated), "the year is stated", Basis.STATED)
        if context.today is None:
            return unread(NO_PUBLICATION)
        return dated(periods.year(context.today.year - 1), "the year before", Basis.RELATIVE, context.published())
    nth = numbers.ordinal(found.words("nth")) or base.number
    return base.read(periods.quarter(stated or base.year - 1, nth), COMPARED)
