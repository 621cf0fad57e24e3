"""What a file says of one article, before anybody has judged it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.messages import later

MARKUP = later("a date in the page's markup")  # what is said of a date whose element has no name of its own


@dataclass(frozen=True, slots=True)
class Contents:
    """The words of one article and what stands beside them; "" for whatever the file does not say.

    ``dates`` are (value as it stands in the file, what the file calls it), in the file's order and unjudged. Only a row
    has an ``id``, a ``published`` date with its basis as whoever collected it gave them, and, in a table without texts,
    the name of the ``file`` that it is about.
    """

    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    id: str = ""
    published: str = ""
    published_basis: str = ""
    file: str = ""
