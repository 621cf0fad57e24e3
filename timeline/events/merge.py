"""Many reports, few events: which reports are about one event, what they allow together, and where they differ.

Reports are compared with the anchor of an event, its most exact report, never with whatever joined last, so that a
chain of look-alikes cannot drift. The most exact reports are placed first and the order of the input plays no part. A
vague report that would fit two events stays its own event, linked to both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.event import Event, Kind, Link, LinkKind, Report
from timeline.events.agreement import PUBLICATION_LAG, may_be_one
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
    near = _Neighbours()
    doubtful: dict[str, list[_Cluster]] = {}
    for report in ordered:
        fitting = [c for c in near.of(report) if may_be_one(c.anchor, report) and _new_voice(c, report)]
        if len(fitting) == 1:
            fitting[0].reports.append(report)
            continue
        own = _Cluster(report, [report])
        clusters.append(own)
        near.add(own)
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


class _Neighbours:
    """Clusters by kind and month, so that a report meets only those that could lie in its time."""

    def __init__(self) -> None:
        self._by_month: dict[tuple[Kind, int], list[_Cluster]] = defaultdict(list)

    def add(self, cluster: _Cluster) -> None:
        for month in _months(cluster.anchor):
            self._by_month[cluster.anchor.kind, month].append(cluster)

    def of(self, report: Report) -> Iterator[_Cluster]:
        seen: set[str] = set()
        for month in _months(report):
            for cluster in self._by_month[report.kind, month]:
                if cluster.anchor.key not in seen:
                    seen.add(cluster.anchor.key)
                    yield cluster


def _months(report: Report) -> Sequence[int]:
    """Number the months that the report may lie in, with leeway at each end; none when its date is open."""
    when = report.when
    if when is None or when.first is None or when.last is None:
        return ()
    first, last = when.first.toordinal() - PUBLICATION_LAG.days, when.last.toordinal() + 1
    start, end = date.fromordinal(first), date.fromordinal(last)
    return range(start.year * 12 + start.month, end.year * 12 + end.month + 1)


def _link(event: Event, others: Sequence[Event]) -> Event:
    return replace(event, links=tuple(Link(LinkKind.SAME, other.id) for other in sorted(others, key=lambda e: e.id)))
