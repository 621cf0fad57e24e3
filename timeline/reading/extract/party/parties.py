"""Who: the persons, states and armed groups that a sentence names as doing, saying or suffering something.

A country, its capital where a doer stands, its adjective, or an armed group of the table give the party's country; a
person is known by the family name, folded so that Zelensky, Zelenskyy and Zelenskiy are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Party
from timeline.reading.extract.party.offices import ANY_OFFICE, OFFICE, OFFICES, office_in
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import Cues, finder, keywords, phrases, table, words_in

# Spellings of one Slavic or Arabic name in Latin letters differ in these (BGN/PCGN, national and press systems).
_SAME_SOUND = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ks", "x"),
        (r"kh", "h"),
        (r"ou", "u"),
        (r"w", "v"),
        (r"[yij]+", "i"),
        (r"(.)\1", r"\1"),
        (r"i$", ""),
    )
)
_TITLES = finder(phrases("titles"), exact_case=True)
_TITLE_WORDS = keywords(phrases("titles"))
_NAME = re.compile(
    r"(?<![\w.-])(?!(?:When|While|After|Before|Since|Until|Because|Although|Though|Once|But|And|If|As|Then|Yet|That|Why|How"
    r"|What|Who|Where|Afterwards?|Later|Earlier|Meanwhile|Separately|However|Instead|Thus|Soon|Also|Recently|Previously)\s)[A-Z][\w'’]+(?:-[A-Z][\w'’]+)?"
    r"(?:\s+(?:al-|el-|de\s|van\s"
    r"|bin\s)?[A-Z][\w'’]+(?:-[\w]+)?){1,2}(?!\w)"
)
_FULL_NAME = r"[A-Z][\w'’]+(?:-\w+)?(?:\s+(?:al-|el-|de\s|van\s|bin\s)?[A-Z][\w'’]+(?:-\w+)?){1,2}(?!\w)"
_OFFICE_HOLDER = re.compile(  # a town may bear the same name: "foreign minister Kamran Sohrabi"
    rf"\b{OFFICE}(?:\s+({_FULL_NAME})|,\s+({_FULL_NAME}),)"
)
_NAME_AND_OFFICE = re.compile(  # "Anan Srisai, Thailand's army spokesman, said"
    rf"(?<![\w.-])(?!(?:In|At|On|From|Near|The|But|And|When|After)\s)({_FULL_NAME})(?:,\s+|\s+\()(?:[\w'’-]+\s+){{1,6}}?{OFFICE}\b(?!\s+[A-Z])"
)
_SPEAKS = frozenset({"said", "says", "told", "wrote", "charged", "alleged", "claimed", "added", "warned"})
_SAID_NAME = re.compile(  # a town may bear the first of these names: "..., says Hsu Wen-cheng."
    rf"\b(?:{'|'.join(sorted(_SPEAKS))}|by)\s+({_FULL_NAME})(?=[.,;]|\s+(?:on|in|at|of|late|who)\b|$)"
)
_BAND = r"(?:gang|militia|cartel|faction|group|movement|party|rebels|brigade|charity|watchdog|network|organi[sz]ation)"
_BAND_NEXT = re.compile(rf"\s+{_BAND}\b", re.IGNORECASE)  # "the Gran Grif gang" is nobody's name
_BAND_BEFORE = re.compile(
    rf"\b(?:aid|rights|rebel|armed|militant|monitoring|advocacy|the)\s+{_BAND}\s+$", re.IGNORECASE
)
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w'’-]+")
_ARTICLE = re.compile(r"^[ae]l-")  # "Omar al-Hadid" is Hadid when he is named again
_POSSESSIVE = re.compile(r"['’]s?$")
_GROUP_COUNTRY = {row["name"].lower(): row["country"] or None for row in table("armed_groups")}
_GROUP = {row["name"].lower(): row["group"] for row in table("armed_groups")}
_CAPITALS = {row["capital"].casefold(): row["country"] for row in table("capitals")}
_ACRONYM = re.compile(r"[A-Z]{4,}")  # which British papers write like a name: "Farc"
_GROUPS = Cues(
    [
        *(row["name"] for row in table("armed_groups")),
        *map(str.upper, _GROUP_COUNTRY),
        *(row["name"].title() for row in table("armed_groups") if row["group"] and _ACRONYM.fullmatch(row["name"])),
    ],
    exact_case=True,
)
_LETTERS = re.compile(r"\s\(([A-Z]{2,6})\)")
_CAPITALS_ONLY = re.compile(r"\b[A-Z]{2,6}\b")
_WORLD_BODY = {row["name"].lower(): row["body"] for row in table("world_bodies")}
_FORCES = finder(phrases("forces"))
_NOT_A_PERSON = finder(phrases("organisation_words"), exact_case=True, plural=True)
_NAMING_ZONES = frozenset({Zone.STANDFIRST, Zone.BODY, Zone.CAPTION})  # a caption says who is pictured
_BESIDE = frozenset({Cue.DEMONYM, Cue.OWNER, Cue.ATTRIBUTE})
_ONE_PHRASE = re.compile(  # at most seven words between country and name, and no verb: "Swedish police accused X"
    r"(?:['’]s?)?(?:\s+(?!(?:accus|blam|indict|arrest|detain|convict|expel|sanction)\w+|(?:charged|told|said|met|has|had)\b)[^\s,.;:“”\"]+){0,7},?\s*"
)
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BODY = re.compile(rf"(?:['’]s?)?(?:\s+(?:(?!(?:{_DAY})\b)[A-Z][\w-]+|{finder(phrases('bodies')).pattern})){{1,5}}")
_OF_OTHERS = re.compile(
    r"-(?:\w+-)?(?:owned|made|built|backed|led|supplied|held|based|designed|run|installed|occupied|administered|controlled|annexed"
    r"|born|bred|raised|educated|speaking|registered|flagged)\b"
)
_OFFICE_NEXT = re.compile(
    r"\s+(?:minister|minister['’]s\s+office|chief|secretary|spokes(?:man|woman|person)|attach[ée])\b"
)
_ITS_OFFICE = re.compile(rf"['’]s?\s+(?:(?:[a-z-]+|[A-Z]{{2,5}})\s+){{0,3}}?{OFFICE}\b(?!['’])")  # "Y's army chief"
_ADJECTIVE = re.compile(
    r"(?:\s+(?:foreign|interior|defen[cs]e|security|armed|air|general|official|military))+$", re.IGNORECASE
)
_BODY_OF = re.compile(r"\b(?:government|army|military|ministry|authorities)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_APPOSITION = re.compile(  # what is said beside a name, not what its bearer did: ", an officer with Ukraine's army"
    r"(?:,\s+\d{1,3}(?=,))?(?:,\s+(?:an?\s|the\s|from\s|of\s|who\s+is\s)?(?![a-z]+(?:ed|ing)\b|sa(?:id|ys)\b|told\b|who\b|but\b|and\b)"
    r"|\s+of\s+)[^,.;“”\"]{0,60}"
)


@lru_cache(maxsize=10_000)
def family_key(name: str) -> str:
    """Fold a person's family name so that its usual transliterations agree: "Zelenskyy" → "zelensk"."""
    last = _ARTICLE.sub("", _POSSESSIVE.sub("", name.split()[-1]).lower())
    plain = unicodedata.normalize("NFD", last)
    key = "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))
    for pattern, sound in _SAME_SOUND:
        key = pattern.sub(sound, key)
    return key


