"""Whose words are several sentences: a long quotation, a labelled or signed text; and when each speaker spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Party
from timeline.reading.extract.day.speech import of_speech
from timeline.reading.extract.force.act import without_times
from timeline.reading.extract.party.persons import Named, People
from timeline.reading.extract.party.sides import sides_in
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import before_a_colon, party_in, says, speaker_of
from timeline.when import TimeMention

_WRITTEN_BY = re.compile(  # a line that only says whose words follow: "Remarks by X, foreign minister."
    r"(?:(?:opening|closing|joint|official|full|text\s+of(?:\s+the|\s+a)?|transcript\s+of(?:\s+the|\s+a)?)\s+)*"
    r"(?:remarks|statement|speech|address|message|letter|communiqu[eé]|declaration|appeal)\s+(?:\w+\s+){0,3}?"
    r"(?:by|of|from)\s+(?P<who>[^:;“”\"]{3,120})$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[\s,.;—–-]*(?:,[^.;]{3,60})?[\s,.;—–-]*")
_CLOSING, _LONGEST_SIGNATURE = 3, 14  # lines, words
_SPEAKING = re.compile(
    r"(?P<who>[^.;:“”\"]{3,100}?),?\s+(?:at|in|during)\s+(?:an?|the|his|her)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:conference|interview|speech|statement|briefing|address)\b",
    re.IGNORECASE,
)
_QUOTE_MARK = re.compile(r"[“”\"]")
_LONGEST_QUOTATION = 6  # sentences
_ISSUED = re.compile(
    r"(?:(?:joint\s+|official\s+)?(?:statement|communiqu[eé]|press\s+release|declaration|appeal|remarks|briefing"
    r"|summary)\s+(?:by|of|from)\s+|(?=(?:the\s+)?(?:ministry|embassy|government|permanent\s+mission"
    r"|general\s+staff|armed\s+forces|press\s+service|foreign\s+ministry|defen[cs]e\s+ministry)\b))"
    r"(?P<who>(?:(?!\b(?:says?|said|accuses|is|has|to|warns|denies|calls|blames|will)\b)[^:,]){3,120})$",
    re.IGNORECASE,
)


def quotations(lines: Sequence[Line], persons: People) -> dict[int, Party]:
    """Give each sentence that stands inside a quotation of several sentences the speaker named at its end or start."""
    found: dict[int, Party] = _labelled(lines, persons)
    open_at: list[Line] = []
    goes_on: list[Line] = []  # the sentence whose speaker goes on: "“...,” X wrote. “..."
    for before, line in zip([None, *lines], lines, strict=False):
        if open_at and (line.paragraph != open_at[0].paragraph or len(open_at) > _LONGEST_QUOTATION):
            open_at = []
        marks = [m.group() for m in _QUOTE_MARK.finditer(line.text)]
        was_open = bool(open_at)
        now_open = was_open ^ (len(marks) % 2 == 1)
        if now_open and not was_open:
            goes_on = (
                [before] if before and before.paragraph == line.paragraph and _QUOTE_MARK.search(before.text) else []
            )
        if was_open or now_open:
            open_at.append(line)
        if was_open and not now_open:
            speakers = [speaker_of(one, sides_in(one, persons), None) for one in (line, *open_at, *goes_on)]
            if who := next((s for s in speakers if s), None):
                found |= dict.fromkeys((one.number for one in open_at), who)
            open_at = []
    return found


def _labelled(lines: Sequence[Line], persons: People) -> dict[int, Party]:
    """Give each sentence that follows a speaker's label in its paragraph that speaker: "X, minister: Yes. Y has"."""
    found: dict[int, Party] = {}
    label: tuple[int, Party] | None = None
    for line in lines:
        who = before_a_colon(line, sides_in(line, persons)) if line.zone is Zone.BODY else None
        label = (line.paragraph, who) if who else label
        if label and not who and label[0] == line.paragraph and line.zone is Zone.BODY:
            found[line.number] = label[1]
    return found


def writer_of(lines: Sequence[Line], persons: People) -> Party | None:
    """Find who issues the statement that an article is: "Statement by the ministry of ...", or its name as heading."""
    opening = next((line for line in lines if line.zone is Zone.BODY), None)
    written = _WRITTEN_BY.match(opening.text) if opening else None
    if opening and written:
        return party_in(opening, sides_in(opening, persons), written.start("who"), len(opening.text))
    heading = next((line for line in lines if line.zone is Zone.HEADLINE), None)
    issued = _ISSUED.match(heading.text) if heading else None
    if heading is None or issued is None:
        return None
    found = party_in(heading, sides_in(heading, persons), issued.start("who"), len(heading.text))
    if found is None or not found.country:
        return None
    if not found.speaker and (signed := _signature(lines, persons)):
        return replace(signed, country=found.country)
    return replace(found, name=issued["who"].strip(" ."))


def _signature(lines: Sequence[Line], persons: People) -> Party | None:
    """Find the name with which a statement closes: "Taras Melnyk, Sunday, 11 March"."""
    last = next((line for line in reversed(lines[-_CLOSING:]) if line.zone in (Zone.BODY, Zone.BYLINE)), None)
    if last is None or len(last.text.split()) > _LONGEST_SIGNATURE or says(last.text):
        return None
    named = (n for n in sides_in(last, persons) if n.start == 0 and n.party.speaker)
    return next((n.party for n in named if _SIGNED.fullmatch(without_times(last, n.end, len(last.text)))), None)


def _at_a_conference(line: Line, named: Sequence[Named]) -> Party | None:
    """Read an answer without a verb: "The foreign minister, X, at a news conference on 5 March."."""
    spoke = _SPEAKING.match(line.text)
    return party_in(line, named, 0, spoke.end("who")) if spoke else None


def dated_statements(lines: Sequence[Line], persons: People) -> dict[str, list[TimeMention]]:
    """Collect, for each named speaker, the phrases that date something he or she said: "Zelensky said Wednesday"."""
    found: dict[str, list[TimeMention]] = {}
    for line in lines:
        if line.zone not in REPORTING_ZONES:
            continue
        dated = [m for m in line.times if m.when and m.when.days == 1 and of_speech(line, m)]
        named = sides_in(line, persons) if dated else ()
        speaker = (speaker_of(line, named, None) or _at_a_conference(line, named)) if dated else None
        if speaker and speaker.speaker:
            found.setdefault(speaker.speaker, []).extend(dated)
    return found
