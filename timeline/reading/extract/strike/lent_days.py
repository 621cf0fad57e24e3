"""The day of a strike whose own sentence gives none: that of the sentence before, of a quotation, or of its dead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.article import Zone
from timeline.reading.extract.day.dating import THEN, is_long, may_date, usable
from timeline.reading.extract.day.speech import of_speech
from timeline.reading.extract.force.accidents import names_another_cause
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.recalled import told_in_passing
from timeline.reading.extract.strike.whereabouts import tells_of_victims
from timeline.reading.extract.strike.whose_toll import is_of_more
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import agree, speaks_of_harm
from timeline.reading.extract.voice.speakers import says
from timeline.reading.words import finder, of_class
from timeline.when import TimeMention, When

_NEAR_SENTENCES, _NEAR_AFTER = 3, 1
_ACCUSED = finder(of_class("accusation_cues", "accuse", "blame"))
_OF_THE_DEAD = re.compile(
    r"\b(?:died|killed|wounded|injured|hurt|perished|victims|dead|casualties|slain|lost\s+their\s+lives)"
    r"(?:\s+(?:there|(?:in|at|near|inside)\s+(?:(?:the\s+)?(?-i:[A-Z])[\w'’-]+|(?:an?|the)\s+\w)[^.;:“”\"]{0,50}?))?"
    r",?\s+(?:(?:of|on|in|from|early|late)\s+){0,2}$",
    re.IGNORECASE,
)
_OPENS_QUOTATION = re.compile(r"^[^“”\"]*[“\"][^“”\"]*$")
_CLOSES_QUOTATION = re.compile(r"^[^“”\"]*[”\"]")
_LONGEST_QUOTATION = 5  # sentences
_OPENING = 3  # sentences back in which a story is set on its day
_IT_WAS = re.compile(
    r"\W*(?:it|(?:the|that)\s+(?:day|date|month|night|morning|evening))\s+(?:was|is\s+still)\s+"
    r"(?:(?:on|in|early|late)\s+){0,2}(?:the\s+\w+\s+of\s+)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?:when|date|day|time)\s*[:–—-]\s*(?:on\s+)?", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:answer|respond|retaliat)ed\b|\b(?:hit|struck|fired)\s+back\b|\bin\s+(?:return|response|retaliation|reply)\b",
    re.IGNORECASE,
)
_SOON_AFTER = re.compile(
    r"\W*(?:(?:just|only|barely|a\s+few|some|two|three|several)\s+)*(?:minutes|hours|moments)\s+(?:later|afterwards?)\b"
    r"|\W*(?:shortly|soon)\s+(?:afterwards?|thereafter)\b",
    re.IGNORECASE,
)
_WHAT_HAPPENED = re.compile(r"\W*what\s+(?:happened|do\s+we\s+know|is\s+known)\b[^.?]{0,60}\?\W*$", re.IGNORECASE)
OF_A_DEED = re.compile(r",?\s+(?:when|that|as|after|before|since)\b", re.IGNORECASE)
_THEN_ACCUSED = re.compile(rf",?\s[^,;:“”\"]{{3,80}}?\s{_ACCUSED.pattern}", re.IGNORECASE)
_ON = re.compile(r"\W*(?:(?:on|late|early)\s+)*", re.IGNORECASE)
_QUESTION_ENDS = re.compile(r"\W*\?\W*")
_ACT_NOUNS = finder(of_class("strike_cues", "act", "kinetic act"), plural=True).pattern
_ACT_OF = re.compile(  # "the attack on Sumy of [6 April]"
    rf"\b(?:the|that|this)\s+(?:[\w-]+\s+){{0,2}}?(?:{_ACT_NOUNS}|events)"
    r"(?:,?\s+(?:on|in|at|near)\s+(?:the\s+|an?\s+)?(?:[\w'’-]+\s?){1,5})?,?\s+"
    r"(?:(?:of|on|in|from|early|late)\s+){1,2}(?:the\s+\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\bwhat\s+happened\s+(?:[\w'’-]+\s+){0,7}?$", re.IGNORECASE)
_THE = re.compile(r"(?:\bthe|^\W*)\s*$", re.IGNORECASE)
_ACT = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?(?:{_ACT_NOUNS})\b", re.IGNORECASE)
_SINCE_IT = re.compile(
    r"\b(?:since|before|until|unlike|like|than|after\s+another|recall\w*|earlier|previous)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_LENT_DAYS = 2  # a lead's date of at most so many days dates what follows it without one


def lend_days(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Date a strike told without a date by the sentence before it, or by the strike before, where that is exact.

    A strike before the news of the article is background, whose day dates nothing told after it.
    """
    last: TimeMention | None = None
    news: date | None = None  # the day that the article tells first
    number_of = {line.number: i for i, line in enumerate(lines)}
    for number, group in enumerate(groups):
        if group.lent is None and all(d.hold is DateHold.NONE or says_then(d) for d in group.voices):
            first = min(group.drafts, key=lambda d: (d.line.zone is not Zone.BODY, d.line.number))
            at = number_of[first.line.number]
            before = _day_before(lines, at) if _looks_back(first) else None
            group.lent = _day_of_quotation(lines, at) or before
            group.lent = group.lent or _day_of_what_it_goes_on_with(groups[:number], first) or last
            if group.lent is None and len(groups) == 1:
                group.lent = _day_of_the_act(lines, at) or _day_of_the_dead(lines, at)
            group.day_told = group.day_told or group.lent is not None
        own = group.own_date
        ended = own.when.last if own and own.when else None
        background = news is not None and ended is not None and ended < news
        news = news or ended
        lends = own is not None and _is_exact(own.when) and not all(map(told_in_passing, group.voices))
        last = own if lends and not background else last


