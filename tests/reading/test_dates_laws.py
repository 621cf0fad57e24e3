"""What holds of every text: reading never raises, spans are exact, publication moves what it may and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.phrases import broken_law, trials
from timeline.reading.dates import explain, read_dates
from timeline.reading.dates.periods import EARLIEST, FIRST_YEAR, HORIZON_YEARS, LAST_YEAR
from timeline.reading.dates.rules import RULES
from timeline.when import Basis, When

WEEK = timedelta(7)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
WORDS = st.sampled_from(
    (
        "on", "in", "the", "last", "next", "this", "of", "May", "March", "August", "Oct.", "Monday",
        "Saturday", "Sun.", "21", "3", "2025", "1999", "24/7", "05/10/2025", "two", "three", "a", "few",
        "days", "weeks", "months", "years", "ago", "later", "earlier", "since", "until", "from", "to",
        "between", "and", "-", "–", ",", ".", "(", ")", "'", '"', "“", "”", "today", "tomorrow", "yesterday",
        "night", "morning", "early", "late", "mid", "end", "quarter", "third", "winter", "10:30", "p.m.",
        "Kyiv", "time", "UTC", "BC", "century", "1990s", "every", "for", "second", "day", "in", "a", "row",
        "past", "said", "will", "meet", "struck", "Christmas", "New", "Year's", "Eve", "31", "February",
        "2026-02-31", "9999999999", "\n\n",
    )
)  # fmt: skip
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), PHRASES)
RELATIVE = st.sampled_from(
    (
        "on Saturday", "yesterday", "today", "tomorrow", "last Friday", "next Tuesday", "two days ago", "last week",
        "next week", "overnight", "this morning", "Monday night", "the past two days", "for the third day in a row",
        "three weeks ago", "last weekend", "the day before yesterday", "Thursday", "the next three days",
    )
)  # fmt: skip
STATED = st.sampled_from(
    ("on 21 August 2025", "in May 2019", "in 1994", "2025-08-14", "Sept. 5, 2014", "in the 1990s", "31/12/2024")
)


def on(day: date) -> When:
    return When(day, day, Basis.STATED)


@given(TEXTS, st.none() | DAYS)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_its_spans_are_exact(text: str, day: date | None) -> None:
    """Reading never raises; mentions are in order, do not overlap, and are the very words."""
    last_end = 0
    for mention in read_dates(text, on(day) if day else None):
        assert text[mention.start : mention.end] == mention.said
        assert last_end <= mention.start < mention.end
        assert mention.rule and explain(mention)
        last_end = mention.end


@given(PHRASES, DAYS)
@settings(max_examples=400, deadline=None)
def test_intervals_stay_inside_the_years_that_are_read(text: str, day: date) -> None:
    """Stated years lie in 1000..2199; what is worked out from publication in 1800..publication + 20."""
    for mention in read_dates(text, on(day)):
        if mention.when is None:
            continue
        ends = [end for end in (mention.when.first, mention.when.last) if end]
        worked_out = mention.when.anchor is not None and mention.when.anchor.kind == "published"
        low, high = (EARLIEST, day.year + HORIZON_YEARS) if worked_out else (FIRST_YEAR, LAST_YEAR + 1)
        assert all(low <= end.year <= high for end in ends)


@given(RELATIVE, DAYS)
@settings(deadline=None)
def test_a_week_later_every_relative_date_is_a_week_later(phrase: str, day: date) -> None:
    """Publication moves what is counted from it, by as much."""
    [now] = read_dates(f"It was seen {phrase}.", on(day))
    [later] = read_dates(f"It was seen {phrase}.", on(day + WEEK))
    assert now.when and later.when and now.when.first and now.when.last
    assert (later.when.first, later.when.last) == (now.when.first + WEEK, now.when.last + WEEK)


@given(STATED, DAYS)
@settings(deadline=None)
def test_a_week_later_every_stated_date_is_the_same(phrase: str, day: date) -> None:
    """Publication does not move what the text states."""
    [now] = read_dates(f"It was seen {phrase}.", on(day))
    [later] = read_dates(f"It was seen {phrase}.", on(day + WEEK))
    assert now.when == later.when
    assert now.when is not None and now.when.basis is Basis.STATED


@given(RELATIVE, DAYS, st.integers(0, 30))
@settings(deadline=None)
def test_a_publication_interval_gives_what_both_its_ends_allow(phrase: str, first: date, length: int) -> None:
    """The reading against an interval is the shortest that holds the readings against both ends."""
    last = first + timedelta(length)
    text = f"It was seen {phrase}."
    [whole], [early], [late] = (
        read_dates(text, When(a, b, Basis.STATED)) for a, b in ((first, last), (first, first), (last, last))
    )
    assert whole.when and early.when and late.when
    assert early.when.first and late.when.first and early.when.last and late.when.last
    assert whole.when.first == min(early.when.first, late.when.first)
    assert whole.when.last == max(early.when.last, late.when.last)


@given(PHRASES)
@settings(deadline=None)
def test_without_publication_only_stated_dates_are_resolved(text: str) -> None:
    """No reading rests on a publication date that is not known."""
    for mention in read_dates(text, None):
        if mention.when and mention.when.anchor:
            assert mention.when.anchor.kind != "published"


def test_phrases_made_of_the_patterns_break_no_law() -> None:
    """Every rule's own phrases and their mutations, of which ``tests.bench.phrases`` tries many more."""
    broken = [(law, trial.text) for trial in trials(3 * len(RULES), seed=2) if (law := broken_law(trial))]
    assert broken == []


HOSTILE = 100_000
SEEDS = (
    "March ", "1", "the ", "2 days ", "05/10/2025 ", '"', "“", "?", " ", "\n\n", "from 3 to ", "[", "Oct. ",
    "last last ", "1990s ", "in the year of the ", "twenty ", "a few ", "Mon, ", "10:30 ", "year-", "'9", "1,", "2025-",
    "24 mai 1999 ", "May 3 and ",
)  # fmt: skip


def test_hostile_texts_are_read_to_their_end() -> None:
    """A hundred thousand characters of anything are read without failing."""
    for seed in SEEDS:
        text = (seed * (HOSTILE // len(seed) + 1))[:HOSTILE]
        for mention in read_dates(text, on(date(2026, 3, 11))):
            assert text[mention.start : mention.end] == mention.said
