"""A sentence without what stands beside its grammar, so that this can be read.

Date phrases ("held Iran responsible [on 3 May] for") and who says it ("Moscow[, said the chief,] was waging war").
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, of_class
from timeline.when import TimexType

_BEFORE_A_DATE = re.compile(r"(?:\b(?:late|early|on|dated|in)\s+)+$", re.IGNORECASE)
_SPEECH = finder(of_class("accusation_cues", "speech", "allege", "finding")).pattern
SAID_ASIDE = re.compile(  # ", said the chief,"
    rf",\s+(?:{_SPEECH})\s+(?P<who>(?:the|an?|its|their|his|her|(?-i:[A-Z])[\w’'-]*)\s"
    r"(?:(?!\bthat\b)[^,;:“”\"]){2,80})"
    r"(?:,\s[^,;:“”\"]{2,60}(?=,\s+(?:has|have|had|is|are|was|were)\b))?,(?=\s)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf"{SAID_ASIDE.pattern.replace('?P<who>', '?:')}|,\s+(?:[^\s,;:“”\"]+\s+){{1,7}}?(?:{_SPEECH})"
    r"(?:(?<=told)\s+(?!that\b)(?:the\s+)?[\w’'-]+)?"
    r"(?:\s+(?:on|in|at|then|there|later|again|today|yesterday)\b[^,;:“”\"]{0,30})?\s*,(?=\s)"
    r"|,\s+according\s+to\s+[^,;:“”\"]{2,140},(?=\s)|,\s+(?:for\s+(?:its|their|his|her)(?:\s+own)?\s+part|meanwhile"
    r"|in\s+turn|too|however|moreover|likewise|by\s+contrast|on\s+the\s+other\s+hand),(?=\s)",
    re.IGNORECASE,
)
_BESIDE = re.compile(  # ", which came on Saturday,", ", the strongman,", ", calling it a lie,", " (in the north)"
    r"\s\([^()“”\"]{2,80}\)|(?<![”\"]),\s+(?:"
    r"(?:which|who|whose|where|whom|the|an?|its|their|his|her|once|long|already|widely|also|in|on|at|near|after|during"
    r"|when|while|asked)\s[^,;:“”\"]{2,110},(?=\s(?!(?:and|or)\b))|[a-z]{2,}ing\s[^,;:“”\"]{2,110},(?=\s))",
)


def unaside(text: str) -> str:
    """Blank out what a sentence only adds between commas or in brackets, at equal length."""
    return _BESIDE.sub(lambda aside: " " * len(aside.group()), text)


def unbroken(text: str) -> str:
    """Blank out the commas and brackets alone around what a sentence adds."""
    return _BESIDE.sub(lambda aside: re.sub(r"[,()]", " ", aside.group()), text)


def unattributed(text: str) -> str:
    """Blank out who says it and the like between commas, at equal length: "it was Y[, she said,] that ..."."""
    return _ASIDE.sub(lambda aside: " " * len(aside.group()), text) if text.count(",") > 1 else text


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
