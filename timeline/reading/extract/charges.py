"""Charges: the words by which a sentence lays wrongdoing to somebody, and whom it accuses.

A plain "said" is none: there must be an accusing verb, evidence laid against somebody, or a speaker who says that
another side does what a list of wrongdoing holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.blame import by_blaming
from timeline.reading.extract.charge_nouns import Charge, accused_in, accuser_end, by_noun, named_within, repeated
from timeline.reading.extract.clauses import parts_by
from timeline.reading.extract.deeds import crime_in, deed_of, is_wrong, names_a_blow, names_a_foe
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, is_group, side
from timeline.reading.extract.protests import by_protesting
from timeline.reading.extract.speakers import HEADLINE_SPEAKER, TELLING, party_in, seat_in, speaker_of
from timeline.reading.extract.unsigned import unsigned_charge
from timeline.reading.words import finder, of_class, openers, phrases, words_in

_REBUKE = finder(of_class("accusation_cues", "rebuke"))
_ACCUSING = of_class("accusation_cues", "accuse", "blame", "charge", "rebuke")
_ACCUSE = finder(_ACCUSING)
_ACCUSE_OPENS = openers(_ACCUSING)
_AGAINST = finder(of_class("accusation_cues", "against"))
_EVIDENCE = finder(of_class("accusation_cues", "evidence"))
_ALLEGE = finder(of_class("accusation_cues", "allege"))
_ALLEGEDLY = finder(of_class("accusation_cues", "allegedly"))
_CHARGES = finder(of_class("accusation_cues", "charge"))
_NOT_TO = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|expect(?:s|ed)|ready|set|prepar\w+|want(?:s|ed)|likely|going|about|yet|refus\w+|declin\w+|unable|hesitat\w+"
    r"|threaten\w*|fail\w*|reluctant|afraid|not|never|enough|careful|tr(?:y|ies|ied|ying)|able|easy|absurd|wrong)\s+(?:not\s+)?to\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NEVER = frozenset({"not", "never", "without", "didn't", "could", "would", "will", "may", "might", "should", "cannot"})
_HABIT = re.compile(
    r"\b(?:often|repeatedly|long|frequently|regularly|routinely|always|consistently|constantly)\s+$", re.IGNORECASE
)
_BEEN = re.compile(r"\b(?:been|was|were|being|is|are|stands?|stood)\s+(?:\w+ly\s+|also\s+|again\s+)*$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|for|over)\s")
_NO_OBJECT = re.compile(
    r"\s+(?:in|of|against|on|from|at|over|for|by|that|and|were|was|are)\b"
)  # "faces murder charges in"
_FOR = re.compile(r"\s(?:for|over)\s")
_WITH = re.compile(r"\swith\s")
_ON = re.compile(r"\s(?:on|upon)\s")
_HELD = re.compile(
    r"\b(hold|holds|held|holding)\s[^,;:]{2,60}?\s((?:\w+ly\s)?(?:responsible|accountable|liable)\s+for)\b",
    re.IGNORECASE,
)
_TO_COME = frozenset({"will", "would", "to", "not", "could", "should", "must", "may", "might"})
_NO_EVIDENCE = frozenset({"no", "any", "little", "without", "lack"})
_APPOSED = re.compile(r",\s+(?:the\s+|clear\s+)?$")  # "..., evidence that America's economy has ..."
_HAS_DONE = re.compile(r"(?:['’]s?)?(?:\s+\w+){0,2}?\s+(?:has|have|had|is|are|was|were)\s+\w", re.IGNORECASE)
_HARMLESS = re.compile(
    r"(?:['’]s?)?(?:\s+[\w'’]+){1,4}?\s+(?:willing|ready|recover|slow|grow|improv|compl|withdr|cooperat|retreat|los|weaken|talk|negotiat"
    r"|interested|open|struggl|suffer|isolated)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s+(?:[\w,]+\s+){0,6}?that\s")
_WHICH_IT = re.compile(
    r",?\s+(?:which|whom|who|that)\s+(?:(?:it|he|she|they)|(?:the\s+)?[A-Z]\w+)\s+(?:has\s+|had\s+|also\s+|\w+ly\s+)*$"
)
_RIGHT_AFTER = re.compile(r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$")
_IT_DID = re.compile(r"\s+(?:that\s+)?(?:it|they|the\s+country)\b")
_SUSPECTED = re.compile(r"([^,;:“”\"]{3,80}?)\s+(?:is|are|was|were)\s+(?:suspected|accused)\s+of\b", re.IGNORECASE)
_CONTENT = re.compile(r"[,:;]\s+|\b(?:that|of|over)\s+", re.IGNORECASE)
_PASSIVE_NEXT = re.compile(r"\s+(?:on\s+\w+\s+)?(?:by|of|for)\b|(?<=blamed)\s+on\s", re.IGNORECASE)
_BY_WHOM = re.compile(r"\bby\s+(?:the\s+)?", re.IGNORECASE)
_OTHER_NAME = re.compile(
    r"[A-Z][\w.'’&-]*(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z][\w.'’&-]*){0,5}"
)  # no side: "the UN"
_BACK = finder(phrases("back_references"))
_GERUND = re.compile(r"(?!(?:not|failing|being|doing|refusing|having)\b)\w+ing\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"(?:not|failing|refusing)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|whether|unless|lest|should|once|until|ensure|deny|denies|denied|not)\s+(?:that\s+)?(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OF_FORCE = re.compile(
    rf"\b(?:(?:government|rebel|federal|army|regime|loyalist|pro-government|enemy)\s+(?:{finder(phrases('forces')).pattern})"
    r"|the\s+(?:army|military|junta|militia|rebels|regime)"
    r"|(?-i:[A-Z])\w+\s+(?:rebels|militants|separatists|insurgents|guerrillas|militias?|gunmen))\b",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"\b(?:said|says|wrote|added|told\s+\w+)\s+(?:of|about)\s+(?:the\s+)?", re.IGNORECASE)
_MUTUAL_WORDS = openers(of_class("accusation_cues", "mutual"))
_MUTUAL = re.compile(
    r"\b(?:accus|blam)(?:e|es|ed|ing)\s+(?:each\s+other|one\s+another)\b"
    r"|\b(?:trad|exchang|swapp?|hurl)(?:e|es|ed|ing)\s+(?:\w+\s+){0,2}?(?:blame|accusations|allegations|recriminations|charges)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 5  # words of "Congo's former government" between two prepositions
_CHARGE_REACH = 120  # characters in which the object of evidence stands
_POINTED_REACH = 30  # characters after "pointed the finger at" in which the accused is named
_MOST_VERBS = 8  # of one sentence that are looked at
_AGENT_REACH = 80  # characters after "by" in which the accuser is named


def charge_parts(line: Line) -> list[Line]:
    """Part a sentence that brings several charges, each with a verb of accusing."""
    if _ACCUSE_OPENS.isdisjoint(words_in(line.text)):
        return [line]
    verbs = [m.span() for m in islice(_ACCUSE.finditer(line.text), _MOST_VERBS) if not line.quoted(m.start())]
    return parts_by(line, verbs) if len(verbs) > 1 else [line]


def find_charges(
    line: Line, named: Sequence[Named], last: Charge | None, *, inside: bool = False
) -> tuple[Charge, ...]:
    """Find the charges that the sentence brings: two where two sides accuse each other, else one or none.

    "made the charge" repeats the ``last`` one; ``inside`` a quotation of several sentences each is somebody's words.
    """
    if mutual := _each_other(line, named):
        return mutual
    told = repeated(line, named, last or unsigned_charge(line, named)) or by_noun(line, named, last)
    finders = (_by_accusing, by_protesting, by_blaming, _by_charge_against, _by_evidence, _by_alleging)
    found = told or next((charge for find in finders if (charge := find(line, named))), None)
    found = found or _by_saying(line, named, inside=inside)
    return (found,) if found else ()


def _each_other(line: Line, named: Sequence[Named]) -> tuple[Charge, ...]:
    """Read "X and Y accused each other of Z": two charges, each by the other of both."""
    match = None if _MUTUAL_WORDS.isdisjoint(words_in(line.text)) else _MUTUAL.search(line.text)
    if match is None or line.words_before(match.start(), 1)[:1] == ["often"]:
        return ()
    sides = list({side(n.party): n.party for n in named if n.end <= match.start() and not n.party.speaker}.values())
    closing = _OF.search(line.text, match.end())
    if len(sides) < 2 or "have" in line.words_before(match.start(), 3):  # "have blamed each other" is a habit
        return ()
    one, two = sides[-2:]
    at = closing.end() if closing else len(line.text)
    return tuple(
        Charge(match.start(), match.end(), "accused", (accused,), at, accuser)
        for accuser, accused in ((one, two), (two, one))
    )


def _by_accusing(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X accused Y of Z", "X blamed Y for Z", "X blamed Z on Y"; "a man accused of" names no accuser."""
    for match in (
        () if _ACCUSE_OPENS.isdisjoint(words_in(line.text)) else islice(_ACCUSE.finditer(line.text), _MOST_VERBS)
    ):
        if _NEVER & set(line.words_before(match.start(), 2)) or _HABIT.search(line.text, 0, match.start()):
            continue
        if _NOT_TO.search(line.text, 0, match.start()):
            continue
        if charge := _whom_it_accuses(line, named, match):
            return charge
        if _PASSIVE_NEXT.match(line.text, match.end()) or _BEEN.search(line.text[: match.start()]):
            if charge := _by_being_accused(line, named, match):
                return charge
            continue
        noun = line.words_before(match.start(), 1)[:1] == ["the"]
        if charge := None if noun else _of_whom(line, named, match) or _on_whom(line, named, match):
            return charge
    return _by_holding(line, named)


