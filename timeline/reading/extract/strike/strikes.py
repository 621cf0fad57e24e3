"""Strikes: what a sentence that reports one says of weapon, doer, target, place, day and toll, and how surely.

One event needs ground: a day of its own, people hurt, or a place finer than a country, told as a fact. Habits, sums
of a war, threats and plans are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from geo.place import PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.day.apart import time_apart
from timeline.reading.extract.day.dating import date_of
from timeline.reading.extract.day.days_apart import (
    DAYS_AFTER,
    HOURS_AFTER,
    came_after,
    hours_apart,
    of_another_day,
    on_that_day,
)
from timeline.reading.extract.force.accidents import is_of_another_cause, names_another_cause
from timeline.reading.extract.force.act import Act
from timeline.reading.extract.force.doers import claimant
from timeline.reading.extract.force.force import ACT, HARMED, any_of, speaks_of_force
from timeline.reading.extract.party.parties import is_capital, parties
from timeline.reading.extract.party.persons import People
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import is_baseless, places_differ
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.told import Told
from timeline.reading.extract.sentence.within import is_at
from timeline.reading.extract.strike.acts import find_act, is_armed, is_by_hand, is_of_nothing_told, is_of_war
from timeline.reading.extract.strike.clauses import parts
from timeline.reading.extract.strike.dead_and_weapon import dead_and_weapon
from timeline.reading.extract.strike.grounds import grounded_by_story
from timeline.reading.extract.strike.in_pieces import in_pieces
from timeline.reading.extract.strike.one_strike import one_strike
from timeline.reading.extract.strike.ordinals import each_day, one_of_two, only_hurt, told_twice
from timeline.reading.extract.strike.other_stories import (
    harmless_kinds,
    is_another_story,
    is_practice,
    may_be_an_accident,
    names_an_accident,
)
from timeline.reading.extract.strike.spread import harmed_places, is_ruined
from timeline.reading.extract.strike.staging import Story
from timeline.reading.extract.strike.unreported import Genre, genre_of, goes_on_in_peace, is_unreported
from timeline.reading.extract.strike.whereabouts import COUNTS
from timeline.reading.extract.toll.breakdown import by_place
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import IN_ALL
from timeline.reading.extract.where.bystanders import is_no_scene
from timeline.reading.extract.where.roles import strike_roles
from timeline.reading.extract.where.scenes import (
    THERE,
    capital_meant,
    here,
    is_town,
    only_town,
    region_again,
    setting,
    site_again,
    the_same_town,
    theatre,
    there,
    town_before,
)
from timeline.when import TimeMention, When

_TOLD_BEFORE = re.compile(
    r"\W*(?:as\s+(?:(?:was|we|already|previously|earlier)\s+)*reported(?:\s+(?:earlier|before|previously|above))?"
    r"|earlier,?\s+(?:it\s+was|we)\s+reported(?:\s+that)?),?\s",
    re.IGNORECASE,
)
_IS_CLAIMED = re.compile(  # whatever else its sentence tells of the doer's deed is of that attack
    r"\W*(?:the|this|that|both|responsibility\s+for\s+(?:the|this|that))\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:attack|bombing|blast|explosion|strike|raid|assault|operation)s?\s+(?:was|were|has\s+been|had\s+been)\s+"
    r"(?:\w+\s+){0,2}?claimed\b",
    re.IGNORECASE,
)
_A_TOWN = re.compile(  # "hit a market in a town in North Darfur": "the town" is then no other, whatever its name
    r"\b(?:in|on|near|at|hit|struck|shelled|bombed|attacked)\s+(?:an?|another|one)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:town|village|city|hamlet|settlement)(?=\s+(?:in|of|on|near|that|which|held|under|controlled|where|\d)|[,.;]|$)",
    re.IGNORECASE,
)
_POINTS_BACK = any_of([THERE, DAYS_AFTER])
_REACTED_TO = re.compile(
    r"\b(?:condemn|denounc|deplor|decr|mourn|protest|lament)\w*\s+(?:against\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    rf"(?:{ACT.pattern})",
    re.IGNORECASE,
)
_LONG_AGO = ("week", "month", "year")  # "weeks ago a bomb went off": no later "same day" is that one
_A_WEEK = timedelta(days=7)


def find_strikes(lines: Sequence[Line], persons: People, published: When | None = None) -> Iterator[Draft]:
    """Yield a draft for each sentence that reports a strike; talk of many strikes and threats are drafts too."""
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    if not any(speaks_of_force(line.text) for line in told):
        return
    armed = any(is_armed(line) for line in told)
    if not is_another_story(told, armed=armed):
        armed = armed or any(is_of_war(line) for line in told)
        seats = {p.place.country: p for line in reversed(lines) for p in line.places if p.place and is_capital(p)}
        drafts = [*_Telling(lines, persons, seats, published, armed=armed).drafts()]
        if not any(map(_stands, drafts)):
            drafts = [grounded_by_story(d, told, published) for d in drafts]
        if armed and not any(map(_stands, drafts)) and not (is_practice(told) or names_an_accident(told)):
            story = Story(theatre(told))
            pieces = [*dead_and_weapon(told, persons, story)]
            pieces = pieces or [*(in_pieces(told, persons, story, published) if all(map(_may_be_one, drafts)) else ())]
            drafts = [*pieces, *drafts]
        yield from drafts


def _stands(draft: Draft) -> bool:
    """Whether a sentence of the body tells one strike by itself: "the blast" only goes on with another."""
    told = draft.specificity is Specificity.EVENT and draft.line.zone is Zone.BODY and draft.stance is not Stance.DENIED
    return told and draft.grounded and not (draft.refers_back and is_baseless(draft))


def _may_be_one(draft: Draft) -> bool:
    """Whether a sentence may be of one strike that the story tells in pieces: it denies, doubts or adds up none."""
    other = draft.specificity is Specificity.GENERIC and bool(draft.killed or draft.injured)
    return draft.stance is Stance.ASSERTED and draft.specificity is not Specificity.AGGREGATE and not other


class _Telling:
    """The sentences of one article as they are read in turn, and what those before lend to those after."""

    def __init__(
        self,
        lines: Sequence[Line],
        persons: People,
        seats: Mapping[str | None, PlaceMention],
        published: When | None,
        *,
        armed: bool,
    ) -> None:
        self._lines, self._persons, self._seats, self._armed = lines, persons, seats, armed
        self._published = published
        self._told = told = [line for line in lines if line.zone in REPORTING_ZONES]
        self._story = Story(theatre(told))
        self._twice = told_twice(told)
        self._silent: Line | None = None  # the line before, if it tells no act
        self._lead: Draft | None = None  # the placed strike told last, where the story tells of two
        self._site: PlaceMention | None = None  # that was struck last
        self._in_a_village_unknown = False  # the strike told last; "the village" is no other then
        self._last: Draft | None = None  # the strike told last, whose harm in other places may follow
        self._day: TimeMention | None = None  # of the strike dated last
        self._aside: Draft | None = None  # told since, of weeks before: whose day is only its paragraph's
        self._accident, self._practice = names_an_accident(told), is_practice(told)

    @cached_property
    def _harmless(self) -> frozenset[str]:
        return harmless_kinds(self._told)

    @cached_property
    def _genre(self) -> Genre:
        return genre_of(self._told)

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts of every sentence, in order."""
        for number, line in enumerate(self._told):
            drafts = each_day(line, by_place(line, self._acts(number, line)))
            if not drafts and (hurt := only_hurt(line, self._lead)):
                drafts = [hurt]
            drafts = drafts or list(harmed_places(line, self._last))
            self._silent = None if drafts else line
            yield from hours_apart(drafts)
            if not drafts and line.zone is Zone.BODY and (who := claimant(line, parties(line, self._persons))):
                yield _claimed(line, who)

    def _acts(self, number: int, line: Line) -> list[Draft]:
        acts = list(_acts(line, self._persons, armed=self._armed))
        ahead = self._told[:number]
        if not acts or is_of_nothing_told(line, ahead[-1:]):
            return []
        town = self._story.town or town_before(ahead, line) or only_town(self._lines, line)
        town = None if self._in_a_village_unknown else town
        story = replace(self._story, town=town, scene=setting(ahead, line))
        drafts = []
        for part, act, earlier in acts:
            if act is None:
                drafts += [replace(d, line=line) for d in harmed_places(part, self._last) if not earlier]
                continue
            meant = capital_meant(part, self._seats) or (there(line, part) if earlier else here(self._lines, part))
            meant = meant or the_same_town(line, part)
            told = replace(story, meant=meant, site=self._site_meant(ahead, part.text))
            draft = one_strike(part, act, parties(part, self._persons), told, self._silent)
            accident = self._accident and may_be_an_accident(part, act.sub_kind)
            accident = accident or act.sub_kind in self._harmless
            accident = accident or goes_on_in_peace(part, draft, ahead[-1:])
            if self._practice or accident or is_unreported(draft, part, act, self._genre):
                draft = replace(draft, specificity=Specificity.GENERIC)
            again = draft.refers_back or _IS_CLAIMED.match(line.text) or _TOLD_BEFORE.match(line.text)
            draft = replace(draft, line=line, refers_back=bool(again))
            if part is not line and IN_ALL.search(part.text):  # the sum of what was told in parts
                draft = replace(draft, killed=None, injured=None)
            drafts.append(self._dated(line, draft, earlier=earlier))
            self._remember(drafts[-1])
        return drafts

    def _site_meant(self, ahead: Sequence[Line], text: str) -> PlaceMention | None:
        """Find the bridge, the base or the region that the words point at: "the bridge", "there" of a base just hit."""
        there = self._site if THERE.search(text) else None
        return site_again(ahead, text) or there or region_again(ahead, text)

    def _dated(self, line: Line, draft: Draft, *, earlier: bool) -> Draft:
        """Let the day be told by the strike before: "it came a day after", "that same evening", "the second attack"."""
        aside = self._aside if self._aside and self._aside.line.paragraph == line.paragraph else None
        day = aside.when if aside else self._day
        if earlier or came_after(line):
            return of_another_day(line, draft, day, self._published)
        return one_of_two(on_that_day(draft, day), self._lead)

    def _remember(self, draft: Draft) -> None:
        struck = [p.mention for p in draft.places if p.role is Role.EVENT]
        if self._twice and not draft.nth and struck:
            self._lead = draft
        self._last = draft if draft.stance is Stance.ASSERTED else None
        if draft.hold is DateHold.OWN and draft.when and draft.when.when and draft.when.when.days == 1:
            apart = time_apart(draft.line.text)
            aside = (apart and apart.before and apart.unit in _LONG_AGO) or _is_days_before(draft.when, self._day)
            self._aside = draft if aside else None
            self._day = self._day if aside else draft.when
        town = next(filter(is_town, struck), None)
        self._site = (
            next((m for m in struck if m.place and m.place.kind is PlaceKind.SITE), None) if struck else self._site
        )
        unknown = elsewhere(draft.part, draft.act) or _A_TOWN.search(draft.part.text)
        self._in_a_village_unknown = bool(unknown) and town is None
        self._story = replace(self._story, town=town or self._story.town)


