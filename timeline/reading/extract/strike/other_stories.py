"""Articles of sport, work, the stage or the market, whose weapons and strikes are figures of speech; of practice; of
accidents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.reading.extract.force.accidents import is_refuted, rules_out_attack
from timeline.reading.extract.force.force import ACT, ARMING, sub_kind
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.acts import is_armed
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.words import Cues, phrases, table

_OTHER_STORY = Cues(phrases("workplace_and_sport"), plural=True)
_LABOUR = Cues(phrases("labour_strikes"), plural=True)
_MARKET = Cues(phrases("market_and_court"))
_PRACTICE = Cues(phrases("exercises"))
_IN_COURT = re.compile(
    r"\b(?:on|stands?|stood|standing|awaiting|for|war\s+crimes|murder|show|a\s+fair|in\s+absentia)\s+trials?\b"
    r"|\btrials?\s+(?:of|for|over|in\s+absentia)\b",
    re.IGNORECASE,
)
_ACCIDENT = Cues(phrases("accident_causes"))
_GAS_AS_A_BOMB = re.compile(  # "rebels fired gas bottles at the barracks"
    r"\b(?:lobb|hurl|fir|launch|plant|thr[eo]w)\w*\s+(?:[\w-]+\s+){0,3}?gas\s+(?:cylinder|canister|bottle)s?"
    r"|\bgas\s+(?:cylinder|canister|bottle)s?\s+(?:packed|filled|loaded|stuffed|rigged)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(  # "Cricket: ...", the label of another desk
    r"\W*(?:cricket|football|soccer|rugby|tennis|golf|boxing|athletics|cycling|basketball|baseball"
    r"|(?:ice\s+)?hockey|F1|formula\s+(?:one|1)|snooker|darts|chess|swimming|skiing|handball|volleyball|sport)\s*"
    r"[:|–—]\s",
    re.IGNORECASE,
)
STORE_OF_ARMS = re.compile(
    r"\b(?:ammunition|munitions?|arms|weapons|explosives|artillery|military|army)\s+(?:[\w-]+\s+)?"
    r"(?:depots?|dumps?|warehouses?|stores?|storage|factory|plant)\b|\barsenals?\b",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:hit|struck|attacked|targeted|bombed|shelled|fired|lobbed|hurled|planted|(?:packed|rigged"
    r"|laden)\s+with\s+explosives|(?:strike|attack|raid)s?\s+on)\b|\b(?:drone|missile|UAV|airstrike|warplane)s?\b"
    r"|\bair\s?(?:strike|raid)s?\b",
    re.IGNORECASE,
)
_NO_WEAPON = frozenset({"blast", "attack"})
_ENOUGH = 2  # different words of one story
_OPENING = 2  # lines in which one word tells what the article is about
_HARMLESS = {  # the sub-kinds that are no strikes in such a story, as long as it names no other arms
    "fireworks": frozenset({"rocket", "bomb", "shelling", "blast", "attack"}),
    "drone show": frozenset({"drone", "rocket", "attack"}),
    "space": frozenset({"rocket", "blast", "attack"}),
    "eruption": frozenset({"bomb", "blast", "attack", "shelling"}),
}
_STORIES = {
    story: Cues((row["words"] for row in table("harmless_stories") if row["story"] == story), plural=True)
    for story in _HARMLESS
}


def is_another_story(lines: Sequence[Line], *, armed: bool) -> bool:
    """Whether the article is of sport, work, the stage or the market.

    ``armed`` says that some word of force is in it. A labour dispute is one as long as no weapon is named, two words
    of such a story as long as no weapon hurts.
    """
    if not armed:
        killing = any(ACT.search(line.text) and tolls(line.text, line.date_spans).killed for line in lines)
        enough = _ENOUGH if killing else 1  # "the city's defenders" are of a war too
        return len(_found(_OTHER_STORY, lines)) >= enough or bool(_found(_MARKET, lines))
    if _found(_LABOUR, lines) and not any(map(_tells_of_arms, lines)):
        return True
    sport = any(_SECTION.match(line.text) for line in lines[:1])
    return (sport or _is_told_throughout(_OTHER_STORY, lines)) and not any(
        is_armed(line) and _hurts(line) for line in lines
    )


def is_practice(lines: Sequence[Line]) -> bool:
    """Whether the article is of drills, tests or an arms fair, in which no weapon hurts anybody."""
    lines = [replace(line, text=_IN_COURT.sub(" ", line.text)) for line in lines]
    return _is_about(_PRACTICE, lines) and not any(is_armed(line) and _hurts(line) for line in lines)


def harmless_kinds(lines: Sequence[Line]) -> frozenset[str]:
    """Give the sub-kinds of strike that are fireworks, a show, a flight into space or a volcano's in this article."""
    arms = {sub_kind(m.group()) for line in lines for m in ARMING.finditer(line.text)}
    kinds = frozenset[str]().union(*(_HARMLESS[story] for story, cues in _STORIES.items() if _is_about(cues, lines)))
    return kinds if arms <= kinds else frozenset()


def names_an_accident(lines: Sequence[Line]) -> bool:
    """Whether the article names a cause of a blast that nobody meant: a gas leak, a short circuit, a welder's torch."""
    named = (
        (line.text, m.start())
        for line in lines
        for m in _ACCIDENT.finditer(line.text)
        if not _GAS_AS_A_BOMB.search(line.text)
    )
    return any(not is_refuted(text, at) for text, at in named) or any(rules_out_attack(line.text) for line in lines)


def may_be_an_accident(part: Line, sub_kind: str) -> bool:
    """Whether the sentence names no weapon that was used: only a blast, or shells that flew out of a burning depot."""
    if _USED.search(part.text):
        return False
    return sub_kind in _NO_WEAPON or bool(STORE_OF_ARMS.search(part.text) or _ACCIDENT.search(part.text))


def _tells_of_arms(line: Line) -> bool:
    """Whether a weapon is named, but not in what somebody says: "a missile aimed at our pensions"."""
    return any(not line.quoted(m.start()) for m in ARMING.finditer(line.text))


def _is_told_throughout(cues: Cues, lines: Sequence[Line]) -> bool:
    """Whether enough words of the story are there, and not all in one paragraph beside the article's own story."""
    telling = [(number, line) for number, line in enumerate(lines) if cues.search(line.text)]
    alone = len({line.paragraph for _, line in telling}) == 1 and telling[0][0] >= _OPENING
    beside = alone and not any(ARMING.search(line.text) for _, line in telling)
    return not beside and len(_found(cues, lines)) >= _ENOUGH


def _is_about(cues: Cues, lines: Sequence[Line]) -> bool:
    """Whether the article has enough of these words, or one where it opens."""
    return len(_found(cues, lines)) >= _ENOUGH or bool(_found(cues, lines[:_OPENING]))


def _found(cues: Cues, lines: Iterable[Line]) -> set[str]:
    """Collect the different phrases of a list that the lines have."""
    return {m.group().lower() for line in lines for m in cues.finditer(line.text)}


def _hurts(line: Line) -> bool:
    harm = tolls(line.text, line.date_spans)
    return bool(harm.sure)
