"""Taking away what is shown: nothing made before it is asked for, exactly what is shown in every form, no traceback."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from tests.ui import sample
from timeline.events import frame
from timeline.events.frame import Filters
from timeline.out import sheet as drawing
from timeline.out.table import only
from timeline.reading.files.rows import restored
from timeline.ui import take

APP = Path(__file__).with_name("take_app.py")
MADE = datetime(2026, 1, 5, 12, tzinfo=UTC)
FORMS = ["PNG", "PDF", "SVG", "CSV", "XLSX", "GeoJSON", "KML"]
STRIKES = Filters(kinds=frozenset({"strike"}))


def opened(monkeypatch: pytest.MonkeyPatch, name: str) -> AppTest:
    """The panel over a sample library, open."""
    monkeypatch.setenv("DATELINE_SAMPLE", name)
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state[take.OPEN] = True
    return app.run()


def offered(app: AppTest) -> list[str]:
    """What the download buttons say."""
    return [str(button.proto.label) for button in app.get("download_button")]


def test_nothing_is_made_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed panel draws no preview and offers no file."""
    monkeypatch.setattr(take, "rendered", lambda *_: pytest.fail("a sheet was drawn"))
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception and offered(app) == [] and take.PREVIEW not in app.session_state


def test_an_open_panel_offers_every_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview, a proposed title, and a button for each form; it says how many events of how many."""
    app = opened(monkeypatch, "nine")
    assert not app.exception and offered(app) == FORMS
    assert app.text_input[0].value == "Strikes: Ukraine"
    assert app.session_state[take.PREVIEW][1].startswith(b"\x89PNG")
    assert app.text[-1].value == "5 of 9 events, as shown on the page."


def test_the_preview_is_drawn_once_for_the_same_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run keeps the picture; another title, size or marking draws it anew."""
    app = opened(monkeypatch, "nine")
    first = app.session_state[take.PREVIEW]
    assert app.run().session_state[take.PREVIEW] is first
    app.text_input[0].set_value("A title of my own").run()
    second = app.session_state[take.PREVIEW]
    app.selectbox[0].select("a4-portrait").run()
    third = app.session_state[take.PREVIEW]
    app.selectbox[1].select(take.OWN_MARKING).run()
    app.text_input[1].set_value("For the desk alone").run()
    fourth = app.session_state[take.PREVIEW]
    assert not app.exception
    assert len({picture for _, picture in (first, second, third, fourth)}) == 4


@pytest.mark.parametrize("name", ["hostile", "empty", "one"])
def test_any_library_can_be_taken(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Hostile titles and no events at all give no traceback, and no word of an article is a label or Markdown."""
    app = opened(monkeypatch, name)
    assert not app.exception and offered(app) == FORMS
    said = [*(element.value for element in app.text), *(element.label for element in app.selectbox)]
    assert not app.markdown and not any(words in text for words in sample.HOSTILE for text in said)


def test_a_sheet_that_cannot_be_drawn_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing font costs the picture, in words, and not the page nor the data."""

    def broken(*_: object) -> bytes:
        raise OSError("font-regular.ttf")

    monkeypatch.setattr(drawing.render, "_know_fonts", broken)
    app = opened(monkeypatch, "nine")
    assert not app.exception and "could not be drawn" in app.text[0].value and offered(app) == FORMS


def offers(filters: Filters) -> dict[str, take.Offer]:
    """The files for what the filters let through, by their labels."""
    library = sample.library()
    table = frame.build(library.events)
    ids = list(table.loc[frame.mask(table, filters), "id"])
    sheet = drawing.sheet_of(library, filters, MADE, shown=ids)
    stem = take.file_stem(table[frame.mask(table, filters)], filters)
    found = (*take.sheets(sheet, "2160x2160", stem), *take.tables(only(library, ids), sheet, stem))
    return {offer.label: offer for offer in found}


def test_every_file_holds_exactly_what_is_shown() -> None:
    """The same events in the same order in every form."""
    library, found = sample.library(), offers(STRIKES)
    table = frame.build(library.events)
    shown = list(table.loc[table["kind"] == "strike", "id"])
    rows = csv.DictReader(io.StringIO(found["CSV"].make().decode(), newline=""))
    assert [restored(row["id"]) for row in rows] == shown
    features = json.loads(found["GeoJSON"].make())["features"]
    assert [feature["id"] for feature in features] == shown
    book = openpyxl.load_workbook(io.BytesIO(found["XLSX"].make()))
    assert [row[0] for row in book["Events"].iter_rows(min_row=2, values_only=True)] == shown
    assert book["About"]["A4"].value == "5 of 9 events shown"
    kml = ElementTree.fromstring(found["KML"].make())  # noqa: S314  # our own, without entities
    assert len(list(kml.iter("{http://www.opengis.net/kml/2.2}Placemark"))) == len(shown)
    assert b"5 of 9 events shown: 5 strikes" in found["SVG"].make()
    assert found["PNG"].make().startswith(b"\x89PNG") and found["PDF"].make().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        (STRIKES, "dateline-2025-08-21_2025-12-24.csv"),
        (Filters(first=date(2025, 8, 1)), "dateline-2025-08-01_2025-12-24.csv"),
        (Filters(last=date(2025, 9, 30)), "dateline-2025-01-01_2025-09-30.csv"),
    ],
)
def test_files_are_named_by_their_days(filters: Filters, name: str) -> None:
    """The name says the days asked for, else those of the events, and nothing that an article says."""
    assert offers(filters)["CSV"].name == name


def test_no_dates_give_a_name_too() -> None:
    """Where nothing has a date, the name has none."""
    library = sample.library()
    table = frame.build([replace(event, when=None) for event in library.events])
    assert take.file_stem(table, Filters()) == "dateline"
