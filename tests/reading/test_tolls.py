"""What is read of the dead and the injured, and what never is."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.event import Toll
from timeline.reading.extract.toll.tolls import tolls

CASES = json.loads((Path(__file__).parents[1] / "cases" / "tolls.json").read_text(encoding="utf-8"))


def _numbers(toll: Toll | None) -> list[int | None] | None:
    return None if toll is None else [toll.low, toll.best, toll.high]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_a_sentence_gives_the_dead_and_injured_it_states_and_no_others(case: dict[str, object]) -> None:
    """Every sentence of the table gives exactly the low, best and high that an editor reads in it."""
    read = tolls(str(case["text"]))
    assert {"killed": _numbers(read.killed), "injured": _numbers(read.injured)} == {
        "killed": case["killed"],
        "injured": case["injured"],
    }


PIECES = [*"aA1 ,.\n", " and ", " killed ", " two ", "people", " were ", " aged 7", "no casualties", "injuring", "é"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_reading_a_toll_never_raises_and_quotes_the_text(text: str) -> None:
    """Whatever the sentence, the words of a toll are words of the sentence."""
    read = tolls(text)
    for toll in (read.killed, read.injured):
        assert toll is None or toll.said in " ".join(text.split())


def test_a_masked_date_counts_nobody() -> None:
    """A number that the caller knows to be a date, a time or an address is never the dead."""
    assert tolls("In all 16 were killed.").killed == Toll(16, 16, 16, "16 were killed")
    assert tolls("In all 16 were killed.", [(7, 9)]).killed is None


@pytest.mark.parametrize(
    "piece", ["a killed ", "killed a man and ", "two people and ", "1,", " ", "one hundred ", "since "]
)
def test_a_long_hostile_sentence_is_read(piece: str) -> None:
    """Of a hundred thousand characters of repeated words, a toll still quotes only the text."""
    text = piece * (100_000 // len(piece))
    read = tolls(text)
    assert all(toll is None or toll.said in " ".join(text.split()) for toll in (read.killed, read.injured))
