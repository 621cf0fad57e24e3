"""When a word that could be a time is none: names, armies, verbs, measures. A guard may only refuse."""

from __future__ import annotations

from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.tense import Outlook, outlook
from timeline.reading.dates.words import lexicon, listed

_TRAPS = "dates_traps.txt"


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
    led = before in listed(_TRAPS, "LEADS")
    if tokens.glued(first) or (tokens.glued(stop) and after in ("-", "/")):
        return led and before != "-"
    if _is_name(tokens, stop) and (not led or after.lower() in listed(_TRAPS, "EVENTS")):
        return False
    if led:
        return True
    if _is_name(tokens, first - 1) and not _starts_sentence(tokens, first - 1):
        return False
    if _lower(tokens, first) not in lexicon()["NAMELIKE"].values:
        return _lower(tokens, first - 1) not in listed(_TRAPS, "COLOURS")
    return before in listed(_TRAPS, "WEAKLEADS") and after[:1].islower() and after not in listed(_TRAPS, "FUNCTION")


def measured(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "early 2025", not "some 1500 people"."""
    return _lower(tokens, stop) not in listed(_TRAPS, "MEASURES")


def holiday(tokens: Tokens, first: int, stop: int) -> bool:
    """A feast as a day, not part of a name ("Christmas Island", "the Easter Offensive")."""
    return not _is_name(tokens, stop) and tokens.words[first][:1].isupper()


def _heads_a_line(tokens: Tokens, first: int, stop: int) -> bool:
    """A year, or a run of years, alone on its line or before a colon."""
    if tokens.word(first - 1) in ("-", "–", "to"):
        first -= 2
    if tokens.word(stop) in ("-", "–", "to"):
        stop += 2
    return tokens.word(first - 1) == "" and tokens.word(stop) in ("", ":")


def bare_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Four digits alone: a year after "in" or "since", in brackets, or before a noun of its own; never a measure."""
    before, after = _lower(tokens, first - 1), tokens.word(stop)
    if _heads_a_line(tokens, first, stop):
        return 1500 <= int(tokens.words[first]) <= 2100
    if tokens.glued(first) and before not in ("(", "-", "–", "—", "/", "mid", "\u201c", '"', "'", "‘"):
        return False
    if tokens.glued(stop) and after in ("%", "°") or after.lower() in listed(_TRAPS, "MEASURES"):
        return False
    if before in ("-", "–", "/") and tokens.glued(first):
        other = tokens.word(first - 2)
        return (len(other) == 4 and other.isdigit()) or other.lower() in ("mid", "early", "late", "pre", "post")
    if after in ("-", "–") and tokens.glued(stop) and len(tokens.word(stop + 1)) == 4 and tokens.word(stop + 1).isdigit():
        return True
    if before in listed(_TRAPS, "YEARLEADS"):
        return True
    number = int(tokens.words[first])
    if not 1500 <= number <= 2100 or tokens.words[first - 1 : first] == ["$"]:
        return False
    if 1900 <= number <= 2060 and after.lower() in listed(_TRAPS, "YEARNOUNS") and before not in listed(_TRAPS, "NUMBERED"):
        return True
    if before == "(" or before in lexicon()["MONTH"].values:
        return True
    if _is_name(tokens, first - 1) or before in listed(_TRAPS, "NUMBERED"):
        return False
    if before in listed(_TRAPS, "DETERMINERS"):
        return after[:1].isalpha() and 1700 <= number <= 2060
    if before == "for":
        return 1900 <= number <= 2060 and not after[:1].isalpha()
    return 1800 <= number <= 2060 and (after in (",", ".", ";", ")", "", "-", "–", "and", "or", "to") or before == ",")


def weekday(tokens: Tokens, first: int, stop: int) -> bool:
    """A weekday: not Bloody Sunday, Black Friday or Sheffield Wednesday's like."""
    before, after = _lower(tokens, first - 1), tokens.word(stop)
    if after[:1].isupper() and after.lower() in listed(_TRAPS, "TITLES") and tokens.words[stop - 1][:1].isupper():
        return False
    return before not in listed(_TRAPS, "NAMEDDAYS") and tokens.word(first - 1) not in ("&", "@")


def abbreviated_weekday(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "Sat." and "Sun." only as abbreviations: with their full stop, not after "The" or a name."""
    return not _is_name(tokens, first - 1) and _lower(tokens, first - 1) not in ("the", "&")


def clock(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "at 20:20", not "won 20:20" or "John 3:16"; "9 a.m." needs nothing."""
    return stop - first > 1 or _lower(tokens, first - 1) in listed(_TRAPS, "CLOCKLEADS")


def today_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "Today" with a capital inside a sentence after another capital is an outlet ("Orbital Today", "USA Today")."""
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
    return not (last == "second" and _lower(tokens, stop - 2) in ("a", "the"))


def sentence_word(tokens: Tokens, first: int, stop: int) -> bool:
    """A word such as "now" or "soon": not glued into a name ("Apocalypse Now")."""
    capital = tokens.words[first][:1].isupper()
    return not tokens.glued(first) and (not capital or _starts_sentence(tokens, first))


def bare_unit(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the year", not "the Year of the Dragon", "the year ended May 31" or "the week's"."""
    if _lower(tokens, first) == "over" and _lower(tokens, stop - 1) != "weekend":
        return False
    if _lower(tokens, stop) == "of":
        return not tokens.word(stop + 1)[:1].isalpha()
    return not _is_name(tokens, stop) and _lower(tokens, stop) not in ("-", "ended", "ending")


def ended(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the year" right before "ended": a length of time."""
    return _lower(tokens, stop) in ("ended", "ending") or _lower(tokens, stop - 2) in ("fiscal", "financial")


def bare_quarter(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the quarter" of a year, not of a town or of a whole ("a quarter of")."""
    return stop - first > 1 and _lower(tokens, stop) not in ("of", "-", "century") and not _is_name(tokens, stop)


def quarter(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the third quarter of $226 million", not "the last quarter of the century" or "the second half of the game"."""
    if _lower(tokens, stop) != "of":
        return True
    return _lower(tokens, stop - 1) == "quarter" and not tokens.word(stop + 1)[:1].isalpha()


def decade(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "the 1990s", "the nineties", not "in his forties" or "temperatures in the 40s"."""
    word = _lower(tokens, stop - 1)
    if word[:1] == "1" or word[:2] == "20" or word[:1] in ("'", "’"):
        return True
    return _lower(tokens, stop - 2) in ("the", "early", "late", "mid", "-") and word in listed("dates_words.txt", "DECADEWORD")


def short_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "'99" after "in", "since" or the like."""
    return _lower(tokens, first - 1) in listed(_TRAPS, "YEARLEADS")


def unit_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "this week", not the programme "This Week"."""
    return not (tokens.words[stop - 1][:1].isupper() and tokens.words[first][:1].isupper())


def counted_from(tokens: Tokens, first: int, stop: int) -> bool:
    """Admit "two days later" counts from a date before it; "two days after the blast" from an event we do not know."""
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
    return before == "at" and not after[:1].isalpha()


def foreign_month(tokens: Tokens, first: int, stop: int) -> bool:
    """A month of another language between a day and a year."""
    return any(word.lower() in listed("dates_months.txt", "MONTHS") for word in tokens.words[first:stop])
