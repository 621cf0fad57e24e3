"""How many were killed or injured, as one sentence gives it, with the words that say so.

The voice of the verb says where the count stands: after an active verb of harm ("a raid killed six", "wounding 12"),
before a passive or intransitive one ("six were killed", "12 died", "three dead"). A number of drones, buildings or
kilometres is no toll, nor is a number that is doubted or denied. What is not stated is ``None``, never 0.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.event import Toll
from timeline.reading.extract.toll.asides import without_asides
from timeline.reading.extract.toll.counts import (
    DIGITS,
    MANY,
    PEOPLE,
    SPELT,
    are_people,
    bounds,
    counted,
    is_head,
    is_person,
    spelt,
)
from timeline.reading.extract.toll.harm_verbs import AUXILIARIES, HARM, HARMS, PREPOSITIONS, STOP, Verb, verbs
from timeline.reading.extract.toll.no_harm import denied
from timeline.reading.extract.toll.totals import counted_up, is_total_of_a_war, speaks_of_harm, uncounted

_REACH = 120  # code points between a count and the verb that takes it
_NEAREST = 6  # counts that are tried before a passive verb
_LISTED = 12  # counts that one list may add up

_WORD = rf"\s+(?!{STOP})[\w'’-]+"
_NOUN = re.compile(rf"(?:{_WORD}){{0,4}}", re.IGNORECASE)
_BLOCK = (
    r"(?:and|but|while|when|after|that|which|where|whose|by|said|says|say|saying|told|reported|confirmed|claimed|denied|wrote"
    rf"|added|not|would|could|might|may|will|can|should|if|whether|{HARM.pattern})\b"
)
_BETWEEN = re.compile(
    rf"(?P<number>\s+the\s+(?:toll|number)\s+of)?(?P<noun>(?:{_WORD}){{0,5}}?(?:\s+(?:and|or){_WORD})?)"
    rf"(?P<post>\s+(?:{'|'.join(PREPOSITIONS.split())}|whom?|[a-z]+ing)\b(?:\s+(?!{_BLOCK})[\w'’-]+){{0,7}}?)?"
    rf"(?P<aux>(?:\s+(?:{'|'.join(AUXILIARIES.split())}|got|lay))*)"
    r"(?:\s+(?:also|all|both|later|then|since|now|already|still|reported|(?:known|said|reported|believed|understood|thought)\s+to(?:\s+have|\s+be)?"
    r"|(?:on|this|last|yesterday|today|early|late|overnight)(?:\s+\w+day)?(?:\s+(?:morning|afternoon|evening|night))?"
    r"|confirmed|found|shot|pronounced|declared|lying|left"
    r"|[a-z]+ly|been|being|was|were|taken|brought|rushed|sent|went|admitted"
    r"|(?:suffered|sustained|received|with)(?:\s+[\w-]+){0,2}?))*\s+",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:whether|if|unless|den(?:y|ies|ied|ying)|unclear|not\s+(?:clear|known|true|confirm(?:ed)?|verif(?:y|ied))"
    r"|no\s+(?:evidence|indication|confirmation|proof)|unconfirmed|feared|rumou?rs?|threaten(?:s|ed|ing)?)\b[^,.:;]*$",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(r"\b(?:in|on|at|near|from|by|into|inside|across|including)\s+$", re.IGNORECASE)
_PART_OF = re.compile(
    rf"(?<!\ball\s)\b(?:of|among)\s+(?:the|those|these|its|his|her|their)\s+$|\b(?:{SPELT}|\d{{1,6}}|none|some|most|half|members)\s+of\s+$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+who\b")
_OBJECT_GAP = re.compile(r"\s+(?:(?:all\s+of\s+)?(?:the|all|its|their|his|her)\s+)?", re.IGNORECASE)
_NAMED_AND = re.compile(
    rf"(?:\s+(?!(?i:{STOP}))[a-z][\w-]*){{0,3}}\s+[A-Z][\w'’-]+(?:\s+(?:[A-Z]|al-|el-|bin\s|van\s|de\s)[\w'’-]*){{0,4}}\s+and\s+"
)
_NAME_AND_KIN = re.compile(  # "Ahmed Saleh, his wife and four children"
    r"\s+[A-Z][\w'’-]+(?:\s+(?:[A-Z]|al-|el-|bin\s|van\s|de\s)[\w'’-]*){1,4},\s+"
)
_DEFINITE_AND = re.compile(
    rf"\s+(?:the|his|her|its|their)(?:\s+(?!{STOP})[a-z][\w-]*){{0,2}}?\s+(?P<one>[a-z][\w-]+)"
    r"(?:\s+of\s+(?:the|a|its|his)\s+[\w-]+)?\s+and\s+"
)
_JOINED = r"(?:,\s*|,?\s+(?:and|plus|(?:along|together)\s+with|as\s+well\s+as)\s+)"
_LIST_GAP = re.compile(rf"(?:\s+[\w'’-]+){{0,6}}?\s*{_JOINED}(?:her\s+|his\s+|its\s+|their\s+)?", re.IGNORECASE)
_DEFINITE_AHEAD = re.compile(
    r"(?:(?:^|(?<=[.;:]\s))(?:The|His|Her|Its)(?:\s+[a-z][\w-]*){0,2}?\s+(?P<one>[a-z][\w-]+)\s*,?|\b(?P<pronoun>[Hh]e|[Ss]he))\s+and\s+(?:his\s+|her\s+)?$"
)
_HAVE_DIED = re.compile(r"[^,;.:]{0,80}?\s(?:has|have|had|later)\s+(?:since\s+|later\s+)?(?:died|succumbed)\b")
_OF_A_NATION = re.compile(r"\s+(?-i:[A-Z])[a-z]+")
_JOINS = re.compile(rf"\s*{_JOINED}(?:(?:her|his|its|their)\s+)?$")
_NAME = re.compile(r"(?:\s+[A-Z][\w'’-]+)+$")
_TOO = re.compile(  # "three soldiers were killed along with two civilians", "as were two civilians"
    r"(?:\s+(?:on\s+(?:the\s+spot|\w+day)|instantly|there))?,?\s+(?:(?:along|together)\s+with|as\s+well\s+as|as\s+(?:did|were|was))\s+"
)
_LATER = re.compile(  # "five died at the scene and one in hospital"
    rf"(?:\s+[\w'’-]+){{0,4}}?,?\s+and\s+(?=(?:{SPELT}|{DIGITS})\s+(?:(?:more|others?|people)\s+)*(?:later|in\s+(?:a\s+)?hospital|on\s+the\s+way|en\s+route))",
    re.IGNORECASE,
)
_WHOLE: tuple[list[str], ...] = (
    [],
    ["people"],
    ["persons"],
    ["civilians"],
)  # "three people, two women and a child" are three
_OWN_VERB = re.compile(
    rf"(?:{_WORD}){{0,4}}\s+(?:{'|'.join(AUXILIARIES.split())}|would|could|might|may|will|can|should|must|need(?:ed)?|said|says|told|tells|wrote|reported|added|confirmed)\b"
    r"|\s+of\b(?!\s+(?:his|her|their|its)\s)",
    re.IGNORECASE,
)
_OF_THE_DEAD = re.compile(r"bodies\s+of|the\s+deaths\s+of", re.IGNORECASE)  # the verb is theirs, not the last one's
_SIMPLE_PAST = re.compile(r"\b(?:was|were)\b")
_FINITE_AUX = re.compile(rf"\b(?:{'|'.join(AUXILIARIES.split())})\b", re.IGNORECASE)
_FINITE = re.compile(rf"\b(?:{'|'.join(AUXILIARIES.split())})\b|{HARM.pattern}", re.IGNORECASE)
_PLACED = re.compile(rf"\b(?:{'|'.join(PREPOSITIONS.split())})\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[^\w\s]|\b(?:and|that|said|says?|when|after|as|where|while|but|overnight|[A-Z][\w'’-]+))\s*$"
)


@dataclass(frozen=True, slots=True)
class Tolls:
    """What one sentence says of the dead and the injured; ``None`` where it says nothing."""

    killed: Toll | None
    injured: Toll | None


class _Reading(NamedTuple):
    verb: Verb
    counts: tuple[re.Match[str], ...]
    start: int
    end: int
    named: int = 0


def tolls(text: str, masked: Sequence[tuple[int, int]] = ()) -> Tolls:
    """Read the dead and the injured of one sentence. Totals of a war ("since ...") are left out.

    ``masked`` are half-open spans of ``text`` whose numbers count nobody: dates, times, addresses.
    """
    if not speaks_of_harm(text):
        return Tolls(None, None)
    if is_total_of_a_war(text):  # "nobody was hurt, as the school had been empty since May" is no total
        nobody = denied(text, "injured")
        none = Toll(0, 0, 0, nobody) if _SIMPLE_PAST.search(nobody) else None
        return Tolls(none, none)
    plain = without_asides(text, masked)
    found = counted(plain)
    of_harm = [v for v in verbs(plain, {q.start() for q in found}) if not _died_of_it(plain, v)]
    active = [r for v in of_harm if v.active and (r := _object(plain, v, found))]
    taken = {q.start() for r in active for q in r.counts}
    free = [q for q in found if q.start() not in taken]
    passive: list[_Reading] = []
    for verb in (v for v in of_harm if not v.active):
        counted_too = {q.start() for r in passive for q in r.counts if q.start() > r.verb.start}
        if reading := _subject(plain, verb, [q for q in free if q.start() not in counted_too]):
            passive.append(reading)
    readings = sorted([*active, *passive], key=lambda r: r.verb.start)
    killed, injured = (_toll(text, plain, readings, harm) for harm in HARMS)
    if killed is None and injured and injured.high == 0:  # where nobody was hurt, nobody died
        killed = injured
    return Tolls(killed, injured)


def _died_of_it(text: str, verb: Verb) -> bool:
    """Whether the hurt are told of as having died: "another person injured in the strike has died"."""
    return verb.harm == "injured" and _HAVE_DIED.match(text, verb.end) is not None


def _toll(text: str, plain: str, readings: Sequence[_Reading], harm: str) -> Toll | None:
    """Take the total where one is announced, else the first count, else a death or a wound told without one."""
    if harm == "killed" and (sum_ := counted_up(text)):
        return sum_
    of_harm = [r for r in readings if r.verb.harm == harm]
    for reading in sorted(of_harm, key=lambda r: (r.verb.word != "toll", r.verb.word == "bodies of")):
        return _sum(reading, text[reading.start : reading.end])
    none = denied(text, harm)
    return Toll(0, 0, 0, none) if none else uncounted(text, plain, harm)


def _object(text: str, verb: Verb, counts: Sequence[re.Match[str]]) -> _Reading | None:
    """Read what an active verb governs, added up: "killed a mother and two children"."""
    at = bisect_left(counts, verb.end, key=lambda q: q.start())
    for number, first in enumerate(counts[at : at + 2], start=at):
        if first.start() - verb.end > _REACH or _is_doubted(text, verb.start):
            return None
        named = _one_and(text, verb.end, first.start())
        if named or _OBJECT_GAP.fullmatch(text, verb.end, first.start()):
            listed = _listed(text, counts[number : number + _LISTED], verb) if verb.word != "toll" else [first]
            if not listed:
                return None
            noun = _NOUN.match(text, listed[-1].end())
            return _Reading(verb, tuple(listed), verb.start, noun.end() if noun else listed[-1].end(), int(named))
    return None


def _one_and(text: str, start: int, end: int) -> bool:
    """Whether one person is counted before the number, by name or by "the": "mayor X and nine others"."""
    definite = _DEFINITE_AND.fullmatch(text, start, end)
    single = definite and is_person(definite["one"]) and not MANY.fullmatch(definite["one"])
    kin = text.startswith(("his ", "her ", "their "), end) and _NAME_AND_KIN.fullmatch(text, start, end)
    return bool(single or kin or _NAMED_AND.fullmatch(text, start, end))


def _listed(text: str, counts: Sequence[re.Match[str]], verb: Verb) -> list[re.Match[str]]:
    """Take the first count if it counts people, and those joined to it by commas and "and"."""
    first, listed = counts[0], [counts[0]]
    noun = _noun_after(text, first)
    plainly = first.group().endswith(("other", "others")) or any(map(is_person, noun))
    if not are_people(first, noun) or (verb.of_people and not plainly):
        return []
    for count in counts[1:]:
        gap = text[listed[-1].end() : count.start()] if count.start() - listed[-1].end() < _REACH else ""
        if len(listed) == 1 and "," in gap and _says_who(text, first, noun, counts[1:3]):
            break
        if not (_LIST_GAP.fullmatch(gap) and (_OF_THE_DEAD.match(verb.word) or _is_listed(text, count))):
            break
        listed.append(count)
    return listed


def _says_who(text: str, first: re.Match[str], noun: Sequence[str], parts: Sequence[re.Match[str]]) -> bool:
    """Whether what follows only says who was counted: "three workers, two Indians and a Pole"."""
    if parts and all(_OF_A_NATION.match(text, part.end()) for part in parts) and _adds_up(first, parts):
        return True
    return noun[:1] in _WHOLE and not _adds_up(first, parts)


def _adds_up(first: re.Match[str], parts: Sequence[re.Match[str]]) -> bool:
    return bounds(first)[1] == sum(bounds(p)[1] or 0 for p in parts)


def _is_listed(text: str, count: re.Match[str]) -> bool:
    """Whether a count goes on with the list and has no verb of its own: not "and two children fled"."""
    noun = _NOUN.match(text, count.end())
    words = _NAME.sub("", noun.group()).split() if noun else []
    return (not words or is_person(words[-1])) and not _OWN_VERB.match(text, count.end())


def _noun_after(text: str, count: re.Match[str]) -> list[str]:
    noun = _NOUN.match(text, count.end())
    return noun.group().lower().split() if noun else []


def _subject(text: str, verb: Verb, counts: Sequence[re.Match[str]]) -> _Reading | None:
    """Read the people before a passive or intransitive verb, nearest first: "70 people at prayer were killed"."""
    at = bisect_right(counts, verb.start, key=lambda q: q.end())
    for count in reversed(counts[max(0, at - _NEAREST) : at]):
        if verb.start - count.end() > _REACH:
            return None
        gap = _BETWEEN.fullmatch(text, count.end(), verb.start)
        if not gap or not _is_subject(text, count, gap, verb):
            continue
        if _is_doubted(text, count.start()):
            return None
        joined = _joined_before(text, count, counts, told=not gap["aux"])
        if joined is None:
            return None
        all_ = (*joined, count, *_told_too(text, verb, counts[at:]))
        also = _one_ahead(text, all_[0].start())
        start = all_[0].start() if also is None else also
        return _Reading(verb, all_, start, max(verb.end, all_[-1].end()), int(also is not None))
    return None


def _one_ahead(text: str, end: int) -> int | None:
    """Find where one person is told of just before the count: "the driver and two passengers were hurt"."""
    one = _DEFINITE_AHEAD.search(text, max(0, end - _REACH), end)
    single = one and (one["pronoun"] or (is_person(one["one"]) and not MANY.fullmatch(one["one"])))
    return one.start() if one and single else None


def _told_too(text: str, verb: Verb, after: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Find who died too, told without a verb of their own: "as did two civilians", "and one in hospital"."""
    later = verb.harm == "killed" and verb.word != "dead"  # "15 are dead and 22 in hospital": these live
    too = _TOO.match(text, verb.end) or (_LATER.match(text, verb.end) if later else None)
    first = next((i for i, count in enumerate(after) if too and count.start() == too.end()), None)
    return [] if first is None else _listed(text, after[first : first + _LISTED], verb)


