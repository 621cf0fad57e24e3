"""Verbs that a doer or a weapon strikes with: "the army shelled", "a drone hit", "was struck by", "came under fire"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.place import Cue, PlaceKind
from timeline.reading.extract.force.accidents import is_by_nature
from timeline.reading.extract.force.act import AGENT, Act, armed_doer, clause, is_finite, is_passive, without_times
from timeline.reading.extract.force.force import (
    ACT,
    ARMED_VERB,
    ARMS,
    DEMOLISH,
    EFFECT,
    FORCES,
    HIT,
    KINETIC_ACT,
    KINETIC_HIT,
    SEEKING,
    WEAPON,
    WRECK,
    any_of,
    sub_kind,
)
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.struck import ANY_SORT

_UNDER = re.compile(
    r"\b(?:came|come|comes|coming|been|was|were)\s+under\s+(?:[\w-]+\s+){0,3}?"
    r"(?:fire|attack|assault|bombardment|shelling|shellfire|barrage)\b"
    r"|\b(?:took|takes|taking|taken)\s+(?:heavy\s+|more\s+|some\s+)?incoming(?:\s+(?:fire|rounds))?(?!\s+(?:calls?|mail"
    r"|messages?|flights?|traffic|passengers?|president|students?|data|orders?|goods|air)\b)",
    re.IGNORECASE,
)
_CRITICISED = re.compile(
    r"\s+(?:for|over)\s+(?!the\s+(?:first|second|third|fourth|fifth|\w+th|weekend|night)\b|an?\s|\d"
    r"|(?:\w+\s+)?(?:hours|days)\b)"
)
_WITH = re.compile(r"\bwith\s", re.IGNORECASE)
_BY_MEANS = re.compile(r"\s+with\s+([^,;:]{1,40})", re.IGNORECASE)
_LISTED = (  # before the last of "rifles, machine guns and two mortars"
    r"(?:(?!(?:in|on|at|near|from|while|when|as|after|before|until|outside|late|early|during|killing|wounding)\b)"
    r"[\w-]+,?\s+){0,8}?"
)
_BY_SMALL_ARMS = re.compile(
    rf"\bwith\s+(?!{_LISTED}{WEAPON.pattern})(?:[\w-]+\s+){{0,2}}?(?:rifles|pistols|machine[\s-]?guns|small\s+arms"
    r"|handguns|shotguns)\b",
    re.IGNORECASE,
)
_WITH_SMALL_ARMS = re.compile(  # "militants with rifles attacked a van": an ambush
    r"\b(?:with|carrying|wielding|firing)\s+(?:[\w-]+\s+){0,2}?(?:rifles|pistols|machine[\s-]?guns|small\s+arms"
    r"|handguns|shotguns|guns)\s+$",
    re.IGNORECASE,
)
_SMALL_WORDS = re.compile(
    r"(?:['’]s?)?(?:,?\s+(?:on|in|at|(?:on\s+)?the\s+(?:night|morning|evening)\s+of|early|late|ha[sd]|have|also"
    r"|again|then|later|\w+ly|forces|military|army|troops|jets|said|says|that|it|they|tanks?|gunners?|gunboats?"
    r"|artillery|fighters))*\s*",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(  # "the lorry blew up near a school": it did so by itself
    r"\s*(?:[,.;]|$|(?:in|on|at|near|outside|inside|under|beside|over|after|when|as|while|with|and|late|early"
    r"|killing|before|during)\b)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+(?:in|near|at|on|outside|around)\s[^;:“”\"]{1,90},?\s+")
_VERBS = re.compile(
    r"\b(?:that|which|who|when|where|as|after|and|but|is|was|were|had|has|have|said|says|now|its|their|by|\w+ed"
    r"|\w+ing)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\W*(struck|hit|bombed|shelled|attacked|damaged|destroyed|wrecked)\b(?![^:]*\b(?:by|with)\b)[^:.;]{0,60}:\s",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:(?:what|who)\s+was\s+hit|struck|target|targets|hit|(?:the\s+)?weapon(?:\s+used)?|means)\s*[:–—-]\s+",
    re.IGNORECASE,
)
_IN_WHAT_WAY = re.compile(
    r"(?:mistake|accident|error|surprise|night|day|dawn|then|now|midday|midnight)\b", re.IGNORECASE
)
_TO_BLAME = re.compile(
    r"\s+(?:(?:was|were|is|are)\s+(?:said\s+)?to\s+blame|was\s+(?:responsible|the\s+cause))\b", re.IGNORECASE
)
_SERVICES = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:trains?|rail(?:ways?)?|flights?|buses|commuters|travellers|passengers|services|schools"
    r"|hospitals|ferries|trams|post|holidaymakers)\b",
    re.IGNORECASE,
)
_PLANES = re.compile(  # "its planes attacked": no more than one of them ever crashes
    r"\bplanes\s+(?:(?:ha[sd]|have|also|then|later|again|first|on\s+\w+day|\w+ly)\s+)*$", re.IGNORECASE
)
_AS_PLANES_DO = re.compile(r"(?:attack|target|pound|batter|hammer|bombard|blitz)", re.IGNORECASE)
_PARTICLE = re.compile(
    r"\s+(?:out|off|upon|up(?!\s+to\b)|back)\b", re.IGNORECASE
)  # "a deal was hammered out", "hit back"
_WORDS = 30  # characters that the name of a weapon fits in, with its adjectives
_NEAR = 80  # characters after the verb in which what was struck is named
_WRECK_OR_HARM = any_of([EFFECT, WRECK])


def hits(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find verbs that a doer or a weapon strikes with: "the army shelled", "a drone hit", "was hit by a drone"."""
    for match in HIT.finditer(line.text):
        passive = is_passive(line, match)
        if not is_finite(line, match) or (passive and _is_by_others(line, named, match.end())):
            continue
        if _PARTICLE.match(line.text, match.end()) or _BY_SMALL_ARMS.search(line.text, match.end()):
            continue
        start, _ = clause(line.text, match.start())
        weapon = ARMS.search(line.text, start, match.start()) or _weapon_after(line, match, passive=passive)
        of_workers = not armed and _SERVICES.match(line.text, match.end())  # "strikes hit trains"
        weapon = weapon or (None if of_workers else _strike_before(line, match.start())) or _planes(line, start, match)
        kinetic = KINETIC_HIT.match(line.text, match.start())
        if not kinetic and _WITH_SMALL_ARMS.search(line.text, start, match.start()):
            continue
        doer = not passive and armed_doer(line, named, start, match.start())
        sure = doer and _is_subject(line, named, match.start()) and is_target(line, match.end(), match.end() + _NEAR)
        sure = sure or (passive and _is_by_a_state(line, named, match) and is_target(line, 0, match.start()))
        loose = passive or (
            doer and (_is_subject(line, named, match.start()) or is_target(line, match.end(), len(line.text)))
        )
        if weapon or kinetic or sure or (armed and loose):
            kind = sub_kind(weapon.group() if weapon else match.group())
            if kind == "attack" and weapon and weapon.re is _PLANES:
                kind = "air strike"
            if kind == "attack" and (wider := ARMS.search(line.text)):
                kind = sub_kind(wider.group())
            yield Act(match.start(), match.end(), kind, True, False, passive, False, match.end())


