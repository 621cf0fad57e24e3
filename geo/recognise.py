"""Find the names of places in a text: gazetteer first, then what stands around a name decides whether it is one.

A capitalised word that the gazetteer knows is only a candidate. It is dropped where it is a person ("Paris Hilton"), an
outlet or a treaty ("Kyiv Independent"), a month, or a plain word ("Reading", "Nice") without a preposition before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geo.cues import read_cue
from geo.gazetteer import OTHER_NAME, ROW_MASK, Gazetteer
from geo.names import fold_name, fold_text
from geo.place import Cue, PlaceKind
from geo.words import word_lists, word_set, word_table

MAX_NAME = 60  # characters of a name
FAMOUS = 6.0  # a name of this rank (a million people, or a country) needs no preposition
KNOWN = 4.6  # a name of this rank (about 40,000 people) is believed unless something speaks against it
SMALL = 3.0  # a name below this rank (a thousand people) needs a preposition or a container
STRONG = frozenset({Cue.AT, Cue.TO, Cue.FROM, Cue.CONTAINER, Cue.DATELINE})

_CAPITAL = re.compile(r"(?<![^\W_])(?<![^\W_]['’])[A-Z\u00c0-\u00de\u0100-\uffff]")
_WORDS = re.compile(r"[^\W\d_]+(?:['’.-]?[^\W\d_]+)*\.?")
_NEXT = re.compile(r"(?: |-)([A-Z][^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_][\w.'’-]*)[ ]$")
_PERSON = re.compile(
    r"([A-Z][a-z]+) (?:[A-Z]\. |[A-Z][a-z]+ |\"[A-Z][a-z]+\" )?((?:Mc|Mac|O['’]|De|Van )?[A-Z][a-z]+)\b"
)
_POSTAL = re.compile(r",? ([A-Z]{2})\b(?!\w)")
_SMALL_INSIDE = frozenset(
    "of the de la le du des da do dos del di el al as es en sur am an der den upon on and y e in under und i ob a lez les a "
    "power plant nuclear air base airbase airfield strip peninsula region oblast sea strait bridge dam corridor facility site "
    "steelworks coke hydroelectric state province river coast valley military complex airport port station island islands".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text with the rows it may mean (``postings`` of the gazetteer), its cue and what loosens it."""

    start: int
    end: int
    key: str
    postings: tuple[int, ...]
    cue: Cue
    qualifier: str


def recognise(text: str, gazetteer: Gazetteer, within: Sequence[tuple[int, int]] | None = None) -> list[Found]:
    """Every name of a place and every demonym in ``text`` (only inside ``within`` where given), in order."""
    stretches = [(0, len(text))] if within is None else sorted(within)
    candidates = [found for start, end in stretches for found in _candidates(text, start, end, gazetteer)]
    people = _people(text, stretches)
    return _believed(text, _contained(text, candidates, gazetteer), people, gazetteer)


def _candidates(text: str, first: int, last: int, gazetteer: Gazetteer) -> Iterator[Found]:
    stretch = text[first:last]
    folded = fold_text(stretch)
    starts = None if folded.starts is None else {start: i for i, start in reversed(list(enumerate(folded.starts)))}
    done = 0
    masked = _masked(stretch)
    for match in _CAPITAL.finditer(stretch):
        start = match.start()
        if start < done:
            continue
        if start in masked:
            done = masked[start]
            continue
        at = start if starts is None else starts.get(start, -1)
        if at < 0:
            continue
        for key in reversed(gazetteer_names(gazetteer, folded.text[at : at + MAX_NAME])):
            stop = at + len(key)
            if stop < len(folded.text) and (folded.text[stop].isalnum() and key[-1].isalnum()):
                continue
            end = folded.original(at, stop)[1]
            if not _written_as_name(stretch[start:end]):
                continue
            postings = _postings(key, stretch[start:end], gazetteer)
            if postings:
                cue, qualifier = (
                    (Cue.DEMONYM, "") if key in demonyms() else read_cue(text, first + start, first + end, first)
                )
                yield Found(first + start, first + end, key, postings, cue, qualifier)
                done = end
                break


