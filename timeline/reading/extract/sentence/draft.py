"""What one sentence reports of an event, before the sentences of one article are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from timeline.event import Kind, Party, RolePlace, Specificity, Stance, Toll
from timeline.reading.extract.sentence.line import Line
from timeline.when import TimeMention


class DateHold(IntEnum):
    """How firmly a date phrase belongs to what is reported; the higher wins."""

    NONE = 0
    SPEECH = 1  # the day on which somebody spoke of it: "said on Saturday that a missile had hit"
    VAGUE = 2  # some time ago, nobody says when: not the day of publication
    OWN = 3  # the phrase stands with the act itself


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence's report: ``act`` is the local offset of its words, ``recipients`` are all who are accused.

    ``part`` is the sentence ``line`` without what it tells of other events.
    """

    kind: Kind
    line: Line
    part: Line
    act: int
    sub_kind: str
    when: TimeMention | None
    hold: DateHold
    places: tuple[RolePlace, ...]
    actor: Party | None
    recipients: tuple[Party, ...]
    target: str
    killed: Toll | None
    injured: Toll | None
    stance: Stance
    specificity: Specificity
    grounded: bool = True  # by a day, a toll or a place; what has none only goes on with an event told before
    refers_back: bool = False  # "the strike": speaks of an event told before
    tally: bool = False  # what a country's air defence shot down everywhere, not one strike of them
    nth: str = ""  # "first" or "second", where a story tells of two strikes and only that tells them apart
