"""Charges by judgement: "X called the strike a war crime", where the story has told whose strike it was.

What is judged is the blow told last: its doer is the accused, unless the words themselves name another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from timeline.event import Party, Stance
from timeline.reading.extract.accusation.charge_nouns import Charge, named_within
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import CRIME, RULES
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import unattributed
from timeline.reading.extract.voice.speakers import TELLING, party_in, speaker_of
from timeline.reading.extract.voice.voices import OPENING_QUOTES
from timeline.reading.words import Cues, of_class

_CRIMES = Cues(
    [
        *of_class("wrongdoing", "crime"),
        *("violation", "violations", "breach", "breaches", "infringement", "infringements", "contravention"),
    ]
)
_BLOW = (
    r"(?:air\s*-?strikes?|strikes?|attacks?|raids?|shelling|bombings?|bombardments?|assaults?|blasts?|explosions?"
    r"|killings?|deaths)"
)
_WHAT = (  # what is judged; of which blow, is said after it
    r"(?P<what>it|this|that|them|these|what\s+(?:(?:has\s+)?happened|(?:is|was)\s+happening)[^.,;:“”\"]{0,40}?"
    rf"|(?:the|this|that|these|those|both|its|their|his|an?|[\w’'-]+['’]s|(?-i:[A-Z])[a-z]+)\s+"
    rf"(?:(?!(?:said|says|called|that|was|is)\b)[\w’'-]+\s+){{0,4}}?{_BLOW}\b"
    r"(?:,?\s+(?:on|of|against|at|in|near|that|which|by|for|over|from)\s[^.;:“”\"]{2,100}?)?)"
)
_GRAVE = (  # what it is called: the words before the crime itself
    r"[“\"‘']?(?:(?!(?:not|no|to|for|against|after|response|reaction|answer|reply|revenge|retaliation|result"
    r"|accident|mistake|war\s+(?:on|against))\b)[\w’'-]+\s+[“\"‘']?){0,6}?"
)
_WRONG = (
    rf"(?P<crime>{CRIME.pattern}|(?:violations?|breach(?:es)?|infringements?|contravention)\s+of\s+"
    rf"(?:[\w’'-]+\s+){{0,5}}?(?:{RULES.pattern}|norms|rules))"
    r"(?!\s+of\s+(?:contract|trust|promise|security|protocol|privacy|faith|duty|etiquette)\b)"
)
_CALLS = re.compile(  # "called it a massacre", "condemned the strike as a violation of the law of war"
    r"\b(?:(?:call|brand|label|term|dubb|deem|consider|characteri[sz])(?:s|e|es|ed|led|ing|ling)?"
    r"|(?:describ|condemn|denounc|decri|decry|deplor|slamm?)(?:s|e|es|ed|ing)?(?=[^.;]*?\sas\s))"
    rf"\s+{_WHAT},?\s+(?:as\s+(?:being\s+)?)?{_GRAVE}{_WRONG}",
    re.IGNORECASE,
)
_IS = re.compile(  # "the strike was a war crime, X said", "in X's words it is genocide"
    rf"\b{_WHAT},?\s+(?:(?:ought\s+to|must|should|can\s+only|has\s+to|had\s+to|to)\s+be(?:\s+\w+\s+as)?"
    r"|is|was|are|were|appear(?:s|ed)\s+to\s+(?:be|have\s+been)|had\s+been|has\s+been|constitut(?:es|ed)"
    r"|amount(?:s|ed)\s+to|represent(?:s|ed))\s+"
    rf"{_GRAVE}{_WRONG}",
    re.IGNORECASE,
)
_WAS_CALLED = re.compile(  # "was condemned by X as a war crime", "which X called a massacre"
    rf"\b{_BLOW}\b[^.;:“”\"]{{0,80}}?(?:,\s+which\s+(?P<who>[^,.;:“”\"]{{2,60}}?)\s+(?:has\s+|have\s+|had\s+)?"
    r"|\s(?:was|were|been)\s+)(?:called|branded|labelled|labeled|termed|described|condemned|denounced|decried)"
    rf"(?:\s+by\s+(?P<by>[^,.;:“”\"]{{2,60}}?))?\s+(?:as\s+)?{_GRAVE}{_WRONG}(?:\s+by\s+(?P<last>[^,.;:“”\"]{{2,60}}))?",
    re.IGNORECASE,
)
_THIS_CRIME = re.compile(  # "“This massacre will not go unpunished,” X said"
    r"\b(?:this|these)\s+(?:[\w’'-]+\s+){0,3}?(?P<crime>massacres?|war\s+crimes?|crimes?|criminal\s+(?:act|attack)"
    r"|act\s+of\s+(?:terror|aggression)|atrocit(?:y|ies)|genocide|aggression)\b",
    re.IGNORECASE,
)
_IN_WORDS_OF = re.compile(  # "In the words of X, it was", "in X's words the attack is", "To X it was"
    r"\bin\s+(?:the\s+words\s+of\s+(?P<of>[^,;:“”\"]{2,80}?),\s|(?P<owner>[^,;:“”\"]{2,60}?)['’]s?\s+words\b)"
    r"|^(?:to|for)\s+(?P<to>[^,;:“”\"]{2,60}?),?\s+(?=(?:it|this|the\s+\w+)\s+(?:is|was)\b)",
    re.IGNORECASE,
)
_BY = re.compile(r"[”\"’']?(?:\s+[\w’'-]+){0,4}?\s+by\s+(?:the\s+)?", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:if|whether|unless|not|never|may|might|could|would|den(?:y|ies|ied)|rejected)\b", re.IGNORECASE
)
_CALLING = re.compile(
    r"\b(?:call|brand|label|term|dubb|deem|consider|characteri|describ|condemn|denounc|decr|deplor|slam)", re.IGNORECASE
)
_MOST = 4  # judgements of one sentence that are looked at
_REACH = 60  # characters in which the accused is named
_HEDGE_REACH = 30  # characters before the judgement in which "if" or "not" takes it back


@dataclass(frozen=True, slots=True)
class Doers:
    """Who struck in each sentence of an article, where it says so."""

    told: tuple[tuple[int, Party], ...]  # the sentence's number, and whose blow it tells

    def last(self, line: Line, speaker: Party | None) -> Party | None:
        """Give whose blow was told last, else whose all blows are; nobody, where the speaker's own side dealt it."""
        before = [party for number, party in self.told if number <= line.number]
        others = {side(party): party for _, party in self.told}
        last = before[-1] if before else next(iter(others.values())) if len(others) == 1 else None
        return None if last and speaker and side(speaker) == side(last) else last


