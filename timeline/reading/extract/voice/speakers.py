"""Who speaks in a sentence: the party beside the verb of saying, before a colon, or told by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.place import Cue
from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.party.parties import force_in, is_capital
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import SAID_ASIDE
from timeline.reading.extract.voice.sources import is_of_a_place, without_sources
from timeline.reading.words import Cues, finder, of_class, openers, phrases, words_in

_SPEECH = of_class("accusation_cues", "speech", "allege", "according")
SAYING = finder(_SPEECH)
TELLING = Cues(of_class("accusation_cues", "speech", "allege", "according", "finding"))
_FINDING = finder(of_class("accusation_cues", "finding"))
_OPENERS = {SAYING: openers(_SPEECH), _FINDING: openers(of_class("accusation_cues", "finding"))}
_ACCORDING = finder(of_class("accusation_cues", "according"))
HEADLINE_SPEAKER = re.compile(r":\s+\S+(?:\s+\S+){0,2}$")  # "... helps Russia: Kyiv"
_LAST_WORDS = re.compile(  # "..., says Tirana", "... on Monday, said the foreign ministry in Kyiv."
    r"[,”\"’']\s+(?:says|said|claims|claimed|alleges|alleged|charges|warns|according\s+to)\s+"
    r"(?P<who>(?!.*\b(?:is|was|are|were|has|have|had|will|would|\w+ed|\w+ing)\b)[^,;:“”\"]{2,60}?)\.?$"
)
_ATTRIBUTED_LAST = re.compile(  # "..., the cabinet in Riga said on Friday."
    rf",\s+(?P<who>(?:the|an?|its|their)\s+[^,;:“”\"]{{2,80}}?)\s+(?:{SAYING.pattern})"
    r"(?:\s+(?:on|in|at|late|early|today|yesterday)\b[^,;:“”\"]{0,60})?\s*\.?\s*$",
    re.IGNORECASE,
)
_SIGNED_QUOTATION = re.compile(  # "“Y is arming rebels,” Moldova's prime minister Ion Rusu, 11 January."
    r"[”\"]\s*[,–—-]?\s*(?P<who>(?!.*\b(?:is|was|are|were|has|have|had|who|\w+ed|\w+ing)\b)[^;:“”\"]{5,120}?)\s*\.?$"
)
_GOING_ON = re.compile(
    r"(?:,|\b(?:after|before|by|while|in))\s+$", re.IGNORECASE
)  # "closed the consulate after concluding"
_OPENING_NAME = re.compile(r"(?:The\s+)?((?:[A-Z][\w'’&-]+\s+(?:for\s+|of\s+|and\s+|the\s+)?){1,6})")
_TOLD_BY = re.compile(r"\b(?:was|were|been)\s+(?:told|informed|warned)\s+by\s+(?:the\s+)?", re.IGNORECASE)
_PRESENTED_BY = re.compile(  # a paper speaks for whoever hands it in: "the dossier was presented by X. It says that"
    r"\b(?:dossier|letter|complaint|statement|paper|note|memorandum|document|petition|lawsuit|speech|post|message"
    r"|motion|appeal)\b[^.;:“”\"]{0,60}?\b(?:presented|submitted|filed|signed|written|issued|sent|delivered|lodged"
    r"|handed\s+(?:over|in)|read\s+out|posted)\b[^.;:“”\"]{0,40}?\bby\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ROSE_TO = re.compile(
    r"(?:rose|stood\s+up|got\s+up|went\s+on|took\s+the\s+floor|stepped\s+forward|was\s+(?:quick|first))\s+to\s+"
)
_MEDIA = finder(phrases("news_media"), exact_case=True)
_NO_NAME = frozenset(
    {
        *phrases("small_words"),
        *("at", "in", "on", "by", "as", "if", "the", "a", "an", "for", "and", "but", "this", "that", "its", "new"),
    }
)
_SPEAKER_NAMED = re.compile(  # whoever else is named right before the verb: "Amnesty International said"
    r"(?:^|[\s“\"(])(?!(?:But|And|So|Yet|The|In|On|At|Meanwhile|However|Earlier|Later)\b)"
    r"((?:[A-Z][\w'’&-]*)(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z][\w'’&-]*){0,5})"
    r"(?:\s+(?:on\s+\w+|has|have|had|also|later|again|himself|herself|itself|\w+ly))*\s+$"
)
_OF_ANOTHER = re.compile(  # "the embassy in X", "the UN Commission of Inquiry on X"
    r"\b(?:commission|inquiry|mission|panel|experts?|group|committee|rapporteur|envoy|office|tribunal)\s+"
    r"(?:on|for|to|into)\s+(?:the\s+)?$|\b(?:embassy|ambassador|envoy|mission|consulate|diplomats?)\s+(?:in|to)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_NAME_NEXT = re.compile(r",\s+[A-Z][\w'’-]+(?:\s+[\w'’-]+){0,2}?(?=,|\s+(?:on|in|who|said)\b|\.|$)")
_LONG_NAME = 3  # words from which on a name may begin with a small word
_LABEL = 160  # characters in which the colon after a speaker's name and office stands
_MOST_VERBS = 8  # of one sentence that are looked at; a longer row of them says nothing
_SHORT_LABEL = 30  # characters of the speaker before a headline's colon
_PHRASE_ENDS = re.compile(  # the dot of a title ends nothing: "said Gen. Carlos Lemus"
    r"[;:“”\"]|,\s+(?!an?\s|the\s|from\s)|(?<!\bGen)(?<!\bCol)(?<!\bMaj)(?<!\bCapt)(?<!\bBrig)(?<!\bAdm)(?<!\bCmdr)"
    r"(?<!\bSgt)(?<!\bLt)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<!\bSt)\.(?:\s|$)"
    r"|\sthat\s"
)
_OFFICE = re.compile(
    r"\b(?:the|an?)\s+(?:(?:foreign|defen[cs]e|interior|information|prime|deputy|government|ministry)\s+)*"
    r"(?:minister|ministry|spokes(?:man|woman|person)|government|officials?|authorities|president)\b"
    r"|\b(?:(?:government|military|security|intelligence|senior)\s+)*"
    r"(?:officials|authorities|prosecutors|investigators|diplomats|ministers)(?=\s+in\s)",
    re.IGNORECASE,
)
_OFFICE_IN = re.compile(
    r"\b(?P<who>(?:prosecutors?|police|investigators|detectives)\s+in)\s+(?:the\s+)?$", re.IGNORECASE
)
_OPENS_IN = re.compile(r"(?:[^,]{0,30}[:,]\s+)?In\s+")
_BEFORE_OFFICE = re.compile(r"(?:\s+on\s+\w+)?,\s*")
_OFFICIALS = re.compile(
    r"\b(?:officials|authorities|government|ministry|prosecutors|customs|police)\b[^,;:]{0,30}$", re.IGNORECASE
)

_HE = re.compile(r"\b(?:he|she)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_JOINED = re.compile(r"^(?:but|and|while|though)\s+", re.IGNORECASE)
_HELPERS = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|also|later|then|again|\w+ly))+$"
)  # "the government has" accused


def speaker_of(line: Line, named: Sequence[Named], before: Party | None) -> Party | None:
    """Find who speaks in the line: who stands beside the verb of saying; "he" is the last speaker or person."""
    colon = HEADLINE_SPEAKER.search(line.text) if line.zone is Zone.HEADLINE else None
    if colon:
        seat = seat_in(line, colon.start(), len(line.text))
        return party_in(line, named, colon.start(), len(line.text)) or next(iter(seat), None)
    named = without_sources(line, named)
    if aside := SAID_ASIDE.search(line.text):  # "Ankara, said their envoy, was arming"
        return party_in(line, named, aside.start("who"), source_end(line.text, aside.start("who")))
    if (closing := _ATTRIBUTED_LAST.search(line.text)) and not line.quoted(closing.start("who")):
        return _party_or_seat(line, named, *closing.span("who"))
    if found := _last_words(line, named) or _told_by(line, named) or _of_verbs(line, named, before, SAYING):
        return found
    return before_a_colon(line, named) or _of_verbs(line, named, before, _FINDING)


def _last_words(line: Line, named: Sequence[Named]) -> Party | None:
    """Read the speaker on whom a sentence ends: "Iran behind cyberattack, says Albania", "“...,” President X."."""
    if last := _LAST_WORDS.search(line.text):
        return _party_or_seat(line, named, last.start("who"), len(line.text))
    signed = _SIGNED_QUOTATION.search(line.text)
    who = party_in(line, named, *signed.span("who")) if signed and not says(signed["who"]) else None
    return who if who and who.speaker else None


def _of_verbs(line: Line, named: Sequence[Named], before: Party | None, verbs: re.Pattern[str]) -> Party | None:
    """Find who stands beside a verb of saying, the last one first."""
    if _OPENERS[verbs].isdisjoint(words_in(line.text)):
        return None
    for match in reversed(list(verbs.finditer(line.text))[-_MOST_VERBS:]):
        if line.quoted(match.start()):
            continue
        if _ACCORDING.match(line.text, match.start()):
            return party_in(line, named, match.end(), source_end(line.text, match.end()))
        start = phrase_start(line.text, match.start())
        going_on = match.group().lower().endswith("ing") and _GOING_ON.search(line.text, 0, match.start())
        if going_on and (subject := _opening_subject(line, named)):
            return subject
        found = party_in(line, named, start, match.start())
        if found:
            return found
        if he := _HE.search(line.text, start, match.start()):
            return _only_person(line, named, he.start()) or before
        found = party_in(line, named, match.end(), source_end(line.text, match.end()))
        if found and found.speaker:
            return found
    return None


def _only_person(line: Line, named: Sequence[Named], end: int) -> Party | None:
    """Find whom "he" means in a sentence that has named one person: "To President X it is murder, and he said"."""
    ahead = [n for n in named if n.party.speaker and n.end <= end and not line.quoted(n.start)]
    owns = any(line.text.startswith(("'", "’"), n.end) for n in ahead)
    return ahead[0].party if len({n.party.speaker for n in ahead}) == 1 and not owns else None


def source_end(text: str, start: int) -> int:
    """Step on over a name set off by a comma: "according to Mali's army spokesman, Issa Barry, ..."."""
    end = phrase_end(text, start)
    name = _NAME_NEXT.match(text, end)
    return name.end() if name else end


def before_a_colon(line: Line, named: Sequence[Named]) -> Party | None:
    """Read the speaker of "Taras Melnyk, foreign minister, on Sunday: Russia has ...", "Kyiv: Moscow using ..."."""
    colon = line.text.find(": ", 0, _LABEL)
    alone = line.zone is Zone.HEADLINE and 0 < colon <= _SHORT_LABEL
    find = _party_or_seat if alone else party_in
    found = find(line, named, 0, colon) if colon > 0 else None
    return found if found and (found.speaker or alone) else None


def says(text: str) -> bool:
    """Whether anybody is said to speak in the text."""
    return bool(SAYING.search(text))


def phrase_start(text: str, end: int) -> int:
    """Step back over an apposition to where the speaker's noun phrase begins: "Oleh X, from Y's agency, revealed"."""
    marks = [m.end() for m in re.finditer(r"[,;:“”\"]\s*|\bthat\s", text[:end])]
    if len(marks) >= 2 and text[:end].rstrip().endswith(","):
        return marks[-3] if len(marks) >= 3 else 0
    if len(marks) >= 2 and _ROSE_TO.fullmatch(text, marks[-1], end):  # "X, the minister, rose to say"
        return marks[-3] if len(marks) >= 3 else 0
    if marks and re.match(r"(?:an?|the|from|of|who)\s", text[marks[-1] : end]) and len(marks) >= 2:
        return marks[-2]
    return marks[-1] if marks else 0


