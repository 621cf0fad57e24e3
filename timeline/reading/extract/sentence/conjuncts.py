"""Conjuncts: what goes on with a verb or a noun of force that stands before it and is not said again.

Drones hit a depot in Belgorod | and a refinery in Ryazan.          its own noun and place
Missiles struck Odesa on Monday | and Dnipro on Tuesday.            its own place and day
A strike in Rafah killed two | and another in Jabalia five.         its own toll and place
"""

from __future__ import annotations

import re
from dataclasses import replace

from geo.place import PlaceKind, PlaceMention
from timeline.reading.extract.sentence.aside import WHAT_IT_IS
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import lies_there
from timeline.reading.extract.sentence.told import Part, Range, Told, days_in, places_in, without
from timeline.reading.extract.sentence.within import contains
from timeline.reading.words import finder, of_class

_HARM = finder(of_class("strike_cues", "effect verb"))
_OWN_NOUN = re.compile(  # "a refinery in", "two in": what a conjunct names before its own place
    r"(?:,?\s*(?:and|with|then)?\s+)?(?:at\s+least\s+|another\s+|also\s+|on\s+|against\s+|at\s+|to\s+|into\s+"
    r"|by\s+)*(?!(?:the|an?)\s+(?:[a-z-]+\s+)?(?:city|town|village|port|district|region|province|camp|suburb"
    r"|settlement)\s+of\s)(?:(?:an?|the|its|another|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)"
    r"(?:\s+[^\s,;:“”\"]+){0,8}?)\s+(?:in|near|at|outside|of|on)\s+(?:the\s+)?(?:[a-z]+\s+){0,5}",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf",{WHAT_IT_IS}", re.IGNORECASE)
_BARE_NAME = re.compile(  # "and Dnipro", "and in the town of Dnipro", "and two nights later the Dnipro plant"
    r"(?:,?\s*(?:and|but|then)?\s+)?(?:(?:then|later|again|also|on|in|at|to|near|against|early|late|before"
    r"|\w+\s+\w+\s+later)\s+)*(?:the\s+)?(?:[a-z]+\s+of\s+)?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\W*(?:and\s+|at\s+least\s+|another\s+)*(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+"
    r"|another(?=\s+(?:in|near|at|outside|on)\b))\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:was|were|has|have|had|been|being|came|also|both)\s+", re.IGNORECASE)
_LATER = re.compile(r"\b(?:hours|days?|nights?|weeks?)\s+later\b", re.IGNORECASE)
_IN_WHAT = re.compile(
    r"\s+in\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?(?P<land>(?:province|region|governorate|state|district|oblast|county"
    r"|department)\s+of\s+)?",
    re.IGNORECASE,
)
_ENDS_THERE = re.compile(r"(?:\s+[a-z]+)?\s*(?:[,.;]|$|(?:that|which|was|were|had|has|have|came)\b)")
_MEANWHILE = re.compile(r",?\s+(?:while|whereas|but)\b|;|,?\s+and\s+(?:in|at|near)\s+(?-i:[A-Z])", re.IGNORECASE)
_ARMS = finder(of_class("strike_cues", "weapon"), plural=True).pattern
_WITH_ARMS = re.compile(rf"\s+(?:region\s+)?with\s+(?:[\w-]+\s+){{0,4}}?{_ARMS}", re.IGNORECASE)
_OF_WHEN = re.compile(r",?\s+when\s")


def conjunct(line: Line, before: Part, piece: Range, told: Told | None, noun: int) -> Part | None:
    """Read a stretch that has its own place but goes on with what the part before it tells.

    ``noun`` is where the stretch begins after its "and".
    """
    first = before.told
    if first is None or first.place is None or (told and told.verb):
        return None
    own = next((p for p in places_in(line, [piece]) if not _is_around(p, first.place)), None)
    if own is None or lies_there(line, own) or _APPOSED.match(line.text, piece[0]):
        return None
    at = line.local(own)[0]
    if _OWN_NOUN.fullmatch(line.text, piece[0], at):
        shared = before.shared if before.conjunct else _said_of_both(line, before, piece)
    elif _BARE_NAME.fullmatch(_undated(line, piece[0], at)) and (
        _has_its_day(line, before, piece) or _has_its_means(line, first.place, own)
    ):
        shared = before.shared if before.conjunct else _said_of_each_day(line, before, first)
    else:
        return None
    return Part([(noun, piece[1])], replace(first, place=own), conjunct=True, shared=list(shared)) if shared else None


def _is_around(mention: PlaceMention, told: PlaceMention) -> bool:
    """Whether it is the same place, or the land around it: "in Sumy, a part of Ukraine that"."""
    wide = mention.place is not None and mention.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
    return mention.place == told.place or (wide and contains(mention, told))


def opens_with_a_noun(line: Line, part: Part) -> bool:
    """Whether the part is a noun with its own place and nothing else: "A depot in Belgorod"."""
    named = places_in(line, part.ranges)
    return any(_OWN_NOUN.fullmatch(line.text, part.ranges[0][0], line.local(p)[0]) for p in named)


def verb_phrase(line: Line, told: Told) -> int:
    """Find where the verb begins with its "was", "had been"."""
    ahead = list(_AUXILIARY.finditer(line.text, max(0, told.start - 30), told.start))
    return ahead[0].start() if ahead else told.start


def _said_of_both(line: Line, before: Part, piece: Range) -> list[Range]:
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
    return without([(start, told.end)], days_in(line, before.ranges) if days_in(line, [piece]) else [])


def _said_of_each_day(line: Line, before: Part, told: Told) -> list[Range]:
    """Find the words that go on on another day: the doer and the verb, "was hit", or the noun of the strike."""
    if told.hurt:
        return []
    start = verb_phrase(line, told) if told.passive else before.ranges[0][0] if told.verb else told.start
    return without([(start, told.end)], days_in(line, before.ranges))


def _has_its_means(line: Line, one: PlaceMention, two: PlaceMention) -> bool:
    """Whether each town has its own weapons: "attacked Kyiv with 30 drones and Odesa with four missiles"."""
    return all(_WITH_ARMS.match(line.text, line.local(place)[1]) for place in (one, two))


def _has_its_day(line: Line, before: Part, piece: Range) -> bool:
    """Whether both stretches name a day, or the second says "two nights later"."""
    its = days_in(line, [piece]) or _LATER.search(line.text, *piece)
    return bool(its and days_in(line, before.ranges))


def _undated(line: Line, start: int, end: int) -> str:
    kept = without([(start, end)], days_in(line, [(start, end)]))
    return " ".join(line.text[a:b] for a, b in kept)


def only_contains(line: Line, cut: re.Match[str]) -> bool:
    """Whether the comma only parts a town from what it lies in: "in Manbij, in the north of Aleppo"."""
    inner = next((p for p in line.places if line.local(p)[1] == cut.start()), None)
    outer = next((p for p in line.places if line.local(p)[0] >= cut.end()), None)
    if inner is None or outer is None or not _ENDS_THERE.match(line.text, line.local(outer)[1]):
        return False
    between = _IN_WHAT.fullmatch(line.text, cut.end(), line.local(outer)[0])
    return between is not None and (bool(between["land"]) or contains(outer, inner))


def is_of_that_clause(text: str, before: re.Match[str], cut: re.Match[str]) -> bool:
    """Whether "when" goes on with the clause that "while" opened: "while two died when their van was hit in Kirkuk"."""
    return bool(_OF_WHEN.match(text, cut.start()) and _MEANWHILE.match(text, before.start()))
