"""What an article reports, and what it does not: every row is a text with the events an editor reads in it."""

import json
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from timeline.article import Article
from timeline.event import Event, Kind
from timeline.events.library import build
from timeline.when import Basis, When

FILES = [Path(__file__).parents[1] / "cases" / f"{name}.json" for name in ("reports", "strikes", "retold")]
CASES = [case for file in FILES for case in json.loads(file.read_text(encoding="utf-8"))]
PUBLISHED = When(date(2026, 3, 11), date(2026, 3, 11), Basis.STATED)  # a Wednesday
LONGEST = 10  # seconds that any article may take, on a slow machine


def _facts(event: Event) -> dict[str, object]:
    where, when = event.where, event.when
    return {
        "kind": str(event.kind),
        "sub_kind": event.sub_kind if event.kind is Kind.STRIKE else None,
        "first": when and when.first and when.first.isoformat(),
        "last": when and when.last and when.last.isoformat(),
        "basis": when and str(when.basis),
        "place": where and where.said,
        "geonameid": where and where.place and where.place.geonameid,
        "where_prec": event.where_prec,
        "actor": event.actor and event.actor.country,
        "recipient": event.recipient and event.recipient.country,
        "killed": event.killed and event.killed.best,
        "injured": event.injured and event.injured.best,
        "stance": str(event.stance),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_an_article_reports_what_an_editor_reads_in_it(case: dict[str, list[object]]) -> None:
    """Kind, day, place, parties, toll and stance of every event; what is no event is set aside or nothing at all."""
    library = build([Article("a", "", str(case["text"]), "", "", "", "", PUBLISHED)])
    assert [_facts(e) for e in library.events] == case["events"]
    assert [[str(r.kind), str(r.stance), str(r.specificity)] for r in library.aside] == case["aside"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anan Srisai, Thailand's army spokesman, alleged on Monday that Cambodia lays mines.", "Anan Srisai"),
        ("Taiwan's coast guard chief Hsu Wen-cheng accused China on Monday of smuggling weapons.", "Hsu Wen-cheng"),
        ("Taiwan's coast guard chief, Hsu Wen-cheng, accused China on Monday of smuggling weapons.", "Hsu Wen-cheng"),
        ("Thailand's army accused Cambodia on Monday of planting mines on tracks.", "Thailand's army"),
        (
            "In Kharkiv, Ukraine's army chief said on Monday there was proof that Russia poisons wells.",
            "Ukraine's army chief",
        ),
    ],
)
def test_whoever_holds_an_office_is_named_though_a_town_bears_part_of_the_name(text: str, speaker: str) -> None:
    """Anan and Hsu Wen are towns too; what is all a place's name is nobody's."""
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    assert [e.actor and e.actor.name for e in library.events] == [speaker]


def test_what_was_attacked_too_owns_none_of_the_words_about_the_first_attack() -> None:
    """What speaks of the shelling again tells of the region, not of the city that drones flew to that day."""
    text = (
        "Shelling of Russia's Belgorod region killed one person, its governor said Tuesday.\n\nCrews were at work.\n\n"
        "The power was cut.\n\nNobody could reach him.\n\nTuesday's shelling came one day after he spoke of war.\n\n"
        "Moscow too was attacked by drones on Tuesday."
    )
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    moscow = next(e for e in library.events if e.where and e.where.said == "Moscow")
    told = [text[s.start : s.end] for report in moscow.reports for s in report.evidence]
    assert told == ["Moscow too was attacked by drones on Tuesday."]


def test_what_is_alleged_is_told_without_whom() -> None:
    """The accused is named beside it."""
    text = "Ukraine has accused Beijing, saying that China gives Russia satellite data."
    article = Article("a", "", text, "", "", "", "en", When(date(2025, 10, 5), date(2025, 10, 5), Basis.STATED))
    [event] = build([article]).events
    assert event.target == "China gives Russia satellite data."


@pytest.mark.parametrize(
    "opening", ["Moscow", "Moscow drew", "Moscow accused", "The rebels were", "Kyiv alleged that the"]
)
def test_a_slow_text_of_spaces_is_read_in_seconds(opening: str) -> None:
    """A long run of spaces in a sentence, as a broken page has, is gone over once, not once for each space."""
    text = f"{opening}{' ' * 3000}criticism of rebels, Minsk alleged on Monday."
    began = monotonic()
    build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    assert monotonic() - began < LONGEST
