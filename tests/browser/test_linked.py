"""The linked view in a real browser: it moves while a reader drags, and says what a filter of the table says."""

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

from tests.browser.conftest import DESK, DRAW_MS, PHONE, ROOT, Visit, serving
from tests.ui import linked_table
from timeline.events import frame
from timeline.ui.linked import columns
from timeline.ui.linked.box import Box, inside

pytestmark = pytest.mark.browser

STRIKE = {"light": (210, 76, 0), "dark": (240, 118, 42)}
SCRIPT = ROOT / "tests" / "ui" / "linked_app.py"
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

    def inked(self, css: str, theme: str = "light") -> np.ndarray[Any, Any]:
        """Where it has the colour of strikes: rows and columns."""
        pixels = np.asarray(self.picture(css)).astype(int)
        return np.argwhere(np.abs(pixels - STRIKE[theme]).max(axis=2) <= 12)


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


@pytest.mark.parametrize("events", [300, 20_000])
def test_the_map_moves_while_the_brush_does(linked: Open, events: int) -> None:
    """At every step, before anything is released, the marks are those of a numpy filter; on release the page agrees."""
    found = linked(events)
    assert {**found.counts(), **found.expected(None)} == found.counts()
    box = found.box(".timeline")
    y = box["y"] + BARS
    found.page.mouse.move(box["x"] + box["width"] * 0.3, y)
    found.page.mouse.down()
    for step in range(1, 8):
        found.page.mouse.move(box["x"] + box["width"] * (0.3 + 0.05 * step), y)
        counts, days = found.counts(), found.range()
        assert days is not None
        assert {**counts, **found.expected(days)} == counts
        assert counts["inView"] <= counts["dots"]
    assert found.sentence().startswith(f"{events} of")  # the page has not run
    found.page.mouse.up()
    found.told(f"{counts['total']} of {events} events")
    found.clean()


def test_the_brush_moves_resizes_and_lets_go(linked: Open) -> None:
    """Its middle moves it, its ends stretch it, Shift sets an end, a double click clears it."""
    found = linked()
    found.drag(0.4, 0.6)
    made = found.range()
    found.drag(0.5, 0.55)
    moved = found.range()
    assert made and moved and moved[0] > made[0] and (moved[1] - moved[0]) == (made[1] - made[0])
    found.drag(0.65, 0.8)
    wider = found.range()
    assert wider and wider[0] == moved[0] and wider[1] > moved[1]
    box = found.box(".timeline")
    found.page.keyboard.down("Shift")
    found.page.mouse.click(box["x"] + box["width"] * 0.95, box["y"] + BARS)
    found.page.keyboard.up("Shift")
    widest = found.range()
    assert widest and widest[0] == wider[0] and widest[1] > wider[1]
    found.page.mouse.dblclick(box["x"] + box["width"] * 0.2, box["y"] + BARS)
    assert found.range() is None
    found.told("300 of 300 events")
    found.clean()


def test_the_wheel_zooms_time_over_a_strip_that_keeps_the_whole(linked: Open) -> None:
    """The bars change, the range does not, and the strip still shows everything."""
    found = linked()
    before = found.picture(".timeline")
    box = found.box(".timeline")
    found.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + BARS)
    found.page.mouse.wheel(0, -600)
    found.counts()
    assert found.picture(".timeline").tobytes() != before.tobytes()
    assert found.range() is None
    found.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 178)
    found.counts()
    found.page.mouse.move(2, 2)
    assert found.picture(".timeline").tobytes() == before.tobytes()


def test_what_the_map_shows_filters_the_rest(linked: Open) -> None:
    """With the switch on, panning filters timeline and list; the map keeps its own marks."""
    found = linked()
    found.page.get_by_label("Only what the map shows").check()
    found.page.get_by_role("button", name="Zoom in").click()
    found.page.wait_for_timeout(600)
    found.drag(0.5, 0.8, ".marks", 200)
    found.page.wait_for_timeout(500)
    counts = found.counts()
    assert {**counts, **found.expected(None)} == counts
    assert 0 < counts["boxed"] < 300
    found.told(f"{counts['boxed']} of 300 events")
    found.page.get_by_label("Only what the map shows").uncheck()
    found.told("300 of 300 events")


