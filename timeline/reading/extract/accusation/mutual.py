"""Two sides that accuse each other: two charges, each by the other of both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import Charge
from timeline.reading.extract.party.groups import side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.words import of_class, openers, words_in

_OF = re.compile(r"\s(?:of|for|over)\s(?!(?:whom|which|whose|them)\b)")
_HIS_GOVERNMENT = re.compile(r"['’]s\s+(?:government|army|forces|regime|administration)\b")
_MUTUAL_WORDS = openers(of_class("accusation_cues", "mutual"))
_MUTUAL = re.compile(
    r"\b(?:accus|blam)(?:e|es|ed|ing)\s+(?:each\s+other|one\s+another)\b(?!['’])"
    r"|\b(?:hold|holds|held|holding)\s+(?:each\s+other|one\s+another)\s+(?:responsible|accountable)\b"
    r"|\bboth\s+(?:(?:sides|countries|armies|parties|governments|states|neighbou?rs|capitals)\s+)?"
    r"(?:(?:had|also|then|\w+ly)\s+)*(?:accus|blam)(?:e|es|ed|ing)\s+the\s+other(?:\s+side|\s+country|\s+party)?\b"
    r"|\beach\s+(?:(?:side|country|army|party|government|state|neighbou?r|capital|of\s+(?:the|both)\s+(?:two\s+)?"
    r"(?:sides|countries|armies|parties|governments|states|neighbou?rs|capitals))\s+)?(?:\w+ly\s+)?(?:accus|blam)"
    r"(?:e|es|ed|ing)\s+the\s+other(?:\s+side|\s+country|\s+party)?\b"
    r"|\beach\s+(?:\w+\s+)?(?:says?|said|insist(?:s|ed)|claim(?:s|ed))\s+(?:that\s+)?the\s+other"
    r"(?:\s+side|\s+country)?\s+(?:is\s+to\s+blame|was\s+to\s+blame|did\s+it|started\s+it|fired\s+first"
    r"|shot\s+first)\b|\b(?:trad|exchang|swapp?|hurl)(?:e|es|ed|ing)\s+(?:\w+\s+){0,2}?"
    r"(?:blame|accusations|allegations|recriminations|charges)\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\b(?:have|has)\b[^,;:“”\"]*$", re.IGNORECASE)
_FOR_LONG = re.compile(
    r"\b(?:repeatedly|often|long|frequently|regularly|routinely|consistently|always|times|years|months|weeks"
    r"|decades|since|throughout)\b",
    re.IGNORECASE,
)
_PLAY = re.compile(  # what teams accuse each other of
    r"(?:(?:starting|causing|provoking)\s+)?(?:(?:the|an?)\s+)?(?:[\w-]+\s+)?"
    r"(?:play|brawl|fouls?|cheating|diving|tampering|time-wasting)\b",
    re.IGNORECASE,
)
_LEAD = 1  # the number of a story's first sentence under its headline
_BOTH = re.compile(
    r"\b(?:each|both|the\s+two|two|each\s+of\s+(?:the|both)(?:\s+two)?)\s+"
    r"(?:sides|side|countries|country|arm(?:y|ies)|part(?:y|ies)|governments?"
    r"|states?|neighbou?rs?|capitals?)\b|(?<!\bof\s)\b(?:each|both)\s+(?:\w+ly\s+)?(?:accus|blam)",
    re.IGNORECASE,
)


def each_other(line: Line, named: Sequence[Named], quarrel: Sequence[Party] = ()) -> tuple[Charge, ...]:
    """Read "X and Y accused each other of Z": two charges, each by the other of both.

    "Each side accused the other" speaks of the only two sides that the article has told of, its ``quarrel``.
    """
    match = None if _MUTUAL_WORDS.isdisjoint(words_in(line.text)) else _MUTUAL.search(line.text)
    if match is None or line.words_before(match.start(), 1)[:1] == ["often"]:
        return ()
    before = [n for n in named if n.end <= match.start()]
    sides = list({side(party): party for n in before if (party := _side_of(line, n))}.values())
    if len(sides) < 2 and _BOTH.search(line.text, 0, match.end()):
        sides = [*quarrel]
    closing = _OF.search(line.text, match.end())
    if len(sides) < 2 or _is_habit(line, match) or (closing and _PLAY.match(line.text, closing.end())):
        return ()
    one, two = sides[-2:]
    at = closing.end() if closing else len(line.text)
    return tuple(
        Charge(match.start(), match.end(), "accused", (accused,), at, accuser)
        for accuser, accused in ((one, two), (two, one))
    )


def _is_habit(line: Line, match: re.Match[str]) -> bool:
    """Whether "have blamed each other" tells of no day: save in the lead of a story, whose news it is."""
    have = _HAVE.search(line.text, 0, match.start())
    return have is not None and (line.number > _LEAD or bool(_FOR_LONG.search(line.text)))


def _side_of(line: Line, one: Named) -> Party | None:
    """Take a side of a quarrel: a state, a group, or a man's government, no man alone."""
    end = one.end - len("'s") if line.text.endswith(("'s", "’s"), 0, one.end) else one.end
    his = _HIS_GOVERNMENT.match(line.text, end) if one.party.speaker else None
    if his:
        return Party(f"{one.party.name}{his.group()}", one.party.country)
    return None if one.party.speaker else one.party
