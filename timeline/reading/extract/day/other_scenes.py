"""Places and days that a sentence names for something else than the strike: where people met or spoke because of it.

"Thousands rallied in London on Saturday against the bombing of Gaza" tells of London and Saturday only that people
rallied. A place locates the strike where it stands in the strike's own clause; across a clause boundary it does so only
where the other clause tells of harm or of people on the spot ("power failed in Odesa after a drone attack").
"""

from __future__ import annotations

import re

from geo.place import Cue, PlaceMention
from timeline.reading.extract.force.act import without_times
from timeline.reading.extract.force.force import ACT, ARMS, HARMED, HIT, KINETIC_ACT, any_of
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import SITES
from timeline.reading.extract.toll.counts import SPELT
from timeline.reading.words import finder, of_class, phrases, table

_REACTION = finder(of_class("reactions", "deed", "market", "court", "show"))
_TALK = finder(of_class("reactions", "talk"))
_OF_ANOTHER_DEED = finder(of_class("reactions", "aside")).pattern
_ASIDE = re.compile(  # "the bridge, opened in 2018, was hit": right before a day or a place, and no "was opened"
    rf"(?<!\bwas\s)(?<!\bwere\s)(?:{_OF_ANOTHER_DEED})\s+(?:back\s+)?(?:(?:in|at"
    rf"|near)\s+(?-i:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s+)?(?:(?:on|in|late|early|for)\s+)*"
    r"(?:(?:19|20)\d\d(?:,\s+(?:19|20)\d\d)*,?\s+and\s+)?$",
    re.IGNORECASE,
)
HARM = any_of([HARMED, HIT, finder(row["words"] for row in table("harm"))])
_HARMED_THERE = re.compile(rf"(?:{HARM.pattern})\s+(?:[\w-]+\s+){{0,3}}?there\b", re.IGNORECASE)
_ANY_ACT = any_of([ACT, KINETIC_ACT])
_GRIEF = re.compile(r"\b(?:memorial|commemorat\w+|mourn\w*|vigil|ceremony|funerals?)\b", re.IGNORECASE)
_FUNERAL_ON = re.compile(  # "the funeral on [Wednesday] of nine people killed on Monday"
    r"\b(?:funerals?|burials?|memorials?|vigils?|ceremony|ceremonies|commemorations?|requiem|mass|march|rally|protest)\s+"
    r"(?:(?:was|were|is)\s+)?(?:held\s+)?(?:(?:on|late|early|in)\s+)+$",
    re.IGNORECASE,
)
_OF_THE_DEAD = re.compile(r"\s+(?:of|for)\s")
_OF_MOURNING = re.compile(r"\bof\s+mourning\b", re.IGNORECASE)  # a town's, for its own dead
_OFFICIALS = re.compile(  # they mourn their own dead: "local authorities in Sumy plan a memorial"
    r"\b(?:local|city|town|municipal|regional|village|district)\s+"
    r"(?:authorities|officials|council|administration|government)\b|\bmayor\b",
    re.IGNORECASE,
)
_LOCALS = finder(phrases("locals"), plural=True)
_ENVOYS = finder(phrases("envoys"), plural=True)
_OBJECT_OF_TALK = re.compile(  # between a place and the noun of a strike: what was done there was done because of it
    r"\b(?P<link>against|over|about|at|of|after|following|since|amid|despite|to\s+protest"
    r"|in\s+protest\s+(?:at|over|against)|because\s+of|in\s+response\s+to|condemn(?:ed|ing|s)?|denounc(?:ed|ing|es)"
    r"|mourn(?:ed|ing)?|mark(?:ed|ing)|remember(?:ed|ing)|discuss(?:ed|ing)?|investigat(?:ed|ing|es?)"
    r"|commemorat(?:ed|ing|es?)|protest(?:ed|ing))\s+(?:(?!(?:in|on|at|by|that|who|which|and|but)\b)[\w'’.-]+"
    r"\s+){0,6}$",
    re.IGNORECASE,
)
_REACTS_TO = re.compile(
    r"\b(?:(?:condemn|denounc|mourn|deplor|protest|commemorat|debat)(?:e|ed|es|s|ing)|discuss(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|who|whom|which|after|before|when|as|where|while|because|whether|how)\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r",\s+(?:who|whom|whose|which)\b(?!\s+(?:lies|is|sits|stands|borders|was\s+hit))[^,;]*$", re.IGNORECASE
)
_GOING = re.compile(
    r"\b(?:(?:bound|destined|in\s+ballast)\s+for|head(?:ed|ing)\s+(?:for|to|towards?)|en\s+route\s+(?:to|from)"
    r"|on\s+(?:its|their|his|her|the)\s+way\s+(?:to|from)|(?:ship|vessel|tanker|freighter|carrier|ferry|boat|bus"
    r"|train|plane|convoy|crew)s?\s+(?:(?:which|that)\s+)?(?:had\s+)?(?:just\s+)?left(?:\s+the\s+port\s+of)?"
    r"|sailing\s+(?:to|for|from)|travell?ing\s+(?:to|from)|flying\s+(?:to|from)"
    r"|(?:carry|tak|bring|deliver|transport|ferry|advanc|retreat|withdraw|head|march(?=ed|ing))(?:ing|ed|ew)?\s+"
    r"(?:[^,.;]{1,40}?\s+)?(?:to|towards?|back\s+to))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TRAVELLED = re.compile(  # "the minister flew to Vienna to discuss a drone strike"
    r"\b(?:fl(?:y|ies|ew|own)|travel(?:s|led|ed)?|goes|went|gone|comes?|came|returns?|returned|drove|sailed)\s+"
    r"(?:back\s+|home\s+)?to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WHENCE_WHITHER = re.compile(r"\bfrom\s+(?:the\s+)?[A-Z][^,.;]{1,30}?\s+(?:to|and)\s+(?:the\s+)?$")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:[A-Z][^,.;]{1,30}?\s+and\s+(?:the\s+)?)?$")
