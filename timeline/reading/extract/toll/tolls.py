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
    MANY,
    SPELT,
    are_beasts,
    bounds,
    counted,
    is_head,
    is_one_person,
    is_person,
    spelt,
)
from timeline.reading.extract.toll.harm_verbs import AUXILIARIES, HARM, HARMS, PREPOSITIONS, STOP, Verb, verbs
from timeline.reading.extract.toll.lists import (
    NOUN,
    REACH,
    is_broken_down,
    joined_before,
    listed_after,
    one_after,
    one_ahead,
    one_before,
    told_too,
)
from timeline.reading.extract.toll.no_harm import denied
from timeline.reading.extract.toll.totals import (
    counted_up,
    is_later_total,
    is_total_of_a_war,
    speaks_of_harm,
    uncounted,
)

_NEAREST = 6  # counts that are tried before a passive verb
_WORD = rf"\s+(?!{STOP})[\w'’-]+"
_BLOCK = (
    r"(?:and|but|while|when|as\s+(?:they|he|she|it|we)|after|that|which|where|whose|by|said|says|say|saying|told"
    r"|reported|confirmed|claimed|denied|wrote"
    rf"|added|not|would|could|might|may|will|can|should|if|whether|{HARM.pattern})\b"
)
_BETWEEN = re.compile(
    rf"(?P<number>\s+the\s+(?:toll|number)\s+of)?(?P<noun>(?:{_WORD}){{0,5}}?(?:\s+(?:and|or){_WORD})?)"
    rf"(?:\s+and\s+the\s+(?:(?!{STOP})[a-z-]+\s+)?(?P<one>(?!{STOP})[a-z-]+))?"
    rf"(?P<post>(?:,(?=\s+who\s))?\s+(?:{'|'.join(PREPOSITIONS.split())}|whom?|[a-z]+ing|(?!{_BLOCK})[a-z]+ed)\b"
    rf"(?:\s+(?!{_BLOCK})[\w'’-]+){{0,12}}?)?(?P<aux>(?:\s+(?:{'|'.join(AUXILIARIES.split())}|got|lay))*)"
    r"(?:\s+(?:also|all|both|so\s+far|later|then|since|now|already|still|reported"
    r"|(?:known|said|reported|believed|understood|thought)\s+to(?:\s+have|\s+be)?"
    r"|(?:on|this|last|yesterday|today|early|late|overnight)(?:\s+\w+day)?"
    r"(?:\s+(?:morning|afternoon|evening|night))?|remain(?:s|ed|ing)?|stay(?:s|ed)?|confirmed|found|shot|pronounced"
    r"|declared|lying|left|[a-z]+ly|been|being|was|were|taken|brought|rushed|sent|went|admitted"
    r"|(?:suffered|sustained|received|with)(?:\s+[\w-]+){0,2}?))*\s+",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:whether|if|unless|den(?:y|ies|ied|ying)|unclear|not\s+(?:clear|known|true|confirm(?:ed)?|verif(?:y|ied))"
    r"|no\s+(?:evidence|indication|confirmation|proof)|unconfirmed|feared|rumou?rs?|threaten(?:s|ed|ing)?)\b[^,.:;]*$",
    re.IGNORECASE,
)
_PRESUPPOSED = re.compile(r"the\s+(?:killings?|deaths?|murders?|loss)\s+of\b", re.IGNORECASE)
_NOT_SUBJECT = re.compile(
    r"\b(?:in|on|at|near|from|by|into|inside|across|including)\s{1,2}$", re.IGNORECASE
)  # not a day blanked out
_PART_OF = re.compile(
    r"(?<!\ball\s)\b(?:of|among)\s+(?:the|those|these|its|his|her|their)\s+$"
    rf"|\b(?:{SPELT}|\d{{1,6}}|none|some|most|half|members)\s+of\s+$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:the|those|many|several|dozens|scores|hundreds)\s+(?=[a-z])", re.IGNORECASE)
