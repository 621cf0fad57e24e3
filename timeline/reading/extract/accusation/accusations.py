"""Accusations: who accuses whom, when it was said, and of what place it speaks.

A denial, a question and a condition are none; nor is a side's accusation of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind, Party, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.accusation.accusers import accuser_of
from timeline.reading.extract.accusation.accusing import charge_parts, charges_anybody
from timeline.reading.extract.accusation.answers import answers, denial_of, said_of_another
from timeline.reading.extract.accusation.attributed import attributed
from timeline.reading.extract.accusation.charge_dates import date_of_charge
from timeline.reading.extract.accusation.charge_nouns import Charge, was_dropped, was_made
from timeline.reading.extract.accusation.charges import find_charges
from timeline.reading.extract.accusation.judging import Doers, by_judging, doers_of
from timeline.reading.extract.accusation.of_war import is_against_another, is_of_one_person
from timeline.reading.extract.accusation.only_speaker import is_claimed, only_foe, only_speaker, wrong_told
from timeline.reading.extract.accusation.unsigned import has_the_floor, plain_charge, signed, unsigned_charge
from timeline.reading.extract.party.groups import is_group, is_world_body, side
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.party.persons import Named, People
from timeline.reading.extract.party.sides import sides_in
from timeline.reading.extract.party.whose_minister import with_country
from timeline.reading.extract.party.wrongs import is_of_a_wrong, is_wrong, names_a_foe
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.plain import unaside, unbroken, undated
from timeline.reading.extract.sentence.within import is_site_of
from timeline.reading.extract.strike.struck import ANY_SORT
from timeline.reading.extract.strike.unreported import is_imagined
from timeline.reading.extract.voice.speakers import says, speaker_of
from timeline.reading.extract.voice.voices import WRITERS, Voices
from timeline.reading.extract.voice.writers import quotations, writer_of
from timeline.reading.words import Cues, finder, phrases
from timeline.when import TimeMention

_NO_ACCUSATION = finder(phrases("no_accusation"))
_OTHER_STORY = finder(phrases("workplace_and_sport"))
_SOIL = re.compile(
    r"(?:['’]s?)?\s+(?:territory|soil|cities|towns|airports?|ports?|bases|deserts?|airspace|air\s+space|waters"
    r"|border)\b",
    re.IGNORECASE,
)
_HOSTS = re.compile(  # "of hosting French bases": on its own soil
    r"\b(?:host|shelter|harbou?r|allow|accept|welcom|tolerat|protect)(?:s|e|es|ed|ing)?\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:speaking|told\s+[\w\s]{2,40}|speech|conference|summit|meeting|address|visit)\s[^,;:“”\"]{0,40}?\b"
    r"(?:in|at|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(  # "on the eve of the leaders' meeting in Brussels", "refused to meet in Doha"
    r"\b(?:before|ahead\s+of|on\s+the\s+eve\s+of|refus(?:ed|ing)\s+to)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:talks|summit|meeting|meet|negotiat(?:e|ions)|sit\s+down|elections?|vote|conference)\s+(?:in|at)\s+$",
    re.IGNORECASE,
)
_BESIDE = re.compile(  # "near Vilnius airport", "in a Minsk flat", "its second city of Gyumri"
    r"\b(?:at|near|outside|in\s+an?(?:\s+[a-z-]+)?|(?:cit(?:y|ies)|towns?|villages?|ports?|districts?|regions?"
    r"|provinces?|states?|capital)\s+of)\s+$"
)
_STRUCK = re.compile(  # "of shelling Gyumri", "of attacking the port of Odesa"
    r"\b(?:(?:shell|bomb|bombard|attack|strik|target|hitt|raid|storm|besieg|pound|burn|loot|destroy)ing"
    r"|invad(?:ed|es|ing))\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:cables?|pipelines?|links?|railway|line|ferry)\b[^,.;]{0,60}?\b(?:from|to|between)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_CLAUSE_OF_SPEAKER = re.compile(r",\s+(?:[\w’'-]+\s+){1,4}(?:in|at)\s+$")  # ", police in Helsinki told reporters"
_SPEAKS_THERE = re.compile(r"(?:\s+\w+ly)?\s+(?:said|says|told|announced|reported|confirmed)\b")
_DONE_TO = re.compile(  # "its blockade of the breakaway region of X"
    r"\b(?:blockade|siege|invasion|occupation|annexation|bombardment|bombing|shelling|encirclement|destruction"
    r"|seizure|storming)\s+of\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
_LAND_TAKEN = re.compile(  # "invading Kursk" is no dot in the town of that name, which may not have been reached
    r"\b(?:invad(?:ed|es|ing)|(?:invasion|occupation|annexation|region|province)\s+of)\s+"
    r"(?:(?!(?:city|town|village|port)\b)[a-z-]+\s+){0,4}$",
    re.IGNORECASE,
)
_DOOR = re.compile(r"['’]s?\s+(?:own\s+)?(?:door|doorstep|feet|account|charge)\b")  # "laid it at Kyiv's door"
_ITS_ATTACK = re.compile(  # "for the Bucha attack", "over the Bucha killings"
    r"\s+(?:[a-z-]+\s+){0,2}?(?:attack|strike|bombing|shelling|raid|blast|explosion|assault|massacre|killing"
    r"|shooting|ambush|outage|fire|drone|missile|rocket|bomb|poisoning|sabotage|hack|leak|case)s?\b"
)
_AT_ITS = re.compile(  # "at its underground Natanz nuclear plant"
    r"\b(?:at|near|outside|in|on|against|of)\s+(?:the|its|their|his|an?)\s+(?:[a-z-]+\s+){0,3}$"
)
_SITE_NEXT = re.compile(rf"\s+(?:[a-z]+\s+){{0,2}}?(?:{ANY_SORT.pattern})", re.IGNORECASE)
_OF_A_FORCE = re.compile(r"\s+(?:[Ff]leet|[Ff]lotilla|[Bb]rigade|[Dd]ivision|[Cc]orps|[Rr]egiment|[Bb]attalion)\b")
_DOUBT = re.compile(r"\b(?:may|might|could|possibl[ey]|appears?|seems?|suspects?|suspected)\b", re.IGNORECASE)
_SAYING_WHOM = re.compile(r"^[A-Z][\w'’ -]{1,40},\s+(?:saying|alleging|claiming|arguing|charging)\s+")  # "Iran, saying"
_LEADING = re.compile(r"^(?:[\W_]+|that\s+|having\s+)+", re.IGNORECASE)
_HOSTILE = Cues(phrases("hostile_words"))
_AND_THEN = re.compile(
    r"\b(?:and|but)\b|,\s+(?:said|says|told|accused|accuses|blamed|blames)\b|,\s+(?:who|which)\s+[^,;]{0,40}$",
    re.IGNORECASE,
)
_DOUBT_REACH = 60  # characters around the charge in which "may" or "could" hedges it
_NEXT = 2  # sentences on which whose words they are is told at the latest


def find_accusations(lines: Sequence[Line], persons: People, strikes: Sequence[Draft] = ()) -> Iterator[Draft]:
    """Yield a draft for each sentence that accuses; "made the charge" goes on with the one before.

    ``strikes`` are those that the article tells: whoever calls one of them a crime accuses whoever dealt it.
    """
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    hostile = any(_HOSTILE.search(line.text) for line in told)  # help to a friend, plainly told, accuses nobody
    story = _Story(lines, persons, hostile, doers_of(strikes))
    found = False
    for line in told:
        drafts = [*story.accusations(line)]
        if denial := denial_of(line, sides_in(line, persons), story.voices):
            drafts += [*story.answered(line, denial), denial]
        found = found or bool(drafts)
        yield from drafts
    if not found:
        yield from story.by_the_only_speaker(told)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A sentence that plainly says what another side did, and the charge that it is if that side answers it as one."""

    line: Line
    part: Line
    plain: Line
    named: Sequence[Named]
    charge: Charge


