"""The sheet read back: nothing meets, every number has its line, and the counts add up, on every form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, cached_property
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import ImageFont

from tests.out.libraries import LIBRARIES, five, sixty
from timeline.events import frame
from timeline.events.frame import Filters
from timeline.events.library import Library
from timeline.out.sheet import SIZES, Sheet, rendered, sheet_of
from timeline.out.sheet.choice import RULE
from timeline.out.sheet.drawing import Box
from timeline.out.sheet.inks import HUES
from timeline.out.sheet.letters import FILES
from timeline.ui.chart import LOOKS
from timeline.ui.legend import ON_THE_MAP, ON_THE_TIMELINE

SVG = "{http://www.w3.org/2000/svg}"
MADE = datetime(2026, 1, 5, 12, tzinfo=UTC)
FORMS = [size for size in SIZES if size != "3840x2160"]  # the same page as the smaller one, at twice the pixels
MARGIN = 20  # units that stay empty around the page
TOUCH = 0.3  # units by which boxes may meet for rounding's sake
HOSTILE = ("</text><script>alert(1)</script>", "a\x00b\x0b\u202ec", "x" * 3000, "中文", "ضربة (Flex) 15", "=1 " * 900)
LINKS = {
    "https://example.org/?a=1": True,
    "javascript:alert(1)": False,
    "file:///etc/passwd": False,
    "http://\n": False,
}
ISOLATES = re.compile("[\u2066-\u2069]")


@dataclass(frozen=True)
class Words:
    """One text of the sheet."""

    text: str
    box: Box
    size: float
    bold: bool
    number: str  # of a key event, where it is one
    where: str  # on the map, the timeline, the list or in the key
    line: str  # the number of the event whose line it is


class Read:
    """A sheet's SVG as another program reads it."""

    def __init__(self, svg: bytes) -> None:
        self.tree: Any = ElementTree.fromstring(svg)  # noqa: S314  # our own, without entities

    @cached_property
    def page(self) -> Box:
        """The page."""
        return Box(*map(float, self.tree.get("viewBox").split()))

    @cached_property
    def words(self) -> list[Words]:
        """Every text."""
        return [_words(element) for element in self.tree.iter(f"{SVG}text")]

    @cached_property
    def labels(self) -> list[Box]:
        """The plates of the map."""
        return [_box(group) for group in self.tree.iter(f"{SVG}g") if group.get("data-label")]

    @cached_property
    def dots(self) -> list[tuple[Box, int]]:
        """The dots of the map and how many events each stands for."""
        found = [c for c in self.tree.iter(f"{SVG}circle") if c.get("data-events")]
        return [(_round(circle), int(circle.get("data-events"))) for circle in found]

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(words.text for words in self.words)

    def numbers(self, where: str) -> list[int]:
        """The numbers of key events that stand somewhere."""
        return [int(words.number) for words in self.words if words.where == where]

    def count(self, pattern: str) -> int:
        """A number in the words; 0 where they are not there."""
        found = re.search(pattern, self.text)
        return int(found[1].replace(",", "")) if found else 0


def _words(element: Any) -> Words:
    attributes = [element.get(f"data-{name}", "") for name in ("number", "where", "line")]
    text = ISOLATES.sub("", element.text)
    return Words(text, _box(element), float(element.get("font-size")), bool(element.get("font-weight")), *attributes)


def _box(element: Any) -> Box:
    return Box(*map(float, element.get("data-box").split()))


def _round(circle: Any) -> Box:
    x, y, r = (float(circle.get(name)) for name in ("cx", "cy", "r"))
    return Box(x - r, y - r, x + r, y + r)


def sheet(library: Library, **changes: Any) -> Sheet:
    """The whole library's sheet."""
    made = sheet_of(library, Filters(), MADE, link="https://dateline.example/?from=2025-08-01&" + "kinds=strike&" * 9)
    return replace(made, marking="TLP:AMBER+STRICT", **changes)


@cache
def read(name: str, size: str) -> Read:
    """A library's sheet, read back."""
    return Read(rendered(sheet(LIBRARIES[name]()), size, "svg"))


