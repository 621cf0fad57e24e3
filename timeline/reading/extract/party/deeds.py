"""Deeds: whether a sentence says of a side that it did wrong, in the words around the side's name.

"Y is arming rebels", "Y had carried out a cyberattack", "wells were poisoned by Y", "help from Y": a table gives the
words, the grammar is here. What is not done ("has not supplied"), suffered ("was hacked") or only feared ("may arm") is
no deed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.reading.extract.party.deeds_around import (
    MARKS,
    NOT_IN_A_NAME,
    OBLIQUE,
    OUTLAW,
    REST_OF_NAME,
    told_around,
)
from timeline.reading.extract.party.grave_deeds import GRAVE
from timeline.reading.extract.party.wrongs import (
    ARMS,
    BLOW,
    BREAKS,
    CRIME,
    DOES,
    FOES,
    GROUPS,
    HARM,
    HELPS,
    RULES,
    STEMS,
    is_wrong,
)
from timeline.reading.words import finder, phrases

_THOSE_WHO = re.compile(  # "sheltering the men who killed 26 tourists"
    r"\b(?:men|people|those|women|cell|network|ringleaders?)\s+(?:who|that|behind|responsible\s+for|wanted\s+for)"
    rf"\s+(?:[\w-]+\s+){{0,3}}?(?:(?:{STEMS})\w*|kill\w*|blew|blast|bomb\w*|massacre\w*|murder\w*)",
    re.IGNORECASE,
)
_OTHERS_BLAME = re.compile(  # "it was Y that had broken the truce"
    rf"(?:{BLOW.pattern})|(?:{BREAKS.pattern})\s+(?:the|an?|its|their|this|that)\s+(?:[\w-]+\s+)?"
    rf"(?:{RULES.pattern})|\bmassing\s+(?:troops|forces)"
    r"|\b(?:fired|opened\s+fire|shot|started|swerved|refused)\b",
    re.IGNORECASE,
)

_OF_ITS = rf"(?:\s+(?:of|for|from|in)\s+(?:(?!{NOT_IN_A_NAME})[\w’'-]+\s*){{1,4}}?)?"  # "units of its army"
_HELPING = (
    r"(?:(?:is|are|was|were|has|have|had|been|being|does|do|did|again|also|now|still|once|more|already|since"
    r"|allegedly|largely|continu(?:es?|ed|ing)\s+to|keeps?|kept|began|begun|started|caught(?:\s+red-handed)?"
    r"|tried\s+to|attempted\s+to|sought\s+to|helped|in\s+fact|itself|themselves|gone\s+on|went\s+on|goes\s+on"
    r"|\w+ly)\s+)*"
)
_SUBJECT = re.compile(rf"{REST_OF_NAME}{_OF_ITS}\s+[‘'“\"]?{_HELPING}[‘'“\"]?", re.IGNORECASE)
_AND_ALSO = re.compile(  # "had crossed the border and were", "made raids that appear to have"
    rf"{REST_OF_NAME}\s+(?:(?:is|are|was|were|has|have|had)\b|(?-i:[a-z])\w*(?:ed|s)\b"
    r"|(?:shot|struck|hit|sent|took|gave|built|broke|met)\b)(?:(?!\bthat\b)[^,;:]){2,80}?\s+"
    rf"(?:(?:and|by)\s+(?:then\s+)?|(?:that|which)\s+(?:(?:seem|appear)(?:s|ed)?\s+to\s+)?){_HELPING}",
    re.IGNORECASE,
)
IT_WAS = re.compile(r"\bit\s+(?:was|is)\s+(?:the\s+)?$", re.IGNORECASE)
_BODIES = finder(
    [*phrases("bodies"), *phrases("forces"), "side", "coast guard", "captain", "crew", "vessel", "boat", "ship"]
).pattern
WHO_DID = re.compile(rf"(?:['’]s?)?(?:\s+{_BODIES}){{0,2}}\s+(?:that|who|which)(?=\s)", re.IGNORECASE)
_HAD = re.compile(r"\bhad\s+(?:the\s+)?$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"\s+not(?=\s)")
_THIS = re.compile(r"\s+(?:this|it|that)\b")
_BY_DOING = re.compile(r"\bby\s+(?:\w+ly\s+)?$")  # "was playing with fire by shelling"
_NOTHING = re.compile(r"\s+(?:by|no|nothing|none|neither)\b", re.IGNORECASE)
_HELPER = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|being|does|do|did|continues?|keeps?|kept|began|tried)\b", re.IGNORECASE
)
_TO_STOP = re.compile(r"(?:['’]s?)?\s+(?:to\s+|must\s+|should\s+|would\s+)?(?:stop|cease|halt|end)\s+", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|are|was|were|been|being|keeps?|kept|began|begun|started|continues?|continued|caught(?:\s+red-handed)?)\s+"
    r"(?:(?:\w+ly|also|again|itself|themselves|now|still)\s+)*$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\s+")
_SUFFERED = re.compile(r"\b(?:is|are|was|were|been|being|be|got)\s+(?:\w+ly\s+)*$", re.IGNORECASE)
_DELIBERATE = re.compile(
    r"\b(?:deliberately|intentionally|purposely|purposefully|indiscriminately|systematically|knowingly|wilfully"
    r"|willfully|illegally|unlawfully|secretly|covertly|clandestinely|brutally)\s+"
    r"(?:[a-z]+(?:ing|ed)|struck|hit|shot|built|sent|fired)\b",
    re.IGNORECASE,
)
_ON_PURPOSE = re.compile(
    r"\b(?:(?:target|attack|bomb|shell|kill|shoot|bombard|pound)(?:s|ed|ing)?|hit|hits|strikes?|struck|shot)\b"
    r"[^,.;:“”\"]{2,60}?\s(?:on\s+purpose|deliberately|intentionally|indiscriminately)\b",
    re.IGNORECASE,
)
_TO_BLAME = re.compile(
    r"(?:(?:(?:more|most|mostly|mainly|largely|partly|equally|also|squarely|entirely)\s+)?to\s+blame|culpable"
    r"|the\s+(?:culprit|aggressor|perpetrator)|guilty\s+of|complicit|an?\s+(?:\w+\s+)?(?:aggressor|terrorist))\b",
    re.IGNORECASE,
)
_BEARS = re.compile(
    r"\b(?:bears?|bore|carr(?:y|ies)|shares?|shoulders?)\s+(?:\w+\s+){0,4}(?:responsibility|blame|guilt)\b"
    r"|\b(?:had|has|have|played)\s+an?\s+(?:\w+\s+)?(?:hand|role|part)\s+in\b"
    r"|\b(?:stood|stands?|lay|lies)\s+(?:\w+ly\s+)?behind\b"
    r"|\b(?:had|has|have|exercised?s?)\s+(?:\w+\s+){0,3}?(?:command|control)\s+(?:and\s+control\s+)?over\b",
    re.IGNORECASE,
)
_IS_A = re.compile(  # "is a conduit for weapons", not "a hub for banks that pay rebels"
    r"\b(?:conduit|channel|corridor|pipeline|gateway|transit\s+(?:point|hub|route)|hub|haven|sanctuary|refuge|base"
    r"|launch(?:ing)?\s?pad|springboard|staging\s+(?:ground|post|area)|paymaster|quartermaster|financier|bankroller"
    r"|armourer|accomplice|accessory|backer|sponsor|patron|puppet[\s-]?master|instigator|architect|author"
    r"|organi[sz]er|exporter|supplier)\s+(?:of|for|to|in|behind)\s+"
    rf"(?:(?:the|an?|its|their)\s+)?(?:\w+\s+and\s+)?(?:(?!{NOT_IN_A_NAME})[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?P<grave>{FOES.pattern}|{CRIME.pattern})|{ARMS.pattern})",
    re.IGNORECASE,
)
_MARKS_OF = re.compile(rf"\b(?:has|have|had|bears?|bore|shows?|showed)\s+[^,.;]{{0,30}}?{MARKS}$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:behind|responsible\s+for|involved\s+in|implicated\s+in|part\s+of(?!\s+(?:the|an?|this)\s+strike\b)|linked\s+to"
    r"|in\s+(?:[\w“”‘’\"'-]+\s+){0,2}?(?:breach|violation|contravention|defiance)[”’\"']?\s+of)\b",
    re.IGNORECASE,
)
_AMOUNTS = re.compile(  # "'s attack on the port was a war crime"
    r"(?:['’]s?)?(?:[-\s]+(?!(?:that|which|who|said|says|not|never|no|if|is|are|was|were)\b)[\w.&’'-]+){1,9}?\s+"
    r"(?:is|are|was|were|amount(?:s|ed)?\s+to|constitut(?:e|es|ed))\s+"
    r"(?:an?\s+|the\s+|nothing\s+(?:but|less\s+than)\s+|pure\s+|clear\s+|\w+ly\s+)*",
    re.IGNORECASE,
)
_MEANT = re.compile(r"\b(?:deliberate|intentional|premeditated)\b(?!\s+\w)", re.IGNORECASE)  # of a blow: no mishap
_IS_ITS = re.compile(
    rf"{REST_OF_NAME}{_OF_ITS}\s+(?:(?:has|have|had|also|now|\w+ly)\s+)*"
    r"(?:(?:is|are|was|were|been)\s+(?:becoming|turning\s+into)|turn(?:s|ed)\s+into"
    r"|is|are|was|were|been|remains?|become|became|serv(?:es?|ed)\s+as|act(?:s|ed)?\s+as)\s+"
    r"(?:(?!not\b|no\b|never\b)[\w-]+\s+){0,5}?",
    re.IGNORECASE,
)
_IS_DOING = re.compile(  # "are carrying out its orders and firing"
    r"\b(?:is|are|was|were)\s+(?:(?:\w+ly|itself|themselves|also|now|again|still)\s+)*\w+ing\b[^,;:]*\band\s+"
    r"(?:\w+ly\s+|then\s+)?$",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:getting|receiving)\b[^,.;]{0,40}?\bfrom\s+$", re.IGNORECASE)
_GETTING = re.compile(r"\b(?:getting|receiving|got|received)\b", re.IGNORECASE)
_AGAINST = re.compile(r"[^,;:]{1,60}?\s(?:against|at|towards?|into)\s", re.IGNORECASE)
_GIVEN_BY = re.compile(rf"\bbeen\s+(?:{DOES.pattern})\b[^.;]{{0,80}}?\bby\s+(?:the\s+)?$", re.IGNORECASE)
_FORCES_FROM = re.compile(  # "jets from Y violated our airspace"
    r"\b(?:jets|planes|warplanes|bombers|helicopters|aircraft|warships|ships|soldiers|troops|forces|tanks|agents|gunners)"
    r"\s+(?:from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOODS_FROM = re.compile(rf"(?:{ARMS.pattern})(?:\s+\w+){{0,2}}\s+from\s+(?:the\s+)?$", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;:“”\"](?:\s|$)|[,.](?:\s|$)")
_REACH = 120  # characters after the doing in which its wrongful object stands
_NEAR = 60  # characters in which the noun stands that a verb makes a deed of


@dataclass(frozen=True, slots=True)
class _Clause:
    """What follows a side's name up to the next comma; ``oblique`` where a preposition stands before the name."""

    start: int
    end: int
    bare: bool
    oblique: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """A wrong that a side is said to have done; ``grave`` is wrong whoever does it, unlike help for a friend."""

    grave: bool
    at: int | None = None  # where its telling begins, if not with the name


