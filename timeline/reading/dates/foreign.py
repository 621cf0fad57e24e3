"""The only door to dateparser: the month of a full date in another language ("24 décembre 2025")."""

from __future__ import annotations

from functools import cache

from timeline.reading.dates import numbers
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.dayphrase import make_day
from timeline.reading.dates.reading import IMPOSSIBLE, Reading, dated, unread
from timeline.reading.dates.words import listed
from timeline.when import Basis

LANGUAGES = ["fr", "de", "es", "it", "pt", "pl", "nl", "ro", "cs", "tr"]


def read_foreign(found: Found, context: Context) -> Reading | None:
    """Read "24 décembre 2025": the day, where dateparser knows the month."""
    months = listed("dates_months.txt", "MONTHS")
    word = next(word for word in found.lowers if word in months)
    month, day, year = month_number(word), numbers.ordinal(found.words("day")), numbers.year(found.words("year"))
    if month is None or day is None or year is None:
        return None
    exact = make_day(year, month, day)
    return dated(exact, "the full date is stated", Basis.STATED) if exact else unread(IMPOSSIBLE)


@cache
def month_number(word: str) -> int | None:
    """The number of a month named in one of ``LANGUAGES``; asked once a word, so that no text can make it slow.

    dateparser is imported on first use: English reading does not pay for it.
    """
    from dateparser import parse

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    found = parse(f"1 {word} 2000", languages=LANGUAGES, settings=settings)
    return found.month if found else None
