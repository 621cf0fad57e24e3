"""A charge is of its own clause, and of the side that makes it: no court's and no answer's."""

import pytest

from geo.gazetteer import Gazetteer
from timeline.event import Kind
from timeline.events.library import is_told
from timeline.reading.articles import article_of
from timeline.reading.read import read

PUBLISHED = "2025-03-12"  # a Wednesday
GAZETTEER = Gazetteer.open()
CHARGES = [
    # text, accuser, accused and the place of what is alleged
    ("A French judge charged a Tunisian man on Monday with the Nice attack.", []),
    ("Accusing Rwanda of backing the rebels, Congo's president called for talks in Luanda.", [("CD", "RW", "Congo")]),
    ("Sudan accused the UAE of arming the RSF through Chad's airport.", [("SD", "AE", "Chad")]),
    ("Russia accused Ukraine of invading Kursk.", [("RU", "UA", "Russia")]),
]


@pytest.mark.parametrize(("text", "charges"), CHARGES)
def test_a_charge_is_of_its_own_clause_and_no_court_charges_a_state(
    text: str, charges: list[tuple[str, str, str]]
) -> None:
    """One person before a court is not his country, and where talks are called for is no place of the charge."""
    row = {"id": "a", "text": text, "published": PUBLISHED}
    found = [r for r in read(article_of(row), GAZETTEER).reports if is_told(r) and r.kind is Kind.ACCUSATION]
    assert [
        (r.actor and r.actor.country, r.recipient and r.recipient.country, r.where and r.where.said) for r in found
    ] == charges