class _Story:
    """An article on its way through its sentences: who was heard, and which charge was told last."""

    def __init__(self, lines: Sequence[Line], persons: People, hostile: bool, doers: Doers) -> None:
        self.voices = Voices(lines)
        self.voices.writer = writer_of(lines, persons)
        self._lines, self._persons, self._hostile, self._doers = lines, persons, hostile, doers
        self._quoting = quotations(lines, persons)
        self._last: Charge | None = None
        self._dated: TimeMention | None = None  # when a charge was made whose accuser is named only later
        self._open: tuple[int, Charge] | None = None  # a charge of nobody yet, and in which sentence it was told
        self._floor: tuple[int, Party] | None = None  # who was said to be speaking, and in which sentence
        self._plain: _Plain | None = None  # what somebody plainly said of another side, told last

    def accusations(self, line: Line) -> Iterator[Draft]:
        """Yield what one sentence tells, and take note of whom it names."""
        heard: list[tuple[Sequence[Named], Party | None]] = []
        if is_imagined(line):
            return
        for part in charge_parts(line):
            named, plain = sides_in(part, self._persons), undated(part)
            own = speaker_of(plain, named, self.voices.speaker) or self._quoting.get(line.number)
            own = self.voices.known(line, own)
            drafts = [*self._drafts(line, part, plain, named, own)]
            yield from drafts
            own = own or next((d.actor for d in drafts), None)
            heard.append((named, own))
            if line.zone is Zone.HEADLINE and own and own.country and (drafts or says(part.text)):
                self.voices.announced = own
        for sides, voice in heard:
            self.voices.hear(line, sides, voice)

    def _drafts(
        self, line: Line, part: Line, plain: Line, named: Sequence[Named], own: Party | None
    ) -> Iterator[Draft]:
        stated = self.voices.writer is not None and line.zone is not Zone.HEADLINE
        words_of = signed(plain, named, self._open_charge(line))
        found = find_charges(
            plain, named, self._last, self.voices.quarrel, inside=stated or line.number in self._quoting
        )
        found = (words_of,) if words_of else found
        drafts = [*self._told(line, part, plain, named, own, found)]
        for text in (unaside(plain.text), unbroken(plain.text)) if charges_anybody(plain) else ():
            if not drafts and text != plain.text:
                bare = replace(plain, text=text)
                drafts = [*self._told(line, part, bare, named, own, find_charges(bare, named, None))]
        if not drafts and (charge := attributed(plain, named) or by_judging(plain, named, self._doers)):
            drafts = [*self._told(line, part, plain, named, own, (charge,))]
        yield from drafts
        denied = any(_is_taken_back(plain, charge) for charge in found)
        if not drafts and not denied and (unsigned := unsigned_charge(plain, named)):
            self._last, self._dated = unsigned, date_of_charge(part, unsigned)[0]
            if is_of_a_wrong(plain.text, unsigned.content_at):
                self._open = line.number, unsigned
            yield from self._by_whoever_speaks(line, part, plain, named, unsigned)
        if not drafts and (charge := said_of_another(plain, named, own)):
            self._plain = _Plain(line, part, plain, named, charge)
        self._take_note(line, plain, named)

    def answered(self, line: Line, denial: Draft) -> Iterator[Draft]:
        """Yield the charge that a denial makes of what was plainly said: "the accusation", which Y rejects."""
        plain, self._plain = self._plain, None
        if plain and plain.line.number >= line.number - 1 and answers(line, denial, plain.charge):
            yield from self._told(plain.line, plain.part, plain.plain, plain.named, None, (plain.charge,))

    def by_the_only_speaker(self, lines: Sequence[Line]) -> Iterator[Draft]:
        """Yield the charge of a story that tells none otherwise, where it is that of its only official."""
        named = [sides_in(line, self._persons) for line in lines]
        speaker = only_speaker(named)
        if speaker is None:
            return
        foe = only_foe(named, speaker)
        for line, sides in zip(lines, named, strict=True):
            told = line.zone is Zone.BODY and not is_imagined(line) and is_claimed(line, lines, named, speaker)
            if told and (charge := wrong_told(line, sides, speaker, foe)):
                yield from self._told(line, line, undated(line), sides, None, (charge,))

    def _take_note(self, line: Line, plain: Line, named: Sequence[Named]) -> None:
        """Keep what the next sentence may sign, and who may bring the charge that it tells."""
        if (fact := plain_charge(plain, named)) and (self._open is None or self._open[0] != line.number):
            self._open, self._dated = (line.number, fact), None
        if who := has_the_floor(plain, named):
            self._floor = line.number, who

    def _by_whoever_speaks(
        self, line: Line, part: Line, plain: Line, named: Sequence[Named], charge: Charge
    ) -> Iterator[Draft]:
        """Give a charge without an accuser to whom the sentences before say to be speaking."""
        if self._floor and 0 < line.number - self._floor[0] <= _NEXT:
            yield from self._told(line, part, plain, named, None, (replace(charge, accuser=self._floor[1]),))

    def _open_charge(self, line: Line) -> Charge | None:
        """Give the charge of the sentences before that nobody was said to bring."""
        near = self._open and 0 < line.number - self._open[0] <= _NEXT
        return self._open[1] if self._open and near else None

    def _told(
        self,
        line: Line,
        part: Line,
        plain: Line,
        named: Sequence[Named],
        own: Party | None,
        charges: Sequence[Charge],
    ) -> Iterator[Draft]:
        for charge in charges:
            if _is_taken_back(plain, charge) or not (self._hostile or charge.verb != "said" or charge.grave):
                continue
            accuser = accuser_of(plain, charge, named, own, self.voices)
            if accuser is None and charge.verb in ("said", "alleged") and (bare := unaside(plain.text)) != plain.text:
                accuser = accuser_of(replace(plain, text=bare), charge, named, own, self.voices)
            charge = _with_the_accused(charge, accuser, self.voices)
            accused = [r.country for r in charge.recipients if r.country]
            accuser = with_country(accuser, self._lines, named, self.voices.announced_in or self.voices.home, accused)
            told = is_against_another(plain, accuser, charge) and not is_of_one_person(plain, charge, accuser)
            if told and not (_tells_another_story(plain, named) and _is_of_another_story(plain, charge, accuser)):
                yield replace(_draft(part, charge, accuser, self._dated), line=line)
                if accuser == WRITERS:  # "We accuse Y": whatever else the statement says of a side is theirs too
                    self.voices.writer = self.voices.writer or WRITERS
                self._last, self._dated = replace(charge, unsigned=False, accuser=accuser), None
                if accuser and not (accuser.country or accuser.speaker or is_world_body(accuser)):
                    self._open = line.number, replace(charge, unsigned=True)  # "a letter accuses": its signer does