def doers_of(strikes: Sequence[Draft]) -> Doers:
    """Take from the strikes told in an article who dealt each of them."""
    told = [(d.line.number, d.actor) for d in strikes if d.stance in (Stance.ASSERTED, Stance.HEDGED)]
    known = [(at, doer) for at, doer in told if doer and (doer.country or is_group(doer))]
    return Doers(tuple(sorted(known, key=lambda one: one[0])))


def by_judging(line: Line, named: Sequence[Named], doers: Doers) -> Charge | None:
    """Read that a blow is called a crime: "X called it a massacre", "the strike was a war crime, said X"."""
    if not _CRIMES.may_be_in(line.text):
        return None
    text = unattributed(line.text)
    called = _called(line, text, named, doers) if _CALLING.search(text) else ()
    return next(iter(called), None) or next(_said_to_be(line, text, named, doers), None)


def _called(line: Line, text: str, named: Sequence[Named], doers: Doers) -> Iterator[Charge]:
    """Read "was condemned by X as a war crime", "which X called a massacre", "X called the strike a massacre"."""
    for match in islice(_WAS_CALLED.finditer(text), _MOST):
        by = next((group for group in ("who", "by", "last") if match[group]), None)
        who = party_in(line, named, *match.span(by)) if by else None
        whom = doers.last(line, who)
        if who and whom and _stands(text, match):
            yield Charge(match.start(), match.end(), "accused", (whom,), match.start(), who)
    for match in islice(_CALLS.finditer(text), _MOST):
        whom = _whose(line, named, match) or doers.last(line, speaker_of(line, named, None))
        if whom and _stands(text, match):
            yield Charge(match.start(), match.start("what"), "accused", (whom,), match.start("what"))


def _said_to_be(line: Line, text: str, named: Sequence[Named], doers: Doers) -> Iterator[Charge]:
    """Read "the strike was a war crime, X said", "“This crime will be answered,” X said", "in X's words it was"."""
    words_of = _IN_WORDS_OF.search(text)
    teller = party_in(line, named, *words_of.span(words_of.lastgroup or 0)) if words_of else None
    goes_on = line.text.startswith(OPENING_QUOTES) and line.quoted(len(line.text) // 2)
    if not (teller or goes_on or TELLING.search(text)):
        return
    speaker = teller or speaker_of(line, named, None)
    for match in islice(_IS.finditer(text), _MOST):
        whom = _whose(line, named, match) or doers.last(line, speaker)
        if whom and not (speaker and side(whom) == side(speaker)) and _stands(text, match):
            yield Charge(match.start(), match.end(), "said", (whom,), match.start(), teller)
    for match in islice(_THIS_CRIME.finditer(text), _MOST):
        whom = doers.last(line, speaker) if line.quoted(match.start()) else None
        if whom and not _names_another(line, named, whom) and _stands(text, match):
            yield Charge(match.start(), match.end(), "said", (whom,), match.start(), teller)


def _whose(line: Line, named: Sequence[Named], match: re.Match[str]) -> Party | None:
    """Find whose blow the judgement itself says it is: "the Israeli strike", "an act of terror by Russia"."""
    by = _BY.match(line.text, match.end())
    after = named_within(named, by.end(), by.end() + _REACH)[:1] if by else ()
    inside = [n.party for n in named if match.start("what") <= n.start < match.end("what") and not n.party.speaker]
    return next(iter((*after, *inside[:1])), None)


def _names_another(line: Line, named: Sequence[Named], whom: Party) -> bool:
    """Whether the quotation speaks of others than those who struck: "Minsk had a hand in this crime"."""
    return any(line.quoted(n.start) and side(n.party) != side(whom) for n in named)


def _stands(text: str, match: re.Match[str]) -> bool:
    return not _OPEN.search(text, max(0, match.start() - _HEDGE_REACH), match.start("crime"))