_PARTICIPLES = frozenset({"killed", "slain", "wounded", "injured", "hurt"})
_OF_THE_HURT = re.compile(  # "four of the injured are in hospital": how many were hurt is not told
    r"\s+of\s+(?:the|those|its|their)\s+(?:\w+\s+)?(?:injured|wounded|hurt|dead|killed|casualties|victims|fatalities)\b",
    re.IGNORECASE,
)
_IN_A_TOWN = re.compile(r"\b(?:was|were|are)\s+(?:in|at)\s+[A-Z]")  # a place's own part of them
_IN_A_STATE = re.compile(r"\s+(?:is\s+|are\s+)?in\b")
_OTHERS = re.compile(r"\bothers?$", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:at\s+first|initially|originally|initial\s+(?:reports?|figures?|counts?))\b[^;.]*$", re.IGNORECASE
)
_BUT_LATER = re.compile(r"[^;.]{0,60}?[,;—–]?\s*\b(?:but|before|which\s+(?:later|then)|proved)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s+(?:have|be)(?:\s+been)?\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\s+who\b")
_OF_MORE = re.compile(r"\b(?:were|have|are)\b", re.IGNORECASE)
_OBJECT_GAP = re.compile(r"\s+(?:(?:all\s+of\s+)?(?:the|all|its|their|his|her)\s+)?", re.IGNORECASE)
_HAVE_DIED = re.compile(
    r",?[^,;.:]{0,80}?\s(?:(?:has|have|had|later)\s+(?:since\s+|later\s+)?died|succumbed)\b"
    r"|\s+(?:in|by|when|during)\s(?:(?!\b(?:and|but|while|who)\b)[^,;.:]){0,80}?\sdied\b"
)
_WHO_DIED = re.compile(
    r"\s+(?:an?|one|another|(?:his|her|their)|two|three)\b(?:\s+[\w'’-]+){0,3}?(?:,|\s[–—-])?"
    r"\s+(?:both\s+of\s+)?whom?\s+(?:\w+\s+){0,2}?(?:died|succumbed)\b"
)
_OF_THEIRS = re.compile(r"\s+of\s+(?:his|her|their|its|the)(?=\s)", re.IGNORECASE)
_PRONOUN = re.compile(r"s?he\s", re.IGNORECASE)
_SIMPLE_PAST = re.compile(r"\b(?:was|were)\b")
_FINITE_AUX = re.compile(rf"\b(?:{'|'.join(AUXILIARIES.split())})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tolls:
    """What one sentence says of the dead and the injured; ``None`` where it says nothing."""

    killed: Toll | None
    injured: Toll | None

    @property
    def sure(self) -> tuple[Toll, ...]:
        """Those that may ground a strike: not "he was hurt", which is said of a goalkeeper as well."""
        return tuple(toll for toll in (self.killed, self.injured) if toll and not _PRONOUN.match(toll.said))


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
    found = _without_beasts(plain, _without_parts(plain, counted(plain)))
    said = list(verbs(plain, {q.start() for q in found}))
    lost = [r for v in said if _lost_later(text, v) and (r := _object(plain, v, found))]
    of_harm = [v for v in said if not (_died_of_it(plain, v) or any(_tells_of(text, r, v) for r in lost))]
    active = [r for v in of_harm if v.active and (r := _object(plain, v, found))]
    taken = {q.start() for r in (*active, *lost) for q in r.counts}
    free = [q for q in found if q.start() not in taken]
    passive: list[_Reading] = []
    for verb in (v for v in of_harm if not v.active):
        counted_too = {q.start() for r in passive for q in r.counts if q.start() > r.verb.start}
        if reading := _subject(plain, verb, [q for q in free if q.start() not in counted_too]):
            passive.append(reading)
    readings = sorted((r for r in [*active, *passive] if not _is_outdated(plain, r)), key=lambda r: r.verb.start)
    killed, injured = (_toll(text, plain, readings, harm) for harm in HARMS)
    for reading in lost:
        killed = _and(killed, _sum(reading, text[reading.start : reading.end]))
    if killed is None and injured and injured.high == 0:  # where nobody was hurt, nobody died
        killed = injured
    return Tolls(killed, injured)


def _is_outdated(text: str, reading: _Reading) -> bool:
    """Whether a number was only the first: "officials at first spoke of nine dead, but by evening there were 14"."""
    return bool(_AT_FIRST.search(text, 0, reading.start) and _BUT_LATER.match(text, reading.end))


def _without_parts(text: str, counts: Sequence[re.Match[str]]) -> tuple[re.Match[str], ...]:
    """Leave out a part of the hurt, of whom there may be more: "four of the injured are in hospital, one in ..."."""
    parts = (q for q in counts if _OF_THE_HURT.match(text, q.end()) and not _IN_A_TOWN.search(text, q.end()))
    part = next(parts, None)
    if part is None:
        return tuple(counts)
    return tuple(q for q in counts if q.end() < part.start() or (q != part and not _IN_A_STATE.match(text, q.end())))


def _without_beasts(text: str, counts: Sequence[re.Match[str]]) -> tuple[re.Match[str], ...]:
    """Leave out "others" who are no people either: "a cow was killed and six others were hurt", "ten of his goats"."""
    kept: list[re.Match[str]] = []
    beasts = False
    for count in counts:
        owned = _OF_THEIRS.match(text, count.end())
        noun = NOUN.match(text, owned.end() if owned else count.end())
        words = noun.group().split() if noun else []
        more = _OTHERS.search(count.group()) is not None
        beasts = beasts if more else are_beasts(words)
        if not ((more or owned) and beasts):
            kept.append(count)
    return tuple(kept)


def _lost_later(text: str, verb: Verb) -> bool:
    """Whether who is told of as wounded died of it: "wounding another, who later succumbed to his injuries"."""
    return verb.harm == "injured" and verb.active and _WHO_DIED.match(text, verb.end) is not None


def _tells_of(text: str, lost: _Reading, verb: Verb) -> bool:
    """Whether a verb is that of the wound, or of the death after it, of those who were lost later."""
    died = _WHO_DIED.match(text, lost.verb.end)
    return died is not None and lost.verb.start <= verb.start < died.end()


def _and(one: Toll | None, more: Toll) -> Toll:
    if one is None:
        return more
    low, best, high = (_add(pair, 0) for pair in ((one.low, more.low), (one.best, more.best), (one.high, more.high)))
    return Toll(low, best, high, f"{one.said} {more.said}")


def _died_of_it(text: str, verb: Verb) -> bool:
    """Whether the hurt are told of as having died: "another person injured in the strike has died"."""
    return verb.harm == "injured" and _HAVE_DIED.match(text, verb.end) is not None


def _toll(text: str, plain: str, readings: Sequence[_Reading], harm: str) -> Toll | None:
    """Take the total where one is announced, else the first count, else a death or a wound told without one."""
    if harm == "killed" and (sum_ := counted_up(text)):
        return sum_
    of_harm = [r for r in readings if r.verb.harm == harm]
    said = [(r, text[r.start : r.end]) for r in of_harm]
    for reading, words in sorted(said, key=lambda r: (not is_later_total(r[1]), r[0].verb.word == "bodies of")):
        return _sum(reading, words)
    none = denied(text, harm)
    return Toll(0, 0, 0, none) if none else uncounted(text, plain, harm)


def _object(text: str, verb: Verb, counts: Sequence[re.Match[str]]) -> _Reading | None:
    """Read what an active verb governs, added up: "killed a mother and two children"."""
    at = bisect_left(counts, verb.end, key=lambda q: q.start())
    for number, first in enumerate(counts[at : at + 2], start=at):
        if first.start() - verb.end > REACH or _is_doubted(text, verb.start):
            return None
        named = one_before(text, verb.end, first.start())
        if named or _OBJECT_GAP.fullmatch(text, verb.end, first.start()):
            listed = listed_after(text, counts[number:], verb)
            if not listed:
                return None
            noun = NOUN.match(text, listed[-1].end())
            end = noun.end() if noun else listed[-1].end()
            after = one_after(text, end)
            return _Reading(verb, tuple(listed), verb.start, after or end, int(named) + bool(after))
    return None


def _subject(text: str, verb: Verb, counts: Sequence[re.Match[str]]) -> _Reading | None:
    """Read the people before a passive or intransitive verb, nearest first: "70 people at prayer were killed"."""
    at = bisect_right(counts, verb.start, key=lambda q: q.end())
    for count in reversed(counts[max(0, at - _NEAREST) : at]):
        if verb.start - count.end() > REACH:
            return None
        gap = _BETWEEN.fullmatch(text, count.end(), verb.start)
        if not gap or not _is_subject(text, count, gap, verb):
            continue
        if _is_doubted(text, count.start()):
            return None
        joined = joined_before(text, count, counts, told=not gap["aux"])
        if joined is None:
            return None
        all_ = (*joined, count, *told_too(text, verb, counts[at:]))
        also = one_ahead(text, all_[0].start())
        if len(all_) == 1 and also is None and _is_one_of_several(count, gap):
            return None
        start = all_[0].start() if also is None else also
        singles = int(also is not None) + int(is_one_person(gap["one"]))
        return _Reading(verb, all_, start, max(verb.end, all_[-1].end()), singles)
    return None


def _is_subject(text: str, count: re.Match[str], gap: re.Match[str], verb: Verb) -> bool:
    before = text[max(0, count.start() - 40) : count.start()]
    relative = _RELATIVE.match(gap["post"] or "")  # "one of the 28 people who died": 28 did
    finite = not relative and (
        _FINITE_AUX.search(_INFINITIVE.sub("", gap.group())) or verb.word in ("died", "perished")
    )
    if finite and (_NOT_SUBJECT.search(before) or _PART_OF.search(before)):
        return False
    if (
        verb.word in _PARTICIPLES and not finite and _OF_THEM.match(gap["post"] or "")
    ):  # "one of the children killed was four"
        return False
    if gap["one"] and not is_one_person(gap["one"]):
        return False
    noun = gap["noun"].split()
    if len(noun) > 1 and noun[-2].lower() in ("and", "or"):  # "four workers and passers-by"
        if len(noun) < 3 or not (is_person(noun[-3]) and MANY.fullmatch(noun[-3]) and is_person(noun[-1])):
            return False
        noun = noun[:-2]
    if not noun and verb.word.startswith(("eliminat", "wiped")):  # "nineteen were eliminated": drones
        return False
    if not noun:
        return spelt(count) not in ("a", "an")
    if verb.of_people and not is_person(noun[-1]) and noun[-1].lower() not in ("more", "casualties"):
        return False
    return is_head(noun[-1], count) and not any(
        is_person(w) and MANY.fullmatch(w) and not w.lower().endswith(("men", "police", "crew")) for w in noun[:-1]
    )


def _is_one_of_several(count: re.Match[str], gap: re.Match[str]) -> bool:
    """Whether the verb tells of more than the one before it: "the crew who lived there and a guard were killed"."""
    noun = gap["noun"].split()
    one = spelt(count) in ("a", "an", "one") and bool(noun) and is_one_person(noun[-1]) and not gap["one"]
    return one and bool(_OF_MORE.search(gap["aux"] or ""))


def _is_doubted(text: str, at: int) -> bool:
    """Whether the harm told at ``at`` is doubted before; "the killing of nine" is a fact, whatever is asked of it."""
    return not _PRESUPPOSED.match(text, at) and bool(_DOUBT.search(text[max(0, at - REACH) : at]))


def _sum(reading: _Reading, said: str) -> Toll:
    counts = [bounds(q) for q in reading.counts]
    if is_broken_down(reading.counts):
        counts = counts[:1]
    low, best, high = (_add(values, reading.named) for values in zip(*counts, strict=True))
    return Toll(low, best, high, " ".join(said.split()))


def _add(values: tuple[int | None, ...], extra: int) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) + extra if len(known) == len(values) else None
