"""Tolls that no verb of harm counts: totals as they are announced, lives and bodies, and one person without a number.

"The toll rose to 12" and "bringing the number of dead to 12" are totals, whatever else the sentence counts. "Killed the
driver" is one. The sum of a whole war is no toll of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.event import Toll
from timeline.reading.extract.toll.counts import DIGITS, SPELT, bounds, counted, is_person
from timeline.reading.extract.toll.one_person import all_by_name, one_person
from timeline.reading.words import Cues, phrases, words_in

_STEMS_OF_HARM = re.compile(  # stems of every word of harm, so that most sentences are never counted
    r"kill|murder|dead|dea?th|die|slain|li(?:fe|ves)|fatal|perish|surviv|martyr|shahadat|bod(?:y|ies)|toll|casualt"
    r"|victim|hospital|treat|surg|stitch|bruis|smoke|amputat|attended\s+to|patched\s+up|splinter|glass|shrapnel"
    r"|alive|for\s+(?:his\s+|her\s+|their\s+)?li|crush|buried|suffocat|asphyxi|choked|no\s+longer"
    r"|(?:not|n['’]t)\s+live|c[oa]me\s+(?:up|back)|fell\s|fallen|injur|wound|hurt|suffer|maim|bodily|medical"
    r"|recover|nobody|no\s+one|unh(?:urt|armed)|crew|on\s+board|escap|none\s+of|eliminat|wiped\s+out|operated"
    r"|intensive|condition|burn|concuss|recuperat|care\b|medics|mourn|funeral|coffin|first\s+aid|turned\s+to"
    r"|come\s+(?:home|out)|g[eo]t\s+out|ma[dk]e\s+it|wake\s+up|beyond\s+(?:help|saving|rescue)|accounted|cut\s+down"
    r"|mown?ed\s+down|mown\s+down|torn\s+apart|blown\s|slaughter|butcher|incinerat|\blost\b|pieces|corpse"
    r"|hit\s+in\s+the|come\s+to\s+(?:any\s+)?harm|came\s+to\s+(?:any\s+)?harm|overcome|without\s+loss"
    r"|no\s+(?:human\s+)?losses|cut\s+by"
)
_PEOPLE = r"(?:(?:people|those|civilians?|soldiers|confirmed|known|reported|registered)\s+)*"
_WHO_DIED = r"who\s+(?:(?:have|had)\s+)?(?:died|perished|(?:been\s+|were\s+)?killed)"
_DEAD = (
    r"(?:(?:death|body)\s+(?:toll|count)|toll|cost\s+in\s+(?:human\s+)?lives|deaths\s+from"
    r"|the\s+(?:dead|killed)(?=(?:\s+now)?\s+number|\s+at\s)"
    rf"|(?:number|count|tally)\s+(?:of\s+(?:the\s+)?)?{_PEOPLE}(?:dead|deaths|killed|fatalities|victims"
    rf"|{_WHO_DIED}))"
)
_HURT = (
    rf"(?:(?:number|count|tally)\s+(?:of\s+(?:the\s+)?)?{_PEOPLE}(?:injured|injuries|wounded|hurt)"
    r"|the\s+(?:wounded|injured)(?=(?:\s+now)?\s+number|\s+at\s))"
)
_ROSE = (
    r"(?:rose|risen|rises|rising|climbed|climbs|climbing|increased|corrected|adjusted|updated|downgraded|cut"
    r"|swollen|swelled|crept(?:\s+up)?|grown|grew|jumped|soared|gone\s+up|went\s+up|goes\s+up|doubled|revised"
    r"|lowered|raised)(?:\s+(?:further|again|up|down))?"
)
_WORDS = r"(?:\s+[\w'’-]+)"
_ANNOUNCED = re.compile(
    rf"\b(?:(?P<killed>{_DEAD})|{_HURT})(?:(?:,?{_WORDS}){{0,22}}?,?\s+(?:{_ROSE}\s+to|reach(?:ed|es)|stands\s+at)"
    rf"|{_WORDS}{{0,6}}?(?=\s+up\s+to\s)|{_WORDS}{{0,6}}?\s+(?:{_ROSE}|passed|number(?:ed|s)?)"
    rf"|{_WORDS}{{0,16}}?\s+(?:stood|standing|put|remains)\s+at|,(?=\s+(?:{DIGITS}|{SPELT})\s*,)"
    r"|(?:\s+so\s+far|\s+now)?\s*:|,\s+(?:now\s+)?at"
    r"|\s+(?:is|was)\s+(?:given|put|reported|estimated)\s+(?:as|at)|\s+(?:of|to|at|as|is|was)(?:\s+now)?"
    rf"|{_WORDS}{{0,16}}?\s+(?:is|was|has\s+reached|stands\s+at)\s+now|{_WORDS}{{0,16}}?\s+now\s+stands\s+at)(?=\s)",
    re.IGNORECASE,
)
RUNNING_TOTAL = re.compile(  # "raising the toll in the war to 12,000", "bringing to 40 those killed this month"
    r"\b(?:bring|tak|rais|push|driv|lift|putt)ing\s+(?:\d,\d|[^,.;:]){0,90}?\b"
    r"(?:(?:this|last)\s+(?:week|month|year)|(?:in|of|from|during)\s+(?:the|this)\s+(?:[\w-]+\s+)?"
    r"(?:war|conflict|campaign|offensive|fighting)|since\s+(?:the\s+"
    r"(?:war|start|beginning|truce|ceasefire|conflict|invasion)|\d{4}"
    r"|(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|(?:over|in|within|during)\s+(?:the\s+)?(?:last|past|previous)\s+(?:[\w-]+\s+){0,2}?(?:days?|hours|weeks|months)"
    r"|(?:in|by|from)\s+(?:[\w-]+\s+){0,2}?(?:(?:air\s?)?strikes|attacks|raids|bombings)\s+(?:across|throughout)"
    r")(?:\d,\d|[^,.;])*",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:bring|brought|rais|tak|push|lift|driv|put|revis|lower|correct|adjust|updat|downgrad|increas|cut)"
    r"(?:e|es|s|ed|d|ing|ting)?\s+"
    r"(?:(?:the|its|his|their)\s+)?(?:(?:overall|total|official|known|confirmed)\s+)*"
    rf"(?:(?P<killed>{_DEAD}|(?:dead|killed|deaths|fatalities)(?=\s+(?:to|at)\s))|{_HURT}"
    rf"|(?:injured|wounded)(?=\s+(?:to|at)\s)){_WORDS}{{0,9}}?(?:\s+(?:to|at)(?=\s)|(?=\s+(?:past|above)\s))",
    re.IGNORECASE,
)
_BROUGHT_TO = re.compile(  # "bringing to six the number of people killed"
    r"\b(?:bring|brought|rais|tak|push|lift|driv)(?:e|es|s|ed|ing)?\s+to"
    rf"(?=\s+(?:[\w'’-]+\s+){{1,4}}?the\s+(?:(?P<killed>{_DEAD})|{_HURT}))",
    re.IGNORECASE,
)
_SPOKE = r"(?:said|says|told|wrote|added|warned)\b"
_LABEL = re.compile(  # "Killed: six", "dead: 7, wounded: 17", "fatalities two", "killed in Sumy: 30 people"
    r"(?:^|[\n.;,|(•▪·*—–️-])\s*(?:and\s+)?(?:(?P<killed>(?:(?:people|persons)\s+)?(?:killed|dead|died)|deaths?"
    r"|fatalities|death\s+toll)|(?:(?:people|persons)\s+)?(?:injured|wounded|hurt)|injuries)"
    rf"(?:(?:,?\s+(?:in|at|near|on|by|when)\s(?:(?!{_SPOKE})[^:;.]){{1,140}})?\s*[:=–—-](?=\s)"
    rf"|(?=\s+(?:{DIGITS}|{SPELT})\s*(?:[.,;)|]|$)))",
    re.IGNORECASE,
)
_THE_HURT = re.compile(  # "and the injured five", "the wounded, 17 of them, ...", "hurt, they say, were 36"
    r"(?:\b(?:the|their|its)\s+(?:(?P<killed>dead|killed|fatalities)|injured|wounded|hurt)"
    rf"(?:(?=\s+(?:{DIGITS}|{SPELT})\s*(?:[.,;]|$))|,(?=\s+(?:{DIGITS}|{SPELT})\s+"
    r"(?:of\s+(?:them|whom)|in\s+(?:all|total)|altogether)\b)))",
    re.IGNORECASE,
)
_NOW_NUMBER = re.compile(  # "the dead of Monday's raid on the camp, in the north, now number 18"
    r"\bthe\s+(?:(?P<killed>dead|killed)|injured|wounded)\s+(?:of|in|from)\s[^.;:]{0,80}?"
    r"\b(?:(?:air\s?)?(?:strikes?|raids?)|attacks?|assaults?|bombings?|shellings?|bombardments?|blasts?|explosions?"
    r"|massacres?|ambush)\b"
    rf"[^.;:]{{0,120}}?\s(?:now\s+)?number(?:ed)?(?=\s+(?:at\s+least\s+)?(?:{DIGITS}|{SPELT})\b)",
    re.IGNORECASE,
)
_TO_A_TOTAL = re.compile(  # "three more bodies were found, bringing the total to nine"
    r"\b(?P<killed>(?:died|dead|killed|bod(?:y|ies)|deaths?|succumbed)\b[^.;:]{1,120}?\b"
    r"(?:bring|brought|tak|took|rais|push|lift|driv|put)(?:e|es|s|ed|ing|ting)?\s+(?:the|its|their)\s+"
    r"(?:(?:overall|known|confirmed|official|final|grand)\s+)*(?:total|number|figure|count|tally|sum))\s+"
    r"(?:(?:so\s+far|now|up)\s+)*to(?=\s)",
    re.IGNORECASE,
)
_BODIES = re.compile(r"\s+(?:more\s+|further\s+)?(?:[a-z]+s['’]\s+)?bodies\b", re.IGNORECASE)
_ORDINALS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_A_BODY = re.compile(r"\bbod(?:y|ies)\b", re.IGNORECASE)
_LATER = re.compile(
    rf"\b(?:{_ROSE}|bring|brought|rais|tak|took|push|lift|driv|drove|putting|puts|reach|now|later|final|eventual"
    rf"|since|stands|{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:inside|aboard|home|there)$", re.IGNORECASE)  # who was outside may be told later
_ROUGH = re.compile(
    r"(?:killed\s+|killing\s+|wounded\s+|wounding\s+)?(?:more\s+than|over|nearly|almost|about|around|some)\s",
    re.IGNORECASE,
)
_NEAR = 1.2  # "more than 20" may be 24
_REVISED = re.compile(r"\b(?:revis|lower|correct|downgrad|adjust|amend)\w*\b|\bcut(?:ting)?\b", re.IGNORECASE)
_LIVES = re.compile(r"\s+li(?:fe|ves)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:(?:tak|took|claim|cost)(?:e|es|s|ed|en|ing)?|(?:loss|cost|price)\s+of|account(?:s|ed|ing)\s+for"
    r"|robb(?:ed|ing)\s+(?:[\w'’-]+\s+){1,4}of)\s+$",
    re.IGNORECASE,
)
_COST = re.compile(r"\bcost(?:s|ing)?\s+$", re.IGNORECASE)
_BURIED = re.compile(
    r"\s+(?:(?:[a-z]+\s+)?(?:victims|coffins|graves)|(?:(?:more|dead|people|victims|neighbou?rs|friends|relatives"
    r"|men|women|children|sons|daughters)\s+){0,2}to\s+(?:mourn|bury))\b",
    re.IGNORECASE,
)
_MOURNING = re.compile(
    r"\b(?:mourn\w*|funerals?|bur(?:y|ies|ied|ial)|laid\s+to\s+rest|coffins|graves|memorial|wreaths?|vigils?"
    r"|condolences?|in\s+memory|prayers?|prayed|tributes?)\b",
    re.IGNORECASE,
)
_THEIR_LIVES = re.compile(r"(?:\s+[\w-]+){0,4}\s+(?:their|his|her)\s+(?:life|lives)\b", re.IGNORECASE)
_WERE_LOST = re.compile(
    r"\s+li(?:fe|ves)\s+(?:was|were|had\s+been|have\s+been)\s+(?:lost|taken|claimed|cut\s+short|ended|extinguished)\b",
    re.IGNORECASE,
)

_NONE_LIVED = re.compile(  # "none of the four sailors survived"
    r"\bnone\s+of\s+(?:the|its|their|his|her|those)\s+(?:(?:crew|family|party|group)\s+of\s+)?(?=\w)"
    r"(?P<rest>(?:[\w'’-]+\s+){1,7}?)(?:survived|lived|made\s+it\s+out|got\s+out\s+alive|came\s+out\s+alive"
    r"|was\s+(?:found\s+|left\s+)?alive)\b",
    re.IGNORECASE,
)
_SOME = rf"(?P<count>{DIGITS}|{SPELT})"
_DIED_OF_WOUNDS = re.compile(
    rf"\b{_SOME}\s+of\s+(?:the|its|those)\s+(?:\w+\s+)?(?:injured|wounded|hurt)(?:\s+(?:people|men|women|soldiers))?"
    r"\s+(?:(?:has|have|had|later|since|also)\s+)*(?:died|succumbed)\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(rf"\ball\s+but\s+{_SOME}\s+of\s+(?:[\w'’-]+\s+){{1,6}}?survived\b", re.IGNORECASE)
_NTH = rf"\ban?\s+(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\b"
_NTH_PERSON = r"(?:\s+(?:person|victim|man|woman|child|civilian|soldier|body)\b)"
_IN_HOSPITAL = r"(?:later|in\s+(?:a\s+|the\s+)?(?:\w+\s+)?hospital|on\s+the\s+way|en\s+route)"
_ONE_MORE = re.compile(  # "a sixth person has died": six have; "and a fourth on the way to hospital"
    rf"{_NTH}(?:{_NTH_PERSON}(?:\s+of\s+(?:[\w'’-]+\s+){{1,5}}?(?:strike|attack|raid|bombing|blast|shelling"
    r"|explosion)s?)?"
    r"(?:\s+(?!not\b|was\b)[\w'’-]+){0,3}?\s+(?:died|dies|dead|succumbed|(?:was|been)\s+(?:found|recovered|pulled))"
    r"\b"
    rf"|\s+(?:(?:later\s+)?(?:died|succumbed)\b|{_IN_HOSPITAL}\b))",
    re.IGNORECASE,
)
_HAS_DIED_AS = re.compile(  # "has died, the sixth"
    rf"\b(?:has|have)\s+died,\s+the\s+(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\b", re.IGNORECASE
)
_NTH_DEATH = re.compile(rf"\bdeath\s+of\s+{_NTH[2:]}{_NTH_PERSON}", re.IGNORECASE)
_SINCE = re.compile(
    r"(?<!\bhas\s)(?<!\bhave\s)(?<!\bhad\s)\bsince\b(?!\s+[\w ]{3,30},\s+when\b)"
    r"(?!\s+(?:dawn|midnight|noon|yesterday|last\s+night|(?:(?:this|early|the)\s+)+(?:morning|evening)"
    r"|the\s+(?:early|small)\s+hours)\b)"
    r"(?!\s+the\s+(?:strike|attack|raid|blast|explosion|bombing)\b(?!\s+on\b))"
    r"(?!\s+(?:the\s+)?(?:planes?|jets?|warplanes?|bombers?|aircraft|helicopters?|drones?|shells?|missiles?"
    r"|rockets?|bombs?)\s+(?:came|flew|fell|struck|hit|landed)\b)"
    r"(?!\s+[\w-]+\s+(?:[\w-]+\s+){0,2}?(?:were|was)\s+(?:killed|wounded|injured)\b)"
    r"(?!\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:missile|drone|rocket|bomb|shell|strike|attack|raid|blast|explosion)\s+"
    r"(?!(?:began|started|campaign|war)\b))",
    re.IGNORECASE,
)  # but "since a missile hit a market" is since one strike
_SINCE_OF_SOMEBODY = re.compile(  # "said the mayor, who has kept a list since"
    r",\s+(?:who|whose|which|where)\s(?:(?!kill|wound|injur|die|dead|hurt|lives)[^,;.])*\bsince\b[^,;.]*", re.IGNORECASE
)
_WORST_SINCE = re.compile(
    r"\b(?:first|second|third|only|most|worst|latest|(?:the|its|their|his|her|our|a|['’]s)\s+(?:\w+\s+)?"
    r"(?!(?:north|south)?(?:w?east|west)\b)(?!(?:rest|test|guest|protest|request|forest|interest|arrest|harvest"
    r"|unrest|priest|conquest)\b)[a-z]{3,}est|(?:dead|blood|larg|bigg|heavi|fierc|high|great|strong|sever)"
    r"(?:li|i)?est)\b[^,.;:]{0,80}?\bsince\b(?:\s+(?:the\s+)?(?:start\s+of\s+the\s+)?(?:war|invasion)"
    r"(?:\s+(?:began|started|broke\s+out))?)?",
    re.IGNORECASE,
)
_SINCE_ANOTHER = re.compile(  # "the deadliest since a raid [killed 12]", "since June, when [a raid killed 12]"
    rf"{_WORST_SINCE.pattern}(?P<rest>(?:[^.;:,“”\"]|,(?=\s+(?:when|in\s+which|where|(?:19|20)\d\d)\b))*)",
    re.IGNORECASE,
)
_NOT_OF_DAYS = r"(?!\s+(?:early|late|dawn|midnight|noon|overnight|yesterday|this|last\s+night|\w+day)\b)"
_HAS_HARMED = (
    r"\b(?:has|have)\s+(?:(?:also|now|already|\w+ly)\s+)*(?:killed|wounded|injured|claimed|cost|left|died"
    r"|been\s+(?:killed|wounded|injured|hit|struck|shelled|bombed|attacked))\b"
)
_ADDS_UP = re.compile(
    rf"{_HAS_HARMED}[^,;:]*\bsince\b{_NOT_OF_DAYS}|^\W*since\b{_NOT_OF_DAYS}[^,;:]*,[^,;:]*{_HAS_HARMED}", re.IGNORECASE
)
_OF_A_WAR = re.compile(  # "in a conflict believed to have cost more than 600 lives"
    r"\b(?:war|conflict|insurgency|uprising|rebellion)\s+(?:that\s+|which\s+)?(?:(?:is|has|have|had|already|so\s+far"
    r"|now|to|believed|thought|said|estimated|reported|known)\s+)*(?:cost|claimed|killed|taken)\s",
    re.IGNORECASE,
)
IN_ALL = re.compile(r"\b(?:in\s+(?:all|total)|altogether)\b", re.IGNORECASE)  # the sum of what was told in parts
_WAR_TOTAL = Cues(p for p in phrases("war_totals") if p != "since")


@lru_cache(maxsize=1_024)  # each sentence is asked by several
def speaks_of_harm(text: str) -> bool:
    """Whether any word of the text may be one of harm, so that most sentences are never counted."""
    return bool(_STEMS_OF_HARM.search(text.lower()))


def is_total_of_a_war(text: str) -> bool:
    """Whether the numbers add up a time: "since the war began", but not "the deadliest strike since June"."""
    return bool(
        _WAR_TOTAL.search(text)
        or _OF_A_WAR.search(text)
        or _SINCE.search(_SINCE_OF_SOMEBODY.sub("", without_comparisons(text)))
    )


def without_comparisons(text: str) -> str:
    """Leave out what one strike is only compared with or added to: "the loudest explosion since the war began"."""
    text = RUNNING_TOTAL.sub("", text)
    return _WORST_SINCE.sub("", text) if "since" in words_in(text) else text


def without_the_other(text: str, act: int = 0) -> str:
    """Blank out what is told of the strike that this one, at ``act``, is compared with: "worst since one killed 12"."""
    other = _SINCE_ANOTHER.search(text) if "since" in words_in(text) else None
    if other is None or other.start("rest") <= act < other.end():
        return text
    return text[: other.start("rest")] + " " * len(other["rest"]) + text[other.end() :]


def adds_up(text: str) -> bool:
    """Whether the sentence sums up weeks or more of strikes: "the shelling has killed 40 people since January"."""
    return bool(_ADDS_UP.search(without_comparisons(text)))


def announced(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the words before a total: "the death toll rose to", "bringing the number of injured to"."""
    found = {
        m.start("killed") if m["killed"] else m.end(): m
        for p in (_ANNOUNCED, _BROUGHT, _BROUGHT_TO, _LABEL, _THE_HURT, _NOW_NUMBER, _TO_A_TOTAL)
        for m in p.finditer(text)
    }
    for match in found.values():
        yield match.start(), match.end(), "killed" if match["killed"] else "injured"


