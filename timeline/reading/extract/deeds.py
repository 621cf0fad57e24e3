"""Deeds: whether a sentence says of a side that it did wrong, in the words around the side's name.

"Y is arming rebels", "Y had carried out a cyberattack", "wells were poisoned by Y", "help from Y": a table gives the
words, the grammar is here. What is not done ("has not supplied"), suffered ("was hacked") or only feared ("may arm") is
no deed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.reading.words import finder, of_class, phrases, table

_STEMS = "|".join(phrases("strike_stems"))


def _forms(*classes: str) -> list[str]:
    return [form for forms in of_class("wrongdoing", *classes) for form in forms.split()]


def _wrong(*classes: str) -> re.Pattern[str]:
    return finder(_forms(*classes))


_DOES = _wrong("support", "help")
_HELPS = _wrong("help")
_HARM = _wrong("harm")
_ARMS = _wrong("arms", "foes")
_FOES = _wrong("foes")
_GROUPS = finder((row["name"] for row in table("armed_groups") if row["group"]), exact_case=True)
_PROTECTED = _wrong("protected")
_WRONG_VERB = _wrong("wrong")
_CRIMES = [*of_class("wrongdoing", "crime")]
_CRIME = finder(_CRIMES)
_COMMITS = _wrong("commit")
_DO = _wrong("do")
_BREAKS = _wrong("break")
_RULES = _wrong("rules")
_USES = _wrong("use")
_BANNED = _wrong("banned")
_SHIELDS = re.compile(
    finder([*of_class("wrongdoing", "shield"), *_forms("banned")]).pattern
    + rf"|\bagainst\s+(?:[\w-]+\s+){{0,4}}?(?:{_PROTECTED.pattern})",
    re.IGNORECASE,
)
_WRONG = finder([*_forms("wrong", "commit"), *_CRIMES])
_BLOW = re.compile(
    rf"\b(?:{_STEMS})\w*|" + finder([*_forms("blow"), *_CRIMES, *_forms("wrong")]).pattern,
    re.IGNORECASE,
)

_NOT_IN_A_NAME = (
    r"(?:of|to|for|with|by|in|on|at|from|and|or|but|that|which|who|than|said|says|will|would|could|should|may|might|can|must|if"
    r"|not|never|no|nor|cannot|hardly|have|has|had|is|are|was|were|been|being|be|do|does|did)\b"
)
_REST_OF_NAME = rf"(?:['’]s?)?(?:[-\s]+(?!{_NOT_IN_A_NAME})[\w.&’'-]+){{0,5}}?"
_OF_ITS = rf"(?:\s+(?:of|for|from|in)\s+(?:(?!{_NOT_IN_A_NAME})[\w’'-]+\s*){{1,4}}?)?"  # "units of its army"
_HELPING = (
    r"(?:(?:is|are|was|were|has|have|had|been|being|does|do|did|again|also|now|still|once|more|already|since|allegedly|largely"
    r"|continues?\s+to|continued\s+to|keeps?|kept|began|begun|started|tried\s+to|attempted\s+to|sought\s+to|helped|in\s+fact"
    r"|\w+ly)\s+)*"
)
_SUBJECT = re.compile(rf"{_REST_OF_NAME}{_OF_ITS}\s+{_HELPING}", re.IGNORECASE)
_TO_STOP = re.compile(r"(?:['’]s?)?\s+(?:to\s+|must\s+|should\s+|would\s+)?(?:stop|cease|halt|end)\s+", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|are|was|were|been|being|keeps?|kept|began|begun|started|continues?|continued)\s+(?:\w+ly\s+|also\s+|again\s+)*$",
    re.IGNORECASE,
)
_SUFFERED = re.compile(r"\b(?:is|are|was|were|been|being|be|got)\s+(?:\w+ly\s+)*$", re.IGNORECASE)
_DELIBERATE = re.compile(
    r"\b(?:deliberately|intentionally|purposely|purposefully|indiscriminately|systematically|knowingly|wilfully|willfully"
    r"|illegally|unlawfully|secretly|covertly|clandestinely|brutally)\s+(?:[a-z]+(?:ing|ed)|struck|hit|shot|built|sent|fired)\b",
    re.IGNORECASE,
)
_ON_PROTECTED = re.compile(
    rf"(?:target|shell|bomb|attack|strik|kill|shoot|fir|destroy)ing\s+(?:on\s+|at\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_PROTECTED.pattern})"
    r"|(?:target|shell|bomb|attack|kill|gas|starv)(?:ed|ing)\s+(?:its|their|his)\s+own\s+(?:people|citizens|civilians|population|villages)\b"
    rf"|targeted\s+(?:[\w-]+\s+){{0,2}}?(?:{_PROTECTED.pattern})"
    r"|(?:target|shell|bomb|attack|hit|struck|strik)(?:ed|ing)?\s+(?:[\w-]+\s+){0,3}?(?:nuclear|dam)\b",
    re.IGNORECASE,
)
_WITH_FOES = re.compile(
    rf"(?:fight|work|collaborat|cooperat|collud|operat|sid|coordinat|plott|conspir)(?:ing|ed|s)\s+(?:alongside|with|hand\s+in\s+glove\s+with)\s+"
    rf"(?:[\w’'-]+\s+){{0,3}}?(?:{_FOES.pattern}|(?-i:{_GROUPS.pattern}))",
    re.IGNORECASE,
)
_BAD_ACTORS = re.compile(  # whatever they do: "Chinese state hackers were exploiting flaws"
    r"(?:['’]s?)?(?:[-\s]+[\w-]+){0,3}?\s+(?:hackers?|hacking\s+groups?|cyber\s?spies|saboteurs?|operatives|assassins|hit\s+squads?)\s+"
    r"(?:(?:also|again|repeatedly|\w+ly)\s+)*"
    r"(?:(?:have|has|had)\s+(?!been\s+\w+ed\b)\w+|(?:are|were|is|was)\s+\w+ing\b|(?:[a-z]{2,}ed|stole|broke|hit|struck|got|sent|took|ran|crept)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:open(?:ed|ing)\s+fire|fir(?:ed|ing)|shot|attack(?:ed|ing)|str(?:uck|iking))\s+first\b", re.IGNORECASE
)
_TO_BLAME = re.compile(
    r"(?:to\s+blame|culpable|the\s+(?:culprit|aggressor|perpetrator)|guilty\s+of|complicit|an?\s+(?:\w+\s+)?(?:aggressor|terrorist))\b",
    re.IGNORECASE,
)
_BEARS = re.compile(
    r"\b(?:bears?|bore|carr(?:y|ies)|shares?)\s+(?:\w+\s+){0,3}(?:responsibility|blame)\b"
    r"|\b(?:had|has|have|played)\s+an?\s+(?:\w+\s+)?(?:hand|role|part)\s+in\b"
    r"|\b(?:stood|stands?|lay|lies)\s+(?:\w+ly\s+)?behind\b"
    r"|\b(?:had|has|have|exercised?s?)\s+(?:\w+\s+){0,3}?(?:command|control)\s+(?:and\s+control\s+)?over\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:behind|responsible\s+for|involved\s+in|implicated\s+in|part\s+of|linked\s+to)\b", re.IGNORECASE
)
_AMOUNTS = re.compile(  # "'s attack on the port was a war crime"
    r"(?:['’]s?)?(?:[-\s]+(?!(?:that|which|who|said|says|not|never|no|if|is|are|was|were)\b)[\w.&’'-]+){1,9}?\s+"
    r"(?:is|are|was|were|amount(?:s|ed)?\s+to|constitut(?:e|es|ed))\s+(?:an?\s+|the\s+|nothing\s+(?:but|less\s+than)\s+|pure\s+|clear\s+|\w+ly\s+)*",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:getting|receiving)\b[^,.;]{0,40}?\bfrom\s+$", re.IGNORECASE)
_GETTING = re.compile(r"\b(?:getting|receiving|got|received)\b", re.IGNORECASE)
_GIVEN_BY = re.compile(rf"\bbeen\s+(?:{_DOES.pattern})\b[^,.;]{{0,60}}?\bby\s+(?:the\s+)?$", re.IGNORECASE)
_WRONGED_BY = re.compile(
    rf"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:{_WRONG_VERB.pattern})[^,.;]{{0,60}}?\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THEIR_DEED = re.compile(  # "the use of cluster munitions by Y", "the abduction of children by Y"
    rf"\b(?:use\s+of\s+(?:[\w-]+\s+){{0,2}}?(?:{_BANNED.pattern})|(?:{_CRIME.pattern})\s+of)\b[^,.;]{{0,50}}?\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOODS_FROM = re.compile(rf"(?:{_ARMS.pattern})(?:\s+\w+){{0,2}}\s+from\s+(?:the\s+)?$", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;:“”\"](?:\s|$)|[,.](?:\s|$)")
_REACH = 120  # characters after the doing in which its wrongful object stands
_NEAR = 60  # characters in which the noun stands that a verb makes a deed of


@dataclass(frozen=True, slots=True)
class Deed:
    """A wrong that a side is said to have done; ``grave`` is wrong whoever does it, unlike help for a friend."""

    grave: bool


def deed_of(text: str, start: int, end: int, *, bare: bool = False) -> Deed | None:
    """Read what the side that is named at ``start``..``end`` is said to do.

    ``bare`` lets a participle stand without "is", as headlines have it: "Moscow using chemical weapons".
    """
    before, clause = text[:start], _clause_end(text, end)
    if _FROM.search(before):
        return _given(bool(_ARMS.search(text, max(0, start - _REACH), clause)))
    if _GIVEN_BY.search(before):
        return _given(bool(_ARMS.search(text, max(0, start - _REACH), start)))
    if _WRONGED_BY.search(before) or _THEIR_DEED.search(before) or _BAD_ACTORS.match(text, end, clause):
        return Deed(grave=True)
    if _GOODS_FROM.search(before):
        return _given(bool(_DOES.search(text, end, clause)))
    return _grave(text, end, clause, bare=bare) or _help(text, end, clause, bare=bare)


def is_wrong(text: str, start: int, end: int | None = None) -> bool:
    """Whether the stretch names a crime or a wrong, or help with arms."""
    stop = len(text) if end is None else end
    does = _DOES.search(text, start, stop)
    return bool(_WRONG.search(text, start, stop) or (does and _ARMS.search(text, start, stop)))


def names_a_blow(text: str, start: int, end: int) -> bool:
    """Whether the stretch names what is done to an enemy: a crime, a wrong, an attack or its harm."""
    return bool(_BLOW.search(text, start, end))


def crime_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the noun that is a crime by itself: "genocide", "an act of terror"."""
    return _CRIME.search(text, start, end)


