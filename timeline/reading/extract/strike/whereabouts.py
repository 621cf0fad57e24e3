"""Where a strike happened that no sentence of its own places: what its neighbours, the headline and the dateline say.

A town is lent only where nothing speaks for another: "Explosions rocked Odesa on Monday. / A drone hit a block of
flats"; "Strike on Kharkiv market kills 12"; "KHARKIV, Ukraine (AP) - A missile hit a market". What a capital or a
reporters' base in the dateline says is where the story was filed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Role
from timeline.reading.extract.day.dating import LONGEST_OF_NEWS, may_date
from timeline.reading.extract.day.other_scenes import is_gone_to, tells_of_a_journey
from timeline.reading.extract.force.force import HIT, any_of
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import ACROSS_BORDER, elsewhere, far_off
from timeline.reading.extract.sentence.within import contains, is_region, is_water
from timeline.reading.extract.strike.referents import referent
from timeline.reading.extract.strike.struck import only_thing
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import speaks_of_harm
from timeline.reading.extract.where.bystanders import is_office, is_speakers
from timeline.reading.extract.where.datelines import filed_at
from timeline.reading.extract.where.governed import has_mayor
from timeline.reading.extract.where.one_place import only_place, strikes_its_own
from timeline.reading.extract.where.scenes import THE_TOWN, THERE, is_about, is_of_a_life, is_town
from timeline.reading.words import finder, of_class, phrases

_NEIGHBOURS = 2  # sentences before the one that tells the strike
_DAYS = 2  # a longer time is no day on which something happened
_OF_HARM = any_of(
    [finder([*of_class("strike_cues", "act", "kinetic act", "weapon"), *phrases("scene")], plural=True), HIT]
)
THE_ACT = re.compile(
    rf"\W*(?:the|this|that)\s+(?:\w+\s+){{0,2}}?"
    rf"{finder([*of_class('strike_cues', 'act', 'kinetic act'), *phrases('struck_sites')]).pattern}",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\W*(?:(?:all|most|some|none|half|many|two|three)\s+of\s+(?:them|these|those)|they|it|its|their"
    r"|the\s+(?:victims|dead|bodies))\b",
    re.IGNORECASE,
)
_OF_THE_VICTIMS = re.compile(
    r"\W*(?:(?:all|most|some|both|many|several)\s+(?:of\s+)?(?:them\s+)?|they|the\s+(?:victims|dead|men|women|children"
    r"|workers|soldiers|two|three|four|five|six))"
    r"\s+(?:had\s+|all\s+)?(?:been\s+|were\s+)?(?:died|killed|wounded|injured|perished|hurt)\b"
    r"|\W*(?:[\w-]+\s+others?|another\s+[\w-]+|[\w-]+\s+more)\s+(?:people\s+)?(?:were|was)\s+(?:wounded|injured|hurt)\b"
    r"|\W*(?:he|she)\s+(?:was|had\s+been)\s+(?:one\s+of|among)\s+(?:the\s+)?",
    re.IGNORECASE,
)
COUNTS = re.compile(  # "the health authorities in Ternopil region", "doctors in Sumy"
    r"\b(?:authorit(?:y|ies)|officials?|doctors?|medics|ministry|department|governor|mayor|police|rescuers"
    r"|services?|spokes\w+|prosecutors|headquarters|command(?:ers?)?|army|military|government|agenc(?:y|ies)"
    r"|offices?|council|administration|hospitals|mission|observers|monitors|media|opposition|parliament|lawmakers"
    r"|campaigners|activists)\s+(?:in|of|for)\s+(?:the\s+)?(?:[\w-]+['’]s\s+)?$",
    re.IGNORECASE,
)
SHIP = re.compile(
    r"\b(?:ship|vessel|tanker|freighter|carrier|boat|ferry|trawler|frigate|cruiser|freight|bulker)s?\b", re.IGNORECASE
)
_KNOWN_SITE = re.compile(  # of one place that the reader knows by now: "the roof of the hall", "the Jamarik quarter"
    rf"\b(?:the|its|their|his|her|our)\s+(?:[\w'’-]+\s+){{0,3}}?"
    rf"(?:{finder([*phrases('struck_sites'), *phrases('parts_of_a_town')], plural=True).pattern})"
    r"(?!\s+of\s+an?\s)",
    re.IGNORECASE,
)
_ACT_ON = re.compile(  # "after the attack on [Sumy]": it is the one that the next sentence tells of
    rf"\bthe\s+(?:[\w-]+\s+)?{finder(of_class('strike_cues', 'act', 'kinetic act')).pattern}"
    r"\s+(?:on|in|of)\s+(?:the\s+city\s+of\s+)?$",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"\W*(?:it|she)\s", re.IGNORECASE)
_HEADINGS = (Zone.HEADLINE, Zone.STANDFIRST)
_STORY = frozenset({*_HEADINGS, Zone.BODY})
_ACROSS_BORDER = re.compile(ACROSS_BORDER)
_AROUND = frozenset({Cue.AT, Cue.CONTAINER, Cue.NONE})
_LAND_TOLD = _AROUND | {Cue.OWNER, Cue.ATTRIBUTE, Cue.OBJECT, Cue.TO}
_SAILS = re.compile(  # over a sea where a ship is then: not "the Black Sea grain deal"
    r"\b(?:sail|cross|transit|pass|steam|mov|travel|navigat|go)\w*\s+(?:(?:through|across|over|up|down|into)\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_STANDS = frozenset({Cue.AT, Cue.TO, Cue.SUBJECT, Cue.NONE, Cue.OBJECT, Cue.ATTRIBUTE, Cue.OWNER})


def place_by_story(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Give every strike that no sentence places the town that the story around it names, if it names one."""
    told = {d.line.number: group for group in groups for d in group.drafts}
    number_of = {line.number: i for i, line in enumerate(lines)}
    for group in groups:
        at = number_of[min((d.line.zone is not Zone.BODY, d.line.number) for d in group.drafts)[1]]
        if not _lacks_place(group):
            continue
        if any(elsewhere(d.part) for d in group.drafts):
            _place_around(group, lines, at)
            off = next((far for d in group.drafts if (far := far_off(d.part))), None)
            if off and not group.finer:
                group.finer.append(off)
            continue
        if told_of := referent(groups, group, lines):
            _take_from_before(group, *told_of)
            continue
        if (own := _own_dateline(lines, at)) is not None:
            if (town := filed_at(own.places)) and _fits(group, town):
                _take(group, own, town, dated=True, counts=False)
            continue
        near = _at_sea(group, lines, at) or next(_beside(group, lines, at, told), None)
        found = near or (_at_head(groups, group, lines, at) if group is _first(groups) else None)
        found = found or _at_known_site(group, lines, at) or only_place(group, lines, at)
        if (
            found
            and _fits(group, found[1])
            and not _is_about_another(group, found[1])
            and not _is_of_the_other(group, *found)
        ):
            beside = abs(found[0].number - lines[at].number) <= 1 and found[0].zone is lines[at].zone
            _take(group, *found, dated=near is not None or beside, counts=found[0].number not in told)


