"""The day of an accusation is that of its own words, wherever they are dated, and never that of the deed."""

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.article import Article
from timeline.event import Kind
from timeline.events.library import build
from timeline.when import Basis, When

CASES = json.loads((Path(__file__).parents[1] / "cases" / "charge_days.json").read_text(encoding="utf-8"))
PUBLISHED = When(date(2024, 5, 8), date(2024, 5, 8), Basis.STATED)  # a Wednesday


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:50])
def test_an_accusation_is_of_the_day_of_its_words(case: dict[str, str | None]) -> None:
    """A day said of speech, letter or session dates its charge; without one, the day of publication is labelled so."""
    library = build([Article("a", "", str(case["text"]), "", "", "", "", PUBLISHED)])
    days = [e.when for e in library.events if e.kind is Kind.ACCUSATION]
    dated = [when and when.basis is not Basis.PUBLISHED and when.first and when.first.isoformat() for when in days]
    assert dated == [case["day"] or False]
