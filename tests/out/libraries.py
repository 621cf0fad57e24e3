"""What the sheet and the exports are tried on: five articles, sixty events in one town, 500 over two continents."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from geo.place import Place, PlaceKind
from tests.events import reports as made
from timeline.article import Article, Sentence, Zone
from timeline.event import Event, Party, Report, Span, Stance
from timeline.events import library as kept
from timeline.events.library import Library
from timeline.events.reading_together import event_of
from timeline.reading.articles import read_folder
from timeline.reading.read import Reading
from timeline.when import Basis, When

BUNDLED = Path(__file__).resolve().parents[2] / "data" / "articles"
FIRST = date(2025, 1, 6)
TOWNS = {
    "Dnipro": ("UA", 48.45, 34.98, 13),
    "Kharkiv": ("UA", 49.98, 36.25, 14),
    "Chuhuiv": ("UA", 49.84, 36.69, 4),
    "Odesa": ("UA", 46.48, 30.73, 10),
    "Lviv": ("UA", 49.84, 24.02, 9),
    "Kyiv": ("UA", 50.45, 30.52, 18),
    "Belgorod": ("RU", 50.6, 36.59, 8),
    "Rostov-on-Don": ("RU", 47.23, 39.72, 13),
    "Khartoum": ("SD", 15.55, 32.53, 18),
    "Omdurman": ("SD", 15.64, 32.48, 15),
    "El Fasher": ("SD", 13.63, 25.35, 8),
    "Port Sudan": ("SD", 19.62, 37.22, 8),
    "Benghazi": ("LY", 32.11, 20.07, 11),
    "Tripoli": ("LY", 32.89, 13.19, 15),
    "Mogadishu": ("SO", 2.04, 45.34, 14),
    "Goma": ("CD", -1.68, 29.22, 8),
    "Bamako": ("ML", 12.61, -7.98, 14),
    "Maiduguri": ("NG", 11.85, 13.16, 10),
}
REGIONS = {"Sumy Oblast": ("UA", "UA.21", 51.0, 34.0), "Kursk Oblast": ("RU", "RU.41", 51.75, 36.0)}
COUNTRIES = {"Sudan": ("SD", 16.0, 30.0), "Ukraine": ("UA", 49.0, 32.0)}
PAIRS = (("UA", "RU"), ("RU", "UA"), ("SD", "AE"), ("UA", "CN"), ("FR", "RU"))
OUTLETS = (
    "The Arden Mail",
    "Київська газета",
    "صحيفة النيل",
    "Orbit Weekly",
    "A daily with an uncommonly long name " * 3,
)
TARGETS = (
    "a grain terminal",
    "a power plant and the two substations that feed it from the eastern bank of the river",
    "склад боєприпасів на околиці міста",
    "مستودع الوقود قرب المطار الدولي في المدينة القديمة",
    "=cmd() & <b>depot</b>",
)


@cache
def five() -> Library:
    """What the bundled articles say."""
    return kept.build(*read_folder(BUNDLED))


@cache
def sixty() -> Library:
    """Sixty strikes on one town, four a day."""
    town = _town("Dnipro")
    return _library([_strike(n, town, FIRST + timedelta(days=n // 4)) for n in range(60)])


@cache
def five_hundred() -> Library:
    """Strikes in towns, regions and countries of Europe and Africa, accusations, vague and open and unknown dates."""
    return _library([_one_of_many(n) for n in range(500)])


@cache
def none() -> Library:
    """Nothing at all."""
    return Library((), (), (), ())


LIBRARIES = {"five": five, "sixty": sixty, "five hundred": five_hundred, "none": none}


def _one_of_many(n: int) -> tuple[Report, str]:
    first = FIRST + timedelta(days=n * 7 % 300)
    last: date | None = first + timedelta(days=(0, 0, 0, 30, 1)[n % 5])
    if n % 4 == 3:
        accuser, accused = PAIRS[n // 4 % len(PAIRS)]
        report = made.accusation(f"a{n}", speaker=f"speaker {n}", first=first, last=last)
        sides: dict[str, Any] = {"actor": Party("a ministry", accuser), "recipient": Party("the other side", accused)}
        return _dated(
            replace(report, **sides), n, first, last
        ), f"Report {n}: the ministry accused the other side of it."
    place = _place(n)
    report, sentence = _strike(n, place, first)
    return _dated(report, n, first, last), sentence


def _dated(report: Report, n: int, first: date, last: date | None) -> Report:
    if n % 41 == 0:
        return replace(report, when=None)
    if n % 37 == 0:
        return replace(report, when=When(first, None, Basis.STATED, "since then"))
    return replace(report, when=When(first, last, Basis.STATED, "then"))


def _place(n: int) -> Place | None:
    if n % 29 == 0:
        return None
    if n % 17 == 0:
        name = list(REGIONS)[n % 2]
        country, code, lat, lon = REGIONS[name]
        return Place(n + 1, name, PlaceKind.REGION, country, name, code, lat, lon, 120.0)
    if n % 19 == 0:
        name = list(COUNTRIES)[n % 2]
        country, lat, lon = COUNTRIES[name]
        return Place(n + 1, name, PlaceKind.COUNTRY, country, None, None, lat, lon, 500.0)
    return _town(list(TOWNS)[n % len(TOWNS)])


def _town(name: str) -> Place:
    country, lat, lon, radius = TOWNS[name]
    return Place(1, name, PlaceKind.CITY, country, None, f"{country}.00", lat, lon, float(radius), 500_000)


def _strike(n: int, place: Place | None, day: date) -> tuple[Report, str]:
    target = TARGETS[n % len(TARGETS)]
    report = made.strike(f"a{n}", place=place, first=day, killed=n % 7 or None, target=target)
    stance = Stance.HEDGED if n % 5 == 4 else Stance.ASSERTED
    return replace(report, stance=stance), f"Report {n}: a missile hit {target}."


def _library(told: list[tuple[Report, str]]) -> Library:
    readings, events = [], []
    for n, (report, sentence) in enumerate(told):
        article = _article(n, report.article_id, sentence)
        whole = replace(report, outlet=article.outlet, evidence=(Span(0, len(sentence)),))
        events.append(_event(whole))
        sentences = (Sentence(0, len(sentence), Zone.BODY, 0),)
        readings.append(Reading(article, sentences, (), (), (whole,), ()))
    return Library(tuple(readings), tuple(events), (), ())


def _event(report: Report) -> Event:
    return event_of([report])


def _article(n: int, name: str, text: str) -> Article:
    published = When(FIRST + timedelta(days=n % 300 + 1), FIRST + timedelta(days=n % 300 + 1), Basis.STATED)
    digest = hashlib.sha256(text.encode()).hexdigest()
    url = f"https://www.example.org/{n}"
    return Article(name, digest, text, f"Story {n}", OUTLETS[n % len(OUTLETS)], url, "en", published if n % 9 else None)
