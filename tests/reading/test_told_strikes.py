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


@pytest.mark.parametrize(("count", "text"), CASES, ids=[text[:70] for _, text in CASES])
def test_a_text_tells_as_many_strikes_as_an_editor_counts_in_it(count: str, text: str) -> None:
    """Two strikes of one sentence are two; a labour strike, a plan, a habit, a test and an accident are none."""
    library = build([Article("a", "", text.replace("\\n", "\n"), "", "", "", "", PUBLISHED)])
    assert sum(event.kind is Kind.STRIKE for event in library.events) == int(count)
