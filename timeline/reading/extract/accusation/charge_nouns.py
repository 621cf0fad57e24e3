"""Charges told by a noun: "X's accusation that Y ...", "the claim that Y ... was made by X", "accused" never said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.event import Party
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import names_a_blow
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.voice.speakers import government_in, party_in, source_end

_NOUN = r"(?:allegation|accusation|charge|claim)s?"
CLAIMED_WITH = (  # before whoever else claims a deed: "it and the front were jointly responsible"
    r"\b(?:it|they|we)(?:\s+and|\s+together\s+with|,?\s+along\s+with|\s+jointly\s+with)\s+(?:the\s+)?$"
)
_NAMED_CHARGE = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
_DEALT = r"(?:made|levell?ed|voiced|repeated|raised|brought|renewed|flung|hurled|aimed|directed|thrown|laid|lodged)"
_WAS = r"(?:(?:was|were|(?:has|have|had)\s+been)\s+)?(?:\w+ly\s+|first\s+|also\s+)?"
_WAS_DEALT = re.compile(rf"\b{_DEALT}\b", re.IGNORECASE)
_SOMEBODYS = re.compile(rf"\b{_NOUN}\s+(?:by|from)\s+(?:the\s+)?$", re.IGNORECASE)  # "denied an accusation by X"
_MADE_BY = re.compile(
    rf"\b{_NOUN}\b(?P<content>[^.;“”\"]{{0,160}}?)\s{_WAS}{_DEALT}(?:\s+(?:against|at)\s+"
    r"(?P<whom>[^.,;“”\"]{2,40}?))?\s+by\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MADE_THE = re.compile(rf"\b{_DEALT}\s+(?:the|this|that)\s+(?:same\s+)?{_NOUN}(?!\s+(?:that|of)\b)\b", re.IGNORECASE)
_WAS_MADE = re.compile(  # "The claim was made in a radio interview on Sunday": by whoever was named with it
    rf"(?:the|this|that)\s+{_NOUN}\s+(?:was|were|had\s+been)\s+(?:first\s+)?{_DEALT}\s+"
    r"(?:on|in|at|during|late|early)\b(?![^.]*\sby\s+(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
_MADE_IT = re.compile(rf"\b{_DEALT}\s+(?:it|them)\b", re.IGNORECASE)
CAME_FROM = re.compile(
    rf"\b(?:the|this|that)\s+(?:\w+\s+)?{_NOUN}\s+(?:was|is|came|comes|has\s+come|had\s+come)\s+(?:from|by)\s+"
    r"(?:the\s+)?"
    r"|\bthe\s+accusers?\s+(?:was|is|were|are|being)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|this|that)\s+(?:same\s+)?$", re.IGNORECASE)  # "previous accusations" repeat none
_BY_WHOM = re.compile(rf"\b{_NOUN}\s+(?:by|from)\s+([^,;:“”\"]{{3,100}}?)\s+that\s+", re.IGNORECASE)
_OWNED = re.compile(rf"(?:['’]s?)?\s+(?:latest\s+|own\s+|new\s+)?(?P<noun>{_NOUN})\s+(?:that|of)\s+", re.IGNORECASE)
_IT = re.compile(r"(?:it|they)\b(?!\s+(?:might|may|could|would|will|should|must)\b)", re.IGNORECASE)
_FACES = re.compile(
    rf"\b(?:fac(?:es|ed|ing)|drew|draws)\s+(?:\w+\s+){{0,2}}?{_NOUN}\s+(?:from|by)\s+(?:the\s+)?", re.IGNORECASE
)
_THAT_THEY_MADE = re.compile(  # "an accusation of Z that X levelled at Y"
    rf"\b{_NOUN}\s+(?:of|that)\s+(?P<content>[^.;“”\"]{{3,120}}?)\s(?:that|which)\s+(?P<who>[^.;“”\"]{{3,100}}?)\s+"
    rf"(?:has\s+|had\s+)?(?:\w+ly\s+|first\s+|also\s+)?{_DEALT}\b(?:\s+(?:at|against)\s+)?",
    re.IGNORECASE,
)
_DEALT_AT = re.compile(
    rf"\b(?:{_DEALT}|levels?|levell?ing|makes?|making|directed)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}"
    r"(?:\s+of\s+[^.;,“”\"]{3,80}?)?\s+(?:at|against)\s+",
    re.IGNORECASE,
)
_PUT_FORWARD = re.compile(
    rf"\b(?:with|{_DEALT}|makes?|voices?|raises?|repeats?|airs?|aired|advanced?|reiterat\w+"
    r"|st(?:ands?|ood|anding)\s+by|back(?:s|ed|ing)\s+up|in\s+support\s+of|to\s+support|to\s+back\s+up"
    rf"|confirm(?:s|ed))\s+(?:the|an?|its|his|her|their)\s+(?:[\w-]+\s+)?{_NOUN}\s+(?:that|of)\s+",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\b(?:that|of)\s", re.IGNORECASE)
_THAT = re.compile(r"[^.;“”\"]{0,80}?,?\s+that\s+")
_AGAINST = re.compile(r"\b(?:against|at)\s+(?:the\s+)?", re.IGNORECASE)
_ACCUSER_ENDS = re.compile(r"\s(?:against|that|of|since|on|in|late|early)\s", re.IGNORECASE)
BAND = re.compile(
    r"\s{1,3}[“\"‘']?(?P<whom>(?:(?:the|an?|two|both|several)\s{1,3})?(?:(?!(?:on|of|for|to|by|with|and|or|in)\b)[\w-]+"
    r"\s{1,3}){0,3}(?:rebels?|guerrillas?|dissidents?|faction|front|column|gangs?|militias?|militiam[ae]n|militants"
    r"|(?:rebel|guerrilla|insurgent)\s{1,3}(?:force|army|movement)|insurgents|separatists|jihadists|jihadis"
    r"|extremists|paramilitaries|fighters|infiltrators|saboteurs|mercenaries|terrorists|gunmen|bandits|raiders"
    r"|armed\s{1,3}groups?|cartels?|cells?|junta|regime|army|military(?!\s{1,3}(?:government|rulers|junta|regime))"
    r"|loyalists|(?:members|supporters|followers|remnants|elements|cells|survivors|operatives)\s{1,3}of\s{1,3}"
    r"[^,.;:]{0,40}?(?:party|regime|front|movement|army|militia|junta|guard|brigades?|group|faction|rebels"
    r"|guerrillas|network|organi[sz]ation)(?=[,.;]|\s{1,3}(?:who|that|and|for|in)\b|$))(?!\w)"
    r"(?:\s{1,3}(?:led|commanded|headed)\s{1,3}by\s{1,3}[\w\s-]{2,30}?(?=\s{1,3}and\b|[,.;]|$))?"
    r"|(?:the\s{1,3})?(?:[\w-]+\s{1,3})?(?:forces|troops|fighters)\s{1,3}"
    r"(?:of|under|loyal\s{1,3}to|led\s{1,3}by|commanded\s{1,3}by|allied\s{1,3}(?:to|with))\s{1,3}"
    r"(?:(?:the\s{1,3})?(?:[a-z]+\s{1,3}){0,2}?)(?-i:[A-Z][\w’'-]+)(?:\s{1,3}(?-i:[A-Z][\w’'-]+)){0,3})",
    re.IGNORECASE,
)
_POLICE = re.compile(
    r"\s*(?:on\s+)?(?P<whom>(?:the\s+)?(?:(?:riot|national|federal|state|local|border)\s+)?"
    r"(?:police|gendarmes|gendarmerie|security\s+(?:forces|services?)))\b(?![-\s](?:officer|station|chief)\b)",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:(?:former|defunct|outlawed|banned|now-defunct)\s+)?")
REPEATED = "made"  # what a charge is called that only takes up the one told before: "The charge was made by X"
_WHOM_REACH = 60  # characters in which the accused is named
_BESIDE = 3  # characters between a country and its armed group: "Lebanon's Hezbollah"


@dataclass(frozen=True, slots=True)
class Charge:
    """An accusation found in a sentence: where its words stand, the accused, and where the charge itself begins."""

    start: int
    end: int
    verb: str
    recipients: tuple[Party, ...]
    content_at: int
    accuser: Party | None = None  # where the words of the charge name it: "was accused by Y"
    accuser_at: int = 0  # where that name begins
    grave: bool = True  # wrong whoever does it, not help that a friend might give
    unsigned: bool = False  # nobody was named yet who brings it
    stands: bool = False  # whoever denies it beside: its accuser does not


_DROPPED = re.compile(
    r"\b(?:charge|accusation|allegation|claim|case)s?\s+(?:\w+\s+){0,3}?"
    r"(?:dropped|withdrawn|retracted|quashed|thrown\s+out)\b",
    re.IGNORECASE,
)


def by_noun(line: Line, named: Sequence[Named], last: Charge | None) -> Charge | None:
    """Find the charge that a noun tells; "made the charge" and "the charge was made by" repeat the ``last`` one."""
    if not _NAMED_CHARGE.search(line.text):
        return None
    return (
        _made_by(line, named, last)
        or _that_they_made(line, named)
        or _dealt_at(line, named)
        or _put_forward(line, named)
        or _owned(line, named)
        or _faced(line, named)
        or _by_whom(line, named)
    )


def repeated(line: Line, named: Sequence[Named], last: Charge | None) -> Charge | None:
    """Read "X made the accusation" of the charge told before, and "the accusation came from X"."""
    if last is None:
        return None
    if came := CAME_FROM.search(line.text):
        accuser = party_in(line, named, came.end(), source_end(line.text, came.end()))
        at = len(line.text)
        return (
            replace(last, start=came.start(), end=came.end(), verb=REPEATED, content_at=at, accuser=accuser)
            if accuser
            else None
        )
    if last.accuser and (again := _WAS_MADE.match(line.text)):
        return replace(last, start=again.start(), end=again.end(), verb=REPEATED, content_at=len(line.text))
    made = _MADE_THE.search(line.text) or (_MADE_IT.search(line.text) if last.unsigned else None)
    if made is None:
        return None
    return replace(last, start=made.start(), end=made.end(), verb=REPEATED, content_at=len(line.text), accuser=None)


def named_within(named: Sequence[Named], start: int, end: int) -> tuple[Party, ...]:
    """Collect the parties of a stretch, one of each country, armed groups first."""
    found: list[Party] = []
    for one in named:
        if (
            start <= one.start
            and one.end <= end
            and all(one.party.country != p.country or not p.country for p in found)
        ):
            found.append(one.party)
    return tuple(sorted(found, key=lambda party: not is_group(party)))


def doer_within(named: Sequence[Named], start: int, end: int) -> tuple[Party, ...]:
    """Take the first party of a clause, which does what it tells; of "Lebanon's Hezbollah" the group."""
    inside = [n for n in named if start <= n.start and n.end <= end]
    group = inside[1:2] if len(inside) > 1 and inside[1].start - inside[0].end <= _BESIDE else []
    chosen = group if group and is_group(group[0].party) else inside[:1]
    return tuple(n.party for n in chosen)


def accused_in(line: Line, named: Sequence[Named], start: int, end: int) -> tuple[Party, ...]:
    """Take whom a stretch names that holds nothing but the accused: a capital there is its government."""
    if band := band_at(line, named, start):
        return (band,)
    seat = government_in(line, start, end)
    found = named_within(named, start, end)[:1] or ((seat,) if seat else ())
    police = None if found else _POLICE.match(line.text, start)
    return (Party(police["whom"], None),) if police else found


def band_at(line: Line, named: Sequence[Named], start: int) -> Party | None:
    """Take an armed band that no table knows for the accused: "the northern front, a faction of the FARC"."""
    band = BAND.match(line.text, start - 1)
    if band is None:
        return None
    theirs = _OF_THE.match(line.text, band.end())  # "a faction of the former FARC"
    reach = (theirs or band).end() + len(" (")
    known = [n for n in named if start <= n.start <= reach and not n.party.speaker]  # "the ... Army (ELN)"
    if not known:
        return Party(band["whom"], None)
    return next((n.party for n in known if is_group(n.party)), None)


def is_band(name: str) -> bool:
    """Whether the words call an armed band that no table knows: "the column led by a deserter"."""
    return bool(BAND.fullmatch(f" {name}"))


def accuser_end(text: str, start: int) -> int:
    """Give where the name of an accuser after "by" ends."""
    closing = _ACCUSER_ENDS.search(text, start)
    return min(source_end(text, start), closing.start() if closing else len(text))


def _made_by(line: Line, named: Sequence[Named], last: Charge | None) -> Charge | None:
    """Read "the claim that Y ... was made by X", "accusations of ... levelled by X against Y"."""
    made = _MADE_BY.search(line.text)
    accuser = party_in(line, named, made.end(), accuser_end(line.text, made.end())) if made else None
    if made is None or accuser is None:
        return None
    content = _CONTENT.search(line.text, made.start(), made.end("content"))
    whom = _against_whom(line, named, made, accuser)
    if content and not whom:  # "the charge that Rwanda arms the M23": the first does it
        whom = tuple(n.party for n in named if content.end() <= n.start < made.end("content"))
    after = _THAT.match(line.text, accuser_end(line.text, made.end())) if not whom else None
    if after:  # "the claim, made by X, that Y ..."
        content = after
        whom = tuple(n.party for n in named if after.end() <= n.start < after.end() + _WHOM_REACH)
    if not whom and last and not content and _THE.search(line.text, 0, made.start()):
        whom = last.recipients
    at = content.end() if content and whom else len(line.text)
    verb = "alleged" if content else "made"
    return Charge(made.start(), made.end("content"), verb, whom[:1], at, accuser, made.end()) if whom else None


def _against_whom(line: Line, named: Sequence[Named], made: re.Match[str], accuser: Party) -> tuple[Party, ...]:
    """Find whom the charge is said to be against; "it" is the last state or group named before."""
    if made["whom"] is None:
        against = _AGAINST.search(line.text, made.start())
        return named_within(named, against.end(), against.end() + _WHOM_REACH) if against else ()
    before = [n.party for n in named if n.end <= made.start() and n.party.country != accuser.country]
    return accused_in(line, named, made.start("whom"), made.end("whom") + 1) or tuple(before[-1:])


def _that_they_made(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "an accusation of jamming airliners that X levelled at Y"."""
    match = _THAT_THEY_MADE.search(line.text)
    accuser = party_in(line, named, match.start("who"), match.end("who")) if match else None
    if match is None or accuser is None:
        return None
    whom = named_within(named, match.end(), match.end() + _WHOM_REACH)
    whom = whom or tuple(n.party for n in named if match.start("content") <= n.start < match.end("content"))
    if not whom:
        return None
    at = match.start("content")
    return Charge(match.start(), match.start(), "alleged", whom[:1], at, accuser, match.start("who"))


