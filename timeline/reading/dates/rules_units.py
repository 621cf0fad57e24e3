"""Rules that count in units, repeat, or point without counting: how each is said, how it is read, and an example.

Examples are (sentence, span, TIMEX3 value) for an article published on Wednesday 11 March 2026. The pattern language
is described in ``grammar.py``.
"""

from __future__ import annotations

from timeline.reading.dates import guards
from timeline.reading.dates.context import Rule
from timeline.reading.dates.fiscal import read_bounded
from timeline.reading.dates.quarters import read_latest_quarter
from timeline.reading.dates.refs import read_ref, read_vague_units
from timeline.reading.dates.sets import read_set
from timeline.reading.dates.units import (
    read_ago,
    read_ago_today,
    read_calendar_unit,
    read_duration,
    read_later,
)
from timeline.reading.dates.windows import read_row, read_window

_WHICH = (
    "(last | this past? | next | the (past | last | previous | next | following | coming | preceding | current | same)"
    " | that same? | those | previous | following | current | this (coming | past | same))"
)
_WHICHDAY = (
    "(the (previous | next | following | preceding | same | very next) | that (same | very)? | this (same | very))"
)

UNITS = (
    Rule(
        "calendar unit named by a word",
        f"part:PARTOF? which:{_WHICH} unit:CALUNIT",
        read_calendar_unit,
        ("It shut last week.", "last week", "2026-W10"),
        guards.unit_name,
    ),
    Rule(
        "unit before last",
        "the unit:(week | weekend | month | year) which:(before last | after next)",
        read_calendar_unit,
        ("It shut the week before last.", "the week before last", "2026-W09"),
    ),
    Rule(
        "day named by a word",
        f"which:{_WHICHDAY} unit:day",
        read_calendar_unit,
        ("Hit on March 3. The next day it burned.", "The next day", "2026-03-04"),
        guards.unit_name,
    ),
    Rule(
        "day before or after",
        "the very? unit:day which:(before | after | following)",
        read_calendar_unit,
        ("Hit on March 3. The day before, it was quiet.", "The day before", "2026-03-02"),
        guards.stands_alone,
    ),
    Rule(
        "part of the unit",
        "part:PARTOF the? unit:CALUNIT",
        read_calendar_unit,
        ("Due by the end of the year.", "the end of the year", "2026"),
    ),
    Rule(
        "the unit",
        "(the | over) (full | whole)? unit:(year | week | weekend | month)",
        read_calendar_unit,
        ("It rose in the year.", "the year", "2026"),
        guards.bare_unit,
    ),
    Rule(
        "the quarter",
        "(the latest? | that | this | its)? (quarter | latest period)",
        read_latest_quarter,
        ("It fell in the quarter.", "the quarter", "2025-Q4"),
        guards.bare_quarter,
    ),
    Rule(
        "a year that ended",
        "(the | a) (fiscal | financial | calendar | full)? unit:(year | week | month | quarter)",
        read_bounded,
        ("In the year ended May 31 it fell.", "the year", "P1Y"),
        guards.ended,
    ),
    Rule(
        "ago",
        "count:COUNT unit:(UNIT | UNITS) (and half:(a half))? (or so | or more)? "
        "way:(ago | from now | hence | from today)",
        read_ago,
        ("It was hit three days ago.", "three days ago", "2026-03-08"),
    ),
    Rule(
        "ago today",
        "count:COUNT unit:(UNIT | UNITS) ago on? (DAYNAME | this? WEEKDAY | this base:(week | weekend | month))",
        read_ago_today,
        ("It fell twenty years ago today.", "twenty years ago today", "2006-03-11"),
    ),
    Rule(
        "in some time",
        "in count:COUNT unit:(UNIT | UNITS) (POSS | QUOTE) way:time",
        read_ago,
        ("It opens in three days' time.", "in three days' time", "2026-03-14"),
    ),
    Rule(
        "later",
        "count:COUNT unit:(UNIT | UNITS) (and half:(a half))? (or so)? way:(later | earlier | afterwards | after | "
        "afterward | before | beforehand | previously | prior)",
        read_later,
        ("Hit on March 3. Two days later it fell.", "Two days later", "2026-03-05"),
        guards.counted_from,
    ),
    Rule(
        "some time on",
        "count:COUNT unit:(UNIT | UNITS) way:on",
        read_later,
        ("Hit on March 3. Two days on, it still burned.", "Two days on", "2026-03-05"),
        guards.opens_a_clause,
    ),
    Rule(
        "window",
        "(at least)? (the | these | those)? which:(past | last | previous | preceding | next | coming "
        "| following) count:COUNT unit:(UNIT | UNITS) (or so | or more)?",
        read_window,
        ("Over the past two days it fell.", "the past two days", "P2D"),
        guards.window,
    ),
    Rule(
        "past day",
        "the which:(past | last) unit:(day | hour | minute)",
        read_window,
        ("In the past day two died.", "the past day", "P1D"),
    ),
    Rule(
        "in a row",
        "for the nth:ORDINAL (consecutive | straight | successive)? unit:(day | night | week | month "
        "| year) (in a row | running)",
        read_row,
        ("It was hit for the second day in a row.", "for the second day in a row", "2026-03-10/2026-03-11"),
    ),
    Rule(
        "consecutive",
        "(for the | a | the) nth:ORDINAL (consecutive | straight | successive) unit:(day | night | "
        "week | month | year)",
        read_row,
        ("It was hit for a third consecutive day.", "a third consecutive day", "2026-03-09/2026-03-11"),
    ),
    Rule(
        "duration",
        "(the (first | latest | initial | final)?)? count:COUNT unit:(UNIT | UNITS) (and a half)? (or so | or more)?",
        read_bounded,
        ("It lasted three days.", "three days", "P3D"),
        guards.duration,
    ),
    Rule(
        "first units",
        "the (first | early | final | last) (few)? unit:UNITS",
        read_duration,
        ("In the first hours it held.", "the first hours", "PTXH"),
        guards.duration,
    ),
    Rule(
        "duration as adjective",
        "count:(CARDINAL | VAGUE) HY unit:UNIT",
        read_duration,
        ("A three-day truce.", "three-day", "P3D"),
        guards.duration,
    ),
    Rule(
        "duration of long",
        "unit:UNITS HY long",
        read_duration,
        ("Their decades-long war.", "decades-long", "PXDE"),
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
        "the? (UNITS | week | month | year) which:(ahead | to come | later | ago)",
        read_vague_units,
        ("In the weeks ahead it falls.", "the weeks ahead", "FUTURE_REF"),
    ),
    Rule(
        "every",
        "(each | every) (WEEKDAY PARTDAY? | MONTH | SEASON | PARTDAY | count:CARDINAL? unit:(UNIT | UNITS))",
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
        "((more | most | very)? PASTWORD | the (recent | distant)? past | the other day | (long | some time) ago)",
        read_ref,
        ("It recently burned.", "recently", "PAST_REF"),
        guards.sentence_word,
    ),
    Rule(
        "soon",
        "(SOONWORD | as soon as possible | the (near | foreseeable | immediate)? future | the (near | short) term)",
        read_ref,
        ("It will soon burn.", "soon", "FUTURE_REF"),
        guards.ahead_word,
    ),
    Rule(
        "that time",
        "((that | the) time | (this | that) period)",
        read_ref,
        ("At that time, it held.", "that time", "PAST_REF"),
        guards.at_the_time,
    ),
)
