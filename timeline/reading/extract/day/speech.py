"""Whether a phrase says when somebody spoke, and not when what is told happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, of_class
from timeline.when import TimeMention

_SPEECH = finder(of_class("accusation_cues", "speech", "allege"))
_BESIDE_SPEECH = re.compile(r"\s*(?:[,]?\s*(?:on|late|early|in|at)?\s*)$", re.IGNORECASE)
_TOLD_WHOM = re.compile(
    r"\btold\s+(?:(?!that\b)[\w'’-]+\s+){1,5}?(?:on|late|early)\s+$", re.IGNORECASE
)  # "told reporters on"
_WROTE_WHERE = re.compile(  # "wrote on X on Monday", "said on state television late on Monday"
    r"\b(?:wrote|posted|said|says|tweeted|announced)\s+(?:on|in|via)\s+(?:[\w’'-]+\s+){1,4}?(?:on|late|early)\s+$",
    re.IGNORECASE,
)
_OF_SPEECH = re.compile(
    r"(?:interview|statement|briefing|conference|speech|address"
    r"|(?<!-)(?<!\bcheck )(?<!\bpolice )(?<!\bcommand )(?<!\barmy )(?<!\bborder )post)\b[^.;“”\"]{0,60}$",
    re.IGNORECASE,
)
_OF_A_LETTER = re.compile(
    r"\b(?:spoke|speaking)\s+(?:\w+\s+){0,3}?(?:on|late|early)\s+$|\b(?:dossier|letter|complaint|remarks|testimony"
    r"|communiqu[eé]|declaration|broadcast)\s+(?:\w+\s+){0,4}?(?:on|dated|of|late|early)\s+$",
    re.IGNORECASE,
)
_OF_ACCUSING = re.compile(  # "accused the rebels on Thursday of firing"
    rf"{finder(of_class('accusation_cues', 'accuse', 'blame', 'rebuke')).pattern}\s+[^.,;:“”\"]{{2,80}}?\s"
    r"(?:(?:on|late|early)\s+)*$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+(?:of|for|over)\s")
_WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)  # "alive until Monday, when": that Monday it happened
_AS_OF = re.compile(r"\b(?:as\s+of|until|till|by)\s+$", re.IGNORECASE)  # when it was counted, not when it happened
_INTERPOSED = re.compile(r",\s+(?:[\w'’.-]+\s+){1,5}$")  # "launched[, it] said, last month"


def of_speech(line: Line, mention: TimeMention) -> bool:
    """Whether the phrase says when somebody spoke: "said on Saturday", "Zelensky said Wednesday in a post"."""
    start, end = line.local(mention)
    if line.text.startswith(("'s", "’s"), end):  # "said Monday's strike"
        return False
    if _AS_OF.search(line.text, 0, start) and not _WHEN.match(line.text, end):
        return True
    before = line.text[:start]
    if _OF_ACCUSING.search(before) and _OF_WHAT.match(line.text, end):
        return True
    beside = any(
        _BESIDE_SPEECH.fullmatch(before[m.end() :]) and not _is_interposed(before, m) for m in _last_speech(before)
    )
    return beside or bool(
        _OF_A_LETTER.search(before)
        or _OF_SPEECH.search(before)
        or _TOLD_WHOM.search(before)
        or _WROTE_WHERE.search(before)
    )


def _is_interposed(text: str, speech: re.Match[str]) -> bool:
    """Whether the speech stands between commas, so that the day after it is that of the rest."""
    return text.startswith(",", speech.end()) and bool(_INTERPOSED.search(text, 0, speech.start()))


def _last_speech(text: str) -> Iterator[re.Match[str]]:
    found = list(_SPEECH.finditer(text))
    yield from found[-1:]
