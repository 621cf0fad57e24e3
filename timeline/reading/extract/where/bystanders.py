"""Names that place nothing: those of a dateline, an office, a speaker, a culprit, or the hospital of the hurt."""

from __future__ import annotations

import re

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.reading.extract.day.dating import only_spoken_of
from timeline.reading.extract.day.other_scenes import HARM, SAID_OF, names_another_scene
from timeline.reading.extract.force.force import ACT, ARMS, HIT, KINETIC_ACT, MOTION, WRECK, any_of
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import is_beside, is_far, is_out_of_reach, is_way_to
from timeline.reading.extract.sentence.plain import undated
from timeline.reading.extract.sentence.within import contains, is_region
from timeline.reading.extract.where.datelines import LABEL_END
from timeline.reading.words import finder, of_class, phrases

_TITLE_AFTER = finder([*phrases("titles"), *phrases("bodies")], plural=True)
_TRIBAL_AGENCY = re.compile(r"\b(?:in|of|at|near|on|across)\s+(?:the\s+)?$")  # "in Bajaur Agency" is a land
_SPEECH = finder(of_class("accusation_cues", "speech", "according"))
_MADE_IN = re.compile(
    r"^-(?:\w+-)?(?:owned|made|built|backed|led|supplied|held|based|designed|run|flagged|registered|managed"
    r"|operated|bound|born|trained|linked|aligned|funded|appointed|installed|imposed|sponsored|allied)\b",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"\b(?:governor|mayor|head|chief|president|minister|capital|ambassador|envoy|delegate|representative"
    r"|spokes(?:man|woman|person))s?\s+(?:of|in|to|for)\s+(?:the\s+)?"
    r"(?:(?-i:[a-z-]+|[A-Z][a-z]+(?:an|ish|ese))\s+){0,2}$",
    re.IGNORECASE,
)
_WOULD_HARM = re.compile(
    r"\b(?:kill|assassinat|murder|wound|injur|target|attack|hit|bomb)(?:e|ed|ing|s|es)?\s+"
    r"(?:(?:the|its|their|an?|[a-z-]+)\s+){1,4}$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:when|after|as|where|was|were|had|have|has|been)\b")  # what was said, no longer who said it
