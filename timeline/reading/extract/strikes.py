"""Strikes: what a sentence that reports one says of weapon, doer, target, place, day and toll, and how surely.

One event needs ground: a day of its own, people hurt, or a place finer than a country, told as a fact. Habits, sums
of a war, threats and plans are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES
from timeline.event import Kind, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.acts import EFFECT, Act, clause, find_act, is_armed
from timeline.reading.extract.clauses import Told, parts
from timeline.reading.extract.dating import date_of, is_long
from timeline.reading.extract.doers import ACCUSED_OF, doer_of
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.group import places_differ
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, People, is_capital, parties
from timeline.reading.extract.roles import elsewhere, is_at, of_the_defender, of_the_victim, strike_roles
from timeline.reading.extract.speakers import says
from timeline.reading.extract.tolls import tolls
from timeline.reading.words import finder, phrases
from timeline.when import TimeMention

_OTHER_STORY = finder(phrases("workplace_and_sport"))
_NOT_OF_WAR = finder(phrases("not_of_war"))
Setting = tuple[PlaceMention, TimeMention | None]
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were)\b)", re.IGNORECASE)
_SETTING_DAYS = 2  # a longer time is no day on which something happened
_SETTING = frozenset({Cue.AT, Cue.TO, Cue.SUBJECT, Cue.NONE, Cue.OBJECT})
_MANY = finder(phrases("many_strikes"))
_UNREAL = finder(phrases("unreal"))
_SUPPOSED = re.compile(r"\bif\b|^had\s", re.IGNORECASE)
_NOT_YET = frozenset(phrases("not_yet"))
_NOT_YET_PHRASE = finder(w for w in phrases("not_yet") if " " in w)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|no\s+(?:strike|attack)s?\s+(?:took|happened|was|were))\b", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(?:alleged(?:ly)?|reported(?:ly)?|may|might|possibl[ey]|suspected|apparent(?:ly)?|believed)\b", re.IGNORECASE
)
_NEW_CLAUSE = re.compile(r",\s+(?:as|while|but|and|after|before)\s")
_HOURS = re.compile(r"\b(?:minutes|hours?)\s+after\s", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:days|weeks|months|years|decades)\b", re.IGNORECASE)
_TARGET_END = re.compile(
    r"[,;:“”\"](?:\s|$)"
    r"|\s(?:and|with|causing|kill(?:ed|ing|s)|injur(?:ed|ing)|wound(?:ed|ing)|while|after)\s",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\s+(?:has|have|had)?\s*(?:been|was|were|is|are|being|got)\s*$")
_ENOUGH_OF_ANOTHER_STORY = 3  # different words of sport, the stage or the market
_LONGEST_OF_A_COUNTRY = 6  # days: "400 drones at Ukraine this month" adds up many strikes
_THE_TOWN = re.compile(r"\bthe\s+(?:city|town|village|port)\b(?!\s+of\b)", re.IGNORECASE)


def find_strikes(lines: Sequence[Line], persons: People) -> Iterator[Draft]:
    """Yield a draft for each sentence that reports a strike; talk of many strikes and threats are drafts too."""
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    armed = any(is_armed(line) for line in told)
    if _is_another_story(told, armed=armed):
        return
    theatre = _theatre(told)
    town: PlaceMention | None = None
    before: Line | None = None
    for line in told:
        drafts: list[Draft] = []
        setting = _setting(before, line)
        before = line
        for part, act, earlier in _acts(line, persons, armed=armed):
            draft = replace(_draft(part, act, parties(part, persons), theatre, town, setting), line=line)
            drafts.append(_of_another_day(draft) if earlier else draft)
            town = next((p.mention for p in draft.places if p.role is Role.EVENT and _is_town(p.mention)), town)
        yield from _hours_apart(drafts)


def _is_another_story(lines: Sequence[Line], *, armed: bool) -> bool:
    """Whether the article is of sport, work, the stage or the market, and its weapons are figures of speech."""
    words = {m.group().lower() for line in lines for m in _OTHER_STORY.finditer(line.text)}
    if not armed or len(words) < _ENOUGH_OF_ANOTHER_STORY:
        return bool(words) and not armed
    return not any(is_armed(line) and _hurts(line) for line in lines)


def _hurts(line: Line) -> bool:
    harm = tolls(line.text, line.date_spans)
    return bool(harm.killed or harm.injured)


def _of_another_day(draft: Draft) -> Draft:
    """Leave undated what came "days before", unless it has a day of its own."""
    if draft.hold is DateHold.OWN or _HOURS.search(draft.part.text):
        return draft
    return replace(draft, when=None, hold=DateHold.VAGUE)


def _hours_apart(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Date what came "hours before" by the day of what it came before."""
    dated = next((d for d in drafts if d.hold is DateHold.OWN), None)
    for draft in drafts:
        lent = dated and draft.hold is not DateHold.OWN and _HOURS.search(draft.part.text)
        yield replace(draft, when=dated.when, hold=DateHold.SPEECH) if lent and dated else draft


