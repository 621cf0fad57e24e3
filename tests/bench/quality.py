"""How well dates, places and events are read, against a corpus that people annotated.

    python -m tests.bench.quality dates GOLD.jsonl [--errata ERRATA.json] [--frozen 40] [--json]
    python -m tests.bench.quality places GOLD.jsonl [--frozen-share 0.2] [--json]
    python -m tests.bench.quality conflicts [--json]
    python -m tests.bench.quality events FOLDER [FOLDER ...] [--json]
    python -m tests.bench.quality merging [--tellings 4000] [--seed 11] [--json]

``conflicts`` reads the bundled sentences that ``score_conflicts`` tells of.

``merging`` makes up events and articles that retell them, in two sets of templates, of which ``held_out`` was not
looked at while the reader was improved, and gives pairwise F1 across articles beside never joining and joining what has
one day and one place; ``of_found`` leaves out tellings that were not found at all.

Each FOLDER holds ``texts/`` with articles.csv and ``gold.jsonl``, as ``tests/gold/README.md`` describes them; it is
scored by itself and told with the SHA-256 of its gold. Intervals are 95 %, from 1,000 resamples of its stories.

GOLD.jsonl holds one document a line; offsets count code points of the text:

    dates   {"id", "dct": "2025-10-04", "text", "timexes": [{"start", "end", "type", "value", "tid"}]}
    places  {"id", "text", "places": [{"start", "end", "lat", "lon", "geonameid", "feature_code"}]}

"tid" is needed only with errata: a JSON list of [document id, tid, value] whose gold is known to be wrong; they count
nowhere. Documents are read by the project's own command line. Some can be scored apart from the others too: with
--frozen N the N whose id has the smallest SHA-256, with --frozen-share 0.2 the fifth (about) whose SHA-256, read as a
number, is a multiple of 5. ``score_dates``, ``score_places`` and ``score_events`` define the figures.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from tests.bench import merging, score_conflicts, score_dates, score_events, score_places
from tests.bench.command import command_rows, read_rows
from tests.bench.retelling.score import Joined
from tests.bench.retelling.writing import SETS

Row = Mapping[str, Any]
Figures = dict[str, float]
Parts = dict[str, list[int]]


def frozen_first(ids: Sequence[str], count: int) -> Parts:
    """The numbers of all documents, of the ``count`` whose id has the smallest SHA-256, and of the others."""
    order = sorted(range(len(ids)), key=lambda i: _number(ids[i]))
    return _parts(len(ids), order[:count])


def frozen_multiples(ids: Sequence[str], share: float) -> Parts:
    """The same, frozen being those whose SHA-256 is a multiple of ``1 / share``, rounded; none for a share of 0."""
    return _parts(len(ids), [i for i, name in enumerate(ids) if share and _number(name) % round(1 / share) == 0])


def _number(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)


def _parts(documents: int, frozen: Sequence[int]) -> Parts:
    others = [i for i in range(documents) if i not in frozen]
    return {"all": list(range(documents)), **({"frozen": list(frozen), "others": others} if frozen else {})}


def date_quality(gold: Path, errata: Collection[tuple[str, str, str]] = (), frozen: int = 0) -> dict[str, Figures]:
    """Strict, value and interval F1 for each part of a corpus of dates."""
    documents = read_rows(gold.read_text(encoding="utf-8"))
    counts = [
        score_dates.score(document["text"], document["timexes"], row["timexes"], _wrong(document, errata))
        for document, row in zip(documents, command_rows("dates", str(gold)), strict=True)
    ]
    return _by_part(frozen_first([d["id"] for d in documents], frozen), counts, score_dates.figures)


def place_quality(gold: Path, frozen_share: float = 0.0) -> dict[str, Figures]:
    """For each part of a corpus of places: what was found, and under ``given_`` what was made of the gold spans."""
    documents = read_rows(gold.read_text(encoding="utf-8"))
    parts = frozen_multiples([d["id"] for d in documents], frozen_share)
    found, given = (
        _by_part(parts, _place_counts(documents, command_rows("places", *option, str(gold))), score_places.figures)
        for option in ((), ("--given-spans",))
    )
    return {
        part: {**found[part], **{f"given_{name}": given[part][name] for name in ("acc@161", "entity")}}
        for part in parts
    }


def event_quality(folder: Path) -> dict[str, score_events.Figure]:
    """Every figure of ``score_events`` over one folder of texts with gold events."""
    with (folder / "texts" / "articles.csv").open(encoding="utf-8", newline="") as table:
        ids = [row.get("id") or Path(row["file"]).stem for row in csv.DictReader(table)]
    gold = read_rows((folder / "gold.jsonl").read_text(encoding="utf-8"))
    return score_events.figures(ids, gold, command_rows("events", str(folder / "texts")))


def event_table(scored: Mapping[Path, Mapping[str, score_events.Figure]]) -> str:
    """One row for each figure, one column for each folder, in Markdown; then the SHA-256 of each folder's gold."""
    head = ["", *(folder.name for folder in scored)]
    columns = list(scored.values())
    rows = [[name, *(_cell(quality[name]) for quality in columns)] for name in columns[0]]
    return "\n".join([*_markdown(head, rows), "", *(f"{gold_hash(folder)}  {folder}/gold.jsonl" for folder in scored)])


