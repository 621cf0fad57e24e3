"""Weapons that get somewhere, and those who send them: "a missile tore through", "fired rockets at", "shot down"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.article import Zone
from timeline.reading.extract.force.act import (
    AGENT,
    NOT_FINITE,
    NOUNS_TOO,
    PASSIVE,
    Act,
    clause,
    is_finite,
    is_of_a_moment,
    stands_in,
)
from timeline.reading.extract.force.force import (
    ACT,
    AIMED,
    GERUND,
    INTERCEPT,
    KINETIC_ACT,
    LAUNCH,
    MOTION,
    PLANTING,
    PRESENT,
    WEAPON,
    WRECK,
    any_of,
    sub_kind,
)
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import DIGITS, SPELT

_WITH = re.compile(r"\s+(?:by|with|of)\s")
_AT_WHICH = re.compile(r"\b(?:at|on|against|into)\s+which\s", re.IGNORECASE)
_THEY_SAY = re.compile(  # "launched by X, the mayor wrote on Facebook": nobody aims at that
    r",\s+(?:according\s+to|(?:[\w'’.-]+\s+){1,8}?(?:said|says|wrote|posted|told|reported|added|announced|confirmed))\b"
)
_AIM = re.compile(r"\s(?:at|on|against|toward|towards|into)\s")
USED = re.compile(r"us(?:ed?|es|ing)|employ\w*|deploy\w*", re.IGNORECASE)
_USED_AGAINST = re.compile(
    r"\s(?:against\s|to\s+(?:strike|hit|attack|bomb|shell|kill|target|destroy|blow\s+up|pound|disable|wreck|damage"
    r"|sink)\s)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[,.;]|$|\s(?:overnight|over|in|on|during|above|near|by|since|and)\b)", re.IGNORECASE)
_WITH_WHAT_RESULT = re.compile(  # "employed a rocket, as a result of which a hotel was destroyed"
    r",\s+(?:as\s+a\s+result(?:\s+of\s+which)?|(?:kill|wound|injur|destroy|damag|hitt|strik|sett)ing)\s",
    re.IGNORECASE,
)
_AT_OR_TO_HIT = any_of([_AIM, _USED_AGAINST])
_IN_PLACE = re.compile(r"\s(?:in|at|on|near|under|outside|inside|beside|by|next\s+to)\s")
_PIECES_OF = re.compile(
    r"\b(?:debris|fragments|wreckage|shrapnel|remains|remnants|pieces|parts|splinters)\s+(?:of|from)\s+"
    r"(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_ROCKET = re.compile(r"rockets?", re.IGNORECASE)
_SHOT = re.compile(r"\b(?:intercepted|downed|destroyed|shot|exploded|enemy|hostile)\b", re.IGNORECASE)
_OBJECT_OF = re.compile(
    r"\b(?:by(?!\s+(?:then|now|the\s+time))|with|from|against|about|for|to)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE
)
_CARRIED = re.compile(r"\b(?:with|carrying|dropping)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_LADEN = re.compile(
    r"\b(?:packed|laden|filled|loaded|rigged|stuffed|crammed|fitted|armed)\s+with\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_WHICH = re.compile(r"\s+(?:that|which)\s+(?:ha[sd]\s+)?$")
_CHARGE = re.compile(
    r"\b(?:it|car|vehicle|van|truck|lorry|motorcycle|motorbike|boat|device|package|parcel|pager|walkie-talkie)s?\b",
    re.IGNORECASE,
)
_BLAST = re.compile(r"(?:blast|explosion|strike|barrage|salvo)s?", re.IGNORECASE)  # these need no weapon beside them
_GOES_OFF = re.compile(r"blew\s+up|went\s+off|exploded|detonated", re.IGNORECASE)
_NEAR_OBJECT = 50  # characters after the verb in which the weapon that is sent is named
_MIGHT_HAVE = re.compile(r"\b(?:could|would|should|might)\s+(?:\w+\s+)?have\s+(?:been\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_MINUS = re.compile(
    rf"\bminus\s+(?:{DIGITS}|{SPELT})\s+(?:(?:enemy|hostile|Russian|attack)\s+)?(?P<arms>{WEAPON.pattern})",
    re.IGNORECASE,
)
_SENDING = any_of([LAUNCH, AIMED, PLANTING, INTERCEPT])


def moves(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon, or a blast, that gets somewhere: "a missile tore through", "as three rockets landed on"."""
    for match in MOTION.finditer(line.text):
        passive = PASSIVE.search(line.text, max(0, match.start() - 20), match.start())
        if not _is_finite_motion(line, match) or _brings_down(line, match):
            continue
        if passive and match.group().split()[0].lower() not in GERUND:
            yield from _is_moved(line, match)
            continue
        start, _ = clause(line.text, match.start())
        noun = _mover(line, match, start, armed=armed)
        if noun and (
            _LADEN.search(line.text, 0, noun.start())
            or _WHICH.search(line.text, noun.end(), match.start())
            or _is_in_pieces(line, noun)
            or not _OBJECT_OF.search(line.text, 0, noun.start())
        ):
            yield Act(match.start(), match.end(), sub_kind(noun.group()), True, False, False, False, match.end())


