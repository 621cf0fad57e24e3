"""Places that a name does not give but helps to find: "120 km north of Kyiv", "the village of X" that is not known."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from geo.place import Cue, PlaceKind, PlaceMention, distance_km
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import is_at
from timeline.reading.words import finder, phrases

_MILES_OF = re.compile(
    r"\b(?:km|kilomet(?:re|er)s?|miles?)\s+(?:\([^)]{1,30}\)\s+)?(?:(?:to\s+the\s+)?[\w-]+\s+)?(?:of|from)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"(?:(?P<number>\d{1,3}(?:,?\d{3})*(?:\.\d{1,3})?)[\s-]?(?P<unit>km|kilomet(?:re|er)s?|(?:nautical\s+)?miles?"
    r"|mi)\b(?:\s+\([^)]{1,30}\))?\s+(?:away\s+)?)?(?:(?:to\s+the\s+)?"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern\s+edge)?\s+of"
    r"|(?(number)(?:short\s+of|from|outside|off|beyond|inside|of)|(?!)))\s+(?:the\s+|[A-Z][\w’'-]+['’]s\s+)?"
    r"(?:(?:[a-z-]+\s+){0,2}(?:capital|city|town|village|port)(?:,|\s+of)?\s+)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
_ON_A_SIDE = re.compile(
    r",?\s+(?:(?:just|lying|located|situated|to\s+the)\s+){0,2}(?:north|south|east|west)[\w-]*\s+of\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+)?(?:capital|city|town),?\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_LIES = re.compile(
    r",?\s+(?:(?:which|lying|located|situated|lies|is|a\s+(?:town|city|village)|about|around|some|roughly|nearly"
    r"|almost|just|only|over|(?:more|less)\s+than|approximately)\s+){0,4}",
    re.IGNORECASE,
)
_SORT = re.compile(r"(?:\s+(?:province|region|oblast|state|governorate|district|county))?")
_OFF_THE_COAST = re.compile(  # "off the coast of Yemen's port city of [Mokha]": at sea, not in it
    r"\boff\s+(?:the\s+)?(?:\w+ern\s+)?(?:coast|shore)s?\s+of\s+(?:the\s+|[A-Z][\w’'-]+['’]s\s+)?(?:[a-z-]+\s+){0,2}?"
    r"(?:(?:capital|city|town|village|port)(?:,|\s+of)?\s+)?$"
)
_WAY_TO = re.compile(
    r"\b(?:(?:road|highway|motorway|street|track|path|way|route|journey|trip|railway|line|train|bus|ferry|flight"
    r"|travel(?:l?ing|l?ed)|driv(?:ing|en)|heading|head(?:ed)?|bound|fle(?:eing|d)|sailing|sailed)\s+"
    r"(?:(?:north|south|east|west)\s+)?(?:from\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+)?"
    r"(?:to|towards?|for|into)|en\s+route\s+(?:to|for)|towards)\s+(?:the\s+)?"
    r"(?:(?:city|town|village|port)\s+of\s+)?$"
)
_BETWEEN = re.compile(
    r"\b(?:between|(?:road|highway|motorway|route|railway|track)\s+(?:leading\s+|running\s+)?from)\s+"
    r"(?:the\s+)?(?:(?:towns?|cit(?:y|ies)|villages?)\s+of\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|to)\s+(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?")
_ROAD = re.compile(r"[-–][A-Z][\w'’]+(?:\s[A-Z][\w'’]+)?\s+(?:road|highway|motorway|route|railway|line)\b")
NEAR, FAR, NEAR_KM, KM_OF_A_MILE = "near", "wider", 25.0, 1.609344  # farther off, a town's name places nothing
_FARTHEST_KM = 120.0  # of two towns between which something may be told to lie
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE})
ACROSS_BORDER = r"\b(?:[Aa]cross|[Bb]eyond|[Oo]n\s+the\s+other\s+side\s+of)\s+the\s+(?:border|frontier)\b"
_UNKNOWN = re.compile(
    r"\b(?:village|town|city|settlement|suburb|hamlet)s?\s+of\s+([A-Z][\w'’-]+)"
    r"|\b(?:village|town|hamlet),\s+([A-Z][\w'’-]+)(?=,\s+(?:was|is|had|has|lies|which|in|near|on|some|about)\b)"
    r"|(?<!\w)(?:in|near|outside|at)\s+((?!January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:[A-Z][\w'’-]{3,}|[A-Z][\w'’-]{1,2}(?=\s+[A-Z])"
    r"|[A-Z][a-z]{1,4}\.(?=\s+[A-Z]\w+\s+(?:City|Town|Island|Province)\b))(?:\s+[A-Z][\w'’-]+){0,2})"
    r"(?=\s+(?:on|late|early|overnight|late|and\s+killed|killing|wounding|injuring|with|,)|,|\.|$)"
    r"|(?<!\w)(?:in|near|at)\s+(?:the\s+)?([A-Z][\w'’-]{3,}(?:\s+[A-Z][\w'’-]+){0,2})"
    r"(?=\s+(?:area|(?:sub-?)?district|tehsil|community|commune|municipality|township|raion)\b)"
    rf"|{ACROSS_BORDER}\s+(?:in|at|near)\s+([A-Z][\w'’-]{{3,}})"
)
_BUILDING = finder(
    [*phrases("struck_sites"), "street", "square", "university", "college", "academy", "stadium", "forces"], plural=True
)


def as_measured(line: Line, mention: PlaceMention) -> PlaceMention:
    """Take "10 km from Kyiv" and "the Kyiv-Chop road" for near Kyiv, which lends its name and not its point."""
    start, end = line.local(mention)
    beside = (
        _measure(line, mention)
        or _ROAD.match(line.text, end)
        or _OFF_THE_COAST.search(line.text, max(0, start - 90), start)
    )
    return replace(mention, qualifier=NEAR) if beside and mention.qualifier != NEAR else mention


def _measure(line: Line, mention: PlaceMention) -> re.Match[str] | None:
    """Find the words that measure from a town or a site: "120 km north of"."""
    point = mention.place is not None and mention.place.kind in _POINTS
    return _measured_before(line.text, line.local(mention)[0]) if point else None


@lru_cache(maxsize=1_024)  # each place of a sentence is asked by several
def _measured_before(text: str, end: int) -> re.Match[str] | None:
    return _MEASURED.search(text, 0, end)


def is_out_of_reach(line: Line, mention: PlaceMention) -> bool:
    """Whether a town's name only helps to find what lies far off: "a field 120 km north of Kyiv"."""
    found = _measure(line, mention)
    if found is None or not found["number"]:
        return False
    unit = KM_OF_A_MILE if found["unit"].lower().startswith(("mi", "nautical")) else 1.0
    return float(found["number"].replace(",", "")) * unit > NEAR_KM


