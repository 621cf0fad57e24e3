"""Does the governing verb of a date look back or ahead? A rule of words, not of parts of speech."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.words import listed, sections

_VERBS = "when_verbs.txt"
_REACH = 30  # tokens looked at on each side; a clause is rarely longer
_STOPS = frozenset({".", ";", "!", "?", "", "—", "–", "\u201c", "\u201d", '"', ":"})


_END = "end"  # beside the outlooks, what a token may tell: that the sentence is over


class Outlook(StrEnum):
    """Where a verb looks."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def outlook(tokens: Tokens, first: int, stop: int) -> Outlook:
    """The outlook of the verb that governs tokens ``first``..``stop``: the nearest to the left in the sentence, else
    the first to the right. An act of violence that it dates is past, whatever is yet to come of it.
    """
    if _of_an_act(tokens, first, stop):
        return Outlook.PAST
    if [tokens.word(stop), tokens.word(stop + 1).lower()] == [",", "when"]:  # "We begin with Thursday, when he accused"
        then = _nearest(tokens, range(stop + 2, min(len(tokens.words), stop + _REACH)))
        if then is Outlook.PAST:
            return then
    before = _nearest(tokens, range(first - 1, max(-1, first - _REACH), -1))
    if before is not Outlook.UNKNOWN:
        return before
    return _nearest(tokens, range(stop, min(len(tokens.words), stop + _REACH)))


