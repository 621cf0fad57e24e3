"""An open live view, what can be done with it, and what it should say."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from geo import deck
from tests.browser.conftest import DESK, DRAW_MS, ROOT, Visit, serving
from tests.ui import linked_table
from timeline.events import frame
from timeline.ui import routes

STRIKE = {theme: palette.strike for theme, palette in deck.PALETTES.items()}
SCRIPT = ROOT / "tests" / "ui" / "linked_app.py"
KEY = routes.KEY.lower()
BARS = 110  # pixels from the timeline's top to the middle of its bars
Open = Callable[..., "Linked"]


class Linked(Visit):
    """An open linked view and the table that it shows."""

    def __init__(self, page: Any, url: str, table: pd.DataFrame) -> None:
        super().__init__(page, url)
        self.table = table

    def open(self, address: str = "") -> Linked:
        """Go there and wait for the first picture."""
        self.page.goto(f"{self.url}/{address}")
        self.page.wait_for_selector(".linked[data-counts]", timeout=DRAW_MS)
        self.page.wait_for_timeout(700)
        return self

    def counts(self) -> dict[str, Any]:
        """What the view says that it has drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found: dict[str, Any] = json.loads(self.page.locator(".linked").get_attribute("data-counts"))
        return found

    def box(self, css: str) -> dict[str, float]:
        """Where an element is."""
        found: dict[str, float] = self.page.locator(css).bounding_box()
        return found

    def range(self) -> tuple[date, date] | None:
        """The days that are drawn, ``None`` for all; the line between map and timeline names them."""
        days = self.counts()["range"]
        shown = self.page.locator(".shown").inner_text()
        if days is None:
            assert "·" not in shown
            return None
        first, last = (date.fromisoformat(day) for day in days)
        named = shown.split("· ")[1]
        assert named.endswith(f"{last.day} {last:%B %Y}") and named.startswith(str(first.day))
        return first, last

    def expected(self, days: tuple[date, date] | None, rows: pd.Series[bool] | None = None) -> dict[str, int]:
        """What numpy counts in the table."""
        kept = frame.mask(self.table, frame.Filters(*(days or (None, None))))
        drawn = self.table.loc[kept if rows is None else kept & rows, "drawn"].value_counts()
        names = {"dots": "dot", "areas": "area", "arcs": "arc"}
        return {"total": int(drawn.sum())} | {name: int(drawn.get(how, 0)) for name, how in names.items()}

    def drag(self, start: float, end: float, css: str = ".timeline", y: float = BARS, steps: int = 5) -> None:
        """Press, move and let go, in parts of the element's width."""
        box = self.box(css)
        self.page.mouse.move(box["x"] + box["width"] * start, box["y"] + y)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * end, box["y"] + y, steps=steps)
        self.page.mouse.up()

    def told(self, words: str) -> None:
        """Wait until the page, not the view, says so."""
        self.page.wait_for_function(
            "words => document.querySelector('[data-testid=stText]')?.textContent.includes(words)",
            arg=words,
            timeout=DRAW_MS,
        )

    def picture(self, css: str) -> Image.Image:
        """What is on the screen there."""
        return Image.open(io.BytesIO(self.page.locator(css).first.screenshot())).convert("RGB")

    def inked(self, css: str, theme: str = "light", ink: tuple[int, int, int] | None = None) -> np.ndarray[Any, Any]:
        """Where it has the colour of strikes, or another: rows and columns."""
        pixels = np.asarray(self.picture(css)).astype(int)
        return np.argwhere(np.abs(pixels - (ink or STRIKE[theme])).max(axis=2) <= 12)


class Fingers:
    """Touches on one element, each finger in parts of its width and pixels from its top."""

    def __init__(self, found: Linked, css: str) -> None:
        found.page.locator(css).scroll_into_view_if_needed()
        self.page, self.at = found.page, found.box(css)
        self.session = found.page.context.new_cdp_session(found.page)

    def send(self, kind: str, *fingers: tuple[float, float]) -> None:
        """One event with the fingers that are down."""
        points = [
            {"x": self.at["x"] + self.at["width"] * x, "y": self.at["y"] + y, "id": n}
            for n, (x, y) in enumerate(fingers)
        ]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def drag(self, start: float, end: float, y: float = BARS) -> None:
        """One finger."""
        self.send("touchStart", (start, y))
        for part in range(1, 5):
            self.send("touchMove", (start + (end - start) * part / 4, y))
        self.send("touchEnd")

    def pinch(self, near: float, far: float, y: float) -> None:
        """Two fingers around the middle, from ``near`` apart to ``far``."""
        self.send("touchStart", (0.5 - near / 2, y))
        self.send("touchStart", (0.5 - near / 2, y), (0.5 + near / 2, y))
        for part in range(1, 5):
            half = (near + (far - near) * part / 4) / 2
            self.send("touchMove", (0.5 - half, y), (0.5 + half, y))
        self.send("touchEnd", (0.5 - far / 2, y))
        self.send("touchEnd")


def saying(found: Linked, advice: str, ink: tuple[int, int, int] | None = None) -> tuple[tuple[float, float], int]:
    """A place of the map where the tip gives that advice, and how many events it counts there; closer where need be."""
    box = found.box(".marks")
    for _ in range(5):
        pixels = found.inked(".marks", ink=ink)
        for y, x in pixels[:: max(1, len(pixels) // 60)].tolist():
            found.page.mouse.move(box["x"] + x, box["y"] + y)
            found.counts()
            said = found.page.locator(".tip").inner_text()
            if advice in said and ": " in said and ("→" in said or ink is None):
                return (box["x"] + x, box["y"] + y), int(said.split(": ")[1].split(" event")[0].replace(",", ""))
        found.page.get_by_role("button", name="Zoom in").click()
        found.page.wait_for_timeout(400)
    raise LookupError(f"nowhere to {advice}")


@pytest.fixture(scope="session")
def serve_linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], str]]:
    """The address of the linked view over so many events; each server is started once."""
    running: dict[int, tuple[Any, str]] = {}

    def start(events: int) -> str:
        if events not in running:
            os.environ["DATELINE_EVENTS"] = str(events)
            running[events] = serving(SCRIPT, tmp_path_factory.mktemp("linked"), "linked")
        return running[events][1]

    yield start
    os.environ.pop("DATELINE_EVENTS", None)
    for server, _ in running.values():
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def linked(browser: Any, serve_linked: Callable[[int], str]) -> Iterator[Open]:
    """A function that opens the view: how many events, size, colours and what else a browser may have."""
    contexts = []

    def go(
        events: int = 300, size: tuple[int, int] = DESK, theme: str = "light", init: str = "", **more: Any
    ) -> Linked:
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, **more)
        contexts.append(context)
        if init:
            context.add_init_script(init)
        return Linked(context.new_page(), serve_linked(events), linked_table.table(events)).open()

    yield go
    for context in contexts:
        context.close()
