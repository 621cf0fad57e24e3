"""Events and reports leave the house as rows, CSV and GeoJSON, as exact as they were and no more."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.place import Place, PlaceKind
from tests.events.reports import strike
from timeline.event import Kind
from timeline.events.library import Library, build
from timeline.events.reading_together import event_of
from timeline.out.shapes import geometry
from timeline.out.table import (
    EVENT_COLUMNS,
    csv_text,
    event_records,
    event_rows,
    neutral,
    report_rows,
    to_csv,
    to_geojson,
)
from timeline.reading.articles import read_jsonl
from timeline.reading.files.rows import restored

TEXTS = {
    "a": "Mill burns after missile strike\nA Russian missile hit a mill in Kharkiv on Monday, killing two people.",
    "b": "A Russian drone strike on 6 October hit a depot in the Zakarpattia region, injuring three, police said.",
    "c": "Ukraine on Tuesday accused China of supplying Russia with gunpowder.",
    "d": "In recent weeks Russian drones have attacked power plants across Ukraine every night.",
}


@pytest.fixture(scope="module")
def library() -> Library:
    """A strike in a town, one in a region, an accusation, and talk of many strikes."""
    lines = [
        json.dumps({"id": name, "text": text, "published": "2025-10-08", "outlet": "=cmd()", "url": "https://e.org/"})
        for name, text in TEXTS.items()
    ]
    return build(*read_jsonl(lines))


def features(library: Library) -> list[dict[str, Any]]:
    """The features as another program would read them."""
    found: list[dict[str, Any]] = json.loads(json.dumps(to_geojson(library), allow_nan=False))["features"]
    return found


def test_every_report_of_an_event_is_a_row(library: Library) -> None:
    """Each report comes once, under its event; the evidence span is that of the sentence itself."""
    rows = list(report_rows(library))
    assert [row["cluster_id"] for row in rows] == [event.id for event in library.events for _ in event.reports]
    for row in rows:
        text = library.article(str(row["article_id"])).text
        span = slice(int(str(row["evidence_start_char"])), int(str(row["evidence_end_char"])))
        assert text[span].endswith(".")


def test_what_is_no_event_comes_only_when_asked_for(library: Library) -> None:
    """Talk of many strikes is kept, belongs to no event, and is written with everything alone."""
    rows = list(report_rows(library, everything=True))
    aside = rows[len(list(report_rows(library))) :]
    assert len(aside) == len(library.aside) > 0
    assert {row["cluster_id"] for row in aside} == {None}


def test_the_rows_of_reports_have_the_agreed_keys(library: Library) -> None:
    """Programs that read these rows find every key, in the same order."""
    keys = (
        "article_id cluster_id kind start end date_basis date_prec place lat lon where_prec actor recipient "
        "killed injured stance specificity evidence_start_char evidence_end_char"
    )
    assert all(" ".join(row) == keys for row in report_rows(library))


def test_a_strike_in_a_town_is_told_in_full(library: Library) -> None:
    """What, when, where and the toll are the article's own."""
    row = next(row for row in event_rows(library) if row["articles"] == "a")
    assert (row["start"], row["end"], row["date_basis"], row["date_prec"]) == (
        "2025-10-06",
        "2025-10-06",
        "relative",
        1,
    )
    assert (row["place"], row["country"], row["where_prec"]) == ("Kharkiv", "UA", 1)
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (2, 2, 2)
    assert row["injured_best"] is None and row["injured_said"] is None
    assert row["sentence"] == TEXTS["a"].splitlines()[1]


def test_the_columns_are_those_of_every_row(library: Library) -> None:
    """No fact is left out of the CSV and none is invented for it."""
    assert all(tuple(row) == EVENT_COLUMNS for row in event_rows(library))


def test_a_geometry_is_never_more_exact_than_what_was_said(library: Library) -> None:
    """A town is a point, a region or a country its area, and an accusation is nowhere."""
    for feature in features(library):
        facts, shape = feature["properties"], feature["geometry"]
        if facts["kind"] == "accusation":
            assert shape is None
        elif facts["where_prec"] in (1, 2):
            assert shape == {"type": "Point", "coordinates": [facts["lon"], facts["lat"]]}
        else:
            assert shape["type"] == "MultiPolygon" and facts["where_prec"] == 4


def test_an_area_is_wound_as_the_standard_asks(library: Library) -> None:
    """Outer rings run counter-clockwise, holes clockwise, and every ring is closed."""
    shapes = [
        f["geometry"]["coordinates"] for f in features(library) if (f["geometry"] or {}).get("type", "")[:5] == "Multi"
    ]
    assert shapes
    for polygon in (polygon for shape in shapes for polygon in shape):
        for n, ring in enumerate(polygon):
            turn = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
            assert ring[0] == ring[-1] and (turn > 0) == (n == 0)


