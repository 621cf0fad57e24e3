"""The word lists of ``data/words``, as an editor wrote them, ready to be looked for in a sentence."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

WORDS = Path(__file__).resolve().parents[2] / "data" / "words"
_WORD = re.compile(r"[^\W_]+")
_GAP = r"(?:\s+\S+){0,3}?"  # what "*" stands for in a phrase


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Lines of ``data/words/{name}.txt`` without comments and blanks."""
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of ``data/words/{name}.csv``, each a mapping from column to text."""
    with (WORDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def of_class(name: str, *classes: str) -> list[str]:
    """The words of ``data/words/{name}.csv`` whose class is one of ``classes``."""
    return [row["words"] for row in table(name) if row["class"] in classes]


def finder(words: Iterable[str], *, plural: bool = False, exact_case: bool = False) -> re.Pattern[str]:
    """Build a pattern for any of ``words`` as whole words, longest first; ``*`` in a phrase is up to three words."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    tail = r"(?:e?s)?" if plural else ""
    body = by_initial((word[0], phrase(word) + tail) for word in ordered)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w])", 0 if exact_case else re.IGNORECASE)


def by_initial(patterns: Iterable[tuple[str, str]]) -> str:
    """Join patterns, each given after the letter that it begins with, so that only those of a word's letter are tried.

    Among the patterns of one letter the first that fits is taken, as in any alternation.
    """
    groups: dict[str, list[str]] = {}
    for initial, pattern in patterns:
        groups.setdefault(initial.lower(), []).append(pattern)
    return "|".join(rf"(?=[{re.escape(x + x.upper())}])(?:{'|'.join(group)})" for x, group in groups.items())


@lru_cache(maxsize=4_096)
def words_in(text: str) -> frozenset[str]:
    """Give the words of a sentence in lower case, so that a pattern is looked for only where it can be."""
    return frozenset(_WORD.findall(text.lower()))


def keywords(words: Iterable[str], *, plural: bool = False) -> frozenset[str]:
    """Give the longest word of each phrase, as ``words_in`` has it: a text with none of them has no phrase."""
    found: set[str] = set()
    for phrase_ in words:
        parts = _WORD.findall(phrase_.lower())
        longest = max(reversed(parts), key=len)  # of "the cup" it is the noun
        found.update(longest + ending for ending in (("", "s", "es") if plural and longest == parts[-1] else ("",)))
    return frozenset(found)


class Cues:
    """The words of a list, looked for only in texts that have a key word of it: most sentences are passed over."""

    def __init__(self, words: Iterable[str], *, plural: bool = False, exact_case: bool = False) -> None:
        listed = [*words]
        self._finder = finder(listed, plural=plural, exact_case=exact_case)
        self._keys = keywords(listed, plural=plural)

    def may_be_in(self, text: str) -> bool:
        """Whether a key word of the list is in the text."""
        return not self._keys.isdisjoint(words_in(text))

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first of the words."""
        return self._finder.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Find every one of the words."""
        return self._finder.finditer(text) if self.may_be_in(text) else ()


def openers(words: Iterable[str]) -> frozenset[str]:
    """Give the first word of each phrase, as ``words_in`` has it: a text with none of them has no phrase."""
    return frozenset(_WORD.findall(word.lower())[0] for word in words)


def phrase(words: str) -> str:
    """Write the pattern of one phrase: any space between its words, ``*`` for up to three words."""
    parts = words.split()
    pattern = re.escape(parts[0])
    for part in parts[1:]:
        pattern += _GAP if part == "*" else r"\s+" + re.escape(part)
    return pattern
