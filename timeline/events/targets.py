"""What was hit: whether two reports may mean one target by their words for it.

``data/words/target_sorts.csv`` gathers the words for one sort of thing: a power plant is a "power station" and an
"energy facility" too. A word may stand for several sorts; "depot" is said of oil, arms and trams.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from timeline.event import Report
from timeline.reading.words import finder, phrases, table

SMALL_WORDS = frozenset(phrases("small_words"))
_EVERYWHERE = "everywhere"  # homes, cars and shops stand beside whatever else is hit


class Target(Enum):
    """How the words of two reports for what was hit stand to each other."""

    SAME = "same"
    OTHER = "other"
    UNSAID = "unsaid"  # one of them says nothing, or nothing that tells


@dataclass(frozen=True, slots=True)
class _Sorts:
    """The sorts of thing that words name: all, and those that are not struck by the way."""

    all: frozenset[str]
    telling: frozenset[str]


def _sorts_by_word() -> dict[str, frozenset[str]]:
    """Give each word of the table, and the plural in "-ies" of one in "-y", the sorts that it may name."""
    sorts: dict[str, set[str]] = {}
    for row in table("target_sorts"):
        for word in map(str.strip, row["words"].split(";")):
            for form in {word, re.sub(r"(?<=[^aeou])y$", "ies", word)}:
                sorts.setdefault(form, set()).add(row["sort"])
    return {word: frozenset(named) for word, named in sorts.items()}


_SORTS = _sorts_by_word()
_BY_THE_WAY = frozenset(row["sort"] for row in table("target_sorts") if row["stands"] == _EVERYWHERE)
_ANY_SORT = finder(_SORTS, plural=True, exact_case=True)


def targets(a: Report, b: Report) -> Target:
    """Compare what two reports say was hit: by its sort, or by any word that both use where a sort is wanting."""
    one, two = _sorts(a.target), _sorts(b.target)
    if one.all and two.all:
        if one.all & two.all:
            return Target.SAME
        return Target.OTHER if one.telling and two.telling else Target.UNSAID
    return Target.SAME if target_words(a) & target_words(b) else Target.UNSAID


def target_words(report: Report) -> frozenset[str]:
    """The words that name what was hit, or what is alleged, without small words and places, singular, lower case."""
    return _words_of(report.target, tuple(p.mention.said for p in report.places))


@lru_cache(maxsize=100_000)
def _sorts(target: str) -> _Sorts:
    named = [_SORTS[word] for word in map(_singular, _ANY_SORT.findall(target.casefold()))]
    telling = [sorts for sorts in named if not sorts & _BY_THE_WAY]
    return _Sorts(frozenset().union(*named), frozenset().union(*telling))


def _singular(word: str) -> str:
    spaced = " ".join(word.split())
    return next(w for w in (spaced, spaced.removesuffix("s"), spaced.removesuffix("es")) if w in _SORTS)


@lru_cache(maxsize=100_000)
def _words_of(target: str, places: tuple[str, ...]) -> frozenset[str]:
    said = {w for place in places for w in place.lower().split()}
    words = re.findall(r"[a-z]{4,}", target.lower())
    return frozenset(w.removesuffix("s") for w in words if w not in SMALL_WORDS and w not in said)
