"""The door for article text: text stays text, links are checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ui import dom


@given(st.text())
def test_text_is_only_ever_text(text: str) -> None:
    """A child string stays one string, without the characters that would turn it round."""
    tag, attributes, children = dom.node("span", "title", text)
    assert (tag, attributes) == ("span", {"class": "title"})
    assert children == [dom.plain(text)]
    assert not set(dom.plain(text)) & {"\u202e", "\u2066", "\x00"}


def test_right_to_left_text_is_kept() -> None:
    """Only the overrides go, not the writing."""
    assert dom.plain("\u202eمصنع\u202c") == "مصنع"


LINKS = [
    ("https://example.org/a", "example.org ↗"),
    ("HTTP://example.org", "example.org ↗"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("file:///etc/passwd", None),
    ("https://user@example.org", None),
    ("//example.org", None),
    ("http://[bad", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "shown"), LINKS)
def test_only_plain_web_addresses_become_links(url: str, shown: str | None) -> None:
    """Their host is what is shown."""
    found = dom.link(url)
    assert (found[2][0] if found else None) == shown
