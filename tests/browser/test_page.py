"""The page as a reader sees it: drawn, linked, quiet, and asking nothing of another host."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import DESK, PHONE, Visit

pytestmark = pytest.mark.browser

STRIKE = {"light": (200, 72, 0), "dark": (255, 138, 61)}
MAP, TIMELINE = "[data-testid=stDeckGlJsonChart]", "[data-testid=stVegaLiteChart]"
Go = Callable[..., Visit]


def picture(visit: Visit, selector: str) -> Image.Image:
    """What is on the screen there."""
    return Image.open(io.BytesIO(visit.page.locator(selector).first.screenshot())).convert("RGB")


def near(image: Image.Image, colour: tuple[int, int, int], by: int = 12) -> list[tuple[int, int]]:
    """Where the picture has that colour."""
    wide, high = image.size
    pixels = image.load()
    found = ((x, y) for y in range(high) for x in range(wide))
    return [(x, y) for x, y in found if all(abs(a - b) <= by for a, b in zip(pixels[x, y], colour, strict=True))]


def centre(points: list[tuple[int, int]]) -> tuple[float, float]:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_map_timeline_and_list_are_drawn(visit: Go, size: tuple[int, int], theme: str) -> None:
    """In both themes and at both sizes, with no error, no outside request and no sideways scroll."""
    found = visit("", size=size, theme=theme)
    for part in (MAP, TIMELINE):
        image = picture(found, part)
        assert len(image.getcolors(maxcolors=1_000_000)) > 20
        assert len(near(image, STRIKE[theme])) > 60
    assert len(found.rows()) >= 7
    assert found.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    found.clean()


def test_the_map_draws_land_and_names(visit: Go) -> None:
    """The basemap is ours: land, water and letters, from this host alone."""
    found = visit("")
    colours = {colour for count, colour in picture(found, MAP).getcolors(maxcolors=1_000_000) if count > 800}
    assert (247, 246, 242) in colours  # land
    assert (223, 231, 236) in colours  # water
    found.clean()


def test_map_timeline_and_first_rows_fit_the_first_screen(visit: Go) -> None:
    """A reader at a desk sees all three without scrolling."""
    found = visit("")
    for part in (MAP, TIMELINE, ".row >> nth=3"):
        box = found.page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= DESK[1]


def test_a_click_on_the_map_opens_the_card(visit: Go) -> None:
    """And a second click on the same mark closes it."""
    found = visit("one")
    box = found.page.locator(MAP).bounding_box()
    x, y = centre(near(picture(found, MAP), STRIKE["light"]))
    found.page.mouse.click(box["x"] + x, box["y"] + y)
    found.until("Missile strike on a plant of Flex", found.open_row)
    assert "event=event-0" in found.page.url
    found.page.mouse.click(box["x"] + x, box["y"] + y)
    found.until("", found.open_row)
    found.clean()


def test_a_click_in_the_list_marks_the_map_and_the_timeline(visit: Go) -> None:
    """The mark is outlined in both, and the map stays where it was."""
    found = visit("one")
    before = picture(found, MAP), picture(found, TIMELINE)
    found.page.locator(".row button").first.click()
    found.until("Missile strike on a plant of Flex", found.open_row)
    found.page.mouse.move(5, 5)
    after = picture(found, MAP), picture(found, TIMELINE)
    assert all(one.tobytes() != other.tobytes() for one, other in zip(before, after, strict=True))
    moved = [
        abs(a - b) for a, b in zip(*(centre(near(im, STRIKE["light"])) for im in (before[0], after[0])), strict=True)
    ]
    assert max(moved) < 1.5
    found.clean()


def test_a_brush_filters_map_and_list(visit: Go) -> None:
    """Dragging across the bars is a range; clearing it brings everything back."""
    found = visit("nine")
    box = found.page.locator(TIMELINE).bounding_box()
    y = box["y"] + box["height"] - 50
    found.page.mouse.move(box["x"] + box["width"] * 0.58, y)
    found.page.mouse.down()
    found.page.mouse.move(box["x"] + box["width"] * 0.62, y, steps=4)
    found.page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=4)
    found.page.mouse.up()
    found.until(True, lambda: "from=2025-0" in found.page.url)
    assert "hidden by the filters" in found.sentence()
    assert "Missile strike on a plant of Flex" in found.rows()
    assert "Zelensky accuses China" not in found.rows()
    found.page.get_by_role("button", name="Clear all").click()
    found.until(True, lambda: "Showing 9 of 9" in found.sentence())
    found.clean()


def test_a_click_on_the_timeline_opens_the_card(visit: Go) -> None:
    """A mark is as good as a row."""
    found = visit("one")
    box = found.page.locator(TIMELINE).bounding_box()
    image = picture(found, TIMELINE).crop((0, 0, int(box["width"]), 66))
    x, y = centre(near(image, STRIKE["light"]))
    found.page.mouse.click(box["x"] + x, box["y"] + y)
    found.until("Missile strike on a plant of Flex", found.open_row)
    found.page.mouse.click(box["x"] + x, box["y"] + y)
    found.until("", found.open_row)
    found.clean()


def test_a_link_reopens_the_exact_view(visit: Go) -> None:
    """Range, kinds and card come back from the address of another visit."""
    first = visit("nine", "?from=2025-08-01&to=2025-10-31&kinds=strike&event=event-0")
    again = visit("nine", first.page.url.removeprefix(first.url + "/"))
    assert again.page.url == first.page.url
    assert (again.sentence(), again.rows(), again.open_row()) == (first.sentence(), first.rows(), first.open_row())
    assert again.open_row() == "Missile strike on a plant of Flex"


def test_hostile_titles_are_literal(visit: Go) -> None:
    """Markup, expressions, formulas and overrides are shown as typed; the map stands; nobody is called."""
    found = visit("hostile", "?event=event-3")
    shown = "\n".join(found.rows())
    for typed in ("@@=alert(1)", "@@#A.B", "<img src=x onerror=alert(1)>", "</script><script>", "![x](http://evil"):
        assert typed in shown
    assert len(near(picture(found, MAP), STRIKE["light"])) > 60
    assert found.page.locator(".root img, .root script").count() == 0
    found.clean()


def test_the_list_is_usable_by_keyboard(visit: Go) -> None:
    """Rows are buttons: Tab reaches them, Enter opens, and the focus stays."""
    found = visit("nine")
    title = found.rows()[2]
    found.page.locator(".row button").nth(2).focus()
    found.page.keyboard.press("Enter")
    found.until(title, found.open_row)
    held: Any = found.page.evaluate(
        "[...document.querySelectorAll('*')].map(e => e.shadowRoot?.activeElement?.ariaExpanded).find(Boolean)"
    )
    assert held == "true"


def test_nothing_to_show_is_calm(visit: Go) -> None:
    """No articles: a map, a timeline and a sentence."""
    found = visit("empty")
    assert "No events yet" in found.sentence()
    assert len(picture(found, MAP).getcolors(maxcolors=1_000_000)) > 20
    found.clean()
