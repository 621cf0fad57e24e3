"""Clauses: a sentence that tells two events, parted so that each keeps its own place, day, doer and toll.

A part is the sentence itself with what belongs to the others blanked out, so that every offset stays true:

    Drones hit a depot in Belgorod                           overnight, officials said on Tuesday.
    Drones hit                         a refinery in Ryazan overnight, officials said on Tuesday.

A sentence is parted only where both sides are placed or dated apart. Several towns in one breath ("in Sumy and
Kharkiv") stay one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geo.place import Cue
from timeline.reading.extract.day.dating import is_of_an_era
from timeline.reading.extract.force.force import ACT
from timeline.reading.extract.sentence.conjuncts import conjunct, opens_with_a_noun, verb_phrase
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.told import (
    Apart,
    Part,
    Range,
    Teller,
    Told,
    days_in,
    only,
    places_in,
    within,
    without,
)
from timeline.reading.extract.strike.cuts import ANSWERED, CUT, pieces_of
from timeline.reading.extract.strike.reactions import part_reaction
from timeline.reading.extract.toll.counts import DIGITS, SPELT
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import announced
from timeline.reading.extract.voice.speakers import SAYING

_EFFECT = re.compile(  # what is seen of the very act: "Explosions rocked Odesa after drones hit the port"
    r"\b(?:explosions?|blasts?|fires?|smoke|flames|debris|wreckage|fragments|sirens?|alarms?|bangs?|shrapnel)\b",
    re.IGNORECASE,
)
_HARM_AFTER = re.compile(
    r",?\s+(?:(?:and|which|both|together)\s+)*(?:kill|wound|injur|leav|hurt)\w*\b[^,;]*", re.IGNORECASE
)
_KILLING = re.compile(r",\s+(?:together\s+|both\s+)?(?:kill|wound|injur|leav|hurt|maim)ing\s", re.IGNORECASE)
_BARE = re.compile(
    r",?\s*(?:and\s+)?(?:also\s+)?(?:in\s+|at\s+|near\s+|on\s+)?(?:the\s+)?(?:[a-z]+\s+of\s+)?", re.IGNORECASE
)
_MORE = re.compile(
    rf",?\s+and\s+(?:another\s+)?(?:{DIGITS}|{SPELT})(?:\s+(?:more|others?|people|civilians|soldiers))*", re.IGNORECASE
)
_WHEN = re.compile(r",?\s+when\s")
_THAT = re.compile(r"[^,;:]{0,30}?\sthat(?=\s)")
_COMMA = re.compile(r",\s+")
_VERB_FIRST = re.compile(r"\W*(?:\w+ly\s+|also\s+|then\s+|later\s+|has\s+|have\s+|had\s+)*", re.IGNORECASE)
_OF_ITS_KIND = re.compile(
    r"\W*(?:and\s+|while\s+)?(?:another|a\s+(?:second|third|fourth)|the\s+other|one)\b", re.IGNORECASE
)
_HARMS_TOO = re.compile(r"\W*(?:and\s+)?(?:also\s+)?(?:kill|wound|injur|hurt)\w*\s", re.IGNORECASE)
_AN_ACT = re.compile(rf"\b(?:an?|another)\s+(?:[\w-]+\s){{0,3}}?(?:{ACT.pattern})", re.IGNORECASE)
_IN_STRIKES = re.compile(rf"\s(?:in|by|from|during)\s(?:[\w-]+\s){{0,4}}?(?:{ACT.pattern})", re.IGNORECASE)


def parts(line: Line, tell: Teller, apart: Apart) -> list[tuple[Line, bool]]:
    """Part the sentence by the events that it tells, with whether each is an earlier one than the sentence is about.

    ``tell`` reads a stretch, ``apart`` says whether two stretches are placed or dated apart.
    """
    if reacted := part_reaction(line, tell):
        beside, reaction = reacted
        act = tell(beside)
        dated = bool(beside.times) and not reaction.times  # the day is that of reacting
        return [*(parts(beside, tell, apart) if act else ()), (reaction, act is not None or dated)]
    pieces = pieces_of(line)
    if len(pieces) < 2:
        return [(line, False)]
    gathered, acts = _gather(line, pieces, tell, apart)
    found = [part for part in gathered if part.told or not part.earlier]
    if len(found) == 1 and any(_tells_an_act(line, part) for part in gathered if part not in found):
        return [(_parted(line, found[0]), found[0].earlier)] if found[0].told else [(line, False)]
    if len(found) < 2 or all(part.is_other for part in found):
        return [(line, False)]
    _share(line, found, acts)
    return [(_parted(line, part), part.earlier) for part in found if not part.is_other]


def _parted(line: Line, part: Part) -> Line:
    """Give the part's own sentence; in a conjunct, "Dnipro" stands for "in Dnipro"."""
    own = only(line, [*part.ranges, *part.shared])
    if not (part.conjunct and part.told and (place := part.told.place) and place.cue is Cue.NONE):
        return own
    return replace(own, places=tuple(replace(p, cue=Cue.AT) if p is place else p for p in own.places))


