"""Whether a region is named only for its capital, which the text does not name: "the capital of Chiapas"."""

from __future__ import annotations

import re

from geo.found import Found

LOOK_LEFT, LOOK_RIGHT = 90, 50  # characters

_OF_A_KIND = r"(?:(?:regional|provincial|state|administrative) )?"
_DIVISION = "(?:region|province|state|oblast|governorate)"
_CAPITAL_OF = re.compile(  # "the capital of", "the capital of the northern region of"
    rf"\b[Tt]he {_OF_A_KIND}capital(?: city)? of (?:the )?(?:[a-z-]+ ){{0,2}}?(?:{_DIVISION} of )?(?:the )?$"
)
_MONEY_AND_COURT = (  # "Texas capital murder trial"
    "of|punishment|sentences?|murders?|cases?|crimes?|offen[cs]es?|trials?|charges?|markets?|gains?|spending|investments?"
    "|expenditures?|projects?|budget|outlays?|flight|(?:in|out)?flows?|funds?|costs?"
)
_NAMED_BEFORE = re.compile(r"(?!\w+day\b)[A-Z][\w'’-]+(?:,| -| \(|,? which (?:is|was)) $")  # "Tuxtla, the capital of"
_ITS_CAPITAL = re.compile(  # "'s capital", " regional capital"
    rf"(?: {_DIVISION})?(?:['’]s?)? {_OF_A_KIND}capital\b(?: city\b)?(?! (?:{_MONEY_AND_COURT})\b)"
)
_NAMED_AFTER = re.compile(r"(?:,? \(?|, (?:the city of|called) )[A-Z]")  # ", Tuxtla", " Tuxtla"


def speaks_of_capital(text: str, name: Found) -> bool:
    """Whether the words around a region's name speak of its capital without naming it."""
    if "capital" not in text[max(0, name.start - LOOK_LEFT) : name.end + LOOK_RIGHT]:
        return False
    of = _CAPITAL_OF.search(text, max(0, name.start - LOOK_LEFT), name.start)
    if of is not None:
        before = _NAMED_BEFORE.search(text, max(0, of.start() - LOOK_LEFT), of.start())
        return before is None and _NAMED_AFTER.match(text, name.end) is None
    its = _ITS_CAPITAL.match(text, name.end)
    return its is not None and _NAMED_AFTER.match(text, its.end()) is None
