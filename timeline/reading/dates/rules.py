"""The table of rules: how each kind of phrase is said, how it is read, and an example of each.

Examples are (sentence, span, TIMEX3 value) for an article published on Wednesday 11 March 2026. Where several rules
match at one place the longest match wins, then the earlier rule.
"""

from __future__ import annotations

from timeline.reading.dates import guards
from timeline.reading.dates.calendar import (
    read_century,
    read_days,
    read_decade,
    read_era,
    read_month,
    read_month_year,
    read_night,
    read_quarter,
    read_season,
    read_year,
    read_year_end,
)
from timeline.reading.dates.clock import read_hour, read_modified_day, read_part_of_today, read_timed_day
from timeline.reading.dates.dayphrase import read_day
from timeline.reading.dates.grammar import Rule
from timeline.reading.dates.refs import read_ref
from timeline.reading.dates.units import (
    read_ago,
    read_calendar_unit,
    read_duration,
    read_later,
    read_row,
    read_set,
    read_vague_units,
    read_window,
)

DAYS = (
    Rule("day and month", "DAYMONTH", read_day, ("It was hit on 3 March.", "3 March", "2026-03-03")),
    Rule("month and day", "MONTHDAYS", read_day, ("It was hit on Jan. 5, 2025.", "Jan. 5, 2025", "2025-01-05")),
    Rule("weekday", "ONEWEEKDAY", read_day, ("He spoke on Tuesday.", "Tuesday", "2026-03-10"), guards.weekday),
    Rule(
        "abbreviated weekday",
        "WDABBR DOT",
        read_day,
        ("Sat., 4 killed", "Sat.", "2026-03-07"),
        guards.abbreviated_weekday,
    ),
    Rule("today", "DAYNAME", read_day, ("It fell yesterday.", "yesterday", "2026-03-10"), guards.today_name),
    Rule("ISO date", "ISO", read_day, ("Seen 2026-03-02T10:00Z.", "2026-03-02T10:00Z", "2026-03-02T10:00Z")),
    Rule("date in figures", "WDNAME? NUMERIC", read_day, ("The log of 25/02/2026", "25/02/2026", "2026-02-25")),
    Rule(
        "day before yesterday",
        "the day before yesterday",
        read_ref,
        ("Seen the day before yesterday.", "the day before yesterday", "2026-03-09"),
    ),
    Rule(
        "day after tomorrow",
        "the day after tomorrow",
        read_ref,
        ("It ends the day after tomorrow.", "the day after tomorrow", "2026-03-13"),
    ),
    Rule(
        "days of a month",
        "from? low:(DAY | ORDNUM) (HY | DASH | to | and | through | until) high:(DAY | ORDNUM) of? MONTHNAME (COMMA? year:ANYYEAR)?",
        read_days,
        ("A pause from 3 to 5 March held.", "from 3 to 5 March", "2026-03-03/2026-03-05"),
    ),
    Rule(
        "month and days",
        "MONTHNAME low:(DAY | ORDNUM) (HY | DASH | to | and | through | until) high:(DAY | ORDNUM) (COMMA? year:ANYYEAR)?",
        read_days,
        ("Strikes on Feb. 20-21 hit ports.", "Feb. 20-21", "2026-02-20/2026-02-21"),
    ),
)

TIMES = (
    Rule(
        "part of a day named",
        "(early | late)? DAYPHRASE PARTDAY",
        read_timed_day,
        ("Sirens sounded Tuesday night.", "Tuesday night", "2026-03-10TNI"),
        guards.weekday,
    ),
    Rule(
        "part of a day, before it",
        "(the? (early | late)? in? the? (PARTDAY | MIDPOINT) (of | on | HY)? the? | the (early | small) hours of | mid HY? PARTDAY of?) DAYPHRASE",
        read_timed_day,
        ("On the morning of March 3 it fell.", "the morning of March 3", "2026-03-03TMO"),
    ),
    Rule(
        "clock before day",
        "hours:HOURS COMMA? on? DAYPHRASE",
        read_timed_day,
        ("It shut at 10 p.m. Tuesday.", "10 p.m. Tuesday", "2026-03-10T22:00"),
    ),
    Rule(
        "day before clock",
        "DAYPHRASE COMMA? (at | by | around | about)? hours:HOURS",
        read_timed_day,
        ("Lifted on March 3 at 21:30.", "March 3 at 21:30", "2026-03-03T21:30"),
    ),
    Rule(
        "early or late day",
        "(early | late | earlier | later | sometime) on? DAYPHRASE",
        read_modified_day,
        ("Early on 3 March it burned.", "Early on 3 March", "2026-03-03"),
    ),
    Rule(
        "part of today",
        "(earlier | later | early | late)? which:(this | that | last | the same | the following | the next | the previous) PARTDAY",
        read_part_of_today,
        ("It was hit this morning.", "this morning", "2026-03-11TMO"),
    ),
    Rule(
        "tonight",
        "early? in the early hours",
        read_part_of_today,
        ("It fell in the early hours.", "in the early hours", "2026-03-11TNI"),
    ),
    Rule(
        "overnight",
        "overnight (into | on)? DAYPHRASE?",
        read_night,
        ("Drones came overnight.", "overnight", "2026-03-10TNI"),
    ),
    Rule(
        "clock",
        "hours:(CLOCKTIME INZONE?)",
        read_hour,
        ("It began at 9:30 a.m. there.", "9:30 a.m.", "2026-03-11T09:30"),
    ),
)

