"""Wrongs: the words for what is wrong to do, for arms and fighters, crimes and blows, from the table of wrongdoing."""

from __future__ import annotations

import re

from timeline.reading.words import finder, of_class, phrases, table

STEMS = "|".join(phrases("strike_stems"))


def _forms(*classes: str) -> list[str]:
    return [form for forms in of_class("wrongdoing", *classes) for form in forms.split()]


def _wrong(*classes: str) -> re.Pattern[str]:
    return finder(_forms(*classes))


DOES = _wrong("support", "help")
HELPS = _wrong("help")
HARM = _wrong("harm")
ARMS = _wrong("arms", "foes")
FOES = _wrong("foes")
GROUPS = finder((row["name"] for row in table("armed_groups") if row["group"]), exact_case=True)
PROTECTED = _wrong("protected")
WRONG_VERB = _wrong("wrong")
_CRIMES = [*of_class("wrongdoing", "crime")]
CRIME = finder(_CRIMES)
COMMITS = _wrong("commit")
DO = _wrong("do")
BREAKS = _wrong("break")
RULES = _wrong("rules")
USES = _wrong("use")
BANNED = _wrong("banned")
SHIELDS = re.compile(
    finder([*of_class("wrongdoing", "shield"), *_forms("banned")]).pattern
    + rf"|\bagainst\s+(?:[\w-]+\s+){{0,4}}?(?:{PROTECTED.pattern})",
    re.IGNORECASE,
)
WRONG = finder([*_forms("wrong", "commit"), *_CRIMES])
BLOW = re.compile(
    rf"\b(?:{STEMS})\w*|\bhaving\s+(?:killed|wounded|injured)\b|"
    + finder([*_forms("blow"), *_CRIMES, *_forms("wrong")]).pattern,
    re.IGNORECASE,
)


def is_wrong(text: str, start: int, end: int | None = None) -> bool:
    """Whether the stretch names a crime or a wrong, or help with arms."""
    stop = len(text) if end is None else end
    does = DOES.search(text, start, stop)
    banned = BANNED.search(text, start, stop)
    return bool(banned or WRONG.search(text, start, stop) or (does and ARMS.search(text, start, stop)))


def names_a_blow(text: str, start: int, end: int) -> bool:
    """Whether the stretch names what is done to an enemy: a crime, a wrong, an attack or its harm."""
    return bool(BLOW.search(text, start, end))


def crime_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the noun that is a crime by itself: "genocide", "an act of terror"."""
    return CRIME.search(text, start, end)


def names_a_foe(text: str, start: int) -> bool:
    """Whether the stretch names fighters or an armed group: more than a quarrel at home."""
    return bool(FOES.search(text, start) or GROUPS.search(text, start))


def is_of_a_wrong(text: str, start: int) -> bool:
    """Whether the rest of a text, from ``start``, names anything that one side may charge another with."""
    return is_wrong(text, start) or names_a_blow(text, start, len(text)) or names_a_foe(text, start)
