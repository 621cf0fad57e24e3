"""The scores that the README publishes are computed as it says: known answers have known scores."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.bench import score_dates, score_places
from tests.bench.matching import f1, pairs
from tests.bench.quality import date_quality, frozen_first, frozen_multiples, main, place_quality

TEXT = "On Friday, shells fell for two days; it was quiet in May."
FRIDAY = {"start": 3, "end": 9, "type": "DATE", "value": "2025-10-03"}
TWO_DAYS = {"start": 27, "end": 35, "type": "DURATION", "value": "P2D"}
MAY = {"start": 53, "end": 56, "type": "DATE", "value": "2025-05"}
GOLD = [FRIDAY, TWO_DAYS, MAY]

# what was found, and its strict, value and interval F1 in points
FOUND = {
    "all of it": ([FRIDAY, TWO_DAYS, MAY], 100, 100, 100),
    "nothing": ([], 0, 0, 0),
    "a preposition and a comma too many": ([{**FRIDAY, "start": 0, "end": 10}, TWO_DAYS, MAY], 66.67, 100, 100),
    "punctuation around it": ([{**FRIDAY, "start": 2, "end": 10}, TWO_DAYS, MAY], 100, 100, 100),
    "another day": ([{**FRIDAY, "value": "2025-10-10"}, TWO_DAYS, MAY], 100, 66.67, 50),
    "other words for the same days": ([{**FRIDAY, "value": "2025-W40-5"}, TWO_DAYS, MAY], 100, 66.67, 100),
    "days given beside the value": (
        [{**FRIDAY, "value": "", "interval": ["2025-10-03", "2025-10-04"]}, TWO_DAYS, MAY],
        100,
        66.67,
        100,
    ),
    "one missed": ([FRIDAY, TWO_DAYS], 80, 80, 66.67),
    "one too many": ([*GOLD, {"start": 11, "end": 17, "type": "DATE", "value": "2025"}], 85.71, 85.71, 80),
    "days for a duration": ([FRIDAY, {**TWO_DAYS, "type": "DATE", "value": "2025"}, MAY], 100, 66.67, 100),
}


@pytest.mark.parametrize("case", FOUND)
def test_dates_have_their_scores(case: str) -> None:
    """Span, value and days are judged each for itself."""
    found, *scores = FOUND[case]
    figures = score_dates.figures(score_dates.score(TEXT, GOLD, found))
    assert figures == {"mentions": 3, **dict(zip(score_dates.MEASURES, scores, strict=True))}


def test_a_gold_date_known_to_be_wrong_counts_nowhere() -> None:
    """Neither it nor what answers it is counted."""
    found = [{**FRIDAY, "value": "2025-10-10"}, TWO_DAYS]
    figures = score_dates.figures(score_dates.score(TEXT, GOLD, found, wrong=[0]))
    assert figures == {"mentions": 2, "strict": 66.67, "value": 66.67, "interval": 0}


@pytest.mark.parametrize(
    ("value", "first", "after"),
    [
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        ("2024-02-29T21:30", "2024-02-29", "2024-03-01"),
        ("20240229", "2024-02-29", "2024-03-01"),
        ("2025-12", "2025-12-01", "2026-01-01"),
        ("2025-12-XX", "2025-12-01", "2026-01-01"),
        ("2025-W40", "2025-09-29", "2025-10-06"),
        ("2025-W40-WE", "2025-10-04", "2025-10-06"),
        ("2025-W40-5", "2025-10-03", "2025-10-04"),
        ("2025-Q4", "2025-10-01", "2026-01-01"),
        ("2025-H1", "2025-01-01", "2025-07-01"),
        ("2025-WI", "2025-12-01", "2026-03-01"),
        ("2025-FA", "2025-09-01", "2025-12-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("199", "1990-01-01", "2000-01-01"),
        ("199X", "1990-01-01", "2000-01-01"),
        ("18", "1800-01-01", "1900-01-01"),
    ],
)
def test_a_value_names_its_days(value: str, first: str, after: str) -> None:
    """TIMEX3 values of every calendar shape are turned into first day and day after the last."""
    assert score_dates.days_of_value(value) == (date.fromisoformat(first), date.fromisoformat(after))


@pytest.mark.parametrize(
    "value", ["", "P3D", "PAST_REF", "PRESENT_REF", "XXXX-10", "T09:30", "BC0044", "2025-02-30", "0000", "2025-W60"]
)
def test_a_value_that_names_no_days_has_none(value: str) -> None:
    """Durations, vague words, open years and impossible days name no days."""
    assert score_dates.days_of_value(value) is None


# About 111 km lie between two whole degrees of latitude.
TOWN = {"start": 0, "end": 4, "lat": 10.0, "lon": 20.0, "geonameid": "7", "feature_code": "PPL"}
REGION = {"start": 9, "end": 14, "lat": 30.0, "lon": 40.0, "geonameid": "8", "feature_code": "ADM1"}
COUNTRY = {"start": 20, "end": 27, "lat": 50.0, "lon": 60.0, "geonameid": "9", "feature_code": "PCLI"}
UNPLACED = {"start": 40, "end": 44, "lat": None, "lon": None, "geonameid": None, "feature_code": None}
PLACES = [TOWN, REGION, COUNTRY, UNPLACED]


def answer(place: dict[str, Any], kind: str, north: float = 0, **changed: object) -> dict[str, Any]:
    """The place, found so many degrees too far north and under another id."""
    return {**place, "kind": kind, "lat": place["lat"] + north, "geonameid": 1, **changed}


RIGHT = [answer(TOWN, "city"), answer(REGION, "region"), answer(COUNTRY, "country")]
UNKNOWN = {"lat": None, "lon": None, "geonameid": None, "kind": None}

# what was found, and strict F1, share within 161 km and share that is the right thing, in points
PLACED = {
    "all that have a point": (RIGHT, 85.71, 100, 100),
    "nothing": ([], 0, 0, 0),
    "another span": ([{**RIGHT[0], "end": 6}, *RIGHT[1:]], 57.14, 100, 100),
    "a name without a place": ([{**RIGHT[0], **UNKNOWN}, *RIGHT[1:]], 85.71, 66.67, 66.67),
    "a town one degree off": ([answer(TOWN, "city", 1), *RIGHT[1:]], 85.71, 100, 100),
    "a town two degrees off": ([answer(TOWN, "city", 2), *RIGHT[1:]], 85.71, 66.67, 66.67),
    "the same id, two degrees off": ([answer(TOWN, "city", 2, geonameid=7), *RIGHT[1:]], 85.71, 66.67, 100),
    "a region's other point": ([RIGHT[0], answer(REGION, "region", 5), RIGHT[2]], 85.71, 66.67, 100),
    "too far for a region": ([RIGHT[0], answer(REGION, "region", 6), RIGHT[2]], 85.71, 66.67, 66.67),
    "a town for a region": ([RIGHT[0], answer(REGION, "city", 5), RIGHT[2]], 85.71, 66.67, 66.67),
    "a country's other point": ([*RIGHT[:2], answer(COUNTRY, "country", 13)], 85.71, 66.67, 100),
    "too far for a country": ([*RIGHT[:2], answer(COUNTRY, "country", 14)], 85.71, 66.67, 66.67),
}


@pytest.mark.parametrize("case", PLACED)
def test_places_have_their_scores(case: str) -> None:
    """Finding, distance and identity are judged each for itself."""
    found, strict, near, entity = PLACED[case]
    figures = score_places.figures(score_places.score(PLACES, found))
    assert figures == {"places": 4, "strict": strict, "acc@161": near, "entity": entity}


def test_spans_are_paired_one_to_one() -> None:
    """The largest overlap comes first, among equals the nearest ends; what only touches does not meet."""
    assert pairs([(0, 4), (4, 10)], [(0, 10)]) == {1: 0}
    assert pairs([(0, 4)], [(0, 9), (0, 5)]) == {0: 1}
    assert pairs([(0, 4)], [(4, 8)]) == {}
    assert pairs([(0, 4), (4, 10)], [(3, 10), (0, 4)]) == {0: 1, 1: 0}


def test_nothing_found_of_nothing_scores_nothing() -> None:
    """An empty corpus has a score of 0 and no division by it."""
    assert f1(0, 0, 0) == 0
    assert score_places.figures(score_places.score([], [])) == {"places": 0, "strict": 0, "acc@161": 0, "entity": 0}


def test_the_frozen_documents_are_those_whose_ids_hash_lowest() -> None:
    """SHA-256 of "b" begins 3e, of "c" 2e, of "a" ca: order of the file and of the names play no part."""
    assert frozen_first(["a", "b", "c"], 1) == {"all": [0, 1, 2], "frozen": [2], "others": [0, 1]}
    assert frozen_first(["a", "b", "c"], 0) == {"all": [0, 1, 2]}


def test_a_frozen_share_is_told_by_the_hash_of_each_id_alone() -> None:
    """SHA-256 of "a" ends in b, of "b" in d, of "c" in 6: a document's part is the same in every corpus."""
    assert frozen_multiples(["a", "b", "c"], 0.5) == {"all": [0, 1, 2], "frozen": [2], "others": [0, 1]}
    assert frozen_multiples(["c", "b"], 0.5)["frozen"] == [0]
    assert frozen_multiples(["a", "b", "c"], 0) == {"all": [0, 1, 2]}


