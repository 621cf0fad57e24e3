"""Names that the gazetteer lacks are asked for alone, and believed only where the answer fits what the text tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.place import GeocoderUnavailable, Place, PlaceKind
from timeline.article import Article
from timeline.event import Kind, Report, Role
from timeline.reading.lacking import MOST_NAMES, placed
from timeline.reading.read import Reading, read
from timeline.when import Basis, When

PUBLISHED = When(date(2026, 3, 11), date(2026, 3, 11), Basis.STATED)
VILLAGE = Place(0, "Novozzyvka", PlaceKind.CITY, "UA", "Kharkiv Oblast", None, 49.6, 36.6, 2.0)
FAR = Place(0, "Novozzyvka", PlaceKind.CITY, "UA", "Lviv Oblast", None, 49.8, 24.0, 2.0)
ABROAD = Place(0, "Novozzyvka", PlaceKind.CITY, "RU", None, None, 50.3, 36.6, 2.0)
REGION = Place(0, "Novozzyvka", PlaceKind.REGION, "UA", None, None, 49.6, 36.6, 90.0)
STORY = "A Russian missile hit the village of Novozzyvka in Kharkiv region on Saturday, killing two people."


def told(text: str) -> Reading:
    """One article of that text."""
    return read(Article("a", "", text, "", "", "", "en", PUBLISHED), Gazetteer.open())


def strike(reading: Reading) -> Report:
    (report,) = (report for report in reading.reports if report.kind is Kind.STRIKE)
    return report


def answering(asked: list[str], *places: Place) -> Callable[[str], Sequence[Place]]:
    """A service that remembers what it was asked."""
    return lambda name: asked.append(name) or places  # type: ignore[func-returns-value]


def test_a_lacking_village_is_placed_within_its_region() -> None:
    """Only its name is asked for; the region is what contains it, and the card can say who knew."""
    asked: list[str] = []
    reading = told(STORY)
    assert strike(reading).place.kind is PlaceKind.REGION
    found = strike(placed(reading, answering(asked, VILLAGE)))
    assert asked == ["Novozzyvka"]
    assert (found.place, found.where.said) == (VILLAGE, "Novozzyvka")
    assert reading.article.text[found.where.start : found.where.end] == "Novozzyvka"
    assert Role.CONTAINER in {one.role for one in found.places} and "Nominatim" in found.where.why


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ((), "Kharkiv"),
        ((FAR,), "Kharkiv"),
        ((ABROAD,), "Kharkiv"),
        ((REGION,), "Kharkiv"),
        ((VILLAGE, FAR), "Novozzyvka"),
        ((VILLAGE, VILLAGE), "Kharkiv"),
    ],
)
def test_an_answer_has_to_fit_and_to_be_the_only_one(answers: tuple[Place, ...], place: str) -> None:
    """What lies elsewhere, is no town, or is one of two is not believed."""
    found = strike(placed(told(STORY), answering([], *answers))).place
    assert found is not None and found.name == place


NOTHING_TO_ASK = [
    "A Russian missile hit a mill in Kharkiv on Saturday, killing two people.",  # the gazetteer knows it
    "A missile hit a mill in March, killing two people.",  # no place is told at all
    "Zelensky accused Russia on Saturday of shelling the village of Novozzyvka.",  # no strike of its own
    "A Russian missile hit a mill in Kharkiv region on Saturday.",
]


@pytest.mark.parametrize("text", NOTHING_TO_ASK)
def test_nothing_is_asked_without_need(text: str) -> None:
    """A known place, no place, an accusation, a region alone: the reading stays as it is."""
    asked: list[str] = []
    reading = told(text)
    assert placed(reading, answering(asked, VILLAGE)) == reading
    assert asked == []


def test_an_article_asks_for_few_names_and_for_each_once() -> None:
    """Ten at most, however many it has."""
    asked: list[str] = []
    names = [f"Novozz{letter}vka" for letter in "abcdefghijklmno"]
    text = " ".join(f"A missile hit the village of {name} in Kharkiv region on Saturday." for name in [*names, *names])
    placed(told(text), answering(asked))
    assert len(asked) == len(set(asked)) <= MOST_NAMES and set(asked) <= set(names)


def test_silence_is_the_callers_to_tell() -> None:
    """What the service raises comes through."""

    def silent(name: str) -> Sequence[Place]:
        raise GeocoderUnavailable(name)

    with pytest.raises(GeocoderUnavailable):
        placed(told(STORY), silent)