def _acts(line: Line, persons: People, *, armed: bool) -> Iterator[tuple[Line, Act, bool]]:
    """Find each act that a sentence tells, with its part of the sentence, and whether it came before the others."""
    act = find_act(line, parties(line, persons), armed=armed)
    if act is None:
        return

    def tell(part: Line) -> Told | None:
        return _told(part, find_act(part, parties(part, persons), armed=armed))

    for part, earlier in parts(line, tell, _apart):
        own = act if part is line else find_act(part, parties(part, persons), armed=armed)
        told = _told(part, own) if earlier else None
        if own and not (told and told.place is None):
            yield part, own, earlier


def _told(part: Line, act: Act | None) -> Told | None:
    """Sum up what a stretch tells: its act, else people hurt somewhere."""
    if act:
        roles = strike_roles(part, (act.start, act.end), passive=act.passive, verb=act.verb)
        place = next((p.mention for p in roles if p.role is Role.EVENT), None)
        when, hold = date_of(part, act.start, act.end)
        return Told(act.start, act.end, act.verb, act.passive, False, place, when if hold is DateHold.OWN else None)
    place = next((p for p in part.places if p.place and is_at(part, p)), None)
    harm = tolls(part.text, part.date_spans) if place else None
    if place is None or harm is None or not (harm.killed or harm.injured):
        return None
    at, to = part.local(place)
    return Told(at, to, False, False, True, place, None)


def _apart(one: Told, two: Told) -> bool:
    """Whether two stretches tell of two places, or of two days."""
    if one.place and two.place and one.place.place != two.place.place:
        return places_differ(one.place, two.place)
    days = [t.when.when for t in (one, two) if t.when and t.when.when]
    return len(days) == 2 and not days[0].meets(days[1].first, days[1].last)


def _is_town(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.kind is PlaceKind.CITY


def _setting(before: Line | None, line: Line) -> Setting | None:
    """Find the town, and the day, of which the sentence before speaks: no government's seat, and nobody speaks there.

    "Three desks are empty in Sumy. Their owners were killed by a missile."
    """
    if before is None or before.paragraph != line.paragraph or before.zone is not line.zone or says(before.text):
        return None
    there = _THERE.search(line.text)
    towns = [p for p in before.places if _is_town(p) or (there and p.place and p.place.kind is PlaceKind.REGION)]
    alone = towns and not any(p.place != towns[0].place for p in towns) and not is_capital(towns[0])
    days = [t for t in before.times if t.when and t.when.days and t.when.days <= _SETTING_DAYS]
    return (towns[0], days[0] if len(days) == 1 else None) if alone and towns[0].cue in _SETTING else None


def _theatre(lines: Sequence[Line]) -> frozenset[str]:
    """Collect the countries in which the article places things: "in Ukraine's Kharkiv"."""
    placed = (p.place for ln in lines for p in ln.places if p.cue in (Cue.AT, Cue.CONTAINER))
    return frozenset(place.country for place in placed if place and place.country)


def _draft(
    line: Line,
    act: Act,
    named: Sequence[Named],
    theatre: frozenset[str],
    town: PlaceMention | None,
    setting: Setting | None,
) -> Draft:
    when, hold = _dated(line, act)
    places = strike_roles(line, (act.start, act.end), passive=act.passive, verb=act.verb)
    actor = doer_of(line, act, named, places)
    if town and not any(p.role is Role.EVENT for p in places) and _THE_TOWN.search(line.text):
        places = (*places, RolePlace(town, Role.EVENT))
    if setting and not any(p.role in (Role.EVENT, Role.ORIGIN) for p in places) and not elsewhere(line):
        places = (*places, RolePlace(setting[0], Role.EVENT))
        if hold is DateHold.NONE and setting[1]:
            when, hold = setting[1], DateHold.SPEECH
    if not any(p.role is Role.EVENT for p in places):
        places = of_the_victim(line, places, actor.country if actor else None, theatre)
    tally = act.intercepted and not any(p.role is Role.EVENT for p in places)
    if tally:
        places = of_the_defender(line, places, act.start)
    harm = tolls(line.text, line.date_spans)
    dated, hurt = hold is DateHold.OWN, bool(harm.killed or harm.injured)
    struck = [p.mention.place for p in places if p.role is Role.EVENT]
    fine = any(place and place.kind is not PlaceKind.COUNTRY for place in struck)
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
        target=_target(line, act),
        killed=harm.killed,
        injured=harm.injured,
        stance=_stance(line, act),
        specificity=_specificity(line, act, dated=dated, hurt=hurt, fine=fine),
        grounded=dated
        or fine
        or any(toll is not None and toll.best is not None for toll in (harm.killed, harm.injured)),
        refers_back=act.refers_back,
        tally=tally and any(p.role is Role.EVENT for p in places),
    )


