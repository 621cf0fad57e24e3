"""The word lists, ready to be looked for."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.words import finder

WORDS = st.lists(st.text("abAB-", min_size=1, max_size=4).filter(lambda word: word[0] != "-"), min_size=1)


@given(words=WORDS, text=st.text("abAB- s", max_size=30), plural=st.booleans(), exact_case=st.booleans())
def test_a_list_finds_what_the_longest_of_its_words_finds_first(
    words: list[str], text: str, plural: bool, exact_case: bool
) -> None:
    """Grouping the words by their first letters changes nothing of what is found."""
    tail = "(?:e?s)?" if plural else ""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    plain = re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(word) + tail for word in ordered)})(?!\w)",
        0 if exact_case else re.IGNORECASE,
    )
    found = finder(words, plural=plural, exact_case=exact_case)
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in plain.finditer(text)]
