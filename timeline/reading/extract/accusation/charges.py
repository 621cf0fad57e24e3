"""Charges: the words by which a sentence lays wrongdoing to somebody, and whom it accuses.

A plain "said" is none: there must be an accusing verb, evidence laid against somebody, or a speaker who says that
another side does what a list of wrongdoing holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.event import Party
from timeline.reading.extract.accusation.accusing import by_accusing
from timeline.reading.extract.accusation.alleging import by_alleging, by_charge_against, by_evidence
from timeline.reading.extract.accusation.authors import by_authorship
from timeline.reading.extract.accusation.blame import by_blaming
from timeline.reading.extract.accusation.charge_frames import by_frame
from timeline.reading.extract.accusation.charge_nouns import Charge, by_noun, repeated
from timeline.reading.extract.accusation.mutual import each_other
from timeline.reading.extract.accusation.protests import by_protesting
from timeline.reading.extract.accusation.saying import by_saying
from timeline.reading.extract.accusation.ships import by_seizing
from timeline.reading.extract.accusation.unsigned import unsigned_charge
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_of_a_wrong
from timeline.reading.extract.sentence.line import Line

_AND_OF = re.compile(r",?\s+and\s+(?:the\s+)?$")
_IT = re.compile(r"[\w-]+\s+(?:it|them)\b")  # "of carrying it out"; "of looking away" is nothing done
_OF_DOING = re.compile(r"\s+of\s+(?=(?:\w+ly\s+)?[a-z]+ing\b)")


def find_charges(
    line: Line, named: Sequence[Named], last: Charge | None, quarrel: Sequence[Party] = (), *, inside: bool = False
) -> tuple[Charge, ...]:
    """Find the charges that the sentence brings: two where two sides accuse each other, else one or none.

    "made the charge" repeats the ``last`` one, "each side" is of the article's ``quarrel``; ``inside`` a quotation of
    several sentences each is somebody's words.
    """
    if mutual := each_other(line, named, quarrel):
        return mutual
    told = (
        repeated(line, named, last or unsigned_charge(line, named))
        or by_noun(line, named, last)
        or by_frame(line, named)
    )
    finders = (by_accusing, by_protesting, by_seizing, by_blaming, by_charge_against, by_evidence, by_alleging)
    found = told or next((charge for find in finders if (charge := find(line, named))), None)
    found = found or by_saying(line, named, inside=inside, quarrel=quarrel) or by_authorship(line, named)
    return (found, *_and_another(line, named, found)) if found else ()


def _and_another(line: Line, named: Sequence[Named], charge: Charge) -> tuple[Charge, ...]:
    """Read the second charge of one verb: "accused X of arming rebels, and Y of training them"."""
    if not charge.verb.startswith("accus") or charge.content_at <= charge.end:
        return ()
    for one in named:
        before, content = _AND_OF.search(line.text, 0, one.start), _OF_DOING.match(line.text, one.end)
        wrong = content and (is_of_a_wrong(line.text, content.end()) or _IT.match(line.text, content.end()))
        if content and wrong and before and before.start() > charge.content_at and not line.quoted(one.start):
            return (replace(charge, recipients=(one.party,), content_at=content.end()),)
    return ()
