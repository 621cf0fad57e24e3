"""Articles of sport, work, the stage or the market, whose weapons and strikes are figures of speech; of practice; of
accidents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.reading.extract.acts import is_armed
from timeline.reading.extract.force import ARMING
from timeline.reading.extract.line import Line
from timeline.reading.extract.tolls import tolls
from timeline.reading.words import finder, openers, phrases, words_in


class _Words:
    """The phrases of one list, looked for only in lines that have the first word of one."""

    def __init__(self, name: str, *, plural: bool = False) -> None:
        self._finder = finder(phrases(name), plural=plural)
        first = openers(phrases(name))
        self._first = first | {word + ending for word in first for ending in ("s", "es")} if plural else first

    def found(self, lines: Iterable[Line]) -> set[str]:
        """Collect the different phrases that the lines have."""
        likely = (line.text for line in lines if not self._first.isdisjoint(words_in(line.text)))
        return {m.group().lower() for text in likely for m in self._finder.finditer(text)}


_OTHER_STORY = _Words("workplace_and_sport", plural=True)
_LABOUR = _Words("labour_strikes", plural=True)
_MARKET = _Words("market_and_court")
_PRACTICE = _Words("exercises")
_ACCIDENT = _Words("accident_causes")
_STORE_OF_ARMS = re.compile(
    r"\b(?:ammunition|munitions?|arms|weapons|explosives|artillery|military|army)\s+(?:[\w-]+\s+)?(?:depots?|dumps?|warehouses?|stores?|storage"
    r"|factory|plant)\b|\barsenals?\b",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:hit|struck|attacked|targeted|bombed|shelled|fired)\b|\b(?:drone|missile|UAV|airstrike|warplane)s?\b|\bair\s?(?:strike|raid)s?\b",
    re.IGNORECASE,
)
_NO_WEAPON = frozenset({"blast", "attack"})
_ENOUGH = 2  # different words of sport, work or the stage, or of practice
_OPENING = 2  # lines in which one word of practice tells what the article is about


def is_another_story(lines: Sequence[Line], *, armed: bool) -> bool:
    """Whether the article is of sport, work, the stage or the market.

    ``armed`` says that some word of force is in it. A labour dispute is one as long as no weapon is named, two words
    of such a story as long as no weapon hurts.
    """
    if not armed:
        return bool(_OTHER_STORY.found(lines) or _MARKET.found(lines))
    if _LABOUR.found(lines) and not any(ARMING.search(line.text) for line in lines):
        return True
    return len(_OTHER_STORY.found(lines)) >= _ENOUGH and not any(is_armed(line) and _hurts(line) for line in lines)


def is_practice(lines: Sequence[Line]) -> bool:
    """Whether the article is of drills, tests or an arms fair, in which nobody is hurt."""
    practice = len(_PRACTICE.found(lines)) >= _ENOUGH or _PRACTICE.found(lines[:_OPENING])
    return bool(practice) and not any(_hurts(line) for line in lines)


def names_an_accident(lines: Iterable[Line]) -> bool:
    """Whether the article names a cause of a blast that nobody meant: a gas leak, a short circuit, a welder's torch."""
    return bool(_ACCIDENT.found(lines))


def may_be_an_accident(part: Line, sub_kind: str) -> bool:
    """Whether the sentence names no weapon that was used: only a blast, or shells that flew out of a burning depot."""
    if _USED.search(part.text):
        return False
    return sub_kind in _NO_WEAPON or bool(_STORE_OF_ARMS.search(part.text))


def _hurts(line: Line) -> bool:
    harm = tolls(line.text, line.date_spans)
    return bool(harm.killed or harm.injured)