def parts_by(line: Line, cues: Sequence[Range]) -> list[Line]:
    """Part a sentence so that each of these words has a part to itself: "X accused Y of ..., while Z blamed Y for ...".

    A part that begins with its verb takes the subject of the first.
    """
    cuts = [max((m.span() for m in CUT.finditer(line.text, a[1], b[0])), default=None) for a, b in pairwise(cues)]
    starts = [0, *(cut[0] for cut in cuts if cut)]
    found = []
    for start, end in pairwise([*starts, len(line.text)]):
        cue = next((c for c in cues if start <= c[0] < end), None)
        connector = CUT.match(line.text, start)
        follows = connector.end() if connector else start
        bare = start and cue and _VERB_FIRST.fullmatch(line.text, follows, cue[0])
        found.append(only(line, [(0, cues[0][0]), (follows, end)] if bare else [(start, end)]))
    return found


def _gather(
    line: Line, pieces: Sequence[tuple[Range, bool]], tell: Teller, apart: Apart
) -> tuple[list[Part], list[Range]]:
    """Put the pieces of one event together; also give the pieces that tell an act without saying where."""
    found: list[Part] = []
    placeless: list[Range] = []
    for piece, earlier in pieces:
        told = tell(only(line, [piece]))
        earlier = earlier or bool(found and _answers(line, found[-1], piece, told))
        if told and not told.hurt and told.place is None and not earlier:
            placeless.append(piece)
        if not found:
            found.append(Part([piece], told, earlier and told is not None))
        elif (earlier and told) or (found[-1].told and (earlier or (found[-1].earlier and told))):
            found.append(Part([piece], told, earlier=earlier))
        elif others := _with_its_victims(line, found[-1], piece, told, tell, apart):
            found.append(others)
        elif not _stands_apart(line, found[-1], piece, told) and _goes_on(line, piece, told):
            found[-1].add(piece, tell(only(line, [*found[-1].ranges, piece])))
        elif another := _another(line, found[-1], piece, told, tell, apart):
            found.append(another)
        else:
            found[-1].add(piece, tell(only(line, [*found[-1].ranges, piece])) if told else None)
    return found, placeless


def _tells_an_act(line: Line, part: Part) -> bool:
    """Whether a stretch names some act with a place of its own, which is then not that of the others."""
    text = " ".join(line.text[start:end] for start, end in part.ranges)
    return bool(_AN_ACT.search(text)) and any(places_in(line, part.ranges))


def _answers(line: Line, before: Part, piece: Range, told: Told | None) -> bool:
    """Whether the act before came after another that cost lives: "jets hit Gaza after gunmen killed ten in a raid"."""
    one = before.told
    if one is None or one.hurt or one.passive or not (one.verb or one.place) or not told or told.hurt or told.place:
        return False
    if not ANSWERED.match(line.text, *piece) or _EFFECT.search(line.text, before.ranges[-1][0], one.start):
        return False
    return tolls(line.text[slice(*piece)], ()).killed is not None


def _another(line: Line, before: Part, piece: Range, told: Told | None, tell: Teller, apart: Apart) -> Part | None:
    """Begin another part with a stretch that tells another event than the part before it."""
    if told and told.hurt and _KILLING.search(line.text, *piece) and not told.other:  # the harm is of both
        together = conjunct(line, before, piece, None, _after_connector(line, piece))
        if together:
            return together
    if _stands_apart(line, before, piece, told) or (told and before.told and apart(before.told, told)):
        return Part([piece], told)
    if told and told.passive and not before.told and opens_with_a_noun(line, before):
        before.told, before.shared = told, [(verb_phrase(line, told), piece[1])]
        return Part([piece], told)
    parted = _with_the_last(line, before, piece, told, tell, apart)
    return parted or conjunct(line, before, piece, told, _after_connector(line, piece))


