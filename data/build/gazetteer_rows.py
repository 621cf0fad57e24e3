"""Turn the packages and the curated tables into the gazetteer's rows: points, radii, ranks, and which names to keep."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from gazetteer_outlines import country_points
from gazetteer_pack import Row, keys_of, km
from gazetteer_sources import (
    CAMPUS,
    Division,
    Town,
    read_continents,
    read_countries,
    read_country_points,
    read_divisions,
    read_outlines,
    read_region_points,
    read_towns,
)
from gazetteer_villages import Known, villages_of_myanmar, villages_of_ukraine, world_towns

from geo.names import fold_name
from geo.place import PlaceKind

SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW", "CJK")
OF_PLACE = re.compile(
    r"^(?:University|City|Town|Village|County|State|Township|Borough|Municipality) of "
)  # grammar, not name
CODE = re.compile(r"[A-Z0-9]{2,4}$")  # an airport's or a post code, not a name
DESIGNATOR = re.compile(
    r"^(?:province|state|governorate|republic|city) of | (?:oblast|oblast['’]|region|province|governorate|state|krai"
    r"|republic|autonomous region|prefecture|department|district|voivodeship|county|territory"
    r"|wilayat|division|emirate)$",
    re.IGNORECASE,
)
OUTSIDE_DEGREES = 4.0  # a point this far outside the box of its region's towns is taken to be an error
# How much more a name means the one than the other, in powers of ten of population: the city before the region of the
# same name ("Kharkiv"), the region before the district, a country before all.
COUNTRY_BONUS, CAPITAL_BONUS, SEAT_BONUS, REGION_MALUS, DISTRICT_MALUS = 3.0, 0.7, 0.2, 0.5, 2.0
SEAT_MARGIN = 1.2  # more than what a name that is not the seat's own costs it in geo/bearers.py
CONTINENT_RANK, CONTINENT_RADIUS_KM = 10.0, 3500.0
SECOND, ENOUGH = 2, 4  # order of a division, and its towns that tell how far it reaches
UNKNOWN_RADIUS_KM = 25.0  # of one with fewer towns
SUBURB_MALUS = 0.5  # PPLX: a section of a populated place
CURATED_RANK = {"other": 6.5, "site": 5.0, "region": 6.0, "district": 4.0, "city": 3.5}
UNCOUNTED = {"PPLA": 50_000, "PPLA2": 10_000, "PPLA3": 2_000}  # people where GeoNames counts none; else 500
ARABIC = {"SY", "IQ", "YE", "SA", "JO", "LB", "PS", "EG", "LY", "SD", "AE", "OM", "QA", "KW", "BH", "DZ", "MA", "TN"}
ARTICLE = re.compile(r"(?:Al|Ad|An|Ar|As|Ash|At|Az|El)[ -]([A-Z\u00c0-\u1eff]\w+)$")
SMALL_ARTICLE = re.compile(r"(?:al|el|an|as|ar|ash|at|ad|az)-|['’ʻ]")
RUSSIAN = {"RU", "BY", "KZ", "UA"}
ENDING = re.compile(r"[iy]y\b")
ARTICLE_POPULATION = 20_000  # smaller towns keep the article: the bare word may be anything
CAPITAL_POPULATION = 200_000
ABANDONED = {"PPLH", "PPLQ", "PPLW", "PPLCH"}  # historical, abandoned, destroyed: not where news happens now

TOLD_WITH = {"UA.20": "UA.11"}  # towns of a region that the press counts to the one around it: Sevastopol, in Crimea


def read_rows(folder: Path, words: Path) -> list[Row]:
    """Every row: countries, regions, districts, towns, villages that these lack, then the curated table."""
    towns = [town for town in read_towns(folder) if town.feature not in ABANDONED and not CAMPUS.match(town.name)]
    divisions = read_divisions(folder)
    countries = _countries(folder, words, towns)
    regions = _divisions(divisions, _members(towns), read_region_points(folder), _table(words / "places_regions.tsv"))
    codes = {row.code for row in (*countries, *regions)}
    more = {int(key): names for key, names in _table(words / "places_other_names.tsv").items()}
    curated = list(_curated(words / "places_curated.tsv"))
    known = {row.geonameid for row in curated}  # a curated row stands for the packages' own
    towns = _yield_to_capitals(towns)
    cities = [_town(town, codes, more.get(town.geonameid, [])) for town in towns if town.geonameid not in known]
    _yield_to_seats(regions, cities, {town.geonameid for town in towns if town.feature in {"PPLA", "PPLC"}})
    places = Known([*cities, *(row for row in curated if row.kind is PlaceKind.CITY)])
    villages = [
        *world_towns(folder, places, frozenset(row.code for row in countries), _region_names(regions)),
        *villages_of_ukraine(folder, places),
        *villages_of_myanmar(folder, places),
    ]
    return [*countries, *regions, *cities, *villages, *_continents(folder), *curated]


def _region_names(regions: list[Row]) -> frozenset[tuple[str, str]]:
    """Country and key of every name of a first-order division."""
    first = (row for row in regions if row.kind is PlaceKind.REGION)
    return frozenset((row.parent, key) for row in first for name in (row.name, *row.others) for key in keys_of(name))


def _yield_to_capitals(towns: list[Town]) -> list[Town]:
    """Drop other names that are the own name of a large capital: Anantnag is not called Islamabad in news."""
    names = {fold_name(t.name) for t in towns if t.feature == "PPLC" and t.population >= CAPITAL_POPULATION}
    return [
        replace(town, others=tuple(name for name in town.others if fold_name(name) not in names))
        if town.feature != "PPLC"
        else town
        for town in towns
    ]


def _continents(folder: Path) -> Iterator[Row]:
    for geonameid, name, lat, lon in read_continents(folder):
        yield Row(geonameid, name, (), PlaceKind.OTHER, "", "", lat, lon, 0, CONTINENT_RADIUS_KM, CONTINENT_RANK)


def _same_name(region: Row, city: Row) -> bool:
    """Whether a seat bears its region's name, own or other; a seat that is called "X City" leaves "X" to the region."""
    bare, names = DESIGNATOR.sub("", region.name), {city.name, *city.others}
    if bare == city.name:
        return True
    return any(keys_of(bare) & keys_of(name) for name in names) and not any(name.endswith(" City") for name in names)


