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
_SMUGGLES = re.compile(r"\b(?:smuggl|traffick)(?:es|e|ed|ing)\b", re.IGNORECASE)
_RECRUITS = re.compile(r"\b(?:recruit(?:s|ed|ing)?|hir(?:es|ed|ing)|pa(?:ys|id|ying))\b", re.IGNORECASE)
_RECRUITED = re.compile(
    rf"(?:{_FOES.pattern})|\b(?:soldiers|teenagers|youths|young\s+people|citizens|children|minors|agents|mercenaries|refugees|migrants)\b",
    re.IGNORECASE,
)
_SHOT_DOWN = re.compile(
    r"\b(?:(?:shot|shooting|brought)\s+down|downed|downing)\s+(?:[\w-]+\s+){0,2}?(?:airliner|passenger|civilian|jetliner)\b",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|prepar(?:es|ed|ing))\b(?!\s+to\b)|\b(?:plott?(?:s|ed|ing)|attempted|tried)\b",
    re.IGNORECASE,
)
_IS_ABOUT_TO = re.compile(r"\b(?:plan(?:s|ned|ning)?|prepar(?:es|ed|ing))\s+to\b", re.IGNORECASE)
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
    r"|the|an?|its|their|his|her|about|into|over|under|between|against|through|during|without|what|how|why"
    r"|unless|while|because|since|it|he|she|they|we|when|where|after|before|as|until|so|whose|also"
    r"|not|never|no|nor|cannot|hardly|have|has|had|is|are|was|were|been|being|be|do|does|did)\b"
)
_REST_OF_NAME = rf"(?:['’]s?)?(?:[-\s]+(?!{_NOT_IN_A_NAME})[\w.&’'-]+){{0,5}}?"
_OF_ITS = rf"(?:\s+(?:of|for|from|in)\s+(?:(?!{_NOT_IN_A_NAME})[\w’'-]+\s*){{1,4}}?)?"  # "units of its army"
_HELPING = (
    r"(?:(?:is|are|was|were|has|have|had|been|being|does|do|did|again|also|now|still|once|more|already|since|allegedly|largely"
    r"|continues?\s+to|continued\s+to|keeps?|kept|began|begun|started|tried\s+to|attempted\s+to|sought\s+to|helped|in\s+fact"
    r"|\w+ly)\s+)*"
)
_SUBJECT = re.compile(rf"{_REST_OF_NAME}{_OF_ITS}\s+{_HELPING}[‘'“\"]?", re.IGNORECASE)
_AND_ALSO = re.compile(  # "is buying votes and", "had crossed the border and were"
    rf"{_REST_OF_NAME}\s+(?:(?:is|are|was|were|has|have|had)\b|(?-i:[a-z])\w*(?:ed|s)\b|(?:shot|struck|hit|sent|took|gave|built|broke|met)\b)(?:(?!\bthat\b)[^,;:]){{2,80}}?\s+(?:and|by)\s+(?:then\s+)?{_HELPING}",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"\bit\s+(?:was|is)\s+(?:the\s+)?$", re.IGNORECASE)
