"""What was struck is told in the article's own words, or not at all."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from timeline.article import Article
from timeline.event import Kind
from timeline.reading.read import read
from timeline.when import Basis, When

DAY = date(2025, 3, 4)
GAZETTEER = Gazetteer.open()


def target(text: str) -> str:
    """The words for what was hit, by the first strike that a text tells."""
    article = Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED))
    return next((r.target for r in read(article, GAZETTEER).reports if r.kind is Kind.STRIKE), "no strike")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A missile hit a school in Sumy on Tuesday, killing three people.", "a school in Sumy"),
        ("A bakery in Sumy, Ukraine, was bombarded by Russia on Tuesday.", "a bakery in Sumy"),
        ("Six died in the hotel in Sumy that was levelled by a Russian drone on Monday.", "the hotel"),
        (
            "Insurers will not pay for a warehouse in Sumy, which burned out when it was shelled by Russia.",
            "a warehouse",
        ),
        ("Russian forces struck Kramatorsk on Monday, hitting a school with a missile.", "a school"),
        ("The bombing of a market in Sumy on Monday killed 12 people.", "a market in Sumy"),
        (
            "Six people were killed on Monday by a missile that detonated at a bus station in Sumy.",
            "a bus station in Sumy",
        ),
        ("A Russian drone came down on the morning of 2 March, killing nine at a market in Sumy.", "a market"),
        ("The drone strike on Monday on a bakery in Sumy killed six people.", "a bakery in Sumy"),
        ("The rocket, fired in the evening in Sumy on Monday, tore a school apart and killed nine.", "a school"),
        ("Nine people at a market in Sumy died on Monday when a missile landed in the middle of it.", "a market"),
        ("When a Russian drone was fired at a warehouse in Sumy on Monday, nine people died.", "a warehouse"),
        ("A mill in Sumy, in the north of Ukraine, was hit by a drone on Monday.", "a mill in Sumy"),
        ("Two nurses died on Monday in a clinic in Sumy, which artillery hit three times.", "a clinic"),
        ("Smoke rose from what had been a mill in Sumy. A drone had hit it on Monday, killing four.", "a mill"),
        ("A rocket hit Sumy on Monday. Rescuers had pulled nine bodies from a dormitory by evening.", "a dormitory"),
        ("A missile hit Sumy on Monday. A woman was killed at a bus stop.", "a bus stop"),
        ("Prayers were said on Monday for the victims of a drone strike on a bakery in Sumy.", "a bakery in Sumy"),
    ],
)
def test_the_thing_that_was_struck_is_named(text: str, said: str) -> None:
    """Subject, object, what "which" stands for, or the one thing of a known sort in the sentence."""
    assert target(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "A Russian missile strike on Monday killed three people in Sumy; eight were taken to a hospital.",
        "A drone attack near a school in Sumy on Monday hurt two people, a hospital director said.",
        "Three people were killed in Sumy on Monday when it was shelled by Russia.",
        "A drone strike on Monday killed six in Port Sudan, a Sudanese hospital source said.",
        "A missile came in low on Monday near a school in Sumy, killing three people.",
        "A missile killed three people in Sumy on Monday. Most of the hurt lay in a hospital by evening.",
        "A missile killed three in Sumy on Monday, a day after a man died. A school has been closed.",
        "Prayers were said for the victims of a drone strike that killed nine in Sumy on Monday.",
    ],
)
def test_what_only_stands_in_the_story_was_not_struck(text: str) -> None:
    """No hospital that took the hurt in, no neighbour, no pronoun, no part of a name."""
    assert not {"hospital", "school", "it", "port"} & set(target(text).lower().split())
