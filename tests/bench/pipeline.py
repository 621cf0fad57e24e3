"""Speed of the whole way from text to events, by stage, and of merging, with how well it merges what is known.

    python -m tests.bench.pipeline [--json]

Texts are the bundled articles, repeated with changing towns so that no cache can help. The reports to be merged are
made here from events whose truth is known: one to four articles each, some of which give only the month and region.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.place import Cue, Place, PlaceKind, PlaceMention
from geo.resolve import read_places
from timeline.article import REPORTING_ZONES, Article
from timeline.event import Event, Kind, Party, Report, Role, RolePlace, Span, Specificity, Stance, Toll
from timeline.events.merge import merge
from timeline.reading.articles import read_folder
from timeline.reading.dates import read_dates
from timeline.reading.extract import extract
from timeline.reading.zones import sentences
from timeline.when import Basis, When

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
TOWNS = ("Sumy", "Poltava", "Odesa", "Kherson", "Chernihiv", "Zhytomyr", "Rivne", "Lutsk")
REPEATS = 20
FEW, MANY = 1_000, 100_000  # reports
TARGETS = ("a grain terminal", "a power plant", "an oil depot", "a bridge", "a barracks", "a market", "a school")
START = date(2025, 1, 1)


def texts() -> list[Article]:
    """The bundled articles, over and over, each time about another town."""
    bundled, _ = read_folder(ARTICLES)
    return [
        replace(article, text=article.text.replace("Kharkiv", TOWNS[turn % len(TOWNS)]))
        for turn in range(REPEATS)
        for article in bundled
    ]


def stages(articles: Iterable[Article]) -> tuple[Counter[str], int]:
    """Seconds of processor time that each stage takes over all articles, and their words."""
    gazetteer, spent, words = Gazetteer.open(), Counter[str](), 0
    for article in articles:
        words += len(article.text.split())
        times = [time.process_time()]
        found = sentences(article.text, article.title)
        times.append(time.process_time())
        dates = read_dates(article.text, article.published, found)
        times.append(time.process_time())
        telling = [(s.start, s.end) for s in found if s.zone in REPORTING_ZONES]
        places = read_places(article.text, gazetteer, within=telling)
        times.append(time.process_time())
        extract(article, found, dates, places)
        times.append(time.process_time())
        for stage, start, end in zip(("zones", "dates", "places", "extract"), times, times[1:], strict=False):
            spent[stage] += end - start
    return spent, words


def made_reports(count: int) -> list[tuple[int, Report]]:
    """So many reports, each with the number of the event that it truly tells."""
    dice, made, number = random.Random(count), list[tuple[int, Report]](), 0
    while len(made) < count:
        made += [(number, _report(dice, number, copy, count)) for copy in range(dice.choice((1, 1, 2, 3, 4)))]
        number += 1
    return made[:count]


def _report(dice: random.Random, number: int, copy: int, count: int) -> Report:
    truth = random.Random(number)  # the same for every copy of one event
    row = truth.randrange(max(10, count // 40))
    region = f"XX.{row // 20}"
    town = Place(row + 1, f"Town {row}", PlaceKind.CITY, "XX", region, region, 10 + row % 97 / 2, row // 97 / 3, 5.0)
    around = Place(10**6 + row // 20, region, PlaceKind.REGION, "XX", region, region, 20.0, 20.0, 150.0)
    day = START + timedelta(days=truth.randrange(max(30, count // 100)))
    killed, target = truth.randrange(1, 40), truth.choice(TARGETS)
    vague = copy > 0 and dice.random() < 0.3
    first = day.replace(day=1) if vague else day
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if vague else day
    place = around if vague else town
    mention = PlaceMention(0, 1, place.name, place, (), Cue.AT, "", "")
    article = f"{number}-{copy}"
    return Report(
        key=f"{article}:{dice.random()}",
        article_id=article,
        outlet=article,
        kind=Kind.STRIKE,
        sub_kind="missile",
        when=When(first, last, Basis.RELATIVE),
        when_mention=None,
        places=(RolePlace(mention, Role.EVENT),),
        actor=Party("XY", "XY"),
        recipient=None,
        target=target,
        killed=Toll(killed, killed, killed, str(killed)),
        injured=None,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        evidence=(Span(0, 1),),
    )


def pairwise_f1(made: list[tuple[int, Report]], events: Iterable[Event]) -> float:
    """F1 over pairs of reports that are, and that should be, in one event."""
    truth = {report.key: number for number, report in made}
    should = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    joined = right = 0
    for event in events:
        joined += len(event.reports) * (len(event.reports) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(truth[r.key] for r in event.reports).values())
    return 2 * right / (joined + should)


def merging(count: int) -> tuple[float, float]:
    """Seconds that merging so many reports takes, and its pairwise F1."""
    made = made_reports(count)
    start = time.process_time()
    events = merge(report for _, report in made)
    return time.process_time() - start, pairwise_f1(made, events)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    asked = parser.parse_args()
    spent, words = stages(texts())
    few, _ = merging(FEW)
    many, f1 = merging(MANY)
    figures = {
        "words_per_s": round(words / spent.total()),
        "by_stage": {stage: round(seconds / spent.total(), 3) for stage, seconds in spent.items()},
        "merge_100k_s": round(many, 1),
        "merge_us_per_report_1k": round(few / FEW * 1e6),
        "merge_us_per_report_100k": round(many / MANY * 1e6),
        "merge_pairwise_f1": round(f1, 4),
    }
    if asked.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:28} {value}")


if __name__ == "__main__":
    main()
