"""Charges told by a verb of accusing: "X accused Y of Z", "blamed Z on Y", "Y was accused by X of Z"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import Charge, accused_in, accuser_end, band_at, named_within
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.parties import is_force
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_wrong, names_a_blow, names_a_foe
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.clauses import parts_by
from timeline.reading.extract.voice.speakers import party_in, seat_in, speaker_of
from timeline.reading.words import finder, of_class, openers, phrases, words_in

_REBUKE = finder(of_class("accusation_cues", "rebuke"))
_ACCUSING = of_class("accusation_cues", "accuse", "blame", "charge", "rebuke")
_ACCUSE = finder(_ACCUSING)
_ACCUSE_OPENS = openers(_ACCUSING)
_BLAME = frozenset({"responsible", "responsibility", "guilt", *phrases("acts_of_state")})
_CHARGES = finder(of_class("accusation_cues", "charge"))
_NOT_TO = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|expect(?:s|ed)|ready|set|prepar\w+|want(?:s|ed)|likely|going|about|yet|refus\w+"
    r"|declin\w+|unable|hesitat\w+|threaten\w*|fail\w*|reluctant|afraid|not|never|enough|careful"
    r"|tr(?:y|ies|ied|ying)|able|easy|absurd|wrong)\s+(?:not\s+)?to\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_QUICK_TO = re.compile(  # who is so has done it
    r"\b(?:was|were|is|are)\s+(?:quick|swift)\s+to\s+(?:\w+ly\s+)?$|\b(?:did|do|does)\s+not\s+hesitate\s+to\s+$",
    re.IGNORECASE,
)
INCLINED = re.compile(  # who tends, hurries or tries to blame others: said of him, no charge of his
    r"\b(?:tendency|habit|temptation|practice|pattern|attempts?(?!\s+on\b)|efforts?|bid|desire|rush|haste|hurry"
    r"|eagerness|wish)\b[^,.;“”\"]{0,60}?\b(?:to|of)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NEVER = frozenset({"not", "never", "without", "didn't", "could", "would", "will", "may", "might", "should", "cannot"})
_HABIT = re.compile(
    r"\b(?:often|repeatedly|long|frequently|regularly|routinely|always|consistently|constantly)\s+$", re.IGNORECASE
)
_BEEN = re.compile(r"\b(?:been|was|were|being|is|are|stands?|stood)\s+(?:\w+ly\s+|also\s+|again\s+)*$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|for|over)\s(?!(?:whom|which|whose|them)\b)")
_NO_OBJECT = re.compile(  # "faces murder charges in", "a bomb slammed into"
    r"\s+(?:in|into|through|of|against|on|from|at|over|for|by|that|and|were|was|are)\b"
)
_OF_WHOM = re.compile(
    r",\s+(?:[^,;]{0,30}?\b(?:who|whom|which|whose)|through|via|by|in|at|during|speaking|represented|based|citing"
    r"|quoting|relying|pointing)\s",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s(?:for|over)\s")
_NEXT_VERB = re.compile(  # "blamed the front and offered a reward for"
    r"\band\s+(?:\w+ly\s+)?(?!armed|allied|affiliated|backed|hired|masked|suspected|related|united|occupied)"
    r"[a-z]{3,}ed\s"
)
_FOR_ANOTHER = re.compile(  # "charged an engineer with working for a Russian secret service"
    r"(?:(?:spying|working|acting|gathering|passing|spreading|sabotag|plotting|carrying\s+out|preparing|treason"
    r"|espionage|secret|arson)\w*\b)[^.;]{0,80}?\b(?:for|to|behalf\s+of|orders\s+of|service\s+of)\s",
    re.IGNORECASE,
)
_WITH = re.compile(r"\swith\s")
_SOME_OF_THEM = re.compile(r"\s+(?:nationals?|citizens?|m[ae]n|wom[ae]n|students?|couples?|tourists?|executives?)\b")
_OF_WHAT = re.compile(r"(?:\s+(?:in\s+absentia|in\s+his\s+absence|today|yesterday))?\s+(?:with|of|for|over)\s")
_OFFICER = re.compile(
    r"\b(?:[A-Z][a-z]+-)?(?:[Gg]eneral|[Cc]olonel|[Aa]dmiral|[Mm]ajor|[Cc]ommander|officer|agent|minister)\b"
)
_ON_AFTER = re.compile(r"\s+(?:by\s+(?:(?!(?:for|of|over)\b)[\w’'-]+\s+){1,5}?)?on\s+(?:the\s+)?")
_ON = re.compile(r"\s(?:on|upon)\s")
_WITH_DOING = re.compile(r"\s+(?:the\s+|[A-Z])[^.,;:“”\"]{2,80}?\swith\s+(?:\w+ly\s+)?\w+ing\b")
_NOUN_BEFORE = frozenset(
    {"in", "the", "a", "an", "of", "this", "that", "free", "no", "any", "its", "his", "her", "their"}
)
_THEY = frozenset({"we", "they", "i", "you"})
_HOLDING = frozenset({"hold", "holds", "held", "holding"})
_HELD = re.compile(
    r"\b(hold|holds|held|holding)\s[^,;:]{2,90}?(?:,\s[^,;:]{2,20},)?\s"
    r"((?:\w+ly\s)?(?:responsible|accountable|answerable|to\s+account|liable|to\s+blame|guilty)(?:\s+(?:for|of))?)\b",
    re.IGNORECASE,
)
_TO_COME = frozenset({"will", "would", "to", "not", "could", "should", "must", "may", "might"})
_WHICH_IT = re.compile(
    r",?\s+(?:which|whom|who|that)\s+(?:(?:it|he|she|they)|(?:the\s+)?[A-Z]\w+)\s+(?:has\s+|had\s+|also\s+|\w+ly\s+)*$"
)
_WHICH_SOMEBODY = re.compile(  # but not "which was blamed"
    r",?\s+(?:which|whom|that)\s+(?!(?:was|were|is|are|has|had|have|been|it|he|she|they)\b)[^;:“”\"]{2,80}?\s+$"
)
_OF_DOING = re.compile(r"\s+(?:of|for)\s(?=\w+ing\b)")  # the day between is blanked out
_RIGHT_AFTER = re.compile(r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$")
_IS_TO = re.compile(  # "Y is more to blame than Z": Y blames nobody
    r"\b(?:is|are|was|were|be|being|been)\s+(?:\w+\s+){0,2}?to\s+$", re.IGNORECASE
)
_PASSIVE_NEXT = re.compile(r"\s+(?:on\s+\w+\s+)?(?:by|of|for)\b|(?<=blamed)\s+on\s", re.IGNORECASE)
_BY_WHOM = re.compile(r"\bby\s+(?:the\s+)?", re.IGNORECASE)
_OTHER_NAME = re.compile(
    r"[A-Z][\w.'’&-]*(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z][\w.'’&-]*){0,5}"
)  # no side: "the UN"
_BACK = finder(phrases("back_references"))
_COALITION = re.compile(r"the\s+(?:[\w-]+-led\s+)?(?:coalition|alliance)", re.IGNORECASE)
_THE_BAND = re.compile(
    r"the\s+(?:rebels|guerrillas|insurgents|militants|separatists|jihadists|militia"
    r"|(?:rebel|guerrilla|insurgent|armed)\s+(?:force|army|group|movement|organi[sz]ation))",
    re.IGNORECASE,
)
_GERUND = re.compile(r"(?!(?:not|failing|being|doing|refusing|having)\b)\w+ing\b", re.IGNORECASE)
_DOING = re.compile(r"(?:\w+ly\s+)?\w+ing\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"(?:not|failing|refusing)\b", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"(?:an?|the)\s+[\w\s-]+?\s(?:from|over|off|in)\s", re.IGNORECASE)
_LONGEST_NAME = 5  # words of "Congo's former government" between two prepositions
_CHARGE_REACH = 120  # characters in which the object of evidence stands
_POINTED_REACH = 30  # characters after "pointed the finger at" in which the accused is named
_MOST_VERBS = 8  # of one sentence that are looked at
_AGENT_REACH = 80  # characters after "by" in which the accuser is named


def charge_parts(line: Line) -> list[Line]:
    """Part a sentence that brings several charges, each with a verb of accusing."""
    verbs = [m.span() for m in _verbs(line) if not line.quoted(m.start())]
    return parts_by(line, verbs) if len(verbs) > 1 else [line]


def charges_anybody(line: Line) -> bool:
    """Whether a word of accusing or of blame stands in the sentence."""
    return not (_ACCUSE_OPENS | _BLAME).isdisjoint(words_in(line.text))


def _verbs(line: Line) -> list[re.Match[str]]:
    """Find the verbs of accusing; "charge" is one beside "we" and the like, and else the noun, as is "the blame"."""
    if _ACCUSE_OPENS.isdisjoint(words_in(line.text)):
        return []
    found = islice(_ACCUSE.finditer(line.text), _MOST_VERBS)
    return [m for m in found if m.group().lower() not in ("charge", "blame") or _is_verb(line, m)]


def _is_verb(line: Line, charge: re.Match[str]) -> bool:
    """Whether "charge" is a verb: "we charge", "UN experts, in a report, charge Y with breaking"."""
    before = {*line.words_before(charge.start(), 1)}
    if charge.group().lower() == "blame":
        return _NOUN_BEFORE.isdisjoint(before - {"that"}) or bool(_QUICK_TO.search(line.text, 0, charge.start()))
    return bool(_THEY & before) or bool(_WITH_DOING.match(line.text, charge.end()) and not _NOUN_BEFORE & before)


def by_accusing(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X accused Y of Z", "X blamed Y for Z", "X blamed Z on Y"; "a man accused of" names no accuser."""
    for match in _verbs(line):
        quick = _QUICK_TO.search(line.text, 0, match.start())
        if not quick and (_IS_TO.search(line.text, 0, match.start()) or _is_not_brought(line, named, match.start())):
            continue
        if _HABIT.search(line.text, 0, match.start()):
            continue
        idle = not quick and _NOT_TO.search(line.text, 0, match.start())
        if idle or INCLINED.search(line.text, 0, match.start()):
            continue
        if charge := _whom_it_accuses(line, named, match):
            return charge
        if charge := _which_it_lays_on(line, named, match):
            return charge
        doing = match.group().lower().endswith("ing")  # "is blaming Y" is no passive
        if _PASSIVE_NEXT.match(line.text, match.end()) or (not doing and _BEEN.search(line.text[: match.start()])):
            if charge := _by_being_accused(line, named, match):
                return charge
            continue
        noun = line.words_before(match.start(), 1)[:1] == ["the"]
        if charge := None if noun else _of_whom(line, named, match) or _on_whom(line, named, match):
            return charge
    return _by_holding(line, named)


