"""Ships, hotels, squares and churches that bear the name of a town, and are not in it."""

from __future__ import annotations

import re
from functools import cache

from geo.words import word_lists

LOOK_LEFT, LOOK_RIGHT = 40, 60  # characters
MIN_SHIP = 5  # letters of a ship's name that is known by its article alone

_SHIP_ARTICLE = re.compile(r"(?<!\w)(?<!in )(?<!to )(?<!of )(?<!at )(?<!from )[Tt]he $")
_THE = frozenset({"the", "The"})
_SAINTS = ("Saint ", "St ", "St. ")
_SHIP_ALONE = re.compile(r"[.;]? *$|[.;] |,? (?:was|had|has|sank|fired|launched|sailed|steamed)\b")
_SINGULAR = re.compile(r",? (?:was|has)\b")  # "the Vincennes was"; not "the Hamptons."


def names_thing(text: str, start: int, end: int, before: str) -> bool:
    """Whether the words beside a town's name make it a thing's: "the cruiser Moskva", "Hotel Paris", "the Bismarck".

    ``before``: the word right before it.
    """
    if text[end : end + 3] in _after_starts() and _after().match(text, end, end + LOOK_RIGHT):
        return True
    if text[start] == "S" and text.startswith(_SAINTS, start) and _church().match(text, end, end + LOOK_RIGHT):
        return True
    article = before in _THE
    if not article and before not in _last_words() and not before[:1].isupper():
        return False
    left = max(0, start - LOOK_LEFT)
    nearest = text[left:start].split(" ")[-4:-1]
    if not _last_words().isdisjoint(nearest) and _before().search(text, left, start):
        return True
    return article and _is_ship(text, start, end)


def _is_ship(text: str, start: int, end: int) -> bool:
    """Whether an article stands before one word, and no noun after it, as before a ship's name alone."""
    alone = _SINGULAR if text.endswith("s", start, end) else _SHIP_ALONE
    if alone.match(text, end, end + LOOK_RIGHT) is None:
        return False
    one_word = end - start >= MIN_SHIP and text[start:end].isalpha()
    return one_word and _SHIP_ARTICLE.search(text, max(0, start - 10), start) is not None


@cache
def _last_words() -> frozenset[str]:
    """The last words of what stands before a name: looked for first, for speed."""
    return frozenset(thing.rpartition(" ")[2] for thing in word_lists("things")["before"])


@cache
def _after_starts() -> frozenset[str]:
    """With what the things begin that stand after a name: a space and two letters."""
    lists = word_lists("things")
    return frozenset(f" {thing[:2]}" for thing in lists["after"] | lists["after, where a town follows"])


@cache
def _before() -> re.Pattern[str]:
    """What ends with a word for a thing, and at most one more name: "the container ship Maersk "."""
    return re.compile(rf"(?<!\w)(?:{_any('before')}) (?:the )?(?:[A-Z][a-z]+ )?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf" (?:{_any('after')})(?!\w)| (?:{_any('after, where a town follows')}) in (?:(?:central|[a-z]+ern) )?[A-Z]"
    )


@cache
def _church() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?(?: (?:and|[A-Z][\w.'’]*))* (?:{_any('of saints')})(?!\w)")


def _any(heading: str) -> str:
    return "|".join(re.escape(word) for word in sorted(word_lists("things")[heading], key=len, reverse=True))
