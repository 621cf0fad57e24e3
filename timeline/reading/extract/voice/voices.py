"""Who is meant by "the minister", "the group", "the army", "the report": whoever an article has named so before.

A body of a state that was never named with its state is that of the capital in the same sentence, else of the place
from which the article was sent, where that is a capital or the words say "here".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.party.groups import is_group, is_world_body, side
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import seat_of
from timeline.reading.words import finder, of_class

_DESCRIBED = (
    r"(?:^|(?<=[\s“\"(]))(?P<said>(?:the|an?|its|their|this)\s+(?:(?!that\b|who\b|which\b|was\b|is\b|had\b|has\b)"
    r"[\w’'-]+\s+){{0,4}}?(?P<noun>{nouns}))(?P<rest>(?:\s+(?:for|of|from|in|at|on|here|there|also|then|later|has"
    r"|have|had|again|further|separately|[\w’'-]+ly|(?:the\s+)?[A-Z][\w’'-]+))*)\s+$"
)


def _descriptions(kind: str) -> re.Pattern[str]:
    nouns = finder(of_class("voices", kind)).pattern
    return re.compile(_DESCRIBED.format(nouns=nouns), re.IGNORECASE)


_PERSON, _GROUP, _TEXT, _BODY, _STATE, _ALLIES = map(
    _descriptions, ("person", "group", "text", "body", "state", "allies")
)
_ANY_NOUN = finder(of_class("voices", "person", "group", "text", "body", "state", "allies"))
_OWN_NAME = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")  # "the Resistance Committee"
_OF_FOES = re.compile(
    r"\b(?:regime|junta|army|military|forces|troops)$", re.IGNORECASE
)  # an enemy's, where others accuse
_OFFICES = finder(of_class("voices", "person", "state"), plural=True)
_STATE_NOUN = finder(of_class("voices", "state"))
OF_THE_LAW = re.compile(
    r"\b(?:prosecutors?|court|tribunal|judges?|police|investigators?|magistrates?)\b", re.IGNORECASE
)
_ARMED_BODY = re.compile(
    r"(?:the\s+)?(?:military\s+(?:government|rulers|junta)|air\s+force|army|navy|military|armed\s+forces"
    r"|security\s+forces|defen[cs]e\s+forces?|national\s+guard|coast\s*guard|forces?|troops)",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|she)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|they)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WE = re.compile(r"(?:^|[.;,:]\s+)(?:we|i)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_ALIKE = (
    {"army", "military", "forces", "troops", "soldiers"},
    {"government", "authorities", "administration", "military government", "military rulers", "military junta"},
)
OPENING_QUOTES = ("“", '"', "‘", "«")
WRITERS = Party("The writers", None)
_THAT_STATE = frozenset({"it", "them", "their country", "the country", "its neighbour", "its neighbor", "that country"})
_THEM = frozenset({"them", "the rebels", "the forces", "the fighters", "the troops"})
_HIS_MEN = re.compile(
    r"\b(?:his|her)\s+(?:own\s+)?((?:rebel\s+)?(?:forces|rebels|men|troops|fighters|soldiers|militia))\b"
)
_NAME = re.compile(r"[A-Z]")  # "officials" have spoken before, and are not the separatists
_SEVERAL = re.compile(r",|\band\b")  # "the army and the rebels" are not the group that was named before
_KEPT = 6  # states of one sentence
_TITLE = r"[A-Z][\w'’&-]+(?:\s+(?:(?:of|for|and|the|in|without)\s+)*[A-Z][\w'’&-]+)+"
_SORT_OF_BODY = (
    r"(?:[a-z-]+\s+){1,3}?(?:group|organi[sz]ation|network|charity|watchdog|monitor|body|committee|coalition)"
)
_NAMED_BODY = re.compile(  # right before the verb
    rf"(?:(?P<before>{_TITLE}),\s+(?:an?|the)\s+{_SORT_OF_BODY}(?:\s+[^,;:“”\"]{{1,60}})?,"
    rf"|[Tt]he\s+{_SORT_OF_BODY}\s+(?P<after>{_TITLE}))\s+$"
)
_NAMED_BODY_AFTER = re.compile(rf"\b(?:said|says|according\s+to)\s+[Tt]he\s+{_SORT_OF_BODY}\s+(?P<name>{_TITLE})")
_BODY_REACH = 80  # characters before a verb in which its subject is described


class Voices:
    """The parties that an article has named so far, by what it may call them later."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.speaker: Party | None = None
        self._person: Party | None = None
        self._group: Party | None = None
        self._body: Party | None = None
        self._states: list[Party] = []
        self._men: tuple[int, Party] | None = None  # "his forces", and the sentence that told of them
        self._told: list[tuple[int, Party]] = []  # who was named in each paragraph
        self._of_states: dict[str, Party] = {}
        self._home = _home(lines)
        self._last = -1  # the sentence heard last
        self.writer: Party | None = None  # who issues the statement that the article is
        self.announced: Party | None = None  # who speaks in the headline: "the government" of the story

    @property
    def home(self) -> str | None:
        """The country from which the article was sent, where its dateline tells."""
        return self._home[0] if self._home else None

    @property
    def announced_in(self) -> str | None:
        """The country whose government speaks in the headline."""
        return self.announced.country if self.announced else None

    @property
    def quarrel(self) -> tuple[Party, ...]:
        """The two sides of the story, where it has told of no third."""
        sides = {side(p): p for p in sorted(self._states, key=lambda p: -len(p.name))}  # "Serbia", not "Serbian police"
        return tuple(sides.values()) if len(sides) == 2 else ()

    def hear(self, line: Line, named: Iterable[Named], speaker: Party | None) -> None:
        """Take note of whom a sentence names and who speaks in it."""
        if speaker and not speaker.speaker and _PERSON.search(f"{speaker.name} "):
            self._person = speaker  # "she" is then the spokeswoman who was quoted last
        self._told += [(line.paragraph, n.party) for n in named if n.party.country and not is_group(n.party)][-_KEPT:]
        self._states += [n.party for n in named if n.party.country and not n.party.speaker][-_KEPT:]
        for party in (*(n.party for n in named), *([speaker] if speaker else [])):
            if party.speaker:
                self._person = party
            elif is_group(party) or (party == speaker and party.country is None and not is_world_body(party)):
                self._group = party
            elif is_world_body(party):
                self._body = party
            if party.speaker and (his := _HIS_MEN.search(line.text)):
                self._men = line.number, Party(f"{party.name}'s {his[1]}", party.country)
            of_state = party.country and not party.speaker and not is_group(party)
            for noun in _STATE_NOUN.findall(party.name.lower()) if of_state else ():
                self._of_states[noun] = party
                self._of_states[noun.split()[-1]] = party  # "the force" after "the Nigerian Air Force"
        self.speaker, self._last = speaker or self.speaker, line.number

    def meant(self, line: Line, start: int, end: int, against: Sequence[Party] = ()) -> Party | None:
        """Say who the subject before the verb at ``end`` is, where it is a pronoun or a description."""
        text = line.text[max(start, end - _BODY_REACH) : end]
        if _HE.search(text):
            return self._person or self.speaker
        if _IT.search(text):
            return self.speaker or self._person
        if _WE.search(text):
            quoted = line.quoted(end) or line.text.startswith(OPENING_QUOTES)
            return (self.speaker or self._person) if quoted else self.writer or WRITERS
        accused = {side(p) for p in against}
        found = _body_named(line, start, end) or self._described(line, text, end, accused)
        if found and (found.country or found.speaker or not _TEXT.search(f"{found.name} ")):
            return found
        return self._described(line, _opening(line.text[start:end]), end, accused) or found  # "X rose and charged"

    def called(self, line: Line, start: int, end: int, against: Sequence[Party] = ()) -> Party | None:
        """Say who the description in the stretch means: "the ministry", "its foreign policy chief"."""
        return self._described(line, f"{line.text[start:end]} ", end, {side(p) for p in against})

    def _described(self, line: Line, text: str, end: int, accused: set[str]) -> Party | None:
        body = _BODY.search(text)
        group = None if body and body["noun"].lower().endswith(" group") else _GROUP.search(text)  # a rights group
        if group:
            one_of_many = group["said"].lower().startswith(("a ", "an "))  # not the one named before
            return (None if one_of_many else _other(self._group, accused)) or _as_said(group)
        if match := _STATE.search(text):
            return self._of_state(line, match, end, accused)
        if match := _PERSON.search(text):
            named = _other(self._person, accused)
            definite = match["said"].lower().startswith("the ")
            return named if named and definite else self._of_state(line, match, end, accused)
        if match := _ALLIES.search(text):
            return _as_said(match)
        if match := _BODY.search(text):
            return self._body_meant(match, accused)
        if match := _TEXT.search(text):
            return self._body or _other(self.speaker, accused) or _as_said(match)
        return None

    def _body_meant(self, match: re.Match[str], accused: set[str]) -> Party:
        """Find which body is meant; one with a name of its own is itself, and no state or armed group is one."""
        if _OWN_NAME.fullmatch(match["said"]):
            return _as_said(match)
        speaker = _other(self.speaker, accused)
        stands = speaker and not (is_group(speaker) or (speaker.country and not speaker.speaker))
        return self._body or (speaker if speaker and stands else _as_said(match))

    def _of_state(self, line: Line, match: re.Match[str], end: int, accused: set[str]) -> Party:
        """Find the state whose body is meant; its own words where no state can be told."""
        noun = match["noun"].lower()
        alike = _alike(noun)
        known = next((p for n, p in reversed(self._of_states.items()) if n in alike and side(p) not in accused), None)
        if known:
            return known
        seat = seat_of(line, 0, end)
        here = self._home and (self._home[1] or re.search(r"\bhere\b", match["rest"]))
        country = seat or (self._home[0] if self._home and here else None) or self._host(line, accused)
        if accused:
            country = country or self.announced_in
        return Party(_capital(match["said"]), None if country in accused else country)

    def _host(self, line: Line, accused: set[str]) -> str | None:
        """Give the one state that a paragraph has told of: whose army or ministry it goes on with."""
        told = {p.country for number, p in self._told if number == line.paragraph and side(p) not in accused}
        return next(iter(told)) if len(told) == 1 else None

    def known(self, line: Line, speaker: Party | None) -> Party | None:
        """Give a speaker who is called by the office alone the country whose office it is."""
        if speaker is None or speaker.country or speaker.speaker:
            return speaker
        match = _STATE.search(f"{speaker.name} ")
        if match and (known := self._of_state(line, match, 0, set())).country:
            return known
        country = self._host(line, set()) if match or _PERSON.search(f"{speaker.name} ") else None
        return Party(speaker.name, country) if country else speaker

    def accused(self, said: str, accuser: Party | None) -> Party | None:
        """Say who is accused as "him", "the group", "the militia", "it", "their country"."""
        if said.lower() in _THEM and self._men and self._men[0] == self._last:
            return self._men[1]
        if said.lower() in _THAT_STATE:
            others = [p for p in self._states if accuser is None or p.country != accuser.country]
            return others[-1] if others else None
        if _ARMED_BODY.fullmatch(said):
            noun = said.lower().removeprefix("the ")
            return next((p for n, p in reversed(self._of_states.items()) if n == noun or noun in _alike(n)), None)
        if said.lower() in ("him", "her", "the man", "the leader", "the president", "the minister"):
            return self._person
        named = any(word[:1].isupper() for word in said.split()[1:])  # "the Tamil rebels" are nobody told before
        if named or not _GROUP.search(f"{said} ") or _SEVERAL.search(said):
            return None
        group = _other(self._group, {side(accuser)} if accuser else set())
        return group if group and _NAME.search(group.name) and not _TEXT.search(f"{group.name} ") else None


