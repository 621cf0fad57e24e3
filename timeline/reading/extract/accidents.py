"""Words of force that report no strike: a jet that crashes, a quake that strikes, the dead of gunmen and of floods."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.reading.extract.force import ACT, ARMS, any_of
from timeline.reading.words import finder, keywords, phrases, words_in

_NATURE = finder(phrases("forces_of_nature"), plural=True)
_NATURE_WORDS = keywords(phrases("forces_of_nature"), plural=True)
_OTHER_CAUSE = any_of([finder(phrases("not_by_arms")), _NATURE])
_CAUSE_WORDS = keywords(phrases("not_by_arms")) | _NATURE_WORDS
_NO_STRIKES = (*phrases("not_a_strike"), *phrases("labour_strikes"))
_NOT_STRIKE = finder(_NO_STRIKES, plural=True)
_CREWED = (
    r"(?:warplane|fighter(?:[\s-](?:jet|bomber))?|(?<!suicide\s)bomber|(?<!unmanned\s)aircraft|(?:gun|air)ship|helicopter|chopper"
    r"|(?:jet|plane)|(?:F|MiG|Su|Mi|Ka|Tu|An|Il)-\d+|Sukhoi)"
)
_CRASHED = re.compile(  # with nobody said to have hit it; a drone that crashes is a weapon that lands
    rf"\b(?:{_CREWED}\s+)*{_CREWED}(?=(?:,?\s+(?!shot\b|downed\b|hit\b|struck\b|drone)[\w'’-]+){{0,4}}?"
    r"\s+(?:crash(?:ed|es|ing)?|crash-landed|collided)\b)",
    re.IGNORECASE,
)
_STRUCK_BY_NATURE = re.compile(
    rf"{_NATURE.pattern}(?:\s+(?:that|which|ha[sd]|have|also|first|\w+ly))*"
    r"\s+(?:struck|strikes?|striking|hits?|hitting|batter(?:ed|s|ing)|pound(?:ed|s|ing)|pummel+(?:ed|s|ing))\b",
    re.IGNORECASE,
)
_ACCIDENTS = (  # with the words of which one must be in the sentence
    (_NOT_STRIKE, keywords(_NO_STRIKES, plural=True)),
    (_CRASHED, frozenset({"crash", "crashed", "crashes", "crashing", "collided"})),
    (_STRUCK_BY_NATURE, _NATURE_WORDS),
)


@lru_cache(maxsize=1_024)  # a part of a sentence is read more than once
def without_accidents(text: str) -> str:
    """Blank out, at equal length, the words that mean no act of force though they look like one."""
    for pattern, words in _ACCIDENTS:
        if not words.isdisjoint(words_in(text)):
            text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def names_another_cause(text: str) -> bool:
    """Whether gunmen, a flood, a crash or the like are named: whatever else the sentence tells."""
    return not _CAUSE_WORDS.isdisjoint(words_in(text)) and bool(_OTHER_CAUSE.search(text))


def is_of_another_cause(text: str) -> bool:
    """Whether the stretch tells of harm by gunmen, floods or a crash, and of no weapon of war."""
    return names_another_cause(text) and not (ARMS.search(text) or ACT.search(text))
