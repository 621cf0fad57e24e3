"""Rules for days and times of day: how each is said, how it is read, and an example.

Examples are (sentence, span, TIMEX3 value) for an article published on Wednesday 11 March 2026. The pattern language
is described in ``grammar.py``.
"""

from __future__ import annotations

from timeline.reading.dates import guards
from timeline.reading.dates.calendar import (
    read_days,
    read_week_of,
    read_weekday_of_month,
)
from timeline.reading.dates.clock import read_hour, read_modified_day, read_part_of_today, read_same_day, read_timed_day
from timeline.reading.dates.context import Rule
from timeline.reading.dates.dayphrase import read_day, read_day_of_month
from timeline.reading.dates.feasts import read_feast
from timeline.reading.dates.night import read_night, read_nights, read_this_night
from timeline.reading.dates.refs import read_ref

_UPTO = "(HY | DASH | SLASH | to | into | and | or | through | until)"

DAYS = (
    Rule(
        "day and month",
        "DAYMONTH",
        read_day,
        ("It was hit on 3 March.", "3 March", "2026-03-03"),
        guards.no_name_of_a_day,
    ),
    Rule(
        "month and day",
        "MONTHDAYS",
        read_day,
        ("It was hit on Jan. 5, 2025.", "Jan. 5, 2025", "2025-01-05"),
        guards.no_name_of_a_day,
    ),
    Rule(
        "day of the month",
        "the day:(ORDNUM | TENS HY? ORDWORD)",
        read_day_of_month,
        ("It fell on the 8th.", "the 8th", "2026-03-08"),
        guards.day_of_month,
    ),
    Rule(
        "about a day",
        "(about | around) (DAYMONTH | MONTHDAYS)",
        read_day,
        ("Due around May 1.", "around May 1", "2026-05-01"),
    ),
    Rule(
        "holiday",
        "FEAST",
        read_feast,
        ("It fell on Christmas Eve.", "Christmas Eve", "2025-12-24"),
        guards.holiday,
    ),
    Rule("weekday", "ONEWEEKDAY", read_day, ("He spoke on Tuesday.", "Tuesday", "2026-03-10"), guards.weekday),
    Rule(
        "night between days",
        f"(the? intervening? PARTDAY | overnight) (of | on | from | between)? the? low:(DAY | ORDNUM) {_UPTO} the? "
        "high:(DAY | ORDNUM) of? MONTHNAME (COMMA? year:ANYYEAR)?",
        read_nights,
        ("On the night of 3-4 March it burned.", "the night of 3-4 March", "2026-03-03TNI"),
    ),
    Rule(
        "night between days of a month",
        f"(the? intervening? PARTDAY | overnight) (of | on | from | between)? the? MONTHNAME low:(DAY | ORDNUM) "
        f"{_UPTO} high:(DAY | ORDNUM) (COMMA? year:ANYYEAR)?",
        read_nights,
        ("On the night of March 10-11 it burned.", "the night of March 10-11", "2026-03-10TNI"),
    ),
    Rule(
        "week of a day",
        "the unit:(week | weekend) of (DAYMONTH | MONTHDAYS)",
        read_week_of,
        ("In the week of March 2 it rained.", "the week of March 2", "2026-W10"),
    ),
    Rule(
        "weekday of a month",
        "the nth:(first | second | third | fourth | last) WEEKDAY (of | in) MONTHNAME (COMMA? year:ANYYEAR | OFYEAR)?",
        read_weekday_of_month,
        ("It meets on the first Monday of February.", "the first Monday of February", "2026-02-02"),
    ),
    Rule(
        "weekday with a stop",
        "WDABBR DOT",
        read_day,
        ("Sat., 4 killed", "Sat.", "2026-03-07"),
        guards.abbreviated_weekday,
    ),
    Rule("today", "DAYNAME", read_day, ("It fell yesterday.", "yesterday", "2026-03-10"), guards.today_name),
    Rule("ISO date", "ISO", read_day, ("Seen 2026-03-02T10:00Z.", "2026-03-02T10:00Z", "2026-03-02T10:00Z")),
    Rule(
        "date in figures",
        "WDNAME? NUMERIC",
        read_day,
        ("The log of 25/02/2026", "25/02/2026", "2026-02-25"),
        guards.figures,
    ),
    Rule(
        "two days off",
        "the day (before yesterday | after tomorrow)",
        read_ref,
        ("Seen the day before yesterday.", "the day before yesterday", "2026-03-09"),
    ),
    Rule(
        "days of a month",
        f"(from | between)? the? low:(DAY | ORDNUM) {_UPTO} the? high:(DAY | ORDNUM) of? MONTHNAME "
        "(COMMA? year:ANYYEAR)?",
        read_days,
        ("A pause from 3 to 5 March held.", "from 3 to 5 March", "2026-03-03/2026-03-05"),
    ),
    Rule(
        "month and days",
        f"(from | between)? MONTHNAME low:(DAY | ORDNUM) {_UPTO} high:(DAY | ORDNUM) (COMMA? year:ANYYEAR)?",
        read_days,
        ("Strikes on Feb. 20-21 hit ports.", "Feb. 20-21", "2026-02-20/2026-02-21"),
    ),
)