def _is_days_before(when: TimeMention, told: TimeMention | None) -> bool:
    """Whether a day lies a week or more before that of the strike told last: no later "the same day" is it."""
    one, two = when.when, told.when if told else None
    return bool(one and one.last and two and two.first and two.first - one.last >= _A_WEEK)


def _claimed(line: Line, who: Party) -> Draft:
    """Let "X claimed responsibility" tell who did what was told before it."""
    return Draft(
        kind=Kind.STRIKE,
        line=line,
        part=line,
        act=0,
        sub_kind="attack",
        when=None,
        hold=DateHold.NONE,
        places=tuple(RolePlace(m, Role.OTHER) for m in line.places),
        actor=who,
        recipients=(),
        target="",
        killed=None,
        injured=None,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        grounded=False,
        refers_back=True,
    )


def _acts(line: Line, persons: People, *, armed: bool) -> Iterator[tuple[Line, Act | None, bool]]:
    """Find each act that a sentence tells, with its part of the sentence, and whether it came before the others.

    A part beside them may tell of none, only of harm somewhere else.
    """
    act = find_act(line, parties(line, persons), armed=armed)
    if act is None and (not (speaks_of_force(line.text) and names_another_cause(line.text)) or is_by_hand(line.text)):
        return

    def tell(part: Line) -> Told | None:
        return _told(part, find_act(part, parties(part, persons), armed=armed))

    reacted = _REACTED_TO.search(line.text)
    if act and reacted and HOURS_AFTER.search(line.text, reacted.end(), act.start):
        yield line, act, False  # "condemned a strike that killed nine, hours after a drone hit a barracks"
        return
    found = False
    for part, earlier in parts(line, tell, _apart):
        own = act if part is line else find_act(part, parties(part, persons), armed=armed)
        told = _told(part, own) if earlier else None
        if own and not (told and told.place is None and told.when is None and not _POINTS_BACK.search(part.text)):
            found = True
            yield part, own, earlier
        elif own is None and part is not line:
            yield part, None, earlier
    if act and not found and HOURS_AFTER.search(line.text):  # "eleven were killed, hours after a drone hit a tent"
        yield line, act, False