def _day_of_what_it_goes_on_with(told: Sequence[Group], first: Draft) -> TimeMention | None:
    """Find the day of the strike right before it that it answers or soon follows: "Turkey answered", "Hours later"."""
    before = told[-1] if told else None
    if before is None:
        return None
    own = before.own_date
    if _SOON_AFTER.match(first.line.text):  # on the same day as what was told on Monday, though that be all we know
        spoken = (d.when for d in before.drafts if d.when and _is_exact(d.when.when))
        return own if own and _is_exact(own.when) else next(spoken, None)
    if own is None or first.line.number - before.last_line != 1 or not _is_exact(own.when):
        return None
    return own if _ANSWERS.search(first.line.text) else None


def says_then(draft: Draft) -> bool:
    """Whether a strike was on the day just told: "That was when a bomb fell"."""
    return draft.hold is DateHold.VAGUE and draft.when is None and bool(THEN.match(draft.line.text))


def _looks_back(first: Draft) -> bool:
    """Whether the sentence before may date a strike: one that was not told before, or "That was when a bomb fell"."""
    return not first.refers_back or bool(THEN.match(first.line.text))


def _day_of_quotation(lines: Sequence[Line], at: int) -> TimeMention | None:
    """Find the day on which the words were spoken that a quotation of several sentences opens with.

    "“Russia has just struck a market. Nine are dead,” the mayor wrote on Tuesday evening."
    """
    if not _OPENS_QUOTATION.search(lines[at].text):
        return None
    for line in lines[at + 1 : at + _LONGEST_QUOTATION]:
        if line.paragraph != lines[at].paragraph:
            return None
        if _CLOSES_QUOTATION.search(line.text):
            days = [t for t in line.times if of_speech(line, t) and _is_exact(t.when)]
            return days[0] if len(days) == 1 else None
    return None


def _day_before(lines: Sequence[Line], at: int) -> TimeMention | None:
    """Find the one day that the sentence before names: one that sets the scene, or a date that stands alone."""
    if at == 0 or lines[at - 1].zone is not lines[at].zone:
        return None
    if opening := _opening_day(lines[max(0, at - _OPENING) : at]):
        return opening
    before = lines[at - 1]
    days = [t for t in before.times if may_date(before, t) and not is_long(t.when) and not _is_of_accusing(before, t)]
    alone = len(days) == 1 and not any(c.isalpha() for c in _without(before, days[0]))
    goes_on = before.paragraph == lines[at].paragraph and (THEN.match(lines[at].text) or not says(before.text))
    goes_on = goes_on or (tells_of_victims(lines[at]) and speaks_of_harm(before.text))
    return days[0] if len(days) == 1 and (alone or goes_on) else None