def gazetteer_names(gazetteer: Gazetteer, window: str) -> list[str]:
    """The names and demonyms that ``window`` begins with, shortest first."""
    found = gazetteer.prefixes(window)
    word = _WORDS.match(window)
    for length in (1, 2):
        parts = window.split(" ", length)[:length]
        joined = " ".join(parts).rstrip('.,;:!?"”')
        joined = joined.partition("'")[0] if length == 1 else joined
        if word and joined in demonyms() and joined not in found:
            found.append(joined)
    return sorted(found, key=len)


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym, singular and plural → country code."""
    found: dict[str, str] = {}
    for word, code in word_table("demonyms").items():
        found[fold_name(word)] = code
        if not word.endswith(("sh", "ch", "ese", "ss", "men", "s")):
            found[fold_name(word) + "s"] = code
    return found


def _postings(key: str, said: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    if key in demonyms():
        country = gazetteer.country_row(demonyms()[key])
        return (country,) if country is not None else ()
    if len(key) <= 3 and not said.isupper() and key.isascii() and len(key) < 3:
        return ()
    return tuple(gazetteer.postings(key))


@cache
def _not_places() -> re.Pattern[str]:
    phrases = sorted(word_set("not_places"), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in phrases) + r")(?!\w)")


def _masked(stretch: str) -> dict[int, int]:
    """Start → end of the names that are not places though they hold one, word by word."""
    found: dict[int, int] = {}
    for match in _not_places().finditer(stretch):
        found.update(dict.fromkeys(range(match.start(), match.end()), match.end()))
    return found


def _written_as_name(said: str) -> bool:
    """Whether every word has a capital but the small ones that names have inside."""
    words = re.split(r"[ \-‐‑]+", said)
    return all(
        not word[:1].islower() or word.strip(".").lower() in _SMALL_INSIDE or "'" in word or "’" in word
        for word in words
        if word
    )


def _people(text: str, stretches: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The surnames of the people that the text names in full, folded."""
    first_names, not_people = word_set("first_names"), word_set("heads")
    found = set()
    for start, end in stretches:
        for match in _PERSON.finditer(text, start, end):
            if match[1].lower() in first_names and match[2].lower() not in not_people:
                found.add(fold_name(match[2]))
    return frozenset(found)


def _contained(text: str, found: list[Found], gazetteer: Gazetteer) -> list[Found]:
    """Mark the second of "Mukachevo, Zakarpattia" as the container of the first, where it is one."""
    marked: list[Found] = []
    for name in found:
        if (
            marked
            and text[marked[-1].end : name.start] in {", ", " , ", ",", " (", " in "}
            and name.cue is not Cue.DEMONYM
        ):
            inner = marked[-1]
            outer = {posting & ROW_MASK for posting in name.postings}
            if inner.cue is not Cue.DEMONYM and any(
                outer & set(gazetteer.parents(p & ROW_MASK)) for p in inner.postings
            ):
                if text[inner.end : name.start] == " in ":
                    marked.append(name)
                    continue
                name = Found(name.start, name.end, name.key, name.postings, Cue.CONTAINER, name.qualifier)
        marked.append(name)
    return marked


def _believed(text: str, found: list[Found], people: frozenset[str], gazetteer: Gazetteer) -> list[Found]:
    """Those that are places; a name that one sentence proves is believed in the others too."""
    container_of = {found[i - 1].start for i, name in enumerate(found) if name.cue is Cue.CONTAINER and i}
    verdicts = [_verdict(text, name, people, name.start in container_of, gazetteer) for name in found]
    proven = {name.key for name, verdict in zip(found, verdicts, strict=True) if verdict == "yes"}
    return [
        name
        for name, verdict in zip(found, verdicts, strict=True)
        if verdict == "yes" or (verdict == "maybe" and name.key in proven)
    ]


def _verdict(text: str, name: Found, people: frozenset[str], contained: bool, gazetteer: Gazetteer) -> str:
    """ "yes", "no", or "maybe": believed where the same name is proven elsewhere in the text."""
    if name.cue in {Cue.DEMONYM, Cue.CONTAINER}:
        return "yes"
    rank = gazetteer.rank(name.postings[0] & ROW_MASK)
    kind = gazetteer.kind(name.postings[0] & ROW_MASK)
    before, after = _LAST.search(text, max(0, name.start - 30), name.start), _NEXT.match(text, name.end)
    last, following = (before[1].rstrip(".") if before else ""), (after[1] if after else "")
    if kind is PlaceKind.COUNTRY and (name.key not in word_set("first_names") or not _surname_like(following)):
        return "yes"
    if contained:
        return "yes"
    if name.key in word_set("vetoes"):
        return "no"
    if _is_person(name, last, following, rank):
        return "no"
    strong = name.cue in STRONG
    single = " " not in name.key
    if single and name.key in people:
        return "maybe"
    if single and name.key in word_set("common_words") and rank < FAMOUS:
        return "yes" if strong and rank >= SMALL and not _sentence_start(text, name.start) else "no"
    if rank >= FAMOUS or (strong and rank >= SMALL):
        return "yes"
    if single and (name.key in word_set("surnames") or name.key in word_set("first_names")):
        return "maybe"
    if rank >= KNOWN and not name.postings[0] & OTHER_NAME:
        return "yes"
    if strong:
        return "yes"
    return "maybe" if single else "yes"


def _surname_like(following: str) -> bool:
    return bool(following) and following.lower() not in word_set("heads") and following.lower() not in demonyms()


def _is_person(name: Found, last: str, following: str, rank: float) -> bool:
    """Whether the words beside the name make it a person's."""
    first_names, titles, heads = word_set("first_names"), word_set("people"), word_set("heads")
    lists = word_lists("grammar")
    if last[:1].isupper() and last.lower() in titles and rank < FAMOUS + 1:
        return True
    if last[:1].isupper() and last.lower() in first_names and last.lower() not in lists["fillers"]:
        return True
    if len(last) == 1 and last.isupper() and last not in {"A", "I"}:
        return True
    if following and name.key in first_names and _surname_like(following):
        return True
    if not following or following.lower() in heads or following.lower() in demonyms():
        return False
    return rank < KNOWN and " " not in name.key


def _sentence_start(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?:\n"
