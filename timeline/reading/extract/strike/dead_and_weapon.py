"""A strike that no sentence tells as an act: a story counts its dead in one and names the weapon in another.

"It was morning. Sixteen of those in the library died. / The rocket was army."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.article import Zone
from timeline.event import Specificity
from timeline.reading.extract.force.act import Act
from timeline.reading.extract.force.force import HARMED, WEAPON, sub_kind
from timeline.reading.extract.party.parties import parties
from timeline.reading.extract.party.persons import Named, People
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.one_strike import one_strike
from timeline.reading.extract.strike.own_cause import is_unreal, may_be_unused, tells_its_cause
from timeline.reading.extract.strike.staging import Story
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.words import finder, phrases

_NEAR = 2  # paragraphs between the dead and the weapon
_COMMON = frozenset({"missile", "rocket", "drone", "bomb", "shell", "torpedo", "mine"})
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|denied|den(?:y|ies)|ruled\s+out|without|survived)\b|n['’]t\b", re.IGNORECASE
)
_THE = r"(?:the|this|that|its|their)\s+(?:(?!(?:of|in|on|for|by|to|and)\b)[\w'’-]+\s+){0,2}"
_WAS = r"(?:was|were|been):?\s+(?:an?\s+)?(?:[\w'’-]+\s+){0,2}"
_BY = r"(?:by|under|courtesy\s+of|work\s+of|with|from)\s+(?:an?\s+)?(?:[\w'’-]+\s+){0,2}"
_KNOWN = re.compile(rf"(?:\b(?:{_THE}|{_WAS}|{_BY})|^\W*(?:an?\s+)?(?:(?-i:[A-Z])[\w'’-]+\s+){{0,2}})$", re.IGNORECASE)
_FORCES = re.compile(rf"\b{finder(word.removesuffix('s') for word in phrases('forces')).pattern}\s+$", re.IGNORECASE)
_SENT = re.compile(r",?\s+(?:sent|launched|fired|dropped|flown)\s+by\b", re.IGNORECASE)
_SAYS_MORE = re.compile(r"\s+(?:that|which)\s+(?:is|are|has|can)\b")  # "the bomb that is shown in the hall"
_FRAGMENT = re.compile(r"[^\s.]*(?:[.,!;]|$)")  # "A rocket." has no verb


def dead_and_weapon(lines: Sequence[Line], persons: People, story: Story) -> Iterator[Draft]:
    """Draft the strike of a story that tells none otherwise: by the line that counts its dead, then by its weapon's."""
    body = [line for line in lines if line.zone is Zone.BODY]
    killed = [line for line in body if _is_of_dead(line)]
    armed = [(line, weapon) for line in body if (weapon := _weapon(line, parties(line, persons)))]
    kinds = {sub_kind(weapon.group()) for _, weapon in armed}
    if not killed or len(kinds) != 1 or any(may_be_unused(line) for line, _ in armed):
        return
    pairs = [(abs(a.paragraph - b.paragraph), abs(a.number - b.number), a, b, w) for a in killed for b, w in armed]
    apart, _, dead, line, weapon = min(pairs, key=lambda pair: pair[:2])
    if apart > _NEAR:
        return
    kind = sub_kind(weapon.group())
    act = Act(weapon.start(), weapon.end(), kind, False, False, False, False, weapon.end())
    told_by = one_strike(line, act, parties(line, persons), story, None)
    if line is dead:
        yield as_one_event(told_by)
        return
    harm = HARMED.search(dead.text)
    at, to = harm.span() if harm else (0, 0)
    of_dead = Act(at, to, kind, True, False, True, False, to)
    told = one_strike(dead, of_dead, parties(dead, persons), story, None)
    yield as_one_event(replace(told, actor=told.actor or told_by.actor))
    yield replace(told_by, grounded=False, refers_back=True)


def _is_of_dead(line: Line) -> bool:
    """Whether the line counts dead of whose death it tells no other cause."""
    harm = tolls(line.text, line.date_spans)
    return bool(harm.killed and (harm.killed.best or 0) > 1) and not tells_its_cause(line)


def _weapon(line: Line, named: Sequence[Named]) -> re.Match[str] | None:
    """Find one weapon that was used: one told as known ("the missile"), as what it was, or as a side's own."""
    if is_unreal(line) or _DENIED.search(line.text):
        return None
    one = (m for m in WEAPON.finditer(line.text) if is_one_weapon(line, m))
    return next((m for m in one if _is_known(line, m) or _is_of_a_side(line, m, named)), None)


def as_one_event(draft: Draft) -> Draft:
    """Let counted dead stand for a strike, however their sentence puts it: "ten are dead" is no habit."""
    specificity = Specificity.EVENT if draft.specificity is Specificity.GENERIC else draft.specificity
    return replace(draft, specificity=specificity, grounded=True)


def is_one_weapon(line: Line, weapon: re.Match[str]) -> bool:
    """Whether one weapon is meant, and nobody's name."""
    return not (weapon.group().endswith("s") or _is_a_name(line, weapon))


def _is_known(line: Line, weapon: re.Match[str]) -> bool:
    """Whether the words take the weapon for known, or say that it was what did it: "it was a drone", "by a rocket"."""
    if _SENT.match(line.text, weapon.end()):
        return True
    known = _KNOWN.search(line.text, 0, weapon.start())
    if known is None or _SAYS_MORE.match(line.text, weapon.end()):
        return False
    return (
        known.start() > 0
        or known.group().strip().lower().startswith("the")
        or bool(_FRAGMENT.match(line.text, weapon.end()))
    )


def _is_of_a_side(line: Line, weapon: re.Match[str], named: Sequence[Named]) -> bool:
    """Whether a side stands right before the weapon: "a Russian drone", "an army rocket"."""
    ours = any(not line.text[n.end : weapon.start()].strip() for n in named if n.end <= weapon.start())
    return ours or bool(_FORCES.search(line.text, 0, weapon.start()))


def _is_a_name(line: Line, weapon: re.Match[str]) -> bool:
    """Whether the word is somebody's name, in quotation marks or with a capital inside a sentence: "the Rockets"."""
    quoted = line.text[weapon.start() - 1 : weapon.start()] in ("“", '"', "‘")
    return weapon.start() > 0 and (quoted or (weapon.group()[0].isupper() and weapon.group().lower() in _COMMON))
