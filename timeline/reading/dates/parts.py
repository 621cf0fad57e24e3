"""The pieces that a matched phrase is made of, picked out by kind."""

from __future__ import annotations

from timeline.reading.dates import numbers
from timeline.reading.dates.context import Found
from timeline.reading.dates.words import lexicon


def first_of(found: Found, kind: str) -> str | None:
    """The value of the first token of a kind ("MONTH" → "8"), ``None`` when there is none."""
    section = lexicon()[kind]
    for index, word in enumerate(found.lowers, found.first):
        if word in section.values and (not section.capital or found.tokens.words[index][:1].isupper()):
            return section.values[word]
    return None


def month_of(found: Found) -> int | None:
    """The month that a phrase names, 1 to 12."""
    said = first_of(found, "MONTH") or first_of(found, "MONTHOF") or first_of(found, "MONTHIN")
    return int(said) if said else None


def year_step(found: Found) -> int | None:
    """The year that "last year" or "the following year" names within a phrase, as steps; ``None`` without one."""
    words = found.words("yearword")
    if not words:
        return None
    return -1 if {"last", "previous"} & set(words) else 1 if {"next", "following"} & set(words) else 0


def year_is_anaphoric(found: Found) -> bool:
    """Whether the year is that of a date before it ("that year"), not that of publication."""
    return bool({"that", "same", "following", "previous"} & set(found.words("yearword")))


def weekday_of(found: Found) -> int | None:
    """The ISO weekday that a phrase names, 1 (Monday) to 7."""
    said = first_of(found, "WEEKDAY") or first_of(found, "WDABBR") or first_of(found, "WEEKDAYON")
    return int(said) if said else None


def names_day(found: Found) -> bool:
    """Whether a phrase names a weekday, or a day of a month."""
    return bool(weekday_of(found) or (month_of(found) and found.words("day")))


def year_of(found: Found, near: int | None = None) -> int | None:
    """The year in the part of a phrase named "year"."""
    words = found.words("year")
    return numbers.year(words, near) if words else None


def part_of_day(found: Found) -> str:
    """The TIMEX3 suffix of a part of the day ("TNI"), "" when none is named."""
    return first_of(found, "PARTDAY") or first_of(found, "MIDPOINT") or first_of(found, "PARTOFDAY") or ""