def far_off(line: Line) -> PlaceMention | None:
    """Find the town or site from which alone a line measures where something lies: all that is known is how far."""
    found = (p for p in line.places if p.cue is not Cue.FROM and is_out_of_reach(line, p))
    return next((replace(p, qualifier=FAR) for p in found), None)


def on_the_way(line: Line) -> PlaceMention | None:
    """Take what is between two towns for near the first, or a wider stretch: "on the road between Sumy and Romny"."""
    for one, two in pairwise(line.places):
        a, b = one.place, two.place
        if a is None or b is None or not {a.kind, b.kind} <= _POINTS:
            continue
        joined = _AND.fullmatch(line.text, line.local(one)[1], line.local(two)[0])
        apart = distance_km(a, b)
        if joined and apart <= _FARTHEST_KM and _BETWEEN.search(line.text, 0, line.local(one)[0]):
            return replace(one, qualifier=NEAR if apart <= 2 * NEAR_KM else FAR)
    return None


def is_far(line: Line, start: int) -> bool:
    """Whether the name only says how far the scene is from it, and another says where: "60 miles west of Hodeidah"."""
    others = any(p.cue is Cue.AT and p.place and line.local(p)[0] != start for p in line.places)
    return others and bool(_MILES_OF.search(line.text, 0, start))


def is_beside(line: Line, start: int) -> bool:
    """Whether the name only says on which side of it another place lies: "in Ghazni province, south of Kabul"."""
    side = _ON_A_SIDE.search(line.text, 0, start)
    named = (line.local(p)[1] for p in line.places if side and p.place and is_at(line, p))
    return side is not None and any(
        end <= side.start() and _SORT.fullmatch(line.text, end, side.start()) for end in named
    )


def is_way_to(line: Line, mention: PlaceMention) -> bool:
    """Whether the name only says where a road or a journey leads, and another says where: "on the road to Sumy"."""
    start = line.local(mention)[0]
    others = any(p.cue is Cue.AT and p.place and p != mention and not _leads(line, p) for p in line.places)
    return others and bool(_WAY_TO.search(line.text, 0, start))


def _leads(line: Line, mention: PlaceMention) -> bool:
    return mention.place is not None and bool(_WAY_TO.search(line.text, 0, line.local(mention)[0]))


def elsewhere(line: Line, after: int = 0) -> bool:
    """Whether the words past ``after`` place something where the gazetteer has no name or no point.

    "The village of X", "hit a bus at X" (no building's name), "70 km from Y"; "shelled X", of which there are several.
    """
    if any(p.place is None and p.cue is Cue.OBJECT and line.local(p)[0] >= after for p in line.places):
        return True
    known = [line.local(p) for p in line.places if p.place] + [line.local(t) for t in line.times]
    unknown = (m.span(m.lastindex or 0) for m in _UNKNOWN.finditer(line.text, after))
    if any(
        not _BUILDING.search(line.text, *at) and not any(s < at[1] and at[0] < e for s, e in known) for at in unknown
    ):
        return True
    return any(is_out_of_reach(line, p) and not lies_there(line, p) for p in line.places if line.local(p)[0] >= after)


def lies_there(line: Line, mention: PlaceMention) -> bool:
    """Whether the words only say how far from the name a known place lies: "Kutum, 120 km west of [El Fasher]"."""
    found = _measure(line, mention)
    if found is None:
        return False
    before = (line.local(p)[1] for p in line.places if p.place and p.place.kind in _POINTS)
    return any(end < found.start() and _LIES.fullmatch(line.text, end, found.start()) for end in before)
