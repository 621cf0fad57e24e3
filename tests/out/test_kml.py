"""KML for globes and maps: true to the day, the month and the year, and nothing in it is anything but text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.out.libraries import five, five_hundred
from timeline.events.library import Library
from timeline.out.kml import time_span, to_kml
from timeline.out.shapes import geometry
from timeline.when import Basis, When

KML = "{http://www.opengis.net/kml/2.2}"
HOSTILE = "</name><script>alert(1)</script> & ]]> \x00\x0b\ud800 ![x](http://evil.example/p.png)"


def parsed(text: str) -> Any:
    """The document as another program reads it, without entities or anything fetched."""
    assert "<!DOCTYPE" not in text and "<!ENTITY" not in text
    return ElementTree.fromstring(text.encode("utf-8"))  # noqa: S314  # our own text, no entities


def placemarks(library: Library) -> list[Any]:
    """Its placemarks in order."""
    return list(parsed(to_kml(library)).iter(f"{KML}Placemark"))


@pytest.mark.parametrize("library", [five, five_hundred], ids=["five", "five hundred"])
def test_every_event_is_a_placemark_with_its_geometry(library: Any) -> None:
    """Points are points, areas areas, and what has no place has no geometry."""
    tags = {"Point": f"{KML}Point", "MultiPolygon": f"{KML}MultiGeometry"}
    for event, mark in zip(library().events, placemarks(library()), strict=True):
        shape = geometry(event)
        drawn = {tag for tag in tags.values() if mark.find(tag) is not None}
        assert drawn == ({tags[str(shape["type"])]} if shape else set())
        assert (mark.find(f"{KML}TimeSpan") is not None) == (event.when is not None)
    marks = placemarks(library())
    assert len({mark.get("id") for mark in marks}) == len(marks)


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        (date(2025, 8, 21), date(2025, 8, 21), ("2025-08-21", "2025-08-21")),
        (date(2025, 8, 1), date(2025, 8, 31), ("2025-08", "2025-08")),
        (date(2024, 2, 1), date(2024, 2, 29), ("2024-02", "2024-02")),
        (date(2025, 1, 1), date(2025, 12, 31), ("2025", "2025")),
        (date(2025, 1, 1), date(2025, 10, 31), ("2025-01", "2025-10")),
        (date(2025, 8, 3), date(2025, 8, 31), ("2025-08-03", "2025-08-31")),
        (date(2022, 2, 1), None, ("2022-02-01", "")),
        (None, date(2022, 2, 28), ("", "2022-02-28")),
    ],
)
def test_a_time_span_is_as_exact_as_the_date(first: date | None, last: date | None, span: tuple[str, str]) -> None:
    """A whole month is its month, an open end is left out."""
    assert time_span(When(first, last, Basis.STATED)) == span


def hostile(text: str) -> Library:
    """The bundled library with every free text replaced."""
    library = five()
    events = tuple(replace(event, target=text) for event in library.events)
    articles = {r.article.id: replace(r.article, outlet=text, url=f"javascript:{text}") for r in library.readings}
    readings = tuple(replace(r, article=articles[r.article.id]) for r in library.readings)
    return replace(library, events=events, readings=readings)


def test_what_articles_say_is_text() -> None:
    """Markup is shown as typed, even by programs that take a description for HTML; no link but to the web."""
    for mark in placemarks(hostile(HOSTILE)):
        description = mark.find(f"{KML}description").text
        assert "<script" not in description and "&lt;script" in description
        assert "href" not in description


@given(st.text())
def test_any_text_gives_a_document(text: str) -> None:
    """Whatever is said, the file is XML."""
    assert placemarks(hostile(text))
