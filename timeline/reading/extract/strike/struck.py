"""What was struck, in the article's words: the object of the act, or the one thing of a known sort beside it.

``data/words/target_sorts.csv`` gathers the words for one sort of thing: a power plant is a "power station" and an
"energy facility" too. A word may stand for several sorts; "depot" is said of oil, arms and trams.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.reading.extract.force.act import Act, clause
from timeline.reading.extract.force.force import WEAPON
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.counts import SPELT, is_person
from timeline.reading.extract.where.bystanders import CARED_FOR
from timeline.reading.extract.where.scenes import THE_TOWN
from timeline.reading.words import finder, of_class, table

_EVERYWHERE = "everywhere"  # homes, cars and shops stand beside whatever else is hit


def _sorts_by_word() -> dict[str, frozenset[str]]:
    """Give each word of the table, and the plural in "-ies" of one in "-y", the sorts that it may name."""
    sorts: dict[str, set[str]] = {}
    for row in table("target_sorts"):
        for word in map(str.strip, row["words"].split(";")):
            for form in {word, re.sub(r"(?<=[^aeou])y$", "ies", word)}:
                sorts.setdefault(form, set()).add(row["sort"])
    return {word: frozenset(named) for word, named in sorts.items()}


SORTS = _sorts_by_word()
BY_THE_WAY = frozenset(row["sort"] for row in table("target_sorts") if row["stands"] == _EVERYWHERE)
ANY_SORT = finder(SORTS, plural=True, exact_case=True)  # so that "Port Sudan" is no port; fold what has capitals
_AUXILIARY = re.compile(r"(?:(?:^|\s+)(?:has|have|had|been|was|were|is|are|being|got|also|too|[a-z]+ly))+\s*$")
_TARGET_END = re.compile(
    r"[,;:“”\"](?:\s|$)|\s(?:and|that|which|who|has|had|have|was|were|with|causing|kill(?:ed|ing|s)|injur(?:ed|ing)"
    r"|wound(?:ed|ing)|while|after|as|when|before)(?:\s|$)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r".*\b(?:after|when|as|because|before|since|that|where|which|while|whether|and\s+then)\s+(?=\S)"
)
_RELATIVE = re.compile(r"\b(?:that|which)\s*$")
_SAYS_NOTHING = re.compile(
    r"(?:it|they|them|this|that|there|here|him|her|us|one|ones|being|people)?"
    r"(?:\s+(?:along|back|by|for|from|in|on|to)\b.*)?",
    re.IGNORECASE,
)
_DETERMINER = r"(?:an?|the|its|their|his|her|our|one|two|three|four|five|six|another|several)"
_DETERMINED = re.compile(rf"\b(?i:{_DETERMINER})\s+(?:(?!(?:{_DETERMINER}|of|in|at)\s)[a-z][\w-]*\s+){{0,3}}$")
_COUNTS = re.compile(
    rf"(?:at\s+least\s+|about\s+|up\s+to\s+|another\s+)?(?:{SPELT}|\d[\d,]*)\b", re.IGNORECASE
)  # "killed 14 people"
_AT_LEAST = re.compile(r"^(?=(?:least|most)\s)")  # its "at" was taken for the verb's
_TIME_OF_DAY = r"(?:(?:early|late|small)\s+)?(?:morning|afternoon|evening|night|hours|day|weekend)"
_OF_A_DAY = re.compile(rf"(?:the\s+)?(?:{_TIME_OF_DAY}\s+of\s+)?(?:the\s+)?", re.I)
_THE_HOUR = re.compile(rf"(?:the|that|this|same)\s+{_TIME_OF_DAY}(?:\s+(?:of|after|before|in|at)\b.*)?", re.IGNORECASE)
_OF_WHICH = re.compile(
    rf"\b(?P<thing>(?:an?|the|its|their|his|her)\s+(?:[\w-]+\s+){{0,3}}?(?:{ANY_SORT.pattern}))"
    r"(?:\s+(?:in|at|near)\s+[A-Z][^,;]{1,40}?)?,?\s+(?:that|which)\b[^,;]{0,20}$"
)
_NO_THING = re.compile(  # where it hit, or how, not what: "the middle of it", "low", "on"
    r"(?:once|twice|(?:\w+|several|many)\s+times|along|around|at|away|back|by|down|inside|outside|for|from|hard"
    r"|high|home|in|low|off|on|out|over|there|through|to|up|what|whom?)"
    r"|the\s+(?:very\s+)?(?:middle|midst|heart|cent(?:re|er)|edge|side|front|rear|back|first|last|rest)"
    r"(?:\s+of\s+(?:it|them|(?:\S+\s+){0,3}victims.*|(?:\S+\s+)?people.*))?"
    r"|(?:the|its|their)\s+(?:place|site|scene|spot|target|object|area|building|roof|ceiling|walls?|windows?)"
    r"(?:\s+here)?",
    re.IGNORECASE,
)
_THEY_SAY = re.compile(
    rf".*\b{finder(of_class('accusation_cues', 'speech')).pattern}"
    r"\s+(?:that\s+)?(?=(?:an?|the|its|their|one|two|several)\s)"
)
_LINK_AT_END = re.compile(r"\b(?:after|when|while|before|by|since|because|as|and)\s*$", re.IGNORECASE)
_BESIDE_IT = re.compile(r"(?<=\w),\s+(?!\w+day\b)[^,:\d]+,\s*$")
_OF_WHAT = re.compile(r"\b(?:of|for|in|by|with|from)\s+(?:an?|the|\w+day['’]s|last\s+\w+['’]s)?\s*$", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one|the|their|his|her|its)\s", re.IGNORECASE)
_TOWN_OF = re.compile(r"the\s+(?:[\w-]+\s+){0,3}(?:city|town|village|port|settlement|suburb|district|region)\s+of\s")
_PORT_OF = re.compile(r"port\s+of\s+[A-Z]")  # a town
_OF = re.compile(r"\s+of\s+(?=(?:an?|the)\s)")  # after a noun made of a verb: "the shelling of a market"
_TO_DAY = re.compile(r"\s+(?:(?:on|in|of|early|late)\s+)*")
_LEADS_ON = re.compile(r"\s+(?:on|against|at)\s+(?=(?:an?|the|its|two|three)\s)")
_MADE_OF_VERBS = ("ing", "ment")
_VERBS_TOO = frozenset({"back", "stop", "stops", "well", "wells", "works"})
_BESIDE = re.compile(
    r"\b(?:wait(?:s|ed|ing)?\s+for|queu(?:ed|e?ing)\s+(?:at|for)|near|close\s+to|from|outside"
    r"|opposite|next\s+to|beside|behind|towards?|between|around|across|over|above|past|(?:to|by)(?=\s+(?:an?|the)\s))"
    r"\s+(?:(?:an?|the|its|their|nearby|local)\s+){0,2}(?:[a-z][\w-]*\s+){0,2}$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"(?:['’]s?)?(?:\s+[a-z-]+){{0,2}}?\s+{finder(of_class('accusation_cues', 'speech')).pattern}")
_IS_HELD = re.compile(
    r"\s+(?:of|for)\s+[^,.;]{0,60}?\b(?:killed|died|dead|victims)\b"
    r"|(?:\s+[a-z]+)?\s+(?:was|were|will\s+be|has\s+been|have\s+been|is\s+to\s+be)\s+held\b"
)
_NEXT_NOUN = re.compile(r"(?:['’]s?)?\s+([a-z][a-z-]+)")


@dataclass(frozen=True, slots=True)
class Sorts:
    """The sorts of thing that words name: all, and those that are not struck by the way; ``struck`` has with them what
    is first named alone: "a house", not "parked cars".
    """

    all: frozenset[str]
    telling: frozenset[str]
    struck: frozenset[str]


@lru_cache(maxsize=100_000)
def sorts_in(words: str) -> Sorts:
    """Give the sorts of thing that the words for what was hit name."""
    found = [*ANY_SORT.finditer(words.casefold())]
    named = [SORTS[singular(match.group())] for match in found]
    telling = frozenset().union(*(sorts for sorts in named if not sorts & BY_THE_WAY))
    alone = bool(_ONE.match(words)) and bool(found) and found[0].group() in SORTS
    return Sorts(frozenset().union(*named), telling, telling | (named[0] if alone else frozenset()))


def is_vague(words: str) -> bool:
    """Whether the words say where something hit, or how, but not what: "the site", "the middle of it"."""
    return bool(_NO_THING.fullmatch(words))


def sorts_differ(one: str, two: str) -> bool:
    """Whether both words name sorts that are not struck by the way, and none that is the same: a market, a depot."""
    a, b = sorts_in(one), sorts_in(two)
    return bool(a.telling and b.telling) and not a.all & b.all


def target_of(line: Line, act: Act) -> str:
    """Give the words for what the act hit; "" when the sentence does not say."""
    said = _AT_LEAST.sub("at ", _by_grammar(line, act))
    if act.verb and not act.passive and (which := _struck_of_which(line, act, said)):
        return which
    if _SAYS_NOTHING.fullmatch(said) or _is_a_time(line, said) or _is_its_weapon(said):
        return only_thing(line)
    if _NO_THING.fullmatch(said):
        return only_thing(line) or (said if " " in said else "")
    if _is_a_place(line, said) or ((_COUNTS.match(said) or is_person(said)) and not ANY_SORT.search(said.casefold())):
        return only_thing(line) or said
    return said


def _is_a_time(line: Line, words: str) -> bool:
    """Whether the words begin with a day: "a strike on [the morning of 11 May]"."""
    return bool(_THE_HOUR.fullmatch(words)) or any(
        _OF_A_DAY.fullmatch(words.partition(t.said)[0]) for t in line.times if t.said in words
    )


def _is_its_weapon(words: str) -> bool:
    """Whether the words name a weapon and nothing else: in "when the drone was fired at it" it is not what was hit."""
    weapon = WEAPON.search(words)
    return weapon is not None and weapon.end() == len(words) and not ANY_SORT.search(words.casefold())


def _is_a_place(line: Line, words: str) -> bool:
    """Whether the words begin with the name of a place, or with "the city": what was hit there they do not say."""
    named = any(words.startswith(p.said) for p in line.places)
    return (named and not ANY_SORT.search(words)) or bool(THE_TOWN.match(words) or _TOWN_OF.match(words))


def _by_grammar(line: Line, act: Act) -> str:
    """Give the subject of a passive verb, else what follows the words that lead to the object."""
    if act.passive and act.verb and act.object_at <= act.end:
        ahead = _AUXILIARY.sub("", line.text[clause(line.text, act.start)[0] : act.start])
        if _RELATIVE.search(ahead):  # "died in the hotel that was levelled": the noun stands further ahead
            return _antecedent(ahead)
        if _LINK_AT_END.search(ahead):  # "burned down after being hit": the subject stands further ahead
            return ""
        ahead = _THEY_SAY.sub("", _SUBORDINATE.sub("", ahead))
        if _OF_WHAT.search(ahead):  # "prayers for the victims of a [bomb attack]": no subject at all
            return ""
        ahead = _BESIDE_IT.sub("", ahead)  # "a mill[, in the north of the region,] was hit"
        return _trim(_without_capital(line, ahead).rsplit(", ", 1)[-1])
    of = _OF.match(line.text, act.end) if not act.verb else None
    at = of.end() if of and line.text[: act.end].endswith(_MADE_OF_VERBS) else act.object_at
    if not act.verb and at == act.end:
        at = _object_after_day(line, at)
    if not act.verb and at == act.end:
        return ""
    stop = min([line.local(t)[0] for t in line.times if line.local(t)[0] > at] + [len(line.text)])
    return _trim(_TARGET_END.split(line.text[at:stop])[0])


def _antecedent(ahead: str) -> str:
    """Give the thing of a known sort that a relative clause tells of: "lives behind [a mill] that was bombed"."""
    found = _OF_WHICH.search(ahead)
    return found["thing"] if found else ""


def _struck_of_which(line: Line, act: Act, said: str) -> str:
    """Give the thing that a clause tells of whose verb has no other object: "[a mill], which shells hit twice"."""
    return _antecedent(line.text[: act.start].rstrip()) if not said or _NO_THING.fullmatch(said) else ""


def _object_after_day(line: Line, at: int) -> int:
    """Give where the object of a noun begins that its day parts from it: "the strike last week on a bakery"."""
    for mention in line.times:
        start, end = line.local(mention)
        if _TO_DAY.fullmatch(line.text, at, start) and (leads := _LEADS_ON.match(line.text, end)):
            return leads.end()
    return at


def only_thing(line: Line) -> str:
    """Give the words for the one thing of a known sort that the sentence names, where it is nowhere but struck."""
    things = [*_things(line)]
    sorts = [SORTS[singular(line.text[start:end])] for start, end in things]
    one = bool(sorts) and frozenset.intersection(*sorts)
    if not one:
        return ""
    start, end = things[0]
    determined = _DETERMINED.search(line.text, 0, start)
    return _trim(_without_capital(line, line.text[determined.start() : end])) if determined else ""


def _things(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where things of known sorts are named, but who speaks, what is only near, and where the hurt are taken."""
    for match in ANY_SORT.finditer(line.text):
        sorts = SORTS[singular(match.group())]
        next_noun = _NEXT_NOUN.match(line.text, match.end())
        people = (next_noun and is_person(next_noun[1])) or _SPEAKS.match(line.text, match.end())
        cared = "hospital" in sorts and CARED_FOR.search(line.text, 0, match.start())
        idle = sorts & BY_THE_WAY or match.group() in _VERBS_TOO or _PORT_OF.match(line.text, match.start())
        if not (
            idle
            or people
            or cared
            or _IS_HELD.match(line.text, match.end())
            or _BESIDE.search(line.text, 0, match.start())
        ):
            yield match.span()


def singular(word: str) -> str:
    """Give the form of a word under which ``SORTS`` has it. Raises ``StopIteration`` for any other word."""
    spaced = " ".join(word.split())
    return next(w for w in (spaced, spaced.removesuffix("s"), spaced.removesuffix("es")) if w in SORTS)


def _without_capital(line: Line, words: str) -> str:
    """Lower the capital that only the sentence's beginning gives, not that of a name."""
    first = words.split(maxsplit=1)[0] if words.split() else ""
    named = any(line.local(p)[0] == 0 for p in line.places) or not (first[1:].islower() or first == "A")
    plain = line.text.startswith(words) and not named
    return words[:1].lower() + words[1:] if plain else words


def _trim(words: str) -> str:
    return re.sub(
        r"^(?:\W+|(?:at(?!\s+(?:least|most)\b)|against|in|inside|into|on|onto|through)\s+)+"
        r"|\s+(?:on|in|late|early|for)$|\W+$",
        "",
        " ".join(words.split()),
    ).strip()