def _with_the_last(
    line: Line, before: Part, piece: Range, told: Told | None, tell: Teller, apart: Apart
) -> Part | None:
    """Take from the part before its last stretch, where this one tells what was done there:
    "in Beryslav a school burned | after a drone strike".
    """
    last = before.ranges[-1]
    if told is None or told.place or len(before.ranges) < 2 or not any(places_in(line, [last])):
        return None
    if any(_BARE.fullmatch(line.text, last[0], line.local(p)[0]) for p in places_in(line, [last])):
        return None  # one more place of a list
    both = tell(only(line, [last, piece]))
    if both is None or not before.told or not apart(before.told, both):
        return None
    before.ranges.pop()
    return Part([last, piece], both)


def _with_its_victims(
    line: Line, before: Part, piece: Range, told: Told | None, tell: Teller, apart: Apart
) -> Part | None:
    """Take from the part before those whom only this stretch says what killed, and where:
    "six died in a strike on a market in X, | and four others | when a drone hit a car in Y".
    """
    if told is None or told.place is None or len(before.ranges) < 2 or not _WHEN.match(line.text, *piece):
        return None
    last = before.ranges[-1]
    harm = tolls(line.text[slice(*last)], ())
    counted = harm.killed or harm.injured or _MORE.fullmatch(line.text, *last)
    if not counted or any(places_in(line, [last])):
        return None
    if before.told is None or not apart(before.told, told):
        return None
    before.ranges.pop()
    return Part([last, piece], tell(only(line, [last, piece])))


def _after_connector(line: Line, piece: Range) -> int:
    connector = CUT.match(line.text, *piece)
    return connector.end() if connector else piece[0]


def _stands_apart(line: Line, before: Part, piece: Range, told: Told | None) -> bool:
    """Whether only one of both is an act of force, or the first announces a toll: "it rose to 21 and on Monday ...".

    What follows an opening tells none: "Years after the bombing of X, people met in Y".
    """
    if told is None:
        placed = before.told is not None and before.told.place is not None
        return placed and before.earlier and before.ranges[0][0] == 0
    return told.other is not before.is_other or _announces_another_day(line, before, piece)


def _announces_another_day(line: Line, before: Part, piece: Range) -> bool:
    days = [at for at in map(line.local, line.times) if within(at, before.ranges)]
    told = before.told is None and days and any(within(line.local(t), [piece]) for t in line.times)
    return bool(told) and any(any(announced(line.text[start:end])) for start, end in before.ranges)


def _goes_on(line: Line, piece: Range, told: Told | None) -> bool:
    """Whether the stretch is of one event with what stands before: "when", or one more place of a list."""
    if told is None or told.place is None or _WHEN.match(line.text, *piece):
        return told is not None and bool(_WHEN.match(line.text, *piece))
    start, end = line.local(told.place)
    own = tolls(line.text[end : piece[1]])  # "and in Homs four nurses died"
    return told.hurt and not (own.killed or own.injured) and _BARE.fullmatch(line.text, piece[0], start) is not None


def _share(line: Line, found: Sequence[Part], acts: Sequence[Range]) -> None:
    """Give every part what stands for all: the opening date or speaker, the subject, the closing attribution."""
    first, last = found[0], found[-1]
    head, tail = _head(line, first), _tail(line, last)
    _share_what_closes(line, found)
    for before, part in pairwise(found):
        if head and not part.earlier:
            own = days_in(line, part.ranges) if part.conjunct else []
            part.shared += without([(0, head)], days_in(line, [(0, head)]) if own else [])
        if (
            before.told
            and part.told
            and part.told.verb
            and not part.conjunct
            and _VERB_FIRST.fullmatch(_without_connector(line.text[part.ranges[0][0] : part.told.start]))
        ):
            part.shared.append((before.ranges[0][0], before.told.start))
        if before.is_other and not any(within(line.local(t), part.ranges) for t in line.times):
            part.shared += [at for at in map(line.local, line.times) if within(at, before.ranges)]
    for part in found:
        if part is not last and not last.earlier:
            part.shared.append((tail, len(line.text)))
        if part.told and part.told.hurt and not part.earlier:  # of what the dead of two days before died, nobody says
            part.shared += acts or _act_of(line, first) or _noun_of(line, first, part) or _closing_act(line, part, last)
    _share_closing_day(line, first, last)


