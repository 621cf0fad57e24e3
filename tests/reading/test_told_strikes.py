"""How many strikes a text tells: each that it tells, apart, and none that it only speaks of."""

from datetime import date
from pathlib import Path

import pytest

from timeline.article import Article
from timeline.event import Kind
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2025, 3, 12), date(2025, 3, 12), Basis.STATED)  # a Wednesday
LINES = (Path(__file__).parents[1] / "cases" / "told_strikes.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" | ", 1) for line in LINES if line and not line.startswith("#")]
RECALLED = [
    "A man was jailed for life in Paris on Monday for the bombing of a station in Lyon.",
    "Residents of Kramatorsk on Tuesday mourned the victims of the missile strike on the railway station.",
    "Kyiv marked on Saturday the third anniversary of the missile strike on Kramatorsk, which killed 61 people.",
    "An inquest in London heard on Monday how a car bomb killed a journalist in Valletta.",
    "The pianist played in Odesa on Sunday for children whose school was destroyed by a missile.",
    "The bakery in Chernihiv, rebuilt after a shell hit the queue outside it, reopened on Monday.",
    "A court in Karlsruhe sentenced a man on Thursday for planting the bomb that killed two in Ansbach.",
    "The hospital in Kunduz, bombed by a US gunship, was reopened on Sunday.",
    "Ten years after a missile hit a market in Donetsk, relatives gathered in Kyiv on Wednesday.",
]


@pytest.mark.parametrize("text", RECALLED)
def test_what_is_only_recalled_is_not_dated_by_what_recalls_it(text: str) -> None:
    """Courts, mourners, anniversaries and what was rebuilt have their day; the strike's own is not known."""
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    assert [event.when for event in library.events if event.kind is Kind.STRIKE] == [None]


@pytest.mark.parametrize(("count", "text"), CASES, ids=[text[:70] for _, text in CASES])
def test_a_text_tells_as_many_strikes_as_an_editor_counts_in_it(count: str, text: str) -> None:
    """Two strikes of one sentence are two; a labour strike, a plan, a habit, a test and an accident are none."""
    library = build([Article("a", "", text.replace("\\n", "\n"), "", "", "", "", PUBLISHED)])
    assert sum(event.kind is Kind.STRIKE for event in library.events) == int(count)
