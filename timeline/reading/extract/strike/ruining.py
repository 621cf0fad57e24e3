"""Ruin and death by arms: "a missile killed", "was gutted in a drone attack", "blew himself up", "hit by a bomb"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.reading.extract.force.accidents import names_another_cause
from timeline.reading.extract.force.act import NOT_FINITE, Act, armed_doer, clause, is_passive, stands_in
from timeline.reading.extract.force.force import (
    ACT,
    ARMS,
    EFFECT,
    HARMED,
    KINETIC_ACT,
    SUFFER,
    WEAPON,
    WRECK,
    any_of,
    sub_kind,
)
from timeline.reading.extract.force.sending import USED
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.struck import ANY_SORT

_ARTICLES = frozenset({"a", "an", "the"})
_SAYS_LITTLE = frozenset({"left", "leaves", "ruins", "happened", "took place", "occurred", "survive"})
_WITH_ARMS = re.compile(
    rf"\s+[^,.;]{{1,50}}?\s+(?:with|using)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}?(?P<arms>{WEAPON.pattern})",
    re.IGNORECASE,
)
_NEAR = 60  # characters after the verb in which what was destroyed is named
_SUICIDE = re.compile(
    r"\b(?:blew|blown|blow|blowing)\s+(?:him|her|them|it)sel(?:f|ves)\s+up\b"
    r"|\b(?:detonated|exploded)\s+(?:his|her|their)\s+(?:explosives?|vests?|belts?|charges?)\b",
    re.IGNORECASE,
)
_WENT_UP = re.compile(  # "was killed when his car blew up", and no boiler did
    r"\b(?:when|as|after)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){1,4}?"
    r"(?P<up>blew\s+up|exploded|went\s+off|detonated)\b",
    re.IGNORECASE,
)
_BY_WHAT = re.compile(r"\s+(?:by|in|during|when|after|to)\s+(?!\d)")
_OF_WAR_GEAR = re.compile(
    r"\b(?:radar|missile|air[\s-]defen[cs]e|rocket|artillery|ammunition|munitions|weapons|command)\s+(?:[\w-]+\s+)?"
    r"(?:stations?|systems?|batter(?:y|ies)|launchers?|depots?|dumps?|posts?|complex(?:es)?|installations?"
    r"|warehouses?|sites?)\b|\b(?:radars?|howitzers?|tanks?|launchers?|airfields?|hangars?|warships?"
    r"|(?:patrol\s+|speed)?boats?|vessels?|bunkers?)\b",
    re.IGNORECASE,
)
_A_SITE = re.compile(
    rf"\b(?:an?|the|its|another|two|three|four|\d+)\s+(?:[\w-]+\s+){{0,3}}?(?:{ANY_SORT.pattern})(?:\s+(?:in|at"
    rf"|near)\s+[^,.;]{{1,60}}?)?\s+(?:was|were|had\s+been)\b"
)
_A_BOMBER = re.compile(  # or a mine, that killed
    r"(?:(?<=\bthe\s)|(?<=\ba\s)|(?<=\banother\s)|(?<=\btwo\s)|(?<=\bthree\s))(?:bombers?|(?<!the\s)mines?)(?=\s+$)",
    re.IGNORECASE,
)
_A_THING = re.compile(r"\s+(?:the|its|his|her|their|any|all|our)\b", re.IGNORECASE)
_ALSO = re.compile(r"\s+(?:(?:also|later|then|have|had|again|reportedly)\s+)*", re.IGNORECASE)
_DIRECT_HITS = ("direct hit", "direct hits")
_WHEN = re.compile(r",?\s+when\s")
_CAUSE = (
    r"\b(?:by|in|after|when|where|during|following|from|as|under|to|(?<=force\s)of|(?<=brunt\s)of|(?<=end\s)of)\s+"
    r"(?:[\w'’-]+\s+){0,6}?"
)
_WOUNDS = re.compile(r"\s+(?:wounds?|injur(?:y|ies)|burns|trauma)\b", re.IGNORECASE)  # of what was told before
RUIN = any_of([HARMED, WRECK, SUFFER])
_RUINING = any_of([EFFECT, WRECK, SUFFER])
_CAUSED = re.compile(rf"{_CAUSE}(?P<arms>{ARMS.pattern}|{KINETIC_ACT.pattern})", re.IGNORECASE)
_CAUSED_BY_ACT = re.compile(rf"{_CAUSE}(?P<arms>{ACT.pattern})", re.IGNORECASE)


def bombs(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find who blew themselves up, and what blew up and killed: "was killed when his car blew up"."""
    for match in _SUICIDE.finditer(line.text):
        yield Act(match.start(), match.end(), "bomb", True, False, False, False, match.end())
    for match in _WENT_UP.finditer(line.text) if armed and HARMED.search(line.text) else ():
        if not names_another_cause(line.text):
            yield Act(match.start("up"), match.end("up"), "bomb", True, False, False, False, match.end("up"))


