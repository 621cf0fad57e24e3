"""What was struck where the strike's own sentence does not say: what "it" was, or where its dead were found.

"A reporter stood before what had been a market. / A drone had hit it." "Nine bodies were pulled from a bakery. / It
was a shell that did it." Only one sort of thing may be named so; a clinic where the hurt are taken is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.article import Zone
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.struck import ANY_SORT, is_vague, only_thing, sorts_in

_THING = rf"(?:an?|the|its|their)\s+(?:[a-z-]+\s+){{0,2}}?(?:{ANY_SORT.pattern})(?![\w-]|['’]s?\s+[a-z])"
_WHERE_HARMED = re.compile(  # "the bodies of four were recovered from [a barracks]", "what was left of [a market]"
    r"\b(?:killed|died|dead|deaths?|bod(?:y|ies)|lives|perished|lay|ruins?|rubble|debris|wreckage|remain(?:s|ed)"
    r"|left|explosions?|blasts?|blaze|hit|impact|survivors)(?:\s+(?!and\b|but\b|near\b|outside\b|from\b|to\b|by\b"
    r"|who\b|after\b|when\b)[\w'’-]+){0,8}?"
    r"\s+(?:at|in|inside|into|on|of|under|(?<=bodies\s)from|(?<=recovered\s)from|(?<=pulled\s)from"
    rf"|from\s+(?:inside|under))\s+(?P<thing>{_THING})",
    re.IGNORECASE,
)
_IT_STRUCK = re.compile(  # "hit it", "It was hit"; what "it" was stands in the sentence before
    r"\w+\s+(?:(?:in)?to\s+|through\s+|squarely\s+|on\s+)?(?:it|the\s+(?:building|site|premises|place))\b"
    r"(?!\s+(?:is|was|has|had)\b)",
    re.IGNORECASE,
)
_IT_WAS_STRUCK = re.compile(
    r"(?:\bit|\bthe\s+(?:building|site|premises|place))\s+(?:was|is|had\s+been|has\s+been|came|took|had\s+taken"
    r"|suffered)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OF_ANOTHER_DAY = re.compile(r"\b(?:days?|weeks?|hours?|months?)\s+(?:after|before|earlier)\b", re.IGNORECASE)
_A_PLACE = re.compile(
    r"(?:(?:an?|the|its|their)\s+)?(?:[\w-]+\s+){0,2}(?:city|town|village|capital|region|district|country)\b.*", re.I
)
_COUNTED = re.compile(
    r"(?:at\s+least\s+)?(?:\d|(?:an?\s+)?(?:man|woman|boy|girl|people|civilians|soldiers|residents)\b)", re.IGNORECASE
)
_CARE = re.compile(r"\b(?:hospital|clinic|infirmar|medical|health)", re.IGNORECASE)


def lend_targets(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Say of a strike what it hit, where no sentence that tells it does and those beside it name one sort of thing."""
    number_of = {line.number: i for i, line in enumerate(lines)}
    told = {d.line.number: group for group in groups for d in group.drafts}
    for group in groups:
        if any(d.tally or _says_what(d) for d in group.drafts):
            continue
        found = [*_pointed_at(group, lines, number_of, told)] or [*_where_harmed(group, lines, told)]
        sorts = [sorts_in(words).all for words in found]
        if found and frozenset.intersection(*sorts):
            group.target = found[0]


def _says_what(draft: Draft) -> bool:
    """Whether the words for what was hit name a thing: not a place, people, "the building" or nothing at all."""
    words = draft.target
    if ANY_SORT.search(words.casefold()):
        return True
    placed = any(p.mention.said in words for p in draft.places)
    return bool(words) and not (placed or is_vague(words) or _A_PLACE.fullmatch(words) or _COUNTED.match(words))


def _pointed_at(
    group: Group, lines: Sequence[Line], number_of: dict[int, int], told: dict[int, Group]
) -> Iterator[str]:
    """Yield what "it" was that was hit: the one thing that the sentence before names, or its own ahead of the act."""
    for draft in group.drafts:
        text, at = draft.part.text, number_of[draft.line.number]
        if not (_IT_STRUCK.match(text, draft.act) or _IT_WAS_STRUCK.search(text, 0, draft.act)):
            continue
        before = lines[at - 1] if at else draft.line
        goes_on = before.zone is draft.line.zone and told.get(before.number, group) is group
        if goes_on and (thing := only_thing(before)):
            yield thing


def _where_harmed(group: Group, lines: Sequence[Line], told: dict[int, Group]) -> Iterator[str]:
    """Yield where the dead lay or the ruins stand, in the parts that tell the strike and the sentences beside them."""
    yield from _places_of_harm(d.part.text for d in group.drafts)
    own = {d.line.number for d in group.drafts} | {line.number for line in group.added}
    beside = {number + step for number in own for step in (-1, 0, 1)}
    yield from _places_of_harm(
        line.text for line in lines if line.zone is Zone.BODY and line.number in beside and line.number not in told
    )


def _places_of_harm(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in _WHERE_HARMED.finditer(text):
            if not (_CARE.search(match["thing"]) or _OF_ANOTHER_DAY.search(text, 0, match.start())):
                yield match["thing"]
