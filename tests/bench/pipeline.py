"""Speed of the whole way from text to reports, by stage, and of merging, with how well it merges what is known.

    python -m tests.bench.pipeline [FOLDER] [--local LOCAL.jsonl] [--json]

FOLDER holds texts with articles.csv, as the command line reads them; without one, the gold reports are read.
LOCAL.jsonl holds rows {"id", "text"} of local news, where few sentences tell of an attack. Each is read on one core,
once, after one article to wake every word list. ``merging`` and ``retelling`` make what is merged.

No stage asks a language model, so its share is none. Where an English model of spaCy is installed,
``ratio_to_spacy`` is the speed of all stages together as a multiple of the model's own, which only finds names.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.resolve import read_places
from tests.bench import merging
from tests.bench.language_model import installed_model
from timeline.article import REPORTING_ZONES, Article
from timeline.reading.articles import read_folder, read_jsonl
from timeline.reading.dates import read_dates
from timeline.reading.extract import extract
from timeline.reading.zones import sentences

GOLD = Path(__file__).parents[1] / "gold"
STAGES = ("zones", "dates", "places", "extract")
SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000}  # reports merged
RETOLD = 2_000  # tellings; ``python -m tests.bench.quality merging`` reads more


def gold_articles() -> list[Article]:
    """The articles of both halves of the gold set."""
    return [article for half in ("first_half", "second_half") for article in read_folder(GOLD / half / "texts")[0]]


def local_articles(path: Path) -> Sequence[Article]:
    """The articles of a file of JSON lines; what cannot be read ends the run."""
    with path.open("rb") as stream:
        articles, rejected = read_jsonl(stream)
    if rejected:
        raise SystemExit(f"{rejected[0].where}: {rejected[0].reason}")
    return articles


def stages(articles: Sequence[Article]) -> tuple[Counter[str], int]:
    """Seconds of processor time that each stage takes over all articles, and their words."""
    gazetteer, spent = Gazetteer.open(), Counter[str]()
    for _ in _times(articles[0], gazetteer):
        pass
    for article in articles:
        for stage, (start, end) in zip(STAGES, pairwise(_times(article, gazetteer)), strict=True):
            spent[stage] += end - start
    return spent, sum(len(article.text.split()) for article in articles)


def _times(article: Article, gazetteer: Gazetteer) -> Iterator[float]:
    """The clock before, between and after the stages of reading one article."""
    yield time.process_time()
    found = sentences(article.text, article.title)
    yield time.process_time()
    dates = read_dates(article.text, article.published, found)
    yield time.process_time()
    telling = [(s.start, s.end) for s in found if s.zone in REPORTING_ZONES]
    places = read_places(article.text, gazetteer, within=telling)
    yield time.process_time()
    extract(article, found, dates, places)
    yield time.process_time()


def reading(articles: Sequence[Article], name: str = "") -> dict[str, object]:
    """Words a second on one core, and each stage's share."""
    spent, words = stages(articles)
    shares = {stage: round(seconds / spent.total(), 3) for stage, seconds in spent.items()}
    return {
        f"{name}words_per_s": round(words / spent.total()),
        f"{name}by_stage": shares,
        f"{name}words": words,
        f"{name}ratio_to_spacy": _ratio_to_model(articles, spent.total()),
    }


def _ratio_to_model(articles: Sequence[Article], seconds: float) -> float | None:
    """How many times longer an installed model takes than our ``seconds``; ``None`` without one."""
    model = installed_model()
    if model is None:
        return None
    model(articles[0].text)
    started = time.process_time()
    for article in articles:
        model(article.text)
    return round((time.process_time() - started) / seconds, 2)


def merged() -> dict[str, object]:
    """Time for each report at each size, and pairwise F1 of made reports and of articles in unseen words."""
    figures: dict[str, object] = {}
    merging.speed(SIZES["1k"])  # wakes every word list
    for name, count in SIZES.items():
        gc.collect()  # what the reading left behind is no part of it
        seconds, f1 = merging.speed(count)
        figures |= {f"merge_{name}_s": round(seconds, 2), f"merge_us_per_report_{name}": round(seconds / count * 1e6)}
    retold = merging.retold("held_out", RETOLD)["Dateline"]
    return figures | {
        "merge_100k_pairwise_f1": round(f1, 4),
        "merge_pairwise_f1": round(retold.f1 / 100, 4),
        "merge_pairwise_f1_of_found": round(retold.of_found / 100, 4),
    }


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the figures, as one JSON object or as a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="texts with articles.csv")
    parser.add_argument("--local", type=Path, metavar="LOCAL.jsonl", help="local news")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    asked = parser.parse_args(None if arguments is None else list(arguments))
    figures = reading(read_folder(asked.folder)[0] if asked.folder else gold_articles())
    if asked.local:
        figures |= reading(local_articles(asked.local), "local_")
    figures |= merged()
    if asked.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:28} {value}")


if __name__ == "__main__":
    main()
