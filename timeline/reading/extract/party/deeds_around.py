"""Deeds told around a side's name, which is no subject: "the work of Y", "wells poisoned by Y", "spying for Y"."""

from __future__ import annotations

import re

from timeline.reading.extract.party.wrongs import ARMS, BANNED, BLOW, CRIME, FOES, SHIELDS, WRONG_VERB

_USING = re.compile(  # "shelled the town, using nurses as shields"
    r"[^.;]{0,100}?,\s+using\s+(?:[\w-]+\s+){1,4}?as\s+(?:an?\s+)?(?:human\s+)?(?:shields?|cover|hostages|bait)\b",
    re.IGNORECASE,
)
_WITH_ITS_HELP = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:blessing|complicity|connivance|knowledge|backing|help|support|approval|assistance)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
NOT_IN_A_NAME = (
    r"(?:of|to|for|with|by|in|on|at|from|and|or|but|that|which|who|than|said|says|will|would|could|should|may|might"
    r"|can|must|if|the|an?|its|their|his|her|about|into|over|under|between|against|through|during|without|what|how"
    r"|why|unless|while|because|since|it|he|she|they|we|when|where|after|before|as|until|so|whose|also|not|never|no"
    r"|nor|cannot|hardly|have|has|had|is|are|was|were|been|being|be|do|does|did)\b"
)
REST_OF_NAME = rf"(?:['’]s?)?(?:[-\s]+(?!{NOT_IN_A_NAME})[\w.&’'-]+){{0,5}}?"
OBLIQUE = re.compile(  # no subject: "the remains of a British expert kidnapped by ..."
    r"\b(?:of|by|for|to|from|in|on|against|about|between|into|at|over)\s+"
    r"(?:an?\s+|the\s+|its\s+|one\s+|two\s+|three\s+|\w+ed\s+)*$",
    re.IGNORECASE,
)
_BAD_ACTORS = re.compile(  # whatever they do: "Chinese state hackers were exploiting flaws"
    r"(?:['’]s?)?(?:[-\s]+[\w-]+){0,3}?\s+(?:hackers?|hacking\s+groups?|cyber\s?spies|saboteurs?|operatives"
    r"|assassins|hit\s+squads?)\s+(?:(?:also|again|repeatedly|\w+ly)\s+)*"
    r"(?:(?:have|has|had)\s+(?!been\s+\w+ed\b)\w+|(?:are|were|is|was)\s+\w+ing\b"
    r"|(?:[a-z]{2,}ed|stole|broke|hit|struck|got|sent|took|ran|crept)\b)",
    re.IGNORECASE,
)
OUTLAW = re.compile(
    r"\b(?:terrorist|rogue|criminal|fascist)\s+(?:organi[sz]ation|state|regime|entity)\b", re.IGNORECASE
)
MARKS = r"\b(?:traits|marks?|features|hallmarks?|characteristics|signs)\s+of\s+an?\s+"
_MARKS_IN = re.compile(  # "Y shows all the marks of a rogue state"
    rf"{MARKS}(?:{OUTLAW.pattern})[^,.;]{{0,50}}?\s(?:in|on|of)\s+(?:(?:the|its|his)\s+)?(?:[a-z]+\s+of\s+)?$",
    re.IGNORECASE,
)
_WORK_OF = re.compile(
    r"\b(?:work|handiwork|doing)\s+of\s+(?:the\s+)?(?:(?:banned|outlawed|\w+-linked|\w+-backed)\s+)?$", re.I
)
_FOR_THEM = re.compile(  # "men working for Y blew up", "a bombing that was ordered by Y", "took orders from Y"
    r"\b(?:(?:work|act|spy)ing\s+(?:for|on\s+behalf\s+of)|on\s+(?:the\s+)?(?:orders|instructions)\s+(?:of|from)"
    r"|at\s+the\s+behest\s+of|(?:orders|instructions)\s+from|(?:recruited|hired|handled)\s+by"
    r"|\b(?:agents?|operatives|spies|saboteurs)\s+of|(?:was|were|been|being|is|arson|sabotage|attacks?"
    r"|bombings?|killings?|murders?|plots?|assassinations?)\s+(?:\w+ly\s+)?"
    r"(?:ordered|commissioned|organi[sz]ed|directed|orchestrated|masterminded|instigated|sponsored|financed"
    r"|coordinated|plotted)\s+(?:[\w-]+\s+){0,3}?by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ITS_WORK = re.compile(r"['’]s?\s+(?:own\s+)?(?:work|handiwork|doing)\b")
_USED_BY = re.compile(
    r"\b(?:been|was|were|being)\s+(?:used|turned|exploited)\b[^,.;]{0,30}?\bby\s+(?:the\s+)?$", re.IGNORECASE
)
_WRONGED_BY = re.compile(
    rf"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:{WRONG_VERB.pattern})[^,.;]{{0,60}}?\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THEIR_DEED = re.compile(  # "the use of cluster munitions by Y", "the abduction of children by Y"
    rf"\b(?:use\s+of\s+(?:[\w-]+\s+){{0,2}}?(?:{BANNED.pattern})|(?:{CRIME.pattern})\s+of|provocations?)\b"
    r"[^,.;]{0,50}?\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ITS_PLOT = re.compile(  # "Y's plans to use a dirty bomb", no open plan to attack, nor one to fight terror
    r"['’]s?\s+(?:\w+\s+)?(?:(?:plans?|plots?|scheme|intentions?)\s+(?:to|for|of|against)|preparations\s+to)\s+"
    r"(?:(?!(?:fight|counter|combat|tackl|prevent|stop|protect|guard|deal|reduc|end)(?:e|ing)?\b)[^\s,.;]+\s+){0,8}?"
    rf"\b(?:dirty\s+bomb|{BANNED.pattern}|chemical|assassinat\w+|murder\w*|poison\w*|sabotag\w+|blow\s+up|provocations?"
    r"|kidnap\w*|hijack\w*|terror\w*)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(  # "the bombing was carried out by Y"; who flew an air raid is told as news
    r"(?<!\bair\s)\b(?:bombing|blast|explosion|assassination|killing|murder|massacre|sabotage|abduction|kidnapping"
    r"|poisoning|arson|hijacking|cyber[\s-]?attack|hack)s?\b[^.;“”\"]{0,60}?\b"
    r"(?:is|was|were|had\s+been|has\s+been|have\s+been)\s+(?:\w+ly\s+)?"
    r"(?:carried\s+out|done|committed|perpetrated|staged|planned)\s+by\s+(?:the\s+)?(?:(?-i:[A-Z])[a-z]+\s+)?$",
    re.IGNORECASE,
)
_PLOT_OF = re.compile(  # "had foiled a plot by Y to kill", no attack of troops that was beaten off
    r"\b(?:foil|thwart|prevent|avert|disrupt|uncover|expos)\w*\s+(?:(?:an?|the|two|three|several)\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:plots?|conspirac(?:y|ies)|assassinations?|acts?\s+of\s+sabotage|sabotage"
    r"|terror(?:ist)?\s+attacks?|bombing\s+plots?)\s+(?:(?:that\s+was\s+|that\s+were\s+)?(?:being\s+)?"
    r"(?:planned|prepared|ordered|organi[sz]ed|directed|hatched)\s+)?by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO_BLOW_UP = re.compile(r"\bblow(?:ing)?\s+up\b", re.IGNORECASE)
_ITS_AGENTS = re.compile(  # "two Y agents who had planted a bomb"; an agent of Y may also just make an arrest
    rf"(?:['’]s?)?(?:[-\s]+[\w-]+){{0,2}}?\s+agents?\s+(?:who|that)\s+[^.;:“”\"]{{0,40}}?(?:{BLOW.pattern})",
    re.IGNORECASE,
)
_CRIME_THAT = re.compile(rf"(?:{CRIME.pattern})[”’\"']?\s+(?:(?:that|which)\s+)?(?:the\s+)?$", re.IGNORECASE)
_COMMITTED = re.compile(
    rf"{REST_OF_NAME}\s+(?:(?:has|have|had|\w+ly)\s+)*(?:commit|perpetrat|inflict)(?:s|es|ted|ed|ting|ing)?\b",
    re.IGNORECASE,
)
_CAME_FROM = re.compile(  # "the shells came from Y's positions": whose they were
    r"\bthe\s+(?:[\w-]+\s+){0,2}?(?:attack|strike|shell|bomb|rocket|missile|drone|mortar|bombing|shelling|blast"
    r"|projectile)s?\b[^,.;]{0,50}?\b(?:came|come|coming|originated|flown|flew)\s+from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_POSITIONS = re.compile(rf"(?:['’]s?)?{REST_OF_NAME}\s+(?:positions|bases|lines)\b", re.IGNORECASE)
_CAME_FROM_POSITIONS = re.compile(
    _CAME_FROM.pattern.removesuffix("$")
    + r"(?:positions|bases|lines|territory|an\s+area)\s+(?:of|(?:held|controlled)\s+by|under\s+the\s+control\s+of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WORKED_WITH = re.compile(  # "they are men who worked with Y's intelligence"
    r"\b(?:work|collaborat|cooperat)(?:s|ed|ing)\s+(?:\w+ly\s+)?(?:for|with)\s+(?:the\s+)?$", re.IGNORECASE
)
_SPIED_FOR = re.compile(  # "held on suspicion of spying on a minister for Y", "suspected of having carried out, for Y,"
    r"\b(?:arrest|detain|suspect|suspicion|accus|charge|indict|held\b)[^.;]{0,80}?\b"
    r"(?:spying|spied|espionage|intelligence|sabotag|arson"
    r"|bl(?:own|owing)\s+up|set(?:ting)?\s+fire|carr(?:ied|ying)\s+out(?=,)"
    rf"|(?:plot|carr(?:ied|ying)\s+out)[^.;]{{0,60}}?(?:{BLOW.pattern}))[^.;]{{0,80}}?"
    r"\s(?:for|on\s+behalf\s+of|on\s+the\s+orders\s+of|at\s+the\s+behest\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CLAUSE_BEGINS = re.compile(r"[;:“”\"]\s+|\bthat\s+|,\s+(?:and|but|while|saying|adding)\s+", re.IGNORECASE)
_SERVICE = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z]+\s+)?(?:intelligence|(?:secret|security|special)\s+services?)\b", re.IGNORECASE
)


def told_around(text: str, start: int, end: int, stop: int) -> int | None:
    """Where a deed begins that is told around the name, which is no subject: "the work of Y", "wells poisoned by Y"."""
    before = text[:start]
    used = _USED_BY.search(before) and (ARMS.search(text, end, stop) or SHIELDS.search(text, end, stop))
    bidden = _FOR_THEM.search(before) and (BLOW.search(text) or FOES.search(text) or _TO_BLOW_UP.search(text))
    helped = _WITH.search(before) and _WITH_ITS_HELP.match(text, end) and (BLOW.search(before) or FOES.search(before))
    relative = _CRIME_THAT.search(before) and _COMMITTED.match(text, end)
    came = (_CAME_FROM.search(before) and _POSITIONS.match(text, end)) or _CAME_FROM_POSITIONS.search(before)
    served = _WORKED_WITH.search(before) and _SERVICE.match(text, end) and BLOW.search(text)
    ahead = (_DONE_BY, _SPIED_FOR, _WORK_OF, _WRONGED_BY, _THEIR_DEED, _MARKS_IN, _PLOT_OF)
    if used or bidden or helped or relative or came or served or any(words.search(before) for words in ahead):
        return max((m.end() for m in _CLAUSE_BEGINS.finditer(before)), default=0)
    behind = (
        _ITS_WORK.match(text, end),
        _ITS_PLOT.match(text, end),
        _BAD_ACTORS.match(text, end, stop),
        _ITS_AGENTS.match(text, end, stop),
    )
    using = _USING.match(text, end) and not OBLIQUE.search(before)
    return start if any(behind) or using else None
