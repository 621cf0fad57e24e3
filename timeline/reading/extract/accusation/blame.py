"""Blame laid in other words than "accuse": put at a door, attributed, named as the culprit, called a crime."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from timeline.event import Party
from timeline.reading.extract.accusation.accusing import INCLINED
from timeline.reading.extract.accusation.charge_nouns import Charge, accused_in, is_band, named_within
from timeline.reading.extract.party.groups import is_group, is_world_body, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import crime_in, is_wrong, names_a_blow
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import party_in, phrase_end, phrase_start, speaker_of
from timeline.reading.words import finder, of_class, openers, phrases, words_in

_VERBS = {sort: of_class("accusation_cues", sort) for sort in ("put", "attribute", "name", "suspect", "call", "rebuke")}
_PUT_VERB = finder(_VERBS["put"]).pattern
_PUT = _PUT_VERB + r"\s+"
_PUT_ON = re.compile(  # "laid the blame for the blast squarely at the door of Y", "laid the crime at Y's door"
    rf"{_PUT}(?:\w+\s+){{0,3}}?(?:blame|responsibility)\b(?P<content>[^.;“”\"]{{0,80}}?)\s"
    r"(?:on|upon|at|with|to(?=\s+the\s+(?:door|feet)))\s+(?:the\s+(?:door|doorstep|feet)\s+of\s+)?"
    rf"|{_PUT}(?P<deed>(?:[^.;“”\"]|[“\"][^.;“”\"]{{2,40}}[”\"]){{1,80}}?)\s"
    r"(?:(?:at|to)\s+the\s+(?:door|doorstep|feet|charge|account)\s+of\s+"
    r"[“\"]?(?:the\s+)?|at\s+(?=[^.;,]{2,40}['’]s?\s+(?:door|feet)))",
    re.IGNORECASE,
)
_LIES_WITH = re.compile(  # "responsibility for the blast lies with Y", "the blame was laid by X on Y"
    r"\b(?:blame|responsibility|guilt|fault)\b(?P<content>[^.;“”\"]{0,80}?)\s"
    r"(?:(?:lies?|lay|rests?|rested|falls?|fell|belongs?|sits?)(?:\s+\w+){0,2}?\s+(?:with|on|upon|at)"
    rf"|(?:is|are|was|were|has\s+been|have\s+been|being)\s+(?:\w+ly\s+)?(?:{_PUT_VERB})(?:[^.;,“”\"]{{0,60}}?)\s"
    r"(?:on|upon|at|with))\s+"
    r"(?:the\s+(?:door|doorstep|feet|shoulders)\s+of\s+)?",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    finder(v for v in _VERBS["attribute"] if not v.startswith("pin")).pattern
    + r"\s+(?P<content>[^.;“”\"]{3,120}?)\s(?:back\s+)?to\s+",
    re.IGNORECASE,
)
_PINNED = re.compile(
    finder(v for v in _VERBS["attribute"] if v.startswith("pin")).pattern + r"\s+(?P<content>[^.;“”\"]{3,120}?)\son\s+",
    re.IGNORECASE,
)
_BAD_ACTORS = re.compile(
    r"(?:[\w’'-]+\s+){1,4}?(?:hackers?|hacking\s+groups?|saboteurs?|agents?|operatives|spies|arsonists|assassins"
    r"|hit\s+squads?|intelligence|secret\s+services?)\b",
    re.IGNORECASE,
)
_NAMED_AS = re.compile(
    finder(_VERBS["name"]).pattern
    + r"\s+(?P<whom>[^,.;:“”\"]{2,60}?)\s+(?:as\s+)?(?:(?:the|its|a|most|\w+ly|likely)\s+){0,3}"
    r"(?:culprits?|perpetrators?|masterminds?|authors?|organi[sz]ers?|source|behind|responsible)\b",
    re.IGNORECASE,
)
_CULPRIT_IS = re.compile(  # "the suspected mastermind is Y, a commander of the rebels"
    r"\bthe\s+(?:(?:suspected|alleged|prime|main|chief|likely|presumed|\w+ly)\s+)*"
    r"(?:masterminds?|culprits?|perpetrators?|ringleaders?|suspects?)\s+"
    r"(?:(?:behind|in|of)\s+[^,.;:“”\"]{2,60}?\s+)?(?:is|was|are|were)\s+(?:the\s+)?"
    r"(?=(?-i:[A-Z])|(?-i:[a-z]+-backed)\s)",
    re.IGNORECASE,
)
_ONE_CRIME = re.compile(r"\s+(?:an?|another|yet\s+another)\s|\s+[“‘\"]")  # no "Ottoman crimes": of another age
_MASTERS = re.compile(r"\b(?:mastermind|perpetrator|ringleader)", re.IGNORECASE)
_CULPRITS = ("mastermind", "culprit", "perpetrator", "ringleader", "suspect")
_HAND_IN = re.compile(  # "sees Moscow's hand in the fires"
    finder([*_VERBS["name"], *_VERBS["suspect"]]).pattern
    + r"\s+(?:the\s+hand\s+of\s+(?P<of>[^,.;:“”\"]{2,40}?)|(?P<whom>[^,.;:“”\"]{2,40}?)['’]?s?\s+hand)"
    r"\s+(?:in|behind)\b",
    re.IGNORECASE,
)
_SUSPECTS = re.compile(
    r"\b(?:suspects?|(?:has|have|had|they|it|he|she|police|officials|investigators|prosecutors|authorities)\s+"
    r"(?:long\s+|\w+ly\s+)?suspected)\s+(?P<whom>[^,.;:“”\"]{2,60}?)\s+of\s+",
    re.IGNORECASE,
)
_SUSPECTS_THAT = re.compile(r"\bsuspect(?:s|ed)?\s+(?:that\s+)?", re.IGNORECASE)
_FEW_WORDS = re.compile(r"\s*(?:the\s+)?(?:[A-Za-z-]+\s+){0,2}")  # "suspects Kurdish PKK militants"
_KILLED = re.compile(
    r"(?:['’]s?)?(?:\s+\w+){0,2}?\s+(?:(?:had|has|have|were|was|also)\s+)*"
    r"(?:killed|executed|shot|bombed|shelled|massacred|attacked|fired|murdered|abducted|planted|carried\s+out"
    r"|staged|behind|responsible)\b",
    re.IGNORECASE,
)
_CREW = re.compile(
    r"(?:the|its|an?)\s+(?:[\w-]+\s+){0,3}?(?:crew|captain|officers|ship|vessel|tanker|freighter|carrier)\b", re.I
)
_CABLE = re.compile(r"\b(?:cables?|pipelines?)\b", re.IGNORECASE)
_IT = re.compile(r"(?:it|her|them|the\s+(?:ship|vessel|tanker|freighter))", re.IGNORECASE)
_SABOTAGE = re.compile(
    r"\b(?:sabotage|espionage|spying|dragg\w+\s+its\s+anchor|(?:criminal|wilful|deliberate|malicious)\s+damage"
    r"|(?:cutting|severing|damaging)\b)",
    re.IGNORECASE,
)
_CALLS = re.compile(finder(_VERBS["call"]).pattern + r"(?!\s+(?:for|on|off|up|upon|in|out)\b)", re.IGNORECASE)
_DOCUMENT = ("document", "documents", "documented", "documenting")
_DENOUNCES = re.compile(
    rf"{finder([*_VERBS['rebuke'], *_DOCUMENT]).pattern}\s+(?P<content>[^.,;:“”\"]{{5,100}}?)\s+by\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?", re.IGNORECASE)
_FORCE = rf"(?:{finder(phrases('forces')).pattern}|occupation|regime)"
_FORCE_NEXT = re.compile(rf"(?:the\s+)?(?:[\w-]+\s+)?{_FORCE}", re.IGNORECASE)
_FORCE_ACTS = re.compile(
    rf"\b((?:the|government|junta|regime|rebel|army)\s+{_FORCE})\s+(?:had\s+|has\s+|have\s+)?\w+ed\b", re.IGNORECASE
)
_BY_A_FORCE = re.compile(rf"\bby\s+(?:the\s+)?((?-i:[A-Z])[\w'’-]+\s+{_FORCE})", re.IGNORECASE)
_NEEDS_AS = re.compile(r"(?:describ|characteri|denounc|condemn|decr|slam)", re.IGNORECASE)
_AND = re.compile(r"\band\s+(?:also\s+|later\s+)?$", re.IGNORECASE)
_AS = re.compile(r"\bas\s+", re.IGNORECASE)
_HIS = re.compile(r"\s+(?:his|her|him)\b", re.IGNORECASE)
_SAID_ENDS = re.compile(r"[;:]|[”\"](?=[\s,.]|$)|(?<!\b[A-Z])\.(?:\s|$)")
_NOT = frozenset({"not", "never", "didn't", "refused", "declined", "could", "would", "will", "may", "might"})
_NO_DOER = re.compile(
    r"\b(?:in|at|on|against|to|from|near|over|with|for|of|inside|across)\s+(?:the\s+)?$", re.IGNORECASE
)
_JUDGED_REACH = 140  # characters after "called" in which the crime is named
_WHOM_REACH = 60
_ADJECTIVE_REACH = 40  # characters after a side's name in which the crime stands that is called its own
_MOST_VERBS = 8  # of one sentence that are looked at


def by_blaming(line: Line, named: Sequence[Named]) -> Charge | None:
    """Find blame laid without a verb of accusing."""
    said = words_in(line.text)
    return next(
        (charge for verbs, find in _FINDERS if not verbs.isdisjoint(said) for charge in find(line, named)), None
    )


def _put_on(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "laid the blame for Z at Y's door", "pinned responsibility on Y"."""
    for match in islice(_PUT_ON.finditer(line.text), _MOST_VERBS):
        if INCLINED.search(line.text, 0, match.start()):
            continue
        if whom := accused_in(line, named, match.end(), match.end() + _WHOM_REACH):
            content = match.start("content" if match["deed"] is None else "deed")
            yield Charge(match.start(), match.end(), "blamed", whom, content)


