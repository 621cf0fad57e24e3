"""Drafts of one article that tell one event, on their way to a report."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.place import PlaceMention
from timeline.article import Zone
from timeline.event import Role, Specificity, Toll
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains
from timeline.when import TimeMention


@dataclass(slots=True)
class Group:
    """Drafts about one event. ``added`` are lines that only add a toll or a finer place, ``finer`` those places.

    ``voices`` are the drafts that differ in place, date or doer from those before them: to compare with them is to
    compare with all. ``filed`` are places of a dateline that turned out not to be the scene. ``lent`` is a date that
    stands with another sentence of the article and dates this event too, and ``target`` what another sentence says was
    struck.
    """

    drafts: list[Draft]
    killed: Toll | None = None
    injured: Toll | None = None
    added: list[Line] = field(default_factory=list)
    finer: list[PlaceMention] = field(default_factory=list)
    filed: list[PlaceMention] = field(default_factory=list)
    lent: TimeMention | None = None
    day_told: bool = False  # whether a line about nothing else lends the date: "That was in May", "Nine died on Friday"
    target: str = ""
    specificity: Specificity = Specificity.EVENT
    last_paragraph: int = 0  # in which the event was last spoken of
    last_line: int = 0  # the number of the sentence that did
    voices: list[Draft] = field(default_factory=list)
    _heard: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        for draft in self.drafts:
            self._hear(draft)

    def add(self, draft: Draft) -> None:
        """Let one more sentence tell the event."""
        self.support(draft)
        self.killed, self.injured = self.killed or draft.killed, self.injured or draft.injured

    def support(self, draft: Draft) -> None:
        """Let one more sentence tell the event, whose tolls may be another's."""
        self.drafts.append(draft)
        self._hear(draft)

    def detail(self, line: Line) -> None:
        """Let a line that only adds a toll or a finer place belong to the event."""
        self.added.append(line)
        self._reach(line)

    def _reach(self, line: Line) -> None:
        self.last_paragraph = max(self.last_paragraph, line.paragraph)
        self.last_line = max(self.last_line, line.number)

    def _hear(self, draft: Draft) -> None:
        self._reach(draft.line)
        place, when = place_of(draft), draft.when.when if draft.when else None
        says = (
            draft.kind,
            draft.sub_kind,
            place.place if place else None,
            (draft.hold, when.first, when.last) if when else None,
            draft.actor,
            draft.recipients,
            draft.tally,
            draft.nth,
            draft.line.zone is Zone.BODY,
        )
        if says not in self._heard:
            self._heard.add(says)
            self.voices.append(draft)

    @property
    def own_date(self) -> TimeMention | None:
        """The phrase that stands with the act itself, if any does."""
        return next((d.when for d in self.voices if d.hold is DateHold.OWN), None)


def place_of(draft: Draft) -> PlaceMention | None:
    """The mention of the place where the event happened."""
    return next((p.mention for p in draft.places if p.role in (Role.EVENT, Role.CLAIMED) and p.mention.place), None)


def is_baseless(draft: Draft) -> bool:
    """Whether nothing but "the strike" tells which one is meant."""
    return place_of(draft) is None and draft.hold is not DateHold.OWN


def places_differ(one: PlaceMention | None, two: PlaceMention | None) -> bool:
    """Whether two places are known and neither is, or lies around, the other."""
    if one is None or two is None or one.place is None or two.place is None:
        return False
    return one.place != two.place and not contains(one, two) and not contains(two, one)


def dates_differ(a: Draft, b: Draft) -> bool:
    """Whether both sentences date the act itself, and not to days that they share."""
    if min(a.hold, b.hold) < DateHold.OWN or a.when is None or b.when is None:
        return False
    one, two = a.when.when, b.when.when
    return one is not None and two is not None and not one.meets(two.first, two.last)