def _yield_to_seats(regions: list[Row], cities: list[Row], seats: set[int]) -> None:
    """Rank a region below its seat where both bear one name: bare "Kharkiv" is the city."""
    by_code = {row.code: row for row in regions}
    for city in cities:
        code = city.parent if city.parent.count(".") == 1 else city.parent.rpartition(".")[0]
        region = by_code.get(code)
        if city.geonameid in seats and region is not None and _same_name(region, city):
            region.rank = min(region.rank, city.rank - SEAT_MARGIN)


def _countries(folder: Path, words: Path, towns: list[Town]) -> list[Row]:
    extra = _table(words / "places_countries.tsv")
    capitals = {town.country: town for town in towns if town.feature == "PPLC"}
    middles, stated = country_points(read_outlines(folder)), read_country_points(folder)
    rows = []
    for country in read_countries(folder):
        code, population = str(country["iso"]), int(str(country["population"]))
        point = _country_point(middles.get(int(str(country["isonumeric"]))), stated.get(code), capitals.get(code))
        if point is None:
            continue  # a territory that no longer is, or has neither land on the map nor a town
        name = extra[code][0] if code in extra else str(country["name"])
        others = (str(country["name"]), *extra.get(code, ()), *(str(n) for n in country["others"]))
        radius = math.sqrt(max(float(str(country["areakm2"])), 1.0) / math.pi)
        rank = math.log10(population + 1000) + COUNTRY_BONUS
        kept = tuple(_kept(others, drop_codes=False))
        rows.append(
            Row(
                int(str(country["geonameid"])),
                name,
                kept,
                PlaceKind.COUNTRY,
                code,
                "",
                *point,
                population,
                radius,
                rank,
            )
        )
    return rows


def _country_point(
    middle: tuple[float, float] | None, stated: tuple[float, float] | None, capital: Town | None
) -> tuple[float, float] | None:
    """Halfway between the middle of a country's land and the Factbook's rounded point; else whichever there is."""
    if middle and stated:
        return round((middle[0] + stated[0]) / 2, 2), round((middle[1] + stated[1]) / 2, 2)
    return middle or stated or ((capital.lat, capital.lon) if capital else None)


def _members(towns: list[Town]) -> dict[str, list[Town]]:
    """The towns of each division, by its code."""
    members: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        members[f"{town.country}.{town.admin1}"].append(town)
        if town.admin2:
            members[f"{town.country}.{town.admin1}.{town.admin2}"].append(town)
    return members


def _divisions(
    divisions: list[Division],
    members: dict[str, list[Town]],
    points: dict[str, tuple[float, float]],
    extra: dict[str, list[str]],
) -> list[Row]:
    rows = []
    seats = _seats(members)
    for division in divisions:
        inside = members.get(division.code, [])
        seat = _seat(division, seats) if division.level == SECOND and not inside else None
        inside = [seat] if seat else inside
        middle = _middle(inside)
        point = points.get(division.iso) if division.level == 1 else None
        if point is None or (inside and not _near_box(point, inside)):
            point = middle
        if point is None:
            continue  # no town, no point: there is nothing to draw
        kind, malus = (PlaceKind.REGION, REGION_MALUS) if division.level == 1 else (PlaceKind.DISTRICT, DISTRICT_MALUS)
        population = sum(town.population for town in inside)
        names = [*division.others, *extra.get(division.code, [])]
        bare_name, code = OF_PLACE.sub("", division.name), division.code
        if seat:  # bare, its names are the town's
            bare_name, *names = [f"{DESIGNATOR.sub('', name)} District" for name in (bare_name, *names)]
        names += [bare for name in names if (bare := DESIGNATOR.sub("", name)) != name] if division.level == 1 else []
        rank = max(0.0, math.log10(population + 10) - malus)
        least = UNKNOWN_RADIUS_KM if division.level == SECOND and len(inside) < ENOUGH else 0.0
        parent = division.code.rpartition(".")[0]
        rows.append(
            Row(
                division.geonameid, bare_name, tuple(_kept(names, drop_codes=False)), kind, code, parent,
                *point, population, max(least, _reach(point, inside)), rank,
            )
        )  # fmt: skip
    return rows


