"""Scores of the reader on ``tests/cases/places_conflicts.json``: invented sentences about ten places at war or near it.

Each sentence bears the places that it names, in order: what is said, GeoNames id or null, latitude, longitude, role,
and for waters and lands how many km around their point are right (20 km for all else). Demonyms are no places here.
The roles, as ``python -m timeline places`` gives them:

- place: something happens or stands there, or is on its way there; or it contains such a place
- actor: a government, an army or an office under the place's name, that does, speaks, or is addressed
- origin: from where a weapon, a person or a force came
- dateline: where the report was written

A word in the name of something else (role "name": "Bank of Beirut") is no place here, and no error where told so.

Sentences and gold were written before the reader was run on them; ``draw_places`` drew a third of the places.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from geo.place import Cue
from geo.resolve import read_places
from tests.bench.score_places import distance_km
from timeline.out.mentions import place_rows

CASES = Path(__file__).resolve().parents[1] / "cases" / "places_conflicts.json"
NEAR_KM = 20.0

Gold = Mapping[str, Any]


def sentences() -> list[dict[str, Any]]:
    """The sentences, each with its area, text and ``places`` as mappings with their spans."""
    return [{**row, "places": list(_spans(row["text"], row["places"]))} for row in json.loads(CASES.read_text("utf-8"))]


def _spans(text: str, places: Sequence[Sequence[Any]]) -> Iterator[Gold]:
    at = 0
    for said, geonameid, lat, lon, role, *reach in places:
        start = text.index(said, at)
        at = start + len(said)
        yield {"start": start, "end": at, "geonameid": geonameid, "lat": lat, "lon": lon, "role": role,
               "reach_km": reach[0] if reach else NEAR_KM}  # fmt: skip


def errors(gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Every error: its kind (missed, extra, wrong place, unplaced, role, metonym plotted) and where it is."""
    for sentence in sentences():
        text = sentence["text"]
        mentions = [mention for mention in read_places(text, gazetteer) if mention.cue is not Cue.DEMONYM]
        found = {(row["start"], row["end"]): row for row in place_rows(mentions, text)}
        for gold in sentence["places"]:
            row = found.pop((gold["start"], gold["end"]), None)
            told = f"{text[gold['start'] : gold['end']]} | {text}"
            yield from ((kind, told) for kind in (_kinds(gold, row) if row else ["missed"]))
        others = (span for span, row in found.items() if row["role"] != "name")
        yield from (("extra", f"{text[start:end]} | {text}") for start, end in others)


def _kinds(gold: Gold, row: Mapping[str, Any]) -> Iterator[str]:
    if row["lat"] is None:
        yield "unplaced"
    elif (row["geonameid"] or 0) != gold["geonameid"] and distance_km(gold, row) > gold["reach_km"]:
        yield "wrong place"
    if row["role"] != gold["role"]:
        yield f"role {row['role']} for {gold['role']}"
        if gold["role"] == "actor" and row["lat"] is not None:
            yield "metonym plotted"


def figures(gazetteer: Gazetteer) -> dict[str, float]:
    """The mentions; in points of a hundred, the found of the gold, the gold of the found, and of these the right ones.

    ``actors_plotted`` counts the actors that the command would put on a map.
    """
    counts = Counter(kind.split(" ")[0] for kind, _ in errors(gazetteer))
    gold = sum(len(sentence["places"]) for sentence in sentences())
    found = gold - counts["missed"]
    return {
        "places": gold,
        "recall": round(100 * found / gold, 2),
        "precision": round(100 * found / (found + counts["extra"]), 2),
        "within_20_km": round(100 * (found - counts["wrong"] - counts["unplaced"]) / found, 2),
        "roles": round(100 * (found - counts["role"]) / found, 2),
        "actors_plotted": counts["metonym"],
    }