def _planes(line: Line, start: int, verb: re.Match[str]) -> re.Match[str] | None:
    """Find planes as who attacks; of one that "hit a house" nobody says that it meant to."""
    return _PLANES.search(line.text, start, verb.start()) if _AS_PLANES_DO.match(verb.group()) else None


def armed_verbs(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find verbs of many uses that arms strike with: "covered the town with Grads", "was rammed by a drone"."""
    for match in ARMED_VERB.finditer(line.text):
        passive = is_passive(line, match)
        weapon = _means(line, named, match, passive=passive)
        yield from _on_target(line, match, weapon, passive=passive)
    for match in SEEKING.finditer(line.text):
        weapon = _subject(line, match, WEAPON)
        owned = weapon and any(n.end <= weapon.start() <= n.end + _WORDS for n in named if not n.party.speaker)
        yield from _on_target(line, match, weapon if owned else None, passive=False)


def _on_target(line: Line, match: re.Match[str], weapon: re.Match[str] | None, *, passive: bool) -> Iterator[Act]:
    """Give the act of a weapon, where something on the ground is its object."""
    thing = (0, match.start()) if passive else (match.end(), match.end() + _NEAR)
    if weapon and is_finite(line, match) and is_target(line, *thing):
        yield Act(match.start(), match.end(), sub_kind(weapon.group()), True, False, passive, False, match.end())


def _subject(line: Line, match: re.Match[str], arms: re.Pattern[str]) -> re.Match[str] | None:
    """Find the weapon right before the verb: "the navy's [drones] had chased"."""
    start, _ = clause(line.text, match.start())
    weapon = next(reversed([*arms.finditer(line.text, start, match.start())]), None)
    return weapon if weapon and _SMALL_WORDS.fullmatch(without_times(line, weapon.end(), match.start())) else None


def _means(line: Line, named: Sequence[Named], match: re.Match[str], *, passive: bool) -> re.Match[str] | None:
    """Find the weapon that does it, or with which a force does it."""
    start, end = clause(line.text, match.start())
    if passive:
        agent = AGENT.match(line.text, match.end()) or _BY_MEANS.match(line.text, match.end())
        return ARMS.search(line.text, *agent.span(1)) if agent else None
    weapon = _subject(line, match, ARMS)
    with_ = _WITH.search(line.text, match.end(), end)
    if weapon or not with_ or not armed_doer(line, named, start, match.start()):
        return weapon
    return ARMS.search(line.text, with_.end(), with_.end() + _WORDS)


def demolitions(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a thing on the ground that somebody blew up: "blew up a bridge", "the dam was blown up"."""
    for match in DEMOLISH.finditer(line.text):
        passive = is_passive(line, match)
        if passive and _is_by_others(line, named, match.end()):
            continue
        thing = (0, match.start()) if passive else (match.end(), match.end() + _NEAR)
        loose = passive or not _AT_ONCE.match(line.text, match.end())
        if is_finite(line, match) and loose and is_target(line, *thing):
            yield Act(match.start(), match.end(), "bomb", True, False, passive, False, match.end())


def headed(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find what a participle before a colon says was hit: "Struck on Monday: a mill in Sumy"."""
    label = _LABEL.match(line.text) if armed else None
    weapon = ARMS.search(line.text, label.end()) if label else None
    if label and (weapon or is_target(line, label.end(), len(line.text))):
        kind = sub_kind(weapon.group()) if weapon else "attack"
        yield Act(label.start(), label.end(), kind, True, False, True, False, label.end())
        return
    match = _HEADED.match(line.text) if armed else None
    if match and is_target(line, match.end(), len(line.text)):
        yield Act(match.start(1), match.end(1), "attack", True, False, True, False, match.end())


def to_blame(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the weapon that is said to have done it: "a missile was to blame"."""
    for match in _TO_BLAME.finditer(line.text):
        start, _ = clause(line.text, match.start())
        weapon = next(reversed([*ARMS.finditer(line.text, start, match.start() + 1)]), None)
        if weapon and not line.text[weapon.end() : match.start()].strip():
            yield Act(weapon.start(), match.end(), sub_kind(weapon.group()), False, False, False, False, match.end())


def _is_by_others(line: Line, named: Sequence[Named], end: int) -> bool:
    """Whether an agent is named who bears no arms: "was hit by a lorry"."""
    agent = AGENT.match(line.text, end)
    if agent is None or _IN_WHAT_WAY.match(agent[1]):
        return False
    if is_by_nature(agent[1]):
        return True
    armed = any(p.search(line.text, *agent.span(1)) for p in (ARMS, ACT, FORCES))
    return not armed and not any(agent.start(1) <= n.start < agent.end(1) for n in named)


def _is_by_a_state(line: Line, named: Sequence[Named], match: re.Match[str]) -> bool:
    """Whether a state, a group or a force is the agent: "was bombarded by Russia"."""
    agent = AGENT.match(line.text, match.end())
    if agent is None:
        return False
    at = agent.start(1)
    return any(at <= n.start <= at + len("the ") for n in named if not n.party.speaker)


def is_target(line: Line, start: int, end: int) -> bool:
    """Whether a building, a vehicle or a place on the ground is named in that stretch: "Israel struck [a house]"."""
    placed = (PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT, PlaceKind.REGION)
    on_ground = (p for p in line.places if p.place and p.place.kind in placed)
    return bool(ANY_SORT.search(line.text, start, end)) or any(start <= line.local(p)[0] <= end for p in on_ground)


def _strike_before(line: Line, end: int) -> re.Match[str] | None:
    """Find the noun of a strike as the doer, where a place is hit or somebody hurt: "a strike hit Odesa"."""
    acts = ACT.finditer(line.text, 0, end)
    noun = next((m for m in acts if _is_its_verb(line, m.end(), end)), None)
    placed = any(p.cue in (Cue.AT, Cue.OBJECT) for p in line.places)
    sure = placed or _WRECK_OR_HARM.search(line.text, end) or is_target(line, end, end + _NEAR)
    return noun if noun and sure else None


def _is_its_verb(line: Line, start: int, end: int) -> bool:
    """Whether the verb is that of the noun: nothing stands between, or only where that was: "a strike near X, hit"."""
    between = without_times(line, start, end)
    if _SMALL_WORDS.fullmatch(between):
        return True
    placed = any(start < line.local(p)[0] < end for p in line.places)
    return placed and bool(_WHERE.fullmatch(between)) and not _VERBS.search(between)


def _weapon_after(line: Line, match: re.Match[str], *, passive: bool) -> re.Match[str] | None:
    with_ = None if passive else _WITH.search(line.text, match.end())
    return ARMS.search(line.text, with_.end() if with_ else match.end()) if passive or with_ else None


def _is_subject(line: Line, named: Sequence[Named], verb: int) -> bool:
    """Whether an armed force, a state or a group stands right before the verb: "Israel on Monday struck"."""
    doers = [m.end() for m in FORCES.finditer(line.text, 0, verb)]
    doers += [n.end for n in named if n.end <= verb and not n.party.speaker]
    between = without_times(line, max(doers), verb) if doers else ""
    return bool(doers) and bool(_SMALL_WORDS.fullmatch(between))


def under_fire(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find what came under fire, but not under that of critics: "came under fire for his remarks"."""
    for match in _UNDER.finditer(line.text):
        weapon = ARMS.search(line.text, match.start()) or KINETIC_ACT.search(line.text, *match.span())
        critics = _CRITICISED.search(line.text, match.end())
        if critics and not (weapon and weapon.start() < critics.start()):
            continue
        if weapon or armed or "incoming" in match.group().lower():
            kind = sub_kind(weapon.group() if weapon else "attack")
            yield Act(match.start(), match.end(), kind, True, False, True, False, match.end())