def _told(part: Line, act: Act | None) -> Told | None:
    """Sum up what a stretch tells: its act, else people hurt somewhere."""
    if act:
        roles = strike_roles(part, (act.start, act.end), passive=act.passive, verb=act.verb)
        place = next((p.mention for p in roles if p.role is Role.EVENT), None)
        when, hold = date_of(part, act.start, act.end)
        return Told(act.start, act.end, act.verb, act.passive, False, place, when if hold is DateHold.OWN else None)
    place = next((p for p in part.places if p.place and is_at(part, p) and not _is_beside_harm(part, p)), None)
    other = is_of_another_cause(part.text)
    harm = tolls(part.text, part.date_spans) if place or other else None
    if harm is None or not (harm.killed or harm.injured or (place and is_ruined(part))):
        return None
    at, to = part.local(place) if place else (0, 0)
    return Told(at, to, False, False, True, place, None, other)


def _is_beside_harm(part: Line, mention: PlaceMention) -> bool:
    """Whether somebody only speaks, counts or looks into it at the place: "nine died, and police in Kyiv opened"."""
    harm = HARMED.search(part.text)
    counts = COUNTS.search(part.text, 0, part.local(mention)[0])
    return harm is not None and bool(counts or is_no_scene(part, mention, harm.span()))


def _apart(one: Told, two: Told) -> bool:
    """Whether two stretches tell of two places, or of two days."""
    if one.place and two.place and one.place.place != two.place.place:
        return places_differ(one.place, two.place)
    days = [t.when.when for t in (one, two) if t.when and t.when.when]
    return len(days) == 2 and not days[0].meets(days[1].first, days[1].last)
