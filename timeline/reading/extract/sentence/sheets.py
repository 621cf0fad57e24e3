"""Fact sheets: the short answers of a form or of questions, read as the one statement that they make together.

"What was hit? The market in Sumy. / When? On Tuesday. / By what? A missile." "Place: Sumy / Date: 4 May / Killed: 3"
Each label gives way to the plain words that it stands for, at equal length, so that every offset stays true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from geo.place import Cue, PlaceMention
from timeline.article import Zone
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, of_class


class Asks(Enum):
    """What a label asks for, and the words that say so in a plain sentence."""

    WHAT = ""
    WHERE = "in"
    WHEN = "on"
    TARGET = "was hit"
    ARMS = "hit by"
    KILLED = "killed"
    INJURED = "injured"
    TOLL = "with"
    WHO = "by"


_LABELS = {
    Asks.WHAT: r"what|type|incident|event|nature|how|category|kind|attack\s+type|what\s+(?:has\s+)?happened",
    Asks.WHERE: r"where|place|location|address|site|city|town|village|settlement|region|area|scene|locality",
    Asks.WHEN: r"when|date|time|day|date\s+and\s+time|time\s+and\s+date|hour",
    Asks.TARGET: r"targets?(?:\s+hit)?|objects?(?:\s+(?:hit|struck))?|struck|hit|damaged|destroyed|what\s+was\s+hit",
    Asks.ARMS: (
        r"weapons?|means(?:\s+(?:of\s+(?:attack|destruction|delivery)|used))?|weapon\s+used|munitions?|by\s+what"
        r"|weapon\s+type|type\s+of\s+weapon"
    ),
    Asks.KILLED: r"killed|dead|deaths|fatalities",
    Asks.INJURED: r"injured|wounded|hurt|injuries",
    Asks.TOLL: r"casualties|victims|toll|death\s+toll|losses|human\s+toll",
    Asks.WHO: r"who|by\s+whom|actor|perpetrator|attacker|culprit|responsible|author|suspect(?:ed)?|claimed\s+by",
}
_HITTING = r"(?:hit|struck|attacked|targeted|bombed|shelled|destroyed)"
_MANY = r"(?:and\s+)?how\s+many\s+(?:[\w-]+\s+){0,2}(?:were\s+|have\s+been\s+|have\s+)?"
_ASKED = {  # in this order, up to the question mark
    Asks.TOLL: (
        r"(?:how\s+many|what\s+about|(?:were|are)\s+there(?:\s+any)?)\s+(?:casualties|victims)\b"
        r"|was\s+any(?:one|body)\s+(?:hurt|killed|injured)\b|what\s+(?:is|was)\s+the\s+(?:death\s+)?toll\b"
    ),
    Asks.KILLED: rf"{_MANY}(?:killed|died?|dead|lost\s+their\s+lives)\b",
    Asks.INJURED: rf"{_MANY}(?:injured|wounded|hurt)\b",
    Asks.ARMS: r"(?:by|with)\s+what\b|what\s+(?:weapons?|arms|munitions?|was\s+used|hit\s+it)\b",
    Asks.TARGET: rf"(?:what|who|where)\s+was\s+(?:{_HITTING}|the\s+target)\b",
    Asks.WHERE: r"where(?=\s*\?)|where\s+(?:was|did|has|is|exactly|and)\b|in\s+which\s+(?:city|town|region)\b",
    Asks.WHEN: r"(?:and\s+)?when(?=\s*\?|\s+(?:was|did|has|and)\b)|(?:at\s+what\s+(?:time|hour)|on\s+what\s+day)\b",
    Asks.WHO: r"who(?=\s*\?|\s+(?:was|is|did|carried|fired|launched|attacked)\b)|by\s+whom\b",
    Asks.WHAT: r"what(?=\s*\?|\s+(?:has\s+)?happened\b|\s+is\s+known\b|\s+do\s+we\s+know\b)",
}
_OPENS = r"[\W_]*(?:[QA]\s*[:.]\s*)?(?:the\s+)?"
_FORMS = "|".join(f"(?P<{asks.name}>{words})" for asks, words in _LABELS.items())
_QUESTIONS = "|".join(
    f"(?P<{asks.name}>(?:{_LABELS[asks]})(?=\\s*\\?)|(?:{words})[^?]*)" for asks, words in _ASKED.items()
)
_FORM = re.compile(rf"{_OPENS}(?:{_FORMS})\s*[*_]*\s*(?::|[–—]\s)[\s*_]*", re.IGNORECASE)
_QUESTION = re.compile(rf"{_OPENS}(?:{_QUESTIONS})\s*\?\W*", re.IGNORECASE)
_MARK = re.compile(r"[:?–—]")
_ANSWERS = re.compile(r"[\W_]*A\s*[:.]\s*")
_GOVERNED = re.compile(
    r"\W*(?:in|on|at|near|outside|inside|by|around|about|early|late|shortly|during|between|over|off|from|none|no|not"
    r"|nobody|unknown|unclear)\b",
    re.IGNORECASE,
)
_ASKED_OF_IT = re.compile(r"\bdid\s+(?:an?|the)\s", re.IGNORECASE)  # "where did the missile fall?"
_HIT = re.compile(rf"\bwas\s+{_HITTING}\b", re.IGNORECASE)
_READ = (Zone.HEADLINE, Zone.STANDFIRST, Zone.BODY, Zone.DATELINE)
_PLACING = (Asks.WHERE, Asks.TARGET, Asks.WHAT)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had)\b|[:?]")
_TELLING = (Asks.WHAT, Asks.TARGET, Asks.ARMS, Asks.KILLED, Asks.INJURED, Asks.TOLL)
_FORCE = finder(of_class("strike_cues", "act", "kinetic act", "weapon", "effect verb", "effect noun"), plural=True)
_SCRAPS, _SCRAP = 5, 5  # sentences of so few words
_FEWEST = 3  # fields of one sheet
_LONGEST = 120  # characters of an answer that is no sentence by itself
_SENTENCES = 2  # of an answer


@dataclass(frozen=True, slots=True)
class _Field:
    """A label with its answer: the lines of both, and where in the first the label stands."""

    asks: Asks
    lines: tuple[Line, ...]
    label: tuple[int, int]
    hits: bool  # a question that itself tells of a strike: "Where was hit?"


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines with each fact sheet made one, numbered anew."""
    if not any(line.entry or _label(line) for line in lines):
        return tuple(lines)
    return tuple(replace(line, number=number) for number, line in enumerate(_joined(lines)))


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    at, sheet = 0, list[_Field]()
    while at < len(lines):
        if not sheet and (scraps := _telegraphed(lines, at)):
            yield from _read([_Field(Asks.WHAT, tuple(scraps), (0, 0), hits=True)])
            at += len(scraps)
            continue
        field = _field(lines, at)
        asked = {f.asks for f in sheet}
        if sheet and (field is None or field.asks in asked):
            yield from _read(sheet)
            sheet = []
        field = field or (_headed(lines, at) if not sheet else None)
        if field:
            sheet.append(field)
        else:
            yield lines[at]
        at += len(field.lines) if field else 1
    yield from _read(sheet)


