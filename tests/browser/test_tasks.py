"""What the three users come for, done by keyboard alone and by touch alone, over the bundled articles.

The reader finds the strike nearest to a town, the journalist lists the accusations of a month, the briefer takes the
sheet of another month away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tests.browser.conftest import DESK, DRAW_MS, PHONE, Visit

pytestmark = pytest.mark.browser

MOST_TABS = 60  # stops between any two things on the page
FOCUSED = """() => { let held = document.activeElement;
  while (held?.shadowRoot?.activeElement) held = held.shadowRoot.activeElement;
  if (!held?.matches("button, a, input, select, summary, canvas, [role]")) return "";
  return [held.getAttribute("aria-label"), held.innerText, held.labels?.[0]?.innerText].filter(Boolean).join(" ") }"""


class Keyboard:
    """A reader who has no pointer: stops by Tab, types, presses."""

    size, touch = DESK, False

    def __init__(self, visit: Visit) -> None:
        self.visit, self.press = visit, visit.page.keyboard.press

    def focused(self) -> str:
        """What has the focus, in the words that a screen reader has for it."""
        return str(self.visit.page.evaluate(FOCUSED))

    def go_to(self, name: str) -> None:
        """Tab until something of that name has the focus."""
        for _ in range(MOST_TABS):
            if name in self.focused():
                return
            self.press("Tab")
        raise AssertionError(f"no stop is called {name!r}; the last one is {self.focused()!r}")

    def search(self, text: str) -> None:
        """Look for words."""
        self.press("/")
        self.visit.page.keyboard.type(text)
        self.press("Enter")
        self.visit.settle()

    def choose(self, name: str) -> None:
        """Press a button or a switch."""
        self.go_to(name)
        self.press("Enter")
        self.visit.settle()

    def give_day(self, name: str, day: str) -> None:
        """Type a day into a date field, whose parts follow one another."""
        self.go_to(name)
        self.visit.page.keyboard.type(day.replace("-", ""))
        self.visit.settle()

    def filters(self) -> None:
        """They stand above the map."""

    def back(self) -> None:
        """Nothing covers the page."""

    def open_first(self) -> None:
        """Open the first event of the list."""
        self.press("j")
        self.press("Enter")
        self.visit.settle()

    def download(self, name: str) -> Any:
        """Take a file away."""
        self.go_to(name)
        with self.visit.page.expect_download(timeout=DRAW_MS) as found:
            self.press("Enter")
        return found.value


class Touch:
    """A reader with a phone: taps, and types where a field opens the keyboard of the phone."""

    size, touch = PHONE, True

    def __init__(self, visit: Visit) -> None:
        self.visit = visit

    def _tap(self, role: str, name: str) -> None:
        found = self.visit.page.get_by_role(role, name=name).first
        found.scroll_into_view_if_needed(timeout=DRAW_MS)
        found.tap(timeout=DRAW_MS)

    def search(self, text: str) -> None:
        """Look for words."""
        self._tap("textbox", "Find")
        self.visit.page.keyboard.type(text)
        self.visit.page.keyboard.press("Enter")  # of the phone's keyboard
        self.visit.settle()

    def choose(self, name: str) -> None:
        """Tap a button or a switch."""
        self._tap("button", name)
        self.visit.settle()

    def give_day(self, name: str, day: str) -> None:
        """Type a day into a date field with the phone's keyboard, and tap it in the calendar that has opened."""
        self.visit.page.get_by_role("group", name=name).get_by_role("spinbutton").first.tap(timeout=DRAW_MS)
        self.visit.page.keyboard.type(day.replace("-", ""))
        self._tap("button", f"{date.fromisoformat(day):%A, %B {int(day[-2:])}, %Y}")
        self.visit.settle()

    def filters(self) -> None:
        """They open as a sheet."""
        self.choose("Filters")

    def back(self) -> None:
        """Tap the page beside the sheet."""
        self.visit.page.touchscreen.tap(8, 20)
        self.visit.settle()

    def open_first(self) -> None:
        """Open the first event of the list."""
        self.visit.page.locator(".row > button").first.tap(timeout=DRAW_MS)
        self.visit.settle()

    def download(self, name: str) -> Any:
        """Take a file away."""
        with self.visit.page.expect_download(timeout=DRAW_MS) as found:
            self._tap("button", name)
        return found.value


User = Keyboard | Touch


@pytest.fixture(params=[Keyboard, Touch], ids=["keyboard", "touch"])
def user(request: pytest.FixtureRequest, browser: Any, serve: Callable[[str], str]) -> Iterator[User]:
    """Somebody on the page, who has never been here before but has seen the tour."""
    way: type[User] = request.param
    width, height = way.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=way.touch, is_mobile=way.touch, accept_downloads=True
    )
    yield way(Visit(context.new_page(), serve("")).open())
    context.close()


def test_a_reader_finds_the_strike_nearest_to_a_town(user: User) -> None:
    """Search the town, which no article names, ask for what is nearest, open the first."""
    user.search("Uzhhorod")
    assert user.visit.rows() == []
    user.choose("Uzhhorod, Zakarpattia, Ukraine")
    user.open_first()
    assert "Mukachevo" in user.visit.open_row()
    assert "km away" in user.visit.page.locator(".row.open .facts").first.inner_text()
    user.visit.clean()


def test_a_journalist_lists_the_accusations_of_a_month(user: User) -> None:
    """Give the days, leave out strikes; what only may lie in the month goes when certainty is asked for."""
    user.filters()
    user.give_day("From", "2025-04-01")
    user.give_day("To", "2025-04-30")
    user.choose("Strikes")
    user.back()
    assert user.visit.rows() == ["Oleh Ivashchenko accuses China", "Volodymyr Zelensky accuses China"]
    user.open_first()
    assert "1 January" in user.visit.page.locator(".row.open .facts").first.inner_text()
    user.visit.clean()


def test_a_briefer_takes_the_sheet_of_a_month_away(user: User) -> None:
    """Give the days, open the panel, take the picture."""
    user.filters()
    user.give_day("From", "2025-12-01")
    user.give_day("To", "2025-12-31")
    user.back()
    user.choose("Take it with you")
    user.visit.page.get_by_role("button", name="PNG").wait_for(timeout=DRAW_MS)
    taken = user.download("PNG")
    assert "2025-12" in taken.suggested_filename and taken.suggested_filename.endswith(".png")
    with open(taken.path(), "rb") as picture:  # noqa: PTH123 - a path that the browser gives
        assert picture.read(8) == b"\x89PNG\r\n\x1a\n"
    user.visit.clean()
