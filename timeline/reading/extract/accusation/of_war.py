"""Whether a charge is one side's against another, or only a quarrel at home, a court's affair or a regulator's."""

from __future__ import annotations

import re

from geo.place import Cue
from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import Charge, is_band
from timeline.reading.extract.force.force import ARMS, KINETIC_ACT, KINETIC_HIT, speaks_of_force
from timeline.reading.extract.party.groups import is_coalition, is_group, is_world_body, side
from timeline.reading.extract.party.offices import OFFICE
from timeline.reading.extract.party.parties import is_force
from timeline.reading.extract.party.sides import PRIVATE_PEOPLE
from timeline.reading.extract.party.wrongs import is_wrong, names_a_blow, names_a_foe
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.voices import OF_THE_LAW, WRITERS, is_armed_body, is_of_the_state
from timeline.reading.words import finder, phrases

_RIVAL = re.compile(
    r"(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?(?:rival|opponent|predecessor|colleague|competitor|critic"
    r"|referee|bank|lender|compan(?:y|ie)|firm|retailer|supermarket|developer|contractor|railway|union|employer"
    r"|landlord|airline|trader|builder|protester)s?|(?:an?\s+)?(?:\w+\s+)?gangs?\s+of\s+(?:\w+\s+)?"
    r"(?:youths|teenagers|teens|boys|hooligans|thieves|fans|vandals)"
    r"|(?:[a-z]+|\d+)\s+(?:banks|lenders|companies|firms|retailers|airlines|traders|unions)",
    re.I,
)
_OPPOSITION = re.compile(r"(?:the|its|his|her)\s+(?:[\w-]+\s+)?(?:opposition|left|right|parliament|courts?)", re.I)
_OF_THE_MARKET = re.compile(  # a regulator's affair, whoever's company it is
    r"\b(?:abus\w+\s+(?:its|their|his)\s+(?:[\w-]+\s+)?(?:power|position|dominance)|antitrust|price[\s-]fixing"
    r"|competition\s+(?:law|rule)s?|anti-?competitive|monopol\w+|cartel\s+prices)\b",
    re.IGNORECASE,
)
_OF_FIGHTING = (
    r"\s+of\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:war|fighting|hostilities|violence|conflict|clashes|bloodshed)"
)
_OF_NO_DEED = re.compile(  # what a state is blamed for that nobody did to another
    r"(?:(?:the|an?|its|their|his|this|last\s+\w+['’]s|\w+['’]s)\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:brawl|defeat|loss(?:es\s+of\s+revenue|\s+to)|draw|shortages?|inflation|prices"
    rf"|slump|slowdown|recession|rout|debt|deficit|outbreak(?!{_OF_FIGHTING})|epidemic|pandemic|infections?|smog"
    r"|haze|pollution|floods?"
    r"|flooding(?=[,.;]|$|\s+(?:of|in|on|at|along|around|across|after|near|this|last|that|which|and)\b)|droughts?"
    r"|heatwave|storm|dust|(?:fall|drop)\s+(?:of|in)|(?:rise|surge)\s+(?:of|in)"
    r"(?!\s+(?:\w+\s+)?(?:migrants|refugees|asylum))|glut|delays?|queues|traffic|unemployment)\b",
    re.IGNORECASE,
)
_PRIVATE = finder(phrases("at_home"))
_SOMEBODY = re.compile(r"(?:The\s)?[A-Z]|(?:the|an?)\s(?:[\w-]+\s)*?[A-Z]")
_UNKNOWN = re.compile(r"(?:an?\s+|the\s+)?(?:unnamed|unknown|unidentified|unspecified|other)\b", re.IGNORECASE)
_AN = re.compile(r"\b(?:an?|another)\s+$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s+(?:with|of|over|for|on|in)\b")
_ARMED = re.compile(
    r"\b(?:police|gendarmes|gendarmerie|security\s+(?:forces|services?)|army|military|junta|government|regime"
    r"|administration)$",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:prosecutors?|police|detectives|court|tribunal|judges?|jury|magistrates?)\b", re.IGNORECASE)
