"""Denials: who says that it did not do what it is accused of; kept with the words, but no event of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.accusation.charge_nouns import Charge
from timeline.reading.extract.party.groups import is_group, is_world_body, side
from timeline.reading.extract.party.parties import is_force
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_of_a_wrong
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import government_in, party_in, phrase_start
from timeline.reading.extract.voice.voices import Voices
from timeline.reading.words import phrases, words_in

_NOUN = r"(?:accusation|allegation|charge|claim|report)s?"
_UNTRUE = (
    r"(?:an?\s+|as\s+|pure\s+|total\s+|utter\s+|completely\s+|totally\s+|simply\s+|[“\"'‘]|another\s+|familiar\s+)*"
    r"(?:lies?|absurd|nonsense|baseless|groundless|unfounded|false|fabricat\w+|fictions?|slander|disinformation"
    r"|ridiculous|untrue|fake|rubbish|propaganda|fantas\w+|a\s+smear|smears?|preposterous|not\s+true|invention"
    r"|invented|provocation|politically\s+motivated|a\s+joke)\b"
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed)"
    r"|rebuff(?:s|ed)|repudiat(?:es|ed)|disown(?:s|ed)|brush(?:es|ed)\s+(?:aside|off)|scoff(?:s|ed)\s+at)\s+"
    r"(?:that\s|having\s|any\s|all\s|it\b|this\b|involvement|responsibility|wrongdoing|as\s|doing\s|both\s|"
    r"(?:the|this|that|these|those|both|such|its|their|similar|[\w’']+['’]s?)\s+(?:\w+\s+){0,2}?"
    rf"(?:{_NOUN}|involvement|responsibility|role)\b|{_NOUN}\b|\w+ing\s)"
    rf"|\bcall(?:s|ed|ing)\s+(?:it|that|this|them|(?:the|those|these|such|its|their|[\w’'.]+['’]s?)\s+{_NOUN})\s+"
    rf"{_UNTRUE}|\b(?:said|says|insisted|insists|added)\s+(?:that\s+)?(?:the|those|these|this|such|all)\s+"
    rf"(?:\w+\s+){{0,2}}?{_NOUN}\s+(?:was|were|is|are)\s+{_UNTRUE}"
    r"|\b(?:said|says|insisted|insists)\s+(?:that\s+)?(?:it|they|he|she|\w+)\s+(?:had|has|have|played|was|were)\s+"
    r"(?:nothing\s+to\s+do\s+with|no\s+(?:part|role|hand|involvement)\s+in|not\s+involved\s+in"
    r"|not\s+(?:behind|responsible\s+for))",
    re.IGNORECASE,
)
_WHICH_IT_DENIES = re.compile(  # "a charge that Iran denies", "which Paris has rejected"
    rf"(?:\b{_NOUN}\s+(?:that\s+|which\s+)?|,\s+(?:a\s+\w+\s+)?(?:which|something)\s+)"
    r"(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+"
    r"(?:has\s+|have\s+|had\s+)?(?:\w+ly\s+|always\s+)?(?:denies|deny|denied|rejects?|rejected|disputes?|disputed"
    r"|dismisses|dismissed)\b",
    re.IGNORECASE,
)
_THE_CHARGE = re.compile(  # what was said before: no "accusation that it hides its dead"
    r",\s+an?\s+(?:\w+\s+)?(?:accusation|allegation|charge)\b|\b(?:the|this|that|these|those|such)\s+(?:\w+\s+)?"
    r"(?:accusation|allegation|charge)s?\b(?!\s+(?:that|of|against)\b)",
    re.IGNORECASE,
)
_DOES = re.compile(  # "Y's troops had opened fire", no "Y, where"
    r"(?:['’]s?)?(?:\s+(?!(?:and|or|of|in|that|who|which|said|says)\b)[\w’'-]+){0,3}?\s+"
    r"(?:has|have|had|was|were|is|are|[a-z]+ed|sent|shot|struck|hit|broke|fed|flew|took|stole|began|built|gave|led"
    r"|paid)\b"
)
_DONE_BY = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+){1,4}?by\s+(?:the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_HIT = re.compile(r"\b(?:kill\w*|struck|hit|fired|opened\s+fire)\b", re.IGNORECASE)
_DENIAL_WORDS = frozenset(phrases("denials"))
_MOST_VERBS = 8  # of one sentence that are looked at
_NO_DENIAL = re.compile(
    r"\b(?:not|never|neither|confirmed\s+nor|nor|could|would|did\s+not|refused\s+to|cannot|confirm\s+or)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def said_of_another(line: Line, named: Sequence[Named], source: Party | None) -> Charge | None:
    """Read what a side or its official plainly says that another side did: no charge, unless that side answers it."""
    if source is None or not (source.country or source.speaker or is_group(source) or is_world_body(source)):
        return None
    for one in named:
        another = (
            not one.party.speaker and side(one.party) != side(source) and (one.party.country or is_group(one.party))
        )
        by_them = _DONE_BY.search(line.text, 0, one.start)
        if (
            another
            and (by_them or _DOES.match(line.text, one.end))
            and (is_of_a_wrong(line.text, 0) or _HIT.search(line.text))
        ):
            at = 0 if by_them else one.start
            return Charge(one.start, one.end, "said", (one.party,), at, source, stands=True)
    return None


def answers(line: Line, denial: Draft, charge: Charge) -> bool:
    """Whether the accused is who denies, and calls what was said an accusation."""
    return (
        _THE_CHARGE.search(line.text) is not None
        and denial.actor is not None
        and any(side(denial.actor) == side(r) for r in charge.recipients)
    )


def denial_of(line: Line, named: Sequence[Named], voices: Voices) -> Draft | None:
    """Read "Hezbollah denied any involvement", "New Delhi called the claim absurd", "a charge that Iran denies"."""
    return next(iter(_denials(line, named, voices)), None)


def _denials(line: Line, named: Sequence[Named], voices: Voices) -> Iterator[Draft]:
    if _DENIAL_WORDS.isdisjoint(words_in(line.text)):
        return
    for match in islice(_DENIES.finditer(line.text), _MOST_VERBS):
        start = phrase_start(line.text, match.start())
        if line.quoted(match.start()) or _NO_DENIAL.search(line.text, 0, match.start()):
            continue
        who = party_in(line, named, start, match.start()) or government_in(line, start, match.start())
        who = who or voices.meant(line, start, match.start())
        if who and _is_a_side(who):
            yield _draft(line, named, who, match.start(), match.end())
    for match in islice(_WHICH_IT_DENIES.finditer(line.text), _MOST_VERBS):
        who = party_in(line, named, match.start("who"), match.end("who"))
        who = who or _accused_before(line, named, match) or voices.meant(line, match.start("who"), match.end("who") + 1)
        if who and _is_a_side(who):
            yield _draft(line, named, who, match.start(), match.start())


def _accused_before(line: Line, named: Sequence[Named], match: re.Match[str]) -> Party | None:
    """Find whom "it" means in "Israel accuses the group of ..., which it denies": the last one accused before."""
    if match["who"].lower() not in ("it", "they", "he", "she", "the group", "the movement"):
        return None
    return next((n.party for n in reversed(named) if n.end <= match.start() and not n.party.speaker), None)


def _is_a_side(party: Party) -> bool:
    return bool(party.country or is_group(party) or is_force(party.name))


def _draft(line: Line, named: Sequence[Named], who: Party, start: int, end: int) -> Draft:
    others = {side(n.party): n.party for n in named if side(n.party) != side(who) and n.party.country != who.country}
    return Draft(
        kind=Kind.ACCUSATION,
        line=line,
        part=line,
        act=start,
        sub_kind="denied",
        when=None,
        hold=DateHold.NONE,
        places=tuple(RolePlace(p, Role.OTHER) for p in line.places),
        actor=who,
        recipients=tuple(others.values()) if len(others) == 1 else (),  # who is answered, where one other is named
        target=" ".join(line.text[end:].split()).strip(' ,.;”"'),
        killed=None,
        injured=None,
        stance=Stance.DENIED,
        specificity=Specificity.EVENT,
    )
