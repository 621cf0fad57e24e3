"""Who struck: the name that is the subject of the verb, the agent after "by", or the adjective of the weapon.

A name that only stands before the verb, after a preposition or as somebody's country, is no doer: "the mayor of Paris
said a drone hit Kherson" accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.event import Party, Role, RolePlace
from timeline.reading.extract.force.act import Act, clause
from timeline.reading.extract.force.force import WEAPON
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import finder, phrases, words_in

ACCUSED_OF = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|suspected)\s+([^,;:]{0,100}?)\s*\b(?:of|for)\s", re.IGNORECASE
)
_BEEN = re.compile(r"\b(?:is|are|was|were|been|being|stands?)\s+(?:also\s+|\w+ly\s+)?$", re.IGNORECASE)
_CLAIMS = re.compile(r"\b(?:claim(?:s|ed)?|took|taken|accepted|admitted)\s+(?:responsibility|credit)\b", re.IGNORECASE)
_CLAIMED = frozenset({"responsibility", "credit"})
_NOBODY = re.compile(r"\b(?:not|nor|never|no|nobody|denied|neither)\b|n['’]t\b", re.IGNORECASE)
_GERUND_WORDS = 3  # "accused X of [having deliberately] bombed": further on, somebody else may be the doer
_NEAR_DOER = 90  # characters before the act in which its doer stands
_NEAR_WEAPON = 40  # characters before "operated by" in which the weapon stands: a plant has an operator too
_BY_REACH = 20  # characters after "by" in which the agent begins
_OWN = "|".join(finder(phrases(name)).pattern for name in ("bodies", "forces", "strike_modifiers"))
_DEALT = r"(?:resorted\s+to|delivered|carried\s+out|launched|conducted|staged|mounted)(?:\s+(?:an?|the|new|several))?"
_SMALL = rf"\w+ly|{_DEALT}|\d[\d,]*|who|which|ha[sd]|have|also|then|again|later|in\s+turn|air|defen[cs]e"
_CRAFT = (
    r"helicopters?|gunships?|warplanes?|fighter|jets?|planes?|aircraft|warships?|gunboats?|gunners|artillery|rebels?"
    r"|(?:F|Su|MiG)-\d+s?|Rafales?|bombers?|frigates?|destroyers?|submarines?"
)
_BLOW = (
    r"(?:strikes?|raids?|attacks?|shelling|bombing|bombardment)"  # whose adjective says whose: "a Libyan air raid hit"
)
_PART = rf"(?:(?-i:[A-Z]\w+)\s+Command|{_OWN}|{WEAPON.pattern}|{_SMALL}|{_CRAFT})"
_SAID = r"(?:said|says)(?:\s+on)?\s+(?:that\s+)?(?:it|they|(?:its|their)\s+\w+)"
_SUBJECT = re.compile(rf"(?:['’]s?)?(?:\s+(?:{_PART}|{_SAID})(?:['’]s?)?)*(?:\s+(?:air\s*)?{_BLOW})?\s*", re.IGNORECASE)
_ADJECTIVE = re.compile(rf"(?:['’]s?|-\w+)?(?:\s+(?:{_PART}))*\s+", re.IGNORECASE)
_SENT_BY = re.compile(
    r"\b(?:(?:fired|launched|operated|sent|flown|used|dropped)\s+by|belonging\s+to)\s+(?:the\s+)?(?:\w+\s+)?$"
)
_MEANT_FOR = re.compile(r"\b(?:meant|intended|aimed|destined)\s+(?:for|at|against)\s+(?:an?\s+|the\s+)?$")
_AIMED_AT = re.compile(  # between a weapon and whom it was for: "a roadside bomb targeting Afghan soldiers killed"
    r"\b(?:for|at|against|near|outside|beside|behind|under|inside|in|on|to|over|target\w*|hunt\w*|chas\w+|pursu\w+"
    r"|attacking|hitting|striking|seeking|tracking|stalking|following)\b",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(r"[;:.]|,\s+(?:and|but)\s")
_SENT_IT = re.compile(  # "was hit by a missile; Ukraine says Russia launched it"
    r"\s+(?:had\s+|has\s+)?(?:launched|fired|sent|dropped|flew|carried\s+out|was\s+behind)\s+"
    r"(?:it|them|the\s+(?:weapon|attack|strike|raid))\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?")


def doer_of(line: Line, act: Act, named: Sequence[Named], places: Sequence[RolePlace]) -> Party | None:
    """Find who did the act at ``act``; ``None`` where the sentence does not say."""
    accused = next(reversed([*ACCUSED_OF.finditer(line.text, 0, act.start)]), None)
    by_accuser = accused and accused[1].startswith("by ")  # "the preacher accused by X of ordering it"
    if accused and (by_accuser or _BEEN.search(line.text, 0, accused.start())):  # "Y was accused of shelling it by X"
        return next((n.party for n in reversed(named) if n.end <= accused.start()), None)
    if accused and accused[1] and len(line.text[accused.end() : act.start].split()) <= _GERUND_WORDS:
        whom = [n.party for n in named if accused.start(1) <= n.start and n.end <= accused.end(1)]
        first = next(iter(sorted(whom, key=lambda party: not is_group(party))), None)
        answers = (
            first is not None and first.speaker and line.text[accused.end() - len("for ") : accused.end()] == "for "
        )
        return None if answers else first  # who governs is blamed for what others did
    if act.intercepted:
        return None
    struck = {line.local(p.mention)[0] for p in places if p.role in (Role.EVENT, Role.CONTAINER, Role.ORIGIN)}
    parties = [n for n in named if n.start not in struck and n.party.country and not n.party.speaker]
    start = max(clause(line.text, act.start)[0], act.end - _NEAR_DOER)
    ahead = [n for n in parties if start <= n.start < act.end and _does(line, n, act)]
    by = _BY.search(line.text, act.end)
    after = [n for n in parties if by and by.end() <= n.start <= by.end() + _BY_REACH]
    after = [n for n in after if by and not _OTHER_CLAUSE.search(line.text, by.end(), n.start)]
    sender = [n for n in parties if act.end <= n.start and _SENT_IT.match(line.text, n.end)]
    doer = ahead[-1] if ahead else after[0] if after else next(iter(sender), None)
    return doer.party if doer else claimant(line, named)


def claimant(line: Line, named: Sequence[Named]) -> Party | None:
    """Find who claims the act: "al-Shabaab claimed responsibility"; nobody in "no group has claimed"."""
    claims = None if _CLAIMED.isdisjoint(words_in(line.text)) else _CLAIMS.search(line.text)
    if claims is None or line.quoted(claims.start()):
        return None
    start = max(clause(line.text, claims.start())[0], claims.start() - _NEAR_DOER)
    ahead = [n for n in named if start <= n.start and n.end <= claims.start()]
    return ahead[-1].party if ahead and not _NOBODY.search(line.text, 0, claims.start()) else None


def _does(line: Line, one: Named, act: Act) -> bool:
    """Whether the name is subject of the act, adjective of its weapon, or whoever sent that."""
    if _MEANT_FOR.search(line.text, 0, one.start):  # "a missile meant for a Russian drone hit a flat"
        return False
    sent = _SENT_BY.search(line.text, 0, one.start)
    armed = next(reversed([*WEAPON.finditer(line.text, act.start, max(act.start, one.start))]), None)
    if armed and not sent and _AIMED_AT.search(_without_times(line, armed.end(), one.start)):
        return False
    if act.start <= one.start or (sent and WEAPON.search(line.text, max(0, sent.start() - _NEAR_WEAPON), sent.start())):
        return True
    if not act.passive and _SUBJECT.fullmatch(_without_times(line, one.end, act.start)):
        return True
    weapon = WEAPON.search(line.text, one.end, act.end)
    return bool(weapon and _ADJECTIVE.fullmatch(line.text[one.end : weapon.start()]))


def _without_times(line: Line, start: int, end: int) -> str:
    text = line.text
    for first, last in map(line.local, line.times):
        text = text[:first] + " " * (last - first) + text[last:]
    return re.sub(r"\s(?:on|in|at|early|late)\s{2,}", "  ", text[start:end])
