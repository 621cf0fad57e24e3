"""What is kept of a set of articles: the articles, what each says, the events they are about, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.article import Article, Rejected
from timeline.event import Event, Report


@dataclass(frozen=True, slots=True)
class Library:
    """Articles and what was read in them. Every shown report belongs to exactly one event.

    ``aside`` are reports that are kept but are no event of their own (talk of many strikes, threats, denials).
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    aside: tuple[Report, ...]
    rejected: tuple[Rejected, ...]

    def article(self, article_id: str) -> Article:
        """The article with this id. Raises ``KeyError`` when there is none."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)


def build(articles: Iterable[Article], rejected: Iterable[Rejected] = ()) -> Library:
    """Read every article and merge what they report."""
    raise NotImplementedError
