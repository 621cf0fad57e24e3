"""Clauses: a sentence that tells two events, parted so that each keeps its own place, day, doer and toll.

A part is the sentence itself with what belongs to the others blanked out, so that every offset stays true:

    Drones hit a depot in Belgorod                           overnight, officials said on Tuesday.
    Drones hit                         a refinery in Ryazan overnight, officials said on Tuesday.

A sentence is parted only where both sides are placed or dated apart. Several towns in one breath ("in Sumy and
Kharkiv") stay one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from geo.place import Cue, PlaceMention
from timeline.reading.extract.accidents import names_another_cause
from timeline.reading.extract.line import Line
from timeline.reading.extract.speakers import SAYING
from timeline.reading.extract.totals import announced
from timeline.reading.extract.within import contains
from timeline.reading.words import finder, of_class
from timeline.when import TimeMention

Range = tuple[int, int]

_EARLIER = re.compile(  # what follows tells of another event, on another day than this one
    r",?\s+\b(?:(?:in|as)\s+(?:response|retaliation|revenge|reprisal|reply|answer|payback|punishment)\s+(?:to|for)"
    r"|in\s+(?:return|exchange)\s+for|(?:to\s+)?aveng(?:e|ed|ing)"
    r"|(?:(?:an?|one|two|three|four|five|six|several|\d+)\s+|some\s+|just\s+|barely\s+|only\s+)*"
    r"(?:minutes|hours?|days?|weeks?|months?|years?)\s+after)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"{_EARLIER.pattern}|;\s+|,?\s+(?:while|whereas|but|and|as|after|before|with|when)(?=\s)|,(?=\s+in\s+[A-Z])|,(?=\s+\d)"
    rf"|,(?=\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|another)\s)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"((?:\w+\s+){0,3}?(?:minutes|hours?|days?|weeks?|months?|years?)\s+after\s)|(?:after|before|while|as)\s",
    re.IGNORECASE,
)
_CLOSES = re.compile(r",\s+(?!(?:kill|wound|injur|leav|caus|destroy|damag|which|who|where)\w*\b)")
_HARM = finder(of_class("strike_cues", "effect verb"))
_HARM_AFTER = re.compile(
    r",?\s+(?:(?:and|which|both|together)\s+)*(?:kill|wound|injur|leav|hurt)\w*\b[^,;]*", re.IGNORECASE
)
_OWN_NOUN = re.compile(  # "a refinery in", "two in": what a conjunct names before its own place
    r"(?:,?\s*(?:and|with)?\s+)?(?:at\s+least\s+|another\s+|also\s+|on\s+|against\s+|at\s+)*"
    r"(?:(?:an?|the|its|another|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)(?:\s+[^\s,;:“”\"]+){0,8}?)\s+"
    r"(?:in|near|at|outside|of|on)\s+(?:the\s+)?(?:[a-z]+\s+){0,5}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r",?\s*(?:and\s+)?(?:also\s+)?(?:in\s+|at\s+|near\s+|on\s+)?(?:the\s+)?(?:[a-z]+\s+of\s+)?", re.IGNORECASE
)
_WHEN = re.compile(r",?\s+when\s")
_NUMBER = re.compile(
    r"\W*(?:and\s+|at\s+least\s+|another\s+)*(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.I
)
_THAT = re.compile(r"[^,;:]{0,30}?\sthat(?=\s)")
_COMMA = re.compile(r",\s+")
_VERB_FIRST = re.compile(r"\W*(?:\w+ly\s+|also\s+|then\s+|later\s+|has\s+|have\s+|had\s+)*", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:was|were|has|have|had|been|being|came|also|both)\s+", re.IGNORECASE)
_STANDS_FOR_A_PLACE = frozenset({Cue.AT, Cue.TO, Cue.OBJECT, Cue.CONTAINER, Cue.ATTRIBUTE, Cue.NONE, Cue.OWNER})


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch of a sentence tells: where its act stands, and how it is said; ``hurt`` tells only of the hurt.

    ``other`` tells of harm by something else than an act of force: by gunmen, by floods.
    """

    start: int
    end: int
    verb: bool
    passive: bool
    hurt: bool
    place: PlaceMention | None
    when: TimeMention | None
    other: bool = False


