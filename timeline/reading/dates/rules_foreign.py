"""Rules for dates in other languages: Ukrainian and Russian by our own words, full dates of others by dateparser.

Examples are (sentence, span, TIMEX3 value) for an article published on Wednesday 11 March 2026. The pattern language
is described in ``grammar.py``.
"""

from __future__ import annotations

from timeline.reading.dates import guards
from timeline.reading.dates.calendar import read_month, read_month_year, read_year
from timeline.reading.dates.clock import read_timed_day
from timeline.reading.dates.context import Rule
from timeline.reading.dates.dayphrase import read_day
from timeline.reading.dates.foreign import read_foreign
from timeline.reading.dates.night import read_night
from timeline.reading.dates.units import read_ago, read_calendar_unit

FOREIGN = (
    Rule(
        "Cyrillic day and month",
        "(WEEKDAYON COMMA)? day:DAY MONTHOF (year:YEAR YEARWORD?)?",
        read_day,
        ("Це сталося у вівторок, 24 лютого.", "вівторок, 24 лютого", "2026-02-24"),
    ),
    Rule(
        "Cyrillic month and year",
        "(MONTHIN | MONTHOF) year:YEAR YEARWORD?",
        read_month_year,
        ("Это было в августе 2025 года.", "августе 2025 года", "2025-08"),
    ),
    Rule(
        "Cyrillic year",
        "year:YEAR YEARWORD",
        read_year,
        ("Завод збудували у 1994 році.", "1994 році", "1994"),
    ),
    Rule(
        "Cyrillic night",
        "NIGHTOF NIGHTTO (day:DAY MONTHOF (year:YEAR YEARWORD?)? | WEEKDAYON)",
        read_night,
        ("Місто обстріляли в ніч на 5 лютого.", "ніч на 5 лютого", "2026-02-04TNI"),
    ),
    Rule(
        "Cyrillic ago",
        "(count:(INT | NUMBEROF))? unit:UNITSOF way:AGOOF",
        read_ago,
        ("Це було 3 дні тому.", "3 дні тому", "2026-03-08"),
    ),
    Rule(
        "Cyrillic part of a day",
        "(DAYSAID PARTOFDAY | PARTOFDAY DAYSAID | WEEKDAYON PARTOFDAY)",
        read_timed_day,
        ("Вибухи лунали вчора ввечері.", "вчора ввечері", "2026-03-10TEV"),
    ),
    Rule("Cyrillic month", "MONTHIN", read_month, ("Завод вразили у серпні.", "серпні", "2025-08")),
    Rule("Cyrillic weekday", "WEEKDAYON", read_day, ("Про це заявили у суботу.", "суботу", "2026-03-07")),
    Rule("Cyrillic today", "DAYSAID", read_day, ("Учора було тихо.", "Учора", "2026-03-10")),
    Rule(
        "Cyrillic unit",
        "WHICHOF unit:UNITOF",
        read_calendar_unit,
        ("Это было на прошлой неделе.", "прошлой неделе", "2026-W10"),
    ),
    Rule(
        "day, foreign month, year",
        "day:DAY DOT? (de | di)? OTHER (de | del)? year:YEAR",
        read_foreign,
        ("Le 24 décembre 2025, il neigeait.", "24 décembre 2025", "2025-12-24"),
        guards.foreign_month,
    ),
)
