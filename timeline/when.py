"""The nouns of *when*: an interval of days with what was said and how it was read, and the mention of one in a text.

Days are calendar days of the event's own zone, else the outlet's. Intervals are inclusive at both ends; an open end is
``None``. The publication date is a ``When`` too, and may be an interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """How an interval is known."""

    STATED = "stated"  # the text gives the full date
    RELATIVE = "relative"  # worked out from an anchor
    INHERITED = "inherited"  # taken from another sentence of the same article
    PUBLISHED = "published"  # nothing was said: the publication date as a labelled last resort


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What a relative phrase was read against."""

    PUBLISHED = "published"
    MENTION = "mention"  # an earlier date in the same text
    SPEECH = "speech"  # the day on which quoted words were spoken


class Granularity(StrEnum):
    """The unit of what was said: of "on Saturday" the day, of "in May" the month, of "for three weeks" the week."""

    CLOCK = "clock"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    FISCAL_QUARTER = "fiscal quarter"  # these three have no days of the calendar, unless the text bounds them
    FISCAL_HALF = "fiscal half"
    FISCAL_YEAR = "fiscal year"


class Modifier(StrEnum):
    """How the words bend what they name: the ``mod`` values of TIMEX3, of which the first four go with points in time,
    the next four with lengths.
    """

    BEFORE = "BEFORE"  # "more than a year ago"
    AFTER = "AFTER"  # "less than a year ago"
    ON_OR_BEFORE = "ON_OR_BEFORE"  # "no later than Friday", "at least a year ago"
    ON_OR_AFTER = "ON_OR_AFTER"  # "no earlier than Friday"
    LESS_THAN = "LESS_THAN"  # "nearly two days"
    MORE_THAN = "MORE_THAN"  # "more than two days"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"  # "up to two days"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"  # "at least two days"
    START = "START"  # "early March"
    MID = "MID"  # "mid-March"
    END = "END"  # "late March"
    APPROX = "APPROX"  # "about two days"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The interval that a relative phrase was read against, and where that came from."""

    kind: AnchorKind
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends inclusive, and how it came to be known.

    ``said`` are the words ("" when none were), ``rule`` the name of the reading in words an editor would use, ``clock``
    an ISO time of day with zone where one was stated ("T21:30+03:00", "T21:30", "TNI"), ``alternatives`` the other
    readings where the phrase is truly ambiguous. ``through`` tells that every day of the interval is meant ("from
    Monday to Friday", "for the third day running"), not one day within it ("between Monday and Friday"). An unknown
    date is ``None`` in place of a ``When``; a ``When`` has at least one end.

    Raises ``ValueError`` when both ends are open or the first day is after the last.
    """

    first: date | None
    last: date | None
    basis: Basis
    said: str = ""
    rule: str = ""
    anchor: Anchor | None = None
    clock: str | None = None
    alternatives: tuple[tuple[date | None, date | None], ...] = ()
    through: bool = False

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a When has at least one end; an unknown date is None")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"first day {self.first} is after last day {self.last}")

    @property
    def days(self) -> int | None:
        """Length in days, both ends counted; ``None`` when an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    @property
    def prec(self) -> int:
        """UCDP GED ``date_prec``: 1 one day, 2 two to six days, 3 a week, 4 up to a month, 5 longer or open."""
        days = self.days
        if days is None:
            return 5
        if days == 1:
            return 1
        if days <= 6:
            return 2
        if days <= 7:
            return 3
        return 4 if days <= 31 else 5

    def meets(self, first: date | None, last: date | None) -> bool:
        """Whether any part of this interval may lie in first..last (``None``: open)."""
        starts_in_time = self.first is None or last is None or self.first <= last
        return starts_in_time and (self.last is None or first is None or self.last >= first)

    def within(self, first: date | None, last: date | None) -> bool:
        """Whether all of this interval is certain to lie in first..last (``None``: open)."""
        after = first is None or (self.first is not None and self.first >= first)
        return after and (last is None or (self.last is not None and self.last <= last))


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time phrase in a text: ``text[start:end]`` is ``said``.

    ``value`` is the TIMEX3 value, "" when the phrase could not be read; ``when`` the interval of days, ``None`` for
    sets, vague phrases, lengths that the text does not date, dates that cannot be (31 February) and dates that nothing
    on the page decides. ``rule`` names the reading, also for phrases left unread. ``granularity`` is the unit of what
    was said, ``None`` for "now" and the like. ``alternatives`` are first and last day of the other readings; of all
    readings, where none was chosen ("05/11/2025").
    """

    start: int
    end: int
    said: str
    type: TimexType
    value: str
    when: When | None
    rule: str
    granularity: Granularity | None = None
    modifier: Modifier | None = None
    alternatives: tuple[tuple[date | None, date | None], ...] = ()