def _lies_with(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "responsibility for Z lies with Y, X said", "the blame for Z was laid by X on Y"."""
    for match in islice(_LIES_WITH.finditer(line.text), _MOST_VERBS):
        whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH)
        agent = _BY.search(line.text, match.end("content"))
        accuser = party_in(line, named, agent.end(), phrase_end(line.text, agent.end())) if agent else None
        if accuser is None and agent and agent.start() < match.end():
            accuser = next(iter(accused_in(line, named, agent.end(), match.end())), None)
        accuser = accuser or speaker_of(line, named, None)
        whom = whom or _by_its_name(line, match)
        told = match.group().lower().startswith(("blame", "guilt")) or not match["content"].strip()
        of_a_wrong = told or names_a_blow(line.text, match.start("content"), match.end("content"))
        if whom and of_a_wrong and not _NOT & set(line.words_before(match.end() - 2, 4)):
            yield Charge(match.start(), match.end(), "blamed", whom, match.start("content"), accuser)


def _by_its_name(line: Line, match: re.Match[str]) -> tuple[Party, ...]:
    force = _FORCE_NEXT.match(line.text, match.end())
    return (Party(force.group(), None),) if force else ()


def _attributed(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "attributed the cyberattack to Y"."""
    found = [*_ATTRIBUTED.finditer(line.text), *_PINNED.finditer(line.text)]
    for match in found[:_MOST_VERBS]:
        wrong = names_a_blow(line.text, match.start("content"), match.end("content")) or crime_in(
            line.text, match.start("content"), match.end("content")
        )
        whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH)
        wrong = wrong or _BAD_ACTORS.match(line.text, match.end())
        near = [n for n in named if n.start <= match.end() + 30 and n.start >= match.end()]
        if wrong and whom and (near or is_band(whom[0].name)) and not _NOT & set(line.words_before(match.start(), 2)):
            yield Charge(match.start(), match.end(), "blamed", whom, match.start("content"))


