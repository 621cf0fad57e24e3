"""Whose dead a sentence counts: those of the strike that it tells, not those of an earlier day at the same place."""

from __future__ import annotations

import re

from timeline.reading.extract.dating import may_date, usable
from timeline.reading.extract.line import Line
from timeline.when import When

_RELATIVE = re.compile(r"\s(?:where|in\s+which|at\s+which|on\s+which)\s[^,;:“”\"]*", re.IGNORECASE)


def counting(line: Line, when: When | None) -> str:
    """Give the sentence with what it recalls blanked out: "hit a school [where 40 were killed in a raid last year]".

    ``when`` is the day of the strike that the sentence tells.
    """
    text = line.text
    for clause in _RELATIVE.finditer(line.text):
        days = [t.when for t in line.times if usable(t) and _lies_in(line.local(t), clause.span())]
        if when and any(day and not day.meets(when.first, when.last) for day in days):
            text = text[: clause.start()] + " " * len(clause.group()) + text[clause.end() :]
    return text


def recalls(line: Line, when: When | None) -> bool:
    """Whether a sentence speaks of a time before ``when``, the day of the strike told before it: "Last year 22 ..."."""
    days = [t.when for t in line.times if may_date(line, t)]
    first = when.first if when else None
    return first is not None and any(day and day.last and day.last < first for day in days)


def _lies_in(stretch: tuple[int, int], around: tuple[int, int]) -> bool:
    return around[0] <= stretch[0] and stretch[1] <= around[1]
