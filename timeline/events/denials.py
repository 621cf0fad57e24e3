"""Denials: who says that it did not do what an event holds, tied to that event and shown as a disagreement.

A denial is no event of its own. It is tied to what the same article told before it of the one who denies: an accusation
of that side, else a strike by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.event import Agreement, Disagreement, Event, Kind, Link, LinkKind, Report, Stance
from timeline.reading.extract.parties import side

FIELD = "stance"  # of the disagreement that a denial makes


def with_denials(events: Sequence[Event], aside: Iterable[Report]) -> tuple[Event, ...]:
    """Tie each denial among the reports set ``aside`` to the event that it denies, in the order of the reports."""
    told: dict[str, list[tuple[Report, Event]]] = defaultdict(list)
    for event in events:
        for report in event.reports:
            told[report.article_id].append((report, event))
    denied: dict[str, list[Report]] = defaultdict(list)
    for denial in aside:
        event_id = _denied(denial, told[denial.article_id]) if denial.stance is Stance.DENIED else None
        if event_id:
            denied[event_id].append(denial)
    return tuple(_tied(event, denied[event.id]) if event.id in denied else event for event in events)


def _denied(denial: Report, told: Sequence[tuple[Report, Event]]) -> str | None:
    """Find the event told last before the denial that the denying side is accused of, or did."""
    if denial.actor is None:
        return None
    who = side(denial.actor)
    before = [(r, e) for r, e in told if r.evidence[0].start < denial.evidence[0].start and _is_of(r, who)]
    nearest = max(before, key=lambda pair: (pair[0].kind is Kind.ACCUSATION, pair[0].evidence[0].start), default=None)
    return nearest[1].id if nearest else None


def _is_of(report: Report, who: str) -> bool:
    culprit = report.recipient if report.kind is Kind.ACCUSATION else report.actor
    return culprit is not None and side(culprit) == who


def _tied(event: Event, denials: Sequence[Report]) -> Event:
    links = (*event.links, *(Link(LinkKind.DENIES, d.key) for d in denials))
    said = tuple((r.article_id, str(r.stance)) for r in event.reports)
    denied = tuple((d.article_id, f"denied by {d.actor.name}") for d in denials if d.actor)
    differs = Disagreement(FIELD, Agreement.CONFLICT, (*said, *denied))
    return replace(event, links=links, disagreements=(*event.disagreements, differs))