_WHO_DID = re.compile(r"\s+(?:that|who|which)(?=\s)")
_THIS = re.compile(r"\s+(?:this|it|that)\b")
_BY_DOING = re.compile(r"\bby\s+(?:\w+ly\s+)?$")  # "was playing with fire by shelling"
_NOTHING = re.compile(r"\s+(?:by|no|nothing|none|neither)\b", re.IGNORECASE)
_OBLIQUE = re.compile(  # no subject: "the remains of a British expert kidnapped by ..."
    r"\b(?:of|by|for|to|from|in|on|against|about|between|into|at|over)\s+(?:an?\s+|the\s+|its\s+|one\s+|two\s+|three\s+|\w+ed\s+)*$",
    re.IGNORECASE,
)
_HELPER = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|being|does|do|did|continues?|keeps?|kept|began|tried)\b", re.IGNORECASE
)
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
    r"|(?:shot|killed|executed|gunned\s+down)\s+(?:dead\s+)?(?:[\w-]+\s+){0,2}?(?:surrendering|unarmed|captive|captured|bound)\b"
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
    r"\b(?:bears?|bore|carr(?:y|ies)|shares?|shoulders?)\s+(?:\w+\s+){0,3}(?:responsibility|blame)\b"
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
_WORK_OF = re.compile(r"\b(?:work|handiwork|doing)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_FOR_THEM = re.compile(  # "men working for Y blew up", "a bombing that was ordered by Y", "took orders from Y"
    r"\b(?:(?:work|act|spy)ing\s+(?:for|on\s+behalf\s+of)|on\s+(?:the\s+)?(?:orders|instructions)\s+(?:of|from)|at\s+the\s+behest\s+of"
    r"|(?:orders|instructions)\s+from"
    r"|(?:was|were|been|being|is)\s+(?:\w+ly\s+)?(?:ordered|commissioned|organi[sz]ed|directed|orchestrated|masterminded|instigated|sponsored"
    r"|financed|coordinated|plotted)\s+(?:[\w-]+\s+){0,3}?by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_ITS_WORK = re.compile(r"['’]s?\s+(?:own\s+)?(?:work|handiwork|doing)\b")
_USED_BY = re.compile(
    r"\b(?:been|was|were|being)\s+(?:used|turned|exploited)\b[^,.;]{0,30}?\bby\s+(?:the\s+)?$", re.IGNORECASE
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


_GRAVE = (  # verbs, what must follow each within so many characters to make it a wrong
    (_WRONG_VERB, None, 0),
    (_COMMITS, _CRIME, _NEAR),
    (_DO, _CRIME, _NEAR),
    (_PLANS, _BLOW, _NEAR),
    (_IS_ABOUT_TO, _WRONG, _NEAR),  # to strike is no secret wrong, and told as news
    (_SMUGGLES, _ARMS, _REACH),
    (_RECRUITS, _RECRUITED, _NEAR),
    (_SHOT_DOWN, None, 0),
    (_BREAKS, _RULES, _NEAR),
    (_USES, _SHIELDS, _REACH),
    (_ON_PROTECTED, None, 0),
    (_FIRST, None, 0),
    (_WITH_FOES, None, 0),
)


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


def deed_of(text: str, start: int, end: int, *, bare: bool = False) -> Deed | None:
    """Read what the side that is named at ``start``..``end`` is said to do.

    ``bare`` lets a participle stand without "is", as headlines have it: "Moscow using chemical weapons".
    """
    before, stop = text[:start], _clause_end(text, end)
    if _FROM.search(before):
        return _given(bool(_ARMS.search(text, max(0, start - _REACH), stop)))
    if _GIVEN_BY.search(before):
        return _given(bool(_ARMS.search(text, max(0, start - _REACH), start)))
    used = _USED_BY.search(before) and (_ARMS.search(text, end, stop) or _SHIELDS.search(text, end, stop))
    bidden = _FOR_THEM.search(before) and (_BLOW.search(text) or _FOES.search(text))
    if used or bidden or _WORK_OF.search(before) or _ITS_WORK.match(text, end):
        return Deed(grave=True)
    if _WRONGED_BY.search(before) or _THEIR_DEED.search(before) or _BAD_ACTORS.match(text, end, stop):
        return Deed(grave=True)
    if _GOODS_FROM.search(before):
        return _given(bool(_DOES.search(text, end, stop)))
    if _AGENT.search(before):  # "clerics backed by Y had plotted": it is others who did
        return None
    cleft = _WHO_DID.match(text, end) if _IT_WAS.search(before) else None
    clause = _Clause(cleft.end() if cleft else end, stop, bare, bool(_OBLIQUE.search(before)))
    return _grave(text, clause) or _help(text, clause)


def is_wrong(text: str, start: int, end: int | None = None) -> bool:
    """Whether the stretch names a crime or a wrong, or help with arms."""
    stop = len(text) if end is None else end
    does = _DOES.search(text, start, stop)
    banned = _BANNED.search(text, start, stop)
    return bool(banned or _WRONG.search(text, start, stop) or (does and _ARMS.search(text, start, stop)))


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


def _help(text: str, clause: _Clause) -> Deed | None:
    """Read help that is wrong for what it brings: arms and the like, fighters, or an attack."""
    for match in _DOES.finditer(text, clause.start, clause.end):
        if not _stands(text, clause, match) or _GETTING.search(text, clause.start, match.end()):
            continue
        reach = (match.end(), match.end() + _REACH)
        harm = _HELPS.fullmatch(match.group()) and _HARM.search(text, *reach)
        group = _GROUPS.search(text, match.end(), min(clause.end, match.end() + _NEAR))
        if _ARMS.search(text, *reach) or harm or group:
            return Deed(grave=bool(group or _FOES.search(text, match.end(), clause.end)))
        return None
    return None


def _stands(text: str, clause: _Clause, verb: re.Match[str]) -> bool:
    """Whether only the rest of the name and helping verbs stand before a verb, and it is no passive."""
    gap = text[clause.start : verb.start()]
    if _TO_STOP.fullmatch(gap):
        return True
    if _NOTHING.match(text, verb.end()):  # "violated no clause", "Pakistanis sent by"
        return False
    if not (_SUBJECT.fullmatch(gap) or _AND_ALSO.fullmatch(gap)) or (clause.oblique and not _HELPER.search(gap)):
        return False
    if verb.group().split()[0].lower().endswith("ing"):
        return bool(clause.bare or _IS.search(gap) or _BY_DOING.search(gap))
    return not _SUFFERED.search(gap)


def _grave(text: str, clause: _Clause) -> Deed | None:
    """Read a deed that is wrong whoever does it."""
    for verbs, needs, reach in _GRAVE:
        for match in verbs.finditer(text, clause.start, clause.end):
            wrong = needs is None or needs.search(text, match.end(), match.end() + reach)
            if wrong and _stands(text, clause, match):
                return Deed(grave=True)
    deliberate = _DELIBERATE.search(text, clause.start, clause.end)
    if deliberate and _SUBJECT.fullmatch(text[clause.start : deliberate.start()]):
        return Deed(grave=True)
    return _blame(text, clause)


def _blame(text: str, clause: _Clause) -> Deed | None:
    """Read "is to blame", "was behind the attack", "bears responsibility for", "Y's raid was a war crime"."""
    stretch = (clause.start, clause.end)
    for match in (*_TO_BLAME.finditer(text, *stretch), *_BEHIND.finditer(text, *stretch)):
        gap = text[clause.start : match.start()]
        near = (match.end(), match.end() + _NEAR)
        wrong = match.re is _TO_BLAME or _BLOW.search(text, *near) or is_wrong(text, *near) or _FOES.search(text, *near)
        wrong = wrong or _THIS.match(text, match.end())
        if wrong and _SUBJECT.fullmatch(gap) and (clause.bare or _IS.search(gap)):
            return Deed(grave=True)
    if any(_SUBJECT.fullmatch(text[clause.start : m.start()]) for m in _BEARS.finditer(text, *stretch)):
        return Deed(grave=True)
    if any(_AMOUNTS.fullmatch(text[clause.start : crime.start()]) for crime in _CRIME.finditer(text, *stretch)):
        return Deed(grave=True)
    return None
