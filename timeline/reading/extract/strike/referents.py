"""What "the plant", "that base", "it" or "there" means in a strike that names no place: what the article told of last.

"Drones set fire to a refinery in Syzran. / It supplies the army. / The plant was hit in March too." A thing is meant by
the nearest earlier one of its sort, never by two that are equally near, and not across another scene.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.group import Group, place_of, places_differ
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains, is_region, is_water
from timeline.reading.extract.strike.struck import ANY_SORT, BY_THE_WAY, SORTS, singular, sorts_in
from timeline.reading.extract.where.governed import region_of
from timeline.reading.extract.where.one_place import strikes_its_own
from timeline.reading.extract.where.scenes import SAME_LAND, THERE, is_town

_REACH = 12  # sentences back in which "the plant" finds its plant
_SCENE = 4  # sentences back in which "there" finds its scene
_DEFINITE = r"(?:the|that|this|those|these)(?:\s+(?:very\s+)?same)?"
_ADJECTIVE = r"(?!(?:the|an?|its|of|in|at|on|and)\s)[a-z][\w-]*"
_THE_THING = re.compile(
    rf"(?i:\b{_DEFINITE})\s+(?P<name>(?-i:[A-Z][\w'’-]*\s+){{0,3}})(?:{_ADJECTIVE}\s+){{0,2}}?"
    rf"(?P<noun>{ANY_SORT.pattern})"
)
_TOLD_APART = re.compile(
    r",?\s+(?:(?:in|at|near|outside|on)\s+(?:an?\s+|the\s+|its\s+|[A-Z])|(?:of|for|called|named)\s|[A-Z])"
)
_STRUCK_AT = re.compile(r"\b(?:at|on|against|upon|hit|struck|of|into|inside)\s+$", re.IGNORECASE)
_THE_PLACE = re.compile(
    rf"(?:\b(?:at|on|in|against|hit|struck|of)\s+|^\W*)(?:{_DEFINITE})\s+"
    r"(?:complex|compound|facility|installation|site|spot|place)\b"
    r"(?!\s+(?:of|in|at|near)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\bnearby(?=\s*(?:[.,;]|$|(?:and|in|at|on|killed|wounded|later|when|as|after)\b))"
    r"|\b(?:close|near)\s+by(?=\s*(?:[.,;]|$|and\b|killed\b))|\b(?:\d+|a\s+few|(?:some\s+|a\s+)?hundreds?(?:\s+of)?"
    r"|several)\s*(?:hundred\s+)?(?:m|met(?:re|er)s|yards|feet|blocks)\s+(?:away|off|apart|further)\b",
    re.IGNORECASE,
)
_A_REGION = re.compile(r"\bsame\s+(?:[\w-]+\s+)?(?:region|province|oblast|governorate|state)\b", re.IGNORECASE)
_SAME_PLACE = re.compile(
    r"\b(?:in|at|on|near|of)\s+(?:the\s+same|that)\s+(?:[\w-]+\s+)?(?:place|spot|site|area|neighbou?rhood|quarter"
    r"|city|town|village|camp|street|square|port|settlement|building)\b",
    re.IGNORECASE,
)
_IT = re.compile(  # "fell on it again", "and a strike on 16 March set it ablaze"
    r"(?:\s+(?:\w+\s+)?(?:on|at|near|against))?\s+it\b(?!\s+(?:was|is|had|has|would|will|said|came)\b)"
    r"|[^;:]{0,60}?\b(?:set|left|hit|struck|put|burn(?:ed|t)|damaged|destroyed|shelled|bombed|attacked|targeted"
    r"|wrecked|gutted|halted|shut|stopped|forced|knocked)\s+it\b",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"(?<!said\s)(?<!says\s)(?<!that\s)\bit\s+(?:(?:was|had|has|been|came|also|already|previously|once|again|too"
    r"|last)\s+)+$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:again|already|before|previously|earlier|once\s+more|too|also|same|that|time)\b", re.IGNORECASE
)
_TO_NAME = re.compile(r",?\s+(?:in|at|of|near|outside|serving|on)\s+(?:the\s+)?(?:(?!and\b|or\b|to\b)[a-z-]+\s+){0,4}?")
_TO_NOUN = re.compile(r"(?:['’]s?)?\s+(?:(?!and\b|or\b|to\b|was\b|were\b|in\b)[A-Za-z][\w’'-]*\s+){0,3}?")
_ANY_THING = re.compile(r"(?i:\b(?:an?|another|one|two|three|several))\s+(?:[\w-]+\s+){0,2}$")
_ONE_OF = re.compile(r"\bone\s+of\s+(?:[\w'’-]+\s+){1,4}$", re.IGNORECASE)
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT})
_POINTS_AT_SCENE = (THERE, _BESIDE, _THE_PLACE, _SAME_PLACE)
_STORY = frozenset({Zone.HEADLINE, Zone.STANDFIRST, Zone.BODY})


@dataclass(frozen=True, slots=True)
class _Scene:
    """A strike told at a place: in which sentence, where in it, and what was hit."""

    line: Line
    act: int
    place: PlaceMention | None
    target: str


Told = tuple[Line, PlaceMention | None]


def referent(groups: Sequence[Group], group: Group, lines: Sequence[Line]) -> Told | None:
    """Find where the strike was that only points at its place, with the sentence that told of it.

    There is no place with that sentence where it names two, or none: then nothing else in the story tells it.
    """
    scenes = _scenes(groups, group)
    for draft in (d for d in group.drafts if d.line.zone is Zone.BODY):
        found = _of_thing(draft, scenes, lines) or _of_scene(draft, scenes, lines) or _of_land(draft, scenes, lines)
        if found:
            line, place = found
            return line, place if place and not strikes_its_own(group, place) else None
    return None


def _scenes(groups: Sequence[Group], group: Group) -> list[_Scene]:
    """List where the other strikes were told, in the order of the text; one that is nowhere has no place."""
    told = [
        _Scene(d.line, d.act, _place_told(other, d), d.target)
        for other in groups
        if other is not group
        for d in other.drafts
    ]
    return sorted(told, key=lambda s: (s.line.number, s.act))


def _place_told(group: Group, draft: Draft) -> PlaceMention | None:
    """Give the one point that a sentence or its event names, else the one region; None for two of them or none."""
    own = place_of(draft)
    if own is not None and own.place and (own.place.kind in _POINTS or is_water(own)) and own not in group.filed:
        return own
    voices = (p for d in group.voices if (p := place_of(d)) is not None and p not in group.filed)
    named = [p for p in [*group.finer, *voices] if p.place]
    told = [p for p in named if p.place and p.place.kind in _POINTS] or [p for p in named if is_region(p)]
    return told[0] if told and all(p.place == told[0].place for p in told) else None


def _of_thing(draft: Draft, scenes: Sequence[_Scene], lines: Sequence[Line]) -> Told | None:
    """Find where "the plant" stands: with the nearest thing of its sort that was told before."""
    name, sorts = next(_things_meant(draft), ("", frozenset[str]()))
    if not sorts:
        return None
    again, passed = _AGAIN.search(draft.part.text), list[PlaceMention]()
    for line in _back(lines, draft.line, _REACH):
        end = draft.act if line.number == draft.line.number else len(line.text)
        here = [s for s in scenes if s.line.number == line.number and s.act < end]
        called = [*_called(line, name)]
        spots = called or [*_spots(line, end, sorts, here)]
        if spots and name in line.text:
            place = spots[0]
            one = place is not None and all(spot and spot.place == place.place for spot in spots)
            apart = any(places_differ(place, other) for other in passed)
            one = one and (
                bool(name) or _may_be_meant(place, sorts, here, [s for s in scenes if s.line.number < line.number])
            )
            return line, place if one and (again or not apart) else None
        passed += [s.place for s in here if s.place]
    return None


def _may_be_meant(
    place: PlaceMention | None, sorts: frozenset[str], here: Sequence[_Scene], before: Sequence[_Scene]
) -> bool:
    """Whether a thing was struck itself, or none of its sort was elsewhere, of which the story may speak again."""
    if any(s.place and place and s.place.place == place.place for s in here):
        return True
    return not any(sorts & sorts_in(s.target).all and places_differ(place, s.place) for s in before)


def _things_meant(draft: Draft) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the name, if any, and the sorts of what the words take for known: "that plant", "the Tanfa camp"."""
    for match in _THE_THING.finditer(draft.part.text):
        noun = match["noun"]
        target = match.group().casefold() in draft.target.casefold()
        hit = target or (match.end() > draft.act and _STRUCK_AT.search(draft.part.text, 0, match.start()))
        known = frozenset() if _is_plural(noun) else SORTS[singular(noun)] - BY_THE_WAY
        if hit and known and not _is_told_apart(draft.part, match.end()):
            yield match["name"].strip(), known


