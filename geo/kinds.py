"""What the words beside a name say of its kind: "Kursk region", "the city of Oryol", "Derby County Council"."""

from __future__ import annotations

import re
from dataclasses import replace

from geo.found import Found
from geo.gazetteer import CITY, DISTRICT, REGION
from geo.place import Place, PlaceKind

# What a kind gains in score where the words beside the name say it.
DESIGNATED_BONUS, CITY_BONUS, CITY_BODY_BONUS = 5.0, 6.0, 3.5
REGION_BONUS = 9.0  # of "Kursk region", "Kursk and Oryol regions", whatever else of Kursk the text names
SEAT = 1_000  # people of a town that a division is named after
SEATED = frozenset({"district", "county", "raion", "township", "tehsil", "subdistrict", "sub-district", "woreda"})
TOWNSHIPS = frozenset({"MM"})  # where a township is a division with a seat
SEAT_RADIUS_KM = 30.0  # of such a division, whose own outline is not known: most are 40 to 60 km across

_DESIGNATOR = re.compile(
    r"(?:[ -]|['’]s (?=governor))(?:(?P<region>oblast|region|province|governorate|prefecture|krai)"
    r"|(?P<state>state|republic|gov\.|governor|legislature|lawmakers|legislators|senate|attorney general|national guard"
    r"|highway patrol|sen\.|secretary of state)|(?P<district>county|district|raion|counties|co\.))(?!\w)",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:(?:, |,? and |/)[A-Z][\w. -]{2,20}){0,6} (?:(regions|oblasts|provinces|states)|counties|districts)\b"
)
_CITY_BODY = re.compile(
    r" (?:City (?:Council|Hall|Manager|Schools)|Town Council|(?:Police|Fire) Department|Volunteer Fire"
    r"|(?:Senior |Junior )?High School|(?:Elementary|Middle|Primary) School|Public (?:Schools|Library)|Mayor|police)\b"
)
_ITS_VILLAGE = re.compile(r" villages?\b")  # "a strike on a Sagaing village": one of the region's
_IN_A_DIVISION = re.compile(r"\b(?:villages?|hamlets?|districts?|towns?|settlements?) in (?:the )?$", re.IGNORECASE)
_REGION_BEFORE = re.compile(  # "the state of Kachin", "the provinces of Khost and [Kunar]"
    r"\b(?:(?:province|region|governorate|oblast|prefecture|department|state) of (?:the )?"
    r"|(?:provinces|regions|governorates|oblasts|prefectures|departments) of (?:[A-Z][\w-]+,? (?:and )?){0,4})$"
)
_TOWN_BEFORE = re.compile(r"\b(?:city|town) of (?:the )?$", re.IGNORECASE)
_CITY_BEFORE = re.compile(r"\b(?:city|town|village|port|suburb|settlement|capital) of (?:the )?$", re.IGNORECASE)


def said_kind(text: str, name: Found) -> dict[PlaceKind, float]:
    """What the words beside a name say of its kind."""
    designator = _DESIGNATOR.match(text, name.end)
    if designator:
        kind = DISTRICT if designator["district"] else REGION
        return {kind: REGION_BONUS if designator["region"] else DESIGNATED_BONUS}
    plural = _PLURAL.match(text, name.end)
    if plural:
        return {REGION: REGION_BONUS} if plural[1] else {DISTRICT: DESIGNATED_BONUS}
    if _ITS_VILLAGE.match(text, name.end):
        return {REGION: CITY_BODY_BONUS}
    if _CITY_BODY.match(text, name.end):
        return {CITY: CITY_BODY_BONUS}
    if _CITY_BEFORE.search(text, max(0, name.start - 30), name.start):
        return {CITY: CITY_BONUS}
    if _REGION_BEFORE.search(text, max(0, name.start - 60), name.start):
        return {REGION: REGION_BONUS}
    if _IN_A_DIVISION.search(text, max(0, name.start - 30), name.start):  # "a village in Surin"
        return {REGION: CITY_BODY_BONUS}
    return {}


def called_town(text: str, name: Found) -> bool:
    """Whether the words before a name call it a town, not a village."""
    ends = text.endswith((" of ", " of the "), 0, name.start)
    return ends and _TOWN_BEFORE.search(text, max(0, name.start - 12), name.start) is not None


def land_around(seat: Place, called: str) -> Place:
    """The division ``called`` a district or a region after a town, where no more is known of it than its seat."""
    name = f"{seat.name} {called}"
    return replace(seat, geonameid=0, name=name, kind=DISTRICT, radius_km=SEAT_RADIUS_KM, population=0)