def phrase_end(text: str, start: int) -> int:
    """Step on to where the noun phrase that begins at ``start`` ends."""
    closing = _PHRASE_ENDS.search(text, start)
    return closing.start() if closing else len(text)


def party_in(line: Line, named: Sequence[Named], start: int, end: int) -> Party | None:
    """Make one party of what stands in the stretch: a person, with the country or body beside the name."""
    inside = [n for n in named if start <= n.start and n.end <= end]
    person = next((n.party for n in reversed(inside) if n.party.speaker), None)
    states = [n for n in reversed(inside) if not n.party.speaker]
    others = [n.party for n in states if not _OF_ANOTHER.search(line.text, 0, n.start)] or [n.party for n in states]
    state = next((p for p in others if p.country or is_group(p)), next(iter(others), None))  # "Russia's UN envoy"
    if person:
        of_rebels = state is not None and is_group(state) and any(_is_state_of(n.party, state) for n in named)
        country = person.country or (state.country if state and not of_rebels else None)
        return replace(person, country=country)
    if state:
        own = next((n for n in inside if n.party == state), None)
        office = own and _OFFICE_IN.search(line.text, start, own.start)
        return replace(state, name=f"{office['who']} {state.name}") if office else state
    office = _OFFICE.search(line.text, start, end)
    seat = office and seat_of(line, start, end)
    if office and seat:
        return Party(office.group(), seat)
    force = force_in(line, start, end)
    if not force and _OFFICIALS.search(line.text, start, end):
        said = " ".join(line.text[start:end].rstrip(" ,").rpartition(", ")[2].split())
        force = _HELPERS.sub("", _JOINED.sub("", said))
    return Party(force, None) if force else None


