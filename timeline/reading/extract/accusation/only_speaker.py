"""The charge of a story in which one official speaks and one other side is told to do wrong: it is his.

"Iran has armed the raiders: so runs the charge. / On Friday X, the minister of Y, had raised it on television."
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import REPEATED, Charge
from timeline.reading.extract.party.deeds import deed_of
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_wrong
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import says
from timeline.reading.words import Cues, phrases

_CLAIMS = Cues(phrases("claims"), plural=True)
_NEAR = 2  # sentences between a charge and the one that names its speaker


def only_speaker(named: Sequence[Sequence[Named]]) -> Party | None:
    """Find the one official of a state who is named in a story; ``None`` where it names two, or none."""
    persons = [n.party for one in named for n in one if n.party.speaker]
    officials = {party.speaker: party for party in reversed(persons) if party.country}
    alone = len(officials) == 1 and all(party.speaker in officials for party in persons)
    return next(iter(officials.values())) if alone else None


def is_claimed(charge: Line, lines: Sequence[Line], named: Sequence[Sequence[Named]], speaker: Party) -> bool:
    """Whether a sentence, or one beside it that names the speaker, says that it is claimed, charged or declared."""
    if says(charge.text) and all(n.party != speaker for n in named[lines.index(charge)]):
        return False  # "..., a shepherd claimed"
    by_him = [line for line, sides in zip(lines, named, strict=True) if any(n.party == speaker for n in sides)]
    near = [line for line in by_him if abs(line.number - charge.number) <= _NEAR]
    return bool(near) and any(_CLAIMS.search(line.text) for line in (charge, *near))


def wrong_told(line: Line, named: Sequence[Named], speaker: Party) -> Charge | None:
    """Read the wrong that a sentence tells of a side other than the speaker's."""
    others = [n for n in named if not n.party.speaker and side(n.party) != side(speaker)]
    foes = [n for n in others if n.party.country or is_group(n.party)]
    if len({side(n.party) for n in foes}) != 1:
        return None
    foe = next((n for n in foes if (deed := deed_of(line.text, n.start, n.end)) and deed.grave), None)
    if foe is None and not is_wrong(line.text, 0):
        return None
    whom = foe or foes[0]
    return Charge(whom.start, whom.end, REPEATED, (whom.party,), 0, accuser=speaker)