MONTHS = (
    Rule(
        "month and year",
        "part:PARTOF? MONTHNAME (COMMA | of)? year:ANYYEAR",
        read_month_year,
        ("Since early June 2025 it fell.", "early June 2025", "2025-06"),
    ),
    Rule("part of a month", "part:PARTOF MONTHNAME", read_month, ("Lost in mid-February.", "mid-February", "2026-02")),
    Rule(
        "month named by a word",
        "part:PARTOF? which:(last | next | this (coming | past)? | past | that | the following | the same) MONTHNAME",
        read_month,
        ("It began last August.", "last August", "2025-08"),
    ),
    Rule(
        "month of a year",
        "part:PARTOF? MONTHNAME (of yearword:(this | last | that | next | the (same | following | previous)) year | yearword:((this | last | next) year))",
        read_month,
        ("Signed in June last year.", "June last year", "2025-06"),
    ),
    Rule("month", "MONTHNAME", read_month, ("Forty died in February.", "February", "2026-02"), guards.bare_month),
)

YEARS = (
    Rule("year", "year:YEAR", read_year, ("It closed in 2022.", "2022", "2022"), guards.bare_year),
    Rule(
        "the year",
        "part:PARTOF? (the? fiscal:(fiscal | financial) (year)? | the year | calendar) year:(YEAR | YEARWORDS | SHORTYEAR)",
        read_year,
        ("In the year 2020 it grew.", "the year 2020", "2020"),
    ),
    Rule(
        "part of a year",
        "(part:PARTOF | a good part of | sometime in) year:(YEAR | SHORTYEAR)",
        read_year,
        ("By early 2025 it was lost.", "early 2025", "2025"),
    ),
    Rule(
        "year in words",
        "part:PARTOF? year:(NUMWORD TENS (HY? NUMWORD)?)",
        read_year,
        ("In nineteen ninety-six it rose.", "nineteen ninety-six", "1996"),
    ),
    Rule("era", "(number:INT ERA | ERA number:INT)", read_era, ("Built in 490 BC.", "490 BC", "BC0490")),
    Rule(
        "quarter",
        "the? (fiscal | latest)? nth:(first | second | third | fourth | 1st | 2nd | 3rd | 4th) HY? fiscal? (quarter | half:half) ((of | in) the? (fiscal | year)? year:YEAR | of which:(this | last | next | the) year | year:YEAR | which:(a year (ago | earlier)))?",
        read_quarter,
        ("Sales fell in the third quarter of 2025.", "the third quarter of 2025", "2025-Q3"),
    ),
    Rule(
        "quarter after its year",
        "(the? fiscal? year:YEAR | which:(this | last | next) year POSS) fiscal? nth:(first | second | third | fourth) HY? (quarter | half:half)",
        read_quarter,
        ("The 2025 first quarter was bad.", "The 2025 first quarter", "2025-Q1"),
    ),
    Rule(
        "season",
        "(part:PARTOF? which:(this (coming | past)? | last | next | the | that | past)? (SEASON | FALL) of year:ANYYEAR | part:PARTOF? (SEASON | FALL) year:YEAR)",
        read_season,
        ("In the winter of 1994 it froze.", "the winter of 1994", "1994-WI"),
    ),
    Rule(
        "season named by a word",
        "part:PARTOF? which:(this (coming | past)? | last | next | past) (SEASON | FALL)",
        read_season,
        ("It starts this summer.", "this summer", "2026-SU"),
    ),
    Rule(
        "season alone",
        "(part:PARTOF | the)? SEASON",
        read_season,
        ("It froze in the winter.", "the winter", "2025-WI"),
        guards.season,
    ),
    Rule(
        "decade",
        "part:PARTOF? the? part:PARTOF? decade:(DECADE | DECADEWORD)".replace(
            "the? part:PARTOF?", "the? (EARLY | MIDPREFIX HY?)?"
        ),
        read_decade,
        ("He served in the 1990s.", "the 1990s", "199"),
    ),
    Rule(
        "century",
        "part:PARTOF? the? (EARLY | MIDPREFIX HY?)? nth:ORDINAL HY? century",
        read_century,
        ("Built in the 19th century.", "the 19th century", "18"),
    ),
    Rule(
        "year end",
        "(the year POSS end | year HY? end | year POSS end)",
        read_year_end,
        ("Due by year-end.", "year-end", "2026"),
    ),
)

