"""What a phrase was read as, before it becomes a ``TimeMention``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.reading.dates.periods import Period
from timeline.when import Anchor, Basis, TimexType


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of one phrase: ``period`` is ``None`` for durations, sets, vague and impossible dates.

    ``rule`` says in an editor's words how the phrase was read; it is the middle of the sentence on the card.
    """

    type: TimexType
    value: str
    period: Period | None
    rule: str
    basis: Basis = Basis.RELATIVE
    anchor: Anchor | None = None
    clock: str | None = None
    alternatives: tuple[tuple[date | None, date | None], ...] = ()


def vague(value: str, rule: str, kind: TimexType = TimexType.DATE) -> Reading:
    """A phrase that names no days: found and typed, without an interval."""
    return Reading(kind, value, None, rule)
