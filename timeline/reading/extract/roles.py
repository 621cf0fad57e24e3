"""What each named place is to a strike: where it happened, around it, who acted, where from, or none of these.

A role is decided before anything is drawn: a government named by its capital, the place of a weapon's launch and the
place that a spokesman governs are never the place of the event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from geo.place import Cue, PlaceKind, PlaceMention, distance_km
from timeline.event import Role, RolePlace
from timeline.reading.extract.datelines import LABEL_END, filed_at, heading_end
from timeline.reading.extract.dating import only_spoken_of
from timeline.reading.extract.force import HIT
from timeline.reading.extract.line import Line
from timeline.reading.extract.other_scenes import names_another_scene
from timeline.reading.words import finder, of_class, phrases

_TITLE_AFTER = finder([*phrases("titles"), *phrases("bodies")])
_SPEECH = finder(of_class("accusation_cues", "speech", "according"))
_MADE_IN = re.compile(r"^-(?:\w+-)?(?:owned|made|built|backed|led|supplied|held|based|designed|run)\b", re.IGNORECASE)
_OFFICE_OF = re.compile(
    r"\b(?:governor|mayor|head|chief|president|minister|capital|ambassador)\s+(?:of|in|to)\s+(?:the\s+)?(?:(?-i:[a-z-]+|[A-Z][a-z]+(?:an|ish|ese))\s+){0,2}$",
    re.IGNORECASE,
)
_WITHIN = re.compile(  # a town that is not known, in a region that is: "in the town of X, Y region"
    r"\b(?:in|near|at|of)\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?,\s+(?:in\s+)?(?:the\s+)?(?:\w+ern\s+|central\s+)?$"
)
_TOLD = re.compile(r"\b(?:when|after|as|where|was|were|had|have|has|been)\b")  # what was said, no longer who said it
_WITNESS = re.compile(r"\b[Aa](?:nother)?\s+(?:resident|villager|inhabitant)\s+(?:of|in|from)\s+(?:the\s+)?$")
_SPEAKING_AT = re.compile(  # "speaking in London, the president said that a missile had killed nine"
    r"\b(?:sp(?:eaking|oke|eech)|told|addressing|briefing|conference|summit|meeting|talks|interview|visit(?:ing|ed)?|trip"
    r"|arriv(?:ing|ed)|report(?:ers|ing)|journalists|forum|correspondent|ambassador|spokes\w+)\b[^,.;]{0,30}\b(?:in|at|to|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_STRUCK_OWNER = re.compile(
    r"(?:\b(?:in|on|at|against|across|over|into|of|hit|struck|attacked|bombed|shelled|targeted))\s+$", re.IGNORECASE
)
DOING_NOUN = re.compile(  # a demonym before these is who acts or speaks, not who is struck
    r"\s+(?:(?:\w+\s+){0,2}(?:missiles?|drones?|rockets?|(?:air\s?)?strikes?|(?:air\s?)?raids?|attacks?|forces|troops|army|military|officials?"
    r"|president|minister|governor|ministry|media|authorities|intelligence|president))\b",
    re.IGNORECASE,
)
_ONE_CLAUSE = re.compile(
    r"(?:\s+(?!that\b|what\b|who\b|which\b|and\b|but\b|as\b|while\b)[^\s,;:“”\"]+){0,14}\s*", re.IGNORECASE
)
_OTHER_VILLAGE = re.compile(r"\s+(?:[a-z]+\s+){0,2}(?:village|town|settlement|hamlet|suburb|district)s?\s+of\b")
_INSIDE = re.compile(r",\s+(?:in\s+)?(?:the\s+)?|\s\(")
_HOSPITAL = re.compile(
    r"\s*(?:[A-Z]\w+\s+){0,2}(?:[Hh]ospital|[Cc]linic|[Mm]edical\s+(?:[Cc]ent(?:er|re)|[Cc]omplex)|[Mm]orgue)"
)
_HOSPITAL_IN = re.compile(
    r"\b(?:[Hh]ospital|[Cc]linic|[Mm]orgue|[Cc]omplex)s?\s+in\s+(?:the\s+)?(?:\w+ern\s+|central\s+)?$"
)
CARED_FOR = re.compile(  # a hospital where the hurt are brought, or whose people speak
    r"\b(?:treat|t(?:ook|ak)|rush|br(?:ought|ing)|admit|evacuat|transfer|deliver|hospitali[sz]|recover|lie|lay|di(?:ed|es|e)|arriv"
    r"|reach|flown|driven|sent|went|go(?:es)?|visit|patients|doctors?|nurses?|medics|surgeons?|staff|director|wounded|bodies"
    r"|figures|according\s+to|officials|spokes)\w*\b[^,.;]{0,60}$",
    re.IGNORECASE,
)
_STATIONED = re.compile(
    r"\b(?:stationed|based|positioned|deployed|posted|parked)\s+(?:in|at|near|around|outside)\s+(?:the\s+)?$"
)
_MILES_OF = re.compile(
    r"\b(?:km|kilomet(?:re|er)s?|miles?)\s+(?:\([^)]{1,30}\)\s+)?(?:(?:to\s+the\s+)?[\w-]+\s+)?(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WATER = re.compile(r"\b(?:Sea|Ocean|Gulf|Bay|Straits?|Channel)\b")
_MEASURED = re.compile(
    r"(?:(?P<number>\d{1,3}(?:,?\d{3})*(?:\.\d{1,3})?)[\s-]?(?P<unit>km|kilomet(?:re|er)s?|(?:nautical\s+)?miles?|mi)\b(?:\s+\([^)]{1,30}\))?\s+(?:away\s+)?)?"
    r"(?:(?:to\s+the\s+)?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern\s+edge)?\s+of"
    r"|(?(number)(?:short\s+of|from|outside|off|beyond|inside|of)|(?!)))\s+(?:the\s+)?(?:(?:capital|city|town|village|port)\s+(?:of\s+)?)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
NEAR, NEAR_KM, KM_OF_A_MILE = "near", 25.0, 1.609344  # farther off, a town's name places nothing
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE})
_INSTITUTION = re.compile(r"\s+[A-Z][a-z]")
_AT = re.compile(r"(?<![\w-])(?:in|near|at|outside|over|around)\s+(?:the\s+)?$", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\b(?:village|town|city|settlement|suburb|hamlet)s?\s+of\s+([A-Z][\w'’-]+)"
    r"|(?<!\w)(?:in|near|outside|at)\s+((?!January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[A-Z][\w'’-]{3,}(?:\s+[A-Z][\w'’-]+){0,2})(?=\s+(?:on|late|early|overnight|late|and\s+killed|killing|wounding|injuring|with|,)|,|\.|$)"
)
_BUILDING = finder(
    [*phrases("struck_sites"), "street", "square", "university", "college", "academy", "stadium", "forces"], plural=True
)
_BLAMED = re.compile(
    r"\b(?:(?:blam|accus)(?:e|es|ed|ing)(?:\s+on)?|(?:attribut|ascrib)(?:ed|ing)\s+(?:\w+\s+)?to|pinn(?:ed|ing)\s+on|put\s+\w+\s+down\s+to)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_A_CLOCK = re.compile(r"\s+(?:local\s+|standard\s+|summer\s+|daylight\s+)?time\b", re.IGNORECASE)
_PEOPLE_OF = re.compile(
    r"\b(?:residents?|inhabitants?|villagers)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)  # hurt where they live
_LISTED = re.compile(r"(?:['’]s?)?,?\s+(?:and\s+)?(?:in\s+)?(?:the\s+)?(?:\w+ern\s+|central\s+)?")
_FINENESS = {
    PlaceKind.SITE: 6,
    PlaceKind.CITY: 5,
    PlaceKind.DISTRICT: 4,
    PlaceKind.REGION: 3,
    PlaceKind.OTHER: 2,
    PlaceKind.COUNTRY: 1,
}


def strike_roles(line: Line, act: tuple[int, int], *, passive: bool, verb: bool) -> tuple[RolePlace, ...]:
    """Give every place of the line its role in the strike whose words stand at ``act`` (local offsets)."""
    plain = {m: _plain_role(line, m, act, passive=passive, verb=verb) for m in line.places}
    plain |= _of_heading(line, plain)
    plain |= _called_by(plain)
    chosen = min(
        (m for m, role in plain.items() if role is Role.EVENT), key=lambda m: _rank(line, m, act), default=None
    )
    return tuple(RolePlace(as_measured(line, m), _final(m, role, chosen)) for m, role in plain.items())


def _called_by(roles: Mapping[PlaceMention, Role]) -> dict[PlaceMention, Role]:
    """Take what a thing or person is only called by for no scene where the words place the strike in another country:
    "the son of a Leeds butcher was killed in Ukraine".
    """
    told = {m.place.country for m, role in roles.items() if role is Role.EVENT and m.cue is Cue.AT and m.place}
    called = (m for m, role in roles.items() if role is Role.EVENT and m.cue is Cue.ATTRIBUTE and m.place)
    return {m: Role.OTHER for m in called if told and m.place and m.place.country not in told}


def _of_heading(line: Line, roles: Mapping[PlaceMention, Role]) -> dict[PlaceMention, Role]:
    """Let the dateline or label of the line itself place a strike that nothing else in the line places."""
    end = heading_end(line)
    inside = [m for m in line.places if line.local(m)[1] <= end]
    elsewhere_told = any(role is Role.EVENT for m, role in roles.items() if m not in inside)
    own = None if elsewhere_told or elsewhere(line) else filed_at(inside)
    return {m: Role.EVENT if own and (m is own or contains(m, own)) else Role.OTHER for m in inside}


def _plain_role(line: Line, mention: PlaceMention, act: tuple[int, int], *, passive: bool, verb: bool) -> Role:
    start, end = line.local(mention)
    if mention.place is None or _is_no_scene(line, mention, act):
        return Role.OTHER
    if mention.cue is Cue.FROM:
        return Role.ORIGIN
    if (
        passive
        and verb
        and end <= act[0]
        and mention.cue in (Cue.SUBJECT, Cue.NONE)
        and _ONE_CLAUSE.fullmatch(line.text[end : act[0]])
    ):
        return Role.EVENT
    if mention.cue is Cue.SUBJECT:
        return Role.ACTOR
    if mention.cue is Cue.OWNER and not _STRUCK_OWNER.search(line.text[:start]):
        return Role.ACTOR if start < act[0] else Role.OTHER
    if _PEOPLE_OF.search(line.text, 0, start) or _is_label(line, start, end):
        return Role.EVENT
    if mention.cue is Cue.ATTRIBUTE and _is_doing_body(line, mention, act):
        return Role.ACTOR
    if _WITHIN.search(line.text, 0, start) and mention.place.kind in (PlaceKind.REGION, PlaceKind.COUNTRY):
        return Role.EVENT
    if mention.cue is Cue.NONE and not _beside_a_place(line, start) and not _is_object(line, act[1], start):
        return Role.OTHER
    return Role.EVENT


def _is_doing_body(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether a country heads the name of what acts: "U.S. Africa Command conducted ...", "U.S. airstrikes hit ..."."""
    start, end = line.local(mention)
    country = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    named = end <= act[0] and _INSTITUTION.match(line.text, end)
    doing = DOING_NOUN.match(line.text, end) and start <= act[1]
    return bool(country and (named or doing) and not _STRUCK_OWNER.search(line.text, 0, start))


