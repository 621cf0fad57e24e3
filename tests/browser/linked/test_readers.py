"""Every reader and every browser: fingers, wishes of the system, languages, other visitors, and scripts that fail."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import DESK, DRAW_MS, PHONE
from tests.browser.linked.conftest import BARS, KEY, Fingers, Open

pytestmark = pytest.mark.browser


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
