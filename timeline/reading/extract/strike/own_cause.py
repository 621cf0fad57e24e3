"""What a sentence says of how its dead died, or of what became of its weapon: then neither belongs to the other.

"Nine drowned off the coast. / A drone had been seized in the port."
"""

from __future__ import annotations

import re

from timeline.reading.extract.force.accidents import is_of_another_cause
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import Cues, finder, phrases

_OTHER_DEATHS = Cues(phrases("other_deaths"))
_NOT_USED = Cues(phrases("arms_not_used"), plural=True)
_UNREAL = finder([*phrases("unreal"), *phrases("not_of_war"), *phrases("accident_causes")])
_DIED_OF = re.compile(
    r"\b(?:die[ds]?|dead|dying|deaths?|killed|perished)\s+(?:on\s+\w+\s+)?(?:of|from|after|during)\s+"
    r"(?!(?:her|his|their|the\s+(?:\w+\s+)?(?:strike|attack|blast))\b|wounds|injuries)",
    re.IGNORECASE,
)
_HOW = re.compile(  # "died when the roof fell in", but not "died as a result"
    r"\b(?:when|as(?!\s+a\s+(?:result|consequence)\b)|because|while)\s+"
    r"(?:an?|the|his|her|their|its|two|three|one)\s|,\s+killing\b|\baged\s+\d",
    re.IGNORECASE,
)


def tells_a_disaster(line: Line) -> bool:
    """Whether the sentence names a disaster, a disease, a crime or a court that accounts for its dead."""
    return bool(_OTHER_DEATHS.search(line.text) or _DIED_OF.search(line.text))


def tells_its_cause(line: Line) -> bool:
    """Whether a sentence about dead says how they died, or is of what is only imagined."""
    told = is_of_another_cause(line.text) or tells_a_disaster(line) or _HOW.search(line.text)
    return bool(told) or is_unreal(line)


def is_unreal(line: Line) -> bool:
    """Whether the sentence is of what is imagined, rehearsed or an accident."""
    return bool(_UNREAL.search(line.text))


def may_be_unused(line: Line) -> bool:
    """Whether the sentence tells that arms are made, sold, shown or found."""
    return bool(_NOT_USED.search(line.text))
