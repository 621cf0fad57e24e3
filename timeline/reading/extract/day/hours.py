"""At what time of one day something was: whether two tellings time it hours apart."""

from __future__ import annotations

from timeline.when import When

_PARTS = {"TMO": (5, 12), "TDT": (6, 18), "TAF": (12, 18), "TEV": (17, 24)}  # hours
_BY_NIGHT, _BY_DAY = "TNI", (5, 18)  # a night has no clear end, but it is no day
_SLACK = 2  # hours by which two reports may time one strike apart


def hours_differ(a: When | None, b: When | None) -> bool:
    """Whether two tellings of one day put it hours apart: in the morning, and in the evening."""
    if a is None or b is None or a.days != 1 or (a.first, a.last) != (b.first, b.last):
        return False
    one, two = _hours(a.clock), _hours(b.clock)
    if _BY_NIGHT in (a.clock, b.clock):
        return any(h is not None and _BY_DAY[0] <= h[0] and h[1] <= _BY_DAY[1] for h in (one, two))
    return bool(one and two and (one[0] >= two[1] + _SLACK or two[0] >= one[1] + _SLACK))


def is_night_of(night: When, day: When) -> bool:
    """Whether the first is the night that ended on the second: "overnight", "on Tuesday"."""
    return (night.days, day.days) == (2, 1) and night.last == day.last


def hours_agree(a: When | None, b: When | None) -> bool:
    """Whether two tellings of one day both give the time, and the same part of it."""
    timed = a is not None and b is not None and _hours(a.clock) and _hours(b.clock)
    return bool(timed) and not hours_differ(a, b)


def _hours(clock: str | None) -> tuple[int, int] | None:
    """First and last hour of a clock time or a part of the day; ``None`` where there is no telling."""
    if not clock:
        return None
    if clock in _PARTS:
        return _PARTS[clock]
    hour = clock[1:3]
    return (int(hour), int(hour) + 1) if hour.isdigit() else None
