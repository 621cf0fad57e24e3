"""Sides: who in a sentence may accuse and be accused.

The parties that it names, bodies of many states and watchdogs, a capital that stands for its government, and those of a
country who are not its state: "Libyan militias", "the Venezuelan opposition".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.place import Cue
from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.party.deeds import IT_WAS, WHO_DID
from timeline.reading.extract.party.groups import COALITION, is_group
from timeline.reading.extract.party.parties import is_capital, parties
from timeline.reading.extract.party.persons import Named, People
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import unattributed
from timeline.reading.words import Cues, finder, of_class, table

_WORLD_BODIES = Cues((row["name"] for row in table("world_bodies")), exact_case=True)
_AT_THE_BODY = re.compile(  # where one speaks, no one who speaks: "the UN ambassador", "the UN Security Council"
    r"\s+(?:ambassador|envoy|Security\s+Council|General\s+Assembly|headquarters|resolution|convention|summit"
    r"|meeting|charter|peacekeep\w+|troops)\b",
    re.IGNORECASE,
)
_OTHER_WEST = re.compile(r"\s+(?:[A-Z]|of\b|coast\b|end\b|side\b)|-")  # "the West Bank", "the West End"
_HALF = re.compile(r"\b[Tt]he\s+(North|South)(?!\s+[A-Z]|\s+of\s+(?!\w+ing\b)|\w)(?=['’]s\b|\W)")
_BEFORE_A_PLACE = re.compile(r"\b(?:in|at|on|near|over|to|from|outside|into|across)\s+(?:the\s+)?$", re.IGNORECASE)
_ON_A_DAY = r"(?:(?:on|late|early)\s+)*(?:[A-Z][a-z]+day|today|yesterday)"
_DOES_WHAT = re.compile(  # "Kyiv for its part accused"
    r"(?:,?\s+(?:\w+ly|also|itself|alone|now|again|meanwhile|in\s+turn|in\s+response|for\s+its\s+(?:own\s+)?part"
    rf"|{_ON_A_DAY})\b,?"
    r"|,\s+(?:before|in|at|during|through|via|after|from)\s[^,;:“”\"]{2,60},)*\s+"
    r"(?:behind|[a-z]+ing|[a-z]+s|[a-z]+ed|had|has|was|is|sent|gave|sold|shot|hit|struck|stole|broke|built|bought"
    r"|paid|bore|ran|let|led|set|took|made|knew|bears?|bore)\b"
)
_BEFORE_A_DOER = re.compile(
    r"(?:^|\b(?:that|if|whether|while|as|but|because)\s+|[,:“\"]\s*"
    rf"|(?:{finder(of_class('accusation_cues', 'speech', 'allege')).pattern})\s+)$",
    re.IGNORECASE,
)
_NOT_THE_STATE = re.compile(  # "Cameroon's separatists", "a Libyan militia chief"
    r"(?:['’]s?)?(?:[\s-]+(?!(?:and|or|forces|troops|army|soldiers|military|government|\w+ed)\b)[a-z][\w-]+){0,2}?"
    r"\s+(?:rebels?|separatists?|insurgents?|guerrillas?|militia(?:s|m[ae]n)?|gangs?|opposition(?!\s+government)"
    r"|dissidents?|cartels?|settlers?|warlords?|mafia)\b(?:\s+(?:groups?|leaders?|chiefs?|commanders?|fighters?"
    r"|spokes\w+))?"
)
PRIVATE_PEOPLE = re.compile(  # who do nothing for the state of which they are: "Russian tourists"
    r"(?:[\s-]+(?!(?:and|or|\w+ed)\b)[a-z][\w-]+){0,2}?\s+(?:tourists?|holidaymakers|fans|supporters|hooligans"
    r"|teenagers?|youths|boys|students?|brothers|thieves|criminals|migrants|refugees|m[ae]n|wom[ae]n)\b"
)
_HIS_MEN = re.compile(
    r"(?<=['’]s)\s+(?:own\s+)?(?:rebel\s+)?(?:(?P<army>forces|troops|soldiers|army"
    r"|(?P<rules>government|regime|administration|cabinet))|rebels|men|fighters|militia|militiamen|gunmen)\b"
    r"(?!['’])"
)
_RULED_BY = re.compile(  # "the government of President X"
    r"\b(?:the\s+)?(?:government|regime|army|forces|cabinet|administration|troops)\s+of\s+"
    r"(?:(?:President|Prime\s+Minister)\s+)?(?:[A-Z][\w’'-]+\s+){0,2}$"
)
_MEN_OF_HIS = re.compile(  # "troops loyal to General X"
    r"\b(?:the\s+)?(?:forces|troops|soldiers|fighters|gunmen|militias?|militiamen|rebels|units)\s+"
    r"(?:loyal\s+to|allied\s+(?:to|with)|aligned\s+with|led\s+by|commanded\s+by|answering\s+to|under)\s+"
    r"(?:[a-z-]+\s+){0,3}(?:[A-Z][\w.’'-]+\s+){0,3}$"
)
_SPEAKS_AT = re.compile(r"\b(?:at|before|inside)\s+(?:the\s+)?$", re.IGNORECASE)  # "blamed Hamas at the UN"


def sides_in(line: Line, persons: People) -> tuple[Named, ...]:
    """Every party that the line names, and bodies of many states and watchdogs: "the UN", "Amnesty"."""
    bodies = [
        Named(m.start(), m.end(), Party(m.group(), None))
        for m in _WORLD_BODIES.finditer(line.text)
        if not (_AT_THE_BODY.match(line.text, m.end()) or _SPEAKS_AT.search(line.text, 0, m.start()))
        and not (m.group()[-4:] == "West" and _OTHER_WEST.match(line.text, m.end()))
    ]
    halves = [
        Named(m.start(), m.end(), Party(m.group(), persons.halves[m[1].lower()]))
        for m in (_HALF.finditer(line.text) if persons.halves else ())
    ]
    found = tuple(_without_state(line, _with_his_men(line, one)) for one in parties(line, persons))
    coalitions = [Named(m.start(), m.end(), Party(m.group(), None)) for m in COALITION.finditer(line.text)]
    more = [*bodies, *halves, *coalitions, *_named_by_capital(line)]
    return tuple(sorted((*found, *more), key=lambda n: (n.start, -n.end))) if more else found


def _with_his_men(line: Line, one: Named) -> Named:
    """Take "General X's rebels" for a side of their own, not for the man."""
    men = _HIS_MEN.match(line.text, one.end) if one.party.speaker else None
    if one.party.speaker and (ruled := _RULED_BY.search(line.text, 0, one.start)):
        return Named(ruled.start(), one.end, Party(line.text[ruled.start() : one.end], one.party.country))
    if one.party.speaker and (theirs := _MEN_OF_HIS.search(line.text, 0, one.start)):
        return Named(theirs.start(), one.end, Party(line.text[theirs.start() : one.end], None))
    if men is None or (men["rules"] and one.party.country is None):
        return one
    country = one.party.country if men["army"] else None  # rebels are nobody's army
    return Named(one.start, men.end(), Party(f"{one.party.name}'s{men.group()}", country))


def _without_state(line: Line, one: Named) -> Named:
    """Take those of a country who are not its state for themselves."""
    if one.party.speaker or is_group(one.party) or not one.party.country:
        return one
    adjective = any(p.cue is Cue.DEMONYM and line.local(p)[0] == one.start for p in line.places)
    owner = line.text.startswith(("'s", "’s", "s'", "s’"), one.end) or line.text[one.end - 2 : one.end] in ("'s", "’s")
    theirs = _NOT_THE_STATE.match(line.text, one.end) if adjective or owner else None
    theirs = theirs or (PRIVATE_PEOPLE.match(line.text, one.end) if adjective else None)
    return Named(one.start, theirs.end(), Party(line.text[one.start : theirs.end()], None)) if theirs else one


def _named_by_capital(line: Line) -> Iterator[Named]:
    """Take a capital for its government where no preposition makes it a place but a doer: "that Kyiv shelters"."""
    if not any(is_capital(p) for p in line.places):
        return
    text = unattributed(line.text)
    for mention in line.places:
        start, end = line.local(mention)
        if mention.place is None or mention.cue not in (Cue.NONE, Cue.ATTRIBUTE) or not is_capital(mention):
            continue
        heading = (
            line.zone is Zone.HEADLINE and mention.cue is Cue.NONE and not _BEFORE_A_PLACE.search(line.text, 0, start)
        )
        does = _DOES_WHAT.match(text, end) and (line.zone is Zone.HEADLINE or _BEFORE_A_DOER.search(text, 0, start))
        cleft = IT_WAS.search(line.text, 0, start) and WHO_DID.match(text, end)
        if heading or does or cleft:
            yield Named(start, end, Party(mention.said, mention.place.country))