def _is_no_scene(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the name is a dateline, an adjective, an office, a speaker's or a culprit's, or what is spoken about."""
    start, end = line.local(mention)
    if mention.cue in (Cue.DATELINE, Cue.DEMONYM) or (end <= act[0] and only_spoken_of(line, act[0])):
        return True
    if _OF_A_CLOCK.match(line.text, end) or (mention.said.isupper() and LABEL_END.match(line.text, end)):
        return True  # "4:30 p.m. (Sanaa time)"; "RAIPUR: ..."
    if is_speakers(line, start, act[0]) or names_another_scene(line, mention, act):
        return True
    if _WITNESS.search(line.text, 0, start) and _SPEECH.match(line.text[end:].lstrip()):
        return True
    if mention.cue is Cue.ATTRIBUTE and not is_region(mention) and _OTHER_VILLAGE.match(line.text, end):
        return True
    if _is_hospital(line, start, end) or _STATIONED.search(line.text, 0, start) or _is_far(line, start):
        return True
    if _is_out_of_reach(line, mention):
        return True
    if _is_around_no_scene(line, mention, act):
        return True
    if is_office(line, start, end) or _BLAMED.search(line.text, 0, start):
        return mention.cue is not Cue.FROM
    return mention.cue is not Cue.FROM and _in_attribution(line, start, act)


def as_measured(line: Line, mention: PlaceMention) -> PlaceMention:
    """Take "10 km from Kyiv" and "north of Kyiv" for near Kyiv, which lends its name and not its point."""
    beside = _measure(line, mention)
    return replace(mention, qualifier=NEAR) if beside and mention.qualifier != NEAR else mention


def _measure(line: Line, mention: PlaceMention) -> re.Match[str] | None:
    """Find the words that measure from a town or a site: "120 km north of"."""
    point = mention.place is not None and mention.place.kind in _POINTS
    return _MEASURED.search(line.text, 0, line.local(mention)[0]) if point else None


def _is_out_of_reach(line: Line, mention: PlaceMention) -> bool:
    """Whether a town's name only helps to find what lies far off: "a field 120 km north of Kyiv"."""
    found = _measure(line, mention)
    if found is None or not found["number"]:
        return False
    unit = KM_OF_A_MILE if found["unit"].lower().startswith(("mi", "nautical")) else 1.0
    return float(found["number"].replace(",", "")) * unit > NEAR_KM


def _is_far(line: Line, start: int) -> bool:
    """Whether the name only says how far the scene is from it, and another says where: "60 miles west of Hodeidah"."""
    others = any(p.cue is Cue.AT and p.place and line.local(p)[0] != start for p in line.places)
    return others and bool(_MILES_OF.search(line.text, 0, start))


def _is_around_no_scene(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the land only says where that place lies: "the mayor of Sumy, Ukraine"."""
    start, _ = line.local(mention)
    inner = next((p for p in line.places if _INSIDE.fullmatch(line.text, line.local(p)[1], start)), None)
    return mention.cue is Cue.CONTAINER and inner is not None and _is_no_scene(line, inner, act)


def _is_hospital(line: Line, start: int, end: int) -> bool:
    """Whether the name is that of a hospital which took the hurt in or speaks of them, or of the town that it is in."""
    at = _HOSPITAL_IN.search(line.text, 0, start)
    named = at or _HOSPITAL.match(line.text, end) or _HOSPITAL.search(line.text, start, end)
    cared = CARED_FOR.search(line.text, 0, at.start() if at else start) if named else None
    return cared is not None and not HIT.search(line.text, cared.start(), start)


def _is_label(line: Line, start: int, end: int) -> bool:
    """Whether the name heads the sentence, alone or after a date: "26 March, Kosti (Sudan): an oil depot was hit"."""
    if not LABEL_END.match(line.text, end):
        return False
    dates = [line.local(t) for t in line.times]
    return not any(c.isalnum() and not any(s <= i < e for s, e in dates) for i, c in enumerate(line.text[:start]))


def _is_object(line: Line, after: int, at: int) -> bool:
    """Whether the name stands in the words for what was struck: "hit a residential part of Sumy"."""
    return after <= at and bool(_ONE_CLAUSE.fullmatch(line.text[after:at]))


def _beside_a_place(line: Line, at: int) -> bool:
    """Whether the name follows another place: "Ukraine's Kharkiv", "Sumy and Kharkiv"."""
    return any(_LISTED.fullmatch(line.text[line.local(p)[1] : at]) for p in line.places if line.local(p)[1] <= at)


def is_office(line: Line, start: int, end: int) -> bool:
    """Tell "Belgorod governor", "governor of the Kharkiv region" and "U.S.-owned" from the place itself."""
    after = line.text[end : end + 40].lstrip("'’s ")
    return bool(
        _TITLE_AFTER.match(after)
        or _MADE_IN.match(line.text[end : end + 20])
        or _OFFICE_OF.search(line.text[max(0, start - 60) : start])
    )


def is_speakers(line: Line, start: int, before: int | None = None) -> bool:
    """Whether somebody only speaks at the place that stands at ``start``: "told reporters in London"."""
    spoken = _SPEAKING_AT.search(line.text, 0, start)
    return spoken is not None and (before is None or bool(_SPEECH.search(line.text, start, max(start, before))))


def _in_attribution(line: Line, at: int, act: tuple[int, int]) -> bool:
    """Whether the place stands in the words that say who said it, apart from the act by a comma."""
    opens, closes = line.text.rfind(",", 0, at) + 1, line.text.find(",", at)
    segment = (opens, closes if closes >= 0 else len(line.text))
    if segment[0] <= act[0] < segment[1] or line.text[opens:at].strip().lower() in ("in", "near", "in the"):
        return False
    spoken = _SPEECH.search(line.text, *segment)
    if spoken is None or re.match(r"\s+that\b", line.text[spoken.end() :]):
        return False
    return not _TOLD.search(line.text, spoken.end(), max(at, spoken.end()))


def _rank(line: Line, mention: PlaceMention, act: tuple[int, int]) -> tuple[bool, bool, int, bool, int]:
    """Rank places for the event's own, lowest first.

    No mere owner, no part of an institution's name ("Kyiv Polytechnic Institute"), the finest, where something is
    rather than what it is called by ("the Caspian terminal at Novorossiysk") or who speaks
    ("Kyiv: three dead in Sumy"), the nearest.
    """
    start, end = line.local(mention)
    named_for = mention.cue is Cue.ATTRIBUTE and bool(_INSTITUTION.match(line.text, end))
    fineness = _FINENESS[mention.place.kind] if mention.place else 0
    distance = start - act[1] if start >= act[0] else (act[0] - start) * 2
    aside = mention.cue is Cue.ATTRIBUTE or _is_label(line, start, end)
    return mention.cue is Cue.OWNER, named_for, -fineness, aside, distance


def _final(mention: PlaceMention, role: Role, chosen: PlaceMention | None) -> Role:
    if role is not Role.EVENT or mention is chosen or chosen is None:
        return role
    return Role.CONTAINER if contains(mention, chosen) else Role.OTHER


def elsewhere(line: Line, after: int = 0) -> bool:
    """Whether the words past ``after`` place something where the gazetteer has no name or no point.

    "The village of X", "hit a bus at X" (no building's name), "70 km from Y".
    """
    known = [line.local(p) for p in line.places if p.place] + [line.local(t) for t in line.times]
    unknown = (m.span(m.lastindex or 0) for m in _UNKNOWN.finditer(line.text, after))
    if any(
        not _BUILDING.search(line.text, *at) and not any(s < at[1] and at[0] < e for s, e in known) for at in unknown
    ):
        return True
    return any(_is_out_of_reach(line, p) for p in line.places if line.local(p)[0] >= after)


def is_at(line: Line, mention: PlaceMention) -> bool:
    """Whether the words say that something is there: "in Kharkiv", "near the border"."""
    return mention.cue is Cue.AT or bool(_AT.search(line.text, 0, line.local(mention)[0]))


def is_region(mention: PlaceMention) -> bool:
    """Whether the name was read as that of a first-order region."""
    return mention.place is not None and mention.place.kind is PlaceKind.REGION


def is_water(mention: PlaceMention) -> bool:
    """Whether the name was read as that of a sea, a gulf or a strait."""
    place = mention.place
    return place is not None and place.kind is PlaceKind.OTHER and bool(_WATER.search(place.name))


def contains(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Whether the first place lies around the second: its region, its country, or within its radius."""
    a, b = outer.place, inner.place
    if a is None or b is None or a == b:
        return False
    if a.kind is PlaceKind.COUNTRY:
        return a.country == b.country and b.kind is not PlaceKind.COUNTRY
    if a.kind is PlaceKind.REGION:
        return a.region_code is not None and a.region_code == b.region_code
    if is_water(outer) and b.kind in (PlaceKind.REGION, PlaceKind.DISTRICT):  # a ship in a sea is in no province
        return False
    return a.radius_km > b.radius_km and distance_km(a, b) <= a.radius_km
