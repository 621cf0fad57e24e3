"""People told in a row, whose numbers add up: "killed a mother and two children", "the driver and two guests died".

One of them may have no number, only a name or "the"; what only says who was counted is not counted again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.reading.extract.toll.counts import (
    DIGITS,
    SPELT,
    are_people,
    bounds,
    is_one_person,
    is_person,
    spelt,
)
from timeline.reading.extract.toll.harm_verbs import AUXILIARIES, HARM, PREPOSITIONS, STOP, Verb

REACH = 120  # code points between a count and what it is joined to
_WORD = rf"\s+(?!{STOP})[\w'’-]+"
NOUN = re.compile(rf"(?:{_WORD}){{0,4}}", re.IGNORECASE)
_LISTED = 12  # counts that one list may add up

_NAMED_AND = re.compile(
    rf"(?:\s+(?!(?i:{STOP}))[a-z][\w-]*){{0,3}}\s+[A-Z][\w'’-]+(?:\s+(?:[A-Z]|al-|el-|bin\s|van\s|de\s)"
    r"[\w'’-]*){0,4}\s+and\s+(?:(?:his|her)\s+)?"
)
_NAME_AND_KIN = re.compile(  # "Ahmed Saleh, his wife and four children"
    r"\s+[A-Z][\w'’-]+(?:\s+(?:[A-Z]|al-|el-|bin\s|van\s|de\s)[\w'’-]*){1,4},\s+"
)
_DEFINITE_AND = re.compile(
    rf"\s+(?:the|his|her|its|their)(?:\s+(?!{STOP})[a-z][\w-]*(?:['’]s)?){{0,2}}?\s+(?P<one>[a-z][\w-]+)"
    r"(?:\s+of\s+(?:the|a|its|his)\s+[\w-]+)?(?P<comma>,)?\s+and\s+(?:all\s+)?"
)
_AND_THE = re.compile(rf"\s+and\s+the\s+(?:(?!{STOP})[a-z-]+\s+)?(?P<one>(?!{STOP})[a-z-]+)\b(?!['’]s\b)")
_JOINED = r"(?:,\s*|,?\s+(?:and|plus|(?:along|together)\s+with|as\s+well\s+as)\s+)"
_LIST_GAP = re.compile(rf"(?:\s+[\w'’-]+){{0,6}}?\s*{_JOINED}(?:her\s+|his\s+|its\s+|their\s+|all\s+)?", re.IGNORECASE)
_DEFINITE_AHEAD = re.compile(
    r"(?:(?:(?:^|(?<=[.;:]\s))(?:Both\s+the|The|His|Her|Its)|\b(?:that|when|where|while|but|after|and)\s+"
    r"(?:both\s+)?(?:the|his|her|its)|^\W*(?:In|At|Near)\s[^,.;:]{1,50}?,?\s+(?:the|his|her|its))"
    r"(?:\s+[a-z][\w-]*){0,2}?\s+(?P<one>[a-z][\w-]+)(?:\s+of\s+(?:the|an?|his|its)\s+[\w-]+)?"
    r"|\b(?P<pronoun>[Hh]e|[Ss]he))\s+and\s+(?:his\s+|her\s+|all\s+)?$"
)
_OF_A_NATION = re.compile(r"\s+(?-i:[A-Z])[a-z]+")
_JOINS = re.compile(rf"\s*{_JOINED}(?:(?:her|his|its|their|all)\s+)?$")
_NAME = re.compile(r"(?:\s+[A-Z][\w'’-]+)+$")
_TOO = re.compile(  # "three soldiers were killed along with two civilians", "as were two civilians"
    r"(?:\s+(?:on\s+(?:the\s+spot|\w+day)|instantly|there))?,?\s+(?:(?:along|together)\s+with|as\s+well\s+as"
    r"|as\s+(?:did|were|was))\s+"
)
_LATER = re.compile(  # "five died at the scene and one in hospital"
    rf"(?:\s+[\w'’-]+){{1,4}}?,?\s+and\s+(?=(?:{SPELT}|{DIGITS})\s+(?:(?:more|others?|people)\s+)*"
    r"(?:later(?=\s*(?:[^\w\s]|$)|\s+(?:in|at|of|from)\b)|in\s+(?:a\s+)?hospital|on\s+the\s+way|en\s+route)\b)",
    re.IGNORECASE,
)
_WHOLE: tuple[list[str], ...] = (
    [],
    ["people"],
    ["persons"],
    ["civilians"],
)  # "three people, two women and a child" are three
_OWN_VERB = re.compile(
    rf"(?:{_WORD}){{0,4}}\s+(?:{'|'.join(AUXILIARIES.split())}|would|could|might|may|will|can|should|must"
    r"|need(?:ed)?|said|says|told|tells|wrote|reported|added|confirmed)\b"
    rf"|(?:{_WORD}){{0,3}}\s+(?:for|from|at|with|in)\s[^,.;]{{2,60}}?\s(?:said|says|told|wrote|reported|added|confirmed)\b"
    r"|\s+of\b(?!\s+(?:his|her|their|its)\s)",
    re.IGNORECASE,
)
_HURT = re.compile(r"\s+(?:wounded|injured|hurt)\b", re.IGNORECASE)
_ENDS_THERE = re.compile(  # "the toll rose to 12 civilians and a soldier"; not "to 12 and 30 people were hurt"
    rf"\s+(?!injured|wounded|hurt|missing)(?:{STOP}|[\w-])+(?:\s+at\s+least)?\s*(?:[.;,]|$)", re.IGNORECASE
)
_OF_THOSE = re.compile(r"\s+of\s+(?:them|whom|these|those)\b", re.IGNORECASE)  # "13 people, four of them dead"
_APPOSED = re.compile(r"[,:;(–—-]")
_OF_THE_DEAD = re.compile(r"bodies\s+of|the\s+deaths\s+of", re.IGNORECASE)  # the verb is theirs, not the last one's
_FINITE = re.compile(rf"\b(?:{'|'.join(AUXILIARIES.split())})\b|{HARM.pattern}", re.IGNORECASE)
_PLACED = re.compile(rf"\b(?:{'|'.join(PREPOSITIONS.split())})\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[^\w\s]|\b(?:and|that|said|says?|when|after|as|where|while|but|overnight|[A-Z][\w'’-]+))\s*$"
)


def one_before(text: str, start: int, end: int) -> bool:
    """Whether one person is counted before the number, by name or by "the": "mayor X and nine others"."""
    definite = _DEFINITE_AND.fullmatch(text, start, end)
    of_kin = text.startswith(("his ", "her ", "their "), end)  # "the cook, and his wife"; not "the cook, and two"
    of_kin = of_kin and not (definite and definite["comma"] and _OWN_VERB.match(text, text.find(" ", end)))
    single = definite and is_one_person(definite["one"]) and (of_kin or not definite["comma"])
    kin = of_kin and _NAME_AND_KIN.fullmatch(text, start, end)
    return bool(single or kin or _NAMED_AND.fullmatch(text, start, end))


def one_ahead(text: str, end: int) -> int | None:
    """Find where one person is told of just before the count: "the driver and two passengers were hurt"."""
    one = _DEFINITE_AHEAD.search(text, max(0, end - REACH), end)
    single = one and (one["pronoun"] or is_one_person(one["one"]))
    return one.start() if one and single else None


def one_after(text: str, start: int) -> int | None:
    """Find where one person is told of just after the counted: "killed four guests and the cook"."""
    one = _AND_THE.match(text, start)
    return one.end() if one and is_one_person(one["one"]) and not _OWN_VERB.match(text, one.end()) else None


def listed_after(text: str, counts: Sequence[re.Match[str]], verb: Verb) -> list[re.Match[str]]:
    """Take the first count if it counts people, and those joined to it by commas and "and"."""
    first, listed = counts[0], [counts[0]]
    noun = _noun_after(text, first)
    plainly = first.group().endswith(("other", "others")) or any(map(is_person, noun))
    total = verb.word == "toll"
    if not total and (not are_people(first, noun) or (verb.of_people and not plainly)):
        return []
    for count in counts[1:_LISTED]:
        gap = text[listed[-1].end() : count.start()] if count.start() - listed[-1].end() < REACH else ""
        if len(listed) == 1 and "," in gap and _says_who(text, first, noun, counts[1:3]):
            break
        if (
            (total and not _ENDS_THERE.match(text, count.end()))
            or _HURT.match(text, count.end())
            or not (_LIST_GAP.fullmatch(gap) and (_OF_THE_DEAD.match(verb.word) or _is_listed(text, count)))
        ):
            break
        listed.append(count)
    return listed


def is_broken_down(counts: Sequence[re.Match[str]]) -> bool:
    """Whether the first count is the sum of the others, which say who they were: "three people: two men and a boy"."""
    apposed = len(counts) > 1 and _APPOSED.search(counts[0].string[counts[0].end() : counts[1].start()])
    return bool(apposed and _adds_up(counts[0], counts[1:]) and _noun_after(counts[0].string, counts[0])[:1] in _WHOLE)


def _says_who(text: str, first: re.Match[str], noun: Sequence[str], parts: Sequence[re.Match[str]]) -> bool:
    """Whether what follows only says who was counted: "four cooks, three Thais and a Dane"."""
    if parts and all(_OF_A_NATION.match(text, part.end()) for part in parts) and _adds_up(first, parts):
        return True
    return noun[:1] in _WHOLE and not _adds_up(first, parts)


def _adds_up(first: re.Match[str], parts: Sequence[re.Match[str]]) -> bool:
    return bounds(first)[1] == sum(bounds(p)[1] or 0 for p in parts)


def _is_listed(text: str, count: re.Match[str]) -> bool:
    """Whether a count goes on with the list and has no verb of its own: not "and two children fled"."""
    noun = NOUN.match(text, count.end())
    words = _NAME.sub("", noun.group()).split() if noun else []
    return (not words or is_person(words[-1])) and not _OWN_VERB.match(text, count.end())


def _noun_after(text: str, count: re.Match[str]) -> list[str]:
    noun = NOUN.match(text, count.end())
    return noun.group().lower().split() if noun else []


def told_too(text: str, verb: Verb, after: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Find who died too, told without a verb of their own: "as did two civilians", "and one in hospital"."""
    later = verb.word in ("died", "die")  # "15 were killed and 22 in hospital": these live
    too = _TOO.match(text, verb.end) or (_LATER.match(text, verb.end) if later else None)
    first = next((i for i, count in enumerate(after) if too and count.start() == too.end()), None)
    return [] if first is None else listed_after(text, after[first:], verb)


