"""Time: the brush, the wheel, the bars, the keys and playback."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from tests.browser.conftest import DRAW_MS
from tests.browser.linked.conftest import BARS, Open
from timeline.events import frame

pytestmark = pytest.mark.browser


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
    """The bars change, the range does not; the strip still shows everything, and a drag on it moves the focus."""
    found = linked()
    before = found.picture(".timeline")
    box = found.box(".timeline")
    found.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + BARS)
    found.page.mouse.wheel(0, -600)
    found.counts()
    assert found.picture(".timeline").tobytes() != before.tobytes()
    assert found.range() is None
    zoomed = found.picture(".timeline").tobytes()
    found.drag(0.5, 0.62, y=178)
    found.counts()
    assert found.picture(".timeline").tobytes() != zoomed and found.range() is None
    found.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 178)
    found.counts()
    found.page.mouse.move(2, 2)
    assert found.picture(".timeline").tobytes() == before.tobytes()


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
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        found.page.keyboard.press(key)
    assert found.page.locator(".picker .row").first.evaluate("row => row.matches(':focus')")
    found.page.keyboard.press("Escape")
    assert not found.page.locator(".picker").is_visible()


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
