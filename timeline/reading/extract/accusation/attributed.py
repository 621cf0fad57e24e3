"""Charges that a named official brings by whatever words, where no verb or noun of accusing was read.

Who is named with an office of one state, beside what another state is said to have done or is to answer for, has said
so: "proof that Y has mined farms, as X had asserted", "Y is answerable for jamming airliners, X maintained".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.place import Cue
from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import CLAIMED_WITH, Charge
from timeline.reading.extract.force.act import without_times
from timeline.reading.extract.party.deeds import deed_of
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_of_a_wrong
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, of_class

_VERBS = "speech", "finding", "allege", "allegedly", "according", "evidence"
_SAYS_SO = re.compile(
    finder(of_class("accusation_cues", *_VERBS)).pattern
    + r"|\b(?:declares|quot(?:es|ed|ing)|voic(?:es|ed|ing)|claims?|assertions?|allegations?|accusations?|charges?"
    r"|insinuations?|words|comments|remarks|statements?|communiqu[eé]s?|letters?|notes?|filings?|complaints?"
    r"|evidence|proof|broadsides?|bombshells?)\b",
    re.IGNORECASE,
)
_TO_ANSWER_FOR = re.compile(
    r"\b(?:responsib\w+|answerable|answers?\s+for|accountable|to\s+account|to\s+task|guilty|culpable|reproach\w*"
    r"|(?:tore|tears|tearing|laid|lays|laying|lit|lights)\s+into|accus(?:ed?|es|ing|ations?)|charg(?:ed?|es|ing)"
    r"|allegations?|condemn\w*|denounc\w*|blam\w+|finger|at\s+the\s+door\s+of|takes?\s+aim|lash\w+\s+out)\b",
    re.IGNORECASE,
)
_FOR_DOING = re.compile(r"\b(?:of|for|with|over)\s+(?=(?:\w+ly\s+)?[a-z]+ing\b)")
_LIES_WITH = re.compile(
    r"\b(?:lies|lay|rests|rested)\s+(?:\w+ly\s+)?with\s+(?:the\s+)?|\bat\s+the\s+door\s+of\s+(?:the\s+)?", re.I
)
_IT = re.compile(r"\b(?:that|which|—|–|:)\s+(?P<it>it|they)(?=\s+(?:has|have|had|is|are|was|were)\b)", re.IGNORECASE)
_OFFICE = finder(of_class("voices", "person"))
_OF_STATE = re.compile(rf"(?:['’]s?)?(?:\s+(?!that\b|who\b|said\b)[\w-]+){{0,4}}?\s+{_OFFICE.pattern}", re.IGNORECASE)
_NOT_SO = re.compile(
    r"\b(?:if|whether|unless|lest|should|once|until|ensure|den(?:y|ies|ied)|not|doubts?|doubted)\s+(?:that\s+)?"
    r"(?:the\s+)?$"
    rf"|{CLAIMED_WITH}",
    re.IGNORECASE,
)
_AS_CLAIMED = re.compile(
    r",\s+as\s+[^,;:“”\"]{3,80}?\s+(?:claim|sa(?:id|y)|alleg|assert|insist|charg|maintain|declar)", re.IGNORECASE
)
_DENIES = re.compile(
    r",?(?:\s+(?!who\b|which\b|that\b|has\s+accused)[\w-]+){0,3}?\s+"
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)"
    r"|doubts?|doubted|ruled\s+out|hit\s+back|thank(?:s|ed|ing)?|prais(?:es|ed|ing)|welcom(?:es|ed|ing)"
    r"|hail(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:on|about|against|to|with|towards?|for|former|ex)[\s-](?:(?!by\b|of\b|from\b|in\b)[\w.'’-]+\s+){1,5}$"
    r"|\b(?:about|against|to|with|towards?|former)\s+$",
    re.IGNORECASE,
)
_LIVES_IN = re.compile(
    r"\b(?:liv|resid|work|stay|settl|bas|born|employ)(?:e?d|ing|e|es)?\s+in\s+(?:the\s+)?$", re.IGNORECASE
)
_NEAR = 70  # characters between the accused and what they are to answer for


def attributed(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read the charge that stands beside a named official of another side, if he does not deny it himself."""
    if line.text.rstrip("”\"' ").endswith("?") or not any(n.party.country for n in named):
        return None
    for at, whom, grave in (*_done(line, named), *_to_answer_for(line, named)):
        voice = _voice(line, named, whom)
        accused = whom or (_before(named, at, voice.party) if voice else None)
        if voice and accused and side(accused) != side(voice.party):
            verb = "alleged" if grave else "said"
            return Charge(0, 0, verb, (accused,), at, voice.party, voice.start, grave=grave, stands=True)
    return None


