"""The linked view's server side: columns as the table has them, a shelf that forgets, reports that are checked."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from geo import basemap
from tests.ui import linked_table, sample
from tests.ui.test_palette import contrast
from timeline.events import frame
from timeline.messages import LANGUAGES, speaking
from timeline.ui import routes
from timeline.ui.linked import binary, columns, draw, ground, scripts, shelf, wording
from timeline.ui.linked.box import Box, inside

APP = Path(__file__).with_name("linked_app.py")
SAMPLE = frame.build(sample.library().events)
MANY = linked_table.table(2000)
COLUMNS = columns.build(SAMPLE)
EDGE = 1e-4  # degrees: positions travel in four bytes, good to some metres


@dataclass
class Answer:
    """What the server said."""

    status_code: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""

    def json(self) -> Any:
        """The body read as JSON."""
        return json.loads(self.content)


@dataclass(frozen=True)
class Browser:
    """The routes asked without a network; bodies are unpacked only on request."""

    prefix: str = ""

    def get(self, path: str, key: str = "", params: dict[str, str] | None = None, accept: str = "identity") -> Answer:
        """The answer to a request, in a thread of its own: browser tests leave an event loop running in this one."""
        headers = {"accept-encoding": accept, routes.KEY.lower(): key}
        asked = self._get(path, urlencode(params or {}), headers)
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, asked).result()

    async def _get(self, path: str, query: str, headers: dict[str, str]) -> Answer:
        answer = Answer()
        scope = {
            "type": "http",
            "method": "GET",
            "path": urlsplit(path).path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request"}

        async def send(told: Any) -> None:
            if told["type"] == "http.response.start":
                answer.status_code = told["status"]
                answer.headers.update({name.decode(): value.decode() for name, value in told["headers"]})
            answer.content += told.get("body", b"")

        await Starlette(routes=routes.routes(self.prefix))(scope, receive, send)
        return answer


@pytest.mark.parametrize("code", ["u1", "u2", "i2", "u4", "i4", "f4"])
def test_what_is_packed_comes_back(code: str) -> None:
    """Header and arrays survive, each array where a typed array may begin."""
    packed = binary.pack({"name": "Ź"}, {"odd": np.arange(3, dtype=np.uint8), "part": np.arange(5).astype(code)})
    header, parts = binary.unpack(packed)
    assert header == {"name": "Ź"} and parts["part"].tolist() == [0, 1, 2, 3, 4]
    assert len(packed) % binary.ALIGN == 0


@pytest.mark.parametrize("table", [SAMPLE, MANY, SAMPLE.head(0)], ids=["sample", "many", "empty"])
def test_columns_say_what_the_table_says(table: pd.DataFrame) -> None:
    """Days, kinds, places and ways of drawing come back row by row."""
    found = columns.build(table)
    header, parts = binary.unpack(found.packed)
    first, last = (parts[name].astype(int) for name in ("first", "last"))
    base = np.datetime64(0, "D") + header["base"]
    stated = table["first"].notna().to_numpy()
    assert (base + first[stated] == table["first"].to_numpy()[stated].astype("datetime64[D]")).all()
    assert (first[~stated] == 0).all()
    assert (last[table["last"].isna()] == header["open_end"]).all()
    assert [header["kinds"][n] for n in parts["kind"]] == list(table["kind"])
    assert [columns.DRAWN[n] for n in parts["drawn"]] == list(table["drawn"])
    dots = (table["drawn"] == "dot").to_numpy()
    assert [header["spots"][n] for n in parts["where"][dots]] == list(table["place"][dots])
    areas = table.loc[table["drawn"] == "area", "area"]
    assert [header["areas"][n]["code"] for n in parts["where"][areas.index]] == list(areas)
    arcs = table[table["drawn"] == "arc"]
    pairs = [tuple(header["pairs"][n]["codes"]) for n in parts["where"][arcs.index]]
    assert pairs == list(zip(arcs["accuser"], arcs["accused"], strict=True))


def test_no_word_of_an_article_is_in_the_columns() -> None:
    """A title, a claim or a target never travels with the numbers."""
    table = frame.build(sample.titled(*sample.HOSTILE).events)
    packed = columns.build(table).packed
    assert not [title for title in sample.HOSTILE if title.encode() in packed]


def test_titles_and_names_are_in_the_language_of_the_page() -> None:
    """One table in two languages is held twice; what a reader points at is named in theirs."""
    said: dict[str, tuple[str, set[str], str]] = {}
    for tag in ("en", "uk"):
        with speaking(tag):
            table = frame.build(sample.library().events)
            held = shelf.hold(table, own=False)
            header, _ = binary.unpack(held.columns.packed)
            titles = Browser().get(routes.linked_urls(held, "")["titles"], params={"n": "0"}).json()
            said[tag] = (titles["0"][0], {name for pair in header["pairs"] for name in pair["names"]}, wording.tag())
    assert said["en"][0] != said["uk"][0] and re.search("[а-яіїє]", said["uk"][0])
    assert "China" in said["en"][1] and "Китай" in said["uk"][1]
    assert (said["en"][2], said["uk"][2]) == ("en-GB", "uk-UA")
    one = {tag: _held_in(tag) for tag in ("en", "uk")}
    assert one["en"].columns is not one["uk"].columns and one["en"].name != one["uk"].name


def _held_in(tag: str) -> shelf.Held:
    with speaking(tag):
        return shelf.hold(SAMPLE, own=False)


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_the_scripts_ask_for_words_that_there_are(tag: str) -> None:
    """And for all of them; a plural has every form of its language, and names what the English one names."""
    with speaking(tag):
        found = wording.words()
    source = b"".join(scripts.modules().values()).decode()
    assert set(re.findall(r'(?:say|many)\("(\w+)"', source)) <= set(found)
    assert [name for name in found if f'"{name}"' not in source] == []
    for word in found.values():
        assert word if isinstance(word, str) else set(word) == set(wording.LIKE) and all(word.values())


def test_no_script_holds_words_for_a_reader() -> None:
    """A literal with two words or a capital letter is somebody's language; it belongs into ``wording.py``."""
    for name, source in {**scripts.modules(), "loader.js": scripts.loader().encode()}.items():
        found = [text for text in _literals(source.decode()) if re.search(r"[A-Za-z]{2,} [A-Za-z]|^[A-Z][a-z]+$", text)]
        assert [text for text in found if text not in NOT_SAID] == [], name