def is_partial(toll: Toll) -> bool:
    """Whether the words count bodies as they were found, which may be a part of the dead."""
    return bool(_A_BODY.search(toll.said))


def is_later_total(said: str) -> bool:
    """Whether the words announce a total as news: "rose to 12"; what another source puts it at is none."""
    return any(announced(said)) and bool(_LATER.search(said))


def agree(one: Toll, two: Toll) -> bool:
    """Whether two counts may be of the same dead: alike, or "more than 20" and 21."""
    return one.best == two.best or _rounds(one, two) or _rounds(two, one)


def _rounds(rough: Toll, exact: Toll) -> bool:
    near = rough.best and exact.best and rough.best <= exact.best <= rough.best * _NEAR
    return bool(near and exact.low == exact.high and _ROUGH.match(rough.said))


def says_how_many(vague: Toll, exact: Toll) -> bool:
    """Whether a number is what "several" or "dozens" left open."""
    return vague.best is None and bool(exact.best) and (vague.low or 0) <= (exact.best or 0) and not is_partial(exact)


def fuller(told: Toll | None, next_: Toll | None) -> Toll | None:
    """Choose between two tolls of one event in the order told: the first, unless the other is plainly a later total."""
    if told is None or next_ is None:
        return told or next_
    total = any(announced(next_.said)) or bool(_ONE_MORE.search(next_.said))
    later = is_later_total(next_.said) or bool(_ONE_MORE.search(next_.said))
    if (told.high == 0 and _INSIDE.search(told.said)) or _rounds(told, next_) or says_how_many(told, next_):
        return next_
    some = is_partial(told) or not counted(told.said)  # "the driver was killed" may be one of many
    more = (next_.best or 0) > (told.best or 0) and (later or (some and (total or not is_partial(next_))))
    return next_ if more or (later and next_.best and _REVISED.search(next_.said)) else told


