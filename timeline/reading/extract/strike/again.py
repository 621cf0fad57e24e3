"""Words by which a sentence speaks again of the strike told before it: "the bomb itself", "it was at 1 a.m. that"."""

from __future__ import annotations

import re

from geo.place import PlaceKind
from timeline.reading.extract.day.apart import came_before
from timeline.reading.extract.day.hours import is_night_of
from timeline.reading.extract.force.force import ACT, INTERCEPT, NO_WEAPON, ONE_WEAPON, WEAPON
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.toll.counts import SPELT

_SAID = r"(?:[^.;:]{1,200}?\b(?:said|says|added|told|according)\b[^.;:]{0,60}?\s(?:that\s+)?)?"
_THAT_WAS = re.compile(  # "It was at 1 a.m. that bombs struck the schools"; "said it was the act of a suicide bomber"
    r"\W*it\s+(?:was|had\s+been)\s+(?:(?:only|just|shortly|some\s+time)\s+)*(?:at|around|about|before|after|on|in)"
    r"\s+[^;]{1,120}?\sthat\s"
    rf"|{_SAID}\bit\s+(?:was|had\s+been)\s+(?:an?|the)\s+(?:(?:act|work|doing)\s+of\s+(?:an?\s+|the\s+)?)?"
    rf"(?:[\w-]+\s+){{0,3}}?(?:{WEAPON.pattern})",
    re.IGNORECASE,
)
_BY_THE_WEAPON = re.compile(
    rf"\b(?:by|in|from)\s+the\s+(?:blast|explosion|(?:[\w-]+\s+)?(?:{WEAPON.pattern}))(?<!s)(?:\s+itself)?"
    r"(?=\s*(?:[.,;]|$|and\b|while\b))",
    re.IGNORECASE,
)
EARLIER_THIS = re.compile(r"\bearlier\s+(?:this|that|in\s+the)\s+(?:week|month|year)\b", re.IGNORECASE)
ANOTHER = re.compile(
    r"(?<!\bit was )(?<!\bthis was )\b(?:another|second|separate|further"
    r"|an?\s+(?:later|earlier|previous|subsequent))\s+(?:\w+\s+){0,2}(?:strike|attack|raid|missile|drone|blast|explosion|bombing)"
    r"|\bin\s+(?:an?\s+(?:\w+\s+)?(?:separate|different|unrelated|second|similar|other)|another)\s+"
    r"(?:incident|attack|strike|raid)\b|\b(?:hit|struck|targeted|bombed|shelled|attacked)\s+"
    r"(?:another|a\s+(?:second|third))\s+|^\W*(?:(?:in|at|near|on)\s[^,;:]{2,60},\s+)?(?:separately|elsewhere)\b"
    r"|^\W*(?:earlier|later)\s+(?:on\s+)?(?:the\s+same|that)\s+(?:day|morning|afternoon|evening|night)\b"
    r"|^\W*also\s+(?:(?:on|early|late)\s+)*(?:(?-i:[A-Z])\w*day|in\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_THE_DAYS = re.compile(r"(?:\w+day|yesterday|today)['’]s\s+(?:\w+\s+)?", re.IGNORECASE)
_WHO_WERE = re.compile(
    r"\b(?:(?:most|many|some|half|several|\d+|two|three)\s+of\s+(?:them|whom)|including|among\s+them)\s+"
    r"(?:(?:were|are|was)\s+)?(?:(?:at\s+least|many|several|\d+)\s+)?(?P<who>[a-z]+)",
    re.IGNORECASE,
)
_SEVERAL_PLACES = re.compile(
    rf"\b(?:{SPELT}|\d+|several|various|different|a\s+number\s+of)\s+(?!one\b)(?:[a-z-]+\s+){{0,2}}?"
    r"(?:towns|villages|cities|settlements|districts|regions|provinces|areas|places|locations)\b",
    re.IGNORECASE,
)
_THE_ACT = re.compile(
    r"\W*the\s+(?:strike|attack|raid|assault|shelling|bombing|bombardment|blast|explosion|barrage)\b", re.IGNORECASE
)
_THAT_ACT = re.compile(
    r"\W*(?:in\s+)?(?:that|this)\s+(?:strike|attack|raid|assault|shelling|bombing|bombardment|blast|explosion"
    r"|barrage)\b",
    re.IGNORECASE,
)
_THE_ONE = re.compile(
    rf"\W*the\s+(?:{ONE_WEAPON.pattern}|missile|drone|rocket|shell|bomb|torpedo|device)\b", re.IGNORECASE
)
_ANYBODY = frozenset({"people", "person", "other", "civilian", "victim", "the", "a", "an"})
_A_NEW_ONE = re.compile(r"\b(?:an?|another|two|three|four|several)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_MANY = 4  # dead; that two strikes of one story killed as many would be a chance
_NEAR_ACT = 15  # characters before the act in which "Monday's" is its own
_MONTH = 28  # days
_SHORT = 2  # days


def is_told_again(draft: Draft) -> bool:
    """Whether the words take the strike for known: what follows it tells when, by what, or whom it hurt."""
    text = draft.part.text
    return bool(_THAT_WAS.match(text) or _BY_THE_WEAPON.search(text))


def shot_down_apart(group: Group, draft: Draft) -> bool:
    """Whether the one weapon that was shot down on a day is not what hit something in an undated sentence before."""
    if draft.hold is not DateHold.OWN or group.own_date is not None or draft.line.paragraph == group.last_paragraph:
        return False
    return _is_shot_down(draft) and not any(map(_is_shot_down, group.voices))


def is_what_was_sent(group: Group, draft: Draft) -> bool:
    """Whether what a country shot down is what was just sent at a place in it: "Its army said it had downed one"."""
    place = place_of(draft)
    wide = place is not None and place.place is not None and place.place.kind is PlaceKind.COUNTRY
    if draft.hold is DateHold.OWN or not wide or not INTERCEPT.match(draft.part.text, draft.act):
        return False
    return any(d.sub_kind == draft.sub_kind for d in group.voices)


def _is_shot_down(draft: Draft) -> bool:
    return bool(INTERCEPT.match(draft.part.text, draft.act) and ONE_WEAPON.search(draft.part.text))


def tells_where_it_fell(group: Group, draft: Draft) -> bool:
    """Whether "the missile" is the one that was told of a whole country: "The missile fell near Lug, in the west"."""
    wide = all(p is None or p.place is None or p.place.kind is PlaceKind.COUNTRY for p in map(place_of, group.voices))
    return wide and bool(_THE_ONE.match(draft.part.text)) and any(d.sub_kind == draft.sub_kind for d in group.voices)


def narrows_its_month(group: Group, draft: Draft) -> bool:
    """Whether a sentence gives the day, in the month told before, of what the same weapon did: "on 26 March"."""
    told, mine = group.own_date and group.own_date.when, draft.when and draft.when.when
    if not (told and mine and told.first and told.last and mine.first and mine.last) or draft.hold is not DateHold.OWN:
        return False
    inside = told.first <= mine.first and mine.last <= told.last and (told.days or 0) >= _MONTH and mine.days == 1
    weapon = draft.sub_kind not in NO_WEAPON and any(d.sub_kind == draft.sub_kind for d in group.voices)
    return inside and weapon and (place_of(draft) is None or all(place_of(d) is None for d in group.voices))


def names_its_day(group: Group, draft: Draft) -> bool:
    """Whether "Saturday's raids" gives its day to the strike told last, which has none of its own."""
    text, act = draft.part.text, draft.act
    own = not draft.line.quoted(act) and ACT.search(text, act) and _THE_DAYS.match(text, act)
    own = own or (ACT.match(text, act) and _THE_DAYS.search(text, max(0, act - _NEAR_ACT), act))
    return bool(own) and group.own_date is None


def is_of_before(group: Group, draft: Draft) -> bool:
    """Whether "earlier this month" tells of a strike before that of a known day, or "days before" of one before it."""
    if came_before(draft.part.text) and not draft.refers_back:
        return group.killed is None or draft.killed is None or group.killed.best != draft.killed.best
    own = group.own_date.when if group.own_date else None
    if own is None or own.days is None or own.days > _SHORT or draft.refers_back or draft.when is None:
        return False
    opens = EARLIER_THIS.match(draft.part.text.lstrip('“" '))
    return bool(opens or (draft.hold is DateHold.OWN and EARLIER_THIS.search(draft.when.said)))


def counts_some(group: Group, draft: Draft) -> bool:
    """Whether those whom a sentence counts are some of those counted before: "22 died, most of them students"."""
    harm, place = draft.killed, place_of(draft)
    if harm is None or group.killed is None or (harm.best or 0) > (group.killed.best or 0):
        return False
    if place is not None and all(p is None or p.place != place.place for p in map(place_of, group.voices)):
        return False
    told = (d for d in group.voices if d.killed == group.killed)
    kinds = {m["who"].lower().rstrip("s") for d in told for m in _WHO_WERE.finditer(d.part.text)}
    return any(kind in harm.said.lower() for kind in kinds - _ANYBODY)


def is_the_one_before(group: Group, draft: Draft) -> bool:
    """Whether a sentence says "that attack" of the one that the sentence before it tells of."""
    beside = (group.last_paragraph, group.last_line) == (draft.line.paragraph, draft.line.number - 1)
    return beside and _THAT_ACT.match(draft.part.text) is not None


def is_the_next(group: Group, draft: Draft) -> bool:
    """Whether a sentence opens with "the attack" right after the one that tells of it, whatever village it adds."""
    beside = (group.last_paragraph, group.last_line + 1) in (
        (draft.line.paragraph, draft.line.number),
        (draft.line.paragraph - 1, draft.line.number),
    )
    return beside and _THE_ACT.match(draft.part.text) is not None


def is_of_several(group: Group, draft: Draft) -> bool:
    """Whether "the raid on X" is one of those that the sentence before adds up: "five were killed in two towns"."""
    mine = place_of(draft)
    return mine is not None and any(_SEVERAL_PLACES.search(d.part.text) for d in group.voices)


def counts_as_many(group: Group, draft: Draft) -> bool:
    """Whether a sentence gives one day as many dead as the strike told before it, and speaks of no new blow."""
    killed = draft.killed.best if draft.killed and same_toll(group, draft) else None
    dated = any(same_day(d, draft) for d in group.voices)
    undated = group.own_date is None or draft.hold is not DateHold.OWN
    new = _A_NEW_ONE.search(draft.part.text, 0, draft.act)
    return (killed or 0) >= _MANY and (dated or (undated and not new and (killed or 0) >= 2 * _MANY))


def same_toll(group: Group, draft: Draft) -> bool:
    """Whether a sentence counts as many dead as were told before."""
    return bool(group.killed and draft.killed and group.killed.best == draft.killed.best)


def same_day(a: Draft, b: Draft) -> bool:
    """Whether both tell of one day; "overnight" is that of the day on which the night ended."""
    if a.hold is not DateHold.OWN or a.when is None or b.when is None:
        return False
    one, two = a.when.when, b.when.when
    if one is None or two is None:
        return False
    if (one.first, one.last) == (two.first, two.last) or is_night_of(one, two) or is_night_of(two, one):
        return True
    return a.line.paragraph == b.line.paragraph and one.meets(two.first, two.last)
