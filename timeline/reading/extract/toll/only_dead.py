"""The dead that a sentence counts in no known frame: beside a word of death stands its one count of people.

"They lost 18 of their neighbours"; "Of those killed, nine in all, ...". Only for a story that tells one event and gives
no toll otherwise: beside several events, or another toll, such words may count anybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.event import Toll
from timeline.reading.extract.toll.asides import without_asides
from timeline.reading.extract.toll.counts import bounds, counted, is_person, spelt
from timeline.reading.extract.toll.totals import is_total_of_a_war
from timeline.reading.words import finder, of_class

_DEATH = finder(of_class("bare_harm", "death", "no life"))
_LOSS = finder(of_class("bare_harm", "loss"))  # before people whom it names: "lost 18 of its residents"
_LIFE = finder(of_class("bare_harm", "life"))
_HURT = finder(of_class("bare_harm", "life", "hurt"))
_NO_LIFE = finder(of_class("bare_harm", "no life"))
_UNSURE = finder(of_class("bare_harm", "unsure"))
_CLAUSE = re.compile(r"[;:.?!—–]|,(?=\s+(?:and|but|while|with|when|where)\b)|\s(?:and|but|while)\s")
_NAMED = r"(?:of\s+(?:its|their|our|his|her)\s+)?(?P<noun>[a-z-]+(?:\s+[a-z-]+)?)"
_AFTER = re.compile(
    rf"\s+(?:(?:in\s+(?:all|total|number)|altogether)\b|of\s+(?:them|whom)\b|{_NAMED})|\s*(?:[,.;:?]|$)"
)
_SINGLE = frozenset({"a", "an", "one", "his", "her", "its", "their"})
_PART = re.compile(  # of whom nobody says how many died: "half of the 40 people in the shelter were killed"
    r"\bamong\b|\binclud\w+|\bof\s+the\s+(?:dead|killed|victims)\b|\b(?:half|most|some|many|few|several|part|majority"
    r"|thirds?|quarters?)\s+of\s+(?:the|its|their|those|his|her)\s",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(r"\b(?:the|these|those|their)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NUMBERED = re.compile(  # of those in the sentence before: "There were 17 of them", "They numbered 15"
    r"\W*(?:there\s+(?:were|are|will\s+be)|they\s+(?:were|are|number(?:ed)?)|their\s+number\s+(?:is|was))\s+$",
    re.IGNORECASE,
)
_DID_NOT = re.compile(r"\s+(?:people\s+|others\s+)?(?:did|do|were|had)\s+not(?=[,.;]|$)", re.IGNORECASE)
_IN_SUM = re.compile(  # over months, or for good: "the town has lost 400 residents", "14 have been killed this year"
    r"\bha(?:s|ve)\s+(?:lost|buried|mourned)\b|\b(?:this|last|a|per|every|each)\s+(?:month|year|decade|winter|summer)\b"
    r"|\bsince\b",
    re.IGNORECASE,
)
_THEY_DIED = re.compile(  # those of the sentence before: "The bell tolled for nine people. All of them died when"
    r"\W*(?:all\s+(?:of\s+)?(?:them|these)|they(?:\s+all)?|(?:each|every\s+one)\s+of\s+them)\s+"
    r"(?:(?:were|was|had\s+been)\s+)?(?:all\s+)?(?:killed|died|perished|lost\s+their\s+lives)\b",
    re.IGNORECASE,
)
_FEWEST, _NEAR = 2, 60  # people; characters between them and the word of death


def only_dead(text: str, masked: Sequence[tuple[int, int]] = (), before: str = "") -> Toll | None:
    """Read the one count of people that stands with the word of death of a sentence, or of the one ``before`` it."""
    if is_total_of_a_war(text) or _IN_SUM.search(text):
        return None
    plain = without_asides(text, masked)
    told = _several(plain)
    if not told and _THEY_DIED.match(plain):
        named = [q for q in _several(before) if (after := _AFTER.match(before, q.end())) and _is_of_people(after)]
        return Toll(*bounds(named[0]), " ".join(before.split())) if len(named) == 1 else None
    if not told or _UNSURE.search(_NO_LIFE.sub("", text)):
        gone = [q for q in told if _DID_NOT.match(plain, q.end()) and _LIFE.search(before or plain)]
        return Toll(*bounds(gone[0]), gone[0].group()) if len(gone) == 1 else None
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(plain)), len(plain)]
    clauses = [(0, len(plain))] if len(told) == 1 else list(pairwise(cuts))
    found = [q for start, end in clauses if (q := _counted_in(plain, start, end))]
    if not found and len(told) == 1 and _NUMBERED.match(plain, 0, told[0].start()):
        found = told if _DEATH.search(before) and not (_HURT.search(before) or _several(before)) else []
    return Toll(*bounds(found[0]), " ".join(text.split())) if len(found) == 1 else None


def _is_of_people(after: re.Match[str]) -> bool:
    return any(is_person(word) for word in (after["noun"] or "").split())


def _several(text: str) -> list[re.Match[str]]:
    return [q for q in counted(text) if spelt(q) not in _SINGLE and (bounds(q)[1] or 0) >= _FEWEST]


def _counted_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the only count of a clause, if it is of people who died."""
    clause = text[start:end]
    if _HURT.search(clause) or _PART.search(clause):
        return None
    counts = [q for q in _several(text) if start <= q.start() and q.end() <= end]
    if len(counts) != 1:
        return None
    (count,) = counts
    after = _AFTER.match(text, count.end())
    nouns = (after["noun"] or "").split() if after else []
    people = after is not None and _is_of_people(after)
    lost = any(0 <= count.start() - m.end() - start <= _NEAR for m in _LOSS.finditer(clause)) and people
    fits = after is not None and (people or not nouns or any(map(_DEATH.fullmatch, nouns)))
    dead = fits and any(_is_of(text, count, start + m.start(), start + m.end()) for m in _DEATH.finditer(clause))
    return count if lost or dead else None


def _is_of(text: str, count: re.Match[str], at: int, end: int) -> bool:
    """Whether a word of death is said of those counted: not "300 people came for the dead"."""
    if end <= count.start():
        return count.start() - end <= _NEAR
    return at - count.end() <= _NEAR and not _FOR_THEM.search(text, count.end(), at)