def test_a_drawn_box_filters_until_it_is_let_go(linked: Open) -> None:
    """The page counts what numpy finds in the box; Escape on the map clears it."""
    found = linked()
    found.page.get_by_role("button", name="Draw a box").click()
    box = found.box(".marks")
    found.page.mouse.move(box["x"] + 40, box["y"] + 120)
    found.page.mouse.down()
    found.page.mouse.move(box["x"] + 330, box["y"] + 330, steps=4)
    found.page.mouse.up()
    counts = found.counts()
    assert 0 < counts["boxed"] < counts["total"] == 300
    found.told(f"{counts['boxed']} of 300 events")
    found.page.locator(".marks").focus()
    found.page.keyboard.press("Escape")
    found.told("300 of 300 events")


def test_a_click_selects_everywhere_and_the_map_stays(linked: Open) -> None:
    """The event under the pointer is named, then selected; the dot is where it was; a second click lets go."""
    found = linked(7)
    spots = found.inked(".marks")
    box = found.box(".marks")
    y, x = spots[len(spots) // 2]
    near = spots[(np.abs(spots - (y, x)).max(axis=1) < 12)].mean(axis=0)
    at = box["x"] + near[1], box["y"] + near[0]
    found.page.mouse.move(*at)
    found.page.locator(".tip", has_text="Strike number").wait_for(timeout=DRAW_MS)
    found.page.mouse.click(*at)
    found.told("selected ")
    found.page.wait_for_function("!document.querySelector('[data-testid=stText]').textContent.includes('None')")
    found.page.mouse.move(5, 5)
    again = found.inked(".marks")
    assert abs(again.mean(axis=0) - spots.mean(axis=0)).max() < 1.5
    found.page.mouse.click(*at)
    found.told("selected None")
    found.clean()


def test_a_crowded_place_goes_closer_and_then_lists(linked: Open) -> None:
    """A click on a full cell of the raster zooms in; where many share a place, they are listed by title."""
    found = linked(20_000)
    assert found.counts()["dense"]
    pixels = found.inked(".marks")
    box = found.box(".marks")
    before = found.counts()["inView"]
    for y, x in pixels[:: len(pixels) // 30].tolist():
        found.page.mouse.move(box["x"] + x, box["y"] + y)
        found.counts()
        if "closer look" in found.page.locator(".tip").inner_text():
            found.page.mouse.click(box["x"] + x, box["y"] + y)
            break
    found.page.wait_for_timeout(600)
    assert found.counts()["inView"] < before
    for _ in range(9):
        found.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 100)
        if found.page.locator(".picker").is_visible():
            break
        found.page.get_by_role("button", name="Zoom in").click()
        found.page.wait_for_timeout(120)
    found.clean()


def test_the_keyboard_does_what_the_pointer_does(linked: Open) -> None:
    """Arrows move the range, Shift stretches it, Home and End go to the ends, Escape clears."""
    found = linked()
    canvas = found.page.locator(".timeline")
    canvas.focus()
    found.page.keyboard.press("Home")
    first = found.range()
    found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("ArrowRight")
    second = found.range()
    found.page.keyboard.press("Shift+ArrowRight")
    third = found.range()
    assert first and second and third
    assert first[0] < second[0] and third[0] == second[0] and third[1] > second[1]
    found.page.keyboard.press("Escape")
    assert found.range() is None
    found.told("300 of 300 events")
    before = found.picture(".marks").tobytes()
    found.page.locator(".marks").focus()
    found.page.keyboard.press("+")
    found.page.keyboard.press("ArrowLeft")
    found.page.wait_for_timeout(500)
    assert found.picture(".marks").tobytes() != before
    assert canvas.get_attribute("aria-label") and found.page.locator(".marks").get_attribute("aria-label")


def test_time_plays_and_stops_at_a_touch(linked: Open) -> None:
    """The window slides by itself; a press on the map pauses it and the page hears where it stands."""
    found = linked()
    found.page.get_by_role("button", name="Play", exact=True).click()
    found.page.wait_for_timeout(700)
    early = found.range()
    found.page.wait_for_timeout(700)
    late = found.range()
    assert early and late and late[0] > early[0] and late[1] - late[0] == early[1] - early[0]
    found.page.locator(".marks").click(position={"x": 15, "y": 15})
    found.page.get_by_role("button", name="Play", exact=True).wait_for(timeout=DRAW_MS)
    found.told(f"{found.counts()['total']} of 300 events")


def test_nothing_plays_for_those_who_want_less_motion(linked: Open) -> None:
    """The button is off and says why; single steps still work."""
    found = linked(reduced_motion="reduce")
    assert found.page.locator(".play").is_disabled()
    assert "less motion" in str(found.page.locator(".play").get_attribute("aria-label"))
    found.page.get_by_role("button", name="A step on").click()
    assert found.range()


def test_a_phone_has_room_and_fingers_work(linked: Open) -> None:
    """Nothing scrolls sideways; a finger on the bars chooses days, a tap on the map is a click."""
    found = linked(7, PHONE, has_touch=True)
    assert found.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    found.page.locator(".timeline").scroll_into_view_if_needed()
    box = found.box(".timeline")
    touch = found.page.context.new_cdp_session(found.page)
    for kind, part in (("touchStart", 0.1), ("touchMove", 0.4), ("touchMove", 0.9), ("touchEnd", None)):
        points = [] if part is None else [{"x": box["x"] + box["width"] * part, "y": box["y"] + BARS}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    days = found.range()
    assert days
    found.told(f"{found.expected(days)['total']} of 7 events")
    found.clean()


def test_another_filter_keeps_the_view_and_changes_the_counts(linked: Open) -> None:
    """The page's own filter of kinds reaches the map; where it looks and what is chosen stay."""
    found = linked()
    found.drag(0.4, 0.7)
    days = found.range()
    found.page.get_by_role("button", name="Zoom in").click()
    found.page.get_by_role("radio", name="strike").click()
    wanted = found.expected(days, found.table["kind"] == "strike")
    found.until(wanted["total"], lambda: found.counts()["total"])
    assert {**found.counts(), **wanted} == found.counts() and found.range() == days
    found.clean()


def test_it_draws_without_webgl(linked: Open) -> None:
    """No view of ours asks for it."""
    found = linked(
        7,
        init="HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {"
        "apply: (get, canvas, [kind, more]) => kind.startsWith('webgl') ? null : get.call(canvas, kind, more)})",
    )
    assert len(found.inked(".marks")) > 60


def test_a_script_that_fails_is_told_to_the_page(
    linked: Open, serve_linked: Callable[[int], str], browser: Any
) -> None:
    """The plain views can take over, and the reader is told."""
    page = browser.new_context().new_page()
    page.route("**/view.js", lambda route: route.abort())
    page.goto(serve_linked(7))
    page.get_by_text("The plain page").wait_for(timeout=DRAW_MS)
    page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("events", [7, 20_000])
def test_it_is_drawn_in_both_themes(linked: Open, theme: str, events: int) -> None:
    """Land, marks, bars and letters, and no request to another host."""
    found = linked(events, theme=theme)
    assert len(found.inked(".timeline", theme)) > 60
    assert len(found.picture(".map").getcolors(maxcolors=1_000_000)) > 100
    found.clean()


def test_the_box_of_the_browser_is_the_box_of_the_server(linked: Open) -> None:
    """What the view counts in a box is what the server finds there, at any zoom."""
    found = linked()
    built = columns.build(found.table)
    found.page.get_by_label("Only what the map shows").check()
    for _ in range(3):
        found.page.get_by_role("button", name="Zoom in").click()
        found.page.wait_for_timeout(450)
        boxed = found.counts()["boxed"]
        found.told(f"{boxed} of 300 events")
    assert inside(built, Box(-180, -85, 180, 85)).sum() >= boxed
