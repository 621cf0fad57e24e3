"""Charges whose accuser another sentence names: "Y stands accused of Z. The accusation came from X."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import CAME_FROM, REPEATED, Charge
from timeline.reading.extract.party.deeds import deed_of
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import party_in, source_end
from timeline.reading.words import words_in

_NOUNS = ("allegation", "accusation", "charge", "claim")
_NOUN = rf"(?:{'|'.join(_NOUNS)})"
_IS_ACCUSED = re.compile(
    r"\b(?:is|are|was|were|been|being|stands?|stood)\s+(?:\w+\s+){0,2}?(?:accused|blamed|suspected)"
    r"(?:,[^.,;:“”\"]{2,40},)?\s+(?:of|for)\s+",
    re.IGNORECASE,
)
_HEADED_ACCUSED = re.compile(r"(?<=\w)\s+(?:accused|blamed|suspected)\s+(?:of|for|over)\s+", re.IGNORECASE)
_ACCUSED_OF = re.compile(  # "Accused of recruiting arsonists: Russia."
    r"[\W_]*(?:accused|blamed|suspected)\s+(?:of|for)\s+(?P<what>[^:;“”\"]{3,140}):\s+(?:the\s+)?", re.IGNORECASE
)
_ASKED = re.compile(  # "What evidence is there that Russia has ...?"
    r"\b(?:evidence|proof|truth|substance|grounds)\b[^.;:“”\"]{0,40}?\b(?:that|for\s+saying\s+that)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_IT_RAN = re.compile(  # "Cambodia, it ran, has planted mines", "“Cambodia has planted mines,” the claim ran"
    r",[”\"]?\s+(?:it|they|the\s+\w+)\s+(?:ran|runs|reads?|went|goes|continued|continues)(?=[,;.])[,;.]?(?=\s|$)",
    re.IGNORECASE,
)
_ACCUSES = re.compile(  # a paper that speaks for whoever signs it
    r"\b(?:note|letter|paper|document|dossier|statement|file|report|assessment|complaint|message|communiqu[eé])\b"
    r"[^.;:“”\"]{0,60}?\s(?:accuses|accused|blames|blamed)\s+(?P<whom>[^.;:“”\"]{2,50}?)\s+(?:of|for)\s+",
    re.IGNORECASE,
)
_THE_CHARGE_THAT = re.compile(rf"\b{_NOUN}s?\s+(?:that|of)\s+(?:the\s+)?", re.IGNORECASE)
_LABEL = re.compile(
    rf"\b(?:{_NOUN}|message|main\s+line|answer|a)\b(?:,[^,:]{{2,30}},?)?:\s+(?:that\s+)?(?:the\s+)?", re.IGNORECASE
)
_CHARGE_WORDS = frozenset({"accused", "blamed", "suspected", "accuses", "blames"}).union(
    noun + end for noun in _NOUNS for end in ("", "s")
)
_SIGNED_BY = re.compile(  # whose the charge is that was just told
    rf"(?:it|this|they|the\s+(?:\w+\s+)?(?:{_NOUN}s?|complaint|words|note|letter|paper|file|document|dossier|report"
    r"|assessment|statement))\s+"
    r"(?:is|was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+|first\s+)?"
    r"(?:made|brought|signed|presented|put\s+forward|voiced|delivered|raised|levell?ed|read\s+out|set\s+out)\s+"
    r"(?:(?!that\b)[^\s.;:“”\"]+\s+){0,6}?\bby\s+(?:the\s+)?|(?:who\s+(?:said|says|made|makes|claimed|brought)\s+"
    r"(?:it|that|this|so|the\s+\w+)|by\s+whom|(?:claimed|said|made|alleged)\s+by|speaker|source)\s*[:?]\s+"
    r"(?:\W*(?:a:|by)\s+){0,2}(?:the\s+)?|by\s+(?:the\s+)?(?=(?-i:[A-Z]))|(?:the\s+)?accuser[,:]\s+(?:the\s+)?"
    r"|(?:the|these|those)\s+(?:(?:are|were)\s+the\s+)?(?:words|sentences?|remarks?|lines?|quotations?)\s+"
    r"(?:(?:is|are|was|were|comes?|came)\s+)?(?:those\s+of|that\s+of|from|by|of|spoken\s+by|written\s+by)\s+"
    r"(?:the\s+)?|(?:so|thus)\s+(?:said|says|spoke|charged|ran|declared|wrote|claimed)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_CHARGE_BY = re.compile(rf"\b{_NOUN}s?\s+(?:\w+\s+){{0,2}}?(?:by|from)\s+(?:the\s+)?(?=(?-i:[A-Z]))", re.IGNORECASE)
_Q_AND_A = re.compile(r"[\W_]*(?:[QA]:\s*)?")
_HAS_THE_FLOOR = re.compile(  # "X has just finished speaking", "X is at the lectern"
    r"\b(?:is|was|has\s+been|has\s+just\s+finished|has\s+finished|just\s+finished|has\s+begun|has\s+started|began)"
    r"\s+(?:now\s+|also\s+|still\s+)?(?:speaking|talking|briefing|addressing"
    r"|at\s+the\s+(?:lectern|podium|microphones?))\b|\b(?:took|has\s+taken|takes)\s+the\s+(?:floor|stage|podium)\b"
    r"|\bwent\s+(?:before\s+the\s+cameras|on\s+(?:the\s+)?air)\b",
    re.IGNORECASE,
)
_WHOM_REACH = 60  # characters in which the accused is named
_WHO_REACH = 100  # characters in which the accuser is named


def unsigned_charge(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a charge that nobody is said to bring; it is an accusation only when another sentence names who does."""
    if not _CHARGE_WORDS.isdisjoint(words_in(line.text)) and not _ACCUSED_OF.match(line.text):
        heading = _HEADED_ACCUSED.search(line.text) if line.zone is Zone.HEADLINE else None
        if passive := _IS_ACCUSED.search(line.text) or heading:
            return _against([n.party for n in named if n.end <= passive.start()][-1:], passive)
        if paper := _ACCUSES.search(line.text):
            return _against([n.party for n in named if paper.start("whom") <= n.start < paper.end("whom")][:1], paper)
        if noun := _THE_CHARGE_THAT.search(line.text):
            after = [n.party for n in named if noun.end() <= n.start < noun.end() + _WHOM_REACH]
            states = [n.party for n in named if n.end <= noun.start() and n.party.country and not n.party.speaker]
            return _against(after[:1] or states[-1:], noun)
    if elliptic := _ACCUSED_OF.match(line.text):
        return _named_last(line, named, elliptic)
    if line.text.rstrip("”\"' ").endswith("?") and (asked := _ASKED.search(line.text)):
        return plain_charge(line, named, asked.end())
    if _IT_RAN.search(line.text):
        return plain_charge(replace(line, text=_IT_RAN.sub(lambda m: " " * len(m.group()), line.text)), named)
    label = _LABEL.search(line.text)
    return plain_charge(line, named, label.end()) if label else None


