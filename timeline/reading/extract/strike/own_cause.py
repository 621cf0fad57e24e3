"""What a sentence says of how its dead died, or of what became of its weapon: then neither belongs to the other.

"Nine drowned off the coast. / A drone had been seized in the port."
"""

from __future__ import annotations

import re
from calendar import month_name

from timeline.reading.extract.force.accidents import is_of_another_cause
from timeline.reading.extract.force.force import ACT, FORCES, WEAPON
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import Cues, finder, phrases

_OTHER_DEATHS = Cues(phrases("other_deaths"), exact_case=True)  # the River Nile drowns nobody
_NOT_USED = Cues(phrases("arms_not_used"), plural=True)
_UNREAL = finder([*phrases("unreal"), *phrases("not_of_war"), *phrases("accident_causes")])
_REMAINS = finder(phrases("weapon_remains")).pattern
_FOUND = re.compile(  # "a drone found two of them", "the bomb had been found"
    rf"(?:{WEAPON.pattern})\s+(?:(?!{_REMAINS})[\w-]+\s+){{0,3}}?found\b(?!\s+(?:them|him|her|it|us|its|their)\b)",
    re.IGNORECASE,
)
_IN_FRAGMENTS = re.compile(
    rf"{_REMAINS}[^.;]{{0,60}}?\b(?:of|from)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{WEAPON.pattern})", re.IGNORECASE
)
_DID_HARM = re.compile(  # "pictures of what was left once a rocket had exploded", "the drone was fired by order of"
    rf"(?:{WEAPON.pattern})\s+(?:[\w-]+\s+){{0,7}}?(?:{finder(phrases('arms_used')).pattern})"
    r"(?!(?:(?<=fired)|(?<=dropped))\s+(?:in|during)\s+an?\s)",  # for practice
    re.IGNORECASE,
)
_DIED_OF = re.compile(  # but not "the deaths of nine people"
    r"\b(?:(?:die[ds]?|dead|dying|killed|perished)\s+(?:on\s+\w+\s+)?of|"
    r"(?:die[ds]?|dead|dying|deaths?|killed|perished)\s+(?:on\s+\w+\s+)?(?:from|after|during))\s+"
    rf"(?!(?:her|his|their|the\s+(?:\w+\s+)?(?:strike|attack|blast)|(?-i:{'|'.join(month_name[1:])}))\b|wounds"
    r"|injuries)|\b(?:killed|crushed)\s+(?:on\s+\w+\s+)?by\s+(?=(?-i:[a-z]))"  # but by no weapon and no force
    rf"(?!(?:[\w'’-]+\s+){{0,4}}?(?:{WEAPON.pattern}|{ACT.pattern}|{FORCES.pattern}))",
    re.IGNORECASE,
)
_HOW = re.compile(  # "died when the roof fell in", but not "died when the missile fell", "died as a result"
    r"\b(?:when|as(?!\s+a\s+(?:result|consequence)\b)|because|while)\s+(?:an?|the|his|her|their|its|two|three|one)\s"
    r"(?!(?:dust|smoke|sun|rescuers|firefighters|police|ambulances?)\s)"
    rf"(?!(?:[\w-]+\s+){{0,2}}?(?:{WEAPON.pattern}))|,\s+killing\b|\baged\s+\d",
    re.IGNORECASE,
)


def tells_a_disaster(line: Line) -> bool:
    """Whether the sentence names a disaster, a disease, a crime or a court that accounts for its dead."""
    return bool(_OTHER_DEATHS.search(line.text) or _DIED_OF.search(line.text))


def tells_its_cause(line: Line) -> bool:
    """Whether a sentence about dead says how they died, or is of what is only imagined."""
    how = _HOW.search(line.text)
    otherwise = how is not None and not _DID_HARM.search(line.text, 0, how.start())
    return otherwise or is_of_another_cause(line.text) or tells_a_disaster(line) or is_unreal(line)


def is_unreal(line: Line) -> bool:
    """Whether the sentence is of what is imagined, rehearsed or an accident."""
    return bool(_UNREAL.search(line.text))


def may_be_unused(line: Line) -> bool:
    """Whether the sentence tells that arms are made, sold, shown or found, and of none that did harm."""
    if _IN_FRAGMENTS.search(line.text) or _DID_HARM.search(line.text):
        return False
    return bool(_NOT_USED.search(line.text) or _FOUND.search(line.text))
