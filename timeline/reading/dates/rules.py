"""The table of all rules. Where several match at one place the longest match wins, then the earlier rule."""

from __future__ import annotations

from timeline.reading.dates.context import Rule
from timeline.reading.dates.rules_calendar import MONTHS, YEARS
from timeline.reading.dates.rules_days import DAYS, TIMES
from timeline.reading.dates.rules_foreign import FOREIGN
from timeline.reading.dates.rules_units import REFS, UNITS

RULES: tuple[Rule, ...] = (*DAYS, *TIMES, *MONTHS, *YEARS, *UNITS, *REFS, *FOREIGN)
