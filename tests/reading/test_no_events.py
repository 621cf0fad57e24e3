"""Those of other desks (courts, sport, weather, the stage) map nothing, and no strike is given others' dead."""

from datetime import date
from pathlib import Path

import pytest

from timeline.article import Article
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2025, 3, 12), date(2025, 3, 12), Basis.STATED)  # a Wednesday
CASES = Path(__file__).parents[1] / "cases"


def _texts(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


ARTICLES, NUMBERS = _texts("no_events.txt"), _texts("no_tolls.txt")


@pytest.mark.parametrize("text", ARTICLES, ids=[text[:70] for text in ARTICLES])
def test_an_article_without_a_strike_or_an_accusation_tells_of_none(text: str) -> None:
    """Crime, accidents, figures of speech, plots, drills, threats and history are no events."""
    events = build([Article("a", "", text, "", "", "", "", PUBLISHED)]).events
    assert [(event.kind, event.reports[0].evidence) for event in events] == []


@pytest.mark.parametrize("text", NUMBERS, ids=[text[:70] for text in NUMBERS])
def test_a_number_that_counts_nobody_hurt_is_no_toll(text: str) -> None:
    """Weapons, cattle, the rescued, the dead of other days and deeds are never the dead of a strike."""
    events = build([Article("a", "", text, "", "", "", "", PUBLISHED)]).events
    assert [toll for event in events for toll in (event.killed, event.injured) if toll] == []
