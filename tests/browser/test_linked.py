"""The linked view in a real browser: it moves while a reader drags, and says what a filter of the table says."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from geo import deck
from tests.browser.conftest import DESK, DRAW_MS, PHONE, ROOT, Visit, serving
from tests.ui import linked_table
from timeline.events import frame
from timeline.ui import routes
from timeline.ui.linked import columns
from timeline.ui.linked.box import Box, inside

pytestmark = pytest.mark.browser

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
    """The page counts what numpy finds in the box, so do the bars; Escape on the map clears it."""
    found = linked()
    bars = found.picture(".timeline").tobytes()
    found.page.get_by_role("button", name="Draw a box").click()
    box = found.box(".marks")
    found.page.mouse.move(box["x"] + 40, box["y"] + 120)
    found.page.mouse.down()
    found.page.mouse.move(box["x"] + 330, box["y"] + 330, steps=4)
    found.page.mouse.up()
    counts = found.counts()
    assert 0 < counts["boxed"] < counts["total"] == 300
    found.told(f"{counts['boxed']} of 300 events")
    assert found.picture(".timeline").tobytes() != bars
    found.page.locator(".marks").focus()
    found.page.keyboard.press("Escape")
    found.told("300 of 300 events")
    found.page.mouse.move(2, 2)
    assert found.picture(".timeline").tobytes() == bars


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


def test_a_crowded_place_goes_closer_and_then_lists(linked: Open) -> None:
    """A click on a full cell of the raster zooms in; where many share a place, they are listed by title."""
    found = linked(20_000)
    assert found.counts()["dense"]
    before = found.counts()["inView"]
    found.page.mouse.click(*saying(found, "a closer look")[0])
    found.page.wait_for_timeout(600)
    assert found.counts()["inView"] < before
    at, named = saying(found, "the list")
    found.page.mouse.click(*at)
    picker = found.page.locator(".picker")
    picker.wait_for(timeout=DRAW_MS)
    rows = picker.locator(".row")
    assert named > 12 and rows.count() == min(named, 60)
    wanted = rows.nth(3).locator("span").first.inner_text()
    assert wanted.startswith("Strike number")
    rows.nth(3).click()
    chosen = found.table.index[found.table["title"] == wanted][0]
    found.told(f"selected {chosen}")
    assert not picker.is_visible()
    found.clean()


def test_what_lies_under_one_another_fans_out(linked: Open) -> None:
    """A click on several spreads them; each is named under the pointer and selected by a click; Escape closes."""
    found = linked()
    at, size = saying(found, "fan them out")
    found.page.mouse.click(*at)
    leaves = found.page.locator(".leaf")
    assert leaves.count() == size <= 12
    titles = set()
    for n in range(size):
        leaves.nth(n).hover()
        found.page.locator(".tip", has_text="Strike number").wait_for(timeout=DRAW_MS)
        titles.add(found.page.locator(".tip .first").inner_text())
    assert len(titles) == size and titles <= set(found.table["title"])
    last = found.page.locator(".tip .first").inner_text()
    leaves.last.click()
    found.told(f"selected {found.table.index[found.table['title'] == last][0]}")
    assert leaves.count() == size and leaves.last.get_attribute("aria-pressed") == "true"
    found.page.keyboard.press("Escape")
    assert leaves.count() == 0
    assert "selected None" not in found.sentence()
    found.clean()


def test_arcs_that_run_over_one_another_fan_out(linked: Open) -> None:
    """Where they meet, each of them can be had."""
    found = linked()
    at, size = saying(found, "fan them out", deck.PALETTES["light"].accusation)
    found.page.mouse.click(*at)
    arcs = found.page.locator(".leaf.arc")
    assert arcs.count() == size > 1
    arcs.first.click()
    found.page.wait_for_function("!document.querySelector('[data-testid=stText]').textContent.includes('None')")
    row = int(found.sentence().split("selected ")[1])
    assert found.table["kind"][row] == "accusation"
    found.clean()


def test_a_fan_is_walked_with_arrows_and_closes_with_what_it_shows(linked: Open) -> None:
    """Enter opens what lies at the map's middle, arrows go round, Enter selects; a moved map closes it."""
    found = linked()
    at, size = saying(found, "fan them out")
    box = found.box(".marks")
    found.drag((at[0] - box["x"]) / box["width"], 0.5, ".marks", at[1] - box["y"])
    found.page.locator(".marks").focus()
    for _ in range(6):  # up or down, until the stack lies in the middle
        found.page.keyboard.press("Enter")
        if found.page.locator(".leaf").count():
            break
        found.page.keyboard.press("ArrowUp" if at[1] < box["y"] + box["height"] / 2 else "ArrowDown")
        found.page.wait_for_timeout(400)
    leaves = found.page.locator(".leaf")
    size = leaves.count()
    assert size > 1
    names = []
    for _ in range(size):
        found.page.locator(".tip").wait_for(timeout=DRAW_MS)
        names.append(found.page.locator(".leaf:focus").get_attribute("aria-label"))
        found.page.keyboard.press("ArrowRight")
    assert len(set(names)) == size and all("number" in str(name) for name in names)
    found.page.keyboard.press("ArrowLeft")
    found.page.keyboard.press("Enter")
    found.page.wait_for_function("!document.querySelector('[data-testid=stText]').textContent.includes('None')")
    assert "number" in str(found.page.locator(".leaf[aria-pressed=true]").get_attribute("aria-label"))
    found.page.get_by_role("button", name="Zoom out").click()
    assert leaves.count() == 0
    found.clean()


