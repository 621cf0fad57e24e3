"""What repeats: "every Tuesday", "daily", "each year"."""

from __future__ import annotations

from timeline.reading.dates import numbers, parts
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.reading import Reading, vague
from timeline.reading.dates.units import duration_value, unit_of
from timeline.when import TimexType


def read_set(found: Found, context: Context) -> Reading | None:
    """Read "every Tuesday", "daily", "each year": a repetition, not a date."""
    rule = "something that repeats, not one date"
    weekday = parts.weekday_of(found) or int(parts.first_of(found, "WEEKDAYS") or 0)
    frequency = parts.first_of(found, "FREQUENCY")
    if weekday:
        return vague(f"XXXX-WXX-{weekday}{parts.part_of_day(found)}", rule, TimexType.SET)
    if frequency:
        return vague(frequency, rule, TimexType.SET)
    if parts.month_of(found):
        return vague(f"XXXX-{parts.month_of(found):02}", rule, TimexType.SET)
    season = parts.first_of(found, "SEASON") or parts.first_of(found, "SEASONS")
    if season:
        return vague(f"XXXX-{season}", rule, TimexType.SET)
    part = parts.part_of_day(found)
    if part:
        return vague(f"XXXX-XX-XX{part}", rule, TimexType.SET)
    words = found.words("count")
    amount = numbers.count(words) if words else 1
    return vague(duration_value(amount, unit_of(found)), rule, TimexType.SET)
