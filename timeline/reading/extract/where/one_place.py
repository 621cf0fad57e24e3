"""Where a strike was that nothing places, in a story or a paragraph that names only one place: there.

Towns come first; without any, the only region. The capital is where governments sit, a venue where people meet, try,
treat or show something; neither is where it happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.place import Cue, PlaceMention
from timeline.article import REPORTING_ZONES
from timeline.reading.extract.force.force import HARMED
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.parties import is_capital, is_force
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import is_region
from timeline.reading.extract.where.scenes import THERE, is_of_a_life, is_town

_NEAR = 4  # sentences between the strike and the one that names the place
_VENUE = re.compile(
    r"\b(?:conferences?|summits?|courts?|trials?|tribunals?|talks|forums?|exhibitions?|concerts?|embass(?:y|ies)"
    r"|hospitals?|clinics?|treat(?:ed|ment)|meet(?:ing|ings|s)?|met|speaking|spoke|told|interview\w*"
    r"|report(?:ers?|ing)|journalists?|correspondents?|headquarter(?:s|ed)(?=\s+(?:in|at)\b)|based|from"
    r"|stud(?:y|ies|ied|ying)|match|tournament|screened|premiere[ds]?|show[ns]?|protest\w*|rall(?:y|ied|ies)"
    r"|visit\w*|flights?|trains?|ferr(?:y|ies)|flew|fled|left|arriv\w+|moved)\b[^,.;:]{0,40}\b"
    r"(?:in|at|to|for|from|outside)\s+(?:the\s+)?$|\bfrom\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_OF_HARM = re.compile(  # what happened stands right before: "arrived to see the destruction in [Sumy]"
    rf"\b(?:damage|destruction|devastation|ruins|rubble|deaths|{HARMED.pattern})\s+(?:caused\s+|done\s+)?"
    r"(?:in|at|to|across)\s+(?:the\s+)?"
    r"(?:city\s+of\s+|town\s+of\s+)?$",
    re.IGNORECASE,
)
_FILED = re.compile(r"\b(?:reports?|dispatch|story|article|coverage)\s+from\s+(?:the\s+)?$", re.IGNORECASE)


def only_place(group: Group, lines: Sequence[Line], at: int) -> tuple[Line, PlaceMention] | None:
    """Find the only place that the strike's paragraph names, else the story; nobody strikes his own towns."""
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    beside = [line for line in told if line.paragraph == lines[at].paragraph]
    own = {d.line.number for d in group.drafts}  # what they name was weighed already
    around = [line for line in told if line.number not in own and _is_near(line, lines[at], group)]
    for scope in (beside, told):
        for sort in (is_town, is_region):
            named = [(line, p) for line in scope for p in line.places if sort(p) and p.cue is not Cue.DEMONYM]
            if len({p.place for _, p in named}) > 1:
                return None
            if sort is is_region:
                around += [line for line in told if line.number in own and line not in around]
            points = bool(THERE.search(lines[at].text))
            usable = (pair for pair in named if pair[0] in around and may_be_it(*pair, points_there=points))
            found = next(usable, None)
            if found and not strikes_its_own(group, found[1]) and is_in_its_lands(group, told, found[1]):
                return found
            if named:
                return None
    return None


def is_in_its_lands(group: Group, lines: Sequence[Line], mention: PlaceMention) -> bool:
    """Whether a town lies in a land that the lines name besides, if they place anything in a land but the doer's.

    A price at a bourse abroad, beside a strike in Ukraine, tells no place of it.
    """
    doers = {d.actor.country for d in group.drafts if d.actor}
    others = [p for line in lines for p in line.places if p.place != mention.place]
    named = {p.place.country for p in others if p.place}
    placed = {p.place.country for p in others if p.place and p.cue is not Cue.DEMONYM} - doers
    return mention.place is not None and (not placed or mention.place.country in named)


def strikes_its_own(group: Group, mention: PlaceMention) -> bool:
    """Whether the place lies in the state that struck; "the army" and an armed group may strike their own country."""
    doers = {d.actor.country for d in group.drafts if d.actor and not is_group(d.actor) and not is_force(d.actor.name)}
    return mention.place is not None and mention.place.country in doers


def _is_near(line: Line, act: Line, group: Group) -> bool:
    """Whether a sentence stands near the strike's and tells of no other day."""
    when = group.own_date.when if group.own_date else None
    days = [t.when for t in line.times if t.when and t.when.days]
    one_day = when is None or not days or any(when.meets(day.first, day.last) for day in days)
    return one_day and abs(line.number - act.number) <= _NEAR


def may_be_it(line: Line, mention: PlaceMention, *, points_there: bool = False) -> bool:
    """Whether something may have happened at the place: it is no capital, no venue and no part of a life.

    ``points_there`` says that the strike's own sentence has "there", which may mean a venue too.
    """
    start, _ = line.local(mention)
    if _OF_HARM.search(line.text, 0, start) or _FILED.search(line.text, 0, start):
        return not is_capital(mention)
    venue = not points_there and _VENUE.search(line.text, 0, start)
    idle = is_capital(mention) or is_of_a_life(line, start) or venue
    return mention.cue not in (Cue.FROM, Cue.DATELINE) and not idle
