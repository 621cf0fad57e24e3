"""The dead and hurt of one deed are never counted to another."""

import json
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from timeline.event import Kind
from timeline.events.library import is_told
from timeline.reading.articles import article_of
from timeline.reading.read import read

PUBLISHED = "2025-03-12"  # a Wednesday
CASES = json.loads((Path(__file__).parents[1] / "cases" / "whose_harm.json").read_text(encoding="utf-8"))
STRIKES = [(case["text"], [tuple(one) for one in case["strikes"]]) for case in CASES]  # place, dead, injured


@pytest.fixture(scope="module")
def gazetteer():
    """One gazetteer for all cases."""
    return Gazetteer.open()


def _told(text: str, gazetteer: Gazetteer):
    row = {"id": "a", "text": text, "published": PUBLISHED}
    return [r for r in read(article_of(row), gazetteer).reports if is_told(r)]


@pytest.mark.parametrize(("text", "strikes"), STRIKES)
def test_each_strike_keeps_its_own_dead(
    text: str, strikes: list[tuple[str, int | None, int | None]], gazetteer: Gazetteer
) -> None:
    """A clause with another cause, day or town keeps its toll to itself."""
    found = [r for r in _told(text, gazetteer) if r.kind is Kind.STRIKE]
    assert [
        (r.where and r.where.said, r.killed and r.killed.best, r.injured and r.injured.best) for r in found
    ] == strikes
