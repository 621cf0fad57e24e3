"""One strike as one sentence tells it: its weapon, doer, target, places, day and toll, and how surely.

Ground for an event is a day of its own, people hurt, or a place finer than a country, told as a fact.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from geo.place import Place, PlaceKind
from timeline.event import Kind, Party, Role, RolePlace
from timeline.reading.extract.day.apart import time_apart
from timeline.reading.extract.day.dating import date_of, is_long, not_to_come, whole_night
from timeline.reading.extract.day.other_scenes import MEN_ACCUSED
from timeline.reading.extract.force.act import Act, is_past
from timeline.reading.extract.force.doers import ACCUSED_OF, doer_of
from timeline.reading.extract.force.force import NO_WEAPON, ONE_WEAPON, WEAPON
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.strike.recalled import day_of_recalled, names_a_country, recalls_act
from timeline.reading.extract.strike.specificity import ON_A_VILLAGE, specificity_of
from timeline.reading.extract.strike.spread import counts_weapons
from timeline.reading.extract.strike.staging import Story, staged
from timeline.reading.extract.strike.stance import stance_of
from timeline.reading.extract.strike.struck import target_of
from timeline.reading.extract.strike.whose_toll import counting
from timeline.reading.extract.toll.counts import DIGITS, SPELT
from timeline.reading.extract.toll.tolls import Tolls, tolls
from timeline.reading.extract.toll.totals import is_partial
from timeline.reading.extract.where.governed import of_the_defender, under_sirens
from timeline.reading.extract.where.roles import strike_roles
from timeline.reading.extract.where.scenes import Setting
from timeline.when import TimeMention

_BY_ACCUSER = re.compile(r"\sby\s")
_CHARGED_WITH = re.compile(r"\b(?:charg|indict)(?:e|es|ed|ing)?\s+[^,;:]{1,60}?\b(?:with|over|for)\s", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r",\s+(?:as|while|but|and|after|before)\s")
_SETTLEMENTS = re.compile(
    rf"\b(?:{DIGITS}|{SPELT}|several|dozens\s+of)\s+(?:[\w-]+\s+)?"
    r"(?:settlements|communities|villages|towns|localities|districts)\s+(?:of|in|across)\s",
    re.IGNORECASE,
)
_MANY_WEAPONS = re.compile(rf"\b(?:{WEAPON.pattern})(?<=s)\b", re.IGNORECASE)
_ON_SOIL = re.compile(  # "two drones exploded on Moldovan soil": no more than those
    r"\s+(?:on|onto|in|into)\s+(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+)?\s+(?:soil|territory)\b", re.IGNORECASE
)
_CROWDS = re.compile(r"\b(?:dozens|scores|hundreds|thousands|many|most|several|numerous)\s", re.IGNORECASE)
_SOON_AFTER = re.compile(r"\b(?:minutes|hours?|moments)\s+later\b", re.IGNORECASE)
_LONG_AFTER = re.compile(
    r"(?<!last\s)(?<!this\s)(?<!that\s)(?<!same\s)\b(?:weeks?|months?|years?|decades?)\s+after\s+(?:[\w'’-]+\s+){0,6}$",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(  # of days that another sentence, or nobody, names
    r"\b(?:during|in|throughout)\s+(?:the|that)\s+(?:last|previous|earlier|first|second|long|civil|\w+-(?:day|month"
    r"|year))\s+war\b|\b(?:that|the)\s+first\s+(?:day|night|week)\b|\bback\s+then\b|\bin\s+(?:those|the\s+(?:opening"
    r"|first))\s+(?:hours|days|weeks)\b",
    re.IGNORECASE,
)
_FINE = tuple(kind for kind in PlaceKind if kind is not PlaceKind.COUNTRY)
_DAYS_OF_ONE = 2  # several strikes within so many days on one place are told as one


def one_strike(line: Line, act: Act, named: Sequence[Named], story: Story, silent: Line | None) -> Draft:
    """Draft what a sentence tells of an act: ``silent`` is the sentence before it, if that tells no act."""
    plain = strike_roles(line, (act.start, act.end), passive=act.passive, verb=act.verb)
    actor = doer_of(line, act, named, plain)
    places, scene = _scene(line, act, plain, story, actor)
    when, hold = _dated(line, act)
    if hold is DateHold.NONE and scene and scene.when:
        when, hold = scene.when, DateHold.OWN if line.entry else DateHold.SPEECH
    harm = _harm(line, act, when, silent if scene and scene.line is silent else None)
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
        grounded=dated or fine or _is_counted(line, act, harm, struck),
        refers_back=act.refers_back,
        tally=_is_tally(line, act, struck),
    )


def _scene(
    line: Line, act: Act, plain: tuple[RolePlace, ...], story: Story, actor: Party | None
) -> tuple[tuple[RolePlace, ...], Setting | None]:
    """Give the act its places, and the scene that the sentences before set for it, where that tells them.

    An act that only says who somebody is has none here; what was shot down fell on the defender's land.
    """
    if (act.intercepted or act.salvo) and not _is_placed(plain) and counts_weapons(line):
        plain = of_the_defender(line, plain, story.lands, actor)
    known_of = MEN_ACCUSED.search(line.text, 0, act.start)
    places, by_scene = (plain, False) if known_of else staged(line, act, plain, story, actor.country if actor else None)
    places = _without_accuser(line, act, places)
    if act.intercepted and not _is_placed(places, _FINE):
        places = under_sirens(line, places, act.start)
    if not _is_placed(places) and (act.intercepted or act.salvo):
        places = of_the_defender(line, places, story.lands, actor)
    return places, story.scene if by_scene else None


def _is_placed(places: Sequence[RolePlace], kinds: Collection[PlaceKind] = tuple(PlaceKind)) -> bool:
    return any(p.role is Role.EVENT and (p.mention.place is None or p.mention.place.kind in kinds) for p in places)


def _harm(line: Line, act: Act, when: TimeMention | None, ahead: Line | None) -> Tolls:
    """Count the harm of the act, or that of the sentence ahead: "Twelve miners died. A drone had hit their bus"."""
    harm = tolls(counting(line, when.when if when else None, act.start), line.date_spans)
    counted_less = is_partial(harm.killed) if harm.killed else not harm.injured
    if ahead is None or not counted_less:
        return harm
    before = tolls(ahead.text, ahead.date_spans)
    return before if before.killed or before.injured else harm


def _is_counted(line: Line, act: Act, harm: Tolls, struck: Sequence[Place | None]) -> bool:
    """Whether an act without a day and a place stands on what it did: its weapons, or the people that it hurt."""
    return bool(
        (_is_named(line, act) and act.sub_kind not in NO_WEAPON and elsewhere(line, act.end))
        or ((act.salvo or act.intercepted) and counts_weapons(line))
        or (act.intercepted and struck and ONE_WEAPON.search(line.text))
        or (act.verb and struck and _ON_SOIL.match(line.text, act.end) and not _CROWDS.search(line.text, 0, act.start))
        or any(toll.best is not None for toll in harm.sure)
    )


def _is_named(line: Line, act: Act) -> bool:
    """Whether what is struck follows the act: the object of its verb, or of "is shelling the village of X"."""
    return act.verb or bool(ON_A_VILLAGE.match(line.text, act.end))


def _without_accuser(line: Line, act: Act, places: tuple[RolePlace, ...]) -> tuple[RolePlace, ...]:
    """Take what stands before "accused" for no scene of the deed: "The council in Bamako accused them of shelling"."""
    accused = ACCUSED_OF.search(line.text, 0, act.start)
    if accused is None:
        return places
    ahead = (p.role is Role.EVENT and line.local(p.mention)[1] <= accused.start() for p in places)
    return tuple(replace(p, role=Role.OTHER) if out else p for p, out in zip(places, ahead, strict=True))


def _is_tally(line: Line, act: Act, struck: Sequence[Place | None]) -> bool:
    """Whether weapons are counted that were shot down over whole regions, or sent against a whole country.

    So are the settlements that were shelled somewhere on one day.
    """
    if _SETTLEMENTS.search(line.text):
        return True
    kinds = {place.kind for place in struck if place}
    alone = ONE_WEAPON.search(line.text) and not _MANY_WEAPONS.search(line.text)
    shot_down = act.intercepted and not alone
    wide = (shot_down and kinds <= {PlaceKind.COUNTRY, PlaceKind.REGION}) or kinds == {PlaceKind.COUNTRY}
    return bool(kinds) and wide and (shot_down or act.salvo)


def _dated(line: Line, act: Act) -> tuple[TimeMention | None, DateHold]:
    """Date the act; a deed that somebody is accused of, by what is said of the deed: the rest dates the words."""
    recalled = recalls_act(line, act)
    if recalled is not None:
        day = not_to_come(day_of_recalled(line, act, recalled))
        return day, DateHold.OWN if day else DateHold.VAGUE
    when, hold = date_of(line, act.start, act.end)
    when = whole_night(not_to_come(when, past=is_past(line, act)) if act.verb else when)
    charged = _CHARGED_WITH.search(line.text, 0, act.start)
    charged = None if charged and names_a_country(line, charged.span()) else charged  # no court tries a country
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
    apart = time_apart(line.text)
    days_before = apart and apart.before and not (apart.counted or apart.of_what or apart.unit in ("minute", "hour"))
    return bool(days_before or _LONG_AFTER.search(line.text, 0, act.start) or _BACK_THEN.search(line.text))
