"""Acts of force in a sentence: the words that report one, and what makes them more than a figure of speech.

A strike word counts only with a weapon, an armed doer or harm beside it. A labour dispute, a deal that was struck and a
plan to strike are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.place import Cue
from timeline.article import Zone
from timeline.event import Stance
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named
from timeline.reading.words import finder, of_class, phrases, table

_SUB_KINDS = {row["words"].lower(): row["sub_kind"] for row in table("strike_cues")}


def _cue(*classes: str, plural: bool = False) -> re.Pattern[str]:
    return finder(of_class("strike_cues", *classes), plural=plural)


WEAPON = _cue("weapon", plural=True)
EFFECT = _cue("effect verb", "wreck verb")
_HARMED = _cue("effect verb", "wreck verb", "effect noun")
_ACT = _cue("act", "kinetic act", plural=True)
_KINETIC_ACT = _cue("kinetic act", plural=True)
_HIT = _cue("hit verb", "kinetic verb")
_KINETIC_HIT = _cue("kinetic verb")
_LAUNCH = _cue("launch verb", "intercept verb")
_INTERCEPT = _cue("intercept verb")
_AIM = re.compile(r"\s(?:at|on|against|toward|towards|into)\s")
_STEMS = finder(phrases("strike_stems")).pattern
_STRUCK = r"(?:struck|attacked|hit|bombed|shelled)"
_GERUNDS = r"(?:strik|attack|hitt|bomb|shell|bombard)ing"
_THREAT = re.compile(rf"\b(?:will|would|threatened\s+to|vowed\s+to)\s+{_STEMS}", re.IGNORECASE)
_DENIAL = re.compile(
    rf"\bden(?:y|ies|ied)\s+(?:(?:having\s+)?{_GERUNDS}|(?:that\s+)?(?:it|they|its\s+\w+)\s+had\s+{_STRUCK})\b",
    re.IGNORECASE,
)
_HARM = finder(word for word in of_class("strike_cues", "effect verb", "wreck verb") if word != "left")
_WRECK = _cue("hit verb", "wreck verb")
_NOT_STRIKE = finder(phrases("not_a_strike"), plural=True)
_FORCES = finder(phrases("forces"))
_MODIFIERS = frozenset(phrases("strike_modifiers"))
_BACK = frozenset({"the", "this", "that"})
_NOT_FINITE = frozenset(["a", "an", "the", "direct", "to", "will", "would", "could", "may", "might", "can", "not"])
_ARTICLES = frozenset({"a", "an", "the"})
_SAYS_LITTLE = frozenset({"left", "leaves", "ruins", "happened", "took place", "occurred", "survive", "set"})
_RUIN = finder(set(of_class("strike_cues", "effect verb", "wreck verb", "effect noun")) - _SAYS_LITTLE)
_DEALT = re.compile(  # "delivered a strike", "carried out three raids"; "to carry out" is a plan
    r"(?<!\bto\s)\b(?:delivered|carried\s+out|launched|conducted|staged|mounted|inflicted)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_STATE_ACT = re.compile(r"strikes?|raids?", re.IGNORECASE)  # with people hurt these need no weapon beside them
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|got|getting)\s+(?:\w+ly\s+|also\s+|too\s+)?$", re.IGNORECASE)
_AGENT_NEXT = re.compile(r"\s+by\s", re.IGNORECASE)
_UNDER = re.compile(r"\bcame\s+under\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they)\s+(?:ha[sd]\s+|have\s+)?$", re.IGNORECASE)
_ABLAZE = re.compile(r"\s+(?:[\w'’-]+\s+){0,4}?(?:ablaze|on\s+fire|fire\s+to)")
_CLAUSE = re.compile(r"[;:]|\s[-–—]\s|,\s+(?:and|but|while|which|who|where|after|as)\s", re.IGNORECASE)
_ON_SITE = re.compile(r"\s+(?:on|at|against|targeting|in)\s+((?:an?|the)\s+[^,.;]{3,80})")
_BY = re.compile(r"\s+(?:by|with|of)\s")


@dataclass(frozen=True, slots=True)
class Act:
    """The words in a sentence that report force: local offsets, sub-kind, and how they are said."""

    start: int
    end: int
    sub_kind: str
    verb: bool
    plural: bool
    passive: bool
    refers_back: bool
    object_at: int  # where the words for what was hit begin
    intercepted: bool = False  # shot down: the doer of the verb is not who attacked
    stance: Stance = Stance.ASSERTED


def is_armed(line: Line) -> bool:
    """Whether the line names a weapon or an act that only weapons do."""
    return any(cue.search(line.text) for cue in (WEAPON, _KINETIC_ACT, _KINETIC_HIT))


def find_act(line: Line, named: Sequence[Named], *, armed: bool) -> Act | None:
    """Find the act that the sentence reports; a finite verb comes before a noun.

    ``armed`` says that the article tells of weapons elsewhere, so that a bare "attack" may be one of them.
    """
    line = replace(line, text=_NOT_STRIKE.sub(lambda m: " " * len(m.group()), line.text))
    for find in (_verbs, _launches, _harms, _nouns, _weapon_and_harm):
        if act := next(iter(find(line, named, armed=armed)), None):
            return act
    return _threat_or_denial(line, named)


def _threat_or_denial(line: Line, named: Sequence[Named]) -> Act | None:
    """Find a strike that is threatened or denied by somebody who could strike: "the army will strike"."""
    for pattern, stance in ((_THREAT, Stance.THREATENED), (_DENIAL, Stance.DENIED)):
        match = pattern.search(line.text)
        if match and _armed_doer(line, named, 0, match.start()):
            return Act(match.start(), match.end(), "attack", True, False, False, False, match.end(), stance=stance)
    return None


def _verbs(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    for match in _HIT.finditer(line.text):
        under = bool(_UNDER.match(line.text, match.start()))
        passive = (
            under
            or bool(_AGENT_NEXT.match(line.text, match.end()))
            or bool(_PASSIVE.search(line.text, max(0, match.start() - 20), match.start()))
        )
        if not _is_finite(line, match, passive=passive):
            continue
        start, _ = clause(line.text, match.start())
        weapon = WEAPON.search(line.text, start, match.start()) or _weapon_after(line, match, passive=passive)
        weapon = weapon or _strike_before(line, match.start())
        kinetic = _KINETIC_HIT.match(line.text, match.start())
        if weapon or kinetic or (armed and (passive or _armed_doer(line, named, start, match.start()))):
            kind = sub_kind(weapon.group() if weapon else match.group())
            if kind == "attack" and (wider := WEAPON.search(line.text)):
                kind = sub_kind(wider.group())
            yield Act(match.start(), match.end(), kind, True, False, passive, False, match.end())


def _strike_before(line: Line, end: int) -> re.Match[str] | None:
    """Find the noun of a strike as the doer, where a place is hit or somebody hurt: "a strike hit Odesa"."""
    noun = next((m for m in _ACT.finditer(line.text, 0, end) if not line.text[m.end() : end].strip()), None)
    placed = any(p.cue in (Cue.AT, Cue.OBJECT) for p in line.places)
    return noun if noun and (placed or _HARM.search(line.text, end)) else None


def _weapon_after(line: Line, match: re.Match[str], *, passive: bool) -> re.Match[str] | None:
    if passive:
        return WEAPON.search(line.text, match.end())
    return WEAPON.search(line.text, match.end()) if re.search(r"\bwith\s", line.text[match.end() :]) else None


def _is_finite(line: Line, match: re.Match[str], *, passive: bool) -> bool:
    """Tell "struck a plant" from the noun "a direct hit", the plural "strikes on" and the infinitive "to hit"."""
    word = match.group().lower()
    before = line.words_before(match.start(), 3)
    if before[:1] == ["and"]:  # "can locate and hit"
        before = before[2:]
    if word in ("strikes", "attacks", "hits"):
        adjective = any(p.cue is Cue.DEMONYM and line.local(p)[1] == match.start() - 1 for p in line.places)
        return (
            line.zone is Zone.HEADLINE
            and not adjective
            and bool(before)
            and not WEAPON.search(line.text, 0, match.start())
        )
    if before and before[0] in _NOT_FINITE:
        return False
    return word != "set" or bool(_ABLAZE.match(line.text, match.end()))


def _armed_doer(line: Line, named: Sequence[Named], start: int, end: int) -> bool:
    nouns = _FORCES.search(line.text, start, end) or _PRONOUN.search(line.text, start, end)
    return bool(nouns) or any(start <= n.start and n.end <= end for n in named)


def _launches(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find weapons sent or shot down: "fired six missiles", "44 drones were destroyed"."""
    for match in _LAUNCH.finditer(line.text):
        intercepted = bool(_INTERCEPT.match(line.text, match.start()))
        if match.group().lower() == "destroyed" and not _destroys_a_weapon(line, match):
            continue
        weapon = WEAPON.search(line.text, *clause(line.text, match.start()))
        if weapon and not _NOT_FINITE & set(line.words_before(match.start(), 1)):
            passive = bool(_PASSIVE.search(line.text, max(0, match.start() - 20), match.start()))
            aim = _AIM.search(line.text, max(match.end(), weapon.end()))
            kind, at = sub_kind(weapon.group()), aim.end() if aim and not intercepted else len(line.text)
            yield Act(match.start(), match.end(), kind, True, False, passive, False, at, intercepted)


