"""Write rows as the three files that ``geo/gazetteer.py`` maps into memory."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from geo.gazetteer import KINDS, LAT_STEPS, LON_STEPS, NO_PARENT, NO_SEAT, OTHER_NAME, RANK_SCALE, SHARED, VERSION
from geo.names import arabic_key, fold_name, slavic_key
from geo.place import EARTH_RADIUS_KM, PlaceKind

SHORTENED = (
    ("saint", "st.", "st"),
    ("mount", "mt.", "mt"),
    ("fort", "ft.", "ft"),
    ("santa", "sta."),
    ("santo", "sto."),
)
ARABIC = re.compile("AE|AF|BH|DJ|DZ|EG|ER|IL|IQ|IR|JO|KW|LB|LY|MA|OM|PK|PS|QA|SA|SD|SO|SY|TD|TN|YE")
SLAVIC = re.compile("BY|KZ|RU|UA")
SECOND = 2  # full stops of a second-order division's code
MAX_RADIUS_KM = 6553.0  # of the two-byte column


@dataclass(slots=True)
class Row:
    """One place on its way into the files; ``parent`` is the GeoNames code of the division that contains it, or ""."""

    geonameid: int
    name: str
    others: tuple[str, ...]
    kind: PlaceKind
    code: str  # of a division: "UA", "UA.25", "US.TX.097"; else ""
    parent: str
    lat: float
    lon: float
    population: int
    radius_km: float
    rank: float
    seat_of: str = ""  # the code of the first-order division that is governed from it


def write(rows: list[Row], folder: Path) -> list[tuple[Path, int]]:
    """Write the files into ``folder``; returns each with its size in bytes."""
    rows = sorted(rows, key=_order)
    number = {row.code: i for i, row in enumerate(rows) if row.code}
    codes = [row.code for row in rows if row.code and row.code.count(".") < SECOND]
    seats = _seats(rows)
    names, first, more = _names(rows)
    labels = marisa_trie.Trie(sorted({row.name for row in rows}))
    columns = {
        "first": ("B", first),
        "more": ("B", more),
        "label": ("B", _three_byte_column(labels[row.name] for row in rows)),
        "id": ("B", _three_byte_column(row.geonameid for row in rows)),
        "lat": ("B", _three_byte_column(round((row.lat + 90) * LAT_STEPS) for row in rows)),
        "lon": ("B", _three_byte_column(round((row.lon + 180) * LON_STEPS) for row in rows)),
        "seat": ("B", _three_byte_column(seats.get(code, NO_SEAT) for code in codes)),
        "population": ("I", array("I", [row.population for row in rows]).tobytes()),
        "parent": ("H", array("H", [number.get(row.parent, NO_PARENT) for row in rows]).tobytes()),
        "radius": ("H", array("H", [round(min(row.radius_km, MAX_RADIUS_KM) * 10) for row in rows]).tobytes()),
        "kind": ("B", array("B", [KINDS.index(row.kind) for row in rows]).tobytes()),
        "rank": ("B", array("B", [round(row.rank * RANK_SCALE) for row in rows]).tobytes()),
    }
    names.save(str(folder / "gazetteer.names"))
    labels.save(str(folder / "gazetteer.labels"))
    (folder / "gazetteer.columns").write_bytes(_bytes(columns, codes))
    written = [folder / f"gazetteer.{part}" for part in ("names", "labels", "columns")]
    return [(path, path.stat().st_size) for path in written]


def _seats(rows: list[Row]) -> dict[str, int]:
    """Code of a first-order division → the row of its seat: the larger of two."""
    towns = [i for i, row in enumerate(rows) if row.seat_of]
    return {rows[i].seat_of: i for i in sorted(towns, key=lambda i: rows[i].population)}


def _order(row: Row) -> tuple[int, str, int]:
    """Countries, first-order regions, second-order ones, then all else."""
    return (row.code.count(".") if row.code else 3, row.code, row.geonameid)


def _names(rows: list[Row]) -> tuple[marisa_trie.Trie, bytes, bytes]:
    """The trie of folded names, and where each one's rows are, best first."""
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    for i, row in enumerate(rows):
        own = keys_of(row.name)
        for name in (row.name, *row.others):
            for key in keys_of(name):
                postings[key].setdefault(i, 0 if key in own else OTHER_NAME)
    for i, row in enumerate(rows):
        for key in alike_keys(row):
            postings[key].setdefault(i, OTHER_NAME)
    trie = marisa_trie.Trie(sorted(postings))
    first, more = [0] * len(trie), []
    for key, index in sorted(trie.items(), key=lambda item: item[1]):
        found = sorted(postings[key], key=lambda i: (-rows[i].rank + (0.5 if postings[key][i] else 0), i))
        values = [i | postings[key][i] for i in found]
        first[index] = values[0] if len(values) == 1 else SHARED | len(more)
        more += [] if len(values) == 1 else [len(values), *values]
    return trie, _three_byte_column(first), _three_byte_column(more)


def alike_keys(row: Row) -> set[str]:
    """The keys of spellings that no source lists, for the countries whose names have no one spelling in English."""
    country = (row.code or row.parent).partition(".")[0]
    wear = arabic_key if ARABIC.fullmatch(country) else slavic_key if SLAVIC.fullmatch(country) else None
    if wear is None or row.code == country:
        return set()
    return {key for name in (row.name, *row.others) if _is_latin(name) and (key := wear(fold_name(name)))}


def _is_latin(name: str) -> bool:
    first = next((char for char in name if char.isalpha()), " ")
    return unicodedata.name(first, "").startswith("LATIN")


def keys_of(name: str) -> set[str]:
    """A name's keys: as it is, without apostrophes, and with "St.", "Mt." and "Ft." written out, short, or bare."""
    key = fold_name(name)
    keys = {key, key.replace("'", "")}
    first, _, rest = key.partition(" ")
    for spellings in SHORTENED:
        if rest and first in spellings:
            keys |= {f"{spelling} {rest}" for spelling in spellings}
    if first == "general" and rest.endswith(" city"):  # without "City" it may be an officer
        keys |= {f"gen. {rest}", f"gen {rest}"}
    if name.endswith(" County"):
        keys.add(key.removesuffix("unty") + ".")
    return {k for k in keys if k}


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees."""
    p, q = math.radians(a[0]), math.radians(b[0])
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def _three_byte_column(values: Iterable[int]) -> bytes:
    return b"".join(value.to_bytes(3, "little") for value in values)


def _bytes(columns: dict[str, tuple[str, bytes]], codes: list[str]) -> bytes:
    """The header line, then the columns, each beginning at a multiple of eight."""
    header_size = 8 * ((len(json.dumps(codes)) + 2000) // 8)
    parts, at, body = {}, header_size, b""
    for name, (code, data) in columns.items():
        parts[name] = (code, at, len(data))
        padded = data + b"\0" * (-len(data) % 8)
        body += padded
        at += len(padded)
    header = json.dumps({"version": VERSION, "parts": parts, "codes": codes}).encode()
    return header + b" " * (header_size - len(header) - 1) + b"\n" + body
