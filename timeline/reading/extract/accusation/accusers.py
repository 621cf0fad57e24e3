"""Who brings a charge: the party that stands where its verb has its subject, or whoever is meant there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.article import Zone
from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import Charge
from timeline.reading.extract.accusation.of_war import is_of_arms
from timeline.reading.extract.party.groups import is_world_body, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import SAID_ASIDE
from timeline.reading.extract.voice.sources import without_sources
from timeline.reading.extract.voice.speakers import TELLING, named_subject, party_in, phrase_start, seat_of
from timeline.reading.extract.voice.voices import OPENING_QUOTES, Voices, body_that_said
from timeline.reading.words import finder, phrases

_AT_HOME = finder(phrases("at_home"))
_HELPERS = re.compile(r"(?:\s+(?:has|have|had|also|then|later|again|in\s+turn|\w+ly))+$")
_WHERE = re.compile(r"\s(?:in|from|at|near|on|of|who|which|that)\s")
_NO_SUBJECT = frozenset(
    {"they", "he", "she", "it", "we", "you", "i", "this", "that", "these", "those", "which", "who", "there", "what"}
    | {"and", "but", "or", "as", "by", "in", "on", "at", "to", "of", "with", "from", "for", "after", "when", "while"}
    | {"not", "no", "nobody", "if", "some", "many", "others", "people", "everyone"}
)
_COMMA = re.compile(r",\s+")
_AS_IT_SAYS = re.compile(  # "six Chinese companies that it says supplied engines"
    r"(?:\s+[\w-]+){0,4}?\s+(?:that|which|who|whom)\s+(?:it|he|she|they)\s+(?:says?|said|accuses?|alleges?|believes?)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:\w+ly\s+|in\s+turn\s+)?$")
_WITH_WHOM = re.compile(
    r",\s+with\s+(?P<who>[^.;:“”\"]{3,100}?),?\s+$"
)  # "traded barbs, with X, the minister, accusing"
_AND = re.compile(r"\band\s+$", re.IGNORECASE)
_AND_THE = re.compile(r"\band\s+(?:the\s+)?$", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(r";|,\s+(?:while|but|and)\s|\b(?:while|who|whose)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|i)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|they)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_JOINED = re.compile(r",?\s+and\b", re.IGNORECASE)
_OWN = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}")
_BESIDES = re.compile(
    r",\s+(?:in|at|during|after|before|following|outside|from|with|like|unlike|alongside|joined\s+by|backed\s+by"
    r"|through|speaking|writing|addressing|meeting|visiting|who|which|whose|citing|quoting|amid)\s"
    r"[^,;:“”\"]{3,120},",
    re.IGNORECASE,
)
_ITS = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_WHICH = re.compile(  # "the government, which accuses Y of Z, said"
    r",\s+(?:which|who)\s+(?:has\s+|have\s+|had\s+|also\s+|\w+ly\s+)*$", re.IGNORECASE
)
_IS_NOUN = re.compile(r"\b(?:allegation|accusation|charge|claim)s?\b", re.IGNORECASE)
_WORDS = r"(?:statement|speech|interview|remarks|letter|post|address|briefing|message)"
_SPEECH_OF = re.compile(
    rf"(?P<who>[^,.;:“”\"]{{3,60}}?)['’]s?\s+(?:\w+\s+)?{_WORDS}\b[^.;]{{0,60}}?,?\s+in\s+which\s+[^,.;]{{0,60}}$", re.I
)
_IN_BRACKETS = re.compile(rf"\({_WORDS}\s+(?:by|of|with|from)\s+(?P<who>[^()]{{3,100}})\)", re.IGNORECASE)
_THROUGH = re.compile(  # "accused Y, through its foreign minister Z, of"
    r"\b(?:through|via|by\s+the\s+(?:mouth|voice)\s+of|in\s+the\s+person\s+of|represented\s+by|speaking\s+through)"
    r"\s+(?P<who>[^,;:“”\"()]{3,80})",
    re.IGNORECASE,
)
_LONG_NAME = 7  # words from which on only the head of a subject is told
_MOST_VERBS = 8  # of one sentence that are looked at


def accuser_of(line: Line, charge: Charge, named: Sequence[Named], own: Party | None, voices: Voices) -> Party | None:
    """Find who brings the charge; ``own`` is who speaks in the sentence. ``None`` where nobody can be told."""
    found = _accuser_of(line, charge, named, own, voices)
    if found is None or found.speaker:
        return found
    return _whose_words(line, charge, named, found) or found


def _whose_words(line: Line, charge: Charge, named: Sequence[Named], office: Party) -> Party | None:
    """Name whose words they are that a state or an office speaks: "in X's speech, in which the minister accused Y",
    "Ukraine accuses Y of Z (statement by X)", "Ukraine accused Y, through its minister X, of Z".
    """
    speech = _SPEECH_OF.search(line.text, 0, charge.start)
    bracket = _IN_BRACKETS.search(line.text, charge.end)
    through = _THROUGH.search(line.text, 0, charge.content_at)
    found = next((m for m in (speech, bracket, through) if m), None)
    span = found.span("who") if found else None
    who = party_in(line, named, *span) if span else None
    own = who and who.speaker and (who.country is None or who.country == office.country)
    return Party(who.name, who.country or office.country, who.speaker) if own and who else None


def _accuser_of(line: Line, charge: Charge, named: Sequence[Named], own: Party | None, voices: Voices) -> Party | None:
    if charge.accuser is not None:
        return charge.accuser
    if charge.verb in ("said", "evidence") or charge.content_at == 0:
        return _of_words(line, charge, named, own, voices)
    accused = {side(r) for r in charge.recipients}
    own = own if own and side(own) not in accused else None
    named = _without_asides(line, named, charge.start)
    start = phrase_start(line.text, charge.start)
    if _PRONOUN.search(line.text, start, charge.start):  # "over what it called": the subject of the sentence
        others = [n.party for n in named if n.end <= charge.start and side(n.party) not in accused]
        here = own or next(iter(others), None)
        return here or voices.meant(line, start, charge.start, charge.recipients)
    opens = _COMMA.search(line.text, charge.end) if not line.text[: charge.start].strip("“\"' ") else None
    if opens:  # "Accusing Moscow of sabotage, Warsaw closed ..."
        return next((n.party for n in named if n.start >= opens.end()), None)
    if own is not None and _AND.search(line.text, 0, charge.start):  # "the army said it was ready and accused ..."
        return own
    if _are_private(line, named, start, charge.start):
        return _in_their_words(line, start, charge.start, accused) if is_of_arms(line, charge) else None
    if beside := _beside_the_main_clause(line, charge, named, voices):
        return beside
    if _ASIDE.search(line.text, 0, charge.start) and line.text[: charge.end].lower().endswith("ing"):
        return own or next((n.party for n in named if n.end <= charge.start), None)  # "X ..., calling it terrorism"
    subject = _opening_subject(line, named, charge) or party_in(line, named, start, charge.start)
    meant = voices.meant(line, start, charge.start, charge.recipients)
    subjects = (
        subject if subject and (subject.country or subject.speaker or is_world_body(subject)) else None,
        meant if meant and (meant.country or meant.speaker) else None,
        subject,
        party_in(line, named, 0, charge.start),
        meant,
        None
        if line.zone is Zone.HEADLINE and _IS_NOUN.search(line.text, charge.start, charge.end)
        else named_subject(line, charge.start),
        own,
    )
    found = next((party for party in subjects if party and side(party) not in accused), None)
    if found or line.zone is Zone.HEADLINE:
        return found
    told = _in_their_words(line, start, charge.start, accused)
    return told if told and (told.country or is_of_arms(line, charge)) else None


def _beside_the_main_clause(line: Line, charge: Charge, named: Sequence[Named], voices: Voices) -> Party | None:
    """Find who accuses in a clause of its own: "the government, which accuses Y", "with X, the chief, accusing Y"."""
    if which := _WHICH.search(line.text, 0, charge.start):
        begin = phrase_start(line.text, which.start())
        who = party_in(line, named, begin, which.start())
        return who or voices.called(line, begin, which.start(), charge.recipients)
    beside = _WITH_WHOM.search(line.text, 0, charge.start)
    return party_in(line, named, *beside.span("who")) if beside else None


def _opening_subject(line: Line, named: Sequence[Named], charge: Charge) -> Party | None:
    """Find who opens a sentence with two verbs: "X appealed for help after Y's raids and accused Y of murder"."""
    if not _AND.search(line.text, 0, charge.start) or _OTHER_SUBJECT.search(line.text, 0, charge.start):
        return None
    return next((n.party for n in named if line.text[: n.start].strip("“\"' ").lower() in ("", "the")), None)


def _without_asides(line: Line, named: Sequence[Named], end: int) -> Sequence[Named]:
    """Leave out who is named beside the subject: ", in a letter to his Eritrean counterpart,"."""
    asides = [m.span() for m in _BESIDES.finditer(line.text, 0, end)]
    return [n for n in without_sources(line, named) if not any(a <= n.start and n.end <= b for a, b in asides)]


def _are_private(line: Line, named: Sequence[Named], start: int, end: int) -> bool:
    """Whether farmers or critics accuse, though a state is named beside them: "farmers in X", "X's critics"."""
    private = _AT_HOME.search(line.text, start, end)
    before = [n for n in named if private and start <= n.start and n.end <= private.start()]
    if private is None or any(is_world_body(n.party) for n in named):
        return False
    if any(private.end() <= n.start < end and _AND_THE.search(line.text, private.end(), n.start) for n in named):
        return False  # "relatives of the dead and the Ukrainian authorities accused"
    between = line.text[before[-1].end : private.start()] if before else ""
    return not before or bool(_OWN.fullmatch(between) and not _JOINED.match(between))  # "Y and activists"


def _in_their_words(line: Line, start: int, end: int, accused: set[str]) -> Party | None:
    """Take those who are no side by what they are called: "relatives and activists", "In Tunis, the evening news"."""
    said = _HELPERS.sub("", " ".join(line.text[start:end].strip(' “"').split()))
    where = _WHERE.search(said)
    said = said[: where.start()] if where and len(said.split()) > _LONG_NAME else said
    words = said.split()
    if not words or len(words) > _LONG_NAME or words[0].lower() in _NO_SUBJECT or not words[-1][-1].isalpha():
        return None
    country = seat_of(line, start, end)
    return Party(said[:1].upper() + said[1:], None if country in accused else country)


def _of_words(line: Line, charge: Charge, named: Sequence[Named], own: Party | None, voices: Voices) -> Party | None:
    """Find whose words they are that bring the charge: who speaks, whoever a quotation goes on from."""
    accused = {side(r) for r in charge.recipients}
    if own is not None and side(own) not in accused:
        return own
    if aside := SAID_ASIDE.search(line.text):
        others = [n.party for n in named if n.end <= aside.start() and side(n.party) not in accused]
        its = _ITS.match(aside["who"]) and next(iter(others), None)
        return its or voices.called(line, *aside.span("who"), charge.recipients) or voices.speaker
    relative = charge.verb == "said" and _AS_IT_SAYS.match(line.text, charge.end)
    if (charge.verb == "evidence" or relative) and (ahead := party_in(line, named, 0, charge.start)):
        return ahead
    verbs = [m.start() for m in TELLING.finditer(line.text)][-_MOST_VERBS:]
    for verb in (at for at in reversed(verbs) if not line.quoted(at)):
        start = phrase_start(line.text, verb)
        before = [n.party for n in named if n.end <= verb]
        if before and _IT.search(line.text, start, verb):
            return before[0]
        if (others := [p for p in before if side(p) not in accused]) and _PRONOUN.search(line.text, start, verb):
            return others[0]
        if found := voices.meant(line, start, verb, charge.recipients) or named_subject(line, verb):
            return found
    if body := body_that_said(line.text):
        return body
    return voices.speaker if line.text.startswith(OPENING_QUOTES) else voices.writer
