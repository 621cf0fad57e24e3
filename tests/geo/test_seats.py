"""Capitals of regions that a text does not name: "the capital of Darfur"."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.place import PlaceKind
from geo.resolve import read_places

GAZETTEER = Gazetteer.open()


def meant(text: str, said: str) -> str | None:
    """The name of what the first mention of ``said`` means."""
    place = next(mention for mention in read_places(text, GAZETTEER) if mention.said == said).place
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "said", "seat"),
    [
        ("Jets bombed the capital of Tigray at dawn, doctors in Ethiopia said.", "Tigray", "Mek'ele"),
        ("A drone fell on the provincial capital of Nangarhar in Afghanistan.", "Nangarhar", "Jalālābād"),
        ("Gunmen stormed the Cabo Delgado capital on Sunday, Mozambique said.", "Cabo Delgado", "Pemba"),
        ("Cabo Delgado's provincial capital was shelled, Mozambique said.", "Cabo Delgado", "Pemba"),
    ],
)
def test_a_region_named_for_its_capital_alone_means_the_town(text: str, said: str, seat: str) -> None:
    """The town from which a region is governed is meant where the text speaks of its capital and gives no name."""
    assert meant(text, said) == seat


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Shells hit Mekele, the capital of Tigray, in Ethiopia.", "Tigray"),
        ("The Tigray capital, Mekele, was bombed, Ethiopia said.", "Tigray"),
        ("Tigray capital markets fell in Ethiopia.", "Tigray"),
        ("A jury in Dallas heard the Texas capital murder case.", "Texas"),
        ("The capital of Ethiopia is far from Tigray, where a strike killed two.", "Tigray"),
    ],
)
def test_a_region_whose_capital_is_named_stays_a_region(text: str, said: str) -> None:
    """A capital that has its name in the sentence needs no other, and other capitals are none."""
    (place,) = {m.place for m in read_places(text, GAZETTEER) if m.said == said}
    assert place is not None and place.kind is PlaceKind.REGION


def test_a_region_knows_its_seat() -> None:
    """The seat of a first-order region is a town, mostly in it; a town and an unknown row have none."""
    row = GAZETTEER.named_row("ET.53")
    assert row is not None
    seat = GAZETTEER.seat(row)
    assert seat is not None and row in GAZETTEER.parents(seat)
    assert GAZETTEER.seat(seat) is None
    seated = [GAZETTEER.seat(i) for i in range(len(GAZETTEER)) if GAZETTEER.kind(i) is PlaceKind.REGION]
    assert sum(seat is not None for seat in seated) > 0.6 * len(seated)
