"""How the sentence uses a name: the grammar to its left and right, from small words alone."""

from __future__ import annotations

import re

from geo.place import Cue
from geo.words import word_lists

LOOK_LEFT = 90  # characters
LOOK_RIGHT = 60
MAX_STEPS = 9  # words to the left of a name that are looked at

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*|\d[\d,.]*|[,;:()\"“”—–/]")
_DATELINE = re.compile(
    r"(?:,? ?(?:[A-Z][\w.]+\.?,? ?){0,3})(?:\([^)\n]{2,30}\) ?)?(?:,? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r" ?(?:\([^)\n]{2,30}\))? ?(?:—|–|--| - |- )"
)
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
_LINE_START = re.compile(r"(?:^|\n)[ \t\"“]*$")


def read_cue(text: str, start: int, end: int, left_limit: int = 0) -> tuple[Cue, str]:
    """The cue of the name at ``start`` to ``end``, and the word that loosens it ("near", "western"), else ""."""
    lists = word_lists("grammar")
    left = _before(text, start, left_limit)
    right = text[end : end + LOOK_RIGHT]
    if _begins(text, start, end, left_limit) and _is_dateline(text, start, end):
        return Cue.DATELINE, ""
    qualifier = _qualifier(left, lists)
    if _POSSESSIVE.match(right):
        return (Cue.OWNER, qualifier)
    if _attributive(right, lists):
        return Cue.ATTRIBUTE, qualifier
    return _governor(left, right, lists), qualifier


def _begins(text: str, start: int, end: int, left_limit: int) -> bool:
    """Whether a dateline may begin here: at a line's head, or in capitals after a sentence."""
    if _LINE_START.search(text, max(left_limit, start - 5), start):
        return True
    return text[start:end].isupper() and text[max(0, start - 2) : start] in {". ", "? ", "! "}


def _is_dateline(text: str, start: int, end: int) -> bool:
    match = _DATELINE.match(text, end, min(len(text), end + LOOK_RIGHT + 30))
    return match is not None


def _before(text: str, start: int, limit: int) -> list[str]:
    """The words before ``start`` in its sentence, nearest first."""
    stretch = text[max(limit, start - LOOK_LEFT) : start]
    for stop in (". ", "! ", "? ", "\n"):
        stretch = stretch.rpartition(stop)[2]
    return [word.lower() for word in _WORD.findall(stretch)][::-1]


def _qualifier(left: list[str], lists: dict[str, frozenset[str]]) -> str:
    for word in left[:4]:
        if word in lists["compass"] or word in lists["loosening"]:
            return word
        if word not in lists["fillers"] and word not in lists["place nouns"] and word != "of":
            return ""
    return ""


def _attributive(right: str, lists: dict[str, frozenset[str]]) -> bool:
    """Whether a noun follows that the name describes: "Belgorod governor", "U.S.-owned"."""
    if re.match(r"-[a-z]", right):
        return True
    match = re.match(r" ([a-z]+|[A-Z][\w]+)", right)
    if match is None:
        return False
    word = match[1].lower()
    if word in lists["acting verbs"] or word in lists["not nouns"] or word.endswith("ly"):
        return False
    return not (match[1][0].islower() and word.endswith(("ed", "ing")))


def _governor(left: list[str], right: str, lists: dict[str, frozenset[str]]) -> Cue:
    """What governs the name: the first telling word to its left, looking through fillers and lists of names."""
    steps = 0
    inside_place_phrase = False
    for i, word in enumerate(left):
        steps += 1
        if steps > MAX_STEPS:
            break
        if word in lists["at"]:
            if word == "between":
                return Cue.OBJECT
            return Cue.AT
        if word in lists["to"]:
            return Cue.TO
        if word in lists["from"]:
            return Cue.FROM
        if word in lists["agents"]:
            return Cue.SUBJECT
        if word in lists["partners"]:
            return Cue.OBJECT
        if word == "of":
            nouns = left[i + 1 : i + 2]
            if nouns and nouns[0] in lists["acted nouns"]:
                return Cue.OBJECT
            if not nouns or nouns[0] not in lists["place nouns"]:
                return Cue.NONE
            inside_place_phrase = True
            continue
        if i == 0 and word in lists["object verbs"] and not _finite(right, lists):
            return Cue.OBJECT
        if word in lists["fillers"] or word in lists["compass"] or word in lists["place nouns"]:
            continue
        if inside_place_phrase and word not in {",", ";", ":"}:
            continue
        break
    return Cue.SUBJECT if _finite(right, lists) else Cue.NONE


def _finite(right: str, lists: dict[str, frozenset[str]]) -> bool:
    """Whether a finite verb follows the name."""
    match = re.match(r"[,]? ?([a-z’']+)", right)
    return match is not None and match[1] in lists["acting verbs"]