def _is_moved(line: Line, match: re.Match[str]) -> Iterator[Act]:
    """Find the weapon or the blast by which something is moved: "was rocked by two explosions"."""
    agent = AGENT.match(line.text, match.end())
    noun = agent and (WEAPON.search(line.text, *agent.span(1)) or ACT.search(line.text, *agent.span(1)))
    if noun and (WEAPON.match(noun.group()) or KINETIC_ACT.match(noun.group()) or _BLAST.fullmatch(noun.group())):
        again = agent is not None and agent[1].lower().startswith("the ")  # "was caught by the blast" told before
        yield Act(match.start(), match.end(), sub_kind(noun.group()), True, False, True, again, match.end())


def _is_in_pieces(line: Line, noun: re.Match[str]) -> bool:
    """Whether what falls is what was left of a weapon, but not of a rocket that nobody shot down."""
    pieces = _PIECES_OF.search(line.text, 0, noun.start())
    return pieces is not None and (not _ROCKET.fullmatch(noun.group()) or bool(_SHOT.search(pieces.group())))


def _brings_down(line: Line, match: re.Match[str]) -> bool:
    """Whether the verb takes a weapon as what is shot down: "it had brought down 59 drones"."""
    downed = INTERCEPT.match(line.text, match.start())
    return downed is not None and WEAPON.search(line.text, match.end(), match.end() + _NEAR_OBJECT) is not None


def _is_finite_motion(line: Line, match: re.Match[str]) -> bool:
    word = match.group().split()[0].lower()
    before = line.words_before(match.start(), 1)
    if word in PRESENT:
        shown = is_of_a_moment(line, match.start())
        return shown or ((line.zone is Zone.HEADLINE or line.entry) and word not in NOUNS_TOO)
    return not (before and before[0] in NOT_FINITE)


def _mover(line: Line, match: re.Match[str], start: int, *, armed: bool) -> re.Match[str] | None:
    """Find what moves: the weapon, what it was hidden in ("the car blew up"), else a blast or a strike."""
    arms = [*WEAPON.finditer(line.text, start, match.start())]
    if arms:
        return next((m for m in reversed(arms) if not _CARRIED.search(line.text, start, m.start())), arms[-1])
    charge = [*_CHARGE.finditer(line.text, start, match.start())] if armed and _GOES_OFF.match(match.group()) else []
    other = stands_in(line, start, match.start()) if armed else None  # "another landed on a school"
    return charge[-1] if charge else _act_before(line, start, match.start(), armed=armed) or other


def _act_before(line: Line, start: int, end: int, *, armed: bool) -> re.Match[str] | None:
    """Find the noun of a strike as the subject: "shelling tore through", "the blast rocked"."""
    act = next(iter(list(ACT.finditer(line.text, start, end))[-1:]), None)
    if act is None or KINETIC_ACT.match(line.text, act.start()):
        return act
    beside = armed or not line.text[act.end() : end].strip()
    return act if beside and _BLAST.fullmatch(act.group()) else None