def _named_last(line: Line, named: Sequence[Named], match: re.Match[str]) -> Charge | None:
    """Read "Accused of recruiting arsonists: Russia."."""
    whom = [n.party for n in named if match.end() <= n.start < match.end() + _WHOM_REACH][:1]
    at = match.start("what")
    return Charge(match.start(), at, REPEATED, tuple(whom), at, unsigned=True) if whom else None


def _against(whom: Sequence[Party], match: re.Match[str]) -> Charge | None:
    return Charge(match.start(), match.end(), REPEATED, tuple(whom), match.end(), unsigned=True) if whom else None


def plain_charge(line: Line, named: Sequence[Named], start: int = 0) -> Charge | None:
    """Read a wrong that is told of a state as a fact: a charge only where the next sentence says "So said X"."""
    first = next((n for n in named if not n.party.speaker and (n.party.country or is_group(n.party))), None)
    if first is None or line.text[start : first.start].strip("“\"‘' ").lower() not in ("", "the"):
        return None
    deed = deed_of(line.text, first.start, first.end)
    if not (deed and deed.grave):
        return None
    return Charge(first.start, first.end, REPEATED, (first.party,), first.start, unsigned=True)


def signed(line: Line, named: Sequence[Named], last: Charge | None) -> Charge | None:
    """Read who brings the charge of the sentence before: "It was made by X", "The accuser, X, ...", "So said X"."""
    if last is None or not last.unsigned:
        return None
    opening = _Q_AND_A.match(line.text)
    match = _SIGNED_BY.match(line.text, opening.end() if opening else 0) or _CHARGE_BY.search(line.text)
    who = party_in(line, named, match.end(), match.end() + _WHO_REACH) if match else None
    if match is None or who is None or not (who.country or who.speaker):
        return None
    at = len(line.text)
    return replace(last, start=match.start(), end=match.end(), content_at=at, accuser=who, accuser_at=match.end())


def has_the_floor(line: Line, named: Sequence[Named]) -> Party | None:
    """Find who is told to be speaking, without a word of what: "X has just finished speaking"."""
    if came := CAME_FROM.search(line.text) or _CHARGE_BY.search(line.text):  # "It came from X. Y, it ran, has ..."
        return party_in(line, named, came.end(), source_end(line.text, came.end()))
    match = _HAS_THE_FLOOR.search(line.text)
    who = party_in(line, named, 0, match.start()) if match else None
    return who if who and who.speaker else None