def _is_told_apart(line: Line, end: int) -> bool:
    """Whether words after a thing say which one it is, or where; a day says neither."""
    apart = _TOLD_APART.match(line.text, end)
    return apart is not None and not any(end < line.local(t)[0] <= apart.end() for t in line.times)


def _called(line: Line, name: str) -> Iterator[PlaceMention | None]:
    """Yield the towns and sites whose name goes on from this: "Tanfa Airbase", then "the Tanfa base"."""
    yield from (p for p in line.places if name and p.place and p.place.kind in _POINTS and p.said.startswith(name))


def _is_plural(noun: str) -> bool:
    return noun.endswith("ies") or noun not in SORTS


def _spots(line: Line, end: int, sorts: frozenset[str], here: Sequence[_Scene]) -> Iterator[PlaceMention | None]:
    """Yield where each thing of a sort is that the line names before ``end``; None for several, or one hit nowhere."""
    places = {s.place.place: s.place for s in here if s.place}
    for match in ANY_SORT.finditer(line.text, 0, end):
        if not SORTS[singular(match.group())] & sorts:
            continue
        if _is_plural(match.group()) and not _ONE_OF.search(line.text, 0, match.start()):
            yield None
        elif (named := _named_at(line, *match.span())) is not None:
            yield named
        elif len(places) == 1 and all(s.place for s in here):
            yield next(iter(places.values()))
        elif here and _ANY_THING.search(line.text, 0, match.start()):
            yield None


