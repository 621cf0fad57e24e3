"""What is kept of a set of articles: the articles, what each says, the events they are about, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo.gazetteer import Gazetteer
from timeline.article import Article, Rejected
from timeline.event import Event, Report, Specificity, Stance
from timeline.events.denials import with_denials
from timeline.events.merge import merge
from timeline.reading.copies import copies
from timeline.reading.read import Reading, read


@dataclass(frozen=True, slots=True)
class Library:
    """Articles and what was read in them. Every report of one event that is told as a fact belongs to one event.

    ``aside`` are reports that are kept but are no event of their own: talk of many strikes, threats, denials.
    ``copies`` gives each article that is a copy the id of its original.
    """

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    aside: tuple[Report, ...]
    rejected: tuple[Rejected, ...]
    copies: Mapping[str, str] = field(default_factory=dict, hash=False)

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
    return assemble([read(article, gazetteer) for article in articles], rejected)


def assemble(readings: Sequence[Reading], rejected: Iterable[Rejected] = ()) -> Library:
    """Merge what articles report that have been read. Copies of an article are told from articles of their own."""
    copied = copies([(reading.article, reading.sentences) for reading in readings])
    reports = [_sourced(report, copied) for reading in readings for report in reading.reports]
    shown = [r for r in reports if is_told(r)]
    aside = tuple(r for r in reports if not is_told(r))
    left_out = (*rejected, *(r for reading in readings for r in reading.rejected))
    return Library(tuple(readings), with_denials(merge(shown), aside), aside, left_out, copied)


def _sourced(report: Report, copied: Mapping[str, str]) -> Report:
    original = copied.get(report.article_id)
    return replace(report, copy_of=original) if original else report


def is_told(report: Report) -> bool:
    """Whether the report tells of one event as something that happened or was said."""
    return report.specificity is Specificity.EVENT and report.stance in (Stance.ASSERTED, Stance.HEDGED)
