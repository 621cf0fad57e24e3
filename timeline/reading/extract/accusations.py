"""Accusations: who accuses whom, when it was said, and of what place it speaks.

A denial, a question and a condition are none; nor is a side's accusation of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.accusers import accuser_of
from timeline.reading.extract.answers import denial_of
from timeline.reading.extract.charge_nouns import Charge, was_made
from timeline.reading.extract.charges import charge_parts, find_charges
from timeline.reading.extract.dating import of_speech
from timeline.reading.extract.deeds import is_wrong, names_a_blow, names_a_foe
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, People, is_force, is_group, is_world_body, side, sides_in
from timeline.reading.extract.speakers import speaker_of
from timeline.reading.extract.voices import Voices, is_of_the_state
from timeline.reading.words import finder, phrases
from timeline.when import TimeMention, TimexType

_NO_ACCUSATION = finder(phrases("no_accusation"))
_OTHER_STORY = finder(phrases("workplace_and_sport"))
_SOIL = re.compile(r"(?:['’]s?)?\s+(?:territory|soil|cities|towns|airspace|air\s+space|waters|border)\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:speaking|told\s+[\w\s]{2,40}|speech|conference|summit|meeting|address|visit)\s[^,;:“”\"]{0,40}?\b(?:in|at|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DOUBT = re.compile(r"\b(?:may|might|could|possibl[ey]|appears?|seems?|suspects?|suspected)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:man|woman|men|teenager|student|driver|suspects?|nationals?|citizens?|couple)\b", re.I
)
_NOBODY = frozenset({*phrases("back_references"), "others", "people", "everyone", "anyone", "someone", "each other"})
_SOMEBODY = re.compile(r"(?:an?|the|two|three|four|five|six|several)\s|(?:The\s)?[A-Z]")
_UNKNOWN = re.compile(r"(?:an?\s+|the\s+)?(?:unnamed|unknown|unidentified|unspecified|other)\b", re.IGNORECASE)
_COURT = re.compile(r"\b(?:police|prosecutors?|detectives|court|judge|jury|officials|authorities)\b", re.IGNORECASE)
_LEADING = re.compile(r"^(?:[\W_]+|that\s+|having\s+)+", re.IGNORECASE)
_HOSTILE = finder(phrases("hostile_words"))
_AND_THEN = re.compile(r"\b(?:and|but)\b|,\s+(?:said|says|told|accused|accuses|blamed|blames)\b", re.IGNORECASE)
_MADE_ON = re.compile(r"\b(?:made|voiced|levell?ed|repeated|raised)\s+(?:(?:on|late|early|in)\s+)?$", re.IGNORECASE)
_DOUBT_REACH = 60  # characters around the charge in which "may" or "could" hedges it
_BROKEN = re.compile(r"[,;:“”\"]|\bthat\b", re.IGNORECASE)
_IN_PASSING = re.compile(  # "of blackmail on Tuesday": too short to tell of a deed with a day of its own
    r"(?:(?!\w+ing\b|\w*(?:attack|strike|raid|blast|killing|war)s?\b)[\w'’-]+\s+){1,4}?(?:on|late|early)\s+",
    re.IGNORECASE,
)
_LONGEST, _TOO_LONG = 366, 367  # days: "earlier this year" still dates an accusation


def find_accusations(lines: Sequence[Line], persons: People) -> Iterator[Draft]:
    """Yield a draft for each sentence that accuses; "made the charge" goes on with the one before."""
    voices = Voices(lines)
    last: Charge | None = None
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    hostile = any(_HOSTILE.search(line.text) for line in told)  # help to a friend, plainly told, accuses nobody
    for line in told:
        heard: list[tuple[Sequence[Named], Party | None]] = []
        for part in charge_parts(line):
            named = sides_in(part, persons)
            own = speaker_of(part, named, voices.speaker)
            for found in () if _OTHER_STORY.search(line.text) else find_charges(part, named, last):
                if _is_taken_back(part, found) or not (hostile or found.verb != "said" or found.grave):
                    continue
                charge = _with_the_accused(found, voices)
                last = charge
                accuser = accuser_of(part, charge, named, own, voices)
                if _is_against_another(part, accuser, charge) and not _is_of_one_person(part, charge, accuser):
                    own = own or accuser
                    yield replace(_draft(part, charge, accuser), line=line)
            heard.append((named, own))
        for sides, voice in heard:
            voices.hear(sides, voice)
        if denial := denial_of(line, sides_in(line, persons), voices):
            yield denial


def _with_the_accused(charge: Charge, voices: Voices) -> Charge:
    """Put whoever was named before in the place of "him" or "the militia"."""
    whom = charge.recipients[0]
    meant = None if whom.country or is_group(whom) else voices.accused(whom.name)
    return replace(charge, recipients=(meant, *charge.recipients[1:])) if meant else charge


def _is_taken_back(line: Line, charge: Charge) -> bool:
    """Whether a denial, a question or a condition governs the charge; "denied it and accused Y" brings one."""
    if was_made(line, charge):  # "dismissed an accusation that X had made"
        return False
    before = [m for m in _NO_ACCUSATION.finditer(line.text) if m.start() < charge.end]
    return any(not _AND_THEN.search(line.text, m.end(), charge.start) for m in before)


def _is_against_another(line: Line, accuser: Party | None, charge: Charge) -> bool:
    if accuser is None:
        return False
    known = any(r.country or is_group(r) or is_force(r.name) for r in charge.recipients)
    against_a_state = known or is_force(accuser.name) or (bool(accuser.country) and _is_of_war(line, charge))
    return against_a_state and any(side(r) != side(accuser) for r in charge.recipients)


def _is_of_war(line: Line, charge: Charge) -> bool:
    """Whether somebody who is no side of the tables ("a freighter") is accused of what one side does to another."""
    content = charge.content_at
    if is_of_the_state(charge.recipients[0].name):  # his own government's: a quarrel at home
        return False
    if charge.verb.startswith("blam") and not _SOMEBODY.match(charge.recipients[0].name):  # "blamed mismanagement"
        return False
    return not _UNKNOWN.match(charge.recipients[0].name) and (
        is_wrong(line.text, content) or names_a_blow(line.text, content, len(line.text))
    )


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
    if accuser.country or not _COURT.search(accuser.name):
        return False
    return any(
        p.cue is Cue.DEMONYM and _ONE_OF_THEM.match(line.text, line.local(p)[1])
        for p in line.places
        if charge.end <= line.local(p)[0] < charge.content_at
    )


def _draft(line: Line, charge: Charge, accuser: Party | None) -> Draft:
    when, hold = _date(line, charge)
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
        target=_LEADING.sub("", " ".join(line.text[charge.content_at :].split())),
        killed=None,
        injured=None,
        stance=Stance.HEDGED if hedged else Stance.ASSERTED,
        specificity=Specificity.EVENT,
    )


def _date(line: Line, charge: Charge) -> tuple[TimeMention | None, DateHold]:
    """Choose the phrase that dates the accusing, never that of the deed it speaks of."""
    dated = [m for m in line.times if m.when and m.type is not TimexType.SET and (m.when.days or _TOO_LONG) <= _LONGEST]
    told_before = charge.verb != "said" and charge.content_at < charge.end  # "laid the blame for Z on Y on Tuesday"
    beside_verb = (
        m for m in dated if charge.start <= line.local(m)[0] and (told_before or line.local(m)[0] < charge.content_at)
    )
    spoken = (m for m in dated if of_speech(line, m) or _is_of_making(line, charge, m))
    opening = (
        m for m in dated if line.local(m)[0] < charge.start and not _BROKEN.search(line.text[: line.local(m)[0]])
    )
    closing = (m for m in dated if _IN_PASSING.fullmatch(line.text, charge.content_at, line.local(m)[0]))
    chosen = next(chain(beside_verb, spoken, opening, closing), None)
    return chosen, DateHold.OWN if chosen else DateHold.NONE


def _is_of_making(line: Line, charge: Charge, mention: TimeMention) -> bool:
    """Whether the phrase says when a charge was made: "the claim was made on Sunday", "was accused by Y on Monday"."""
    at, _ = line.local(mention)
    return charge.start < charge.accuser_at <= at or bool(_MADE_ON.search(line.text, 0, at))


def _places(line: Line, charge: Charge, recipients: Sequence[Party]) -> tuple[RolePlace, ...]:
    """Mark the finest place of what is alleged, else where the words were spoken; other names are no place of it."""
    accused = {r.country for r in recipients}
    claimed = [m for m in line.places if _may_be_claimed(line, m, charge, accused)]
    claimed = claimed or [m for m in line.places if m.place and _SPOKEN.search(line.text, 0, line.local(m)[0])]
    fine = min(claimed, key=lambda m: (m.place is None or m.place.kind is PlaceKind.COUNTRY, m.start), default=None)
    return tuple(RolePlace(m, Role.CLAIMED if m is fine else Role.OTHER) for m in line.places)


def _may_be_claimed(line: Line, mention: PlaceMention, charge: Charge, accused: set[str | None]) -> bool:
    start, end = line.local(mention)
    if mention.place is None or start < charge.content_at:
        return False
    if mention.cue is Cue.DEMONYM:
        return bool(_SOIL.match(line.text, end))
    if mention.place.kind is PlaceKind.COUNTRY and mention.place.country in accused:
        return False
    if mention.cue is Cue.OWNER:
        return bool(_SOIL.match(line.text, end))
    moved = mention.cue in (Cue.TO, Cue.FROM) and mention.place.kind is not PlaceKind.COUNTRY
    return (
        moved
        or mention.cue in (Cue.AT, Cue.CONTAINER)
        or (mention.cue is Cue.ATTRIBUTE and mention.place.kind not in (PlaceKind.CITY, PlaceKind.COUNTRY))
    )