def test_a_region_that_no_source_draws_is_nowhere() -> None:
    """Without an outline there is no geometry, and never a point in the middle."""
    sea = Place(1, "Black Sea", PlaceKind.OTHER, None, None, None, 43.0, 34.0, 400.0)
    event = event_of([strike("a", place=sea)])
    assert event.where_prec == 7 and geometry(event) is None


def test_every_event_is_a_feature(library: Library) -> None:
    """Events without a point are features too, with how exactly and how far they are placed."""
    found = features(library)
    assert [feature["id"] for feature in found] == [event.id for event in library.events]
    region = next(f["properties"] for f in found if f["properties"]["articles"] == "b")
    assert region["where_prec"] == 4 and region["radius_km"] > 5


def test_an_accusation_names_both_countries(library: Library) -> None:
    """An accusation has no blast site; who accuses whom stands in its properties."""
    accusations = [f for f in features(library) if f["properties"]["kind"] == Kind.ACCUSATION.value]
    (facts,) = [f["properties"] for f in accusations if f["properties"]["articles"] == "c"]
    assert (facts["actor_country"], facts["recipient_country"]) == ("UA", "CN")


def test_records_hold_their_reports(library: Library) -> None:
    """An event's record holds a row for each of its reports."""
    for event, record in zip(library.events, event_records(library), strict=True):
        reports = record["reports"]
        assert isinstance(reports, list) and len(reports) == len(event.reports)
        assert all(isinstance(row, Mapping) and row["cluster_id"] == event.id for row in reports)


def test_csv_reads_back(library: Library) -> None:
    """Another program finds the same rows; a stranger's formula stands there as text, and a number as a number."""
    read = list(csv.DictReader(io.StringIO(to_csv(library), newline="")))
    for row, line in zip(event_rows(library), read, strict=True):
        for column, value in row.items():
            told = line[column]
            if isinstance(value, str):
                assert restored(told) == value
            else:
                assert told == ("" if value is None else str(value))
    assert {line["sentence_outlet"] for line in read} == {"'=cmd()"}


def test_every_sentence_and_source_is_told(library: Library) -> None:
    """Each row has the sentence of every report and the outlet, date and link of every article."""
    for event, row in zip(library.events, event_rows(library), strict=True):
        assert str(row["sentences"]).count("\n") == len(event.reports) - 1
        assert str(row["sources"]) == "=cmd(), 8 October 2025, https://e.org/"
        assert str(row["sentence"]) in str(row["sentences"])


def test_no_events_give_a_header_and_an_empty_collection() -> None:
    """Nothing found is said calmly, in every form."""
    empty = Library((), (), (), ())
    assert to_csv(empty).strip() == ",".join(EVENT_COLUMNS)
    assert to_geojson(empty)["features"] == []
    assert not list(report_rows(empty, everything=True)) and not list(event_records(empty))


FORMULAS = [
    "=1",
    "+1",
    "-1",
    "@a",
    "\t=1",
    "\r",
    "\n",
    "  =1",
    "\u3000=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "\ufeff=1",
    "'=1",
    "''@",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_become_text(text: str) -> None:
    """Whatever a spreadsheet might obey gets an apostrophe, and gets rid of it again."""
    assert neutral(text) == f"'{text}"
    assert restored(neutral(text)) == text


@pytest.mark.parametrize("text", ["", "a=1", "Kyiv", "'quoted'", "5", "… -1", "“=”"])
def test_plain_text_stays(text: str) -> None:
    """What no spreadsheet obeys is written as it is."""
    assert neutral(text) == text == restored(text)


@given(st.text())
def test_neutral_text_reads_back(text: str) -> None:
    """Neutralising loses nothing, and leaves nothing that begins as a formula does."""
    safe = neutral(text)
    assert restored(safe) == text
    assert safe.lstrip()[:1] not in {*"=+-@＝＋－＠"} - {""}


def test_numbers_are_not_touched() -> None:
    """A negative number is no formula."""
    assert csv_text([{"lon": -58.4, "n": -1, "text": "-1"}], ("lon", "n", "text")) == "lon,n,text\n-58.4,-1,'-1\n"


def test_no_number_is_infinite(library: Library) -> None:
    """Every number that leaves is one that JSON can hold."""
    numbers = [value for row in event_rows(library) for value in row.values() if isinstance(value, float)]
    assert numbers and all(math.isfinite(number) for number in numbers)