def _cell(figure: score_events.Figure) -> str:
    interval = "" if figure.low is None else f" ({figure.low} to {figure.high})"
    return f"{figure.value:g}{interval}; {figure.said}"


def merging_table(scored: Mapping[str, Mapping[str, Joined]]) -> str:
    """One row for each set of templates and each way of joining, in Markdown."""
    head = ["templates", "joined by", *(field.name for field in fields(Joined))]
    rows = [
        [name, how, *(f"{value:,}" for value in asdict(row).values())]
        for name, ways in scored.items()
        for how, row in ways.items()
    ]
    return "\n".join(_markdown(head, rows))


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def gold_hash(folder: Path) -> str:
    """The SHA-256 of a folder's gold."""
    return hashlib.sha256((folder / "gold.jsonl").read_bytes()).hexdigest()


def _wrong(document: Row, errata: Collection[tuple[str, str, str]]) -> list[int]:
    """The numbers of a document's gold mentions that the errata name."""
    names = [(document["id"], mention.get("tid"), mention["value"]) for mention in document["timexes"]]
    return [i for i, name in enumerate(names) if name in errata]


def _place_counts(documents: Iterable[Row], rows: Iterable[Row]) -> list[Counter[str]]:
    return [score_places.score(d["places"], row["places"]) for d, row in zip(documents, rows, strict=True)]


def _by_part(
    parts: Parts, counts: Sequence[Counter[str]], figures: Callable[[Counter[str]], Figures]
) -> dict[str, Figures]:
    return {
        part: {"documents": len(members), **figures(sum((counts[i] for i in members), Counter()))}
        for part, members in parts.items()
    }


def read_errata(path: Path | None) -> frozenset[tuple[str, str, str]]:
    """The triples of an errata file; none without a file."""
    return frozenset((a, b, c) for a, b, c in json.loads(path.read_text(encoding="utf-8"))) if path else frozenset()


def table(quality: Mapping[str, Figures]) -> str:
    """One line for each part, one column for each figure."""
    names = list(quality["all"])
    head = f"{'':<8}" + "".join(f"{name:>15}" for name in names)
    lines = [f"{part:<8}" + "".join(f"{figures[name]:>15,}" for name in names) for part, figures in quality.items()]
    return "\n".join([head, *lines])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, as one JSON object or as a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, dest="what")
    dates, places, events = (commands.add_parser(what) for what in ("dates", "places", "events"))
    for command in (dates, places):
        command.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    events.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="texts/ and gold.jsonl")
    conflicts = commands.add_parser("conflicts")
    joining = commands.add_parser("merging")
    joining.add_argument("--tellings", type=int, default=merging.TELLINGS, metavar="N", help="size of the made world")
    joining.add_argument("--seed", type=int, default=merging.SEED, metavar="N", help="of the made world")
    for command in (dates, places, conflicts, events, joining):
        command.add_argument("--json", action="store_true", help="one JSON object")
    dates.add_argument("--errata", type=Path, metavar="ERRATA.json", help="gold mentions that are known to be wrong")
    dates.add_argument("--frozen", type=int, default=0, metavar="N", help="so many documents are scored apart too")
    places.add_argument("--frozen-share", type=float, default=0.0, metavar="SHARE", help="about so many, as a share")
    asked = parser.parse_args(arguments)
    if asked.what == "events":
        _print_events(asked.folders, as_json=asked.json)
        return
    if asked.what == "merging":
        _print_merging({name: merging.retold(name, asked.tellings, asked.seed) for name in SETS}, as_json=asked.json)
        return
    if asked.what == "conflicts":
        quality = {"all": score_conflicts.figures(Gazetteer.open())}
    elif asked.what == "dates":
        quality = date_quality(asked.gold, read_errata(asked.errata), asked.frozen)
    else:
        quality = place_quality(asked.gold, asked.frozen_share)
    print(json.dumps(quality) if asked.json else table(quality))


def _print_events(folders: Iterable[Path], *, as_json: bool) -> None:
    scored = {folder: event_quality(folder) for folder in folders}
    if not as_json:
        print(event_table(scored))
        return
    rows = {
        str(folder): {"sha256": gold_hash(folder), **{name: asdict(figure) for name, figure in quality.items()}}
        for folder, quality in scored.items()
    }
    print(json.dumps(rows))


def _print_merging(scored: Mapping[str, Mapping[str, Joined]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({f"{name}: {how}": asdict(row) for name, ways in scored.items() for how, row in ways.items()}))
    else:
        print(merging_table(scored))


if __name__ == "__main__":
    main()