def _dealt_at(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X levelled a charge at Y, that of Z", "repeated accusations of Z against Y"."""
    match = _DEALT_AT.search(line.text)
    whom = accused_in(line, named, match.end(), match.end() + _WHOM_REACH) if match else ()
    return Charge(match.start(), match.end(), "accused", whom, match.end()) if match and whom else None


def _put_forward(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X goes public with the accusation that Y ...", "stands by its claim that Y ..."."""
    match = _PUT_FORWARD.search(line.text)
    whom = next((n.party for n in named if match and match.end() <= n.start < match.end() + _WHOM_REACH), None)
    return Charge(match.start(), match.end(), "alleged", (whom,), match.end()) if match and whom else None


def was_made(line: Line, charge: Charge) -> bool:
    """Whether the words of the charge say that it was made: whoever denies it, it stands."""
    told = (
        charge.stands
        or _WAS_DEALT.search(line.text, charge.start)
        or _SOMEBODYS.search(line.text, 0, charge.accuser_at)
    )
    return charge.accuser is not None and bool(told)


def was_dropped(line: Line, charge: Charge) -> bool:
    """Whether the sentence says that the charge came to nothing: "accused him of it, a charge that was dropped"."""
    return bool(_DROPPED.search(line.text, charge.end))


def _owned(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X's claim that Y shelled a plant", "Kyiv's accusation of sabotage by Y"."""
    for owner in named:
        match = _OWNED.match(line.text, owner.end)
        whom = [n.party for n in named if match and match.end() <= n.start < match.end() + _WHOM_REACH]
        itself = match and _IT.match(line.text, match.end())
        if itself:  # "Iran rejected US charges that it had sent drones"
            whom = [n.party for n in named if n.end <= owner.start and n.party.country != owner.party.country][-1:]
        grave = match and (
            not match["noun"].lower().startswith("claim") or names_a_blow(line.text, match.end(), len(line.text))
        )
        if match and whom and grave:
            at, end = match.start("noun"), match.end()
            return Charge(at, end, "alleged", tuple(whom[:1]), end, owner.party, owner.start, stands=bool(itself))
    return None


def _faced(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "Y has faced accusations from X that it ..."."""
    match = _FACES.search(line.text)
    whom = [n.party for n in named if match and n.end <= match.start()][-1:]
    accuser = party_in(line, named, match.end(), accuser_end(line.text, match.end())) if match else None
    content = _CONTENT.search(line.text, match.end()) if match else None
    if not (match and whom and accuser and content):
        return None
    return Charge(match.start(), match.end(), "alleged", tuple(whom), content.end(), accuser, match.end())


def _by_whom(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "an allegation by Y that X recruits arsonists"."""
    match = _BY_WHOM.search(line.text)
    if not match:
        return None
    accuser = party_in(line, named, match.start(1), match.end(1)) or government_in(line, match.start(1), match.end(1))
    whom = next((n.party for n in named if match.end() <= n.start < match.end() + _WHOM_REACH), None)
    if accuser is None or whom is None:
        return None
    return Charge(match.start(), match.end(), "alleged", (whom,), match.end(), accuser, match.start(1))
