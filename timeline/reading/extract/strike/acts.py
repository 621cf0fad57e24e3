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

from timeline.article import Zone
from timeline.event import Stance
from timeline.reading.extract.force.accidents import is_refuted, without_accidents
from timeline.reading.extract.force.act import Act, armed_doer, without_times
from timeline.reading.extract.force.force import (
    ACT,
    ARMING,
    ARMS,
    ARMS_WORDS,
    BASE,
    HARMED,
    KINETIC_ACT,
    KINETIC_HIT,
    WEAPON,
    WEAPON_WORDS,
    speaks_of_force,
    sub_kind,
    words_of,
)
from timeline.reading.extract.force.sending import launches, minus, moves
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.encounters import (
    arrivals,
    attempts,
    clefts,
    near_misses,
    nominals,
    plain_verbs,
    run_into,
)
from timeline.reading.extract.strike.nouns import fire, interceptions, of_a_day, operations, strike_nouns
from timeline.reading.extract.strike.ruining import bombs, ruins, weapon_and_harm
from timeline.reading.extract.strike.striking import (
    armed_verbs,
    demolitions,
    headed,
    hits,
    to_blame,
    under_fire,
)
from timeline.reading.extract.strike.struck import ANY_SORT
from timeline.reading.words import Cues, finder, keywords, phrases, words_in

_STEMS = finder(phrases("strike_stems")).pattern
_STRUCK = r"(?:struck|attacked|hit|bombed|shelled)"
_GERUNDS = r"(?:strik|attack|hitt|bomb|shell|bombard)ing"
_THREAT = re.compile(rf"\b(?:will|would|threatened\s+to|vowed\s+to)\s+{_STEMS}", re.IGNORECASE)
_DENIAL = re.compile(
    rf"\bden(?:y|ies|ied)\s+(?:(?:having\s+)?{_GERUNDS}|(?:that\s+)?(?:it|they|its\s+\w+)\s+had\s+{_STRUCK})\b",
    re.IGNORECASE,
)
_NOT_BY_ARMS = Cues(phrases("not_by_arms"))
_OF_WAR = Cues(phrases("war_words"))
_BY_HAND = re.compile(r"\bstabb(?:ed|ing)", re.IGNORECASE)
_IT_WAS_DEALT = re.compile(  # the attack of the sentence before
    r"\W*(?:it|this|that|they|both)\s+(?:was|were|had\s+been)\s+(?:carried\s+out|launched|mounted|conducted"
    r"|committed|executed)\s+(?:[^,;.]{0,30}?\s)??"
    rf"(?:with|using|by)\s+(?:[\w-]+\s+){{0,3}}?(?P<arms>{ARMS.pattern})",
    re.IGNORECASE,
)
_NOMINAL = re.compile(
    rf"\W*(?:an?\s+|one\s+|two\s+|three\s+|\d+\s+)?(?:[\w-]+\s+){{0,3}}?(?P<arms>{WEAPON.pattern})\W+"
    rf"(?:(?:on|into|at)\s+)?(?P<thing>(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{ANY_SORT.pattern}))\W*",
    re.IGNORECASE,
)


def is_armed(line: Line) -> bool:
    """Whether the line names a weapon, an act that only weapons do."""
    text = without_accidents(line.text)
    said = words_in(text)
    return any(not words.isdisjoint(said) and cue.search(text) for cue, words in _ARMED)


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
    other_cause = _NOT_BY_ARMS.search(line.text)
    meant = other_cause and not is_refuted(line.text, other_cause.start())
    if not (meant and not any(p.search(line.text) for p in (ARMS, KINETIC_ACT))) and not is_by_hand(line.text):
        said = words_in(line.text)
        for find, words in _FINDERS:
            if not words.isdisjoint(said) and (act := next(iter(find(line, named, armed=armed)), None)):
                return act
    return _threat_or_denial(line, named)


def is_by_hand(text: str) -> bool:
    """Whether somebody stabbed with a knife, and no weapon of war is named: a "terror attack" too may be that."""
    return _BY_HAND.search(text) is not None and ARMS.search(text) is None


