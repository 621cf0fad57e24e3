"""The charge of a story in which one official speaks and one other side is told to do wrong: it is his.

"Iran has armed the raiders: so runs the charge. / On Friday X, the minister of Y, had raised it on television."
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import REPEATED, Charge
from timeline.reading.extract.party.deeds import deed_of
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.offices import office_in
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_wrong
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import says
from timeline.reading.words import Cues, of_class, phrases

_CLAIMS = Cues([*phrases("claims"), *of_class("accusation_cues", "rebuke", "allege")], plural=True)
_PAIR = 2  # persons, of whom either may hold the office
_NEAR = 2  # sentences between a charge and the one that names its speaker


def only_speaker(named: Sequence[Sequence[Named]]) -> Party | None:
    """Find the one official of a state who is named in a story; ``None`` where it names two, or none.

    Where the office stands apart from a name ("the minister's ... / It was X who"), it is the office that speaks.
    """
    persons = [n.party for one in named for n in one if n.party.speaker]
    officials = {party.speaker: party for party in reversed(persons) if party.country}
    if len(officials) == 1 and all(party.speaker in officials for party in persons):
        return next(iter(officials.values()))
    offices = [n.party for one in named for n in one if n.party.country and office_in(n.party.name)]
    of_one = len({party.country for party in offices}) == 1 and len({office_in(p.name).lower() for p in offices}) == 1
    return offices[0] if of_one and not officials and len({party.speaker for party in persons}) < _PAIR else None


def is_claimed(charge: Line, lines: Sequence[Line], named: Sequence[Sequence[Named]], speaker: Party) -> bool:
    """Whether a sentence, or one beside it that names the speaker, says that it is claimed, charged or declared."""
    his = [line for line, sides in zip(lines, named, strict=True) if any(_is_he(n.party, speaker) for n in sides)]
    if says(charge.text) and charge not in his:
        return False  # "..., a shepherd claimed"
    near = [line.number for line in his if abs(line.number - charge.number) <= _NEAR]
    numbers = [charge.number, *near]
    around = (line for line in lines if min(numbers) - 1 <= line.number <= max(numbers))
    return bool(near) and any(_CLAIMS.search(line.text) for line in around)


def _is_he(party: Party, speaker: Party) -> bool:
    """Whether a party is the only official of a story: the only person named, or an office of his state."""
    return bool(party.speaker) or (party.country == speaker.country and bool(office_in(party.name)))


def wrong_told(line: Line, named: Sequence[Named], speaker: Party, foe: Party | None) -> Charge | None:
    """Read the wrong that a sentence tells of a side other than the speaker's: of ``foe``, where it names none."""
    foes = _foes(named, speaker)
    if len({side(n.party) for n in foes}) > 1 or not (foes or foe):
        return None
    grave = next((n for n in foes if (deed := deed_of(line.text, n.start, n.end)) and deed.grave), None)
    if grave is None and not is_wrong(line.text, 0):
        return None
    whom = grave or next(iter(foes), None)
    if whom:
        return Charge(whom.start, whom.end, REPEATED, (whom.party,), 0, accuser=speaker)
    return Charge(0, 0, REPEATED, (foe,), 0, accuser=speaker) if foe else None


def only_foe(named: Sequence[Sequence[Named]], speaker: Party) -> Party | None:
    """Find the one state or armed group beside the speaker's own that a story names."""
    foes = {side(n.party): n.party for one in named for n in reversed(_foes(one, speaker))}
    return next(iter(foes.values())) if len(foes) == 1 else None


def _foes(named: Sequence[Named], speaker: Party) -> list[Named]:
    others = [n for n in named if not n.party.speaker and side(n.party) != side(speaker)]
    return [n for n in others if n.party.country or is_group(n.party)]
