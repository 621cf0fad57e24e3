"""The words that dates are made of, read once from ``data/words``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

WORDS = Path(__file__).resolve().parents[3] / "data" / "words"


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of word: each word in lower case with its value, and whether only its capitalised form counts."""

    name: str
    capital: bool
    values: dict[str, str] = field(default_factory=dict)


def parse(lines: list[str]) -> dict[str, Section]:
    """Read ``[NAME capital]`` sections of ``word, word = value`` lines; "#" begins a comment.

    Raises ``ValueError`` for a word line before the first section.
    """
    sections: dict[str, Section] = {}
    current: Section | None = None
    for line in (raw.partition("#")[0].strip() for raw in lines):
        if line.startswith("["):
            name, _, flag = line.strip("[]").partition(" ")
            current = sections.setdefault(name, Section(name, flag == "capital"))
        elif line and current is None:
            raise ValueError(f"a word before the first section: {line!r}")
        elif line and current is not None:
            words, _, value = line.partition("=")
            current.values.update({w.strip().lower(): value.strip() for w in words.split(",") if w.strip()})
    return sections


@cache
def sections(file: str) -> dict[str, Section]:
    """The sections of one word file in ``data/words``."""
    return parse((WORDS / file).read_text(encoding="utf-8").splitlines())


@cache
def lexicon() -> dict[str, Section]:
    """The words that dates are made of, in all languages that are read by our own rules."""
    return {**sections("dates_words.txt"), **sections("dates_cyrillic.txt")}


@cache
def listed(file: str, name: str) -> frozenset[str]:
    """The lower-case words of one section of one file."""
    return frozenset(sections(file)[name].values)


def value(kind: str, word: str) -> str:
    """The value of a word of a kind ("MONTH", "May" → "5"). Raises ``KeyError`` for a word of another kind."""
    return lexicon()[kind].values[word.lower()]