@dataclass(frozen=True, slots=True)
class Named:
    """Something in a line that may be a party: local offsets, the words, and the party they name."""

    start: int
    end: int
    party: Party


@dataclass(frozen=True, slots=True)
class People:
    """The persons of one article, by folded family name: the fullest name, and the country said beside it."""

    names: dict[str, str]
    countries: dict[str, str]
    offices: dict[str, str] = field(default_factory=dict)  # "foreign minister"
    halves: dict[str, str] = field(default_factory=dict)  # "the North" and "the South" where the article tells of two
    letters: dict[str, str] = field(default_factory=dict)  # "AA" where the article tells of "the Arakan Army (AA)"
    seen: dict[tuple[int, str], tuple[Named, ...]] = field(default_factory=dict)  # lines whose parties are known


def people(lines: Iterable[Line]) -> People:
    """Collect every person who is named in full."""
    names: dict[str, str] = {}
    countries: dict[str, str] = {}
    offices: dict[str, str] = {}
    lines = list(lines)
    for line in (ln for ln in lines if ln.zone in _NAMING_ZONES):
        for match in (*_person_names(line), *_office_holders(line), *_named_as_speaking(line)):
            start, end = match.span(match.lastindex or 0)
            name = line.text[start:end]
            key = family_key(name)
            names.setdefault(key, name)
            country = _country_beside(line, start, end)
            if country:
                countries.setdefault(key, country)
        offices.update(_offices(line))
    return People(names, countries, offices, _halves(lines), _letters(lines))


