"""What a name costs a place that is not called by it: more where another town bears it as its own."""

from __future__ import annotations

from geo.found import Found
from geo.gazetteer import CITY, OTHER_NAME, ROW_MASK, Gazetteer
from geo.names import fold_name, is_spelling

OTHER_NAME_MALUS = 0.8  # for a name that is not the place's own; more where a city of 200,000 bears it as its own
BEARER, BORNE_NAME_MALUS, COMPATRIOT_MALUS = 5.3, 2.0, 4.0
OUTSHONE, OUTSHONE_MALUS = 1.5, 6.0  # of rank, below the city that bears it; Islamabad is not Anantnag
FORMER_MALUS, TODAY = 4.0, 4.5  # a name of another word, and the rank of a town that bears it today: Salisbury


def bearers(name: Found, gazetteer: Gazetteer) -> dict[int, float]:
    """Country → rank of its largest town that bears the name as its own."""
    found: dict[int, float] = {}
    for posting in name.postings:
        row = posting & ROW_MASK
        if not posting & OTHER_NAME and gazetteer.kind(row) is CITY:
            for country in gazetteer.parents(row)[-1:]:
                found[country] = max(found.get(country, 0.0), gazetteer.rank(row))
    return found


def largest(name: Found, gazetteer: Gazetteer, least: float = BEARER) -> dict[int, float]:
    """Country → rank of its largest town of the name, own or other, if that is at least of rank ``least``."""
    found: dict[int, float] = {}
    for posting in name.postings:
        row = posting & ROW_MASK
        if gazetteer.kind(row) is CITY and gazetteer.rank(row) >= least:
            country = country_of(row, gazetteer)
            found[country] = max(found.get(country, 0.0), gazetteer.rank(row))
    return found


def country_of(row: int, gazetteer: Gazetteer) -> int:
    """The row of a row's country, -1 where it has none."""
    return next(iter(gazetteer.parents(row)[-1:]), -1)


def malus(key: str, row: int, named: dict[int, float], gazetteer: Gazetteer) -> float:
    """What a name costs that is not the place's own: more where a town of its country or a great city bears it."""
    country = gazetteer.parents(row)[-1:]
    if gazetteer.kind(row) is CITY and country and country[0] in named:
        own = fold_name(gazetteer.place(row).name)
        if not is_spelling(own, key):
            return COMPATRIOT_MALUS  # "Oleksandrivka", once the name of Donetsk; not "Zaporizhzhia"
    best = max(named.values(), default=0.0)
    if best < BEARER:
        former = best >= TODAY and not is_spelling(fold_name(gazetteer.place(row).name), key)
        return FORMER_MALUS if former else OTHER_NAME_MALUS
    city = gazetteer.kind(row) is CITY
    return OUTSHONE_MALUS if city and gazetteer.rank(row) < best - OUTSHONE else BORNE_NAME_MALUS
