"""Events and their tellings, made up with a seed.

A town's region has one scenario at a time, and none in the same month as another, so that even a telling that gives
only month and region leaves one event that it can mean. The hard cases lie within a scenario: two strikes on one town
in one day, a strike a day for fifteen days, two speakers with the same charge on the same day.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

START = date(2024, 1, 1)
PARTS = ("morning", "evening")
WEAPONS = ("missile", "drone", "rocket", "glide bomb")
TARGETS = (
    "a grain terminal", "an oil depot", "a power station", "a market", "a school", "a bus station", "a hospital",
    "a dormitory", "a railway yard", "a bakery", "a water plant", "a warehouse", "a barracks", "a library", "a hotel",
    "a textile factory",
)  # fmt: skip
OUTLETS = (
    "The Argus", "The Beacon", "The Courier", "The Dispatch", "The Echo", "The Forum", "The Gazette", "The Herald",
    "The Inquirer", "The Journal",
)  # fmt: skip
DAILY = 15  # strikes on one town
WEEK = timedelta(days=7)
TELLINGS = (1, 2, 2, 3, 4)  # of one event
EXACT = ("day", "next", "date", "brief")
VAGUE = ("week", "month")
TOWN_REPORTS = 150  # reports for each town of a made world, so that a larger one is no denser


@dataclass(frozen=True, slots=True)
class Town:
    """Where strikes happen. ``side`` is who strikes it, ``adjective`` the same with an article: "a Russian"."""

    name: str
    region: str
    country: str
    side: str
    adjective: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who accuses whom, with the office held."""

    country: str
    office: str
    name: str
    accused: str


@dataclass(frozen=True, slots=True)
class Charge:
    """What is alleged, as in "accused of doing" and as in "it has done"."""

    doing: str
    done: str


@dataclass(frozen=True, slots=True)
class Strike:
    """A strike as it truly was; the dead grow in number until ``late`` more have died."""

    number: int
    day: date
    part: str
    town: Town
    weapon: str
    target: str
    killed: int
    late: int
    injured: int


@dataclass(frozen=True, slots=True)
class Accusation:
    """An accusation as it truly was."""

    number: int
    day: date
    speaker: Speaker
    charge: Charge


