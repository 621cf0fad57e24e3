"""A strike that a story tells only in pieces: the dead or hurt, one weapon, who sent it, one day and one place.

No sentence has to tell it as an act. All five must be there, and none may tell of another cause.
"Nine seats stayed empty in Sake on 14 March: nine had died. / It had been a drone of the rebels, an expert told us."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.place import Cue
from timeline.article import Zone
from timeline.reading.extract.day.only_day import only_day
from timeline.reading.extract.force.accidents import is_of_another_cause
from timeline.reading.extract.force.act import Act
from timeline.reading.extract.force.force import ARMS, FORCES, HARMED, HIT, LAUNCH, NO_WEAPON, WEAPON, any_of, sub_kind
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.parties import is_capital, parties
from timeline.reading.extract.party.persons import People
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import FINE
from timeline.reading.extract.strike.dead_and_weapon import as_one_event, is_one_weapon
from timeline.reading.extract.strike.one_strike import one_strike
from timeline.reading.extract.strike.own_cause import is_unreal, may_be_unused, tells_a_disaster, tells_its_cause
from timeline.reading.extract.strike.staging import Story
from timeline.reading.extract.strike.whose_toll import MOST_OF_ONE_STRIKE
from timeline.reading.extract.toll.only_dead import only_dead
from timeline.reading.extract.toll.tolls import tolls
from timeline.when import When

_FORCE = any_of([ARMS, HIT, LAUNCH])


def in_pieces(lines: Sequence[Line], persons: People, story: Story, published: When | None) -> Iterator[Draft]:
    """Draft the strike of a story that tells none otherwise, by the line that counts the dead or hurt.

    Whoever is named as an enemy did it only where the sentence of the weapon says so.
    """
    body = [line for line in lines if line.zone is Zone.BODY]
    home = _home(body)
    hurt = [line for line in body if _counts(line) and not tells_its_cause(line)]
    armed = [(line, weapon) for line in body if not is_unreal(line) and (weapon := _weapon(line))]
    kinds = {sub_kind(weapon.group()) for _, weapon in armed}
    if not (home and hurt and len(kinds) == 1) or any(_is_of_another_cause(line, hurt) for line in body):
        return
    if any(may_be_unused(line) for line, _ in armed):
        return
    day = only_day(body, published)
    sent = any(_names_an_enemy(line, persons, home) for line in _of_force(body))
    if day is None or not (sent or any(FORCES.search(line.text) for line, _ in armed)):
        return
    (kind,) = kinds
    harm = HARMED.search(hurt[0].text)
    at, to = harm.span() if harm else (0, 0)
    of_harm = Act(at, to, kind, True, False, True, False, to)
    told = one_strike(hurt[0], of_harm, parties(hurt[0], persons), story, None)
    if told.hold is not DateHold.OWN:
        told = replace(told, when=day, hold=DateHold.SPEECH)
    yield as_one_event(_at_home(told, home))
    for line, weapon in armed:
        act = Act(weapon.start(), weapon.end(), kind, False, False, False, False, weapon.end())
        by_weapon = one_strike(line, act, parties(line, persons), story, None)
        yield replace(_at_home(by_weapon, home), grounded=False, refers_back=True)


def _at_home(draft: Draft, home: str) -> Draft:
    """Leave out the places of other countries: the enemy's is where it came from."""
    own = (p for p in draft.places if p.mention.place is None or p.mention.place.country == home)
    return replace(draft, places=tuple(own))


def _home(lines: Sequence[Line]) -> str | None:
    """Find the country of the places that the story names, if these lie in one."""
    named = [p for line in lines for p in line.places if p.cue is not Cue.DEMONYM and not is_capital(p)]
    lands = {p.place.country for p in named if p.place and p.place.kind in FINE}
    return next(iter(lands)) if len(lands) == 1 else None


def _counts(line: Line) -> bool:
    harm = [*tolls(line.text, line.date_spans).sure, only_dead(line.text, line.date_spans)]
    return any(0 < (toll.best or 0) < MOST_OF_ONE_STRIKE for toll in harm if toll)


def _weapon(line: Line) -> re.Match[str] | None:
    one = (m for m in WEAPON.finditer(line.text) if is_one_weapon(line, m))
    return next((m for m in one if sub_kind(m.group()) not in NO_WEAPON), None)


def _is_of_another_cause(line: Line, hurt: Sequence[Line]) -> bool:
    """Whether a sentence beside one that counts the hurt tells of a disaster, a crime or another cause."""
    beside = any(abs(line.number - other.number) <= 1 for other in hurt)
    return beside and (tells_a_disaster(line) or is_of_another_cause(line.text))


def _of_force(lines: Sequence[Line]) -> list[Line]:
    """Keep the sentences that speak of force, and those right after."""
    return [
        line
        for line, before in zip(lines, [lines[0], *lines], strict=False)
        if _FORCE.search(line.text) or _FORCE.search(before.text)
    ]


def _names_an_enemy(line: Line, persons: People, home: str) -> bool:
    """Whether the sentence names a state or an armed group that is not the country's own."""
    sides = (n.party for n in parties(line, persons) if not n.party.speaker)
    return any(is_group(party) or party.country not in (home, None) for party in sides)