UNITS = (
    Rule(
        "calendar unit named by a word",
        "part:PARTOF? which:(last | this past? | next | the (past | last | previous | next | following | coming | preceding | current | same | latest) | that | that same | previous | following | current | this (coming | past | same)) unit:CALUNIT",
        read_calendar_unit,
        ("It shut last week.", "last week", "2026-W10"),
    ),
    Rule(
        "day named by a word",
        "which:(the (previous | next | following | preceding | same | very next) | that (same | very)? | this (same | very)) unit:day",
        read_calendar_unit,
        ("Hit on March 3. The next day it burned.", "The next day", "2026-03-04"),
    ),
    Rule(
        "part of the unit",
        "part:PARTOF the? unit:CALUNIT",
        read_calendar_unit,
        ("Due by the end of the year.", "the end of the year", "2026"),
    ),
    Rule(
        "the unit",
        "the unit:(year | quarter | week | weekend | month)",
        read_calendar_unit,
        ("It rose in the year.", "the year", "2026"),
        guards.bare_unit,
    ),
    Rule(
        "ago",
        "ROUGHLY? count:COUNT unit:(UNIT | UNITS) (or so | or more)? way:(ago | from now | hence | from today)",
        read_ago,
        ("It was hit three days ago.", "three days ago", "2026-03-08"),
    ),
    Rule(
        "later",
        "ROUGHLY? count:COUNT unit:(UNIT | UNITS) (or so)? way:(later | earlier | afterwards | after | afterward | before | beforehand | previously | prior)",
        read_later,
        ("Hit on March 3. Two days later it fell.", "Two days later", "2026-03-05"),
        guards.counted_from,
    ),
    Rule(
        "window",
        "(at least | at most | about)? (the | these | those)? which:(past | last | previous | preceding | next | coming | following) ROUGHLY? count:COUNT unit:(UNIT | UNITS) (or so | or more)?",
        read_window,
        ("Over the past two days it fell.", "the past two days", "P2D"),
    ),
    Rule(
        "in a row",
        "for the nth:ORDINAL (consecutive | straight | successive)? unit:(day | night | week | month | year) (in a row | running)",
        read_row,
        ("It was hit for the second day in a row.", "for the second day in a row", "2026-03-10/2026-03-11"),
    ),
    Rule(
        "consecutive",
        "(for the | a | the) nth:ORDINAL (consecutive | straight | successive) unit:(day | night | week | month | year)",
        read_row,
        ("It was hit for a third consecutive day.", "a third consecutive day", "2026-03-09/2026-03-11"),
    ),
    Rule(
        "duration",
        "ROUGHLY? count:COUNT unit:(UNIT | UNITS) (or so | or more)?",
        read_duration,
        ("It lasted three days.", "three days", "P3D"),
        guards.duration,
    ),
    Rule(
        "duration as adjective",
        "count:(CARDINAL | VAGUE) HY unit:UNIT (HY old)?",
        read_duration,
        ("A three-day truce.", "three-day", "P3D"),
        guards.duration,
    ),
    Rule(
        "bare units",
        "unit:UNITS ((or | and) UNITS)?",
        read_duration,
        ("He sat there for hours.", "hours", "PTXH"),
        guards.bare_units,
    ),
    Rule(
        "vague units",
        "the? which:(recent | coming | past | next | upcoming) (few | couple of)? unit:UNITS ((and | or) UNITS)?",
        read_vague_units,
        ("Raids grew in recent months.", "recent months", "PAST_REF"),
    ),
    Rule(
        "units ahead",
        "the? (UNITS | UNIT) which:(ahead | to come | later | ago)",
        read_vague_units,
        ("In the weeks ahead it falls.", "the weeks ahead", "FUTURE_REF"),
    ),
    Rule(
        "every",
        "(each | every) (WEEKDAY PARTDAY? | MONTH | SEASON | PARTDAY | count:(CARDINAL)? unit:(UNIT | UNITS))",
        read_set,
        ("It meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ),
    Rule("weekdays", "WEEKDAYS", read_set, ("It meets on Tuesdays.", "Tuesdays", "XXXX-WXX-2")),
    Rule("frequency", "FREQUENCY", read_set, ("It is shelled daily.", "daily", "P1D"), guards.adverb),
)

REFS = (
    Rule(
        "now",
        "(right now | NOWWORD | these days | at present | at the moment)",
        read_ref,
        ("It now burns.", "now", "PRESENT_REF"),
        guards.sentence_word,
    ),
    Rule(
        "recently",
        "((more | most | very)? PASTWORD | the (recent | distant)? past | in the past)",
        read_ref,
        ("It recently burned.", "recently", "PAST_REF"),
        guards.sentence_word,
    ),
    Rule(
        "soon",
        "(SOONWORD | as soon as possible | (the | in the) (near | foreseeable | immediate)? future | the (near | short) term)",
        read_ref,
        ("It will soon burn.", "soon", "FUTURE_REF"),
        guards.sentence_word,
    ),
)

RULES: tuple[Rule, ...] = (*DAYS, *TIMES, *MONTHS, *YEARS, *UNITS, *REFS)
