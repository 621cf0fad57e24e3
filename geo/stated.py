"""Whether the text says of one name that it lies in another: "Palma, Mozambique", "Stepne in Sumy region"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from geo.cues import ATTRIBUTE, CONTAINER, DEMONYM, OWNER, at_sentence_start
from geo.found import Found
from geo.gazetteer import OTHER_NAME, REGION, ROW_MASK, Gazetteer
from geo.people import names_of_people
from geo.place import PlaceKind
from geo.sorts import plain

# The rank that a name needs to be part of a place without a comma: its own, that of a plain word or a person or only
# another spelling, and one that is both.
OWN, WORD, DOUBTFUL_OTHER = 2.6, 3.5, 4.6

_SITED = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:airfield|airbase|base|refinery|depot|village|plant|area|district|port|terminal|airport"
    r"|air base) in (?:the )?"
)
_PART = re.compile(
    r" (?:sector|sub-?district|sub-?division|tehsil|taluka?|zone|neighbou?rhood) (?:of|in) (?:the )?"
    r"|, (?:in )?a (?:sub-?district|village|suburb|quarter|neighbou?rhood) of (?:the )?"
)
_ADDRESS = re.compile(r", [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ")  # "Belaya, Tula Oblast, Russia"
_WITHIN = re.compile(r",? in (?:the )?(?:[a-z-]+ern |central |upper |lower )?")
_STATED = re.compile(r"$|[.,;:)”\"\n]| (?:on|in|at|after|when|where|who|by|as|before|during|since|from|over)\b")
_LIST_GOES_ON = re.compile(r"(?:, [A-Z]|,? (?:and|or) )")
_AFTER_COMMA = re.compile(r", (?:a [a-z]+(?: [a-z]+)? )?(?:in|of) (?:the )?")
_ON_THE_MAP = re.compile(r" on (?:a|the) map of (?:the )?")
OWNED = re.compile(  # between an owner and its own: "Ukraine's", "Sumy region's northern"
    r"(?: (?:region|oblast|province|state|governorate|district))?['’]s (?:[a-z-]+ ){0,3}"
)
_TOWN_OF = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:city|town|village|port|suburb|settlement|hamlet|region|province|district) of "
)
_DISTRICT_OF = re.compile(r" (?:sub-)?(?:district|county|municipality|raion|township|sector) (?:of|in) (?:the )?")
_OWN_DIVISION = re.compile(r"^ (?:sub-?)?(?:district|county|municipality|raion|township|tehsil|area|sector)(?=,)")
_DIVISION = re.compile(r" (?:region|oblast|province|governorate|state|district|county)\b")


def says_where(text: str, name: Found, outer: Found, kind: PlaceKind) -> bool:
    """Whether the words between two names, and what follows, say that the first lies in the second.

    ``kind``: what the second most likely is.
    """
    between = _OWN_DIVISION.sub("", text[name.end : outer.start])  # "Gero district, in Ghazni province"
    if _ADDRESS.fullmatch(between):
        return outer.cue is not OWNER and _STATED.match(text, outer.end) is not None
    if between == ", ":  # "in Geneva, Iran's minister said" says nothing of Geneva
        division = _DIVISION.match(text, outer.end)
        stated = kind is REGION or division or (outer.cue is not OWNER and _STATED.match(text, outer.end))
        return bool(stated) and not _LIST_GOES_ON.match(text, outer.end)
    within = _WITHIN.fullmatch(between) and outer.cue is not ATTRIBUTE
    return bool(within or _DISTRICT_OF.fullmatch(between) or _SITED.fullmatch(between))


def says_part_of(text: str, name: Found, outer: Found) -> bool:
    """Whether the first is told as a part of the second: "the Lipovo sector of Homs", "Ravno, a village of"."""
    return _PART.fullmatch(text, name.end, outer.start) is not None


def part_of_pair(text: str, one: Found, two: Found, gazetteer: Gazetteer, persons: Collection[str]) -> Found | None:
    """The one of two names beside each other that is told as part of the other, if the gazetteer has it there.

    "Mukachevo, Zakarpattia", "Hasaheisa, in Gezira"; "Palmyra in Syria", "Kivu's Sake". ``persons`` are the text's.
    """
    if two.cue is CONTAINER:
        return one
    if DEMONYM in (one.cue, two.cue):
        return None
    if text.startswith(", ", one.end):
        sited = _AFTER_COMMA.fullmatch(text, one.end, two.start)
        return one if sited and _lies_in(one.postings, two, gazetteer) else None
    owned = one.cue is OWNER and OWNED.fullmatch(text, one.end, two.start)
    within = _WITHIN.fullmatch(text, one.end, two.start) or _ON_THE_MAP.fullmatch(text, one.end, two.start)
    if not owned and not within:
        return None
    inner, outer = (two, one) if owned else (one, two)
    in_region = bool(outer.postings) and gazetteer.kind(outer.postings[0] & ROW_MASK) is REGION
    likely = _likely(text, inner, gazetteer, persons, in_region=in_region)
    return inner if _lies_in(likely, outer, gazetteer) else None


def owner_of_pair(text: str, one: Found, two: Found) -> bool:
    """Whether the first of two names is the land that has the second: "Lebanon's Tripoli", "the Malian town of Lere".

    "Ukraine's Kursk operation" is no town of Ukraine's.
    """
    if one.cue is DEMONYM:
        return _TOWN_OF.fullmatch(text, one.end, two.start) is not None
    if one.cue is not OWNER or not OWNED.fullmatch(text, one.end, two.start):
        return False
    return two.cue is not ATTRIBUTE or _DIVISION.match(text, two.end) is not None


def _likely(text: str, name: Found, gazetteer: Gazetteer, persons: Collection[str], *, in_region: bool) -> list[int]:
    """The postings of a name large enough for it to be theirs; none where it may begin a sentence as a word."""
    doubtful = plain(name.key) or name.key in persons or name.key in names_of_people()
    if not name.exact or (doubtful and at_sentence_start(text, name.start)):
        return []
    own, other = (WORD, DOUBTFUL_OTHER) if doubtful and not in_region else (OWN, WORD)
    return [p for p in name.postings if gazetteer.rank(p & ROW_MASK) >= (other if p & OTHER_NAME else own)]


def _lies_in(postings: Iterable[int], outer: Found, gazetteer: Gazetteer) -> bool:
    around = {posting & ROW_MASK for posting in outer.postings}
    return any(around & set(gazetteer.parents(posting & ROW_MASK)) for posting in postings)
