"""Whatever stands beside a strike changes neither its place nor its day nor its dead.

Asides about the town, closing words and next sentences that name other places, days and numbers, each with each way to
tell the strike.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.article import Article
from timeline.event import Kind
from timeline.events.library import build
from timeline.when import Basis, When

CASES = json.loads((Path(__file__).parents[1] / "cases" / "beside_a_strike.json").read_text(encoding="utf-8"))
WEDNESDAY, TUESDAY = date(2024, 6, 19), date(2024, 6, 18)
PUBLISHED = When(WEDNESDAY, WEDNESDAY, Basis.STATED)


def told(text: str) -> list[tuple[str | None, date | None, int | None]]:
    """The place, the day and the dead of every strike of a text published on Wednesday."""
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    strikes = [e for e in library.events if e.kind is Kind.STRIKE]
    return [(e.where and e.where.said, e.when and e.when.first, e.killed and e.killed.best) for e in strikes]


def sentence(strike: str, aside: str = "", ending: str = "") -> str:
    """One sentence; a comma that closes the aside is none before another comma or the full stop."""
    return strike.format(aside=aside, ending=ending).replace(",,", ",").replace(",.", ".")


@pytest.mark.parametrize("strike", CASES["strikes"])
@pytest.mark.parametrize("aside", CASES["asides"])
def test_what_is_said_of_the_town_is_of_the_town(strike: str, aside: str) -> None:
    """How far it lies from others, who lives there, what it is known for."""
    assert told(sentence(strike, aside=aside)) == [("Kramatorsk", TUESDAY, 9)]


@pytest.mark.parametrize("strike", CASES["strikes"])
@pytest.mark.parametrize("ending", CASES["endings"])
def test_what_closes_the_sentence_is_of_other_things(strike: str, ending: str) -> None:
    """Who said so where, what happened elsewhere, where the wounded went, other strikes' dead."""
    assert told(sentence(strike, ending=ending)) == [("Kramatorsk", TUESDAY, 9)]


@pytest.mark.parametrize("strike", CASES["strikes"])
@pytest.mark.parametrize("after", CASES["next"])
def test_the_next_sentence_tells_no_strike(strike: str, after: str) -> None:
    """Answers, funerals, schools, history: no second event, and no other day or town for the first."""
    assert told(f"{sentence(strike)} {after}") == [("Kramatorsk", TUESDAY, 9)]
