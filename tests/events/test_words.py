"""What events are called: every line says how sure it is."""

from dataclasses import replace
from datetime import date

import pytest

from tests.ui import sample
from timeline.event import Event, Toll
from timeline.events import words
from timeline.when import Basis, When

D = date
DATES = [
    (None, None, "date not known"),
    (D(2025, 8, 21), D(2025, 8, 21), "21 August 2025, exact day"),
    (D(2025, 4, 1), D(2025, 4, 30), "April 2025, within a month"),
    (D(2025, 1, 1), D(2025, 12, 31), "2025, no closer than this"),
    (D(2025, 12, 23), D(2025, 12, 24), "23–24 December 2025, within a few days"),
    (D(2025, 1, 1), D(2025, 10, 4), "1 January – 4 October 2025, no closer than this"),
    (D(2024, 12, 30), D(2025, 1, 5), "30 December 2024 – 5 January 2025, within a week"),
    (D(2022, 2, 24), None, "since 24 February 2022, no closer than this"),
    (None, D(2022, 2, 24), "until 24 February 2022, no closer than this"),
]


@pytest.mark.parametrize(("first", "last", "said"), DATES)
def test_a_date_says_how_exact_it_is(first: date | None, last: date | None, said: str) -> None:
    """A day, a month, a year, an interval, an open end."""
    when = When(first, last, Basis.STATED) if first or last else None
    assert words.when(when) == said


def test_a_publication_date_is_labelled_as_one() -> None:
    """It never passes for the day of the event."""
    when = When(D(2025, 8, 21), D(2025, 8, 21), Basis.PUBLISHED)
    assert "publication date" in words.when(when)


def by_id(n: int) -> Event:
    return sample.library().events[n]


def test_titles_name_what_was_hit_and_who_accuses_whom() -> None:
    """Titles are built by us from what the articles name."""
    assert words.title(by_id(0)) == "Missile strike on a plant of Flex"
    assert words.title(by_id(4)) == "Zelensky accuses China"
    assert words.title(by_id(7)) == "Shelling of a village"
    assert words.title(replace(by_id(1), target="", sub_kind="")) == "Strike in Kharkiv"
    assert words.title(replace(by_id(1), target="", sub_kind="attack", where=None)) == "Attack"
    assert words.title(replace(by_id(4), actor=None, recipient=None)) == "Someone accuses someone"


def test_a_long_title_is_cut_at_a_word() -> None:
    """It stays on its lines and says that it was cut."""
    title = words.title(replace(by_id(0), target="plant " * 100))
    assert len(title) <= words.TITLE_LIMIT + 2
    assert title.endswith("plant …")


TOLLS = [
    (None, ""),
    (Toll(1, 1, 1, "one"), "1 killed"),
    (Toll(3, 3, None, "at least three"), "at least 3 killed"),
    (Toll(10, 11, 12, "10 to 12"), "10–12 killed"),
    (Toll(None, None, None, "several"), "some killed"),
    (Toll(0, 0, 0, "no one"), "0 killed"),
]


@pytest.mark.parametrize(("toll", "said"), TOLLS)
def test_a_toll_not_stated_is_not_none(toll: Toll | None, said: str) -> None:
    """Nothing said is an empty line; a stated zero is zero; several is no number."""
    assert words.toll(replace(by_id(5), killed=toll)) == said


def test_a_place_says_how_exact_it_is() -> None:
    """A town is exact to its size, a country has no point."""
    assert words.where(by_id(0).where) == "Mukachevo, Zakarpattia, Ukraine · in the town, to about 5 km"
    assert words.where(by_id(2).where) == "Ukraine · country, no point known"
    assert words.where(by_id(8).where) == "place not known"


def test_counts_are_in_plain_words() -> None:
    """Singular, plural and thousands."""
    assert [words.plural(n, "event") for n in (0, 1, 2, 5000)] == ["0 events", "1 event", "2 events", "5,000 events"]
    assert words.sources(by_id(0)) == "3 articles, 3 outlets"