Truth = Strike | Accusation


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's report of one event. ``form`` says what it gives away: the day and town (``day`` on the day itself,
    ``next`` soon after, ``date`` and ``brief`` later), or only the week or the month, and the region. ``wording`` picks
    the template: a wire copy has that of the original.
    """

    truth: Truth
    form: str
    published: date
    outlet: str
    wording: int

    @property
    def days(self) -> tuple[date, date]:
        """First and last day that the telling allows."""
        day = self.truth.day
        if self.form == "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        if self.form == "month":
            return day.replace(day=1), _next_month(day) - timedelta(days=1)
        return day, day

    @property
    def killed(self) -> int:
        """The dead that were known when a strike was told."""
        truth = self.truth
        return truth.killed + (truth.late if self.published > truth.day else 0) if isinstance(truth, Strike) else 0


def real_towns() -> list[Town]:
    """Real towns, one of each region."""
    return [Town(**row) for row in _table("towns.csv")]


def made_towns(reports: int) -> list[Town]:
    """Towns by number, as many as a world of so many reports needs."""
    return [
        Town(f"Town {i}", f"Region {i}", "Ukraine", "Russia", "a Russian")
        for i in range(max(1, reports // TOWN_REPORTS))
    ]


def real_speakers() -> list[Speaker]:
    """Made-up officials of real countries."""
    return [Speaker(**row) for row in _table("speakers.csv")]


def made_speakers(reports: int) -> list[Speaker]:
    """As many officials as there are ``made_towns``, of countries by number."""
    real = real_speakers()
    return [
        Speaker(f"{s.country} {i}", s.office, f"{s.name}{i}", f"{s.accused} {i}")
        for i in range(1 + reports // TOWN_REPORTS // len(real))
        for s in real
    ]


def tellings(towns: Sequence[Town], speakers: Sequence[Speaker], reports: int, seed: int) -> list[Telling]:
    """So many tellings of made-up events in these towns, and of what these speakers say."""
    return list(islice(_tellings(towns, speakers, random.Random(seed)), reports))


def _tellings(towns: Sequence[Town], speakers: Sequence[Speaker], dice: random.Random) -> Iterator[Telling]:
    charges = [Charge(**row) for row in _table("charges.csv")]
    free = dict.fromkeys(towns, START)
    silent = dict.fromkeys(speakers, START)  # until then; nobody accuses twice in a week
    numbers = count()
    scenes: tuple[Callable[..., Iterator[Telling]], ...] = (_retold, _twice_a_day, _daily)
    while True:
        town = min(towns, key=lambda town: (free[town], town.name))
        day = free[town] + timedelta(days=dice.randrange(28))
        yield from dice.choices(scenes, weights=(12, 4, 1))[0](town, day, numbers, dice)
        heard = [speaker for speaker in speakers if silent[speaker] <= day]
        if heard and dice.random() < 0.5:
            told = _speakers(heard, charges, day, numbers, dice)
            silent |= dict.fromkeys((t.truth.speaker for t in told if isinstance(t.truth, Accusation)), day + WEEK)
            yield from told
        free[town] = _next_month(day + timedelta(days=DAILY))


def _retold(town: Town, day: date, numbers: Iterator[int], dice: random.Random) -> Iterator[Telling]:
    """One strike, told exactly at least once, then perhaps vaguely, perhaps copied from a wire."""
    strike = _strike(town, day, dice.choice(PARTS), numbers, dice)
    told = _told(strike, dice, ("day", *dice.choices((*EXACT, *VAGUE), k=dice.choice(TELLINGS))))
    yield from told
    if dice.random() < 0.3:
        yield replace(told[0], outlet="The Wire Reprint")


def _twice_a_day(town: Town, day: date, numbers: Iterator[int], dice: random.Random) -> Iterator[Telling]:
    targets = dice.sample(TARGETS, 2)
    for part, target in zip(PARTS, targets, strict=True):
        strike = replace(_strike(town, day, part, numbers, dice), target=target)
        yield from _told(strike, dice, dice.choices(EXACT, k=dice.choice(TELLINGS)))


def _daily(town: Town, day: date, numbers: Iterator[int], dice: random.Random) -> Iterator[Telling]:
    targets = dice.sample(TARGETS, DAILY)
    for later, target in enumerate(targets):
        strike = _strike(town, day + timedelta(days=later), dice.choice(PARTS), numbers, dice)
        yield from _told(replace(strike, target=target), dice, dice.choices(EXACT, k=dice.choice((1, 1, 2))))


def _speakers(
    speakers: Sequence[Speaker], charges: Sequence[Charge], day: date, numbers: Iterator[int], dice: random.Random
) -> list[Telling]:
    """One who accuses, and often another who brings the same charge against the same country on the same day."""
    first, charge = dice.choice(speakers), dice.choice(charges)
    others = [s for s in speakers if s.accused == first.accused and s.name != first.name]
    both = (first, *(dice.sample(others, 1) if others and dice.random() < 0.7 else ()))
    accusations = [Accusation(next(numbers), day, speaker, charge) for speaker in both]
    return [t for a in accusations for t in _told(a, dice, dice.choices(EXACT, k=dice.choice(TELLINGS)))]


def _strike(town: Town, day: date, part: str, numbers: Iterator[int], dice: random.Random) -> Strike:
    return Strike(
        next(numbers), day, part, town, dice.choice(WEAPONS), dice.choice(TARGETS),
        killed=dice.randrange(2, 30), late=dice.choice((0, 0, 1, 3)), injured=dice.randrange(2, 60),
    )  # fmt: skip


def _told(truth: Truth, dice: random.Random, forms: Sequence[str]) -> list[Telling]:
    """A telling of each form, each by another outlet."""
    outlets = dice.sample(OUTLETS, len(forms))
    return [
        Telling(truth, form, _published(truth.day, form, dice), outlet, dice.randrange(1 << 16))
        for form, outlet in zip(forms, outlets, strict=True)
    ]


def _published(day: date, form: str, dice: random.Random) -> date:
    if form == "week":
        return day + timedelta(days=7 - day.weekday() + dice.randrange(5))
    if form == "month":
        return _next_month(day) + timedelta(days=dice.randrange(40))
    first, last = {"day": (0, 0), "next": (1, 3), "date": (2, 20), "brief": (2, 20)}[form]
    return day + timedelta(days=dice.randint(first, last))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _table(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))
