"""Where a strike is placed: by its own words, else by what the story around its sentence says.

A sentence may only point ("the city", "there", "the Yemeni capital"), or leave the place out because the sentence
before, the governor who speaks or the country of the victim tells it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.place import Cue, PlaceMention
from timeline.event import Role, RolePlace
from timeline.reading.extract.force.act import Act
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.within import contains, is_region
from timeline.reading.extract.strike.struck import ANY_SORT
from timeline.reading.extract.voice.speakers import says
from timeline.reading.extract.where.governed import of_the_governor, of_the_victim, town_of_speaker
from timeline.reading.extract.where.scenes import (
    IN_RETURN,
    SAME_LAND,
    THE_TOWN,
    THERE,
    Setting,
    is_about,
    is_land_of_the_town,
    is_too_large,
    is_town,
)

Places = tuple[RolePlace, ...]
_WHEN = re.compile(
    r"\s(?:when|after|as)\s|\b(?:was|is|had|got|fared|came|suffered|paid|saw)\b[^:;.]{0,40}:\s"
)  # "Chernihiv was less lucky: two missiles hit a bakery"
_SITE_OF_IT = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,3}}?(?:{ANY_SORT.pattern})")
_SUBJECTS = frozenset({Cue.SUBJECT, Cue.NONE, Cue.OBJECT})


@dataclass(frozen=True, slots=True)
class Story:
    """What the article says around a sentence: the countries it is about, and the places that may be meant.

    ``town`` is what "the city" means, ``scene`` where the sentence before stands, ``meant`` the capital or the "there"
    that the sentence points at, ``site`` the bridge or base named before that it calls "the bridge".
    """

    lands: frozenset[str]
    town: PlaceMention | None = None
    scene: Setting | None = None
    meant: PlaceMention | None = None
    site: PlaceMention | None = None


def staged(line: Line, act: Act, places: Places, story: Story, actor: str | None) -> tuple[Places, bool]:
    """Place the strike if its own words do not, ``actor`` being the doer's country; also tell whether by ``scene``."""
    if story.meant and not any(p.role is Role.EVENT and is_town(p.mention) for p in places):
        return (*(RolePlace(p.mention, Role.OTHER) for p in places), RolePlace(story.meant, Role.EVENT)), False
    own = _losing(line, act)
    if own and all(contains(p.mention, own) for p in places if p.role is Role.EVENT):
        around = (_container(p) for p in places if p.mention is not own)
        return (*around, RolePlace(own, Role.EVENT)), False
    if story.town and _is_only_in_the_lands(line, places, story.town):
        return (*map(_container, places), RolePlace(story.town, Role.EVENT)), False
    if _is_placed(places):
        return places, False
    if own := _owner_of_site(line, act):
        return (*(p for p in places if p.mention is not own), RolePlace(own, Role.EVENT)), False
    if story.site:
        return (*places, RolePlace(story.site, Role.EVENT)), False
    if story.town and THE_TOWN.search(line.text) and not is_too_large(line, story.town):
        town = town_of_speaker(line, places) or story.town
        return (*places, RolePlace(town, Role.EVENT)), False
    if story.scene and _names_no_place(line, places, story.scene.town):
        return (*places, RolePlace(story.scene.town, Role.EVENT)), True
    governed = of_the_governor(line, places)
    return governed if _is_placed(governed) else of_the_victim(line, places, actor, story.lands), False


def _owner_of_site(line: Line, act: Act) -> PlaceMention | None:
    """Find the town whose building was struck: "Sanaa's airport was bombed"."""
    owners = (p for p in line.places if act.passive and is_town(p) and p.cue is Cue.OWNER)
    sites = ((p, _SITE_OF_IT.match(line.text, line.local(p)[1])) for p in owners)
    return next((p for p, site in sites if site and site.end() <= act.start), None)


def _losing(line: Line, act: Act) -> PlaceMention | None:
    """Find the town that the main clause is about: "Izmail lost a crane when rockets toppled it"."""
    when = _WHEN.search(line.text, 0, act.start)
    subjects = [p for p in line.places if p.cue in _SUBJECTS and when and line.local(p)[1] <= when.start()]
    towns = [p for p in subjects if is_town(p)] or [p for p in subjects if is_region(p) and line.local(p)[0] == 0]
    alone = len(towns) == 1 and not is_capital(towns[0])
    return towns[0] if when and alone and not says(line.text[: when.start()]) else None


def _is_only_in_the_lands(line: Line, places: Places, town: PlaceMention) -> bool:
    """Whether a sentence points at a town and names only the lands around it: "this town in Sumy region"."""
    struck = [p.mention for p in places if p.role is Role.EVENT]
    points = any(is_land_of_the_town(line, p) or _is_pointed_at_before(line, p) for p in struck)
    return points and all(contains(p, town) for p in struck)


def _is_pointed_at_before(line: Line, land: PlaceMention) -> bool:
    """Whether "there" stands before a land that only follows: "hit a school there, in the middle of Sumy region"."""
    return bool(THERE.search(line.text, 0, line.local(land)[0]))


def _is_of_another(line: Line, mention: PlaceMention, town: PlaceMention) -> bool:
    return is_about(line, mention) and mention.place != town.place


def _container(place: RolePlace) -> RolePlace:
    return RolePlace(place.mention, Role.CONTAINER) if place.role is Role.EVENT else place


def _is_placed(places: Places) -> bool:
    return any(p.role is Role.EVENT for p in places)


def _names_no_place(line: Line, places: Places, before: PlaceMention) -> bool:
    """Whether a sentence names no scene of its own, nor any town about which it says something else."""
    named = any(p.role in (Role.EVENT, Role.ORIGIN) or _is_of_another(line, p.mention, before) for p in places)
    return not (named or elsewhere(line) or IN_RETURN.search(line.text) or SAME_LAND.search(line.text))
