"""Whether two reports may mean one target by their words for what was hit."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from timeline.event import Report
from timeline.reading.extract.strike.struck import sorts_in
from timeline.reading.words import phrases

SMALL_WORDS = frozenset(phrases("small_words"))


class Target(Enum):
    """How the words of two reports for what was hit stand to each other."""

    SAME = "same"
    OTHER = "other"
    UNSAID = "unsaid"  # one of them says nothing, or nothing that tells


def targets(a: Report, b: Report) -> Target:
    """Compare what two reports say was hit: by its sort, or by any word that both use where a sort is wanting."""
    one, two = sorts_in(a.target), sorts_in(b.target)
    if one.all and two.all:
        if one.all & two.all:
            return Target.SAME
        return Target.OTHER if one.struck and two.struck else Target.UNSAID
    return Target.SAME if target_words(a) & target_words(b) else Target.UNSAID


def sort_apart(a: Report, b: Report) -> bool:
    """Whether both name one sort of thing that is not struck by the way: a power station, no house."""
    return bool(sorts_in(a.target).telling & sorts_in(b.target).telling)


def target_words(report: Report) -> frozenset[str]:
    """The words that name what was hit, or what is alleged, without small words and places, singular, lower case."""
    return _words_of(report.target, tuple(p.mention.said for p in report.places))


@lru_cache(maxsize=100_000)
def _words_of(target: str, places: tuple[str, ...]) -> frozenset[str]:
    said = {w for place in places for w in place.lower().split()}
    words = re.findall(r"[a-z]{4,}", target.lower())
    return frozenset(w.removesuffix("s") for w in words if w not in SMALL_WORDS and w not in said)