def deed_of(text: str, start: int, end: int, *, bare: bool = False) -> Deed | None:
    """Read what the side that is named at ``start``..``end`` is said to do.

    ``bare`` lets a participle stand without "is", as headlines have it: "Moscow using chemical weapons".
    """
    if _HAD.search(text, 0, start) and (refused := _NOT_AFTER.match(text, end)):  # "had Y not kept arming": Y did
        text = f"{text[:end]}{' ' * len(refused.group())}{text[refused.end() :]}"
    before, stop = text[:start], _clause_end(text, end)
    if _FROM.search(before):
        return _given(bool(ARMS.search(text, max(0, start - _REACH), stop)))
    if _GIVEN_BY.search(before):
        return _given(bool(ARMS.search(text, max(0, start - _REACH), start)))
    if (around := told_around(text, start, end, stop)) is not None:
        return Deed(grave=True, at=around)
    its_forces = _FORCES_FROM.search(before) is not None
    if _GOODS_FROM.search(before) and not its_forces:
        return _given(bool(DOES.search(text, end, stop)))
    if _AGENT.search(before):  # "clerics backed by Y had plotted": it is others who did
        return None
    cleft = WHO_DID.match(text, end) if IT_WAS.search(before) else None
    clause = _Clause(cleft.end() if cleft else end, stop, bare, bool(OBLIQUE.search(before)) and not its_forces)
    if cleft and _OTHERS_BLAME.search(text, clause.start, clause.end):
        return Deed(grave=True)
    return _grave(text, clause) or _help(text, clause)


