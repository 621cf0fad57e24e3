"""The day on which words were spoken, as a sentence beside them tells it: "The remarks came on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Party
from timeline.reading.extract.day.speech import of_speech
from timeline.reading.extract.force.force import ACT, KINETIC_ACT, any_of
from timeline.reading.extract.party.groups import side
from timeline.reading.extract.party.persons import People
from timeline.reading.extract.party.sides import sides_in
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import speaker_of
from timeline.reading.words import finder, of_class
from timeline.when import Granularity, TimeMention, TimexType

_WORDS = finder(of_class("when_spoken", "words"), plural=True)
_ON = r"(?:(?:on|late|early|in|of|from|dated)\s+)*"
_DAYS_WORDS = re.compile(
    rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?(?:{_WORDS.pattern})", re.IGNORECASE
)  # "Monday's remarks"
_SPEAKING = finder(of_class("when_spoken", "speaking"))
_REACTING = finder([*of_class("when_spoken", "reacting", "speaking"), *of_class("accusation_cues", "speech")])
_ITS = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)
_GIVEN = finder(of_class("when_spoken", "given"))
_SHORT = re.compile(rf"[^.;:“”\"]{{0,60}}?\s{_ON}$")
_CLAUSE = re.compile(r"\b(?:that|who|where|when|after|since|before|following|because|over|about|against|despite)\b")
_FORCE = any_of([ACT, KINETIC_ACT])
_DEED_IN = re.compile(rf"\b(?:{_FORCE.pattern})\b|\b(?:killed|wounded|died|hit)\b", re.IGNORECASE)
_THESE_WORDS = re.compile(
    rf"[\W_]*(?:the|his|her|their|its|this|that|these|those|both)\s+(?:[\w-]+\s+){{0,2}}?(?:{_WORDS.pattern})",
    re.IGNORECASE,
)
_WHO_SPOKE = re.compile(
    r"[\W_]*(?:speaking|testifying|addressing|briefing|writing|(?:he|she|they)\s+(?:was|were|spoke|made|said|wrote)\b)"
    r"|[^.;“”\"]{0,80}?\b(?:was|were)\s+(?:speaking|testifying|addressing|briefing|writing|responding|answering)\b"
    r"|[^.;“”\"]{0,60}?\s(?:spoke|published|released|issued|posted|repeated)\b",
    re.IGNORECASE,
)
_IN_AN_ADDRESS = re.compile(
    r"[\W_]*(?:in|during|at|at\s+the\s+end\s+of)\s+(?:an?|the|his|her|its|their|this|that)\s+(?:[\w-]+\s+){0,2}?"
    rf"(?:{_WORDS.pattern})",
    re.IGNORECASE,
)
_MADE_THEM = re.compile(
    rf"[^;“”\"]{{0,80}}?\bma[dk]\w*\s+(?:the|these|those|his|her)\s+(?:{_WORDS.pattern})", re.IGNORECASE
)
_NOT_ON = re.compile(r"\b(?:to|until|till|since|after|before|for|by|than|between)\s+(?:the\s+)?$", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"\b(?:in|at|during|via|through)\s+(?:(?:an?|the|his|her|its|their)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_WORDS.pattern})"
    rf"(?:\s+[\w’'-]+){{0,6}}?\s{_ON}$",
    re.IGNORECASE,
)
_IN_IT = re.compile(r"[\W_]*(?:in|on|at|during)\s+(?:it|them|this|that)\b", re.IGNORECASE)
_THAT_IS_WHEN = re.compile(
    r"[\W_]*that(?:['’]s|\s+is|\s+was)\s+(?:when|the\s+(?:day|morning|evening|night|moment))\b"
    r"|[^“”\"]{0,120}?\b(?:said|told|claimed|alleged|asserted|accused|declared)\s+"
    r"(?:then|that\s+day|the\s+same\s+day)\b|[\W_]*(?:it\s+was\s+)?(?:only\s+)?then\b"
    r"|[\W_]*in\s+the\s+same\s+breath\b|[\W_]*(?:(?:on|later)\s+)?(?:that|the)\s+(?:very\s+|same\s+)?"
    r"(?:day|morning|afternoon|evening|night)\b|[^“”\"]{0,100}?\b(?:within\s+(?:the\s+hour|minutes|hours)"
    r"|(?:minutes|moments|hours|shortly|soon)\s+(?:later|afterwards?)|at\s+once)\b",
    re.IGNORECASE,
)
_IT_WAS_THEN = re.compile(r"[\W_]*(?:that|this|it)\s+was\s+(?:on\s+)?$", re.IGNORECASE)
_BACK = 3  # sentences to which "then" points back
_QUOTES = re.compile(r"\b(?:said|says|reads|stated)\b[^“\"]{0,40}[“\"]", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_LABEL = re.compile(r"[^.;:“”\"]{3,120}(?:,\s+|\()(?:(?:on|late|early)\s+)*$")
_LABEL_ENDS = re.compile(r"\)?\s*:\s")
_ROW = re.compile(
    rf"\b(?:{finder(of_class('when_spoken', 'row')).pattern})\b[^.;“”\"]{{0,60}}?\s"
    rf"(?:{finder(of_class('when_spoken', 'began')).pattern})\s(?:[^.;“”\"]{{0,40}}?\s)?{_ON}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """A day on which a sentence says that words were spoken, and by whom and of what sides where it names them.

    ``about`` is told of a sentence about the words themselves: "Monday's session turned bitter".
    """

    day: TimeMention
    about: bool
    speaker: Party | None
    sides: frozenset[str]
    person: bool  # whether the sentence names anybody in person
    reacting: bool = False  # the day is only that on which he acted: "urged them on Monday to go. He accused ..."


@dataclass(frozen=True, slots=True)
class SpokenDays:
    """The sentences of one article, and the day of speaking that each of them tells, by its number."""

    lines: Sequence[Line]
    told: Mapping[int, SpokenDay]

    def of(self, drafts: Sequence[Draft]) -> TimeMention | None:
        """Find the day that the sentence before or after one of these undated accusations gives for its words."""
        return next((day for d in drafts if d.line.zone is Zone.BODY for day in self._beside(d)), None)

    def _beside(self, draft: Draft) -> Iterator[TimeMention]:
        before, after = self._line(draft.line.number - 1), self._line(draft.line.number + 1)
        if before:
            if _THAT_IS_WHEN.match(draft.line.text):
                yield from self._day_before(draft.line)
            yield from (
                m
                for m in before.times
                if _is_one_day(m) and m.type is TimexType.DATE and not _LETTER.search(_around(before, m))
            )
            if _names_them(draft.line) and (named := self.told.get(before.number)):
                yield named.day
            told = self._told(before, draft) if before.paragraph == draft.line.paragraph else None
            if told and (told.about or _is_his(told, draft)):
                yield told.day
            near = self._told(before, draft) if before.paragraph == draft.line.paragraph - 1 else None
            if near and near.about and draft.actor and near.sides == {side(draft.actor)}:
                yield near.day  # "after Orlov's charge on Monday.\n\nThe minister had accused"
        if after and (told := self._told(after, draft)) and not told.reacting and _goes_on(after):
            yield told.day

    def _day_before(self, line: Line) -> Iterator[TimeMention]:
        """Find the day to which "then" or "within hours" points: the only one of the nearest sentence with any."""
        for number in range(line.number - 1, line.number - 1 - _BACK, -1):
            before = self._line(number)
            times = before.times if before and before.zone is Zone.BODY else ()
            if days := {m.when: m for m in map(_ends_on, times) if _is_one_day(m)}:
                yield from days.values() if len(days) == 1 else ()
                return

    def _line(self, number: int) -> Line | None:
        return self.lines[number] if 0 <= number < len(self.lines) else None

    def _told(self, line: Line, draft: Draft) -> SpokenDay | None:
        told = self.told.get(line.number)
        return told if told and _may_be_his(told, draft) else None


def spoken_days(lines: Sequence[Line], persons: People) -> SpokenDays:
    """Collect the days on which sentences say that somebody spoke, at most one of each sentence."""
    told = {}
    for line in lines:
        days = {
            m.when: m for m in line.times if line.zone in REPORTING_ZONES and _is_one_day(m) and is_of_words(line, m)
        }
        if len(days) == 1:
            named = sides_in(line, persons)
            own = frozenset(side(n.party) for n in named if n.party.country)
            day = next(iter(days.values()))
            speaker = speaker_of(line, named, None)
            quotes = speaker is None and bool(_QUOTES.search(line.text))  # somebody's own words, not about another's
            about = is_about_words(line, day) and not (quotes or tells_a_deed(line.text))
            told[line.number] = SpokenDay(day, about, speaker, own, any(n.party.speaker for n in named))
        elif not days and (reacted := _day_of_reacting(line, persons)):
            told[line.number] = reacted
    return SpokenDays(lines, told)


def _day_of_reacting(line: Line, persons: People) -> SpokenDay | None:
    """Find the only day of a sentence in which its subject takes a stand: "Rwanda called it absurd on Saturday"."""
    days = {m.when and m.when.first: m for m in line.times if line.zone is Zone.BODY and _is_one_day(m)}
    verb = _REACTING.search(line.text) if len(days) == 1 else None
    if verb is None or tells_a_deed(line.text) or line.quoted(verb.start()):
        return None
    day = next(iter(days.values()))
    start, end = line.local(day)
    subject = next((n for n in sides_in(line, persons) if n.start < verb.start()), None)
    if subject is None or _NOT_ON.search(line.text, 0, start) or line.text.startswith(("'s", "’s"), end):
        return None
    return SpokenDay(day, False, subject.party, frozenset({side(subject.party)}), bool(subject.party.speaker), True)


def is_of_words(line: Line, mention: TimeMention) -> bool:
    """Whether a day is that of words spoken, written or published: "Monday's remarks", "a note handed in on Monday"."""
    start, end = line.local(mention)
    if line.quoted(start):
        return False
    if _DAYS_WORDS.match(line.text, end) or of_speech(line, mention):
        return True
    before = line.text[:start]
    if line.text.startswith(("'s", "’s"), end) or _NOT_ON.search(before):  # "responding to Monday's attack"
        return False
    return is_about_words(line, mention) or any(_leads_to(before, m.end()) for m in _last(before, _SPEAKING, _GIVEN))


def is_about_words(line: Line, mention: TimeMention) -> bool:
    """Whether the day stands with the words themselves, or with who they are by: "Monday's remarks", "X, Monday: "."""
    start, end = line.local(mention)
    before = line.text[:start]
    if _DAYS_WORDS.match(line.text, end) or _IT_WAS_THEN.fullmatch(before):
        return True
    if _LABEL.fullmatch(before) and _LABEL_ENDS.match(line.text, end):
        return True
    if _ROW.search(before):
        return not _LETTER.search(line.text, end)
    return any(_leads_to(before, m.end()) for m in _last(before, _WORDS))


def in_words(line: Line, at: int, end: int) -> bool:
    """Whether the day at the end of a sentence is that of the words that tell all of it: "in remarks on Tuesday"."""
    theirs = line.quoted(at) or line.text.startswith(("'s", "’s"), end)
    found = None if theirs else _IN_WORDS.search(line.text, 0, at)
    return found is not None and not tells_a_deed(found.group())


def _last(text: str, *cues: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for cue in cues:
        yield from [*cue.finditer(text)][-1:]


def _leads_to(before: str, at: int) -> bool:
    """Whether nothing but where and to whom stands between the words of speaking and the day."""
    between = before[at:]
    return bool(_SHORT.fullmatch(between)) and not (_CLAUSE.search(between) or tells_a_deed(between))


def tells_a_deed(text: str) -> bool:
    """Whether the words tell of an act of force, whose day a day beside them may be."""
    return bool(_DEED_IN.search(text))


def _around(line: Line, mention: TimeMention) -> str:
    start, end = line.local(mention)
    return line.text[:start] + line.text[end:]


def _is_one_day(mention: TimeMention) -> bool:
    return bool(mention.when and mention.when.days == 1) and mention.type is not TimexType.SET


def _ends_on(mention: TimeMention) -> TimeMention:
    """Read "until Friday" and "since Friday" as that Friday: what stands after "then" was on it."""
    when = mention.when
    if when is None or mention.granularity is not Granularity.DAY:
        return mention
    return replace(mention, when=replace(when, first=when.first or when.last, last=when.last or when.first))


def _goes_on(line: Line) -> bool:
    """Whether a sentence speaks of the words just told: "The remarks came on Monday", "Speaking on Monday, he said"."""
    return any(m.match(line.text) for m in (_THESE_WORDS, _WHO_SPOKE, _IN_AN_ADDRESS, _MADE_THEM))


def _is_his(told: SpokenDay, draft: Draft) -> bool:
    """Whether the sentence names the accuser as who spoke."""
    if draft.actor is None:
        return False
    if told.speaker is None:  # "they heard Orlov on the radio on Friday"
        return told.sides == {side(draft.actor)} and told.person
    theirs = told.reacting and draft.actor.country is None and _ITS.search(draft.actor.name)
    return bool(theirs) or side(told.speaker) == side(draft.actor)


def _names_them(line: Line) -> bool:
    """Whether a sentence takes up the words that the one before spoke of: "In it, ...", "The post by X went on"."""
    return bool(_IN_IT.match(line.text) or _THESE_WORDS.match(line.text))


def _may_be_his(told: SpokenDay, draft: Draft) -> bool:
    """Whether the words may be those of the accuser: nobody else speaks them, least of all the accused."""
    actor, speaker = draft.actor, told.speaker
    accused = {side(r) for r in draft.recipients}
    if speaker is None or actor is None:
        return not told.sides & accused or bool(actor and side(actor) in told.sides)
    if speaker.speaker and actor.speaker:
        return speaker.speaker == actor.speaker
    if speaker.country and actor.country:
        return speaker.country == actor.country
    return side(speaker) not in accused
