"""Rules for months, seasons, quarters, years and longer: how each is said, how it is read, and an example.

Examples are (sentence, span, TIMEX3 value) for an article published on Wednesday 11 March 2026. The pattern language
is described in ``grammar.py``.
"""

from __future__ import annotations

from timeline.reading.dates import guards, year_guards
from timeline.reading.dates.calendar import (
    read_century,
    read_decade,
    read_era,
    read_half_of_month,
    read_iso_week,
    read_month,
    read_month_year,
    read_season,
    read_week_number,
    read_weeks_of_month,
    read_year,
    read_year_end,
    read_years,
)
from timeline.reading.dates.context import Rule
from timeline.reading.dates.fiscal import read_fiscal
from timeline.reading.dates.quarters import read_quarter, read_quarter_code, read_year_ago_quarter

_WHICH = "(last | next | this (coming | past)? | past | coming | that | the (following | same | previous | next))"

MONTHS = (
    Rule(
        "month and year",
        "part:PARTOF? MONTHNAME (COMMA | of)? year:ANYYEAR",
        read_month_year,
        ("Since early June 2025 it fell.", "early June 2025", "2025-06"),
    ),
    Rule(
        "part of a month",
        "part:PARTOF MONTHNAME",
        read_month,
        ("Lost in mid-February.", "mid-February", "2026-02"),
    ),
    Rule(
        "month named by a word",
        f"part:PARTOF? which:{_WHICH} MONTHNAME",
        read_month,
        ("It began last August.", "last August", "2025-08"),
    ),
    Rule(
        "month of a year",
        "part:PARTOF? MONTHNAME OFYEAR",
        read_month,
        ("Signed in June last year.", "June last year", "2025-06"),
    ),
    Rule(
        "weeks of a month",
        "the which:(first | second | third | fourth | last | final | opening | closing) count:SMALL? "
        "unit:(week | weeks | days | weekend) (of | in) MONTHNAME (COMMA? year:ANYYEAR | OFYEAR)?",
        read_weeks_of_month,
        ("In the last week of February it fell.", "the last week of February", "P1W"),
    ),
    Rule(
        "half of a month",
        "the nth:(first | second | latter) half of MONTHNAME (COMMA? year:ANYYEAR | OFYEAR)?",
        read_half_of_month,
        ("It fell in the second half of February.", "the second half of February", "2026-02"),
    ),
    Rule(
        "week of a year",
        "the? (calendar | iso)? week number:INT ((COMMA | of | in)? year:YEAR | OFYEAR)",
        read_week_number,
        ("Deaths fell in week 7 of 2026.", "week 7 of 2026", "2026-W07"),
        guards.week_of_year,
    ),
    Rule(
        "calendar week",
        "the? (calendar | iso) week number:INT",
        read_week_number,
        ("Deaths fell in calendar week 9.", "calendar week 9", "2026-W09"),
    ),
    Rule("ISO week", "code:ISOWEEK", read_iso_week, ("Deaths in 2026-W08 fell.", "2026-W08", "2026-W08")),
    Rule("month", "MONTHNAME", read_month, ("Forty died in February.", "February", "2026-02"), guards.bare_month),
)

