"""Scores of time expressions by the definitions of TempEval-3, and of the days that they name.

A mention is a mapping ``{"start", "end", "type", "value"}``, a found one with ``"interval"`` [first day, day after the
last] where it names days. Found and gold mentions are paired by overlap (``tests.bench.matching``), after blanks and
punctuation around them are left out, as the tokens of the official toolkit do.

- strict F1: the spans of a pair are equal
- value F1: the TIMEX3 values of a pair are equal
- interval F1: first day and day after the last of a pair are equal; over gold mentions whose value names days, and
  found mentions that name days, save those that answer a gold mention which names none (a duration, "recently")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tests.bench.matching import Span, f1, pairs

Mention = Mapping[str, Any]
Days = tuple[date, date]  # the first day, and the day after the last

MEASURES = ("strict", "value", "interval")
AROUND = " \t\r\n.,;:'\"()[]-’“”"  # what no mention begins or ends with
NO_DAYS = ("DURATION", "SET")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}  # the month that each begins with; winter ends next year


def score(text: str, gold: Sequence[Mention], found: Sequence[Mention], wrong: Collection[int] = ()) -> Counter[str]:
    """Counts for one document, to be summed and given to ``figures``.

    ``wrong`` numbers the gold mentions that are known to be wrong: they and what answers them count nowhere.
    """
    spans = [trimmed(text, mention) for mention in gold]
    answers = pairs(spans, [trimmed(text, mention) for mention in found])
    asked = set(range(len(gold))) - set(wrong)
    given = set(range(len(found))) - {answers[i] for i in wrong if i in answers}
    dated = {i for i in asked if days(gold[i])}
    beside = {answers[i] for i in asked - dated if i in answers}  # answers to what names no days
    counts = Counter(
        gold=len(asked),
        found=len(given),
        gold_interval=len(dated),
        found_interval=sum(days(found[j]) is not None for j in given - beside),
    )
    for i in asked & answers.keys():
        answer = found[answers[i]]
        counts["strict"] += spans[i] == trimmed(text, answer)
        counts["value"] += gold[i]["value"] == answer["value"]
        counts["interval"] += i in dated and days(gold[i]) == days(answer)
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """Each measure's F1, in points of a hundred, and the number of gold mentions."""
    sides = {"strict": "", "value": "", "interval": "_interval"}
    scores = {name: f1(counts[name], counts[f"found{side}"], counts[f"gold{side}"]) for name, side in sides.items()}
    return {"mentions": counts["gold"], **{name: round(100 * value, 2) for name, value in scores.items()}}


def trimmed(text: str, mention: Mention) -> Span:
    """A mention's span without blanks and punctuation around it."""
    start, end = mention["start"], mention["end"]
    said = text[start:end]
    return start + len(said) - len(said.lstrip(AROUND)), end - len(said) + len(said.rstrip(AROUND))


def days(mention: Mention) -> Days | None:
    """The days that a mention names: as it gives them, else by its value; ``None`` for durations and sets."""
    if mention["type"] in NO_DAYS:
        return None
    if "interval" in mention:
        first, after = mention["interval"]
        return date.fromisoformat(first), date.fromisoformat(after)
    return days_of_value(mention["value"])


def days_of_value(value: str) -> Days | None:
    """The days that a TIMEX3 value names; ``None`` where it names none or leaves the year open."""
    said = value.strip().upper().removeprefix("AD")
    for shape, read in SHAPES:
        if found := shape.fullmatch(said):
            try:
                return read(*found.groups())
            except ValueError:  # the 30th of February, the year 0
                return None
    return None


def _day(year: str, month: str, day: str) -> Days:
    first = date(int(year), int(month), int(day))
    return first, first + timedelta(days=1)


def _months(year: int, month: int, count: int) -> Days:
    over, after = divmod(month - 1 + count, 12)
    return date(year, month, 1), date(year + over, after + 1, 1)


def _week(year: str, week: str, part: str | None) -> Days:
    monday = date.fromisocalendar(int(year), int(week), 1)
    skipped, length = {None: (0, 7), "WE": (5, 2)}.get(part) or (int(part or 1) - 1, 1)
    return monday + timedelta(days=skipped), monday + timedelta(days=skipped + length)


def _years(first: str, length: int) -> Days:
    return date(int(first) * length, 1, 1), date((int(first) + 1) * length, 1, 1)


SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Days]], ...] = tuple(
    (re.compile(shape), read)
    for shape, read in (
        (r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", _day),
        (r"(\d{4})(\d\d)(\d\d)(?:T.*)?", _day),
        (r"(\d{4})-(\d\d)(?:-X.*)?", lambda year, month: _months(int(year), int(month), 1)),
        (r"(\d{4})-?W(\d\d?)(?:-(WE|\d)|-X.*)?(?:T.*)?", _week),
        (r"(\d{4})-?Q([1-4])", lambda year, part: _months(int(year), 3 * int(part) - 2, 3)),
        (r"(\d{4})-?H([12])", lambda year, part: _months(int(year), 6 * int(part) - 5, 6)),
        (r"(\d{4})-(SP|SU|FA|AU|WI)", lambda year, part: _months(int(year), SEASONS[part], 3)),
        (r"(\d{4})(?:-X.*)?", lambda year: _years(year, 1)),
        (r"(\d{3})X?", lambda decade: _years(decade, 10)),
        (r"(\d{2})(?:XX)?", lambda century: _years(century, 100)),
    )
)