def _destroys_a_weapon(line: Line, verb: re.Match[str]) -> bool:
    """Tell "drones were destroyed", "destroyed 44 drones" from "a missile destroyed a school"."""
    start, _ = clause(line.text, verb.start())
    before = WEAPON.search(line.text, start, verb.start())
    if _PASSIVE.search(line.text, max(0, verb.start() - 20), verb.start()):
        return before is not None and not _BY.match(line.text, verb.end())
    return before is None and bool(WEAPON.search(line.text, verb.end(), verb.end() + 40))


def _harms(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon that does harm without a word for striking: "a missile killed a civilian"."""
    for match in _HARM.finditer(line.text):
        passive = bool(_PASSIVE.search(line.text, max(0, match.start() - 20), match.start()))
        weapon = WEAPON.search(line.text, clause(line.text, match.start())[0], match.start())
        if weapon and not passive and not _ACT.search(line.text, weapon.end(), match.start()):
            yield Act(weapon.start(), match.end(), sub_kind(weapon.group()), True, False, False, False, match.end())


def _weapon_and_harm(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon beside the dead or the ruins, however that is said: "took a direct hit from a drone"."""
    weapon = WEAPON.search(line.text) if armed else None
    harm = _RUIN.search(line.text) if weapon else None
    if weapon and harm and not _NOT_FINITE & set(line.words_before(weapon.start(), 1)) - _ARTICLES:
        yield Act(weapon.start(), weapon.end(), sub_kind(weapon.group()), False, False, False, False, weapon.end())


def _nouns(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    for match in _ACT.finditer(line.text):
        start, modifiers = _modifiers(line, match.start())
        weapon = WEAPON.search(line.text, start, match.start()) or _by_weapon(line, match.end())
        owner = any(start <= n.start < match.start() for n in named)
        owner = owner or any(start <= line.local(t)[0] < match.start() for t in line.times)  # "Tuesday's attacks"
        kinetic = _KINETIC_ACT.match(line.text, match.start())
        hurt = _HARMED.search(line.text) or _DEALT.search(line.text, max(0, start - 40), start)
        state_act = hurt and _STATE_ACT.fullmatch(match.group()) and (owner or _is_placed(line))
        if not (weapon or kinetic or state_act or (armed and (owner or hurt))):
            continue
        determiner = (line.words_before(start, 1) or [""])[0]
        plural = match.group().lower().endswith("s")
        back = determiner in _BACK and not modifiers and not plural
        kind = sub_kind(weapon.group() if weapon and not kinetic else match.group())
        yield Act(start, match.end(), kind, False, plural, False, back, _object_of(line, match.end()))


def _is_placed(line: Line) -> bool:
    return any(p.cue is Cue.AT and p.place for p in line.places)


def _object_of(line: Line, end: int) -> int:
    """Find where the words for what was hit begin: "an attack on [a plant]", "a strike wrecked [a plant]"."""
    site = _ON_SITE.match(line.text, end)
    wrecked = _WRECK.search(line.text, end)
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
        if not (inside or WEAPON.fullmatch(word) or word.lower() in _MODIFIERS):
            break
        start = match.start()
        words.add(word.lower())
    return start, words


def _by_weapon(line: Line, end: int) -> re.Match[str] | None:
    """Find the weapon after the noun: "a strike by Russian missiles"."""
    by = _BY.match(line.text, end)
    return WEAPON.search(line.text, by.end(), by.end() + 40) if by else None


def clause(text: str, at: int) -> tuple[int, int]:
    """Give the stretch between the clause marks around ``at``."""
    marks = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    return max(m for m in marks if m <= at), min((m for m in marks if m > at), default=len(text))


def sub_kind(words: str) -> str:
    """Name the ACLED-like kind of a weapon or an act; "attack" when the words do not tell."""
    lower = " ".join(words.lower().split())
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
        if form in _SUB_KINDS:
            return _SUB_KINDS[form]
    return "attack"
