"""Weapons that are run into, come, are seen or just miss: "ran over a mine", "saw rockets land", "a near miss"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from timeline.reading.extract.force.act import NOT_FINITE, Act, armed_doer, clause, is_bare
from timeline.reading.extract.force.force import (
    ARMS,
    BARE,
    HARMED,
    KINETIC_BARE,
    LAUNCH_BARE,
    MINES,
    OF_A_PIT,
    WEAPON,
    WRECK,
    any_of,
    sub_kind,
)
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.strike.striking import is_target

_RUNS_INTO = (
    r"(?:hit(?:ting)?|struck|striking|strayed\s+(?:on)?to|blundered\s+(?:in|on)to|tripp(?:ed|ing)(?:\s+over)?"
    r"|(?:r[au]n(?:ning)?|drove|driven|driving|roll(?:ed|ing)|passed|passing|went|rode|riding)\s+(?:over|onto|across)"
    r"|(?:stepp(?:ed|ing)|tr(?:od|odden|eading)|walk(?:ed|ing))\s+(?:on|onto|over))"
)
_NOT_LAID = (
    r"(?:coal|gold|copper|tin|diamond|salt|iron|lithium|uranium|cobalt|silver|old|wartime|rusty|disused|abandoned)"
)
_LYING = (
    r"(?:(?:land|sea)?mines?|(?:anti-?\w+|land|sea|naval|limpet|drifting|floating)\s+mines?|IEDs?|booby[\s-]traps?"
    r"|trip-?wires?|bomblets?|(?:improvised|roadside|buried|hidden)\s+(?:explosive\s+)?"
    r"(?:bombs?|explosives?|devices?|charges?)|explosive\s+(?:devices?|charges?)|cluster\s+(?:bombs?|munitions?)"
    r"|submunitions?)"
)
_RUN_INTO = re.compile(
    rf"\b{_RUNS_INTO}\s+(?P<which>an?|the|another|one\s+of\s+the|some)\s+(?:(?!{_NOT_LAID}\b)[\w-]+\s+){{0,3}}?"
    rf"(?P<lying>{_LYING})(?![\w-]){OF_A_PIT}",
    re.IGNORECASE,
)
_ON_IT = re.compile(r"(?:stepp|tr[eo]|r[au]n|dr[oi]v|roll)", re.IGNORECASE)  # as nobody does on a pit
_HARM = any_of([HARMED, WRECK])
_BLAST = re.compile(r"\b(?:explo|blast|bl[eo]w|detonat|went\s+off|hurt|maim|lost|sank|sunk|burn)", re.IGNORECASE)
_NEARLY = re.compile(
    r"\b(?:near[\s-]miss(?:es)?|close\s+call|narrow\s+(?:miss|escape))\s+(?:from|by|with|of|involving)\s+"
    r"(?:[\w-]+\s+){0,3}?"
    rf"(?P<arms>{WEAPON.pattern})",
    re.IGNORECASE,
)
_TRIED = re.compile(  # what was tried was done, though it may have failed
    r"\b(?:tried|attempted|sought)\s+to\s+(?:kill|assassinate|murder|blow\s+up|sink|hit|strike|destroy|eliminate)"
    r"\s+[^.;:]{1,60}?\s(?:with|using|by)\s+"
    rf"(?:(?:an?|two|three|several)\s+)?(?:[\w-]+\s+){{0,2}}?(?P<arms>{WEAPON.pattern})",
    re.IGNORECASE,
)
_CAUGHT = re.compile(  # before he did it, or long after
    r"\b(?:arrest|detain|foil|thwart|convict|sentenc|jail|imprison|prosecut|indict|charg|suspect|defus)"
    r"(?:ed|e?s|ing|ors?)\b|\b(?:trial|court|prison|plots?|plotted|plotters)\b",
    re.IGNORECASE,
)
_OF_AIRWAYS = re.compile(
    r"\b(?:airliners?|passenger\s+(?:jets?|planes?)|flights?|pilots?|runways?|airports?|airspace|Boeing|Airbus)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:when|before|that|until|as)\s+(?:an?|the|another|one)\s+(?!(?:first|new|next|last)\b)(?:[\w-]+\s+){0,3}?"
    rf"(?P<arms>{WEAPON.pattern})(?<!s)\s+(?P<verb>arrived|came)\b"
    r"(?!\s+(?:from|by|to|with|as|of|under|out|up|down|in\b|into|through"
    r"|on\s+(?:the\s+market|sale|show|stage|display|time|schedule)|back|home|late|early|undamaged|intact|safely"
    r"|at\s+(?:the|its|an?|his|her|their)\s+(?:[\w-]+\s+)?(?:base|port|station|pad|airport|factory|museum|fair|show"
    r"|exhibition|gallery|park|depot|site|hangar|plant|school)))",
    re.IGNORECASE,
)
_FATEFUL = re.compile(r"\bIt\s+was\s[^,;]{1,40}\swhen\s")
_FALLS = re.compile(r"(?:shell|bomb|missile)$", re.IGNORECASE)  # a rocket or a drone may come in peace
_NOMINAL = re.compile(  # "the impact of a glide bomb on a mill", "wounded in renewed launching of rockets"
    r"\b(?:impact|detonation|explosion|crash|(?P<sent>firing|dropping|launch(?:ing)?|lobbing))\s+of\s+"
    r"(?:(?:an?|the|two|three|several|some|\d+)\s+)?"
    rf"(?:[\w-]+\s+){{0,3}}?(?P<arms>{WEAPON.pattern})",
    re.IGNORECASE,
)
_HURT = re.compile(r"\bhurt\b", re.IGNORECASE)
_CLEFT = re.compile(  # "what came down on the terminal was a drone"
    r"\bwhat\s+(?P<verb>came\s+down|fell|landed|crashed|exploded|went\s+off|hit|struck|tore|slammed|smashed)\b"
    r"[^.;:,]{0,80}?\s(?:was|were|had\s+been)\s+"
    rf"(?:(?:an?|the|two|three)\s+)?(?:[\w-]+\s+){{0,3}}?(?P<arms>{WEAPON.pattern})",
    re.IGNORECASE,
)
_KILL = re.compile(r"\b(?:kill|wound|injure|maim)\b", re.IGNORECASE)
_AT = re.compile(r"\s(?:at|on|against|into|towards?)\s")
_WITH = re.compile(r"\s(?:with|using)\s[^,;:]{1,40}", re.IGNORECASE)
_NEAR = 50  # characters after the verb in which what was struck is named


def run_into(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find who ran into what was laid: "their tractor drove over an anti-tank mine", "struck a roadside bomb"."""
    for match in _RUN_INTO.finditer(line.text):
        start, _ = clause(line.text, match.start())
        hits = WEAPON.search(line.text, start, match.start())  # "a drone hit the mine"
        if match["lying"].lower() in MINES and not _is_laid(line, match):
            continue
        if not hits and not NOT_FINITE & set(line.words_before(match.start(), 1)):
            kind = "naval" if "sea" in match["lying"].lower() else "bomb"
            yield Act(match.start(), match.end(), kind, True, False, True, False, match.end())


