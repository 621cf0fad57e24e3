"""A strike that no sentence tells as an act: a story counts its dead in one and names the weapon in another.

"It was morning. Sixteen of those in the library died. / The rocket was army."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.article import Zone
from timeline.reading.extract.force.accidents import is_of_another_cause
from timeline.reading.extract.force.act import NOT_FINITE, Act
from timeline.reading.extract.force.force import HARMED, WEAPON, sub_kind
from timeline.reading.extract.party.parties import parties
from timeline.reading.extract.party.persons import People
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.one_strike import one_strike
from timeline.reading.extract.strike.staging import Story
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.words import Cues, finder, phrases

_NEAR = 2  # paragraphs between the dead and the weapon
_ARTICLES = frozenset({"a", "an", "the"})
_NOT_USED = Cues(phrases("arms_not_used"), plural=True)
_UNREAL = finder([*phrases("unreal"), *phrases("not_of_war")])


def dead_and_weapon(lines: Sequence[Line], persons: People, story: Story) -> Iterator[Draft]:
    """Draft the strike of a story that tells none otherwise: by the line that counts its dead, then by its weapon's."""
    body = [line for line in lines if line.zone is Zone.BODY]
    killed = [line for line in body if _is_of_dead(line)]
    armed = [(line, weapon) for line in body if (weapon := _weapon(line))]
    kinds = {sub_kind(weapon.group()) for _, weapon in armed}
    if not killed or len(kinds) != 1 or any(_NOT_USED.search(line.text) for line, _ in armed):
        return
    pairs = [(abs(a.paragraph - b.paragraph), abs(a.number - b.number), a, b, w) for a in killed for b, w in armed]
    apart, _, dead, line, weapon = min(pairs, key=lambda pair: pair[:2])
    if apart > _NEAR:
        return
    kind = sub_kind(weapon.group())
    act = Act(weapon.start(), weapon.end(), kind, False, False, False, False, weapon.end())
    told_by = one_strike(line, act, parties(line, persons), story, None)
    if line is dead:
        yield replace(told_by, grounded=True)
        return
    harm = HARMED.search(dead.text)
    at, to = harm.span() if harm else (0, 0)
    of_dead = Act(at, to, kind, True, False, True, False, to)
    told = one_strike(dead, of_dead, parties(dead, persons), story, None)
    yield replace(told, actor=told.actor or told_by.actor, grounded=True)
    yield replace(told_by, grounded=False, refers_back=True)


def _is_of_dead(line: Line) -> bool:
    harm = tolls(line.text, line.date_spans)
    return bool(harm.killed and harm.killed.best) and not (is_of_another_cause(line.text) or _UNREAL.search(line.text))


def _weapon(line: Line) -> re.Match[str] | None:
    """Find one weapon that was there: "a drone", "the missile", not "drones" and not "without a missile"."""
    if _UNREAL.search(line.text):
        return None
    one = (m for m in WEAPON.finditer(line.text) if not m.group().endswith("s"))
    return next((m for m in one if not NOT_FINITE & set(line.words_before(m.start(), 1)) - _ARTICLES), None)
