"""Words of harm in a sentence, and their voice: "a raid killed six", "six were killed", "forty-six wounded arrived"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from timeline.reading.extract.toll.counts import DIGITS, SPELT
from timeline.reading.extract.toll.harm_frames import Frame, frames, is_unreal
from timeline.reading.extract.toll.totals import announced
from timeline.reading.words import finder, table

HARMS = ("killed", "injured")

_ROWS = [(r["words"], r["stands"], *r["harm"].partition(" of ")[::2]) for r in table("harm")]
_STANDS = {(words, stands): harm for words, stands, harm, _ in _ROWS if harm in HARMS}
_OF_PEOPLE = frozenset(words for words, _, _, people in _ROWS if people)  # "eliminated" takes depots too
HARM = finder(words for words, _ in _STANDS)
_ADJECTIVES = frozenset({"wounded", "injured"})
PREPOSITIONS = (
    "at in on by of from to near with for during inside outside aboard across along around behind beside between beyond"
    " into off onto over through under within without amid following despite according including"
)
AUXILIARIES = "was were is are be been being has have had"
_STOPS = (
    f"{PREPOSITIONS} {AUXILIARIES}"
    " and or but as when while where after before since because though although that which who whose whom the this"
    " these those its his her their our said says say saying told tells reported reports confirmed claimed claims"
    " denied added wrote announced monday tuesday wednesday thursday friday saturday sunday today yesterday"
    " overnight there so last earlier later early late else would could might may will can should not"
)
STOP = rf"(?:{'|'.join(_STOPS.split())})\b"
_ENDS = re.compile(
    rf"(?!\s+(?:the|its|his|her|their)\b)\s*(?:$|[^\w\s]|{STOP}|\w+ly\b|(?:now|too|already|also)\b)", re.IGNORECASE
)
_NOMINAL = re.compile(r"(?:the|injur(?:y|ies)|wounds|burns)\s", re.IGNORECASE)  # "led to the deaths of": no infinitive
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|got|gets|left|reported|confirmed)"
    r"(?:\s+(?:also|all|both|later|then|reported|[a-z]+ly))*\s+$",
    re.IGNORECASE,
)
_DOES = re.compile(r"\s+(?:reached|arrived|came|lay|lie|overwhelmed|filled|flooded|poured|streamed|remain(?:ed)?)\b")
_COUNT_BEFORE = re.compile(
    rf"(?:[Aa]t\s+least\s+|[Mm]ore\s+than\s+)?(?:{SPELT}|{DIGITS})(?:-(?:{SPELT}))?\s+(?:[a-z]+\s+)?", re.IGNORECASE
)
_AMONG = re.compile(r"\bamong\s+$", re.IGNORECASE)
_PART_OF = re.compile(r"\bof\s+$", re.IGNORECASE)
_IN_A_PLACE = re.compile(r"\s+(?:in|at)\b")
_NEAR_COUNT = 50  # code points before an adjective of harm in which its count stands
_BARE_COUNT = re.compile(
    r"(?:(?:at\s+least|no\s+(?:fewer|less)\s+than|more\s+than|over|around|about|some|nearly|almost|up\s+to)\s+)?"
    rf"(?:{SPELT}|{DIGITS})(?:-(?:{SPELT}))?\s+",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(rf"\s+(?:(?:at\s+least|another|some|about|a|an|his|her|its)\s|{SPELT}\b|\d)", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_OR_CAUGHT = re.compile(r"\s+(?:or|and/or)\s+(?:neutrali[sz]|captur|detain|arrest)ed\b", re.IGNORECASE)
_BOTH = re.compile(r"\s+(?:and|or|and/or)\s+")


class Verb(NamedTuple):
    """A word of harm where it stands, which harm it tells, and whether its count comes after it."""

    start: int
    end: int
    harm: str
    word: str
    active: bool
    of_people: bool = False  # counts nobody unless its noun is plainly of people


def verbs(text: str, counts: Set[int]) -> Iterator[Verb]:
    """Find the words of harm and their voice; "killed and wounded" divides its number between the two, unsaid."""
    told = frames(text)
    words = [m for m in HARM.finditer(text) if not any(f.start < m.end() and m.start() < f.end for f in told)]
    found = sorted([*told, *map(_of_the_table, words)])
    shared = {
        word.start
        for a, b in pairwise(found)
        if a.harm != b.harm and b.start - a.end < len(" and/or  ") and _BOTH.fullmatch(text, a.end, b.start)
        for word in (a, b)
    }
    for frame in found:
        if frame.start not in shared and (verb := _verb(text, frame, counts)):
            yield verb
    for start, end, harm in announced(text):
        yield Verb(start, end, harm, "toll", active=True)


def _of_the_table(match: re.Match[str]) -> Frame:
    word = " ".join(match.group().lower().split())
    stands = [s for s in ("either", "before", "after") if (word, s) in _STANDS]
    where = "after" if stands == ["after"] else "either" if stands[0] == "either" else "before"
    return Frame(match.start(), match.end(), _STANDS[word, stands[0]], where, word in _OF_PEOPLE)


def _verb(text: str, frame: Frame, counts: Set[int]) -> Verb | None:
    start, end = frame.start, frame.end
    word = " ".join(text[start:end].lower().split())
    following = _SPACE.match(text, end)
    ends = bool(_ENDS.match(text, end)) and not (following and following.end() in counts)
    if frame.stands == "either":
        active = not (ends or _PASSIVE.search(text[max(0, start - 40) : start]))
    else:
        active = frame.stands == "before" and not (ends and (word, "after") in _STANDS) and not _is_part(text, frame)
    if _OR_CAUGHT.match(text, end):  # "killed or captured nine": how many died is not told
        return None
    if word.endswith((" were", " are")) and _AMONG.search(text, 0, start):  # "among the dead were two nurses"
        return None
    if word == "dead" and not ends and not _is_noun(text, frame, counts):
        return None
    if word in ("wounded", "injured", "dead") and _is_noun(text, frame, counts):  # "forty wounded reached the hospital"
        active = False
    unreal = active and not _NOMINAL.match(word) and is_unreal(text[max(0, start - 40) : start])
    return None if unreal else Verb(start, end, frame.harm, word, active, frame.of_people)


def _is_part(text: str, word: Frame) -> bool:
    """Whether a place has its part of the hurt: "11 of the wounded were in the capital"."""
    return bool(_PART_OF.search(text, 0, word.start) and _IN_A_PLACE.match(text, word.end))


def _is_noun(text: str, word: Frame, counts: Set[int]) -> bool:
    """Whether the hurt are counted as such and do something: "forty-six wounded reached", "took in 17 wounded"."""
    near = [text[c : word.start] for c in counts if word.start - _NEAR_COUNT <= c < word.start]
    if text[word.start : word.end].lower() in _ADJECTIVES and any(_BARE_COUNT.fullmatch(words) for words in near):
        return not _TAKES_OBJECT.match(text, word.end)
    return bool(_DOES.match(text, word.end)) and any(_COUNT_BEFORE.fullmatch(words) for words in near)
