"""Many reports, few events: which reports are about one event, what they allow together, and where they differ.

A report joins an event when one report of it agrees and none forbids it, neither its anchor, which is its most exact
report, nor any that joined since; so a chain of look-alikes cannot drift. The most exact reports are placed first and
the order of the input plays no part. A vague report that would fit two events stays its own event, linked to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from timeline.event import Event, Kind, Link, LinkKind, Report, RolePlace, Span
from timeline.events.agreement import Bond, bond
from timeline.events.neighbours import Neighbours
from timeline.events.reading_together import event_of
from timeline.when import Basis

_MOST_VOICES = 50  # reports of one event, the most exact, that a further one is compared with
_MOST_DOUBTS = 5  # events that a report is said to be perhaps the same as; of more it says nothing
_NOWHERE = (Span(0, 0),)


@dataclass(slots=True, eq=False)
class _Cluster:
    """An event in the making: its anchor and whatever joined it; of those that say the same, ``voices`` has one."""

    anchor: Report
    numbers: list[int]
    reports: list[Report] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    voices: dict[object, Report] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Take a report in."""
        self.reports.append(report)
        self.articles.add(report.article_id)
        if len(self.voices) < _MOST_VOICES:
            self.voices.setdefault(_said(report), report)

    def take(self, other: _Cluster) -> None:
        """Take in another event, which is this one."""
        self.numbers += other.numbers
        for report in other.reports:
            self.add(report)


def _said(report: Report) -> object:
    """Everything by which a report is compared: a copy of an article says the same."""
    blank = replace(report, key="", article_id="", outlet="", when_mention=None, copy_of="", evidence=_NOWHERE)
    return replace(blank, places=tuple(RolePlace(replace(p.mention, start=0, end=0), p.role) for p in blank.places))


def merge(reports: Iterable[Report]) -> tuple[Event, ...]:
    """Put reports of one event together; every report is in exactly one event, whatever the order of the input."""
    clusters: list[_Cluster] = []  # by number; events that were found to be one bear the numbers of all
    near = Neighbours()
    doubtful: dict[str, list[_Cluster]] = {}
    for report in sorted(reports, key=_exactness):
        best, fitting = _fitting(dict.fromkeys(clusters[number] for number in near.of(report)), report)
        if best >= Bond.FITS and (len(fitting) == 1 or (best >= Bond.AGREES and _are_one(fitting, report))):
            for other in fitting[1:]:
                fitting[0].take(other)
                for number in other.numbers:
                    clusters[number] = fitting[0]
            fitting[0].add(report)
            continue
        own = _Cluster(report, [len(clusters)])
        own.add(report)
        near.add(len(clusters), report)
        clusters.append(own)
        if 0 < len(fitting) <= _MOST_DOUBTS:
            doubtful[report.key] = fitting
    return _events(dict.fromkeys(clusters), doubtful)


def _events(clusters: Iterable[_Cluster], doubtful: Mapping[str, Sequence[_Cluster]]) -> tuple[Event, ...]:
    """Build the events, each linked to those that its doubtful reports may be the same as."""
    made = [(cluster, event_of(sorted(cluster.reports, key=_in_time))) for cluster in clusters]
    by_key = {report.key: event.id for cluster, event in made for report in cluster.reports}
    linked = []
    for cluster, event in made:
        doubts = (other for report in cluster.reports for other in doubtful.get(report.key, ()))
        others = {by_key[other.anchor.key] for other in doubts} - {event.id}
        linked.append(replace(event, links=tuple(Link(LinkKind.SAME, other) for other in sorted(others))))
    return tuple(sorted(linked, key=lambda e: (_first_day(e.reports[0]), e.kind, e.id)))


def _fitting(clusters: Iterable[_Cluster], report: Report) -> tuple[Bond, list[_Cluster]]:
    """Choose the events that the report may be about: those with which most agrees, if any do."""
    bonds = [(cluster, _bond(cluster, report)) for cluster in clusters]
    best = max((b for _, b in bonds), default=Bond.FORBIDDEN)
    return best, [cluster for cluster, b in bonds if b is best] if best >= Bond.MAYBE else []


def _are_one(clusters: Sequence[_Cluster], report: Report) -> bool:
    """Whether an exact report, with which all these agree, shows that they were one event: none forbids another.

    Without it, too little spoke for that; a vague report shows nothing.
    """
    if not _is_exact(report):
        return False
    return all(
        _bond(one, voice) is not Bond.FORBIDDEN
        for one, two in combinations(clusters, 2)
        for voice in two.voices.values()
    )


def _is_exact(report: Report) -> bool:
    """Whether the report names a day and a town."""
    when = report.when
    return when is not None and when.days == 1 and when.basis is not Basis.PUBLISHED and report.where_prec == 1


def _bond(cluster: _Cluster, report: Report) -> Bond:
    """Give the bond to whichever report of an event says most for it, none of them speaking against it.

    A second report of one article is refused: an article that tells two strikes tells of two.
    """
    if report.article_id in cluster.articles:
        return Bond.FORBIDDEN
    strongest = Bond.SILENT
    for voice in cluster.voices.values():
        one = bond(voice, report)
        if one is Bond.FORBIDDEN:
            return one
        strongest = max(strongest, one)
    return strongest


def _exactness(report: Report) -> tuple[bool, int, int, int, str]:
    """Order the most exact first: days, then places, then tolls that are stated; the key breaks ties.

    Who accuses without a name comes last: "the minister" may be either of two whom others name.
    """
    unnamed = report.kind is Kind.ACCUSATION and not (report.actor and report.actor.speaker)
    days = report.when.days if report.when and report.when.days is not None else 10**6
    if report.when is not None and report.when.basis is Basis.PUBLISHED:
        days += 31  # the day of publication is a last resort, less exact than any phrase
    return (
        unnamed,
        days,
        report.where_prec or 9,
        -sum(t is not None for t in (report.killed, report.injured)),
        report.key,
    )


def _first_day(report: Report) -> date:
    when = report.when
    return (when.first or when.last or date.max) if when else date.max


def _in_time(report: Report) -> tuple[date, int, str]:
    return _first_day(report), (report.when.days or 10**6) if report.when else 10**6, report.key
