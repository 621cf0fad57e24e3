"""Annotated sentences: what each phrase must be read as, the alternatives it keeps, and what is no date at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline.reading.dates import read_dates
from timeline.when import Basis, TimeMention, When

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "dates.json").read_text(encoding="utf-8")
)
PLENTY = 300


def published(said: str | None) -> When | None:
    if said is None:
        return None
    first, _, last = said.partition("/")
    return When(date.fromisoformat(first), date.fromisoformat(last or first), Basis.STATED)


def mentions(case: dict[str, Any]) -> list[TimeMention]:
    start, end = case["start"], case["start"] + len(case["span"])
    found = read_dates(case["text"], published(case["published"]))
    return [m for m in found if m.start < end and m.end > start]


def interval(first: date | None, last: date | None) -> list[str | None]:
    return [first.isoformat() if first else None, last.isoformat() if last else None]


def of_kind(expect: str) -> Sequence[Any]:
    return [pytest.param(c, id=f"{c['published']}: {c['text'][:60]}") for c in CASES if c["expect"] == expect]


@pytest.mark.parametrize("case", of_kind("days"))
def test_a_phrase_is_read_as_an_editor_reads_it(case: dict[str, Any]) -> None:
    """The span, the first and last day, and the other readings that are kept."""
    [mention] = mentions(case)
    assert mention.said == case["span"]
    assert mention.when is not None
    assert interval(mention.when.first, mention.when.last) == case["reading"]
    assert sorted(interval(*other) for other in mention.when.alternatives) == sorted(case["alternatives"])
    assert mention.alternatives == mention.when.alternatives


@pytest.mark.parametrize("case", of_kind("no days"))
def test_a_phrase_without_days_is_found_and_given_none(case: dict[str, Any]) -> None:
    """Vague phrases, durations, sets, impossible dates, and relative ones without a publication date."""
    found = mentions(case)
    assert found
    assert [m.when for m in found] == [None] * len(found)
    others = [interval(*other) for mention in found for other in mention.alternatives]
    assert sorted(others) == sorted(case.get("alternatives", []))


@pytest.mark.parametrize("case", [pytest.param(c, id=c["text"][:60]) for c in CASES if "granularity" in c])
def test_a_phrase_has_a_unit_and_a_modifier(case: dict[str, Any]) -> None:
    """The unit of what was said, and the TIMEX3 modifier or none."""
    [mention] = mentions(case)
    assert mention.said == case["span"]
    assert mention.granularity == case["granularity"]
    assert mention.modifier == case.get("modifier")


@pytest.mark.parametrize("case", of_kind("no date"))
def test_what_only_looks_like_a_date_is_none(case: dict[str, Any]) -> None:
    """Names, armies, verbs, measures, prices, page numbers."""
    assert [m for m in mentions(case) if m.when] == []


def test_the_table_covers_the_language() -> None:
    """There are plenty of cases, and every sentence is there once."""
    keys = [(c["text"], c["published"], c["start"]) for c in CASES]
    assert len(keys) == len(set(keys)) >= PLENTY