def _tells_another_story(line: Line, named: Sequence[Named]) -> bool:
    """Whether a word of sport or labour stands in the sentence that is no part of a side's name: "European Union's"."""
    return any(not any(n.start < m.start() < n.end for n in named) for m in _OTHER_STORY.finditer(line.text))


def _is_of_another_story(line: Line, charge: Charge, accuser: Party | None) -> bool:
    """Whether words of sport, the stage and the market make the charge theirs, not one of arms."""
    states = accuser is not None and (accuser.country or is_world_body(accuser)) and charge.recipients[0].country
    return not (states and (is_wrong(line.text, charge.content_at) or names_a_foe(line.text, charge.content_at)))


def _with_the_accused(charge: Charge, accuser: Party | None, voices: Voices) -> Charge:
    """Put whoever was named before in the place of "him", "the militia" or "their country"."""
    whom = charge.recipients[0]
    meant = None if whom.country or is_group(whom) else voices.accused(whom.name, accuser)
    return replace(charge, recipients=(meant, *charge.recipients[1:])) if meant else charge


def _is_taken_back(line: Line, charge: Charge) -> bool:
    """Whether a denial, a question or a condition governs the charge; "denied it and accused Y" brings one."""
    if was_made(line, charge):  # "dismissed an accusation that X had made"
        return False
    before = [m for m in _NO_ACCUSATION.finditer(line.text) if m.start() < charge.end]
    return was_dropped(line, charge) or any(not _AND_THEN.search(line.text, m.end(), charge.start) for m in before)


