"""The offline gazetteer: the built files, memory-mapped, as a ``Geocoder``.

Three files of ``data/built`` (``data/build/gazetteer.py`` writes them): ``gazetteer.names`` is a trie of folded names,
``gazetteer.labels`` a trie of the names as a place writes itself, ``gazetteer.columns`` one JSON line that says where
each column lies, then the columns. Rows are divisions first (a row's ``parent`` is always a division), then the rest.
"""

from __future__ import annotations

import json
import mmap
from functools import cache
from pathlib import Path

import marisa_trie

from geo.names import arabic_key, fold_name, slavic_key
from geo.place import GazetteerError, Place, PlaceKind

BUILT = Path(__file__).resolve().parent.parent / "data" / "built"
VERSION = 2
LAT_STEPS, LON_STEPS = 93_000, 46_600  # a degree, in the three-byte columns: steps of 1 to 2 metres
MAX_KEPT = 50_000  # places kept in memory once read, about 20 MB
NO_PARENT = 0xFFFF  # a row that nothing contains
NO_SEAT = 0xFFFFFF  # in the column of seats: none known
RANK_SCALE = 20.0  # ranks are stored in twentieths of a power of ten
SHARED = 1 << 23  # a posting with this bit counts the rows of a name that several places share
OTHER_NAME = 1 << 22  # a posting with this bit: the name is one of the place's other names
ROW_MASK = OTHER_NAME - 1
MAX_HEADER = 1 << 18  # bytes
KINDS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.SITE, PlaceKind.OTHER)
COUNTRY, REGION, DISTRICT, CITY, SITE, OTHER = KINDS  # an Enum's members are slow to reach through its class


