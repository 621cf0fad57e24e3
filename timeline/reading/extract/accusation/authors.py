"""Charges told by whose work an attack was: "concluded that Y's agents had ordered the fires", "was the work of Y".

Who merely carries out a raid may be at war; who plans, orders or stands behind an attack is charged with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import BAND, Charge, accused_in
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import TELLING

_BLOW = (
    r"(?:attack|bombing|blast|explosion|strike|raid|assault|fire|killing|massacre|shooting|murder|assassination"
    r"|abduction|kidnapping|sabotage|shelling|ambush|plot)s?"
)
_THE_BLOW = rf"(?:the|this|that|these|those|both|all)\s+(?:[\w’'-]+\s+){{0,3}}?{_BLOW}\b"
_CONCLUDES = re.compile(
    r"\b(?:(?:c[ao]mes?|arriv(?:es?|ed))\s+(?:to|at)\s+the\s+conclusion|conclud(?:es?|ed)"
    r"|(?:is|was|are|were)\s+(?:now\s+)?(?:convinced|certain|sure)|establish(?:es|ed)|determin(?:es|ed)|found|finds)\s+that\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(  # "agents with links to Y had organized the attacks"
    r"(?P<rest>(?:['’]s?)?(?:\s+(?!(?:that|who|which|and|but|if|not|never|said|says)\b)[\w’'-]+){0,8}?)\s+"
    r"(?:had|has|have)\s+(?:\w+ly\s+|also\s+)?(?:(?:organi[sz]|plann|order|mastermind|orchestrat|direct|instigat"
    rf"|commission|plott|stag|arrang|coordinat|financ)ed|been\s+behind|stood\s+behind)\s+{_THE_BLOW}",
    re.IGNORECASE,
)
_WORK_OF = re.compile(  # "that both bombings were the work of the outlawed Y"
    rf"\b{_BLOW}\b[^.;:“”\"]{{0,60}}?\s(?:(?:is|was|were|are|had\s+been|have\s+been|be)\s+(?:\w+ly\s+)?the\s+(?:\w+\s+)?"
    r"(?:work|doing|handiwork|deed)\s+of"
    r"|(?:had\s+been|was|were|been)\s+(?:organi[sz]ed|planned|ordered|masterminded|orchestrated|commissioned|plotted)"
    r"(?:\s+(?:in|on|at|from)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)?\s+by"
    r"|b(?:ears?|ore)\s+(?:all\s+)?the\s+(?:hallmarks?|signature|handwriting|marks?)\s+of)\s+"
    r"(?:the\s+)?(?:(?:banned|outlawed|same|terrorist|extremist|rebel)\s+){0,2}",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|whether|unless|not|never|no|may|might|could|would|perhaps|possibly|deny|denies|denied)\b", re.I
)
_NAME = re.compile(r"(?:(?:[A-Z][\w’'-]*|of|the|for|or|and),?\s*|[“\"‘'(])*")
_CONFIRMS = re.compile(r"\b(?:confirm|admit|acknowledg)\w*\s+(?:[\w'’-]+\s+){0,4}?that\b", re.IGNORECASE)
_HEDGE_REACH = 40  # characters before the clause in which "if" or "not" takes it back
_WHOM_REACH = 60


def by_authorship(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read whose work an attack was, as somebody says or has concluded."""
    told = TELLING.search(line.text) or _CONCLUDES.search(line.text)
    return next(_charges(line, named), None) if told and not line.text.rstrip("”\"' ").endswith("?") else None


def _charges(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    for one in named:
        ordered = _ORDERED.match(line.text, one.end)
        if (
            ordered
            and not one.party.speaker
            and (one.party.country or is_group(one.party))
            and _stands(line, one.start, ordered.end())
        ):
            yield _charge(line, one.start, one.end, (one.party,), ordered.end("rest"))
    for match in _WORK_OF.finditer(line.text):
        whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH)
        if whom is None or _is_owned_up_to(line, whom, match.start()):
            continue
        if _stands(line, match.start(), match.end()) and _near(line, named, whom, match.end()):
            yield _charge(line, match.start(), match.end(), whom, match.start())


def _charge(line: Line, start: int, end: int, whom: tuple[Party, ...], content: int) -> Charge:
    """Make the charge of whoever concludes, else of whoever speaks."""
    concludes = _CONCLUDES.search(line.text, 0, start)
    if concludes:
        return Charge(concludes.start(), concludes.end(), "accused", whom, content)
    return Charge(start, end, "said", whom, content)


def _is_owned_up_to(line: Line, whom: Sequence[Party], end: int) -> bool:
    """Whether those whose work it is confirm it: "sources in Kyiv confirmed that it was the work of Ukraine's"."""
    owned = _CONFIRMS.search(line.text, 0, end)
    seats = {p.place.country for p in line.places if owned and p.place and line.local(p)[1] <= owned.start()}
    return any(party.country in seats for party in whom)


def _near(line: Line, named: Sequence[Named], whom: Sequence[Party], start: int) -> bool:
    """Whether the work is right that of whom it names, or of a band: not "of a man who once lived in Y"."""
    one = next((n for n in named if n.party == whom[0] and n.start >= start), None)
    return bool(BAND.match(line.text, start - 1)) or (
        one is not None and bool(_NAME.fullmatch(line.text, start, one.start))
    )


def _stands(line: Line, start: int, end: int) -> bool:
    """Whether nothing takes it back: no "if", "not" or "may" in or before the clause."""
    return not _OPEN.search(line.text, max(0, start - _HEDGE_REACH), end)
