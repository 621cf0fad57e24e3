"""Days on which a toll grew: no day of the strike, but one from which it may be counted back.

"The death toll from a strike on Odesa rose to ten on Sunday." "... a strike the day before rose to ten on Sunday."
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import bounds, counted
from timeline.when import Basis, TimeMention

_TOLL_OF = re.compile(  # right before the strike of which it is
    r"\b(?:toll|(?:number|count|tally)\s+of\s+(?:people\s+|those\s+|civilians\s+)?(?:killed|dead|deaths|injured|wounded"
    r"|hurt|fatalities|victims|casualties))\b[^.;:]*$",
    re.IGNORECASE,
)
_GREW_ON = re.compile(
    r"\b(?:rose|ris(?:es|en)|climb(?:s|ed)|jump(?:s|ed)|grew|grown|reach(?:es|ed)|st(?:ands|ood)\s+at|passed|increased"
    r"|(?:went|gone)\s+up|(?:was|were)\s+(?:raised|revised|put))\b[^.;:“”\"]{1,40}?\s(?:(?:on|late|early|by|as\s+of)\s+)*$",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(
    r"\bthe\s+(?:day\s+before|previous\s+day)\b|\b(?P<days>an?|one|two|three|four|five|six)\s+days?\s+(?:earlier|before)\b",
    re.IGNORECASE,
)
_RULE = "counted back from the day on which the toll grew"


def is_of_a_toll(line: Line, mention: TimeMention, act: tuple[int, int]) -> bool:
    """Whether a day behind the act at ``act`` (local offsets) is that on which its toll grew."""
    at, _ = line.local(mention)
    return at >= act[1] and bool(_TOLL_OF.search(line.text, 0, act[0]) and _GREW_ON.search(line.text, act[1], at))


def days_before(line: Line, mention: TimeMention, after: int) -> TimeMention | None:
    """Count back from the day on which the toll grew: "a strike two days earlier rose to ten on Sunday"."""
    before = _DAYS_BEFORE.search(line.text, after, line.local(mention)[0])
    when = mention.when
    if before is None or when is None or when.first is None or when.days != 1:
        return None
    number = before["days"]
    back = timedelta(days=(bounds(counted(number)[0])[1] or 1) if number and number not in ("a", "an") else 1)
    day = when.first - back
    return replace(
        mention,
        when=replace(when, first=day, last=day, basis=Basis.RELATIVE, clock=None, alternatives=(), rule=_RULE),
    )
