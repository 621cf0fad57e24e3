"""The linked view as the page wires it: what it is given, and what its reports become."""

from __future__ import annotations

import gc
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.linked.asking import Browser
from timeline.ui.linked import draw

APP = Path(__file__).parents[1] / "linked_app.py"


RANGES = [
    ({"first": "2025-01-02", "last": "2025-02-01", "turn": 1}, (date(2025, 1, 2), date(2025, 2, 1))),
    ({"first": None, "last": None}, (None, None)),
    ({"first": "2025-02-01", "last": "2025-01-02"}, None),
    ({"first": "2025-02-31", "last": "2025-03-02"}, None),
    ({"first": "<b>", "last": 3}, None),
    ({"first": "2025-02-01", "last": None}, None),
    ("2025", None),
    (None, None),
]


@pytest.mark.parametrize(("report", "days"), RANGES)
def test_a_reported_range_is_days_or_nothing(report: Any, days: Any) -> None:
    """The browser is a stranger."""
    assert draw.read_range(report) == days


def app(monkeypatch: pytest.MonkeyPatch, events: int = 300) -> AppTest:
    """The linked view over so many events, without a browser."""
    monkeypatch.setenv("DATELINE_EVENTS", str(events))
    found = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not found.exception
    return found


def data(found: AppTest) -> dict[str, Any]:
    """What the view was given."""
    (element,) = found.get("bidi_component")
    given: dict[str, Any] = json.loads(element.proto.json)
    return given


def test_the_view_is_given_numbers_and_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row of the table is in what a run sends, however many there are."""
    given = data(app(monkeypatch, 20_000))
    assert len(json.dumps(given)) < 8000
    assert given["range"] == [None, None] and given["selected"] == -1 and given["urls"]["mask"] == ""


def test_another_filter_sends_a_mask_and_no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """The columns' address stays, so that the browser fetches nothing again."""
    found = app(monkeypatch)
    before = data(found)["urls"]
    found.segmented_control(key="kinds").set_value("strike").run()
    after = data(found)["urls"]
    assert after["columns"] == before["columns"] and "/mask/" in after["mask"]


def test_what_a_visit_held_is_gone_when_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two visits have addresses of their own; nothing keeps the columns of the one that is over."""
    visits = [app(monkeypatch), app(monkeypatch)]
    (one, key), (other, others) = ((data(found)["urls"]["columns"], data(found)["key"]) for found in visits)
    browser = Browser()
    assert [browser.get(one, key).status_code, browser.get(one, others).status_code] == [200, 404]
    visits.pop(0)
    gc.collect()
    assert [browser.get(one, key).status_code, browser.get(other, others).status_code] == [404, 200]


def test_typed_dates_reach_the_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own fields move the brush."""
    found = app(monkeypatch)
    found.text_input(key="typed").input("2025-06-01").run()
    assert data(found)["range"] == ["2025-06-01", None]
