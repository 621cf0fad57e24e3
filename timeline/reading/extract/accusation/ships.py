"""Ships seized for what they may have done to a cable or a pipeline: the charge is their seizure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import Charge
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import party_in, phrase_end, speaker_of
from timeline.reading.words import words_in

_SHIP = (
    r"(?:the\s+(?-i:[A-Z][\w’'-]*(?:\s+[A-Z0-9][\w’'-]*){0,3}),\s+)?(?:an?|the|its|two|three)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:ship|vessel|tanker|freighter|carrier|trawler|boat)s?\b"
)
_SEIZED = (
    re.compile(  # "seized a tanker on suspicion of cutting a cable", "boarded a ship that is suspected of sabotage"
        rf"\b(?:seiz|impound|detain|board|stopp|intercept)\w*\s+(?:and\s+\w+\s+)?(?P<whom>{_SHIP})[^.;:“”\"]{{0,120}}?"
        r"\b(?:on\s+suspicion\s+(?:of\s+|that\s+|(?=it\b|they\b))|suspected\s+of\s+|suspects?\s+of\s+)",
        re.IGNORECASE,
    )
)
_WAS_SEIZED = re.compile(  # "a ship suspected of cutting a cable was seized by the Swedish police"
    rf"(?P<whom>{_SHIP})\s+suspected\s+of\s+(?P<content>[^.;:“”\"]{{5,160}}?)\s+(?:has\s+been|have\s+been|was|were)\s+"
    r"(?:seized|impounded|detained|boarded|stopped|intercepted)\b(?:\s+by\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:sabotag\w+|outage|knock\w+\s+out|damag\w+|cut|cutting|sever\w*|br(?:eak|oke)\w*)\b", re.IGNORECASE
)
_CABLE = re.compile(r"\b(?:cables?|pipelines?)\b", re.IGNORECASE)
_WORDS = frozenset({"suspicion", "suspected", "suspect", "suspects"})
_REACH = 60  # characters in which the harm is named


def by_seizing(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X seized a ship on suspicion of cutting a cable", "a ship suspected of it was boarded by X"."""
    if _WORDS.isdisjoint(words_in(line.text)) or not _CABLE.search(line.text):
        return None
    if (active := _SEIZED.search(line.text)) and _HARM.search(line.text, active.end(), active.end() + _REACH):
        return Charge(active.start(), active.start("whom"), "accused", (_ship(active),), active.end())
    passive = _WAS_SEIZED.search(line.text)
    if passive is None or not _HARM.search(passive["content"]):
        return None
    by = party_in(line, named, passive.end(), phrase_end(line.text, passive.end()))
    at = passive.start("content")
    return Charge(passive.start(), at, "accused", (_ship(passive),), at, by or speaker_of(line, named, None), at)


def _ship(match: re.Match[str]) -> Party:
    return Party(" ".join(match["whom"].split()), None)
