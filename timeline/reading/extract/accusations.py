"""Accusations: who accuses whom, when it was said, and of what place it speaks.

A denial, a question and a condition are none; nor is a side's accusation of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.accusers import accuser_of
from timeline.reading.extract.accusing import charge_parts
from timeline.reading.extract.answers import denial_of
from timeline.reading.extract.attributed import attributed
from timeline.reading.extract.charge_dates import date_of_charge
from timeline.reading.extract.charge_nouns import Charge, is_band, was_made
from timeline.reading.extract.charges import find_charges
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.force import speaks_of_force
from timeline.reading.extract.line import Line
from timeline.reading.extract.measured import elsewhere
from timeline.reading.extract.offices import OFFICE
from timeline.reading.extract.parties import (
    Named,
    People,
    is_capital,
    is_force,
    is_group,
    is_world_body,
    side,
)
from timeline.reading.extract.plain import undated
from timeline.reading.extract.sides import sides_in
from timeline.reading.extract.speakers import quotations, says, speaker_of, writer_of
from timeline.reading.extract.unreported import is_imagined
from timeline.reading.extract.unsigned import unsigned_charge
from timeline.reading.extract.voices import OF_THE_LAW, WRITERS, Voices, is_armed_body, is_of_the_state
from timeline.reading.extract.whose_minister import with_country
from timeline.reading.extract.within import is_site_of
from timeline.reading.extract.wrongs import is_wrong, names_a_blow, names_a_foe
from timeline.reading.words import Cues, finder, phrases
from timeline.when import TimeMention

_NO_ACCUSATION = finder(phrases("no_accusation"))
_OTHER_STORY = finder(phrases("workplace_and_sport"))
_SOIL = re.compile(
    r"(?:['’]s?)?\s+(?:territory|soil|cities|towns|airports?|ports?|bases|deserts?|airspace|air\s+space|waters|border)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:speaking|told\s+[\w\s]{2,40}|speech|conference|summit|meeting|address|visit)\s[^,;:“”\"]{0,40}?\b(?:in|at|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(  # "on the eve of the leaders' meeting in Brussels", "refused to sit down in Jeddah"
    r"\b(?:before|ahead\s+of|on\s+the\s+eve\s+of|refus(?:ed|ing)\s+to)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:talks|summit|meeting|meet|negotiat(?:e|ions)|sit\s+down|elections?|vote|conference)\s+(?:in|at)\s+$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:at|near|outside|in\s+an?(?:\s+[a-z-]+)?)\s+$")  # "near Vilnius airport", "in a Minsk flat"
_ITS_ATTACK = re.compile(  # "for the Bannu attack", "over the Bucha killings"
    r"\s+(?:[a-z-]+\s+){0,2}?(?:attack|strike|bombing|shelling|raid|blast|explosion|assault|massacre|killing|shooting|ambush|outage|fire)s?\b"
)
_DOUBT = re.compile(r"\b(?:may|might|could|possibl[ey]|appears?|seems?|suspects?|suspected)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:man|woman|men|teenager|student|driver|suspects?|nationals?|citizens?|couple)\b", re.I
)
_NOBODY = frozenset({*phrases("back_references"), "others", "people", "everyone", "anyone", "someone", "each other"})
_RIVAL = re.compile(
    r"(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?(?:rival|opponent|predecessor|colleague|competitor|critic|referee"
    r"|bank|lender|compan(?:y|ie)|firm|retailer|supermarket|railway|union|employer|landlord|airline|trader|builder|protester)s?"
    r"|(?:an?\s+)?(?:\w+\s+)?gangs?\s+of\s+(?:\w+\s+)?(?:youths|teenagers|teens|boys|hooligans|thieves|fans|vandals)"
    r"|(?:[a-z]+|\d+)\s+(?:banks|lenders|companies|firms|retailers|airlines|traders|unions)",
    re.I,
)
_OPPOSITION = re.compile(r"(?:the|its|his|her)\s+(?:[\w-]+\s+)?(?:opposition|left|right|parliament|courts?)", re.I)
_OF_THE_MARKET = re.compile(  # a regulator's affair, whoever's company it is
    r"\b(?:abus\w+\s+(?:its|their|his)\s+(?:[\w-]+\s+)?(?:power|position|dominance)|antitrust|price[\s-]fixing|competition\s+(?:law|rule)s?"
    r"|anti-?competitive|monopol\w+|cartel\s+prices)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:an?|the|two|three|four|five|six|several)\s|(?:The\s)?[A-Z]")
_UNKNOWN = re.compile(r"(?:an?\s+|the\s+)?(?:unnamed|unknown|unidentified|unspecified|other)\b", re.IGNORECASE)
_AN = re.compile(r"\b(?:an?|another)\s+$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s+(?:with|of|over|for|on|in)\b")
_LAW = re.compile(r"\b(?:prosecutors?|police|detectives|court|tribunal|judges?|jury|magistrates?)\b", re.IGNORECASE)
_LAW_REACH = 60  # characters before the charge in which a court stands
_COURT = re.compile(r"\b(?:police|prosecutors?|detectives|court|judge|jury|officials|authorities)\b", re.IGNORECASE)
_SAYING_WHOM = re.compile(r"^[A-Z][\w'’ -]{1,40},\s+(?:saying|alleging|claiming|arguing|charging)\s+")  # "Iran, saying"
_WAR_CRIME = re.compile(
    r"\b(?:war\s+crimes?|crimes?\s+against\s+humanity|genocide|spying|espionage|sabotage)\b", re.IGNORECASE
)
_SERVES = re.compile(  # whoever is accused for the state that he served: "a former brigadier in the Syrian army"
    rf"\b(?:{finder(phrases('forces')).pattern}|{OFFICE}|officer|general|brigadier|colonel|major|captain|agent|guards?"
    r"|intelligence)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:[\W_]+|that\s+|having\s+)+", re.IGNORECASE)
_HOSTILE = Cues(phrases("hostile_words"))
_AND_THEN = re.compile(
    r"\b(?:and|but)\b|,\s+(?:said|says|told|accused|accuses|blamed|blames)\b|,\s+(?:who|which)\s+[^,;]{0,40}$",
    re.IGNORECASE,
)
_DOUBT_REACH = 60  # characters around the charge in which "may" or "could" hedges it
_CLOSE = 50  # characters of the charge in which an act of force is charged


def find_accusations(lines: Sequence[Line], persons: People) -> Iterator[Draft]:
    """Yield a draft for each sentence that accuses; "made the charge" goes on with the one before."""
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    hostile = any(_HOSTILE.search(line.text) for line in told)  # help to a friend, plainly told, accuses nobody
    story = _Story(lines, persons, hostile)
    for line in told:
        yield from story.accusations(line)
        if denial := denial_of(line, sides_in(line, persons), story.voices):
            yield denial


class _Story:
    """An article on its way through its sentences: who was heard, and which charge was told last."""

    def __init__(self, lines: Sequence[Line], persons: People, hostile: bool) -> None:
        self.voices = Voices(lines)
        self.voices.writer = writer_of(lines, persons)
        self._lines, self._persons, self._hostile = lines, persons, hostile
        self._quoting = quotations(lines, persons)
        self._last: Charge | None = None
        self._dated: TimeMention | None = None  # when a charge was made whose accuser is named only later

    def accusations(self, line: Line) -> Iterator[Draft]:
        """Yield what one sentence tells, and take note of whom it names."""
        heard: list[tuple[Sequence[Named], Party | None]] = []
        if is_imagined(line):
            return
        for part in charge_parts(line):
            named, plain = sides_in(part, self._persons), undated(part)
            own = speaker_of(plain, named, self.voices.speaker) or self._quoting.get(line.number)
            own = self.voices.known(line, own)
            drafts = [*self._drafts(line, part, plain, named, own)]
            yield from drafts
            own = own or next((d.actor for d in drafts), None)
            heard.append((named, own))
            if line.zone is Zone.HEADLINE and own and own.country and (drafts or says(part.text)):
                self.voices.announced = own
        for sides, voice in heard:
            self.voices.hear(line, sides, voice)

    def _drafts(
        self, line: Line, part: Line, plain: Line, named: Sequence[Named], own: Party | None
    ) -> Iterator[Draft]:
        stated = self.voices.writer is not None and line.zone is not Zone.HEADLINE
        found = find_charges(plain, named, self._last, inside=stated or line.number in self._quoting)
        drafts = [*self._told(line, part, plain, named, own, found)]
        if not drafts and (charge := attributed(plain, named)):
            drafts = [*self._told(line, part, plain, named, own, (charge,))]
        yield from drafts
        if not found and not drafts and (unsigned := unsigned_charge(plain, named)):
            self._last, self._dated = unsigned, date_of_charge(part, unsigned)[0]

    def _told(
        self,
        line: Line,
        part: Line,
        plain: Line,
        named: Sequence[Named],
        own: Party | None,
        charges: Sequence[Charge],
    ) -> Iterator[Draft]:
        for charge in charges:
            if _is_taken_back(plain, charge) or not (self._hostile or charge.verb != "said" or charge.grave):
                continue
            accuser = accuser_of(plain, charge, named, own, self.voices)
            charge = _with_the_accused(charge, accuser, self.voices)
            accused = [r.country for r in charge.recipients if r.country]
            accuser = with_country(accuser, self._lines, named, self.voices.home or self.voices.announced_in, accused)
            told = _is_against_another(plain, accuser, charge) and not _is_of_one_person(plain, charge, accuser)
            if told and not (_OTHER_STORY.search(line.text) and _is_of_another_story(plain, charge, accuser)):
                yield replace(_draft(part, charge, accuser, self._dated), line=line)
                self._last, self._dated = replace(charge, unsigned=False, accuser=accuser), None


def _is_of_another_story(line: Line, charge: Charge, accuser: Party | None) -> bool:
    """Whether words of sport, the stage and the market make the charge theirs, not one of arms."""
    states = accuser is not None and accuser.country and charge.recipients[0].country
    return not (states and (is_wrong(line.text, charge.content_at) or names_a_foe(line.text, charge.content_at)))


def _with_the_accused(charge: Charge, accuser: Party | None, voices: Voices) -> Charge:
    """Put whoever was named before in the place of "him", "the militia" or "their country"."""
    whom = charge.recipients[0]
    meant = None if whom.country or is_group(whom) else voices.accused(whom.name, accuser)
    return replace(charge, recipients=(meant, *charge.recipients[1:])) if meant else charge


def _is_taken_back(line: Line, charge: Charge) -> bool:
    """Whether a denial, a question or a condition governs the charge; "denied it and accused Y" brings one."""
    if was_made(line, charge):  # "dismissed an accusation that X had made"
        return False
    before = [m for m in _NO_ACCUSATION.finditer(line.text) if m.start() < charge.end]
    return any(not _AND_THEN.search(line.text, m.end(), charge.start) for m in before)


def _is_against_another(line: Line, accuser: Party | None, charge: Charge) -> bool:
    if accuser is None or _OF_THE_MARKET.search(line.text, charge.content_at):
        return False
    known = any(r.country or is_group(r) or is_force(r.name) or is_armed_body(r.name) for r in charge.recipients)
    stands = accuser.country or accuser.speaker or is_group(accuser) or is_world_body(accuser) or accuser == WRITERS
    if charge.verb.startswith("charg") and not (stands or (known and not OF_THE_LAW.search(accuser.name))):
        return False  # a court's affair
    by_the_army = is_force(accuser.name) and names_a_foe(line.text, charge.content_at)
    at_war = known or by_the_army or (_is_official(accuser) and _is_of_war(line, charge, stated=bool(accuser.country)))
    return at_war and any(side(r) != side(accuser) for r in charge.recipients)


def _is_official(accuser: Party) -> bool:
    """Whether somebody speaks for a state, though the article may not say for which: "Defence Minister X"."""
    return bool(accuser.country or accuser.office) or is_of_the_state(accuser.name)


def _is_of_war(line: Line, charge: Charge, *, stated: bool) -> bool:
    """Whether somebody who is no side of the tables ("a freighter") is accused of what one side does to another.

    An accuser for no ``stated`` country may be a mayor at home: he must speak of fighters.
    """
    content = charge.content_at
    whom = charge.recipients[0].name
    if is_of_the_state(whom) or _RIVAL.fullmatch(whom):  # his own government's: a quarrel at home
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
    return is_wrong(line.text, content) or names_a_blow(line.text, content, len(line.text))


def _is_of_one_person(line: Line, charge: Charge, accuser: Party | None) -> bool:
    """Whether one person is accused by the law or at home, or nobody in particular: "accused a Syrian man of"."""
    if accuser is None or is_force(accuser.name):
        return False
    whom = charge.recipients[0]
    if whom.speaker and (
        whom.country is None or not (accuser.country or is_world_body(accuser)) or accuser.country == whom.country
    ):
        return not names_a_foe(line.text, charge.content_at)
    if whom.country is None and whom.name.lower() in _NOBODY:
        return True
    by_law = _LAW.search(line.text, max(0, charge.start - _LAW_REACH), charge.start)
    if by_law and whom.speaker:
        of_war = _WAR_CRIME.search(line.text, charge.content_at) or names_a_foe(line.text, charge.content_at)
        return not (of_war or _SERVES.search(line.text, charge.end, charge.content_at))
    if not by_law and (accuser.country or not _COURT.search(accuser.name)):
        return False
    return any(
        p.cue is Cue.DEMONYM and _is_one_of_them(line, *line.local(p))
        for p in line.places
        if charge.end <= line.local(p)[0] < charge.content_at
    )


def _is_one_of_them(line: Line, start: int, end: int) -> bool:
    """Whether a demonym is of one person: "a Tunisian man", "charged a Syrian with"."""
    alone = _AN.search(line.text, 0, start) and _NO_NOUN.match(line.text, end)
    return bool(alone or _ONE_OF_THEM.match(line.text, end))


def _draft(line: Line, charge: Charge, accuser: Party | None, dated: TimeMention | None) -> Draft:
    when, hold = date_of_charge(line, charge)
    if when is None and dated:
        when, hold = dated, DateHold.OWN
    recipients = tuple(r for r in charge.recipients if accuser is None or side(r) != side(accuser))
    hedged = _DOUBT.search(line.text, max(0, charge.start - _DOUBT_REACH), charge.start + _DOUBT_REACH)
    return Draft(
        kind=Kind.ACCUSATION,
        line=line,
        part=line,
        act=charge.start,
        sub_kind=charge.verb,
        when=when,
        hold=hold,
        places=_places(line, charge, recipients),
        actor=accuser,
        recipients=recipients,
        target=_LEADING.sub("", _SAYING_WHOM.sub("", " ".join(line.text[charge.content_at :].split()))),
        killed=None,
        injured=None,
        stance=Stance.HEDGED if hedged else Stance.ASSERTED,
        specificity=Specificity.EVENT,
    )


def _places(line: Line, charge: Charge, recipients: Sequence[Party]) -> tuple[RolePlace, ...]:
    """Mark the finest place of what is alleged, else where the words were spoken; other names are no place of it."""
    accused = {r.country for r in recipients}
    claimed = [m for m in line.places if _may_be_claimed(line, m, charge, accused)]
    if not claimed and not elsewhere(line, charge.content_at):  # no town stands in for one that is not known
        claimed = [m for m in line.places if m.place and _is_spoken_at(line, line.local(m)[0])]
    fine = min(claimed, key=_coarse, default=None)
    return tuple(RolePlace(m, Role.CLAIMED if m is fine else Role.OTHER) for m in line.places)


def _is_spoken_at(line: Line, start: int) -> bool:
    return bool(_SPOKEN.search(line.text, 0, start)) and not _OF_TALKS.search(line.text, 0, start)


def _coarse(mention: PlaceMention) -> tuple[bool, bool, int]:
    """Put a country last, and what stands only beside a noun ("the Black Sea resort of Anapa") after the others."""
    is_country = mention.place is None or mention.place.kind is PlaceKind.COUNTRY
    return is_country, mention.cue is Cue.ATTRIBUTE, mention.start


def _content_end(line: Line, charge: Charge) -> int:
    """Find where the charge of an opening participle ends: "Accusing Y of Z, the president called for talks in X"."""
    opens = not line.text[: charge.start].strip("“\"' ") and charge.end > charge.start
    comma = line.text.find(", ", charge.content_at) if opens and charge.verb.endswith("ing") else -1
    return comma if comma > 0 else len(line.text)


def _may_be_claimed(line: Line, mention: PlaceMention, charge: Charge, accused: set[str | None]) -> bool:
    start, end = line.local(mention)
    if mention.place is None or start < charge.content_at or start > _content_end(line, charge):
        return False
    if mention.cue is Cue.DEMONYM:
        return bool(_SOIL.match(line.text, end))
    if _OF_TALKS.search(line.text, charge.content_at, start):
        return False
    if mention.place.country in accused and (
        mention.place.kind is PlaceKind.COUNTRY or (is_capital(mention) and mention.cue is not Cue.AT)
    ):  # a name of the accused
        return False
    if mention.cue is Cue.OWNER:
        return bool(_SOIL.match(line.text, end))
    moved = mention.cue in (Cue.TO, Cue.FROM) and mention.place.kind is not PlaceKind.COUNTRY
    return (
        moved
        or mention.cue in (Cue.AT, Cue.CONTAINER)
        or (mention.cue is Cue.NONE and is_site_of(line, mention))
        or (
            mention.cue is Cue.ATTRIBUTE
            and bool(_BESIDE.search(line.text, 0, start) or _ITS_ATTACK.match(line.text, end))
        )
        or (mention.cue is Cue.ATTRIBUTE and mention.place.kind not in (PlaceKind.CITY, PlaceKind.COUNTRY))
    )