def _named_at(line: Line, start: int, end: int) -> PlaceMention | None:
    """Give the place whose name a thing bears or stands with: "the Engels bomber base", "a refinery in Syzran"."""
    for mention in line.places:
        if (
            mention.place is None
            or mention.place.kind not in (*_POINTS, PlaceKind.REGION)
            or mention.cue is Cue.DEMONYM
        ):
            continue
        at, to = line.local(mention)
        bears = at < end <= to or (_TO_NOUN.fullmatch(line.text, to, start) and not is_capital(mention))
        if bears or _TO_NAME.fullmatch(line.text, end, at):
            return mention
    return None


def _back(lines: Sequence[Line], line: Line, reach: int) -> Iterator[Line]:
    """Go back from a sentence, itself the first, over the story to its headline."""
    story = [ln for ln in lines if ln.zone in _STORY and ln.number <= line.number]
    yield from reversed(story[-1 - reach :])


def _of_scene(draft: Draft, scenes: Sequence[_Scene], lines: Sequence[Line]) -> Told | None:
    """Find the scene that "there", "nearby", "the complex" or "it" means: that of the strike told last."""
    text = draft.part.text
    reach = 1 if _means_it(draft) else _SCENE if any(words.search(text) for words in _POINTS_AT_SCENE) else None
    at = draft.line.number
    near = [
        s
        for s in scenes
        if reach
        and s.line.zone is Zone.BODY
        and (s.line.number, s.act) < (at, draft.act)
        and at - s.line.number <= reach
    ]
    last = near[-1] if near else None
    if last is None:
        return None
    beside = (s.place for s in near if s.line is last.line and last.line is not draft.line)
    between = (p for ln in lines if last.line.number < ln.number < at for p in ln.places if _stands(p))
    unsure = any(p is None or places_differ(p, last.place) for p in (*beside, *between))
    return last.line, None if unsure else last.place


def _means_it(draft: Draft) -> bool:
    """Whether "it" was struck: "shells fell on it again", "it was hit in March"."""
    text, act = draft.part.text, draft.act
    verb = re.compile(r"[\w-]+").match(text, act)
    return bool(_IT_WAS.search(text, 0, act) or (verb and _IT.match(text, verb.end())))


def _stands(mention: PlaceMention) -> bool:
    """Whether something is set in a town or a region, if only a speech: "there" may mean that place then."""
    return (is_town(mention) or is_region(mention)) and mention.cue in (Cue.AT, Cue.TO)


def _of_land(draft: Draft, scenes: Sequence[_Scene], lines: Sequence[Line]) -> Told | None:
    """Find the land that "in the same region", "in the same district" means: that named around the strike told last."""
    ahead = [s for s in scenes if (s.line.number, s.act) < (draft.line.number, draft.act)]
    last = ahead[-1] if ahead and SAME_LAND.search(draft.part.text) else None
    if last is None or last.place is None:
        return None
    kind = PlaceKind.REGION if _A_REGION.search(draft.part.text) else PlaceKind.DISTRICT
    if last.place.place and last.place.place.kind is kind:
        return last.line, last.place
    around = [(ln, p) for ln in _back(lines, draft.line, _REACH) for p in ln.places if p.place and p.place.kind is kind]
    told = next((found for found in around if contains(found[1], last.place)), None)
    named = region_of(last.place) if kind is PlaceKind.REGION else None
    return told or (last.line, named)
