"""Charges that a speaker makes by plainly saying that another side does wrong: "X said that Y is arming rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.accusation.accusing import it_before
from timeline.reading.extract.accusation.charge_nouns import CLAIMED_WITH, Charge, accused_in, named_within
from timeline.reading.extract.party.deeds import deed_of
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import BLOW, CRIME, WRONG, crime_in, is_wrong, names_a_blow
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import unattributed
from timeline.reading.extract.voice.speakers import HEADLINE_SPEAKER, TELLING, speaker_of
from timeline.reading.words import Cues, finder, of_class, phrases

_ALLEGEDLY = Cues(of_class("accusation_cues", "allegedly"))
_CONDITION = re.compile(
    r"\b(?:if|whether|unless|lest|should|once|until|ensure|deny|denies|denied|not)\s+(?:that\s+)?(?:the\s+)?"
    r"(?:\w+\s+(?:of\s+(?:the\s+)?)?)?$"
    rf"|{CLAIMED_WITH}",
    re.IGNORECASE,
)
_OF_FORCE = re.compile(
    r"\b(?:(?:government|rebel|federal|army|regime|junta|loyalist|pro-government|enemy|occupation)\s+"
    rf"(?:{finder(phrases('forces')).pattern})"
    r"|the\s+(?:army|military|junta|militias?|rebels|separatists|insurgents|militants|guerrillas|jihadists"
    r"|paramilitar(?:y|ies)|regime|occupation|occupiers|enemy"
    r"|(?:federal\s+|central\s+)?government)|(?-i:[A-Z])\w+\s+(?:rebels|militants|separatists|insurgents|guerrillas"
    r"|militias?|gunmen))\b",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"\b(?:said|says|wrote|posted|added|told\s+\w+)\s+(?:(?:on|in|via|at)\s+[\w\s-]{2,30}?\s+)?(?:of|about)\s+"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
_CALLED_A_CRIME = re.compile(
    rf",\s+(?:calling|branding|labelling|labeling|describing|denouncing)\s+[^.;]{{0,60}}?(?:{CRIME.pattern})",
    re.IGNORECASE,
)
_STOOD_BEHIND = re.compile(  # "Behind the fire lay a cell of the FSB, the cabinet said"
    r"(?:^|[“\"]|\bthat\s+)behind\s+(?P<content>[^.;“”\"]{3,160}?)\s+(?:stood|stands?|lay|lies|is|was|were|are)\s+",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:(?:is|are|was|were|be|been)\s+(?:regarded|considered|seen|treated|classed|viewed|counted|judged)"
    r"(?:\s+as)?|is|are|was|were|been|constitut\w+|amount\w*\s+to|represent\w*)\s+"
    r"(?:(?:an?|the|another|yet|all|simply|just|pure|nothing|but|less|than|clear|apparent|possible|likely|blatant"
    r"|flagrant|gross|naked|cold-blooded|deliberate|\w+ly)\s+){0,5}",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:\s+\w+){0,2}?\s+by\s+(?:the\s+)?", re.IGNORECASE)
_DONE_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|that|it|these)\s+(?:(?:ought\s+to|must|should|has\s+to|have\s+to|can\s+only)\s+)?$", re.IGNORECASE
)
_THE_BLOW = re.compile(
    r"\bthe\s+(?:[\w-]+\s+)?(?:attack|strike|raid|shelling|bombing|bombardment|assault)s?,?\s+$", re.IGNORECASE
)
_WHOEVER_DOES_IT = re.compile(  # a crime that only those at war commit, so that "this" is what the other side did
    r"(?:murder|war\s+crimes?|crimes?\s+against\s+humanity|genocide|massacre|acts?\s+of\s+war|aggression|piracy"
    r"|ethnic\s+cleansing|barbarism)\b",
    re.IGNORECASE,
)
_FEW_WORDS_QUOTED = re.compile(r"[“\"]([\w’'-]+(?:\s+[\w’'-]+){0,3})[”\"](?=\s+[a-z])")
_IN_BRACKETS = re.compile(r"\s\([A-Z][\w-]+\)(?=\s)")  # "the Rapid Support Forces (RSF) are looting"
_RELATIVE = re.compile(  # "Y, which had lost its way, was arming rebels"; whose deed is told in it keeps it
    rf",\s+(?:which|who)\s(?!(?:[^,;]{{0,30}}\b)?(?:{WRONG.pattern}|{BLOW.pattern}))[^,;:“”\"]{{3,80}},"
    r"(?=\s+(?:is|are|was|were|has|had|have)\s)",
    re.IGNORECASE,
)
_APPOSED_NAME = re.compile(  # "The rebel group, the Tigray Front, was laying": the comma parts no clause
    r"\W*(?:[\w’'-]+\s+){0,5}[\w’'-]+,\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?!\w+ed\b|said\b|says\b|told\b|wrote\b)"
    r"[\w’'-]+){0,6}\s*(?=,\s+(?:[a-z]+ed|gave|sent|struck|shot|hit|is|are|was|were|has|had|have)\s)"
)
_WHO_DID = re.compile(  # "troops who invaded Y have looted": it is not Y that has
    r"\s(?:who|that|which)\s+(?:\w+ly\s+)?[a-z]+ed\s+[^,;:“”\"]{2,40}?(?=\s(?:has|have|had|is|are|was|were)\s)"
)
_WITH_MEANS = re.compile(  # "its army with heavy guns had shelled the town"
    r"\swith\s+(?:[a-z-]+\s+){1,3}(?=(?:has|have|had|is|are|was|were)\s)"
)
_WHICH = re.compile(r",\s+(?:which|who)(?=,\s)")  # "Y, which, X said, has armed rebels"
_TELLS = finder(of_class("accusation_cues", "speech", "finding")).pattern
_WHO_SAID_IT = re.compile(
    rf"\bwho\s+(?:(?!that\b)[\w’'-]+\s+){{0,2}}?(?:{_TELLS})\s+(?:that\s+)?(?P<it>it|they|the\s+country)\b",
    re.IGNORECASE,
)
_IT_OPENS = re.compile(
    r"(?:[\W_]*|[^;:“”]{3,120};\s+)(?P<it>it|they)\b", re.IGNORECASE
)  # of another side: its own would be "we"
_APPOSED = re.compile(  # "Y shelled the town, a blatant violation of the truce, X said"
    r",\s+(?:an?|another|yet\s+another)\s+[“‘\"]?(?:[a-z-]+\s+){0,2}?"
    r"(?=war\s+crime|crime|massacre|genocide|act\s+of|violation\s+of|breach\s+of)",
    re.IGNORECASE,
)
_AS_SUBJECT = re.compile(r"(?:^|\b(?:that|said|says|when|because|after)\s|[,:“\"]\s*)\W*(?:the\s+)?$", re.IGNORECASE)
_SUFFERS = re.compile(r"\b(?:is|was|were|been|being|are)\s+\w+ed\b", re.IGNORECASE)
_MOST_VERBS = 8  # of one sentence that are looked at
_WHOM_REACH = 60  # characters in which the accused is named
_CRIME_REACH = 40  # characters in which the name of a crime stands


def by_saying(line: Line, named: Sequence[Named], *, inside: bool, quarrel: Sequence[Party] = ()) -> Charge | None:
    """Read a speaker's words that another side does wrong: "X said that Y is supplying Z with weapons"."""
    heading = line.zone is Zone.HEADLINE
    told = heading and HEADLINE_SPEAKER.search(line.text)
    speaks = told or ":" in line.text[:160] or TELLING.search(line.text) or _ALLEGEDLY.search(line.text)
    if not (speaks or inside or line.quoted(len(line.text) // 2)):
        return None
    source, text = speaker_of(line, named, None), unattributed(_WHICH.sub(_blank, _unmarked(line.text)))
    for one in named:
        itself = one.party.speaker or (source is not None and _is_its_own(source, one.party))
        if itself or _CONDITION.search(line.text[: one.start]):
            continue
        if deed := deed_of(text, one.start, one.end, bare=heading):
            at = one.start if deed.at is None else deed.at
            return Charge(one.start, one.end, "said", (one.party,), at, grave=deed.grave)
    return (
        _said_of_it(line, named, source, inside=inside)
        or _force_said_of(line)
        or _said_of(line, named)
        or _stood_behind(line, named)
        or _judged(line, named, source, quarrel)
        or _apposed(text, named, source)
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _unmarked(text: str) -> str:
    """Blank what ends no clause: the marks around a few quoted words, a name's letters in brackets, a relative clause
    between a side and its verb.
    """
    text = _WITH_MEANS.sub(_blank, _WHO_DID.sub(_blank, text))
    text = _RELATIVE.sub(_blank, _IN_BRACKETS.sub(_blank, _FEW_WORDS_QUOTED.sub(r" \1 ", text)))
    beside = _APPOSED_NAME.match(text)
    return f"{text[: beside.end()]} {text[beside.end() + 1 :]}" if beside else text


def _force_said_of(line: Line) -> Charge | None:
    """Read a grave deed of whoever is in no table: "said that army gunners had starved their own villages"."""
    text = unattributed(line.text)
    for match in islice(_OF_FORCE.finditer(line.text), _MOST_VERBS):
        deed = deed_of(text, match.start(), match.end())
        if deed and deed.grave and not line.quoted(match.start()):
            whom = Party(" ".join(match.group().split()), None)
            return Charge(match.start(), match.end(), "said", (whom,), match.start())
    return None


def _is_its_own(source: Party, accused: Party) -> bool:
    """Whether somebody speaks of his own side; of an armed group in his country he does not."""
    return side(source) == side(accused) or (
        bool(source.speaker and source.country) and source.country == accused.country and not is_group(accused)
    )


def _said_of_it(line: Line, named: Sequence[Named], source: Party | None, *, inside: bool) -> Charge | None:
    """Read a deed of the side named before: "a statement by X, who said it arms rebels", "“They did Z,” X said"."""
    by_person = inside or (source is not None and (source.speaker or source.country))
    told = _WHO_SAID_IT.search(line.text)
    opens = _IT_OPENS.match(line.text) if by_person and not told else None
    match = told or opens
    deed = deed_of(unattributed(line.text), *match.span("it")) if match else None
    if match is None or deed is None or (not deed.grave and not told):
        return None
    before = (
        n.party for n in reversed(named) if n.end <= match.start("it") and not n.party.speaker
    )  # "Y knows no limits; it"
    whom = it_before(named, match.start("it")) if told else next(before, Party("it", None))
    who = next((n.party for n in reversed(named) if told and n.end <= told.start()), None)
    at = match.start("it")
    return Charge(at, match.end("it"), "said", (whom,), at, who, grave=deed.grave) if whom else None


def _said_of(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a judgement on a side: "“Pure terrorism,” X said of Y's attack"."""
    match = _SAID_OF.search(line.text)
    whom = named_within(named, match.end(), match.end() + 30)[:1] if match else ()
    crime = crime_in(line.text, 0, match.start()) or _CALLED_A_CRIME.search(line.text, match.end()) if match else None
    killing = match and re.search(
        r"\bthey\s+(?:are|have\s+been)\s+(?:killing|starving|murdering|bombing)\b", line.text[: match.start()], re.I
    )
    if not (match and whom and (crime or killing)):
        return None
    return Charge(match.start(), match.end(), "accused", whom, 0)


def _stood_behind(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "Behind the fire lay a cell of the FSB, the cabinet said"."""
    match = _STOOD_BEHIND.search(line.text)
    whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH) if match else ()
    wrong = match and (
        names_a_blow(line.text, match.start(), match.end()) or is_wrong(line.text, match.start(), match.end())
    )
    return (
        Charge(match.start(), match.end(), "said", whom, match.start("content")) if match and whom and wrong else None
    )


def _judged(line: Line, named: Sequence[Named], source: Party | None, quarrel: Sequence[Party]) -> Charge | None:
    """Read "bombs dropped by Y were war crimes, X said", "it was a violation by Y", "“This was murder,” X said"."""
    text = _unmarked(line.text)
    for match in islice(_IS.finditer(text), _MOST_VERBS):
        crime = crime_in(text, match.end(), match.end() + _CRIME_REACH)
        if crime is None or crime.start() != match.end():
            continue
        by = _BY.match(text, crime.end())
        whom = named_within(named, by.end(), by.end() + _WHOM_REACH)[:1] if by else ()
        doers = [n.party for n in named if n.end <= match.start() and _DONE_BY.search(line.text, 0, n.start)]
        if not whom and doers:
            whom = (doers[-1],)
        this = _THIS.search(line.text, 0, match.start()) and _WHOEVER_DOES_IT.match(line.text, crime.start())
        if not whom and this and line.quoted(match.start()) and source and (source.country or source.speaker):
            whom = (Party("it", None),)
        the_blow = this or _THE_BLOW.search(unattributed(text), 0, match.start())
        others = [p for p in quarrel if source and side(p) != side(source)]
        if not whom and the_blow and source and source.country and len(others) == 1:
            whom, this = (others[0],), the_blow  # of two sides, the other one's
        if whom and (source is None or side(source) != side(whom[0])):
            return Charge(match.start(), match.end(), "said", whom, match.start() if this else 0)
    return None


def _apposed(text: str, named: Sequence[Named], source: Party | None) -> Charge | None:
    """Read a crime that stands beside a deed: "Y shelled the town, a blatant violation of the truce, X said"."""
    crime = _APPOSED.search(text)
    if crime is None or crime_in(text, crime.end(), crime.end() + _CRIME_REACH) is None:
        return None
    doers = (
        n for n in named if n.end <= crime.start() and not n.party.speaker and _AS_SUBJECT.search(text, 0, n.start)
    )
    one = next((n for n in doers if source is None or not _is_its_own(source, n.party)), None)
    if one is None or _SUFFERS.search(text, one.end, crime.start()) or not names_a_blow(text, one.end, crime.start()):
        return None
    return Charge(one.start, one.end, "said", (one.party,), one.start)
