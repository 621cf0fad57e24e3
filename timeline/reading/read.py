"""One article, read: zones and sentences, then dates and places, then what it reports."""

from __future__ import annotations

from dataclasses import dataclass

from geo.resolve import read_places

from geo.gazetteer import Gazetteer
from geo.place import PlaceMention
from timeline.article import REPORTING_ZONES, Article, Sentence
from timeline.event import Report
from timeline.reading.dates import read_dates
from timeline.reading.extract import extract
from timeline.reading.zones import sentences as sentences_of
from timeline.when import TimeMention


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything that was found in it; every span is an offset into ``article.text``."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    reports: tuple[Report, ...]


def read(article: Article, gazetteer: Gazetteer) -> Reading:
    """Read one article. Places are looked for only where events may be told, so that a teaser lends no context."""
    sentences = sentences_of(article.text, article.title)
    times = read_dates(article.text, article.published, sentences)
    telling = [(s.start, s.end) for s in sentences if s.zone in REPORTING_ZONES]
    places = read_places(article.text, gazetteer, within=telling)
    return Reading(article, sentences, times, places, extract(article, sentences, times, places))
