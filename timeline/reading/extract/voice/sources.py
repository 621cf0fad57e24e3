"""Names that only tell where words were heard or filed: a court's country, a news agency's, the town of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line

_HEARD_FROM = re.compile(  # "reports from Paris say": not France says it
    r"\b(?:reports?|news|word|dispatch(?:es)?|footage|pictures|accounts|rumou?rs)\s+(?:coming\s+)?"
    r"(?:from|in|out\s+of)\s+$",
    re.IGNORECASE,
)
_FILED_IN = re.compile(  # "papers filed in a lawsuit in the US allege": the US alleges nothing
    r"\b(?:lawsuit|suit|courts?|case|complaint|filed|lodged)\s+in\s+(?:the\s+)?$", re.IGNORECASE
)
_AS_TOLD_BY = re.compile(r"\b(?:by|to|told|quot\w+|cit\w+)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}?(?:news\s+agency|agency|newspaper|daily|broadcaster|channel|television|media"
    r"|outlet|website)\b",
    re.IGNORECASE,
)


def without_sources(line: Line, named: Sequence[Named]) -> Sequence[Named]:
    """Leave out the state in whose courts a paper was filed, or of whose news agency: the words are not the state's."""
    return [
        n
        for n in named
        if not (
            _FILED_IN.search(line.text, 0, n.start)
            or (_AS_TOLD_BY.search(line.text, 0, n.start) and _AGENCY.match(line.text, n.end))
        )
    ]


def is_of_a_place(text: str, start: int) -> bool:
    """Whether a name before a verb of saying only tells where it was heard or filed."""
    return bool(_HEARD_FROM.search(text, 0, start) or _FILED_IN.search(text, 0, start))
