"""Charges whose accuser is named only later: "Y stands accused of Z. The accusation came from X."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.reading.extract.charge_nouns import Charge
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named
from timeline.reading.words import words_in

_IS_ACCUSED = re.compile(
    r"\b(?:is|are|was|were|been|being|stands?|stood)\s+(?:\w+\s+){0,2}?(?:accused|blamed|suspected)\s+(?:of|for)\s+",
    re.IGNORECASE,
)
_THE_CHARGE_THAT = re.compile(r"\b(?:allegation|accusation|charge|claim)s?\s+(?:that|of)\s+(?:the\s+)?", re.IGNORECASE)
_CHARGES = frozenset(noun + end for noun in ("allegation", "accusation", "charge", "claim") for end in ("", "s"))
_CHARGE_WORDS = _CHARGES | {"accused", "blamed", "suspected"}
_WHOM_REACH = 60  # characters in which the accused is named


def unsigned_charge(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a charge that nobody is said to bring; it is an accusation only when a later sentence names who does."""
    if _CHARGE_WORDS.isdisjoint(words_in(line.text)):
        return None
    passive = _IS_ACCUSED.search(line.text)
    noun = _THE_CHARGE_THAT.search(line.text)
    if passive:
        whom = [n.party for n in named if n.end <= passive.start()][-1:]
        at = passive
    elif noun:
        whom = [n.party for n in named if noun.end() <= n.start < noun.end() + _WHOM_REACH][:1]
        at = noun
    else:
        return None
    return Charge(at.start(), at.end(), "made", tuple(whom), at.end(), unsigned=True) if whom else None
