"""Asides that say what or where a place is: "Sumy, a town near Romny, was hit", "Sumy, twinned with Graz, ..."."""

from __future__ import annotations

import re

from geo.place import PlaceMention
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains

WHAT_IT_IS = (  # after the comma: "a province in the south-east"
    r"\s+an?\s+(?:[\w-]+\s+){0,4}?(?:(?:sub-?)?district|neighbou?rhood|suburb|quarter|borough|area|part|city|town|village"
    r"|hamlet|port|province|region|settlement|island|state|governorate|hub|stronghold|crossroads|resort|outpost)\b\s+"
    r"(?:in|of|on|near|close|north|south|east|west|some|about|between|outside|\d)"
)
_LOCATES = re.compile(
    rf",(?:{WHAT_IT_IS}|\s+(?:which|that)\s+(?:is|lies|sits|stands|borders)\b"
    r"|\s+(?:just|located|situated|lying|close|near|not\s+far|north|south|east|west)\b)"
)
_TELLS = re.compile(  # no place of anything that happened there now
    r",\s+(?:once|long|formerly|known|famous|home\s+to|(?:the\s+)?(?:home|home\s?town|birthplace|seat|capital)\s+of"
    r"|birthplace|twinned|named\s+after|where\s+(?:many|most|some)\b)\b"
)
_CLOSES = re.compile(r"[^,;:.“”\"]{0,60},\s")


def is_in_an_aside(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the name only helps to say what or where a place is that the sentence names right before it.

    Where that place is not known, a name that says where it lies still tells something.
    """
    start, end = line.local(mention)
    for place in line.places:
        at, to = line.local(place)
        opened = _LOCATES.match(line.text, to) if place.place else None
        opened = opened or _TELLS.match(line.text, to)
        if opened is None or to > start or "," in line.text[to + 1 : start] or contains(mention, place):
            continue
        closed = _CLOSES.match(line.text, end)
        if act[1] <= at or (closed and closed.end() <= act[0]):
            return True
    return False
