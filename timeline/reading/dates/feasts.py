"""Feasts: "Christmas Eve", "Palm Sunday", "Ramadan". Those that the moon or the country moves have no days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from timeline.reading.dates import parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.nearest import YearMaker, in_chosen_year
from timeline.reading.dates.periods import Period
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated, unread, vague
from timeline.reading.dates.words import listed, sections
from timeline.when import Basis, TimexType

_FILE = "dates_feasts.txt"
_PIECES = re.compile(r"[a-z]+|'s\b|['.-]")
_MARKS = {"'s": "POSS", "'": "QUOTE", "-": "HY", ".": "DOT"}
_PLAIN = str.maketrans("’‑", "'-")
_GREGORIAN = 1583  # the first Easter of the Gregorian calendar
_MOVES = "a feast whose days differ by country, or by the sight of the moon"
_OPEN_DAY = "XXXX-XX-XX"

Feast = tuple[str, str]  # the section it stands in, and its value there


def pattern() -> str:
    """All feasts as a pattern (see ``grammar.py``), the longest first."""
    said = sorted(_feasts(), key=len, reverse=True)
    return " | ".join(" ".join(_MARKS.get(piece, piece) for piece in pieces) for pieces in said)


@cache
def _feasts() -> dict[tuple[str, ...], Feast]:
    """The pieces of each name → its section and value."""
    names = (name for name in ("FIXED", "EASTER", "ORTHODOX", "MOVING"))
    return {
        tuple(_PIECES.findall(said)): (name, value)
        for name in names
        for said, value in sections(_FILE)[name].values.items()
    }


def read_feast(found: Found, context: Context) -> Reading | None:
    """Read "Easter Sunday", "last Christmas", "New Year's Eve 2024", "Ramadan 2024"."""
    if found.tokens.word(found.stop).lower() in listed(_FILE, "SEASONS"):
        return vague("PXD", "a season, whose days the text does not give", TimexType.DURATION)
    section, value = _feasts()[tuple(word.translate(_PLAIN) for word in found.words("feast"))]
    if section == "MOVING":
        year = parts.year_of(found, context.today.year if context.today else None)
        return dated(periods.year(year), f"{_MOVES}, within the year stated", Basis.STATED) if year else _unknown()
    make = _maker(section, value)
    reading = _pointed(found, context, make) or in_chosen_year(found, context, make, _OPEN_DAY, "feast")
    return _with_orthodox(reading, int(value)) if section == "EASTER" else reading


def _unknown() -> Reading:
    return vague(_OPEN_DAY, _MOVES)


def _maker(section: str, value: str) -> YearMaker:
    if section == "FIXED":
        month, day = (int(part) for part in value.split("-"))
        return lambda year: periods.day(date(year, month, day))
    easter = western_easter if section == "EASTER" else orthodox_easter
    return lambda year: _from_easter(easter(year), int(value)) if year >= _GREGORIAN else None


def _from_easter(easter: date, days: int) -> Period:
    return periods.day(easter + timedelta(days))


def _with_orthodox(reading: Reading, days: int) -> Reading:
    """Keep the Orthodox day of the same year as another reading, where it is another day."""
    if reading.period is None or reading.period.first is None:
        return reading
    other = orthodox_easter(reading.period.first.year) + timedelta(days)
    if other == reading.period.first:
        return reading
    return replace(reading, alternatives=(*reading.alternatives, (other, other)))


def _pointed(found: Found, context: Context, make: YearMaker) -> Reading | None:
    """Read "last Christmas", "next Easter", "this New Year's Eve"; ``None`` where no such word stands before it."""
    which = set(found.words("which"))
    if not which:
        return None
    today = context.today
    if today is None:
        return unread(NO_PUBLICATION, _OPEN_DAY)
    around = [period for step in (-1, 0, 1) if (period := make(today.year + step)) and period.first]
    if {"last", "past"} & which:
        chosen, rule = _last(around, today), "the last one that is over"
    elif {"next", "coming"} & which:
        chosen, rule = next(p for p in around if p.first and p.first > today), "the next one"
    else:
        chosen, rule = around[1], "the one of the year of publication"
    return dated(chosen, rule, Basis.RELATIVE, context.published())


def _last(around: Sequence[Period], today: date) -> Period:
    return [period for period in around if period.first and period.first < today][-1]


def western_easter(year: int) -> date:
    """Easter Sunday of a year from 1583 on (J. Meeus, *Astronomical Algorithms*, ch. 8)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a day of the Gregorian one (the same, ch. 8)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)