def _draft(line: Line, charge: Charge, accuser: Party | None, dated: TimeMention | None) -> Draft:
    when, hold = date_of_charge(line, charge)
    if when is None and dated:
        when, hold = dated, DateHold.OWN
    recipients = tuple(r for r in charge.recipients if accuser is None or side(r) != side(accuser))
    hedged = _DOUBT.search(line.text, max(0, charge.start - _DOUBT_REACH), charge.start + _DOUBT_REACH)
    return Draft(
        kind=Kind.ACCUSATION,
        line=line,
        part=line,
        act=charge.start,
        sub_kind=charge.verb,
        when=when,
        hold=hold,
        places=_places(line, charge, recipients),
        actor=accuser,
        recipients=recipients,
        target=_LEADING.sub("", _SAYING_WHOM.sub("", " ".join(line.text[charge.content_at :].split()))),
        killed=None,
        injured=None,
        stance=Stance.HEDGED if hedged else Stance.ASSERTED,
        specificity=Specificity.EVENT,
    )


def _places(line: Line, charge: Charge, recipients: Sequence[Party]) -> tuple[RolePlace, ...]:
    """Mark the finest place of what is alleged, else where the words were spoken; other names are no place of it."""
    accused = {r.country for r in recipients}
    claimed = [m for m in line.places if _may_be_claimed(line, m, charge, accused)]
    if not claimed and not elsewhere(line, charge.content_at):  # no town stands in for one that is not known
        claimed = [m for m in line.places if m.place and is_spoken_at(line, line.local(m)[0])]
    fine = min(claimed, key=_coarse, default=None)
    return tuple(RolePlace(m, Role.CLAIMED if m is fine else Role.OTHER) for m in line.places)


