"""Ordinary sentences of news, put together from frames and words: however it is put, when and where stay the same."""

from __future__ import annotations

import json
import random
import string
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline.article import Article
from timeline.event import Event, Kind
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2025, 3, 13), date(2025, 3, 13), Basis.STATED)  # a Thursday
WORDS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "cases" / "ordinary_sentences.json").read_text(encoding="utf-8")
)
EACH = 60  # sentences made of one frame
SEED = 1


def made(frame: str, slots: Mapping[str, str]) -> str:
    """Fill a frame; a slot with a capital begins a sentence."""
    text = frame.format(**slots, **{k.capitalize(): v[:1].upper() + v[1:] for k, v in slots.items()})
    return text[:1].upper() + text[1:]


def drawn(frames: str, number: int) -> Iterator[tuple[str, dict[str, str], str]]:
    """Draw sentences of one frame: the text, its slots, its day."""
    frame = WORDS[frames][number]
    rnd = random.Random(SEED)  # noqa: S311 - no secret
    names = {name.lower() for _, name, _, _ in string.Formatter().parse(frame) if name}
    for _ in range(EACH):
        slots = {name: rnd.choice(words) for name, words in WORDS["slots"].items() if name in names}
        where, sides = rnd.choice(WORDS["towns"]), rnd.choice(WORDS["sides"])
        day = rnd.choice([*WORDS["days"]])
        slots |= {"town": where["town"], "place": rnd.choice(where["places"]), "side": rnd.choice(where["side"])}
        slots |= {name: rnd.choice(words) for name, words in sides.items()} | {"day": day, "said_on": day}
        yield made(frame, slots), slots, WORDS["days"][day]


def events(text: str, kind: Kind) -> list[Event]:
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    return [event for event in library.events if event.kind is kind]


def told(event: Event) -> tuple[str, str]:
    place = event.where.place if event.where else None
    return (str(event.when.first) if event.when else "", place.name if place else "")


@pytest.mark.parametrize("number", range(len(WORDS["strikes"])))
def test_a_strike_has_its_day_and_its_town_however_it_is_put(number: int) -> None:
    """Active or passive, told by whom one likes, of a hospital or a hotel: one strike on its day in its town."""
    sentences = [*drawn("strikes", number)]
    read = {text: [told(e) for e in events(text, Kind.STRIKE)] for text, _, _ in sentences}
    assert read == {text: [(day, slots["town"])] for text, slots, day in sentences}


@pytest.mark.parametrize("number", range(len(WORDS["harm"])))
def test_a_strike_has_its_dead_and_its_wounded_however_they_are_told(number: int) -> None:
    """Nine dead and twenty hurt, and no spokesman among them."""
    sentences = [*drawn("harm", number)]
    read = {
        text: [(*told(e), e.killed and e.killed.best, e.injured and e.injured.best) for e in events(text, Kind.STRIKE)]
        for text, _, _ in sentences
    }
    assert read == {text: [(day, slots["town"], 9, 20)] for text, slots, day in sentences}


@pytest.mark.parametrize("number", range(len(WORDS["charges"])))
def test_a_charge_has_the_day_on_which_it_was_made(number: int) -> None:
    """One accusation, on the day of the accusing, by whichever verb."""
    sentences = [*drawn("charges", number)]
    read = {text: [told(e)[0] for e in events(text, Kind.ACCUSATION)] for text, _, _ in sentences}
    assert read == {text: [day] for text, _, day in sentences}
