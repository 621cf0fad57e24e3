"""The places of ``tests/cases/places_conflicts.json`` that chance chose, so that nobody picks what the reader knows.

    python -m tests.bench.draw_places [--each 14]

For each area the towns of the gazetteer are put in the order of a hash of ``SEED`` and their GeoNames id, and the first
are taken: a town that the gazetteer gains or loses changes no other's turn. The sentences were written around them
before the reader saw any. The columns: area, GeoNames id, name, first-order region, people.
"""

from __future__ import annotations

import argparse
import hashlib

from geo.gazetteer import Gazetteer
from geo.place import Place, PlaceKind

SEED = "2026-11-22"
EACH = 14
# Area → GeoNames codes of its countries or first-order regions.
AREAS = {
    "Ukraine": ("UA",),
    "Russia's border regions": ("RU.09", "RU.10", "RU.38", "RU.41", "RU.61", "RU.86"),
    "Gaza": ("PS.GZ",),
    "Lebanon": ("LB",),
    "Syria": ("SY",),
    "Iran": ("IR",),
    "Yemen": ("YE",),
    "Sudan": ("SD",),
    "Kashmir": ("IN.12", "PK.06"),
    "Taiwan": ("TW",),
}


def drawn(gazetteer: Gazetteer, each: int = EACH) -> dict[str, list[Place]]:
    """The towns of each area that chance chose, in their order."""
    towns: dict[str, list[Place]] = {area: [] for area in AREAS}
    area_of = {gazetteer.named_row(code): area for area, codes in AREAS.items() for code in codes}
    for row in range(len(gazetteer)):
        area = next((area_of[division] for division in gazetteer.parents(row) if division in area_of), None)
        if area and gazetteer.kind(row) is PlaceKind.CITY and gazetteer.place(row).geonameid:
            towns[area].append(gazetteer.place(row))
    return {area: sorted(found, key=_turn)[:each] for area, found in towns.items()}


def _turn(place: Place) -> str:
    return hashlib.sha256(f"{SEED} {place.geonameid}".encode()).hexdigest()


def main() -> None:
    """Print one line for each town drawn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=EACH, help="towns of each area")
    for area, places in drawn(Gazetteer.open(), parser.parse_args().each).items():
        for place in places:
            print(area, place.geonameid, place.name, place.region, place.population, sep="\t")


if __name__ == "__main__":
    main()
