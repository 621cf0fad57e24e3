"""A strike in a village that is not known, of which the story told before only the land: "in the tribal belt".

A second sentence that names such a village could as well tell of another strike. One toll, or one weapon that follows
at once and counts nobody, tells that it is the same.
"""

from __future__ import annotations

from geo.place import PlaceKind
from timeline.event import Role, Toll
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.strike.struck import sorts_in
from timeline.reading.extract.where.datelines import heading_end

_NEAR = 4  # sentences
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.OTHER})


def is_in_its_village(group: Group, draft: Draft) -> bool:
    """Whether a sentence names the village of the strike told right before it, which was placed widely or not at all.

    "A drone killed three in the tribal belt. Two missiles hit a house in the village of X".
    """
    first, apart = group.drafts[0], draft.line.number - group.last_line
    paragraphs = draft.line.paragraph - group.last_paragraph
    loose = all(_is_loose(d) and not elsewhere(d.part, d.act) for d in group.voices)
    if loose and draft.hold is DateHold.OWN and _same_days(first, draft) and _as_many(group.killed, draft.killed):
        return True
    if apart > _NEAR or not loose:
        return False
    if _is_of_the_same_thing(first, draft):
        return True
    if paragraphs > 1 or len(group.drafts) > 1:
        return False
    plain = apart <= 1 and draft.hold is not DateHold.OWN and draft.killed is None and draft.injured is None
    return _as_many(group.killed, draft.killed) or (plain and group.killed is not None)


def leave_where_filed(group: Group) -> None:
    """Take the dateline's town for no scene, once a village is named that is not known."""
    first = group.drafts[0]
    end = heading_end(first.line)
    group.filed += [p.mention for p in first.places if p.mention.place and first.line.local(p.mention)[1] <= end]


def _is_loose(draft: Draft) -> bool:
    """Whether a strike was placed in a land at the finest, or only by its dateline."""
    scenes = [p.mention.place for p in draft.places if p.role is Role.EVENT and p.mention.place]
    return heading_end(draft.line) > 0 or all(place.kind in _WIDE for place in scenes)


def _is_of_the_same_thing(one: Draft, two: Draft) -> bool:
    """Whether the second gives the act the day that the first has too, and both say that one sort of thing was hit."""
    hit, again = sorts_in(one.target), sorts_in(two.target)
    return two.hold is DateHold.OWN and _same_days(one, two) and bool(hit.telling & again.telling)


def _same_days(one: Draft, two: Draft) -> bool:
    days = [d.when.when for d in (one, two) if d.when and d.when.when]
    return len(days) == 2 and (days[0].first, days[0].last) == (days[1].first, days[1].last)


def _as_many(one: Toll | None, two: Toll | None) -> bool:
    return bool(one and two and one.best and one.best == two.best)
