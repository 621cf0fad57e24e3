"""What each named place is to a strike: where it happened, around it, who acted, where from, or none of these.

A role is decided before anything is drawn: a government named by its capital, the place of a weapon's launch and the
place that a spokesman governs are never the place of the event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.event import Role, RolePlace
from timeline.reading.extract.day.other_scenes import is_heard_of
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.aside import is_in_an_aside
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import FAR, as_measured, elsewhere, on_the_way
from timeline.reading.extract.sentence.within import contains, is_only_a_city, is_region, is_site_of
from timeline.reading.extract.voice.speakers import says
from timeline.reading.extract.where.bystanders import is_no_scene
from timeline.reading.extract.where.datelines import LABEL_END, filed_at, heading_end
from timeline.reading.extract.where.origins import holds_the_origin, is_of_who_fires

_WITHIN = re.compile(  # a town that is not known, in a region that is: "in the town of X, Y region", "on X village, Y"
    r"\b(?:in|near|at|of|on)\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?(?:\s+(?:village|town|camp|settlement))?,\s+"
    r"(?:in\s+)?(?:the\s+)?(?:\w+ern\s+|central\s+)?$"
)
_DIVISION_ENDS = re.compile(r"(?:\s+(?:region|province|governorate|state|oblast|district|county))?,", re.IGNORECASE)
_SECTOR_OF = re.compile(  # "in the X sector of [Homs]", "in X, a district of eastern [Homs]"
    r"\b(?:in|near|at|on|of)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?\s+"
    r"(?:sector|area|village|sub-?district|tehsil|neighbou?rhood|quarter|locality|settlement)\s+(?:of|in)\s+"
    r"(?:the\s+)?$"
    r"|\b(?:in|near|at|on|of)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?,\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:(?:sub-?)?district|neighbou?rhood|suburb|quarter|borough|area|part)\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:[a-z]+ern\s+|central\s+)?$"
)
_APPOSED = re.compile(  # "in the Yemeni capital, Sanaa"
    r"\b(?:in|at|on|near|outside|around|over|(?:outskirts|suburbs?|part|quarter|district|cent(?:re|er)|airport|port"
    r"|harbou?r|station|base|market|streets|edge|heart"
    r"|in\s+the\s+(?:north|south|east|west|heart)(?:-?(?:east|west))?)\s+of)\s+(?:the|an?|its|[A-Z][\w’'-]+['’]s)"
    r"\s+(?:[\w'’-]+\s+){0,3}(?:capital|city|town|village|port|resort|suburb|settlement|hamlet),\s+(?:of\s+)?$"
)
_TURN = re.compile(r"['’]s\s+turn\b")  # "Sumy's turn was on Friday, when rockets hit a mill"
_SUFFERED_MOST = re.compile(
    r"\s+(?:(?:has|have|had|itself)\s+)*(?:(?:suffered|fared)\s+(?:the\s+)?(?:most|worst)|bore\s+the\s+brunt)\b"
)
_TURN_OF = re.compile(r"\bturn\s+of\s+$")
_STRUCK_OWNER = re.compile(
    r"(?:\b(?:in|on|at|against|across|over|into|of|hit|struck|targeted|strik(?:es?|ing)"
    r"|(?:attack|bomb|shell|pound|hammer|batter|bombard|pummel+|strafe?|raid|rock|rocket)(?:ed|s|ing)))\s+$",
    re.IGNORECASE,
)
DOING_NOUN = re.compile(  # a demonym before these is who acts or speaks, not who is struck
    r"\s+(?:(?:\w+\s+){0,2}(?:missiles?|drones?|rockets?|(?:air\s?)?strikes?|(?:air\s?)?raids?|attacks?|forces"
    r"|troops|army|military|officials?|president|minister|governor|ministry|media|authorities|intelligence"
    r"|president))\b",
    re.IGNORECASE,
)
_BLOW_ON = re.compile(  # "in [US] strike on a Syrian air base": who struck, since what was struck follows
    r"\s+(?:\w+\s+){0,2}?(?:(?:air\s?)?strikes?|(?:air\s?)?raids?|attacks?|bombings?|bombardments?|shelling)\s+"
    r"(?:on|against|in|at|near)\b",
    re.IGNORECASE,
)
_NEAR_IT = re.compile(  # "in Amran province near [Sanaa]", "near the capital, [Sanaa]"
    r"\s(?:[Rr]egion|[Pp]rovince|[Oo]blast|[Gg]overnorate|[Ss]tate|[Dd]istrict)?,?\s*"
    r"(?:near|close\s+to|not\s+far\s+from)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}?"
    r"(?:(?:capital|city|town|port)(?:,|\s+of)?\s+)?"
)
_AS = re.compile(
    r",\s+(?:even\s+)?(?:as|while)\s+(?!far\b|well\b|many\b|part\b|a\b|in\b|people\b|they\b|he\b|she\b|it\b)"
)
_ONE_CLAUSE = re.compile(
    r"(?:\s+(?!that\b|what\b|who\b|which\b|and\b|but\b|as\b|while\b)[^\s,;:“”\"]+){0,14}\s*", re.IGNORECASE
)
_ASIDE = re.compile(r",\s(?!(?:and|but|where|which|who)\b)[^,;:]{2,70},(?=\s)")  # "Ryazan, 200 km from Moscow, was hit"
_ROAD_OUT = re.compile(r"\b(?:road|highway|street|motorway)\s+(?:leading\s+)?out\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_IN_LAND = re.compile(  # "[Uman], in Ukraine's central [Cherkasy]"
    r",\s+|,?\s+in\s+(?:the\s+)?(?:[A-Z][\w'’ ]{1,25}['’]s\s+)?(?:[\w-]+ern\s+|central\s+)?"
)
_ITS_DEEDS = re.compile(  # "a lull in Moscow's strikes": whose they are
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:(?:air\s?)?strikes?|(?:air\s?)?raids?|attacks?|offensive|campaign|bombardment"
    r"|shelling|bombing|war)\b"
)
_BEARS_THE_BLAME = re.compile(  # "and that Russia bore the blame for it"
    r"\s+(?:bears?|bore|has|had|holds?|held|takes?|took)\s+(?:the\s+|full\s+|sole\s+)*(?:responsibility|blame)\b"
)
_NEWS_FROM = re.compile(
    r"\b(?:news|word|updates?|reports|pictures|images|videos?|footage|figures)\b[^.;:“”\"]{0,60}?\bfrom\s+"
    r"(?:the\s+(?:city|town)\s+of\s+)?$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\s+(?!(?:Local\s+Government\s+(?:Area|Council)|District|Township|County|Municipality)\b)[A-Z][a-z]"
)
_SITE_OF_A_TOWN = re.compile(
    r"\s+(?:[A-Z]\w+\s+){0,2}?(?:Airport|Airfield|Air\s?[Bb]ase|Harbou?r|Refinery|Bridge|Hospital|(?:Power|Railway)"
    r"\s+(?:Plant|Station)|Stadium|Barracks|Prison|Market)\b"
)
_PEOPLE_OF = re.compile(
    r"\b(?:residents?|inhabitants?|villagers)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)  # hurt where they live
_WHERE = re.compile(  # "in Uman, Cherkasy region, where": up to the act nobody speaks and no other clause begins
    r"(?:\s+region|\s+province)?(?:,\s+(?:[A-Z][\w'’-]*|region|province|state|oblast|in|the|of|on|late|early"
    r"|\s)+){0,2},\s+where\s"
)
_TO_SEE = re.compile(  # "travelled to Uman, Ukraine, to look into a missile strike"
    r"(?:\s+(?:region|province|state|oblast))?(?:(?:,|\s+in)\s+[A-Z][^,;:]{2,40}?)?,?\s+to\s+(?:look\s+into|inspect"
    r"|investigate|examine|document|assess|survey|probe|study|see|view|film|photograph)\s"
)
_WHICH_WAS = re.compile(  # "a church in Lviv, which was hit"
    r"(?:\s+region|\s+province)?,\s+which\s+(?:was|were|is|had\s+been|has\s+been|came)\s+"
    r"(?:\w+ly\s+|also\s+|itself\s+|later\s+)?"
)
_OTHER_CLAUSE = re.compile(r"[;:“”\"]|,\s+(?:and|but|while|as|after|before)\s|\bthat\s", re.IGNORECASE)
_UNDERGOES = re.compile(  # "Kharkiv faced air strikes"; "the region was badly affected, with drones damaging"
    r"(?:\s+(?:region|oblast|province|district))?(?:\s+(?:also|again|too|has|had|itself|in\s+turn|meanwhile))*\s+"
    r"(?:(?:faced|faces|suffered|suffers|endured|endures|experienced|saw|sees|withstood|weathered|underwent)(?=\s)"
    r"|(?:was|were)\s+(?:\w+ly\s+)?affected,?\s+with(?=\s))",
)
_CALLED_SO = re.compile(  # "targeted the capital, Kyiv"
    r"\s+(?:the|its|their)\s+(?:[\w-]+\s+){0,4}(?:capital|city|town|village|port|resort|suburb|settlement|hamlet"
    r"|region|province),\s+"
)
_ASIDE_AND_VERB = re.compile(  # "a block in Sumy, a town on the Psel, was hit"
    r",\s[^;:“”\"]{1,120},\s+(?:(?:was|were|is|has|had|have|been|also|then|later|itself|[a-z]+ly)\s+)*"
)
_AGENT = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
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
    plain = {
        m: Role.EVENT if _is_pointed_at(line, m, act) else _plain_role(line, m, act, passive=passive, verb=verb)
        for m in line.places
    }
    plain |= _of_address(line, plain, act)
    plain |= _of_heading(line, plain)
    plain |= _of_label(line, plain)
    plain |= _called_by(plain)
    plain |= _near_the_land(line, plain)
    plain |= _of_what_went_on(line, plain, act[1])
    chosen = min(
        (m for m, role in plain.items() if role is Role.EVENT), key=lambda m: _rank(line, m, act), default=None
    )
    if chosen is None and (town := next((m for m in plain if _is_news_from(line, m)), None)):
        plain[town] = Role.EVENT
        chosen = town
    if chosen is None and (loose := on_the_way(line) or _heard_of(line)):
        return (RolePlace(loose, Role.EVENT), *(RolePlace(m, r) for m, r in plain.items()))
    return tuple(RolePlace(as_measured(line, m), _final(m, role, chosen)) for m, role in plain.items())


def _is_news_from(line: Line, mention: PlaceMention) -> bool:
    """Whether a town is told as that from which the news comes: "reports from Uman: a missile hit a market"."""
    news = mention.cue is Cue.FROM and mention.place is not None and mention.place.kind is PlaceKind.CITY
    return news and bool(_NEWS_FROM.search(line.text, 0, line.local(mention)[0])) and not is_capital(mention)


def _heard_of(line: Line) -> PlaceMention | None:
    """Find the place in which an attack was only heard or feared; it was somewhere around."""
    heard = (m for m in line.places if m.place and is_heard_of(line, m))
    return next((replace(m, qualifier=FAR) for m in heard), None)


def _of_address(line: Line, roles: Mapping[PlaceMention, Role], act: tuple[int, int]) -> dict[PlaceMention, Role]:
    """Place the strike in the town whose land was taken for its scene: "hit a school, Uman, Cherkasy region"."""
    lands = [land for land, role in roles.items() if role is Role.EVENT and land.cue in (Cue.CONTAINER, Cue.AT)]
    towns = (town for town, role in roles.items() if role is Role.OTHER and town.cue is Cue.NONE)
    return {
        town: Role.EVENT
        for town in towns
        for land in lands
        if contains(land, town) and _IN_LAND.fullmatch(line.text, line.local(town)[1], line.local(land)[0])
        if not is_no_scene(line, town, act)
    }


def _called_by(roles: Mapping[PlaceMention, Role]) -> dict[PlaceMention, Role]:
    """Take what a thing or person is only called by for no scene where the words place the strike in another country:
    "the son of a Leeds butcher was killed in Ukraine".
    """
    scenes = (m.place for m, role in roles.items() if role is Role.EVENT and m.cue is Cue.AT)
    told = {place.country for place in scenes if place and place.country}
    called = (m for m, role in roles.items() if role is Role.EVENT and m.cue is Cue.ATTRIBUTE and m.place)
    return {m: Role.OTHER for m in called if told and m.place and m.place.country not in told}


def _near_the_land(line: Line, roles: Mapping[PlaceMention, Role]) -> dict[PlaceMention, Role]:
    """Take a town for no scene that only helps to find the region in which it was: "in Amran province near Sanaa"."""
    scenes = [m for m, role in roles.items() if role is Role.EVENT]
    lands = [m for m in scenes if is_region(m) and m.cue is Cue.AT]
    return {
        town: Role.OTHER
        for land, town in product(lands, scenes)
        if _NEAR_IT.fullmatch(line.text, line.local(land)[1], line.local(town)[0]) and not contains(land, town)
    }


def _of_what_went_on(line: Line, roles: Mapping[PlaceMention, Role], after: int) -> dict[PlaceMention, Role]:
    """Take for no scene what is told of another: "a raid in the south killed six, as clinics shut in Gaza City"."""
    also = _AS.search(line.text, after)
    placed = also and any(r is Role.EVENT and after <= line.local(m)[0] < also.start() for m, r in roles.items())
    return {m: Role.OTHER for m in roles if placed and also and line.local(m)[0] > also.start()}


def _of_heading(line: Line, roles: Mapping[PlaceMention, Role]) -> dict[PlaceMention, Role]:
    """Let the dateline or label of the line itself place a strike that nothing else in the line places."""
    end = heading_end(line)
    inside = [m for m in line.places if line.local(m)[1] <= end]
    filed = None if elsewhere(line) else filed_at(inside)
    told = [m for m, role in roles.items() if role is Role.EVENT and m not in inside]
    own = filed if filed and all(_is_country_around(m, filed) for m in told) else None
    return {m: Role.EVENT if own and (m is own or contains(m, own)) else Role.OTHER for m in inside}


def _of_label(line: Line, roles: Mapping[PlaceMention, Role]) -> dict[PlaceMention, Role]:
    """Take a label for where it was filed if the words put the strike in another land: "Beirut: A bomb in Aleppo"."""
    told = [m for m, role in roles.items() if role is Role.EVENT]
    labels = [m for m in told if _is_label(line, *line.local(m))]
    others = [m for m in told if m not in labels and m.cue is Cue.AT]
    apart = (m for m in labels for o in others if not (contains(o, m) or contains(m, o)))
    return dict.fromkeys(apart, Role.OTHER)


def _is_country_around(outer: PlaceMention, town: PlaceMention) -> bool:
    """Whether the first is the country of the second: "KHARKIV - A missile hit a depot in Ukraine's second city"."""
    return outer.place is not None and outer.place.kind is PlaceKind.COUNTRY and contains(outer, town)


def _plain_role(line: Line, mention: PlaceMention, act: tuple[int, int], *, passive: bool, verb: bool) -> Role:
    start, end = line.local(mention)
    if mention.place is None or is_no_scene(line, mention, act) or is_in_an_aside(line, mention, act):
        return Role.OTHER
    fires = verb and not passive and is_of_who_fires(line, mention, act)
    if mention.cue is Cue.FROM or fires or holds_the_origin(line, mention):
        return Role.EVENT if _ROAD_OUT.search(line.text, 0, start) else Role.ORIGIN
    if (
        _is_set_there(line, mention)
        or _undergoes(line, mention, act)
        or (passive and verb and _is_subject(line, mention, act[0]))
    ):
        return Role.EVENT
    if mention.cue is Cue.SUBJECT or _BEARS_THE_BLAME.match(line.text, end):
        return Role.ACTOR
    deeds = _ITS_DEEDS.match(line.text, end)
    if mention.cue is Cue.OWNER and (deeds or not _STRUCK_OWNER.search(line.text[:start])):
        return Role.ACTOR if start < act[0] else Role.OTHER
    if _PEOPLE_OF.search(line.text, 0, start) or _is_label(line, start, end):
        return Role.EVENT
    if mention.cue is Cue.ATTRIBUTE and _is_doing_body(line, mention, act):
        return Role.ACTOR
    if _is_around_a_village(line, mention):
        return Role.EVENT
    if mention.cue is Cue.NONE and not _beside_a_place(line, start) and not _is_object(line, act[1], start):
        return Role.OTHER
    return Role.EVENT


def _is_pointed_at(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether a clause that tells the act begins with the place: "I write from Uman, where a drone hit a market"."""
    end = line.local(mention)[1]
    if mention.place is None or mention.cue is Cue.DEMONYM:
        return False
    where, see = _WHERE.match(line.text, end), _TO_SEE.match(line.text, end)
    if _WHICH_WAS.fullmatch(line.text, end, act[0]):
        return True
    points = where or see
    if points is None or points.end() > act[0]:
        return False
    between = line.text[points.end() : act[0]]
    return not ((where and _OTHER_CLAUSE.search(between)) or says(between))


