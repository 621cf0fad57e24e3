"""The map: boxes, clicks, crowded places and what fans out."""

from __future__ import annotations

import numpy as np
import pytest

from geo import deck
from tests.browser.conftest import DRAW_MS
from tests.browser.linked.conftest import Open, saying
from timeline.ui.linked import columns
from timeline.ui.linked.box import Box, inside

pytestmark = pytest.mark.browser


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