def _share_what_closes(line: Line, found: Sequence[Part]) -> None:
    """Give conjuncts the day that closes the sentence, and none of them a toll that is of all."""
    conjuncts = [number for number, part in enumerate(found) if part.conjunct]
    if not conjuncts:
        return
    found = found[: conjuncts[-1] + 1]
    last = found[-1]
    if not _has_its_own_harm(line, found):
        last.ranges = [_without_a_sum(line, r) for r in last.ranges]
    for part in (p for p in found[:-1] if not days_in(line, p.ranges)):
        part.shared += [
            line.local(t) for t in line.times if line.local(t)[0] >= last.ranges[0][0] and not is_of_an_era(line, t)
        ]


def _has_its_own_harm(line: Line, found: Sequence[Part]) -> bool:
    """Whether the harm told last is that of the last place only: the one before has its own, or its own day."""
    before = found[-2]
    if not any(_KILLING.search(line.text, *r) for r in found[-1].ranges):
        return False
    harm = tolls(" ".join(line.text[start:end] for start, end in before.ranges))
    days = days_in(line, before.ranges) and days_in(line, found[-1].ranges)
    return bool(harm.killed or harm.injured or days)


def _share_closing_day(line: Line, first: Part, last: Part) -> None:
    """Give the day on which shelling "killed two in Nikopol and wounded six in Marhanets on Monday" to both."""
    if _HARMS_TOO.match(line.text, last.ranges[0][0]) and not days_in(line, first.ranges):
        first.shared += days_in(line, last.ranges)


def _act_of(line: Line, first: Part) -> list[Range]:
    """Give the doer, the verb and the day of a part: "Two strikes hit Gaza on Monday: one ..., another in Rafah"."""
    told, (start, end) = first.told, first.ranges[0]
    if told is None or told.hurt or not told.verb or told.passive:
        return []
    return [(start, told.end), *(t for t in map(line.local, line.times) if start <= t[0] and t[1] <= end)]


def _noun_of(line: Line, first: Part, part: Part) -> list[Range]:
    """Give the noun that "another" stands for, or that is the subject: "A strike in Rafah killed two, and another in
    Jabalia killed five", "Shelling killed two in Nikopol and wounded six in Marhanets".
    """
    told = first.told
    at = part.ranges[0][0]
    meant = told and not told.hurt and (_OF_ITS_KIND.match(line.text, at) or _HARMS_TOO.match(line.text, at))
    return [(told.start, told.end)] if told and meant and not told.verb else []


def _closing_act(line: Line, part: Part, last: Part) -> list[Range]:
    """Give the act that closes the sentence: "One was killed in Sumy and two in Kherson in strikes on Monday"."""
    told = last.told
    if part is last or told is None or told.place is None:
        return []
    closing = _IN_STRIKES.match(line.text, line.local(told.place)[1])
    after = [t for t in map(line.local, line.times) if closing and t[0] >= closing.end()]
    return [closing.span(), *after] if closing else []


def _without_connector(words: str) -> str:
    connector = CUT.match(words)
    return words[connector.end() :] if connector else words


def _head(line: Line, first: Part) -> int:
    """Find where an opening that holds for the whole sentence ends: "On Monday,", "The governor said"."""
    stop = first.told.start if first.told else 0
    said = SAYING.search(line.text, 0, stop)
    opening = _COMMA.search(line.text, 0, stop)
    dated = opening and any(line.local(t)[1] <= opening.start() for t in line.times)
    placed = opening and any(line.local(p)[1] <= opening.start() for p in line.places)
    if said and not _COMMA.search(line.text, 0, said.start()):
        that = _THAT.match(line.text, said.end(), stop)
        return that.end() if that else said.end()
    return opening.end() if opening and dated and not placed else 0


def _tail(line: Line, last: Part) -> int:
    """Find where a closing attribution begins: ", officials said on Tuesday"."""
    stop = last.told.end if last.told else 0
    for match in reversed(list(_COMMA.finditer(line.text, stop))[-2:]):
        if SAYING.search(line.text, match.end()) and not line.quoted(match.start()):
            return match.start()
    return len(line.text)


def _without_a_sum(line: Line, stretch: Range) -> Range:
    """Leave out a toll after a list of places, for it belongs to all of them: "in X and Y, killing three"."""
    places = [line.local(p)[1] for p in places_in(line, [stretch])]
    harm = _HARM_AFTER.search(line.text, max(places, default=stretch[0]), stretch[1])
    return (stretch[0], harm.start()) if harm else stretch
