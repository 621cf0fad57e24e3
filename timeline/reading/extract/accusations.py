"""Accusations: which sentences say that a named side accuses another of wrongdoing, who, whom, and when it was said.

A plain "said" is none: there must be an accusing verb, evidence laid against somebody, or a speaker who says that
another side does what a list of wrongdoing holds. A denial, a question and a condition are none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.dating import of_speech
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.line import Line
from timeline.reading.extract.parties import Named, People, force_in, is_force, parties, side
from timeline.reading.words import finder, phrases, table
from timeline.when import TimeMention, TimexType


def _cues(*classes: str) -> re.Pattern[str]:
    return finder(r["words"] for r in table("accusation_cues") if r["class"] in classes)


def _wrong(*classes: str) -> re.Pattern[str]:
    rows = (r["words"].split() for r in table("wrongdoing") if r["class"] in classes)
    return finder(form for forms in rows for form in forms)


_ACCUSE = _cues("accuse", "blame")
_AGAINST = _cues("against")
_EVIDENCE = _cues("evidence")
_ALLEGE = _cues("allege")
_ALLEGEDLY = _cues("allegedly")
_SPEECH = _cues("speech")
_SAYING = _cues("speech", "allege", "according")
_ACCORDING = _cues("according")
_DOES = _wrong("support", "help")
_ARMS = _wrong("arms")
_WRONG = _wrong("wrong")
_NO_ACCUSATION = finder(phrases("no_accusation"))
_OTHER_STORY = finder(phrases("workplace_and_sport"))
_SOIL = re.compile(r"(?:['’]s?)?\s+(?:territory|soil|cities|towns)\b", re.IGNORECASE)
_DOUBT = re.compile(r"\b(?:may|might|could|possibl[ey]|appears?|seems?|suspects?|suspected)\b", re.IGNORECASE)
_DOER = re.compile(r"(?:['’]s?)?(?:\s+(?!of\b|to\b|for\b|with\b|by\b)[\w'’-]+){0,5}?\s+$")
_HEADLINE_SPEAKER = re.compile(r":\s+\S+(?:\s+\S+){0,2}$")  # "... helps Russia: Kyiv"
_SUSPECTED = re.compile(r"([^,;:“”\"]{3,80}?)\s+(?:is|are|was|were)\s+(?:suspected|accused)\s+of\b", re.IGNORECASE)
_CONTENT = re.compile(r"[,:;]\s+|\b(?:that|of|over)\s+", re.IGNORECASE)
_CHARGE_NOUN = r"(?:allegation|accusation|charge|claim)s?"
_MADE_BY = re.compile(rf"\b{_CHARGE_NOUN}\b[^.;“”\"]{{0,160}}?\b(?:was|were)\s+made\s+by\b", re.IGNORECASE)
_MADE_THE = re.compile(rf"\b(?:made|repeated|voiced|levell?ed)\s+(?:the|this|that)\s+{_CHARGE_NOUN}\b", re.IGNORECASE)
_IS_DOING = re.compile(
    r"(?:\s+\w+){0,2}\s+(?:is|are|was|were|has|have|had|been)(?:\s+\w+ing|\s+been)?\s+", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:[\W_]+|that\s+|having\s+)+", re.IGNORECASE)
_FROM = re.compile(r"\b(?:getting|receiving)\b[^,.;]{0,40}?\bfrom\s+$")
_GETTING = re.compile(r"\b(?:getting|receiving|got|received)\b", re.IGNORECASE)
_BEEN = re.compile(r"\b(?:been|was|were|being)\s+$", re.IGNORECASE)
_GIVEN_BY = re.compile(rf"\bbeen\s+(?:{_DOES.pattern})\b[^,.;]{{0,60}}?\bby\s+(?:the\s+)?$", re.IGNORECASE)
_GOODS_FROM = re.compile(rf"(?:{_ARMS.pattern})(?:\s+\w+){{0,2}}\s+from\s+(?:the\s+)?$", re.IGNORECASE)
_OPENING_QUOTES = ("“", '"', "‘", "«")
_CHARGE_REACH = 120  # characters after the doing in which its wrongful object stands
_BROKEN = re.compile(r"[,;:“”\"]|\bthat\b", re.IGNORECASE)
_LONGEST, _TOO_LONG = 366, 367  # days: "earlier this year" still dates an accusation


@dataclass(frozen=True, slots=True)
class Charge:
    """An accusation found in a sentence: where its words stand, the accused, and where the charge itself begins."""

    start: int
    end: int
    verb: str
    recipients: tuple[Party, ...]
    content_at: int


def find_accusations(lines: Sequence[Line], persons: People) -> Iterator[Draft]:
    """Yield a draft for each sentence that accuses; "made the charge" goes on with the one before."""
    speaker: Party | None = None
    last: Charge | None = None
    for line in lines:
        if line.zone not in REPORTING_ZONES:
            continue
        named = parties(line, persons)
        own = speaker_of(line, named, speaker)
        charge = (
            None if _NO_ACCUSATION.search(line.text) or _OTHER_STORY.search(line.text) else _charge(line, named, last)
        )
        if charge:
            last = charge
            accuser = _accuser(line, charge, named, own, speaker)
            if _is_against_another(accuser, charge):
                yield _draft(line, charge, accuser)
        speaker = own or speaker


def _charge(line: Line, named: Sequence[Named], last: Charge | None) -> Charge | None:
    if last and (made := _MADE_BY.search(line.text) or _MADE_THE.search(line.text)):
        return Charge(made.start(), made.end(), "made", last.recipients, len(line.text))
    for find in (_by_accusing, _by_charge_against, _by_evidence, _by_alleging, _by_saying):
        if charge := find(line, named):
            return charge
    return None


def _by_accusing(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "X accused Y of Z" and "X blamed Y for Z"; "a man accused of" names no accuser."""
    for match in _ACCUSE.finditer(line.text):
        closing = re.compile(r"\s(?:of|for|over)\s").search(line.text, match.end(), match.end() + 160)
        if not closing or closing.start() <= match.end() or line.words_before(match.start(), 1)[:1] == ["the"]:
            continue
        whom = _within(named, match.end(), closing.start()) or _place_party(line, match.end(), closing.start())
        said = line.text[match.end() : closing.start()].strip()
        recipients = whom or (Party(said, None),)
        return Charge(match.start(), match.end(), match.group().lower(), recipients[:2], closing.end())
    return None


