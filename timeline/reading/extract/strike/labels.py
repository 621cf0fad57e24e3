"""What labels a strike told before: "Under attack: a market", "That was in May", "It happened in Sumy"."""

from __future__ import annotations

import re

from geo.place import Cue, PlaceMention
from timeline.reading.extract.day.dating import may_date
from timeline.reading.extract.force.force import HIT, MOTION, any_of
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains
from timeline.reading.extract.strike.struck import only_thing
from timeline.reading.extract.strike.whereabouts import THE_ACT
from timeline.reading.extract.where.scenes import is_town
from timeline.when import TimeMention

_THAT_WAS = re.compile(
    r"\W*(?:(?:(?:all\s+)?(?:that|this)|it|the\s+(?:incident|tragedy|disaster))\s+"
    r"(?:was|happened|came|took\s+place|occurred)|(?:the\s+)?(?:date|day|time|when)\s*:"
    rf"|{THE_ACT.pattern}(?:\s+(?:happened|came|took\s+place|occurred|was(?:\s+carried\s+out)?))?"
    rf"|(?:it|{THE_ACT.pattern})\s+(?:was|had\s+been)\s+(?:carried\s+out|launched|mounted|conducted)\s+"
    r"(?:with|by|using)(?:\s+[\w-]+){1,4}?(?=\s+(?:on|in|at|early|late|last)\s)"
    r"|the\s+(?:recording|video|footage|film|clip|pictures?|photographs?|photos?|images?)\s+(?:was|were)\s+"
    r"(?:made|recorded|filmed|shot|taken))[,\s]+(?:only\s+|just\s+|back\s+)?"
    r"(?:(?:on|in|at|early\s+on|late\s+on)\s+)?(?:the\s+\w+\s+of\s+)?",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    rf"\W*(?:[^.;:“”\"]{{3,60}}?\b(?:said|says|added|confirmed)\s+(?:that\s+)?)?"
    rf"(?:(?:all\s+)?(?:that|this)|it(?:\s+all)?|the\s+(?:incident|tragedy|disaster)|{THE_ACT.pattern})\s+"
    r"(?:happened|occurred|took\s+place|came)\b"
    rf"|{THE_ACT.pattern},?\s+(?:on|in|at|near|outside)\s",  # "The attack on Sumy came before dawn"
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(
    r"[;:“”\"]|\b(?:and|but|while|after|before|as|when|where|which|who|a|days?|weeks?|hours?|months?)\b", re.IGNORECASE
)
_SAID_TO_BE_THEN = re.compile(  # "residents said that the incident occurred on", "the metadata give the day as"
    r"\b(?:it|the\s+(?:incident|attack|strike|raid|assault|blast|explosion|bombing|shelling|tragedy|massacre))\s+"
    r"(?:had\s+)?(?:happened|occurred|took\s+place|taken\s+place|come|came|was\s+carried\s+out)\s+"
    r"(?:on|in|at|early\s+on|late\s+on)?\s*$|\b(?:day|date)(?:\s+of\s+the\s+\w+)?\s+(?:as|is|was)\s+$"
    r"|^\W*(?:when|date|day|(?:date|day)\s+and\s+time|the\s+(?:day|date))"
    r"(?:\s+(?:was|did)\s+(?:it|that)(?:\s+happen)?)?\s*[:?–—-]\s+(?:it\s+was\s+|on\s+)?$",
    re.IGNORECASE,
)
_IT = re.compile(r"\W*(?:it|they|one|both|the\s+(?:weapon|projectile)s?)\b", re.IGNORECASE)
_GETS_THERE = any_of([HIT, MOTION])
_STRUCK = re.compile(
    r"\W*(?:under\s+attack|targets?|hit|struck|damaged|destroyed|affected|object|site)\s*[:–—-]\s", re.IGNORECASE
)


def add_label(group: Group, line: Line) -> None:
    """Take what was struck, and when, from words that say little else: "Under attack: a market", "That was in May",
    "It got through and crashed into a market".
    """
    said = [t for t in line.times if may_date(line, t) and _says_when(line, t)]
    strikes = _STRUCK.match(line.text) or (_IT.match(line.text) and _GETS_THERE.search(line.text))
    thing = only_thing(line) if strikes and not line.places else ""
    if said and group.own_date is None and group.lent is None:
        group.lent, group.day_told = said[0], True
    if thing and not group.target:
        group.target = thing
    town = _where_it_happened(group, line) if _HAPPENED.match(line.text) else None
    if town:
        group.finer.append(town)
    if thing or said or town:
        group.detail(line)


def _says_when(line: Line, mention: TimeMention) -> bool:
    """Whether the words tell that it was then: "That was in May", "It happened in Sumy on Monday"."""
    start, _ = line.local(mention)
    happened = _HAPPENED.match(line.text)
    return bool(
        _THAT_WAS.fullmatch(line.text, 0, start)
        or _SAID_TO_BE_THEN.search(line.text, 0, start)
        or (happened and not _OTHER_CLAUSE.search(line.text, happened.end(), start))
    )


def _where_it_happened(group: Group, line: Line) -> PlaceMention | None:
    """Find the one town in which "it happened", inside whatever the strike is placed in so far."""
    own = [p for d in group.voices if (p := place_of(d)) is not None]
    end = clause_end.start() if (clause_end := _OTHER_CLAUSE.search(line.text)) else len(line.text)
    near = [p for p in line.places if p.cue is Cue.AT and line.local(p)[0] < end]
    towns = [p for p in near if is_town(p) and all(contains(place, p) for place in own)]
    return towns[0] if len(towns) == 1 and not group.finer else None
