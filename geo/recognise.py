"""Find the names of places in a text: the gazetteer's, demonyms, and streets and natural features by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from geo.belief import Judge, after_in_capitals
from geo.cues import AT, CONTAINER, DEMONYM, FROM, NONE, OBJECT, OWNER, SUBJECT, TO, read_cue, word_before
from geo.features import features
from geo.found import Found
from geo.gazetteer import CITY, DISTRICT, OTHER, ROW_MASK, Gazetteer
from geo.kinds import TOWNSHIPS
from geo.lookup import Name, demonyms, longest
from geo.names import fold_name
from geo.people import is_surname, people
from geo.stated import OWNED
from geo.words import word_lists, word_set

_CAPITAL = re.compile(  # a word with a capital that stands on its own; the class comes first for speed
    r"[A-Z\u00c0-\u00de\u0100-\uffff](?<=\w)(?<![^\W_].)(?<![^\W_]['’].)\w*", re.DOTALL
)
_HYPHENS = frozenset("-‐‑")
_SMALL_ARTICLE = re.compile(r"(?<![^\W_])(?:al|el|ad|an|ar|as|ash|at|az|ed|es|esh|et|ez)[-‐‑]$")
_JOINED = re.compile(r"(?:, and |, or |, | and | or | as well as )(?:the )?")
_SPEAKS = re.compile(r" (?:said|says|has said|told|claimed|claims|added|announced|reported|warned|denied|admitted)\b")
_BESIDE = frozenset({", ", " , ", ",", " ("})
_PASSED_ON, _TAKEN_ON = frozenset({AT, TO, FROM, OBJECT}), frozenset({NONE, SUBJECT})
_CAPITAL_FOLLOWS = re.compile(r"[ -][A-Z]")
_GAPS = frozenset(" -")
MAX_FIRST_PART = 12  # letters
MAX_VILLAGE = 40  # letters of "village of" and the first word of its name
_VILLAGE_OF = re.compile(r"\b(?:village|town|settlement|hamlet)s? of [A-Z][a-z'’-]+ $")  # another name begins there
_CAPITALS_GO_ON = re.compile(r" ([A-Z]{2,})\b")
_RUNS_ON = re.compile(  # at its end stands no verb, as after a person's
    r" ([A-Z][a-z]{1,11})(?=[,.;]|$| (?:on|in|at|near|north|south|east|west|late|early|last|yesterday|overnight)\b)"
)
_STANDS_IN = re.compile(r"(?:\b(?:in|near|at|outside|around)|\b(?:town|village|city|district|suburb|port) of) $")
MAX_STANDS_IN = 14  # letters of "the district of "
_PAPER = re.compile(r" (?:[A-Z][a-z]+ )?([A-Z][a-z]+)(?!\w)")


def recognise(text: str, gazetteer: Gazetteer, within: Sequence[tuple[int, int]] | None = None) -> list[Found]:
    """Every name of a place and every demonym in ``text`` (only inside ``within`` where given), in order."""
    stretches = [(0, len(text))] if within is None else sorted(within)
    candidates: list[Found] = []
    persons: set[str] = set()
    for start, end in stretches:
        stretch = text[start:end]
        words = {match.start(): match[0] for match in _CAPITAL.finditer(stretch)}
        candidates += _candidates(text, start, stretch, words, gazetteer)
        persons |= people(stretch, words)
    judge = Judge(text, gazetteer, persons)
    return _in_lists(text, _owned(text, judge.believed(_contained(text, candidates, gazetteer))))


def _in_lists(text: str, found: list[Found]) -> list[Found]:
    """Names in a list share their cue: "strikes on Kharkiv, Sumy and Odesa", "Kyiv and Moscow agreed"."""
    shared = list(found)
    for i in range(1, len(shared)):
        passed_on = shared[i - 1].cue in _PASSED_ON and shared[i].cue in _TAKEN_ON
        if not passed_on or not _listed(text, shared[i - 1], shared[i]):
            continue
        joined = text[shared[i - 1].end : shared[i].start] == " and "  # "in Kyiv, Moscow said" is no list
        if shared[i].cue is NONE or (joined and shared[i].cue is SUBJECT):
            shared[i] = shared[i]._replace(cue=shared[i - 1].cue)
    for i in range(len(shared) - 2, -1, -1):
        if shared[i].cue is NONE and shared[i + 1].cue is SUBJECT and _listed(text, shared[i], shared[i + 1]):
            shared[i] = shared[i]._replace(cue=SUBJECT)
    return shared


def _owned(text: str, found: list[Found]) -> list[Found]:
    """What governs an owner governs what it owns: "struck a plant in Ukraine's Kharkiv"."""
    told = list(found)
    for i in range(1, len(told)):
        owner, owned = told[i - 1], told[i]
        if owner.cue is not OWNER or owned.cue not in (NONE, SUBJECT):
            continue
        if OWNED.fullmatch(text, owner.end, owned.start):
            cue, qualifier = read_cue(text, owner.start, owned.end)
            told[i] = owned._replace(cue=cue, qualifier=owned.qualifier or qualifier)
    return told


def _listed(text: str, first: Found, second: Found) -> bool:
    return _JOINED.fullmatch(text, first.end, second.start) is not None


def _candidates(text: str, first: int, stretch: str, words: Mapping[int, str], gazetteer: Gazetteer) -> Iterator[Found]:
    """The names in ``stretch``, which begins at ``first``; ``words``: those with a capital, by where they begin."""
    done, before, town = 0, "", False
    shapes, not_places, first_parts = dict(features(stretch, words)), _not_places(), _first_parts()
    adjectives, compass = demonyms(), word_lists("grammar")["compass"]
    for start, word in words.items():
        part, before = word in first_parts or before in first_parts, word
        if start < done:
            continue
        if word in not_places and (phrase := not_places[word].match(stretch, start)):
            done = phrase.end()
            continue
        if stretch[start - 1] in _HYPHENS:
            start, word = _with_article(stretch, start, word, done)
            if town and start == done + 1 and stretch[start].islower():
                continue  # "Baghdad al-Jadida" is neither of the two
        name = longest(stretch, start, word, gazetteer)
        if start in shapes and (name is None or _is_longer(stretch, start, name, shapes[start], gazetteer)):
            name = Name(shapes[start] - start, fold_name(stretch[start : shapes[start]]), (), True)
        if name is None or (name.key.startswith("the ") and _later_is_longer(stretch, start, name, gazetteer)):
            continue
        if (part and _part_of_longer(stretch, start, done, name, gazetteer)) or _ends_a_village(stretch, start, done):
            continue
        name = _written_apart(stretch, start, name, gazetteer)
        done = start + name.length
        if stretch[done + 1 : done + 2].isupper() and (_outlet(stretch, done) or _heads_a_label(stretch, start, done)):
            continue
        town = bool(name.postings) and gazetteer.kind(name.postings[0] & ROW_MASK) is CITY
        at, end = first + start, first + done
        nearest = word_before(text, at, first)
        cue, qualifier = (DEMONYM, "") if name.key in adjectives else read_cue(text, at, end, first, nearest)
        key, postings = _part_of_sea(name, qualifier, gazetteer) if qualifier in compass else (name.key, name.postings)
        yield Found(at, end, key, postings, cue, qualifier, name.exact, nearest)


def _is_longer(stretch: str, start: int, name: Name, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a shape goes on beyond a name, and not by the word for what a town of the name governs."""
    beyond = end > start + name.length
    if not beyond or stretch[start + name.length : end] != " Township":
        return beyond
    governed = (gazetteer.place(posting & ROW_MASK).country in TOWNSHIPS for posting in name.postings)
    return not any(governed)


