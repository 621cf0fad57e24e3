"""When a word that could be a time is none: names, armies, verbs, measures. A guard may only refuse."""

from __future__ import annotations

import re
from functools import cache

from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.tense import Outlook, outlook
from timeline.reading.dates.words import lexicon, listed

_TRAPS, _FEASTS = "dates_traps.txt", "dates_feasts.txt"


def _starts_sentence(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.words[index - 1] in ("", ".", "!", "?", '"', "\u201c", "\u201d", "‘", "'", ":")


def is_name(tokens: Tokens, index: int) -> bool:
    """A capitalised word inside a sentence that is no word of time."""
    word = tokens.word(index)
    return (
        word[:1].isupper()
        and not word.isupper()
        and word.lower() not in lexicon()["WEEKDAY"].values
        and word.lower() not in lexicon()["MONTH"].values
        and word.lower() not in listed(_TRAPS, "LEADS")
    )


_STILL = frozenset({"still", "only", "already", "now", "just", "not", "barely", "nearly"})


def bare_month(tokens: Tokens, first: int, stop: int) -> bool:
    """A month alone: not a person, a march or a revolution; a name-like month needs a word such as "in" before it."""
    before, after = tokens.lower(first - 1), tokens.word(stop)
    led = before in listed(_TRAPS, "LEADS") and not _joins_a_name(tokens, first)
    led = led or _is_label(tokens, first, stop) or _it_was(tokens, first, stop)
    if tokens.glued(first) or (tokens.glued(stop) and after in ("-", "/")):
        return led and before != "-"
    if is_name(tokens, stop) and not (led and _before_a_name(tokens, first, before, after)):
        return False
    if led:
        return True
    if is_name(tokens, first - 1) and not _starts_sentence(tokens, first - 1):
        return False
    if tokens.lower(first) not in lexicon()["NAMELIKE"].values:
        return tokens.lower(first - 1) not in listed(_TRAPS, "COLOURS")
    return before in listed(_TRAPS, "WEAKLEADS") and after[:1].islower() and after not in listed(_TRAPS, "FUNCTION")


def _is_label(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the month heads its line as a label, "March: two dead", and is nobody who speaks, "April: I know"."""
    return (
        _starts_sentence(tokens, first)
        and tokens.word(stop) == ":"
        and tokens.lower(stop + 1) not in listed(_TRAPS, "SPOKEN")
    )


def _it_was(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the words say what time it is: "it was June", "it is still August", but not "it was June who called"."""
    at = first - 2 if tokens.lower(first - 1) in _STILL else first - 1
    said = tokens.lower(at) in ("was", "is") and tokens.lower(at - 1) == "it"
    return said and tokens.lower(stop) not in ("who", "whose", "whom")


def _joins_a_name(tokens: Tokens, first: int) -> bool:
    """Whether a name-like month stands after an "and" that joins no two times: "and April was my editor"."""
    if tokens.lower(first - 1) not in ("and", "or") or tokens.lower(first) not in lexicon()["NAMELIKE"].values:
        return False
    word = tokens.lower(first - 3 if tokens.word(first - 2) in (",", ".") else first - 2)
    return word not in lexicon()["MONTH"].values and not word.isdigit()


def day_of_month(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "on the 15th", not "on the 15th floor" or "the 15th Brigade"."""
    after = tokens.word(stop)
    plain = not after[:1].isalpha() or after in listed(_TRAPS, "FUNCTION")
    return tokens.lower(first - 1) in ("on", "by", "until", "till", "since", "before", "after") and plain


def no_name_of_a_day(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "on May 15", not "the May 15 movement" or "15 May Square"."""
    after = tokens.word(stop)
    named = after.lower() in listed(_TRAPS, "NAMED_PLACES") and after[:1].isupper()
    return not (named or after.lower() in listed(_TRAPS, "MOVEMENTS"))


def figures(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "10.03.26", not "version 10.03.26"."""
    return tokens.lower(first - 1) not in listed(_TRAPS, "NUMBERED")


def measured(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "early 2025", not "some 1500 people"."""
    return tokens.lower(stop) not in listed(_TRAPS, "MEASURES")


def week_of_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "week 32 of 2025", not "week 10 of 2025 NFL season": those weeks are counted by a sport."""
    after = tokens.word(stop)
    return after.lower() not in listed(_TRAPS, "SEASONS") and not (after.isupper() and len(after) > 1)


def _before_a_name(tokens: Tokens, first: int, before: str, after: str) -> bool:
    """A month with a capitalised word after it: "In April Zelensky said", but not "by April Jones", "in Jan Egeland's
    words" or "the October Revolution".
    """
    word = tokens.lower(first)
    if after.lower() in listed(_TRAPS, "EVENTS") or word in lexicon()["MONTHABBR"].values:
        return False
    return before in listed(_TRAPS, "STRONGLEADS") or word not in lexicon()["NAMELIKE"].values


def holiday(tokens: Tokens, first: int, stop: int) -> bool:
    """A feast as a time, not part of a name ("Christmas Island") nor of a thing ("a Christmas market")."""
    if tokens.words[first].islower() and tokens.lower(first) not in ("last", "next", "this"):
        return False
    if is_name(tokens, stop) or tokens.lower(stop) in listed(_FEASTS, "THINGS"):
        return False
    moves = tokens.lower(first) in _first_words_of_moving()
    return not moves or tokens.lower(first - 1) in listed(_FEASTS, "LEADS")


@cache
def _first_words_of_moving() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", said)[0] for said in listed(_FEASTS, "MOVING"))


def weekday(tokens: Tokens, first: int, stop: int) -> bool:
    """A weekday: not Bloody Sunday, Black Friday or Sheffield Wednesday's like."""
    before, after = tokens.lower(first - 1), tokens.word(stop)
    if after[:1].isupper() and after.lower() in listed(_TRAPS, "TITLES") and tokens.words[stop - 1][:1].isupper():
        return False
    return before not in listed(_TRAPS, "NAMEDDAYS") and tokens.word(first - 1) not in ("&", "@")


def abbreviated_weekday(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "Sat." and "Sun." only as abbreviations: with their full stop, not after "The" or a name."""
    return not is_name(tokens, first - 1) and tokens.lower(first - 1) not in ("the", "&")


def midpoint(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at noon", "before dawn"; not "high noon" or a town called Midnight."""
    led = tokens.lower(first - 1) in listed(_TRAPS, "CLOCKLEADS")
    return led and tokens.words[first].islower() and not is_name(tokens, stop)


def stands_alone(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the night before", not "the night before the vote"."""
    return not tokens.word(stop)[:1].isalnum()


def in_the_night(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "hit during the night", not "all through the night", "in the night sky"."""
    leads = tokens.lower(first - 1) in listed(_TRAPS, "NIGHTLEADS")
    return leads and tokens.word(stop).lower() not in listed(_TRAPS, "NIGHTNAMES")


def opens_a_clause(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "Two days on, it burned", not "two days on the road"."""
    return tokens.word(stop) == ","


def clock(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at 20:20", not "won 20:20" or "John 3:16"; "9 a.m." needs nothing."""
    return stop - first > 1 or tokens.lower(first - 1) in listed(_TRAPS, "CLOCKLEADS")


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
        not is_name(tokens, stop) and not tokens.glued(first) and not (tokens.glued(stop) and tokens.word(stop) == "-")
    )


def duration(tokens: Tokens, first: int, stop: int) -> bool:
    """A count of units: not "the Six Day War", not an age ("aged 3 years")."""
    last, after = tokens.lower(stop - 1), tokens.lower(stop)
    if after == "old" or (after == "-" and tokens.lower(stop + 1) == "old" and last.startswith("year")):
        return False
    if tokens.words[first][:1].isupper() and is_name(tokens, stop):
        return False
    if tokens.lower(first) == "many" and tokens.lower(first - 1) == "as":
        return False  # "the third in as many days"
    if last == "quarter" and after == "of":
        return False  # "more than a quarter of the town"
    return not (last == "second" and tokens.lower(stop - 2) in ("a", "the"))


def window(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "last three days", not "to last three days"."""
    if tokens.lower(stop) == "of":
        return False  # "the last three months of the year"
    return tokens.lower(first) != "last" or tokens.lower(first - 1) not in listed(_TRAPS, "BEFOREVERBS")


def sentence_word(tokens: Tokens, first: int, stop: int) -> bool:
    """A word such as "now" or "soon": not glued into a name ("Apocalypse Now")."""
    capital = tokens.words[first][:1].isupper()
    return not tokens.glued(first) and (not capital or _starts_sentence(tokens, first))


_NOT_OF_NOW = ("-", "ended", "ending", "ahead", "before", "after", "to")  # "the week before the vote"


def bare_unit(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the year", not "the Year of the Dragon", "the year ended May 31", "the week's" or "the month in which"."""
    if tokens.lower(first) == "over" and tokens.lower(stop - 1) != "weekend":
        return False
    if tokens.lower(stop) == "of":
        return not tokens.word(stop + 1)[:1].isalpha()
    if tokens.words[stop - 1][:1].isupper():
        return False  # "The Week", a magazine
    if tokens.lower(first - 1) == "of" and tokens.lower(first - 2) in listed(_TRAPS, "CHOICES"):
        return False  # "the turn of the year", "quote of the week"
    if tokens.lower(stop) == "when" or (tokens.lower(stop) == "in" and tokens.lower(stop + 1) == "which"):
        return False  # some other month, of which the clause tells
    return not is_name(tokens, stop) and tokens.lower(stop) not in _NOT_OF_NOW and not _that_ended(tokens, stop)


def _that_ended(tokens: Tokens, stop: int) -> bool:
    return tokens.lower(stop) in ("that", "which") and tokens.lower(stop + 1) in ("ended", "ends")


def ended(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the year" right before "ended" or "that ended", "the week to 9 March": a length of time."""
    until = tokens.lower(stop + 1)
    if tokens.lower(stop) == "to" and (until.isdigit() or until in _named_days_and_months()):
        return True
    return (
        tokens.lower(stop) in ("ended", "ending")
        or _that_ended(tokens, stop)
        or tokens.lower(stop - 2) in ("fiscal", "financial")
    )


@cache
def _named_days_and_months() -> frozenset[str]:
    return frozenset(lexicon()["MONTH"].values.keys() | lexicon()["WEEKDAY"].values.keys())


def bare_quarter(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the quarter" of a year, not of a town or of a whole ("a quarter of")."""
    return stop - first > 1 and tokens.lower(stop) not in ("of", "-", "century") and not is_name(tokens, stop)


def quarter(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the third quarter of $226 million", not "the last quarter of the century"."""
    if tokens.lower(stop) != "of":
        return True
    return tokens.lower(stop - 1) == "quarter" and not tokens.word(stop + 1)[:1].isalpha()


def decade(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the 1990s", "the nineties", not "in his forties" or "temperatures in the 40s"."""
    word = tokens.lower(stop - 1)
    if word[:1] == "1" or word[:2] == "20" or word[:1] in ("'", "’"):
        return True
    led = tokens.lower(stop - 2) in ("the", "early", "late", "mid", "-")
    return led and word in lexicon()["DECADEWORD"].values


def unit_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "this week", not the programme "This Week"."""
    return not (tokens.words[stop - 1][:1].isupper() and tokens.words[first][:1].isupper())


def counted_from(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "two days later"; "two days after the blast" counts from an event, and is read as a length."""
    if tokens.lower(stop - 1) not in ("after", "before", "prior"):
        return True
    return tokens.word(stop) in (",", ".", ";", "", ")")


def bare_units(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "for hours", "weeks of": a length, where a preposition stands before it."""
    return tokens.lower(first - 1) in listed(_TRAPS, "UNITLEADS") and tokens.word(stop) != "-"


def adverb(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "daily" as an adverb or before a noun; never in a name ("Daily Mail")."""
    return not tokens.words[first][:1].isupper() and not tokens.glued(first)


def ahead_word(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "soon", where the verb looks ahead; not "soon after", "as soon as"."""
    if stop - first > 1:
        return True
    plain = sentence_word(tokens, first, stop) and tokens.lower(stop) not in ("after", "as", "before", "thereafter")
    return plain and outlook(tokens, first, stop) is Outlook.FUTURE


def at_the_time(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at the time", "at that time", "during this period"."""
    before, after = tokens.lower(first - 1), tokens.lower(stop)
    if tokens.lower(stop - 1) == "period":
        return after != "of"
    if before == "during":
        return after != "of"
    return before == "at" and not after[:1].isalpha()


def foreign_month(tokens: Tokens, first: int, stop: int) -> bool:
    """A month of another language between a day and a year."""
    return any(word.lower() in listed("dates_months.txt", "MONTHS") for word in tokens.words[first:stop])
