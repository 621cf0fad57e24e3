"""Choose the place that each name means, from all that the text says about where it plays.

Names spelled alike are one question, asked once for the whole text unless a container answers it in place ("Paris,
Texas"). Each candidate starts from its importance and the grammar around the name; then the candidates of all names
lend one another support through the divisions and the neighbourhood that contain them, for a few rounds.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from geo.bearers import BEARER, bearers, country_of, largest, malus
from geo.belief import is_acronym
from geo.cues import CONTAINER, DEMONYM, read_cue
from geo.found import Found
from geo.gazetteer import CITY, COUNTRY, DISTRICT, OTHER, OTHER_NAME, REGION, ROW_MASK, SITE, Gazetteer
from geo.kinds import CITY_BONUS, called_town, said_kind
from geo.lookup import demonyms
from geo.names import fold_name
from geo.place import Candidate, PlaceMention
from geo.recognise import recognise
from geo.stated import owner_of_pair
from geo.support import Question, Support
from geo.verdict import Judge, is_near
from geo.words import word_table

MAX_CANDIDATES = 40  # of one name, the most important ones
SHOWN_CANDIDATES = 5  # kept in the mention
# A country is not its small namesake, whatever its neighbours in the text; sites and waters are few and chosen.
PRIORS = {COUNTRY: 3.0, SITE: 1.5, OTHER: 1.5}
TOWN, HAMLET, VILLAGE = 4.6, 3.0, 2.0  # rank of 40,000 people, of 1,000, and of 100 or of nobody knows how many
MINOR, MINOR_MALUS = 1.0, 1.5  # of rank, below a city of the name in the same country; what that costs
CONTAINED_BONUS, PREFERRED_BONUS = 8.0, 3.0
OWN_REGION_MALUS = 5.0  # of a city that is a region by itself, where "Kyiv region" is the one around it
TOLD_REGION_BONUS = 2.5  # of a town or district in the region that its sentence names: "the Donetsk governor said ..."
LOCAL_WEIGHT = 4.0  # of a country whose police or rescuers speak: they speak of their own
ARMS_SHARE = 0.5  # of the weight of a country whose weapons alone are named: they mostly fall on another

_SENTENCE_ENDS = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"‘(])|\n")
_LISTED = re.compile(r", |,? and |,? or ")
_LOCAL = re.compile(r" (?:police|firefighters|rescuers|civil defen[cs]e|paramedics|ambulance)\b")
_ARMS = re.compile(
    r"(?: [a-z][a-z-]*){0,2} (?:drone|UAV|missile|rocket|shell|bomb|mortar|artillery|(?:air ?|air-)?(?:strike|raid)"
    r"|attack|(?:war)?plane|fighter jet|jet|helicopter|gunboat|bombing|shelling|bombardment|fire)s?\b"
)
_BETWEEN = re.compile(
    r",? \(|, ?|/| - |,? in (?:the )?(?:[a-z-]+ern |central |upper |lower )?|, (?:the|an?) (?:[a-z-]+ ){0,2}"
    r"(?:capital|city|town|village|settlement|port|district|suburb|quarter) (?:of|in) (?:the )?"
)


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
    found = recognise(text, gazetteer, within)
    if spans is None:
        return tuple(Resolver(text, found, gazetteer, home).mentions())
    given = _given(text, spans, gazetteer)
    covered = sorted(spans)
    context = [name for name in found if not any(start < name.end and name.start < end for start, end in covered)]
    together = sorted([*given, *context], key=lambda name: (name.start, name.end))
    mentions = dict(zip(map(id, together), Resolver(text, together, gazetteer, home).mentions(), strict=True))
    return tuple(mentions[id(name)] for name in given)


def _given(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Found]:
    found = []
    for start, end in spans:
        key = fold_name(text[start:end])
        country = gazetteer.named_row(demonyms()[key]) if key in demonyms() else None
        postings = (country,) if country is not None else tuple(_spelled(key, gazetteer))
        if is_acronym(text[start:end], postings, gazetteer):
            postings = ()
        cue, qualifier = (DEMONYM, "") if country is not None else read_cue(text, start, end)
        found.append(Found(start, end, key, postings, cue, qualifier))
    return found


def _spelled(key: str, gazetteer: Gazetteer) -> list[int]:
    """The rows of a name, or of the name without a leading article or a trailing possessive."""
    for spelling in (key, key.removeprefix("the "), key.removesuffix("'s"), key.removesuffix("."), key + "."):
        if postings := gazetteer.postings(spelling):
            return postings
    return []


class Resolver:
    """One text's names, resolved together."""

    def __init__(self, text: str, found: Sequence[Found], gazetteer: Gazetteer, home: str | None) -> None:
        """``home`` is the outlet's place or country by name."""
        self.text, self.found, self.gazetteer = text, found, gazetteer
        self.containers = self._containers()
        self.owners = self._owners()
        self.towns = self._towns()
        self.said_kinds = [said_kind(text, name) for name in found]
        self.told_regions = self._told_regions()
        self.preferred = {fold_name(name): int(i) for name, i in word_table("preferred").items()}
        self.support = Support(gazetteer, gazetteer.rows(fold_name(home))[:1] if home else ())
        self.judge = Judge(text, found, gazetteer, {**self._lands(), **self.containers}, self.support)

    def mentions(self) -> list[PlaceMention]:
        """Every name as a mention."""
        questions, asked = self._questions()
        self.support.settle(questions)
        return [self._mention(i, name, questions[asked[i]]) for i, name in enumerate(self.found)]

    def _containers(self) -> dict[int, frozenset[int]]:
        """Index of a name → the rows that the name right after it, its container, may mean."""
        found: dict[int, frozenset[int]] = {}
        for i, (name, outer) in enumerate(zip(self.found, self.found[1:], strict=False)):
            if _BETWEEN.fullmatch(self.text, name.end, outer.start) and outer.cue is not DEMONYM:
                rows = {posting & ROW_MASK for posting in outer.postings}
                if name.postings and outer.postings and (name.postings[0] ^ outer.postings[0]) & ROW_MASK == 0:
                    continue  # "Київ (Kyiv)": one place in two spellings
                inside = {row for posting in name.postings for row in self.gazetteer.parents(posting & ROW_MASK)}
                if rows & inside:
                    found[i] = frozenset(rows & inside)
        return found

    def _owners(self) -> dict[int, frozenset[int]]:
        """Index of a name → the rows that the name right before it, the land that has it, may mean."""
        pairs = enumerate(zip(self.found, self.found[1:], strict=False), 1)
        return {
            i: frozenset(posting & ROW_MASK for posting in land.postings[:1])
            for i, (land, name) in pairs
            if i not in self.containers and land.postings and owner_of_pair(self.text, land, name)
        }

    def _lands(self) -> dict[int, frozenset[int]]:
        """The owners in which the name may lie, as far as the gazetteer knows."""
        inside = {
            i: {row for posting in self.found[i].postings for row in self.gazetteer.parents(posting & ROW_MASK)}
            for i in self.owners
        }
        return {i: rows & inside[i] for i, rows in self.owners.items() if rows & inside[i]}

    def _towns(self) -> dict[int, frozenset[int]]:
        """Index of a name → the regions whose towns it is listed with, so that it is one of them: "Gaza and Rafah"."""
        found: dict[int, frozenset[int]] = {}
        for i, (first, second) in enumerate(zip(self.found, self.found[1:], strict=False)):
            if CONTAINER in (first.cue, second.cue) or i in self.containers:
                continue
            if _LISTED.fullmatch(self.text, first.end, second.start):
                for j, name, town in ((i, first, second), (i + 1, second, first)):
                    found[j] = found.get(j, frozenset()) | self._regions_around(name, town)
        return {i: regions for i, regions in found.items() if regions}

    def _told_regions(self) -> dict[int, frozenset[int]]:
        """Index of a name → the regions of other names that its sentence names as such: "the Donetsk governor"."""
        if not any(REGION in kinds for kinds in self.said_kinds):
            return {}
        ends = [match.end() for match in _SENTENCE_ENDS.finditer(self.text)]
        sentence = [bisect(ends, name.start) for name in self.found]
        told: dict[int, frozenset[int]] = defaultdict(frozenset)
        for i, name in enumerate(self.found):
            if REGION in self.said_kinds[i]:
                rows = (posting & ROW_MASK for posting in name.postings)
                told[sentence[i]] |= frozenset(row for row in rows if self.gazetteer.kind(row) is REGION)
        return {
            i: told[number] - {posting & ROW_MASK for posting in self.found[i].postings}
            for i, number in enumerate(sentence)
            if number in told
        }

    def _regions_around(self, name: Found, town: Found) -> frozenset[int]:
        """The regions that ``name`` may mean and ``town``, if it is a town, lies in."""
        row = town.postings[0] & ROW_MASK if town.postings else -1
        if row < 0 or self.gazetteer.kind(row) is not CITY:
            return frozenset()
        regions = {posting & ROW_MASK for posting in name.postings} & set(self.gazetteer.parents(row))
        return frozenset(region for region in regions if self.gazetteer.kind(region) is REGION)

    def _questions(self) -> tuple[list[Question], list[int]]:
        """The questions, and for each name of the text the number of its question."""
        hints = self._hints()
        by_key: dict[tuple[str, bool, bool], list[int]] = defaultdict(list)
        for i, name in enumerate(self.found):  # "Kursk region" is no evidence that a bare "Kursk" is the region
            division = not self.said_kinds[i].keys().isdisjoint((REGION, DISTRICT))
            by_key[name.key, division, i in self.towns].append(i)
        questions: list[Question] = []
        asked = [0] * len(self.found)
        for indices in by_key.values():
            default = next((hints[i] for i in indices if i in hints), frozenset[int]())
            for hint in dict.fromkeys(hints.get(i, default) for i in indices):
                same = [i for i in indices if hints.get(i, default) == hint]
                for i in same:
                    asked[i] = len(questions)
                questions.append(self._question(same, hint))
        return questions, asked

    def _hints(self) -> dict[int, frozenset[int]]:
        """Index of a name → the rows that it lies in, or is, as the name beside it says: both of "Paris, Texas"."""
        outer = {
            i + 1: frozenset(~row for row in rows)
            for i, rows in self.containers.items()
            if not self._stands_in_city(self.found[i], self.found[i + 1])
        }
        return {**outer, **self.owners, **self.containers}  # a row it lies in as it is, a row that it is inverted

    def _stands_in_city(self, site: Found, outer: Found) -> bool:
        """Whether a facility is told by the city that it stands in, not the region: "Evin prison in Tehran"."""
        row = site.postings[0] & ROW_MASK
        return self.gazetteer.kind(row) is SITE and is_near(outer, self.gazetteer.place(row), self.gazetteer)

    def _question(self, indices: list[int], hint: frozenset[int]) -> Question:
        first = self.found[indices[0]]
        grammar = [self.said_kinds[i] for i in indices]
        base, rows = [], []
        told = frozenset().union(*(self.told_regions.get(i, ()) for i in indices))
        town = any(called_town(self.text, self.found[i]) for i in indices)
        own, cities = bearers(first, self.gazetteer), largest(first, self.gazetteer, TOWN)
        within = self._city_regions(first) if any(REGION in bonus for bonus in grammar) else frozenset[int]()
        for posting in first.postings[:MAX_CANDIDATES]:
            row = posting & ROW_MASK
            kind = self.gazetteer.kind(row)
            cost = malus(first.key, row, own, self.gazetteer) if posting & OTHER_NAME else 0.0
            score = self.gazetteer.rank(row) - cost
            score += PRIORS.get(kind, 0.0)
            score += max((bonus.get(kind, 0.0) for bonus in grammar), default=0.0)
            score += CITY_BONUS if kind is CITY and self._among_towns(indices[0], row) else 0.0
            score -= OWN_REGION_MALUS if row in within else 0.0
            if told and kind in (CITY, DISTRICT) and not told.isdisjoint(self.gazetteer.parents(row)):
                score += TOLD_REGION_BONUS
            if hint & {~row, *self.gazetteer.parents(row)}:
                score += CONTAINED_BONUS
            elif indices[0] in self.owners and self._is_abroad(row, hint):
                score -= CONTAINED_BONUS
            elif kind is CITY and self._is_outshone(row, cities.get(country_of(row, self.gazetteer), 0.0)):
                score -= MINOR_MALUS
            if town and kind is CITY and self.gazetteer.rank(row) <= VILLAGE:
                score -= MINOR_MALUS
            if first.key in self.preferred and self.gazetteer.place(row).geonameid == self.preferred[first.key]:
                score += PREFERRED_BONUS + cost
            rows.append(row)
            base.append(score)
        ties = [self.support.tie(row) for row in rows]
        local = any(_LOCAL.match(self.text, self.found[i].end) for i in indices) if first.cue is DEMONYM else False
        weight = (LOCAL_WEIGHT if local else 1.0) + 0.5 * math.log2(len(indices))
        armed = first.cue is DEMONYM and all(_ARMS.match(self.text, self.found[i].end) for i in indices)
        return Question(rows, ties, base, list(base), weight * ARMS_SHARE if armed else weight)

    def _city_regions(self, name: Found) -> frozenset[int]:
        """The regions of a name inside which lies no more than the city, beside a wider one of the same country."""
        rows = (posting & ROW_MASK for posting in name.postings[:MAX_CANDIDATES])
        regions = {row: self.gazetteer.place(row) for row in rows if self.gazetteer.kind(row) is REGION}
        return frozenset(
            row
            for row, place in regions.items()
            if any(wide.country == place.country and wide.radius_km > place.radius_km for wide in regions.values())
        )

    def _is_outshone(self, row: int, larger: float) -> bool:
        """Whether a place is well below a city of the name in its country, or a hamlet beside a town of it."""
        rank = self.gazetteer.rank(row)
        return rank < larger - MINOR and (larger >= BEARER or rank < HAMLET)

    def _is_abroad(self, row: int, lands: frozenset[int]) -> bool:
        """Whether a row lies in another country than these."""
        countries = {next(iter(self.gazetteer.parents(land)[-1:]), land) for land in lands}
        return country_of(row, self.gazetteer) not in {*countries, -1}

    def _among_towns(self, i: int, row: int) -> bool:
        """Whether a row lies in the region with whose towns the name is listed."""
        return i in self.towns and not self.towns[i].isdisjoint(self.gazetteer.parents(row))

    def _mention(self, i: int, name: Found, question: Question) -> PlaceMention:
        order = sorted(range(len(question.rows)), key=lambda j: (-question.scores[j], question.rows[j]))
        candidates = tuple(
            Candidate(self.gazetteer.place(question.rows[j]), round(question.scores[j], 3))
            for j in order[:SHOWN_CANDIDATES]
        )
        place, why = self.judge.verdict(i, question, candidates)
        said = self.text[name.start : name.end]
        return PlaceMention(name.start, name.end, said, place, candidates, name.cue, name.qualifier, why)
