"""Strikes: what a sentence that reports one says of weapon, doer, target, place, day and toll, and how surely.

One event needs ground: a day of its own, people hurt, or a place finer than a country, told as a fact. Habits, sums
of a war, threats and plans are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from geo.place import Place, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.day.dating import date_of, is_long, not_to_come, whole_night
from timeline.reading.extract.day.days_apart import (
    DAYS_AFTER,
    HOURS_AFTER,
    came_after,
    hours_apart,
    of_another_day,
    on_that_day,
)
from timeline.reading.extract.day.other_scenes import MEN_ACCUSED
from timeline.reading.extract.force.accidents import is_of_another_cause, names_another_cause
from timeline.reading.extract.force.act import Act, is_past
from timeline.reading.extract.force.doers import ACCUSED_OF, claimant, doer_of
from timeline.reading.extract.force.force import WEAPON, any_of, speaks_of_force
from timeline.reading.extract.party.parties import Named, People, is_capital, parties
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import places_differ
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.told import Told
from timeline.reading.extract.sentence.within import is_at
from timeline.reading.extract.strike.acts import find_act, is_armed, is_of_nothing_told, is_of_war
from timeline.reading.extract.strike.clauses import parts
from timeline.reading.extract.strike.grounds import grounded_by_story
from timeline.reading.extract.strike.ordinals import one_of_two, only_hurt, told_twice
from timeline.reading.extract.strike.other_stories import (
    harmless_kinds,
    is_another_story,
    is_practice,
    may_be_an_accident,
    names_an_accident,
)
from timeline.reading.extract.strike.recalled import day_of_recalled, recalls_act
from timeline.reading.extract.strike.spread import counts_weapons, harmed_places, is_ruined
from timeline.reading.extract.strike.staging import Story, staged
from timeline.reading.extract.strike.struck import target_of
from timeline.reading.extract.strike.sureness import specificity_of, stance_of
from timeline.reading.extract.strike.unreported import Genre, genre_of, goes_on_in_peace, is_unreported
from timeline.reading.extract.strike.whose_toll import counting
from timeline.reading.extract.toll.breakdown import by_place
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import is_partial
from timeline.reading.extract.where.governed import of_the_defender, under_sirens
from timeline.reading.extract.where.roles import strike_roles
from timeline.reading.extract.where.scenes import (
    THERE,
    capital_meant,
    is_town,
    only_town,
    setting,
    theatre,
    there,
    town_before,
)
from timeline.when import TimeMention, When

_BY_ACCUSER = re.compile(r"\sby\s")
_CHARGED_WITH = re.compile(r"\b(?:charg|indict)(?:e|es|ed|ing)?\s+[^,;:]{1,60}?\b(?:with|over|for)\s", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r",\s+(?:as|while|but|and|after|before)\s")
_ONE_WEAPON = re.compile(
    rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}?(?:{WEAPON.pattern})(?<!s)(?!\w)", re.IGNORECASE
)
_SOON_AFTER = re.compile(r"\b(?:minutes|hours?|moments)\s+later\b", re.IGNORECASE)
_POINTS_BACK = any_of([THERE, DAYS_AFTER])
_LONG_AFTER = re.compile(r"\b(?:weeks?|months?|years?|decades?)\s+after\s+(?:[\w'’-]+\s+){0,6}$", re.IGNORECASE)
_BACK_THEN = re.compile(  # of days that another sentence, or nobody, names
    r"\b(?:during|in|throughout)\s+(?:the|that)\s+(?:last|previous|earlier|first|second|long|civil|\w+-(?:day|month"
    r"|year))\s+war\b|\b(?:that|the)\s+first\s+(?:day|night|week)\b|\bback\s+then\b|\bin\s+(?:those|the\s+(?:opening"
    r"|first))\s+(?:hours|days|weeks)\b",
    re.IGNORECASE,
)
_DAYS_OF_ONE = 2  # several strikes within so many days on one place are told as one


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
        alone = not any(d.grounded and d.specificity is Specificity.EVENT for d in drafts if d.line.zone is Zone.BODY)
        yield from (grounded_by_story(d, told) if alone else d for d in drafts)


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
        self._last: Draft | None = None  # the strike told last, whose harm in other places may follow
        self._day: TimeMention | None = None  # of the strike dated last
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
            drafts = by_place(line, self._acts(number, line))
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
        here = replace(self._story, town=town, scene=setting(ahead, line))
        drafts = []
        for part, act, earlier in acts:
            if act is None:
                drafts += [replace(d, line=line) for d in harmed_places(part, self._last)]
                continue
            meant = capital_meant(part, self._seats) or (there(line, part) if earlier else None)
            draft = _draft(part, act, parties(part, self._persons), replace(here, meant=meant), self._silent)
            accident = self._accident and may_be_an_accident(part, act.sub_kind)
            accident = accident or act.sub_kind in self._harmless
            accident = accident or goes_on_in_peace(part, draft, ahead[-1:])
            if self._practice or accident or is_unreported(draft, part, act, self._genre):
                draft = replace(draft, specificity=Specificity.GENERIC)
            draft = replace(draft, line=line)
            drafts.append(self._dated(line, draft, earlier=earlier))
            self._remember(drafts[-1])
        return drafts

    def _dated(self, line: Line, draft: Draft, *, earlier: bool) -> Draft:
        """Let the day be told by the strike before: "it came a day after", "that same evening", "the second attack"."""
        if earlier or came_after(line):
            return of_another_day(line, draft, self._day, self._published)
        return one_of_two(on_that_day(draft, self._day), self._lead)

    def _remember(self, draft: Draft) -> None:
        struck = [p.mention for p in draft.places if p.role is Role.EVENT]
        if self._twice and not draft.nth and struck:
            self._lead = draft
        self._last = draft if draft.stance is Stance.ASSERTED else None
        if draft.hold is DateHold.OWN and draft.when and draft.when.when and draft.when.when.days == 1:
            self._day = draft.when
        self._story = replace(self._story, town=next(filter(is_town, struck), self._story.town))


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
    if act is None and not (speaks_of_force(line.text) and names_another_cause(line.text)):
        return

    def tell(part: Line) -> Told | None:
        return _told(part, find_act(part, parties(part, persons), armed=armed))

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
    place = next((p for p in part.places if p.place and is_at(part, p)), None)
    other = is_of_another_cause(part.text)
    harm = tolls(part.text, part.date_spans) if place or other else None
    if harm is None or not (harm.killed or harm.injured or (place and is_ruined(part))):
        return None
    at, to = part.local(place) if place else (0, 0)
    return Told(at, to, False, False, True, place, None, other)


def _apart(one: Told, two: Told) -> bool:
    """Whether two stretches tell of two places, or of two days."""
    if one.place and two.place and one.place.place != two.place.place:
        return places_differ(one.place, two.place)
    days = [t.when.when for t in (one, two) if t.when and t.when.when]
    return len(days) == 2 and not days[0].meets(days[1].first, days[1].last)


def _draft(line: Line, act: Act, named: Sequence[Named], story: Story, silent: Line | None) -> Draft:
    when, hold = _dated(line, act)
    plain = strike_roles(line, (act.start, act.end), passive=act.passive, verb=act.verb)
    actor = doer_of(line, act, named, plain)
    known_of = MEN_ACCUSED.search(line.text, 0, act.start)  # an act that only says who somebody is has no scene here
    places, by_scene = (plain, False) if known_of else staged(line, act, plain, story, actor.country if actor else None)
    scene = story.scene if by_scene else None
    if hold is DateHold.NONE and scene and scene.when:
        when, hold = scene.when, DateHold.OWN if line.entry else DateHold.SPEECH
    places = _without_accuser(line, act, places)
    if act.intercepted and not any(p.role is Role.EVENT for p in places):
        places = under_sirens(line, places, act.start)
    unplaced = not any(p.role is Role.EVENT for p in places)
    if unplaced and (act.intercepted or act.salvo):
        own = tuple(p for p in places if not (actor and p.mention.place and p.mention.place.country == actor.country))
        places = (*of_the_defender(line, own, len(line.text)), *(p for p in places if p not in own))
    harm = tolls(counting(line, when.when if when else None, act.start), line.date_spans)
    counted_less = is_partial(harm.killed) if harm.killed else not harm.injured
    if (
        scene and scene.line is silent and counted_less
    ):  # "Twelve miners were killed in Sumy. A drone had hit their bus"
        ahead = tolls(silent.text, silent.date_spans)
        harm = ahead if ahead.killed or ahead.injured else harm
    dated, hurt = hold is DateHold.OWN, any(toll.best != 0 for toll in harm.sure)
    struck = [p.mention.place for p in places if p.role is Role.EVENT]
    fine = any(place and place.kind is not PlaceKind.COUNTRY for place in struck)
    on_a_day = dated and when is not None and not is_long(when.when, _DAYS_OF_ONE)
    return Draft(
        kind=Kind.STRIKE,
        line=line,
        part=line,
        act=act.start,
        sub_kind=act.sub_kind,
        when=when,
        hold=hold,
        places=places,
        actor=actor,
        recipients=(),
        target=target_of(line, act),
        killed=harm.killed,
        injured=harm.injured,
        stance=stance_of(line, act),
        specificity=specificity_of(
            line, act, on_a_day=on_a_day, placed=bool(struck), dated=dated, hurt=hurt, fine=fine
        ),
        grounded=dated
        or fine
        or (act.verb and act.sub_kind not in ("attack", "blast") and elsewhere(line, act.end))
        or ((act.salvo or act.intercepted) and counts_weapons(line))
        or (act.intercepted and bool(struck) and bool(_ONE_WEAPON.search(line.text)))
        or any(toll.best is not None for toll in harm.sure),
        refers_back=act.refers_back,
        tally=_is_tally(act, struck),
    )


def _without_accuser(line: Line, act: Act, places: tuple[RolePlace, ...]) -> tuple[RolePlace, ...]:
    """Take what stands before "accused" for no scene of the deed: "The council in Bamako accused them of shelling"."""
    accused = ACCUSED_OF.search(line.text, 0, act.start)
    if accused is None:
        return places
    ahead = (p.role is Role.EVENT and line.local(p.mention)[1] <= accused.start() for p in places)
    return tuple(replace(p, role=Role.OTHER) if out else p for p, out in zip(places, ahead, strict=True))


def _is_tally(act: Act, struck: Sequence[Place | None]) -> bool:
    """Whether weapons are counted that were shot down over whole regions, or sent against a whole country."""
    kinds = {place.kind for place in struck if place}
    wide = (act.intercepted and kinds <= {PlaceKind.COUNTRY, PlaceKind.REGION}) or kinds == {PlaceKind.COUNTRY}
    return bool(kinds) and wide and (act.intercepted or act.salvo)


def _dated(line: Line, act: Act) -> tuple[TimeMention | None, DateHold]:
    """Date the act; a deed that somebody is accused of, by what is said of the deed: the rest dates the words."""
    recalled = recalls_act(line, act)
    if recalled is not None:
        day = not_to_come(day_of_recalled(line, act, recalled))
        return day, DateHold.OWN if day else DateHold.VAGUE
    when, hold = date_of(line, act.start, act.end)
    when = whole_night(not_to_come(when, past=is_past(line, act)) if act.verb else when)
    charged = _CHARGED_WITH.search(line.text, 0, act.start)
    if when is not None and hold is DateHold.VAGUE and _SOON_AFTER.search(when.said):
        when, hold = None, DateHold.NONE  # on the day of what came before
    of_the_court = charged and when is not None and line.local(when)[0] < act.end
    if of_the_court or (hold is not DateHold.OWN and _is_long_past(line, act)):
        return None, DateHold.VAGUE
    accused = ACCUSED_OF.search(line.text, 0, act.start)
    if when is None or accused is None:
        return when, hold
    at, _ = line.local(when)
    agent = act.end <= at and _BY_ACCUSER.search(line.text, act.end, at)  # "was accused of it by Y on Monday"
    of_the_deed = at >= accused.end() and not agent and not _NEW_CLAUSE.search(line.text, act.end, max(at, act.end))
    return when, hold if of_the_deed else DateHold.SPEECH


def _is_long_past(line: Line, act: Act) -> bool:
    """Whether something came weeks or years after the act, and nobody says when that was."""
    return bool(_LONG_AFTER.search(line.text, 0, act.start) or _BACK_THEN.search(line.text))
