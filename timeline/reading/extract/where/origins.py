"""Places that weapons came from: where those are who fire, and the land around it.

"Rebels in Gaza fired a rocket into Israel." "A missile launched from Yeysk in Russia hit a theatre."
"""

from __future__ import annotations

import re

from geo.place import Cue, PlaceMention
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains

_WHO_ARE_IN = re.compile(r"\w\s+(?:in|inside|across)\s+(?:the\s+)?(?:[\w-]+ern\s+)?$")
_FIRED_AT = re.compile(
    r"\s+[^,;:]{0,60}?\b(?:into|at|on|towards?|against|over)\s+(?:the\s+)?"
    r"(?:(?:[\w-]+ern\s+)?(?:(?:city|town|port)\s+of\s+)?)?"
)
_SENT_FROM = re.compile(
    r"\b(?:launch|fir|sen[dt]|flown|flew|dropp|shot|came|com(?:e|ing))\w*\s+(?:[\w-]+\s+){0,3}?from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SENT_FROM_A = re.compile(  # "came from a launcher in the [Tula] region", "fired from Iranian ships in the [Gulf]"
    r"\b(?:launch|fir|sen[dt]|flown|flew|came|com(?:e|ing))\w*\s+(?:[\w-]+\s+){0,3}?from\s+(?:an?|the)\s+"
    r"(?:[\w-]+\s+){1,4}?(?:in|at|near|inside|off|over)\s+(?:the\s+)?(?:[A-Z][\w-]*['’]s\s+)?$"
    r"|\b(?:launch|fir|sen[dt])\w*\s+(?:[\w-]+\s+){0,3}?from\s+(?:[\w-]+\s+){0,3}?"
    r"(?:warships|ships|vessels|submarines|boats|frigates|destroyers|jets|planes|bombers|aircraft|warplanes"
    r"|helicopters|launchers|positions|bases)\s+(?:in|at|near|inside|off|over)\s+(?:the\s+)?$"
)
_IN_ITS_LAND = re.compile(r",\s+|,?\s+in\s+(?:the\s+)?(?:[\w-]+ern\s+|central\s+)?")
_FIRED_BY_THOSE_IN = re.compile(  # "fired on Monday by militants in [Gaza] at Sderot"
    r"\b(?:launch|fir|lobb|sen[dt]|shot|hurl)(?:ed)?\s+(?:[^,;:]{0,60}?\s)?by\s+[^,;:]{2,60}?\s(?:in|inside)\s+(?:the\s+)?"
    r"(?:[\w-]+ern\s+)?$"
)
_AT_WHAT = re.compile(r"(?:\s+[^\s,;:]+){0,4}?\s+(?:at|into|on|towards?|against|over|across)\s")
_UP_TO_THE_VERB = re.compile(
    r"(?:\s+(?!that\b|who\b|which\b|and\b|but\b|as\b|while\b)[^\s,;:“”\"]+){0,14}\s*", re.IGNORECASE
)


def holds_the_origin(line: Line, mention: PlaceMention) -> bool:
    """Whether something came from a place there: "launched from Yeysk in Russia", "from a launcher in Yeysk"."""
    start, end = line.local(mention)
    if _SENT_FROM_A.search(line.text, 0, start):
        return True
    if _FIRED_BY_THOSE_IN.search(line.text, 0, start) and (aim := _AT_WHAT.match(line.text, end)):
        return any(aim.end() <= line.local(p)[0] and not contains(mention, p) for p in line.places)
    origins = (line.local(p) for p in line.places if p.cue is Cue.FROM and contains(mention, p))
    return any(
        at[1] < start and _IN_ITS_LAND.fullmatch(line.text, at[1], start) and _SENT_FROM.search(line.text, 0, at[0])
        for at in origins
    )


def is_of_who_fires(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the name says where those are who fire at another place: "rebels in Gaza fired a rocket into Israel"."""
    start, end = line.local(mention)
    ahead = end <= act[0] and _UP_TO_THE_VERB.fullmatch(line.text[end : act[0]])
    if not (ahead and _WHO_ARE_IN.search(line.text, 0, start)):
        return False
    aims = (line.local(p)[0] for p in line.places if p.place and p.place != mention.place and not contains(mention, p))
    return any(at > act[1] and _FIRED_AT.fullmatch(line.text, act[1], at) for at in aims)
