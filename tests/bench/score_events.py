"""Scores of strikes and accusations found, and of which reports were taken for one event.

A gold event is a row as ``tests/gold/README.md`` describes it, a found one a row of ``python -m timeline events``.
Within an article, a found event answers a gold one of its kind when half of its evidence is evidence of the gold event
too, or when their days meet and their places lie within 50 km; one to one, the best together. What answers an optional
gold event counts nowhere.

- strike, accusation, both: F1 of finding
- exact: F1 of kind, days and place together; a place is right within 25 km for a town, 150 for a region, 500 for a
  country
- dates, towns, killed, injured: shares of what was found that are exactly right (towns: within 25 km)
- pairs: F1 over pairs of found events of different articles that are, and that should be, one event
- tolls_invented: strikes given a toll that their article does not give; false_joins: pairs that are not one event but
  were joined; negatives_hit: articles without an event in which one was found
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from tests.bench.matching import f1
from tests.bench.score_places import distance_km

Row = Mapping[str, Any]
Days = tuple[date, date]
Answered = tuple[Row, Row]  # a gold event and the found one that answers it

KINDS = ("strike", "accusation")
TOLLS = ("killed", "injured")
REACH_KM = {"exact": 25, "city": 25, "district": 25, "region": 150, "country": 500}
TOWNS = ("exact", "city", "district")
NEAR_KM = 50
LONGEST_EVIDENCE = 600  # characters; a longer span, thrice the gold sentence's length, proves nothing
RESAMPLES, SEED = 1000, 7
F1S = (*KINDS, "both", "exact", "pairs")
SHARES = ("dates", "towns", *TOLLS)
TALLIES = ("tolls_invented", "false_joins", "negatives_hit")


@dataclass(frozen=True, slots=True)
class Figure:
    """A score in points of a hundred with its 95 % interval, or a count without; ``said`` are the counts behind it."""

    value: float
    low: float | None
    high: float | None
    said: str


def figures(ids: Sequence[str], gold: Iterable[Row], found: Iterable[Row]) -> dict[str, Figure]:
    """Every figure over the articles ``ids``, with intervals from resampled stories."""
    stories = score(ids, gold, found)
    dice = random.Random(SEED)
    resampled = [_shown(_sum(dice.choices(stories, k=len(stories)))) for _ in range(RESAMPLES)]
    total = _sum(stories)
    shown = {name: _figure(name, value, total, [r[name] for r in resampled]) for name, value in _shown(total).items()}
    return shown | {name: Figure(total[name], None, None, _tally_of(name, total)) for name in TALLIES}


def score(ids: Sequence[str], gold: Iterable[Row], found: Iterable[Row]) -> list[Counter[str]]:
    """Counts for each story, to be summed: a story is one article, or those that share an event."""
    golds, founds = _by_article(gold), _by_article(found)
    story = _stories(ids, golds)
    answered = {name: _answered(golds[name], founds[name]) for name in ids}
    counts: dict[str, Counter[str]] = {story[name]: Counter() for name in ids}
    for name in ids:
        counts[story[name]] += _article_counts(golds[name], founds[name], answered[name])
    scored = [pair for name in ids for pair in answered[name] if not pair[0]["optional"]]
    for one, other in combinations(scored, 2):
        if one[0]["article_id"] != other[0]["article_id"]:
            counts[story[one[0]["article_id"]]] += _joined(one, other)
    return list(counts.values())


def _by_article(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    by: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by[row["article_id"]].append(row)
    return by


def _stories(ids: Iterable[str], golds: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """For each article the first of those that it shares events with, by whatever chain."""
    story = {name: name for name in ids}
    telling: dict[str, str] = {}
    for name in story:
        for row in golds[name]:
            first = story[telling.setdefault(row["cross_doc_id"], name)]
            own = story[name]
            story = {article: first if its == own else its for article, its in story.items()}
    return story


def _answered(golds: Sequence[Row], founds: Sequence[Row]) -> list[Answered]:
    """The best one-to-one answers together: every set of gold events is kept with the best that can answer it."""
    best: dict[frozenset[int], tuple[float, tuple[Answered, ...]]] = {frozenset(): (0.0, ())}
    for row in founds:
        weights = [(i, weight) for i, event in enumerate(golds) if (weight := _weight(event, row))]
        for taken, (value, pairs) in list(best.items()):
            for i, weight in weights:
                grown = taken | {i}
                if i not in taken and value + weight > best.get(grown, (0.0, ()))[0]:
                    best[grown] = value + weight, (*pairs, (golds[i], row))
    return list(max(best.values(), key=lambda kept: kept[0])[1])


def _weight(gold: Row, found: Row) -> float:
    """How well a found event answers a gold one; 0 where it does not."""
    if gold["kind"] != found["kind"]:
        return 0.0
    evident, near = _same_evidence(gold, found), _within(gold, found, NEAR_KM)
    meeting = any(_meet(days, _days(found)) for days in _all_days(gold))
    if not evident and not (meeting and near):
        return 0.0
    tolls = sum(gold[toll] is not None and gold[toll] == found[toll] for toll in TOLLS)
    value = 1 + evident + 0.5 * meeting + 0.5 * _same_days(gold, found) + 0.5 * near + 0.1 * tolls
    return value / 2 if gold["optional"] else value


def _same_evidence(gold: Row, found: Row) -> float:
    """1 for the gold sentence itself, a little less for another that tells of the event, 0 for neither."""
    spans = [(gold["evidence_start_char"], gold["evidence_end_char"]), *gold["other_evidence"]]
    own = found["evidence_start_char"], found["evidence_end_char"]
    shared = [0.95 if i else 1.0 for i, span in enumerate(spans) if _overlap(span, own)]
    return max(shared, default=0.0)


def _overlap(gold: Sequence[int], found: Sequence[int]) -> bool:
    length, own = gold[1] - gold[0], found[1] - found[0]
    shared = min(gold[1], found[1]) - max(gold[0], found[0])
    return own <= max(LONGEST_EVIDENCE, 3 * length) and shared > 0 and shared >= 0.5 * min(length, own)


def _days(row: Row) -> Days | None:
    """First and last day; where one is open, the other stands for both."""
    given = [date.fromisoformat(day) for day in (row["start"] or row["end"], row["end"] or row["start"]) if day]
    return (min(given), max(given)) if given else None


def _all_days(gold: Row) -> list[Days | None]:
    return [_days(gold), *((date.fromisoformat(a), date.fromisoformat(b)) for a, b in gold["alt_intervals"])]


def _meet(one: Days | None, other: Days | None) -> bool:
    return bool(one and other and one[0] <= other[1] and other[0] <= one[1])


def _same_days(gold: Row, found: Row) -> bool:
    return _days(found) in _all_days(gold)


def _spots(gold: Row) -> list[Row]:
    own = {"lat": gold["lat"], "lon": gold["lon"], "precision": gold["place_precision"]}
    return [own, *gold["alt_places"]] if gold["lat"] is not None else list(gold["alt_places"])


def _within(gold: Row, found: Row, reach: float | None = None) -> bool:
    """Whether a found place lies as near to any gold one as its precision asks, or within ``reach`` km."""
    if found["lat"] is None:
        return False
    return any(distance_km(spot, found) <= (reach or REACH_KM[spot["precision"]]) for spot in _spots(gold))


def _same_place(gold: Row, found: Row) -> bool:
    return gold["place_precision"] == "none" if found["lat"] is None else _within(gold, found)


def _article_counts(golds: Sequence[Row], founds: Sequence[Row], answered: Sequence[Answered]) -> Counter[str]:
    counts = Counter(negatives=int(not golds), negatives_hit=int(not golds and bool(founds)))
    excused = [row for gold, row in answered if gold["optional"]]  # what answers an optional event is no false alarm
    for gold in golds:
        if not gold["optional"]:
            counts.update(f"{name}_gold" for name in (gold["kind"], "both", "exact"))
    for row in founds:
        if not any(row is other for other in excused):
            counts.update(f"{name}_found" for name in (row["kind"], "both", "exact"))
    for gold, row in answered:
        if not gold["optional"]:
            counts += _answer_counts(gold, row)
    return counts


def _answer_counts(gold: Row, found: Row) -> Counter[str]:
    same_days = _same_days(gold, found)
    counts = Counter({f"{gold['kind']}_right": 1, "both_right": 1})
    counts["exact_right"] = same_days and _same_place(gold, found)
    counts["dates_of"], counts["dates_right"] = 1, int(same_days)
    if gold["place_precision"] in TOWNS:
        counts["towns_of"], counts["towns_right"] = 1, int(_within(gold, found, REACH_KM["city"]))
    for toll in TOLLS:
        if gold[toll] is not None:
            counts[f"{toll}_of"], counts[f"{toll}_right"] = 1, int(gold[toll] == found[toll])
        elif gold["kind"] == "strike":
            counts["tolls_invented"] += found[toll] is not None
    return counts


def _joined(one: Answered, other: Answered) -> Counter[str]:
    """Whether two found events of different articles should be one event, and whether they are."""
    should = _event(one[0]) == _event(other[0])
    joined = one[1]["cluster_id"] is not None and one[1]["cluster_id"] == other[1]["cluster_id"]
    return Counter(
        pairs_gold=int(should), pairs_found=int(joined), pairs_right=int(should and joined),
        false_joins=int(joined and not should),
    )  # fmt: skip


def _event(gold: Row) -> tuple[str, str]:
    return gold["kind"], gold["cross_doc_id"]


def _sum(stories: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counts in stories:
        total.update(counts)
    return total


def _shown(counts: Counter[str]) -> dict[str, float]:
    """The scores of these counts, 0 to 1."""
    found = {name: f1(counts[f"{name}_right"], counts[f"{name}_found"], counts[f"{name}_gold"]) for name in F1S}
    return found | {name: counts[f"{name}_right"] / (counts[f"{name}_of"] or 1) for name in SHARES}


def _figure(name: str, value: float, counts: Counter[str], resampled: Iterable[float]) -> Figure:
    order = sorted(resampled)
    low, high = order[round(0.025 * len(order))], order[round(0.975 * len(order)) - 1]
    right = counts[f"{name}_right"]
    if name in SHARES:
        said = f"{right} of {counts[f'{name}_of']}"
    else:
        gold, own = counts[f"{name}_gold"], counts[f"{name}_found"]
        said = f"{right} of {gold}, {own} found: P {_points(right / (own or 1))} R {_points(right / (gold or 1))}"
    return Figure(_points(value), _points(low), _points(high), said)


def _points(share: float) -> float:
    return round(100 * share, 1)


def _tally_of(name: str, counts: Counter[str]) -> str:
    return {
        "tolls_invented": f"in {counts['strike_right']} strikes",
        "false_joins": f"in {counts['pairs_found']} pairs",
        "negatives_hit": f"of {counts['negatives']} articles",
    }[name]