def _given(told: bool) -> Deed | None:
    return Deed(grave=False) if told else None


def _clause_end(text: str, start: int) -> int:
    closing = _CLAUSE_ENDS.search(text, start)
    return closing.start() if closing else len(text)


def _help(text: str, clause: _Clause) -> Deed | None:
    """Read help that is wrong for what it brings: arms and the like, fighters, or an attack."""
    for match in DOES.finditer(text, clause.start, clause.end):
        if _AGAINST.match(text, match.end()):  # "sent 84 drones against Ukraine" is an attack told as news
            return None
        if not _stands(text, clause, match) or _GETTING.search(text, clause.start, match.end()):
            continue
        reach = (match.end(), match.end() + _REACH)
        harm = HELPS.fullmatch(match.group()) and HARM.search(text, *reach)
        group = GROUPS.search(text, match.end(), min(clause.end, match.end() + _NEAR))
        foes = FOES.search(text, match.end(), clause.end)
        those = _THOSE_WHO.search(text, match.end(), min(clause.end, match.end() + _NEAR))
        if ARMS.search(text, *reach) or harm or group or those:
            return Deed(grave=bool(group or foes or those))
        return None
    return None


def _stands(text: str, clause: _Clause, verb: re.Match[str]) -> bool:
    """Whether only the rest of the name and helping verbs stand before a verb, and it is no passive."""
    gap = text[clause.start : verb.start()]
    if _TO_STOP.fullmatch(gap):
        return True
    if _OWNS.fullmatch(gap):  # "Y's plan to fight terrorism"
        return False
    if _NOTHING.match(text, verb.end()):  # "violated no clause", "Pakistanis sent by"
        return False
    if not (_SUBJECT.fullmatch(gap) or _AND_ALSO.fullmatch(gap)) or (clause.oblique and not _HELPER.search(gap)):
        return False
    if verb.group().split()[0].lower().endswith("ing"):
        return bool(clause.bare or _IS.search(gap) or _IS_DOING.search(gap) or _BY_DOING.search(gap))
    return not _SUFFERED.search(gap)


