"""Find the names of places in a text: the gazetteer's, demonyms, and streets and natural features by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from geo.belief import KNOWN, Found, Judge
from geo.cues import read_cue
from geo.features import features
from geo.gazetteer import OTHER_NAME, ROW_MASK, Gazetteer
from geo.names import MIN_ALIKE, fold_name, fold_text
from geo.people import names_of_people, people
from geo.place import Cue, PlaceKind
from geo.words import word_lists, word_set, word_table

MAX_NAME = 60  # characters of a name
MAX_ABBREVIATION = 4  # letters of a country's short form, which is read in capitals only
MAX_RUNS = 20_000  # runs of words kept in memory with the name that they begin with, about 8 MB
MIN_WORD = 3  # letters: shorter names are read in capitals only ("US", "UK")

_CAPITAL = re.compile(  # a word with a capital that stands on its own; the class comes first for speed
    r"[A-Z\u00c0-\u00de\u0100-\uffff](?<=\w)(?<![^\W_].)(?<![^\W_]['’].)\w*", re.DOTALL
)
_HYPHENS = frozenset("-‐‑")
_ENDS = frozenset(("", " ", ",", "\n", ";", ":", ")", '"', "”", "?", "!"))
_SMALL_ARTICLE = re.compile(r"(?<![^\W_])(?:al|el|ad|an|ar|as|ash|at|az|ed|es|esh|et|ez)[-‐‑]$")
_GAPS = re.compile(r"[ \-‐‑]+")
_OWN = r"(?!(?:An|As|At|En|Ed)\b)[A-Z\u00c0-\u00de\u0100-\u024f][^\W\d_]+(?:['’‘ʻ](?!s\b)[^\W\d_]+)*"
_OWN_WORD = re.compile(_OWN)
_ARTICLES = "(?:al|el|ad|an|ar|as|ash|at|az|ed|es|esh|et|ez)"
_OWN_WORDS = re.compile(  # "Khirbet Ghazaleh", "Abasan al-Kabira"
    rf"(?:{_ARTICLES}-)?{_OWN}(?:[ -](?:{_ARTICLES}[ -])?{_OWN}){{0,3}}"
)
_POSTAL = re.compile(r"(?<=, )[A-Z]{2}(?![\w.])")
_ONE_AND_TWO = re.compile(r"(?=(\w*))(?=(\w*(?: \w+)?))")
_JOINED = re.compile(r"(?:, and |, or |, | and | or | as well as )(?:the )?")
_OWNS = re.compile(r"['’]s (?:[a-z-]+ ){0,2}")
_SPEAKS = re.compile(r" (?:said|says|has said|told|claimed|claims|added|announced|reported|warned|denied|admitted)\b")
_BESIDE = frozenset({", ", " , ", ",", " ("})
_PASSED_ON = frozenset({Cue.AT, Cue.TO, Cue.FROM, Cue.OBJECT})
_PAPER = re.compile(r" (?:[A-Z][a-z]+ )?([A-Z][a-z]+)(?!\w)")
_LONGER_BODY = re.compile(r" (?:Council|Public|Police|Schools|School|Hall|Fire|Commission)\b")


def recognise(text: str, gazetteer: Gazetteer, within: Sequence[tuple[int, int]] | None = None) -> list[Found]:
    """Every name of a place and every demonym in ``text`` (only inside ``within`` where given), in order."""
    stretches = [(0, len(text))] if within is None else sorted(within)
    candidates: list[Found] = []
    persons: set[str] = set()
    for start, end in stretches:
        stretch = text[start:end]
        words = list(_CAPITAL.finditer(stretch))
        candidates += _candidates(text, start, stretch, words, gazetteer)
        persons |= people(stretch, words)
    judge = Judge(text, gazetteer, persons)
    return _in_lists(text, _owned(text, judge.believed(_contained(text, candidates, gazetteer))))


def _in_lists(text: str, found: list[Found]) -> list[Found]:
    """Names in a list share their cue: "strikes on Kharkiv, Sumy and Odesa", "Kyiv and Moscow agreed"."""
    shared = list(found)
    for i in range(1, len(shared)):
        if shared[i - 1].cue not in _PASSED_ON or not _listed(text, shared[i - 1], shared[i]):
            continue
        joined = text[shared[i - 1].end : shared[i].start] == " and "  # "in Kyiv, Moscow said" is no list
        if shared[i].cue is Cue.NONE or (joined and shared[i].cue is Cue.SUBJECT):
            shared[i] = replace(shared[i], cue=shared[i - 1].cue)
    for i in range(len(shared) - 2, -1, -1):
        if shared[i].cue is Cue.NONE and shared[i + 1].cue is Cue.SUBJECT and _listed(text, shared[i], shared[i + 1]):
            shared[i] = replace(shared[i], cue=Cue.SUBJECT)
    return shared


def _owned(text: str, found: list[Found]) -> list[Found]:
    """What governs an owner governs what it owns: "struck a plant in Ukraine's Kharkiv"."""
    told = list(found)
    for i in range(1, len(told)):
        owner, owned = told[i - 1], told[i]
        if owner.cue is not Cue.OWNER or owned.cue not in (Cue.NONE, Cue.SUBJECT):
            continue
        if _OWNS.fullmatch(text, owner.end, owned.start):
            cue, qualifier = read_cue(text, owner.start, owned.end)
            told[i] = replace(owned, cue=cue, qualifier=owned.qualifier or qualifier)
    return told


def _listed(text: str, first: Found, second: Found) -> bool:
    return _JOINED.fullmatch(text, first.end, second.start) is not None


def _candidates(
    text: str, first: int, stretch: str, words: Sequence[re.Match[str]], gazetteer: Gazetteer
) -> Iterator[Found]:
    """The names in ``stretch``, which begins at ``first``; ``words`` are its words with a capital."""
    done = 0
    shapes, not_places = dict(features(stretch, (match[0] for match in words))), _not_places()
    for match in words:
        start = match.start()
        if start < done or (
            stretch[match.end() + 1 : match.end() + 2].islower()
            and stretch[match.end() : match.end() + 1] == " "
            and _begins_none(match[0], gazetteer)
        ):
            continue
        if match[0] in not_places and (phrase := not_places[match[0]].match(stretch, start)):
            done = phrase.end()
            continue
        if stretch[start - 1 : start] in _HYPHENS:
            start = _article(stretch, start, done)
        name = _longest(stretch, start, gazetteer)
        if name is not None and name.key.startswith("the "):
            later = _longest(stretch, start + 4, gazetteer)
            if later is not None and later.length + 4 > name.length:
                continue
        end = start + name.length if name else 0
        if start in shapes and shapes[start] > end:
            end = shapes[start]
            name = Name(end - start, fold_name(stretch[start:end]), (), True)
        if name is None:
            continue
        if _outlet(stretch, end):
            done = end
            continue
        at = first + start
        cue, qualifier = (Cue.DEMONYM, "") if name.key in demonyms() else read_cue(text, at, first + end, first)
        yield Found(at, first + end, name.key, name.postings, cue, qualifier, name.exact)
        done = end


def _article(stretch: str, start: int, done: int) -> int:
    """Where the name at ``start`` begins with its small article: "al-Mawasi"."""
    match = _SMALL_ARTICLE.search(stretch, max(done, start - 5), start)
    return match.start() if match else start


def _outlet(stretch: str, end: int) -> bool:
    """Whether a newspaper's word follows a name: "Kyiv Independent", "Winnipeg Free Press"."""
    match = _PAPER.match(stretch, end) if stretch[end + 1 : end + 2].isupper() else None
    return match is not None and match[1].lower() in word_lists("grammar")["outlets"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the gazetteer knows it: letters of the text, key, postings; not ``exact`` where only spelled alike."""

    length: int
    key: str
    postings: tuple[int, ...]
    exact: bool


def _longest(stretch: str, start: int, gazetteer: Gazetteer) -> Name | None:
    """The longest name that begins at ``start``."""
    own = _OWN_WORDS.match(stretch, start, start + MAX_NAME)
    if own is not None and stretch[own.end() : own.end() + 1] in _ENDS and not _goes_on(own[0], gazetteer):
        return _name_of(own[0], False, gazetteer)
    run = _run().match(stretch, start, start + MAX_NAME)
    if run is None:
        return None
    return _name_of(run[0], _POSTAL.match(stretch, start) is not None, gazetteer)


@lru_cache(maxsize=MAX_RUNS)
def _begins_none(word: str, gazetteer: Gazetteer) -> bool:
    """Whether no name is the word or begins with it, and none that is no place: most words at a sentence's head."""
    known = word in _not_places() or _goes_on(word, gazetteer)
    return not known and _name_of(word, False, gazetteer) is None


@lru_cache(maxsize=MAX_RUNS)
def _goes_on(words: str, gazetteer: Gazetteer) -> bool:
    """Whether some name or demonym has more words after the first of ``words``; most begin none."""
    first = fold_name(_GAPS.split(words, maxsplit=1)[0])
    return first in _first_of_demonyms() or gazetteer.has_prefix(f"{first} ")


@lru_cache(maxsize=MAX_RUNS)
def _name_of(run: str, after_comma: bool, gazetteer: Gazetteer) -> Name | None:
    """The longest name that a run of words begins with, by its spelling or, failing that, by one that is alike."""
    folded = fold_text(run)
    found = None
    for key in reversed(_names(gazetteer, folded.text)):
        stop = len(key)
        if stop < len(folded.text) and folded.text[stop].isalnum() and key[-1].isalnum():
            continue
        end = folded.original(0, stop)[1]
        if not _written_as_name(run[:end]):
            continue
        postings = _postings(key, run[:end], after_comma, gazetteer)
        if key[1:2] == " " and postings and gazetteer.rank(postings[0] & ROW_MASK) < KNOWN:
            continue  # "A Pa. man", "D-N.D."; but A Coruña
        longer_body = key.endswith(" city") and postings and postings[0] & OTHER_NAME and _LONGER_BODY.match(run, end)
        if postings and not longer_body:
            found = Name(end, key, postings, True)
            break
    return _alike(run, found.length if found else 0, gazetteer) or found


def _alike(run: str, end: int, gazetteer: Gazetteer) -> Name | None:
    """The longest name, longer than ``end``, of which another spelling is a place's."""
    match = _OWN_WORDS.match(run)
    for word in reversed(list(_OWN_WORD.finditer(match[0]))) if match else ():
        if word.end() <= end:
            break
        key = fold_name(run[: word.end()])
        postings = _postings_alike(key, gazetteer)
        if postings:
            return Name(word.end(), key, postings, False)
    return None


@lru_cache(maxsize=MAX_RUNS)
def _postings_alike(key: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    return tuple(gazetteer.alike(key)) if " " in key or _strange(key) else ()


def _strange(key: str) -> bool:
    """Whether a word is long enough, and no name of people and no plain word, to be looked for in other spellings."""
    plain = key in word_set("common_words") or key in word_set("vetoes") or key in demonyms()
    return len(key) > MIN_ALIKE and not plain and key not in names_of_people()


@cache
def _run() -> re.Pattern[str]:
    """The words that may be one name: after the first each has a capital, an apostrophe or is small inside names."""
    small = "|".join(re.escape(word) for word in sorted(word_lists("grammar")["small inside names"]))
    more = rf"[^\sa-z]\S*|\S*['’]\S*|(?:{small})(?!\w)\S*"
    return re.compile(rf"\S+(?:(?<!\w{{4}}\.)(?<![,;:)?!”\"])[^\S\n](?:{more}))*")


def _names(gazetteer: Gazetteer, window: str) -> list[str]:
    """The names and demonyms that ``window`` begins with, shortest first."""
    found = gazetteer.prefixes(window)
    match = _ONE_AND_TWO.match(window)
    for words in match.groups() if match else ():
        if words in demonyms() and words not in found:
            found.append(words)
    return sorted(found, key=len)


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym, singular and plural → code of its country or region, or the name of another place."""
    found: dict[str, str] = {}
    for word, code in word_table("demonyms").items():
        found[fold_name(word)] = code
        if not word.endswith(("sh", "ch", "ese", "ss", "men", "s")):
            found[fold_name(word) + "s"] = code
    return found


@cache
def _first_of_demonyms() -> frozenset[str]:
    """The first words of demonyms of two: "South", of "South Korean"."""
    return frozenset(name.partition(" ")[0] for name in demonyms() if " " in name)


def _postings(key: str, said: str, after_comma: bool, gazetteer: Gazetteer) -> tuple[int, ...]:
    if key in demonyms():
        row = gazetteer.named_row(demonyms()[key])
        return (row,) if row is not None else ()
    if len(said) == 2 and after_comma and key in postal_codes():
        row = gazetteer.named_row(postal_codes()[key])
        return (row,) if row is not None else ()
    if len(key) < MIN_WORD and key.isascii() and not said.isupper():
        return ()
    postings = tuple(gazetteer.postings(key))
    short = len(key.replace(".", "")) <= MAX_ABBREVIATION and not said.isupper() and postings[:1]
    if short and postings[0] & OTHER_NAME and gazetteer.kind(postings[0] & ROW_MASK) is PlaceKind.COUNTRY:
        return ()  # "Car" is not the Central African Republic
    return postings


@cache
def postal_codes() -> dict[str, str]:
    """Folded two-letter code of a state or province as addresses write it → GeoNames code."""
    return {fold_name(code): region for code, region in word_table("postal").items()}


@cache
def _not_places() -> dict[str, re.Pattern[str]]:
    """First word → what matches the names that begin with it and are no places, though they hold one."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(word_set("not_places"), key=len, reverse=True):
        by_first.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return {first: re.compile(f"(?:{'|'.join(map(re.escape, found))})(?!\\w)") for first, found in by_first.items()}


def _written_as_name(said: str) -> bool:
    """Whether every word has a capital but the small ones that names have inside."""
    small = word_lists("grammar")["small inside names"]
    words = _GAPS.split(said)
    if words[0].lower() == "the" and said[4:].islower():
        return False  # "The river" is none; The Hague is
    return all(
        not word[:1].islower() or word.strip(".").lower() in small or "'" in word or "’" in word
        for word in words
        if word
    )


def _contained(text: str, found: list[Found], gazetteer: Gazetteer) -> list[Found]:
    """Mark the second of "Mukachevo, Zakarpattia" as the container of the first, where it is one."""
    marked = list(found)
    for i in range(1, len(found)):
        inner, outer = marked[i - 1], marked[i]
        beside = text[inner.end : outer.start] in _BESIDE and not _SPEAKS.match(text, outer.end)
        if beside and Cue.DEMONYM not in (inner.cue, outer.cue) and _lies_in(inner, outer, gazetteer):
            marked[i] = replace(outer, cue=Cue.CONTAINER)
    return marked


def _lies_in(inner: Found, outer: Found, gazetteer: Gazetteer) -> bool:
    """Whether some candidate of ``inner`` lies in one of ``outer``, and the two are not one place in two spellings."""
    inside, around = ([posting & ROW_MASK for posting in name.postings] for name in (inner, outer))
    return inside[:1] != around[:1] and any(set(around) & set(gazetteer.parents(row)) for row in inside)
