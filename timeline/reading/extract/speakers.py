"""Who speaks in a sentence: the party beside the verb of saying, and the days on which each speaker spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.place import Cue
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Party
from timeline.reading.extract.dating import of_speech
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, People, force_in, is_capital, parties
from timeline.reading.words import finder, of_class
from timeline.when import TimeMention

SAYING = finder(of_class("accusation_cues", "speech", "allege", "according"))
_ACCORDING = finder(of_class("accusation_cues", "according"))
HEADLINE_SPEAKER = re.compile(r":\s+\S+(?:\s+\S+){0,2}$")  # "... helps Russia: Kyiv"


_LABEL = 160  # characters in which the colon after a speaker's name and office stands
_OFFICE = re.compile(
    r"\b(?:the|an?)\s+(?:(?:foreign|defen[cs]e|interior|information|prime|deputy|government|ministry)\s+)*"
    r"(?:minister|ministry|spokes(?:man|woman|person)|government|officials?|authorities|president)\b",
    re.IGNORECASE,
)
_OPENS_IN = re.compile(r"(?:[^,]{0,30}[:,]\s+)?In\s+")
_BEFORE_OFFICE = re.compile(r"(?:\s+on\s+\w+)?,\s*")
_OFFICIALS = re.compile(
    r"\b(?:officials|authorities|government|ministry|prosecutors|customs)\b[^,;:]{0,30}$", re.IGNORECASE
)


def speaker_of(line: Line, named: Sequence[Named], before: Party | None) -> Party | None:
    """Find who speaks in the line: who stands beside the verb of saying; "he" is the last speaker or person."""
    colon = HEADLINE_SPEAKER.search(line.text) if line.zone is Zone.HEADLINE else None
    if colon:
        seat = seat_in(line, colon.start(), len(line.text))
        return party_in(line, named, colon.start(), len(line.text)) or next(iter(seat), None)
    for match in reversed(list(SAYING.finditer(line.text))):
        if line.quoted(match.start()):
            continue
        if _ACCORDING.match(line.text, match.start()):
            return party_in(line, named, match.end(), phrase_end(line.text, match.end()))
        start = phrase_start(line.text, match.start())
        found = party_in(line, named, start, match.start())
        if found:
            return found
        if re.search(r"\b(?:he|she)\s+(?:\w+\s+){0,2}$", line.text[start : match.start()], re.IGNORECASE):
            return before
        found = party_in(line, named, match.end(), phrase_end(line.text, match.end()))
        if found and found.speaker:
            return found
    return _before_a_colon(line, named)


def _before_a_colon(line: Line, named: Sequence[Named]) -> Party | None:
    """Read the speaker of "Taras Melnyk, foreign minister, on Sunday: Russia has ..."."""
    colon = line.text.find(": ", 0, _LABEL)
    found = party_in(line, named, 0, colon) if colon > 0 else None
    return found if found and found.speaker else None


def says(text: str) -> bool:
    """Whether anybody is said to speak in the text."""
    return bool(SAYING.search(text))


def phrase_start(text: str, end: int) -> int:
    """Step back over an apposition to where the speaker's noun phrase begins: "Oleh X, from Y's agency, revealed"."""
    marks = [m.end() for m in re.finditer(r"[,;:“”\"]\s*|\bthat\s", text[:end])]
    if len(marks) >= 2 and text[:end].rstrip().endswith(","):
        return marks[-3] if len(marks) >= 3 else 0
    if marks and re.match(r"(?:an?|the|from|of|who)\s", text[marks[-1] : end]) and len(marks) >= 2:
        return marks[-2]
    return marks[-1] if marks else 0


def phrase_end(text: str, start: int) -> int:
    """Step on to where the noun phrase that begins at ``start`` ends."""
    closing = re.compile(r"[;:“”\"]|,\s+(?!an?\s|the\s|from\s)|\.(?:\s|$)|\sthat\s").search(text, start)
    return closing.start() if closing else len(text)


def party_in(line: Line, named: Sequence[Named], start: int, end: int) -> Party | None:
    """Make one party of what stands in the stretch: a person, with the country or body beside the name."""
    inside = [n for n in named if start <= n.start and n.end <= end]
    person = next((n.party for n in reversed(inside) if n.party.speaker), None)
    state = next((n.party for n in reversed(inside) if not n.party.speaker), None)
    if person:
        country = person.country or (state.country if state else None)
        return Party(person.name, country, person.speaker)
    if state:
        return state
    office = _OFFICE.search(line.text, start, end)
    seat = office and _seat_of(line, start, end)
    if office and seat:
        return Party(office.group(), seat)
    force = force_in(line, start, end)
    if not force and _OFFICIALS.search(line.text, start, end):
        force = " ".join(line.text[start:end].split())
    return Party(force, None) if force else None


def _seat_of(line: Line, start: int, end: int) -> str | None:
    """Find the country in whose capital an office speaks: "a spokesman in Ankara", "In Tehran, the minister"."""
    for mention in line.places:
        at, to = line.local(mention)
        opens = to <= start and _OPENS_IN.fullmatch(line.text, 0, at) and _BEFORE_OFFICE.fullmatch(line.text, to, start)
        if mention.cue is Cue.AT and mention.place and is_capital(mention) and (opens or start <= at < end):
            return mention.place.country
    return None


def seat_in(line: Line, start: int, end: int) -> tuple[Party, ...]:
    """Take a government named through its seat: "the administration in Washington"."""
    for mention in line.places:
        at, to = line.local(mention)
        if start <= at and to <= end and mention.place:
            return (Party(line.text[start:end].strip(" :"), mention.place.country),)
    return ()


def dated_statements(lines: Sequence[Line], persons: People) -> dict[str, list[TimeMention]]:
    """Collect, for each named speaker, the phrases that date something he or she said: "Zelensky said Wednesday"."""
    found: dict[str, list[TimeMention]] = {}
    for line in lines:
        if line.zone not in REPORTING_ZONES:
            continue
        speaker = speaker_of(line, parties(line, persons), None)
        for mention in line.times:
            if speaker and speaker.speaker and mention.when and mention.when.days == 1 and of_speech(line, mention):
                found.setdefault(speaker.speaker, []).append(mention)
    return found
