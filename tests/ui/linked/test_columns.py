"""The columns that the linked view draws: what the table says, in numbers, and no word of an article."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest

from tests.ui import linked_table, sample
from tests.ui.linked.asking import Browser
from timeline.events import frame
from timeline.messages import speaking
from timeline.ui import routes
from timeline.ui.linked import binary, columns, shelf, wording

SAMPLE = frame.build(sample.library().events)
MANY = linked_table.table(2000)


@pytest.mark.parametrize("code", ["u1", "u2", "i2", "u4", "i4", "f4"])
def test_what_is_packed_comes_back(code: str) -> None:
    """Header and arrays survive, each array where a typed array may begin."""
    packed = binary.pack({"name": "Ź"}, {"odd": np.arange(3, dtype=np.uint8), "part": np.arange(5).astype(code)})
    header, parts = binary.unpack(packed)
    assert header == {"name": "Ź"} and parts["part"].tolist() == [0, 1, 2, 3, 4]
    assert len(packed) % binary.ALIGN == 0


@pytest.mark.parametrize("table", [SAMPLE, MANY, SAMPLE.head(0)], ids=["sample", "many", "empty"])
def test_columns_say_what_the_table_says(table: pd.DataFrame) -> None:
    """Days, kinds, places and ways of drawing come back row by row."""
    found = columns.build(table)
    header, parts = binary.unpack(found.packed)
    first, last = (parts[name].astype(int) for name in ("first", "last"))
    base = np.datetime64(0, "D") + header["base"]
    stated = table["first"].notna().to_numpy()
    assert (base + first[stated] == table["first"].to_numpy()[stated].astype("datetime64[D]")).all()
    assert (first[~stated] == 0).all()
    assert (last[table["last"].isna()] == header["open_end"]).all()
    assert [header["kinds"][n] for n in parts["kind"]] == list(table["kind"])
    assert [columns.DRAWN[n] for n in parts["drawn"]] == list(table["drawn"])
    dots = (table["drawn"] == "dot").to_numpy()
    assert [header["spots"][n] for n in parts["where"][dots]] == list(table["place"][dots])
    areas = table.loc[table["drawn"] == "area", "area"]
    assert [header["areas"][n]["code"] for n in parts["where"][areas.index]] == list(areas)
    arcs = table[table["drawn"] == "arc"]
    pairs = [tuple(header["pairs"][n]["codes"]) for n in parts["where"][arcs.index]]
    assert pairs == list(zip(arcs["accuser"], arcs["accused"], strict=True))


def test_no_word_of_an_article_is_in_the_columns() -> None:
    """A title, a claim or a target never travels with the numbers."""
    table = frame.build(sample.titled(*sample.HOSTILE).events)
    packed = columns.build(table).packed
    assert not [title for title in sample.HOSTILE if title.encode() in packed]


def test_titles_and_names_are_in_the_language_of_the_page() -> None:
    """One table in two languages is held twice; what a reader points at is named in theirs."""
    said: dict[str, tuple[str, set[str], str]] = {}
    for tag in ("en", "uk"):
        with speaking(tag):
            table = frame.build(sample.library().events)
            held = shelf.hold(table, own=False)
            header, _ = binary.unpack(held.columns.packed)
            titles = Browser().get(routes.linked_urls(held, "")["titles"], params={"n": "0"}).json()
            said[tag] = (titles["0"][0], {name for pair in header["pairs"] for name in pair["names"]}, wording.tag())
    assert said["en"][0] != said["uk"][0] and re.search("[а-яіїє]", said["uk"][0])
    assert "China" in said["en"][1] and "Китай" in said["uk"][1]
    assert (said["en"][2], said["uk"][2]) == ("en-GB", "uk-UA")
    one = {tag: _held_in(tag) for tag in ("en", "uk")}
    assert one["en"].columns is not one["uk"].columns and one["en"].name != one["uk"].name


def _held_in(tag: str) -> shelf.Held:
    with speaking(tag):
        return shelf.hold(SAMPLE, own=False)


def test_a_long_history_needs_wider_days() -> None:
    """More days than two bytes count are still told apart."""
    table = SAMPLE.copy()
    table.loc[table.index[0], ["first", "last"]] = pd.Timestamp("1801-01-01")
    header, parts = binary.unpack(columns.build(table).packed)
    assert parts["first"].dtype.itemsize == 4 and header["open_end"] == 2**32 - 1
    assert parts["first"].max() > 2**16
