"""Words in quotation marks count from the day on which they were spoken, where the text gives it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.reading.dates.context import Found
from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.tense import ends_sentence

_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'
_REACH = 14  # tokens from the quotation to the date of the speech
_LONGEST = 400  # tokens: a quotation mark left open for longer is not one


def quotations(tokens: Tokens) -> list[tuple[int, int]]:
    """The quoted stretches of a text as token offsets, marks excluded. A paragraph's end closes a quotation."""
    found: list[tuple[int, int]] = []
    start = -1
    for index, word in enumerate(tokens.words):
        if start < 0 and (word in _OPENING or word == _STRAIGHT) and word:
            start = index + 1
        elif start >= 0 and (word in _CLOSING or word == _STRAIGHT or index - start > _LONGEST):
            if word and index - start <= _LONGEST:
                found.append((start, index))
            start = -1
    return found


def speech_days(tokens: Tokens, found: Sequence[Found]) -> dict[int, int]:
    """For each phrase inside a quotation: its index → the index of the phrase outside that dates the speech."""
    firsts = [phrase.first for phrase in found]
    days: dict[int, int] = {}
    for start, stop in quotations(tokens) if found else []:
        low, high = bisect_left(firsts, start), bisect_left(firsts, stop)
        dated_by = _dated_by(tokens, found, low, high, start, stop) if low < high else None
        if dated_by is not None:
            days.update(dict.fromkeys(range(low, high), dated_by))
    return days


def _dated_by(tokens: Tokens, found: Sequence[Found], low: int, high: int, start: int, stop: int) -> int | None:
    """The phrase in the words of attribution: right after the quotation, else right before it."""
    if high < len(found) and found[high].first - stop <= _REACH and _one_sentence(tokens, stop + 1, found[high].first):
        return high
    before = low - 1
    if before >= 0 and start - found[before].stop <= _REACH and _one_sentence(tokens, found[before].stop, start - 1):
        return before
    return None


def _one_sentence(tokens: Tokens, first: int, stop: int) -> bool:
    return not any(ends_sentence(tokens, index) for index in range(first, stop) if tokens.words[index] != ":")
