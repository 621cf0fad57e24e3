"""Whether the likeliest candidate is certain enough, and why; a name that may mean several places stays open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.bearers import BEARER, bearers, country_of
from geo.cues import DEMONYM, OWNER, SUBJECT
from geo.found import Found
from geo.gazetteer import CITY, COUNTRY, DISTRICT, OTHER_NAME, REGION, ROW_MASK, Gazetteer
from geo.kinds import REGION_BONUS, SEAT, SEATED, TOWNSHIPS, land_around, said_kind
from geo.lookup import division_after
from geo.names import fold_name, is_spelling
from geo.place import Candidate, Place, distance_km
from geo.seats import speaks_of_capital
from geo.stated import says_part_of, says_where
from geo.support import WIDE, Question, Support

SHORT_NAME = 5  # letters: so short a name of another word is hardly ever meant where nothing else speaks for it
TORN_MARGIN = 0.15  # of score, less than which two candidates are equally likely
ALONE_MARGIN, HELP = 0.5, 0.3  # the margin where no candidate borrows as much as this from the other names
CROWD = 4  # names of a text, one of which at least should lend to a place that is in its land
OBSCURE = 3.5  # rank (3,000 people) below which not even a place's own name speaks for it alone in a far land
WELL_KNOWN = 500_000  # people of a place that its bare name means
SAME_CITY_KM = 30.0  # from a city's point within which what stands in it lies
SAME_PLACE_KM = 60.0  # candidates this near are one place for a reader: a city and its district

MEASURED_IN = 120  # characters
MEASURED_AMISS_KM = 150.0  # how much farther off a place may be than the text says
KM_OF_A_MILE = 1.609344

_MEASURED = re.compile(
    r"[^.;:\d“”\"]{1,45}?(\d{1,3}(?:,\d{3})?)[ -]?(km|kilomet|mi)[a-z]*(?: \([^)]{1,30}\))?[^.;:,]{1,25}? (?:of|from)"
    r" (?:the )?(?:[a-z]+ ){0,2}(?:(?:town|city|village|capital)(?:,| of) )?"
)
_WITHIN_CITY = re.compile(r"['’]s (?:[a-z]+ern )?| district (?:of|in) (?:the city of )?| district, ")
_POSSESSIVE = re.compile(r"['’]s (?:[a-z]+ern )?")


@dataclass(frozen=True, slots=True)
class Judge:
    """What decides about the names of one text; ``containers``: index of a name → the rows that the text puts it in."""

    text: str
    found: Sequence[Found]
    gazetteer: Gazetteer
    containers: Mapping[int, frozenset[int]]
    support: Support

    def verdict(self, i: int, question: Question, candidates: tuple[Candidate, ...]) -> tuple[Place | None, str]:
        """The place that the name ``i`` means, or none, and why; ``candidates`` come with the likeliest first."""
        place, why = self._decide(i, question, candidates)
        if place is not None and (seat := self._seat_meant(self.found[i], place, question)):
            return seat, f"the capital of {_around(place)}"
        if place is not None and (region := self._region_meant(self.found[i], place)):
            return region, f"the region around {_around(place)}, which bears its name"
        if place is not None and self._stands_for_district(i, self.found[i], place):
            called = "region" if REGION in said_kind(self.text, self.found[i]) else "district"
            return land_around(place, called), f"the {called} around {_around(place)}, which the gazetteer lacks"
        return place, why

    def _seat_meant(self, name: Found, place: Place, question: Question) -> Place | None:
        """The town from which a region is governed where its capital is spoken of: "the capital of Chiapas"."""
        if place.kind is not REGION or not speaks_of_capital(self.text, name):
            return None
        seats = (self.gazetteer.seat(row) for row in question.rows if self.gazetteer.place(row) == place)
        return next((self.gazetteer.place(seat) for seat in seats if seat is not None), None)

    def _region_meant(self, name: Found, seat: Place) -> Place | None:
        """The region that a town's name with "region" means where the gazetteer has the region in another spelling."""
        if seat.kind is not CITY or said_kind(self.text, name).get(REGION) != REGION_BONUS:
            return None
        rows = (posting & ROW_MASK for posting in name.postings)
        around = {row for town in rows for row in self.gazetteer.parents(town) if self.gazetteer.kind(row) is REGION}
        regions = [self.gazetteer.place(row) for row in around]
        own = fold_name(seat.name)
        named = (r for r in regions if r.region_code == seat.region_code and fold_name(r.name).startswith(own))
        return next(named, None)

    def _decide(self, i: int, question: Question, candidates: tuple[Candidate, ...]) -> tuple[Place | None, str]:
        """The place, or none where the text does not make it certain enough, and why."""
        name = self.found[i]
        if not candidates:
            return None, "the gazetteer has no place of this name"
        best = candidates[0].place
        if name.cue is DEMONYM:
            return best, f"adjective or people of {best.name}"
        outside = self._elsewhere(i, question) or self._owned_elsewhere(i, candidates)
        if outside:
            return None, f"the gazetteer has no place of this name in {outside}"
        if self._renamed(i, name, question) or self._bears_a_quarter(name, question, best):
            return None, f"an old or other name of {_around(best)}, which nothing else in the text speaks for"
        if i in self.containers:
            return best, f"the text says which one: in {_around(best)}"
        if not name.exact:
            return self._alike(question, candidates)
        if self._stray(name, question) or self._elsewhere_told(name, question):
            return None, f"the gazetteer knows the name for {_around(best)} alone, which the text is not about"
        if len(candidates) == 1:
            return best, "the only place of this name in the gazetteer"
        if self._torn(question, candidates):
            return None, f"could be {_around(best)} or {_around(candidates[1].place)}; the text does not say"
        return best, "the best known place of this name that fits the other places of the text"

    def _stands_for_district(self, i: int, name: Found, place: Place) -> bool:
        """Whether "district" or "region" says more than the town's name; not in "Baghdad's Dora district"."""
        if place.kind is CITY and said_kind(self.text, name).get(REGION) == REGION_BONUS:
            return True
        division = division_after(self.text, name.end)
        if place.kind is not CITY or division not in SEATED:
            return False
        if division == "township":
            return place.country in TOWNSHIPS
        if not SEAT <= place.population < WELL_KNOWN:  # a great city's district is a quarter
            return False
        beside = (other for other in self.found[max(0, i - 1) : i + 2] if other.postings)
        cities = [other for other in beside if self.gazetteer.kind(other.postings[0] & ROW_MASK) is CITY]
        cities = [city for city in cities if not said_kind(self.text, city) and is_near(city, place, self.gazetteer)]
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
        if self.gazetteer.kind(row) is not CITY or self.gazetteer.rank(row) >= (OBSCURE if borne else BEARER):
            return False
        return len(self.found) >= CROWD and self.support.bonus(question, question.ties[best]) <= HELP

    def _elsewhere_told(self, name: Found, question: Question) -> bool:
        """Whether a small place lies in none of the regions of its country that the text names, nor near any name."""
        best = max(range(len(question.rows)), key=question.scores.__getitem__)
        row, tie = question.rows[best], question.ties[best]
        if self.gazetteer.kind(row) is not CITY or self.gazetteer.rank(row) >= OBSCURE:
            return False
        near = (self.support.lent.get(cell, 0.0) - question.mass.get(cell, 0.0) for cell in tie.cells)
        if sum(near) >= HELP:
            return False
        lands = (self._land(other) for other in self.found if other.key != name.key and other.postings)
        told = {land for land in lands if self.gazetteer.kind(land) is REGION}
        told = {land for land in told if country_of(land, self.gazetteer) == country_of(row, self.gazetteer)}
        return bool(told) and told.isdisjoint(self.gazetteer.parents(row))

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
        if country_of(row, self.gazetteer) in bearers(name, self.gazetteer) or not name.exact:
            return True
        alone = i not in self.containers and self.support.bonus(question, question.ties[best]) <= HELP
        return alone and len(name.key) <= SHORT_NAME

    def _bears_a_quarter(self, name: Found, question: Question, city: Place) -> bool:
        """Whether "Frunze district" is any town's quarter, and not the great city that once had the name."""
        own = {posting for posting in name.postings if not posting & OTHER_NAME}
        rows = [row for row in question.rows if self.gazetteer.place(row).geonameid == city.geonameid]
        great = city.kind is CITY and city.population >= WELL_KNOWN and not own & {*rows}
        return great and DISTRICT in said_kind(self.text, name) and not is_spelling(fold_name(city.name), name.key)

    def _elsewhere(self, i: int, question: Question) -> str:
        """The name of the container that the text gives where no candidate lies in it, else "" ("Paris, Idaho")."""
        if i in self.containers or i + 1 >= len(self.found):
            return ""
        name, outer = self.found[i], self.found[i + 1]
        if not outer.postings or outer.cue in (DEMONYM, SUBJECT) or self.gazetteer.kind(question.rows[0]) in WIDE:
            return ""
        row = self._land(outer)
        if any(row in self.gazetteer.parents(candidate) for candidate in question.rows):
            return ""
        kind = self.gazetteer.kind(row)
        if kind is REGION and any(self._is_enclosed(candidate, row) for candidate in question.rows[:1]):
            return ""
        told = kind in (COUNTRY, REGION) and says_where(self.text, name, outer, kind)
        if not told and (says_part_of(self.text, name, outer) or self._is_in_district(name, outer)):
            lands = self._countries(outer)
            told = -1 not in lands and not lands & self._countries(name)
        told = told or self._is_far_from(question, name, outer)
        return self.gazetteer.place(row).name if told else ""

    def _is_enclosed(self, city: int, region: int) -> bool:
        """Whether a city that is a region by itself lies amid another of its country: "Minsk, in the Minsk region"."""
        inner, outer = self.gazetteer.place(city), self.gazetteer.place(region)
        well_known = inner.kind is CITY and inner.population >= WELL_KNOWN and inner.country == outer.country
        return well_known and distance_km(inner, outer) <= outer.radius_km

    def _is_in_district(self, name: Found, outer: Found) -> bool:
        """Whether the name is told as in a district: "the town of Majdal in the Tyre district"."""
        return DISTRICT in said_kind(self.text, outer) and says_where(self.text, name, outer, DISTRICT)

    def _is_far_from(self, question: Question, name: Found, town: Found) -> bool:
        """Whether no place of the name is where it is measured from: "X, a village some 10 km south of Pale"."""
        near = town.start - name.end <= MEASURED_IN
        measured = _MEASURED.fullmatch(self.text, name.end, town.start) if near else None
        km = float(measured[1].replace(",", "")) * (KM_OF_A_MILE if measured[2] == "mi" else 1.0) if measured else 0.0
        if not measured or self.gazetteer.kind(question.rows[0]) is not CITY:
            return False
        towns = [self.gazetteer.place(posting & ROW_MASK) for posting in town.postings]
        places = [self.gazetteer.place(row) for row in question.rows]
        return all(distance_km(place, other) > km + MEASURED_AMISS_KM for place in places for other in towns)

    def _countries(self, name: Found) -> set[int]:
        """The rows of the countries in which the places of a name lie."""
        return {country_of(posting & ROW_MASK, self.gazetteer) for posting in name.postings}

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


def is_near(city: Found, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a city of the name is so near that the place may lie in it."""
    rows = (posting & ROW_MASK for posting in city.postings)
    cities = (gazetteer.place(row) for row in rows if gazetteer.kind(row) is CITY)
    return any(distance_km(place, town) <= SAME_CITY_KM for town in cities)


def _between(name: Found, other: Found) -> tuple[int, int]:
    """The span between two names."""
    return (name.end, other.start) if other.start > name.start else (other.end, name.start)


def _around(place: Place) -> str:
    """A place with what contains it: "Paris (Texas, US)"."""
    outer = ", ".join(part for part in (place.region, place.country) if part and part != place.name)
    return f"{place.name} ({outer})" if outer else place.name
