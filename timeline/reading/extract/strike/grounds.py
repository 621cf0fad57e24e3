"""What makes a strike one event though its own sentence gives no day, no toll and no place: the sentences around it.

"Our teams in Atbara received 42 wounded on Monday. / They had all been at a hotel, which was struck by a drone."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.place import Cue, PlaceMention
from timeline.article import Zone
from timeline.event import Role, RolePlace, Specificity, Stance
from timeline.reading.extract.day.dating import LONGEST_OF_NEWS, may_date
from timeline.reading.extract.day.only_day import only_day
from timeline.reading.extract.force.accidents import is_of_another_cause
from timeline.reading.extract.force.act import stands_in
from timeline.reading.extract.force.force import NO_WEAPON, WEAPON
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.within import FINE, contains
from timeline.reading.extract.strike.own_cause import may_be_unused, tells_its_cause
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.where.scenes import is_of_a_life
from timeline.when import TimeMention, When

_DOUBTED_DOER = re.compile(
    r",\s+(?:reportedly|allegedly|apparently|possibly|believed\s+to\s+(?:have\s+been|be))\s+"
    r"(?:launched|fired|sent|dropped|flown)\s+(?:by|from)\s[^,;:]{1,60},\s",
    re.IGNORECASE,
)
_NEAR_PARAGRAPHS = 1
_NEAR_LINES = 2


def grounded_by_story(draft: Draft, lines: Sequence[Line], published: When | None) -> Draft:
    """Ground a strike with a weapon by the town or region, and the day or the hurt, that the sentences around it name.

    Where they name one place and one day only, these are the strike's, or the one day of the story. Where this names
    several it stays undated: that of the article is the day of what else it tells.
    """
    told = draft.specificity is Specificity.EVENT and (draft.stance is Stance.ASSERTED or _doubts_doer(draft))
    if draft.grounded or draft.refers_back or not told or draft.line.zone is not Zone.BODY:
        return draft
    near = [line for line in lines if line.zone is not Zone.HEADLINE and _is_beside(line, draft.line)]
    if (draft.sub_kind in NO_WEAPON and not _is_a_weapon_meant(draft, near)) or _is_apart(draft, near):
        return draft
    places = [p for line in near for p in _places(line)]
    ahead = [t for line in near if line.number < draft.line.number for t in _days(line)]
    days = ahead or [t for line in near for t in _days(line)]  # "All schools will be closed tomorrow" may come after
    if not places or not (days or any(map(_hurts, near))):
        return draft
    draft = replace(draft, grounded=True)
    if draft.hold is DateHold.NONE:
        one = days[0] if len({(t.when.first, t.when.last) for t in days if t.when}) == 1 else only_day(lines, published)
        other_days = one is None and any(t.when for line in lines for t in line.times)
        draft = replace(draft, when=one, hold=DateHold.VAGUE if other_days else DateHold.SPEECH)
    draft = _counted(draft, near)
    return draft if elsewhere(draft.part) else _placed(draft, places)


def is_of_the_dead(draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether "the attack" hurt more of those whose death was just told: "five were killed. / 51 were wounded in"."""
    near = [n for n in lines if 0 < draft.line.number - n.number <= _NEAR_LINES and n.zone is Zone.BODY]
    placed = any(p.cue is Cue.AT and p.place for line in near for p in line.places)
    dead = any(tolls(line.text, line.date_spans).killed for line in near)
    return placed and dead and bool(draft.killed or draft.injured)


def _is_a_weapon_meant(draft: Draft, near: Sequence[Line]) -> bool:
    """Whether "it" stands for the weapon of a sentence before: "A missile flew towards Sake. / It fell on a hotel."."""
    ahead = any(WEAPON.search(line.text) for line in near if line.number < draft.line.number)
    return ahead and stands_in(draft.part, 0, draft.act) is not None


def _is_apart(draft: Draft, near: Sequence[Line]) -> bool:
    """Whether the weapon may have struck nothing, or the dead of the sentences around died of something else."""
    counting = (line for line in near if line is not draft.line and tolls(line.text, line.date_spans).sure)
    return may_be_unused(draft.part) or any(map(tells_its_cause, counting))


def _doubts_doer(draft: Draft) -> bool:
    """Whether only who sent the weapon is in doubt, not that it struck: "a drone, reportedly launched by X, hit"."""
    return draft.stance is Stance.HEDGED and bool(_DOUBTED_DOER.search(draft.part.text, 0, draft.act))


def _counted(draft: Draft, near: Sequence[Line]) -> Draft:
    """Take the dead and the hurt from the one sentence before that counts some, where the strike's own counts none."""
    if draft.killed or draft.injured:
        return draft
    counting = [line for line in near if line.number < draft.line.number and _hurts(line)]
    if len(counting) != 1:
        return draft
    harm = tolls(counting[0].text, counting[0].date_spans)
    return replace(draft, killed=harm.killed, injured=harm.injured)


def _is_beside(line: Line, told: Line) -> bool:
    return abs(line.paragraph - told.paragraph) <= _NEAR_PARAGRAPHS


def _placed(draft: Draft, places: Sequence[PlaceMention]) -> Draft:
    """Place the strike in the one place that the sentences name, if that lies in whatever it is placed in so far."""
    finest = [p for p in places if not any(contains(p, other) for other in places)]
    own = [p.mention for p in draft.places if p.role is Role.EVENT]
    if len({p.place for p in finest}) != 1 or not all(contains(wide, finest[0]) for wide in own):
        return draft
    around = (replace(p, role=Role.CONTAINER) if p.role is Role.EVENT else p for p in draft.places)
    return replace(draft, places=(*around, RolePlace(finest[0], Role.EVENT)))


def _places(line: Line) -> list[PlaceMention]:
    named = (p for p in line.places if p.place and p.place.kind in FINE and p.cue is not Cue.DEMONYM)
    return [p for p in named if not is_of_a_life(line, line.local(p)[0])]


def _days(line: Line) -> list[TimeMention]:
    days = (t for t in line.times if t.when and t.when.days and may_date(line, t))
    return [t for t in days if t.when and (t.when.days or 0) <= LONGEST_OF_NEWS]


def _hurts(line: Line) -> bool:
    harm = tolls(line.text, line.date_spans)
    return any(toll.best for toll in harm.sure) and not is_of_another_cause(line.text)
