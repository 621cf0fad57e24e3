"""How many were killed or injured, as one sentence gives it, with the words that say so.

A number of drones, buildings or kilometres is no toll: a number counts only when it stands with a word for people being
hurt. What is not stated is ``None``, never 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from timeline.event import Toll
from timeline.reading.words import finder, phrases, table

_COUNTS = {r["words"]: tuple(int(r[c]) if r[c] else None for c in ("low", "best", "high")) for r in table("tolls")}
_BOUND = r"(?P<bound>at\s+least|no\s+fewer\s+than|more\s+than|over|up\s+to|as\s+many\s+as)\s+"
_COUNT = "|".join(
    [r"\d{1,3}(?:,\d{3})+", r"\d{1,6}", *(finder([w]).pattern for w in sorted(_COUNTS, key=len, reverse=True))]
)
_QUANTITY = re.compile(
    rf"(?<![\w$€£.-])(?:{_BOUND})?(?P<count>{_COUNT})(?![\w%-]|[.,]\d)(?P<more>(?:\s+\w+)?\s+or\s+more\b)?",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:aged?\s+\d{1,3}(?:(?:,|\s+and)\s+\d{1,3})*|of\s+\d{1,3}(?=\s*[,.;]|\s+and\b|$))", re.IGNORECASE
)
_ASIDE = re.compile(rf"{_AGE.pattern}|,\s+(?:including|among\s+them)\s+[^,.;]{{1,60}},", re.IGNORECASE)
_WORDS = {
    (harm, stands): finder(r["words"] for r in table("harm") if (r["harm"], r["stands"]) == (harm, stands))
    for harm in ("killed", "injured")
    for stands in ("after", "before")
}
_NOBODY = {
    harm: finder(
        r["words"] for r in table("harm") if r["stands"] == "alone" and r["harm"] in ("none", f"nobody {word}")
    )
    for harm, word in (("killed", "killed"), ("injured", "hurt"))
}
_WAR_TOTAL = finder(phrases("war_totals"))
_THING = finder(phrases("not_people"), plural=True)
_PEOPLE = finder(phrases("people"), plural=True)
_BETWEEN = re.compile(
    r"(?:\s+(?!and\b|but\b|while\b|when\b|after\b|that\b|which\b|by\b)[\w'’-]+){0,7}?\s+", re.IGNORECASE
)
_LIST_GAP = re.compile(r"(?:\s+[\w'’-]+){0,4}?\s*(?:,\s*|,?\s+and\s+)(?:her\s+|his\s+|their\s+)?", re.IGNORECASE)
_NAMED_AND = re.compile(r"[^,.;]{0,60}?[A-Z][\w'’-]+\s+and\s+$")


@dataclass(frozen=True, slots=True)
class Tolls:
    """What one sentence says of the dead and the injured; ``None`` where it says nothing."""

    killed: Toll | None
    injured: Toll | None


def tolls(text: str) -> Tolls:
    """Read the dead and the injured of one sentence. Totals of a war ("since ...") are left out."""
    if _WAR_TOTAL.search(text):
        return Tolls(None, None)
    plain = _ASIDE.sub(lambda m: " " * len(m.group()), text)
    quantities = list(_QUANTITY.finditer(plain))
    after = {harm: _stated_after(plain, quantities, harm) for harm in ("killed", "injured")}
    taken = {q.start() for q in after.values() if q}
    free = [q for q in quantities if q.start() not in taken]
    return Tolls(*(_toll(text, plain, harm, after[harm], free) for harm in ("killed", "injured")))


def _toll(text: str, plain: str, harm: str, after: re.Match[str] | None, free: list[re.Match[str]]) -> Toll | None:
    if none := _NOBODY[harm].search(text):
        return Toll(0, 0, 0, none.group())
    if after:
        word = _WORDS[harm, "after"].search(plain, after.end())
        listed = [*_joined_before(plain, after, free), after]
        return _sum(listed, 0, text[listed[0].start() : word.end() if word else after.end()])
    return _stated_before(text, plain, free, harm)


def _stated_after(text: str, quantities: list[re.Match[str]], harm: str) -> re.Match[str] | None:
    """Find the first quantity that a word of harm follows: "at least 70 people at prayer were killed"."""
    for quantity, following in zip_longest(quantities, quantities[1:]):
        limit = following.start() if following else len(text)
        word = _WORDS[harm, "after"].search(text, quantity.end(), limit)
        if not word or not _BETWEEN.fullmatch(text, quantity.end(), word.start()):
            continue
        if not _THING.search(text, quantity.end(), word.start()):
            return quantity
    return None


def _joined_before(text: str, last: re.Match[str], quantities: list[re.Match[str]]) -> list[re.Match[str]]:
    """Find the people who are counted together with the last: "a boy of 12 and two women were killed"."""
    joined: list[re.Match[str]] = []
    at = last.start()
    for quantity in reversed([q for q in quantities if q.end() <= at]):
        gap = text[quantity.end() : at]
        if not (_LIST_GAP.fullmatch(gap) and _PEOPLE.search(gap)):
            break
        joined.insert(0, quantity)
        at = quantity.start()
    return joined


def _stated_before(text: str, plain: str, quantities: list[re.Match[str]], harm: str) -> Toll | None:
    """Find quantities that a word of harm governs, added up: "killed a mother and two children"."""
    for word in _WORDS[harm, "before"].finditer(plain):
        listed = list(_listed(plain, word.end(), quantities))
        if listed and not _THING.match(plain, _next_word(plain, listed[0].end())):
            named = 1 if _NAMED_AND.fullmatch(plain, word.end(), listed[0].start()) else 0
            return _sum(listed, named, text[word.start() : listed[-1].end()])
    return None


def _listed(text: str, start: int, quantities: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    at = start
    for quantity in quantities:
        if quantity.start() < at:
            continue
        gap = text[at : quantity.start()]
        first = at == start
        if first and not (gap.isspace() or _NAMED_AND.fullmatch(gap)):
            return
        if not first and not _LIST_GAP.fullmatch(gap):
            return
        yield quantity
        at = quantity.end()


def _next_word(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _sum(quantities: list[re.Match[str]], extra: int, said: str) -> Toll:
    counts = [_bounds(q) for q in quantities]
    rest = [best for _, best, _ in counts[1:]]
    if rest and counts[0][1] == sum(best or 0 for best in rest):  # "three people, two women and a child"
        counts = counts[:1]
    lows, bests, highs = zip(*counts, strict=True)
    return Toll(_add(lows, extra), _add(bests, extra), _add(highs, extra), " ".join(said.split()))


def _add(values: tuple[int | None, ...], extra: int) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) + extra if len(known) == len(values) else None


def _bounds(quantity: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    words = " ".join(quantity["count"].lower().split())
    low, best, high = _COUNTS[words] if words in _COUNTS else (int(words.replace(",", "")),) * 3
    bound = " ".join((quantity["bound"] or "").lower().split())
    if bound in ("up to", "as many as"):
        return None, best, high
    if bound or quantity["more"]:
        return low, best, None
    return low, best, high