_BELONGING = re.compile(
    r"\bbelong(?:s|ed|ing)\s+to\s+(?:the\s+)?$|(?<![\w-])(?:owned|registered|made(?!\s+(?:an?|the|its|one|two)\s)"
    r"|built|trained|flagged|managed|operated|chartered|assembled|headquartered|produced|born|educated|exiled)\s+"
    r"(?:by\s+)?(?:[\w'’-]+\s+){0,5}?(?:in|near)\s+(?:the\s+)?$|\bbelonging\s+to\s+(?:the\s+)?$"
    r"|\b(?:headquarters|offices?|seat)\s+(?:is|are|was|were)\s+(?:in|near)\s+(?:the\s+)?$"
    r"|\b(?:ha(?:s|d|ve|ving)|with)\s+(?:its|their|his|her|a)\s+(?:[\w-]+\s+)?"
    r"(?:headquarters|offices?|seat|home|bureau)\s+(?:in|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(
    r"\b(?:towards?|aimed\s+at|fired\s+at|launched\s+at|meant\s+for|intended\s+for)\s+(?:the\s+)?$", re.IGNORECASE
)
_CAME_DOWN = re.compile(
    r"\b(?:shot\s+down|intercepted|downed|fell|crashed|came\s+down|landed)\s+(?:over|in|into|near|off|above|on)\b",
    re.IGNORECASE,
)
SAID_OF = re.compile(  # "said [a market in Sumy] that was hit": what is said; but "told a conference in Bonn"
    rf"\s+(?:an?|one|two|three|several|the)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{SITES.pattern}|villages|areas?|towns?)\s+"
    r"(?:(?!(?:is|was|were|has|had|will|would|could|may|might|said|that)\b)[a-z'’-]+\s+){0,4}?"
    r"(?:in|at|near|outside|on\s+the\s+(?:outskirts|edge))\b",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"[A-Z][\w'’-]+,\s+(?:speaking\s+|visiting\s+|on\s+a\s+visit\s+to\s+)?(?:in\s+)?$")
