"""Acts of force in a sentence: the words that report one, and what makes them more than a figure of speech.

A strike word counts only with a weapon, an armed doer or harm beside it. A labour dispute, a deal that was struck and a
plan to strike are none. Verbs are read by what they take:

    hits      a doer or a weapon strikes something:  "The army shelled ...", "A drone hit ...", "... was hit by a drone"
    moves     a weapon gets there:                   "A missile tore through ...", "... when a shell landed on ..."
    launches  a doer sends a weapon:                 "fired rockets at", "used drones against", "shot down 40 drones"
    ruins     something or somebody is the worse:    "A bomb killed ...", "... was gutted in a rocket attack"
    nouns     the strike as a thing:                 "Monday's attack on ...", "the shelling of ..."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.place import Cue
from timeline.article import Zone
from timeline.event import Stance
from timeline.reading.extract.accidents import names_another_cause, without_accidents
from timeline.reading.extract.act import NOT_FINITE, Act, armed_doer, clause, is_passive, stands_in
from timeline.reading.extract.force import (
    ACT,
    ARMING,
    ARMS,
    BASE,
    EFFECT,
    HARMED,
    HIT,
    KINETIC_ACT,
    KINETIC_HIT,
    SUFFER,
    WEAPON,
    WRECK,
    any_of,
    speaks_of_force,
    sub_kind,
)
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named
from timeline.reading.extract.sending import USED, launches, moves
from timeline.reading.extract.striking import demolitions, headed, hits, to_blame, under_fire
from timeline.reading.extract.struck import ANY_SORT
from timeline.reading.words import finder, phrases

_STEMS = finder(phrases("strike_stems")).pattern
_STRUCK = r"(?:struck|attacked|hit|bombed|shelled)"
_GERUNDS = r"(?:strik|attack|hitt|bomb|shell|bombard)ing"
_THREAT = re.compile(rf"\b(?:will|would|threatened\s+to|vowed\s+to)\s+{_STEMS}", re.IGNORECASE)
_DENIAL = re.compile(
    rf"\bden(?:y|ies|ied)\s+(?:(?:having\s+)?{_GERUNDS}|(?:that\s+)?(?:it|they|its\s+\w+)\s+had\s+{_STRUCK})\b",
    re.IGNORECASE,
)
_NOT_BY_ARMS = finder(phrases("not_by_arms"))
_OF_WAR = finder(phrases("war_words"))
_MODIFIERS = frozenset(phrases("strike_modifiers"))
_BACK = frozenset({"the", "this", "that"})
_ARTICLES = frozenset({"a", "an", "the"})
_SAYS_LITTLE = frozenset({"left", "leaves", "ruins", "happened", "took place", "occurred", "survive"})
_DEALT = re.compile(  # "delivered a strike", "carried out three raids"; "to carry out" is a plan
    r"(?<!\bto\s)\b(?:delivered|carried\s+out|launched|conducted|staged|mounted|inflicted)\s+(?:[\w-]+,?\s+){0,3}$",
    re.IGNORECASE,
)
_STATE_ACT = re.compile(r"strikes?|raids?", re.IGNORECASE)  # with people hurt these need no weapon beside them
_ON_SITE = re.compile(r"\s+(?:on|at|against|targeting|in)\s+((?:an?|the|[A-Z][\w-]+['’]s)\s+[^,.;]{3,80})")
_BY = re.compile(r"\s+(?:by|with|of)\s")
_SCENE_OF = re.compile(r"\b(?:target|scene|site|object|victim)s?\s+of\s+(?:an?\s+|the\s+|another\s+)?$", re.IGNORECASE)
_FIRE = re.compile(r"\s(?:cross-border\s+)?fire\b(?!\s+(?:service|brigade|department|chief|station))")
_IN_A_STRIKE = re.compile(
    r"\b(?:killed|eliminated|neutrali[sz]ed|targeted|destroyed)\b[^,;]{0,60}\bin\s+(?:an?\s+)?$", re.I
)
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
    r"\b(?:when|as|after)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){1,4}?(?P<up>blew\s+up|exploded|went\s+off|detonated)\b",
    re.IGNORECASE,
)
_BY_WHAT = re.compile(r"\s+(?:by|in|during|when|after|to)\s+(?!\d)")
_OF_WAR_GEAR = re.compile(
    r"\b(?:radar|missile|air[\s-]defen[cs]e|rocket|artillery|ammunition|munitions|weapons|command)\s+(?:[\w-]+\s+)?"
    r"(?:stations?|systems?|batter(?:y|ies)|launchers?|depots?|dumps?|posts?|complex(?:es)?|installations?|warehouses?|sites?)\b"
    r"|\b(?:radars?|howitzers?|tanks?|launchers?|airfields?|hangars?|warships?|(?:patrol\s+|speed)?boats?|vessels?|bunkers?)\b",
    re.IGNORECASE,
)
_A_SITE = re.compile(
    rf"\b(?:an?|the|its|another|two|three|four|\d+)\s+(?:[\w-]+\s+){{0,3}}?(?:{ANY_SORT.pattern})(?:\s+(?:in|at|near)\s+[^,.;]{{1,60}}?)?\s+(?:was|were|had\s+been)\b"
)
_WHEN = re.compile(r",?\s+when\s")
_OWNED = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?", re.IGNORECASE)
_AND = re.compile(r"and\s+", re.IGNORECASE)
_CAUSE = (
    r"\b(?:by|in|after|when|where|during|following|from|as|under|to|(?<=force\s)of|(?<=brunt\s)of)\s+"
    r"(?:[\w'’-]+\s+){0,6}?"
)
_RUIN = any_of([HARMED, WRECK, SUFFER])
_RUINING = any_of([EFFECT, WRECK, SUFFER])
_CAUSED = re.compile(rf"{_CAUSE}(?P<arms>{ARMS.pattern}|{KINETIC_ACT.pattern})", re.IGNORECASE)
_CAUSED_BY_ACT = re.compile(rf"{_CAUSE}(?P<arms>{ACT.pattern})", re.IGNORECASE)


def is_armed(line: Line) -> bool:
    """Whether the line names a weapon, an act that only weapons do."""
    return speaks_of_force(line.text) and any(c.search(line.text) for c in (ARMING, KINETIC_ACT, KINETIC_HIT))


def is_of_war(line: Line) -> bool:
    """Whether the line is plainly of a war, though it names no weapon."""
    return bool(_OF_WAR.search(line.text))


def find_act(line: Line, named: Sequence[Named], *, armed: bool) -> Act | None:
    """Find the act that the sentence reports; a finite verb comes before a noun.

    ``armed`` says that the article tells of weapons elsewhere, so that a bare "attack" may be one of them.
    """
    if not speaks_of_force(line.text):
        return None
    line = replace(line, text=without_accidents(line.text))
    if not (_NOT_BY_ARMS.search(line.text) and not any(p.search(line.text) for p in (ARMS, KINETIC_ACT))):
        for find in _FINDERS:
            if act := next(iter(find(line, named, armed=armed)), None):
                return act
    return _threat_or_denial(line, named)


def _bombs(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find who blew themselves up, and what blew up and killed: "was killed when his car blew up"."""
    for match in _SUICIDE.finditer(line.text):
        yield Act(match.start(), match.end(), "bomb", True, False, False, False, match.end())
    for match in _WENT_UP.finditer(line.text) if armed and HARMED.search(line.text) else ():
        if not names_another_cause(line.text):
            yield Act(match.start("up"), match.end("up"), "bomb", True, False, False, False, match.end("up"))