YEARS = (
    Rule(
        "two years in one",
        "year:YEAR (HY | DASH | SLASH) end:YEAREND",
        read_years,
        ("In the 2024-25 season it won.", "2024-25", "2024/2025"),
        year_guards.year_run,
    ),
    Rule("year", "year:YEAR", read_year, ("It closed in 2022.", "2022", "2022"), year_guards.bare_year),
    Rule(
        "the year",
        "part:PARTOF? (the year | calendar) year:(YEAR | YEARWORDS | SHORTYEAR)",
        read_year,
        ("In the year 2020 it grew.", "the year 2020", "2020"),
    ),
    Rule(
        "part of a year",
        "(part:PARTOF | a good part of | sometime in) year:(YEAR | SHORTYEAR)",
        read_year,
        ("By early 2025 it was lost.", "early 2025", "2025"),
        guards.measured,
    ),
    Rule(
        "year in words",
        "part:PARTOF? year:(NUMWORD TENS (HY? NUMWORD)?)",
        read_year,
        ("In nineteen ninety-six it rose.", "nineteen ninety-six", "1996"),
    ),
    Rule("short year", "year:SHORTYEAR", read_year, ("In '99 it closed.", "'99", "1999"), year_guards.short_year),
    Rule(
        "month or season and era",
        "part:PARTOF? (MONTHNAME | the? SEASON of?) (number:INT ERA | ERA number:INT)",
        read_era,
        ("In September 480 BC it fell.", "September 480 BC", "BC0480-09"),
    ),
    Rule(
        "era",
        "part:PARTOF? (number:INT ERA | ERA number:INT)",
        read_era,
        ("Built in 490 BC.", "490 BC", "BC0490"),
    ),
    Rule(
        "quarter",
        "the? nth:(ORDWORD | ORDNUM | last | latter) HY? (quarter | half:half) ((of | in) the? year:YEAR "
        "| of which:(this | last | next | the) year | year:YEAR | which:(a year (ago | earlier)))?",
        read_quarter,
        ("Sales fell in the third quarter of 2025.", "the third quarter of 2025", "2025-Q3"),
        guards.quarter,
    ),
    Rule(
        "quarter by its letter",
        "the? code:(QUARTERCODE | HALFCODE) (HY | of | COMMA)? year:(YEAR | SHORTYEAR)?",
        read_quarter_code,
        ("Output rose in Q3 2025.", "Q3 2025", "2025-Q3"),
    ),
    Rule(
        "quarter after its year",
        "(the? year:YEAR | which:(this | last | next) year POSS) nth:(first | second | third | fourth) HY? "
        "(quarter | half:half)",
        read_quarter,
        ("The 2025 first quarter was bad.", "The 2025 first quarter", "2025-Q1"),
    ),
    Rule(
        "year-ago quarter",
        "((the | a)? (comparable | corresponding)? year HY way:(ago | earlier) (period | nth:ORDWORD? "
        "unit:quarter)? | the unit:quarter a year (ago | earlier))",
        read_year_ago_quarter,
        ("Up from the year-earlier quarter.", "the year-earlier quarter", "2024-Q4"),
    ),
    Rule(
        "quarter or period of a year",
        "the year:YEAR (period | unit:quarter)",
        read_year_ago_quarter,
        ("Up from the 2024 quarter.", "the 2024 quarter", "2024-Q4"),
    ),
    Rule(
        "fiscal year",
        "part:PARTOF? (the? FISCALYEAR | (this | last | next | the (last | current | previous | next | coming | past)) "
        "(OFFICIAL year | fiscal))",
        read_fiscal,
        ("Sales rose in fiscal 2025.", "fiscal 2025", "2025"),
    ),
    Rule(
        "fiscal quarter",
        "(the? nth:(ORDWORD | ORDNUM | last) HY? (quarter | half:half) (of | in) the? (FISCALYEAR | OFFICIAL year) "
        "| the? OFFICIAL nth:(ORDWORD | ORDNUM) HY? (quarter | half:half) | FISCALYEAR nth:ORDWORD HY? (quarter | "
        "half:half) | the? nth:(ORDWORD | ORDNUM) HY? OFFICIAL (quarter | half:half) | (QUARTERCODE | HALFCODE) of? "
        "the? FISCALYEAR | OFFICIAL (QUARTERCODE | HALFCODE))",
        read_fiscal,
        ("It fell in the third quarter of fiscal 2025.", "the third quarter of fiscal 2025", "2025-Q3"),
    ),
    Rule(
        "season of a year",
        "part:PARTOF? ((this | the | that)? (SEASON | FALL) of year:ANYYEAR | (SEASON | FALL) year:YEAR) "
        "((HY | SLASH | DASH) YEAREND)?",
        read_season,
        ("In the winter of 1994 it froze.", "the winter of 1994", "1994-WI"),
    ),
    Rule(
        "season of a year named",
        "part:PARTOF? the? (SEASON | FALL) OFYEAR",
        read_season,
        ("It fell in the spring of last year.", "the spring of last year", "2025-SP"),
    ),
    Rule(
        "season named by a word",
        f"part:PARTOF? which:{_WHICH} (SEASON | FALL)",
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
        "(part:PARTOF | the? (EARLY | MIDPREFIX HY?)?) decade:(DECADE | DECADEWORD)",
        read_decade,
        ("He served in the 1990s.", "the 1990s", "199"),
        guards.decade,
    ),
    Rule(
        "century",
        "(part:PARTOF | the? (EARLY | MIDPREFIX HY?)?) nth:(ORDNUM | TENS HY? ORDWORD | ORDWORD) HY? century",
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