NOT_SAID = frozenset({"Escape", "Canvas", "Highlight"})  # a key, and colours of the system


def _literals(source: str) -> list[str]:
    """The strings and templates of a script, without its comments; what a template fills in is left out."""
    tokens = re.compile(r"""//[^\n]*|/\*.*?\*/|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`""", re.DOTALL)
    found = [match.group(1) or match.group(2) or "" for match in tokens.finditer(source)]
    return [re.sub(r"\$\{[^}]*\}", "", text) for text in found if text]


def test_a_long_history_needs_wider_days() -> None:
    """More days than two bytes count are still told apart."""
    table = SAMPLE.copy()
    table.loc[table.index[0], ["first", "last"]] = pd.Timestamp("1801-01-01")
    header, parts = binary.unpack(columns.build(table).packed)
    assert parts["first"].dtype.itemsize == 4 and header["open_end"] == 2**32 - 1
    assert parts["first"].max() > 2**16


def test_the_ground_keeps_every_point_of_the_basemap() -> None:
    """Land, borders and disputed lines are as many points as built, and every town is named."""
    header, parts = binary.unpack(ground.ground())
    lengths = [n for country in header["countries"] for n in country["rings"]]
    assert parts["points"].size == 2 * sum([*lengths, *header["borders"], *header["disputed"]])
    assert len(header["towns"]) == len(parts["town_at"]) / 2 == len(parts["town_zoom"])


