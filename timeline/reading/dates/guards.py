"""When a word that could be a time is none: names, armies, verbs, measures. A guard may only refuse."""

from __future__ import annotations

import re
from functools import cache

from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.tense import Outlook, outlook
from timeline.reading.dates.words import lexicon, listed

_TRAPS, _FEASTS = "dates_traps.txt", "dates_feasts.txt"


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.word(index).lower()


def _starts_sentence(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.words[index - 1] in ("", ".", "!", "?", '"', "\u201c", "\u201d", "‘", "'", ":")


def _is_name(tokens: Tokens, index: int) -> bool:
    """A capitalised word inside a sentence that is no word of time."""
    word = tokens.word(index)
    return (
        word[:1].isupper()
        and not word.isupper()
        and word.lower() not in lexicon()["WEEKDAY"].values
        and word.lower() not in lexicon()["MONTH"].values
        and word.lower() not in listed(_TRAPS, "LEADS")
    )


def bare_month(tokens: Tokens, first: int, stop: int) -> bool:
    """A month alone: not a person, a march or a revolution; a name-like month needs a word such as "in" before it."""
    before, after = _lower(tokens, first - 1), tokens.word(stop)
    led = before in listed(_TRAPS, "LEADS") and not _joins_a_name(tokens, first)
    if tokens.glued(first) or (tokens.glued(stop) and after in ("-", "/")):
        return led and before != "-"
    if _is_name(tokens, stop) and not (led and _before_a_name(tokens, first, before, after)):
        return False
    if led:
        return True
    if _is_name(tokens, first - 1) and not _starts_sentence(tokens, first - 1):
        return False
    if _lower(tokens, first) not in lexicon()["NAMELIKE"].values:
        return _lower(tokens, first - 1) not in listed(_TRAPS, "COLOURS")
    return before in listed(_TRAPS, "WEAKLEADS") and after[:1].islower() and after not in listed(_TRAPS, "FUNCTION")


def _joins_a_name(tokens: Tokens, first: int) -> bool:
    """Whether a name-like month stands after an "and" that joins no two times: "and April was my editor"."""
    if _lower(tokens, first - 1) not in ("and", "or") or _lower(tokens, first) not in lexicon()["NAMELIKE"].values:
        return False
    word = _lower(tokens, first - 3 if tokens.word(first - 2) in (",", ".") else first - 2)
    return word not in lexicon()["MONTH"].values and not word.isdigit()


def day_of_month(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "on the 15th", not "on the 15th floor" or "the 15th Brigade"."""
    after = tokens.word(stop)
    plain = not after[:1].isalpha() or after in listed(_TRAPS, "FUNCTION")
    return _lower(tokens, first - 1) in ("on", "by", "until", "till", "since", "before", "after") and plain


def figures(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "10.03.26", not "version 10.03.26"."""
    return _lower(tokens, first - 1) not in listed(_TRAPS, "NUMBERED")


def measured(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "early 2025", not "some 1500 people"."""
    return _lower(tokens, stop) not in listed(_TRAPS, "MEASURES")


def week_of_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "week 32 of 2025", not "week 10 of 2025 NFL season": those weeks are counted by a sport."""
    after = tokens.word(stop)
    return after.lower() not in listed(_TRAPS, "SEASONS") and not (after.isupper() and len(after) > 1)


def _before_a_name(tokens: Tokens, first: int, before: str, after: str) -> bool:
    """A month with a capitalised word after it: "In April Zelensky said", but not "by April Jones", "in Jan Egeland's
    words" or "the October Revolution".
    """
    word = _lower(tokens, first)
    if after.lower() in listed(_TRAPS, "EVENTS") or word in lexicon()["MONTHABBR"].values:
        return False
    return before in listed(_TRAPS, "STRONGLEADS") or word not in lexicon()["NAMELIKE"].values


def holiday(tokens: Tokens, first: int, stop: int) -> bool:
    """A feast as a time, not part of a name ("Christmas Island") nor of a thing ("a Christmas market")."""
    if tokens.words[first].islower() and _lower(tokens, first) not in ("last", "next", "this"):
        return False
    if _is_name(tokens, stop) or _lower(tokens, stop) in listed(_FEASTS, "THINGS"):
        return False
    moves = _lower(tokens, first) in _first_words_of_moving()
    return not moves or _lower(tokens, first - 1) in listed(_FEASTS, "LEADS")


@cache
def _first_words_of_moving() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", said)[0] for said in listed(_FEASTS, "MOVING"))


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
_OPENS_GLUED = frozenset({"(", "-", "–", "—", "/", "mid", "\u201c", '"', "'", "‘"})


def bare_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Four digits alone: a year after "in" or "since", in brackets, or before a noun of its own; never a measure."""
    before, after = _lower(tokens, first - 1), tokens.word(stop)
    if _heads_a_line(tokens, first, stop):
        return int(tokens.words[first]) in _STATED_YEARS
    if _in_a_number(tokens, first, stop) or (tokens.glued(first) and before not in _OPENS_GLUED):
        return False
    if (tokens.glued(stop) and after in ("%", "°")) or after.lower() in listed(_TRAPS, "MEASURES"):
        return False
    if before in ("-", "–", "/") and tokens.glued(first):
        return _is_figure(tokens.word(first - 2)) or _lower(tokens, first - 2) in (
            "mid",
            "early",
            "late",
            "pre",
            "post",
        )
    if before in _COUNTING and after.lower() in ("a", "an", "per", "each"):
        return False  # "rose to 1900 a tonne"
    runs_on = after in ("-", "–") and tokens.glued(stop) and _is_figure(tokens.word(stop + 1))
    return runs_on or before in listed(_TRAPS, "YEARLEADS") or _unled_year(tokens, first, stop)


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
    doubtful = start in _EVENT_YEARS and end <= 12 and _lower(tokens, first - 1) not in listed(_TRAPS, "YEARLEADS")
    return start in _STATED_YEARS and ordered and lone and tokens.glued(first + 1) and not doubtful


def _is_figure(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _unled_year(tokens: Tokens, first: int, stop: int) -> bool:
    """A year without a preposition: only by the words on both sides."""
    before, after, number = _lower(tokens, first - 1), tokens.word(stop), int(tokens.words[first])
    numbered = before in listed(_TRAPS, "NUMBERED")
    if number not in _STATED_YEARS or numbered:
        return False
    if before == "(" or before in lexicon()["MONTH"].values:
        return True
    if number in _EVENT_YEARS and after.lower() in listed(_TRAPS, "YEARNOUNS"):
        return True
    if after in _YEAR_VERBS or (before == "as" and _lower(tokens, first - 2) in ("late", "early", "recently")):
        return number in _LONE_YEARS
    if _is_name(tokens, first - 1):
        return False
    if before in listed(_TRAPS, "DETERMINERS"):
        return number in _NOUN_YEARS and (after[:1].isalpha() or after in _QUOTES)
    if before == "for":
        return not after[:1].isalpha() or after in ("and", "or", "through")
    return number in _LONE_YEARS and (after in _AFTER_LONE or before == ",")


def weekday(tokens: Tokens, first: int, stop: int) -> bool:
    """A weekday: not Bloody Sunday, Black Friday or Sheffield Wednesday's like."""
    before, after = _lower(tokens, first - 1), tokens.word(stop)
    if after[:1].isupper() and after.lower() in listed(_TRAPS, "TITLES") and tokens.words[stop - 1][:1].isupper():
        return False
    return before not in listed(_TRAPS, "NAMEDDAYS") and tokens.word(first - 1) not in ("&", "@")


def abbreviated_weekday(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "Sat." and "Sun." only as abbreviations: with their full stop, not after "The" or a name."""
    return not _is_name(tokens, first - 1) and _lower(tokens, first - 1) not in ("the", "&")


def midpoint(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at noon", "before dawn"; not "high noon" or a town called Midnight."""
    led = _lower(tokens, first - 1) in listed(_TRAPS, "CLOCKLEADS")
    return led and tokens.words[first].islower() and not _is_name(tokens, stop)


def stands_alone(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the night before", not "the night before the vote"."""
    return not tokens.word(stop)[:1].isalnum()


def clock(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at 20:20", not "won 20:20" or "John 3:16"; "9 a.m." needs nothing."""
    return stop - first > 1 or _lower(tokens, first - 1) in listed(_TRAPS, "CLOCKLEADS")


def today_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "Today" at the start of a sentence; after another capital it is an outlet ("Harbour Today")."""
    word, before = tokens.words[first], tokens.word(first - 1)
    if not word[:1].isupper() or _starts_sentence(tokens, first):
        return True
    return not (before[:1].isupper() or before == "-")


def season(tokens: Tokens, first: int, stop: int) -> bool:
    """A season alone: not "spring water" by capital letters (Prague Spring, Winter Olympics)."""
    word = tokens.words[stop - 1]
    if word[:1].isupper() and not _starts_sentence(tokens, first):
        return False
    return (
        not _is_name(tokens, stop) and not tokens.glued(first) and not (tokens.glued(stop) and tokens.word(stop) == "-")
    )


def duration(tokens: Tokens, first: int, stop: int) -> bool:
    """A count of units: not "the Six Day War", not an age ("aged 3 years")."""
    last, after = _lower(tokens, stop - 1), _lower(tokens, stop)
    if after == "old" or (after == "-" and _lower(tokens, stop + 1) == "old" and last.startswith("year")):
        return False
    if tokens.words[first][:1].isupper() and _is_name(tokens, stop):
        return False
    if _lower(tokens, first) == "many" and _lower(tokens, first - 1) == "as":
        return False  # "the third in as many days"
    if last == "quarter" and after == "of":
        return False  # "more than a quarter of the town"
    return not (last == "second" and _lower(tokens, stop - 2) in ("a", "the"))


def window(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "last three days", not "to last three days"."""
    if _lower(tokens, stop) == "of":
        return False  # "the last three months of the year"
    return _lower(tokens, first) != "last" or _lower(tokens, first - 1) not in listed(_TRAPS, "BEFOREVERBS")


def sentence_word(tokens: Tokens, first: int, stop: int) -> bool:
    """A word such as "now" or "soon": not glued into a name ("Apocalypse Now")."""
    capital = tokens.words[first][:1].isupper()
    return not tokens.glued(first) and (not capital or _starts_sentence(tokens, first))


_NOT_OF_NOW = ("-", "ended", "ending", "ahead", "before", "after", "to")  # "the week before the vote"


def bare_unit(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the year", not "the Year of the Dragon", "the year ended May 31" or "the week's"."""
    if _lower(tokens, first) == "over" and _lower(tokens, stop - 1) != "weekend":
        return False
    if _lower(tokens, stop) == "of":
        return not tokens.word(stop + 1)[:1].isalpha()
    if _lower(tokens, first - 1) == "of" and _lower(tokens, first - 2) == "turn":
        return False  # "the turn of the year"
    return not _is_name(tokens, stop) and _lower(tokens, stop) not in _NOT_OF_NOW


def ended(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the year" right before "ended", "the week to 9 March": a length of time."""
    until = _lower(tokens, stop + 1)
    if _lower(tokens, stop) == "to" and (until.isdigit() or until in _named_days_and_months()):
        return True
    return _lower(tokens, stop) in ("ended", "ending") or _lower(tokens, stop - 2) in ("fiscal", "financial")


@cache
def _named_days_and_months() -> frozenset[str]:
    return frozenset(lexicon()["MONTH"].values.keys() | lexicon()["WEEKDAY"].values.keys())


def bare_quarter(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the quarter" of a year, not of a town or of a whole ("a quarter of")."""
    return stop - first > 1 and _lower(tokens, stop) not in ("of", "-", "century") and not _is_name(tokens, stop)


def quarter(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the third quarter of $226 million", not "the last quarter of the century"."""
    if _lower(tokens, stop) != "of":
        return True
    return _lower(tokens, stop - 1) == "quarter" and not tokens.word(stop + 1)[:1].isalpha()


def decade(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the 1990s", "the nineties", not "in his forties" or "temperatures in the 40s"."""
    word = _lower(tokens, stop - 1)
    if word[:1] == "1" or word[:2] == "20" or word[:1] in ("'", "’"):
        return True
    led = _lower(tokens, stop - 2) in ("the", "early", "late", "mid", "-")
    return led and word in lexicon()["DECADEWORD"].values


def short_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "'99" after "in", "since" or the like."""
    return _lower(tokens, first - 1) in listed(_TRAPS, "YEARLEADS")


def unit_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "this week", not the programme "This Week"."""
    return not (tokens.words[stop - 1][:1].isupper() and tokens.words[first][:1].isupper())


def counted_from(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "two days later"; "two days after the blast" counts from an event, and is read as a length."""
    if _lower(tokens, stop - 1) not in ("after", "before", "prior"):
        return True
    return tokens.word(stop) in (",", ".", ";", "", ")")


def bare_units(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "for hours", "weeks of": a length, where a preposition stands before it."""
    return _lower(tokens, first - 1) in listed(_TRAPS, "UNITLEADS") and tokens.word(stop) != "-"


def adverb(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "daily" as an adverb or before a noun; never in a name ("Daily Mail")."""
    return not tokens.words[first][:1].isupper() and not tokens.glued(first)


def ahead_word(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "soon", where the verb looks ahead; not "soon after", "as soon as"."""
    if stop - first > 1:
        return True
    plain = sentence_word(tokens, first, stop) and _lower(tokens, stop) not in ("after", "as", "before", "thereafter")
    return plain and outlook(tokens, first, stop) is Outlook.FUTURE


def at_the_time(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at the time", "at that time", "during this period"."""
    before, after = _lower(tokens, first - 1), _lower(tokens, stop)
    if _lower(tokens, stop - 1) == "period":
        return after != "of"
    if before == "during":
        return after != "of"
    return before == "at" and not after[:1].isalpha()


def foreign_month(tokens: Tokens, first: int, stop: int) -> bool:
    """A month of another language between a day and a year."""
    return any(word.lower() in listed("dates_months.txt", "MONTHS") for word in tokens.words[first:stop])