def _is_set_there(line: Line, mention: PlaceMention) -> bool:
    """Whether the words around the name say that this is where it happened, though no preposition governs it."""
    start, end = line.local(mention)
    apposed = _APPOSED.search(line.text, 0, start) or _TURN_OF.search(line.text, 0, start)
    quarter = _DIVISION_ENDS.match(line.text, end) and _is_around_a_village(line, mention)
    site = mention.cue is Cue.NONE and is_site_of(line, mention)
    turn = _TURN.match(line.text, end) or _SUFFERED_MOST.match(line.text, end)
    return bool(apposed or turn or quarter or site)


def _undergoes(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the place is the subject of what came over it: "Kharkiv faced air strikes"."""
    verb = _UNDERGOES.match(line.text, line.local(mention)[1])
    return verb is not None and verb.end() <= act[0] and bool(_ONE_CLAUSE.fullmatch(line.text[verb.end() : act[0]]))


def _is_subject(line: Line, mention: PlaceMention, verb: int) -> bool:
    """Whether the name stands before the verb as what was struck: "Sumy was shelled"."""
    end = line.local(mention)[1]
    named = end <= verb and mention.cue in (Cue.SUBJECT, Cue.NONE)
    aside = _ASIDE.match(line.text, end, verb)
    return named and bool(_ONE_CLAUSE.fullmatch(line.text[aside.end() if aside else end : verb]))


def _is_around_a_village(line: Line, mention: PlaceMention) -> bool:
    """Whether the name says where a place lies that is not known: "in the town of X, Y region"; "the X sector of Y"."""
    start, place = line.local(mention)[0], mention.place
    wide = place is not None and place.kind in (PlaceKind.REGION, PlaceKind.COUNTRY)
    within = (wide or is_only_a_city(mention)) and _WITHIN.search(line.text, 0, start)
    return bool(within or _SECTOR_OF.search(line.text, max(0, start - 70), start))


def _is_doing_body(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether a country heads the name of what acts: "U.S. Africa Command conducted ...", "U.S. airstrikes hit ..."."""
    start, end = line.local(mention)
    country = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    if country and _AGENT.search(line.text, 0, start):  # "a missile fired by Russia"
        return True
    named = end <= act[0] and _INSTITUTION.match(line.text, end)
    doing = DOING_NOUN.match(line.text, end) and start <= act[1]
    blow = _BLOW_ON.match(line.text, end) and start <= act[1]
    return bool(country and (blow or ((named or doing) and not _STRUCK_OWNER.search(line.text, 0, start))))


def _is_label(line: Line, start: int, end: int) -> bool:
    """Whether the name heads the sentence, alone or after a date or a land: "26 March, Sudan | Kosti: fire rages"."""
    if not LABEL_END.match(line.text, end):
        return False
    ahead = [*map(line.local, line.times), *map(line.local, line.places)]
    return not any(c.isalnum() and not any(s <= i < e for s, e in ahead) for i, c in enumerate(line.text[:start]))


def _is_object(line: Line, after: int, at: int) -> bool:
    """Whether the name stands in the words for what was struck: "hit a residential part of Sumy"."""
    return after <= at and bool(_ONE_CLAUSE.fullmatch(line.text[after:at]) or _CALLED_SO.fullmatch(line.text[after:at]))


def _beside_a_place(line: Line, at: int) -> bool:
    """Whether the name follows another place: "Ukraine's Kharkiv", "Sumy and Kharkiv"."""
    return any(_LISTED.fullmatch(line.text[line.local(p)[1] : at]) for p in line.places if line.local(p)[1] <= at)


def _rank(line: Line, mention: PlaceMention, act: tuple[int, int]) -> tuple[bool, bool, int, bool, int]:
    """Rank places for the event's own, lowest first.

    No mere owner, no part of an institution's name ("Kyiv Polytechnic Institute"), the finest, where something is
    rather than what it is called by ("the Caspian terminal at Novorossiysk") or who speaks
    ("Kyiv: three dead in Sumy"), the nearest.
    """
    start, end = line.local(mention)
    in_a_name = mention.cue is Cue.ATTRIBUTE and _INSTITUTION.match(line.text, end)
    named_for = bool(in_a_name and not _SITE_OF_A_TOWN.match(line.text, end))
    fineness = _FINENESS[mention.place.kind] if mention.place else 0
    ahead = 0 if _ASIDE_AND_VERB.fullmatch(line.text, end, act[0]) else (act[0] - start) * 2
    distance = start - act[1] if start >= act[0] else ahead
    aside = mention.cue is Cue.ATTRIBUTE or _is_label(line, start, end)
    return mention.cue is Cue.OWNER, named_for, -fineness, aside, distance


def _final(mention: PlaceMention, role: Role, chosen: PlaceMention | None) -> Role:
    if role is not Role.EVENT or mention is chosen or chosen is None:
        return role
    return Role.CONTAINER if contains(mention, chosen) else Role.OTHER
