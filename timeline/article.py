"""The noun that all reading starts from: an article, its sentences and the zones they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.when import When


class Zone(StrEnum):
    """The part of a page that a sentence stands in. Only the first three may report events."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    DATELINE = "dateline"  # the outlet's own place and date line
    BYLINE = "byline"
    CAPTION = "caption"
    TEASER = "teaser"  # headlines and openings of other stories
    BIO = "bio"  # who wrote this
    FOOTER = "footer"  # navigation, advertisement, newsletter, legal


REPORTING_ZONES = frozenset({Zone.HEADLINE, Zone.STANDFIRST, Zone.BODY})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: half-open code-point offsets into the article's text, its zone, and its paragraph's number."""

    start: int
    end: int
    zone: Zone
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given.

    ``id`` is the caller's own or the file's stem, echoed as given; ``digest`` the SHA-256 of the text (hex); ``text``
    is never changed, so that every offset stays true. ``title``, ``outlet``, ``url`` and ``language`` are "" when not
    known. ``published`` is an interval of days with its basis in ``rule``, ``None`` when not known.
    """

    id: str
    digest: str
    text: str
    title: str
    outlet: str
    url: str
    language: str
    published: When | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something left out, and why: ``where`` names the file and row, or the article and span; ``remedy`` what to do."""

    where: str
    reason: str
    remedy: str