def ruins(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon that does harm, and what is ruined by one: "a missile killed", "was gutted in a drone attack"."""
    for match in _RUINING.finditer(line.text):
        if _is_adjective(line, match) or line.words_before(match.start(), 1) == ["without"]:
            continue
        passive = is_passive(line, match) or bool(SUFFER.match(line.text, match.start()))
        arms = ARMS if armed and WRECK.match(line.text, match.start()) else WEAPON
        weapon = arms.search(line.text, clause(line.text, match.start())[0], match.start())
        weapon = weapon or _weapon_meant(line, match.start()) or _bomber(line, match)
        weapon = weapon or _raider(line, match)
        if not passive and weapon and match.group().lower() not in _SAYS_LITTLE:
            if not ACT.search(line.text, weapon.end(), match.start()):
                kind = "bomb" if weapon.re is _A_BOMBER else sub_kind(weapon.group())
                yield Act(weapon.start(), match.end(), kind, True, False, False, False, match.end())
        elif not passive and _is_their_work(line, named, match):
            yield Act(match.start(), match.end(), "attack", True, False, False, False, match.end())
        elif not passive and (used := _killed_with(line, match)):
            yield Act(match.start(), match.end(), sub_kind(used["arms"]), True, False, False, False, match.end())
        elif armed and passive and _is_lost(line, match):
            yield Act(match.start(), match.end(), "attack", True, False, True, False, match.end())
        elif not EFFECT.match(line.text, match.start()) and (
            cause := _cause(line, match, passive=passive, armed=armed)
        ):
            kind = sub_kind((ARMS.search(line.text, *cause.span()) or cause)[0])
            yield Act(match.start(), match.end(), kind, True, False, True, False, match.end())
        elif armed and passive and match.group().lower().endswith(_DIRECT_HITS):
            yield Act(match.start(), match.end(), "attack", True, False, True, False, match.end())


def _killed_with(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    """Find the weapon with which somebody killed: "killed eleven people with a drone"."""
    return _WITH_ARMS.match(line.text, match.end()) if EFFECT.match(line.text, match.start()) else None


def _is_their_work(line: Line, named: Sequence[Named], match: re.Match[str]) -> bool:
    """Whether a force destroyed arms or a thing of war: "British crews said they had wrecked a launcher"."""
    wrecks = WRECK.match(line.text, match.start()) and not NOT_FINITE & set(line.words_before(match.start(), 1))
    start, end = clause(line.text, match.start())
    doer = wrecks and armed_doer(line, named, start, match.start())
    return bool(doer and _OF_WAR_GEAR.search(line.text, match.end(), min(end, match.end() + _NEAR)))


def _is_lost(line: Line, match: re.Match[str]) -> bool:
    """Whether arms or a thing of war was destroyed on a day, nobody says by what: "a radar station was destroyed"."""
    if not WRECK.match(line.text, match.start()) or _BY_WHAT.match(line.text, match.end()):
        return False
    around = clause(line.text, match.start())
    dated = any(line.local(t)[1] >= match.end() or _WHEN.match(line.text, line.local(t)[1]) for t in line.times)
    thing = _OF_WAR_GEAR.search(line.text, *around) or _A_SITE.search(line.text, *around)
    return dated and bool(thing) and not names_another_cause(line.text)


def _weapon_meant(line: Line, verb: int) -> re.Match[str] | None:
    """Find the weapon that "they" or "another" right before the verb stands for, earlier in the sentence."""
    pronoun = stands_in(line, 0, verb)
    return next(reversed([*WEAPON.finditer(line.text, 0, pronoun.start())]), None) if pronoun else None


def _raider(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    """Find the aircraft or the ships that killed people: "government jets killed four people"."""
    if not EFFECT.match(line.text, match.start()) or _A_THING.match(line.text, match.end()):
        return None
    raider = next(reversed([*ARMS.finditer(line.text, 0, match.start())]), None)
    beside = raider and _ALSO.fullmatch(line.text, raider.end(), match.start())
    return raider if raider and beside and raider.group().lower().endswith("s") else None


def _bomber(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    """Find the bomber or the mine that killed people: "a bomber killed nine", but no mine that "killed the river"."""
    killed = EFFECT.match(line.text, match.start()) and not _A_THING.match(line.text, match.end())
    return _A_BOMBER.search(line.text, 0, match.start()) if killed else None


def _cause(line: Line, match: re.Match[str], *, passive: bool, armed: bool) -> re.Match[str] | None:
    """Find the weapon or the strike by which something was ruined."""
    if not passive or NOT_FINITE & set(line.words_before(match.start(), 1)):
        return None
    start = match.end() - len(" by")  # "caused by", "the brunt of" are all of the verb
    return _CAUSED.search(line.text, start) or (_CAUSED_BY_ACT.search(line.text, start) if armed else None)


def weapon_and_harm(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon beside the dead or the ruins, however that is said: "when the drone came, four were dead"."""
    harm = RUIN.search(line.text) if armed else None
    weapon = _linked(line, harm) if harm and not _is_adjective(line, harm) else None
    if weapon and not NOT_FINITE & set(line.words_before(weapon.start(), 1)) - _ARTICLES:
        of_it = bool(_WOUNDS.match(line.text, weapon.end()))
        yield Act(weapon.start(), weapon.end(), sub_kind(weapon.group()), False, False, False, of_it, weapon.end())


def _is_adjective(line: Line, match: re.Match[str]) -> bool:
    """Whether the verb only says what something is like: "drones and a disabled shell"."""
    return bool(WRECK.match(line.text, match.start()) and _ARTICLES & set(line.words_before(match.start(), 1)))


def _linked(line: Line, harm: re.Match[str]) -> re.Match[str] | None:
    """Find the weapon that the words join to the harm: "by a drone", "when missiles came", or one named before it."""
    cause = _CAUSED.search(line.text)
    ahead = WEAPON.search(line.text, clause(line.text, harm.start())[0], harm.start())
    return (
        ahead
        if ahead and not USED.search(line.text, 0, ahead.start())
        else WEAPON.search(line.text, *cause.span()) or ARMS.search(line.text, *cause.span())
        if cause
        else None
    )
