"""The address: a link reopens the exact view, and a bad one falls back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ui import order, state

DAYS = st.none() | st.dates(date(state.FIRST_YEAR, 1, 1), date(state.LAST_YEAR, 12, 31))


@st.composite
def views(draw: st.DrawFn) -> state.View:
    """Any view a reader can make."""
    first, last = draw(DAYS), draw(DAYS)
    if first and last and first > last:
        first, last = last, first
    switched = {name: tuple(v for v in every if draw(st.booleans())) for name, every in state.SWITCHED.items()}
    names = st.lists(st.text(min_size=1, max_size=20), max_size=3, unique=True).map(tuple)
    chosen = {name: draw(names) for name in state.CHOSEN}
    text, selected = draw(st.text(max_size=40)), draw(st.text(max_size=40))
    certain, presented = draw(st.booleans()), draw(st.booleans())
    boundaries = draw(st.sampled_from(sorted(state.BOUNDARIES)))
    sort = draw(st.sampled_from(sorted(order.SORTS)))
    rest = {
        "sort": sort,
        "certain": certain,
        "text": text,
        "selected": selected,
        "boundaries": boundaries,
        "presented": presented,
    }
    return state.View(first, last, **rest, **switched, **chosen)


@given(views())
def test_a_view_survives_its_address(view: state.View) -> None:
    """Written into the address and read back, it is the same view."""
    assert state.from_address(state.to_address(view)) == (view, ())


def test_the_default_view_has_a_bare_address() -> None:
    """Nothing is asked for, nothing is written."""
    assert state.to_address(state.View()) == {}


BAD = [
    ({"from": ";DROP"}, ("from",)),
    ({"from": "2025-13-01"}, ("from",)),
    ({"from": "20250101"}, ("from",)),
    ({"to": "0001-01-01"}, ("to",)),
    ({"kinds": "strike,rumour"}, ("kinds",)),
    ({"marks": "dot,cross"}, ("marks",)),
    ({"outlets": "a,,b"}, ("outlets",)),
    ({"outlets": ",".join("abcdefghijklmnopqrstuvwxyz" * 4)}, ("outlets",)),
    ({"page": "poster"}, ("page",)),
    ({"borders": "mine"}, ("borders",)),
    ({"sort": "worst"}, ("sort",)),
    ({"range": "maybe"}, ("range",)),
    ({"event": "x" * 301}, ("event",)),
    ({"from": "2025-02-01", "to": "2025-01-01"}, ("from", "to")),
    ({"unheard": "of"}, ()),
]


@pytest.mark.parametrize(("address", "unread"), BAD)
def test_a_bad_address_falls_back_and_says_so(address: dict[str, str], unread: tuple[str, ...]) -> None:
    """What cannot be read is at its default and is named; nothing raises."""
    assert state.from_address(address) == (state.View(), unread)


@given(st.dictionaries(st.sampled_from([p.name for p in state.PARTS]), st.text()))
def test_no_address_breaks_the_page(address: dict[str, str]) -> None:
    """Any text in any part gives some view."""
    view, _ = state.from_address(address)
    assert state.from_address(state.to_address(view))[0] == view
