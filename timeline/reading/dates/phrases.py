"""Phrases that several rules share, built upward from kinds of words; the language is described in ``grammar.py``."""

from __future__ import annotations

from timeline.reading.dates.feasts import pattern

PHRASES = {
    # number of something: "3", "three", "twenty-four", "a hundred", "2.5", "a few", "several", "a couple of"
    "SMALL": "(TENS (HY? NUMWORD)? | NUMWORD)",
    "CARDINAL": "(INT (POWER)? | LONGINT | DECIMAL | SMALL (POWER)? | a POWER)",
    "FUZZY": "(a couple of? | couple of | a (good | great)? few | a number of | a handful of | VAGUE | dozens of"
    " | hundreds of | half a dozen | half (a | an) | half)",
    "EXACT": "((an additional | another | a further)? CARDINAL (HY? and HY? a? HY? half)?"
    " (more | additional | full | consecutive | straight | long | trading | working | business | whole)?"
    " | CARDINAL (to | or | HY | DASH) CARDINAL | (a | an) (full | whole | further | additional)?)",
    "COUNT": "(FUZZY (more | additional)? | ROUGHLY? EXACT)",
    "ORDINAL": "(ORDNUM | TENS HY? ORDWORD | ORDWORD)",
    "ROUGHLY": "(at least | at most | (no | not) (more | less | fewer) than | up to | as (many | much) as"
    " | (more | less | fewer) than | well over | just (over | under) | APPROX)",
    # a year: "2014", "'99", "nineteen ninety-six", "two thousand", "two thousand and five"
    "YEARWORDS": "(NUMWORD SMALL | NUMWORD thousand (and? SMALL)?)",
    "ANYYEAR": "(YEAR | YEARWORDS | SHORTYEAR)",
    # a day of the month: "21", "21st", "twenty-first"
    "MONTHDAY": "(DAY | ORDINAL)",
    "MONTHNAME": "(MONTHABBR DOT | MONTH)",
    "CLOCKTIME": "((CLOCK | HOUR | DECIMAL) AMPM | CLOCK | DECIMAL ZONE"
    " | (YEAR | ODDYEAR) (ZONE | hours | hrs | local time))",
    "INZONE": "(ZONE ((PLUS | HY) INT)? | OPEN ZONE ((PLUS | HY) INT)? CLOSE | ZONETOWN time | local time)",
    "HOURS": "((ROUGHLY | shortly (before | after) | before | after)? (CLOCKTIME INZONE? | MIDPOINT))",
    # a fiscal year: "fiscal 2025", "the 2024-25 financial year", "FY2024/25"
    "OFFICIAL": "(fiscal | financial)",
    "FISCALYEAR": "(code:FISCAL | OFFICIAL year? year:YEAR ((HY | DASH | SLASH) end:(YEAREND | YEAR))?"
    " | year:YEAR ((HY | DASH | SLASH) end:(YEAREND | YEAR))? OFFICIAL year)",
    # one day: "21 August 2025", "Saturday, Oct. 4", "last Friday", "Monday last week", "today", "05/10/2025"
    "WDNAME": f"((WEEKDAY | WDABBR DOT?) COMMA? the? | ({pattern()}) COMMA the?)",  # "Easter Sunday, 5 April"
    "DAYMONTH": "(WDNAME? the? day:(DAY | ORDNUM | TENS HY? ORDWORD) day? of? MONTHNAME"
    " ((COMMA | of)? year:(ANYYEAR | ODDYEAR) | OFYEAR)?)",
    "MONTHDAYS": "(WDNAME? MONTHNAME the? day:(DAY | ORDINAL) (COMMA? year:ANYYEAR | of year:ANYYEAR | OFYEAR)?)",
    "OFYEAR": "((of | in)? yearword:((this | last | next) year)"
    " | of yearword:((that | the (same | following | previous)) year))",
    "FEAST": f"((which:(last | next | this (coming | past)?))? feast:({pattern()}) (COMMA? year:ANYYEAR | OFYEAR)?)",
    "WHICHDAY": "(last | next | this (coming | past)? | coming | past | the? previous | the following | the next"
    " | that | the same | the coming)",
    "ONEWEEKDAY": "((which:WHICHDAY)? WEEKDAY (of? week:((last | next | this | that) week) | week:week)?"
    " | count:(a | two | three) (week | weeks) way:(ago | from | after) on? (this | next)? WEEKDAY"
    " | the WEEKDAY before last)",
    "DAYPHRASE": "(DAYMONTH | MONTHDAYS | FEAST | ONEWEEKDAY | DAYNAME | ISO | WDNAME? NUMERIC)",
    # a part of a period: "early", "the end of", "mid-", "earlier in"
    "PARTOF": "(the? very? (EARLY | EARLYLATE) (part | days | weeks | months | stages) of the?"
    " | the? very? EARLY of the? | the? EARLYLATE HY? | EARLY HY | EARLYLATE in the? | MIDPREFIX HY?"
    " | EARLIER in the? | EARLIER | the EARLY to the?)",
}
