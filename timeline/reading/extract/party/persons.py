"""The persons whom an article names, by their folded family names, with the country and the office said beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from geo.place import Cue, PlaceKind
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Party
from timeline.reading.extract.party.groups import GROUP_COUNTRY, GROUPS
from timeline.reading.extract.party.offices import ANY_OFFICE, OFFICE, OFFICES, office_in
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, keywords, phrases, words_in

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
TITLES = finder(phrases("titles"), exact_case=True)
_TITLE_WORDS = keywords(phrases("titles"))
AL = r"(?:al|el|ad|an|ar|as|ash|at|az)-"  # the Arabic article, as it sounds before the next letter
_PARTICLE = rf"(?:{AL}|(?:de|van|von|bin|ben|ibn)\s)"
_NAME = re.compile(
    r"(?<![\w.-])(?!(?:When|While|After|Before|Since|Until|Because|Although|Though|Once|But|And|If|As|Then|Yet|That"
    r"|Why|How|What|Who|Where|Afterwards?|Later|Earlier|Meanwhile|Separately|However|Instead|Thus|Soon|Also"
    rf"|Recently|Previously)\s)[A-Z][\w'’]+(?:-[A-Z][\w'’]+)?(?:\s+{_PARTICLE}?[A-Z][\w'’]+"
    r"(?:-[\w]+)?){1,2}(?!\w)"
)
_FULL_NAME = rf"[A-Z][\w'’]+(?:-\w+)?(?:\s+{_PARTICLE}?[A-Z][\w'’]+(?:-\w+)?){{1,2}}(?!\w)"
_OFFICE_HOLDER = re.compile(  # a town may bear the same name: "foreign minister Kamran Sohrabi"
    rf"\b{OFFICE}(?:\s+({_FULL_NAME})|,\s+({_FULL_NAME}),)"
)
_NAME_AND_OFFICE = re.compile(  # "Anan Srisai, Thailand's army spokesman, said"
    rf"(?<![\w.-])(?!(?:In|At|On|From|Near|The|But|And|When|After)\s|[\w-]+['’]s\s)({_FULL_NAME})(?:,\s+|\s+\()"
    rf"(?:(?!(?:according|said|says|told|reported)\b)[\w'’-]+\s+){{1,6}}?{OFFICE}\b(?!\s+[A-Z])"
)
_HEAD_OF_STATE = re.compile(rf"\b((?:Vice\s+)?President|Prime\s+Minister|Premier|Chancellor)\s+({_FULL_NAME})")
_SPEAKS = frozenset({"said", "says", "told", "wrote", "charged", "alleged", "claimed", "added", "warned"})
_SAID_NAME = re.compile(  # a town may bear the first of these names: "..., says Hsu Wen-cheng."
    rf"\b(?:{'|'.join(sorted(_SPEAKS))}|by)\s+({_FULL_NAME})(?=[.,;]|\s+(?:on|in|at|of|late|who)\b|$)"
)
_BAND = r"(?:gang|militia|cartel|faction|group|movement|party|rebels|brigade|charity|watchdog|network|organi[sz]ation)"
_BAND_NEXT = re.compile(rf"\s+{_BAND}\b", re.IGNORECASE)  # "the Gran Grif gang" is nobody's name
_SITE_NEXT = re.compile(  # "the Salim al-Hadi school"
    r"\s+(?:[Ss]chools?|[Hh]ospital|[Mm]osque|[Cc]hurch|[Cc]amp|[Ss]treet|[Ss]quare|[Aa]irport|[Uu]niversity|[Cc]linic"
    r"|[Bb]ridge|[Pp]ark|[Cc]ent(?:re|er)|[Mm]arket|[Ss]tadium|[Bb]ase|[Nn]eighbou?rhood|[Dd]istrict|[Mm]ills?)\b"
)
_BAND_BEFORE = re.compile(
    rf"\b(?:aid|rights|rebel|armed|militant|monitoring|advocacy|the)\s+{_BAND}\s+$", re.IGNORECASE
)
_ARTICLE = re.compile(rf"^{AL}")  # "Omar al-Hadid" is Hadid when he is named again
POSSESSIVE = re.compile(r"['’]s?$")
_IN_A_TITLE = re.compile(r"\s(?:Is|Are|Was|Were|Of|And|The|For|From|With|Not)\b")  # "How Hope Was Lost"
_LETTERS = re.compile(r"\s\(([A-Z]{2,6})\)")
_NOT_A_PERSON = finder(phrases("organisation_words"), exact_case=True, plural=True)
_NAMING_ZONES = frozenset({Zone.STANDFIRST, Zone.BODY, Zone.CAPTION})  # a caption says who is pictured
_BESIDE = frozenset({Cue.DEMONYM, Cue.OWNER, Cue.ATTRIBUTE})
_ONE_PHRASE = re.compile(  # at most seven words between country and name, and no verb: "Swedish police accused X"
    r"(?:['’]s?)?(?:\s+(?!(?:accus|blam|indict|arrest|detain|convict|expel|sanction)\w+"
    r"|(?:charged|told|said|met|has|had)\b)[^\s,.;:“”\"]+){0,7},?\s*"
)
_APPOSITION = re.compile(  # what is said beside a name, not what its bearer did: ", an officer with Ukraine's army"
    r"(?:,\s+\d{1,3}(?=,))?(?:,\s+(?:an?\s|the\s|from\s|of\s|who\s+is\s)?"
    r"(?![a-z]+(?:ed|ing)\b|sa(?:id|ys)\b|told\b|who\b|but\b|and\b)|\s+of\s+)[^,.;“”\"]{0,60}"
)


@lru_cache(maxsize=10_000)
def family_key(name: str) -> str:
    """Fold a person's family name so that its usual transliterations agree: "Zelenskyy" → "zelensk"."""
    last = _ARTICLE.sub("", POSSESSIVE.sub("", name.split()[-1]).lower())
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
            group = next((m for m in GROUPS.finditer(line.text) if m.end() == match.start()), None)
            if group and match[1].lower() not in GROUP_COUNTRY:
                found[match[1]] = group.group()
    return found


