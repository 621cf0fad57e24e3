"""What is kept of a set of articles: the articles, what each says, the events they are about, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from timeline.article import Article, Rejected
from timeline.event import Event, Report, Specificity, Stance
from timeline.events.merge import merge
from timeline.reading.read import Reading, read


@dataclass(frozen=True, slots=True)
class Library:
    """Articles and what was read in them. Every report of one event that is told as a fact belongs to one event.

    ``aside`` are reports that are kept but are no event of their own: talk of many strikes, threats, denials.
    """

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    aside: tuple[Report, ...]
    rejected: tuple[Rejected, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order in which they were given."""
        return tuple(reading.article for reading in self.readings)

    def article(self, article_id: str) -> Article:
        """The article with this id. Raises ``KeyError`` when there is none."""
        return self.reading(article_id).article

    def reading(self, article_id: str) -> Reading:
        """The article with this id, as read. Raises ``KeyError`` when there is none."""
        for reading in self.readings:
            if reading.article.id == article_id:
                return reading
        raise KeyError(article_id)


def build(articles: Iterable[Article], rejected: Iterable[Rejected] = ()) -> Library:
    """Read every article and merge what they report."""
    gazetteer = Gazetteer.open()
    readings = tuple(read(article, gazetteer) for article in articles)
    reports = [report for reading in readings for report in reading.reports]
    shown = [r for r in reports if is_told(r)]
    aside = tuple(r for r in reports if not is_told(r))
    return Library(readings, merge(shown), aside, (*rejected, *(r for reading in readings for r in reading.rejected)))


def is_told(report: Report) -> bool:
    """Whether the report tells of one event as something that happened or was said."""
    return report.specificity is Specificity.EVENT and report.stance in (Stance.ASSERTED, Stance.HEDGED)
