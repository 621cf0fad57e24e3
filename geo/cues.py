"""How the sentence uses a name: the grammar to its left and right, from small words alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from geo.place import Cue
from geo.words import word_lists

# The cues by name: reaching an Enum's member through its class is slow in Python 3.11.
AT, TO, FROM, CONTAINER = Cue.AT, Cue.TO, Cue.FROM, Cue.CONTAINER
OWNER, SUBJECT, OBJECT, ATTRIBUTE = Cue.OWNER, Cue.SUBJECT, Cue.OBJECT, Cue.ATTRIBUTE
DEMONYM, DATELINE, NONE = Cue.DEMONYM, Cue.DATELINE, Cue.NONE

LOOK_LEFT = 90  # characters
LOOK_RIGHT = 60
FEW = 3  # words to its left that mostly tell
MAX_WORD = 30  # letters of a word to its left
MAX_KEPT = 20_000  # words kept in memory with whether they may be nouns, about 2 MB
MAX_STEPS = 9  # words to the left of a name that are looked at

_LETTERS = "a-z\u00df-\u1fff\u2070-\uffff"  # small ones; a class of ranges is twice as fast as one of categories
_WORD = re.compile(rf"[{_LETTERS}]+(?:[-'’.][{_LETTERS}]+)*|\d[\d,.]*|[,;:()\"“”—–/]")
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
_DATELINE = re.compile(
    r"(?:/[A-Z][A-Z .'’-]{2,24}(?=,| ))?(?:,? ?(?:[A-Z][\w.]+\.?,? ?){0,3})(?:\([^)\n]{2,30}\) ?)?"
    rf"(?:,? ?{_DAY})? ?(?:\([^)\n]{{2,30}}\))? ?(?:—|–|--| - |- )"
)
_DATED = re.compile(rf"(?:, [A-Z][\w ]{{2,20}})?, {_DAY} \([A-Z]")
_APOSTROPHES = "'’"
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
_LINE_START = re.compile(r"(?:^|\n)[ \t\"“]*(?:[A-Z][A-Z .'’-]{2,24}/)?$")
_SENTENCE_ENDS = frozenset(".!?")
_INDENTS = frozenset(' \t\n"“')
_HELD = ("-held", "-controlled", "-occupied", "-administered", "-run", "-ruled")  # "Houthi-held Hodeidah"
_NEXT = re.compile(r" ([a-z]+|[A-Z]\w+)")
_KINDS = (
    "oblast region province governorate district county raion krai prefecture republic state neighborhood neighbourhood"
    " suburb area"
)
_DESIGNATORS = frozenset(kind + plural for kind in _KINDS.split() for plural in ("", "s"))
_WORD_ENDS = re.compile(r"(?![\w-])")
_OPENS_CLAUSE = frozenset({"that", "which", "who", "whom"})
_TAKES_OBJECT = re.compile(r" (?:the|a|an|its|his|her|their|this|that|these|new|renewed|more|further|no)\b")
_PARENTHESIS = re.compile(r", (?:he|she|it|they) (?:says|said|say|claims|claimed|added|argued), ")
_AFTER_NAME = re.compile(r"[,]? ?([a-z’']+)(?: ([a-z’']+))?")

Lists = dict[str, frozenset[str]]


def word_before(text: str, start: int, limit: int = 0) -> str:
    """The word right before ``start``, a space between them, with the signs on it; "" where there is none near by.

    Nothing before ``limit`` is looked at.
    """
    if start <= limit or text[start - 1] != " ":
        return ""
    return text[max(limit, start - MAX_WORD) : start - 1].rpartition(" ")[2]


def read_cue(text: str, start: int, end: int, left_limit: int = 0, before: str | None = None) -> tuple[Cue, str]:
    """The cue of the name at ``start`` to ``end``, and the word that loosens it ("near", "western"), else "".

    Nothing before ``left_limit`` is looked at. ``before``: what ``word_before`` gives, where it is known.
    """
    before = word_before(text, start, left_limit) if before is None else before
    if not before[-1:].isalpha() and _begins(text, start, end, left_limit) and _is_dateline(text, end):
        return DATELINE, ""
    left = _left_of(text, start, left_limit, before)
    following = _NEXT.match(text, end)
    if following and following[1].lower() in _DESIGNATORS and _WORD_ENDS.match(text, following.end()):
        end = following.end()  # "in the Kharkiv region" is in it, as in Kharkiv
        following = _NEXT.match(text, end)
    if text[end : end + 1] in _APOSTROPHES and _POSSESSIVE.match(text, end):
        return OWNER, left.qualifier
    return _by_phrase(left, text, end, following), left.qualifier


class Left(NamedTuple):
    """What the words before a name tell: the word that loosens it, and the cue that a governing word gives."""

    qualifier: str
    governor: Cue | None
    given: bool  # a verb of giving governs the name, which then is the one given to, whatever follows
    belongs: bool  # the name is part of another thing's


def _by_phrase(left: Left, text: str, end: int, following: re.Match[str] | None) -> Cue:
    """The cue that the words around a name give together: those on its left, and those ``following`` its ``end``."""
    if left.given:
        return OBJECT
    if _attributive(following) if following else text[end : end + 1] == "-" and "a" <= text[end + 1 : end + 2] <= "z":
        return ATTRIBUTE  # "U.S.-owned"
    if left.governor is not None:
        return left.governor
    finite = not left.belongs and _finite(text[end : end + LOOK_RIGHT], word_lists("grammar"))
    return SUBJECT if finite else NONE


def _left(words: list[str]) -> Left:
    """What the words before a name tell, nearest first."""
    lists = word_lists("grammar")
    given = bool(words) and words[0] in lists["giving verbs"]
    return Left(_qualifier(words, lists), _governor(words, lists), given, _belongs(words, lists))


def _left_of(text: str, start: int, limit: int, before: str) -> Left:
    """What the words before ``start`` tell: the nearest, the last few, or all in reach where those are not enough."""
    told = (_told_by(before) or _told_by(_last_words(text, start, limit))) if before else None
    return told or _left(_words(text[max(limit, start - LOOK_LEFT) : start])[0])


@lru_cache(maxsize=MAX_KEPT)
def _told_by(nearest: str) -> Left | None:
    """What the words right before a name tell; ``None`` where more words may tell more."""
    words, all_read = _words(f"{nearest} ")
    return _left(words) if all_read or _stops_within(words) else None


def _stops_within(words: list[str]) -> bool:
    """Whether one of the words is such that nothing before it is looked at."""
    lists = word_lists("grammar")
    for i, word in enumerate(words):
        if word == "of" and not lists["place nouns"].isdisjoint(words[i + 1 : i + 2]):
            return False
        if word not in _looked_beyond() and not word.endswith(_HELD):
            return True
    return False


@cache
def _looked_beyond() -> frozenset[str]:
    """Words that tell a name's cue together with what stands before them."""
    lists = word_lists("grammar")
    return lists["fillers"] | lists["compass"] | lists["place nouns"] | lists["loosening"] | {"of", "from"}


