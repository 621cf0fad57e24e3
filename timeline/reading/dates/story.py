"""News or story? News counts from publication; a story of the past counts from its own dates. Told from the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.reading.dates import parts
from timeline.reading.dates.context import Found
from timeline.reading.dates.lex import BREAK, Tokens
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.tense import Outlook, outlook
from timeline.when import AnchorKind, Basis

_FEWEST = 4  # dates with a year of their own, before a text can be a story
_FEWEST_OF_A_CHAIN = 8  # dates of any kind, before a text that opens with an old one can be a story
_NEWS = timedelta(14)  # a stated day so close to publication is the news, not a story of the past
_TO_ONE = 4  # and this many of them to each phrase that counts from publication


def is_story(found: Sequence[Found], readings: Sequence[Reading | None], today: date | None) -> bool:
    """Whether a text dates itself by its own years, and hardly ever by "yesterday", "on Friday" or "last week".

    Years of their own show it; where the text opens with an old date that has one, so do days and months without.
    """
    read = [(phrase, reading) for phrase, reading in zip(found, readings, strict=True) if reading is not None]
    own = stated = sum(_is_of_the_past(reading, today) for _, reading in read)
    if read and looks_back(*read[0], today):
        own += sum(reading.basis is Basis.RELATIVE and parts.month_of(phrase) is not None for phrase, reading in read)
    if stated < _FEWEST and own < _FEWEST_OF_A_CHAIN:
        return False
    return own >= _TO_ONE * sum(counts_from_publication(phrase, reading) for phrase, reading in read)


def _is_of_the_past(reading: Reading, today: date | None) -> bool:
    """Whether a date has a year of its own and is no day of the news, as in "published on June 3, 2025"."""
    period = reading.period
    fine = period is not None and period.grain is Grain.DAY
    if today and period and fine and period.last and timedelta(0) <= today - period.last <= _NEWS:
        return False
    return reading.basis is Basis.STATED or reading.value.startswith("BC")


def counts_from_publication(phrase: Found, reading: Reading) -> bool:
    """Whether a phrase such as "yesterday", "on Friday" or "last week" was read against publication."""
    if reading.anchor is None or reading.anchor.kind is not AnchorKind.PUBLISHED:
        return False
    if parts.weekday_of(phrase) or parts.first_of(phrase, "DAYNAME") or parts.first_of(phrase, "DAYSAID"):
        return True
    return parts.month_of(phrase) is None and parts.first_of(phrase, "SEASON") is None


_OF_TODAY = frozenset({"today", "tonight", "yesterday", "tomorrow", "last", "this", "next", "ago"})
_FEWEST_OF_TODAY = 2  # phrases of the kind in a paragraph that is news though the text is a story


def news_paragraphs(tokens: Tokens, found: Sequence[Found]) -> frozenset[int]:
    """The phrases of a story's paragraphs that speak of the present, by their index: two or more of "today", "last
    week" and the like, and fewer years.
    """
    news: set[int] = set()
    paragraph: list[int] = []
    for index, phrase in enumerate(found):
        if paragraph and BREAK in tokens.kinds[found[index - 1].stop : phrase.first]:
            news |= _if_of_today(found, paragraph)
            paragraph = []
        paragraph.append(index)
    return frozenset(news | _if_of_today(found, paragraph))


def _if_of_today(found: Sequence[Found], paragraph: Sequence[int]) -> set[int]:
    phrases = [found[index] for index in paragraph]
    present = sum(not _OF_TODAY.isdisjoint(p.lowers) for p in phrases)
    dated = sum(bool(p.words("year")) for p in phrases)
    return set(paragraph) if present >= _FEWEST_OF_TODAY and present > dated else set()


def first_stated(readings: Sequence[Reading | None]) -> Period | None:
    """The first date of a text that has a year of its own."""
    return next((r.period for r in readings if r and r.basis is Basis.STATED and r.period and r.period.first), None)


_BETWEEN = frozenset({"and", "to", "into", "or", "until", "through", "-", "–", "—", ","})
_GAP = 2  # tokens that may stand between two dates that share a year


def shared_years(tokens: Tokens, found: Sequence[Found]) -> dict[int, int]:
    """For each date without a year whose neighbour on the right states one: its first token → that year.

    "14 to 24 August 1914", "May 4 and June 5, 1865", "from December to February 2025" (whose December is of 2024).
    """
    shared: dict[int, int] = {}
    for one, two in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        year = parts.year_of(two) or shared.get(two.first)
        month, other = parts.month_of(one), parts.month_of(two)
        beside = {w.lower() for w in tokens.words[one.stop : two.first]}
        if year and month and other and not one.words("year") and two.first - one.stop <= _GAP and beside <= _BETWEEN:
            shared[one.first] = year - (month > other)
    return shared


_NEAR_YEARS = 10  # a year further off, inside a sentence, is an aside
_ASIDES = frozenset({"(", "-", "–", "since", "until", "till", "before"})


def moves_story(phrase: Found, period: Period, clock: Period | None) -> bool:
    """Whether a date moves a story on. Only dates with a year of their own do, else one slip would carry on; and a
    year alone that is only named in passing ("until 1976", "(1915-17)") does not.
    """
    if period.first is None or period.grain in (Grain.DECADE, Grain.CENTURY):
        return False
    if not phrase.words("year"):
        return _runs_on(phrase, period, clock)
    if clock is None or clock.first is None or opens_sentence(phrase):
        return True
    if outlook(phrase.tokens, phrase.first, phrase.stop) is Outlook.FUTURE:
        return False  # a plan for 1976 is told in 1974
    if period.grain is not Grain.YEAR:
        return True
    aside = phrase.tokens.word(phrase.first - 1).lower() in _ASIDES or phrase.tokens.word(phrase.stop) in ("-", "–")
    leap = period.first.year - clock.first.year
    told_next = leap > 0 and phrase.tokens.word(phrase.first - 1).lower() == "in"
    return not aside and (abs(leap) <= _NEAR_YEARS or told_next)


def _runs_on(phrase: Found, period: Period, clock: Period | None) -> bool:
    """Whether a day without a year moves a story on: "on 27 December ...; on 10 January ..."."""
    if clock is None or clock.first is None or period.first is None or parts.month_of(phrase) is None:
        return False
    return period.grain is Grain.DAY and _A_DAY <= period.first - clock.first <= _NEXT_STEP


_A_DAY, _NEXT_STEP = timedelta(1), timedelta(180)
_BACKGROUND_DAYS = 365  # a stated date older than this begins a look back


def looks_back(phrase: Found, reading: Reading, today: date | None) -> bool:
    """Whether a stated date begins a look back: "The war began on 24 February 2022. In April ..." is April 2022."""
    last = reading.period.last if reading.period else None
    if today is None or last is None or not phrase.words("year") or reading.basis is not Basis.STATED:
        return False
    fine = reading.period is not None and reading.period.grain in (Grain.DAY, Grain.MONTH)
    return (fine or opens_sentence(phrase)) and (today - last).days > _BACKGROUND_DAYS


def opens_sentence(phrase: Found) -> bool:
    """Whether a phrase stands first in its sentence, or second after a word such as "In" or "By"."""
    tokens, first = phrase.tokens, phrase.first
    if first == 0 or tokens.words[first - 1] in _SENTENCE_ENDS:
        return True
    return tokens.words[first - 1][:1].isupper() and tokens.word(first - 2) in _SENTENCE_ENDS


_SENTENCE_ENDS = frozenset({"", ".", "!", "?"})
