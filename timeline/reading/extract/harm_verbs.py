"""Words of harm in a sentence, and their voice: "a raid killed six", "six were killed", "forty-six wounded arrived"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from timeline.reading.extract.counts import DIGITS, SPELT
from timeline.reading.extract.totals import announced
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
_ENDS = re.compile(rf"(?!\s+(?:the|its|his|her|their)\b)\s*(?:$|[^\w\s]|{STOP}|\w+ly\b)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|got|gets|left|reported|confirmed)(?:\s+(?:also|all|both|later|then|reported|[a-z]+ly))*\s+$",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"(?:\b(?:would|could|might|may|can|cannot|should|must|will|to|not|never|nearly|almost|without|avoid(?:ing|ed)?)|n['’]t)"
    r"(?:\s+(?:have|be|been|also|[a-z]+ly))*\s+$"
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
    rf"(?:[Aa]t\s+least\s+|[Mm]ore\s+than\s+)?(?:{SPELT}|{DIGITS})(?:-(?:{SPELT}))?\s+", re.IGNORECASE
)
_TAKES_OBJECT = re.compile(rf"\s+(?:(?:at\s+least|another|some|about|a|an|his|her|its)\s|{SPELT}\b|\d)", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
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
    found = list(HARM.finditer(text))
    shared = {
        m.start()
        for a, b in pairwise(found)
        if b.start() - a.end() < len(" and/or  ") and _BOTH.fullmatch(text, a.end(), b.start())
        for m in (a, b)
    }
    for match in found:
        if match.start() not in shared and (verb := _verb(text, match, counts)):
            yield verb
    for start, end, harm in announced(text):
        yield Verb(start, end, harm, "toll", active=True)


def _verb(text: str, match: re.Match[str], counts: Set[int]) -> Verb | None:
    word = " ".join(match.group().lower().split())
    stands = next(s for s in ("either", "before", "after") if (word, s) in _STANDS)
    following = _SPACE.match(text, match.end())
    ends = bool(_ENDS.match(text, match.end())) and not (following and following.end() in counts)
    if stands == "either":
        active = not (ends or _PASSIVE.search(text[max(0, match.start() - 40) : match.start()]))
    else:
        active = stands == "before" and not (ends and (word, "after") in _STANDS) and not _is_part(text, match)
    if word.endswith(" were") and _AMONG.search(text, 0, match.start()):  # "among the dead were two nurses"
        return None
    if word == "dead" and not ends and not _is_noun(text, match, counts):
        return None
    if word in ("wounded", "injured", "dead") and _is_noun(text, match, counts):  # "forty wounded reached the hospital"
        active = False
    harm = _STANDS[word, stands]
    unreal = active and _UNREAL.search(text[max(0, match.start() - 40) : match.start()])
    return None if unreal else Verb(match.start(), match.end(), harm, word, active, word in _OF_PEOPLE)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether a place has its part of the hurt: "11 of the wounded were in the capital"."""
    return bool(_PART_OF.search(text, 0, match.start()) and _IN_A_PLACE.match(text, match.end()))


def _is_noun(text: str, match: re.Match[str], counts: Set[int]) -> bool:
    """Whether the hurt are counted as such and do something: "forty-six wounded reached", "took in 17 wounded"."""
    near = [text[c : match.start()] for c in counts if match.start() - _NEAR_COUNT <= c < match.start()]
    if match.group().lower() in _ADJECTIVES and any(_BARE_COUNT.fullmatch(words) for words in near):
        return not _TAKES_OBJECT.match(text, match.end())
    return bool(_DOES.match(text, match.end())) and any(_COUNT_BEFORE.fullmatch(words) for words in near)
