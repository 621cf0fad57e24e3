"""Strikes that an article tells of without reporting them: of fiction, of an old war, of old shells and their disposal,
of a depot that blew up by itself, of a gun that burst.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.article import Zone
from timeline.event import Role
from timeline.reading.extract.force.act import Act
from timeline.reading.extract.force.force import PRESENT
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.other_stories import STORE_OF_ARMS
from timeline.reading.words import Cues, finder, phrases

_FICTION = Cues(phrases("fiction"), plural=True)
_WORLD_WAR = (
    r"(?:(?:First|Second)\s+World\s+War|World\s+War\s+(?:One|Two|I{1,2})|WW(?:I{1,2}|[12])|Great\s+War|Blitz"
    r"|Hiroshima|Nagasaki|atom(?:ic)?\s+bombs?|Nazis?|Luftwaffe|Wehrmacht|Churchill|Hitler)"
)
_OLD_WAR = re.compile(rf"(?<!since\s)(?<!since\sthe\s)\b{_WORLD_WAR}\b|\bin\s+(?:19[0-7]\d)\b")
_MADE_THEN = re.compile(  # "a man born in 1954", "a mill built there in 1961": no year of a war
    r"\b(?:born|built|founded|opened|established|created|constructed|erected|completed|commissioned|set\s+up"
    r"|invented|designed|discovered|formed|introduced|adopted|signed|joined|moved|married|graduated"
    r"|dat(?:es|ed|ing))\s+(?:[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
_NEWER_ARMS = re.compile(r"\b(?:drone|UAV|missile|rocket|airstrike|militant|suicide)s?\b", re.IGNORECASE)
_OF_THAT_WAR = re.compile(rf"\b(?:in|during|of|from)\s+(?:the\s+)?{_WORLD_WAR}\b")
_FIRST_OF_AGE = 1990  # the year from which a strike of news may be
_IMAGINED = re.compile(
    r"\b[Ii]n\s+(?:an?|the|their|his|her|our|this|that|one|its|(?:[\w.-]+\s+){1,3}?[\w-]+['’]s?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:scenario|war\s?game|simulation|novel|video\s+game|short\s+story|thriller|worst[\s-]case)\b"
)
_SIMULATED = re.compile(
    rf"{_IMAGINED.pattern}|\bwar\s?gam(?:es?|ers?|ing)\b|\btabletop\s+exercise\b"
    r"|\bplayed\s+(?:it|this|that|them)\s+through\b",
    re.IGNORECASE,
)
_IS_DONE = re.compile(
    r"\b(?:is|are|be|being|been|gets?|ha(?:s|ve)(?:\s+been)?)\s+(?:already\s+|just\s+)?(?:\w+ly\s+)?\w+"
    r"(?:ed|en|wn|ck|ot)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|struck|fell|blew|shot|went|came|took|left|sent|flew|tore|broke|set|made"
    r"|\w{2,}ed)\b",
    re.IGNORECASE,
)
_MISHAP = re.compile(
    r"\b(?:that|which)\s+(?:[\w'’-]+\s+){1,4}?(?:had\s+)?(?:found|picked\s+up|dug\s+up)\b"
    r"|\b(?:playing|tampering)\s+with\b|\b(?:prematurely|misfir\w+"
    r"|in\s+(?:its|the|his|a)\s+(?:tube|barrel|breech|mortar)\b(?!\s+[a-z])|while\s+(?:\w+\s+){0,3}?"
    r"(?:load|unload|handl|dismantl|clean|repair)(?:ed|ing)|(?:explo\w+|detonat\w+|went\s+off|blew\s+up)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:during|in)\s+(?:(?:an?|the)\s+)?(?:[\w-]+\s+)?(?:training|practice|drill|exercise))\b",
    re.IGNORECASE,
)
_OLD_ARMS = r"(?:lot|bombs?|shells?|(?:sea\s+|land)?mines?|devices?|grenades?|munitions|ordnance)"
_DISPOSED_OF = re.compile(
    r"\b(?:bl[eo]w(?:ing|s)?\s+up|detonat(?:ed|es|ing))\s+(?:(?:the|an?|this|two|three|\d+)\s+)?(?:[\w-]+\s+)?"
    rf"{_OLD_ARMS}\b|\b{_OLD_ARMS}\s+(?:[\w'’-]+\s+){{0,6}}?(?:was|were)\s+(?:\w+ly\s+)?(?:blown\s+up|detonated)\b"
    r"|\bbl[eo]w\s+(?:it|them)\s+up\b",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(  # "builders dug up a bomb dropped in 1942"
    rf"\b{_OLD_ARMS}\s+(?:that\s+(?:was|were|had\s+been)\s+)?(?:dropped|fired|laid|left)\b", re.IGNORECASE
)
_DISPOSERS = Cues(phrases("bomb_disposal"), plural=True)
_NOT_OF_WAR = Cues(phrases("not_of_war"))
_ABSTRACT = finder(phrases("abstract_things"), plural=True)
_AFTER_NOUN = re.compile(r"\s(?:to|of|for|on|in|at|by|from|against|over|with|about|between|off)\s")
_GOES_ON = re.compile(
    r"\W*(?:the\s+(?:\w+\s+)?(?:missile|rocket|shell|round|drone|bomb|weapon|projectile)s?|it|they|all|both|these)\b",
    re.IGNORECASE,
)
_BLEW_UP = re.compile(r"\b(?:explo(?:ded|sions?)|blew\s+up|blasts?|caught\s+fire|fire)\b", re.IGNORECASE)
_STRUCK_FROM_OUTSIDE = re.compile(
    r"\b(?:attack\w*|strikes?|struck|drones?|UAVs?|missiles?|air\s?(?:strike|raid)s?|sabot\w+|target(?:ed|ing)"
    r"|bomb(?:ed|ings?)|shelled|shelling)\b",
    re.IGNORECASE,
)
_PULLED_DOWN = re.compile(  # by those who build there
    r"\b(?:(?:flats|homes|houses|offices|shops|a\s+(?:[\w-]+\s+)?\w+)\s+will\s+(?:be\s+built|rise)"
    r"|to\s+make\s+way\s+for|demolition|redevelop\w+|(?:thousands|hundreds|crowds?|spectators|onlookers)\s+"
    r"(?:cheered|clapped))\b",
    re.IGNORECASE,
)
_BROUGHT_DOWN = re.compile(
    r"\b(?:bl(?:ew|own)\s+up|(?:brought|pulled)\s+down|dynamited|demolished|razed)\b", re.IGNORECASE
)
_FEUD = re.compile(  # of the underworld
    r"\b(?:feud|gangland|underworld|turf\s+war|drug\s+(?:gang|dealer|trade|ring|deal)s?"
    r"|(?:quarrel|dispute|row)\s+over\s+drugs|extortion|protection\s+(?:money|racket)"
    r"|(?:rival|criminal|biker|street)\s+gangs?|mafia|mobsters?)\b",
    re.IGNORECASE,
)
_FIGHTERS = re.compile(
    r"\b(?:army|soldiers|troops|rebels?|guerrillas?|militants?|insurgents?|militia|dissidents?|jihadis\w*"
    r"|separatists?|paramilitar\w+)\b",
    re.IGNORECASE,
)
_OF_WAR = re.compile(  # no builder and no dealer strikes with these, or at those
    r"\b(?:car[\s-]bombs?|truck[\s-]bombs?|(?:explosives?-laden|booby-trapped)|drones?|missiles?|rockets?|shells?"
    r"|mortars?|air\s?strikes?|(?:police|army|military|naval)\s+(?:station|post|base|headquarters|barracks"
    r"|checkpoint)|barracks|checkpoint|(?:town|city)\s+hall|court(?:house|rooms?)?|prison|ministry|embassy"
    r"|consulate|prosecutors?['’]?\s+office|parliament|governor['’]s\s+office)\b",
    re.IGNORECASE,
)
_HOME_MADE = frozenset({"bomb", "blast", "attack"})
_ENOUGH = 2  # different words of fiction
_OPENING = 4  # lines in which one word tells that an article is of a war game


@dataclass(frozen=True, slots=True)
class Genre:
    """What an article is beside news of strikes."""

    fiction: bool
    simulated: bool
    history: bool
    disposal: bool
    depot: bool
    demolition: bool
    feud: bool


def genre_of(lines: Sequence[Line]) -> Genre:
    """Say what an article is: a review, a memory of an old war, of disposers' work, of a depot that blew up."""
    fiction = {m.group().lower() for line in lines for m in _FICTION.finditer(line.text)}
    return Genre(
        fiction=len(fiction) >= _ENOUGH,
        simulated=_any(_SIMULATED, lines[:_OPENING]) or sum(bool(_SIMULATED.search(ln.text)) for ln in lines) > 1,
        history=any(map(_is_of_an_old_war, lines)) and not _any(_NEWER_ARMS, lines),
        disposal=_any(_DISPOSERS, lines),
        demolition=_any(_PULLED_DOWN, lines),
        feud=_any(_FEUD, lines) and not _any(_FIGHTERS, lines),
        depot=any(STORE_OF_ARMS.search(line.text) and _BLEW_UP.search(line.text) for line in lines)
        and not _any(_STRUCK_FROM_OUTSIDE, lines),
    )