@pytest.mark.parametrize("theme", sorted(basemap.INKS))
def test_names_of_the_basemap_can_be_read(theme: str) -> None:
    """4.5:1 on land, on water and on their own halo."""
    ink = basemap.INKS[theme]
    assert min(contrast(name, on) for name in (ink.name, ink.town) for on in (ink.land, ink.water, ink.halo)) >= 4.5


LONS, LATS = st.floats(-180, 180), st.floats(-85, 85)


@given(LONS, LONS, st.tuples(LATS, LATS))
def test_a_box_holds_the_dots_in_it(west: float, east: float, lats: tuple[float, float]) -> None:
    """And the others not, across the date line too; what has no mark is in no box."""
    box = Box(west, min(lats), east, max(lats))
    found = inside(COLUMNS, box)
    dots = SAMPLE["drawn"] == "dot"
    lon, lat = SAMPLE["lon"][dots], SAMPLE["lat"][dots]
    assume(min((lon - west).abs().min(), (lon - east).abs().min(), abs(west - east)) > EDGE)
    assume(min((lat - box.south).abs().min(), (lat - box.north).abs().min()) > EDGE)
    wide = lon.between(west, east) if west <= east else (lon >= west) | (lon <= east)
    assert found[dots].tolist() == (wide & lat.between(box.south, box.north)).tolist()
    assert not found[SAMPLE["drawn"] == ""].any()


def test_areas_and_arcs_are_in_the_boxes_that_they_reach() -> None:
    """Ukraine's area meets a box over Kyiv and none over Spain; an arc to China has an end there."""
    found = columns.build(SAMPLE)
    kyiv, spain, china = Box(30, 50, 31, 51), Box(-6, 38, -2, 42), Box(90, 20, 120, 45)
    ukraine = ((SAMPLE["drawn"] == "area") & (SAMPLE["area"] == "UA")).to_numpy()
    arcs = (SAMPLE["drawn"] == "arc").to_numpy()
    assert ukraine.any() and inside(found, kyiv)[ukraine].all() and not inside(found, spain).any()
    assert arcs.any() and inside(found, china)[arcs].all()


@pytest.mark.parametrize("corners", [(0, 10, 5, 2), (200, 0, 10, 10), (0, -91, 1, 0), (float("nan"), 0, 1, 1)])
def test_a_box_is_on_the_globe(corners: tuple[float, float, float, float]) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="no box on the globe"):
        Box(*corners)


def test_own_data_has_an_address_that_nobody_guesses_and_nothing_keeps() -> None:
    """Two visitors' same table has two addresses; answers are not to be stored."""
    one, other = shelf.hold(SAMPLE, own=True), shelf.hold(SAMPLE, own=True)
    assert one.name != other.name and len(one.name) >= 40
    answer = Browser().get(routes.linked_urls(one, "")["columns"], one.key)
    assert answer.content == one.columns.packed
    assert answer.headers["cache-control"] == "no-store" and answer.headers["x-content-type-options"] == "nosniff"


def test_bundled_data_is_found_by_its_content_and_may_be_kept() -> None:
    """The same table is held once; other titles alone make another address."""
    one = shelf.hold(SAMPLE, own=False)
    assert shelf.hold(SAMPLE.copy(), own=False) is one
    assert shelf.hold(SAMPLE.assign(title="another"), own=False).name != one.name
    assert "immutable" in Browser().get(routes.linked_urls(one, "")["columns"]).headers["cache-control"]


def test_an_address_is_gone_with_its_session() -> None:
    """When nobody holds a table any more, the server knows nothing of it."""
    held = shelf.hold(SAMPLE, own=True)
    urls = routes.linked_urls(held, held.keep_mask(SAMPLE["kind"] == "strike"))
    browser, key = Browser(), held.key
    assert browser.get(urls["mask"], key).status_code == 200
    del held
    gc.collect()
    assert [browser.get(urls[name], key).status_code for name in ("columns", "titles", "mask")] == [404, 404, 404]