def _dated(line: Line, act: Act) -> tuple[TimeMention | None, DateHold]:
    """Date the act; a deed that somebody is accused of, by what is said of the deed: the rest dates the words."""
    when, hold = date_of(line, act.start, act.end)
    accused = ACCUSED_OF.search(line.text, 0, act.start)
    if when is None or accused is None:
        return when, hold
    at, _ = line.local(when)
    of_the_deed = at >= accused.end() and not _NEW_CLAUSE.search(line.text, act.end, max(at, act.end))
    return when, hold if of_the_deed else DateHold.SPEECH


def _stance(line: Line, act: Act) -> Stance:
    if _DENIES.search(line.text):
        return Stance.DENIED
    if act.stance is not Stance.ASSERTED:
        return act.stance
    if ACCUSED_OF.search(line.text, 0, act.start):
        return Stance.HEDGED
    return Stance.HEDGED if _DOUBT.search(line.text, max(0, act.start - 40), act.start) else Stance.ASSERTED


def _specificity(line: Line, act: Act, *, dated: bool, hurt: bool, fine: bool) -> Specificity:
    if _MANY.search(line.text) or any(t.when is None and _VAGUE.search(t.said) for t in line.times):
        return Specificity.AGGREGATE
    if _is_unreal(line, act) or (not hurt and _NOT_OF_WAR.search(line.text)):
        return Specificity.GENERIC
    ahead = set(line.words_before(act.start, 1 if act.verb else 2))
    if act.refers_back or hurt or "the" in ahead or _has_own_day(line, act):
        ahead -= {"for"}  # "retaliation for Monday's attack", not "plans for attacks"
    if _NOT_YET & ahead or _NOT_YET_PHRASE.search(line.text, max(0, act.start - 40), act.start):
        return Specificity.GENERIC
    if act.plural and not (hurt or _has_own_day(line, act) or (dated and EFFECT.search(line.text))):
        return Specificity.AGGREGATE
    if not fine and dated and all(is_long(t.when, _LONGEST_OF_A_COUNTRY) for t in line.times):
        return Specificity.AGGREGATE
    return Specificity.EVENT


def _is_unreal(line: Line, act: Act) -> bool:
    """Whether the sentence imagines, rehearses, refutes or asks instead of telling what happened."""
    return bool(
        _UNREAL.search(line.text)
        or line.text.rstrip("”\"' ").endswith("?")
        or _SUPPOSED.search(line.text, 0, act.start)
    )


def _has_own_day(line: Line, act: Act) -> bool:
    """Whether the noun is some day's own: "Tuesday's attacks"."""
    return any(act.start <= line.local(t)[0] < act.end for t in line.times)


def _target(line: Line, act: Act) -> str:
    if act.passive and act.verb:
        ahead = _AUXILIARY.sub("", line.text[clause(line.text, act.start)[0] : act.start])
        return _trim(_without_capital(line, ahead).rsplit(", ", 1)[-1])
    if not act.verb and act.object_at == act.end:
        return ""
    stop = min([line.local(t)[0] for t in line.times if line.local(t)[0] > act.object_at] + [len(line.text)])
    return _trim(_TARGET_END.split(line.text[act.object_at : stop])[0])


def _without_capital(line: Line, words: str) -> str:
    """Lower the capital that only the sentence's beginning gives, not that of a name."""
    first = words.split(maxsplit=1)[0] if words.split() else ""
    named = any(line.local(p)[0] == 0 for p in line.places) or not first[1:].islower()
    plain = line.text.startswith(words) and not named
    return words[:1].lower() + words[1:] if plain else words


def _trim(words: str) -> str:
    return re.sub(r"^(?:\W+|into\s+|on\s+)+|\s+(?:on|in|late|early|for)$|\W+$", "", " ".join(words.split())).strip()
