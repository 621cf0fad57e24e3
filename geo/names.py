"""Folding of names: one spelling for every way of writing, with a map back to the original offsets.

``arabic_key`` and ``slavic_key`` go one step further, for names that have no one spelling in English.

The same folding makes the gazetteer's keys and reads the text, so that "Mukačevo", "MUKACEVO" and a
"Mukačevo" with a hidden character inside meet.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ŋ": "n",
}
ANOTHER_SPELLING = 0.6  # likeness of two spellings of one name
MAX_KEPT = 20_000  # names kept in memory with what they are spellings of, about 4 MB
MIN_ALIKE = 4  # letters: shorter names are too often alike
_APOSTROPHES = "'’‘ʼʹ′`´ʻʾʿ”ˈ\u02b9"
_HYPHENS = "-‐‑‒־"


def _folded_char(char: str) -> str:
    """What one character becomes: lower case, no marks, one apostrophe, spaces for hyphens, nothing for controls."""
    if char in _APOSTROPHES:
        return "'"
    if char == "\n":
        return char  # a name does not run over the end of a line
    if char in _HYPHENS or char.isspace():
        return " "
    if unicodedata.category(char) == "Cf":
        return ""
    kept = [c for c in unicodedata.normalize("NFKD", char.lower()).lower() if not unicodedata.combining(c)]
    return "".join("'" if c in _APOSTROPHES else " " if c in _HYPHENS else _LETTERS.get(c, c) for c in kept)


class _LazyTable(dict[int, str | int]):
    """A translation table that fills itself with the characters it meets; ``uneven``: those that do not give one."""

    def __init__(self) -> None:
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str | int:
        folded: str | int = code if 0xD800 <= code < 0xE000 else _folded_char(chr(code))
        if isinstance(folded, str) and len(folded) != 1:
            self.uneven.add(chr(code))
        self[code] = folded
        return folded


_TABLE = _LazyTable()


class Folded(NamedTuple):
    """A folded text; ``starts`` holds each folded character's original offset, or is ``None`` where they agree."""

    text: str
    starts: tuple[int, ...] | None

    def original(self, start: int, end: int, /) -> tuple[int, int]:
        """The original span of the folded span ``start`` to ``end``."""
        if self.starts is None or start >= end:
            return start, end
        return self.starts[start], self.starts[end - 1] + 1


def fold_name(name: str) -> str:
    """The key of a name: folded, with single spaces."""
    return name.lower() if _only_letters(name) else " ".join(name.translate(_TABLE).split())


def _only_letters(text: str) -> bool:
    """Whether to fold a text is to write it in small letters, which is faster."""
    return text.isascii() and text.isalpha()


@lru_cache(maxsize=MAX_KEPT)
def is_spelling(key: str, other: str) -> bool:
    """Whether two folded names look like spellings of one."""
    return SequenceMatcher(None, key, other).ratio() >= ANOTHER_SPELLING


def fold_text(text: str) -> Folded:
    """The text folded for reading, every character traceable to where it came from."""
    if _only_letters(text):
        return Folded(text.lower(), None)
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and (text.isascii() or _TABLE.uneven.isdisjoint(text)):
        return Folded(folded, None)
    starts: list[int] = []
    for offset, char in enumerate(text):
        starts.extend([offset] * len(_widen(char)))
    return Folded(folded, tuple(starts))


def _widen(char: str) -> str:
    folded = _TABLE[ord(char)]
    return folded if isinstance(folded, str) else chr(folded)


ARABIC_MARK, SLAVIC_MARK = "\x02a", "\x02s"  # what the keys begin with, which no name of a text does
_ARTICLE = re.compile(r"(?<!\S)(?:al|el|il|ul|a[dnrstz]|ash|e[dnrstz]|esh)(?: |$)")
_ARABIC_LETTERS = (  # each of the first is written as the second, one after the other
    *(("'", ""), ("sch", "sh"), ("ch", "sh"), ("dj", "j"), ("dzh", "j"), ("q", "k")),
    *((sound, "Y") for sound in ("ei", "ey", "ai", "ay")),  # Beit, Bayt
    *((sound, "Wa") for sound in ("oua", "uwa", "wa")),
    *((sound, "U") for sound in ("ou", "oo", "aw", "au", "ow", "o", "u")),
    *((sound, "I") for sound in ("ee", "ie", "iy", "i", "e", "y")),
)
_ARABIC_END = re.compile(r"a+h\b|Ih\b|I\b|at\b")  # Khirbet Ghazaleh, Khirbat Ghazalah
_SLAVIC_SOFT = re.compile(r"[yij]+")
_DOUBLED = re.compile(r"(.)(?=\1)")


def arabic_key(key: str) -> str:
    """The key that the spellings of an Arabic or Persian name share, from its folded name; "" where nothing is left."""
    return _keyed(worn_keys(key)[0])


def slavic_key(key: str) -> str:
    """The key that the spellings of a Slavic name share, from its folded name; "" where nothing is left."""
    return _keyed(worn_keys(key)[1])


@lru_cache(maxsize=MAX_KEPT)
def worn_keys(key: str) -> tuple[str, str]:
    """The keys of both kinds for a folded name or what it begins with, however short: a mark alone for an article."""
    return ARABIC_MARK + _worn_arabic(key), SLAVIC_MARK + _worn_slavic(key)


def _keyed(worn: str) -> str:
    return worn if len(worn) >= len(ARABIC_MARK) + MIN_ALIKE else ""


def _worn_arabic(key: str) -> str:
    worn = _ARTICLE.sub("", key)
    for spelled, sound in _ARABIC_LETTERS:
        worn = worn.replace(spelled, sound)
    return _DOUBLED.sub("", _ARABIC_END.sub("a", worn))


def _worn_slavic(key: str) -> str:
    return _DOUBLED.sub("", _SLAVIC_SOFT.sub("i", key.replace("'", "")))