def _last_words(text: str, start: int, limit: int) -> str:
    """The few words right before ``start`` and its space; "" where they are fewer or longer than words are."""
    gap, earliest = start - 1, max(limit, start - FEW * MAX_WORD)
    for _ in range(FEW):
        gap = text.rfind(" ", earliest, gap)
        if gap < 0:
            return ""
    return text[gap + 1 : start - 1]


def _begins(text: str, start: int, end: int, left_limit: int) -> bool:
    """Whether a dateline may begin here: at a line's head, or in capitals after a sentence."""
    if start > left_limit + 1 and text[start - 1] == " " and text[start - 2] not in _INDENTS:
        return text[start - 2] in _SENTENCE_ENDS and text[start:end].isupper()
    if _LINE_START.search(text, max(left_limit, start - 30), start):
        return True
    return text[start:end].isupper() and text[max(0, start - 2) : start] in {". ", "? ", "! "}


def _is_dateline(text: str, end: int) -> bool:
    stop = min(len(text), end + LOOK_RIGHT + 30)
    return _DATELINE.match(text, end, stop) is not None or _DATED.match(text, end, stop) is not None


def _words(stretch: str) -> tuple[list[str], bool]:
    """The words and stops at the end of a stretch that are of one sentence, nearest first; whether those are all."""
    cut = max(stretch.rfind(". "), stretch.rfind("! "), stretch.rfind("? "), stretch.rfind("\n"))
    return _WORD.findall(stretch[cut + 1 :].lower())[::-1], cut >= 0


