"""Where a story stands: places that a sentence only points at: "the city", "there", "the Yemeni capital"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.reading.extract.day.dating import may_date
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import says
from timeline.reading.extract.where.bystanders import is_of_statesmen, is_speakers
from timeline.reading.extract.where.governed import has_mayor
from timeline.when import TimeMention

THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were)\b)", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\W*(?:(?:all|both|most|some|none|many|each|one|two|three|several)\s+of\s+them|they|it|he|she"
    r"|the\s+(?:victims|dead|wounded)|their)\b",
    re.IGNORECASE,
)
_HAD = re.compile(  # what came before: "The mayor asked for blood donors. A missile had hit a market"
    r"^(?:(?!\b(?:that|who|which|when|where|after|before|as|since|because|if)\b)[^.;:“”\"]){3,80}?\bhad\s+"
    r"(?:just\s+|earlier\s+)?(?:been\s+)?(?:hit|struck|shaken|torn|come|fallen|\w+ed)\b",
    re.IGNORECASE,
)
_FRAGMENT = 4  # words
_NEAR_PARAGRAPHS = 2  # how far back "the city" reaches
_DAYS = 2  # a longer time is no day on which something happened
_STANDS = frozenset({Cue.AT, Cue.TO, Cue.SUBJECT, Cue.NONE, Cue.OBJECT})
_ABOUT = frozenset({Cue.SUBJECT, Cue.NONE, Cue.OBJECT, Cue.OWNER})
_CAPITAL = re.compile(r"(?:['’]s?)?\s+capital\b(?!,?\s+(?:of|[A-Z]))")
_THE_CAPITAL = re.compile(  # in it, not "300 km south of the capital"
    r"\b(?:(?:in|on|over|across|inside|rock(?:ed|s)|sh(?:ook|akes)|hit(?:s|ting)?|str(?:uck|ikes)"
    r"|(?:(?:in|on|at)\s+the\s+(?:\w+\s+)?|\bpart\s+)(?:north|south|east|west|cent(?:re|er)|heart|middle|outskirts"
    r"|edge|of)\s+of|(?:areas?|districts?|neighbou?rhoods?|quarters?|streets|parts?|homes|suburbs)\s+(?:of|in|across))"
    r"\s+the\s+capital|(?<!of\s)(?<!from\s)the\s+capital['’]s)\b"
    r"(?!,?\s+(?:of|(?-i:[A-Z])|city\s+of))",
    re.IGNORECASE,
)
IN_RETURN = re.compile(  # a strike that answers another stands elsewhere
    r"\bin\s+(?:reply|response|retaliation|return|revenge|reprisal)\b|\b(?:retaliated|(?:hit|struck|fired)\s+back)\b",
    re.IGNORECASE,
)
_OF_A_LIFE = re.compile(  # "he was buried in Najaf", "some are treated in Basra"
    r"\b(?:(?:met|meet(?:s|ing)?|buried|founded|born|married|raised|educated|treat(?:ed|ment)|hospitali[sz]ed|laid\s+to\s+rest"
    r"|set\s+up)\b[^,.;]{0,40}?\s|(?:(?<!their\s)(?<!his\s)(?<!her\s)lives?|lived|works?|worked|stud(?:y|ied|ies)"
    r"|grew\s+up)\s)(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOWN = (
    r"(?:the\s+(?:same\s+)?(?:\w+ern\s+|central\s+|port\s+|besieged\s+)?|this\s+(?:[\w-]+\s+){0,2}?"
    r"|a\s+(?=\w+\s+of\s+(?:this|its)\s+size\b))(?:city|town|village|port|camp|hamlet|suburb|settlement)\b"
)
SAME_LAND = re.compile(
    r"\b(?:in|across|over|of|from|on)\s+the\s+same\s+(?:[\w-]+\s+)?"
    r"(?:region|province|oblast|governorate|state|(?:sub-?)?district|county)\b",
    re.IGNORECASE,
)
THE_TOWN = re.compile(rf"\b{_TOWN}(?!\s+of\b(?!\s+(?:this|its)\s+size))|\bat\s+the\s+same\s+\w", re.IGNORECASE)
_THE_VILLAGE = re.compile(r"\b(?:the|this)\s+(?:same\s+)?(?:\w+ern\s+)?(?:village|hamlet)\b", re.IGNORECASE)
_LARGEST_VILLAGE = 100_000  # people: large enough for every place that the news calls a village
_THE_SITE = (  # with its noun: "on the bridge", "the base was hit", not "the bridge over the Dnipro"
    r"(?:\b(?:(?:on|at|of|near|hit|struck|damaged|attacked|targeted)\s+the|(?:part\s+of|damage\s+to)\s+the)"
    r"|^\W*the)\s+{}\b(?!\s+(?:of|in|at|over|near)\b)"
)
_THE_REGION = re.compile(  # struck, not "talks in the region"
    r"\b(?:attack(?:ed|s|ing)?|shell(?:ed|s|ing)|hit(?:s|ting)?|str(?:uck|ikes?|iking)|bomb(?:ed|s|ing)"
    r"|pound(?:ed|s|ing)|targeted)\s+(?:on\s+|of\s+|across\s+|in\s+)?(?:the|this)\s+(?:\w+ern\s+)?"
    r"(?:region|province|oblast|governorate)\b(?!['’]|\s+of\b)",
    re.IGNORECASE,
)
_A_THING_HERE = re.compile(  # no people: "diplomats here said"
    r"\b(?:in|at|on|outside|near|into|inside|through|hit|struck|shook|rocked|damaged|destroyed)\s+"
    r"(?:an?|the|this|its)\s+(?:(?!of\b|by\b|and\b)[\w'’-]+\s+){1,4}?here\b(?!\s+(?:said|says|say|told)\b)",
    re.IGNORECASE,
)
_TOWN_IN = re.compile(  # "the station of a border town in [western Chad]"
    rf"\b{_TOWN},?\s+(?:in|on|of)\s+(?:the\s+)?(?:(?:far|deep)\s+)?(?:[\w-]+ern\s+|central\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where, and perhaps when, the sentence ``line`` says that its story stands."""

    town: PlaceMention
    when: TimeMention | None
    line: Line