@pytest.mark.parametrize("name", ["columns", "titles", "mask"])
def test_what_is_a_visitors_own_is_given_for_its_key_alone(name: str) -> None:
    """Another visitor's key opens nothing, nor does none; what is bundled needs none."""
    held, other = shelf.hold(SAMPLE, own=True), shelf.hold(SAMPLE, own=True)
    strikes = SAMPLE["kind"] == "strike"
    path = routes.linked_urls(held, held.keep_mask(strikes))[name]
    status = [Browser().get(path, key, {"n": "0"}).status_code for key in (held.key, other.key, "", "é")]
    assert status == [200, 404, 404, 404]
    bundled = shelf.hold(SAMPLE, own=False)
    path = routes.linked_urls(bundled, bundled.keep_mask(strikes))[name]
    assert Browser().get(path, "", {"n": "0"}).status_code == 200


def test_masks_are_bits_of_the_table_and_old_ones_go() -> None:
    """The lowest bit is the first row; a full mask needs no fetching; only the last few are kept."""
    held = shelf.hold(MANY, own=True)
    strikes = MANY["kind"] == "strike"
    packed = held.mask(held.keep_mask(strikes))
    assert packed is not None
    bits = np.unpackbits(np.frombuffer(packed, np.uint8), bitorder="little")[: len(MANY)]
    assert bits.astype(bool).tolist() == strikes.tolist()
    assert held.keep_mask(strikes | True) == ""
    names = [held.keep_mask(pd.Series(MANY.index < n)) for n in range(shelf.MOST_MASKS + 2)]
    assert [held.mask(name) is not None for name in names] == [n > 1 for n in range(len(names))]


def test_titles_come_by_number_and_literally() -> None:
    """What a reader points at is named, with its date and place; overrides are gone, markup is text."""
    table = frame.build(sample.titled(*sample.HOSTILE).events)
    held = shelf.hold(table, own=True)
    path = routes.linked_urls(held, "")["titles"]
    told = Browser().get(path, held.key, {"n": "0,2,999"})
    assert told.headers["content-type"] == "application/json"
    assert set(told.json()) == {"0", "2"} and told.json()["2"][0] == table["title"][2]
    assert "\u202e" not in Browser().get(path, held.key, {"n": ",".join(map(str, range(9)))}).content.decode()


@pytest.mark.parametrize("asked", ["", "x", "-1", "1,", "1e3", "9" * 11, "²", "0;drop"])
def test_titles_are_for_numbers_alone(asked: str) -> None:
    """Anything else is not found."""
    held = shelf.hold(SAMPLE, own=True)
    assert Browser().get(routes.linked_urls(held, "")["titles"], held.key, {"n": asked}).status_code == 404


def test_a_request_gets_only_so_many_titles() -> None:
    """A longer list is cut."""
    held = shelf.hold(MANY, own=True)
    answer = Browser().get(routes.linked_urls(held, "")["titles"], held.key, {"n": ",".join(map(str, range(500)))})
    assert len(answer.json()) == shelf.MOST_TITLES


def test_what_is_served_is_zipped_only_for_those_who_accept_it() -> None:
    """The bytes are the same either way, and so is the path under a base."""
    held = shelf.hold(MANY, own=True)
    path = routes.linked_urls(held, "", "news")["columns"]
    assert path.startswith("/news/")
    plain = Browser("news").get(path, held.key, accept="identity")
    zipped = Browser("news").get(path, held.key, accept="gzip")
    assert "content-encoding" not in plain.headers and zipped.headers["content-encoding"] == "gzip"
    assert plain.content == gzip.decompress(zipped.content) == held.columns.packed


def test_every_module_is_served_under_the_hash_of_all() -> None:
    """The loader's import leads to modules, and to nothing else in that folder."""
    urls = routes.linked_urls(shelf.hold(SAMPLE, own=True), "")
    found = Browser().get(urls["script"])
    assert found.headers["content-type"].startswith("text/javascript") and scripts.version() in urls["script"]
    folder = urls["script"].rsplit("/", 1)[0]
    wanted = {name for source in scripts.modules().values() for name in _imports(source.decode())}
    assert wanted and {Browser().get(f"{folder}/{name}").status_code for name in wanted} == {200}
    for other in ("draw.py", "loader.js", "view.css", "..%2Froutes.py"):
        assert Browser().get(f"{folder}/{other}").status_code == 404


