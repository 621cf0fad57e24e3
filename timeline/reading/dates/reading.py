"""What a phrase was read as, before it becomes a ``TimeMention``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.reading.dates.periods import Period
from timeline.when import Anchor, Basis, Granularity, TimexType

NO_PUBLICATION = "needs a publication date, and none is known"
IMPOSSIBLE = "no such day in the calendar"
OUT_OF_BOUNDS = "outside the years that are read"


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
    unit: Granularity | None = None  # where the value does not tell it: of fiscal years
    through: bool = False  # every day of the period is meant, as "from Monday to Friday" means


def vague(value: str, rule: str, kind: TimexType = TimexType.DATE) -> Reading:
    """A phrase that names no days: found and typed, without an interval."""
    return Reading(kind, value, None, rule)


def dated(
    period: Period | None,
    rule: str,
    basis: Basis,
    anchor: Anchor | None = None,
    alternatives: tuple[tuple[date | None, date | None], ...] = (),
) -> Reading:
    """A reading of type DATE with the period's own value."""
    return Reading(TimexType.DATE, period.value if period else "", period, rule, basis, anchor, None, alternatives)


def unread(rule: str, value: str = "") -> Reading:
    """A date phrase that could not be resolved."""
    return Reading(TimexType.DATE, value, None, rule)