def _label(line: Line) -> re.Match[str] | None:
    if line.zone not in _READ or not _MARK.search(line.text):
        return None
    return _FORM.match(line.text) or _QUESTION.fullmatch(line.text)


def _field(lines: Sequence[Line], at: int) -> _Field | None:
    """Read a label with its answer: the rest of its line, or up to two sentences after a question."""
    line, label = lines[at], _label(lines[at])
    if label is None or label.lastgroup is None:
        return None
    asks = Asks[label.lastgroup]
    hits = bool(_HIT.search(label.group()))
    if label.end() < len(line.text) and not label.group().rstrip().endswith("?"):
        return _Field(asks, (line,), label.span(), hits) if len(line.text) - label.end() <= _LONGEST else None
    answer: list[Line] = []
    for after in lines[at + 1 : at + 1 + _SENTENCES]:
        beside = after.paragraph - line.paragraph <= 1 if not answer else after.paragraph == answer[0].paragraph
        if after.zone not in _READ or _label(after) or not beside or len(after.text) > _LONGEST:
            break
        answer.append(after)
    return _Field(asks, (line, *answer), label.span(), hits) if answer else None


def _telegraphed(lines: Sequence[Line], at: int) -> list[Line]:
    """Find the scraps of words that go on with an entry: "10 May, Sumy. / Two drones. / A mill. / Five hurt."."""
    line = lines[at]
    if not (line.entry and line.times) or (at and lines[at - 1].paragraph == line.paragraph):
        return []
    scraps: list[Line] = []
    for after in lines[at + 1 : at + 1 + _SCRAPS]:
        if after.paragraph != line.paragraph or len(after.text.split()) > _SCRAP or _VERB.search(after.text):
            break
        scraps.append(after)
    return [line, *scraps] if len(scraps) > 1 else []