def _seats(members: dict[str, list[Town]]) -> dict[tuple[str, str], Town]:
    """First-order division with a key → its largest town of that name."""
    found: dict[tuple[str, str], Town] = {}
    for code, towns in members.items():
        for town in sorted(towns, key=lambda town: town.population) if code.count(".") == 1 else ():
            found.update({(code, key): town for key in keys_of(town.name)})
    return found


def _seat(division: Division, seats: dict[tuple[str, str], Town]) -> Town | None:
    """The town of a second-order division's region that bears its name."""
    region = division.code.rpartition(".")[0]
    names = (key for name in division.others for key in keys_of(DESIGNATOR.sub("", name)))
    return next((seats[region, key] for key in names if (region, key) in seats), None)


def _middle(towns: list[Town]) -> tuple[float, float] | None:
    """The middle of a division: the median of its towns, which no stray town can move far."""
    if not towns:
        return None
    lats, lons = sorted(t.lat for t in towns), sorted(t.lon for t in towns)
    return lats[len(lats) // 2], lons[len(lons) // 2]


def _near_box(point: tuple[float, float], towns: list[Town]) -> bool:
    lats, lons = [town.lat for town in towns], [town.lon for town in towns]
    return (
        min(lats) - OUTSIDE_DEGREES <= point[0] <= max(lats) + OUTSIDE_DEGREES
        and min(lons) - OUTSIDE_DEGREES <= point[1] <= max(lons) + OUTSIDE_DEGREES
    )


def _reach(point: tuple[float, float], towns: list[Town]) -> float:
    """How far a division reaches: nine in ten of its towns lie within, and a tenth more."""
    distances = sorted(km(point, (town.lat, town.lon)) for town in towns)
    return max(5.0, 1.1 * distances[int(0.9 * (len(distances) - 1))]) if distances else 25.0


def _without_article(town: Town) -> Iterator[str]:
    """Arabic names as English writes them: "Qamishli", "El Fasher", "Al-Fashir" for one with an article."""
    for name in (town.name, *town.others):
        match = ARTICLE.match(name)
        if match and town.country in ARABIC and town.population >= ARTICLE_POPULATION:
            yield from (match[1], f"Al-{match[1]}", f"El {match[1]}")


def _newspaper_endings(town: Town) -> Iterator[str]:
    """Russian names as news writes them: "Elitny", "Dolgy Most" for "Elitnyy", "Dolgiy Most"."""
    if town.country in RUSSIAN and ENDING.search(town.name):
        yield ENDING.sub("y", town.name)


def _town(town: Town, codes: set[str], more: list[str]) -> Row:
    region = f"{town.country}.{town.admin1}"
    around = (f"{region}.{town.admin2}", region, town.country)
    if region in TOLD_WITH:
        around = (TOLD_WITH[region], town.country)
    parent = next((code for code in around if code in codes), "")
    bonus = {"PPLC": CAPITAL_BONUS, "PPLA": SEAT_BONUS, "PPLX": -SUBURB_MALUS}.get(town.feature, 0.0)
    people = town.population or UNCOUNTED.get(town.feature, 500)
    rank = max(0.0, math.log10(people) + bonus)
    names = tuple(_kept([*town.others, *more, *_without_article(town), *_newspaper_endings(town)]))
    radius = min(25.0, max(1.0, 0.018 * math.sqrt(town.population)))  # about 1,000 people a square kilometre
    seat_of = f"{town.country}.{town.admin1}" if town.feature in {"PPLA", "PPLC"} else ""
    return Row(
        town.geonameid, town.name, names, PlaceKind.CITY, "", parent, town.lat, town.lon, town.population, radius, rank,
        seat_of,
    )  # fmt: skip


def _kept(names: Iterable[str], *, drop_codes: bool = True) -> Iterator[str]:
    """The names to keep: of the five scripts, no codes, no machine transliterations (GeoNames writes those small)."""
    for name in dict.fromkeys(names):
        script = _script(name)
        if script not in SCRIPTS or (drop_codes and CODE.match(name)):
            continue
        if script == "LATIN" and drop_codes and name[:1].islower() and not SMALL_ARTICLE.match(name):
            continue
        if (script != "CJK" and len(name) < 2) or OF_PLACE.match(name):
            continue
        yield name


def _script(name: str) -> str:
    first = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(first, "?").split(" ")[0] if first else ""


def _curated(path: Path) -> Iterator[Row]:
    for cells in _cells(path):
        geonameid, name, kind, country, region, lat, lon, radius, others = cells[:9]
        yield Row(
            int(geonameid), name, tuple(filter(None, others.split("|"))), PlaceKind(kind), "", region or country,
            float(lat), float(lon), 0, float(radius), CURATED_RANK[kind],
        )  # fmt: skip


def _table(path: Path) -> dict[str, list[str]]:
    return {cells[0]: cells[1].split("|") for cells in _cells(path)}


def _cells(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