def _alike(noun: str) -> set[str]:
    """Give the nouns that may name the same body of a state."""
    return next((nouns for nouns in _ALIKE if noun in nouns), {noun})


def is_armed_body(name: str) -> bool:
    """Whether the words call an armed body of a state that is not named: "the Air Force", "the army"."""
    return bool(_ARMED_BODY.fullmatch(name))


def _opening(text: str) -> str:
    """Give the words up to the first noun for somebody who speaks: "The ministry summoned the envoy and"."""
    match = _ANY_NOUN.search(text)
    return text[: match.end()] + " " if match and match.end() < _BODY_REACH else ""


def _other(party: Party | None, accused: set[str]) -> Party | None:
    return party if party and side(party) not in accused else None


def _body_named(line: Line, start: int, end: int) -> Party | None:
    """Give the name beside the body that is a verb's subject: "Emergency Lawyers, a rights group, blamed"."""
    named = _NAMED_BODY.search(line.text, 0, end)
    return (
        Party(" ".join((named["before"] or named["after"]).split()), None) if named and named.end() >= start else None
    )


def body_that_said(text: str) -> Party | None:
    """Read the name of a body after the verb of saying: "said the relief group Border Doctors"."""
    named = _NAMED_BODY_AFTER.search(text)
    return Party(" ".join(named["name"].split()), None) if named else None


def _as_said(match: re.Match[str]) -> Party:
    return Party(_capital(match["said"]), None)


def _capital(words: str) -> str:
    plain = " ".join(words.split())
    return plain[:1].upper() + plain[1:]


def _home(lines: Sequence[Line]) -> tuple[str, bool] | None:
    """Give the country from which the article was sent, and whether from its capital."""
    filed = next((line for line in lines if line.zone is Zone.DATELINE and line.places), None)
    if filed is None:
        return None
    countries = {p.place.country for p in filed.places if p.place}
    country = next(iter(countries)) if len(countries) == 1 else None
    return (country, any(map(is_capital, filed.places))) if country else None


def is_of_the_state(said: str) -> bool:
    """Whether somebody is called by an office or a body of the state he belongs to: "the authorities", "a minister"."""
    last = list(_OFFICES.finditer(said))
    return bool(last) and last[-1].end() == len(said) and not _OF_FOES.search(said)
