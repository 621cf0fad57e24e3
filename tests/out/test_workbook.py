"""The spreadsheet: what a spreadsheet program finds in it is what was read, and nothing runs."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from tests.out.libraries import five, five_hundred, none
from timeline.events.library import Library
from timeline.out.table import EVENT_COLUMNS, event_rows
from timeline.out.workbook import MOST_IN_CELL, to_xlsx
from timeline.reading.files.rows import restored


def sheets(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """The cells of every sheet, as openpyxl reads them; none is a formula or a link."""
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(library, ("=1+1",))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type in "sn" and cell.hyperlink is None for cell in cells)
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book}


def as_read(value: object) -> object:
    """A cell's value as it was before it was made safe."""
    return restored(value) if isinstance(value, str) else value


@pytest.mark.parametrize("library", [five, five_hundred], ids=["five", "five hundred"])
def test_the_events_read_back(library: Any) -> None:
    """Every fact of every event is in its cell: text restored, numbers as numbers, unknown empty."""
    head, *rows = sheets(library())["Events"]
    assert head == EVENT_COLUMNS
    for row, expected in zip(rows, event_rows(library()), strict=True):
        assert dict(zip(head, map(as_read, row), strict=True)) == expected


def test_every_sentence_and_article_is_there() -> None:
    """Each report has its sentence, and each article that tells of an event its line."""
    library = five()
    found = sheets(library)
    assert len(found["Sentences"]) - 1 == sum(len(event.reports) for event in library.events)
    column = found["Sentences"][0].index("sentence")
    texts = [reading.article.text for reading in library.readings]
    assert all(any(str(row[column]) in text for text in texts) for row in found["Sentences"][1:])
    assert {row[0] for row in found["Articles"][1:]} == {a.id for a in library.articles}


def test_formulas_are_text_and_come_back() -> None:
    """A target that begins as a formula has an apostrophe in the file and none when read back."""
    library = five()
    events = tuple(replace(event, target='=HYPERLINK("http://evil.example")') for event in library.events)
    head, *rows = sheets(replace(library, events=events))["Events"]
    cells = {str(row[head.index("target")]) for row in rows}
    assert cells == {'\'=HYPERLINK("http://evil.example")'}
    assert sheets(library)["About"][1] == ("'=1+1",)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    """A cell holds what a spreadsheet program takes."""
    library = five()
    for length in (MOST_IN_CELL - 1, MOST_IN_CELL, MOST_IN_CELL + 1):
        events = (replace(library.events[0], target="x" * length),)
        head, row = sheets(replace(library, events=events))["Events"]
        cell = str(row[head.index("target")])
        assert len(cell) == min(length, MOST_IN_CELL) and cell.endswith("(cut)") == (length > MOST_IN_CELL)


def test_no_events_are_a_head_alone() -> None:
    """Nothing found is said calmly."""
    assert sheets(none())["Events"] == [EVENT_COLUMNS]


def test_the_same_events_give_the_same_bytes() -> None:
    """No time of making is in the file."""
    assert to_xlsx(five()) == to_xlsx(five())
