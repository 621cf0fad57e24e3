"""Strikes told by a noun: "the attack on a depot", "the shelling of Sumy", "an operation with two drones against"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.place import Cue
from timeline.reading.extract.force.act import AMONG_THEM, Act, armed_doer
from timeline.reading.extract.force.force import (
    ACT,
    ARMS,
    HARMED,
    HIT,
    KINETIC_ACT,
    WEAPON,
    WRECK,
    sub_kind,
)
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.ruining import RUIN
from timeline.reading.extract.strike.striking import (
    is_target,
)
from timeline.reading.extract.toll.counts import DIGITS, SPELT
from timeline.reading.words import phrases

_MODIFIERS = frozenset(phrases("strike_modifiers"))
_BACK = frozenset({"the", "this", "that"})
_CARRIED_OUT = (
    r"(?:carried\s+out|launched|mounted|conducted|committed|executed|staged|delivered|inflicted|flown"
    r"|made(?=\s+(?:on|against)\b))"
)
_DEALT = re.compile(  # "delivered a strike", "carried out three raids"; "to carry out" is a plan
    rf"(?<!\bto\s)\b{_CARRIED_OUT}\s+(?:[\w-]+,?\s+){{0,5}}$", re.IGNORECASE
)
_WAS_DEALT = re.compile(rf"\s+(?:was|were|has\s+been|had\s+been)\s+{_CARRIED_OUT}\b")
_STATE_ACT = re.compile(r"strikes?|raids?", re.IGNORECASE)  # with people hurt these need no weapon beside them
_ON_SITE = re.compile(r"\s+(?:on|at|against|targeting|in)\s+((?:an?|the|[A-Z][\w-]+['’]s)\s+[^,.;]{3,80})")
_TO_DO = re.compile(r"\s+to\s+(?:watch|film|search|look|find|monitor|map|inspect|guard|spot|track)\b")
_BY = re.compile(rf"(?:,?\s+(?:(?:which|that)\s+(?:was|were)\s+)?{_CARRIED_OUT})?\s+(?:by|with|of|using)\s")
_ON_WHAT_USING = re.compile(
    r"\s+(?:on|against|at|in)\s[^,;.]{2,60}?\s(?:using|by\s+means\s+of)\s"
)  # "an attack on X using"
_TUBES = re.compile(r"(?:grenade|rocket)[\s-]launchers?\b", re.IGNORECASE)  # what is used up is what they fire
_NAMED = re.compile(  # "it had been called an attack"
    r"\b(?:(?:been|was|were|is|are)\s+(?:\w+ly\s+)?(?:called|dubbed|labelled|termed|branded)"
    r"|(?:call(?:ed|s|ing)?|dubbed|labelled|termed|branded)\s+(?:it|this|that|them|these|him|her))\s+an?\s+"
    r"(?:[\w-]+,?\s+){0,3}?(?:an?\s+)?$",
    re.IGNORECASE,
)
_BY_MEANS = r"(?:with|using|employing|by\s+means\s+of|involving)"
_OPERATION = re.compile(
    r"\b(?P<noun>operation|action|act\s+of\s+(?:aggression|terror|war)|mission|sortie|response)\b"
    rf"(?:\s+{_BY_MEANS}\s[^.;]{{1,40}}?|[^.;]{{0,60}}?)\s(?P<aim>against|on)\s"
    rf"(?=(?:[^.;]{{1,120}}?\s{_BY_MEANS}\s+(?P<after>[^.;]{{1,40}}))?)",
    re.IGNORECASE,
)
_INTERCEPTION = re.compile(
    r"\b(?:interception|downing|shooting\s+down|destruction)\s+of\s+"
    rf"(?:(?:an?|another|some|about|at\s+least|more\s+than|over)\s+)*(?:{DIGITS}|{SPELT})\s",
    re.IGNORECASE,
)
_OVERHEAD = re.compile(r"\s+(?:over|above|overnight|launched|fired|sent|that\s+(?:were|had))\b")  # not on the ground
_COUNTED_REACH = 40  # characters after a number in which the weapon stands that it counts
_HEAD = re.compile(r"\s*[^,.;]{1,60}?(?=\s(?:in|at|near|by|using|with|of|on)\b|[,.;]|$)")
_TARGET = re.compile(r"\b(?:targets?|positions?|sites?|facilit(?:y|ies)|objects?)\b", re.IGNORECASE)
_OF_THE_LAW = re.compile(
    r"\b(?:police|customs|officers|detectives|gendarmes|rangers|firefighters|inspectors)\b", re.IGNORECASE
)
_SCENE_OF = re.compile(r"\b(?:target|scene|site|object|victim)s?\s+of\s+(?:an?\s+|the\s+|another\s+)?$", re.IGNORECASE)
_FIRE = re.compile(  # "Indian fire", "Delhi's fire had killed two"; not "two died in Delhi's fire"
    r"(?:\s|['’]s?\s(?=(?:[a-z-]+\s+)?fire\s+(?:(?:has|had|have|also)\s+)*(?:kill|wound|injur|hit\b|struck)))"
    r"(?:cross-border\s+)?fire\b(?!\s+(?:service|brigade|department|chief|station))"
)
_IN_A_STRIKE = re.compile(
    r"\b(?:killed|eliminated|neutrali[sz]ed|targeted|destroyed)\b[^,;]{0,60}\bin\s+(?:an?\s+)?$", re.I
)
_ONE_OF = re.compile(r"\bone\s+of\s+(?:the|these|those|its|their|\w+)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:the|that|this)\s+(?:\w+\s+)?", re.IGNORECASE)
_THE_ONE = re.compile(r"\b(?:the|that|this|an?)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_ON = re.compile(r"\s+(?:on|against)\s")
_DAY_FOLLOWS = re.compile(
    r",?\s+(?:which\s+(?:came|happened|took\s+place)\s+)?(?:(?:on|in|early|late)\s+){1,2}(?:the\s+\w+\s+of\s+)?"
)
_RANKED = re.compile(r"\W*the\s+(?:\w+est|worst|first|second|third|last|other|next)\s+", re.IGNORECASE)  # of several
_CAME = re.compile(r"\s+(?:came|happened|occurred|followed)\s+(?:(?:on|in|early|late)\s+)*")
_ON_PLACE = re.compile(r"\s+(?:on|against|in|at|near)\s+(?:the\s+)?(?:\w+\s+of\s+)?")
_OWNED = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?", re.IGNORECASE)
_THERE_WAS = re.compile(  # "there were three strikes in Sumy", "an hour later came the second explosion"
    r"\b(?:there\s+(?:was|were|has\s+been|have\s+been|had\s+been)|later,?\s+(?:came|followed))\s+"
    r"(?:(?!no\b|not\b|never\b|fewer\b|talk\b|fears?\b|reports?\b)[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_WHILE = re.compile(r"\W*(?:even\s+)?(?:as|while)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_GOES_ON = re.compile(  # "As the shelling went on, the mayor opened a hotline in": that is not where it fell
    r"\s+(?:(?:was|were|is|are)\s+)?(?:still\s+)?(?:goes|went|going|wore|dragged|continu(?:es|ed|ing)|rag(?:ed|es|ing)"
    r"|unfold(?:ed|s|ing)|under\s*way|intensified|escalated|abated)(?:\s+(?:on|unabated|all\s+\w+))?,\s",
    re.IGNORECASE,
)
_WERE_HURT = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:\w+\s+)?(?:killed|wounded|injured|hurt|hit|struck)|kill(?:ed|ing)|died)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"and\s+", re.IGNORECASE)


def of_a_day(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the weapons of some day: "last week's missiles on a villa"."""
    for match in WEAPON.finditer(line.text) if armed else ():
        day = any(_OWNED.fullmatch(line.text, line.local(t)[1], match.start()) for t in line.times)
        if day and _ON_SITE.match(line.text, match.end()):
            plural = match.group().endswith("s")
            yield Act(match.start(), match.end(), sub_kind(match.group()), False, plural, False, False, match.end())


