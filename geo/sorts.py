"""What a name is by itself, wherever it stands: what the gazetteer and the word lists say of it, kept once asked."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from geo.gazetteer import ROW_MASK, Gazetteer
from geo.people import first_names, names_of_people
from geo.place import PlaceKind
from geo.words import word_lists, word_set

MAX_SORTS = 20_000  # names kept in memory with what they are by themselves, about 6 MB


class Sort(NamedTuple):
    """What a name is by itself, wherever it stands: the kind and rank of its first place, and what else its word is."""

    kind: PlaceKind
    rank: float
    plain: bool  # every word of it is a plain word or a point of the compass
    first_name: bool
    of_people: bool  # a first name or a surname
    veto: bool  # never a place
    after_comma: bool  # a place after a comma only


@lru_cache(maxsize=MAX_SORTS)
def sort_of(key: str, posting: int, gazetteer: Gazetteer) -> Sort:
    """The sort of a name by its key and its first posting."""
    row, after_comma = posting & ROW_MASK, word_lists("grammar")["after comma only"]
    return Sort(
        gazetteer.kind(row),
        gazetteer.rank(row),
        plain(key),
        key in first_names(),
        key in names_of_people(),
        key in word_set("vetoes"),
        key in after_comma,
    )


def plain(key: str) -> bool:
    """Whether every word of the name is a plain word or a point of the compass, and of several one the latter."""
    words = key.split()
    if len(words) < 2:
        return key in _plain_words()
    return _plain_words().issuperset(words) and not word_lists("grammar")["compass"].isdisjoint(words)


@cache
def _plain_words() -> frozenset[str]:
    return word_set("common_words") | word_lists("grammar")["compass"] | word_set("vetoes")
