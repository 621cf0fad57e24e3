"""Strikes of an earlier day that a story goes back to: no day of theirs dates the news that was told without one.

"Shells hit a hospital in Surin. / It was hit in 2011 too." "Two died in Uman. / On 30 May drones attacked the region."
"""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.article import Zone
from timeline.reading.extract.day.apart import time_apart
from timeline.reading.extract.force.force import ACT, NO_WEAPON, WEAPON
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains
from timeline.reading.extract.strike.again import EARLIER_THIS, names_its_day
from timeline.reading.extract.strike.struck import sorts_in
from timeline.reading.extract.strike.whose_toll import recalls
from timeline.reading.extract.toll.totals import agree
from timeline.reading.extract.voice.speakers import says
from timeline.when import TimeMention, When

_OPENS_WITH_DAY = re.compile(
    r"\W*(?:(?:(?:back|earlier|late|early|only|thus|so|also)\s+)?(?:on|in|overnight|during|the|night|morning"
    r"|evening|of|nights|last|late|early|earlier)\s+)*",
    re.IGNORECASE,
)
_NOT_THE_FIRST = re.compile(
    r"\b(?:(?:had|has|have)\s+(?:already|also|previously|before|once)\s+been"
    r"|(?:was|were)\s+(?:also|already|previously|last)\s|(?:an?\s+)?(?:earlier|previous)|too|as\s+well|before)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"\W*(?:the|both|all)\s", re.IGNORECASE)  # of which was told before
_THE_SAID = re.compile(r"\W*(?:[Tt]he|[Bb]oth|[Aa]ll)\s(?!same\b)(?![A-Z])")
_SOME = re.compile(  # "A strike on", "Drones had": no strike that was told before
    r"\W*(?:(?:an?|another|two|three|four|several)\s+)?(?:(?!the\b)[\w-]+\s+){0,3}?"
    rf"(?:{WEAPON.pattern}|{ACT.pattern}|explosions?|blasts?)\b",
    re.IGNORECASE,
)
HAD = re.compile(r"\bhad\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)  # before the act: "the tower had been hit"
_OCCASION = re.compile(
    r"\b(?:following|after|since)\s+an?\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)  # "halted after a raid"
_FOLLOWS = re.compile(  # "it follows a raid on 2 May": the news came after that day
    r"\W*(?:it|this|that|(?:the|this|that|\w+day['’]s)\s+(?:[\w-]+\s+){1,3}?)\s*(?:follow(?:s|ed)|c[ao]mes?\s+after)\s+"
    rf"(?:[\w-]+\s+){{0,5}}?(?:{ACT.pattern}|{WEAPON.pattern})",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:days?|weeks?|months?|years?)\s+(?:earlier|before|later|afterwards)$", re.IGNORECASE)
_SOME_STRIKE = re.compile(  # "Some eight hours earlier, a bomb had hurt six at a market"
    r"[^.;“”\"]*?\b(?:an?|two|three|four|several)\s+(?:[\w-]+\s+){0,2}?"
    rf"(?:{WEAPON.pattern}|strikes?|attacks?|raids?|blasts?|explosions?)\b",
    re.IGNORECASE,
)
_PAST_WEEKS = re.compile(
    r"(?:(?:over|in|during)\s+)?the\s+(?:past|last)\s+(?:\w+\s+)?(?:weeks?|months?)\b", re.IGNORECASE
)
_ONCE_MORE = re.compile(r"\b(?:also|too|again|already|previously|earlier|once\s+before)\b", re.IGNORECASE)
_BESIDE = 15  # characters before the act in which "also" is said of it
_WEEK = 7  # days
_NEWS = timedelta(days=1)  # what a paper tells without a day was so long ago at most
_YEAR = 300  # days: nobody dates the news by its year alone


def goes_back(group: Group, draft: Draft, published: When | None, *, lead: bool) -> bool:
    """Whether a dated sentence tells of an earlier strike than the undated news that is told before it.

    What the ``lead`` of a story only deplores, the next sentence tells from its day on.
    """
    when = draft.when.when if draft.when else None
    if _is_before_the_news(group, draft, published) or _is_some_time_off(draft) or _is_of_weeks(group, draft):
        return True
    if draft.hold is DateHold.OWN and _FOLLOWS.match(draft.line.text):
        return True
    if draft.hold is not DateHold.OWN or draft.when is None or draft.refers_back or group.own_date is not None:
        return False
    if not (when and published and _is_past(when, published, draft)):
        return False
    other_hurt = _hurts_others(group, draft)
    if group.killed and draft.killed and agree(group.killed, draft.killed) and not other_hurt:
        return False
    another = (
        when.days is None
        or when.days > _YEAR
        or ((other_hurt or _is_another_weapon(group, draft)) and (not lead or _opens_with(draft, draft.when)))
        or _NOT_THE_FIRST.search(draft.part.text)
        or _OCCASION.search(draft.line.text, 0, draft.act)
    )
    opens = draft.line.paragraph > group.last_paragraph and _opens_with(draft, draft.when)
    told_on = not lead or _is_told_out(group) or draft.line.number > group.last_line + 1
    looks_back = (
        opens or HAD.search(draft.part.text, 0, draft.act) or when.days != 1 or _is_new(group, draft, published)
    )
    again = _THE.match(draft.part.text) or names_its_day(group, draft) or _hits_it_again(group, draft)
    return bool(another or (told_on and looks_back and not again) or (opens and _is_wider(draft, group)))


def _is_another_weapon(group: Group, draft: Draft) -> bool:
    """Whether a sentence names a weapon, and those before another: "UAVs struck X", "a bomb dropped on 4 August"."""
    told = {d.sub_kind for d in group.voices}
    return not {*told, draft.sub_kind} & NO_WEAPON and draft.sub_kind not in told


def _hurts_others(group: Group, draft: Draft) -> bool:
    """Whether a sentence counts others hurt than the news does, which would have counted its dead first."""
    if draft.killed and not group.killed and group.injured:
        return True
    tolls = ((group.killed, draft.killed), (group.injured, draft.injured))
    return any(told and mine and not agree(told, mine) for told, mine in tolls)


def _is_new(group: Group, draft: Draft, published: When) -> bool:
    """Whether "drones hit it on 2 May" is no detail of the strike told before: long ago, or it hurt people of its own.

    A lead that counts the dead leaves it to a later sentence to say when, and what hit them.
    """
    last = draft.when and draft.when.when and draft.when.when.last
    fresh = last and published.first and (published.first - last).days < _WEEK
    detail = fresh and (group.killed or group.injured) and not (draft.killed or draft.injured)
    return bool(_SOME.match(draft.part.text)) and not detail


def _is_past(when: When, published: When, draft: Draft) -> bool:
    """Whether the days told were over before the news, or are a week and more in which nothing is news of a day.

    What "had" happened, by the article's own word, came before its news though that be by a day.
    """
    if when.last is None or when.first is None or published.first is None:
        return False
    if (when.days or 0) >= _WEEK:
        return published.first - when.first > _NEWS
    had = HAD.search(draft.part.text, 0, draft.act) and not says(draft.line.text)
    return published.first - when.last > (timedelta(0) if had else _NEWS)


def _hits_it_again(group: Group, draft: Draft) -> bool:
    """Whether what a sentence says was struck is what was struck in the news: "a school", "the school".

    "The same school" was struck at another time, and "the Narva school" is told for the first time.
    """
    told = frozenset[str]().union(*(sorts_in(d.target).telling for d in group.voices))
    return bool(_THE_SAID.match(draft.target) and sorts_in(draft.target).telling & told)


def _is_before_the_news(group: Group, draft: Draft, published: When | None) -> bool:
    """Whether "earlier this month" tells of another day than that of the news: "Monday"."""
    own = group.own_date.when if group.own_date else None
    if not (own and own.first and own.last and published and published.last and draft.when) or draft.refers_back:
        return False
    fresh = own.first == own.last and published.last - own.last <= _NEWS
    return fresh and draft.hold is DateHold.OWN and bool(EARLIER_THIS.match(draft.when.said))


def _is_of_weeks(group: Group, draft: Draft) -> bool:
    """Whether it was some time "in the past two weeks", and the news is of a day."""
    own = group.own_date.when if group.own_date else None
    long = draft.hold is DateHold.OWN and draft.when is not None and _PAST_WEEKS.match(draft.when.said)
    return bool(long and own and own.days == 1) and not draft.refers_back


def _is_some_time_off(draft: Draft) -> bool:
    """Whether it was so long before or after what is told, of which nobody says the day: "a week earlier"."""
    counted = draft.when is not None and draft.when.when is None and _COUNTED.search(draft.when.said)
    return draft.hold is DateHold.VAGUE and bool(counted) and not draft.refers_back


def _opens_with(draft: Draft, day: TimeMention) -> bool:
    return bool(_OPENS_WITH_DAY.fullmatch(draft.line.text, 0, draft.line.local(day)[0]))


def _is_told_out(group: Group) -> bool:
    """Whether more than one sentence has told of it."""
    return len({d.line.number for d in group.drafts if d.line.zone is Zone.BODY}) > 1


def _is_wider(draft: Draft, group: Group) -> bool:
    """Whether it was all over a region in which the group's own place lies."""
    wide = place_of(draft)
    return wide is not None and any((p := place_of(d)) and contains(wide, p) for d in group.voices)


def goes_back_with(group: Group, before: Line, line: Line, published: When | None) -> bool:
    """Whether "that attack" is one that the sentence before sets on an earlier day than the strike told last."""
    told = any(draft.line.number == before.number for draft in group.drafts)
    day = group.own_date.when if group.own_date else published
    return not told and before.paragraph == line.paragraph and recalls(before, day)


def is_once_more(group: Group, draft: Draft, published: When | None) -> bool:
    """Whether a dated sentence tells that what an undated one struck was hit then too: "It was also hit in March".

    What was hit "again today" is the news.
    """
    if draft.refers_back or draft.hold is not DateHold.OWN or group.own_date is not None:
        return False
    day = draft.when.when if draft.when else None
    if day and day.last and published and published.last and day.last >= published.last:
        return False
    text, act = draft.part.text, draft.act
    return bool(_ONCE_MORE.search(text, max(0, act - _BESIDE), min(len(text), act + 2 * _BESIDE)))


def is_hours_off(draft: Draft) -> bool:
    """Whether a sentence opens with how long before or after the strike told last another came."""
    apart = time_apart(draft.part.text)
    return apart is not None and not draft.refers_back and bool(_SOME_STRIKE.match(draft.part.text, apart.end))