def _part_of_sea(name: Name, qualifier: str, gazetteer: Gazetteer) -> tuple[str, tuple[int, ...]]:
    """The name and rows of the part of a sea that has a point of its own: "the southern Red Sea"; else the name's."""
    key = f"{qualifier} {name.key}"
    postings = tuple(gazetteer.postings(key))
    known = postings and gazetteer.kind(postings[0] & ROW_MASK) is OTHER
    return (key, postings) if known else (name.key, name.postings)


@cache
def _first_parts() -> frozenset[str]:
    """Words that begin names of towns, as ``_CAPITAL`` finds them: "St" of "St."."""
    return frozenset(word.rstrip(".") for word in word_set("first_parts"))


def _part_of_longer(stretch: str, start: int, done: int, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name is the head or the tail of a town's that the gazetteer lacks: "Ain Qana", "Ras Baalbek"."""
    end = start + name.length
    if stretch[start:end] in word_set("first_parts") and _CAPITAL_FOLLOWS.match(stretch, end):
        return True
    if stretch[start - 1 : start] not in _GAPS or not name.postings:
        return False
    before = stretch[max(done, start - MAX_FIRST_PART) : start - 1].rpartition(" ")[2]
    if before not in word_set("first_parts") or name.key in demonyms():
        return False
    return gazetteer.kind(name.postings[0] & ROW_MASK) in (CITY, DISTRICT)


def _written_apart(stretch: str, start: int, name: Name, gazetteer: Gazetteer) -> Name:
    """The name with its second word where that is no word, person or place: "in Balad Ruz", which is Baladruz.

    A longer name that the gazetteer lacks has no postings: it is not the town of its first word.
    """
    end = start + name.length
    rest = _RUNS_ON.match(stretch, end) if stretch[end + 1 : end + 2].isupper() and name.exact else None
    if rest is None or not name.postings or gazetteer.kind(name.postings[0] & ROW_MASK) is not CITY:
        return name
    word = rest[1].lower()
    stands = _STANDS_IN.search(stretch, max(0, start - MAX_STANDS_IN), start)
    if stands is None or word in _words_that_follow() or is_surname(word) or gazetteer.postings(word):
        return name
    key = name.key + word
    return Name(name.length + 1 + len(word), key, tuple(gazetteer.postings(key)), True)


@cache
def _words_that_follow() -> frozenset[str]:
    """Words with a capital that stand after a town's name and are no part of it: heads, titles, days, plain words."""
    lists = ("heads", "people", "common_words", "first_names", "given_names", "institutions", "things")
    return frozenset().union(*map(word_set, lists), word_lists("grammar")["fillers"], after_in_capitals(), demonyms())


def _ends_a_village(stretch: str, start: int, done: int) -> bool:
    """Whether a name is the last word of a village's that the gazetteer lacks: "the village of Stara Lipa"."""
    if stretch[start - 1 : start] != " " or " of " not in stretch[max(done, start - MAX_VILLAGE) : start]:
        return False
    return _VILLAGE_OF.search(stretch, max(done, start - MAX_VILLAGE), start) is not None


def _heads_a_label(stretch: str, start: int, end: int) -> bool:
    """Whether a name in capitals heads one that the text spells out: "BALAD RUZ - A bomb went off in Balad Ruz"."""
    rest = _CAPITALS_GO_ON.match(stretch, end) if stretch[start:end].isupper() else None
    if rest is None or rest[1].lower() in word_set("heads"):
        return False
    return f"{stretch[start:end].title()} {rest[1].title()}" in stretch


def _later_is_longer(stretch: str, start: int, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether without its article a name begins a longer one."""
    word = _CAPITAL.match(stretch, start + 4)
    later = longest(stretch, start + 4, word[0], gazetteer) if word else None
    return later is not None and later.length + 4 > name.length


def _with_article(stretch: str, start: int, word: str, done: int) -> tuple[int, str]:
    """Where the name whose ``word`` is at ``start`` begins, and the word with its small article: "al-Mawasi"."""
    match = _SMALL_ARTICLE.search(stretch, max(done, start - 5), start)
    return (match.start(), match[0] + word) if match else (start, word)


def _outlet(stretch: str, end: int) -> bool:
    """Whether a newspaper's word follows a name: "Kyiv Independent", "Winnipeg Free Press"."""
    match = _PAPER.match(stretch, end)
    return match is not None and match[1].lower() in word_lists("grammar")["outlets"]


@cache
def _not_places() -> dict[str, re.Pattern[str]]:
    """First word → what matches the names that begin with it and are no places, though they hold one."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(word_set("not_places"), key=len, reverse=True):
        by_first.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return {first: re.compile(f"(?:{'|'.join(map(re.escape, found))})(?!\\w)") for first, found in by_first.items()}


def _contained(text: str, found: list[Found], gazetteer: Gazetteer) -> list[Found]:
    """Mark the second of "Mukachevo, Zakarpattia" as the container of the first, where it is one."""
    marked = list(found)
    for i in range(1, len(found)):
        inner, outer = marked[i - 1], marked[i]
        beside = text[inner.end : outer.start] in _BESIDE and not _SPEAKS.match(text, outer.end)
        if beside and DEMONYM not in (inner.cue, outer.cue) and _lies_in(inner, outer, gazetteer):
            marked[i] = outer._replace(cue=CONTAINER)
    return marked


def _lies_in(inner: Found, outer: Found, gazetteer: Gazetteer) -> bool:
    """Whether some candidate of ``inner`` lies in one of ``outer``, and the two are not one place in two spellings."""
    inside, around = ([posting & ROW_MASK for posting in name.postings] for name in (inner, outer))
    return inside[:1] != around[:1] and any(set(around) & set(gazetteer.parents(row)) for row in inside)
