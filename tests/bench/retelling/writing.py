"""Articles that tell the made-up events, in the words of one of two sets of templates.

``developed`` may be read by whoever improves the reader; ``held_out`` has other words and another build, and may not.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.retelling.world import Strike, Telling, Truth

SETS = ("developed", "held_out")
BRIEFS = 3  # events in one round-up
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
AP_MONTHS = (  # as the stylebook of The Associated Press shortens them beside a day
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip

Templates = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """The stretch of an article that tells one event."""

    start: int
    end: int
    truth: Truth


@dataclass(frozen=True, slots=True)
class Written:
    """An article with the truth behind it."""

    id: str
    published: date
    outlet: str
    text: str
    tells: tuple[Told, ...]

    def row(self) -> dict[str, str]:
        """The article as a reader gets it."""
        return {"id": self.id, "published": self.published.isoformat(), "outlet": self.outlet, "text": self.text}


def written(tellings: Sequence[Telling], templates: str) -> list[Written]:
    """Every telling put into an article of its own, save that briefs of one day and outlet share a round-up."""
    words = json.loads((Path(__file__).parent / f"{templates}.json").read_text(encoding="utf-8"))
    return [_article(f"t{i:05}", group, words) for i, group in enumerate(_grouped(tellings))]


def _grouped(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    """Briefs by threes, about as many different events, at the day of the last; anything else by itself."""
    briefs: list[Telling] = []
    for telling in tellings:
        if telling.form != "brief":
            yield [telling]
        elif not any(kept.truth.number == telling.truth.number for kept in briefs):
            briefs.append(telling)
        if len(briefs) == BRIEFS:
            yield briefs
            briefs = []


def _article(name: str, group: Sequence[Telling], words: Templates) -> Written:
    last = max(group, key=lambda telling: telling.published)
    filler = random.Random(last.wording).choice(words["filler"])
    text, tells = "", []
    if last.form == "brief":
        text = "News in brief\n\n"
    for telling in group:
        start = len(text)
        text += "\n\n".join(_paragraphs(telling, words)) + "\n\n"
        tells.append(Told(start, len(text), telling.truth))
    return Written(name, last.published, last.outlet, f"{text}{filler}\n", tuple(tells))


def _paragraphs(telling: Telling, words: Templates) -> list[str]:
    """A telling in the words of its template; a template is a list of paragraphs, or one for a brief."""
    choice = words["strike" if isinstance(telling.truth, Strike) else "accusation"][telling.form]
    template = choice[telling.wording % len(choice)]
    slots = _slots(telling)
    return [paragraph.format(**slots) for paragraph in ([template] if isinstance(template, str) else template)]


def _slots(telling: Telling) -> dict[str, str]:
    day = telling.truth.day
    when = {
        "weekday": f"{day:%A}",
        "date": f"{day.day} {day:%B}",
        "us_date": f"{day:%B} {day.day}",
        "full_date": f"{day.day} {day:%B} {day.year}",
        "ap_date": f"{AP_MONTHS[day.month - 1]} {day.day}",
        "nth": _nth(day.day),
        "month": f"{day:%B}",
        "year": f"{day.year}",
    }
    return _with_capitals({**when, **_what(telling)})


def _what(telling: Telling) -> dict[str, str]:
    truth = telling.truth
    if not isinstance(truth, Strike):
        speaker = truth.speaker
        return {
            "office": speaker.office, "name": speaker.name, "family": speaker.name.split()[-1],
            "accuser": speaker.country, "accused": speaker.accused,
            "doing": truth.charge.doing, "done": truth.charge.done,
        }  # fmt: skip
    town = truth.town
    return {
        "town": town.name, "town_upper": town.name.upper(), "region": town.region, "country": town.country,
        "side": town.side, "a_adj": town.adjective,
        "adj": town.adjective.split(" ", 1)[1], "weapon": truth.weapon, "a_weapon": f"a {truth.weapon}",
        "target": truth.target, "the_target": f"the {truth.target.split(' ', 1)[1]}", "part": truth.part,
        "killed": _number(telling.killed), "injured": _number(truth.injured),
    }  # fmt: skip


def _with_capitals(slots: Mapping[str, str]) -> dict[str, str]:
    """Each slot, and with ``_cap`` as it begins a sentence."""
    return {**slots, **{f"{name}_cap": value[:1].upper() + value[1:] for name, value in slots.items()}}


def _number(count: int) -> str:
    """A number as newspapers write it."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _nth(number: int) -> str:
    """A day of the month as it is spoken: 1st, 2nd, 11th."""
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