def _is_state_of(party: Party, group: Party) -> bool:
    """Whether a party is the state in which an armed group fights: whoever speaks for the group is not its man."""
    return party.country == group.country and not (party.speaker or is_group(party))


def _party_or_seat(line: Line, named: Sequence[Named], start: int, end: int) -> Party | None:
    """Find the party of a stretch where nothing but a speaker stands: a capital there is its government."""
    return party_in(line, named, start, end) or government_in(line, start, end)


def government_in(line: Line, start: int, end: int) -> Party | None:
    """Take the first capital in a stretch for its government, where nothing else stands: "from Kyiv that"."""
    capitals = (p for p in line.places if start <= line.local(p)[0] < end and is_capital(p))
    return next((Party(p.said, p.place.country) for p in capitals if p.place), None)


def _opening_subject(line: Line, named: Sequence[Named]) -> Party | None:
    """Find the subject of a sentence that goes on ", saying that ...": the name with which it begins."""
    name = _OPENING_NAME.match(line.text)
    if name is None or name[1].split()[0].lower() in _NO_NAME:
        return None
    known = next((n for n in named if n.start < name.end() and n.end > name.start(1)), None)
    if known is None:
        return Party(name[1].strip(), None)
    holder = next((n.party for n in named if n.start > known.start), known.party)
    return holder if holder.speaker and holder.country == known.party.country else known.party