def _headed(lines: Sequence[Line], at: int) -> _Field | None:
    """Read a short line before a sheet of the same paragraph as its first field: "4 May, Sumy: a drone. Killed: 3."."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else None
    beside = after is not None and after.paragraph == line.paragraph and _FORM.match(after.text)
    if not beside or not (line.entry and line.times):
        return None
    return _Field(Asks.WHAT, (line,), (0, 0), hits=False) if len(line.text) <= _LONGEST else None


def _read(sheet: Sequence[_Field]) -> Iterator[Line]:
    """Yield the sheet as one line, or its lines as they were where they are too few for one."""
    lines = [line for field in sheet for line in field.lines]
    placing = {f.asks for f in sheet} & {Asks.WHERE, Asks.WHEN, Asks.TARGET}
    whole = len(sheet) >= _FEWEST and placing and not _is_of_others(sheet)
    if not (whole or (sheet and sheet[0].hits)):
        yield from lines
        return
    start = lines[0].start
    text = [" "] * (lines[-1].span.end - start)
    places = list[PlaceMention]()
    for field in sheet:
        for line in field.lines:
            _write(text, line.start - start, f"{line.text.rstrip('.?!')},")
            places += (_placed(p) if field.asks in _PLACING else p for p in line.places)
        first = field.lines[0]
        _write(text, first.start - start + field.label[0], _plainly(field))
        if (opens := _ANSWERS.match(field.lines[-1].text)) and len(field.lines) > 1:
            _write(text, field.lines[1].start - start, " " * opens.end())
    times = tuple(t for line in lines for t in line.times)
    yield replace(lines[0], text="".join(text), zone=Zone.BODY, times=times, places=tuple(places))


def _is_of_others(sheet: Sequence[_Field]) -> bool:
    """Whether only who comes was in an attack: "What: a run. Who: people hurt in last year's bombing"."""
    forceful = {f.asks for f in sheet if any(_FORCE.search(line.text) for line in f.lines)}
    return Asks.WHO in forceful and forceful.isdisjoint(_TELLING)


def _write(text: list[str], at: int, words: str) -> None:
    """Write the words there, as far as the text reaches."""
    text[at : at + len(words)] = words[: len(text) - at]


def _plainly(field: _Field) -> str:
    """Write what the label stands for in its room: its few words, or the question that tells of the strike itself."""
    label, length = field.lines[0].text[slice(*field.label)], field.label[1] - field.label[0]
    if asked := _ASKED_OF_IT.search(label):
        return (" " * asked.start() + label[asked.start() :].replace("?", " ")).ljust(length)
    answer = field.lines[0].text[field.label[1] :] or field.lines[1].text
    governed = _GOVERNED.match(_ANSWERS.sub("", answer)) and field.asks is not Asks.TARGET
    words = "" if governed else field.asks.value
    short = label if field.asks in (Asks.KILLED, Asks.INJURED) else "hit " if field.asks is Asks.TARGET else ""
    room = next((room for room in (f" {words} ", f"{words} ", short) if len(room) <= length), "")
    return room.ljust(length)


def _placed(mention: PlaceMention) -> PlaceMention:
    return replace(mention, cue=Cue.AT) if mention.cue is Cue.NONE else mention
