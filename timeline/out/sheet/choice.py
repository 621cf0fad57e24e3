"""Which events are listed and numbered where there is no room for all, by a rule that the sheet prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.event import Event, Kind, Toll
from timeline.messages import later

RULE = later("by toll, outlets, exactness, recency; kinds in proportion")
_NO_DATE = 9  # behind every precision of UCDP


def key_events(events: Sequence[Event], most: int) -> list[Event]:
    """At most ``most`` of the events, in the order given: all where they fit, else the first of each kind by the rule.

    Every kind that occurs has its share of the places, and at least one.
    """
    if len(events) <= most:
        return list(events)
    kinds = [[event for event in events if event.kind == kind] for kind in Kind]
    shares = _shares([len(found) for found in kinds], most)
    best = [sorted(found, key=_weight)[:share] for found, share in zip(kinds, shares, strict=True)]
    chosen = {event.id for found in best for event in found}
    return [event for event in events if event.id in chosen]


def _shares(counts: Sequence[int], most: int) -> list[int]:
    """Places for each kind in proportion to its number, at least one for a kind that occurs, ``most`` together."""
    total = sum(counts)
    shares = [max(min(1, n), n * most // total) for n in counts]
    while sum(shares) < most:
        n = max(range(len(counts)), key=lambda k: counts[k] * most / total - shares[k])
        shares[n] += 1
    while sum(shares) > most:
        shares[shares.index(max(shares))] -= 1
    return shares


def _weight(event: Event) -> tuple[float, ...]:
    """Smaller is more important."""
    last = (event.when.last or event.when.first or date.min) if event.when else date.min
    exact = (event.when.prec if event.when else _NO_DATE) + (event.where_prec or _NO_DATE)
    return (-_toll(event.killed), -_toll(event.injured), -event.outlets, exact, -last.toordinal())


def _toll(toll: Toll | None) -> int:
    """The number that the sources agree on, else the least that they give."""
    if toll is None:
        return 0
    return toll.best if toll.best is not None else toll.low or 0
