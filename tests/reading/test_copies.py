"""Copies of one text are told from articles of their own, whatever the order in which they come."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article
from timeline.reading.articles import article_of, read_folder
from timeline.reading.copies import copies
from timeline.reading.zones import sentences

BUNDLED = Path(__file__).resolve().parents[2] / "data" / "articles"
STORY = (BUNDLED / "002.txt").read_text(encoding="utf-8")
DAY = date(2026, 3, 11)
BRIEF = "A drone hit a depot near Sumy on Monday night, the governor said, and nobody was hurt in the fire there."


def article(name: str, text: str, day: date | None = DAY) -> Article:
    """An article of that text, published on that day."""
    return article_of({"id": name, "text": text, "published": day.isoformat() if day else ""})


def found(*articles: Article) -> dict[str, str]:
    """Which of them are copies of which."""
    return copies([(one, sentences(one.text)) for one in articles])


def edited(text: str, every: int) -> str:
    """The text with every so-manieth word changed."""
    words = text.split(" ")
    return " ".join("altered" if n % every == every - 1 else word for n, word in enumerate(words))


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.replace("\n\n", "\r\n\r\n").upper(),
        "Our headline is another one\n\n" + STORY,
        STORY + "\n\nPhoto: A mill in Kharkiv. (Mail / AFP)\n\nRead more\n\nSign up for our newsletter",
        edited(STORY, 25),
        "\n\n".join(STORY.split("\n\n")[:-2]),
        STORY.replace("e", "e\u200b"),
    ],
    ids=["same", "capitals", "headline", "caption and footer", "small edits", "cut short", "hidden characters"],
)
def test_a_wire_copy_is_a_copy(copy: str) -> None:
    """Another headline, a caption, a footer, small edits or a missing end make no other article of it."""
    assert found(article("a", STORY), article("b", copy, DAY + timedelta(days=1))) == {"b": "a"}


def test_the_same_story_in_other_words_is_no_copy() -> None:
    """The bundled articles tell one story five times, and share names and quotes."""
    articles, _ = read_folder(BUNDLED)
    assert found(*articles) == {}


def test_a_short_quote_is_no_copy() -> None:
    """A brief that stands whole in a long article is no copy of it, nor the long one of the brief."""
    assert found(article("a", BRIEF), article("b", f"{STORY}\n\n{BRIEF}")) == {}


def test_short_texts_are_copies_only_word_by_word() -> None:
    """A line with one word changed may tell of something else."""
    line = "A drone hit Sumy on Monday."
    assert found(article("a", line), article("b", line.upper()), article("c", line.replace("Sumy", "Odesa"))) == {
        "b": "a"
    }


def test_a_bulletins_next_issue_is_no_copy() -> None:
    """A text that returns weeks later with other figures is news; word by word it is still a copy."""
    later = DAY + timedelta(days=30)
    assert found(article("a", STORY), article("b", edited(STORY, 25), later)) == {}
    assert found(article("a", STORY), article("b", STORY, later)) == {"b": "a"}
    assert found(article("a", STORY, None), article("b", edited(STORY, 25), later)) == {"a": "b"}


def test_the_first_published_is_the_original() -> None:
    """Of one day the first by id, and one whose date is not known comes last."""
    group = [
        article("d", STORY, None),
        article("c", STORY),
        article("b", STORY),
        article("a", STORY, DAY + timedelta(1)),
    ]
    assert found(*group) == {"c": "b", "a": "b", "d": "b"}


@settings(max_examples=20)
@given(st.permutations(range(5)))
def test_the_order_changes_nothing(order: list[int]) -> None:
    """Any order gives the same copies."""
    group = [
        article("a", STORY),
        article("b", edited(STORY, 20), DAY + timedelta(days=1)),
        article("c", edited(STORY, 9)),
        article("d", BRIEF * 3),
        article("e", BRIEF * 3, None),
    ]
    assert found(*(group[n] for n in order)) == {"b": "a", "c": "a", "e": "d"}


def test_nothing_and_next_to_nothing() -> None:
    """No articles, and articles of a word or of none, are compared without complaint."""
    assert found() == {}
    assert found(article("a", "x"), article("b", "!"), article("c", "?"), article("d", "X")) == {"d": "a", "c": "b"}
