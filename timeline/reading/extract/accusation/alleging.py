"""Charges told by "alleges", by evidence laid against somebody, and by "accusations against"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from timeline.event import Party
from timeline.reading.extract.accusation.accusing import it_before
from timeline.reading.extract.accusation.charge_nouns import Charge, doer_within, named_within
from timeline.reading.extract.force.force import HARMED, speaks_of_force
from timeline.reading.extract.party.deeds import deed_of
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_wrong, names_a_blow, names_a_foe
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import seat_in
from timeline.reading.words import Cues, finder, of_class, phrases

_AGAINST = Cues(of_class("accusation_cues", "against"))
_EVIDENCE = Cues(of_class("accusation_cues", "evidence"))
_ALLEGE = Cues(of_class("accusation_cues", "allege"))
_NO_EVIDENCE = frozenset({"no", "any", "little", "without", "lack"})
_BEFORE_A_NAME = frozenset({"", "the", "neighbouring", "neighboring"})
_APPOSED = re.compile(r",\s+(?:the\s+|clear\s+)?$")  # "..., evidence that America's economy has ..."
_HAS_DONE = re.compile(
    r"(?:['’]s?)?(?:\s+\w+){0,2}?\s+(?:(?:has|have|had|is|are|was|were)\s+\w|(?:hit|struck|shot|sent|gave|sold|took)\b)"
    r"|\s+(?:\w+ly\s+)?[a-z]+ed\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"(?:['’]s?)?(?:\s+[\w'’]+){0,4}?\s+(?:willing|ready|recover|slow|grow|improv|compl|withdr|cooperat|retreat|los"
    r"|weaken|talk|negotiat|interested|open|struggl|suffer|isolated)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s+(?:[\w,]+\s+){0,6}?that\s")
_OF_A_NOUN = frozenset({"the", "a", "an", "these", "its", "any"})  # "the alleged spies"
_IS_ALLEGED = re.compile(r"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)  # by nobody in particular
_IT_DID = re.compile(r"\s+(?:that\s+)?(?:it|they|the\s+country)\b")
_SUSPECTED = re.compile(
    r"([^,;:“”\"]{3,80}?)\s{1,3}(?:is|are|was|were)\s{1,3}(?:suspected|accused)\s{1,3}of\b", re.IGNORECASE
)
_CHARGED = re.compile(  # "Y was in league with rebels, X charged": no court's charge takes a whole sentence
    r",[”\"]?\s+(?:(?!\b(?:is|are|was|were|be|been|being|with)\b)[^,;:“”\"\s]+\s+){1,9}?charged(?=\s*(?:[.;,]|$))",
    re.IGNORECASE,
)
_LAST = re.compile(  # a verb, no adjective as in "the victims and alleged killers"
    r"\s*(?:[.;,]|$|(?:on|in|at|late|early|to|through|via|during|as|while|when|after|before|by|and)\b)"
)
_CONTENT = re.compile(r"[,:;]\s+|\b(?:that|of|over)\s+", re.IGNORECASE)
_CHARGE_REACH = 120  # characters in which the object of evidence stands
_FORCE_OPENS = re.compile(rf"[\W_]*(the\s+(?:[a-z-]+\s+)?(?:{finder(phrases('forces')).pattern}))\b", re.IGNORECASE)
_MOST_VERBS = 8  # of one sentence that are looked at


def by_charge_against(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "the accusations against Y, that it ..."."""
    match = _AGAINST.search(line.text)
    if not match:
        return None
    whom = named_within(named, match.end(), match.end() + 60) or seat_in(line, match.end(), match.end() + 30)
    content = _CONTENT.search(line.text, match.end())
    return (
        Charge(match.start(), match.end(), "accused", whom[:1], content.end() if content else len(line.text))
        if whom
        else None
    )


