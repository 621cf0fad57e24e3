"""Who: the persons, states and armed groups that a sentence names as doing, saying or suffering something.

A country, its capital where a doer stands, its adjective, or an armed group of the table give the party's country; a
person is known by the family name, folded so that Zelensky, Zelenskyy and Zelenskiy are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.party.groups import GROUP_COUNTRY, GROUPS
from timeline.reading.extract.party.offices import OFFICE
from timeline.reading.extract.party.persons import AL, POSSESSIVE, TITLES, Named, People, family_key, is_in_a_place
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, of_class, phrases, table

_CAPITALISED = re.compile(rf"(?<![\w-])(?:{AL})?[A-Z][\w'’-]+")
_CAPITALS = {row["capital"].casefold(): row["country"] for row in table("capitals")}
_SAYS_OR_BODY = finder([*of_class("accusation_cues", "speech", "accuse", "blame"), *phrases("bodies")]).pattern
_OWNER = re.compile(  # "Sudan's paramilitary RSF", not "Sudan's army said the RSF"
    rf"['’]s?\s+(?:(?!{_SAYS_OR_BODY})[a-z]+\s+){{0,2}}"
)
_CAPITALS_ONLY = re.compile(r"\b[A-Z]{2,6}\b")
_FORCES = finder(phrases("forces"))
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BODY = re.compile(rf"(?:['’]s?)?(?:\s+(?:(?!(?:{_DAY})\b)[A-Z][\w-]+|{finder(phrases('bodies')).pattern})){{1,5}}")
_OF_OTHERS = re.compile(
    r"-(?:\w+-)?(?:owned|made|built|backed|led|supplied|held|based|designed|run|installed|occupied|administered"
    r"|controlled|annexed|born|bred|raised|educated|speaking|registered|flagged)\b"
)
_OFFICE_NEXT = re.compile(
    r"\s+(?:minister|minister['’]s\s+office|chief|secretary|spokes(?:man|woman|person)|attach[ée])\b"
)
_ITS_OFFICE = re.compile(rf"['’]s?\s+(?:(?:[a-z-]+|[A-Z]{{2,5}})\s+){{0,3}}?{OFFICE}\b(?!['’])")  # "Y's army chief"
_ADJECTIVE = re.compile(
    r"(?:\s+(?:foreign|interior|defen[cs]e|security|armed|air|general|official|military))+$", re.IGNORECASE
)
_NO_NOUN = re.compile(r"\s+(?:said|says|told|has|had|have|is|was|also|later|on|\w+ed|\w+ly)\b|[,.;]")  # after a body
_BODY_OF = re.compile(r"\b(?:government|army|military|ministry|authorities)\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def parties(line: Line, persons: People) -> tuple[Named, ...]:
    """Every party that the line names, in order: persons, groups, and countries by name, capital or adjective."""
    line_key = (line.start, line.text)
    if line_key not in persons.seen:
        groups = [*_named_groups(line, persons.letters)]
        states = (
            n for n in _named_countries(line) if not any(_owns(line.text, n.end, group.start) for group in groups)
        )
        found = [*_named_persons(line, persons), *groups, *states]
        persons.seen[line_key] = tuple(sorted(found, key=lambda n: (n.start, -n.end)))
    return persons.seen[line_key]


def _owns(text: str, state: int, group: int) -> bool:
    """Whether an armed group is only said to be of a country: "Sudan's Rapid Support Forces" are no body of it."""
    return state < group and bool(_OWNER.fullmatch(text, state, group))


def _named_persons(line: Line, persons: People) -> Iterator[Named]:
    for match in _CAPITALISED.finditer(line.text) if persons.names else ():
        key = family_key(match.group())
        if key in persons.names and not is_in_a_place(line, *_in_full(line, match, persons.names[key])):
            said = POSSESSIVE.sub("", persons.names[key])
            yield Named(
                match.start(), match.end(), Party(said, persons.countries.get(key), key, persons.offices.get(key, ""))
            )


def _in_full(line: Line, family: re.Match[str], name: str) -> tuple[int, int]:
    """Give the stretch of the name that ends in the family name there: in full, where it is told in full."""
    start = family.end() - len(name)
    return (start, family.end()) if line.text.startswith(name, max(start, 0)) else family.span()


def _named_groups(line: Line, letters: Mapping[str, str]) -> Iterator[Named]:
    for match in _CAPITALS_ONLY.finditer(line.text) if letters else ():
        if name := letters.get(match.group()):
            yield Named(match.start(), match.end(), Party(name, GROUP_COUNTRY[name.lower()]))
    for match in GROUPS.finditer(line.text):
        yield Named(match.start(), match.end(), Party(match.group(), GROUP_COUNTRY[match.group().lower()]))


def _named_countries(line: Line) -> Iterator[Named]:
    for mention in line.places:
        start, end = line.local(mention)
        country = state_of(mention)
        if country and not _OF_OTHERS.match(line.text, end):
            yield Named(start, end, Party(_state_name(line, mention), country))


def state_of(mention: PlaceMention) -> str | None:
    """Give the country that a name stands for: its own name or adjective, or its capital where a government acts."""
    if mention.place is None:
        return None
    if mention.place.kind is PlaceKind.COUNTRY or mention.cue is Cue.DEMONYM:
        return mention.place.country
    if mention.cue not in (Cue.SUBJECT, Cue.OBJECT, Cue.OWNER):
        return None
    return _CAPITALS.get(mention.said.casefold()) or _CAPITALS.get(mention.place.name.casefold())


def is_capital(mention: PlaceMention) -> bool:
    """Whether a place is the capital of its country, whose name may stand for the government."""
    place = mention.place
    return (
        place is not None
        and _CAPITALS.get(place.name.casefold(), _CAPITALS.get(mention.said.casefold())) == place.country
    )


def _state_name(line: Line, mention: PlaceMention) -> str:
    """Name the body that the country stands before: "Ukraine's Foreign Intelligence Service"."""
    start, end = line.local(mention)
    before = _BODY_OF.search(line.text, 0, start)
    if before:
        return line.text[before.start() : end]
    if office := _ITS_OFFICE.match(line.text, end):
        return line.text[start : office.end()]
    body = _BODY.match(line.text, end)
    if line.zone is not Zone.HEADLINE and body and not TITLES.search(body.group()):
        office = _OFFICE_NEXT.match(line.text, body.end())
        words = line.text[start : office.end() if office else body.end()]
        itself = office or mention.cue is not Cue.OWNER or _NO_NOUN.match(line.text, body.end())
        return words if itself else _ADJECTIVE.sub("", words)
    if mention.cue is Cue.DEMONYM and mention.place:
        return mention.place.name  # "Russian missiles" are Russia's
    return mention.said


def force_in(line: Line, start: int, end: int) -> str:
    """Find an armed force named by a common noun in that stretch: "the military", "rebels"; "" when there is none."""
    match = _FORCES.search(line.text, start, end)
    return match.group() if match else ""


def is_force(name: str) -> bool:
    """Whether the words are a common noun for an armed force: "the army", "government troops"."""
    force = _FORCES.search(name)
    return force is not None and force.end() == len(name) and not name[force.start() - 1 :].strip()[:1].isupper()