def _done(line: Line, named: Sequence[Named]) -> Iterator[tuple[int, Party | None, bool]]:
    """Yield each wrong that a side is told to have done: where it is told, whose it is, and whether it is grave."""
    if not _SAYS_SO.search(line.text):
        return
    found = [(n.start, n.end, n.party) for n in named if not (n.party.speaker or _is_adjective(line, n))]
    for start, end, party in (*found, *((*m.span("it"), None) for m in _IT.finditer(line.text))):
        deed = deed_of(line.text, start, end)
        if deed and (_AS_CLAIMED.search(line.text, end) or not _NOT_SO.search(line.text, 0, start)):
            yield start, party, deed.grave


def _to_answer_for(line: Line, named: Sequence[Named]) -> Iterator[tuple[int, Party | None, bool]]:
    """Yield each wrong that a side is to answer for: "Y is answerable for jamming", "the blame for Z lies with Y"."""
    if not _TO_ANSWER_FOR.search(line.text):
        return
    states = [
        n
        for n in named
        if not n.party.speaker
        and (n.party.country or is_group(n.party))
        and not (_is_adjective(line, n) or _LIVES_IN.search(line.text, 0, n.start))
    ]
    for match in _FOR_DOING.finditer(line.text):
        content = match.end()
        if not is_of_a_wrong(line.text, content):
            continue
        lies = _LIES_WITH.search(line.text)
        after = [n for n in states if lies and lies.end() <= n.start <= lies.end() + len("the ")]
        ahead = [n for n in states if match.start() - _NEAR <= n.start < match.start() and not _is_office(line, n)]
        for one in after[:1] or ahead[-1:]:
            yield content, one.party, True


def _voice(line: Line, named: Sequence[Named], whom: Party | None) -> Named | None:
    """Find the official who says so: a person of a state, else an office of one, but not of the accused's."""
    others = [n for n in named if n.party.country and not (whom and n.party.country == whom.country)]
    people = [n for n in others if n.party.speaker and not _is_spoken_of(line, n)]
    offices = [n for n in others if not n.party.speaker and _is_office(line, n)]
    found = next(iter(people or offices), None)
    return None if found and _DENIES.match(line.text, found.end) else found


def _is_adjective(line: Line, one: Named) -> bool:
    """Whether the state's adjective alone is there: "a French national" is not France."""
    return any(p.cue is Cue.DEMONYM and line.local(p)[0] == one.start for p in line.places)


def _is_spoken_of(line: Line, one: Named) -> bool:
    """Whether the words are about or against the person, not his: "reports on President X", "a former aide"."""
    start = line.text.rfind(one.party.name, 0, one.end)
    return bool(_ABOUT.search(without_times(line, 0, start if start >= 0 else one.start)))


def _is_office(line: Line, one: Named) -> bool:
    """Whether the state's name only says whose official is meant: "Y's foreign minister"."""
    return bool(_OFFICE.search(one.party.name) or _OF_STATE.match(line.text, one.end))


def _before(named: Sequence[Named], end: int, voice: Party) -> Party | None:
    """Find whom "it" means: the side named last before that is not the speaker's own."""
    sides = [n.party for n in named if n.end <= end and not n.party.speaker and side(n.party) != side(voice)]
    return next((p for p in reversed(sides) if p.country != voice.country), None)
