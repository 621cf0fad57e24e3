"""Articles of the other desks - courts, sport, work, markets, weather, the stage - put nothing on the map."""

from datetime import date
from pathlib import Path

import pytest

from timeline.article import Article
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2025, 3, 12), date(2025, 3, 12), Basis.STATED)  # a Wednesday
LINES = (Path(__file__).parents[1] / "cases" / "no_events.txt").read_text(encoding="utf-8").splitlines()
ARTICLES = [line for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("text", ARTICLES, ids=[text[:70] for text in ARTICLES])
def test_an_article_without_a_strike_or_an_accusation_tells_of_none(text: str) -> None:
    """Crime, accidents, figures of speech, plots, drills, threats and history are no events."""
    events = build([Article("a", "", text, "", "", "", "", PUBLISHED)]).events
    assert [(event.kind, event.reports[0].evidence) for event in events] == []
