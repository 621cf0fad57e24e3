"""Whether two reports may be about one event: what forbids it, and what must speak for it.

Vetoes come first (kind, date, place, doer, named speaker, weapon); similarity never overrules one. Where date or place
only nest ("August" around "21 August", a region around its town), something else must agree too: the toll, the target,
or the speaker.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from geo.place import PlaceKind, PlaceMention, distance_km
from timeline.event import Kind, Party, Report, Toll
from timeline.reading.extract.parties import side
from timeline.reading.words import finder, phrases
from timeline.when import Basis, When

PUBLICATION_LAG = timedelta(days=3)
SAME_PLACE_KM = 15.0  # two names this near are one town and its outskirts
_GROWTH = 1.3  # how far the dead of one strike may rise from one report to the next
_NO_CHANCE = 4  # dead or injured; fewer are the same in two strikes of a day too easily
_ANY_WEAPON = frozenset({"attack", "strike", "blast"})
_CALLED_EITHER = (  # what reporters call one weapon by either name
    frozenset({"drone", "bomb", "air strike"}),
    frozenset({"missile", "rocket", "air strike"}),
    frozenset({"shelling", "rocket"}),
)
_BODIES = finder(phrases("bodies"))
_TARGET_NOUNS = frozenset(w.removesuffix("s") for w in phrases("target_nouns"))
SMALL_WORDS = frozenset(phrases("small_words"))


def may_be_one(a: Report, b: Report) -> bool:
    """Whether nothing forbids that both reports are about one event, and enough speaks for it. Symmetric."""
    if a.kind is not b.kind:
        return False
    return _one_strike(a, b) if a.kind is Kind.STRIKE else _one_accusation(a, b)


def _one_strike(a: Report, b: Report) -> bool:
    when = _days(a.when, b.when)
    if when in ("differ", "unknown") or _parties_differ(a.actor, b.actor) or _weapons_differ(a, b):
        return False
    place = _places(a.where, b.where)
    if place in ("differ", "unknown"):
        return False
    same_toll, same_target = _tolls_agree(a, b), target_words(a) & target_words(b)
    other_target = _sort_of_target(a) and _sort_of_target(b) and not same_target
    if when == "next day":
        return place == "same" and bool(same_target) and same_toll
    if place == "country":
        return same_toll and bool(same_target)
    if place == "same" and when == "same":
        if _tolls_conflict(a, b):
            return bool(same_target) or (_a_toll_agrees(a, b) and not other_target)
        return same_toll or not other_target
    grew = bool(same_target) and a.sub_kind == b.sub_kind and _may_have_grown(a, b)
    return grew or ((same_toll or bool(same_target)) and not _tolls_conflict(a, b) and not other_target)


def _one_accusation(a: Report, b: Report) -> bool:
    if _parties_differ(a.actor, b.actor) or _parties_differ(a.recipient, b.recipient) or _bodies_differ(a, b):
        return False
    if a.recipient is None or b.recipient is None or a.actor is None or b.actor is None:
        return False
    if _days(a.when, b.when) not in ("same", "nested"):
        return False
    if accused_of(a) != accused_of(b):
        return False
    return bool(a.actor.country or (a.actor.speaker and a.actor.speaker == b.actor.speaker))


def accused_of(report: Report) -> str:
    """Name the side that a report accuses, so that two reports of one accusation agree; "" when there is none."""
    return side(report.recipient) if report.recipient else ""


def _days(a: When | None, b: When | None) -> str:
    """Say how two dates stand to each other: same, nested (they share days), next day, differ, or unknown."""
    if a is None or b is None or None in (a.first, a.last, b.first, b.last):
        return "unknown"
    a, b = _with_lag(a), _with_lag(b)
    if (a.first, a.last) == (b.first, b.last):
        return "same"
    if a.meets(b.first, b.last):
        return "nested"
    if a.days == b.days == 1 and a.first and b.first and abs(a.first - b.first) == timedelta(days=1):
        return "next day"
    return "differ"


def _with_lag(when: When) -> When:
    """Reach back from a day of publication, taken for want of a phrase: papers tell what happened in the last days."""
    if when.basis is not Basis.PUBLISHED or when.first is None:
        return when
    return replace(when, first=when.first - PUBLICATION_LAG)


def _places(a: PlaceMention | None, b: PlaceMention | None) -> str:
    """Say how two places stand to each other: same, nested, country (one is a whole country), differ, or unknown."""
    if a is None or b is None or a.place is None or b.place is None:
        return "unknown"
    one, two = a.place, b.place
    if PlaceKind.COUNTRY in (one.kind, two.kind):
        return "country" if one.country == two.country else "differ"
    if one == two:
        return "same"
    if PlaceKind.REGION in (one.kind, two.kind):
        return "nested" if one.region_code and one.region_code == two.region_code else "differ"
    apart = distance_km(one, two)
    if apart <= SAME_PLACE_KM:
        return "same"
    return "nested" if apart <= max(one.radius_km, two.radius_km) else "differ"


def _parties_differ(a: Party | None, b: Party | None) -> bool:
    if a is None or b is None:
        return False
    if a.speaker and b.speaker:
        return a.speaker != b.speaker
    return bool(a.country and b.country and a.country != b.country)


def _bodies_differ(a: Report, b: Report) -> bool:
    """Whether two bodies of one state accuse, neither through a named speaker: its army and its government."""
    if a.actor is None or b.actor is None or a.actor.speaker or b.actor.speaker:
        return False
    one, two = ({m.group().lower() for m in _BODIES.finditer(r.actor.name)} for r in (a, b) if r.actor)
    return bool(one and two and not one & two)


def _weapons_differ(a: Report, b: Report) -> bool:
    kinds = {a.sub_kind, b.sub_kind}
    return len(kinds) > 1 and not kinds & _ANY_WEAPON and not any(kinds <= alike for alike in _CALLED_EITHER)


def _pairs(a: Report, b: Report) -> list[tuple[Toll, Toll]]:
    return [(x, y) for x, y in ((a.killed, b.killed), (a.injured, b.injured)) if x and y]


def _tolls_agree(a: Report, b: Report) -> bool:
    pairs = _pairs(a, b)
    return bool(pairs) and all(x.best is not None and x.best == y.best for x, y in pairs)


def _a_toll_agrees(a: Report, b: Report) -> bool:
    """Whether one of both tolls is the same in both, and more than chance would make it: the other may have grown."""
    return any(x.best is not None and x.best == y.best and x.best >= _NO_CHANCE for x, y in _pairs(a, b))


def _may_have_grown(a: Report, b: Report) -> bool:
    """Whether every toll of one is near that of the other, as when some of the injured have died since."""
    bests = [(x.best, y.best) for x, y in _pairs(a, b) if x.best is not None and y.best is not None]
    return bool(bests) and all(max(pair) <= _GROWTH * min(pair) for pair in bests)


def _sort_of_target(report: Report) -> bool:
    """Whether the words for what was hit say what sort of thing it was: a school, not "a building"."""
    return bool(target_words(report) & _TARGET_NOUNS)


def _tolls_conflict(a: Report, b: Report) -> bool:
    return any(x.best is not None and y.best is not None and x.best != y.best for x, y in _pairs(a, b))


def target_words(report: Report) -> frozenset[str]:
    """The words that name what was hit, without small words and places, singular, lower case."""
    return _words_of(report.target, tuple(p.mention.said for p in report.places))


@lru_cache(maxsize=100_000)
def _words_of(target: str, places: tuple[str, ...]) -> frozenset[str]:
    said = {w for place in places for w in place.lower().split()}
    words = re.findall(r"[a-z]{4,}", target.lower())
    return frozenset(w.removesuffix("s") for w in words if w not in SMALL_WORDS and w not in said)
