"""The page as a reader sees it: drawn, linked, quiet, and asking nothing of another host."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import DESK, DRAW_MS, PHONE, TABLET, Visit

pytestmark = pytest.mark.browser

STRIKE = {"light": (210, 76, 0), "dark": (240, 118, 42)}
LIVE_MAP, LIVE_TIMELINE = ".linked .map", ".linked .timeline"
MAP, TIMELINE = "[data-testid=stDeckGlJsonChart]", "[data-testid=stVegaLiteChart]"
Go = Callable[..., Visit]


SCREENS = [(DESK, "light"), (DESK, "dark"), (TABLET, "light"), (PHONE, "light"), (PHONE, "dark")]


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


@pytest.mark.parametrize(("size", "theme"), SCREENS, ids=str)
def test_map_timeline_and_list_are_drawn(visit: Go, size: tuple[int, int], theme: str) -> None:
    """In both themes and at both sizes, with no error, no outside request and no sideways scroll."""
    found = visit("", size=size, theme=theme)
    for part in (LIVE_MAP, LIVE_TIMELINE):
        image = picture(found, part)
        assert len(image.getcolors(maxcolors=1_000_000)) > 20
        assert len(near(image, STRIKE[theme])) > 60
    assert len(found.rows()) >= 7
    assert found.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    found.clean()


def test_the_map_draws_land_and_names(visit: Go) -> None:
    """The basemap is ours: land, water and letters, from this host alone."""
    found = visit("")
    colours = {colour for count, colour in picture(found, LIVE_MAP).getcolors(maxcolors=1_000_000) if count > 800}
    assert (247, 246, 242) in colours  # land
    assert (223, 231, 236) in colours  # water
    found.clean()


def test_map_timeline_and_first_rows_fit_the_first_screen(visit: Go) -> None:
    """A reader at a desk sees all three without scrolling."""
    found = visit("")
    for part in (LIVE_MAP, LIVE_TIMELINE, ".row >> nth=3"):
        box = found.page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= DESK[1]


def test_a_click_on_the_map_opens_the_card(visit: Go) -> None:
    """And a second click on the same mark closes it."""
    found = visit("one")
    box = found.page.locator(MAP).bounding_box()
    x, y = centre(near(picture(found, MAP), STRIKE["light"]))
    found.press(box["x"] + x, box["y"] + y, "Missile strike on a plant of Flex", found.open_row)
    assert "event=event-0" in found.page.url
    found.press(box["x"] + x, box["y"] + y, "", found.open_row)
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
    found.press(box["x"] + x, box["y"] + y, "Missile strike on a plant of Flex", found.open_row)
    found.press(box["x"] + x, box["y"] + y, "", found.open_row)
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


def test_a_click_on_a_bar_opens_its_events_in_turn(visit: Go) -> None:
    """Where a crowd has no marks, its bars still lead to the cards."""
    found = visit("2000")
    box = found.page.locator(TIMELINE).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.5
    found.page.mouse.click(x, y)
    found.until(True, lambda: "event=event-" in found.page.url)
    first = found.page.url
    found.page.mouse.click(x, y)
    found.until(True, lambda: found.page.url != first)
    assert found.open_row() == "Missile strike on a plant of Flex"
    found.clean()


def test_a_chosen_outlet_filters_and_is_in_the_link(visit: Go) -> None:
    """Chosen from a list that shows counts; the address of the view brings it back."""
    found = visit("nine")
    found.page.get_by_role("button", name="More filters").click()
    found.page.get_by_role("combobox", name="Outlet").click()
    found.page.get_by_role("option", name="Kyiv Wire (3)").click()
    found.until(True, lambda: "outlets=Kyiv" in found.page.url)
    assert "told by Kyiv Wire" in found.sentence()
    again = visit("nine", found.page.url.removeprefix(found.url + "/"))
    assert again.rows() == found.rows()
    assert len(again.rows()) == 3
    found.clean()


def test_names_of_outlets_are_literal_in_the_filters(visit: Go) -> None:
    """What a file calls its outlet is text in the lists too."""
    found = visit("outlets")
    found.page.get_by_role("button", name="More filters").click()
    found.page.get_by_role("combobox", name="Outlet").click()
    found.page.get_by_role("option").first.wait_for(timeout=DRAW_MS)
    shown = "\n".join(found.page.get_by_role("option").all_inner_texts())
    for typed in ("<img src=x onerror=alert(1)>", "![x](http://evil.example/p.png)", ":red[x] **b** $x$"):
        assert typed in shown
    found.clean()


def test_a_click_on_the_legend_hides_what_it_explains(visit: Go) -> None:
    """And a second click shows it again."""
    found = visit("nine")
    key = found.page.get_by_role("button", name="accusation, accuser to accused")
    key.click()
    found.until(True, lambda: "marks=dot" in found.page.url)
    assert "Zelensky accuses China" not in found.rows()
    assert key.get_attribute("aria-pressed") == "false"
    key.click()
    found.until(9, lambda: len(found.rows()))
    found.clean()


def test_the_map_stays_where_the_reader_moved_it(visit: Go) -> None:
    """Zoomed in, it is not thrown back by a filter."""
    found = visit("nine")
    before = picture(found, MAP)
    box = found.page.locator(MAP).bounding_box()
    found.page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    found.page.mouse.wheel(0, -600)
    found.settle()
    found.still()
    zoomed = picture(found, MAP)
    found.page.get_by_role("button", name="accusation, accuser to accused").click()
    found.until(True, lambda: "marks=dot" in found.page.url)
    land = (247, 246, 242)
    share = [len(near(image, land, 2)) for image in (before, zoomed, picture(found, MAP))]
    assert abs(share[2] - share[1]) < abs(share[0] - share[1]) / 2
    found.clean()


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE], ids=["desk", "tablet", "phone"])
def test_a_picture_is_one_frame_without_controls(visit: Go, size: tuple[int, int]) -> None:
    """Title, map, timeline, legend and sources; nothing to press but the way back; no sideways scroll."""
    found = visit("nine", "?page=picture", size=size)
    assert found.page.locator("[data-testid=stDateInput], [data-testid=stTextInput]").count() == 0
    assert not found.page.locator(".maplibregl-ctrl-zoom-in, .mapboxgl-ctrl-zoom-in").is_visible()
    words = "\n".join(found.page.locator(".masthead, .account").all_inner_texts())
    assert "Strikes and accusations, 1 January – 24 December 2025" in words
    assert "not verified" in words
    assert "Kyiv Wire" in words
    assert found.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    if size == DESK:
        boxes = [found.page.locator(part).first.bounding_box() for part in (MAP, TIMELINE, ".legend", ".account")]
        assert all(box["y"] + box["height"] <= DESK[1] for box in boxes)
    found.clean()


def test_paper_has_no_controls_and_the_whole_list(visit: Go) -> None:
    """Printed, the filters are gone and no row is cut off."""
    found = visit("nine")
    found.page.emulate_media(media="print")
    assert not found.page.locator(".st-key-filters").is_visible()
    assert not found.page.locator(".st-key-actions").is_visible()
    scroll = found.page.locator(".scroll")
    assert scroll.evaluate("e => e.scrollHeight <= e.clientHeight + 1")


def test_words_from_right_to_left_are_set_so(visit: Go) -> None:
    """A title in Arabic keeps its own direction inside an English list."""
    found = visit("right-to-left")
    claim = found.page.locator(".claim").first
    assert claim.evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"
    assert claim.get_attribute("dir") == "auto"
    found.clean()