def test_a_bar_lists_what_may_lie_in_its_days(linked: Open) -> None:
    """A click on a bar, not a double one; the list says how many there are, as a filter of those days does."""
    found = linked(20_000)
    box = found.box(".timeline")
    at = box["x"] + box["width"] * 0.8, box["y"] + BARS
    found.page.mouse.dblclick(*at)
    found.page.wait_for_timeout(700)
    assert not found.page.locator(".picker").is_visible()
    found.page.mouse.click(*at)
    found.page.locator(".picker").wait_for(timeout=DRAW_MS)
    head = found.page.locator(".picker .head").inner_text()
    month = pd.Period(head.split(":")[0], "M")
    kept = frame.mask(found.table, frame.Filters(month.start_time.date(), month.end_time.date())) & found.table["dated"]
    assert f"{kept.sum():,} events" in head and found.page.locator(".picker .row").count() == 60


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


def test_events_gather_at_the_speed_and_by_the_step_that_was_chosen(linked: Open) -> None:
    """The first day stays and the last moves on by days, weeks or months; faster is further in the same time."""
    found = linked()
    page = found.page
    page.get_by_label("How time plays").select_option("accumulates")
    page.get_by_role("button", name="A step on").click()
    began = found.range()
    assert began
    lasts = [began[1]]
    for step in ("day", "week", "month"):
        page.get_by_label("How far a step goes").select_option(step)
        page.get_by_role("button", name="A step on").click()
        days = found.range()
        assert days and days[0] == began[0]
        lasts.append(days[1])
    assert [(later - last).days for last, later in pairwise(lasts)] == [1, 7, 30]
    page.get_by_label("How far a step goes").select_option("day")
    gone = []
    for speed in ("slow", "fast"):
        page.get_by_label("How fast").select_option(speed)
        before = found.range()
        page.get_by_role("button", name="Play", exact=True).click()
        page.wait_for_timeout(1200)
        page.get_by_role("button", name="Pause").click()
        after = found.range()
        assert before and after and after[0] == began[0]
        gone.append((after[1] - before[1]).days)
    assert 0 < gone[0] < gone[1]


def test_nothing_plays_for_those_who_want_less_motion(linked: Open) -> None:
    """The button is off and says why; single steps still work."""
    found = linked(reduced_motion="reduce")
    assert found.page.locator(".play").is_disabled()
    assert "less motion" in str(found.page.locator(".play").get_attribute("aria-label"))
    found.page.get_by_role("button", name="A step on").click()
    assert found.range()


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


def test_a_phone_has_room_and_fingers_work(linked: Open) -> None:
    """Nothing scrolls sideways; a finger on the bars chooses days and takes an end within 22 pixels of it."""
    found = linked(7, PHONE, has_touch=True, is_mobile=True)
    assert found.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    fingers = Fingers(found, ".timeline")
    fingers.drag(0.3, 0.7)
    made = found.range()
    assert made
    found.told(f"{found.expected(made)['total']} of 7 events")
    reach = 20 / fingers.at["width"]
    fingers.drag(0.7 + reach, 0.8 + reach)
    later = found.range()
    assert later and later[0] == made[0] and later[1] > made[1]
    fingers.drag(0.3 - reach, 0.2 - reach)
    wider = found.range()
    assert wider and wider[0] < later[0] and wider[1] == later[1]
    fingers.drag(0.5, 0.55)
    moved = found.range()
    assert moved and moved[0] > wider[0] and moved[1] - moved[0] == wider[1] - wider[0]
    found.clean()


def test_two_fingers_zoom_the_map_and_time(linked: Open) -> None:
    """Apart is closer: fewer places in view; on the timeline fewer days, and no range is chosen by it."""
    found = linked(300, PHONE, has_touch=True, is_mobile=True)
    before = found.counts()["inView"]
    Fingers(found, ".marks").pinch(0.2, 0.7, 150)
    found.page.wait_for_timeout(500)
    assert 0 < found.counts()["inView"] < before
    bars = found.picture(".timeline").tobytes()
    fingers = Fingers(found, ".timeline")
    fingers.pinch(0.2, 0.8, BARS)
    assert found.range() is None and found.picture(".timeline").tobytes() != bars
    fingers.pinch(0.9, 0.1, BARS)
    fingers.pinch(0.9, 0.1, BARS)
    assert found.range() is None and found.picture(".timeline").tobytes() == bars