def _threat_or_denial(line: Line, named: Sequence[Named]) -> Act | None:
    """Find a strike that is threatened or denied by somebody who could strike: "the army will strike"."""
    for pattern, stance in ((_THREAT, Stance.THREATENED), (_DENIAL, Stance.DENIED)):
        match = pattern.search(line.text)
        if match and armed_doer(line, named, 0, match.start()):
            return Act(match.start(), match.end(), "attack", True, False, False, False, match.end(), stance=stance)
    return None


def _in_present(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find several weapons that do harm in the present of headlines and chronicles: "drones damage a pipeline"."""
    if not (line.entry or line.zone is Zone.HEADLINE):
        return
    for match in WEAPON.finditer(line.text):
        verb = BASE.match(line.text, match.end()) if match.group().endswith("s") else None
        if verb:
            yield Act(match.start(), verb.end(), sub_kind(match.group()), True, False, False, False, verb.end())


def _verbless(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a weapon and what it hit, told without a verb, as channels do: "A glide bomb, Monday, a dormitory."."""
    match = _NOMINAL.fullmatch(without_times(line, 0, len(line.text))) if armed else None
    if match:
        kind = sub_kind(match["arms"])
        yield Act(match.start("arms"), match.end("arms"), kind, True, False, False, False, match.start("thing"))


def _dealt_with(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find with what the attack was made that was told before: "It was carried out with two drones on Monday"."""
    match = _IT_WAS_DEALT.match(line.text)
    if match:
        kind = sub_kind(match["arms"])
        yield Act(match.start("arms"), match.end(), kind, False, False, False, True, match.end())


def is_of_nothing_told(line: Line, before: Sequence[Line]) -> bool:
    """Whether "it was carried out with drones" follows no attack and no harm: it may be a survey or a show."""
    told = any(p.search(other.text) for other in before for p in (ACT, HARMED))
    return not told and bool(_IT_WAS_DEALT.match(line.text))


_HITTING = words_of("hit verb", "kinetic verb")
_FACT_WORDS = keywords(phrases("verbs_of_fact"))
_ARMED = (
    (ARMING, WEAPON_WORDS),
    (KINETIC_ACT, words_of("kinetic act")),
    (KINETIC_HIT, words_of("kinetic verb")),
)
_FINDERS = (  # with the words of which one must be in the sentence
    (hits, _HITTING),
    (armed_verbs, words_of("armed verb", "seeking verb")),
    (under_fire, frozenset({"under", "incoming"})),
    (moves, words_of("motion verb")),
    (launches, words_of("launch verb", "aimed verb", "planting verb", "intercept verb")),
    (minus, frozenset({"minus"})),
    (ruins, words_of("effect verb", "wreck verb", "suffer verb")),
    (plain_verbs, _FACT_WORDS),
    (run_into, ARMS_WORDS),
    (arrivals, frozenset({"arrived", "came"})),
    (clefts, frozenset({"what"})),
    (near_misses, frozenset({"miss", "misses", "call", "escape"})),
    (attempts, frozenset({"tried", "attempted", "sought"})),
    (demolitions, words_of("demolition verb")),
    (bombs, frozenset({"blew", "blown", "blow", "blowing", "exploded", "went", "detonated"})),
    (_in_present, WEAPON_WORDS),
    (_verbless, WEAPON_WORDS),
    (headed, _HITTING | {"damaged", "destroyed", "wrecked", "target", "targets", "weapon", "means"}),
    (strike_nouns, words_of("act", "kinetic act")),
    (operations, WEAPON_WORDS),
    (interceptions, frozenset({"interception", "downing", "shooting", "destruction"})),
    (nominals, WEAPON_WORDS),
    (_dealt_with, ARMS_WORDS),
    (fire, frozenset({"fire"})),
    (of_a_day, WEAPON_WORDS),
    (to_blame, frozenset({"blame", "responsible", "cause"})),
    (weapon_and_harm, ARMS_WORDS | words_of("kinetic act")),
)
