"""Which sentences of one article tell one strike.

A headline never makes an event that the body tells. "The strike" speaks of the one told last. A sentence without a
place goes on with its neighbour unless date, doer or toll forbid it; two places, days or tolls are two strikes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from geo.place import Cue, PlaceKind
from timeline.article import Zone
from timeline.event import Toll
from timeline.reading.extract.day.apart import came_before
from timeline.reading.extract.day.hours import hours_differ
from timeline.reading.extract.force.force import NO_WEAPON
from timeline.reading.extract.party.groups import side
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group, dates_differ, is_baseless, place_of, places_differ
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.within import is_water
from timeline.reading.extract.strike.again import (
    ANOTHER,
    counts_as_many,
    counts_some,
    is_of_before,
    is_of_several,
    is_the_next,
    is_the_one_before,
    is_told_again,
    is_what_was_sent,
    names_its_day,
    narrows_its_month,
    same_day,
    same_toll,
    shot_down_apart,
    tells_where_it_fell,
)
from timeline.reading.extract.strike.background import goes_back, goes_back_with, is_hours_off, is_once_more
from timeline.reading.extract.strike.cuts import ANSWERED
from timeline.reading.extract.strike.details import add_details
from timeline.reading.extract.strike.grounds import is_of_the_dead
from timeline.reading.extract.strike.known import Known
from timeline.reading.extract.strike.lent_days import lend_days
from timeline.reading.extract.strike.lent_targets import lend_targets
from timeline.reading.extract.strike.narrowing import narrow
from timeline.reading.extract.strike.ordinals import opens_anew
from timeline.reading.extract.strike.recalled import told_in_passing
from timeline.reading.extract.strike.spread import sends_many
from timeline.reading.extract.strike.struck import sorts_differ
from timeline.reading.extract.strike.sums import is_one_of_several, leave_sums, set_sums_aside
from timeline.reading.extract.strike.villages import is_in_its_village, leave_where_filed
from timeline.reading.extract.strike.whereabouts import is_country, is_of_people, place_by_story
from timeline.reading.extract.strike.whose_toll import counts_more, recalls_another
from timeline.reading.extract.toll.counts import DIGITS, SPELT
from timeline.reading.extract.toll.totals import agree, fuller, is_partial, says_how_many
from timeline.reading.extract.where.scenes import IN_RETURN, SAME_LAND, is_town
from timeline.when import When

_THE_WEAPON = re.compile(
    r"\W*(?:the|both|all)\s+(?:\w+\s+)?(?:missiles?|drones?|rockets?|shells?|bombs?|devices?|mines?|charges?"
    r"|explosives?|projectiles?|warheads?)\b",
    re.IGNORECASE,
)
_BOMBED = re.compile(r"bomb(?:ed|arded)\b", re.IGNORECASE)  # from the air, with missiles, with whatever was told
_NEXT = re.compile(
    r"\b(?:minutes|hours|days?|weeks?)\s+later\b|\b(?:on\s+)?the\s+same\s+(?:day|night|morning|evening)\b"
    r"|\bmeanwhile\b|\bin\s+the\s+meantime\b",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(  # "the change since the September 11 attacks": no news of them
    r"\b(?:since|before|until|follow(?:s|ed|ing)?)\s+(?:the\s+|an?\s+|last\s+)?(?:[\w.'’-]+\s+){0,3}$", re.IGNORECASE
)
_MORE_HURT = re.compile(  # "In Derhachi, another eight were hurt"
    rf"\b(?:another|a\s+further)\s+(?:{DIGITS}|{SPELT})\b|\b(?:{DIGITS}|{SPELT})\s+(?:more|others)\b", re.IGNORECASE
)
_TOO = re.compile(r"\b(?:also|too|then|afterwards|in\s+turn)\b", re.IGNORECASE)
_HIT_TOO = re.compile(r"\w+\s+too\b", re.IGNORECASE)
_BESIDE_THE_ACT = 15  # characters before the act in which "also" or "then" is said of it
_OF_THE_DAY = re.compile(
    r"\W*(?:\w+day|(?:this|the)\s+(?:morning|evening|night))['’]s\s+(?:\w+\s+)?"
    r"(?:shelling|bombardment|bombing|strike|attack|raid|blast|explosion|barrage)\b",
    re.IGNORECASE,
)
_THE_SHIP = re.compile(
    r"\bthe\s+(?:\w+\s+)?(?:ship|vessel|tanker|freighter|carrier|boat|ferry|trawler|frigate|cruiser)s?\b", re.IGNORECASE
)
_CONFIRMS = re.compile(r"\b(?:confirm|acknowledg|admit)\w*\s+(?:that\s+)?(?:an?|the)\s", re.IGNORECASE)
_FEW = 12  # events back to which "Tuesday's shelling" may speak
_NEAR_PARAGRAPHS = 2  # how far back "the strike" reaches
_OPENS = 20  # characters within which a sentence that opens a scene names it
_BESIDE_SENTENCES = 4  # how far on, in a text of few paragraphs, a sentence still goes on with an event


def strike_groups(lines: Sequence[Line], drafts: Sequence[Draft], published: When | None = None) -> list[Group]:
    """Put the drafts of one article's strikes together, in the order in which they are told."""
    groups: list[Group] = []
    known = Known()
    before = {line.number: ahead for ahead, line in pairwise(lines)}
    for draft in (d for d in drafts if d.line.zone is Zone.BODY):
        near = (g for g in known.near(draft) if not goes_back(g, draft, published, lead=g is groups[0]))
        text = draft.part.text
        apart = ANOTHER.search(text) or came_before(text) or is_hours_off(draft) or SAME_LAND.search(text)
        home = _of_the_day(groups[-_FEW:], draft) or (None if apart else _home(near, draft, published))
        home = home or _the_only(groups, draft)
        ahead, again = before.get(draft.line.number), draft.refers_back and is_baseless(draft)
        if recalls_another(draft) or (again and home and ahead and goes_back_with(home, ahead, draft.line, published)):
            continue
        if home is not None:
            if elsewhere(draft.part):
                leave_where_filed(home)
            _join(home, draft)
            known.file(home, draft)
        elif draft.grounded and not (draft.refers_back and is_baseless(draft) and not is_of_the_dead(draft, lines)):
            groups.append(Group([draft], draft.killed, draft.injured))
            known.file(groups[-1], draft)
    for draft in (d for d in drafts if d.line.zone is not Zone.BODY):
        _add_heading(groups, known, draft)
    leave_sums(groups)
    add_details(groups, lines, published)
    narrow(groups, lines)
    set_sums_aside(groups)
    lend_days(groups, lines)
    place_by_story(groups, lines)
    lend_targets(groups, lines)
    return groups


