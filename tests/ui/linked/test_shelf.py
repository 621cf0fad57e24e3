"""The shelf that the linked view's numbers and titles are fetched from, and that forgets."""

from __future__ import annotations

import gc
import gzip

import numpy as np
import pandas as pd
import pytest

from tests.ui import linked_table, sample
from tests.ui.linked.asking import Browser
from timeline.events import frame
from timeline.ui import routes
from timeline.ui.linked import shelf

SAMPLE = frame.build(sample.library().events)
MANY = linked_table.table(2000)


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