def _qualifier(left: list[str], lists: Lists) -> str:
    if left[:1] == ["from"] and left[1:2] and left[1] in lists["distances"]:
        return "near"
    for word in left[:4]:
        if word in lists["compass"] or word in lists["loosening"]:
            return word
        if word not in lists["fillers"] and word not in lists["place nouns"] and word != "of":
            return ""
    return ""


def _attributive(following: re.Match[str]) -> bool:
    """Whether the word ``following`` is a noun that the name describes: "Belgorod governor"."""
    word = following[1]
    if not _is_noun(word):
        return False
    if word[-1] not in "sS" or word.lower() in word_lists("grammar")["described"]:
        return True
    return _TAKES_OBJECT.match(following.string, following.end()) is None  # "support for Moscow highlights the ..."


@lru_cache(maxsize=MAX_KEPT)
def _is_noun(said: str) -> bool:
    """Whether the word after a name may be a noun that the name describes."""
    lists, word = word_lists("grammar"), said.lower()
    if word in lists["not nouns"] or word in lists["adverbs between"] or _is_verb(word, lists) or word.endswith("ly"):
        return False
    return not (said[0].islower() and word.endswith("ing"))


def _governor(left: list[str], lists: Lists) -> Cue | None:
    """What governs the name: the first telling word to its left, looking through articles, adjectives and "city of"."""
    in_phrase, fallback, governing = False, None, _governing()
    for i, word in enumerate(left[:MAX_STEPS]):
        if word in _OPENS_CLAUSE:
            return fallback  # "a bomb that Kyiv had sent" is no bombing of Kyiv
        cue = governing.get(word)
        if cue is FROM and left[i + 1 : i + 2] and left[i + 1] in lists["distances"]:
            return AT  # "40 km from Mukachevo" is a place near it
        if cue is not None:
            return cue
        if word == "of":
            noun = left[i + 1] if i + 1 < len(left) else ""
            if noun not in lists["place nouns"]:
                return _of(noun, lists) or fallback
            in_phrase, fallback = True, AT if noun in lists["compass"] else None
        elif word in lists["object verbs"] and word not in lists["fillers"]:
            return OBJECT
        elif word in {",", ";", ":"} or not (in_phrase or _looked_through(word, lists)):
            return fallback
    return fallback


def _of(noun: str, lists: Lists) -> Cue | None:
    """The cue that "of" gives after a noun: "the shelling of Kharkiv", "out of Kharkiv", "the mayor of Kharkiv"."""
    if noun in lists["acted nouns"]:
        return OBJECT
    if noun == "out":
        return FROM
    return OWNER if noun in lists["governing nouns"] else None


def _belongs(left: list[str], lists: Lists) -> bool:
    """Whether "of" makes the name part of another thing: "the University of Texas moved"; a town is its own name."""
    words = [word for word in left[:3] if word != "the"]
    return words[:1] == ["of"] and (words[1:2] == ["capital"] or not set(words[1:2]) & lists["place nouns"])


@cache
def _governing() -> dict[str, Cue]:
    """Words that govern a name, each with the cue that it gives."""
    lists = word_lists("grammar")
    given = {"agents": SUBJECT, "from": FROM, "to": TO, "at": AT, "partners": OBJECT}  # the later, the stronger
    return {**{word: cue for name, cue in given.items() for word in lists[name]}, "between": OBJECT}


def _looked_through(word: str, lists: Lists) -> bool:
    return word in lists["fillers"] or word in lists["compass"] or word in lists["place nouns"] or word.endswith(_HELD)


def _finite(right: str, lists: Lists) -> bool:
    """Whether a finite verb follows the name, an adverb or "he says" between them at most."""
    aside = _PARENTHESIS.match(right) if right[:2] == ", " else None
    match = _AFTER_NAME.match((right[aside.end() - 1 :] if aside else right).lower())
    if match is None:
        return False
    words = [word for word in match.groups() if word]
    if len(words) > 1 and (words[0] in lists["adverbs between"] or words[0].endswith("ly")):
        return _is_verb(words[0], lists) or _is_verb(words[1], lists)
    return _is_verb(words[0], lists)


def _is_verb(word: str, lists: Lists) -> bool:
    return word in lists["acting verbs"] or word in lists["irregular pasts"] or word.endswith("ed")


def at_sentence_start(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``, so that a capital there says nothing."""
    before = text[max(0, start - 3) : start].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?:\n"