def _is_of_accusing(line: Line, mention: TimeMention) -> bool:
    """Whether the day opens a sentence that only accuses: "On Tuesday X accused Y of blowing it up at the weekend"."""
    start, end = line.local(mention)
    return bool(_ON.fullmatch(line.text, 0, start) and _THEN_ACCUSED.match(line.text, end))


def _opening_day(before: Sequence[Line]) -> TimeMention | None:
    """Find the day of a story told from its day on, as in "It was 3 May, a mild evening in Sumy.".

    So does the question of a heading: "What happened on Friday?".
    """
    days = [(line, t) for line in before for t in line.times if usable(t) and not is_long(t.when)]
    if len(days) != 1:
        return None
    line, day = days[0]
    start, end = line.local(day)
    scene = _IT_WAS.fullmatch(line.text, 0, start) and not OF_A_DEED.match(line.text, end)
    scene = scene and line.paragraph == before[-1].paragraph
    asked = line is before[-1] and _WHAT_HAPPENED.match(line.text) and _QUESTION_ENDS.fullmatch(line.text, end)
    return day if scene or asked else None


def tells_the_day(line: Line, mention: TimeMention, after: Line | None) -> bool:
    """Whether a sentence sets a story on its day: "It was 3 May", "When: Friday", or before "That was when"."""
    start, end = line.local(mention)
    scene = _IT_WAS.fullmatch(line.text, 0, start) and not OF_A_DEED.match(line.text, end)
    label = _LABEL.fullmatch(line.text, 0, start) and not any(c.isalpha() for c in line.text[end:])
    return bool(scene or label or (after and THEN.match(after.text)))


def _day_of_the_act(lines: Sequence[Line], at: int) -> TimeMention | None:
    """Find the one day of which the sentences just before, or its own, call it the attack: "the attack of 6 April".

    A headline is told again by the sentences after it.
    """
    after = _NEAR_AFTER if lines[at].zone is Zone.BODY else _NEAR_SENTENCES
    days = [
        t
        for line in lines[max(0, at - _NEAR_SENTENCES) : at + after]
        if line.zone is Zone.BODY
        for t in line.times
        if usable(t) and not is_long(t.when) and _is_of_an_act(line, t)
    ]
    return days[0] if len({(t.when.first, t.when.last) for t in days if t.when}) == 1 else None


def _is_of_an_act(line: Line, mention: TimeMention) -> bool:
    start, end = line.local(mention)
    if _SINCE_IT.search(line.text, 0, start):
        return False
    return bool(
        _ACT_OF.search(line.text, 0, start)
        or _HAPPENED.search(line.text, 0, start)
        or (_THE.search(line.text, 0, start) and _ACT.match(line.text, end))
    )


def _day_of_the_dead(lines: Sequence[Line], at: int) -> TimeMention | None:
    """Find when, beside it, the victims are said to have died: "of Saturday morning", "who died there in May"."""
    after = [line for line in lines[at + 1 : at + 1 + _NEAR_AFTER] if _is_of_its_dead(lines[at], line)]
    for line in [*reversed(lines[max(0, at - _NEAR_SENTENCES) : at]), *after]:
        days = [t for t in line.times if _OF_THE_DEAD.search(line.text, 0, line.local(t)[0]) and not is_long(t.when)]
        if line.zone is Zone.BODY and days:
            return days[0] if len(days) == 1 else None
    return None


def _is_of_its_dead(told: Line, line: Line) -> bool:
    """Whether the next sentence may speak of the dead of the strike: as many, and of nothing else that kills."""
    if line.paragraph != told.paragraph or names_another_cause(line.text) or is_of_more(line.text):
        return False
    own, dead = (tolls(part.text, part.date_spans).killed for part in (told, line))
    return own is None or dead is None or agree(own, dead)


def _without(line: Line, mention: TimeMention) -> str:
    start, end = line.local(mention)
    return line.text[:start] + line.text[end:]


def _is_exact(when: When | None) -> bool:
    return when is not None and when.days is not None and when.days <= _LENT_DAYS