def _first(groups: Sequence[Group]) -> Group:
    return min(groups, key=lambda g: min(d.line.number for d in g.drafts))


def _lacks_place(group: Group) -> bool:
    """Whether no sentence of the group names a place, save the land of those who speak or were struck.

    The country of a headline is none either, where the body says no more: the dateline may.
    """
    body = [d for d in group.drafts if d.line.zone is Zone.BODY] or group.drafts
    drafts = [d for d in group.drafts if d in body or not ((p := place_of(d)) and is_country(p))]
    places = [(d.line, p) for d in drafts for p in d.places if p.role is Role.EVENT and p.mention.place]
    told = [(line, p.mention) for line, p in places if p.mention not in group.filed]
    own = [m for line, m in told if not (is_of_people(m) or _is_owner(m) or _tell_of(line, m))]
    return not own and not group.finer and not any(d.tally for d in group.drafts)


def _is_about_another(group: Group, town: PlaceMention) -> bool:
    """Whether the strike's own sentence names another town: "X slept. Y was less lucky: a bomb fell"."""
    named = (p for d in group.drafts for p in d.line.places if is_about(d.line, p) and not _is_somebodys(d.line, p))
    return is_town(town) and any(p.place != town.place for p in named)


def _is_of_the_other(group: Group, line: Line, mention: PlaceMention) -> bool:
    """Whether a place stands in the strike's own sentence, in the part that tells of another strike."""
    parts = [d.part for d in group.drafts if d.line.number == line.number]
    return bool(parts) and all(p.text != line.text and mention not in p.places for p in parts)


def _is_owner(mention: PlaceMention) -> bool:
    """Whether the name is the country that a part of it is told by: "Ukraine's north", "Ukraine's second city"."""
    return is_country(mention) and mention.cue is Cue.OWNER


def _tell_of(line: Line, mention: PlaceMention) -> bool:
    """Whether the name is the land of those who tell of the strike: "authorities in Punjab province"."""
    land = is_region(mention) or is_country(mention)
    return land and bool(COUNTS.search(line.text, 0, line.local(mention)[0]))


def is_of_people(mention: PlaceMention) -> bool:
    """Whether the name is the country of those who speak or suffer: "authorities in Iran", "Ukrainian sites"."""
    return is_country(mention) and mention.cue in (Cue.DEMONYM, Cue.ATTRIBUTE)