_THEN_SAID = re.compile(r"[^,.;]{0,60},\s+(?:also\s+)?(?:said|says|told|warned|announced|claimed)\b")
_WARNED_AFAR = re.compile(
    r"\b(?:prompt|trigger|spark|draw|rais|forc|lead)ing\s+(?:[\w-]+\s+){0,4}?"
    r"(?:warnings?|alerts?|protests?|condemnation|fears?|calls)\s+(?:[\w-]+\s+){0,3}?(?:in|across|from)\s+"
    r"(?:[^.;]{0,30}\band\s+)?$",
    re.IGNORECASE,
)
_HEARD = re.compile(  # "brought alarms in Ashdod", "felt as far off as Acre"
    r"\b(?:sirens?|alarms?|alerts?|(?:heard(?!\s+(?:how|that|from)\b)|felt|audible|visible)"
    r"(?:\s+as\s+far(?:\s+away)?\s+as)?)\b[^,.;]{0,40}?"
    r"\b(?:in|across|over|around|throughout|as)\s+(?:the\s+)?(?:[A-Z][^,.;]{0,30}\band\s+(?:the\s+)?)?$"
)
_AROUND_TALKS = re.compile(  # "two days before talks in Jeddah"
    r"\b(?:before|ahead\s+of|on\s+the\s+eve\s+of|after|following|during|amid|despite)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:talks|summit|meeting|elections?|vote|visit|conference|negotiations|signing|ceremony|deal)\s+(?:in|at|to)\s+$",
    re.IGNORECASE,
)
_PART_OF_THE_SUM = re.compile(  # "killed 14, including five in Tyre", "30 rockets, half of them near Tver"
    rf"(?<=\S),?\s(?:including|among\s+(?:them|those|whom))\s+(?:at\s+least\s+)?(?:{SPELT}|\d+)\b[^,.;:]{{0,40}}\b"
    rf"(?:in|at|near|over)\s+(?:the\s+)?$|(?<=\S),\s+(?:most|many|some|several|half|{SPELT}|\d+)\s+of\s+"
    r"(?:them|whom|which|these|those)\s+[^,.;:]{0,40}?(?:in|at|near|over)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WHO_THEY_WERE = re.compile(  # "50 died, many of them the defenders of the works in besieged [Uman]"
    r",\s+(?:most|many|some|several|half|all|both)\s+of\s+(?:them|whom)\s+(?:the\s+|former\s+)?(?:[a-z-]+\s+)?"
    r"(?:defenders|natives|residents|refugees|veterans|members|workers|students|soldiers|fighters|graduates|survivors)\s+"
    r"(?:of|from|at|who)\s[^,.;:]{0,60}$"
)
_REACTING = re.compile(  # "killed by a missile in Kyiv spoke in [Vienna]", but not "killed people who met in"
    r"(?<!\bwho\s)(?<!\bthat\s)(?<!\bhad\s)\b(?:spoke|met|rallied|protested|marched|voted|heard|condemned|denounced"
    r"|mourned|(?:was|were)\s+(?:jailed|sentenced|convicted|extradited|arrested))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(  # "a film about the strike that killed nine will be shown in [Leipzig]"
    r"(?<!\bwho\s)(?<!\bthat\s)\b(?:will|is\s+(?:due\s+)?to|are\s+(?:due\s+)?to)\s+(?:soon\s+|also\s+|now\s+)?"
    r"(?:be\s+(?:shown|screened|performed|held|tried|buried|opened|published|honou?red|commemorated|presented"
    r"|discussed|debated|displayed|exhibited|heard|sentenced|extradited|flown|moved)|meet|speak|travel|visit|open"
    r"|premiere|play|appear|stand\s+trial|gather|go\s+on)\b"
)
_ACT_OF = re.compile(
    r"(?:(?:\s+(?:early\s+|late\s+)?(?:in\s+the\s+(?:morning|afternoon|evening|night)"
    r"|at\s+(?:dawn|noon|dusk|night)))?,?\s+(?:when|where|on\s+which)\b"
    rf"|['’]s\s+(?:\w+\s+){{0,3}}?(?:{_ANY_ACT.pattern}))",
    re.IGNORECASE,
)
_ACT_AT = re.compile(
    rf"(?:{_ANY_ACT.pattern})\s+(?:on|against|at|in|near|of)\s+(?:(?!(?:in|on|at|by|that|and)\b)[\w'’-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_NAME_GOES_ON = re.compile(
    r"\s+(?:[A-Z][\w'’-]+\s+)+(?:ha[sd]\s+)?(?:said|says|reported|announced)\b"
)  # "Aleppo Media Centre said"
_AND_DID = re.compile(  # "shelled the wells and declined to meet in [Doha]"
    r"\band\s+(?:then\s+)?(?:refused|declined|went|flew|met|signed|agreed|walked|promised|called|asked|held|voted"
    r"|returned|fled|moved|spoke|promised|pledged|arrived|gathered)\b[^,;:]*$",
    re.IGNORECASE,
)
_WHO_WAS = re.compile(r"\b(?:who|when|as|while)\s+(?:[\w'’]+\s+)?(?:was|were|had\s+been|had|lives?|works?|stood|sat)\b")
_BOUNDARY = re.compile(r";\s+|,?\s+(?:as|while|before|after|when)\s+", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;.]|,\s+(?:kill|injur|wound|leav|damag|destroy|set|caus)\w*ing\b|$")
_OF_STATE = re.compile(
    r"\b(?:talks|summit|deal|truce|ceasefire|negotiat\w+|meeting|conference|parliament|leaders?|ministers?|envoys?"
    r"|mediators?|diplomats?|officials?|president|premier|delegat\w+|ambassadors?|lawmakers|king|pope)\b"
    r"|^(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)
_INTERPOSED = re.compile(r",\s+(?:he|she|they|(?:[\w'’-]+\s+){0,2}[\w'’-]+s)\s+(?:say|said|added|recalled|explained)$")
_OPENS = re.compile(r"[\W_]*(?:(?:and|but|on|in|at|late|early|earlier)\s+){0,3}", re.IGNORECASE)
_SAID_BETWEEN = re.compile(  # "On Saturday[, the ministry said on Monday,] it was hit": it was hit on Saturday
    r",\s+(?:(?!(?:when|where|who|which|after|as)\b)[\w'’.-]+\s+){1,9}?(?:said|says|announced|reported|claimed)"
    r"(?:\s+(?:on|in|late|early|earlier|via|this|last)\s[^,;:“”\"]{2,40})?,\s"
)
_THAT = re.compile(r"\bthat\b")
_IN_MOURNING = re.compile(  # those who mourn for days, save in a capital, mourn their own
    r"\b(?:days?|hours|week)\s+of\s+(?:\w+\s+)?mourning\s+(?:[\w-]+\s+){0,4}?(?:in|for)\s+(?:the\s+)?"
    r"(?:(?:city|town)\s+of\s+)?(?:[A-Z][\w'’-]+,\s+)?$"
)
_LEFT_FOR = re.compile(r"\bleft\s+(?=for\b)", re.IGNORECASE)  # no harm
_MEETS = re.compile(
    r"\b(?:me(?:e?ts?|eting)|gather(?:s|ed)?|open(?:s|ed)?|sp(?:eaks?|oke)|sign(?:s|ed)?|visit(?:s|ed)?"
    r"|land(?:s|ed)?|le(?:aves?|ft)|arriv(?:es?|ed)|talk(?:s|ed)?|h(?:olds?|eld)|beg[iau]ns?|address(?:es|ed)"
    r"|attend(?:s|ed)?|host(?:s|ed)?|(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?)\s+(?:still\s+)?"
    r"(?:in|at|on\s+a\s+visit)|conven(?:es?|ed)|vot(?:es?|ed)|fl(?:y|ies|ew)|travel(?:s|led)?|return(?:s|ed)?|went"
    r"|goes|summit)\b",
    re.IGNORECASE,
)
MEN_ACCUSED = re.compile(  # "In Rome, they argue over the man accused of the attacks"
    r"\b(?:m[ae]n|wom[ae]n|people|those|suspects?|leaders?|preacher|cleric|militants?|fugitives?|masterminds?"
    r"|brothers?|[a-z]+ists?)\s+(?:(?:who\s+(?:is|are|was|were|stands?)|long|widely|\w+ly)\s+)*"
    r"(?:accused|suspected|wanted|convicted|blamed|charged|tried)\s",
    re.IGNORECASE,
)
_ON_A_PLACE = re.compile(r"\s+(?:on|in|at|against|near|across)\s+(?:the\s+)?(?:(?:cit(?:y|ies)|towns?)\s+of\s+)?")
_STARTS = re.compile(r"[;:“”\"]|\.\s|,\s+(?:and|but)\s", re.IGNORECASE)


def names_another_scene(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the place is that of another deed of the sentence, of a journey, or of where a thing belongs."""
    before = line.text[: line.local(mention)[0]]
    aside = (_WHENCE_WHITHER, _BETWEEN, _BELONGING, _WARNED_AFAR, _HEARD, _AROUND_TALKS, _PART_OF_THE_SUM)
    if tells_of_a_journey(line, mention) or is_of_who_they_were(line, mention) or any(p.search(before) for p in aside):
        return True
    if _TRAVELLED.search(before) and not ARMS.search(before):
        return not _HARMED_THERE.search(line.text, line.local(mention)[1])
    if _AIMED_AT.search(before) and _CAME_DOWN.search(line.text, line.local(mention)[1]):
        return True
    if _ABROAD.search(before) and _THEN_SAID.match(line.text, line.local(mention)[1]):
        return True
    if _IN_MOURNING.search(before) and not is_capital(mention):
        return False
    at_home = _OF_MOURNING.search(before) and not is_capital(mention)  # a capital mourns for the whole country
    told = MEN_ACCUSED.search(line.text, line.local(mention)[1], act[0]) or _is_placed_before(line, mention, act[1])
    return bool(
        told
        or (not at_home and tells_another_deed(line, line.local(mention), act))
        or _is_of_speaking(line, mention, act)
    )


def _is_placed_before(line: Line, mention: PlaceMention, after: int) -> bool:
    """Whether the act has its place beside it, in another country than a clause that tells of no harm:
    "the attacks on the US seemed far away when Zabul surrendered".
    """
    on = _ON_A_PLACE.match(line.text, after)
    at = line.local(mention)[0]
    own = next((p.place for p in line.places if on and line.local(p)[0] == on.end()), None)
    opened = next(reversed([*_BOUNDARY.finditer(line.text, after, at)]), None)
    if own is None or opened is None or mention.place is None or mention.place.country == own.country:
        return False
    closes = _CLAUSE_END.search(line.text, at)
    clause = line.text[opened.end() : closes.start() if closes else len(line.text)]
    return not (HARM.search(clause) or _ANY_ACT.search(clause) or ARMS.search(clause))


def is_heard_of(line: Line, mention: PlaceMention) -> bool:
    """Whether the place is only where an attack was heard or feared: "brought alarms in Ashdod"."""
    return bool(_HEARD.search(line.text, 0, line.local(mention)[0]))


def tells_of_a_journey(line: Line, mention: PlaceMention) -> bool:
    """Whether something only goes or sails to the place, or is to: "bound for", "in ballast for"."""
    return bool(_GOING.search(line.text, 0, line.local(mention)[0]))


def is_of_who_they_were(line: Line, mention: PlaceMention) -> bool:
    """Whether the place only says who the victims had been: "many of them the defenders of the works in Uman"."""
    return bool(_WHO_THEY_WERE.search(line.text, 0, line.local(mention)[0]))


def is_gone_to(line: Line, mention: PlaceMention) -> bool:
    """Whether somebody only went to the place: "came to Washington with a question"."""
    return bool(_TRAVELLED.search(line.text, 0, line.local(mention)[0]))


def tells_another_deed(line: Line, stretch: tuple[int, int], act: tuple[int, int]) -> bool:
    """Whether a place or day belongs to what people did because of the act, or to an aside about somebody."""
    start, end = stretch
    if _ASIDE.search(line.text, 0, start):
        return True
    own = any(line.local(t)[0] >= act[0] for t in line.times)
    if own and _FUNERAL_ON.search(line.text, 0, start) and _OF_THE_DEAD.match(line.text, end):
        return True
    if start >= act[1]:
        if _TO_COME.search(line.text, act[1], start):
            return True
        reacting = _REACTING.search(line.text, act[1], start)
        if reacting is not None and not _SUBORDINATE.search(line.text, act[1], reacting.start()):
            return True
        return _is_of_state(line.text, start, act[1]) or bool(_AND_DID.search(line.text, act[1], start))
    if _RELATIVE.search(line.text, 0, start) and "," in line.text[end : act[0]]:
        return True
    link = _link(line.text, end, act[0])
    if link is None or _is_of_the_act(line.text, start, end):
        return False
    upper = _upper(line, start, end, link)
    if _GRIEF.search(upper) and _OFFICIALS.search(upper):
        return False
    return bool(_REACTION.search(upper) or _REACTS_TO.match(line.text, link)) and not HARM.search(upper)


def _is_of_state(text: str, start: int, after: int) -> bool:
    """Whether the place stands in a clause after the act's that only tells where statesmen meet or go:
    "as talks opened in Istanbul".
    """
    opened = next(reversed([*_BOUNDARY.finditer(text, after, start)]), None)
    closes = _CLAUSE_END.search(text, start)
    if opened is None or closes is None:
        return False
    clause = _LEFT_FOR.sub("went ", text[opened.end() : closes.start()])
    return bool(_OF_STATE.search(clause) and _MEETS.search(clause)) and not (
        HARM.search(clause) or _ANY_ACT.search(clause)
    )


def only_reported_then(line: Line, stretch: tuple[int, int], act: tuple[int, int]) -> bool:
    """Whether a day before the act is that of a clause which only reports it: "said on Tuesday that it had bombed"."""
    start, end = stretch
    link = _link(line.text, end, act[0]) if end <= act[0] else None
    if link is None or _is_of_the_act(line.text, start, end) or _opens_before_a_voice(line.text, start, end):
        return False
    upper = _upper(line, start, end, link)
    aside = _INTERPOSED.search(upper) if line.text.startswith(",", link) else None  # "on Monday, they said, when"
    return bool(_TALK.search(upper[: aside.start()] if aside else upper))


def _opens_before_a_voice(text: str, start: int, end: int) -> bool:
    """Whether the phrase opens the sentence and only a voice parts it from the rest: "Overnight, they said, ..."."""
    return _OPENS.fullmatch(text, 0, start) is not None and _SAID_BETWEEN.match(text, end) is not None


def _is_of_the_act(text: str, start: int, end: int) -> bool:
    """Whether a strike stands right beside: "last week's attack", "attack on [Sumy]", "Monday, when", "Sumy, where"."""
    return bool(_ACT_OF.match(text, end) or _ACT_AT.search(text, 0, start))


def _is_of_speaking(line: Line, mention: PlaceMention, act: tuple[int, int]) -> bool:
    """Whether the place is where a strike elsewhere is spoken of, and not by those who live there."""
    start, end = line.local(mention)
    link = _link(line.text, end, act[0]) if end <= act[0] else None
    if link is None:
        return False
    upper = _upper(line, start, end, link)
    talk = _TALK.search(upper)
    if talk is None:
        return False
    opens = link - len(upper)
    if talk.end() + opens <= start:  # "said in Bonn that", but not "say six were killed in Sumy by"
        told = line.text[talk.end() + opens : start]
        return not (_THAT.search(told) or HARM.search(told) or _WHO_WAS.search(told) or SAID_OF.match(told))
    named_after = _NAME_GOES_ON.match(line.text, end) and mention.cue is Cue.ATTRIBUTE
    of_state = is_capital(mention) or _ENVOYS.search(upper) or _is_foreign(line, mention, link - len(upper), link)
    return bool(named_after or of_state) and not _LOCALS.search(upper)


def _upper(line: Line, start: int, end: int, link: int) -> str:
    """The clause of the place or day up to where the act's own begins, with it and all days blanked out: no "March"."""
    text = without_times(line, 0, len(line.text))
    opens = max((m.end() for m in _STARTS.finditer(text, 0, start)), default=0)
    return text[opens:start] + " " * (end - start) + text[end:link]


def _link(text: str, after: int, act: int) -> int | None:
    """Where the words begin that hang the act on what stands before it; ``None`` where it stands in one clause."""
    noun = _OBJECT_OF_TALK.search(text, after, act)
    clause = _SUBORDINATE.search(text, after, act)
    talk = _TALK.search(text, after, act)
    found = [m.start() for m in (noun, clause, _REACTS_TO.search(text, after, act)) if m] + (
        [talk.end()] if talk else []
    )
    return min(found) if found else None


def _is_foreign(line: Line, place: PlaceMention, start: int, end: int) -> bool:
    """Whether somebody of another country speaks at the place: "In Davos, Iran's foreign minister said that"."""
    country = place.place.country if place.place else None
    owners = [
        p for p in line.places if p.cue in (Cue.OWNER, Cue.DEMONYM) and p.place and start <= line.local(p)[0] < end
    ]
    return any(p.place and p.place.country != country for p in owners)