def _whom_it_accuses(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "to sanction Y, which it accuses of Z"."""
    relative = _WHICH_IT.search(line.text, 0, verb.start())
    closing = _OF.match(line.text, verb.end()) or _FOR.match(line.text, verb.end())
    whom = [n.party for n in named if relative and n.end <= relative.start()][-1:]
    if not (relative and closing and whom):
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), tuple(whom), closing.end())


def _of_whom(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read whom a verb of accusing takes, and of what: "accused Y of", "charged Y with"."""
    charging, rebuke = _CHARGES.fullmatch(verb.group()), _REBUKE.fullmatch(verb.group())
    if charging and _NO_OBJECT.match(line.text, verb.end()):
        return None
    closing = _closing(line, named, verb, charging=bool(charging))
    if not closing:
        return None
    whom = named_within(named, verb.end(), closing.start()) or seat_in(line, verb.end(), closing.start())
    said = " ".join(line.text[verb.end() : closing.start()].split())
    recipients = whom or _named_before(named, verb.start(), said) or (Party(said, None),)
    known = recipients[0].country or is_group(recipients[0])
    if (charging and not recipients[0].country) or (rebuke and not (known and _is_for_wrong(line.text, closing.end()))):
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), recipients[:2], closing.end())


def _closing(line: Line, named: Sequence[Named], verb: re.Match[str], *, charging: bool) -> re.Match[str] | None:
    """Find the preposition that ends whom a verb accuses: the second one in "accused the government of Y of"."""
    blaming = verb.group().lower().startswith("blam")
    preposition = _WITH if charging else _FOR if blaming else _OF
    found = [m for m in preposition.finditer(line.text, verb.end(), verb.end() + 160) if m.start() > verb.end()]
    if len(found) > 1 and not named_within(named, verb.end(), found[0].start()):
        between = line.text[found[0].end() : found[1].start()]
        named_between = named_within(named, found[0].end(), found[1].start())
        if named_between and len(between.split()) <= _LONGEST_NAME and not _GERUND.match(between):
            return found[1]
    return next(iter(found), None)