def _is_subject(text: str, count: re.Match[str], gap: re.Match[str], verb: Verb) -> bool:
    before = text[max(0, count.start() - 40) : count.start()]
    relative = _RELATIVE.match(gap["post"] or "")  # "one of the 28 people who died": 28 did
    finite = not relative and (_FINITE_AUX.search(gap.group()) or verb.word in ("died", "perished"))
    if finite and (_NOT_SUBJECT.search(before) or _PART_OF.search(before)):
        return False
    noun = gap["noun"].split()
    if len(noun) > 1 and noun[-2].lower() in ("and", "or"):  # "four workers and passers-by"
        if len(noun) < 3 or not (is_person(noun[-3]) and MANY.fullmatch(noun[-3]) and is_person(noun[-1])):
            return False
        noun = noun[:-2]
    if not noun:
        return spelt(count) not in ("a", "an")
    if verb.of_people and not is_person(noun[-1]) and noun[-1].lower() not in ("more", "casualties"):
        return False
    return is_head(noun[-1], count) and not any(
        is_person(w) and MANY.fullmatch(w) and not w.lower().endswith(("men", "police")) for w in noun[:-1]
    )


def _joined_before(
    text: str, last: re.Match[str], counts: Sequence[re.Match[str]], *, told: bool
) -> tuple[re.Match[str], ...] | None:
    """Find the people counted together with the last: "a boy of 12 and two women were killed"; ``None`` in doubt.

    ``told`` says that they need not open a clause: "buried a mother and two children, killed when".
    """
    joined: list[re.Match[str]] = []
    first = last
    at = bisect_right(counts, last.start(), key=lambda q: q.end())
    for count in reversed(counts[max(0, at - _LISTED) : at]):
        gap = text[count.end() : first.start()] if first.start() - count.end() < _REACH else ""
        if not _LIST_GAP.fullmatch(gap) or _FINITE.search(gap):
            break
        words = re.findall(r"[\w'’-]+", _JOINS.sub("", gap))
        words = words[: words.index("of")] if "of" in words[1:] else words  # "three members of the militia and"
        if not (words and is_person(words[-1])) and (words or not spelt(count).endswith("couple")):
            shared_out = PEOPLE.search(gap) and _PLACED.search(gap)  # "two people in X and three in Y were killed"
            if not shared_out or not _PLACED.match(text, first.end() + 1):
                return None if shared_out else tuple(joined)
        joined.insert(0, count)
        first = count
    return (
        tuple(joined) if not joined or told or _OPENS.search(text[max(0, first.start() - 40) : first.start()]) else None
    )


def _is_doubted(text: str, end: int) -> bool:
    return bool(_DOUBT.search(text[max(0, end - _REACH) : end]))


def _sum(reading: _Reading, said: str) -> Toll:
    counts = [bounds(q) for q in reading.counts]
    rest = [best for _, best, _ in counts[1:]]
    parts = rest and counts[0][1] == sum(best or 0 for best in rest)
    if parts and _noun_after(reading.counts[0].string, reading.counts[0])[:1] in _WHOLE:
        counts = counts[:1]
    low, best, high = (_add(values, reading.named) for values in zip(*counts, strict=True))
    return Toll(low, best, high, " ".join(said.split()))


def _add(values: tuple[int | None, ...], extra: int) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) + extra if len(known) == len(values) else None
