"""The parts that a sheet is made of keep their own promises, whatever they are given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.reports import ODESA_OBLAST, accusation, strike
from tests.out.libraries import five_hundred
from timeline.event import Event, Kind, Party
from timeline.events.reading_together import event_of
from timeline.messages import speaking
from timeline.out.sheet import letters
from timeline.out.sheet.choice import key_events
from timeline.out.sheet.days import spread
from timeline.out.sheet.drawing import Box
from timeline.out.sheet.forms import SIZES
from timeline.out.sheet.geometry import cut_line, cut_ring, view_of
from timeline.out.sheet.listing import line, principal
from timeline.out.sheet.pdf import PdfError, settled

ROOM = 120.0
SIZE = 15.0
BOX = Box(10, 20, 110, 80)
points = st.tuples(st.floats(-500, 500), st.floats(-500, 500))
places_of_the_world = st.tuples(st.floats(-180, 180), st.floats(-80, 80))
texts = st.text() | st.text(alphabet="абвїґ ضربة على שלום and e\u0301 , .", max_size=80)


@given(texts, st.booleans())
def test_cut_words_fit(text: str, bold: bool) -> None:
    """Whatever is said, what is set is no wider than its room, and is whole where it fits."""
    whole, found = letters.printable(text), letters.fit(text, SIZE, ROOM, bold)
    assert letters.width(found, SIZE, bold) <= ROOM
    assert found == whole or found.endswith(letters.ELLIPSIS)
    assert (found == whole) == (letters.width(whole, SIZE, bold) <= ROOM)


@given(texts, st.integers(1, 4))
def test_wrapped_words_fit(text: str, most: int) -> None:
    """Each line fits, there are no more than asked for, and nothing but the end is lost."""
    lines = letters.wrap(text, SIZE, ROOM, most)
    assert len(lines) <= most and all(letters.width(line, SIZE) <= ROOM for line in lines)
    said = "".join("".join(lines).removesuffix(letters.ELLIPSIS).split())
    assert "".join(letters.printable(text).split()).startswith(said)


@given(st.text())
def test_what_is_printable_stays_so(text: str) -> None:
    """Controls and forced directions go, a letter without a glyph is a replacement mark, and once is enough."""
    found = letters.printable(text)
    assert letters.printable(found) == found
    assert not set(found) & {"\u202e", "\u2067", "\x00", "\n", "\u200b"}


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("plain words", "plain words"),
        ("ضربة على المصنع", "\u2068ضربة على المصنع\u2069"),
        ("ضربة (Flex) على المصنع", "\u2068ضربة (Flex) على المصنع\u2069"),
        ("صحيفة النيل, published 4 October 2025", "\u2068صحيفة النيل\u2069, published 4 October 2025"),
        (letters.part("صحيفة النيل") + ", 9 May", "\u2068صحيفة النيل\u2069, 9 May"),
        ("cut \u2068صحيفة…", "cut \u2068صحيفة…\u2069"),
        ("says the paper צבא…", "says the paper \u2068צבא…\u2069"),
    ],
)
def test_right_to_left_words_keep_to_themselves(text: str, isolated: str) -> None:
    """A name that runs the other way does not turn the words around it."""
    assert letters.isolated(text) == isolated


def test_what_an_article_names_keeps_its_direction_in_our_sentence() -> None:
    """A target that runs the other way is one piece of the line, with the Latin words in it."""
    event = event_of([replace(strike("a"), target="מפעל (Flex Ltd) בחיפה")])
    assert letters.isolated(line(event)).endswith(" on \u2068מפעל (Flex Ltd) בחיפה\u2069")
    blamed = event_of([replace(accusation("a"), actor=Party("حكومة (X)", "SY"), target="")])
    with speaking("uk"):
        assert letters.isolated(line(blamed)).startswith("Звинувачення: \u2068حكومة (X)\u2069 → ")


def test_joined_letters_are_measured_as_they_are_joined() -> None:
    """Arabic letters are narrower joined than apart, and Cyrillic ones have widths of their own."""
    word = "مستودع"
    assert letters.width(word, SIZE) < sum(letters.width(letter, SIZE) for letter in word)
    assert letters.REPLACEMENT not in letters.printable("Київ, Αθήνα, القاهرة, ירושלים, Łódź, Đà Nẵng")


@given(st.lists(st.floats(0, 900), max_size=30))
def test_numbers_spread_without_meeting(wanted: list[float]) -> None:
    """Places keep their order and their distance and stay between the ends."""
    found = spread(sorted(wanted), 22, 0, 900)
    assert len(found) == len(wanted)
    assert all(b - a >= 22 - 1e-6 for a, b in pairwise(found))
    assert not found or (found[0] >= -1e-6 and found[-1] <= 900 + 1e-6)


@given(st.lists(points, min_size=2, max_size=12))
def test_cut_lines_stay_inside(line: list[tuple[float, float]]) -> None:
    """No part of a line leaves the frame, and a line inside is kept whole."""
    parts = cut_line(line, BOX)
    assert all(BOX.inset(-1e-6).holds(Box(x, y, x, y)) for part in parts for x, y in part)
    if all(BOX.holds(Box(x, y, x, y)) for x, y in line):
        assert [point for part in parts for point in part] == line


@given(st.lists(points, min_size=3, max_size=12))
def test_cut_areas_stay_inside(ring: list[tuple[float, float]]) -> None:
    """No corner of an area leaves the frame."""
    assert all(BOX.inset(-1e-6).holds(Box(x, y, x, y)) for x, y in cut_ring(ring, BOX))


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=20),
    st.sampled_from(sorted(SIZES)),
)
def test_a_view_holds_its_points(places: list[tuple[float, float]], size: str) -> None:
    """What the map is about lies in its frame, unless it spans more of the world than the frame can show."""
    form = SIZES[size]
    view = view_of(places, Box(0, 0, form.width, form.height / 2), 6.0)
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    high = max(y for _, y in places) - min(y for _, y in places)
    if wide < 100 and high < 40:
        assert all(view.box.holds(Box(x, y, x, y)) for x, y in map(view.at, places))


def test_all_events_are_listed_where_they_fit() -> None:
    """Nothing is chosen where there is room for all."""
    events = five_hundred().events
    assert key_events(events, 500) == list(events) == key_events(events, 501)


@given(st.integers(2, 40))
def test_key_events_are_of_every_kind_and_in_order(most: int) -> None:
    """As many as there is room for, in the order given, each kind with its share and no kind without any."""
    events = five_hundred().events
    found = key_events(events, most)
    assert len(found) == most and found == [event for event in events if event in found]
    strikes = sum(event.kind is Kind.STRIKE for event in found)
    assert 0 < strikes < most and abs(strikes / most - 375 / 500) <= 1 / most + 0.01


def test_key_events_are_those_with_the_highest_toll_then_the_latest() -> None:
    """The stated rule: toll, outlets, exactness, recency."""
    tolls = [event_of([strike(f"a{n}", killed=n, key=str(n))]) for n in (1, 9, 5)]
    assert [event.id for event in key_events(tolls, 1)] == ["9"]
    told = event_of([strike("x", key="told"), replace(strike("y"), outlet="Another")])
    plain = event_of([strike("z", key="plain")])
    assert key_events([plain, told], 1) == [told]
    vague = event_of([strike("v", key="vague", first=date(2025, 3, 1), last=date(2025, 3, 31))])
    assert key_events([vague, plain], 1) == [plain]
    later = event_of([strike("w", key="later", first=date(2025, 3, 11))])
    assert key_events([plain, later], 1) == [later]
    both: list[Event] = [*tolls, event_of([accusation("b")])]
    assert {event.kind for event in key_events(both, 2)} == {Kind.STRIKE, Kind.ACCUSATION}


def test_the_most_exact_report_is_the_one_that_is_quoted() -> None:
    """A day before a month, a town before its region, an original before its copy."""
    day, month = strike("a", key="1"), strike("b", key="2", first=date(2025, 3, 1), last=date(2025, 3, 31))
    assert principal(event_of([month, day])) is day
    region = strike("c", key="3", place=ODESA_OBLAST)
    assert principal(event_of([region, day])) is day
    copied = replace(day, key="4", article_id="d", copy_of="c")
    assert principal(event_of([copied, region])) is region


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"trailer\n<< /Root 3 0 R >>\n"])
def test_a_pdf_of_another_form_is_refused(data: bytes) -> None:
    """What the renderer has never written is an error with a name, and no broken file."""
    with pytest.raises(PdfError):
        settled(data, "title", "en")


def test_a_pdf_is_the_same_whatever_the_order_of_its_objects() -> None:
    """Two orders of the same objects give one file."""

    def written(first: int, second: int) -> bytes:
        fonts = f"  /Font <<\n    /f{first} {first + 2} 0 R\n    /f{second} {second + 2} 0 R\n  >>\n"
        bodies: dict[int, Any] = {1: "<<\n  /Pages 2 0 R\n>>", 2: f"<<\n{fonts}>>", 3: "<< /A 3 >>", 4: "<< /B 4 >>"}
        objects = "".join(f"{n} 0 obj\n{body}\nendobj\n\n" for n, body in bodies.items())
        return f"%PDF-1.7\n{objects}trailer\n<< /Root 1 0 R >>\n".encode()

    assert settled(written(1, 2), "t", "en") == settled(written(2, 1), "t", "en")
