"""Words per second of the date reader on one core, beside ``dateparser.search``, over news text.

    python -m tests.bench.dates [--json]

The text is the bundled articles, where there are any, and sentences made here, repeated with changing dates so that no
cache can help.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from timeline.reading.dates import read_dates
from timeline.when import Basis, When

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
PUBLISHED = date(2026, 3, 11)
WORDS = 60_000
RIVAL_WORDS = 6_000  # the rival is slow; its rate settles long before
ROUNDS = 3
FILLER = (
    "The governor said the strike damaged a substation and several homes on the edge of the town, and crews worked to "
    "restore supply to the hospital while residents gathered water from a well near the station. Officials in the "
    "capital blamed the other side, which denied it. The company that owns the plant has not published its losses, "
    "and analysts who follow the grid warned that repairs would be costly. "
)
DATED = (
    "Two people were hurt on {weekday}, a day after drones hit the port. ",
    "The mayor had warned of it on {day} {month}, and again in {month} {year}. ",
    "For the third day in a row, shells fell overnight; the last week of {month} had been quiet. ",
    "He will meet the envoy on {weekday}, and earlier this year he promised to return by early {year}. ",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def made_text(words: int) -> str:
    """News of so many words, with about one date in fifty words."""
    pieces: list[str] = []
    count = turn = 0
    while count < words:
        sentence = DATED[turn % len(DATED)].format(
            weekday=WEEKDAYS[turn % 7], day=1 + turn % 28, month=MONTHS[turn % 10], year=1990 + turn % 36
        )
        pieces += [FILLER, sentence, "\n\n" if turn % 3 == 0 else ""]
        count += len((FILLER + sentence).split())
        turn += 1
    return "".join(pieces)


def news(words: int) -> list[str]:
    """The bundled articles and made text, in pieces of about an article each."""
    bundled = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    made = made_text(words)
    size = 4_000
    return bundled + [made[at : at + size] for at in range(0, len(made), size)]


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    """Words per second of processor time, so that a busy machine changes it little."""
    words = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for text in texts:
        read(text)
    return words / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    asked = parser.parse_args()
    published = When(PUBLISHED, PUBLISHED, Basis.STATED)
    settings = {"RELATIVE_BASE": datetime(PUBLISHED.year, PUBLISHED.month, PUBLISHED.day)}  # noqa: DTZ001 - a naive day
    many, few = news(WORDS), news(RIVAL_WORDS)
    rounds = [
        (
            rate(lambda text: read_dates(text, published), many),
            rate(lambda text: search_dates(text, languages=["en"], settings=settings), few),
        )
        for _ in range(ROUNDS)
    ]
    ours, theirs = (max(rates) for rates in zip(*rounds, strict=True))
    figures = {"words_per_s": round(ours), "ratio_to_dateparser_search": round(ours / theirs, 2)}
    if asked.json:
        print(json.dumps(figures))
    else:
        print(f"{'reader':<20}{'words per second':>18}")
        print(f"{'Dateline':<20}{ours:>18,.0f}\n{'dateparser.search':<20}{theirs:>18,.0f}")
        print(f"ratio {figures['ratio_to_dateparser_search']}")


if __name__ == "__main__":
    main()