@pytest.mark.parametrize(("touch", "least"), [(False, 24), (True, 44)])
def test_controls_are_large_enough(linked: Open, touch: bool, least: int) -> None:
    """For a mouse, and for a finger; a label is a part of its box."""
    found = linked(7, PHONE if touch else DESK, has_touch=touch, is_mobile=touch)
    for control in found.page.locator(".linked :is(button, select, label)").all():
        box = control.bounding_box()
        assert box and min(box["width"], box["height"]) >= least - 0.1
    ticked = found.page.locator(".bar input").bounding_box()
    assert ticked and min(ticked["width"], ticked["height"]) >= 24


@pytest.mark.parametrize("more", [{"forced_colors": "active"}, {"contrast": "more"}], ids=str)
def test_colours_follow_what_the_system_asks(linked: Open, more: dict[str, str]) -> None:
    """Forced colours take the place of all of ours; with more contrast the basemap's lines are darker."""
    plain = linked(7).picture(".map")
    found = linked(7, **more)
    picture = found.picture(".map")
    darkest = [sum(n for n, colour in image.getcolors(1_000_000) if max(colour) < 110) for image in (plain, picture)]
    assert darkest[1] > 2 * darkest[0]
    assert (len(found.inked(".marks")) < 20) == ("forced_colors" in more)
    found.clean()


def test_visitors_see_their_own_alone(linked: Open) -> None:
    """Each has an address and a key of their own; with their own key, or none, nobody gets what is another's."""
    visitors = [linked(), linked()]
    given = []
    for found in visitors:
        with found.page.expect_request("**/columns.bin") as asked:
            found.page.reload()
        given.append((asked.value.url, asked.value.headers[KEY]))
        found.page.wait_for_selector(".linked[data-counts]", timeout=DRAW_MS)
    (one, own), (other, others) = given
    assert one != other and own != others
    fetched = f"([url, key]) => fetch(url, {{headers: {{'{KEY}': key}}}}).then((answer) => answer.status)"
    asked_for = [(one, own), (other, own), (one, others), (one, ""), (other, others)]
    found = [visitors[0].page.evaluate(fetched, list(pair)) for pair in asked_for]
    assert found == [200, 404, 404, 404, 200]
    visitors[0].drag(0.3, 0.6)
    days = visitors[0].range()
    visitors[0].told(f"{visitors[0].expected(days)['total']} of 300 events")
    assert visitors[1].range() is None and visitors[1].sentence().startswith("300 of 300")


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


LATIN = {
    "visionscarto",
    "Natural",
    "Earth",
    "GeoNames",
    "geonames",
    "org",
    "CC",
    "BY",
    "Home",
    "End",
    "Enter",
    "Esc",
    "Escape",
    "Shift",
}


def test_it_speaks_the_language_of_the_page(linked: Open) -> None:
    """Controls, tips and counts are Ukrainian and plural forms are its own; days are as CLDR writes them."""
    found = linked(7)
    found.open("?lang=uk")
    assert found.page.locator(".shown").inner_text() == "7 з 7 подій"
    said = [found.page.locator(".linked").inner_text()]
    said += found.page.locator(".linked [aria-label]").evaluate_all("all => all.map((one) => one.ariaLabel)")
    said += found.page.locator(".linked [title]").evaluate_all("all => all.map((one) => one.title)")
    assert set(re.findall("[A-Za-z]{2,}", " ".join(said))) <= LATIN
    found.drag(0.1, 0.9)
    assert re.search(r"\d+ [а-яі]+ . \d+ [а-яі]+ 2025", found.page.locator(".shown").inner_text())
    found.clean()


def test_it_draws_without_webgl(linked: Open) -> None:
    """No view of ours asks for it."""
    found = linked(
        7,
        init="HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {"
        "apply: (get, canvas, [kind, more]) => kind.startsWith('webgl') ? null : get.call(canvas, kind, more)})",
    )
    assert len(found.inked(".marks")) > 60


@pytest.mark.parametrize(
    ("lost", "why"), [("mount.js", ""), ("speech.js", ""), ("columns.bin", "the server did not give columns.bin")]
)
def test_a_script_that_fails_is_told_to_the_page(
    serve_linked: Callable[[int], str], browser: Any, lost: str, why: str
) -> None:
    """The plain views can take over, and the reader is told."""
    page = browser.new_context().new_page()
    page.route(f"**/{lost}", lambda route: route.fulfill(status=500))
    page.goto(serve_linked(7))
    page.get_by_text(f"The plain page: {why}").wait_for(timeout=DRAW_MS)
    page.context.close()


def test_the_plain_page_takes_over_and_says_so(serve: Callable[[str], str], browser: Any) -> None:
    """Where a script does not come, the page still has its map, its timeline and its list."""
    page = browser.new_context().new_page()
    page.route("**/marks.js", lambda route: route.fulfill(status=500))
    page.goto(serve(""))
    page.get_by_text("The live map cannot run in this browser").wait_for(timeout=DRAW_MS)
    for part in ("[data-testid=stDeckGlJsonChart] canvas", "[data-testid=stVegaLiteChart] :is(canvas, svg)", ".row"):
        page.locator(part).first.wait_for(timeout=DRAW_MS)
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
