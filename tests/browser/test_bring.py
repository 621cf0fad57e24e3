"""Articles of one's own as a visitor brings them: dropped as raw files, dated, read, and seen on the map."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tests.browser.conftest import DESK, DRAW_MS, PHONE, ROOT
from tests.reading import raw_files

pytestmark = pytest.mark.browser

ARTICLES = ROOT / "data" / "articles"
EVENTS = 7
EVIL = '<img src=x onerror=alert(1)> ![x](http://evil.example/p.png) "Quoted"'


class Guest:
    """A visitor on the page for articles of one's own, with everything that went wrong."""

    def __init__(self, page: Any, url: str) -> None:
        self.page, self.url = page, url
        self.errors: list[str] = []
        page.on("console", self._told)
        page.on("response", self._answered)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("request", self._asked)
        page.goto(url + "/bring")
        page.get_by_role("heading", name="Bring your own articles").wait_for(timeout=DRAW_MS)

    def _told(self, message: Any) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.errors.append(message.text)

    def _answered(self, response: Any) -> None:
        """On a page below the root Streamlit first looks for its own server there; anything else must be found."""
        if response.status >= 400 and "/bring/_stcore/" not in response.url:
            self.errors.append(f"{response.status} {response.url}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.errors.append(f"asked {request.url}")

    def settle(self) -> None:
        """Wait until the script has run."""
        self.page.wait_for_timeout(500)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=DRAW_MS)
        self.page.wait_for_timeout(300)

    def give(self, *files: tuple[str, bytes]) -> None:
        """Drop files on the page, and wait until they were looked at."""
        payload = [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
        self.page.set_input_files("input[type=file]", payload)
        self.page.get_by_role("button", name=re.compile("^Read [0-9]")).wait_for(timeout=DRAW_MS)
        self.settle()

    def card(self, file: str) -> Any:
        """The card of the article from that file."""
        return self.page.locator("[class*=st-key-article-]").filter(has_text=file)

    def choose(self, file: str, option: str) -> None:
        """Choose a date of publication."""
        box = self.card(file).get_by_role("combobox")
        box.evaluate("box => box.scrollIntoView({block: 'center'})")  # a list that opens closes when the page scrolls
        self.page.wait_for_timeout(300)
        box.click()
        self.page.get_by_role("option", name=option).first.click()
        self.settle()

    def type_day(self, file: str, label: str, day: date) -> None:
        """Type a day into a date field, as three numbers."""
        field = self.card(file).get_by_test_id("stDateInput").filter(has_text=label)
        field.locator("[contenteditable], input").first.click()
        self.page.keyboard.type(day.strftime("%Y%m%d"))
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")
        self.settle()

    def publish(self, file: str, first: date, last: date) -> None:
        """Say when the article from that file was published."""
        if first == last:
            self.choose(file, "Another day …")
            self.type_day(file, "Day", first)
        else:
            self.choose(file, "Between two days …")
            self.type_day(file, "From", first)
            self.type_day(file, "To", last)

    def read(self) -> None:
        """Read everything that waits."""
        button = self.page.get_by_role("button", name=re.compile("^Read [0-9]"))
        button.click()
        button.wait_for(state="detached", timeout=DRAW_MS)
        self.page.get_by_role("link", name="See them on the map").wait_for(timeout=DRAW_MS)
        self.settle()

    def words(self) -> str:
        """Every word on the page, those in components too."""
        return "\n".join(self.page.locator("[data-testid=stApp], div.root").all_inner_texts())


@pytest.fixture
def guest(browser: Any, serve: Callable[[str], str]) -> Iterator[Callable[..., Guest]]:
    """A function that opens the page for another visitor: size and colour scheme."""
    contexts = []

    def go(size: tuple[int, int] = DESK, theme: str = "light") -> Guest:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
        contexts.append(context)
        return Guest(context.new_page(), serve(""))

    yield go
    for context in contexts:
        context.close()


def bundled() -> list[tuple[str, bytes, date, date]]:
    """The bundled articles as raw files of five forms, each with the days that its table gives."""
    with (ARTICLES / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [(ARTICLES / row["file"]).read_text(encoding="utf-8") for row in rows]
    makers: list[tuple[str, Callable[[str], bytes]]] = [
        ("one.txt", str.encode),
        ("two.docx", raw_files.word),
        ("three.pdf", raw_files.pdf),
        ("four.html", raw_files.page),
        ("five.md", str.encode),
    ]
    days = [[date.fromisoformat(day) for day in row["published"].split("/")] for row in rows]
    return [(name, make(text), d[0], d[-1]) for (name, make), text, d in zip(makers, texts, days, strict=True)]


def test_five_raw_files_become_seven_events(guest: Callable[..., Guest]) -> None:
    """Dropped in five forms, their dates confirmed, they tell on the map what the bundled articles tell."""
    visitor = guest()
    articles = bundled()
    visitor.give(*((name, data) for name, data, _, _ in articles))
    for name, _, first, last in articles:
        visitor.publish(name, first, last)
    assert "without a date of publication" not in visitor.words()
    visitor.read()
    assert f"5 articles read: {EVENTS} events." in visitor.words()
    visitor.page.get_by_role("link", name="See them on the map").click()
    visitor.page.get_by_text(f"Showing {EVENTS} of {EVENTS} events: 3 strikes, 4 accusations").wait_for(timeout=DRAW_MS)
    visitor.page.get_by_text("Yours", exact=True).first.wait_for(timeout=DRAW_MS)
    assert visitor.errors == []


def test_every_fate_is_told_and_hostile_words_stay_words(guest: Callable[..., Guest]) -> None:
    """A duplicate, a refused file, a name that is a path and a title that is markup: literal, and nobody is called."""
    visitor = guest()
    story = f"{EVIL} A rocket hit a mill in Kharkiv on Saturday, officials said.".encode()
    visitor.give(
        ("../../etc/passwd.txt", story), ("again.txt", story), ("bad.pdf", b"none"), (f"{EVIL[:28]}.md", story + b"!")
    )
    shown = visitor.words()
    assert "passwd.txt" in shown and ".." not in shown.replace(" …", "")
    for part in (
        "the same file as passwd.txt",
        "it is named PDF and is none",
        "<img src=x onerror=alert(1)>",
        "![x](http:",
    ):
        assert part in shown
    assert visitor.page.locator("img[src='x'], .root img, .root script").count() == 0
    assert visitor.errors == []


def test_no_visitor_sees_anothers_articles(guest: Callable[..., Guest]) -> None:
    """Two at once, on one server: each sees their own, and a third the bundled ones."""
    visitors = [guest(), guest()]
    for number, visitor in enumerate(visitors):
        visitor.give(
            (f"own{number}.txt", f"Secret{number}. A rocket hit a mill in Kharkiv on Saturday, they said.".encode())
        )
    for visitor in visitors:
        visitor.read()
    third = guest()
    assert "own0" in visitors[0].words() and "own1" not in visitors[0].words()
    assert "own1" in visitors[1].words() and "own0" not in visitors[1].words()
    assert "own" not in third.words().replace("your own", "")


@pytest.mark.parametrize(("size", "theme"), [(DESK, "dark"), (PHONE, "light")], ids=["desk, dark", "phone, light"])
def test_the_page_fits_its_screen(guest: Callable[..., Guest], size: tuple[int, int], theme: str) -> None:
    """Nothing scrolls sideways, whatever the names and the text; the button to read stands above the articles."""
    visitor = guest(size, theme)
    visitor.give(("x" * 200 + ".txt", b"word" * 500 + b". " + b"A rocket hit a mill in Kharkiv on Saturday. " * 5))
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    button = visitor.page.get_by_role("button", name=re.compile("^Read [0-9]")).bounding_box()
    card = visitor.page.locator("[class*=st-key-article-]").first.bounding_box()
    assert button["y"] < card["y"] and card["x"] + card["width"] <= size[0]
    assert visitor.errors == []


def test_the_map_is_one_step_away(guest: Callable[..., Guest]) -> None:
    """From the map to this page and back, by links."""
    visitor = guest()
    visitor.page.get_by_role("link", name="Back to the map").click()
    visitor.page.get_by_text("Showing 7 of 7 events").wait_for(timeout=DRAW_MS)
    visitor.page.get_by_role("link", name="Bring your own articles").click()
    visitor.page.get_by_role("heading", name="Bring your own articles").wait_for(timeout=DRAW_MS)
    assert visitor.page.url.endswith("/bring")


def test_a_switch_to_ukrainian_keeps_what_was_brought(guest: Callable[..., Guest]) -> None:
    """What waits and what is half typed stays, no English word of the page is seen, and it is read as before."""
    visitor = guest()
    page = visitor.page
    visitor.give(("mill.txt", b"A rocket hit a mill in Kharkiv on Saturday, they said."), ("bad.pdf", b"none"))
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("Title").last.fill("Half typed")
    page.get_by_role("button", name="Українська").click()
    page.get_by_role("heading", name="Додати").wait_for(timeout=DRAW_MS)
    visitor.settle()
    assert page.locator("html").get_attribute("lang") == "uk"
    page.get_by_role("tab", name="Вставити текст").click()
    assert page.get_by_label("Заголовок").last.input_value() == "Half typed"
    page.get_by_role("tab", name="Файли").click()
    assert page.get_by_role("button", name="Вибрати файли").is_visible()
    left = re.sub(
        "(?i)mill.txt|bad.pdf|A rocket hit.*said\\.|on Tuesday|articles\\.csv|English|OpenStreetMap|Nominatim",
        "",
        visitor.words(),
    )
    streamlit = {"Skip", "main", "content", "upload", "Upload", "expand", "more"}  # what it hides, and names of icons
    assert set(re.findall("[A-Za-z]{4,}", left)) <= {"html", "docx", "json", "jsonl"} | streamlit
    page.get_by_role("button", name="Прочитати 1 статтю").click()
    page.get_by_text("Прочитано: 1 стаття. Знайдено: 1 подія.").wait_for(timeout=DRAW_MS)
    assert visitor.errors == []
