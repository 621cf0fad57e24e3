"""Many reports, few events: which reports are about one event, what they allow together, and where they differ.

Reports are compared with the anchor of an event, its most exact report, never with whatever joined last, so that a
chain of look-alikes cannot drift. The most exact reports are placed first and the order of the input plays no part. A
vague report that would fit two events stays its own event, linked to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.event import Event, Link, LinkKind, Report
from timeline.events.agreement import may_be_one
from timeline.events.neighbours import Neighbours
from timeline.events.reading_together import event_of


@dataclass(slots=True)
class _Cluster:
    """An event in the making: its anchor and whatever joined it."""

    anchor: Report
    reports: list[Report]


def merge(reports: Iterable[Report]) -> tuple[Event, ...]:
    """Put reports of one event together; every report is in exactly one event, whatever the order of the input."""
    ordered = sorted(reports, key=_exactness)
    clusters: list[_Cluster] = []
    near = Neighbours()
    doubtful: dict[str, list[_Cluster]] = {}
    for report in ordered:
        neighbours = (clusters[number] for number in near.of(report))
        fitting = [c for c in neighbours if may_be_one(c.anchor, report) and _new_voice(c, report)]
        if len(fitting) == 1:
            fitting[0].reports.append(report)
            continue
        own = _Cluster(report, [report])
        near.add(len(clusters), report)
        clusters.append(own)
        if fitting:
            doubtful[report.key] = fitting
    events = {c.anchor.key: event_of(sorted(c.reports, key=_in_time)) for c in clusters}
    linked = [
        _link(events[c.anchor.key], [events[d.anchor.key] for d in doubtful.get(c.anchor.key, [])]) for c in clusters
    ]
    return tuple(sorted(linked, key=lambda e: (_first_day(e.reports[0]), e.kind, e.id)))


def _exactness(report: Report) -> tuple[int, int, int, str]:
    """Order the most exact first: days, then places, then tolls that are stated; the key breaks ties."""
    days = report.when.days if report.when and report.when.days is not None else 10**6
    if report.when is not None and report.when.basis == "published":
        days += 31  # the day of publication is a last resort, less exact than any phrase
    return days, report.where_prec or 9, -sum(t is not None for t in (report.killed, report.injured)), report.key


def _first_day(report: Report) -> date:
    when = report.when
    return (when.first or when.last or date.max) if when else date.max


def _in_time(report: Report) -> tuple[date, int, str]:
    return _first_day(report), (report.when.days or 10**6) if report.when else 10**6, report.key


def _new_voice(cluster: _Cluster, report: Report) -> bool:
    """Refuse a second report of one article: an article that tells two strikes tells of two."""
    return all(r.article_id != report.article_id for r in cluster.reports)


def _link(event: Event, others: Sequence[Event]) -> Event:
    return replace(event, links=tuple(Link(LinkKind.SAME, other.id) for other in sorted(others, key=lambda e: e.id)))
