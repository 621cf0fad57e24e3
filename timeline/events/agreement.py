"""Whether two reports may be about one event: what forbids it, and what must speak for it.

Vetoes come first (kind, date, place, doer, named speaker, weapon); similarity never overrules one. Where date or place
only nest ("August" around "21 August", a region around its town), something else must agree too: the target, or a toll
that is more than chance. A toll may have grown from one day's paper to the next, never shrunk.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import IntEnum

from geo.place import PlaceKind, PlaceMention, distance_km
from timeline.event import Kind, Party, Report, where_prec
from timeline.events.means import means_differ
from timeline.events.targets import Target, sort_apart, target_words, targets
from timeline.events.tolls import (
    agree,
    conflict,
    counted,
    is_more_than_one,
    is_sure,
    is_telling,
    is_twice,
    is_unmistakable,
    may_have_grown,
    rose_a_little,
)
from timeline.events.victims import victims_differ
from timeline.reading.extract.day.hours import hours_agree, hours_differ
from timeline.reading.extract.party.groups import side
from timeline.reading.extract.party.offices import ANY_OFFICE, offices_agree, offices_differ
from timeline.reading.words import finder, phrases
from timeline.when import Basis, When

PUBLICATION_LAG = timedelta(days=3)
LATE_NEWS = timedelta(days=31)  # for which papers tell more of a strike, often without its day
NEAR_PLACE_KM = 20.0  # a village, and the town that a paper far away names for it
_ANY_WEAPON = frozenset({"attack", "strike", "blast"})
_CALLED_EITHER = (  # what reporters call one weapon by either name
    frozenset({"drone", "bomb", "air strike"}),
    frozenset({"missile", "rocket", "air strike"}),
    frozenset({"shelling", "rocket"}),
    frozenset({"shelling", "missile"}),
)
LONGEST_DOUBT = 31  # days; of a report that says less of its day nobody can say which strike it may mean
_SHORT_STAY = 7  # days; a stretch no longer holds few strikes on one sort of target in one place
_BODIES = finder(phrases("bodies"))


class Bond(IntEnum):
    """How strongly two reports are held to be about one event."""

    FORBIDDEN = 0  # they cannot be
    SILENT = 1  # nothing forbids it, too little speaks for it
    MAYBE = 2  # a toll may be the same one, grown since, and nothing else speaks for it
    FITS = 3  # one day and one town, and nothing against it
    AGREES = 4  # a target, a toll, an hour or a speaker speaks for it too
    NAMED = 5  # one charge, by one person or one office of one state: more than by somebody of that state


def bond(a: Report, b: Report) -> Bond:
    """Say how far two reports may be about one event. Symmetric."""
    if a.kind is not b.kind:
        return Bond.FORBIDDEN
    return _strike_bond(a, b) if a.kind is Kind.STRIKE else _accusation_bond(a, b)


def _strike_bond(a: Report, b: Report) -> Bond:
    when, place = _days(a.when, b.when), _places(a.where, b.where)
    if {"differ", "unknown"} & {when, place} or _parties_differ(a.actor, b.actor) or hours_differ(a.when, b.when):
        return Bond.FORBIDDEN
    if victims_differ(a, b):
        return Bond.FORBIDDEN
    target = targets(a, b)
    if when == "next day":
        sure = place == "same" and target is Target.SAME and agree(a, b) and not _weapons_differ(a, b)
        return Bond.AGREES if sure else Bond.FORBIDDEN
    if place == "same" and when == "same":
        return _same_day_and_town(a, b, target)
    if target is Target.OTHER or _weapons_differ(a, b):
        return Bond.FORBIDDEN
    if when == "late":
        return Bond.AGREES if place in ("same", "nested") and is_unmistakable(a, b) else Bond.FORBIDDEN
    if _enough(a, b, when, place, target):
        return Bond.AGREES
    near = "same" in (when, place) and place in ("same", "nested") and _span(a.when, b.when) <= LONGEST_DOUBT
    return _doubt(a, b) if near else Bond.SILENT


def _doubt(a: Report, b: Report) -> Bond:
    """Tell a toll that may have grown from one report to the other from one that says nothing."""
    return Bond.MAYBE if may_have_grown(a, b, freely=True) and counted(a, b) else Bond.SILENT


def _same_day_and_town(a: Report, b: Report, target: Target) -> Bond:
    """Two strikes on one town in one day stay two where the target, the weapon or the toll differs.

    No toll makes a market a depot; of one target outlets may name the weapon wrongly, where both tolls are the same.
    """
    if target is Target.OTHER:
        return Bond.FORBIDDEN
    if _weapons_differ(a, b):
        return Bond.AGREES if target is Target.SAME and is_sure(a, b) else Bond.FORBIDDEN
    if target is Target.SAME or is_telling(a, b):
        return Bond.AGREES
    if conflict(a, b):
        grown = may_have_grown(a, b, freely=True) and hours_agree(a.when, b.when)
        grown = (grown or rose_a_little(a, b)) and _one_weapon(a, b)
        return Bond.AGREES if grown else _doubt(a, b)
    if agree(a, b):
        return Bond.AGREES
    return Bond.FITS if a.sub_kind == b.sub_kind or not _one_weapon(a, b) else Bond.MAYBE


def _enough(a: Report, b: Report, when: str, place: str, target: Target) -> bool:
    """Whether enough agrees for two reports of which one gives the day or the place less exactly."""
    same_target, same_toll = target is Target.SAME, agree(a, b)
    short = _span(a.when, b.when) <= _SHORT_STAY
    if place in ("country", "near"):
        return short and same_toll and (same_target or is_twice(a, b) or (place == "near" and is_telling(a, b)))
    if _span(a.when, b.when) > LONGEST_DOUBT:  # which holds many strikes on any sort of target
        return is_twice(a, b) or (same_target and same_toll and is_telling(a, b))
    if same_target and same_toll:
        return True
    if conflict(a, b):
        if short and place == "same" and _grew_in_town(a, b):
            return True
        tied = _one_weapon(a, b) or (short and (_one_doer(a, b) or (place == "same" and sort_apart(a, b))))
        return same_target and tied and may_have_grown(a, b, freely=short)
    if same_target:
        return short or place == "same" or _one_weapon(a, b)
    return is_telling(a, b) or (same_toll and is_more_than_one(a, b) and "same" in (when, place) and _one_weapon(a, b))


def _grew_in_town(a: Report, b: Report) -> bool:
    """Whether tolls that differ are those of one strike on one town in a few days, whatever is said of the target."""
    return (is_telling(a, b) and may_have_grown(a, b, freely=True)) or (rose_a_little(a, b) and _one_weapon(a, b))


def _accusation_bond(a: Report, b: Report) -> Bond:
    if a.recipient is None or b.recipient is None or a.actor is None or b.actor is None:
        return Bond.FORBIDDEN
    if _accusers_differ(a.actor, b.actor) or accused_of(a) != accused_of(b):
        return Bond.FORBIDDEN
    when = _days(a.when, b.when)
    if when not in ("same", "nested"):
        return Bond.FORBIDDEN
    if _said_of_other_places(a, b) or means_differ(a, b):
        return Bond.FORBIDDEN
    shared, stated = target_words(a) & target_words(b), bool(target_words(a) and target_words(b))
    if a.actor.speaker and a.actor.speaker == b.actor.speaker:
        return Bond.NAMED if shared else Bond.FITS if when == "same" or not stated else Bond.SILENT
    if stated and not shared:
        return Bond.FORBIDDEN
    if _states_differ(a.actor, b.actor, said=bool(shared)) and not (shared and _one_body(a.actor, b.actor)):
        return Bond.FORBIDDEN
    if not shared:
        return Bond.FITS
    return Bond.NAMED if offices_agree(a.actor, b.actor) else Bond.AGREES


def _accusers_differ(a: Party, b: Party) -> bool:
    """Whether two persons accuse, two bodies of one state, or two holders of different offices."""
    if a.speaker and a.speaker == b.speaker:
        return _parties_differ(a, b)
    return _parties_differ(a, b) or _bodies_differ(a, b) or offices_differ(a, b)


def _said_of_other_places(a: Report, b: Report) -> bool:
    """Whether the charges themselves name two towns far apart: a bus bombed in one is not the bus in the other."""
    named = [r.where for r in (a, b) if r.where is not None and r.where.said in r.target]
    return len(named) > 1 and all(where_prec(m) == 1 for m in named) and _places(named[0], named[1]) == "differ"


def accused_of(report: Report) -> str:
    """Name the side that a report accuses, so that two reports of one accusation agree; "" when there is none."""
    return side(report.recipient) if report.recipient else ""


def _days(a: When | None, b: When | None) -> str:
    """Say how two dates stand to each other: same, nested (they share days), next day, late, differ, or unknown.

    "late" has one of them dated by nothing but its publication, in the weeks after the other.
    """
    if a is None or b is None or None in (a.first, a.last, b.first, b.last):
        return "unknown"
    one, two = a, b
    a, b = _with_lag(a, PUBLICATION_LAG), _with_lag(b, PUBLICATION_LAG)
    if (a.first, a.last) == (b.first, b.last):
        return "same"
    if a.meets(b.first, b.last):
        return "nested"
    if _is_late(one, two) or _is_late(two, one):
        return "late"
    if a.days == b.days == 1 and a.first and b.first and abs(a.first - b.first) == timedelta(days=1):
        return "next day"
    return "differ"


def _is_late(told: When, when: When) -> bool:
    late = told.basis is Basis.PUBLISHED and when.basis is not Basis.PUBLISHED
    return late and _with_lag(told, LATE_NEWS).meets(when.first, when.last)


def _with_lag(when: When, lag: timedelta) -> When:
    """Reach back from a day of publication, taken for want of a phrase: papers tell what happened in the last days."""
    if when.basis is not Basis.PUBLISHED or when.first is None:
        return when
    return replace(when, first=when.first - lag)


def _span(a: When | None, b: When | None) -> int:
    """Days of the less exact of two dates."""
    return max((w.days or 10**6) if w else 10**6 for w in (a, b))


def _places(a: PlaceMention | None, b: PlaceMention | None) -> str:
    """Say how two places stand to each other: same, nested, near, country (one is a whole country), differ, unknown.

    Two reports that name no more than one region nest: a region holds many towns.
    """
    if a is None or b is None or a.place is None or b.place is None:
        return "unknown"
    one, two = a.place, b.place
    if PlaceKind.COUNTRY in (one.kind, two.kind):
        return "country" if one.country == two.country else "differ"
    if one == two and one.kind is not PlaceKind.REGION:
        return "same"
    if PlaceKind.REGION in (one.kind, two.kind):
        return "nested" if one.region_code and one.region_code == two.region_code else "differ"
    apart = distance_km(one, two)
    if apart <= min(one.radius_km, two.radius_km):
        return "same"
    if apart <= max(one.radius_km, two.radius_km):
        return "nested"
    return "near" if apart <= NEAR_PLACE_KM else "differ"


def _parties_differ(a: Party | None, b: Party | None) -> bool:
    if a is None or b is None:
        return False
    if a.speaker and b.speaker:
        return a.speaker != b.speaker
    return bool(a.country and b.country and a.country != b.country)


def _one_doer(a: Report, b: Report) -> bool:
    """Whether both reports name who did it, and it is one side."""
    return bool(a.actor and b.actor and a.actor.country and a.actor.country == b.actor.country)


def _one_body(a: Party, b: Party) -> bool:
    """Whether both are called by one name of their own, which is no ministry's: "Lawyers for Peace"."""
    own = a.name.casefold() == b.name.casefold() and not a.name.islower()
    return own and not (_BODIES.search(a.name) or ANY_OFFICE.search(a.name))


def _bodies_differ(a: Party, b: Party) -> bool:
    """Whether two bodies of one state accuse, neither through a named speaker: its army and its government."""
    if a.speaker or b.speaker:
        return False
    one, two = ({m.group().lower() for m in _BODIES.finditer(party.name)} for party in (a, b))
    return bool(one and two and not one & two)


def _states_differ(a: Party, b: Party, *, said: bool) -> bool:
    """Whether two who accuse, not both of them the same named speaker, may be of two states.

    A body that is named without its state, "the ministry", may be any, where the same is ``said``; a person may not.
    """
    if a.country and b.country:
        return a.country != b.country
    return not said or any(party.speaker and not party.country for party in (a, b)) or not (a.country or b.country)


def _weapons_differ(a: Report, b: Report) -> bool:
    kinds = {a.sub_kind, b.sub_kind}
    return len(kinds) > 1 and not kinds & _ANY_WEAPON and not any(kinds <= alike for alike in _CALLED_EITHER)


def _one_weapon(a: Report, b: Report) -> bool:
    """Whether both reports name a weapon, and it may be one."""
    return not {a.sub_kind, b.sub_kind} & _ANY_WEAPON and not _weapons_differ(a, b)
