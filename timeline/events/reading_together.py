"""What several reports of one event allow together: the narrowest reading, and every field on which they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.place import PlaceMention
from timeline.event import Agreement, Disagreement, Event, Report, Specificity, Stance, Toll
from timeline.reading.extract.reports import fullest
from timeline.when import Basis, When


def event_of(reports: Sequence[Report]) -> Event:
    """Build the event of reports that are about one; they come in the order of time, and the first gives its id."""
    when = narrowest_when([r.when for r in reports])
    return Event(
        id=reports[0].key,
        kind=reports[0].kind,
        sub_kind=next((r.sub_kind for r in reports if r.sub_kind not in ("attack", "said")), reports[0].sub_kind),
        reports=tuple(reports),
        when=when,
        where=narrowest_where(reports),
        actor=fullest([r.actor for r in reports]),
        recipient=fullest([r.recipient for r in reports]),
        target=next((r.target for r in sorted(reports, key=_length) if r.target), ""),
        killed=_toll([r.killed for r in reports]),
        injured=_toll([r.injured for r in reports]),
        stance=Stance.ASSERTED if any(r.stance is Stance.ASSERTED for r in reports) else reports[0].stance,
        specificity=Specificity.EVENT,
        disagreements=_disagreements(reports),
        links=(),
    )


def _length(report: Report) -> tuple[int, int]:
    """Order reports by how exactly they date and place the event."""
    days = report.when.days if report.when else None
    return (10**6 if days is None else days), report.where_prec or 9


def narrowest_when(whens: Sequence[When | None]) -> When | None:
    """Give the days that all readings share; where they share none, all the days that any of them names.

    A day of publication, taken for want of any phrase, narrows nothing that was said.
    """
    known = [w for w in whens if w is not None]
    said = [w for w in known if w.basis is not Basis.PUBLISHED] or known
    if not said:
        return None
    exact = min(said, key=lambda w: w.days if w.days is not None else 10**6)
    first = max((w.first for w in said if w.first), default=None)
    last = min((w.last for w in said if w.last), default=None)
    if first is None or last is None or first <= last:
        return replace(exact, first=first, last=last)
    return replace(exact, first=_least(said), last=_most(said), rule="the sources name different days")


def _least(whens: Sequence[When]) -> date | None:
    firsts = [w.first for w in whens]
    return None if None in firsts else min(f for f in firsts if f)


def _most(whens: Sequence[When]) -> date | None:
    lasts = [w.last for w in whens]
    return None if None in lasts else max(x for x in lasts if x)


def narrowest_where(reports: Sequence[Report]) -> PlaceMention | None:
    """Give the most exact place that any of the reports names."""
    named = [r.where for r in reports if r.where is not None]
    return min(named, key=lambda m: m.place.radius_km if m.place else 10**6, default=None)


def _toll(tolls: Sequence[Toll | None]) -> Toll | None:
    """Give the range that the sources span; ``best`` only where all who give a number give the same."""
    known = [t for t in tolls if t]
    if not known:
        return None
    bests = {t.best for t in known if t.best is not None}
    lows = [t.low for t in known if t.low is not None]
    highs = [t.high for t in known]
    return Toll(
        low=min(lows) if lows else None,
        best=bests.pop() if len(bests) == 1 else None,
        high=None if None in highs else max(h for h in highs if h is not None),
        said="; ".join(dict.fromkeys(t.said for t in known)),
    )


def _disagreements(reports: Sequence[Report]) -> tuple[Disagreement, ...]:
    ordered = sorted(reports, key=lambda r: (r.article_id, r.key))
    found = (
        _differing("when", [_when_text(r) for r in ordered], ordered, _when_agreement(ordered)),
        _differing("where", [_where_text(r) for r in ordered], ordered, Agreement.NESTED),
        _differing("who", [r.actor.name if r.actor else "" for r in ordered], ordered, Agreement.COMPATIBLE),
        _differing("target", [r.target for r in ordered], ordered, Agreement.COMPATIBLE),
        _differing_toll("killed", [r.killed for r in ordered], ordered),
        _differing_toll("injured", [r.injured for r in ordered], ordered),
    )
    return tuple(one for one in found if one is not None)


def _differing(field: str, said: Sequence[str], reports: Sequence[Report], relation: Agreement) -> Disagreement | None:
    values = tuple((r.article_id, words) for r, words in zip(reports, said, strict=True) if words)
    return Disagreement(field, relation, values) if len({words for _, words in values}) > 1 else None


def _differing_toll(field: str, tolls: Sequence[Toll | None], reports: Sequence[Report]) -> Disagreement | None:
    """Compare tolls by their numbers: "fifteen were injured" and "injured 15" do not differ."""
    if len({(t.low, t.best, t.high) for t in tolls if t}) < 2:
        return None
    return _differing(field, [t.said if t else "" for t in tolls], reports, _toll_agreement(tolls))


def _when_text(report: Report) -> str:
    when = report.when
    if when is None:
        return ""
    days = "/".join(d.isoformat() if d else ".." for d in dict.fromkeys((when.first, when.last)))
    return f"“{when.said}”: {days}" if when.said else days


def _when_agreement(reports: Sequence[Report]) -> Agreement:
    whens = [r.when for r in reports if r.when]
    latest_start = max((w.first for w in whens if w.first), default=date.min)
    earliest_end = min((w.last for w in whens if w.last), default=date.max)
    return Agreement.NESTED if latest_start <= earliest_end else Agreement.CONFLICT


def _where_text(report: Report) -> str:
    return report.where.place.name if report.where and report.where.place else ""


def _toll_agreement(tolls: Sequence[Toll | None]) -> Agreement:
    bests = {t.best for t in tolls if t and t.best is not None}
    return Agreement.CONFLICT if len(bests) > 1 else Agreement.COMPATIBLE