def _of_an_act(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell "the attack on Saturday", "Saturday's deadly attack", "the Saturday attack"."""
    acts = listed(_VERBS, "ACTS")
    before = [tokens.word(first - 2).lower(), tokens.word(first - 1).lower()]
    if before[1] in acts or (before[0] in acts and before[1] in ("on", "of", "in", "early", "late")):
        return True
    if _of_an_act_somewhere(tokens, first):
        return True
    after = stop + (tokens.word(stop).lower() in ("'s", "’s"))
    return tokens.word(after).lower() in acts or (after > stop and tokens.word(after + 1).lower() in acts)


_PLACING = frozenset({"on", "in", "at", "against", "near", "the", "city", "town", "village", "port", "of", ","})
_PLACED_WITHIN = 12  # tokens between "the attack" and its day


def _of_an_act_somewhere(tokens: Tokens, first: int) -> bool:
    """Tell "the attack on the town of Ataq, Yemen, on Sunday": only names stand between the act and its day."""
    for index in range(first - 1, max(0, first - _PLACED_WITHIN), -1):
        word = tokens.words[index]
        if word.lower() in listed(_VERBS, "ACTS"):
            return "the" in (tokens.word(index - 1).lower(), tokens.word(index - 2).lower())
        if not (word[:1].isupper() or word in _PLACING):
            return False
    return False


def _nearest(tokens: Tokens, reach: range) -> Outlook:
    told = tokens.told
    for index in reach:
        seen = told.get(index)
        if seen is None:
            seen = told[index] = _END if ends_sentence(tokens, index) else _verb_at(tokens, index)
        if seen == _END:
            break
        if seen != Outlook.UNKNOWN:
            return Outlook(seen)
    return Outlook.UNKNOWN


def past_beside(tokens: Tokens, first: int, reach: int) -> bool:
    """Whether a past verb stands within ``reach`` words before a token, with no comma between."""
    for index in range(first - 1, max(-1, first - 1 - reach), -1):
        if tokens.words[index] == "," or ends_sentence(tokens, index):
            return False
        if _is_past_form(tokens.words[index].lower()) and _participle(tokens, index) is Outlook.PAST:
            return True
    return False


def _is_past_form(word: str) -> bool:
    return word in listed(_VERBS, "PAST") or (word.endswith("ed") and len(word) > len("need"))


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a token is a mark that ends a sentence or a clause; the full stop of an abbreviation does not."""
    word = tokens.words[index]
    if word not in _STOPS:
        return False
    if word != ".":
        return True
    following = tokens.word(index + 1)
    before = tokens.word(index - 1)
    abbreviation = len(before) <= 4 and before[:1].isupper()  # "Oct.", "Gov.", "U."
    return following == "" or (following[:1].isupper() and not abbreviation)


@cache
def _telling() -> frozenset[str]:
    """Every word that may tell an outlook; most words of a text are none."""
    return frozenset({"to"}).union(*(section.values for section in sections(_VERBS).values()))


def _verb_at(tokens: Tokens, index: int) -> Outlook:
    written = tokens.words[index]
    word = written.lower()
    if word not in _telling() and not word.endswith("ed"):
        return Outlook.UNKNOWN
    if word in listed(_VERBS, "GERUNDS"):
        blamed = tokens.word(index - 1).lower() in listed(_VERBS, "BLAMED")
        return Outlook.PAST if blamed else Outlook.UNKNOWN
    after = tokens.word(index + 1).lower()
    if word in listed(_VERBS, "FUTURE"):
        past = _had_been(tokens, index) or after in listed(_VERBS, "MEMORY")
        return Outlook.PAST if past else Outlook.FUTURE
    if word in listed(_VERBS, "MODAL") and written == word:
        return _modal(tokens, index)
    if _planned(tokens, index):
        return Outlook.PAST if _had_been(tokens, index - 1) else Outlook.FUTURE
    if _arranged(tokens, index, word, after):
        return Outlook.PAST if _had_been(tokens, index) else Outlook.FUTURE
    if word in listed(_VERBS, "SCHEDULED") and tokens.word(index - 1).lower() not in listed(_VERBS, "UNSCHEDULED"):
        return Outlook.FUTURE
    if _is_past_form(word):
        return _participle(tokens, index)
    return Outlook.UNKNOWN


def _arranged(tokens: Tokens, index: int, word: str, after: str) -> bool:
    """Tell "due on", "agreed to meet", "planned for", "adjourned till"."""
    if word == "due" and (after != "to" or _planned(tokens, index + 1)):
        return True
    if word in listed(_VERBS, "AIMED") and after == "to" and word != "due":
        return True
    if word in listed(_VERBS, "ARRANGED") and after in ("for", "on"):
        return True
    return word in listed(_VERBS, "PROLONGED") and _until(tokens, index)


_UNTIL = frozenset({"until", "till", "to", "through"})
_UNTIL_REACH = 5  # tokens between "remanded in custody" and "until"


def _until(tokens: Tokens, index: int) -> bool:
    """Whether "until" stands shortly after a verb, in the same sentence."""
    for later in range(index + 1, min(index + 1 + _UNTIL_REACH, len(tokens.words))):
        if ends_sentence(tokens, later):
            return False
        if tokens.words[later].lower() in _UNTIL:
            return True
    return False


def _planned(tokens: Tokens, index: int) -> bool:
    """Tell "to meet": an infinitive of something that can be planned, unless "failed" or the like governs it."""
    if tokens.words[index].lower() != "to" or tokens.word(index + 1).lower() not in listed(_VERBS, "PLANNED"):
        return False
    governor = tokens.word(index - 1).lower()
    return not governor.endswith("ed") or governor in listed(_VERBS, "AIMED") or governor in listed(_VERBS, "FUTURE")


def _modal(tokens: Tokens, index: int) -> Outlook:
    """Tell "may meet", which looks ahead, from "may have met" and "would not comment"."""
    after = [w.lower() for w in tokens.words[index + 1 : index + 3]]
    if "have" in after or set(after) & listed(_VERBS, "SILENT"):
        return Outlook.PAST
    return Outlook.FUTURE


def _had_been(tokens: Tokens, index: int) -> bool:
    """Whether a plan is looked back on: "had been due to expire"."""
    return [w.lower() for w in tokens.words[max(0, index - 2) : index]] == ["had", "been"]


_HELPERS = ("be", "been", "get", "have", "not", "also")


def _participle(tokens: Tokens, index: int) -> Outlook:
    """A past form: "will be opened", "to be held" look ahead, "opened", "held" and "is said to have opened" back."""
    if tokens.words[index - 1].lower() not in _HELPERS:
        return Outlook.PAST
    helpers: set[str] = set()
    for back in range(index - 1, max(-1, index - 4), -1):
        word = tokens.words[back].lower()
        if word in _HELPERS:
            helpers.add(word)
            continue
        meant = "have" not in helpers and (word == "to" or word in listed(_VERBS, "MODAL"))  # not "should have been"
        return Outlook.FUTURE if meant or word in listed(_VERBS, "FUTURE") else Outlook.PAST
    return Outlook.PAST