def _join(home: Group, draft: Draft) -> None:
    """Let one more sentence tell the event; its toll counts where it is the event's."""
    home.support(draft)
    if not counts_more(draft):
        home.killed, home.injured = fuller(home.killed, draft.killed), fuller(home.injured, draft.injured)


def _home(groups: Iterable[Group], draft: Draft, published: When | None) -> Group | None:
    """Find the event told before that this sentence goes on with; ``groups`` come with the last one first."""
    far_off = elsewhere(draft.part)
    again = place_of(draft) is None and is_told_again(draft)
    for group in groups:
        near = draft.line.paragraph - group.last_paragraph <= _NEAR_PARAGRAPHS
        if _is_it_again(group, draft, near=near):
            return group
        if far_off:
            if is_in_its_village(group, draft) and not (_differ(group, draft) or _weapons_differ(group, draft)):
                return group
            continue
        if near and again and not _days_differ(group, draft):
            return group
        if near and _names_its_weapon_again(group, draft):
            return group
        if near and draft.refers_back and is_baseless(draft):
            return group
        if _tells_next(group, draft) or is_once_more(group, draft, published) or is_of_before(group, draft):
            continue
        if not _differ(group, draft) and (_shares_place(group, draft) or _goes_on(group, draft, near=near)):
            return group
    return None


def _is_it_again(group: Group, draft: Draft, *, near: bool) -> bool:
    """Whether a sentence speaks of "that attack", names the day of the one before, or counts as many dead that day."""
    if is_the_one_before(group, draft):
        return True
    if is_the_next(group, draft) and not _differ(group, replace(draft, refers_back=True)):
        return True
    own = (near and names_its_day(group, draft)) or (counts_as_many(group, draft) and not _tells_next(group, draft))
    return own and not _differ(group, draft)


def _of_the_day(groups: Sequence[Group], draft: Draft) -> Group | None:
    """Find the event of the same day and kind that "Tuesday's shelling" speaks of again, however far back."""
    if place_of(draft) is not None or not _OF_THE_DAY.match(draft.part.text):
        return None
    alike = (g for g in reversed(groups) if any(_is_alike(d, draft) for d in g.voices))
    return next((g for g in alike if not _differ(g, draft)), None)


