"""The people whom a text names: their names are not to be read as places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from geo.names import fold_name
from geo.words import word_lists, word_set

LOOK_LEFT = 80  # characters in which an office is told before its holder

_OFFICE = re.compile(r"\b([a-z]+) (?:of|in|for|to) (?:the )?[A-Z][^,;.:]*, $")
_REST_OF_NAME = re.compile(r"(?: [A-Z][\w'’-]+){1,3}(?:,|\.\s|\.$)")
_PERSON = re.compile(
    r"\b([A-Z][a-z]+)(?: [A-Z]\.| [A-Z][a-z]+| [\"“][A-Z][a-z]+[\"”])?"
    r" ((?:Mc|Mac|O['’]|De|Van |Al-|al-|El-|Abu |Bin )?[A-Z][a-z]+)\b"
)
_INITIALLED = re.compile(  # "a nurse called Varna K, 40": not "in Tripoli I met", nor "Washington D.C."
    r"\b([A-Z][a-z]+) [B-HJ-Z](?:(?=,| [a-z]|$)|\.(?= [a-z]|,|$))"
)
_TITLED = re.compile(r"\b([A-Z][a-z]+)\.? ((?:Mc|Mac|O['’])?[A-Z][a-z]+)\b")


@cache
def first_names() -> frozenset[str]:
    """First names in small letters."""
    return word_set("first_names") | word_set("given_names")


@cache
def _beginnings() -> frozenset[str]:
    """First names and titles as a text writes them: most words with a capital are neither."""
    return frozenset(word.capitalize() for word in first_names() | word_set("people"))


def people(text: str, words: Mapping[int, str]) -> set[str]:
    """The names of the people whom the text names in full or with a title, folded: first names and surnames.

    ``words`` are the words of ``text`` that begin with a capital, by where they begin.
    """
    found = {fold_name(initialled[1]) for initialled in _INITIALLED.finditer(text)}
    heads, titles, firsts, beginnings = word_set("heads"), word_set("people"), first_names(), _beginnings()
    for start, said in words.items():
        if said not in beginnings:
            continue
        word = said.lower()
        person = _PERSON.match(text, start) if word in firsts else None
        if person and person[2].lower() not in heads:
            last = fold_name(person[2])
            found |= {last, last.rpartition(" ")[2]}  # "al-Assad" is also Assad
            if last in word_set("surnames"):
                found.add(word)
        titled = _TITLED.match(text, start) if word in titles else None
        if titled and titled[2].lower() not in heads:
            found.add(fold_name(titled[2]))
    return found


def is_surname(word: str) -> bool:
    """Whether a word in small letters is a surname and nothing else."""
    return word in word_set("surnames") and word not in word_set("common_words")


def holds_office(text: str, start: int, end: int) -> bool:
    """Whether a name begins that of who holds an office told before: "the governor of Sumy, Rome Vannak,"."""
    if text[start - 2 : start] != ", " or not _REST_OF_NAME.match(text, end):
        return False
    office = _OFFICE.search(text, max(0, start - LOOK_LEFT), start)
    return office is not None and office[1] in word_lists("roles")["offices"]


@cache
def names_of_people() -> frozenset[str]:
    """First names and surnames, in small letters."""
    return first_names() | word_set("surnames")
