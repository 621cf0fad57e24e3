"""Denials: who says that it did not do what an event holds, tied to that event and shown as a disagreement.

A denial is no event of its own. It is tied to what the same article told before it of the one who denies: an accusation
of that side, else a strike by it. A denial that its own article ties to nothing answers an accusation of other articles
where only one can be meant: of the days before, against the one who denies, by the one it answers or of what it denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.event import Agreement, Disagreement, Event, Kind, Link, LinkKind, Report, Stance
from timeline.events.targets import target_words
from timeline.messages import Message, later
from timeline.reading.extract.party.groups import side
from timeline.reading.words import phrases

STANCES = {  # as the disagreement tells them
    Stance.ASSERTED: later("asserted"),
    Stance.HEDGED: later("hedged"),
    Stance.DENIED: later("denied"),
    Stance.THREATENED: later("threatened"),
}
FIELD = "stance"  # of the disagreement that a denial makes
ANSWERED_WITHIN = timedelta(days=7)  # an accusation is news for a week
_SAYS_NO_MORE = frozenset(phrases("denial_words"))


def with_denials(events: Sequence[Event], aside: Iterable[Report]) -> tuple[Event, ...]:
    """Tie each denial among the reports set ``aside`` to the event that it denies, in the order of the reports."""
    told: dict[str, list[tuple[Report, Event]]] = defaultdict(list)
    against: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind is Kind.ACCUSATION and event.recipient:
            against[side(event.recipient)].append(event)
        for report in event.reports:
            told[report.article_id].append((report, event))
    denied: dict[str, list[Report]] = defaultdict(list)
    for denial in (r for r in aside if r.stance is Stance.DENIED and r.actor):
        event_id = _denied(denial, told[denial.article_id]) or _answered(denial, against)
        if event_id:
            denied[event_id].append(denial)
    return tuple(_tied(event, denied[event.id]) if event.id in denied else event for event in events)


def _denied(denial: Report, told: Sequence[tuple[Report, Event]]) -> str | None:
    """Find the event told last before the denial that the denying side is accused of, or did."""
    if denial.actor is None:
        return None
    who = side(denial.actor)
    before = [(r, e) for r, e in told if r.evidence[0].start <= denial.evidence[0].start and _is_of(r, who)]
    nearest = max(before, key=lambda pair: (pair[0].kind is Kind.ACCUSATION, pair[0].evidence[0].start), default=None)
    return nearest[1].id if nearest else None


def _is_of(report: Report, who: str) -> bool:
    culprit = report.recipient if report.kind is Kind.ACCUSATION else report.actor
    return culprit is not None and side(culprit) == who


def _answered(denial: Report, against: dict[str, list[Event]]) -> str | None:
    """Find the only accusation of other articles that the denial can answer."""
    day = denial.when.last if denial.when else None
    if denial.kind is not Kind.ACCUSATION or denial.actor is None or day is None:
        return None
    recent = [e for e in against.get(side(denial.actor), []) if _is_recent(e, day)]
    if denial.recipient:
        recent = [e for e in recent if e.actor and side(e.actor) == side(denial.recipient)]
    said = target_words(denial) - _SAYS_NO_MORE
    of_it = [e for e in recent if said & {word for r in e.reports for word in target_words(r)}]
    fitting = of_it or (recent if denial.recipient and not said else [])
    return fitting[0].id if len(fitting) == 1 else None


def _is_recent(event: Event, day: date) -> bool:
    when = event.when
    return bool(when and when.first and when.last and when.first <= day <= when.last + ANSWERED_WITHIN)


def _tied(event: Event, denials: Sequence[Report]) -> Event:
    links = (*event.links, *(Link(LinkKind.DENIES, d.key) for d in denials))
    said = tuple((r.article_id, Message(STANCES[r.stance])) for r in event.reports)
    by = later("denied by {name}")
    denied = tuple((d.article_id, Message(by, name=d.actor.name)) for d in denials if d.actor)
    differs = Disagreement(FIELD, Agreement.CONFLICT, (*said, *denied))
    return replace(event, links=links, disagreements=(*event.disagreements, differs))
