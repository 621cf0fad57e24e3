"""Merging measured in a made world: whole articles through the whole reader, and many reports through merging alone."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from geo.place import Cue, Place, PlaceKind, PlaceMention
from tests.bench.command import command_rows
from tests.bench.retelling.score import Joined, by_day_and_town, never, score
from tests.bench.retelling.world import (
    VAGUE,
    Accusation,
    Strike,
    Telling,
    made_speakers,
    made_towns,
    real_speakers,
    real_towns,
    tellings,
)
from tests.bench.retelling.writing import written
from timeline.event import Event, Kind, Party, Report, Role, RolePlace, Span, Specificity, Stance, Toll
from timeline.events.merge import merge
from timeline.when import Basis, When

SEED = 11
TELLINGS = 4_000  # read as whole articles, about 180,000 words
RIVALS: Mapping[str, Callable[[Mapping[str, Any]], Hashable]] = {
    "Dateline": lambda row: row["cluster_id"],
    "never": never,
    "same day and town": by_day_and_town,
}
WEAPONS = {"glide bomb": "bomb"}  # the reader's name for a weapon, where it is another


def retold(templates: str, count: int = TELLINGS, seed: int = SEED) -> dict[str, Joined]:
    """How well the whole reader joins so many tellings in one set of templates, beside rivals on the same reports."""
    articles = written(tellings(real_towns(), real_speakers(), count, seed), templates)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(article.row()) + "\n" for article in articles), encoding="utf-8")
        rows = command_rows("events", str(path))
    return {name: score(articles, rows, cluster) for name, cluster in RIVALS.items()}


def speed(count: int) -> tuple[float, float]:
    """Seconds of processor time that merging so many perfectly read reports takes, and its pairwise F1."""
    made = made_reports(count)
    start = time.process_time()
    events = merge(report for _, report in made)
    return time.process_time() - start, pairwise_f1(made, events)


def made_reports(count: int, seed: int = SEED) -> list[tuple[int, Report]]:
    """So many reports as a perfect reader would give them, each with the number of the event that it tells."""
    towns = made_towns(count)
    rows = {town.name: row for row, town in enumerate(towns)}
    return [
        (telling.truth.number, _report(f"{number:06}", telling, rows))
        for number, telling in enumerate(tellings(towns, made_speakers(count), count, seed))
    ]


def pairwise_f1(made: Iterable[tuple[int, Report]], events: Iterable[Event]) -> float:
    """F1, 0 to 1, over pairs of reports that are, and that should be, in one event."""
    truth = {report.key: number for number, report in made}
    should = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    joined = right = 0
    for event in events:
        joined += len(event.reports) * (len(event.reports) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(truth[r.key] for r in event.reports).values())
    return 2 * right / (joined + should)


def _report(article: str, telling: Telling, rows: Mapping[str, int]) -> Report:
    first, last = telling.days
    truth = telling.truth
    what = _strike(telling, truth, rows) if isinstance(truth, Strike) else _accusation(truth)
    return Report(
        key=f"{article}:1",
        article_id=article,
        outlet=telling.outlet,
        when=When(first, last, Basis.RELATIVE),
        when_mention=None,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        evidence=(Span(0, 1),),
        **what,
    )


def _strike(telling: Telling, truth: Strike, rows: Mapping[str, int]) -> dict[str, Any]:
    mention = PlaceMention(0, 1, "", _place(rows[truth.town.name], region=telling.form in VAGUE), (), Cue.AT, "", "")
    return {
        "kind": Kind.STRIKE,
        "sub_kind": WEAPONS.get(truth.weapon, truth.weapon),
        "places": (RolePlace(mention, Role.EVENT),),
        "actor": Party(truth.town.side, "RU"),
        "recipient": None,
        "target": truth.target,
        "killed": _toll(telling.killed),
        "injured": None if telling.form in VAGUE else _toll(truth.injured),
    }


def _accusation(truth: Accusation) -> dict[str, Any]:
    speaker = truth.speaker
    return {
        "kind": Kind.ACCUSATION,
        "sub_kind": "accuse",
        "places": (),
        "actor": Party(speaker.office, speaker.country, speaker.name.split()[-1].lower()),
        "recipient": Party(speaker.accused, speaker.accused),
        "target": truth.charge.doing,
        "killed": None,
        "injured": None,
    }


def _place(row: int, *, region: bool) -> Place:
    """A made town, or the region around it; degrees apart from any other."""
    code, lat, lon = f"UA.{row}", 10 + row % 60, row // 60 * 1.5
    if region:
        return Place(10**6 + row, code, PlaceKind.REGION, "UA", code, code, lat, lon, 60.0)
    return Place(row + 1, f"Town {row}", PlaceKind.CITY, "UA", code, code, lat, lon, 5.0)


def _toll(count: int) -> Toll:
    return Toll(count, count, count, str(count))
