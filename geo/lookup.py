"""The names that the gazetteer knows, as a text writes them: the longest with which a run of its words begins.

What is found depends on the run alone, so it is kept for the next text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from geo.gazetteer import COUNTRY, OTHER_NAME, ROW_MASK, Gazetteer
from geo.names import ARABIC_MARK, MIN_ALIKE, fold_name, fold_text, worn_keys
from geo.people import names_of_people
from geo.words import word_lists, word_set, word_table

MAX_NAME = 60  # characters of a name
MAX_ABBREVIATION = 4  # letters of a country's short form, which is read in capitals only
MAX_KEPT = 20_000  # runs of words kept in memory with the name that they begin with, about 8 MB
MIN_WORD = 3  # letters: shorter names are read in capitals only ("US", "UK")
POSTAL = 2  # letters of a state's code in addresses
ONE_LETTER_RANK = 4.6  # rank of a place whose name may begin with a word of one letter: A Coruña; not "A Pa. man"

_GAPS = re.compile(r"[ \-‐‑]+")
_OWN = r"(?!(?:An|As|At|En|Ed)\b)[A-Z\u00c0-\u00de\u0100-\u024f][^\W\d_]+(?:['’‘ʻ](?!s\b)[^\W\d_]+)*"
_OWN_WORD = re.compile(_OWN)
_ARABIC_ARTICLES = frozenset(["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "esh", "et", "ez"])
_ARTICLES = f"(?:{'|'.join(sorted(_ARABIC_ARTICLES))})"
_OWN_WORDS = re.compile(  # "Khirbet Ghazaleh", "Abasan al-Kabira"
    rf"(?:{_ARTICLES}-)?{_OWN}(?:[ -](?:{_ARTICLES}[ -])?{_OWN}){{0,3}}"
)
_POSTAL = re.compile(r"[A-Z]{2}(?![\w.-])")
_DIVISION = re.compile(
    r" (district|county|raion|province|governorate|prefecture|[Tt]ownship|tehsil|sub-?district|woreda)(?![\w-])"
)
SAME_DIVISION = {"district": "raion", "raion": "district", "province": "governorate", "governorate": "province"}
_FOLLOWS = re.compile(  # a sign with which no name goes on; or a small word, a word with a capital, what else one may
    r"[,;:)\"”?!\n]| ([a-z]++)[,.;:)]?(?!\S)|( [^\W\d_a-z][a-z]*|-[A-Za-z][a-z]*)|( [^\sa-z]|['’]s\b|\.)"
)
_SMALL_WORD, _CAPITAL, _ELSE = 1, 2, 3  # its groups
_APOSTROPHES = frozenset("'’‘ʻ")
_DIVISION_STARTS = frozenset({" d", " c", " r", " p", " g", " t", " T", " s", " w"})
_ONE_OR_TWO = re.compile(r"(\w*)(?: \w+)?")
_LONGER_BODY = re.compile(r" (?:Council|Public|Police|Schools|School|Hall|Fire|Commission)\b")


class Name(NamedTuple):
    """A name as the gazetteer knows it: letters of the text, key, postings; not ``exact`` where only spelled alike."""

    length: int
    key: str
    postings: tuple[int, ...]
    exact: bool


def longest(text: str, start: int, word: str, gazetteer: Gazetteer) -> Name | None:
    """The longest name that begins with ``word``, which is at ``start``; with what the word for its kind makes of it:
    "Kurram district".
    """
    end = start + len(word)
    if not _begins_name(word, gazetteer) and text[end : end + 1] not in _APOSTROPHES:
        return None
    after_comma = len(word) == POSTAL and text[start - 2 : start] == ", " and _POSTAL.match(text, start) is not None
    end, all_known = _last_of_name(text, start, end, gazetteer)
    name = _name_of(text[start:end] if all_known else _words_from(text, start), after_comma, gazetteer)
    end = start + name.length if name else end
    if text[end : end + 2] not in _DIVISION_STARTS:
        return name
    division = division_after(text, end)
    return _division(text[start:end], division, name, gazetteer) if division else name


@lru_cache(maxsize=MAX_KEPT)
def _begins_name(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a name or a demonym begins with the letters of ``word``, in its own or another spelling: most do not."""
    key = fold_name(word)
    if gazetteer.has_prefix(key) or key in _first_of_demonyms():
        return True
    return any(gazetteer.has_prefix(start) for start in worn_keys(key))