def _is_for_wrong(text: str, start: int) -> bool:
    """Whether a rebuke is for something done, not for the want of something: "condemned Y for shelling"."""
    wrong = is_wrong(text, start) or names_a_blow(text, start, start + _CHARGE_REACH) or names_a_foe(text, start)
    return wrong and not _NOT_DONE.match(text, start)


def _on_whom(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "blamed the attack on Y", "blamed Y" and "pointed the finger at Y"."""
    if "finger" in verb.group().lower() and (
        pointed := accused_in(line, named, verb.end(), verb.end() + _POINTED_REACH)
    ):
        return Charge(verb.start(), verb.end(), "accused", pointed, len(line.text))
    if not verb.group().lower().startswith("blam"):
        return None
    on = _ON.search(line.text, verb.end(), verb.end() + 160)
    if on and (whom := named_within(named, on.end(), on.end() + 60)):
        return Charge(verb.start(), verb.end(), verb.group().lower(), whom[:1], verb.end())
    near = next((n for n in named if n.start >= verb.end()), None)
    if near is None or not _RIGHT_AFTER.fullmatch(line.text, verb.end(), near.start):
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), (near.party,), len(line.text))


def _by_holding(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X holds Y responsible for Z"; to come, it is a threat."""
    held = _HELD.search(line.text)
    if held is None or _TO_COME & set(line.words_before(held.start(), 2)):
        return None
    whom = named_within(named, held.end(1), held.start(2))
    return Charge(held.start(), held.end(1), "blamed", whom[:1], held.end()) if whom else None


def _by_being_accused(line: Line, named: Sequence[Named], match: re.Match[str]) -> Charge | None:
    """Read "X was accused by Y of Z"; without an accuser it is no accusation by anybody."""
    agent = _BY_WHOM.search(line.text, match.end(), match.end() + 160)
    if not agent:
        return None
    stop = min(accuser_end(line.text, agent.end()), agent.end() + _AGENT_REACH)
    other = _OTHER_NAME.match(line.text, agent.end(), stop)
    accuser = party_in(line, named, agent.end(), stop) or (Party(other.group(), None) if other else None)
    whom = [n.party for n in named if n.end <= match.start()][-1:]
    closing = re.compile(r"\s(?:of|for|over)\s").search(line.text, match.end())
    if not (accuser and whom and closing):
        return None
    return Charge(match.start(), match.end(), match.group().lower(), tuple(whom), closing.end(), accuser, agent.end())


def _named_before(named: Sequence[Named], end: int, said: str) -> tuple[Party, ...]:
    """Find whom "him" or "the group" means: the person or armed group named last."""
    if said.lower() in (
        "it",
        "them",
        "the country",
        "the kingdom",
        "the state",
    ):  # "cut ties with Y, accusing it of ..."
        it = _it_before(named, end)
        return (it,) if it else ()
    if not _BACK.fullmatch(said):
        return ()
    before = [n.party for n in named if n.end <= end and (n.party.speaker or is_group(n.party))]
    return tuple(before[-1:])


def _by_charge_against(line: Line, named: Sequence[Named]) -> Charge | None:
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


def _by_evidence(line: Line, named: Sequence[Named]) -> Charge | None:
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
    if not told or doer is None or line.text[evidence.end() : doer.start].strip().lower() not in ("", "the"):
        return False
    return bool(_HAS_DONE.match(line.text, doer.end)) and not _HARMLESS.match(line.text, doer.end)


def _by_alleging(line: Line, named: Sequence[Named]) -> Charge | None:
    for match in islice(_ALLEGE.finditer(line.text), _MOST_VERBS):
        if line.words_before(match.start(), 1)[:1] and line.words_before(match.start(), 1)[0] in (
            "the",
            "an",
            "these",
            "its",
            "any",
        ):
            continue
        after = named_within(named, match.end(), match.end() + 80)
        if _IT_DID.match(line.text, match.end()) and (it := _it_before(named, match.start())):
            return Charge(match.start(), match.end(), "alleged", (it,), match.end())
        before = _accused_before(line, named, match.start())
        if after and (
            match.group().lower() != "alleged" or _THAT.match(line.text, match.end())
        ):  # "alleged spies" alleges not
            return Charge(match.start(), match.end(), "alleged", after[:1], match.end())
        if before and is_wrong(line.text, 0, match.start()):
            return Charge(match.start(), match.end(), "alleged", before[:1], 0)
    return None


def _it_before(named: Sequence[Named], end: int) -> Party | None:
    """Find whom "it" means after a verb: the state or group named last before that is not the subject's own."""
    before = [n.party for n in named if n.end <= end]
    if not before:
        return None
    subject = next((p for p in reversed(before) if p.speaker), before[0])
    others = [p for p in before if not p.speaker and p != subject and (p.country != subject.country or is_group(p))]
    return others[-1] if others else None


def _accused_before(line: Line, named: Sequence[Named], end: int) -> tuple[Party, ...]:
    """Find whom a sentence accuses that ends on its speaker: "Two firms in X are suspected ..., Y alleged"."""
    whom = named_within(named, 0, max(0, end - 40))[:1]
    subject = _SUSPECTED.match(line.text, 0, end)
    return (Party(subject[1], None),) if subject else whom


def _by_saying(line: Line, named: Sequence[Named], *, inside: bool) -> Charge | None:
    """Read a speaker's words that another side does wrong: "X said that Y is supplying Z with weapons"."""
    heading = line.zone is Zone.HEADLINE
    told = heading and HEADLINE_SPEAKER.search(line.text)
    speaks = told or ":" in line.text[:160] or TELLING.search(line.text) or _ALLEGEDLY.search(line.text)
    if not (speaks or inside or line.quoted(len(line.text) // 2)):
        return None
    source = speaker_of(line, named, None)
    for one in named:
        itself = one.party.speaker or (source is not None and _is_its_own(source, one.party))
        if itself or _CONDITION.search(line.text[: one.start]):
            continue
        if deed := deed_of(line.text, one.start, one.end, bare=heading):
            return Charge(one.start, one.end, "said", (one.party,), one.start, grave=deed.grave)
    return _force_said_of(line) or _said_of(line, named)


def _force_said_of(line: Line) -> Charge | None:
    """Read a grave deed of whoever is in no table: "said that government troops had shelled their own people"."""
    for match in islice(_OF_FORCE.finditer(line.text), _MOST_VERBS):
        deed = deed_of(line.text, match.start(), match.end())
        if deed and deed.grave and not line.quoted(match.start()):
            whom = Party(" ".join(match.group().split()), None)
            return Charge(match.start(), match.end(), "said", (whom,), match.start())
    return None


def _is_its_own(source: Party, accused: Party) -> bool:
    """Whether somebody speaks of his own side; of an armed group in his country he does not."""
    return side(source) == side(accused) or (
        bool(source.speaker) and source.country == accused.country and not is_group(accused)
    )


def _said_of(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a judgement on a side: "“Pure terrorism,” X said of Y's attack"."""
    match = _SAID_OF.search(line.text)
    whom = named_within(named, match.end(), match.end() + 30)[:1] if match else ()
    crime = crime_in(line.text, 0, match.start()) if match else None
    killing = match and re.search(
        r"\bthey\s+(?:are|have\s+been)\s+(?:killing|starving|murdering|bombing)\b", line.text[: match.start()], re.I
    )
    if not (match and whom and (crime or killing)):
        return None
    return Charge(match.start(), match.end(), "accused", whom, 0)
