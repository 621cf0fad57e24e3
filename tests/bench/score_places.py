"""Scores of place names found, and of the places that they were taken for.

A place is a mapping ``{"start", "end", "lat", "lon", "geonameid"}``; a gold one with GeoNames' ``"feature_code"``, a
found one with ``"kind"``. Gold places without coordinates count only for the finding.

- strict F1: found spans that are gold spans
- acc@161: the share of gold places that were found and put within 161 km (100 miles), the usual figure of the field
- entity: the share that is the right thing: the same GeoNames id or within 161 km, and for a country within 1,500 km,
  for a first-order region within 600 km, since where its one point lies is a convention
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tests.bench.matching import f1, pairs

PlaceRow = Mapping[str, Any]

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
NEAR_KM = 161
REACHES = (("PCL", "country", 1500), ("ADM1", "region", 600))  # GeoNames feature code, our kind, km


def score(gold: Sequence[PlaceRow], found: Sequence[PlaceRow]) -> Counter[str]:
    """Counts for one document, to be summed and given to ``figures``."""
    spans, answers = [_span(place) for place in gold], [_span(place) for place in found]
    counts = Counter(gold=len(gold), found=len(found), strict=len(set(spans) & set(answers)))
    paired = pairs(spans, answers)
    for i, place in enumerate(gold):
        if place["lat"] is None:
            continue
        counts["located"] += 1
        if i in paired and found[paired[i]]["lat"] is not None:
            answer = found[paired[i]]
            counts["near"] += distance_km(place, answer) <= NEAR_KM
            counts["entity"] += is_same(place, answer)
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """Strict F1, acc@161 and entity, in points of a hundred, and the number of gold places."""
    located = counts["located"] or 1
    return {
        "places": counts["gold"],
        "strict": round(100 * f1(counts["strict"], counts["found"], counts["gold"]), 2),
        "acc@161": round(100 * counts["near"] / located, 2),
        "entity": round(100 * counts["entity"] / located, 2),
    }


def is_same(gold: PlaceRow, answer: PlaceRow) -> bool:
    """Whether the answer is the gold place, whatever point stands for it."""
    if gold.get("geonameid") and str(gold["geonameid"]) == str(answer["geonameid"]):
        return True
    code = gold.get("feature_code") or ""
    reach = next((km for start, kind, km in REACHES if code.startswith(start) and answer["kind"] == kind), NEAR_KM)
    return distance_km(gold, answer) <= reach


def distance_km(one: PlaceRow, other: PlaceRow) -> float:
    """Kilometres between two places on the great circle."""
    north, south = math.radians(one["lat"]), math.radians(other["lat"])
    turn = math.radians(other["lon"] - one["lon"])
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(turn / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def _span(place: PlaceRow) -> tuple[int, int]:
    return place["start"], place["end"]
