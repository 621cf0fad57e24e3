"""Streets and natural features: names that no gazetteer has, found by the word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from geo.words import word_lists, word_set

LOOK_LEFT, LOOK_RIGHT = 90, 90  # characters around a telling word, in which a name of a few words lies

_OWN = r"(?:(?:[A-Z]|Mc|Mac|O['’])[\w'’]*[a-zé]|[A-Z]\.|St\.|\d{1,3}(?:st|nd|rd|th))"  # one word of a name
_HOUSE = re.compile(r"\d[A-Za-z]? $")
_GOES_ON = re.compile(
    r" \d[\w-]*(?![\w-])(?! [a-z])"  # not "at Hyde Park 10 others were hurt"
    r"| (?:[A-Z]\w+ )?(?:Journal|Administration|Patrol|Authority|Company|Inc|University|College|Church|Baptist)\b"
)
_POSSESSOR = re.compile(r".*['’]s ")


@cache
def _pattern() -> re.Pattern[str]:
    lists = {heading: _any(words) for heading, words in word_lists("features").items()}
    return re.compile(
        rf"(?=[A-Z\d])(?<![\w.-])(?:(?:{lists['numbered']}) \d{{1,4}}\b"
        rf"|(?:{_OWN}[ -]){{1,3}}?(?:{lists['street']}|{lists['nature']})(?!\w)(?! (?:{lists['nature']})\b)"
        rf"|(?:{lists['before']}) {_OWN}(?!\w))"
    )


@cache
def _telling() -> frozenset[str]:
    """The words by which features are found, each without a full stop: most texts have none."""
    words = frozenset[str]().union(*word_lists("features").values())
    return frozenset(part.strip(".") for word in words for part in word.split())


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def features(text: str, words: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """The spans of the streets and natural features in ``text``.

    ``words`` are the words of ``text`` that begin with a capital, by where they begin.
    """
    telling = _telling()
    if telling.isdisjoint(words.values()):
        return
    around = _stretches(start for start, word in words.items() if word in telling)
    for match in chain.from_iterable(_pattern().finditer(text, first, last) for first, last in around):
        first = match.start()
        if _HOUSE.search(text, max(0, first - 8), first) or _GOES_ON.match(text, match.end()):
            continue  # an address; or a body named after a street: "Wall Street Journal"
        possessor = _POSSESSOR.match(match[0])
        first += possessor.end() if possessor else 0
        word = re.match(r"[\w.'’]+[ -]", text[first : match.end()])
        if word and word[0].strip(" -").lower() in _not_first():
            first += word.end()
            if not _pattern().fullmatch(text, first, match.end()):
                continue
        yield first, match.end() - (2 if match[0].endswith(("'s", "’s")) else 0)


def _stretches(starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """What lies around the telling words that begin at ``starts``, in order; stretches that touch are one."""
    first, last = 0, 0
    for start in starts:
        if start - LOOK_LEFT > last:
            if last:
                yield first, last
            first = start - LOOK_LEFT
        last = start + LOOK_RIGHT
    if last:
        yield first, last


@cache
def _not_first() -> frozenset[str]:
    """Words that begin a sentence, not a name: "The", "In", "Near"."""
    lists = word_lists("grammar")
    return (
        lists["at"] | lists["to"] | lists["from"] | lists["not nouns"] | word_set("people") | frozenset({"of", "said"})
    )