def _last_of_name(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, bool]:
    """Where the words end that may be one name, the first of which ends at ``end``; whether that is all of them."""
    first = end
    while (follows := _FOLLOWS.match(text, end)) is not None:
        sort = follows.lastindex
        if sort is None or (sort == _SMALL_WORD and follows[1] not in _small_inside()):
            return end, True
        stop = follows.end(sort)
        if not _goes_on(text[start:stop], gazetteer):
            arabic = sort == _CAPITAL or (sort == _SMALL_WORD and follows[1] in _ARABIC_ARTICLES)
            return end, not (arabic and _alike_goes_on(text[start:first], gazetteer))
        end = stop
    return end, False


@cache
def _small_inside() -> frozenset[str]:
    """The words without a capital that names have inside: "de", "upon"."""
    return word_lists("grammar")["small inside names"]


def division_after(text: str, end: int) -> str:
    """The word for a second-order division that follows a name: "district", "raion"; "" where none does."""
    match = _DIVISION.match(text, end)
    return match[1].lower() if match else ""


@lru_cache(maxsize=MAX_KEPT)
def _goes_on(said: str, gazetteer: Gazetteer) -> bool:
    """Whether some name or demonym begins with what is said."""
    key = fold_name(said)
    return gazetteer.has_prefix(key) or key in demonyms() or (" city " in key and bool(_LONGER_BODY.search(said)))


@lru_cache(maxsize=MAX_KEPT)
def _division(said: str, kind: str, name: Name | None, gazetteer: Gazetteer) -> Name | None:
    """The name that ``said`` is when the word for a division follows it; ``name`` where it gives no more."""
    key = fold_name(said)
    known = name.postings if name and name.exact else ()
    rows = {posting & ROW_MASK for posting in known}
    more = [posting for posting in divisions(key, kind, gazetteer) if posting & ROW_MASK not in rows]
    return Name(len(said), key, (*known, *more), True) if more else name