_WITNESS = re.compile(r"\b[Aa](?:nother)?\s+(?:resident|villager|inhabitant)\s+(?:of|in|from)\s+(?:the\s+)?$")
_SPEAKING_AT = re.compile(  # "speaking in London, the president said that a missile had killed nine"
    r"\b(?:sp(?:eaking|oke|eech)|speaks?\s+for|told|addressing|briefing|conference|summit|meeting|talks|interview"
    r"|visit(?:ing|ed)?(?!\s+(?:the|what\s+\w+\s+left\s+of)\s+(?:[\w-]+\s+)?"
    r"(?:site|scene|ruins?|rubble|crater|wreck\w*|damaged|destroyed|burnt|gutted|shattered|stricken))|trip"
    r"|arriv(?:ing|ed)|report(?:ers|ing)|journalists|forum|correspondent|ambassador|spokes\w+)\b[^,.;:]{0,30}"
    r"\b(?:in|at|to|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_STATESMEN = re.compile(  # "at the Security Council in Geneva", "was dismissed in Minsk"
    r"\b(?:Security\s+Council|General\s+Assembly)\b[^,.;:]{0,30}\b(?:in|at)\s+$"
    r"|\b(?:dismiss|reject|deni|condemn|denounc|deplor)ed\s+in\s+$"
)
_FILED_IN = re.compile(  # "From our correspondent in Goma: The first shell came down"
    r"\b(?:correspondent|reporter|writer|bureau)s?\s+(?:in|at)\s+$", re.IGNORECASE
)
_WHO_MOVE = re.compile(  # whose they are says not where
    r"\s+(?:(?:army|navy|air\s+force|military|marine|naval|infantry)\s+)?"
    r"(?:convoys?|patrols?|soldiers?|troops?|paratroopers?|marines?|servicem[ae]n|service\s+members?|personnel"
    r"|humvees?|warships?|destroyers?|frigates?|carriers?|vessels?|tankers?|freighters?|helicopters?|aircraft|jets?"
    r"|citizens?|nationals?|contractors?|diplomats?|journalists?|peacekeepers?|advis[eo]rs?)\b",
    re.IGNORECASE,
)
_OTHER_VILLAGE = re.compile(r"\s+(?:[a-z]+\s+){0,2}(?:village|town|settlement|hamlet|suburb|district)s?\s+of\b")
_INSIDE = re.compile(
    r"(?:\s(?:region|oblast|province|state|governorate|department|district|county))?"
    r"(?:,\s+(?:in\s+)?(?:the\s+)?|\sin\s(?:the\s+)?(?:[a-z-]+ern\s+|central\s+)?|\s\()"
)
_HOSPITAL = re.compile(
    r"\s*(?:[A-Z]\w+\s+){0,2}(?:[Hh]ospital|[Cc]linic|[Mm]edical\s+(?:[Cc]ent(?:er|re)|[Cc]omplex)|[Mm]orgue)"
)
_HOSPITAL_IN = re.compile(
    r"\b(?:[Hh]ospital|[Cc]linic|[Mm]orgue|[Cc]omplex)s?\s+in\s+(?:the\s+)?(?:\w+ern\s+|central\s+)?"
    r"(?:(?:[a-z]+\s+){0,2}?(?:capital|city|town)(?:,|\s+of)?\s+)?$"
)
_IS_STRUCK = re.compile(
    r"(?:,?\s+(?:in\s+(?:[\w-]+\s+){0,3}?)?(?-i:[A-Z])\w+)?,?\s+(?:that\s+|which\s+)?"
    r"(?:(?:was|were|is|had\s+been|has\s+been|being)\s+(?:\w+ly\s+)?(?:hit|struck|shelled|bombed"
    r"|attacked|targeted|damaged|destroyed|levelled|leveled|flattened|wrecked|gutted|blown\s+up|set\s+on\s+fire)"
    r"|(?:came|had\s+come|has\s+come)\s+under)\b",
    re.IGNORECASE,
)
_STRUCK = any_of([HIT, WRECK, MOTION])
_STRIKE_ON = re.compile(  # "a rocket attack on a hospital in"
    rf"(?:{any_of([ACT, KINETIC_ACT]).pattern})\s+(?:on|at|against|near)\s+(?:[\w'’-]+\s+){{1,5}}?in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DUG_OUT = re.compile(
    r"\b(?:bod(?:y|ies)|corpses?|remains|dead|survivors?)\s+(?:(?:was|were|had\s+been|have\s+been)\s+)?"
    r"(?:recovered|pulled|dug|retrieved|taken|removed)\s+(?:out\s+)?(?:from|of)\s+(?:[\w’'-]+\s+){0,5}?$",
    re.IGNORECASE,
)
CARED_FOR = re.compile(  # a hospital where the hurt are brought, or whose people speak
    r"\b(?:(?:treat|t(?:ook|ak)|rush|br(?:ought|ing)|admit|evacuat|transfer|deliver|hospitali[sz]|recover|arriv|reach"
    r"|visit|doctor|nurse|surgeon|director|spokes)\w*|(?:lies?|lay|di(?:ed|es|e)|flown|driven|sent|went|go(?:es)?"
    r"|patients|medics|staff|wounded|bodies|figures|according\s+to|officials"
    r"|(?:is|are|remain)(?:\s+(?:now|still|also))?\s+in))\b[^,.;]{0,60}$",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"\b(?:treated|taken|brought|rushed|flown|evacuated|transferred|admitted|hospitali[sz]ed|operated\s+on"
    r"|hospitals?|clinics?)\b[^,.;]{0,60}\b(?:in|at|to|across|around|throughout)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BROUGHT_TO = re.compile(  # "the wounded of Monday's strike were flown to [Ankara]"
    r"\b(?:wounded|injured|victims?|survivors?|casualties|patients?|bod(?:y|ies)|dead|hurt|burnt|evacuees|children|they"
    r"|who|people|men|women)\b[^,.;:]{0,60}?\s(?:was|were|been|being|is|are)\s+(?:\w+ly\s+|later\s+|then\s+)?(?:flown"
    r"|taken|brought|rushed|evacuated|transferred|airlifted|moved|driven|repatriated)\s+(?:[\w-]+\s+){0,5}?to\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"[^.;:]{0,30}?,\s+where\s")
_TAKES_IN = re.compile(
    r"\s+(?:ha[sd]\s+|have\s+)?(?:received|took\s+in|taken\s+in|treated|admitted|counted|reported|recorded|said|says)\b"
)
_STATIONED = re.compile(
    r"\b(?:stationed|based|positioned|deployed|posted|parked)\s+(?:in|at|near|around|outside)\s+(?:the\s+)?$"
)
_BORDER_WITH = re.compile(r"\b(?:border|frontier)\s+(?:with|to)\s+(?:the\s+)?$", re.IGNORECASE)  # on which side?
_ITS_BORDER = re.compile(
    r"\s+(?:border|frontier)\b(?!\s+(?:town|city|village|region|area|district|province|post|crossing|guard)s?\b)"
)
_BESIDE = re.compile(r"\b(?:near|along|at|on|by|to|from|off|across)\s+the\s+$", re.IGNORECASE)
_ACCORDING_TO = re.compile(r"\baccording\s+to\s+(?:the\s+)?$", re.IGNORECASE)
_TELLERS_IN = re.compile(
    r"\b(?:officials?|authorities|sources?|diplomats|activists)\s+in\s+(?:the\s+)?$", re.IGNORECASE
)
_APPOSED_AND_SAID = re.compile(
    r",\s[^,;.:]{2,70},\s+(?:have\s+|has\s+)?(?:said|says?|told|tells?|confirmed|reported|added)\b"
)
_BODY_TELLS = re.compile(  # "the [Aleppo] Media Center, an activist group, said that"
    r"(?!\s+(?:[A-Z]\w+\s+){0,3}(?:Council|Administration)\b)"  # of a town's own they tell
    r"(?:\s+[A-Z][\w'’-]+){1,4}(?:,\s[^,;.:]{2,70},)?\s+(?:has\s+|had\s+)?"
    r"(?:said|says|told|tells|reported|added|announced)\b"
)
_MOVES = re.compile(  # what a country has anywhere: "aimed at a US warship", "killed two French soldiers"
    r"\s+(?:[a-z-]+\s+){0,2}?(?:warships?|ships?|vessels?|destroyers?|frigates?|tankers?|freighters?|carriers?"
    r"|troops|soldiers?|marines?|servicemen|personnel|nationals?|citizens?|diplomats?|envoys?|embass(?:y|ies)"
    r"|consulates?|contractors?)\b",
    re.IGNORECASE,
)
_ITS_FLAG = re.compile(r"['’]?s?\s+flag\b")  # under which a ship sails anywhere
_FLAG_OF = re.compile(r"\b(?:flags?|registry|ensign)\s+of\s+(?:the\s+)?$")
_CLOSING_WORDS = re.compile(  # "..., said Sara Banda, who speaks for the Red Cross in Nairobi"
    r",\s+(?:said|says|told|reported|announced|added|according\s+to)\s+(?=[A-Z]|the\s|an?\s)(?P<who>[^;:“”\"]*)$"
)
_WHO_IS_THERE = re.compile(  # ", said the mayor, who was in"
    r",\s+who\s+(?:is|was|had\s+been|has\s+been)\s+(?:\w+ing\s+|on\s+a\s+(?:visit|trip)\s+)?(?:in|at|to)?\s*"
    r"(?:the\s+)?$"
)
_IN_A_NAME = re.compile(
    # of a unit: "the Quds Force", "the Uman Brigade"; of a party; whose deed: "the US killing of a general"
    r"\s+(?:(?-i:(?:[A-Z][\w'’-]+\s+){0,2}(?:Party|Movement|Alliance|Congress|League)|Force"
    r"|Corps|Brigades?|Battalions?|Regiment|Division|Army|Front)\b"
    r"(?!\s+(?:base|headquarters|barracks|camp)\b)|(?:killing|assassination|murder)s?\s+of\b)"
)
_BLAMED = re.compile(
    r"\b(?:(?:blam|accus)(?:e|es|ed|ing)(?:\s+on)?|(?:attribut|ascrib|trac)(?:e|es|ed|ing)?\s+(?:\w+\s+)?to"
    r"|pinn(?:ed|ing)\s+on|put\s+\w+\s+down\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BLASTED_FOR = re.compile(  # "condemned Tehran for an attack"
    r"\b(?:condemn|blast|critici[sz]|denounc|slamm?|rebuk|fault|lambast|censur|chid|scold)(?:e|es|ed|ing|s)?\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_WAR_IN = re.compile(
    r"\b(?:amid|over|despite|against|because\s+of)\s+(?:the\s+|its\s+|their\s+)?(?:\w+\s+)?"
    r"(?:war|genocide|ceasefire|truce)\s+(?:in|on|against|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:[\w-]+\s+){0,2}for\s")
_THAT = re.compile(r",?\s+that\b")
_SAID_IN = re.compile(r"\b(?:said|says|announced|declared|stated|confirmed|claimed)\s+(?:in|at)\s+$")
_HELD_TO = re.compile(  # "wants Russia held to account for", "holds Israel fully responsible for", "at Kyiv's door"
    r"['’]s?\s+(?:door(?:step)?|feet)\b|\s+(?:(?:is|was|be|to\s+be|being|itself)\s+)?(?:\w+ly\s+)?(?:held\s+)?"
    r"(?:to\s+account\b|(?:responsible|accountable|liable|answerable)\s+for\b|to\s+blame\b|guilty\s+of\b)",
    re.IGNORECASE,
)
_ON_LAND_OF = re.compile(  # "on Polish soil", "over Jordanian airspace": the land itself, no adjective of a doer
    r"\b(?:on|onto|in|into|inside|over|above|within|across)\s+(?:(?:the|an?)\s+)?(?:\w+ern\s+|central\s+)?$",
    re.IGNORECASE,
)
_LAND_OF = re.compile(
    r"\s+(?:soil|territory|territorial\s+waters|airspace|air\s+space|skies"
    r"|(?:[a-z-]+\s+)?(?:city|town|village|port|road|highway|province)\b(?!\s+of))\b"
)
_SEAT = re.compile(  # "accused the government in Addis Ababa of bombing the north"
    r"\b(?:government|authorities|administration|leadership|regime|junta|cabinet|rulers|generals)\s+in\s+$",
    re.IGNORECASE,
)
_OF_A_CLOCK = re.compile(r"\s+(?:local\s+|standard\s+|summer\s+|daylight\s+)?time\b", re.IGNORECASE)


def _is_of_another(line: Line, mention: PlaceMention) -> bool:
    """Whether the name stands before a village that is not known, or before those who are of a country: "US troops"."""
    end = line.local(mention)[1]
    land = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    village = not is_region(mention) and _OTHER_VILLAGE.match(line.text, end)
    return bool(village or (land and _WHO_MOVE.match(line.text, end)))


def is_no_scene(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the name is a dateline, an adjective, an office, a speaker's or a culprit's, or what is spoken about."""
    start, end = line.local(mention)
    adjective = mention.cue is Cue.DEMONYM and not _is_land_of(line, start, end)
    if adjective or mention.cue is Cue.DATELINE or (end <= act[0] and only_spoken_of(line, act[0])):
        return True
    if (
        _OF_A_CLOCK.match(line.text, end)
        or _IN_A_NAME.match(line.text, end)
        or (mention.said.isupper() and LABEL_END.match(line.text, end))
        or (_FILED_IN.search(line.text, 0, start) and line.text.startswith(":", end))
    ):
        return True  # "4:30 p.m. (Sanaa time)"; "RAIPUR: ..."
    if is_speakers(line, start, act[0]) or is_of_statesmen(line, start) or names_another_scene(line, mention, act):
        return True
    if _WITNESS.search(line.text, 0, start) and _SPEECH.match(line.text[end:].lstrip()):
        return True
    if mention.cue is Cue.ATTRIBUTE and _is_of_another(line, mention):
        return True
    if (
        _is_hospital(line, start, end)
        or (_BROUGHT_TO.search(line.text, 0, start) and not _WHERE.match(line.text, end))
        or _STATIONED.search(line.text, 0, start)
        or is_far(line, start)
        or is_beside(line, start)
    ):
        return True
    if is_out_of_reach(line, mention) or is_way_to(line, mention) or _BORDER_WITH.search(line.text, 0, start):
        return True
    if _is_around_no_scene(line, mention, act) or _is_of_who_tells(line, start, end) or _is_of_a_land(line, mention):
        return True
    if (
        is_office(line, start, end)
        or _is_seat(line, mention)
        or _BLAMED.search(line.text, 0, start)
        or _HELD_TO.match(line.text, end)
    ):
        return mention.cue is not Cue.FROM
    return mention.cue is not Cue.FROM and _in_attribution(line, start, act)


def _is_land_of(line: Line, start: int, end: int) -> bool:
    return bool(_LAND_OF.match(line.text, end) and _ON_LAND_OF.search(line.text, 0, start))


def _is_of_who_tells(line: Line, start: int, end: int) -> bool:
    """Whether the name is that of whoever tells, or of who is condemned: "according to the Kremlin", "officials in X,
    the main town, said", "blasted Tehran for".
    """
    if _BODY_TELLS.match(line.text, end):
        return True
    told_in = _TELLERS_IN.search(line.text, max(0, start - 30), start) and _APPOSED_AND_SAID.match(line.text, end)
    blasted = _BLASTED_FOR.search(line.text, 0, start) and _FOR.match(line.text, end)
    return bool(told_in or blasted or _ACCORDING_TO.search(line.text, max(0, start - 25), start))


def _is_of_a_land(line: Line, mention: PlaceMention) -> bool:
    """Whether a land only says whose a ship or a soldier is, which border something is near, or where there is war."""
    start, end = line.local(mention)
    if _WAR_IN.search(line.text, 0, start):
        return True
    country = mention.cue is Cue.ATTRIBUTE and mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    if _ITS_FLAG.match(line.text, end) or _FLAG_OF.search(line.text, 0, start):
        return True
    at_border = _ITS_BORDER.match(line.text, end) and _BESIDE.search(line.text, 0, start)
    return country and bool(at_border or _MOVES.match(line.text, end))


def _is_seat(line: Line, mention: PlaceMention) -> bool:
    """Whether a capital only says whose government is meant."""
    return is_capital(mention) and bool(_SEAT.search(line.text, 0, line.local(mention)[0]))


def _is_around_no_scene(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the land only says where that place lies: "the mayor of Sumy, Ukraine"."""
    start, _ = line.local(mention)
    inner = next((p for p in line.places if _INSIDE.fullmatch(line.text, line.local(p)[1], start)), None)
    around = inner is not None and (
        mention.cue is Cue.CONTAINER or (mention.cue in (Cue.AT, Cue.NONE) and contains(mention, inner))
    )
    return around and inner is not None and is_no_scene(line, inner, act)


def _is_hospital(line: Line, start: int, end: int) -> bool:
    """Whether the name is that of a hospital which took the hurt in or speaks of them, or of the town that it is in."""
    at = _HOSPITAL_IN.search(line.text, 0, start)
    named = at or _HOSPITAL.match(line.text, end) or _HOSPITAL.search(line.text, start, end)
    if at and (_IS_STRUCK.match(line.text, end) or _DUG_OUT.search(line.text, 0, at.start())):
        return False
    if named and _TAKES_IN.match(line.text, named.end() if not at else end):
        return True
    cared = CARED_FOR.search(line.text, 0, at.start() if at else start) if named else None
    struck = cared and (_STRUCK.search(line.text, cared.start(), start) or _STRIKE_ON.search(line.text, 0, start))
    return cared is not None and not struck


def is_of_care(line: Line, mention: PlaceMention) -> bool:
    """Whether the hurt are only brought or treated at the place: "were flown to a clinic in Mosul"."""
    return bool(_CARE.search(line.text, 0, line.local(mention)[0]))


def is_office(line: Line, start: int, end: int) -> bool:
    """Tell "Belgorod governor", "governor of the Kharkiv region" and "U.S.-owned" from the place itself."""
    after = line.text[end : end + 40].lstrip("'’s ")
    land = after.startswith("Agency") and _TRIBAL_AGENCY.search(line.text, 0, start)
    return bool(
        (not land and _TITLE_AFTER.match(after))
        or _MADE_IN.match(line.text[end : end + 20])
        or _is_of_an_office(line, start)
    )


def _is_of_an_office(line: Line, start: int) -> bool:
    """Whether somebody holds office of or in the place; not where "it tried to kill the minister in Cairo"."""
    office = _OFFICE_OF.search(line.text, max(0, start - 60), start)
    harmed = office and office.group().rstrip().endswith(" in") and _WOULD_HARM.search(line.text, 0, office.start())
    return office is not None and not harmed


def is_of_statesmen(line: Line, start: int) -> bool:
    """Whether statesmen meet or answer at the place that stands at ``start``: "at the Security Council in Geneva"."""
    return bool(_OF_STATESMEN.search(line.text, 0, start))


def is_said_at(line: Line, mention: PlaceMention) -> bool:
    """Whether the place is only where words were spoken: "said in [Bonn] that a missile had hit a shop"."""
    start, end = line.local(mention)
    return bool(_SAID_IN.search(line.text, 0, start) and _THAT.match(line.text, end))


def is_speakers(line: Line, start: int, before: int | None = None) -> bool:
    """Whether somebody only speaks at the place that stands at ``start``: "told reporters in London"."""
    spoken = _SPEAKING_AT.search(line.text, 0, start)
    return spoken is not None and (before is None or bool(_SPEECH.search(line.text, start, max(start, before))))


def _in_attribution(line: Line, at: int, act: tuple[int, int]) -> bool:
    """Whether the place stands in the words that say who said it, apart from the act by a comma."""
    if (words := _CLOSING_WORDS.search(line.text, act[1])) and words.start("who") <= at:
        who = _WHO_IS_THERE.sub(" ", line.text[words.start("who") : at])
        return not any(telling.search(who) for telling in (_TOLD, ARMS, HARM))
    opens, closes = line.text.rfind(",", 0, at) + 1, line.text.find(",", at)
    segment = (opens, closes if closes >= 0 else len(line.text))
    if segment[0] <= act[0] < segment[1] or line.text[opens:at].strip().lower() in ("in", "near", "in the"):
        return False
    spoken = _SPEECH.search(line.text, *segment)
    if spoken is None or _THAT.match(undated(line).text, spoken.end()):
        return False
    told = spoken.end(), max(at, spoken.end())  # "said the missile used against a market in Sumy, Ukraine, had ..."
    said_of = SAID_OF.match(line.text, spoken.end())
    return not (said_of or any(telling.search(line.text, *told) for telling in (_TOLD, ARMS, HARM)))