def _is_not_brought(line: Line, named: Sequence[Named], verb: int) -> bool:
    """Whether "not" or "would" stands right before a verb, no word of a name: "Doctors Without Borders accused"."""
    name = max((n.end for n in named if n.end <= verb), default=0)
    beside = len(line.text[name:verb].split())
    return not _NEVER.isdisjoint(line.words_before(verb, min(beside, 2)))


def _whom_it_accuses(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "to sanction Y, which it accuses of Z"."""
    it = _WHICH_IT.search(line.text, 0, verb.start())
    relative = it or _WHICH_SOMEBODY.search(line.text, 0, verb.start())
    closing = _OF.match(line.text, verb.end()) or _FOR.match(line.text, verb.end())
    closing = closing or _OF_DOING.match(line.text, verb.end())
    if relative is None or closing is None:
        return None
    whom = [n.party for n in named if n.end == relative.start() or (it and n.end < relative.start())][-1:]
    if not whom:
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), tuple(whom), closing.end())


def _which_it_lays_on(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "the raid, which X blamed on Y, killed nine"."""
    on = _ON_AFTER.match(line.text, verb.end()) if verb.group().lower().startswith("blam") else None
    whom = _right_after(line, named, on.end()) if on and _WHICH_SOMEBODY.search(line.text, 0, verb.start()) else ()
    return Charge(verb.start(), on.end(), verb.group().lower(), whom, on.end()) if on and whom else None


def _of_whom(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read whom a verb of accusing takes, and of what: "accused Y of", "charged Y with"."""
    charging, rebuke = _CHARGES.fullmatch(verb.group()), _REBUKE.fullmatch(verb.group())
    if (charging or rebuke) and _NO_OBJECT.match(line.text, verb.end()):
        return None
    closing = _closing(line, named, verb, charging=bool(charging))
    if not closing or _NEXT_VERB.search(line.text, verb.end(), closing.start()):
        return None
    on = _ON.search(line.text, verb.end(), closing.start())
    if on and verb.group().lower().startswith("blam") and names_a_blow(line.text, verb.end(), on.start()):
        return None  # "blamed the bombing on former rebels, who were paid for it"
    aside = _OF_WHOM.search(line.text, verb.end(), closing.start())
    stop = aside.start() if aside else closing.start()
    comma = line.text.find(", ", verb.end(), stop) if not line.text[: verb.start()].strip("“\"' ") else -1
    stop = comma if comma > 0 and verb.group().split()[0].lower().endswith("ing") else stop  # "Lashing out at Y, X"
    whom = named_within(named, verb.end(), stop) or seat_in(line, verb.end(), stop)
    said = " ".join(line.text[verb.end() : closing.start()].split()).rstrip(" ,")
    recipients = whom or _named_before(named, verb.start(), said) or (Party(said, None),)
    known = recipients[0].country or is_group(recipients[0])
    spying = _FOR_ANOTHER.match(line.text, closing.end()) and any(n.start >= closing.end() for n in named)
    wrong = _DOING.match(line.text, closing.end()) or _is_for_wrong(line.text, closing.end())
    if charging and not (
        wrong and (recipients[0].country or is_force(recipients[0].name) or spying or _COALITION.fullmatch(said))
    ):
        return None
    if rebuke and not ((known or is_force(said)) and _is_for_wrong(line.text, closing.end())):
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), recipients[:2], closing.end())


def _closing(line: Line, named: Sequence[Named], verb: re.Match[str], *, charging: bool) -> re.Match[str] | None:
    """Find the preposition that ends whom a verb accuses: the second one in "accused the government of Y of"."""
    blaming = verb.group().lower().startswith("blam")
    preposition = _WITH if charging else _FOR if blaming else _OF
    found = [m for m in preposition.finditer(line.text, verb.end(), verb.end() + 160) if m.start() > verb.end()]
    if len(found) > 1 and _is_name_then_deed(line, named, found[0].end(), found[1]):
        return found[1]  # "accused the rebels of the M23 of shelling"
    if len(found) > 1 and not named_within(named, verb.end(), found[0].start()):
        between = line.text[found[0].end() : found[1].start()]
        named_between = named_within(named, found[0].end(), found[1].start())
        if named_between and len(between.split()) <= _LONGEST_NAME and not _GERUND.match(between):
            return found[1]
    return next(iter(found), None)


def _is_name_then_deed(line: Line, named: Sequence[Named], start: int, closing: re.Match[str]) -> bool:
    """Whether nothing but a side's name stands from ``start`` to a preposition that a deed follows."""
    one = next((n for n in named if n.start >= start), None)
    if one is None or one.end != closing.start() or not _DOING.match(line.text, closing.end()):
        return False
    return line.text[start : one.start].strip().lower() in ("", "the")


def _is_for_wrong(text: str, start: int) -> bool:
    """Whether a rebuke is for something done, not for the want of something: "condemned Y for shelling"."""
    wrong = is_wrong(text, start) or names_a_blow(text, start, start + _CHARGE_REACH) or names_a_foe(text, start)
    return wrong and not _NOT_DONE.match(text, start)


def _on_whom(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "blamed the attack on Y", "blamed Y" and "pointed the finger at Y"."""
    if verb.group().lower().startswith("accus"):
        return _alone(line, named, verb)
    blamed = band_at(line, named, verb.end() + 1)
    if "finger" in verb.group().lower() and (
        pointed := accused_in(line, named, verb.end(), verb.end() + _POINTED_REACH)
    ):
        return Charge(verb.start(), verb.end(), "accused", pointed, len(line.text))
    if not verb.group().lower().startswith("blam"):
        return None
    on = _ON.search(line.text, verb.end(), verb.end() + 160)
    if on and (whom := _right_after(line, named, on.end())):
        return Charge(verb.start(), on.end(), verb.group().lower(), whom, verb.end())
    if blamed:  # "blamed the column led by a deserter"
        return Charge(verb.start(), verb.end(), verb.group().lower(), (blamed,), len(line.text))
    near = next((n for n in named if n.start >= verb.end()), None)
    if near is None or not _RIGHT_AFTER.fullmatch(line.text, verb.end(), near.start):
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), (near.party,), len(line.text))


def _right_after(line: Line, named: Sequence[Named], start: int) -> tuple[Party, ...]:
    """Take whom a stretch begins with: an armed band or a side, but not that of "a storm from Libya"."""
    if band := band_at(line, named, start):
        return (band,)
    at = next((n.start for n in named if n.start >= start), start)
    return () if _OF_SOMETHING.match(line.text[start:at]) else named_within(named, start, start + 60)[:1]


def _alone(line: Line, named: Sequence[Named], verb: re.Match[str]) -> Charge | None:
    """Read "X is accusing Y." where the sentences around say of what."""
    near = next((n for n in named if n.start >= verb.end()), None)
    if near is None or not _RIGHT_AFTER.fullmatch(line.text, verb.end(), near.start):
        return None
    if line.text[near.end :].strip(' .!”"'):
        return None
    return Charge(verb.start(), verb.end(), verb.group().lower(), (near.party,), len(line.text))


def _by_holding(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X holds Y responsible for Z"; to come, it is a threat."""
    held = None if _HOLDING.isdisjoint(words_in(line.text)) else _HELD.search(line.text)
    if held is None or _TO_COME & set(line.words_before(held.start(), 2)):
        return None
    whom = accused_in(line, named, held.end(1) + 1, held.start(2))
    told = held.group().endswith((" for", " of"))  # else of what was told before
    content = held.end() if told else len(line.text)
    return Charge(held.start(), held.end(1), "blamed", whom[:1], content) if whom else None


def _by_being_accused(line: Line, named: Sequence[Named], match: re.Match[str]) -> Charge | None:
    """Read "X was accused by Y of Z"; without an accuser it is no accusation by anybody."""
    agent = _BY_WHOM.search(line.text, match.end(), match.end() + 160)
    if not agent:
        return _by_whoever_says_so(line, named, match)
    stop = min(accuser_end(line.text, agent.end()), agent.end() + _AGENT_REACH)
    other = _OTHER_NAME.match(line.text, agent.end(), stop)
    accuser = party_in(line, named, agent.end(), stop) or (Party(other.group(), None) if other else None)
    on = _ON_AFTER.match(line.text, match.end()) if match.group().lower() == "blamed" else None
    if on and (whom := _right_after(line, named, on.end())):  # "the raid was blamed on Y by X"
        if accuser and side(accuser) != side(whom[0]):
            return Charge(match.start(), on.end(), match.group().lower(), whom, 0, accuser, agent.end())
        return None
    before = [n for n in named if n.end <= match.start()]
    if before and _SOME_OF_THEM.match(line.text, before[-1].end):  # a court's affair: "two Spanish nationals"
        return None
    whom = tuple(n.party for n in before[-1:])
    closing = re.compile(r"\s(?:of|for|over)\s").search(line.text, match.end())
    if not (accuser and whom and closing):
        return None
    return Charge(match.start(), match.end(), match.group().lower(), whom, closing.end(), accuser, agent.end())


def _by_whoever_says_so(line: Line, named: Sequence[Named], match: re.Match[str]) -> Charge | None:
    """Read "General X of Y has been charged with shelling Z, the security service announced"."""
    closing = _OF_WHAT.match(line.text, match.end())
    last = named[-1] if named else None
    whom = next((n.party for n in reversed(named) if n.end <= match.start()), None)
    serves = _OFFICER.search(line.text, 0, match.start())
    if not (closing and last and whom and whom.speaker and serves and closing.end() < last.start):
        return None
    accuser = speaker_of(line, named, None)
    known = accuser is not None and accuser.country and accuser.country != whom.country
    if not known or line.quoted(match.start()) or not _is_for_wrong(line.text, closing.end()):
        return None
    return Charge(match.start(), match.end(), "accused", (whom,), closing.end(), accuser, last.start)


def _named_before(named: Sequence[Named], end: int, said: str) -> tuple[Party, ...]:
    """Find whom "him" or "the group" means: the person or armed group named last."""
    if said.lower() in (
        "it",
        "them",
        "the country",
        "the kingdom",
        "the state",
    ):  # "cut ties with Y, accusing it of ..."
        it = it_before(named, end)
        return (it,) if it else ()
    if not (_BACK.fullmatch(said) or _THE_BAND.fullmatch(said)):
        return ()
    person = _BACK.fullmatch(said)
    before = [n.party for n in named if n.end <= end and ((person and n.party.speaker) or is_group(n.party))]
    return tuple(before[-1:])


def it_before(named: Sequence[Named], end: int) -> Party | None:
    """Find whom "it" means after a verb: the state or group named last before that is not the subject's own."""
    before = [n.party for n in named if n.end <= end]
    if not before:
        return None
    subject = next((p for p in reversed(before) if p.speaker), before[0])
    others = [p for p in before if not p.speaker and p != subject and (p.country != subject.country or is_group(p))]
    return others[-1] if others else None
