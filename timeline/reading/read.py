"""One article, read: zones and sentences, then dates and places, then what it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from geo.place import PlaceMention
from geo.resolve import read_places
from timeline.article import REPORTING_ZONES, Article, Rejected, Sentence, Zone
from timeline.event import Report
from timeline.messages import Message, later
from timeline.reading.dates import read_dates
from timeline.reading.extract import extract
from timeline.reading.limits import MAX_SENTENCE
from timeline.reading.zones import sentences as sentences_of
from timeline.when import TimeMention

_WHERE = later("article {id}, characters {first} to {last}")
_TOO_LONG = later("a sentence of more than {limit} characters is not read for events")
_PLACING_ZONES = frozenset({Zone.DATELINE, Zone.CAPTION})  # who it is about, and where


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything that was found in it; every span is an offset into ``article.text``."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    reports: tuple[Report, ...]
    rejected: tuple[Rejected, ...]


def read(article: Article, gazetteer: Gazetteer) -> Reading:
    """Read one article. Places are looked for where events are told and in ``_PLACING_ZONES``; a teaser lends none."""
    sentences = sentences_of(article.text, article.title)
    times = read_dates(article.text, article.published, sentences)
    telling = [(s.start, s.end) for s in sentences if s.zone in REPORTING_ZONES | _PLACING_ZONES]
    places = read_places(article.text, gazetteer, within=telling)
    readable = [s for s in sentences if s.end - s.start <= MAX_SENTENCE]
    reports = extract(article, readable, times, places)
    return Reading(article, sentences, times, places, reports, tuple(_too_long(article, sentences)))


def _too_long(article: Article, sentences: Sequence[Sentence]) -> Iterator[Rejected]:
    for sentence in sentences:
        if sentence.end - sentence.start > MAX_SENTENCE:
            yield Rejected(
                where=Message(_WHERE, id=article.id, first=str(sentence.start), last=str(sentence.end)),
                reason=Message(_TOO_LONG, limit=MAX_SENTENCE),
                remedy=Message(later("put the full stops and line breaks back into the text")),
            )