def corpus(path: Path, *rows: dict[str, Any]) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_corpus_of_dates_is_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The date reader reads two texts; the gold of one is wrong, and errata can say so."""
    right = {"start": 27, "end": 41, "type": "DATE", "value": "2025-10-04", "tid": "t1"}
    text = "The bridge was repaired on 4 October 2025 at last."
    gold = corpus(
        tmp_path / "gold.jsonl",
        {"id": "b", "dct": "2025-10-06", "text": text, "timexes": [right]},
        {"id": "c", "dct": "2025-10-06", "text": text, "timexes": [{**right, "value": "2025-10-05"}]},
    )
    assert date_quality(gold, frozen=1) == {
        "all": {"documents": 2, "mentions": 2, "strict": 100, "value": 50, "interval": 50},
        "frozen": {"documents": 1, "mentions": 1, "strict": 100, "value": 0, "interval": 0},
        "others": {"documents": 1, "mentions": 1, "strict": 100, "value": 100, "interval": 100},
    }
    errata = tmp_path / "errata.json"
    errata.write_text(json.dumps([["c", "t1", "2025-10-05"]]), encoding="utf-8")
    main(["dates", str(gold), "--errata", str(errata), "--json"])
    assert json.loads(capsys.readouterr().out)["all"] == {
        "documents": 2,
        "mentions": 1,
        "strict": 100,
        "value": 100,
        "interval": 100,
    }


def test_a_corpus_of_places_is_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place reader finds the one name of the gold, and one that the gold does not have."""
    kharkiv = {"start": 12, "end": 19, "lat": 49.98, "lon": 36.25, "geonameid": "706483", "feature_code": "PPLA"}
    text = "A bridge in Kharkiv, Ukraine, was repaired, the mayor said."
    gold = corpus(tmp_path / "gold.jsonl", {"id": "b", "text": text, "places": [kharkiv]})
    figures = place_quality(gold, frozen_share=1)
    assert (
        figures["frozen"]
        == figures["all"]
        == {
            "documents": 1,
            "places": 1,
            "strict": 66.67,
            "acc@161": 100,
            "entity": 100,
            "given_acc@161": 100,
            "given_entity": 100,
        }
    )
    main(["places", str(gold)])
    head, line = capsys.readouterr().out.splitlines()
    assert head.split() == list(figures["all"]) and line.split()[0] == "all"


def test_a_row_that_cannot_be_read_ends_the_run(tmp_path: Path) -> None:
    """A score of part of a corpus is not given out as one of the whole."""
    with pytest.raises(SystemExit):
        date_quality(corpus(tmp_path / "gold.jsonl", {"id": "a", "text": 7, "timexes": []}))