def is_imagined(line: Line) -> bool:
    """Whether the sentence says that it is of a novel or a game."""
    return bool(_IMAGINED.search(line.text))


def goes_on_in_peace(part: Line, draft: Draft, before: Sequence[Line]) -> bool:
    """Whether the sentence goes on about a test or a drill: "The North fired into the sea. The shells fell short"."""
    told = any(_NOT_OF_WAR.search(line.text) for line in before) and not (draft.killed or draft.injured)
    placed = any(p.role is Role.EVENT and p.mention in part.places for p in draft.places)
    return told and not placed and draft.hold is not DateHold.OWN and bool(_GOES_ON.match(part.text))


def is_unreported(draft: Draft, part: Line, act: Act, genre: Genre) -> bool:
    """Whether the strike is not news of this article, nor dated as one that was."""
    dated = draft.hold is DateHold.OWN
    if not (draft.killed or draft.injured) and _is_abstract(draft.target):
        return True
    if genre.depot or (_MISHAP.search(part.text) and not draft.actor):
        return True
    if (
        genre.disposal
        and any(p.search(part.text) for p in (_DISPOSED_OF, _LEFT_BEHIND))
        and not (draft.killed or draft.injured)
    ):
        return True
    nobody = draft.actor is None and act.sub_kind in _HOME_MADE and not _OF_WAR.search(part.text)
    pulled_down = genre.demolition and _BROUGHT_DOWN.search(part.text) and not (draft.killed or draft.injured)
    if nobody and (genre.feud or pulled_down):
        return True
    if _OF_THAT_WAR.search(part.text) and not _is_old(draft):
        return True
    if (genre.history or genre.simulated) and not dated:
        return True
    return genre.fiction and not dated and part.zone is Zone.BODY and not part.entry and _is_present(part.text, act)


def _is_of_an_old_war(line: Line) -> bool:
    return any(not _MADE_THEN.search(line.text, 0, match.start()) for match in _OLD_WAR.finditer(line.text))


def _any(pattern: re.Pattern[str] | Cues, lines: Iterable[Line]) -> bool:
    return any(pattern.search(line.text) for line in lines)


def _is_abstract(target: str) -> bool:
    """Whether what was struck is nothing that a weapon can: "a proposal to ship uranium", "the first attempt"."""
    head = _AFTER_NOUN.split(target, maxsplit=1)[0]
    return any(m.end() == len(head) for m in _ABSTRACT.finditer(head))


def _is_old(draft: Draft) -> bool:
    day = draft.when.when if draft.when else None
    return bool(day and day.first and day.first.year < _FIRST_OF_AGE)


def _is_present(text: str, act: Act) -> bool:
    """Whether the act, or all that the sentence tells, is in the present, as plots are: "a mortar lands on a queue"."""
    told = not PRESENT.isdisjoint(text[act.start : act.end].lower().split())
    return told or not _PAST.search(_IS_DONE.sub(" ", text))
