"""Strikes: which sentences report one, with what weapon, by whom, on what, where and how surely.

A strike is an act of force at a place. A sentence reports one when a strike word stands with a weapon, an armed doer or
harm, and is not made into something else (a labour dispute, a deal), a habit, or a thing that has not happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.place import Cue, PlaceKind
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.dating import date_of
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, People, parties
from timeline.reading.extract.roles import of_the_victim, strike_roles
from timeline.reading.extract.tolls import tolls
from timeline.reading.words import finder, phrases, table

_ROWS = table("strike_cues")
_SUB_KINDS = {row["words"].lower(): row["sub_kind"] for row in _ROWS}


def _cue(*classes: str, plural: bool = False) -> re.Pattern[str]:
    return finder((r["words"] for r in _ROWS if r["class"] in classes), plural=plural)


_WEAPON = _cue("weapon", plural=True)
_ACT = _cue("act", "kinetic act", plural=True)
_KINETIC_ACT = _cue("kinetic act", plural=True)
_HIT = _cue("hit verb", "kinetic verb")
_KINETIC_HIT = _cue("kinetic verb")
_LAUNCH = _cue("launch verb")
_INTERCEPT = _cue("intercept verb")
_EFFECT = _cue("effect verb", "wreck verb")
_WRECK = _cue("hit verb", "wreck verb")
_NOT_STRIKE = finder(phrases("not_a_strike"))
_OTHER_STORY = finder(phrases("workplace_and_sport"))
_MANY = finder(phrases("many_strikes"))
_NOT_YET = frozenset(phrases("not_yet"))
_NOT_YET_PHRASE = finder(w for w in phrases("not_yet") if " " in w)
_FORCES = finder(phrases("forces"))
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|no\s+(?:strike|attack)s?\s+(?:took|happened|was|were))\b", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(?:alleged(?:ly)?|reported(?:ly)?|may|might|possibl[ey]|suspected|apparent(?:ly)?|believed)\b", re.IGNORECASE
)
_SINGLE = frozenset({"a", "an", "one", "another", "the", "this", "that", "its", "their"})
_BACK = frozenset({"the", "this", "that"})
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|got|getting)\s+(?:\w+ly\s+|also\s+|too\s+)?$", re.IGNORECASE)
_AT = re.compile(r"^\W*(?:[\w-]+\W+){0,4}?(?:at|on|against|toward|towards|into|over|in)\b", re.IGNORECASE)
_UNDER = re.compile(r"\bcame\s+under\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|\s[-–—]\s|,\s+(?:and|but|while|which|who|where|after|as)\s", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:days|weeks|months|years|decades)\b", re.IGNORECASE)
_TARGET_END = re.compile(
    r"[,;:“”\"](?:\s|$)|\s(?:and|with|causing|killing|injuring|wounding|while|after)\s", re.IGNORECASE
)
_ON_SITE = re.compile(r"\s+(?:on|at|against|targeting|in)\s+((?:an?|the)\s+[^,.;]{3,80})")


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


def find_strikes(lines: Sequence[Line], persons: People) -> Iterator[Draft]:
    """Yield a draft for each sentence that reports a strike; talk of many strikes and threats are drafts too."""
    armed = any(_WEAPON.search(ln.text) or _KINETIC_ACT.search(ln.text) for ln in lines if ln.zone in REPORTING_ZONES)
    theatre = _theatre(lines)
    for line in lines:
        if line.zone not in REPORTING_ZONES or _OTHER_STORY.search(line.text):
            continue
        named = parties(line, persons)
        act = _act(line, named, armed=armed)
        if act:
            yield _draft(line, act, named, theatre)


def _theatre(lines: Sequence[Line]) -> frozenset[str]:
    """Collect the countries in which the article places things: "in Ukraine's Kharkiv"."""
    placed = (p for ln in lines if ln.zone in REPORTING_ZONES for p in ln.places if p.cue in (Cue.AT, Cue.CONTAINER))
    return frozenset(p.place.country for p in placed if p.place and p.place.country)


def _act(line: Line, named: Sequence[Named], *, armed: bool) -> Act | None:
    """Find the act that the sentence reports; a finite verb comes before a noun, what is sure before what is not."""
    taken = [(m.start(), m.end()) for m in _NOT_STRIKE.finditer(line.text)]
    found = [*_verbs(line, named, armed=armed), *_launches(line), *_nouns(line, named, armed=armed)]
    free = [a for a in found if not any(s < a.end and a.start < e for s, e in taken)]
    return free[0] if free else None


def _verbs(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    for match in _HIT.finditer(line.text):
        under = bool(_UNDER.match(line.text, match.start()))
        passive = under or bool(_PASSIVE.search(line.text, max(0, match.start() - 20), match.start()))
        if not _is_finite(line, match, passive=passive):
            continue
        clause = _clause(line.text, match.start())
        weapon = _WEAPON.search(line.text, clause[0], match.start()) or _weapon_after(line, match, passive=passive)
        kinetic = _KINETIC_HIT.match(line.text, match.start())
        if weapon or kinetic or (armed and (passive or _armed_doer(line, named, clause[0], match.start()))):
            kind = _sub_kind(weapon.group() if weapon else match.group())
            if kind == "attack" and (wider := _WEAPON.search(line.text)):
                kind = _sub_kind(wider.group())
            yield Act(match.start(), match.end(), kind, True, False, passive, False, match.end())


def _weapon_after(line: Line, match: re.Match[str], *, passive: bool) -> re.Match[str] | None:
    if passive:
        return _WEAPON.search(line.text, match.end())
    return _WEAPON.search(line.text, match.end()) if re.search(r"\bwith\s", line.text[match.end() :]) else None


def _is_finite(line: Line, match: re.Match[str], *, passive: bool) -> bool:
    """Tell "struck a plant" from the noun "a direct hit", the plural "strikes on" and the infinitive "to hit"."""
    word = match.group().lower()
    before = line.words_before(match.start(), 1)
    if word in ("strikes", "attacks", "hits"):
        adjective = any(p.cue is Cue.DEMONYM and line.local(p)[1] == match.start() - 1 for p in line.places)
        return (
            line.zone is Zone.HEADLINE
            and not adjective
            and bool(before)
            and not _WEAPON.search(line.text, 0, match.start())
        )
    if before and before[0] in (
        "a",
        "the",
        "direct",
        "an",
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "not",
    ):
        return False
    return word != "set" or bool(
        re.match(r"\s+(?:[\w'’-]+\s+){0,4}?(?:ablaze|on\s+fire|fire\s+to)", line.text[match.end() :])
    )


def _armed_doer(line: Line, named: Sequence[Named], start: int, end: int) -> bool:
    return bool(_FORCES.search(line.text, start, end)) or any(start <= n.start and n.end <= end for n in named)


def _launches(line: Line) -> Iterator[Act]:
    for pattern in (_LAUNCH, _INTERCEPT):
        for match in pattern.finditer(line.text):
            before, after = _clause(line.text, match.start())
            weapon = _WEAPON.search(line.text, before, after)
            if weapon and line.words_before(match.start(), 1)[:1] not in (["to"], ["will"], ["would"], ["could"]):
                yield Act(match.start(), match.end(), _sub_kind(weapon.group()), True, False, False, False, match.end())


def _nouns(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    for match in _ACT.finditer(line.text):
        start, modifiers = _modifiers(line, match.start())
        weapon = _WEAPON.search(line.text, start, match.start()) or _by_weapon(line, match.end())
        owner = any(start <= n.start < match.start() for n in named)
        kinetic = _KINETIC_ACT.match(line.text, match.start())
        if not (weapon or kinetic or (armed and (owner or _EFFECT.search(line.text)))):
            continue
        determiner = (line.words_before(start, 1) or [""])[0]
        plural = match.group().lower().endswith("s")
        back = determiner in _BACK and not modifiers - {"russian"} and not plural
        kind = _sub_kind(weapon.group() if weapon and not kinetic else match.group())
        yield Act(start, match.end(), kind, False, plural, False, back, _object_of(line, match.end()))


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
        if not (
            inside
            or _WEAPON.fullmatch(word)
            or word.lower() in ("and", "deadly", "major", "massive", "new", "ballistic", "cruise")
        ):
            break
        start = match.start()
        words.add(word.lower())
    return start, words


def _by_weapon(line: Line, end: int) -> re.Match[str] | None:
    """Find the weapon after the noun: "a strike by Russian missiles"."""
    by = re.compile(r"\s+(?:by|with|of)\s").match(line.text, end)
    return _WEAPON.search(line.text, by.end(), by.end() + 40) if by else None


def _clause(text: str, at: int) -> tuple[int, int]:
    """Give the stretch between the clause marks around ``at``."""
    marks = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    return max(m for m in marks if m <= at), min((m for m in marks if m > at), default=len(text))


def _sub_kind(words: str) -> str:
    lower = " ".join(words.lower().split())
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
        if form in _SUB_KINDS:
            return _SUB_KINDS[form]
    return "attack"


def _draft(line: Line, act: Act, named: Sequence[Named], theatre: frozenset[str]) -> Draft:
    when, hold = date_of(line, act.start, act.end)
    places = strike_roles(line, (act.start, act.end), passive=act.passive, verb=act.verb)
    actor = _actor(line, act, named, places)
    if not any(p.role is Role.EVENT for p in places):
        places = of_the_victim(line, places, actor.country if actor else None, theatre)
    harm = tolls(line.text)
    return Draft(
        kind=Kind.STRIKE,
        line=line,
        act=act.start,
        sub_kind=act.sub_kind,
        when=when,
        hold=hold,
        places=places,
        actor=actor,
        recipients=(),
        target=_target(line, act),
        killed=harm.killed,
        injured=harm.injured,
        stance=_stance(line, act),
        specificity=_specificity(line, act, places, dated=hold is DateHold.OWN, harm=bool(harm.killed or harm.injured)),
        refers_back=act.refers_back,
    )


def _stance(line: Line, act: Act) -> Stance:
    before = line.text[: act.start]
    if _DENIES.search(line.text):
        return Stance.DENIED
    if line.words_before(act.start, 2)[-2:] and {"will", "would", "threatened", "vowed"} & set(
        line.words_before(act.start, 2)
    ):
        return Stance.THREATENED
    return Stance.HEDGED if _DOUBT.search(before[-40:]) else Stance.ASSERTED


def _specificity(line: Line, act: Act, places: Sequence[RolePlace], *, dated: bool, harm: bool) -> Specificity:
    """One event needs ground: a date of its own, people hurt, or a place finer than a country, told as a fact."""
    if _MANY.search(line.text) or any(t.when is None and _VAGUE.search(t.said) for t in line.times):
        return Specificity.AGGREGATE
    before = line.words_before(act.start, 3)
    if _NOT_YET & set(before[:1] if act.verb else before[:2]) or _NOT_YET_PHRASE.search(
        line.text, max(0, act.start - 40), act.start
    ):
        return Specificity.GENERIC
    fine = any(
        p.role is Role.EVENT and p.mention.place and p.mention.place.kind is not PlaceKind.COUNTRY for p in places
    )
    if act.plural and not act.verb and not (harm or (dated and _EFFECT.search(line.text))):
        return Specificity.AGGREGATE
    return Specificity.EVENT if dated or harm or fine or act.refers_back else Specificity.GENERIC


def _actor(line: Line, act: Act, named: Sequence[Named], places: Sequence[RolePlace]) -> Party | None:
    struck = {line.local(p.mention)[0] for p in places if p.role in (Role.EVENT, Role.CONTAINER)}
    doers = [n for n in named if n.start not in struck and n.party.country and not n.party.speaker]
    by = re.compile(r"\bby\s+(?:the\s+)?").search(line.text, act.end)
    after_by = [n for n in doers if by and by.end() <= n.start <= by.end() + 20]
    clause = _clause(line.text, act.start)[0]
    ahead = [n for n in doers if clause <= n.start < act.end]
    if act.passive:
        return after_by[0].party if after_by else None
    near = [n for n in ahead if act.end - n.start <= 90]
    return near[-1].party if near else (after_by[0].party if after_by else None)


def _target(line: Line, act: Act) -> str:
    if act.passive and act.verb:
        start = _clause(line.text, act.start)[0]
        words = re.sub(
            r"\s+(?:has|have|had)?\s*(?:been|was|were|is|are|being|got)\s*$", "", line.text[start : act.start]
        )
        return _trim(words.rsplit(", ", 1)[-1])
    if not act.verb and act.object_at == act.end:
        return ""
    stop = min([line.local(t)[0] for t in line.times if line.local(t)[0] > act.object_at] + [len(line.text)])
    words = _TARGET_END.split(line.text[act.object_at : stop])[0]
    return _trim(words)


def _trim(words: str) -> str:
    return re.sub(r"^(?:\W+|into\s+|on\s+)+|\s+(?:on|in|late|early|for)$|\W+$", "", " ".join(words.split())).strip()
