"""Choose the place that each name means, from all that the text says about where it plays."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from geo.cues import read_cue
from geo.gazetteer import OTHER_NAME, ROW_MASK, Gazetteer
from geo.names import fold_name
from geo.place import Candidate, Cue, PlaceKind, PlaceMention
from geo.recognise import Found, demonyms, recognise

MAX_CANDIDATES = 40  # of one name, the most important ones
SHOWN_CANDIDATES = 5  # kept in the mention

_DESIGNATOR = re.compile(
    r"[ -](?:oblast|region|province|governorate|prefecture|krai|state|county|district|raion|republic)\b", re.IGNORECASE
)
_CITY_BEFORE = re.compile(r"\b(?:city|town|village|port|suburb|settlement|capital) of (?:the )?$", re.IGNORECASE)
_DISTRICT_WORDS = ("county", "district", "raion")


def read_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    within: Sequence[tuple[int, int]] | None = None,
    spans: Sequence[tuple[int, int]] | None = None,
    home: str | None = None,
) -> tuple[PlaceMention, ...]:
    """The places that ``text`` names, in order and apart, each with its cue, candidates, and why it was chosen.

    ``within``: only these stretches are read. ``spans``: these names are resolved, one mention each in order, ``place``
    ``None`` where unknown. ``home``: the name of the place or country that the outlet writes from. Demonyms come as
    mentions with ``Cue.DEMONYM`` and their country.
    """
    found = _given(text, spans, gazetteer) if spans is not None else recognise(text, gazetteer, within)
    return tuple(Resolver(text, found, gazetteer, home).mentions())


def _given(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Found]:
    found = []
    for start, end in spans:
        key = fold_name(text[start:end])
        country = gazetteer.country_row(demonyms()[key]) if key in demonyms() else None
        postings = (country,) if country is not None else tuple(_spelled(key, gazetteer))
        cue, qualifier = (Cue.DEMONYM, "") if country is not None else read_cue(text, start, end)
        found.append(Found(start, end, key, postings, cue, qualifier))
    return found


def _spelled(key: str, gazetteer: Gazetteer) -> list[int]:
    """The rows of a name, or of the name without a leading article or a trailing possessive."""
    for spelling in (
        key,
        key.removeprefix("the "),
        key.removesuffix("'s"),
        key.removesuffix("."),
        key.replace("'", ""),
    ):
        if postings := gazetteer.postings(spelling):
            return postings
    return []


@dataclass(frozen=True, slots=True)
class _Choice:
    row: int | None
    scored: list[tuple[float, int]]
    why: str


class Resolver:
    """One text's names, resolved together: first by importance and containment, then by what the sure ones say."""

    def __init__(self, text: str, found: Sequence[Found], gazetteer: Gazetteer, home: str | None) -> None:
        """``home`` is the outlet's place or country by name."""
        self.text, self.found, self.gazetteer = text, found, gazetteer
        self.home = gazetteer.rows(fold_name(home))[:1] if home else []
        self.containers = self._containers()

    def mentions(self) -> list[PlaceMention]:
        """Every name as a mention."""
        context = self._context({})
        choices = {}
        for _ in range(2):
            choices = self._choose(context)
            context = self._context(choices)
        return [self._mention(name, choices[i]) for i, name in enumerate(self.found)]

    def _containers(self) -> dict[int, set[int]]:
        """Index of a name → the rows that the name right after it, its container, may mean."""
        found: dict[int, set[int]] = {}
        for i, (name, outer) in enumerate(zip(self.found, self.found[1:], strict=False)):
            between = self.text[name.end : outer.start]
            if between in {", ", ",", " (", " in "} and outer.cue is not Cue.DEMONYM:
                rows = {posting & ROW_MASK for posting in outer.postings}
                inside = {r for posting in name.postings for r in self.gazetteer.parents(posting & ROW_MASK)}
                if rows & inside:
                    found[i] = rows & inside
        return found

    def _context(self, choices: dict[int, _Choice]) -> Counter[int]:
        """Divisions that the text speaks of → how often, from its sure names."""
        weights: Counter[int] = Counter()
        for row in self.home:
            for division in (row, *self.gazetteer.parents(row)):
                weights[division] += 2
        for i, name in enumerate(self.found):
            row = choices[i].row if i in choices else self._sure(i, name)
            if row is not None:
                for division in (row, *self.gazetteer.parents(row)):
                    weights[division] += 1
        return weights

    def _sure(self, i: int, name: Found) -> int | None:
        """The row of a name that can hardly mean another."""
        rows = [posting & ROW_MASK for posting in name.postings]
        if not rows:
            return None
        if i in self.containers:
            inside = [row for row in rows if self.containers[i] & set(self.gazetteer.parents(row))]
            return inside[0] if inside else None
        if len(rows) == 1 or self.gazetteer.rank(rows[0]) - self.gazetteer.rank(rows[1]) >= 2.0:
            return rows[0]
        return None

    def _choose(self, context: Counter[int]) -> dict[int, _Choice]:
        by_key: dict[str, list[tuple[float, int]]] = {}
        choices = {}
        for i, name in enumerate(self.found):
            scored = self._scored(i, name, context)
            choices[i] = self._best(name, scored)
            if i in self.containers and scored:
                by_key.setdefault(name.key, scored)
        for i, name in enumerate(self.found):
            if i not in self.containers and name.key in by_key:
                row = by_key[name.key][0][1]
                if any(row == candidate for _, candidate in choices[i].scored):
                    choices[i] = _Choice(row, choices[i].scored, "the text says elsewhere which one it means")
        return choices

    def _scored(self, i: int, name: Found, context: Counter[int]) -> list[tuple[float, int]]:
        scored = []
        for posting in name.postings[:MAX_CANDIDATES]:
            row = posting & ROW_MASK
            score = self.gazetteer.rank(row) - (0.3 if posting & OTHER_NAME else 0.0)
            score += self._context_bonus(row, context) + self._grammar_bonus(name, row)
            if i in self.containers and self.containers[i] & set(self.gazetteer.parents(row)):
                score += 8.0
            scored.append((score, row))
        return sorted(scored, key=lambda pair: (-pair[0], pair[1]))

    def _context_bonus(self, row: int, context: Counter[int]) -> float:
        bonus = 0.0
        for division in self.gazetteer.parents(row):
            others = context[division] - (1 if context[row] else 0)
            if others <= 0:
                continue
            weight = {PlaceKind.COUNTRY: 0.5, PlaceKind.REGION: 0.9, PlaceKind.DISTRICT: 0.9}[
                self.gazetteer.kind(division)
            ]
            bonus += weight * math.log2(1 + others)
        return bonus

    def _grammar_bonus(self, name: Found, row: int) -> float:
        kind = self.gazetteer.kind(row)
        designator = _DESIGNATOR.match(self.text, name.end)
        if designator:
            wanted = PlaceKind.DISTRICT if designator[0][1:].lower() in _DISTRICT_WORDS else PlaceKind.REGION
            return 4.0 if kind is wanted else 0.0
        if kind is PlaceKind.CITY and _CITY_BEFORE.search(self.text, max(0, name.start - 30), name.start):
            return 3.0
        return 0.0

    def _best(self, name: Found, scored: list[tuple[float, int]]) -> _Choice:
        if not scored:
            return _Choice(None, scored, "no gazetteer entry bears this name")
        if name.cue is Cue.DEMONYM:
            return _Choice(scored[0][1], scored, "the people or adjective of this country")
        return _Choice(scored[0][1], scored, "the most important place of this name that fits the text")

    def _mention(self, name: Found, choice: _Choice) -> PlaceMention:
        candidates = tuple(
            Candidate(self.gazetteer.place(row), round(score, 3)) for score, row in choice.scored[:SHOWN_CANDIDATES]
        )
        place = self.gazetteer.place(choice.row) if choice.row is not None else None
        said = self.text[name.start : name.end]
        return PlaceMention(name.start, name.end, said, place, candidates, name.cue, name.qualifier, choice.why)