def is_spoken_at(line: Line, start: int) -> bool:
    """Whether the place that begins there is only where somebody spoke: "at a summit in Madrid"."""
    return bool(_SPOKEN.search(line.text, 0, start)) and not _OF_TALKS.search(line.text, 0, start)


def _coarse(mention: PlaceMention) -> tuple[bool, bool, int]:
    """Put a country last, and what stands only beside a noun ("the Baltic port of Liepaja") after the others."""
    is_country = mention.place is None or mention.place.kind is PlaceKind.COUNTRY
    return is_country, mention.cue is Cue.ATTRIBUTE, mention.start


def _content_end(line: Line, charge: Charge) -> int:
    """Find where the charge of an opening participle ends: "Accusing Y of Z, the president called for talks in X"."""
    opens = not line.text[: charge.start].strip("“\"' ") and charge.end > charge.start
    comma = line.text.find(", ", charge.content_at) if opens and charge.verb.endswith("ing") else -1
    return comma if comma > 0 else len(line.text)


def _is_its_site(line: Line, start: int, end: int) -> bool:
    """Whether a name says which site is meant where something was: "at its underground Natanz nuclear plant"."""
    return bool(_AT_ITS.search(line.text, 0, start) and _SITE_NEXT.match(line.text, end))


def _may_be_claimed(line: Line, mention: PlaceMention, charge: Charge, accused: set[str | None]) -> bool:
    start, end = line.local(mention)
    if mention.place is None or start < charge.content_at or start > _content_end(line, charge):
        return False
    if (_DOOR.match(line.text, end) or _OF_A_FORCE.match(line.text, end)) or (
        mention.place.kind is PlaceKind.CITY and _LAND_TAKEN.search(line.text, charge.content_at, start)
    ):
        return False
    if mention.cue is Cue.DEMONYM:
        return bool(_SOIL.match(line.text, end)) and not _HOSTS.search(line.text, charge.content_at, start)
    if _OF_TALKS.search(line.text, charge.content_at, start):
        return False
    if mention.place.country in accused and (
        mention.place.kind is PlaceKind.COUNTRY or (is_capital(mention) and mention.cue is not Cue.AT)
    ):  # a name of the accused
        return False
    if mention.cue is Cue.OWNER:
        return bool(_SOIL.match(line.text, end))
    if _SPEAKS_THERE.match(line.text, end) and _CLAUSE_OF_SPEAKER.search(line.text, charge.content_at, start):
        return False
    way = _WAY.search(line.text, 0, start)  # "a cable running from Helsinki to Tallinn" was cut at neither
    moved = not way and mention.cue in (Cue.TO, Cue.FROM) and mention.place.kind is not PlaceKind.COUNTRY
    return (
        moved
        or mention.cue in (Cue.AT, Cue.CONTAINER)
        or (mention.cue is Cue.NONE and is_site_of(line, mention))
        or (
            mention.cue is Cue.ATTRIBUTE
            and bool(
                _BESIDE.search(line.text, 0, start)
                or _ITS_ATTACK.match(line.text, end)
                or _is_its_site(line, start, end)
            )
        )
        or bool(_DONE_TO.search(line.text, charge.content_at, start))
        or (mention.cue is Cue.OBJECT and bool(_STRUCK.search(line.text, charge.content_at, start)))
        or (mention.cue is Cue.ATTRIBUTE and mention.place.kind not in (PlaceKind.CITY, PlaceKind.COUNTRY))
    )
