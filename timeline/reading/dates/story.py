"""News or story? News counts from publication; a story of the past counts from its own dates. Told from the text."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.reading.dates import parts
from timeline.reading.dates.grammar import Found
from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.periods import Period
from timeline.reading.dates.reading import Reading
from timeline.when import AnchorKind, Basis

_FEWEST = 4  # dates with a year of their own, before a text can be a story
_TO_ONE = 4  # and this many of them to each phrase that counts from publication


def is_story(found: Sequence[Found], readings: Sequence[Reading | None]) -> bool:
    """Whether a text dates itself by years, and hardly ever by "yesterday", "on Friday" or "last week"."""
    stated = deictic = 0
    for phrase, reading in zip(found, readings, strict=True):
        if reading is None:
            continue
        stated += reading.basis is Basis.STATED or reading.value.startswith("BC")
        deictic += _counts_from_publication(phrase, reading)
    return stated >= _FEWEST and stated >= _TO_ONE * deictic


def _counts_from_publication(phrase: Found, reading: Reading) -> bool:
    if reading.anchor is None or reading.anchor.kind is not AnchorKind.PUBLISHED:
        return False
    if parts.weekday_of(phrase) or parts.first_of(phrase, "DAYNAME"):
        return True
    return parts.month_of(phrase) is None and parts.first_of(phrase, "SEASON") is None


def first_stated(readings: Sequence[Reading | None]) -> Period | None:
    """The first date of a text that has a year of its own."""
    return next((r.period for r in readings if r and r.basis is Basis.STATED and r.period and r.period.first), None)


_BETWEEN = frozenset({"and", "to", "or", "until", "through", "-", "–", "—", ","})
_GAP = 2  # tokens that may stand between two dates that share a year


def shared_years(tokens: Tokens, found: Sequence[Found]) -> dict[int, int]:
    """For each date without a year whose neighbour on the right states one: its first token → that year.

    "14 to 24 August 1914", "May 4 and June 5, 1865", "from December to February 2025" (whose December is of 2024).
    """
    shared: dict[int, int] = {}
    for one, two in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        year = parts.year_of(two) or shared.get(two.first)
        month, other = parts.month_of(one), parts.month_of(two)
        beside = set(w.lower() for w in tokens.words[one.stop : two.first])
        if year and month and other and not one.words("year") and two.first - one.stop <= _GAP and beside <= _BETWEEN:
            shared[one.first] = year - (month > other)
    return shared
