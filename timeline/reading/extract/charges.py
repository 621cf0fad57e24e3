"""Charges: the words by which a sentence lays wrongdoing to somebody, and whom it accuses.

A plain "said" is none: there must be an accusing verb, evidence laid against somebody, or a speaker who says that
another side does what a list of wrongdoing holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.charge_nouns import Charge, accuser_end, by_noun, named_within, repeated
from timeline.reading.extract.clauses import parts_by
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, is_group, side
from timeline.reading.extract.speakers import HEADLINE_SPEAKER, SAYING, party_in, seat_in, speaker_of
from timeline.reading.words import finder, of_class, phrases


def _wrong(*classes: str) -> re.Pattern[str]:
    return finder(form for forms in of_class("wrongdoing", *classes) for form in forms.split())


_ACCUSE = finder(of_class("accusation_cues", "accuse", "blame", "charge"))
_AGAINST = finder(of_class("accusation_cues", "against"))
_EVIDENCE = finder(of_class("accusation_cues", "evidence"))
_ALLEGE = finder(of_class("accusation_cues", "allege"))
_ALLEGEDLY = finder(of_class("accusation_cues", "allegedly"))
_CHARGES = finder(of_class("accusation_cues", "charge"))
_NEVER = frozenset({"not", "never", "without", "didn't"})
_OF = re.compile(r"\s(?:of|for|over)\s")
_WITH = re.compile(r"\swith\s")
_ON = re.compile(r"\s(?:on|upon)\s")
_HELD = re.compile(
    r"\b(hold|holds|held|holding)\s[^,;:]{2,60}?\s((?:fully\s|directly\s)?responsible\s+for)\b", re.IGNORECASE
)
_NO_EVIDENCE = frozenset({"no", "any", "little", "without", "lack"})
_HAS_DONE = re.compile(r"(?:['’]s?)?(?:\s+\w+){0,2}?\s+(?:has|have|had|is|are|was|were)\s+\w", re.IGNORECASE)
_HARMLESS = re.compile(
    r"(?:['’]s?)?(?:\s+[\w'’]+){1,4}?\s+(?:willing|ready|recover|slow|grow|improv|compl|withdr|cooperat|retreat|los|weaken|talk|negotiat"
    r"|interested|open|struggl|suffer|isolated)",
    re.IGNORECASE,
)
_TO_BLAME = re.compile(r"(?:\s+\w+){0,1}\s+(?:is|are|was|were)\s+(?:to\s+blame|responsible|behind)\b", re.IGNORECASE)
_DOES = _wrong("support", "help")
_HELPS = _wrong("help")
_HARM = _wrong("harm")
_ARMS = _wrong("arms", "foes")
_FOES = _wrong("foes")
_WRONG = _wrong("wrong")
_DOER = re.compile(r"(?:['’]s?)?(?:\s+(?!of\b|to\b|for\b|with\b|by\b)[\w'’-]+){0,5}?\s+$")
_SUSPECTED = re.compile(r"([^,;:“”\"]{3,80}?)\s+(?:is|are|was|were)\s+(?:suspected|accused)\s+of\b", re.IGNORECASE)
_AT_CIVILIANS = re.compile(  # "was deliberately targeting civilians"
    rf"(?:\s+\w+){{0,2}}?\s+(?:is|are|was|were|has|have|had|been)\s+(?:\w+ly\s+)?(?:target|shell|bomb|attack|strik|kill)(?:ing|ed)\s+"
    rf"(?:\w+\s+){{0,2}}?(?:{_HARM.pattern})",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(?:\s+(?:on|in|late|early))*\s*$", re.IGNORECASE)  # of a date that is left out
_TO_STOP = re.compile(r"\s+(?:to\s+|must\s+|should\s+|would\s+)?(?:stop|cease|halt|end)\s+", re.IGNORECASE)
_CONTENT = re.compile(r"[,:;]\s+|\b(?:that|of|over)\s+", re.IGNORECASE)
_IS_DOING = re.compile(
    r"(?:\s+\w+){0,2}\s+(?:is|are|was|were|has|have|had|been)(?:\s+\w+ing|\s+been)?\s+", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:getting|receiving)\b[^,.;]{0,40}?\bfrom\s+$")
_PASSIVE_NEXT = re.compile(r"\s+(?:on\s+\w+\s+)?(?:by|of|for)\b", re.IGNORECASE)
_BY_WHOM = re.compile(r"\bby\s+(?:the\s+)?", re.IGNORECASE)
_OTHER_NAME = re.compile(
    r"[A-Z][\w.'’&-]*(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z][\w.'’&-]*){0,5}"
)  # no side: "the UN"
_BACK = finder(phrases("back_references"))
_GETTING = re.compile(r"\b(?:getting|receiving|got|received)\b", re.IGNORECASE)
_BEEN = re.compile(r"\b(?:been|was|were|being)\s+$", re.IGNORECASE)
_GIVEN_BY = re.compile(rf"\bbeen\s+(?:{_DOES.pattern})\b[^,.;]{{0,60}}?\bby\s+(?:the\s+)?$", re.IGNORECASE)
_PLAIN_VERB = re.compile(r"\s+(?:\w+ly\s+|also\s+|has\s+|had\s+|have\s+)*", re.IGNORECASE)
_GOODS_FROM = re.compile(rf"(?:{_ARMS.pattern})(?:\s+\w+){{0,2}}\s+from\s+(?:the\s+)?$", re.IGNORECASE)
_AGENT_REACH = 80  # characters after "by" in which the accuser is named
_CHARGE_REACH = 120  # characters after the doing in which its wrongful object stands


def charge_parts(line: Line) -> list[Line]:
    """Part a sentence that brings several charges, each with a verb of accusing."""
    verbs = [m.span() for m in _ACCUSE.finditer(line.text) if not line.quoted(m.start())]
    return parts_by(line, verbs) if len(verbs) > 1 else [line]


def find_charge(line: Line, named: Sequence[Named], last: Charge | None) -> Charge | None:
    """Find the charge that the sentence brings; "made the charge" repeats the ``last`` one."""
    if told := repeated(line, last) or by_noun(line, named, last):
        return told
    for find in (_by_accusing, _by_charge_against, _by_evidence, _by_alleging, _by_saying):
        if charge := find(line, named):
            return charge
    return None


def _by_accusing(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X accused Y of Z", "X blamed Y for Z", "X blamed Z on Y"; "a man accused of" names no accuser."""
    for match in _ACCUSE.finditer(line.text):
        if _NEVER & set(line.words_before(match.start(), 3)):
            continue
        if _PASSIVE_NEXT.match(line.text, match.end()) or _BEEN.search(line.text[: match.start()]):
            if charge := _by_being_accused(line, named, match):
                return charge
            continue
        noun = line.words_before(match.start(), 1)[:1] == ["the"]
        if charge := None if noun else _of_whom(line, named, match) or _on_whom(line, named, match):
            return charge
    return _by_holding(line, named)


