"""How long before or after what was told last a sentence came to pass, by its first words: "Two days earlier, ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABOUT = r"(?:(?:only|just|barely|some|about|around|nearly|almost|at\s+least)\s+)*"
_HOW_MANY = (
    r"(?P<count>(?:\d+|a\s+few|a\s+couple\s+of"
    r"|(?!(?:the|that|this|these|those|all|every|each|last|next)\b)[a-z]+(?:-[a-z]+)?)\s+)?"
)
_OPENS = re.compile(
    rf"\W*{_ABOUT}{_HOW_MANY}(?P<unit>minute|hour|day|night|week|month|year)s?\s+"
    r"(?:(?P<back>before(?P<what>\s+(?!that\b|this\b)\w+)?|earlier|ago|previously|beforehand)|later|after(?:wards)?)\b",
    re.IGNORECASE,
)
_VAGUE = frozenset({"", "several", "a few", "few", "a couple of"})


@dataclass(frozen=True, slots=True)
class Apart:
    """A stretch of time between two happenings: its unit, whether it is counted, which came first, and before what."""

    unit: str  # "minute" to "year"
    counted: bool
    before: bool
    of_what: bool  # "two days before the vote", not "two days before"
    end: int  # characters of the text that say so


def came_before(text: str) -> bool:
    """Whether the text opens with how long before what was told last it came: "Five hours earlier, a bomb ..."."""
    apart = time_apart(text)
    return apart is not None and apart.before and not apart.of_what


def time_apart(text: str) -> Apart | None:
    """Read how long apart from what was told last the text is, where it opens with that."""
    match = _OPENS.match(text)
    if match is None:
        return None
    count = " ".join((match["count"] or "").lower().split())
    return Apart(
        match["unit"].lower(), count not in _VAGUE, bool(match["back"]), bool(match["what"]), match.end("unit")
    )