TIMES = (
    Rule(
        "part of a day",
        "(early | late)? DAYPHRASE (PARTDAY | MIDPOINT)",
        read_timed_day,
        ("Sirens sounded Tuesday night.", "Tuesday night", "2026-03-10TNI"),
        guards.weekday,
    ),
    Rule(
        "part of a day, before it",
        "(the? (early | late)? in? the? (PARTDAY | MIDPOINT) (of | on | HY)? the? | the (early "
        "(morning)? | small | late) hours (of | on) the? | mid HY? PARTDAY of?) DAYPHRASE",
        read_timed_day,
        ("On the morning of March 3 it fell.", "the morning of March 3", "2026-03-03TMO"),
    ),
    Rule(
        "clock before day",
        "hours:HOURS (OPEN CLOCKTIME INZONE? CLOSE)? COMMA? (on | of)? DAYPHRASE",
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
        "(earlier | later | early | late)? which:(this | that same? | last | the same | the following | the "
        "next | the previous) PARTDAY",
        read_part_of_today,
        ("It was hit this morning.", "this morning", "2026-03-11TMO"),
    ),
    Rule(
        "part of a day pointed at",
        "the? PARTDAY of which:(that | the same | the following | the next | the previous) day",
        read_part_of_today,
        (
            "Hit on March 3. By the evening of the next day it fell.",
            "the evening of the next day",
            "2026-03-04TEV",
        ),
    ),
    Rule(
        "part of the day before",
        "(the | a | an) PARTDAY (before | after | earlier | later)",
        read_part_of_today,
        ("Hit on March 3. The night before, it was quiet.", "The night before", "2026-03-02TNI"),
        guards.stands_alone,
    ),
    Rule(
        "noon",
        "hours:MIDPOINT",
        read_hour,
        ("It fell at noon.", "noon", "2026-03-11T12:00"),
        guards.midpoint,
    ),
    Rule(
        "small hours of a day pointed at",
        "the (early | small) hours of which:(that same? | the same | the following | the next | the previous) day",
        read_part_of_today,
        (
            "Hit on March 3. In the small hours of the next day it fell.",
            "the small hours of the next day",
            "2026-03-04TNI",
        ),
    ),
    Rule(
        "small hours",
        "the (early | small) hours",
        read_part_of_today,
        ("It fell in the early hours.", "the early hours", "2026-03-11TNI"),
    ),
    Rule(
        "overnight",
        "overnight ((into | on)? DAYPHRASE)?",
        read_night,
        ("Drones came overnight.", "overnight", "2026-03-10TNI"),
    ),
    Rule(
        "the night",
        "the night",
        read_this_night,
        ("It was hit during the night.", "the night", "2026-03-10TNI"),
        guards.in_the_night,
    ),
    Rule(
        "night to a day",
        "the night (to | into) DAYPHRASE",
        read_night,
        ("In the night to Tuesday it burned.", "the night to Tuesday", "2026-03-09TNI"),
    ),
    Rule(
        "clock",
        "(about | around | before | after)? hours:(CLOCKTIME INZONE?)",
        read_hour,
        ("It began at 9:30 a.m. there.", "9:30 a.m.", "2026-03-11T09:30"),
        guards.clock,
    ),
    Rule(
        "later in the day",
        "(later | earlier | early | late) (in | on | that | the same) (the | that | the same)? day",
        read_same_day,
        ("Later in the day it rained.", "Later in the day", "2026-03-11"),
    ),
)
