"""The page for everyone: no serious fault that axe-core knows, whatever the state, the theme and the screen."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from tests.browser.conftest import DESK, DRAW_MS, PHONE, Visit

pytestmark = pytest.mark.browser

Go = Callable[..., Visit]
SLOW_MS = 120_000
SCREENS = [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]


def faults(page: Any) -> list[str]:
    """Every serious or critical fault on the page as it stands: the rule and the element."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8") + "; 0")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {node['html'][:200]}" for one in grave for node in one["nodes"]]


@pytest.mark.parametrize(("size", "theme"), [SCREENS[0], SCREENS[3]], ids=str)
def test_no_serious_fault_with_a_card_and_in_the_picture(visit: Go, size: tuple[int, int], theme: str) -> None:
    """The page as it opens, with an open card, and dressed for a picture, which draws the plain map and timeline."""
    found = visit("", size=size, theme=theme)
    assert faults(found.page) == []
    found.page.locator(".row > button").nth(1).click()
    found.until(True, lambda: bool(found.open_row()))
    assert faults(found.page) == []
    found.page.get_by_role("button", name="Picture view").click()
    found.page.wait_for_selector("[data-testid=stVegaLiteChart] :is(canvas, svg)", timeout=DRAW_MS)
    found.settle()
    assert faults(found.page) == []


def _switches_off(page: Any) -> None:
    page.locator(".switch").first.click()
    page.wait_for_selector(".switch.off", timeout=DRAW_MS)


def _article_unfolded(page: Any) -> None:
    page.locator(".row > button").first.click()
    page.wait_for_selector(".row.open details", timeout=DRAW_MS)
    page.locator(".row.open summary").last.click()


def _nothing_left(page: Any) -> None:
    page.get_by_label("From").first.wait_for(timeout=DRAW_MS)
    assert page.locator(".empty").count() == 1


def _open(name: str) -> Callable[[Any], None]:
    return lambda page: page.get_by_role("button", name=name).first.click()


