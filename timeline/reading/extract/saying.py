"""Charges that a speaker makes by plainly saying that another side does wrong: "X said that Y is arming rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.charge_nouns import Charge, named_within
from timeline.reading.extract.deeds import crime_in, deed_of
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, is_group, side
from timeline.reading.extract.speakers import HEADLINE_SPEAKER, TELLING, speaker_of
from timeline.reading.words import finder, of_class, phrases

_ALLEGEDLY = finder(of_class("accusation_cues", "allegedly"))
_CONDITION = re.compile(
    r"\b(?:if|whether|unless|lest|should|once|until|ensure|deny|denies|denied|not)\s+(?:that\s+)?(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OF_FORCE = re.compile(
    rf"\b(?:(?:government|rebel|federal|army|regime|loyalist|pro-government|enemy)\s+(?:{finder(phrases('forces')).pattern})"
    r"|the\s+(?:army|military|junta|militia|rebels|regime)"
    r"|(?-i:[A-Z])\w+\s+(?:rebels|militants|separatists|insurgents|guerrillas|militias?|gunmen))\b",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"\b(?:said|says|wrote|added|told\s+\w+)\s+(?:of|about)\s+(?:the\s+)?", re.IGNORECASE)
_MOST_VERBS = 8  # of one sentence that are looked at


def by_saying(line: Line, named: Sequence[Named], *, inside: bool) -> Charge | None:
    """Read a speaker's words that another side does wrong: "X said that Y is supplying Z with weapons"."""
    heading = line.zone is Zone.HEADLINE
    told = heading and HEADLINE_SPEAKER.search(line.text)
    speaks = told or ":" in line.text[:160] or TELLING.search(line.text) or _ALLEGEDLY.search(line.text)
    if not (speaks or inside or line.quoted(len(line.text) // 2)):
        return None
    source = speaker_of(line, named, None)
    for one in named:
        itself = one.party.speaker or (source is not None and _is_its_own(source, one.party))
        if itself or _CONDITION.search(line.text[: one.start]):
            continue
        if deed := deed_of(line.text, one.start, one.end, bare=heading):
            return Charge(one.start, one.end, "said", (one.party,), one.start, grave=deed.grave)
    return _force_said_of(line) or _said_of(line, named)


def _force_said_of(line: Line) -> Charge | None:
    """Read a grave deed of whoever is in no table: "said that government troops had shelled their own people"."""
    for match in islice(_OF_FORCE.finditer(line.text), _MOST_VERBS):
        deed = deed_of(line.text, match.start(), match.end())
        if deed and deed.grave and not line.quoted(match.start()):
            whom = Party(" ".join(match.group().split()), None)
            return Charge(match.start(), match.end(), "said", (whom,), match.start())
    return None


def _is_its_own(source: Party, accused: Party) -> bool:
    """Whether somebody speaks of his own side; of an armed group in his country he does not."""
    return side(source) == side(accused) or (
        bool(source.speaker) and source.country == accused.country and not is_group(accused)
    )


def _said_of(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a judgement on a side: "“Pure terrorism,” X said of Y's attack"."""
    match = _SAID_OF.search(line.text)
    whom = named_within(named, match.end(), match.end() + 30)[:1] if match else ()
    crime = crime_in(line.text, 0, match.start()) if match else None
    killing = match and re.search(
        r"\bthey\s+(?:are|have\s+been)\s+(?:killing|starving|murdering|bombing)\b", line.text[: match.start()], re.I
    )
    if not (match and whom and (crime or killing)):
        return None
    return Charge(match.start(), match.end(), "accused", whom, 0)
