"""Places that GeoNames' towns lack: towns of a list of the world, villages of Ukraine and of Myanmar.

A place that the towns have already, in any spelling, is not added again. The codifier of Ukraine says to which
community a village belongs, not where it lies: it is given the middle and the reach of the community's known villages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from gazetteer_pack import Row, alike_keys, keys_of, km
from gazetteer_sources import CAMPUS, Settlement, dictionary_words, read_codifier, read_myanmar, read_world_towns

from geo.bearers import BEARER
from geo.names import fold_name, is_spelling
from geo.place import PlaceKind

TOWN_RANK, VILLAGE_RANK = 3.3, 2.0  # of places whose people nobody counted: as of 2,000, and of 100
TOWN_RADIUS_KM, VILLAGE_RADIUS_KM = 5.0, 2.0
LEAST_RADIUS_KM, MOST_RADIUS_KM = 16.0, 25.0  # of a community of Ukraine, within which its villages lie
COMMUNITY_KM, RAION_KM = 30.0, 60.0  # from the middle of one, within which its villages lie
ENOUGH = 4  # known villages that tell how far a community reaches
SAME_KM = 40.0  # within which two places of one name are one
NAMESAKES = 3  # what more villages of Myanmar bear says too little
WELL_KNOWN = 4.3  # rank (20,000 people) of a town that no village of its country is taken for
WORDS, LETTERS = 2, 6  # of a village's name in Myanmar: a single syllable may be anything

_ASIDE = re.compile(r" ?\(([^)]*)\)")
_SOUNDS = (("ywar", "ywa"), ("kone", "kon"), ("hpyu", "phyu"), ("lay", "le"))  # MIMU's spelling, and that of news
_LETTERS = (  # the resolution of the Cabinet of Ministers of 2010
    "аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch юiu яia"
)
_ROMAN = {pair[0]: pair[1:] for pair in _LETTERS.split()}
_ROMAN |= dict.fromkeys("ь’'ʼ", "")
_ROMAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}  # at the beginning of a word


class Known:
    """The places known so far, by country with key and by country with the cell of a degree."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Takes towns and villages."""
        self.named: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.anywhere: dict[str, list[Row]] = defaultdict(list)
        self.around: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Know one place more."""
        country = row.parent.partition(".")[0]
        for key in _all_keys(row):
            self.named[country, key].append(row)
            self.anywhere[key].append(row)
        self.around[country, round(row.lat), round(row.lon)].append(row)

    def namesakes(self, row: Row) -> list[Row]:
        """The places of the row's country that share a name with it, in any spelling."""
        country = row.parent.partition(".")[0]
        return [other for key in _all_keys(row) for other in self.named.get((country, key), [])]

    def parent(self, country: str, lat: float, lon: float, region: str = "") -> str:
        """The division of the nearest known place of the country (and region, by its code), or what is given."""
        cells = ((round(lat) + i, round(lon) + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        near = [row for cell in cells for row in self.around.get((country, *cell), [])]
        inside = [row for row in near if _region(row) == (region or _region(row))]
        return min(inside, key=lambda row: km((row.lat, row.lon), (lat, lon))).parent if inside else region or country


def world_towns(
    folder: Path, known: Known, countries: frozenset[str], regions: frozenset[tuple[str, str]]
) -> Iterator[Row]:
    """Towns of the list of the world whose name no place of their country bears, nor a region: country and key."""
    plain = dictionary_words(folder)
    for name, country, lat, lon in read_world_towns(folder):
        if fold_name(name) in plain or CAMPUS.match(name) or (country, fold_name(name)) in regions:
            continue
        row = _row(name, (), known.parent(country, lat, lon), (lat, lon), TOWN_RADIUS_KM, TOWN_RANK)
        abroad = (other for key in keys_of(name) for other in known.anywhere[key])
        if any(_is_same(row, other) or other.rank >= BEARER for other in abroad):
            continue  # a town across a border that is drawn otherwise; an old name that a great city bears today
        if country in countries and not known.namesakes(row):
            known.add(row)
            yield row


def villages_of_ukraine(folder: Path, known: Known) -> Iterator[Row]:
    """Settlements of the codifier that no known place near their community stands for, and no plain word is."""
    plain = dictionary_words(folder)
    listed = read_codifier(folder)
    regions = _regions(listed, known)
    communities = _communities(listed, regions, known)
    for settlement in listed:
        if settlement.community not in communities:
            continue
        parent, point, radius = communities[settlement.community]
        row = _row(roman(settlement.name), (), parent, point, radius, VILLAGE_RANK)
        namesakes = known.namesakes(row)
        if fold_name(row.name) in plain or any(_is_same(row, other) or other.rank >= WELL_KNOWN for other in namesakes):
            continue
        known.add(row)
        yield row


def _is_same(row: Row, other: Row) -> bool:
    """Whether two places of one name are one as far as anybody knows."""
    return _apart(row, other) <= SAME_KM


def _communities(
    listed: list[Settlement], regions: dict[str, str], known: Known
) -> dict[str, tuple[str, tuple[float, float], float]]:
    """Code of a community → the division that it lies in, its middle and its reach, from its known villages."""
    raions: dict[str, list[Row]] = defaultdict(list)
    communities: dict[str, list[tuple[Settlement, Row]]] = defaultdict(list)
    borne = Counter((settlement.oblast, settlement.name) for settlement in listed)
    for settlement in listed:
        found = _in_region(settlement, regions, known)
        if len(found) == 1 and borne[settlement.oblast, settlement.name] == 1:
            raions[settlement.raion].append(found[0])
            communities[settlement.community].append((settlement, found[0]))
    found_communities = {}
    for code, pairs in communities.items():
        middle = _middle(raions[pairs[0][0].raion])
        near = [(settlement, row) for settlement, row in pairs if km(middle, (row.lat, row.lon)) <= RAION_KM]
        seat = next((row for settlement, row in near if settlement.is_seat), None)
        if near:
            found_communities[code] = _community([row for _, row in near], seat)
    return found_communities


def _community(villages: list[Row], seat: Row | None) -> tuple[str, tuple[float, float], float]:
    """The division, middle and reach of a community whose villages and seat are known."""
    around = (seat.lat, seat.lon) if seat else _middle(villages)
    inside = [row for row in villages if km(around, (row.lat, row.lon)) <= COMMUNITY_KM] or villages
    point = _middle(inside)
    away = sorted(km(point, (row.lat, row.lon)) for row in inside)
    reach = 1.1 * away[int(0.9 * (len(away) - 1))] if len(inside) >= ENOUGH else 0.0 if seat else MOST_RADIUS_KM
    parent = Counter(row.parent for row in inside).most_common(1)[0][0]
    return parent, point, min(MOST_RADIUS_KM, max(LEAST_RADIUS_KM, reach))


def _middle(rows: list[Row]) -> tuple[float, float]:
    return median(row.lat for row in rows), median(row.lon for row in rows)


def _apart(row: Row, other: Row) -> float:
    return km((row.lat, row.lon), (other.lat, other.lon))


def _regions(listed: list[Settlement], known: Known) -> dict[str, str]:
    """The code of an oblast in the codifier → GeoNames' code: where most of its towns are found."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for settlement in listed:
        if settlement.is_town:
            found[settlement.oblast].update(
                _region(row) for row in known.named.get(("UA", fold_name(settlement.name)), [])
            )
    return {oblast: count.most_common(1)[0][0] for oblast, count in found.items() if count}


def _in_region(settlement: Settlement, regions: dict[str, str], known: Known) -> list[Row]:
    """The known places of a settlement's name in its oblast."""
    named = _row(roman(settlement.name), (settlement.name,), "UA", (0.0, 0.0), 0.0, 0.0)
    found = {id(row): row for row in known.namesakes(named) if _region(row) == regions.get(settlement.oblast)}
    return [row for row in found.values() if is_spelling(fold_name(row.name), fold_name(named.name))]


def _region(row: Row) -> str:
    return ".".join(row.parent.split(".")[:2])


def roman(name: str) -> str:
    """A Ukrainian name in Latin letters: "Згурівка" is "Zghurivka"."""
    words = name.replace("зг", "zgh").replace("Зг", "Zgh").split(" ")
    return " ".join("-".join(_roman_word(part) for part in word.split("-")) for word in words)


def _roman_word(word: str) -> str:
    letters = [
        (_ROMAN_FIRST.get(char.lower()) if i == 0 else None) or _ROMAN.get(char.lower(), char)
        for i, char in enumerate(word)
    ]
    return "".join(latin.capitalize() if char.isupper() else latin for char, latin in zip(word, letters, strict=False))


def villages_of_myanmar(folder: Path, known: Known) -> Iterator[Row]:
    """Villages whose name of several syllables few others bear, as one word too: "Let Yet Kone" is "Letyetkon"."""
    plain = dictionary_words(folder)
    listed = [(_ASIDE.sub("", name).strip(), _ASIDE.findall(name), *where) for name, *where in read_myanmar(folder)]
    borne = Counter(name for name, *_ in listed)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, state, lat, lon in listed:
        votes[state][".".join(known.parent("MM", lat, lon).split(".")[:2])] += 1
    for name, asides, state, lat, lon in listed:
        if borne[name] > NAMESAKES or len(name.split()) < WORDS or len(name.replace(" ", "")) < LETTERS:
            continue
        heard = [spelling for aside in asides if len(aside.split()) >= WORDS for spelling in _burmese(aside)]
        others = [spelling for spelling in (*_burmese(name), *heard) if fold_name(spelling) not in plain]
        parent = known.parent("MM", lat, lon, votes[state].most_common(1)[0][0])
        row = _row(name, tuple(others), parent, (lat, lon), VILLAGE_RADIUS_KM, VILLAGE_RANK)
        if not any(_is_same(row, other) or other.rank >= WELL_KNOWN for other in known.namesakes(row)):
            known.add(row)
            yield row


def _burmese(name: str) -> list[str]:
    """The spellings of a name in news: in one word or several, with the sounds as English hears them."""
    heard = name
    for written, sound in _SOUNDS:
        heard = re.sub(rf"\b{written}\b", sound, heard, flags=re.IGNORECASE)
    heard = " ".join(word.capitalize() for word in heard.split())
    return [name, name.replace(" ", "").capitalize(), heard, heard.replace(" ", "").capitalize()]


def _row(
    name: str, others: tuple[str, ...], parent: str, point: tuple[float, float], radius_km: float, rank: float
) -> Row:
    return Row(0, name, others, PlaceKind.CITY, "", parent, *point, 0, radius_km, rank)


def _all_keys(row: Row) -> set[str]:
    return {key for name in (row.name, *row.others) for key in keys_of(name)} | alike_keys(row)
