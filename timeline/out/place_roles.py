"""What a name is to its sentence, for the ``places`` command: the place itself, who governs it, or where from.

``place``: something is, happens, or goes there, or it contains such a place. ``actor``: a government, an army or an
office under the place's name, that does, speaks, or is spoken to. ``origin``: where a weapon, a person or a force came
from. ``dateline``: where the report was written. ``name``: a word of the name of something else, as of a bank, a paper
or a team.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from geo.place import Cue, Place, PlaceKind, PlaceMention
from geo.words import word_lists
from timeline.reading.words import phrases, table

PLACE, ACTOR, ORIGIN, DATELINE, NAME = "place", "actor", "origin", "dateline", "name"
BEFORE, AFTER = 70, 60  # characters on either side of a name that are looked at
MAX_OBJECT = 4  # words between what is given and "to" a government

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:]")
_CLAUSE = re.compile(r"[.!?;:]\s|\n")
_LISTED = re.compile(r",? and |, ")
_COMMA = re.compile(r", ?(?:in )?(?:the )?")


def roles(mentions: Sequence[PlaceMention], text: str) -> Iterator[str]:
    """The role of each mention, in order; the container of a dateline or an origin has its role."""
    inner: PlaceMention | None = None
    inherited = PLACE
    for mention in mentions:
        own = role(mention, text)
        if inner is None or not _inherits(inner, inherited, mention, own, text):
            inherited = own
        inner = mention
        yield inherited


def _inherits(inner: PlaceMention, given: str, mention: PlaceMention, own: str, text: str) -> bool:
    """Whether a mention is what the one before it is: its container, or a state that is named along with it."""
    if mention.cue is Cue.CONTAINER:
        return own != ACTOR and _COMMA.fullmatch(text, inner.end, mention.start) is not None
    if mention.place is None or not _LISTED.fullmatch(text, inner.end, mention.start):
        return False
    if not _is_state(mention.place, mention.said):
        return given == PLACE and own == ACTOR and mention.cue is Cue.SUBJECT  # "residents of Bajil and Zabid said"
    return given == ACTOR and inner.cue is mention.cue


def role(mention: PlaceMention, text: str) -> str:
    """The role of one mention: ``place``, ``actor``, ``origin``, ``dateline`` or ``name``."""
    if mention.cue is Cue.DATELINE:
        return DATELINE
    left, right = _left(text, mention.start), text[mention.end : mention.end + AFTER]
    if _is_named_for(mention, text, left):
        return NAME
    if mention.place is None:
        return ORIGIN if mention.cue is Cue.FROM else PLACE
    if _is_office(mention.cue, left, right):
        return ACTOR
    state = _is_state(mention.place, mention.said)
    if mention.cue is Cue.FROM:
        if _has(left[1:2], "beside") or "across" in left[1:4]:
            return PLACE
        return ACTOR if state and _has(left[1:4], "from a government") else ORIGIN
    if mention.cue is Cue.OBJECT and _has(left[:1], "leaving"):
        return ORIGIN
    if mention.cue is Cue.SUBJECT and _speaks(right):
        return ACTOR
    return ACTOR if state and _is_actor(mention, left, right) else PLACE


def _left(text: str, start: int) -> list[str]:
    """The words before a name in its clause, small, nearest first."""
    stretch = _CLAUSE.split(text[max(0, start - BEFORE) : start])[-1]
    return [word.lower() for word in _WORDS.findall(stretch)][::-1]


def _has(words: Sequence[str], name: str) -> bool:
    return not word_lists("roles")[name].isdisjoint(words)


def _is_named_for(mention: PlaceMention, text: str, left: list[str]) -> bool:
    """Whether the name is a word in the name of something else: "Bank of Georgia", "Isfahan Optics"."""
    if _name_before().search(text, max(0, mention.start - 24), mention.start):
        return True
    match = _name_after().match(text, mention.end, mention.end + AFTER)
    return match is not None and not (match["seat"] and _has(left[:2], "there"))


@cache
def _name_after() -> re.Pattern[str]:
    lists = word_lists("institutions")
    seats, others = ("|".join(map(re.escape, lists[heading])) for heading in ("seats", "others"))
    return re.compile(rf"(?: [A-Z][\w&'’.-]*){{0,3}}? (?:(?P<seat>{seats})|{others})(?![\w-])")


@cache
def _name_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_lists('institutions')['of'])}) of (?:the )?(?:[A-Z]\w+ at )?$")


def _is_office(cue: Cue, left: list[str], right: str) -> bool:
    """Whether an office or a body stands beside the name: "Belgorod's governor", "the mayor of Kryvyi Rih"."""
    if cue not in (Cue.AT, Cue.TO, Cue.FROM) and _office_after().match(right):
        return True
    words = [word for word in left[:3] if word != "the"]
    if words[:1] == ["of"]:
        return _has(words[1:2], "offices")
    spoken = words[:1] == ["in"] and _has(words[1:2], "offices") and not _has(words[1:2], "abroad")
    return spoken and _speaks(right)  # "officials in Bryansk said"


@cache
def _office_after() -> re.Pattern[str]:
    """Words after "Ukraine" that make it those who act: "'s foreign intelligence service", " governor"."""
    named = (*phrases("bodies"), *phrases("forces"), *phrases("titles"), *word_lists("roles")["offices"])
    region = r"(?:\s(?:region(?:al)?|oblast|province|state|city))?"
    return re.compile(
        rf"{region}(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}?(?:{'|'.join(map(re.escape, named))})\b", re.IGNORECASE
    )


@cache
def _deeds() -> re.Pattern[str]:
    deeds = "|".join(map(re.escape, word_lists("roles")["deeds"]))
    return re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,2}}?(?:{deeds})\b")


@cache
def _spoken() -> re.Pattern[str]:
    speaking = "|".join(word_lists("roles")["speaking"])
    return re.compile(rf",?\s(?:(?:also|has|have|had|[a-z]+ly)\s)*(?:{speaking})\b")


def _speaks(right: str) -> bool:
    return _spoken().match(right) is not None


@cache
def _suffers() -> re.Pattern[str]:
    """After a state that is where it happens: "was shelled", "has been under attack"."""
    deeds = "|".join(word for word in word_lists("roles")["done on the ground"] if not word.endswith("ing"))
    return re.compile(rf"\s(?:has\s|had\s|have\s)?(?:was|were|is|are|been|being)\s(?:\w+ly\s|being\s)?(?:{deeds})\b")


@cache
def _stands() -> re.Pattern[str]:
    """After a capital that is the town itself: "was quiet"."""
    states = "|".join(word_lists("roles")["states of a town"])
    return re.compile(rf"\s(?:lies|(?:was|is|were|are|has been|had been)\s(?:{states}))\b")


def _is_actor(mention: PlaceMention, left: list[str], right: str) -> bool:
    """Whether a state, or its seat, is meant as those who govern."""
    if mention.cue is Cue.SUBJECT:
        if left[:1] == ["of"] and _has(left[1:2], "parts"):
            return False  # "a suburb of Taipei"
        return not (_suffers().match(right) or (not _is_country(mention.place) and _stands().match(right)))
    if mention.cue is Cue.OBJECT:
        return _is_partner(left)
    if mention.cue is Cue.OWNER:
        return _deeds().match(right) is not None
    if mention.cue is Cue.NONE:
        return right.startswith((", which ", ", whose "))  # "Tehran, which denies it, said"
    return mention.cue in (Cue.TO, Cue.AT) and _is_addressed(left)


def _is_partner(left: list[str]) -> bool:
    """Whether the state is dealt with rather than entered: "accused China"; not "invaded Ukraine"."""
    words = [word for word in left if word not in ("the", "a", "all", "most", "much", "in", "parts", "eastern")]
    if words[:1] == ["of"]:
        return not _has(words[1:2], "deeds on the ground")
    if _has(words[:1], "done on the ground"):
        return False
    linked = next((i for i, word in enumerate(left[:6]) if word in ("between", "with")), None)
    return linked is None or not _has(left[linked + 1 : linked + 3], "links")


def _is_addressed(left: list[str]) -> bool:
    """Whether something is said, given or imposed: "supplies drones to Moscow", "sanctions on Russia"."""
    preposition, before = left[:1], left[1 : 1 + MAX_OBJECT]
    if "," in before:
        before = before[: before.index(",")]
    if preposition in (["on"], ["against"]):
        return _has(before[:2], "upon a government")
    return preposition in (["to"], ["for"]) and _has(before, "to a government")


def _is_country(place: Place | None) -> bool:
    return place is not None and place.kind is PlaceKind.COUNTRY


def _is_state(place: Place, said: str) -> bool:
    return _is_country(place) or (place.country, place.name) in _capitals() or said in _seats()


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((row["country"], row["capital"]) for row in table("capitals"))


@cache
def _seats() -> frozenset[str]:
    """Seats of government that are no capitals of the table, and buildings that mean one."""
    return word_lists("roles")["seats"]
