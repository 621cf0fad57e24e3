"""Choose the place that each name means, from all that the text says about where it plays.

Names spelled alike are one question, asked once for the whole text unless a container answers it in place ("Paris,
Texas"). Each candidate starts from its importance and the grammar around the name; then the candidates of all names
lend one another support through the divisions and the neighbourhood that contain them, for a few rounds.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from geo.belief import Found, is_acronym
from geo.cues import CONTAINER, DEMONYM, OWNER, SUBJECT, read_cue
from geo.gazetteer import CITY, COUNTRY, DISTRICT, OTHER, OTHER_NAME, REGION, ROW_MASK, SITE, Gazetteer
from geo.kinds import CITY_BONUS, SEAT, SEATED, district_around, said_kind
from geo.lookup import demonyms, division_after
from geo.names import fold_name, is_spelling
from geo.place import Candidate, Place, PlaceMention, distance_km
from geo.recognise import recognise
from geo.stated import says_where
from geo.support import WIDE, Question, Support
from geo.words import word_table

MAX_CANDIDATES = 40  # of one name, the most important ones
SHOWN_CANDIDATES = 5  # kept in the mention
# A country is not its small namesake, whatever its neighbours in the text; sites and waters are few and chosen.
PRIORS = {COUNTRY: 3.0, SITE: 1.5, OTHER: 1.5}
OTHER_NAME_MALUS = 0.8  # for a name that is not the place's own; more where a city of 200,000 bears it as its own
BEARER, BORNE_NAME_MALUS, COMPATRIOT_MALUS = 5.3, 2.0, 4.0
OUTSHONE, OUTSHONE_MALUS = 1.5, 6.0  # of rank, below the city that bears it; Islamabad is not Anantnag
MINOR, MINOR_MALUS = 1.0, 1.5  # of rank, below a city of the name in the same country; what that costs
FORMER_MALUS, TODAY = 4.0, 4.5  # a name of another word, and the rank of a town that bears it today: Salisbury
SHORT_NAME = 5  # letters: so short a name of another word is hardly ever meant where nothing else speaks for it
CONTAINED_BONUS, PREFERRED_BONUS = 8.0, 3.0

LOCAL_WEIGHT = 4.0  # of a country whose police or rescuers speak: they speak of their own
TORN_MARGIN = 0.15  # of score, less than which two candidates are equally likely
ALONE_MARGIN, HELP = 0.5, 0.3  # the margin where no candidate borrows as much as this from the other names
CROWD = 4  # names of a text, one of which at least should lend to a place that is in its land
WELL_KNOWN = 500_000  # people of a place that its bare name means
SAME_CITY_KM = 30.0  # from a city's point within which what stands in it lies
SAME_PLACE_KM = 60.0  # candidates this near are one place for a reader: a city and its district

_WITHIN_CITY = re.compile(r"['’]s (?:[a-z]+ern )?| district (?:of|in) (?:the city of )?| district, ")
_LISTED = re.compile(r", |,? and |,? or ")
_LOCAL = re.compile(r" (?:police|firefighters|rescuers|civil defen[cs]e|paramedics|ambulance)\b")
_POSSESSIVE = re.compile(r"['’]s (?:[a-z]+ern )?")
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
        self.towns = self._towns()
        self.preferred = {fold_name(name): int(i) for name, i in word_table("preferred").items()}
        self.support = Support(gazetteer, gazetteer.rows(fold_name(home))[:1] if home else ())

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
            division = not said_kind(self.text, name).keys().isdisjoint((REGION, DISTRICT))
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
        return {**outer, **self.containers}  # a row it lies in as it is, a row that it is inverted

    def _stands_in_city(self, site: Found, outer: Found) -> bool:
        """Whether a facility is told by the city that it stands in, not the region: "Evin prison in Tehran"."""
        row = site.postings[0] & ROW_MASK
        return self.gazetteer.kind(row) is SITE and self._is_near(outer, self.gazetteer.place(row))

    def _is_near(self, city: Found, place: Place) -> bool:
        """Whether a city of the name is so near that the place may lie in it."""
        rows = (posting & ROW_MASK for posting in city.postings)
        cities = (self.gazetteer.place(row) for row in rows if self.gazetteer.kind(row) is CITY)
        return any(distance_km(place, town) <= SAME_CITY_KM for town in cities)

    def _question(self, indices: list[int], hint: frozenset[int]) -> Question:
        first = self.found[indices[0]]
        grammar = [said_kind(self.text, self.found[i]) for i in indices]
        base, rows = [], []
        bearers, largest = self._bearers(first), self._largest(first)
        for posting in first.postings[:MAX_CANDIDATES]:
            row = posting & ROW_MASK
            kind = self.gazetteer.kind(row)
            malus = self._malus(first.key, row, bearers) if posting & OTHER_NAME else 0.0
            score = self.gazetteer.rank(row) - malus
            score += PRIORS.get(kind, 0.0)
            score += max((bonus.get(kind, 0.0) for bonus in grammar), default=0.0)
            score += CITY_BONUS if kind is CITY and self._among_towns(indices[0], row) else 0.0
            if hint & {~row, *self.gazetteer.parents(row)}:
                score += CONTAINED_BONUS
            elif kind is CITY and self.gazetteer.rank(row) < largest.get(self._country(row), 0.0) - MINOR:
                score -= MINOR_MALUS
            if first.key in self.preferred and self.gazetteer.place(row).geonameid == self.preferred[first.key]:
                score += PREFERRED_BONUS + malus
            rows.append(row)
            base.append(score)
        ties = [self.support.tie(row) for row in rows]
        local = any(_LOCAL.match(self.text, self.found[i].end) for i in indices) if first.cue is DEMONYM else False
        weight = (LOCAL_WEIGHT if local else 1.0) + 0.5 * math.log2(len(indices))
        return Question(rows, ties, base, list(base), weight)

    def _among_towns(self, i: int, row: int) -> bool:
        """Whether a row lies in the region with whose towns the name is listed."""
        return i in self.towns and not self.towns[i].isdisjoint(self.gazetteer.parents(row))

    def _bearers(self, name: Found) -> dict[int, float]:
        """Country → rank of its largest town that bears the name as its own."""
        largest: dict[int, float] = {}
        for posting in name.postings:
            row = posting & ROW_MASK
            if not posting & OTHER_NAME and self.gazetteer.kind(row) is CITY:
                for country in self.gazetteer.parents(row)[-1:]:
                    largest[country] = max(largest.get(country, 0.0), self.gazetteer.rank(row))
        return largest

    def _largest(self, name: Found) -> dict[int, float]:
        """Country → rank of its largest town of the name, own or other, that is a city."""
        largest: dict[int, float] = {}
        for posting in name.postings:
            row = posting & ROW_MASK
            if self.gazetteer.kind(row) is CITY and self.gazetteer.rank(row) >= BEARER:
                country = self._country(row)
                largest[country] = max(largest.get(country, 0.0), self.gazetteer.rank(row))
        return largest

    def _country(self, row: int) -> int:
        """The row of a row's country, -1 where it has none."""
        return next(iter(self.gazetteer.parents(row)[-1:]), -1)

    def _malus(self, key: str, row: int, bearers: dict[int, float]) -> float:
        """What a name costs that is not the place's own: more where a town of its country or a great city bears it."""
        country = self.gazetteer.parents(row)[-1:]
        if self.gazetteer.kind(row) is CITY and country and country[0] in bearers:
            own = fold_name(self.gazetteer.place(row).name)
            if not is_spelling(own, key):
                return COMPATRIOT_MALUS  # "Oleksandrivka", once the name of Donetsk; not "Zaporizhzhia"
        best = max(bearers.values(), default=0.0)
        if best < BEARER:
            former = best >= TODAY and not is_spelling(fold_name(self.gazetteer.place(row).name), key)
            return FORMER_MALUS if former else OTHER_NAME_MALUS
        city = self.gazetteer.kind(row) is CITY
        return OUTSHONE_MALUS if city and self.gazetteer.rank(row) < best - OUTSHONE else BORNE_NAME_MALUS

    def _mention(self, i: int, name: Found, question: Question) -> PlaceMention:
        order = sorted(range(len(question.rows)), key=lambda j: (-question.scores[j], question.rows[j]))
        candidates = tuple(
            Candidate(self.gazetteer.place(question.rows[j]), round(question.scores[j], 3))
            for j in order[:SHOWN_CANDIDATES]
        )
        place, why = self._decide(i, name, question, candidates)
        if place is not None and self._stands_for_district(i, name, place):
            place, why = district_around(place), f"the district around {_around(place)}, which the gazetteer lacks"
        said = self.text[name.start : name.end]
        return PlaceMention(name.start, name.end, said, place, candidates, name.cue, name.qualifier, why)

    def _decide(
        self, i: int, name: Found, question: Question, candidates: tuple[Candidate, ...]
    ) -> tuple[Place | None, str]:
        """The place, or none where the text does not make it certain enough, and why."""
        if not candidates:
            return None, "the gazetteer has no place of this name"
        best = candidates[0].place
        if name.cue is DEMONYM:
            return best, f"adjective or people of {best.name}"
        outside = self._elsewhere(i, question) or self._owned_elsewhere(i, candidates)
        if outside:
            return None, f"the gazetteer has no place of this name in {outside}"
        if self._renamed(i, name, question):
            return None, f"an old or other name of {_around(best)}, which nothing else in the text speaks for"
        if i in self.containers:
            return best, f"the text says which one: in {_around(best)}"
        if not name.exact:
            return self._alike(question, candidates)
        if self._stray(name, question):
            return None, f"the gazetteer knows the name for {_around(best)} alone, which the text is not about"
        if len(candidates) == 1:
            return best, "the only place of this name in the gazetteer"
        if self._torn(question, candidates):
            return None, f"could be {_around(best)} or {_around(candidates[1].place)}; the text does not say"
        return best, "the best known place of this name that fits the other places of the text"

    def _stands_for_district(self, i: int, name: Found, place: Place) -> bool:
        """Whether "district" says more than the town's name; not of a quarter: "Baghdad's Dora district"."""
        seat = place.kind is CITY and SEAT <= place.population < WELL_KNOWN  # a great city's district is a quarter
        if not seat or division_after(self.text, name.end) not in SEATED:
            return False
        beside = (other for other in self.found[max(0, i - 1) : i + 2] if other.postings)
        cities = [other for other in beside if self.gazetteer.kind(other.postings[0] & ROW_MASK) is CITY]
        cities = [city for city in cities if not said_kind(self.text, city) and self._is_near(city, place)]
        return not any(_WITHIN_CITY.fullmatch(self.text, *_between(name, city)) for city in cities)

    def _alike(self, question: Question, candidates: tuple[Candidate, ...]) -> tuple[Place | None, str]:
        """The place of a name that the gazetteer has in another spelling alone; none where several and none helped."""
        best, around = candidates[0].place, _around(candidates[0].place)
        first = max(range(len(question.rows)), key=question.scores.__getitem__)
        if candidates[1:] and self.support.bonus(question, question.ties[first]) <= HELP:
            return None, f"spelled nearly like {around} and others; the text does not say which"
        return best, f"spelled nearly like {around}, in a land that the text is about"

    def _stray(self, name: Found, question: Question) -> bool:
        """Whether all that speaks for a small place is that it too bears the name, far from all else in the text."""
        best = max(range(len(question.rows)), key=question.scores.__getitem__)
        row = question.rows[best]
        borne = any(posting == row for posting in name.postings)  # without the bit: its own name
        if borne or self.gazetteer.kind(row) is not CITY or self.gazetteer.rank(row) >= BEARER:
            return False
        return len(self.found) >= CROWD and self.support.bonus(question, question.ties[best]) <= HELP

    def _renamed(self, i: int, name: Found, question: Question) -> bool:
        """Whether a small place has the name as another word beside its own, and little speaks for it.

        Where a town of the country bears the name today, that is another place; a short name wants support.
        """
        best = max(range(len(question.rows)), key=question.scores.__getitem__)
        row = question.rows[best]
        if row in name.postings or self.gazetteer.kind(row) is not CITY or self.gazetteer.rank(row) >= BEARER:
            return False
        if is_spelling(fold_name(self.gazetteer.place(row).name), name.key):
            return False
        if self._country(row) in self._bearers(name) or not name.exact:
            return True
        alone = i not in self.containers and self.support.bonus(question, question.ties[best]) <= HELP
        return alone and len(name.key) <= SHORT_NAME

    def _elsewhere(self, i: int, question: Question) -> str:
        """The name of the container that the text gives where no candidate lies in it, else "" ("Paris, Idaho")."""
        if i in self.containers or i + 1 >= len(self.found):
            return ""
        name, outer = self.found[i], self.found[i + 1]
        if not outer.postings or outer.cue in (DEMONYM, SUBJECT) or self.gazetteer.kind(question.rows[0]) in WIDE:
            return ""
        row = self._land(outer)
        kind = self.gazetteer.kind(row)
        told = kind in (COUNTRY, REGION) and says_where(self.text, name, outer, kind)
        return self.gazetteer.place(row).name if told else ""

    def _land(self, outer: Found) -> int:
        """The row that a container most likely means: the region of "Sumy region", not its town."""
        rows = [posting & ROW_MASK for posting in outer.postings]
        divisions = (row for row in rows if self.gazetteer.kind(row) is REGION)
        return next(divisions, rows[0]) if REGION in said_kind(self.text, outer) else rows[0]

    def _owned_elsewhere(self, i: int, candidates: tuple[Candidate, ...]) -> str:
        """The name of the owner in whose land no candidate lies, else "": "Rostov's Zapadny district"."""
        owner = self.found[i - 1] if i else None
        if owner is None or owner.cue is not OWNER or not owner.postings:
            return ""
        best, lord = candidates[0].place, self.gazetteer.place(owner.postings[0] & ROW_MASK)
        if best.kind not in (CITY, DISTRICT) or best.population >= WELL_KNOWN or lord.country is None:
            return ""
        if not _POSSESSIVE.fullmatch(self.text, owner.end, self.found[i].start):
            return ""
        at_home = best.country == lord.country and lord.region_code in (None, best.region_code)
        return "" if at_home else lord.name

    def _torn(self, question: Question, candidates: tuple[Candidate, ...]) -> bool:
        """Whether two far places of one name are about equally likely; more is asked where no other name helps."""
        first, second = candidates[0], candidates[1]
        helped = any(score - base > HELP for score, base in zip(question.scores, question.base, strict=True))
        if not helped and first.place.population >= WELL_KNOWN:
            return False
        close = first.score - second.score < (TORN_MARGIN if helped else ALONE_MARGIN)
        return close and distance_km(first.place, second.place) > SAME_PLACE_KM


def _between(name: Found, other: Found) -> tuple[int, int]:
    """The span between two names."""
    return (name.end, other.start) if other.start > name.start else (other.end, name.start)


def _around(place: Place) -> str:
    """A place with what contains it: "Paris (Texas, US)"."""
    outer = ", ".join(part for part in (place.region, place.country) if part and part != place.name)
    return f"{place.name} ({outer})" if outer else place.name