_COURT = re.compile(r"\b(?:police|prosecutors?|detectives|court|judge|jury|officials|authorities)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:man|woman|men|teenager|student|driver|suspects?|nationals?|citizens?|couple)\b", re.I
)
_OF_A_BAND = re.compile(
    r"\b(?:rebels?|guerrillas?|militants?|separatists?|warlord|insurgents?|jihadists?|terrorists?|militia|extremists?"
    r"|paramilitary)\b|['’]s?\s+(?:\w+\s+)?(?:government|administration|regime|army|forces|military|troops)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        *phrases("back_references"),
        "others",
        "people",
        "everyone",
        "anyone",
        "someone",
        "each other",
        "the other",
        "the other side",
    }
)
_THE_STRIKE = re.compile(  # which the story tells, and for which nobody but an army is blamed
    r"\b(?:the|this|that|both|\w+day['’]s|yesterday['’]s)\s+(?:[\w-]+\s+){0,3}?(?:air\s*-?strikes?|drone\s+attacks?"
    r"|strikes?|shelling|bombing|bombardment)\b",
    re.IGNORECASE,
)
_SHOOTING = re.compile(
    r"\b(?:shoot|shot|fir|open\w*\s+fir)(?:ing|ed|e)?\s+(?:dead\b|(?:up)?on\b|at\b|into\b|without\b)", re.I
)
_SENDING_ARMS = re.compile(  # "of sending the drone that exploded"
    rf"(?:\w+ly\s+)?(?:having\s+)?(?:send|sent|fly|flown|fir|launch|plant|drop|lay|laid|smuggl|ferry)\w*\s+"
    rf"(?:[\w-]+\s+){{0,3}}?(?:{ARMS.pattern})",
    re.IGNORECASE,
)
_WAR_CRIME = re.compile(
    r"\b(?:war\s+crimes?|crimes?\s+against\s+humanity|genocide|spying|espionage|sabotage)\b", re.IGNORECASE
)
_KILLING = re.compile(  # but not "of attacking the nation's values"
    r"\b(?:(?:kill|murder|assassinat|massacr|poison|bomb)\w*|attacks?\s+(?:on|against)(?=\s))\b", re.IGNORECASE
)
_SERVES = re.compile(  # whoever is accused for the state that he served: "once a colonel of the Chadian guards"
    rf"\b(?:{finder(phrases('forces')).pattern}|{OFFICE}|officer|general|brigadier|colonel|major|captain|agent|guards?"
    r"|intelligence)\b",
    re.IGNORECASE,
)
_CABLE = re.compile(
    r"\b(?:undersea|subsea|underwater|submarine)\b[^.;]{0,40}?\b(?:cables?|pipelines?|lines?)\b"
    r"|\b(?:cables?|pipelines?)\b",
    re.I,
)
_HEADS_OF_STATE = frozenset({"president", "prime minister", "premier", "chancellor"})  # whom a state accuses abroad
_LAW_REACH = 60  # characters before the charge in which a court stands
_CLOSE = 50  # characters of the charge in which an act of force is charged
_RULE_OR_FIGHT = finder([*phrases("forces"), "government", "regime"])  # whom a watchdog accuses of killing


def is_against_another(line: Line, accuser: Party | None, charge: Charge) -> bool:
    """Whether a charge is brought by one side against another, not at home, in court or on the market."""
    if accuser is None or _OF_THE_MARKET.search(line.text, charge.content_at):
        return False
    blamed = charge.verb.startswith("blam")
    of_arms = is_of_arms(line, charge)
    if (_PRIVATE.fullmatch(accuser.name) and not of_arms) or (blamed and _is_of_no_deed(line.text, charge.content_at)):
        return False
    known = any(
        r.country
        or is_group(r)
        or is_coalition(r)
        or is_force(r.name)
        or is_armed_body(r.name)
        or (accuser.country and _governs(line, charge, r))
        for r in charge.recipients
    )
    stands = accuser.country or accuser.speaker or is_group(accuser) or is_world_body(accuser) or accuser == WRITERS
    if charge.verb.startswith("charg") and not (stands or (known and not OF_THE_LAW.search(accuser.name))):
        return False  # a court's affair
    by_the_army = is_force(accuser.name) and names_a_foe(line.text, charge.content_at)
    content = charge.content_at
    blow_near = names_a_blow(line.text, content, min(content + _CLOSE, len(line.text)))
    # "the militia said the government had", "the spokesman accused Nato of murder"
    of_rebels = (is_group(accuser) or is_world_body(charge.recipients[0])) and (
        is_wrong(line.text, content) or blow_near
    )
    at_war = (
        known
        or of_arms
        or (_is_official(accuser) and _is_of_foes(line, accuser, charge))
        or by_the_army
        or of_rebels
        or (is_world_body(accuser) and any(is_band(r.name) for r in charge.recipients))
        or (is_world_body(accuser) and _RULE_OR_FIGHT.search(charge.recipients[0].name) and blow_near)
        or (_is_official(accuser) and _is_of_war(line, charge, stated=bool(accuser.country)))
    )
    return at_war and any(side(r) != side(accuser) for r in charge.recipients)


def is_of_arms(line: Line, charge: Charge) -> bool:
    """Whether an armed body is charged with what is done by weapons of war: no quarrel at home, whoever says so."""
    whom = charge.recipients[0]
    armed = whom.country or is_group(whom) or _ARMED.search(whom.name) or is_force(whom.name) or is_band(whom.name)
    deeds = (ARMS, KINETIC_ACT, KINETIC_HIT, _THE_STRIKE, _SHOOTING)
    return bool(armed) and any(one.search(line.text, charge.content_at) for one in deeds)