def joined_before(
    text: str, last: re.Match[str], counts: Sequence[re.Match[str]], *, told: bool
) -> tuple[re.Match[str], ...] | None:
    """Find the people counted together with the last: "a cook of 60 and three pupils died"; ``None`` in doubt.

    ``told`` says that they need not open a clause: "buried a mother and two children, killed when".
    """
    if _OF_THOSE.match(text, last.end()):
        return ()
    joined: list[re.Match[str]] = []
    first = last
    at = bisect_right(counts, last.start(), key=lambda q: q.end())
    for count in reversed(counts[max(0, at - _LISTED) : at]):
        gap = text[count.end() : first.start()] if first.start() - count.end() < REACH else ""
        if not _LIST_GAP.fullmatch(gap) or _FINITE.search(gap):
            break
        words = re.findall(r"[\w'’-]+", _JOINS.sub("", gap))
        words = words[: words.index("of")] if "of" in words[1:] else words  # "three members of the militia and"
        if not (words and is_person(words[-1])) and (words or not spelt(count).endswith("couple")):
            noun = _noun_after(text, count)  # "two people in X and three in Y were killed"
            shared_out = bool(noun) and is_person(noun[-1]) and _PLACED.search(gap)
            if not shared_out or not _PLACED.match(text, first.end() + 1):
                return None if shared_out else tuple(joined)
        joined.insert(0, count)
        first = count
    return (
        tuple(joined) if not joined or told or _OPENS.search(text[max(0, first.start() - 40) : first.start()]) else None
    )
