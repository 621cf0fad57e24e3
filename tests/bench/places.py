"""Words per second of finding and placing names, and what the gazetteer costs to open and to hold.

    python -m tests.bench.places [--json]

The text is the bundled articles and sentences made here with names drawn from the gazetteer. Each round reads other
made articles, whose names were not met before, so that what is remembered of earlier texts helps as little as it can;
``_again`` reads the same articles a second time, as of a paper that writes of the same places every day.
``ratio_to_split`` is the time of recognition as a multiple of what ``str.split`` takes for the same text. Where an
English model of spaCy is installed, ``words_per_s_with_model`` is the speed of finding, placing and asking the model
too, and the ratios to the model's own speed are given; Dateline itself does without (``second_opinion`` says why).
Seconds are those of the processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.recognise import recognise
from geo.resolve import read_places
from tests.bench.language_model import installed_model

ROOT = Path(__file__).parents[2]
WORDS = 60_000
MODEL_WORDS = 20_000  # a model is slow
SEED = 20260311
ROUNDS = (range(1, 5), range(5, 9))  # seeds of made articles: for finding, for placing
SENTENCES = (
    "Two people were hurt in {0} on Tuesday, officials in {1} said, as crews worked to restore the supply of water. ",
    "The governor of the {2} region blamed drones that had been launched from {3}; the other side denied it. ",
    "He said the repairs would be costly and that the plant, which employs four hundred people, would close. ",
    "Residents of {0} gathered at the station, and trains to {3} were late for the third day in a row. ",
    "Analysts who follow the grid warned that the losses, which the company has not published, could grow by winter. ",
)
OPENING = """
import time
import geo.resolve
from geo.gazetteer import Gazetteer
resident = lambda: int(open("/proc/self/statm").read().split()[1]) * 4096 / 2**20
before = resident()
started = time.perf_counter()
gazetteer = Gazetteer.open()
opened = time.perf_counter() - started
geo.resolve.read_places("Two people were hurt in Mukachevo, Zakarpattia.", gazetteer)
print(opened, resident() - before)
"""


def made_articles(words: int, gazetteer: Gazetteer, seed: int = SEED) -> list[str]:
    """News of so many words in articles of about 400, each about a few towns drawn by a fixed seed."""
    draw = random.Random(seed)
    articles: list[str] = []
    while sum(len(article.split()) for article in articles) < words:
        names = [gazetteer.place(draw.randrange(len(gazetteer))).name for _ in range(8)]
        sentences = [draw.choice(SENTENCES).format(*draw.sample(names, 4)) for _ in range(20)]
        articles.append("".join(sentences))
    return articles


def rate(read: Callable[[str], object], rounds: Sequence[list[str]]) -> int:
    """The best of some rounds, in words a second."""
    return round(max(_words(articles) / _seconds(read, articles) for articles in rounds))


def _words(articles: list[str]) -> int:
    return sum(len(article.split()) for article in articles)


def _seconds(read: Callable[[str], object], articles: list[str]) -> float:
    started = time.process_time()
    for article in articles:
        read(article)
    return time.process_time() - started


def figures() -> dict[str, float | None]:
    """What the benchmark prints."""
    gazetteer = Gazetteer.open()
    bundled = [path.read_text("utf-8") for path in sorted((ROOT / "data" / "articles").glob("*.txt"))]
    found, placed = ([bundled + made_articles(WORDS, gazetteer, SEED + i) for i in seeds] for seeds in ROUNDS)
    opening = subprocess.run([sys.executable, "-c", OPENING], cwd=ROOT, capture_output=True, text=True, check=True)
    open_s, added_mb = (float(word) for word in opening.stdout.split())
    recognised = rate(lambda text: recognise(text, gazetteer), found)
    resolved = rate(lambda text: read_places(text, gazetteer), placed)
    return {
        "words_per_s": resolved,
        "words_per_s_again": rate(lambda text: read_places(text, gazetteer), placed),
        "words_per_s_recognise": recognised,
        "words_per_s_recognise_again": rate(lambda text: recognise(text, gazetteer), found),
        "ratio_to_split": round(rate(str.split, found) / recognised, 1),
        **with_model(gazetteer, bundled + made_articles(MODEL_WORDS, gazetteer), recognised, resolved),
        "open_s": round(open_s, 4),
        "rss_mb": round(added_mb, 1),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def with_model(gazetteer: Gazetteer, articles: list[str], recognised: int, resolved: int) -> dict[str, float | None]:
    """Words a second with an English model's names beside ours, and ratios to the model's own; ``None`` without one."""
    model = installed_model()
    if model is None:
        return {"words_per_s_with_model": None}
    own = rate(model, [articles])
    return {
        "words_per_s_with_model": rate(lambda text: (read_places(text, gazetteer), model(text)), [articles]),
        "ratio_to_spacy": round(resolved / own, 1),
        "ratio_to_spacy_recognise": round(recognised / own, 1),
    }


def main() -> None:
    """Print the figures, as one JSON object or as a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    found = figures()
    if parser.parse_args().json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:28} {'-' if value is None else f'{value:>14,}'}")


if __name__ == "__main__":
    main()