def launches(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find weapons sent, laid or shot down: "fired six missiles", "used drones against", "44 drones were destroyed"."""
    for match in _SENDING.finditer(line.text):
        intercepted = bool(INTERCEPT.match(line.text, match.start()))
        weapon = _sent(line, match, intercepted=intercepted, armed=armed)
        if weapon and is_finite(line, match) and not _MIGHT_HAVE.search(line.text, 0, match.start()):
            passive = bool(PASSIVE.search(line.text, max(0, match.start() - 20), match.start()))
            sent = max(match.end(), weapon.end())
            told = _THEY_SAY.search(line.text, sent)
            aim = _AIM.search(line.text, sent, told.start() if told else len(line.text))
            if not (aim or intercepted) and match.group().split()[0].lower() in PRESENT | GERUND:
                continue  # "Agency launches rocket" is no strike
            kind, at = sub_kind(weapon.group()), aim.end() if aim and not intercepted else len(line.text)
            salvo = not intercepted and weapon.group().endswith("s")
            yield Act(match.start(), match.end(), kind, True, False, passive, False, at, intercepted, salvo)


def _sent(line: Line, match: re.Match[str], *, intercepted: bool, armed: bool) -> re.Match[str] | None:
    """Find the weapon that is sent; a verb of other uses too needs it as its object, and what it is aimed at."""
    start, end = clause(line.text, match.start())
    if intercepted:
        ruined = WRECK.match(line.text, match.start())
        if ruined and ruined.end() >= match.end() and not _destroys_a_weapon(line, match):
            return None
        passive = PASSIVE.search(line.text, max(0, match.start() - 20), match.start())
        other = stands_in(line, start, passive.start()) if passive and armed else None  # "a third was shot down"
        return WEAPON.search(line.text, start, end) or other
    if LAUNCH.match(line.text, match.start()):
        return WEAPON.search(line.text, start, end)
    passive = PASSIVE.search(line.text, max(0, match.start() - 20), match.start())
    weapon = WEAPON.search(line.text, start, match.start()) if passive else WEAPON.search(line.text, match.end(), end)
    if weapon is None or weapon.start() - match.end() > _NEAR_OBJECT:
        return None
    if USED.match(line.text, match.start()) and _WITH_WHAT_RESULT.search(line.text, weapon.end()):
        return weapon
    if PLANTING.match(line.text, match.start()):
        aim = _IN_PLACE
    else:
        aim = _USED_AGAINST if USED.match(line.text, match.start()) else _AT_OR_TO_HIT
    days = [line.local(t) for t in line.times]  # "sent howitzers to Ukraine on Tuesday" aims at nobody
    if _AT_WHICH.search(line.text, start, match.start()):  # "a depot, at which the army aimed a bomb"
        return weapon
    found = aim.finditer(line.text, max(match.end(), weapon.end()) - 1, end)
    return weapon if any(not any(a <= m.end() < b for a, b in days) for m in found) else None


def minus(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find weapons that air defences report as so many less: "Minus nine drones in the district"."""
    for match in _MINUS.finditer(line.text):
        yield Act(match.start(), match.end(), sub_kind(match["arms"]), True, True, True, False, match.end(), True)


def _destroys_a_weapon(line: Line, verb: re.Match[str]) -> bool:
    """Tell "drones were destroyed", "destroyed 44 drones" from "a missile destroyed a school"."""
    start, _ = clause(line.text, verb.start())
    before = WEAPON.search(line.text, start, verb.start())
    if before and not line.text[before.end() : verb.start()].strip() and _GOES_ON.match(line.text, verb.end()):
        return True  # "46 drones destroyed overnight"
    if PASSIVE.search(line.text, max(0, verb.start() - 20), verb.start()):
        return before is not None and not _WITH.match(line.text, verb.end())
    return before is None and bool(WEAPON.search(line.text, verb.end(), verb.end() + 40))