def _the_only(groups: Sequence[Group], draft: Draft) -> Group | None:
    """Give the one event told so far where "the device" or "the attack" can speak of no other, however far back."""
    if len(groups) != 1 or _differ(groups[0], draft):
        return None
    if tells_where_it_fell(groups[0], draft) or narrows_its_month(groups[0], draft):
        return groups[0]
    again = _names_its_weapon_again(groups[0], draft) or (draft.refers_back and is_baseless(draft))
    return groups[0] if again and place_of(draft) is None and not elsewhere(draft.part) else None


def _is_alike(told: Draft, draft: Draft) -> bool:
    one, two = told.when and told.when.when, draft.when and draft.when.when
    return bool(one and two and (one.first, one.last) == (two.first, two.last)) and draft.sub_kind in {
        told.sub_kind,
        *NO_WEAPON,
    }


def _tells_next(group: Group, draft: Draft) -> bool:
    """Whether a sentence tells what came next, or too, somewhere else: "Hours later missiles hit Odesa".

    What is on land is no finer place of what was struck at sea, and no town that of weapons sent over a whole country.
    """
    mine = place_of(draft)
    places = [p for d in group.voices if (p := place_of(d)) is not None]
    if mine is None or draft.refers_back or _same_harm(group, draft) or any(p.place == mine.place for p in places):
        return False
    if places and all(map(is_water, places)) and not is_water(mine) and not _THE_SHIP.search(draft.part.text):
        return True
    if places and all(map(is_country, places)) and any(sends_many(d.part) for d in group.voices):
        return True
    text, act = draft.part.text, draft.act
    too = _TOO.search(text, max(0, act - _BESIDE_THE_ACT), act) or _HIT_TOO.match(text, act)
    return bool(too or _NEXT.search(text) or _MORE_HURT.search(text) or opens_anew(group, draft))


def _same_harm(group: Group, draft: Draft) -> bool:
    """Whether a sentence counts as many dead and as many wounded as were told before."""
    hurt = group.injured and draft.injured and group.injured.best == draft.injured.best
    return same_toll(group, draft) and bool(hurt)


def _names_its_weapon_again(group: Group, draft: Draft) -> bool:
    """Whether "the drone" is that of the event told before: neither says otherwise, and this one says not where."""
    again = _THE_WEAPON.match(draft.part.text) and place_of(draft) is None
    return bool(again) and any(d.sub_kind == draft.sub_kind for d in group.voices) and not _differ(group, draft)


def _goes_on(group: Group, draft: Draft, *, near: bool) -> bool:
    """Whether a sentence goes on with an event that it shares no place with: one of both leaves the place out."""
    if near and draft.refers_back:
        return True
    if _COUNTED_FROM.search(draft.part.text, 0, draft.act) or told_in_passing(draft) or shot_down_apart(group, draft):
        return False
    unplaced = _is_loose(draft) or is_what_was_sent(group, draft) or all(place_of(d) is None for d in group.voices)
    if (
        not unplaced
        or _weapons_differ(group, draft)
        or any(map(told_in_passing, group.voices))
        or (ANSWERED.match(draft.part.text) and not same_toll(group, draft))
    ):
        return False
    town = place_of(draft)
    if town is not None and is_town(town) and any(elsewhere(d.part) for d in group.voices):
        return False  # told of a village that the gazetteer lacks
    one_day = draft.hold is DateHold.OWN and any(same_day(d, draft) for d in group.voices)
    reach = _NEAR_PARAGRAPHS if _CONFIRMS.search(draft.part.text, 0, draft.act) else 1
    beside = (
        draft.line.paragraph - group.last_paragraph <= reach
        and draft.line.number - group.last_line <= _BESIDE_SENTENCES
    )
    return one_day or (beside and (group.own_date is None or draft.hold is not DateHold.OWN))


def _is_loose(draft: Draft) -> bool:
    """Whether a sentence names no place, or only the country of those who speak or suffer: "authorities in Iran"."""
    place = place_of(draft)
    return place is None or (draft.hold is not DateHold.OWN and is_of_people(place))


def _weapons_differ(group: Group, draft: Draft) -> bool:
    """Whether a sentence opens another scene with another weapon: "In Nikopol, a drone wounded a man"."""
    place = place_of(draft)
    opens = place is not None and draft.line.local(place)[0] <= _OPENS and place.cue in (Cue.AT, Cue.SUBJECT)
    opens = opens or (place is not None and draft.hold is DateHold.OWN and draft.line.paragraph > group.last_paragraph)
    told = {d.sub_kind for d in group.voices} - NO_WEAPON
    any_weapon = draft.sub_kind in NO_WEAPON or _BOMBED.match(draft.part.text, draft.act)
    return opens and not any_weapon and bool(told) and draft.sub_kind not in told


