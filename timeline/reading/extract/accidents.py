"""Words of force that report no strike: a jet that crashes, a quake that strikes, the dead of gunmen and of floods."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.reading.extract.force import ACT, ARMS, any_of
from timeline.reading.words import finder, phrases

_NATURE = finder(phrases("forces_of_nature"), plural=True)
_OTHER_CAUSE = any_of([finder(phrases("not_by_arms")), _NATURE])
_NOT_STRIKE = finder([*phrases("not_a_strike"), *phrases("labour_strikes")], plural=True)
_CREWED = (
    r"(?:warplane|fighter(?:[\s-](?:jet|bomber))?|(?<!suicide\s)bomber|(?<!unmanned\s)aircraft|(?:gun|air)ship|helicopter|chopper"
    r"|(?:jet|plane)|(?:F|MiG|Su|Mi|Ka|Tu|An|Il)-\d+|Sukhoi)"
)
_CRASHED = re.compile(  # with nobody said to have hit it; a drone that crashes is a weapon that lands
    rf"\b(?:{_CREWED}\s+)*{_CREWED}(?=(?:,?\s+(?!shot\b|downed\b|hit\b|struck\b|drone)[\w'’-]+){{0,4}}?"
    r"\s+(?:crash(?:ed|es|ing)?|crash-landed|collided)\b)",
    re.IGNORECASE,
)
_CRASH = re.compile(r"crash|collid", re.IGNORECASE)
_STRUCK_BY_NATURE = re.compile(
    rf"{_NATURE.pattern}(?:\s+(?:that|which|ha[sd]|have|also|first|\w+ly))*"
    r"\s+(?:struck|strikes?|striking|hits?|hitting|batter(?:ed|s|ing)|pound(?:ed|s|ing)|pummel+(?:ed|s|ing))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_024)  # a part of a sentence is read more than once
def without_accidents(text: str) -> str:
    """Blank out, at equal length, the words that mean no act of force though they look like one."""
    crashed = (_CRASHED,) if _CRASH.search(text) else ()
    for pattern in (_NOT_STRIKE, *crashed, _STRUCK_BY_NATURE):
        text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def names_another_cause(text: str) -> bool:
    """Whether gunmen, a flood, a crash or the like are named: whatever else the sentence tells."""
    return bool(_OTHER_CAUSE.search(text))


def is_of_another_cause(text: str) -> bool:
    """Whether the stretch tells of harm by gunmen, floods or a crash, and of no weapon of war."""
    return names_another_cause(text) and not (ARMS.search(text) or ACT.search(text))
