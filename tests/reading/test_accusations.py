"""Who accuses whom in a text: each accusation that it tells, and none where somebody only speaks or is tried."""

from datetime import date
from pathlib import Path

import pytest

from timeline.article import Article
from timeline.event import Kind, Party
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2025, 3, 12), date(2025, 3, 12), Basis.STATED)  # a Wednesday
LINES = (Path(__file__).parents[1] / "cases" / "accusations.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" | ", 1) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("expected", "text"), CASES, ids=[text[:70] for _, text in CASES])
def test_a_text_tells_who_accuses_whom(expected: str, text: str) -> None:
    """Accuser and accused are named for each accusation; a quarrel at home and a crime are none."""
    library = build([Article("a", "", text.replace("\\n", "\n"), "", "", "", "", PUBLISHED)])
    told = [r for e in library.events if e.kind is Kind.ACCUSATION for r in e.reports]
    found = sorted((_name(r.actor), _name(r.recipient)) for r in told)
    pairs = [] if expected == "none" else sorted(_pair(one) for one in expected.split(";"))
    assert len(found) == len(pairs), found
    assert all(who in by and whom in of for (by, of), (who, whom) in zip(found, pairs, strict=True)), found


def _pair(said: str) -> tuple[str, str]:
    who, _, whom = said.partition(">")
    return who.strip(), whom.strip()


def _name(party: Party | None) -> str:
    return party.name if party else ""