def is_country(mention: PlaceMention) -> bool:
    """Whether the name was read as that of a country."""
    return mention.place is not None and mention.place.kind is PlaceKind.COUNTRY


def _fits(group: Group, mention: PlaceMention) -> bool:
    """Whether a town lies in whatever the group is placed in so far."""
    places = [p for d in group.drafts if (p := place_of(d)) is not None and p not in group.filed]
    return all(contains(place, mention) for place in places)


def _take(group: Group, line: Line, mention: PlaceMention, *, dated: bool, counts: bool) -> None:
    """Place the strike by another sentence, with its day, and with the dead that it counts if it tells no strike."""
    group.finer.append(mention)
    group.added.append(line)
    of_harm = bool(_OF_HARM.search(line.text) or speaks_of_harm(line.text))
    longest = LONGEST_OF_NEWS if of_harm else _DAYS
    days = [t for t in line.times if t.when and t.when.days and t.when.days <= longest and may_date(line, t)]
    if dated and group.lent is None and len(days) == 1:
        group.lent = days[0]
    harm = tolls(line.text, line.date_spans) if counts and dated and of_harm and group.killed is None else None
    if harm and line.zone is Zone.BODY:
        group.killed, group.injured = harm.killed, group.injured or harm.injured
    if not any(d.target for d in group.drafts):
        group.target = only_thing(line)


def _take_from_before(group: Group, line: Line, mention: PlaceMention | None) -> None:
    """Place the strike where something stands that it speaks of again, whose own day and dead are not its."""
    if mention and _fits(group, mention) and not _is_about_another(group, mention):
        group.finer.append(mention)
        group.added.append(line)


def _place_around(group: Group, lines: Sequence[Line], at: int) -> None:
    """Place a strike on a village that is not known in the one region that the lines around it and the headline name.

    Where they name none, the one country will do that is not the doer's. Across the border, neither does.
    """
    if any(_ACROSS_BORDER.search(d.part.text) for d in group.drafts):
        return
    near = [line for line in lines[max(0, at - 1) : at + 3] if line.zone is lines[at].zone]
    near += [line for line in lines if line.zone in _HEADINGS]
    doers = {d.actor.country for d in group.drafts if d.actor}
    named = [(line, p) for line in near for p in line.places if p.place and not is_speakers(line, line.local(p)[0])]
    regions = [(line, p) for line, p in named if is_region(p) and p.cue in _LAND_TOLD]
    countries = [(line, p) for line, p in named if is_country(p) and p.cue in _AROUND and _country(p) not in doers]
    found = regions or countries
    if len({p.place for _, p in found}) == 1 and _fits(group, found[0][1]):
        group.finer.append(found[0][1])
        group.added.append(found[0][0])


def _country(mention: PlaceMention) -> str | None:
    return mention.place.country if mention.place else None


def _beside(
    group: Group, lines: Sequence[Line], at: int, told: dict[int, Group]
) -> Iterator[tuple[Line, PlaceMention]]:
    """Yield the town that a sentence just before names, as one of harm, or the one after, of the attack itself."""
    for i in range(at - 1, max(-1, at - 1 - _NEIGHBOURS), -1):
        line = lines[i]
        if line.zone is not lines[at].zone or told.get(line.number, group) is not group:
            break
        again = _names_its_place_again(lines[at])
        town = _only_town(line) if _OF_HARM.search(line.text) or again else None
        if town is None and THERE.search(lines[at].text):
            town = _only_region(line)
        if town and _is_of_its_day(group, line, lines[at]):
            yield line, town
    for line in lines[at + 1 : at + 2]:
        if line.zone is lines[at].zone and THE_ACT.match(line.text) and (town := _only_town(line)):
            yield line, town


def _is_of_its_day(group: Group, before: Line, line: Line) -> bool:
    """Whether the sentence before may tell of the strike's day; a paragraph that gives a day begins anew."""
    own = group.own_date.when if group.own_date else None
    days = [t.when for t in before.times if t.when and t.when.days]
    if own is None or not days:
        beside = before.paragraph == line.paragraph or _points_back(line)
        return own is None or beside or any(_ACT_ON.search(before.text, 0, before.local(p)[0]) for p in before.places)
    return any(own.meets(day.first, day.last) for day in days)


def _points_back(line: Line) -> bool:
    """Whether a sentence speaks of whom or where the one before did: "they", "there", "the town"."""
    return bool(_OF_THEM.match(line.text)) or _names_its_place_again(line)


def tells_of_victims(line: Line) -> bool:
    """Whether a sentence says how those died of whom the one before spoke: "They were killed when", "He was one of"."""
    return bool(_OF_THE_VICTIMS.match(line.text))


def _names_its_place_again(line: Line) -> bool:
    return bool(THERE.search(line.text) or THE_TOWN.search(line.text))


