"""A library counts a text once, however many print it."""

from __future__ import annotations

from dataclasses import replace

from tests.events.reports import strike
from timeline.events import words
from timeline.events.library import build
from timeline.events.merge import merge
from timeline.reading.articles import article_of

STORY = (
    "A Russian missile hit a grain terminal in Odesa on Monday, the governor said. Five people were killed and a ship "
    "was set on fire.\n\nThe strike was the third on the port this month, he added, and rescuers worked all night."
)


def test_wire_copies_are_one_source() -> None:
    """Four mastheads with one text are one outlet; an article in words of its own is another."""
    texts = [
        ("a", "The Mail", STORY),
        ("b", "The Post", "Missile hits Odesa\n\n" + STORY),
        ("c", "The Times", STORY + "\n\nRead more"),
        ("d", "", STORY.replace("all night", "until dawn")),
        ("e", "The Star", "Five people died when a missile struck a grain terminal in Odesa on Monday, police said."),
    ]
    library = build(
        article_of({"id": name, "outlet": outlet, "text": text, "published": "2025-03-11"})
        for name, outlet, text in texts
    )
    assert library.copies == {"b": "a", "c": "a", "d": "a"}
    (event,) = [event for event in library.events if len(event.reports) > 1]
    assert {report.article_id: report.copy_of for report in event.reports} == {
        "a": "", "b": "a", "c": "a", "d": "a", "e": "",
    }  # fmt: skip
    assert (event.outlets, event.copies) == (2, 3)
    assert words.sources(event) == "5 articles (2 originals, 3 copies), 2 outlets"


def test_copies_whose_original_tells_nothing_are_one_source() -> None:
    """A group counts once also where its original is no part of the event."""
    copied = [replace(strike(name), copy_of="z") for name in "ab"]
    (event,) = merge(copied)
    assert (event.outlets, event.copies) == (1, 2)
    (event,) = merge([*copied, strike("c")])
    assert event.outlets == 2


def test_sources_are_counted_in_words() -> None:
    """As they stand on the page."""
    (event,) = merge([strike("a"), *(replace(strike(name), copy_of="a") for name in "bcd")])
    assert words.sources(event) == "4 articles (1 original, 3 copies), 1 outlet"
    assert words.originals(2, 1) == "2 originals, 1 copy"