Teller = Callable[[Line], Told | None]
Apart = Callable[[Told, Told], bool]


@dataclass(slots=True)
class _Part:
    """Stretches of the sentence that tell one event; ``earlier`` is one before that which the sentence is about."""

    ranges: list[Range]
    told: Told | None
    earlier: bool = False
    conjunct: bool = False  # goes on with the verb of the part before
    shared: list[Range] = field(default_factory=list)

    @property
    def is_other(self) -> bool:
        """Whether it tells of harm by something else than an act of force."""
        return self.told is not None and self.told.other

    def add(self, piece: Range, told: Told | None) -> None:
        """Let one more stretch tell the event; ``told`` is what all stretches tell together, if that changed."""
        self.ranges.append(piece)
        self.told = told or self.told


def only(line: Line, ranges: Sequence[Range]) -> Line:
    """Blank out everything but these stretches, and leave out every mention that does not lie in one."""
    letters = [" "] * len(line.text)
    for start, end in ranges:
        letters[start:end] = line.text[start:end]

    def kept(mention: PlaceMention | TimeMention) -> bool:
        return _within(line.local(mention), ranges)

    return replace(
        line,
        text="".join(letters),
        times=tuple(t for t in line.times if kept(t)),
        places=tuple(p for p in line.places if kept(p)),
    )


def parts(line: Line, tell: Teller, apart: Apart) -> list[tuple[Line, bool]]:
    """Part the sentence by the events that it tells, with whether each is an earlier one than the sentence is about.

    ``tell`` reads a stretch, ``apart`` says whether two stretches are placed or dated apart.
    """
    pieces = _pieces(line)
    if len(pieces) < 2:
        return [(line, False)]
    found, acts = _gather(line, pieces, tell, apart)
    if len(found) < 2 or all(part.is_other for part in found):
        return [(line, False)]
    _share(line, found, acts)
    return [(only(line, [*part.ranges, *part.shared]), part.earlier) for part in found if not part.is_other]


def parts_by(line: Line, cues: Sequence[Range]) -> list[Line]:
    """Part a sentence so that each of these words has a part to itself: "X accused Y of ..., while Z blamed Y for ...".

    A part that begins with its verb takes the subject of the first.
    """
    cuts = [max((m.span() for m in _CUT.finditer(line.text, a[1], b[0])), default=None) for a, b in pairwise(cues)]
    starts = [0, *(cut[0] for cut in cuts if cut)]
    found = []
    for start, end in pairwise([*starts, len(line.text)]):
        cue = next((c for c in cues if start <= c[0] < end), None)
        connector = _CUT.match(line.text, start)
        follows = connector.end() if connector else start
        bare = start and cue and _VERB_FIRST.fullmatch(line.text, follows, cue[0])
        found.append(only(line, [(0, cues[0][0]), (follows, end)] if bare else [(start, end)]))
    return found


def _pieces(line: Line) -> list[tuple[Range, bool]]:
    """Cut the sentence wherever another event might begin; only where it names two places, or two days, or "after"."""
    named = {p.place.geonameid or p.place.name for p in line.places if p.place and p.cue in _STANDS_FOR_A_PLACE}
    opening = _OPENING.match(line.text)
    later = _EARLIER.search(line.text) or (opening and opening[1])
    apart = len(named) > 1 or len(line.times) > 1 or later
    if not apart and not names_another_cause(line.text):
        return []
    taken = [*map(line.local, line.places), *(line.local(t) for t in line.times if t.when)]
    cuts = [m for m in _CUT.finditer(line.text) if not any(s < m.end() and m.start() < e for s, e in taken)]
    at = [(m.start(), bool(_EARLIER.fullmatch(m.group()))) for m in cuts]
    if opening and (closing := _CLOSES.search(line.text)):
        comma = closing.start()
        at = sorted({(comma, False), *(cut for cut in at if opening.end() < cut[0] != comma)})
    bounds = [(0, bool(opening and opening[1])), *(cut for cut in at if cut[0] > 0)]
    ends = [start for start, _ in bounds[1:]] + [len(line.text)]
    return [((start, end), earlier) for (start, earlier), end in zip(bounds, ends, strict=True)]