def _letters(lines: Iterable[Line]) -> dict[str, str]:
    """Give the letters in brackets behind a group's name, by which an article calls it later."""
    found = {}
    for line in (ln for ln in lines if ln.zone in REPORTING_ZONES and "(" in ln.text):
        for match in _LETTERS.finditer(line.text):
            group = next((m for m in _GROUPS.finditer(line.text) if m.end() == match.start()), None)
            if group and match[1].lower() not in _GROUP_COUNTRY:
                found[match[1]] = group.group()
    return found


def _offices(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the family name and the office of each person whom the line names beside one."""
    for match in _office_holders(line):
        ahead = ANY_OFFICE.match(line.text, match.start())
        yield family_key(match[match.lastindex or 0]), office_in(line.text[: ahead.end() if ahead else match.end()])


def _halves(lines: Iterable[Line]) -> dict[str, str]:
    """Give the countries that an article may call the North and the South: of Korea or of Sudan, whichever it names."""
    named = {m.place.country for ln in lines for m in ln.places if m.place and ln.zone in REPORTING_ZONES}
    korea, sudan = {"KP", "KR"} & named, "SS" in named
    if bool(korea) is sudan:
        return {}
    return {"north": "KP", "south": "KR"} if korea else {"north": "SD", "south": "SS"}


def _person_names(line: Line) -> Iterator[re.Match[str]]:
    text = _hidden(line)
    for match in _NAME.finditer(text):
        name = match.group()
        if not (
            name.startswith(("The ", "This "))
            or _BAND_NEXT.match(text, match.end())
            or _BAND_BEFORE.search(text, 0, match.start())
            or _NOT_A_PERSON.search(name)
            or _GROUPS.search(name)
            or name.split()[-1].isupper()
        ):  # "The SDF"
            yield match


def _office_holders(line: Line) -> Iterator[re.Match[str]]:
    """Find names beside an office, a place's name among their words or not, unless all of one is a place's name."""
    if OFFICES.isdisjoint(words_in(line.text)):
        return
    for match in (*_OFFICE_HOLDER.finditer(line.text), *_NAME_AND_OFFICE.finditer(line.text)):
        start, end = match.span(match.lastindex or 0)
        known = _OFFICE_HOLDER.match(line.text, match.start()) or not _is_place(line, start, end)
        if known and not _NOT_A_PERSON.search(line.text, start, end):
            yield match


def _named_as_speaking(line: Line) -> Iterator[re.Match[str]]:
    """Find the names beside a verb of saying of which only a part is the name of a town."""
    if _SPEAKS.isdisjoint(words_in(line.text)) and " by " not in line.text:
        return
    for match in _SAID_NAME.finditer(line.text):
        start, end = match.span(1)
        within = [p for p in line.places if start <= line.local(p)[0] < end]
        towns = all(p.place and p.place.kind is PlaceKind.CITY and p.cue is not Cue.DEMONYM for p in within)
        if within and towns and not (_is_place(line, start, end) or _NOT_A_PERSON.search(line.text, start, end)):
            yield match


def _hidden(line: Line) -> str:
    """Hide places, dates and offices from the line, at equal length, so that what is left in capitals is names."""
    text = line.text
    if not _TITLE_WORDS.isdisjoint(words_in(text)):
        text = _TITLES.sub(lambda m: m.group().lower(), text)
    for start, end in [*map(line.local, line.places), *map(line.local, line.times)]:
        text = text[:start] + text[start:end].lower() + text[end:]
    return text[:1].lower() + text[1:] if len(text.split(maxsplit=1)) > 1 and not _NAME.match(text) else text


def _country_beside(line: Line, name_start: int, name_end: int) -> str | None:
    """Find the country in the same noun phrase: "Ukrainian President X", "X, an officer with Ukraine's ..."."""
    for mention in reversed(line.places):
        _, end = line.local(mention)
        between = line.text[end:name_start]
        owns = mention.cue in _BESIDE or between[:2] in ("'s", "’s")
        if end <= name_start and mention.place and owns and _ONE_PHRASE.fullmatch(between):
            return mention.place.country
    apposition = _APPOSITION.match(line.text, name_end)
    bands = [m.span() for m in _GROUPS.finditer(line.text)] if apposition else []
    for mention in line.places:
        if any(a <= line.local(mention)[0] < b for a, b in bands):  # of "the Tigray People's Liberation Front"
            continue
        if apposition and apposition.start() < line.local(mention)[0] < apposition.end() and mention.place:
            return mention.place.country
    return None


def parties(line: Line, persons: People) -> tuple[Named, ...]:
    """Every party that the line names, in order: persons, groups, and countries by name, capital or adjective."""
    line_key = (line.start, line.text)
    if line_key not in persons.seen:
        found = [*_named_persons(line, persons), *_named_groups(line, persons.letters), *_named_countries(line)]
        persons.seen[line_key] = tuple(sorted(found, key=lambda n: (n.start, -n.end)))
    return persons.seen[line_key]


def _named_persons(line: Line, persons: People) -> Iterator[Named]:
    for match in _CAPITALISED.finditer(line.text) if persons.names else ():
        key = family_key(match.group())
        if key in persons.names and not _is_place(line, *_in_full(line, match, persons.names[key])):
            said = _POSSESSIVE.sub("", persons.names[key])
            yield Named(
                match.start(), match.end(), Party(said, persons.countries.get(key), key, persons.offices.get(key, ""))
            )


def _in_full(line: Line, family: re.Match[str], name: str) -> tuple[int, int]:
    """Give the stretch of the name that ends in the family name there: in full, where it is told in full."""
    start = family.end() - len(name)
    return (start, family.end()) if line.text.startswith(name, max(start, 0)) else family.span()


def _is_place(line: Line, start: int, end: int) -> bool:
    """Whether the stretch is in the name of a place; "Anan Srisai" is more than Anan."""
    return any(line.local(p)[0] <= start and end <= line.local(p)[1] for p in line.places)


def _named_groups(line: Line, letters: Mapping[str, str]) -> Iterator[Named]:
    for match in _CAPITALS_ONLY.finditer(line.text) if letters else ():
        if name := letters.get(match.group()):
            yield Named(match.start(), match.end(), Party(name, _GROUP_COUNTRY[name.lower()]))
    for match in _GROUPS.finditer(line.text):
        yield Named(match.start(), match.end(), Party(match.group(), _GROUP_COUNTRY[match.group().lower()]))


def _named_countries(line: Line) -> Iterator[Named]:
    for mention in line.places:
        start, end = line.local(mention)
        country = state_of(mention)
        if country and not _OF_OTHERS.match(line.text, end):
            yield Named(start, end, Party(_state_name(line, mention), country))


def is_group(party: Party) -> bool:
    """Whether the party is an armed group of the table, no state."""
    return bool(_GROUP.get(party.name.lower()))


def is_world_body(party: Party) -> bool:
    """Whether the party is a body of many states, or a watchdog, of the table."""
    return party.name.lower() in _WORLD_BODY


def side(party: Party) -> str:
    """Tell sides apart: an armed group by its name, a state by its country, else the words themselves.

    A government and the rebels of its country are two sides.
    """
    name = party.name.lower()
    return _group_named(name) or party.country or _WORLD_BODY.get(name) or name


@lru_cache(maxsize=1_024)  # each name is asked for by every pair
def _group_named(name: str) -> str | None:
    """Give the group whose name these words end with: "Sudan's Rapid Support Forces"."""
    words = name.split()
    return next((group for i in range(len(words)) if (group := _GROUP.get(" ".join(words[i:])))), None)


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
    if line.zone is not Zone.HEADLINE and body and not _TITLES.search(body.group()):
        office = _OFFICE_NEXT.match(line.text, body.end())
        words = line.text[start : office.end() if office else body.end()]
        return words if office or mention.cue is not Cue.OWNER else _ADJECTIVE.sub("", words)
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
