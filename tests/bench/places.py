"""Words per second of finding and placing names, and what the gazetteer costs to open and to hold.

    python -m tests.bench.places [--json]

The text is the bundled articles and sentences made here with names drawn from the gazetteer, so that no cache can help.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.recognise import recognise
from geo.resolve import read_places

ROOT = Path(__file__).parents[2]
WORDS = 60_000
ROUNDS = 3
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


def made_articles(words: int, gazetteer: Gazetteer) -> list[str]:
    """News of so many words in articles of about 400, each about a few towns drawn by a fixed seed."""
    draw = random.Random(20260311)
    articles: list[str] = []
    while sum(len(article.split()) for article in articles) < words:
        names = [gazetteer.place(draw.randrange(len(gazetteer))).name for _ in range(8)]
        sentences = [draw.choice(SENTENCES).format(*draw.sample(names, 4)) for _ in range(20)]
        articles.append("".join(sentences))
    return articles


def rate(read: object, articles: list[str]) -> float:
    """The best of some rounds, in words a second."""
    words = sum(len(article.split()) for article in articles)
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for article in articles:
            read(article)  # type: ignore[operator]
        best = min(best, time.perf_counter() - started)
    return words / best


def figures() -> dict[str, float | None]:
    """What the benchmark prints."""
    gazetteer = Gazetteer.open()
    bundled = [path.read_text("utf-8") for path in sorted((ROOT / "data" / "articles").glob("*.txt"))]
    articles = bundled + made_articles(WORDS, gazetteer)
    opening = subprocess.run([sys.executable, "-c", OPENING], cwd=ROOT, capture_output=True, text=True, check=True)
    open_s, added_mb = (float(word) for word in opening.stdout.split())
    return {
        "words_per_s": round(rate(lambda text: read_places(text, gazetteer), articles)),
        "words_per_s_recognise": round(rate(lambda text: recognise(text, gazetteer), articles)),
        "words_per_s_with_model": None,  # there is no model: gazetteer and grammar alone
        "open_s": round(open_s, 4),
        "rss_mb": round(added_mb, 1),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
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
        print(f"{name:24} {'-' if value is None else f'{value:>14,}'}")


if __name__ == "__main__":
    main()
