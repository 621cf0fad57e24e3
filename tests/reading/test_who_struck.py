"""Who struck: not the target of the weapon, who answers, who claims credit elsewhere, nor a court."""

from datetime import date

import pytest

from timeline.article import Article
from timeline.event import Kind
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2025, 3, 12), date(2025, 3, 12), Basis.STATED)  # a Wednesday
SIDES = [
    # text, the strikes' place, doer and first day
    (
        "Mr Dahan, blaming President Omar Said for the weekend's suicide bombings in Haifa, sent jets to Jenin.",
        [("Haifa", None, "2025-03-08")],
    ),
    ("An S-300 missile meant for a Russian drone hit a flat in Kyiv on Monday.", [("Kyiv", None, "2025-03-10")]),
    (
        "Turkey is used to it — Kurdish militants claimed credit for a bombing in Istanbul on Monday.",
        [("Istanbul", None, "2025-03-10")],
    ),
    (
        "A court in Karlsruhe on Monday charged a Syrian with the shelling of Yarmouk camp.",
        [("Yarmouk camp", None, None)],
    ),
    (
        "A rocket hit Majdal Shams on Saturday, killing 12. Hezbollah denied it. Israel hit a farm in reply.",
        [("Majdal Shams", None, "2025-03-08")],
    ),
    ("A Libyan air force strike hit a clinic in Sabha on Monday.", [("Sabha", "LY", "2025-03-10")]),
    ("Sudanese shelling hit a bus in Nyala on Monday.", [("Nyala", "SD", "2025-03-10")]),
    ("A Syrian helicopter dropped bombs on Hama on Monday.", [("Hama", "SY", "2025-03-10")]),
    ("M23 rebel shelling killed two people in Goma on Monday.", [("Goma", "CD", "2025-03-10")]),
    ("A Syrian helicopter was hit by a missile in Hama on Monday.", [("Hama", None, "2025-03-10")]),
    ("The Sudanese army said shelling hit a bus in Nyala on Monday.", [("Nyala", None, "2025-03-10")]),
]


@pytest.mark.parametrize(("text", "strikes"), SIDES)
def test_who_answers_claims_or_was_aimed_at_did_not_strike(
    text: str, strikes: list[tuple[str, str | None, str | None]]
) -> None:
    """The target of the weapon, a country of the clause before and who strikes back are no doers of the strike."""
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    found = [r for event in library.events if event.kind is Kind.STRIKE for r in event.reports]
    assert [
        (r.where and r.where.said, r.actor and r.actor.country, r.when and r.when.first and r.when.first.isoformat())
        for r in found
    ] == strikes