def names_a_foe(text: str, start: int) -> bool:
    """Whether the stretch names fighters or an armed group: more than a quarrel at home."""
    return bool(_FOES.search(text, start) or _GROUPS.search(text, start))


def _given(told: bool) -> Deed | None:
    return Deed(grave=False) if told else None


def _clause_end(text: str, start: int) -> int:
    closing = _CLAUSE_ENDS.search(text, start)
    return closing.start() if closing else len(text)


def _help(text: str, start: int, end: int, *, bare: bool) -> Deed | None:
    """Read help that is wrong for what it brings: arms and the like, fighters, or an attack."""
    for match in _DOES.finditer(text, start, end):
        gap = text[start : match.start()]
        if not _stands(gap, match.group(), bare=bare) or _GETTING.search(text, start, match.end()):
            continue
        reach = (match.end(), match.end() + _REACH)
        harm = _HELPS.fullmatch(match.group()) and _HARM.search(text, *reach)
        group = _GROUPS.search(text, match.end(), min(end, match.end() + _NEAR))
        if _ARMS.search(text, *reach) or harm or group:
            return Deed(grave=bool(group or _FOES.search(text, match.end(), end)))
        return None
    return None


def _stands(gap: str, verb: str, *, bare: bool) -> bool:
    """Whether only the rest of the name and helping verbs stand before a verb, and it is no passive."""
    if not _SUBJECT.fullmatch(gap) and not _TO_STOP.fullmatch(gap):
        return False
    going_on = verb.lower().endswith("ing")
    if going_on:
        return bool(bare or _IS.search(gap) or _TO_STOP.fullmatch(gap))
    return not _SUFFERED.search(gap)