def _told_by(line: Line, named: Sequence[Named]) -> Party | None:
    """Read "Y was told by X that ...", "the dossier was presented by X"."""
    if "by" not in words_in(line.text):
        return None
    told = _TOLD_BY.search(line.text) or _PRESENTED_BY.search(line.text)
    return party_in(line, named, told.end(), phrase_end(line.text, told.end())) if told else None


def named_subject(line: Line, verb: int) -> Party | None:
    """Take whoever else is named right before the verb, no news outlet: "Airwars accused", "Airwars has"."""
    subject = _SPEAKER_NAMED.search(line.text, 0, verb)
    if subject is None or _MEDIA.search(subject[1]) or is_of_a_place(line.text, subject.start(1)):
        return None
    if seat := government_in(line, *subject.span(1)):
        return seat
    words = subject[1].lower().removeprefix("the ").split()
    named = words and (words[0] not in _NO_NAME or len(words) >= _LONG_NAME)  # "Northern Civil Rights Forum"
    return Party(subject[1], None) if named else None


def seat_of(line: Line, start: int, end: int) -> str | None:
    """Find the country in whose capital an office speaks: "a spokesman in Ankara", "In Tehran, the minister"."""
    for mention in line.places:
        at, to = line.local(mention)
        opens = to <= start and _OPENS_IN.fullmatch(line.text, 0, at) and _BEFORE_OFFICE.fullmatch(line.text, to, start)
        if mention.cue is Cue.AT and mention.place and is_capital(mention) and (opens or start <= at < end):
            return mention.place.country
    return None


def seat_in(line: Line, start: int, end: int) -> tuple[Party, ...]:
    """Take a government named through its seat: "the administration in Washington"."""
    for mention in line.places:
        at, to = line.local(mention)
        if start <= at and to <= end and mention.place and is_capital(mention):
            return (Party(line.text[start:end].strip(" :"), mention.place.country),)
    return ()
