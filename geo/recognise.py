"""Find the names of places in a text: the gazetteer's, demonyms, and streets and natural features by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from geo.belief import KNOWN, Found, Judge, people
from geo.cues import read_cue
from geo.features import features
from geo.gazetteer import OTHER_NAME, ROW_MASK, Gazetteer
from geo.names import Folded, fold_name, fold_text
from geo.place import Cue, PlaceKind
from geo.words import word_lists, word_set, word_table

MAX_NAME = 60  # characters of a name
MAX_ABBREVIATION = 4  # letters of a country's short form, which is read in capitals only
MIN_WORD = 3  # letters: shorter names are read in capitals only ("US", "UK")

_CAPITAL = re.compile(r"(?<![^\W_])(?<![^\W_]['’])[A-Z\u00c0-\u00de\u0100-\uffff]")
_POSTAL = re.compile(r"(?<=, )[A-Z]{2}(?![\w.])")
_ONE_AND_TWO = re.compile(r"(?=(\w*))(?=(\w*(?: \w+)?))")
_JOINED = re.compile(r"(?:, and |, or |, | and | or | as well as )(?:the )?")
_OWNS = re.compile(r"['’]s (?:[a-z-]+ ){0,2}")
_SPEAKS = re.compile(r" (?:said|says|has said|told|claimed|claims|added|announced|reported|warned|denied|admitted)\b")
_BESIDE = frozenset({", ", " , ", ",", " ("})
_PASSED_ON = frozenset({Cue.AT, Cue.TO, Cue.FROM, Cue.OBJECT})
_FIRST_WORD = re.compile(r"\w+")
_PAPER = re.compile(r" (?:[A-Z][a-z]+ )?([A-Z][a-z]+)(?!\w)")
_LONGER_BODY = re.compile(r" (?:Council|Public|Police|Schools|School|Hall|Fire|Commission)\b")


def recognise(text: str, gazetteer: Gazetteer, within: Sequence[tuple[int, int]] | None = None) -> list[Found]:
    """Every name of a place and every demonym in ``text`` (only inside ``within`` where given), in order."""
    stretches = [(0, len(text))] if within is None else sorted(within)
    candidates = [found for start, end in stretches for found in _candidates(text, start, end, gazetteer)]
    judge = Judge(text, gazetteer, people(text, stretches))
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


def _candidates(text: str, first: int, last: int, gazetteer: Gazetteer) -> Iterator[Found]:
    stretch = text[first:last]
    folded = fold_text(stretch)
    starts = None if folded.starts is None else {start: i for i, start in reversed(list(enumerate(folded.starts)))}
    done = 0
    shapes = dict(features(stretch, 0, len(stretch)))
    for match in _CAPITAL.finditer(stretch):
        start = match.start()
        if start < done:
            continue
        masked = _masked(stretch, start)
        if masked:
            done = masked
            continue
        at = start if starts is None else starts.get(start, -1)
        if at < 0:
            continue
        end, key, postings = _longest(stretch, folded, start, at, gazetteer)
        if key.startswith("the ") and _longest(stretch, folded, start + 4, at + 4, gazetteer)[0] > end:
            continue
        if _outlet(stretch, end):
            done = end
            continue
        if start in shapes and shapes[start] > end:
            end, key, postings = shapes[start], fold_name(stretch[start : shapes[start]]), ()
        if not end:
            continue
        cue, qualifier = (Cue.DEMONYM, "") if key in demonyms() else read_cue(text, first + start, first + end, first)
        yield Found(first + start, first + end, key, postings, cue, qualifier)
        done = end


def _outlet(stretch: str, end: int) -> bool:
    """Whether a newspaper's word follows a name: "Kyiv Independent", "Winnipeg Free Press"."""
    match = _PAPER.match(stretch, end) if end else None
    return match is not None and match[1].lower() in word_lists("grammar")["outlets"]


def _longest(
    stretch: str, folded: Folded, start: int, at: int, gazetteer: Gazetteer
) -> tuple[int, str, tuple[int, ...]]:
    """End, key and postings of the longest name that begins at ``start``; end 0 where there is none."""
    for key in reversed(_names(gazetteer, folded.text[at : at + MAX_NAME])):
        stop = at + len(key)
        if stop < len(folded.text) and folded.text[stop].isalnum() and key[-1].isalnum():
            continue
        end = folded.original(at, stop)[1]
        said = stretch[start:end]
        if not _written_as_name(said):
            continue
        postings = _postings(key, said, stretch, start, gazetteer)
        if key[1:2] == " " and postings and gazetteer.rank(postings[0] & ROW_MASK) < KNOWN:
            continue  # "A Pa. man", "D-N.D."; but A Coruña
        longer_body = (
            key.endswith(" city") and postings and postings[0] & OTHER_NAME and _LONGER_BODY.match(stretch, end)
        )
        if postings and not longer_body:
            return end, key, postings
    return 0, "", ()


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


def _postings(key: str, said: str, stretch: str, start: int, gazetteer: Gazetteer) -> tuple[int, ...]:
    if key in demonyms():
        row = gazetteer.named_row(demonyms()[key])
        return (row,) if row is not None else ()
    if len(said) == 2 and _POSTAL.match(stretch, start) and key in postal_codes():
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


def _masked(stretch: str, start: int) -> int:
    """Where the name at ``start`` ends that is no place, 0 where there is none."""
    first = _FIRST_WORD.match(stretch, start)
    pattern = _not_places().get(first[0]) if first else None
    match = pattern.match(stretch, start) if pattern else None
    return match.end() if match else 0


def _written_as_name(said: str) -> bool:
    """Whether every word has a capital but the small ones that names have inside."""
    small = word_lists("grammar")["small inside names"]
    words = re.split(r"[ \-‐‑]+", said)
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