def _threat_or_denial(line: Line, named: Sequence[Named]) -> Act | None:
    """Find a strike that is threatened or denied by somebody who could strike: "the army will strike"."""
    for pattern, stance in ((_THREAT, Stance.THREATENED), (_DENIAL, Stance.DENIED)):
        match = pattern.search(line.text)
        if match and armed_doer(line, named, 0, match.start()):
            return Act(match.start(), match.end(), "attack", True, False, False, False, match.end(), stance=stance)
    return None


def _ruins(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon that does harm, and what is ruined by one: "a missile killed", "was gutted in a drone attack"."""
    for match in _RUINING.finditer(line.text):
        passive = is_passive(line, match) or bool(SUFFER.match(line.text, match.start()))
        arms = ARMS if armed and WRECK.match(line.text, match.start()) else WEAPON
        weapon = arms.search(line.text, clause(line.text, match.start())[0], match.start())
        weapon = weapon or _weapon_meant(line, match.start())
        if not passive and weapon and match.group().lower() not in _SAYS_LITTLE:
            if not ACT.search(line.text, weapon.end(), match.start()):
                yield Act(weapon.start(), match.end(), sub_kind(weapon.group()), True, False, False, False, match.end())
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


def _killed_with(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    """Find the weapon with which somebody killed: "killed eleven people with a drone"."""
    return _WITH_ARMS.match(line.text, match.end()) if EFFECT.match(line.text, match.start()) else None


def _is_their_work(line: Line, named: Sequence[Named], match: re.Match[str]) -> bool:
    """Whether a force destroyed arms or a thing of war: "US forces said they had destroyed a radar"."""
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


def _cause(line: Line, match: re.Match[str], *, passive: bool, armed: bool) -> re.Match[str] | None:
    """Find the weapon or the strike by which something was ruined."""
    if not passive or NOT_FINITE & set(line.words_before(match.start(), 1)):
        return None
    start = match.end() - len(" by")  # "caused by", "the brunt of" are all of the verb
    return _CAUSED.search(line.text, start) or (_CAUSED_BY_ACT.search(line.text, start) if armed else None)


def _in_present(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find several weapons that do harm in the present of headlines and chronicles: "drones damage a pipeline"."""
    if not (line.entry or line.zone is Zone.HEADLINE):
        return
    for match in WEAPON.finditer(line.text):
        verb = BASE.match(line.text, match.end()) if match.group().endswith("s") else None
        if verb:
            yield Act(match.start(), verb.end(), sub_kind(match.group()), True, False, False, False, verb.end())


def _of_a_day(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the weapons of some day: "last week's missiles on a villa"."""
    for match in WEAPON.finditer(line.text) if armed else ():
        day = any(_OWNED.fullmatch(line.text, line.local(t)[1], match.start()) for t in line.times)
        if day and _ON_SITE.match(line.text, match.end()):
            plural = match.group().endswith("s")
            yield Act(match.start(), match.end(), sub_kind(match.group()), False, plural, False, False, match.end())


def _weapon_and_harm(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon beside the dead or the ruins, however that is said: "when the drone came, four were dead"."""
    harm = _RUIN.search(line.text) if armed else None
    weapon = _linked(line, harm) if harm else None
    if weapon and not NOT_FINITE & set(line.words_before(weapon.start(), 1)) - _ARTICLES:
        yield Act(weapon.start(), weapon.end(), sub_kind(weapon.group()), False, False, False, False, weapon.end())


def _linked(line: Line, harm: re.Match[str]) -> re.Match[str] | None:
    """Find the weapon that the words join to the harm: "by a drone", "when missiles came", or one named before it."""
    cause = _CAUSED.search(line.text)
    ahead = WEAPON.search(line.text, clause(line.text, harm.start())[0], harm.start())
    return (
        ahead
        if ahead and not USED.search(line.text, 0, ahead.start())
        else WEAPON.search(line.text, *cause.span())
        if cause
        else None
    )


def _nouns(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    for match in ACT.finditer(line.text):
        start, modifiers = _modifiers(line, match.start())
        weapon = ARMS.search(line.text, start, match.start()) or _by_weapon(line, match.end())
        owner = any(start <= n.start < match.start() for n in named)
        owner = owner or any(start <= line.local(t)[0] < match.start() for t in line.times)  # "Tuesday's attacks"
        kinetic = KINETIC_ACT.match(line.text, match.start())
        hurt = _RUIN.search(line.text) or _DEALT.search(line.text, max(0, start - 40), start)
        state_act = hurt and _STATE_ACT.fullmatch(match.group()) and (owner or _is_placed(line))
        state_act = state_act or (hurt and _is_of_a_state(line, named, start, match.start()))
        state_act = state_act or (
            _IN_A_STRIKE.search(line.text, 0, start) and _is_placed(line) and armed_doer(line, named, 0, start)
        )
        if not (weapon or kinetic or state_act or (armed and (owner or hurt))):
            continue
        determiner = (line.words_before(start, 1) or [""])[0]
        plural = match.group().lower().endswith("s")
        back = determiner in _BACK and not modifiers and not plural
        kind = sub_kind(weapon.group() if weapon and not kinetic else match.group())
        scene = bool(_SCENE_OF.search(line.text, 0, start))
        yield Act(start, match.end(), kind, scene, plural, scene, back, _object_of(line, match.end()))


def _fire(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find somebody's fire that hurts: "was killed by Indian fire"."""
    for match in _FIRE.finditer(line.text) if armed else ():
        start = match.start()
        if any(n.end == start and not n.party.speaker for n in named) and HARMED.search(line.text):
            yield Act(match.start() + 1, match.end(), "attack", False, False, False, False, match.end())


def _is_of_a_state(line: Line, named: Sequence[Named], start: int, end: int) -> bool:
    """Whether an act on a day or in a place is a state's own: "Russia's overnight attack killed a couple in Sumy"."""
    ours = any(start <= n.start < end and n.party.country and not n.party.speaker for n in named)
    return ours and (_is_placed(line) or any(start <= line.local(t)[0] < end for t in line.times))


def _is_placed(line: Line) -> bool:
    return any(p.cue is Cue.AT and p.place for p in line.places)


def _object_of(line: Line, end: int) -> int:
    """Find where the words for what was hit begin: "an attack on [a plant]", "a strike wrecked [a plant]"."""
    site = _ON_SITE.match(line.text, end)
    wrecked = WRECK.search(line.text, end) or HIT.search(line.text, end)
    return site.start(1) if site else wrecked.end() if wrecked else end


def _modifiers(line: Line, end: int) -> tuple[int, set[str]]:
    """Find where the noun's own adjectives begin: "a [Russian missile] attack"."""
    start, words = end, set[str]()
    mentions = [*map(line.local, line.places), *map(line.local, line.times)]
    for match in reversed(list(re.finditer(r"[\w'’-]+", line.text[:end]))[-6:]):
        if line.text[match.end() : start].strip():
            break
        word = match.group()
        inside = any(s <= match.start() < e for s, e in mentions)
        if not (inside or ARMS.fullmatch(word) or word.lower() in _MODIFIERS):
            break
        start = match.start()
        words.add(word.lower())
    opens = _AND.match(line.text, start)
    return opens.end() if opens else start, words


def _by_weapon(line: Line, end: int) -> re.Match[str] | None:
    """Find the weapon after the noun: "a strike by Russian missiles"."""
    by = _BY.match(line.text, end)
    return ARMS.search(line.text, by.end(), by.end() + 40) if by else None


_FINDERS = (
    hits,
    under_fire,
    moves,
    launches,
    _ruins,
    demolitions,
    _bombs,
    _in_present,
    headed,
    _nouns,
    _fire,
    _of_a_day,
    to_blame,
    _weapon_and_harm,
)