def _grave(text: str, clause: _Clause) -> Deed | None:
    """Read a deed that is wrong whoever does it."""
    for verbs, needs, reach in GRAVE:
        for match in verbs.finditer(text, clause.start, clause.end):
            wrong = needs is None or needs.search(text, match.end(), match.end() + reach)
            if wrong and _stands(text, clause, match):
                return Deed(grave=True)
    deliberate = _DELIBERATE.search(text, clause.start, clause.end)
    deliberate = deliberate or _ON_PURPOSE.search(text, clause.start, clause.end)
    if deliberate and _SUBJECT.fullmatch(text[clause.start : deliberate.start()]):
        return Deed(grave=True)
    return _blame(text, clause)


def _blame(text: str, clause: _Clause) -> Deed | None:
    """Read "is to blame", "was behind the attack", "bears responsibility for", "Y's raid was a war crime"."""
    stretch = (clause.start, clause.end)
    for match in (*_TO_BLAME.finditer(text, *stretch), *_BEHIND.finditer(text, *stretch)):
        gap = text[clause.start : match.start()]
        near = (match.end(), match.end() + _NEAR)
        wrong = match.re is _TO_BLAME or BLOW.search(text, *near) or is_wrong(text, *near) or FOES.search(text, *near)
        wrong = wrong or _THIS.match(text, match.end()) or (BREAKS.search(text, *near) and RULES.search(text, *near))
        if wrong and _SUBJECT.fullmatch(gap) and (clause.bare or _IS.search(gap)):
            return Deed(grave=True)
    for match in _IS_A.finditer(text, *stretch):
        if _IS_ITS.fullmatch(text[clause.start : match.start()]):
            return Deed(grave=bool(match["grave"] or FOES.search(text, match.end(), match.end() + _NEAR)))
    for outlaw in OUTLAW.finditer(text, *stretch):
        gap = text[clause.start : outlaw.start()]
        marks = _MARKS_OF.search(gap)
        if _IS_ITS.fullmatch(gap) or (marks and _SUBJECT.fullmatch(gap[: marks.start()] + " ")):
            return Deed(grave=True)
    if any(_SUBJECT.fullmatch(text[clause.start : m.start()]) for m in _BEARS.finditer(text, *stretch)):
        return Deed(grave=True)
    crimes = () if clause.oblique else CRIME.finditer(text, *stretch)  # "a flight over Y was a provocation" by others
    if any(_AMOUNTS.fullmatch(text[clause.start : crime.start()]) for crime in crimes):
        return Deed(grave=True)
    meant = _MEANT.search(text, *stretch)
    if (
        meant
        and _AMOUNTS.fullmatch(text[clause.start : meant.start()])
        and BLOW.search(text, clause.start, meant.start())
    ):
        return Deed(grave=True)
    return None