@pytest.fixture(params=FORMS)
def size(request: pytest.FixtureRequest) -> str:
    """Every form."""
    return str(request.param)


@pytest.fixture(params=sorted(LIBRARIES))
def name(request: pytest.FixtureRequest) -> str:
    """Every library."""
    return str(request.param)


def meeting(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs of boxes that lie on one another."""
    return [(a, b) for a, b in combinations(boxes, 2) if a.meets(b, -TOUCH)]


def test_no_words_meet_and_none_leave_the_page(name: str, size: str) -> None:
    """All texts of a sheet can be read: they keep clear of one another and of the page's edge."""
    found = read(name, size)
    inside = found.page.inset(MARGIN)
    assert [words for words in found.words if not inside.holds(words.box)] == []
    assert meeting([words.box for words in found.words]) == []


def test_no_label_meets_a_label_or_a_dot(name: str, size: str) -> None:
    """The plates of the map keep clear of one another, of the dots, and of the other words."""
    found = read(name, size)
    assert meeting(found.labels) == []
    assert [(a, b) for a in found.labels for b, _ in found.dots if a.meets(b, -TOUCH)] == []
    outside = [words.box for words in found.words if not any(label.holds(words.box) for label in found.labels)]
    assert [(a, b) for a in found.labels for b in outside if a.meets(b, -TOUCH)] == []


def test_every_number_has_its_line(name: str, size: str) -> None:
    """What is numbered on the map or the timeline is listed once, from 1 on without a gap."""
    found = read(name, size)
    listed = found.numbers("list")
    assert listed == list(range(1, len(listed) + 1))
    assert {int(words.line) for words in found.words if words.line} == set(listed)
    for where in ("map", "timeline"):
        numbers = found.numbers(where)
        assert set(numbers) <= set(listed) and len(numbers) == len(set(numbers))


def test_what_can_be_drawn_is_numbered_where_it_stands(name: str, size: str) -> None:
    """Each key event with a day stands on the timeline, and each strike at a known place on the map."""
    found, library = read(name, size), LIBRARIES[name]()
    rows = frame.build(library.events)
    titles = {int(words.line): words.text for words in reversed(found.words) if words.line}
    sources = found.text.partition("\nSources\n")[2]
    assert all(re.search(rf"\b{number}\b", sources) for number in titles)
    assert len(found.numbers("timeline")) >= len(titles) - int((~rows["dated"]).sum())
    if name in ("five", "sixty"):
        assert sorted(found.numbers("map")) == sorted(titles)


def test_each_source_has_its_outlet_and_date(name: str, size: str) -> None:
    """However long a name is, the day of publication stands behind it."""
    found = read(name, size).words
    heads = [n for n, words in enumerate(found) if words.text == "Sources"]
    lines = [words for words in found[heads[0] + 2 :] if not words.bold] if heads else []
    dated = re.compile(r"^.+, (?:\d.*\d{4}|date not known|\w+ \d{4})(?:, a copy)?(?:, [\w.-]+)?$|^and \d+ more")
    assert [words.text for words in lines if not dated.match(words.text)] == []


def test_the_counts_add_up(name: str, size: str) -> None:
    """Shown events are the sum of their kinds, of what is on the map and beside it, and of how they are dated."""
    found, events = read(name, size), LIBRARIES[name]().events
    (head,) = re.findall(r".* shown.* without a date", found.text)
    counts = {word: int(number.replace(",", "")) for number, word in re.findall(r"(\d[\d,]*) (\w+(?: a \w+)?)", head)}
    shown = counts.get("of", -1)
    assert shown == counts.get("events", -1) == len(events)
    assert shown == sum(counts.get(kind, 0) for kind in ("strike", "strikes", "accusation", "accusations"))
    signs = ("strike; the ring", "strikes somewhere in this", "accusation, accuser to")
    drawn = [found.count(rf"{words}.*?\(([\d,]+)") for words in signs]
    assert sum(drawn) + counts["without a place"] == shown
    assert sum(count for _, count in found.dots) == drawn[0]
    dated = [found.count(rf"{words}.*?\(([\d,]+)\)") for words in ("exact day", "some day between", "since or until")]
    assert sum(dated) + counts["without a date"] == shown


def test_what_is_not_listed_is_said(name: str, size: str) -> None:
    """Where not all events are listed, the sheet says how many of how many and by what rule."""
    found, events = read(name, size), LIBRARIES[name]().events
    listed = len(found.numbers("list"))
    told = f"{listed} of {len(events)} events listed, {RULE}" in found.text
    assert told == (listed < len(events))
    assert listed >= min(len(events), 6)


def test_it_says_what_it_is(name: str, size: str) -> None:
    """Unverified, made when, from what, by whose boundaries and letters, for whom, and where to look again."""
    said = read(name, size).text.replace("\n", " ")
    for words in ("Machine-read, not verified", "Made with Dateline on 5 January 2026, 12:00 UTC", "no endorsement"):
        assert words in said
    for words in ("GeoNames", "Noto Sans", "SIL OFL", "TLP:AMBER+STRICT", "This view: https://dateline.example/?from="):
        assert words in said
    assert re.search(r"[\d,]+ km", said)


@pytest.mark.parametrize("library", ["five", "five hundred"])
def test_boxes_are_as_wide_as_their_words(library: str) -> None:
    """Another program measures the same widths in the same font."""
    fonts = {bold: ImageFont.truetype(str(path), 1000) for bold, path in FILES.items()}
    for words in read(library, "a4-landscape").words:
        if words.text.isupper() or re.search("[\u0590-\u08ff]", words.text):
            continue  # spaced names of countries; letters that join
        measured = fonts[words.bold].getlength(words.text) * words.size / 1000
        assert words.box.width == pytest.approx(measured, rel=0.03, abs=1)


def test_the_larger_picture_is_the_same_page() -> None:
    """Twice the pixels show the same page."""
    small, large = SIZES["1920x1080"], SIZES["3840x2160"]
    assert (small.width, small.height, small.pixels * 2) == (large.width, large.height, large.pixels)


@pytest.mark.parametrize(
    ("size", "pixels"),
    [
        ("1920x1080", (1920, 1080)),
        ("3840x2160", (3840, 2160)),
        ("2160x2160", (2160, 2160)),
        ("a4-portrait", (1654, 2339)),
    ],
)
def test_a_picture_has_its_size(size: str, pixels: tuple[int, int]) -> None:
    """The PNG is as large as its name says, paper at 200 dots an inch."""
    png = rendered(sheet(five()), size, "png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    assert all(abs(a - b) <= 1 for a, b in zip(found, pixels, strict=True))


@pytest.mark.parametrize(
    ("size", "mm"), [("a4-portrait", (210, 297)), ("a4-landscape", (297, 210)), ("a3-landscape", (420, 297))]
)
def test_a_paper_has_its_size(size: str, mm: tuple[int, int]) -> None:
    """The PDF is one page of that paper, with its fonts and its title and no time of its own."""
    pdf = rendered(sheet(five()), size, "pdf")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box and all(
        abs(float(found) * 25.4 / 72 - wanted) < 0.1 for found, wanted in zip(box.groups(), mm, strict=True)
    )
    assert pdf.count(b"/Type /Page\n") == 1 and b"DatelineSans-Regular" in pdf and b"CreationDate" not in pdf
    assert sheet(five()).title.encode("utf-16-be").hex().encode() in pdf


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_same_sheet_gives_the_same_bytes(form: str) -> None:
    """Drawn twice, it is the same to the byte."""
    assert len({rendered(sheet(five()), "a4-landscape", form) for _ in range(3)}) == 1


def test_an_svg_carries_its_letters_and_fetches_nothing() -> None:
    """The font is inside; the only addresses are the namespace and the view's own link."""
    svg = rendered(sheet(five(), title="ضربات على المصنع — удары"), "1920x1080", "svg").decode()
    assert svg.count("@font-face") == 2 and svg.count("url(data:font/ttf;base64,") == 2
    addresses = set(re.findall(r'https?://[^\s"<&]+', svg))
    assert addresses == {"http://www.w3.org/2000/svg", "https://dateline.example/?from=2025-08-01"}


@pytest.mark.parametrize("text", HOSTILE)
def test_any_words_are_words(text: str) -> None:
    """A title, marking, link, outlet or target of a stranger is set as text and cut to its room."""
    library = five()
    events = tuple(replace(event, target=text) for event in library.events)
    whole = sheet(replace(library, events=events), title=text, clauses=text, range=text)
    found = Read(rendered(replace(whole, marking=text, link=text), "1920x1080", "svg"))
    assert not list(found.tree.iter(f"{SVG}script"))
    assert meeting([words.box for words in found.words]) == []
    assert all(found.page.inset(MARGIN).holds(words.box) for words in found.words)


def test_a_link_is_a_link_to_the_web_alone() -> None:
    """What is no http or https address is printed and leads nowhere."""
    for link, linked in LINKS.items():
        svg = rendered(sheet(five(), link=link), "1920x1080", "svg")
        assert (b"<a href=" in svg) == linked


def test_the_sheet_has_the_hues_and_words_of_the_page() -> None:
    """A strike and an accusation look the same on both, and the key says the same of them."""
    assert LOOKS["light"].kinds == HUES
    said = read("five hundred", "a3-landscape").text
    entries = {value: words for value, _, words in (*ON_THE_MAP, *ON_THE_TIMELINE)}
    assert all(entries[value] in said for value in ("dot", "area", "arc", "exact"))
    assert entries["between"].partition(";")[0] in said


def test_a_stretch_of_days_has_a_solid_core() -> None:
    """Where every day of an interval is meant, the band says so, and so does the key."""
    library = five()
    event = next(event for event in library.events if event.when and event.when.days == 2)
    assert event.when
    whole = replace(event, when=replace(event.when, through=True))
    part = replace(event, when=replace(event.when, through=False))
    told = [Read(rendered(sheet(replace(library, events=(one,))), "1920x1080", "svg")) for one in (whole, part)]
    assert ["every day where the core is solid" in found.text for found in told] == [True, False]
    bars = [sum(1 for _ in found.tree.iter(f"{SVG}rect")) for found in told]
    assert bars[0] == bars[1] + 2  # one on the timeline, one in the key


def test_only_what_is_shown_is_on_the_sheet() -> None:
    """A range leaves out what cannot lie in it, and says of how many the shown ones are."""
    filters = Filters(first=date(2025, 12, 1), kinds=frozenset({"strike"}))
    made = sheet_of(five(), filters, MADE)
    assert (len(made.events), made.total) == (2, len(five().events))
    assert made.title == "Strikes: Ukraine" and made.range == "since 1 December 2025"
    assert "2 of 7 events shown: 2 strikes" in Read(rendered(made, "2160x2160", "svg")).text


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(date(2025, 8, 1), date(2025, 8, 31)), "August 2025"),
        (Filters(date(2025, 8, 21), date(2025, 8, 21)), "21 August 2025"),
        (Filters(last=date(2025, 12, 24)), "until 24 December 2025"),
        (Filters(date(2025, 1, 1), date(2025, 12, 31), certain=True), "2025, certain dates only"),
        (Filters(date(2026, 1, 1), date(2025, 1, 1)), "no days: the range ends before it starts"),
        (Filters(), "all dates, January 2025 to 24 December 2025"),
    ],
)
def test_the_range_is_told_as_exactly_as_it_is_known(filters: Filters, words: str) -> None:
    """A month is a month, an open end is open, and the events' own days are no more exact than their dates."""
    assert sheet_of(five(), filters, MADE).range == words


def test_sixty_days_of_one_town_are_one_dot() -> None:
    """Events of one place are one dot with their count, and their numbers beside it."""
    found = read("sixty", "a4-portrait")
    ((_, count),) = found.dots
    assert count == len(sixty().events) == 60
    assert found.numbers("map") == found.numbers("list")