def by_evidence(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "has evidence that Y ..." and "evidence of cooperation between Y and Z in ..."."""
    match = _EVIDENCE.search(line.text)
    if (
        not match
        or _NO_EVIDENCE & set(line.words_before(match.start(), 3))
        or _APPOSED.search(line.text, 0, match.start())
    ):
        return None
    if not is_wrong(line.text, match.end()) and not _that_they_did(line, named, match):
        return None
    both = re.compile(r"\bbetween\s+").search(line.text, match.end(), match.end() + 80)
    after = named_within(named, match.end(), match.end() + _CHARGE_REACH)
    doers = tuple(
        n.party for n in named if n.start >= match.end() and not n.party.speaker and deed_of(line.text, n.start, n.end)
    )
    whom = after[:2] if both else (doers or after)[:1]
    return Charge(match.start(), match.end(), "evidence", whom, match.end()) if whom else None


def _that_they_did(line: Line, named: Sequence[Named], evidence: re.Match[str]) -> bool:
    """Whether the evidence is of what a side did, whatever that was: "proof that China has hidden gunmen"."""
    told = evidence.group().lower().endswith("that")
    doer = next((n for n in named if n.start >= evidence.end() and not n.party.speaker), None)
    if not told or doer is None or line.text[evidence.end() : doer.start].strip().lower() not in _BEFORE_A_NAME:
        return False
    return bool(_HAS_DONE.match(line.text, doer.end)) and not _HARMLESS.match(line.text, doer.end)


def by_alleging(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "alleges that Y ...", "Y has sent arms, X alleged"."""
    for match in islice(_ALLEGE.finditer(line.text), _MOST_VERBS):
        if _OF_A_NOUN & set(line.words_before(match.start(), 1)) or _IS_ALLEGED.search(line.text, 0, match.start()):
            continue
        after = doer_within(named, match.end(), match.end() + 80)
        if _IT_DID.match(line.text, match.end()) and (it := it_before(named, match.start())):
            return Charge(match.start(), match.end(), "alleged", (it,), match.end())
        before = _accused_before(line, named, match.start())
        if after and (
            match.group().lower() != "alleged" or _THAT.match(line.text, match.end())
        ):  # "alleged spies" alleges not
            return Charge(match.start(), match.end(), "alleged", after[:1], match.end())
        if before and (is_wrong(line.text, 0, match.start()) or _is_of_a_blow(line, match)):
            return Charge(match.start(), match.end(), "alleged", before[:1], 0)
    return _charged_last(line, named)


def _is_of_a_blow(line: Line, verb: re.Match[str]) -> bool:
    """Whether a sentence that tells of a blow closes on who alleges it: "Y's guns killed four, the rebels alleged"."""
    blow = names_a_blow(line.text, 0, verb.start()) or HARMED.search(line.text, 0, verb.start())
    return bool(blow and _LAST.match(line.text, verb.end()))


def _charged_last(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "Y was in league with rebels, X charged"."""
    match = _CHARGED.search(line.text)
    first = next((n for n in named if match and n.end <= match.start()), None)
    of_a_wrong = match and (
        (first is not None and deed_of(line.text, first.start, first.end))
        or is_wrong(line.text, 0, match.start())
        or speaks_of_force(line.text[: match.start()])
        or names_a_foe(line.text[: match.start()], 0)
    )
    if match is None or not of_a_wrong:
        return None
    force = _FORCE_OPENS.match(line.text)
    whom = Party(force[1], None) if force else first and first.party
    return Charge(match.end(), match.end(), "alleged", (whom,), 0) if whom else None


def _accused_before(line: Line, named: Sequence[Named], end: int) -> tuple[Party, ...]:
    """Find whom a sentence accuses that ends on its speaker: "Two firms in X are suspected ..., Y alleged"."""
    whom = named_within(named, 0, max(0, end - 40))[:1]
    subject = _SUSPECTED.match(line.text, 0, end)
    return (Party(subject[1], None),) if subject else whom
