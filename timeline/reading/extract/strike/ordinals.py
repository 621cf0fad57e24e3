"""Two strikes of one story, told apart only by "the first" and "the second".

"Russia struck the town twice on Thursday. No one was hurt in the first attack. Five people were killed in the second."
Two missiles of one strike stay one strike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.event import Role, Specificity
from timeline.reading.extract.day.dating import usable
from timeline.reading.extract.force.force import ACT, NO_WEAPON
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.words import words_in
from timeline.when import TimeMention

_AN_ACT = re.compile(r"\b(?:in|by)\s+an?\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)  # "were killed in an [air strike]"
_STRIKES = r"(?:air\s?)?(?:strikes?|attacks?|raids?|bombings?|assaults?)"
_TWICE = re.compile(
    r"\b(?:struck|hit|attacked|bombed|shelled)\b[^.;]{0,60}\btwice\b"
    rf"|\b(?:two|three)\s+(?:[\w-]+\s+){{0,2}}{_STRIKES}\b",
    re.IGNORECASE,
)
_SEVERAL_IN = re.compile(
    rf"(?:{ACT.pattern})(?<=s)(?:\s+on\s+(?:the\s+)?\w+(?:\s+\w+)?)?,?\s+(?:in|on|of)\s+(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)
_AND_IN = re.compile(r",?\s+and\s+(?:(?:again\s+)?(?:in|on)\s+(?:early\s+|late\s+)?)?", re.IGNORECASE)
_ONE_SPELL = 2  # days; on Monday and Tuesday it may have been one
_MORE_THAN_ONE = frozenset({"twice", "two", "three"})
_NTH = re.compile(
    rf"\bthe\s+(?P<nth>first|second|third)(?:\s+(?:[\w-]+\s+)?{_STRIKES}\b"
    r"|(?=[,.;]|\s+(?:hit|struck|killed|wounded|injured|left|landed|came|which|on|at|in)\b))",
    re.IGNORECASE,
)


def told_twice(lines: Iterable[Line]) -> bool:
    """Whether the article says that there was more than one strike: "struck the town twice", "two strikes"."""
    return any(_TWICE.search(line.text) for line in lines if not _MORE_THAN_ONE.isdisjoint(words_in(line.text)))


def nth_of(line: Line) -> str:
    """Say which strike a sentence is about: "first", "second", "third"; "" where it says nothing, or speaks of two."""
    found = {m["nth"].lower() for m in _NTH.finditer(line.text)}
    return found.pop() if len(found) == 1 else ""


def one_of_two(draft: Draft, lead: Draft | None) -> Draft:
    """Place and date what is told of "the second" where the sentence that tells of both is placed and dated."""
    nth = nth_of(draft.part)
    if not nth or lead is None or lead.line.number == draft.line.number:
        return draft
    placed = any(p.role is Role.EVENT for p in draft.places)
    dated = draft.hold is not DateHold.NONE
    return replace(
        draft,
        nth=nth,
        refers_back=False,
        places=draft.places if placed else (*draft.places, *(p for p in lead.places if p.role is Role.EVENT)),
        when=draft.when if dated else lead.when,
        hold=draft.hold if dated else lead.hold,
    )


def each_day(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every day of "two attacks, in October 2022 and July 2023" a draft of its own; the dead belong to none."""
    first = drafts[0] if len(drafts) == 1 else None
    days = _days_of_several(line) if first else None
    if first is None or days is None:
        return list(drafts)
    shared = replace(first, hold=DateHold.OWN, killed=None, injured=None, grounded=True)
    return [replace(shared, when=day, specificity=Specificity.EVENT) for day in days]


def _days_of_several(line: Line) -> tuple[TimeMention, TimeMention] | None:
    for one, two in pairwise(line.times):
        named = _SEVERAL_IN.search(line.text, 0, line.local(one)[0])
        listed = _AND_IN.fullmatch(line.text, line.local(one)[1], line.local(two)[0])
        if named and listed and _are_apart(one, two):
            return one, two
    return None


def _are_apart(one: TimeMention, two: TimeMention) -> bool:
    if not (usable(one) and usable(two)) or one.when is None or two.when is None:
        return False
    days = [d for d in (one.when.last, two.when.first) if d]
    return len(days) == 2 and (days[1] - days[0]).days > _ONE_SPELL


def only_hurt(line: Line, lead: Draft | None) -> Draft | None:
    """Make a draft of a sentence that only counts the hurt of one of two: "Five people were killed in the second"."""
    nth = nth_of(line) if lead else ""
    harm = tolls(line.text, line.date_spans) if nth else None
    if lead is None or harm is None or not (harm.killed or harm.injured):
        return None
    told = replace(lead, line=line, part=line, act=0, target="", killed=harm.killed, injured=harm.injured)
    return replace(told, nth=nth, refers_back=False, grounded=True)


def opens_anew(group: Group, draft: Draft) -> bool:
    """Whether "an air strike" with a day of its own is none of the car bomb that a paragraph before told of."""
    told = {d.sub_kind for d in group.voices} | {draft.sub_kind}
    new = draft.hold is DateHold.OWN and draft.line.paragraph > group.last_paragraph
    return new and len(told) > 1 and not told & NO_WEAPON and bool(_AN_ACT.search(draft.part.text, 0, draft.act))
