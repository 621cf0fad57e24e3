"""When four digits are a year, and when they are a measure or a piece of a longer number. A guard may only refuse."""

from __future__ import annotations

import re

from timeline.reading.dates.guards import is_name
from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.words import lexicon, listed

_TRAPS = "dates_traps.txt"
_BULLET = 8  # characters before a line's first word that hold its bullet and indent
_OPENS_LINE = re.compile(r"\n[ \t]*(?:[-–—•*▪●][ \t]+)?$")


def _labels_a_line(tokens: Tokens, first: int, stop: int) -> bool:
    """A year that an entry of a list opens with: "- 1996: A bomb kills nine", "1996 – Rebels attack the port"."""
    start = tokens.starts[first]
    if int(tokens.words[first]) not in _LONE_YEARS or not _OPENS_LINE.search(
        tokens.text, max(0, start - _BULLET), start
    ):
        return False
    mark, word = tokens.word(stop), tokens.word(stop + 1)
    return word[:1].isupper() and (mark == ":" or (mark in ("-", "–", "—") and not tokens.glued(stop)))


def _heads_a_line(tokens: Tokens, first: int, stop: int) -> bool:
    """A year, or a run of years, alone on its line or before a colon."""
    if tokens.word(first - 1) in ("-", "–", "to"):
        first -= 2
    if tokens.word(stop) in ("-", "–", "to"):
        stop += 2
    return tokens.word(first - 1) == "" and tokens.word(stop) in ("", ":")


_STATED_YEARS = range(1500, 2101)  # a bare figure outside these needs "in" or the like before it
_EVENT_YEARS = range(1900, 2061)  # "his 1996 campaign"
_NOUN_YEARS = range(1600, 2061)  # "the 1777 campaigns"
_YEAR_VERBS = frozenset({"saw", "brought", "marked"})  # "1987 saw another offensive"
_QUOTES = frozenset({'"', "\u201c", "'", "‘"})
_LONE_YEARS = range(1800, 2061)  # "..., 1994, ..."
_AFTER_LONE = frozenset({",", ".", ";", ")", "", "-", "–", "and", "or", "to"})
_COUNTING = frozenset({"to", "by", "of", "about", "around", "from"})
_NO_COUNT = frozenset({"and", "or", "in", "by", "on", "when", "during", "after", "as"})  # "resulted in 2000 killed and"
_OPENS_GLUED = frozenset({"(", "-", "–", "—", "/", "mid", "\u201c", '"', "'", "‘"})


def bare_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Four digits alone: a year after "in" or "since", in brackets, or before a noun of its own; never a measure."""
    before, after = tokens.lower(first - 1), tokens.word(stop)
    if _labels_a_line(tokens, first, stop):
        return True
    if _heads_a_line(tokens, first, stop):
        return int(tokens.words[first]) in _STATED_YEARS
    if (
        _is_of_a_clock(tokens, stop)
        or _in_a_number(tokens, first, stop)
        or (tokens.glued(first) and before not in _OPENS_GLUED)
    ):
        return False
    measures = after.lower() in listed(_TRAPS, "MEASURES") and not _a_deed_follows(tokens, first, stop)
    if measures or (tokens.glued(stop) and after in ("%", "°")):
        return False
    if before in ("-", "–", "/") and tokens.glued(first):
        return _is_figure(tokens.word(first - 2)) or tokens.lower(first - 2) in (
            "mid",
            "early",
            "late",
            "pre",
            "post",
        )
    if before in _COUNTING and after.lower() in ("a", "an", "per", "each"):
        return False  # "rose to 1900 a tonne"
    paired = before in ("and", "or") and _is_figure(tokens.word(first - 2))
    if paired and tokens.lower(first - 3) in listed(_TRAPS, "NUMBERED"):
        return False  # "Resolutions 1559 and 1701"
    runs_on = after in ("-", "–") and tokens.glued(stop) and _is_figure(tokens.word(stop + 1))
    return runs_on or before in listed(_TRAPS, "YEARLEADS") or _unled_year(tokens, first, stop)


def _a_deed_follows(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether what comes after "in 2006" is a deed with a count of its own: "an attack in 2006 killed 35"."""
    deed = tokens.lower(first - 1) == "in" and tokens.lower(stop) in ("killed", "wounded", "injured")
    counted = tokens.word(stop + 1)
    return deed and counted.isalnum() and counted.lower() not in _NO_COUNT


def _is_of_a_clock(tokens: Tokens, stop: int) -> bool:
    """Whether four digits, or a run of them, are hours: "around 1600-1630 local time", "at 0430-0500 GMT"."""
    runs_on = tokens.word(stop) in ("-", "–", "to", "and") and _is_figure(tokens.word(stop + 1))
    end = stop + 2 if runs_on else stop
    return tokens.lower(end) in ("hours", "hrs", "gmt", "utc") or (
        tokens.lower(end) in ("local", "moscow", "kyiv", "kiev") and tokens.lower(end + 1) == "time"
    )


def _in_a_number(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether four digits are a piece of a longer number: "4149 4990 2024 1999", "No. 2023-1105"."""
    before, after = tokens.word(first - 1), tokens.word(stop)
    if any(len(word) > len("31") and word.isdigit() for word in (before, after)):
        return True
    year = int(tokens.words[first])
    if after in ("-", "–") and tokens.glued(stop) and _is_figure(tokens.word(stop + 1)):
        return int(tokens.word(stop + 1)) <= year
    if before in ("-", "–") and tokens.glued(first) and _is_figure(tokens.word(first - 2)):
        return int(tokens.word(first - 2)) >= year
    return False


_LONGEST_RUN = 30  # years: "1914-18"


def year_run(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "1914-18", not "2025-10" or a telephone number."""
    start, end = int(tokens.words[first]), int(tokens.words[stop - 1])
    ordered = 0 < (end - start) % 100 <= _LONGEST_RUN and end > start % 100
    lone = tokens.word(stop) not in ("-", "/", ".") or not tokens.word(stop + 1)[:1].isdigit()
    doubtful = start in _EVENT_YEARS and end <= 12 and tokens.lower(first - 1) not in listed(_TRAPS, "YEARLEADS")
    return start in _STATED_YEARS and ordered and lone and tokens.glued(first + 1) and not doubtful


def _is_figure(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _unled_year(tokens: Tokens, first: int, stop: int) -> bool:
    """A year without a preposition: only by the words on both sides."""
    before, after, number = tokens.lower(first - 1), tokens.word(stop), int(tokens.words[first])
    numbered = before in listed(_TRAPS, "NUMBERED")
    if number not in _STATED_YEARS or numbered:
        return False
    if before == "(" or before in lexicon()["MONTH"].values:
        return True
    if number in _EVENT_YEARS and after.lower() in listed(_TRAPS, "YEARNOUNS"):
        return True
    if after in _YEAR_VERBS or (before == "as" and tokens.lower(first - 2) in ("late", "early", "recently")):
        return number in _LONE_YEARS
    if is_name(tokens, first - 1):
        return False
    if before in listed(_TRAPS, "DETERMINERS"):
        return number in _NOUN_YEARS and (after[:1].isalpha() or after in _QUOTES)
    if before == "for":
        return not after[:1].isalpha() or after in ("and", "or", "through")
    return number in _LONE_YEARS and (after in _AFTER_LONE or before == ",")


def short_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "'99" after "in", "since" or the like."""
    return tokens.lower(first - 1) in listed(_TRAPS, "YEARLEADS")
