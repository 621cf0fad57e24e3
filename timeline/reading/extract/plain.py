"""A sentence without its date phrases, so that its grammar can be read: "held Iran responsible [on 3 May] for"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.reading.extract.line import Line
from timeline.when import TimexType

_BEFORE_A_DATE = re.compile(r"(?:\b(?:late|early|on|dated|in)\s+)+$", re.IGNORECASE)


def undated(line: Line) -> Line:
    """Blank out when something was said or done, at equal length, so that every offset stays."""
    letters = list(line.text)
    for mention in line.times:
        if mention.type in (TimexType.DATE, TimexType.TIME):
            start, end = line.local(mention)
            before = _BEFORE_A_DATE.search(line.text, 0, start)
            start = before.start() if before else start
            letters[start:end] = " " * (end - start)
    return replace(line, text="".join(letters))
