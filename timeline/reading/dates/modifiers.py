"""How words bend what they name: "at least three days", "more than a year ago", "late March"."""

from __future__ import annotations

import re
from functools import cache

from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.words import lexicon, sections
from timeline.when import Modifier, TimexType

_FILE = "dates_modifiers.txt"
_LEAD = 3  # words before a phrase that may bend it: "no later than"
_BACK = frozenset({"ago", "earlier", "before", "previously"})
_AHEAD = frozenset({"later", "after", "afterwards", "hence", "from", "time"})
_NAMES_NO_TIME = frozenset({"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"})

# "more than a year ago" is before the day a year ago; "more than a year later" after the day a year later
_COUNTED_BACK = {
    Modifier.MORE_THAN: Modifier.BEFORE, Modifier.LESS_THAN: Modifier.AFTER,
    Modifier.EQUAL_OR_MORE: Modifier.ON_OR_BEFORE, Modifier.EQUAL_OR_LESS: Modifier.ON_OR_AFTER,
}  # fmt: skip
_COUNTED_ON = {
    Modifier.MORE_THAN: Modifier.AFTER, Modifier.LESS_THAN: Modifier.BEFORE,
    Modifier.EQUAL_OR_MORE: Modifier.ON_OR_AFTER, Modifier.EQUAL_OR_LESS: Modifier.ON_OR_BEFORE,
}  # fmt: skip


def modifier_of(tokens: Tokens, first: int, stop: int, reading: Reading) -> Modifier | None:
    """The modifier of a phrase, ``None`` for most, and for sets, vague lengths, "now" and the like."""
    if reading.type is TimexType.SET or reading.value in _NAMES_NO_TIME or reading.value.startswith(("PX", "PTX")):
        return None
    words = [word.lower() for word in tokens.words[first:stop]]
    lead = " ".join(word.lower() for word in tokens.words[max(0, first - _LEAD) : first])
    if reading.type is TimexType.DURATION or {*_BACK, *_AHEAD} & set(words):
        return _bent_length(words, lead)
    part = next((value for word in words if (value := lexicon()["EARLY"].values.get(word))), None)
    return Modifier(part) if part else _said("POINTS", " ".join(words), lead)


def _bent_length(words: list[str], lead: str) -> Modifier | None:
    said = " ".join(words)
    length = _said("LENGTHS", said, lead)
    if length is None:
        after = next((value for phrase, value in _phrases("AFTERWARDS") if f" {phrase}" in said), None)
        length = Modifier(after) if after else None
    if length is None:
        return None
    turned = _COUNTED_BACK if _BACK & set(words) else _COUNTED_ON if _AHEAD & set(words) else {}
    return turned.get(length, length)


def _said(section: str, said: str, lead: str) -> Modifier | None:
    """The modifier that a phrase begins with, or that stands right before it."""
    opening, closing = _patterns(section)
    found = opening.match(said) or closing.search(lead)
    return Modifier(sections(_FILE)[section].values[found[1]]) if found else None


@cache
def _patterns(section: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The phrases of a section where they open a stretch of words, and where they close one."""
    either = "|".join(re.escape(phrase) for phrase, _ in _phrases(section))
    return re.compile(rf"({either})(?!\S)"), re.compile(rf"(?<!\S)({either})$")


@cache
def _phrases(section: str) -> tuple[tuple[str, str], ...]:
    """The phrases of a section with their modifier, the longest first."""
    return tuple(sorted(sections(_FILE)[section].values.items(), key=lambda item: -len(item[0])))