def _by_charge_against(line: Line, named: Sequence[Named]) -> Charge | None:
    match = _AGAINST.search(line.text)
    if not match:
        return None
    whom = _within(named, match.end(), match.end() + 60) or _place_party(line, match.end(), match.end() + 30)
    content = _CONTENT.search(line.text, match.end())
    return (
        Charge(match.start(), match.end(), "accused", whom[:1], content.end() if content else len(line.text))
        if whom
        else None
    )


def _by_evidence(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read "has evidence that Y ..." and "evidence of cooperation between Y and Z in ..."."""
    match = _EVIDENCE.search(line.text)
    if not match or not _is_wrong(line.text, match.end()):
        return None
    both = re.compile(r"\bbetween\s+").search(line.text, match.end(), match.end() + 80)
    after = _within(named, match.end(), match.end() + _CHARGE_REACH)
    doers = tuple(n.party for n in named if n.start >= match.end() and not n.party.speaker and _doing(line.text, n))
    whom = after[:2] if both else (doers or after)[:1]
    return Charge(match.start(), match.end(), "evidence", whom, match.end()) if whom else None


def _by_alleging(line: Line, named: Sequence[Named]) -> Charge | None:
    for match in _ALLEGE.finditer(line.text):
        if line.words_before(match.start(), 1)[:1] and line.words_before(match.start(), 1)[0] in (
            "the",
            "an",
            "these",
            "its",
            "any",
        ):
            continue
        after = _within(named, match.end(), match.end() + 80)
        before = _accused_before(line, named, match.start())
        if after and re.match(r"\s+(?:on\s+\w+\s+)?(?:that\s+)?", line.text[match.end() :]):
            return Charge(match.start(), match.end(), "alleged", after[:1], match.end())
        if before and _WRONG.search(line.text, 0, match.start()):
            return Charge(match.start(), match.end(), "alleged", before[:1], 0)
    return None


def _accused_before(line: Line, named: Sequence[Named], end: int) -> tuple[Party, ...]:
    """Find whom a sentence accuses that ends on its speaker: "Two firms in X are suspected ..., Y alleged"."""
    whom = _within(named, 0, max(0, end - 40))[:1]
    subject = _SUSPECTED.match(line.text, 0, end)
    return (Party(subject[1], None),) if subject else whom


def _by_saying(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read a speaker's words that another side does wrong: "X said that Y is supplying Z with weapons"."""
    told = line.zone is Zone.HEADLINE and _HEADLINE_SPEAKER.search(line.text)
    if not (told or _SAYING.search(line.text) or _ALLEGEDLY.search(line.text) or line.quoted(len(line.text) // 2)):
        return None
    source = speaker_of(line, named, None)
    for one in named:
        itself = one.party.speaker or (source is not None and not source.speaker and side(source) == side(one.party))
        if not itself and _doing(line.text, one):
            return Charge(one.start, one.end, "said", (one.party,), one.start)
    return None


def _doing(text: str, one: Named) -> bool:
    """Whether the party does wrong in the words around it.

    Three ways to say it: "Y is supplying Z with weapons", "Z was given weapons by Y", "help (or data) from Y".
    """
    before, clause = text[: one.start], _clause_end(text, one.end)
    if _FROM.search(before):
        return bool(_ARMS.search(text, max(0, one.start - _CHARGE_REACH), clause))
    if _GIVEN_BY.search(before):
        return bool(_ARMS.search(text, max(0, one.start - _CHARGE_REACH), one.start))
    if _GOODS_FROM.search(before):
        return bool(_DOES.search(text, one.end, clause))
    for match in _DOES.finditer(text, one.end, clause):
        gap = text[one.end : match.start()]
        passive = _BEEN.search(gap) and not match.group().lower().endswith("ing")
        if _DOER.fullmatch(gap) and not passive and not _GETTING.search(text, one.end, match.end()):
            return bool(_ARMS.search(text, match.end(), match.end() + _CHARGE_REACH))
    wrong = _WRONG.search(text, one.end, clause)
    return bool(wrong and _IS_DOING.fullmatch(text[one.end : wrong.start()]))


def _clause_end(text: str, start: int) -> int:
    closing = re.compile(r"[,;:.“”\"](?:\s|$)").search(text, start)
    return closing.start() if closing else len(text)


def _is_wrong(text: str, start: int) -> bool:
    does = _DOES.search(text, start)
    return bool(_WRONG.search(text, start) or (does and _ARMS.search(text, start)))


def _within(named: Sequence[Named], start: int, end: int) -> tuple[Party, ...]:
    found: list[Party] = []
    for one in named:
        if (
            start <= one.start
            and one.end <= end
            and all(one.party.country != p.country or not p.country for p in found)
        ):
            found.append(one.party)
    return tuple(found)


def _place_party(line: Line, start: int, end: int) -> tuple[Party, ...]:
    """Take a government named through its seat: "the administration in Washington"."""
    for mention in line.places:
        at, to = line.local(mention)
        if start <= at and to <= end and mention.place:
            return (Party(line.text[start:end].strip(" :"), mention.place.country),)
    return ()


def speaker_of(line: Line, named: Sequence[Named], before: Party | None) -> Party | None:
    """Find who speaks in the line: who stands beside the verb of saying; "he" is the last speaker or person."""
    colon = _HEADLINE_SPEAKER.search(line.text) if line.zone is Zone.HEADLINE else None
    if colon:
        seat = _place_party(line, colon.start(), len(line.text))
        return _noun_phrase(line, named, colon.start(), len(line.text)) or next(iter(seat), None)
    for match in reversed(list(_SAYING.finditer(line.text))):
        if line.quoted(match.start()):
            continue
        if _ACCORDING.match(line.text, match.start()):
            return _noun_phrase(line, named, match.end(), _phrase_end(line.text, match.end()))
        start = _phrase_start(line.text, match.start())
        found = _noun_phrase(line, named, start, match.start())
        if found:
            return found
        if re.search(r"\b(?:he|she)\s+(?:\w+\s+){0,2}$", line.text[start : match.start()], re.IGNORECASE):
            return before
        found = _noun_phrase(line, named, match.end(), _phrase_end(line.text, match.end()))
        if found and found.speaker:
            return found
    return None


def _phrase_start(text: str, end: int) -> int:
    """Step back over an apposition to where the speaker's noun phrase begins: "Oleh X, from Y's agency, revealed"."""
    marks = [m.end() for m in re.finditer(r"[,;:“”\"]\s*|\bthat\s", text[:end])]
    if len(marks) >= 2 and text[:end].rstrip().endswith(","):
        return marks[-2] if len(marks) < 3 else marks[-3]
    if marks and re.match(r"(?:an?|the|from|of|who)\s", text[marks[-1] : end]) and len(marks) >= 2:
        return marks[-2]
    return marks[-1] if marks else 0


def _phrase_end(text: str, start: int) -> int:
    closing = re.compile(r"[;:“”\"]|,\s+(?!an?\s|the\s|from\s)|\.(?:\s|$)|\sthat\s").search(text, start)
    return closing.start() if closing else len(text)


def _noun_phrase(line: Line, named: Sequence[Named], start: int, end: int) -> Party | None:
    """Make one party of what stands in the stretch: a person, with the country or body beside the name."""
    inside = [n for n in named if start <= n.start and n.end <= end]
    person = next((n.party for n in reversed(inside) if n.party.speaker), None)
    state = next((n.party for n in reversed(inside) if not n.party.speaker), None)
    if person:
        country = person.country or (state.country if state else None)
        return Party(person.name, country, person.speaker)
    if state:
        return state
    force = force_in(line, start, end)
    return Party(force, None) if force else None


def _accuser(
    line: Line, charge: Charge, named: Sequence[Named], own: Party | None, before: Party | None
) -> Party | None:
    if charge.verb == "made" and _MADE_BY.match(line.text, charge.start):
        return _noun_phrase(line, named, charge.end, _phrase_end(line.text, charge.end))
    if charge.verb in ("said", "evidence") or charge.content_at == 0:
        ahead = _noun_phrase(line, named, 0, charge.start) if charge.verb == "evidence" else None
        return own or ahead or (before if line.text.startswith(_OPENING_QUOTES) else None)
    start = _phrase_start(line.text, charge.start)
    subject = _noun_phrase(line, named, start, charge.start) or _noun_phrase(line, named, 0, charge.start)
    if subject is None and re.search(r"\b(?:he|she|it|they)\b", line.text[: charge.start], re.IGNORECASE):
        return before
    return subject or own


def _is_against_another(accuser: Party | None, charge: Charge) -> bool:
    if accuser is None:
        return False
    known = accuser.country is not None or any(r.country for r in charge.recipients) or bool(is_force(accuser.name))
    return known and any(side(r) != side(accuser) for r in charge.recipients)


def _draft(line: Line, charge: Charge, accuser: Party | None) -> Draft:
    when, hold = _date(line, charge)
    recipients = tuple(r for r in charge.recipients if accuser is None or side(r) != side(accuser))
    hedged = _DOUBT.search(line.text[charge.start : charge.start + 80])
    return Draft(
        kind=Kind.ACCUSATION,
        line=line,
        act=charge.start,
        sub_kind=charge.verb,
        when=when,
        hold=hold,
        places=_places(line, charge, recipients),
        actor=accuser,
        recipients=recipients,
        target=_LEADING.sub("", " ".join(line.text[charge.content_at :].split())),
        killed=None,
        injured=None,
        stance=Stance.HEDGED if hedged else Stance.ASSERTED,
        specificity=Specificity.EVENT,
    )


def _date(line: Line, charge: Charge) -> tuple[TimeMention | None, DateHold]:
    """Choose the phrase that dates the accusing, never that of the deed it speaks of."""
    dated = [m for m in line.times if m.when and m.type is not TimexType.SET and (m.when.days or _TOO_LONG) <= _LONGEST]
    beside_verb = (m for m in dated if charge.end <= line.local(m)[0] < charge.content_at)
    spoken = (m for m in dated if of_speech(line, m))
    opening = (
        m for m in dated if line.local(m)[0] < charge.start and not _BROKEN.search(line.text[: line.local(m)[0]])
    )
    chosen = next(chain(beside_verb, spoken, opening), None)
    return chosen, DateHold.OWN if chosen else DateHold.NONE


def dated_statements(lines: Sequence[Line], persons: People) -> dict[str, list[TimeMention]]:
    """Collect, for each named speaker, the phrases that date something he or she said: "Zelensky said Wednesday"."""
    found: dict[str, list[TimeMention]] = {}
    for line in lines:
        if line.zone not in REPORTING_ZONES:
            continue
        speaker = speaker_of(line, parties(line, persons), None)
        for mention in line.times:
            if speaker and speaker.speaker and mention.when and mention.when.days == 1 and of_speech(line, mention):
                found.setdefault(speaker.speaker, []).append(mention)
    return found


def _places(line: Line, charge: Charge, recipients: Sequence[Party]) -> tuple[RolePlace, ...]:
    """Mark the finest place of what is alleged; every other name in the line is no place of the event."""
    accused = {r.country for r in recipients}
    claimed = [m for m in line.places if _may_be_claimed(line, m, charge, accused)]
    fine = min(claimed, key=lambda m: (m.place is None or m.place.kind is PlaceKind.COUNTRY, m.start), default=None)
    return tuple(RolePlace(m, Role.CLAIMED if m is fine else Role.OTHER) for m in line.places)


def _may_be_claimed(line: Line, mention: PlaceMention, charge: Charge, accused: set[str | None]) -> bool:
    start, end = line.local(mention)
    if mention.place is None or start < charge.content_at:
        return False
    if mention.cue is Cue.DEMONYM:
        return bool(_SOIL.match(line.text, end))
    if mention.place.kind is PlaceKind.COUNTRY and mention.place.country in accused:
        return False
    if mention.cue is Cue.OWNER:
        return bool(_SOIL.match(line.text, end))
    return mention.cue in (Cue.AT, Cue.CONTAINER) or (
        mention.cue is Cue.ATTRIBUTE and mention.place.kind not in (PlaceKind.CITY, PlaceKind.COUNTRY)
    )