@lru_cache(maxsize=MAX_KEPT)
def divisions(key: str, kind: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The postings of a folded name with the word for its kind, or with the word that other countries have for it."""
    spellings = (f"{key} {kind}", f"{key} {SAME_DIVISION.get(kind, kind)}")
    return tuple(dict.fromkeys(posting for spelling in spellings for posting in gazetteer.postings(spelling)))


def _words_from(text: str, start: int) -> str:
    """The words from ``start`` that may be one name by their letters alone."""
    run = _run().match(text, start, start + MAX_NAME)
    return run[0] if run else ""


@cache
def _run() -> re.Pattern[str]:
    """The words that may be one name: after the first each has a capital, an apostrophe or is small inside names."""
    small = "|".join(re.escape(word) for word in sorted(_small_inside()))
    more = rf"[^\sa-z]\S*|\S*['’]\S*|(?:{small})(?!\w)\S*"
    return re.compile(rf"\S+(?:(?<!\w{{4}}\.)(?<![,;:)?!”\"])[^\S\n](?:{more}))*")


@lru_cache(maxsize=MAX_KEPT)
def _alike_goes_on(word: str, gazetteer: Gazetteer) -> bool:
    """Whether some name of several words is in another spelling one that begins with ``word``."""
    starts = worn_keys(fold_name(word).partition(" ")[0])
    return any(start == ARABIC_MARK or gazetteer.has_prefix(f"{start} ") for start in starts)


@lru_cache(maxsize=MAX_KEPT)
def _name_of(run: str, after_comma: bool, gazetteer: Gazetteer) -> Name | None:
    """The longest name that a run of words begins with, by its spelling or, failing that, by one that is alike."""
    folded = fold_text(run)
    found = None
    for key in reversed(_names(gazetteer, folded.text)):
        stop = len(key)
        if stop < len(folded.text) and folded.text[stop].isalnum() and key[-1].isalnum():
            continue
        end = folded.original(0, stop)[1]
        postings = _postings(key, run[:end], after_comma, gazetteer) if _written_as_name(run[:end]) else ()
        if postings and not _part_of_other(run, end, key, postings, gazetteer):
            found = Name(end, key, postings, True)
            break
    length = found.length if found else 0
    return (_alike(run, length, gazetteer) if length < len(run) else None) or found


def _part_of_other(run: str, end: int, key: str, postings: tuple[int, ...], gazetteer: Gazetteer) -> bool:
    """Whether a name is the beginning of something else: "A Pa. man", "D-N.D.", "Dublin City Council"; not A Coruña."""
    if key[1:2] == " " and gazetteer.rank(postings[0] & ROW_MASK) < ONE_LETTER_RANK:
        return True
    return key.endswith(" city") and bool(postings[0] & OTHER_NAME and _LONGER_BODY.match(run, end))


def _alike(run: str, end: int, gazetteer: Gazetteer) -> Name | None:
    """The longest name, longer than ``end``, of which another spelling is a place's, or the one without apostrophes."""
    match = _OWN_WORDS.match(run)
    words = list(_OWN_WORD.finditer(match[0])) if match and match.end() > end else []
    for word in reversed(words):
        if word.end() <= end:
            break
        key = fold_name(run[: word.end()])
        if "'" in key and (postings := tuple(gazetteer.postings(key.replace("'", "")))):
            return Name(word.end(), key.replace("'", ""), postings, True)  # "Ta'iz": Taiz
        first, _, more = key.partition(" ")
        if not (_alike_goes_on(first, gazetteer) if more else _strange(key)):
            continue
        if postings := tuple(gazetteer.alike(key)):
            return Name(word.end(), key, postings, False)
    return None


def _strange(key: str) -> bool:
    """Whether a word is long enough, and no name of people and no plain word, to be looked for in other spellings."""
    plain = key in word_set("common_words") or key in word_set("vetoes") or key in demonyms()
    return len(key) > MIN_ALIKE and not plain and key not in names_of_people()


def _names(gazetteer: Gazetteer, window: str) -> list[str]:
    """The names and demonyms that ``window`` may begin with, shortest first; a single word is asked for as it is."""
    if window.isalpha():
        return [window]
    found = gazetteer.prefixes(window)
    match = _ONE_OR_TWO.match(window)
    if match and match[1] in _first_of_demonyms():
        told = {words for words in (match[1], match[0]) if words in demonyms()}
        return sorted(told.union(found), key=len)
    return found


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym, singular and plural → code of its country or region, or the name of another place."""
    found: dict[str, str] = {}
    for word, code in word_table("demonyms").items():
        found[fold_name(word)] = code
        if not word.endswith(("sh", "ch", "ese", "ss", "men", "s", "Philippine")):  # the Philippines are a country
            found[fold_name(word) + "s"] = code
    return found


@cache
def _first_of_demonyms() -> frozenset[str]:
    """The first words of demonyms: "south", of "South Korean"."""
    return frozenset(name.partition(" ")[0] for name in demonyms())


def _postings(key: str, said: str, after_comma: bool, gazetteer: Gazetteer) -> tuple[int, ...]:
    if key in demonyms():
        row = gazetteer.named_row(demonyms()[key])
        return (row,) if row is not None else ()
    if len(said) == POSTAL and after_comma and key in postal_codes():
        row = gazetteer.named_row(postal_codes()[key])
        return (row,) if row is not None else ()
    if len(key) < MIN_WORD and key.isascii() and not said.isupper():
        return ()
    postings = tuple(gazetteer.postings(key))
    short = postings and postings[0] & OTHER_NAME and len(key.replace(".", "")) <= MAX_ABBREVIATION
    if short and not said.isupper() and gazetteer.kind(postings[0] & ROW_MASK) is COUNTRY:
        return ()  # "Car" is not the Central African Republic
    return postings


@cache
def postal_codes() -> dict[str, str]:
    """Folded two-letter code of a state or province as addresses write it → GeoNames code."""
    return {fold_name(code): region for code, region in word_table("postal").items()}


def _written_as_name(said: str) -> bool:
    """Whether every word has a capital but the small ones that names have inside."""
    if said.istitle():
        return True
    if said.isalpha():
        return said[0].isupper()
    words = _GAPS.split(said)
    if words[0].lower() == "the" and said[4:].islower():
        return False  # "The river" is none; The Hague is
    return all(
        not word[:1].islower() or word.strip(".").lower() in _small_inside() or "'" in word or "’" in word
        for word in words
        if word
    )
