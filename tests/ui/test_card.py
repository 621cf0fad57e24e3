"""The card: every source with its own words, and how each date was read."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.ui import sample
from timeline.event import Span, Specificity
from timeline.messages import speaking
from timeline.ui.card import UNVERIFIED, card, citation, segments, set_aside


def words_of(tree: Any) -> list[str]:
    """Every piece of text in a tree, in order."""
    return [w for child in tree[2] for w in ([child] if isinstance(child, str) else words_of(child))]


def marks_of(tree: Any) -> list[tuple[str, str]]:
    """Every marked piece with the name of its mark."""
    own = [(tree[1]["class"], tree[2][0])] if tree[0] == "mark" else []
    return own + [m for child in tree[2] if not isinstance(child, str) for m in marks_of(child)]


def parts_of(tree: Any, tag: str) -> list[Any]:
    """Every element of that tag, in order."""
    own = [tree] if tree[0] == tag else []
    return own + [part for child in tree[2] if not isinstance(child, str) for part in parts_of(child, tag)]


LIBRARY = sample.library()


def test_each_source_stands_with_its_sentence() -> None:
    """Three articles, three outlets, three times the very words."""
    said = "".join(words_of(card(LIBRARY.events[0], LIBRARY)))
    for outlet in ("The Morning Ledger", "Orbit Weekly", "Kyiv Wire"):
        assert outlet in said
    assert ["".join(words_of(q)) for q in parts_of(card(LIBRARY.events[0], LIBRARY), "blockquote")] == [
        sample.TOLD[0].sentence
    ] * 3
    assert said.count("published 4–31 October 2025 (not on the page)") == 3
    assert UNVERIFIED in said


def test_a_copy_is_called_one() -> None:
    """The same text under another masthead is shown, and does not count as a voice of its own."""
    event = LIBRARY.events[0]
    first, second, third = event.reports
    copied = replace(event, reports=(first, replace(second, copy_of="a"), third))
    said = "".join(words_of(card(copied, LIBRARY)))
    assert "a copy of The Morning Ledger" in said
    assert "3 articles (2 originals, 1 copy), 2 outlets" in said


def test_date_words_and_place_words_are_marked() -> None:
    """A reader sees at once what the date and the place were read from."""
    marks = marks_of(card(LIBRARY.events[0], LIBRARY))
    assert ("when", "On 21 August") in marks
    assert ("where", "Mukachevo") in marks


def test_the_card_speaks_the_readers_language_and_quotes_in_the_articles_own() -> None:
    """What was read and why is told in Ukrainian; the article's words stay, marked with their own language."""
    event = LIBRARY.events[0]
    placed = replace(event.where, why="the text says which one: in Mukachevo")
    with speaking("uk"):
        tree = card(replace(event, where=placed), LIBRARY)
    said = "".join(words_of(tree))
    assert "текст уточнює, яке саме: Mukachevo" in said and "«On 21 August»" in said
    quotes = [(q[1]["lang"], q[1]["dir"], "".join(words_of(q))) for q in parts_of(tree, "blockquote")]
    assert quotes == [("en", "auto", sample.TOLD[0].sentence)] * 3


def test_the_whole_article_is_one_click_away() -> None:
    """Unchanged, with the evidence set off."""
    event = LIBRARY.events[0]
    whole = next(t for t in parts_of(card(event, LIBRARY), "details") if "why" not in t[1].get("class", ""))
    assert "".join(words_of(whole[2][1])) == LIBRARY.article("a").text
    assert ["".join(words_of(t)) for t in parts_of(whole, "span") if t[1].get("class") == "said"] == [
        sample.TOLD[0].sentence
    ]


def test_a_copied_quote_names_its_source() -> None:
    """The sentence in quotation marks, the outlet, the title, when it was published, and the address."""
    report = LIBRARY.events[0].reports[0]
    assert citation(report, LIBRARY.article("a")) == (
        f"“{sample.TOLD[0].sentence}”\nThe Morning Ledger, Article a, 4–31 October 2025\nhttps://example.org/story"
    )


def test_what_is_no_single_event_is_kept_at_the_foot() -> None:
    """Talk of many strikes is counted and quoted, with why it is no event."""
    many = replace(LIBRARY.events[2].reports[0], specificity=Specificity.AGGREGATE)
    found = set_aside(replace(LIBRARY, aside=(many,)))
    said = " ".join(words_of(found))
    assert "Read but set aside: 1 passage" in said
    assert "Strike · the sum of several events" in said
    assert set_aside(LIBRARY) is None


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