def _gather(
    line: Line, pieces: Sequence[tuple[Range, bool]], tell: Teller, apart: Apart
) -> tuple[list[_Part], list[Range]]:
    """Put the pieces of one event together; also give the pieces that tell an act without saying where."""
    found: list[_Part] = []
    placeless: list[Range] = []
    for piece, earlier in pieces:
        told = tell(only(line, [piece]))
        if told and not told.hurt and told.place is None and not earlier:
            placeless.append(piece)
        if not found:
            found.append(_Part([piece], told, earlier and told is not None))
        elif (earlier and told) or (found[-1].told and (earlier or (found[-1].earlier and told))):
            found.append(_Part([piece], told, earlier=earlier))
        elif _stands_apart(line, found[-1], piece, told):
            found.append(_Part([piece], told))
        elif _goes_on(line, piece, told):
            found[-1].add(piece, tell(only(line, [*found[-1].ranges, piece])))
        elif told and (before := found[-1].told) and apart(before, told):
            found.append(_Part([piece], told))
        elif told and told.passive and not found[-1].told and _opens_with_a_noun(line, found[-1]):
            found[-1].told, found[-1].shared = told, [(_verb_phrase(line, told), piece[1])]
            found.append(_Part([piece], told))
        elif conjunct := _conjunct(line, found[-1], piece, told):
            found.append(conjunct)
        else:
            found[-1].add(piece, tell(only(line, [*found[-1].ranges, piece])) if told else None)
    return [p for p in found if p.told or not p.earlier], placeless


def _stands_apart(line: Line, before: _Part, piece: Range, told: Told | None) -> bool:
    """Whether only one of both is an act of force, or the first announces a toll: "it rose to 21 and on Monday ...".

    What follows an opening tells none: "Years after the bombing of X, people met in Y".
    """
    if told is None:
        placed = before.told is not None and before.told.place is not None
        return placed and before.earlier and before.ranges[0][0] == 0
    return told.other is not before.is_other or _announces_another_day(line, before, piece)


def _announces_another_day(line: Line, before: _Part, piece: Range) -> bool:
    days = [at for at in map(line.local, line.times) if _within(at, before.ranges)]
    told = before.told is None and days and any(_within(line.local(t), [piece]) for t in line.times)
    return bool(told) and any(any(announced(line.text[start:end])) for start, end in before.ranges)


def _goes_on(line: Line, piece: Range, told: Told | None) -> bool:
    """Whether the stretch is of one event with what stands before: "when", or one more place of a list."""
    if told is None or told.place is None or _WHEN.match(line.text, *piece):
        return told is not None and bool(_WHEN.match(line.text, *piece))
    return told.hurt and _BARE.fullmatch(line.text, piece[0], line.local(told.place)[0]) is not None


def _opens_with_a_noun(line: Line, part: _Part) -> bool:
    """Whether the part is a noun with its own place and nothing else: "A depot in Belgorod"."""
    return any(_OWN_NOUN.fullmatch(line.text, part.ranges[0][0], line.local(p)[0]) for p in _places(line, part.ranges))


def _verb_phrase(line: Line, told: Told) -> int:
    ahead = list(_AUXILIARY.finditer(line.text, max(0, told.start - 30), told.start))
    return ahead[0].start() if ahead else told.start


def _conjunct(line: Line, before: _Part, piece: Range, told: Told | None) -> _Part | None:
    """Read "and a refinery in Ryazan", "two in Odesa" after a verb with its own noun and place."""
    own = next((p for p in _places(line, [piece]) if _OWN_NOUN.fullmatch(line.text, piece[0], line.local(p)[0])), None)
    if own is None or not before.told or before.told.place is None or (told and told.verb):
        return None
    if own.place == before.told.place.place or contains(own, before.told.place):  # "in Sumy, a part of Ukraine that"
        return None
    shared = before.shared if before.conjunct else _said_of_both(line, before, piece)
    connector = _CUT.match(line.text, *piece)
    noun = (connector.end() if connector else piece[0], piece[1])
    return _Part([noun], replace(before.told, place=own), conjunct=True, shared=list(shared)) if shared else None