def is_town(mention: PlaceMention) -> bool:
    """Whether the name was read as that of a town."""
    return mention.place is not None and mention.place.kind is PlaceKind.CITY


def is_too_large(line: Line, town: PlaceMention) -> bool:
    """Whether a sentence speaks of a village, which a great town is not."""
    place = town.place
    return place is not None and place.population > _LARGEST_VILLAGE and bool(_THE_VILLAGE.search(line.text))


def is_about(line: Line, mention: PlaceMention) -> bool:
    """Whether the sentence says something of the town: "Odesa mourns", "Odesa's turn"; a capital is a government."""
    opens = mention.cue is Cue.ATTRIBUTE and line.local(mention)[0] == 0
    return is_town(mention) and not is_capital(mention) and (opens or mention.cue in _ABOUT)


def is_of_a_life(line: Line, start: int) -> bool:
    """Whether the place that stands at ``start`` (local) belongs to a life or a byline, not to what happened."""
    return bool(_OF_A_LIFE.search(line.text, 0, start)) or is_speakers(line, start) or is_of_statesmen(line, start)


def setting(ahead: Sequence[Line], line: Line) -> Setting | None:
    """Find the town or region, and the day, of which the sentence before speaks, where nobody governs or speaks.

    "Three desks are empty in Sumy. Their owners were killed by a missile." "Sumy. Saturday evening. A drone hit it."
    """
    before = ahead[-1] if ahead else None
    if before is None or before.zone is not line.zone or says(before.text) or not _goes_on(before, line):
        return None
    lines = _with_fragments(ahead)
    places = [p for ln in lines for p in ln.places if not is_of_a_life(ln, ln.local(p)[0])]
    sited = any(p.place and p.place.kind is PlaceKind.SITE for p in places)
    towns = [p for p in places if is_town(p) and not (sited and p.qualifier)]  # not "Ben Gurion airport near Tel Aviv"
    if THERE.search(line.text) or not towns:
        towns += [p for p in places if p.place and p.place.kind is PlaceKind.REGION and p.cue in _STANDS]
    alone = towns and not any(p.place != towns[0].place for p in towns) and not is_capital(towns[0])
    opens = alone and any(ln.local(towns[0])[0] == 0 for ln in lines)
    days = [t for ln in lines for t in ln.times if may_date(ln, t) and t.when and t.when.days and t.when.days <= _DAYS]
    stands = alone and (towns[0].cue in _STANDS or opens or has_mayor(before, towns[0]))
    return Setting(towns[0], days[0] if len(days) == 1 else None, before) if stands else None