class Gazetteer:
    """Names to places, from the built files; safe to share between threads, for what it keeps is only what it read."""

    def __init__(self, names: marisa_trie.Trie, labels: marisa_trie.Trie, columns: memoryview) -> None:
        """Takes the opened files; use ``open``."""
        header_end = bytes(columns[:MAX_HEADER]).index(b"\n")
        header = json.loads(bytes(columns[:header_end]))
        if header["version"] != VERSION:
            raise GazetteerError(f"the gazetteer is of version {header['version']}, not {VERSION}")
        parts = {
            name: columns[start : start + length].cast(code) for name, (code, start, length) in header["parts"].items()
        }
        self._names, self._labels = names, labels
        self._first, self._more = parts["first"], parts["more"]
        self._id, self._lat, self._lon = parts["id"], parts["lat"], parts["lon"]
        self._population, self._radius = parts["population"], parts["radius"]
        self._parent, self._kind, self._rank = parts["parent"], parts["kind"], parts["rank"]
        self._label, self._seat = parts["label"], parts["seat"]
        self._codes: list[str] = header["codes"]
        self._coded = {code: row for row, code in enumerate(self._codes)}
        self._places: dict[int, Place] = {}
        self._chains: dict[int, tuple[int, ...]] = {}  # division → itself and what contains it

    @classmethod
    def open(cls, path: Path | str | None = None) -> Gazetteer:
        """The gazetteer in the folder ``path`` (the project's own when ``None``).

        Raises ``GazetteerError`` where a file is missing, damaged, or of another version.
        """
        return _opened(Path(path) if path is not None else BUILT)

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._kind)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place that bears ``name`` in any spelling, most important first."""
        return tuple(self.place(row) for row in self.rows(fold_name(name)))

    def rows(self, key: str) -> list[int]:
        """The rows of a folded name, most important first; own names before other names of equal rank."""
        postings = self.postings(key)
        return [posting & ROW_MASK for posting in postings]

    def postings(self, key: str) -> list[int]:
        """The rows of a folded name, most important first, ``OTHER_NAME`` set where it is not the place's own name."""
        index = self._names.get(key)
        if index is None:
            return []
        value = _three_bytes(self._first, index)
        if not value & SHARED:
            return [value]
        first = (value & ~SHARED) + 1
        listed = bytes(self._more[3 * first : 3 * (first + _three_bytes(self._more, first - 1))])
        return [a | b << 8 | c << 16 for a, b, c in zip(listed[::3], listed[1::3], listed[2::3], strict=True)]

    def alike(self, key: str) -> list[int]:
        """The rows of names that are spelled nearly like a folded one, as ``postings``, in the countries where that
        happens: Arabic, Persian and Slavic names have no one spelling in English.
        """
        return [posting for worn in (arabic_key(key), slavic_key(key)) if worn for posting in self.postings(worn)]

    def prefixes(self, folded: str) -> list[str]:
        """Every name that ``folded`` begins with, shortest first."""
        found: list[str] = self._names.prefixes(folded)
        return found

    def has_prefix(self, folded: str) -> bool:
        """Whether some name begins with ``folded``."""
        return next(self._names.iterkeys(folded), None) is not None

    def place(self, row: int) -> Place:
        """The place of a row."""
        place = self._places.get(row)
        if place is None:
            if len(self._places) >= MAX_KEPT:
                self._places.clear()
            place = self._places[row] = self._read(row)
        return place

    def kind(self, row: int) -> PlaceKind:
        """What sort of thing a row is."""
        return KINDS[self._kind[row] & 0x0F]

    def rank(self, row: int) -> float:
        """How important a row is: about the power of ten of the people who live there."""
        return float(self._rank[row]) / RANK_SCALE

    def population(self, row: int) -> int:
        """Inhabitants, 0 where unknown."""
        return int(self._population[row])

    def point(self, row: int) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        lat, lon = _three_bytes(self._lat, row) / LAT_STEPS - 90, _three_bytes(self._lon, row) / LON_STEPS - 180
        return round(lat, 5), round(lon, 5)

    def parents(self, row: int) -> tuple[int, ...]:
        """The divisions that contain a row, nearest first."""
        parent = self._parent[row]
        if parent == NO_PARENT:
            return ()
        found = self._chains.get(parent)
        if found is None:
            found = self._chains[parent] = (parent, *self.parents(parent))
        return found

    def seat(self, row: int) -> int | None:
        """The row of the town from which a first-order region is governed."""
        seat = _three_bytes(self._seat, row) if row < len(self._codes) else NO_SEAT
        return seat if seat != NO_SEAT else None

    def named_row(self, code: str) -> int | None:
        """The row of a country ("UA") or region ("UA.25") by its code, or of the first place of that name."""
        row = self._coded.get(code)
        return row if row is not None else next(iter(self.rows(fold_name(code))), None)

    def _read(self, row: int) -> Place:
        around = (row, *self.parents(row))
        region = next((r for r in around if self.kind(r) is REGION), None)
        country = next((r for r in around if self.kind(r) is COUNTRY), None)
        lat, lon = self.point(row)
        return Place(
            geonameid=_three_bytes(self._id, row),
            name=self._name(row),
            kind=self.kind(row),
            country=self._codes[country] if country is not None else None,
            region=self._name(region) if region is not None else None,
            region_code=self._codes[region] if region is not None else None,
            lat=lat,
            lon=lon,
            radius_km=self._radius[row] / 10,
            population=self.population(row),
        )

    def _name(self, row: int) -> str:
        name: str = self._labels.restore_key(_three_bytes(self._label, row))
        return name


def _three_bytes(column: memoryview, index: int) -> int:
    return column[3 * index] | column[3 * index + 1] << 8 | column[3 * index + 2] << 16


@cache
def _opened(folder: Path) -> Gazetteer:
    names, labels = marisa_trie.Trie(), marisa_trie.Trie()
    try:
        names.mmap(str(folder / "gazetteer.names"))
        labels.mmap(str(folder / "gazetteer.labels"))
        with (folder / "gazetteer.columns").open("rb") as file:
            columns = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return Gazetteer(names, labels, columns)
    except (OSError, RuntimeError, ValueError, KeyError) as error:
        raise GazetteerError(
            f"cannot open the gazetteer in {folder}: {error}; data/README.md says how to build it"
        ) from error