def _is_of_foes(line: Line, accuser: Party, charge: Charge) -> bool:
    """Whether somebody is said to serve fighters or to send what explodes: no quarrel at home, unless a court's."""
    whom, content = charge.recipients[0], charge.content_at
    if OF_THE_LAW.search(accuser.name) or _RIVAL.fullmatch(whom.name) or _is_nobody(whom):
        return False
    return names_a_foe(line.text, content) or bool(_SENDING_ARMS.match(line.text, content))


def _is_nobody(whom: Party) -> bool:
    return whom.country is None and whom.name.lower() in _NOBODY


def _is_of_no_deed(text: str, start: int) -> bool:
    """Whether somebody is blamed for what nobody did: "for the drought", but not "for flooding the fields"."""
    near = min(start + _CLOSE, len(text))
    return bool(_OF_NO_DEED.match(text, start)) and not (is_wrong(text, start, near) or names_a_blow(text, start, near))


def _is_official(accuser: Party) -> bool:
    """Whether somebody speaks for a state, though the article may not say for which: "Defence Minister X"."""
    return bool(accuser.country or accuser.office) or is_of_the_state(accuser.name)


def _is_of_war(line: Line, charge: Charge, *, stated: bool) -> bool:
    """Whether somebody who is no side of the tables ("a freighter") is accused of what one side does to another.

    An accuser for no ``stated`` country may be a mayor at home: he must speak of fighters.
    """
    content = charge.content_at
    whom = charge.recipients[0].name
    if is_of_the_state(whom) or _RIVAL.fullmatch(whom) or PRIVATE_PEOPLE.search(whom):  # a quarrel at home, a crime
        return False
    if _OPPOSITION.fullmatch(whom) and not speaks_of_force(line.text[content : content + _CLOSE]):
        return False
    if content >= len(line.text):  # blamed for what was told before
        return is_band(charge.recipients[0].name)
    if not (stated or is_band(whom) or names_a_foe(line.text, content)):
        return False
    if charge.verb.startswith("blam") and not (_SOMEBODY.match(whom) or is_band(whom)):  # "blamed mismanagement"
        return False
    if _UNKNOWN.match(whom) and not names_a_foe(line.text, content):  # those who serve a foe are somebody
        return False
    of_a_cable = _CABLE.search(line.text, content) is not None  # a ship's anchor, whoever's ship
    return of_a_cable or is_wrong(line.text, content) or names_a_blow(line.text, content, len(line.text))


def is_of_one_person(line: Line, charge: Charge, accuser: Party | None) -> bool:
    """Whether one person is accused by the law or at home, or nobody in particular: "accused a Syrian man of"."""
    if accuser is None or is_force(accuser.name):
        return False
    whom = charge.recipients[0]
    by_law = _LAW.search(line.text, max(0, charge.start - _LAW_REACH), charge.start)
    if by_law and whom.speaker:
        of_war = _WAR_CRIME.search(line.text, charge.content_at)
        return not (of_war or _SERVES.search(line.text, charge.end, charge.content_at))
    if _OF_A_BAND.search(line.text, charge.end, charge.content_at):  # "accused rebel leader X of having ordered"
        return False
    if whom.speaker and (
        whom.country is None or not (accuser.country or is_world_body(accuser)) or accuser.country == whom.country
    ):
        at_war = _governs(line, charge, whom) or _is_of_killing(line.text, charge.content_at)
        by_a_state = accuser.country and whom.country is None and at_war
        return not (by_a_state or names_a_foe(line.text, charge.content_at))
    if _is_nobody(whom):
        return True
    if not by_law and (accuser.country or not _COURT.search(accuser.name)):
        return False
    return any(
        p.cue is Cue.DEMONYM and _is_one_of_them(line, *line.local(p))
        for p in line.places
        if charge.end <= line.local(p)[0] < charge.content_at
    )


def _governs(line: Line, charge: Charge, party: Party) -> bool:
    """Whether the charge names a head of state or of government, of whichever country: no quarrel at home."""
    named = party.name.split()[-1] in line.text[charge.end : charge.content_at]
    return named and party.office.lower() in _HEADS_OF_STATE


def _is_of_killing(text: str, start: int) -> bool:
    """Whether a war crime, a killing or a strike is charged: no quarrel at home."""
    return any(one.search(text, start) for one in (_WAR_CRIME, _KILLING, KINETIC_ACT, KINETIC_HIT))


def _is_one_of_them(line: Line, start: int, end: int) -> bool:
    """Whether a demonym is of one person: "a Tunisian man", "charged a Syrian with"."""
    alone = _AN.search(line.text, 0, start) and _NO_NOUN.match(line.text, end)
    return bool(alone or _ONE_OF_THEM.match(line.text, end))