def strike_nouns(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the strike as a thing, with its weapon, its doer or its harm: "Monday's attack on a depot"."""
    for match in _one_of_many(line):
        start, modifiers = _modifiers(line, match.start())
        weapon = ARMS.search(line.text, start, match.start()) or _by_weapon(line, match.end())
        owner = any(start <= n.start < match.start() for n in named)
        owner = owner or any(start <= line.local(t)[0] < match.start() for t in line.times)  # "Tuesday's attacks"
        kinetic = KINETIC_ACT.match(line.text, match.start())
        hurt = RUIN.search(line.text) or _DEALT.search(line.text, max(0, start - 40), start)
        state_act = hurt and _STATE_ACT.fullmatch(match.group()) and (owner or _is_placed(line))
        state_act = state_act or (hurt and _is_of_a_state(line, named, start, match.start()))
        state_act = state_act or (
            _IN_A_STRIKE.search(line.text, 0, start) and _is_placed(line) and armed_doer(line, named, 0, start)
        )
        no_strike = (not weapon and _NAMED.search(line.text, 0, start)) or _only_goes_on(line, start, match.end())
        told = (
            AMONG_THEM.search(line.text, 0, start)
            or owner
            or hurt
            or _is_of_one_day(line, match)
            or _is_on_a_thing(line, match)
            or _is_on_a_place(line, match)
            or _is_there(line, start, match.end())
        )
        if no_strike or not (weapon or kinetic or state_act or (armed and told)):
            continue
        determiner = (line.words_before(start, 1) or [""])[0]
        plural = match.group().lower().endswith("s") and not _ONE_OF.search(line.text, 0, start)
        back = determiner in _BACK and not modifiers and not plural
        kind = sub_kind(weapon.group() if weapon and not kinetic else match.group())
        scene = bool(_SCENE_OF.search(line.text, 0, start))
        yield Act(start, match.end(), kind, scene, plural, scene, back, _object_of(line, match.end()))


def _only_goes_on(line: Line, start: int, end: int) -> bool:
    """Whether the sentence tells something else meanwhile: "As the shelling went on, the mayor opened a shelter"."""
    goes_on = _WHILE.fullmatch(line.text, 0, start) and _GOES_ON.match(line.text, end)
    return bool(goes_on) and not _WERE_HURT.search(line.text, end)


def _one_of_many(line: Line) -> list[re.Match[str]]:
    """Give the nouns of strikes, first the one told of several: "drone strikes, among them an attack in May"."""
    found = [*ACT.finditer(line.text)]
    return sorted(found, key=lambda match: not AMONG_THEM.search(line.text, 0, match.start()))


def operations(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find what is done to a target by a weapon, as statements have it: "an operation with two drones against"."""
    for match in _OPERATION.finditer(line.text):
        means = match.span("after") if match["after"] else (match.end("noun"), match.start("aim"))
        weapon = WEAPON.search(line.text, *means) if _is_military(line, match) else None
        dealt = _DEALT.search(line.text, 0, match.start()) or _WAS_DEALT.match(line.text, match.end("noun"))
        if weapon and dealt:
            kind = sub_kind(weapon.group())
            yield Act(match.start(), match.end(), kind, False, False, False, False, match.end("aim"))


def interceptions(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find what was shot down, told by a noun: "the downing of three missiles over Uman was reported"."""
    for match in _INTERCEPTION.finditer(line.text):
        weapon = WEAPON.search(line.text, match.end(), match.end() + _COUNTED_REACH)
        scrapped = match.group().lower().startswith("destruction")
        if weapon and (not scrapped or _OVERHEAD.match(line.text, weapon.end())):
            yield Act(
                match.start(), match.end(), sub_kind(weapon.group()), True, False, True, False, weapon.end(), True
            )


def _is_military(line: Line, match: re.Match[str]) -> bool:
    """Whether an operation is aimed at a thing or a place, and not by the police: "against a target", "on Eilat"."""
    head = _HEAD.match(line.text, match.end())
    aimed = head and (is_target(line, *head.span()) or _TARGET.search(line.text, *head.span()))
    return bool(aimed) and not _OF_THE_LAW.search(line.text)


def fire(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find somebody's fire that hurts: "was killed by Indian fire", "Delhi's fire had killed two"."""
    for match in _FIRE.finditer(line.text) if armed else ():
        start = match.start()
        if any(n.end == start and not n.party.speaker for n in named) and HARMED.search(line.text):
            yield Act(match.end() - len("fire"), match.end(), "attack", False, False, False, False, match.end())


def _is_of_a_state(line: Line, named: Sequence[Named], start: int, end: int) -> bool:
    """Whether an act on a day or in a place is a state's own: "Russia's overnight attack killed a couple in Sumy"."""
    ours = any(start <= n.start < end and n.party.country and not n.party.speaker for n in named)
    return ours and (_is_placed(line) or any(start <= line.local(t)[0] < end for t in line.times))


def _is_of_one_day(line: Line, act: re.Match[str]) -> bool:
    """Whether the noun has its day right beside: "the strike, on Thursday morning, was the work of ..."."""
    opens = _OPENS.fullmatch(line.text, 0, act.start()) and not act.group().endswith("s")
    ranked = _RANKED.fullmatch(line.text, 0, act.start()) and (_is_placed(line) or HARMED.search(line.text))
    leads = [_DAY_FOLLOWS, _CAME] if ranked else [_DAY_FOLLOWS]
    return bool(opens) and any(p.fullmatch(line.text, act.end(), line.local(t)[0]) for t in line.times for p in leads)


def _is_on_a_thing(line: Line, act: re.Match[str]) -> bool:
    """Whether one strike is on a thing that can be struck, somewhere or on a day: "the strike on a depot in Uman"."""
    one = _THE_ONE.search(line.text, 0, act.start()) and not act.group().endswith("s")
    site = _ON_SITE.match(line.text, act.end()) if one and _ON.match(line.text, act.end()) else None
    head = _HEAD.match(line.text, site.start(1)) if site else None
    return bool(head and is_target(line, *head.span())) and (_is_placed(line) or bool(line.times))


def _is_on_a_place(line: Line, act: re.Match[str]) -> bool:
    """Whether the noun has its place and its day right behind it: "used in an attack on Sumy on 24 November"."""
    places = (line.local(p) for p in line.places if p.place)
    struck = next((end for at, end in places if _ON_PLACE.fullmatch(line.text, act.end(), at)), None)
    days = (line.local(t)[0] for t in line.times if t.when and t.when.days)
    return struck is not None and any(_DAY_FOLLOWS.fullmatch(line.text, struck, day) for day in days)


def _is_there(line: Line, start: int, end: int) -> bool:
    """Whether it is told that there was one, or that one came, somewhere: "later came the second, near a bank"."""
    placed = _is_placed(line) or HARMED.search(line.text) or is_target(line, end, len(line.text))
    return bool(placed and _THERE_WAS.search(line.text, 0, start))


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
    by = _BY.match(line.text, end) or _ON_WHAT_USING.match(line.text, end)
    arms = (ARMS.search(line.text, by.end(), by.end() + 40) or _TUBES.match(line.text, by.end())) if by else None
    return None if arms and _TO_DO.match(line.text, arms.end()) else arms