def _said_of_both(line: Line, before: _Part, piece: Range) -> list[Range]:
    """Find the words that go on in a conjunct: the doer and the verb, or the verb of harm of "two in Odesa"."""
    told, start = before.told, before.ranges[0][0]
    if told is None or told.place is None:
        return []
    harm = [m.span() for m in _HARM.finditer(line.text, start, piece[0])]
    if harm and _NUMBER.match(line.text, piece[0]):
        return [harm[-1]] if told.hurt else [harm[-1], (told.start if told.passive else start, told.end)]
    struck = line.local(told.place)[0]
    if not told.verb or told.passive or struck < told.end or not _OWN_NOUN.search(line.text[told.end : struck]):
        return []
    return [(start, told.end)]


def _places(line: Line, ranges: Iterable[Range]) -> Iterator[PlaceMention]:
    for mention in line.places:
        at, to = line.local(mention)
        if mention.place and mention.cue is not Cue.DEMONYM and any(s <= at and to <= e for s, e in ranges):
            yield mention


def _share(line: Line, found: Sequence[_Part], acts: Sequence[Range]) -> None:
    """Give every part what stands for all: the opening date or speaker, the subject, the closing attribution."""
    first, last = found[0], found[-1]
    head, tail = _head(line, first), _tail(line, last)
    if any(part.conjunct for part in found):
        last.ranges = [_without_a_sum(line, r) for r in last.ranges]
        for part in found[:-1]:
            part.shared += [line.local(t) for t in line.times if line.local(t)[0] >= last.ranges[0][0]]
    for before, part in pairwise(found):
        if head and not part.earlier:
            part.shared.append((0, head))
        if (
            before.told
            and part.told
            and part.told.verb
            and _VERB_FIRST.fullmatch(_without_connector(line.text[part.ranges[0][0] : part.told.start]))
        ):
            part.shared.append((before.ranges[0][0], before.told.start))
        if before.is_other and not any(_within(line.local(t), part.ranges) for t in line.times):
            part.shared += [at for at in map(line.local, line.times) if _within(at, before.ranges)]
    for part in found:
        if part is not last and not last.earlier:
            part.shared.append((tail, len(line.text)))
        if part.told and part.told.hurt:
            part.shared += acts or _act_of(line, first)


def _within(stretch: Range, ranges: Iterable[Range]) -> bool:
    return any(start <= stretch[0] and stretch[1] <= end for start, end in ranges)


def _act_of(line: Line, first: _Part) -> list[Range]:
    """Give the doer, the verb and the day of a part: "Two strikes hit Gaza on Monday: one ..., another in Rafah"."""
    told, (start, end) = first.told, first.ranges[0]
    if told is None or told.hurt or not told.verb or told.passive:
        return []
    return [(start, told.end), *(t for t in map(line.local, line.times) if start <= t[0] and t[1] <= end)]


def _without_connector(words: str) -> str:
    connector = _CUT.match(words)
    return words[connector.end() :] if connector else words


def _head(line: Line, first: _Part) -> int:
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


def _tail(line: Line, last: _Part) -> int:
    """Find where a closing attribution begins: ", officials said on Tuesday"."""
    stop = last.told.end if last.told else 0
    for match in reversed(list(_COMMA.finditer(line.text, stop))[-2:]):
        if SAYING.search(line.text, match.end()) and not line.quoted(match.start()):
            return match.start()
    return len(line.text)


def _without_a_sum(line: Line, stretch: Range) -> Range:
    """Leave out a toll after a list of places, for it belongs to all of them: "in X and Y, killing three"."""
    places = [line.local(p)[1] for p in _places(line, [stretch])]
    harm = _HARM_AFTER.search(line.text, max(places, default=stretch[0]), stretch[1])
    return (stretch[0], harm.start()) if harm else stretch
