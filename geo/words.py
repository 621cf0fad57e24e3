"""The word lists of ``data/words`` that reading places needs, each read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "data" / "words"


@cache
def word_set(name: str) -> frozenset[str]:
    """The lines of ``data/words/places_NAME.txt``, without comments."""
    return frozenset(_lines(name, "txt"))


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of ``data/words/places_NAME.txt``, each under its ``[heading]``."""
    found: dict[str, set[str]] = {}
    heading = ""
    for line in _lines(name, "txt"):
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = set()
        else:
            found[heading].add(line)
    return {heading: frozenset(words) for heading, words in found.items()}


@cache
def word_table(name: str) -> dict[str, str]:
    """The two columns of ``data/words/places_NAME.tsv``."""
    return dict(line.split("\t")[:2] for line in _lines(name, "tsv"))


def _lines(name: str, suffix: str) -> list[str]:
    lines = (WORDS / f"places_{name}.{suffix}").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