def counted_up(text: str) -> Toll | None:
    """Read the sum that the last of the dead tells: "a sixth person has died"."""
    last = _ONE_MORE.search(text) or _NTH_DEATH.search(text) or _HAS_DIED_AS.search(text)
    if last is None:
        return None
    nth = last["nth"].lower()
    count = _ORDINALS.index(nth) + 2 if nth in _ORDINALS else int(nth[:-2])
    return Toll(count, count, count, " ".join(last.group().split()))


def uncounted(text: str, plain: str, harm: str) -> Toll | None:
    """Read lives, bodies and one person told without a verb's count; ``plain`` is the text without asides."""
    killed = harm == "killed"
    lost = (_lives(text, plain) or _none_lived(text) or _of_the_wounded(text) or all_by_name(text)) if killed else None
    return lost or one_person(plain, harm) or one_person(text, harm)


def _of_the_wounded(text: str) -> Toll | None:
    """Read how many of those told before have died: "two of the injured succumbed", "all but one of them survived"."""
    found = _DIED_OF_WOUNDS.search(text) or _ALL_BUT.search(text)
    count = next(iter(counted(found["count"])), None) if found else None
    return Toll(*bounds(count), " ".join(found.group().split())) if found and count else None


def _none_lived(text: str) -> Toll | None:
    """Read "none of the seven passengers survived": seven are dead."""
    none = _NONE_LIVED.search(text)
    count = next(iter(counted(none["rest"])), None) if none else None
    if none is None or count is None or count.start() > 0:
        return None
    noun = none["rest"][count.end() :].split()
    if noun and not is_person(noun[0]) and noun[0] not in ("aboard", "inside", "on", "in"):
        return None
    return Toll(*bounds(count), " ".join(none.group().split()))


def _lives(text: str, plain: str) -> Toll | None:
    """Read "claimed 21 lives", "21 lives were lost", "seven bodies"."""
    mourning = _MOURNING.search(text)
    for count in counted(plain):
        start, low = max(0, count.start() - 50), bounds(count)[0]
        lives = _LIVES.match(plain, count.end())
        if _COST.search(plain, start, count.start()):
            lives = _THEIR_LIVES.match(plain, count.end()) or lives
        mourned = _BURIED.match(plain, count.end()) if mourning else None
        if mourned and low is not None:
            return Toll(*bounds(count), " ".join(text[count.start() : mourned.end()].split()))
        before = _LOST.search(plain, start, count.start()) if lives else None
        after = lives or _BODIES.match(plain, count.end())
        if low is not None and (before or after) and (before or not lives or _WERE_LOST.match(plain, count.end())):
            said = text[before.start() if before else count.start() : after.end() if after else count.end()]
            return Toll(*bounds(count), " ".join(said.split()))
    return None
