"""The card: every source with its own words, and how each date was read."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.ui import sample
from timeline.event import Span
from timeline.ui.card import UNVERIFIED, card, segments


def words_of(tree: Any) -> list[str]:
    """Every piece of text in a tree, in order."""
    return [w for child in tree[2] for w in ([child] if isinstance(child, str) else words_of(child))]


def marks_of(tree: Any) -> list[tuple[str, str]]:
    """Every marked piece with the name of its mark."""
    own = [(tree[1]["class"], tree[2][0])] if tree[0] == "mark" else []
    return own + [m for child in tree[2] if not isinstance(child, str) for m in marks_of(child)]


LIBRARY = sample.library()


def test_each_source_stands_with_its_sentence() -> None:
    """Three articles, three outlets, three times the very words."""
    said = "".join(words_of(card(LIBRARY.events[0], LIBRARY)))
    for outlet in ("The Morning Ledger", "Orbit Weekly", "Kyiv Wire"):
        assert outlet in said
    assert said.count(sample.TOLD[0].sentence) == 3
    assert said.count("published 4–31 October 2025 (not on the page)") == 3
    assert UNVERIFIED in said


def test_date_words_and_place_words_are_marked() -> None:
    """A reader sees at once what the date and the place were read from."""
    marks = marks_of(card(LIBRARY.events[0], LIBRARY))
    assert ("when", "On 21 August") in marks
    assert ("where", "Mukachevo") in marks


def test_it_says_how_a_date_was_read() -> None:
    """With the words and what they were read against."""
    said = " ".join(words_of(card(LIBRARY.events[3], LIBRARY)))
    assert "'on Saturday', read against 4 October 2025 to 31 October 2025" in said


def test_where_sources_differ_each_has_its_value() -> None:
    """By outlet, with how the values stand to each other."""
    said = " ".join(words_of(card(LIBRARY.events[0], LIBRARY)))
    assert "one is more exact than another" in said
    assert "The Morning Ledger 21 August" in said


def test_what_is_unknown_is_said_to_be() -> None:
    """No date and no place are words, not gaps; an accusation has no place to miss."""
    assert "date not known" in " ".join(words_of(card(LIBRARY.events[7], LIBRARY)))
    assert "place not known" in " ".join(words_of(card(LIBRARY.events[8], LIBRARY)))
    assert "place not known" not in " ".join(words_of(card(LIBRARY.events[3], LIBRARY)))


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_marking_never_changes_the_words(text: str, ends: list[tuple[int, int]]) -> None:
    """Whatever the marks, the pieces put together are the sentence."""
    pieces = segments(text, Span(0, len(text)), [(a, b, "when") for a, b in ends])
    assert "".join(said for said, _ in pieces) == text
    assert all(said for said, _ in pieces)
    assert all(not (a[1] == b[1] == "") for a, b in pairwise(pieces))