def _days_differ(group: Group, draft: Draft) -> bool:
    return any(dates_differ(d, draft) for d in group.voices)


def _differ(group: Group, draft: Draft) -> bool:
    """Whether dates, places, doers or tolls forbid that both are one event."""
    mine = place_of(draft)
    if any(d.tally is not draft.tally for d in group.voices) or len({d.nth for d in [*group.voices, draft]} - {""}) > 1:
        return True
    if any(places_differ(place_of(d), mine) or dates_differ(d, draft) for d in group.voices):
        return True
    if any(_told_apart(d, draft) for d in group.voices) or is_one_of_several(group, draft):
        return True
    doers = {side(d.actor) for d in [*group.voices, draft] if d.actor}
    if mine is None and draft.actor and IN_RETURN.search(draft.part.text):
        return all(d.actor is None or side(d.actor) != side(draft.actor) for d in group.voices)
    if len(doers) > 1:
        return True
    parted = not draft.refers_back or is_of_several(group, draft)
    differ = _tolls_differ(group.killed, draft.killed) or _is_part_of_a_sum(group, draft)
    return parted and differ and not (counts_some(group, draft) or _counts_fewer(group, draft))


def _counts_fewer(group: Group, draft: Draft) -> bool:
    """Whether a witness, who says neither where nor when, counts fewer dead and hurt than were told before."""
    pairs = [(told, own) for told, own in ((group.killed, draft.killed), (group.injured, draft.injured)) if own]
    fewer = all(told and (own.best or 0) < (told.best or 0) for told, own in pairs)
    return is_baseless(draft) and fewer and draft.part.quoted(draft.act)


def _is_part_of_a_sum(group: Group, draft: Draft) -> bool:
    """Whether a sentence counts others hurt, somewhere in the land that the event before was told of."""
    mine, told = place_of(draft), [p for d in group.voices if (p := place_of(d)) is not None]
    wide = bool(told) and all(map(is_country, told)) and mine is not None and not is_country(mine)
    return wide and _tolls_differ(group.injured, draft.injured)


def _told_apart(one: Draft, two: Draft) -> bool:
    """Whether both sentences date what they tell, and put it hours or, in two paragraphs, sorts of thing apart."""
    if min(one.hold, two.hold) < DateHold.OWN or one.when is None or two.when is None or two.refers_back:
        return False
    if hours_differ(one.when.when, two.when.when):
        return True
    return one.line.paragraph != two.line.paragraph and sorts_differ(one.target, two.target)


def _tolls_differ(one: Toll | None, two: Toll | None) -> bool:
    """Whether two sentences count the dead and not alike; bodies as they are found need not be all of them."""
    if one is None or two is None or says_how_many(one, two) or says_how_many(two, one):
        return False
    return not (agree(one, two) or is_partial(one) or is_partial(two))


def _shares_place(group: Group, draft: Draft) -> bool:
    mine = place_of(draft)
    if mine is None or mine.place is None or mine.place.kind is PlaceKind.COUNTRY:
        return False
    if mine.place.kind is PlaceKind.OTHER:  # much lies in a sea
        return any((place := place_of(d)) is not None and place.place == mine.place for d in group.voices)
    return any(place_of(d) is not None for d in group.voices)


def _add_heading(groups: list[Group], known: Known, draft: Draft) -> None:
    """Let a headline or standfirst support the body's event; alone it tells one itself only if it is placed."""
    if not groups:
        if place_of(draft) is not None:
            groups.append(Group([draft], draft.killed, draft.injured))
            known.file(groups[-1], draft)
        return
    near = [g for g in reversed(list(known.near(draft))) if not _differ(g, draft)]
    fitting = next((g for g in near if _shares_place(g, draft)), None)
    if fitting is None and (len(groups) == 1 or _is_open(groups[0], draft)) and not _differ(groups[0], draft):
        fitting = groups[0]
    if fitting is not None and len(groups) == 1 and not _arms_differ(fitting, draft):
        fitting.add(draft)
    elif fitting is not None:
        fitting.support(draft)


def _arms_differ(group: Group, heading: Draft) -> bool:
    """Whether a heading names another weapon, so that its toll may be that of another strike."""
    told = {d.sub_kind for d in group.voices} - NO_WEAPON
    return bool(told) and heading.sub_kind not in NO_WEAPON | told


def _is_open(group: Group, heading: Draft) -> bool:
    """Whether a heading may say where the strike was that is told first: no sentence of its own does."""
    return place_of(heading) is not None and all(place_of(d) is None for d in group.voices)