def _imports(source: str) -> list[str]:
    return [line.split('"./')[1].split('"')[0] for line in source.splitlines() if ' from "./' in line]


def test_no_module_makes_markup_of_text() -> None:
    """Text becomes text nodes or letters on a canvas; nothing is evaluated, and nobody else is asked."""
    for name, source in scripts.modules().items():
        for sign in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "http:",
        ):
            assert sign not in source.decode(), f"{name} has {sign}"


RANGES = [
    ({"first": "2025-01-02", "last": "2025-02-01", "turn": 1}, (date(2025, 1, 2), date(2025, 2, 1))),
    ({"first": None, "last": None}, (None, None)),
    ({"first": "2025-02-01", "last": "2025-01-02"}, None),
    ({"first": "2025-02-31", "last": "2025-03-02"}, None),
    ({"first": "<b>", "last": 3}, None),
    ({"first": "2025-02-01", "last": None}, None),
    ("2025", None),
    (None, None),
]


@pytest.mark.parametrize(("report", "days"), RANGES)
def test_a_reported_range_is_days_or_nothing(report: Any, days: Any) -> None:
    """The browser is a stranger."""
    assert draw.read_range(report) == days


BOXES = [
    ([1, 2, 3.123456789, 4], Box(1, 2, 3.12346, 4)),
    ([170, -5, -170, 5], Box(170, -5, -170, 5)),
    (None, None),
    ([1, 2, 3], None),
    ([1, 2, 3, "x"], None),
    ([1, 2, 3, None], None),
    ([1, 9, 3, 4], None),
    ([1, 2, float("inf"), 4], None),
]


@pytest.mark.parametrize(("corners", "box"), BOXES)
def test_a_reported_box_is_a_box_or_nothing(corners: Any, box: Box | None) -> None:
    """Whatever else it may be."""
    assert draw.read_box(corners) == box


def app(monkeypatch: pytest.MonkeyPatch, events: int = 300) -> AppTest:
    """The linked view over so many events, without a browser."""
    monkeypatch.setenv("DATELINE_EVENTS", str(events))
    found = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not found.exception
    return found


def data(found: AppTest) -> dict[str, Any]:
    """What the view was given."""
    (element,) = found.get("bidi_component")
    given: dict[str, Any] = json.loads(element.proto.json)
    return given


def test_the_view_is_given_numbers_and_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row of the table is in what a run sends, however many there are."""
    given = data(app(monkeypatch, 20_000))
    assert len(json.dumps(given)) < 8000
    assert given["range"] == [None, None] and given["selected"] == -1 and given["urls"]["mask"] == ""


def test_another_filter_sends_a_mask_and_no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """The columns' address stays, so that the browser fetches nothing again."""
    found = app(monkeypatch)
    before = data(found)["urls"]
    found.segmented_control(key="kinds").set_value("strike").run()
    after = data(found)["urls"]
    assert after["columns"] == before["columns"] and "/mask/" in after["mask"]


def test_what_a_visit_held_is_gone_when_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two visits have addresses of their own; nothing keeps the columns of the one that is over."""
    visits = [app(monkeypatch), app(monkeypatch)]
    (one, key), (other, others) = ((data(found)["urls"]["columns"], data(found)["key"]) for found in visits)
    browser = Browser()
    assert [browser.get(one, key).status_code, browser.get(one, others).status_code] == [200, 404]
    visits.pop(0)
    gc.collect()
    assert [browser.get(one, key).status_code, browser.get(other, others).status_code] == [404, 200]


def test_typed_dates_reach_the_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own fields move the brush."""
    found = app(monkeypatch)
    found.text_input(key="typed").input("2025-06-01").run()
    assert data(found)["range"] == ["2025-06-01", None]
