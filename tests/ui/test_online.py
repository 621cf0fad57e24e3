"""The switch for Nominatim: off until it is turned on, in sight while it is on, and clear where nobody answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.online import OnlineGeocoder
from tests.geo.test_online import VILLAGE, StandIn
from timeline.ui import online
from timeline.ui.bring.held import KEY

APP = Path(__file__).with_name("bring_app.py")
STORY = "On 7 March 2026 a Russian missile hit the village of Ozerne in Donetsk region, killing two people."


def reading(monkeypatch: pytest.MonkeyPatch, folder: Path, answers: Any, turned: bool) -> tuple[AppTest, StandIn]:
    """The page after an article with a name that the gazetteer lacks was read, with a stand-in for the service."""
    service = StandIn(answers)
    asked = OnlineGeocoder(folder / "asked.json", service, lambda: 0.0, lambda _: None)
    monkeypatch.setattr(online, "geocoder", lambda: asked)
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    if turned:
        app.toggle(key=online.SWITCH).set_value(True).run()
    text = STORY.replace("Ozerne", "Ozerzzyne")
    app.get("file_uploader")[0].set_value([("mill.txt", text.encode(), "text/plain")]).run()
    next(button for button in app.button if button.label.startswith("Read")).click().run()
    assert not app.exception
    return app, service


def places(app: AppTest) -> list[str]:
    return [event.where.said for event in app.session_state[KEY].own.events]


def test_nothing_is_asked_until_it_is_turned_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Off by default; what would leave the machine is said beside the switch."""
    app, service = reading(monkeypatch, tmp_path, [VILLAGE], turned=False)
    assert service.asked == [] and not app.warning
    assert not app.toggle(key=online.SWITCH).value
    assert "nothing else" in app.toggle(key=online.SWITCH).proto.help
    assert places(app) == ["Donetsk"]


def test_a_lacking_name_is_asked_for_and_the_sign_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The name alone goes out, the event gets its place, and the page goes on saying that it is on."""
    app, service = reading(monkeypatch, tmp_path, [VILLAGE], turned=True)
    assert service.asked == ["Ozerzzyne"]
    assert places(app) == ["Ozerzzyne"]
    assert "nominatim.openstreetmap.org" in app.warning[0].value and not app.error
    assert "but names of places" in app.caption[0].value


def test_silence_is_said_and_costs_only_the_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The article is read all the same."""
    app, _ = reading(monkeypatch, tmp_path, ConnectionError("refused"), turned=True)
    assert places(app) == ["Donetsk"]
    assert "could not be reached" in app.error[0].value
    app.toggle(key=online.SWITCH).set_value(False).run()
    assert not app.error and not app.warning
