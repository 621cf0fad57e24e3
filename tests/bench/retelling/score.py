"""How well a reader's clusters are the made-up events: pairwise F1 across articles.

Two tellings of one event in different articles are a pair that should be joined. A telling that the reader did not find
is in no pair that it joined, so what was missed counts against it; ``of_found`` leaves such tellings out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from tests.bench.retelling.world import Strike
from tests.bench.retelling.writing import Written

Row = Mapping[str, Any]
Cluster = Callable[[Row], Hashable]
Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Joined:
    """Precision, recall and F1 over pairs, in points of a hundred, and F1 over the tellings that were found at all."""

    precision: float
    recall: float
    f1: float
    of_found: float
    false_joins: int
    found: float  # share of tellings


def score(articles: Iterable[Written], rows: Iterable[Row], cluster: Cluster) -> Joined:
    """Compare the clusters that ``cluster`` names for a reader's rows with the truth behind the articles."""
    by_article = defaultdict(list)
    for row in rows:
        by_article[row["article_id"]].append(row)
    tellings: list[tuple[str, int]] = []  # article and event, by number of the telling
    clusters: dict[Hashable, set[int]] = defaultdict(set)
    found: set[int] = set()
    for article in articles:
        for told in article.tells:
            kind = "strike" if isinstance(told.truth, Strike) else "accusation"
            for row in by_article[article.id]:
                if row["kind"] == kind and told.start <= row["evidence_start_char"] < told.end:
                    clusters[cluster(row)].add(len(tellings))
                    found.add(len(tellings))
            tellings.append((article.id, told.truth.number))
    return _joined(tellings, clusters, found)


def never(row: Row) -> Hashable:
    """The rival that joins nothing."""
    return row["article_id"], row["evidence_start_char"]


def by_day_and_town(row: Row) -> Hashable:
    """The rival that joins whatever is of one kind and has the same days and the same place."""
    return (row["kind"], row["start"], row["end"], row["place"]) if row["start"] else never(row)


def _joined(tellings: list[tuple[str, int]], clusters: Mapping[Hashable, set[int]], found: set[int]) -> Joined:
    events = defaultdict(set)
    for number, (_, event) in enumerate(tellings):
        events[event].add(number)
    should, joined = _pairs(events.values(), tellings), _pairs(clusters.values(), tellings)
    right, reachable = len(should & joined), {pair for pair in should if found.issuperset(pair)}
    return Joined(
        precision=_points(right, len(joined)),
        recall=_points(right, len(should)),
        f1=_points(2 * right, len(joined) + len(should)),
        of_found=_points(2 * right, len(joined) + len(reachable)),
        false_joins=len(joined - should),
        found=_points(len(found), len(tellings)),
    )


def _pairs(groups: Iterable[Iterable[int]], tellings: list[tuple[str, int]]) -> Pairs:
    """The pairs of tellings in one group, of different articles."""
    pairs = (pair for group in groups for pair in combinations(sorted(group), 2))
    return {(one, other) for one, other in pairs if tellings[one][0] != tellings[other][0]}


def _points(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
