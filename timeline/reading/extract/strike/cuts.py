"""Where in a sentence another event might begin: after "while", "and", "a day after", "since May, when"."""

from __future__ import annotations

import re
from itertools import pairwise

from geo.place import Cue
from timeline.reading.extract.force.accidents import names_another_cause
from timeline.reading.extract.force.force import ACT, HIT, KINETIC_ACT, WEAPON, any_of
from timeline.reading.extract.sentence.aside import WHAT_IT_IS
from timeline.reading.extract.sentence.conjuncts import is_of_that_clause, only_contains
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.told import Range

_AFTER = r"(?:(?:to\s+the\s+(?:day|hour)\s+)?after|on\s+from)"
_EARLIER = re.compile(  # what follows tells of another event, on another day than this one
    r",?\s+\b(?:(?:in|as)\s+(?:response|retaliation|revenge|reprisal|reply|answer|payback|punishment)\s+(?:to|for)"
    r"|since(?=\s+(?:an?|the|two|three|four)\s|\s+[^,;]{3,30},\s+when\s)|in\s+(?:return|exchange)\s+for"
    r"|(?:which\s+)?follow(?:ed|ing)(?=\s+an?\s)|(?:to\s+)?aveng(?:e|ed|ing)|in\s+the\s+wake\s+of"
    r"|(?:hot\s+|hard\s+)?on\s+the\s+heels\s+of"
    r"|(?:(?:an?|one|two|three|four|five|six|several|\d+)\s+|some\s+|just\s+|barely\s+|only\s+)*"
    rf"(?:minutes|hours?|days?|weeks?|months?|years?)\s+{_AFTER}(?!\s+(?:that|this|it)\s*[,.;]))\b",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r",?\s+(?:(?:just|soon|shortly|right)\s+)?after\s", re.IGNORECASE
)  # what is told before it answers it
_SINCE_WHEN = re.compile(r"\bsince\s[^,;]{3,30},\s+when$", re.IGNORECASE)  # of what was then, not of what is told now
_FORCE = any_of([ACT, WEAPON, KINETIC_ACT])
_BLOW = any_of([_FORCE, HIT])
_FOLLOWING = re.compile(r",?\s+(?:which\s+)?follow", re.IGNORECASE)
_FOLLOWS = re.compile(r"\s+follow(?:s|ed)(?=\s)")
CUT = re.compile(
    rf"{_EARLIER.pattern}|;\s+|,?\s+(?:while|whereas|but|and|as|after|before"
    r"|(?<!border\s)(?<!frontier\s)(?<!packed\s)(?<!laden\s)(?<!loaded\s)(?<!filled\s)(?<!armed\s)with|when)(?=\s)"
    r"|,(?=\s+in\s+[A-Z])|,(?=\s+\d(?!\d*\s*(?:km|kilomet|miles?|met(?:re|er)s|nautical)\b))"
    rf"|,(?!{WHAT_IT_IS})(?=\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|another)\s)"
    r"|,(?=\s+(?:[\w-]+\s+)?(?:drones|missiles|rockets|shells|shelling|artillery|bombs|mortars|jets|warplanes"
    r"|bombers|gunners|troops)\s(?:also\s+|then\s+|had\s+)*(?:\w+ed|hit|struck|set|fell|tore|blew|shook|left)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:[\w-]+\s+){0,3}[\w'’-]+$")  # "a hub between Uman | and Kyiv"
_OPENING = re.compile(
    rf"((?:\w+\s+){{0,3}}?(?:minutes|hours?|days?|weeks?|months?|years?)\s+{_AFTER}\s)|(?:after|before|while|as)\s",
    re.IGNORECASE,
)
_CLOSES = re.compile(r",\s+(?!(?:kill|wound|injur|leav|caus|destroy|damag|which|who|where)\w*\b)")
_STANDS_FOR_A_PLACE = frozenset({Cue.AT, Cue.TO, Cue.OBJECT, Cue.CONTAINER, Cue.ATTRIBUTE, Cue.NONE, Cue.OWNER})


def pieces_of(line: Line) -> list[tuple[Range, bool]]:
    """Cut the sentence wherever another event might begin; only where it names two places, or two days, or "after"."""
    named = {p.place.geonameid or p.place.name for p in line.places if p.place and p.cue in _STANDS_FOR_A_PLACE}
    opening = _OPENING.match(line.text)
    later = _EARLIER.search(line.text) or (opening and opening[1]) or ANSWERED.search(line.text)
    apart = len(named) > 1 or len(line.times) > 1 or later
    if not apart and not names_another_cause(line.text):
        return []
    taken = [*map(line.local, line.places), *(line.local(t) for t in line.times if t.when)]
    cuts = [m for m in CUT.finditer(line.text) if not any(s < m.end() and m.start() < e for s, e in taken)]
    cuts = [m for m in cuts if not (only_contains(line, m) or _BETWEEN.search(line.text, 0, m.start()))]
    of_another = {m.start() for before, m in pairwise(cuts) if is_of_that_clause(line.text, before, m)}
    cuts = [m for m in cuts if m.start() not in of_another]
    cuts = [m for m in cuts if not (_is_of_since(line, m) or _is_the_cause(line, m))]
    at = [(m.start(), _begins_earlier(line, m)) for m in cuts]
    at = sorted([*at, *((m.start(), True) for m in _FOLLOWS.finditer(line.text) if _follows_a_day(line, m))])
    if opening and (closing := _CLOSES.search(line.text)):
        comma = closing.start()
        at = sorted({(comma, False), *(cut for cut in at if opening.end() < cut[0] != comma)})
    bounds = [(0, bool(opening and opening[1])), *(cut for cut in at if cut[0] > 0)]
    ends = [start for start, _ in bounds[1:]] + [len(line.text)]
    return [((start, end), earlier) for (start, earlier), end in zip(bounds, ends, strict=True)]


def _is_of_since(line: Line, cut: re.Match[str]) -> bool:
    """Whether "since", or the "when" that belongs to it, begins nothing new: only a strike is measured by another."""
    measured = _FORCE.search(line.text, 0, cut.start())
    if cut.group().lower().endswith("since"):
        return measured is None
    return measured is not None and _SINCE_WHEN.search(line.text, 0, cut.end()) is not None


def _is_the_cause(line: Line, cut: re.Match[str]) -> bool:
    """Whether "following a strike" says what did the harm told before it, for that names no blow of its own."""
    return bool(_FOLLOWING.match(cut.group())) and not _BLOW.search(line.text, 0, cut.start())


def _follows_a_day(line: Line, verb: re.Match[str]) -> bool:
    """Whether an act of one day is said to follow what has a day too: "Friday's blast followed a raid on Monday"."""
    days = [line.local(t)[0] for t in line.times if t.when]
    both = any(day < verb.start() for day in days) and any(day > verb.end() for day in days)
    return both and ACT.search(line.text, 0, verb.start()) is not None


def _begins_earlier(line: Line, cut: re.Match[str]) -> bool:
    earlier = _EARLIER.match(line.text, cut.start())
    return earlier is not None and earlier.end() == cut.end()