def _with_fragments(ahead: Sequence[Line]) -> list[Line]:
    """Take the sentence before, and those before it while they are no sentences: "Sumy. Saturday evening."."""
    found = [ahead[-1]]
    for line in reversed(ahead[:-1]):
        if len(found[-1].text.split()) > _FRAGMENT or line.paragraph != found[-1].paragraph:
            break
        found.append(line)
    return found


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on with the one before: in its paragraph, or in the next about "them" or what "had"."""
    beside = line.paragraph - before.paragraph
    elsewhere = {p.place for p in line.places if is_town(p)} - {p.place for p in before.places}
    return beside == 0 or (beside == 1 and not elsewhere and bool(_OF_THEM.match(line.text) or _HAD.search(line.text)))


def town_before(lines: Sequence[Line], line: Line) -> PlaceMention | None:
    """Find the only town that the last sentences name, for "the city" to mean it."""
    for before in reversed(lines):
        if line.paragraph - before.paragraph > _NEAR_PARAGRAPHS:
            return None
        towns = [p for p in before.places if is_town(p) and p.cue is not Cue.DEMONYM]
        if towns:
            return towns[0] if all(p.place == towns[0].place for p in towns) else None
    return None


def only_town(lines: Sequence[Line], line: Line) -> PlaceMention | None:
    """Find the only town that the story names so far, its headline and dateline with it, for "the city" to mean it."""
    towns = [p for ln in lines if ln.number < line.number for p in ln.places if is_town(p) and p.cue is not Cue.DEMONYM]
    return towns[0] if towns and all(p.place == towns[0].place for p in towns) else None


def site_again(lines: Sequence[Line], text: str) -> PlaceMention | None:
    """Find the one site named before of which a text speaks by its last word: "Crimea bridge", then "the bridge"."""
    sites = [p for ln in lines for p in ln.places if p.place and p.place.kind is PlaceKind.SITE]
    meant = [p for p in sites if re.search(_THE_SITE.format(re.escape(p.said.rpartition(" ")[2])), text, re.IGNORECASE)]
    return meant[-1] if meant and all(p.place == meant[0].place for p in meant) else None


def region_again(lines: Sequence[Line], text: str) -> PlaceMention | None:
    """Find the one region named before where a text says that "the region" was struck."""
    if not _THE_REGION.search(text):
        return None
    regions = [p for ln in lines for p in ln.places if p.place and p.place.kind is PlaceKind.REGION]
    return regions[-1] if regions and all(p.place == regions[0].place for p in regions) else None


def is_land_of_the_town(line: Line, mention: PlaceMention) -> bool:
    """Whether the place is told only as that in which a town lies that was named before: "this town in Sumy region"."""
    start = line.local(mention)[0]
    return bool(_TOWN_IN.search(line.text, 0, start))


def there(line: Line, part: Line) -> PlaceMention | None:
    """Find the town named before in the sentence: "gathered in X, a day after a man was killed there"."""
    towns = _towns_before(line, THERE.search(part.text))
    return towns[-1] if towns else None


def the_same_town(line: Line, part: Line) -> PlaceMention | None:
    """Find the town named before in the sentence that is "the city" later: "hit Sumy, and drones attacked the city"."""
    towns = _towns_before(line, THE_TOWN.search(part.text) if part is not line else None)
    return towns[-1] if towns and all(p.place == towns[0].place for p in towns) else None


def _towns_before(line: Line, at: re.Match[str] | None) -> list[PlaceMention]:
    """Give the towns in which something is, of those that the sentence names before the words that point at one."""
    return [p for p in line.places if at and is_town(p) and p.cue in _STANDS and line.local(p)[1] <= at.start()]


def here(lines: Sequence[Line], part: Line) -> PlaceMention | None:
    """Find the town of the dateline where a sentence speaks of a thing "here": "went off outside the station here"."""
    if not _A_THING_HERE.search(part.text):
        return None
    filed = (p for line in lines for p in line.places if line.zone is Zone.DATELINE or p.cue is Cue.DATELINE)
    return next(filter(is_town, filed), None)


def capital_meant(line: Line, seats: Mapping[str | None, PlaceMention]) -> PlaceMention | None:
    """Find the capital that the sentence calls so: "the Yemeni capital"; "the capital" where no other is named."""
    meant = (p.place.country for p in line.places if p.place and _CAPITAL.match(line.text, line.local(p)[1]))
    named = next((seats[country] for country in meant if country in seats), None)
    only = next(iter(seats.values())) if len(seats) == 1 and _THE_CAPITAL.search(line.text) else None
    return named or (only if only and only.cue not in (Cue.SUBJECT, Cue.OWNER, Cue.FROM) else None)


def theatre(lines: Sequence[Line]) -> frozenset[str]:
    """Collect the countries in which the article places things: "in Ukraine's Kharkiv"."""
    placed = (p.place for ln in lines for p in ln.places if p.cue in (Cue.AT, Cue.CONTAINER))
    return frozenset(place.country for place in placed if place and place.country)
