"""The page in Ukrainian, and the tour of a first visit, as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.conftest import DESK, DRAW_MS, PHONE, Visit

pytestmark = pytest.mark.browser

# Every text of the page and every attribute that is read out or hovered over, but where an article speaks.
TEXTS = """() => {
  const own = "blockquote, .article, .title, .claim, .facts, .aside small, .languages, script, style, noscript, title, "
    + "[data-testid=stIconMaterial]";
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.closest(own) || element.closest(".row > button")) continue;
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) found.push(child.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
    }
  };
  walk(document);
  return found;
}"""
FOCUSED = "[...document.querySelectorAll('*')].map(e => e.shadowRoot?.activeElement?.textContent).find(Boolean)"
SAME = ["Dateline", "visionscarto / Natural Earth", "GeoNames (geonames.org), CC BY", "Home", "End", "Enter", "Escape"]
SAME += ["Shift", "Space", "Esc", "CSV"]
STREAMLITS_OWN = re.compile(r"Skip to main content|Choose date|Help( for)?|(year|month|day), |yyyy|mm|dd|Open")


@pytest.fixture
def arriving(browser: Any, serve: Callable[[str], str]) -> Iterator[Callable[..., Visit]]:
    """A function that opens the page over the bundled articles for a browser of some locale, size and memory."""
    contexts = []

    def go(address: str = "", size: tuple[int, int] = DESK, **browsers: Any) -> Visit:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **browsers)
        contexts.append(context)
        return Visit(context.new_page(), serve("")).open(address)

    yield go
    for context in contexts:
        context.close()


def english(page: Any) -> list[str]:
    """Texts with Latin words that are neither a name nor a key nor Streamlit's own."""
    found = []
    for text in page.evaluate(TEXTS):
        left = STREAMLITS_OWN.sub("", text)
        for name in SAME:
            left = left.replace(name, "")
        found += [text] if re.search(r"[A-Za-z]{2,}", left) else []
    return found


def test_a_ukrainian_browser_reads_ukrainian_until_the_reader_switches(arriving: Callable[..., Visit]) -> None:
    """The whole page, its language told to the browser and the address; the switch is reached and worked by keys."""
    found = arriving(locale="uk-UA")
    page = found.page
    assert page.evaluate("document.documentElement.lang") == "uk"
    assert "lang=uk" in page.url and found.sentence().startswith("Показано 7, усього 7 подій")
    assert english(page) == []
    assert page.get_by_role("group", name="Мова").get_by_role("button").all_inner_texts() == ["English", "Українська"]
    switch = page.get_by_role("button", name="English", exact=True)
    assert (switch.get_attribute("lang"), switch.get_attribute("aria-pressed")) == ("en", "false")
    switch.focus()
    page.keyboard.press("Enter")
    found.until("en", lambda: page.evaluate("document.documentElement.lang"))
    assert found.sentence().startswith("Showing 7 of 7 events") and "lang=en" in page.url
    assert page.get_by_role("button", name="Picture view").is_visible()
    found.clean()


def overlap(page: Any, one: str, other: str) -> bool:
    """Whether two boxes on the screen share any of it."""
    a, b = (page.locator(f"{selector}:visible").first.bounding_box() for selector in (one, other))
    across = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
    down = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
    return bool(across > 0 and down > 0)


EXPLAINED = [".linked .map", ".linked .timeline", ".row", ".st-key-search", ".st-key-take button"]


def test_a_first_visit_is_shown_around_once(arriving: Callable[..., Visit]) -> None:
    """On a phone each step leaves in sight what it explains; Escape ends it, and it comes again only when asked for."""
    found = arriving(size=PHONE, storage_state={"cookies": [], "origins": []}, reduced_motion="reduce")
    page, box = found.page, found.page.locator(".tour")
    box.wait_for(timeout=DRAW_MS)
    for n, part in enumerate(EXPLAINED, 1):
        assert f"{n} of 5" in box.inner_text()
        page.wait_for_timeout(300)
        assert not overlap(page, ".tour", part), part
        if n < len(EXPLAINED):
            page.keyboard.press("Enter")  # the focus is on the way on
    page.keyboard.press("Escape")
    assert not box.is_visible()
    page.reload()
    page.wait_for_selector(".linked[data-counts]", timeout=DRAW_MS)
    found.settle()
    assert not box.is_visible()
    page.get_by_text("How to read this").click()
    page.get_by_role("button", name="Show me around").click()
    assert "1 of 5" in box.inner_text()
    page.get_by_role("button", name="Skip the tour").click()
    assert not box.is_visible()
    assert page.evaluate(FOCUSED) == "Show me around"
    found.clean()


@pytest.mark.parametrize("address", ["?kinds=strike"])
def test_who_follows_a_link_is_not_shown_around(arriving: Callable[..., Visit], address: str) -> None:
    """They came to see something."""
    found = arriving(address, storage_state={"cookies": [], "origins": []})
    assert not found.page.locator(".tour").is_visible()