def _offices(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the family name and the office of each person whom the line names beside one."""
    for match in _office_holders(line):
        ahead = ANY_OFFICE.match(line.text, match.start())
        yield family_key(match[match.lastindex or 0]), office_in(line.text[: ahead.end() if ahead else match.end()])
    for match in _HEAD_OF_STATE.finditer(line.text):
        yield family_key(match[2]), match[1].lower()


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
            or _SITE_NEXT.match(text, match.end())
            or _BAND_BEFORE.search(text, 0, match.start())
            or _NOT_A_PERSON.search(name)
            or GROUPS.search(name)
            or name.split()[-1].isupper()
            or _IN_A_TITLE.search(name)
        ):  # "The SDF"
            yield match


def _office_holders(line: Line) -> Iterator[re.Match[str]]:
    """Find names beside an office, a place's name among their words or not, unless all of one is a place's name."""
    if OFFICES.isdisjoint(words_in(line.text)):
        return
    for match in (*_OFFICE_HOLDER.finditer(line.text), *_NAME_AND_OFFICE.finditer(line.text)):
        start, end = match.span(match.lastindex or 0)
        known = _OFFICE_HOLDER.match(line.text, match.start()) or not is_in_a_place(line, start, end)
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
        if within and towns and not (is_in_a_place(line, start, end) or _NOT_A_PERSON.search(line.text, start, end)):
            yield match


def _hidden(line: Line) -> str:
    """Hide places, dates and offices from the line, at equal length, so that what is left in capitals is names."""
    text = line.text
    if not _TITLE_WORDS.isdisjoint(words_in(text)):
        text = TITLES.sub(lambda m: m.group().lower(), text)
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
    bands = [m.span() for m in GROUPS.finditer(line.text)] if apposition else []
    for mention in line.places:
        if any(a <= line.local(mention)[0] < b for a, b in bands):  # of "the Tigray People's Liberation Front"
            continue
        if apposition and apposition.start() < line.local(mention)[0] < apposition.end() and mention.place:
            return mention.place.country
    return None


def is_in_a_place(line: Line, start: int, end: int) -> bool:
    """Whether the stretch is in the name of a place; "Anan Srisai" is more than Anan."""
    return any(line.local(p)[0] <= start and end <= line.local(p)[1] for p in line.places)