def _named_as(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "named Y as the culprit behind Z", "sees Y's hand in Z"."""
    for pattern in (_NAMED_AS, _HAND_IN):
        for match in islice(pattern.finditer(line.text), _MOST_VERBS):
            group = "whom" if match["whom"] else "of"
            if whom := accused_in(line, named, match.start(group), match.end(group) + 2):
                yield Charge(match.start(), match.end(), "blamed", whom, match.end())


def _suspected(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "suspects Y of Z"."""
    for match in islice(_SUSPECTS.finditer(line.text), _MOST_VERBS):
        whom = accused_in(line, named, match.start("whom"), match.end("whom"))
        if (
            not whom
            and _CREW.match(match["whom"])
            and _SABOTAGE.search(line.text, match.end(), match.end() + _WHOM_REACH)
        ):
            whom = (Party(" ".join(match["whom"].split()), None),)
        if not whom and _IT.fullmatch(match["whom"]) and _CABLE.search(line.text, match.end()):
            whom = (Party("the ship", None),)
        if whom:
            yield Charge(match.start(), match.start("whom"), "accused", whom, match.end())


def _suspected_that(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "suspects that Y's forces killed 84 people"."""
    for match in islice(_SUSPECTS_THAT.finditer(line.text), _MOST_VERBS):
        if line.text[: match.start()].rstrip()[-1:] in ("", *",;:—–"):  # "In X, suspected Y gunmen"
            continue
        near = next((n for n in named if n.start >= match.end()), None)
        if near is None or not _FEW_WORDS.fullmatch(line.text, match.end(), near.start) or near.party.speaker:
            continue
        if _KILLED.match(line.text, near.end):
            yield Charge(match.start(), match.end(), "alleged", (near.party,), near.start)


def _culprit_is(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "the suspected mastermind is Y, a commander of the rebels, X said"."""
    for match in islice(_CULPRIT_IS.finditer(line.text), _MOST_VERBS):
        whom = named_within(named, match.end(), match.end() + _WHOM_REACH)[:1]
        accuser = speaker_of(line, named, None)
        of_a_blow = _MASTERS.search(match.group()) or names_a_blow(line.text, *match.span())
        if whom and not (of_a_blow or is_group(whom[0])):  # "the main culprit is China, which emits most"
            continue
        if whom and accuser and not _NOT & set(line.words_before(match.end(), 3)):
            yield Charge(match.start(), match.end(), "accused", whom, match.start(), accuser)


def _called(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "called Y's raid an act of terror", "in what X called an act of terror by Y", "calling it a war crime"."""
    for match in islice(_CALLS.finditer(line.text), _MOST_VERBS):
        stop = min(_said_end(line.text, match.end()), match.end() + _JUDGED_REACH)
        begin = match.end()
        if _NEEDS_AS.match(match.group()):
            complement = _AS.search(line.text, match.end(), stop)
            if complement is None:
                continue
            begin = complement.end()
        crime = crime_in(line.text, begin, stop)
        if crime is None or _NOT & set(line.words_before(match.start(), 2)):
            continue
        # "..., X said, calling it a crime", "X said ... and called it a crime"
        aside = match.group().lower().endswith("ing") or _AND.search(line.text, 0, match.start())
        caller = (
            (speaker_of(line, named, None) if aside else None)
            or party_in(line, named, phrase_start(line.text, match.start()), match.start())
            or speaker_of(line, named, None)
            or next((n.party for n in named if n.end <= match.start()), None)
        )
        if whom := _object_of(line, named, caller, match.end()) or _judged(line, named, caller, match, stop):
            yield Charge(match.start(), match.end(), "accused", whom, match.end())


def _object_of(line: Line, named: Sequence[Named], caller: Party | None, after: int) -> tuple[Party, ...]:
    """Find the person whom it is said of, by his name or by "his": "branded X's government a sponsor of terrorism"."""
    his = _HIS.match(line.text, after)
    people = [n for n in named if n.party.speaker and (caller is None or side(n.party) != side(caller))]
    right_after = (n.party for n in people if n.start >= after and not line.text[after : n.start].strip())
    before = (n.party for n in reversed(people) if n.end <= after and his)
    return tuple(islice((*before, *right_after), 1))


def _denounced(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    """Read "denounced the use of rape by Y's fighters": a wrong, not an attack that anybody deplores."""
    for match in islice(_DENOUNCES.finditer(line.text), _MOST_VERBS):
        whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH)
        if (
            whom
            and is_wrong(line.text, match.start("content"), match.end())
            and not _NOT & set(line.words_before(match.start(), 2))
        ):
            yield Charge(match.start(), match.start("content"), "accused", whom, match.start("content"))


def _judged(
    line: Line, named: Sequence[Named], caller: Party | None, call: re.Match[str], stop: int
) -> tuple[Party, ...]:
    """Find whose deed is judged: a side named after the verb, else the last one before it that is not the caller's."""
    doers = [n for n in named if not n.party.speaker and (_is_adjective_of_crime(line, n) or not _is_oblique(line, n))]
    others = [n for n in doers if caller is None or side(n.party) != side(caller)]
    others = [n for n in others if caller is None or not caller.country or n.party.country != caller.country]
    after = [n.party for n in others if call.start() <= n.start < stop]
    if call.group().lower().startswith(("spoke", "speaks", "talked")):  # of whom, they have to say
        return tuple(after[-1:]) if _ONE_CRIME.match(line.text, call.end()) else ()
    before = [
        n.party for n in others if n.end <= call.start() and not is_world_body(n.party)
    ]  # "the UN's chief called it"
    force = None
    if not (after or before):  # "junta jets had bombed", "a breach of the truce by the Dostum militias"
        force = _FORCE_ACTS.search(line.text, 0, call.start()) or _BY_A_FORCE.search(line.text, call.end(), stop)
    return tuple(after[-1:] or before[-1:] or ([Party(force[1], None)] if force else []))


def _is_oblique(line: Line, one: Named) -> bool:
    return bool(_NO_DOER.search(line.text, 0, one.start))


def _is_adjective_of_crime(line: Line, one: Named) -> bool:
    """Whether a side's name says whose crime it is: "an act of Russian terrorism"."""
    crime = crime_in(line.text, one.end, one.end + _ADJECTIVE_REACH)
    return crime is not None and len(line.text[one.end : crime.start()].split()) <= 1


def _said_end(text: str, start: int) -> int:
    """Give where what something is called ends: with the sentence, or with the quotation that says it."""
    closing = _SAID_ENDS.search(text, start)
    return closing.start() if closing else len(text)


_FINDERS = (  # the verbs of which one must be in the sentence, and who reads it
    (openers(_VERBS["put"]), _put_on),
    (frozenset({"blame", "responsibility", "guilt", "fault"}), _lies_with),
    (openers(_VERBS["attribute"]), _attributed),
    (openers([*_VERBS["name"], *_VERBS["suspect"]]), _named_as),
    (openers(_VERBS["suspect"]), _suspected),
    (openers(_VERBS["suspect"]), _suspected_that),
    (frozenset({f"{one}{s}" for one in _CULPRITS for s in ("", "s")}), _culprit_is),
    (openers(_VERBS["call"]), _called),
    (openers([*_VERBS["rebuke"], *_DOCUMENT]), _denounced),
)
