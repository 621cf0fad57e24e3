"""Whether the text says of one name that it lies in the next: "Palma, Mozambique", "Stepne in Sumy region"."""

from __future__ import annotations

import re

from geo.belief import Found
from geo.cues import ATTRIBUTE, OWNER
from geo.gazetteer import REGION
from geo.place import PlaceKind

_SITED = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:airfield|airbase|base|refinery|depot|village|plant|area|district|port|terminal|airport"
    r"|air base) in (?:the )?"
)
_WITHIN = re.compile(r",? in (?:the )?(?:[a-z-]+ern |central |upper |lower )?")
_STATED = re.compile(r"$|[.,;:)”\"\n]| (?:on|in|at|after|when|where|who|by|as|before|during|since|from|over)\b")
_LIST_GOES_ON = re.compile(r"(?:, [A-Z]|,? (?:and|or) )")


def says_where(text: str, name: Found, outer: Found, kind: PlaceKind) -> bool:
    """Whether the words between two names, and what follows, say that the first lies in the second.

    ``kind``: what the second most likely is.
    """
    between = text[name.end : outer.start]
    if between == ", ":  # "in Geneva, Iran's minister said" says nothing of Geneva
        stated = kind is REGION or (outer.cue is not OWNER and _STATED.match(text, outer.end))
        return bool(stated) and not _LIST_GOES_ON.match(text, outer.end)
    within = _WITHIN.fullmatch(between) and outer.cue is not ATTRIBUTE
    return bool(within or _SITED.fullmatch(between))
