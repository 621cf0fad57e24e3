"""Accusations that are acts of state: an envoy summoned, a protest, a suit, an indictment, a sanction, an expulsion.

Each counts only with the wrong that it answers: "summoned Y's ambassador over the poisoning of ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.reading.extract.accusation.charge_nouns import Charge, accused_in
from timeline.reading.extract.party.groups import is_world_body
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import FOES, is_wrong, names_a_blow
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import unattributed
from timeline.reading.extract.voice.speakers import party_in, speaker_of
from timeline.reading.words import phrases, words_in

_OVER = (
    r"\b(?:over|after|for|about|following|because\s+of|in\s+response\s+to|in\s+protest\s+(?:at|over|against)"
    r"|against|on\s+charges\s+of|on\s+suspicion\s+of|with|citing|saying|alleging|arguing|claiming|accusing"
    r"|to\s+(?:hear\s+(?:an?\s+)?(?:protest|complaint)\s+(?:over|about|at|against)"
    r"|protest(?:\s+(?:at|over|against))?|condemn|denounce)|to\s+complain\s+(?:about|of)"
    r"|who(?=\s+(?:(?:had|has|allegedly)\s+)*(?:order|command|direct|carri)))\s+"
)
_ACTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # the envoy of the accused
        r"\b(?:summon(?:s|ed|ing)?|call(?:s|ed)\s+in)\s+(?P<whom>[^,.;:“”\"]{2,70}?\b"
        r"(?:ambassadors?|envoys?|diplomats?|charg[ée]|consul|attach[ée]|commissioners?|representatives?)\b"
        r"[^,.;:“”\"]{0,40}?)",
        r"\b(?:expel(?:s|led|ling)?|threw\s+out|kick(?:s|ed)\s+out|declar(?:es|ed))\s+"
        r"(?P<whom>[^,.;:“”\"]{2,70}?\b(?:ambassadors?|envoys?|diplomats?|attach[ée]s?|consul|spies|spy|officers?"
        r"|agents?)\b[^.;:“”\"]{0,40}?)",
        r"\b(?:lodg|fil|deliver|issu|mad|mak|submit|submitt|sent|send|hand|rais)\w*\s+(?:\w+\s+){0,4}?"
        r"(?:protests?|complaints?|d[ée]marche|notes?)\s+(?:\w+\s+)?(?:with|to|against)\s+(?P<whom>[^,.;:“”\"]{2,60}?)",
        r"\b(?:hand|deliver|gave|give|present|issu)\w*\s+(?P<whom>[^,.;:“”\"]{2,60}?)\s+(?:with\s+)?an?\s+"
        r"(?:[\w-]+\s+){0,2}?(?:protest|note|d[ée]marche)\b(?:\s+note)?",
        r"\bprotest(?:s|ed|ing)?\s+to\s+(?P<whom>[^,.;:“”\"]{2,60}?)",
        # the court
        r"\b(?:fil|launch|lodg|br(?:ing|ough)|open|institut|start)\w*\s+(?:\w+\s+){0,4}?"
        r"(?:case|suit|lawsuit|complaint|application|proceedings|action|genocide\s+case|charges|investigation|probe"
        r"|inquiry)\s+(?:(?:to|with|at|before)\s+[^,.;:“”\"]{2,50}?\s+|\w+\s+)?(?:against|into)\s+"
        r"(?P<whom>[^,.;:“”\"]{2,80}?)",
        r"\b(?:sued|sues|suing)\s+(?P<whom>[^,.;:“”\"]{2,80}?)",
        r"\b(?:took|takes|taken|taking|haul(?:s|ed)|drag(?:s|ged))\s+(?P<whom>[^,.;:“”\"]{2,30}?)\s+(?:to"
        r"|before)\s+(?:[\w']+\s+){0,3}?(?:court|ICJ|tribunal)\b"
        r"[^,.;:“”\"]{0,40}?",
        r"\b(?:indict(?:s|ed|ing)?|(?:serv|issu|announc)(?:e|es|ed|ing)\s+(?:[\w-]+\s+){0,4}?"
        r"(?:suspicion|warrants?|charges)\s+(?:on|to|for|against))\s+(?P<whom>[^,.;:“”\"]{2,80}?)",
        r"\bserv(?:es|ed|ing)\s+(?P<whom>[^.;:“”\"]{2,110}?)(?=\s+with\s+(?:an?\s+)?(?:\w+\s+)?"
        r"(?:notice|suspicion|charges|indictment|warrant))",
        r"\bnotif(?:ies|ied|ying)\s+(?P<whom>[^.;:“”\"]{2,110}?)\s+(?:in\s+absentia\s+)?of\s+"
        r"(?:the\s+|an?\s+)?suspicion(?:\s+in\s+absentia)?",
        # sanctions
        r"\badd(?:s|ed)\s+(?P<whom>[^,.;:“”\"]{2,80}?)\s+to\s+(?:its|a|the)\s+(?:[\w-]+\s+){0,3}?(?:blacklist|list)\b",
        r"\b(?:sanction(?:s|ed|ing)|blacklist(?:s|ed|ing)|(?:impos|slapp?|announc|adopt|levell?)\w*\s+"
        r"(?:[\w-]+\s+){0,3}?sanctions\s+(?:on|against))\s+(?P<whom>[^,.;:“”\"]{2,80}?)",
    )
)
_WAS_SUMMONED = re.compile(  # "Y's envoy was summoned by X over Z"
    r"(?P<whom>[^.;:“”\"]{2,70}?\b(?:ambassador|envoy|diplomat|charg[ée]|consul|commissioner|representative)s?\b"
    r"[^,.;:“”\"]{0,40}?)\s+(?:has\s+been|have\s+been|was|were|is|had\s+been)\s+(?:also\s+|again\s+)?"
    r"(?:summoned|called\s+in|hauled\s+in)\b(?P<by>[^.;:“”\"]{0,60}?\bby\s+(?:the\s+)?(?P<who>[^,.;:“”\"]{2,60}?)"
    r"(?=,|\s+(?:on|in|over|after|for|to)\s|\.|$))?",
    re.IGNORECASE,
)
_NOT_SURE = re.compile(
    r"what\b[^,.;]{2,40}?\b(?:says?|said|believes?|thinks?|assumes?)\s+(?:is|was|were|are)\b", re.IGNORECASE
)
_COMPLAINS = re.compile(  # "complained to the Security Council about Y's use of ..."
    r"\bcomplain(?:s|ed|ing)?\s+(?:to\s+[^,.;:“”\"]{2,50}?\s+)?(?:on\s+\w+\s+)?(?:about|of|over)\s+", re.IGNORECASE
)
_ACT_WORDS = frozenset(phrases("acts_of_state"))
_ENDS = re.compile(rf",?\s*(?:on\s+\w+\s*|late\s+\w+\s*)?,?\s*({_OVER})", re.IGNORECASE)
_NOT = frozenset({"not", "never", "without", "may", "might", "could", "would", "will", "to"})
_WORDS = re.compile(  # "summoned over remarks"; "saying it would also recall its envoy" gives no ground
    r"(?:[\w“\"’'-]+\s+){0,4}?(?:comments?|remarks?|statements?|words|speech|accusations?|allegations?|claims?"
    r"|charges?|interview|post)\b|(?:it|they|he|she)\s+(?:would|will)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:tariffs?|trade|dumping|subsid\w+|dut(?:y|ies)|WTO|tax(?:es)?|football|match|game)\b", re.IGNORECASE
)
_REACH = 140
_WHOM_REACH = 40  # characters in which the accused is named


def by_protesting(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read an act of state against another side for a wrong: "summoned Y's envoy over Z", "sued Y for Z"."""
    if _ACT_WORDS.isdisjoint(words_in(line.text)):
        return None
    line = replace(line, text=unattributed(line.text))  # "a note of protest for[, it says,] moving"
    for act in _ACTS:
        match = act.search(line.text)
        if match is None or _NOT & set(line.words_before(match.start(), 1)):
            continue
        ground = _ENDS.search(line.text, match.start("whom"), match.end() + _REACH)
        if ground is None or _TRADE.search(line.text, ground.end()) or _WORDS.match(line.text, ground.end()):
            continue
        whom = accused_in(line, named, match.start("whom"), ground.start())
        whom = () if whom and is_world_body(whom[0]) else whom
        near = (ground.end(), min(ground.end() + _REACH, len(line.text)))
        wrong = is_wrong(line.text, ground.start()) or names_a_blow(line.text, *near) or FOES.search(line.text, *near)
        if whom and wrong:
            return Charge(match.start(), match.start("whom"), "accused", whom, ground.end())
    return _summoned(line, named) or _complaint(line, named)