def _is_laid(line: Line, match: re.Match[str]) -> bool:
    """Whether a mine, told by that word alone, is one that blew up, and no pit: "ran over a mine, which killed two"."""
    told = _ON_IT.match(match.group()) or _HARM.search(line.text) or _BLAST.search(line.text)
    return match["which"].lower() in ("a", "another") and bool(told)


def near_misses(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find what a weapon just missed: "told of a close shave with a rocket", but no airliner's from a hobby drone."""
    for match in _NEARLY.finditer(line.text) if not _OF_AIRWAYS.search(line.text) else ():
        yield Act(match.start(), match.end(), sub_kind(match["arms"]), False, False, False, False, match.end())


def attempts(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find a strike that was tried: "tried to kill the minister with a car bomb".

    What the arrested wanted to do may never have begun.
    """
    for match in _TRIED.finditer(line.text) if not _CAUGHT.search(line.text) else ():
        yield Act(match.start(), match.end(), sub_kind(match["arms"]), True, False, False, False, match.end())


def arrivals(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the weapon that came: "they were at the table when the shell came"."""
    for match in _COMES.finditer(line.text):
        if not any(p.search(text) for p, text in ((_FALLS, match["arms"]), (HARMED, line.text), (_FATEFUL, line.text))):
            continue
        at, end = match.start("arms"), match.end()
        yield Act(at, end, sub_kind(match["arms"]), True, False, False, False, end)


def nominals(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the strike that a noun of a verb tells: "impact of a missile on a mill", but a launch only if it hurts."""
    for match in _NOMINAL.finditer(line.text):
        if not match["sent"] or HARMED.search(line.text) or _HURT.search(line.text):
            kind = sub_kind(match["arms"])
            yield Act(match.start(), match.end(), kind, False, False, False, False, match.end())


def clefts(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the weapon that is told last: "What came down on the mill was a drone"."""
    for match in _CLEFT.finditer(line.text):
        yield Act(*match.span("verb"), sub_kind(match["arms"]), True, False, False, False, match.end("verb"))


def plain_verbs(line: Line, named: Sequence[Named], *, armed: bool) -> Iterator[Act]:
    """Find the verb of force after one that makes it a fact: "saw rockets land", "managed to shell", "did it fall"."""
    for match in chain(BARE.finditer(line.text), _KILL.finditer(line.text)):
        if not is_bare(line, match.start()):
            continue
        start, _ = clause(line.text, match.start())
        means = _WITH.search(line.text, match.end())
        weapon = WEAPON.search(line.text, start, match.start()) or (means and ARMS.search(line.text, *means.span()))
        kinetic = KINETIC_BARE.match(line.text, match.start())
        doer = armed_doer(line, named, start, match.start()) and is_target(line, match.end(), match.end() + _NEAR)
        if weapon or (doer and (armed or kinetic)):
            kind = sub_kind(weapon.group() if weapon else match.group())
            yield Act(match.start(), match.end(), kind, True, False, False, False, match.end())
    for match in LAUNCH_BARE.finditer(line.text):
        sent = WEAPON.search(line.text, match.end(), match.end() + _NEAR)
        doer = armed_doer(line, named, clause(line.text, match.start())[0], match.start())
        aim = _AT.search(line.text, sent.end()) if sent and doer and is_bare(line, match.start()) else None
        if sent and aim:
            yield Act(match.start(), match.end(), sub_kind(sent.group()), True, False, False, False, aim.end())