def _of_whom(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read whom a verb of accusing takes, and of what: "accused Y of", "charged Y with"."""
    charging = _CHARGES.fullmatch(verb.group())
    closing = (_WITH if charging else _OF).search(line.text, verb.end(), verb.end() + 160)
    if not closing or closing.start() <= verb.end():
        return None
    whom = named_within(named, verb.end(), closing.start()) or seat_in(line, verb.end(), closing.start())
    times = [line.local(t)[0] for t in line.times if verb.end() < line.local(t)[0] < closing.start()]
    said = _LAST_WORD.sub("", line.text[verb.end() : min([*times, closing.start()])]).strip()
    recipients = whom or _named_before(named, verb.start(), said) or (Party(said, None),)
    if charging and not recipients[0].country:
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), recipients[:2], closing.end())


def _on_whom(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "blamed the attack on Y" and "blamed Y"."""
    if not verb.group().lower().startswith("blam"):
        return None
    on = _ON.search(line.text, verb.end(), verb.end() + 160)
    if on and (whom := named_within(named, on.end(), on.end() + 60)):
        return Charge(verb.start(), verb.end(), verb.group().lower(), whom[:1], verb.end())
    whom = named_within(named, verb.end(), verb.end() + 40)
    return Charge(verb.start(), verb.end(), verb.group().lower(), whom[:1], len(line.text)) if whom else None


def _by_holding(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X holds Y responsible for Z"."""
    held = _HELD.search(line.text)
    whom = named_within(named, held.end(1), held.start(2)) if held else ()
    return Charge(held.start(), held.end(1), "blamed", whom[:1], held.end()) if held and whom else None


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
    if not match or _NO_EVIDENCE & set(line.words_before(match.start(), 3)):
        return None
    if not _is_wrong(line.text, match.end()) and not _that_they_did(line, named, match):
        return None
    both = re.compile(r"\bbetween\s+").search(line.text, match.end(), match.end() + 80)
    after = named_within(named, match.end(), match.end() + _CHARGE_REACH)
    doers = tuple(n.party for n in named if n.start >= match.end() and not n.party.speaker and _doing(line.text, n))
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
    for match in _ALLEGE.finditer(line.text):
        if line.words_before(match.start(), 1)[:1] and line.words_before(match.start(), 1)[0] in (
            "the",
            "an",
            "these",
            "its",
            "any",
        ):
            continue
        after = named_within(named, match.end(), match.end() + 80)
        before = _accused_before(line, named, match.start())
        if after and re.match(r"\s+(?:on\s+\w+\s+)?(?:that\s+)?", line.text[match.end() :]):
            return Charge(match.start(), match.end(), "alleged", after[:1], match.end())
        if before and _WRONG.search(line.text, 0, match.start()):
            return Charge(match.start(), match.end(), "alleged", before[:1], 0)
    return None


def _accused_before(line: Line, named: Sequence[Named], end: int) -> tuple[Party, ...]:
    """Find whom a sentence accuses that ends on its speaker: "Two firms in X are suspected ..., Y alleged"."""
    whom = named_within(named, 0, max(0, end - 40))[:1]
    subject = _SUSPECTED.match(line.text, 0, end)
    return (Party(subject[1], None),) if subject else whom


def _by_saying(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a speaker's words that another side does wrong: "X said that Y is supplying Z with weapons"."""
    told = line.zone is Zone.HEADLINE and HEADLINE_SPEAKER.search(line.text)
    if not (told or SAYING.search(line.text) or _ALLEGEDLY.search(line.text) or line.quoted(len(line.text) // 2)):
        return None
    source = speaker_of(line, named, None)
    for one in named:
        itself = one.party.speaker or (source is not None and not source.speaker and side(source) == side(one.party))
        if not itself and _doing(line.text, one):
            end = _clause_end(line.text, one.end)
            blamed = bool(_TO_BLAME.match(line.text, one.end) or _FOES.search(line.text, one.end, end))
            grave = blamed or _does_what_is_wrong(line.text, one.end, end)
            return Charge(one.start, one.end, "said", (one.party,), one.start, grave=grave)
    return None


def _doing(text: str, one: Named) -> bool:
    """Whether the party does wrong in the words around it.

    Three ways to say it: "Y is supplying Z with weapons", "Z was given weapons by Y", "help (or data) from Y".
    """
    before, clause = text[: one.start], _clause_end(text, one.end)
    if _FROM.search(before):
        return bool(_ARMS.search(text, max(0, one.start - _CHARGE_REACH), clause))
    if _GIVEN_BY.search(before):
        return bool(_ARMS.search(text, max(0, one.start - _CHARGE_REACH), one.start))
    if _GOODS_FROM.search(before):
        return bool(_DOES.search(text, one.end, clause))
    for match in _DOES.finditer(text, one.end, clause):
        gap = text[one.end : match.start()]
        passive = _BEEN.search(gap) and not match.group().lower().endswith("ing")
        if _DOER.fullmatch(gap) and not passive and not _GETTING.search(text, one.end, match.end()):
            return _does_wrong(text, match)
    if _TO_BLAME.match(text, one.end):
        return True
    return _does_what_is_wrong(text, one.end, clause)


def _does_what_is_wrong(text: str, start: int, end: int) -> bool:
    """Whether a verb of the list of wrongdoing follows the name: "is jamming", "had mined", "poisons"."""
    if _AT_CIVILIANS.match(text, start, end):
        return True
    wrong = _WRONG.search(text, start, end)
    if wrong is None:
        return False
    gap = text[start : wrong.start()]
    return bool(
        _IS_DOING.fullmatch(gap)
        or _TO_STOP.fullmatch(gap)
        or (_PLAIN_VERB.fullmatch(gap) and not wrong.group().lower().endswith("ing"))
    )


def _does_wrong(text: str, doing: re.Match[str]) -> bool:
    """Whether arms and the like are given, or an attack is helped along."""
    reach = (doing.end(), doing.end() + _CHARGE_REACH)
    harm = _HELPS.fullmatch(doing.group()) and _HARM.search(text, *reach)
    return bool(_ARMS.search(text, *reach) or harm)


def _clause_end(text: str, start: int) -> int:
    closing = re.compile(r"[,;:.“”\"](?:\s|$)").search(text, start)
    return closing.start() if closing else len(text)


def _is_wrong(text: str, start: int) -> bool:
    does = _DOES.search(text, start)
    return bool(_WRONG.search(text, start) or (does and _ARMS.search(text, start)))