STATES: dict[str, tuple[str, str, Callable[[Any], None]]] = {  # sample library, address, what a reader does there
    "a kind of mark switched off": ("", "", _switches_off),
    "a whole article unfolded": ("", "", _article_unfolded),
    "more filters": ("", "", _open("More filters")),
    "take it with you": ("", "", _open("Take it with you")),
    "the keys": ("", "", _open("Keys")),
    "nothing left": ("", "?from=1990-01-01&to=1990-01-02", _nothing_left),
    "the plain page": ("nine", "", lambda _: None),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_serious_fault_in_any_state(visit: Go, state: str, theme: str) -> None:
    """What opens, folds out, is switched off or is empty, in both themes."""
    sample, address, do = STATES[state]
    found = visit(sample, address, theme=theme)
    do(found.page)
    found.settle()
    assert faults(found.page) == []


@pytest.mark.parametrize(("size", "theme"), [SCREENS[0], SCREENS[3]], ids=str)
def test_no_serious_fault_where_articles_are_brought(
    browser: Any, serve: Callable[[str], str], size: tuple[int, int], theme: str
) -> None:
    """The page for articles of one's own."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
    page = context.new_page()
    page.goto(serve("") + "/bring")
    page.get_by_role("heading", name="Bring your own articles").wait_for(timeout=DRAW_MS)
    page.wait_for_selector("[data-testid=stFileUploader]", timeout=DRAW_MS)
    page.wait_for_timeout(900)
    assert faults(page) == []
    context.close()


def held(page: Any) -> str:
    """The name of what has the focus in the list."""
    script = "[...document.querySelectorAll('*')].map(e => e.shadowRoot?.activeElement?.ariaLabel).find(Boolean) ?? ''"
    return str(page.evaluate(script))


def test_the_page_can_be_walked_with_keys_alone(visit: Go) -> None:
    """The list is walked with j and k, Enter opens, Escape closes and goes back to the row, ? shows the keys."""
    found = visit("")
    press = found.page.keyboard.press
    titles = found.rows()
    for key, title in (("j", titles[0]), ("j", titles[1]), ("k", titles[0]), ("k", titles[0]), ("j", titles[1])):
        press(key)
        assert title in held(found.page)
    press("Enter")
    found.until(titles[1], found.open_row)
    assert f"2 of {len(titles)}" in held(found.page)
    press("Tab")
    press("Escape")
    found.until("", found.open_row)
    assert titles[1] in held(found.page)
    keys = found.page.get_by_role("dialog", name="Keys")
    press("?")
    assert keys.is_visible()
    press("Escape")
    assert not keys.is_visible()
    found.page.get_by_role("button", name="Keys").click()
    assert keys.is_visible()
    press("Escape")
    press("/")
    found.page.keyboard.type("Kharkiv/j?")
    assert found.page.evaluate("document.activeElement.value") == "Kharkiv/j?"
    for _ in "/j?":
        press("Backspace")
    press("Enter")
    found.until(1, lambda: len(found.rows()))
    said = found.page.locator(".st-key-access [role=status]")
    found.until("1 strike, 24 December 2025", said.inner_text)
    found.clean()


@pytest.mark.parametrize(("size", "scale"), [((720, 450), 2), (PHONE, 1), ((320, 640), 1)], ids=str)
def test_zoomed_in_or_on_a_phone_nothing_is_lost(
    browser: Any, serve: Callable[[str], str], size: tuple[int, int], scale: int
) -> None:
    """No sideways scroll, and whatever is to be pressed in the list and the legend is 24 pixels or more."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, device_scale_factor=scale)
    found = Visit(context.new_page(), serve("")).open()
    found.page.locator(".row > button").first.click()
    found.until(True, lambda: bool(found.open_row()))
    assert found.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= size[0]
    pressed = [one for one in found.page.locator(".root :is(button, summary)").all() if one.is_visible()]
    assert len(pressed) > 10
    for one in pressed:
        box = one.bounding_box()
        assert min(box["width"], box["height"]) >= 23.9
    context.close()


def test_the_parts_of_the_page_are_landmarks(visit: Go) -> None:
    """Search, filters, map and timeline, and the list can be jumped to by name."""
    page = visit("").page
    assert page.get_by_role("search", name="Search").count() == 1
    for name in ("Filters", "Map and timeline", "List of events"):
        assert page.get_by_role("region", name=name, exact=True).count() == 1
    assert page.get_by_role("heading", name="events listed").count() == 1


def test_over_a_slow_network_the_list_comes_first(browser: Any, serve: Callable[[str], str]) -> None:
    """With 3G's speed the events can be read before the map has its scripts and its land."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}  # ms, bytes/s
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    page.goto(serve(""), timeout=SLOW_MS)
    page.locator(".row > button").first.wait_for(timeout=SLOW_MS)
    assert page.locator(".linked[data-counts]").count() == 0
    page.locator(".linked[data-counts]").wait_for(timeout=SLOW_MS)
    context.close()


def test_on_a_phone_the_card_is_a_drawer(visit: Go) -> None:
    """Wherever the page stands, it lies over the foot of the screen, below the map; its button closes it."""
    found = visit("", size=PHONE)
    found.page.locator(".row > button").first.click()
    found.until(True, lambda: bool(found.open_row()))
    drawer = found.page.locator(".drawer")
    for scrolled in (0, 400):
        found.page.evaluate(f"document.querySelector('[data-testid=stMain]').scrollTo(0, {scrolled})")
        box = drawer.bounding_box()
        assert round(box["y"] + box["height"]) == PHONE[1] and box["width"] == PHONE[0]
        assert box["y"] > PHONE[1] / 3
    drawer.get_by_role("button", name="Close").click()
    found.until("", found.open_row)
    assert drawer.count() == 0