def _at_head(groups: Sequence[Group], group: Group, lines: Sequence[Line], at: int) -> tuple[Line, PlaceMention] | None:
    """Find the one town of the headline, else that of a dateline, for the strike that is told first."""
    heads = [line for line in lines if line.zone in _HEADINGS and _OF_HARM.search(line.text)]
    found = [(line, town) for line in heads for town in _towns(line)]
    if found:
        return found[0] if len({town.place for _, town in found}) == 1 else None
    if (story := _town_of_story(lines, at)) and _points_back(lines[at]):
        return story
    filed = next((line for line in lines if line.zone is Zone.DATELINE and line.places), None)
    town = filed_at(filed.places) if filed else None
    if filed is None or town is None or _is_placed_elsewhere(lines[: at + 1], town):
        return None
    return filed, town


def _own_dateline(lines: Sequence[Line], at: int) -> Line | None:
    """Find the dateline that opens the strike's own paragraph after the first story: a brief of its own."""
    filed = [line for line in lines[:at] if line.zone is Zone.DATELINE]
    own = filed[-1] if filed and filed[-1].paragraph == lines[at].paragraph else None
    body = next((line for line in lines if line.zone is Zone.BODY), None)
    return own if own and body and body.number < own.number else None


def _town_of_story(lines: Sequence[Line], at: int) -> tuple[Line, PlaceMention] | None:
    """Find the town that the headline and the story so far name, and no other."""
    told = [(line, town) for line in lines[:at] if line.zone in REPORTING_ZONES for town in _towns(line)]
    alone = len({town.place for _, town in told}) == 1 and not is_capital(told[0][1])
    zones = {line.zone for line, _ in told}
    return told[0] if alone and Zone.BODY in zones and zones & {*_HEADINGS} else None


def _at_known_site(group: Group, lines: Sequence[Line], at: int) -> tuple[Line, PlaceMention] | None:
    """Find the only town that the story has named so far, for a strike on what it takes to be known: "the school"."""
    if not any(_KNOWN_SITE.search(d.part.text) for d in group.drafts):
        return None
    named = ((ln, p) for ln in lines[:at] if ln.zone in _STORY for p in ln.places if is_town(p))
    told = [(ln, p) for ln, p in named if not _is_somebodys(ln, p)]
    standing = [(ln, p) for ln, p in told if p.cue in _STANDS and not tells_of_a_journey(ln, p)]
    alone = standing and len({p.place for _, p in told if p.cue is not Cue.FROM}) == 1
    return standing[-1] if alone and not strikes_its_own(group, standing[-1][1]) else None


def _at_sea(group: Group, lines: Sequence[Line], at: int) -> tuple[Line, PlaceMention] | None:
    """Find the only sea that the story has named so far, for a strike on a ship that is in no port."""
    about = [d.part.text for d in group.drafts]
    about += [lines[at - 1].text] if at and _IT_WAS.match(lines[at].text) else []
    if not any(SHIP.search(text) for text in about):
        return None
    told = [(ln, p) for ln in lines[: at + 1] if ln.zone in _STORY for p in ln.places if is_water(p)]
    there = [(ln, p) for ln, p in told if p.cue is Cue.AT or _SAILS.search(ln.text, 0, ln.local(p)[0])]
    return there[-1] if there and len({p.place for _, p in told}) == 1 else None


def _is_placed_elsewhere(lines: Sequence[Line], town: PlaceMention) -> bool:
    """Whether the story, up to the strike, is set in a place that the town does not lie in."""
    named = (p for line in lines if line.zone is not Zone.DATELINE for p in line.places if p.cue in (Cue.AT, Cue.TO))
    return any(p.place and p.place != town.place and not contains(p, town) for p in named)


def _only_town(line: Line) -> PlaceMention | None:
    towns = _towns(line)
    return towns[0] if towns and len({t.place for t in towns}) == 1 else None


def _only_region(line: Line) -> PlaceMention | None:
    regions = [p for p in line.places if is_region(p) and p.cue in _AROUND]
    return regions[0] if len({p.place for p in regions}) == 1 and not _towns(line) else None


def _towns(line: Line) -> list[PlaceMention]:
    """Collect the towns where something is or is done, not who governs or speaks."""
    return [p for p in line.places if is_town(p) and p.cue in _STANDS and not _is_somebodys(line, p)]


def _is_somebodys(line: Line, mention: PlaceMention) -> bool:
    start, end = line.local(mention)
    if has_mayor(line, mention):
        return False
    seat = is_capital(mention) and (mention.cue not in (Cue.AT, Cue.OBJECT, Cue.TO) or is_gone_to(line, mention))
    return seat or is_office(line, start, end) or is_of_a_life(line, start)