def _grave(text: str, start: int, end: int, *, bare: bool) -> Deed | None:
    """Read a deed that is wrong whoever does it."""
    verbs = (
        *((m, True) for m in _WRONG_VERB.finditer(text, start, end)),
        *((m, bool(_CRIME.search(text, m.end(), m.end() + _NEAR))) for m in _COMMITS.finditer(text, start, end)),
        *((m, bool(_CRIME.search(text, m.end(), m.end() + _NEAR))) for m in _DO.finditer(text, start, end)),
        *((m, bool(_RULES.search(text, m.end(), m.end() + _NEAR))) for m in _BREAKS.finditer(text, start, end)),
        *((m, bool(_SHIELDS.search(text, m.end(), m.end() + _REACH))) for m in _USES.finditer(text, start, end)),
        *((m, True) for m in _ON_PROTECTED.finditer(text, start, end)),
        *((m, True) for m in _FIRST.finditer(text, start, end)),
        *((m, True) for m in _WITH_FOES.finditer(text, start, end)),
    )
    if any(counts and _stands(text[start : m.start()], m.group().split()[0], bare=bare) for m, counts in verbs):
        return Deed(grave=True)
    deliberate = _DELIBERATE.search(text, start, end)
    if deliberate and _SUBJECT.fullmatch(text[start : deliberate.start()]):
        return Deed(grave=True)
    return _blame(text, start, end, bare=bare)


def _blame(text: str, start: int, end: int, *, bare: bool) -> Deed | None:
    """Read "is to blame", "was behind the attack", "bears responsibility for", "Y's raid was a war crime"."""
    for match in _TO_BLAME.finditer(text, start, end):
        gap = text[start : match.start()]
        if _SUBJECT.fullmatch(gap) and (bare or _IS.search(gap)):
            return Deed(grave=True)
    if any(_SUBJECT.fullmatch(text[start : m.start()]) for m in _BEARS.finditer(text, start, end)):
        return Deed(grave=True)
    for match in _BEHIND.finditer(text, start, end):
        gap = text[start : match.start()]
        if (
            _SUBJECT.fullmatch(gap)
            and (bare or _IS.search(gap))
            and _BLOW.search(text, match.end(), match.end() + _NEAR)
        ):
            return Deed(grave=True)
    for crime in _CRIME.finditer(text, start, end):
        if _AMOUNTS.fullmatch(text[start : crime.start()]):
            return Deed(grave=True)
    return None