def _summoned(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "Y's envoy was summoned by X over Z"; who did it may be whoever tells it."""
    act = _WAS_SUMMONED.search(line.text)
    ground = _ENDS.search(line.text, act.end("whom"), act.end() + _REACH) if act else None
    whom = accused_in(line, named, *act.span("whom")) if act else ()
    if not (act and ground and whom) or _TRADE.search(line.text, ground.end()) or _WORDS.match(line.text, ground.end()):
        return None
    near = (ground.end(), min(ground.end() + _REACH, len(line.text)))
    wrong = is_wrong(line.text, ground.start()) or names_a_blow(line.text, *near)
    if not wrong or _NOT_SURE.match(line.text, ground.end()):
        return None
    accuser = party_in(line, named, *act.span("who")) if act["who"] else speaker_of(line, named, None)
    at = act.start("who") if act["who"] else 0
    return Charge(act.end("whom"), act.end(), "accused", whom, ground.end(), accuser, at)


def _complaint(line: Line, named: Sequence[Named]) -> Charge | None:
    match = _COMPLAINS.search(line.text)
    whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH) if match else ()
    if not (match and whom and is_wrong(line.text, match.end())) or _TRADE.search(line.text, match.end()):
        return None
    return Charge(match.start(), match.end(), "accused", whom, match.end())
