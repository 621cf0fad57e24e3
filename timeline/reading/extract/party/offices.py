"""Offices that people hold, by the words for them: two of one state are two accusers, its army chief and its envoy."""

from __future__ import annotations

import re

from timeline.event import Party

OFFICES = frozenset(
    [
        "minister",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chief",
        "president",
        "premier",
        "ambassador",
        "secretary",
        "governor",
        "mayor",
        "commander",
        "envoy",
        "chancellor",
        "chairman",
        "prosecutor",
        "commissioner",
        "coordinator",
    ]
)
OFFICE = rf"(?:{'|'.join(sorted(OFFICES))})"
ANY_OFFICE = re.compile(rf"\b{OFFICE}\b", re.IGNORECASE)
_ENDS_ON_OFFICE = re.compile(rf"(?P<of>(?:[\w’'-]+\s+){{0,3}}){OFFICE}$", re.IGNORECASE)
_WHOSE = frozenset(
    {"a", "an", "the", "its", "their", "his", "her", "our", "former", "then", "new", "as", "by", "and", "of"}
)
_SAME = {"defense": "defence", "nations": "un", "interior": "home"}


def office_in(text: str) -> str:
    """Give the words for the office with which the text ends: "Russia's UN ambassador" → "UN ambassador"."""
    match = _ENDS_ON_OFFICE.search(text)
    if match is None:
        return ""
    of: list[str] = []
    for word in reversed(match["of"].split()):
        if (
            word.lower() in _WHOSE
            or word.endswith(("'s", "’s", "s'", "s’"))
            or (word[0].isupper() and not word.isupper())
        ):
            break
        of.insert(0, word)
    return " ".join([*of, text[match.end("of") :]])


def offices_differ(one: Party, two: Party) -> bool:
    """Whether both hold an office and the words for what these are of have nothing in common: "defence", "foreign"."""
    a, b = (_of_what(party.office or office_in(party.name)) for party in (one, two))
    return bool(a and b) and not a & b


def offices_agree(one: Party, two: Party) -> bool:
    """Whether both hold an office, by the same words for it and for what it is of."""
    a, b = (party.office or office_in(party.name) for party in (one, two))
    return bool(a and b) and _of_what(a) == _of_what(b) and a.split()[-1].lower() == b.split()[-1].lower()


def _of_what(office: str) -> frozenset[str]:
    return frozenset(_SAME.get(word, word) for word in office.lower().split()[:-1])
