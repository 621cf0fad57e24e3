"""Strikes that a sentence only recalls: mourned, marked, judged, exhibited, rebuilt after. Its day is not theirs.

"Kyiv marked on Saturday the third anniversary of the missile strike on Kramatorsk." "A man was jailed on Monday for the
bombing of a station." "The bakery, rebuilt after a shell hit it, reopened on Monday."
"""

from __future__ import annotations

import re

from geo.place import PlaceKind
from timeline.reading.extract.day.dating import may_date
from timeline.reading.extract.day.other_scenes import MEN_ACCUSED
from timeline.reading.extract.force.act import Act, without_times
from timeline.reading.extract.force.force import HARMED
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.when import TimeMention

_TRIED = (
    r"(?:jailed|sentenced|convicted|charged|arrested|extradited|tried(?!(?:\s+[\w.,]+){0,4}\s+to\s+[a-z])"
    r"|acquitted|indicted|wanted|imprisoned|executed|hanged|on\s+trial"
    r"|pleaded\s+guilty|found\s+guilty)\b[^.;:]*\b(?:for|over|of|with|in\s+connection\s+with)\s"
)
_SUSPECTED = (
    r"(?:charged|convicted|indicted|tried(?!(?:\s+[\w.,]+){0,4}\s+to\s+[a-z])|acquitted|implicated|suspects?"
    r"|suspected|witness(?:es)?)\b[^.;:]{0,60}\bin\s(?:the|an?|that|those|last)\s"
)
_MARKED = (
    r"(?:mourn(?:ed|s|ing|ers)?|commemorat\w+|remember(?:ed|s|ing)?|honou?r(?:ed|s|ing)|tributes?|memorials?"
    r"|monuments?|vigils?|wreaths?|candles|bells|flowers|silence|anniversar(?:y|ies)|in\s+memory)\b[^.;:]*\b"
    r"(?:of|to|for|on|in|after|when|since)\s"
)
_TOLD_OF = (
    r"(?:inquest|inquiry|jury|trial|tribunal|exhibitions?|museum|documentary|film|book|novel|play|memoirs?|report)"
    r"\b[^.;:]*\b(?:heard|hears|told|tells|shows?|about|on|into|how|of)\s"
)
_TRACED = (  # "wire found after the bombing matches": what is news is the wire
    r"(?:evidence|traces|residue|fragments|pieces|parts|fibres|fingerprints|dna|samples|remains|nails|wires?|clues)"
    r"\b[^.;:]{0,40}?\b(?:found|recovered|collected|used|gathered|taken|lifted)\s+(?:in|at|from|after|during|near)"
    r"\s(?=.*\b(?:match\w*|identical|similar|linked|traced|consistent|tie[sd]?)\b)"
)
_MENDED = (  # but "bodies were recovered from the school that was hit"
    r"(?:rebuilt|repaired|restored|reopened|recovering|(?<!were\s)(?<!was\s)(?<!been\s)recovered)\s+"
    r"(?:after|since|from)\s"
)
_OF_WOUNDS = (  # "died on Sunday of wounds from the blast": of what day that was
    r"(?:of|from|to)\s+(?:[\w-]+\s+){0,3}?(?:wounds|injuries|burns)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:from|in|by|during|when|after)\s"
)
_KIN = r"(?:families|relatives|survivors)\s+of\s"
_OF_WHOM = r"whose\s+(?:[\w-]+\s+){1,4}?(?:was|were|had\s+been)\s"
_LONG_AFTER = r"(?<!last\s)(?<!this\s)(?<!that\s)(?<!same\s)(?:months?|years?|decades?)\s+(?:after|since)\s"
_RECALL = re.compile(
    rf"\b(?:{_TRIED}|{_SUSPECTED}|{_MARKED}|{_TOLD_OF}|{_TRACED}|{_MENDED}|{_KIN}|{_OF_WOUNDS}|{_OF_WHOM}"
    rf"|{_LONG_AFTER})",
    re.IGNORECASE,
)
_AVENGED = re.compile(
    r"\W*(?:blaming|avenging|(?:furious|angry|enraged|outraged|angered)\s+(?:at|over|by))\s", re.IGNORECASE
)
_ASIDE = re.compile(r",\s+(?:\w+ly\s+|once\s+)?$")
_CHARGED = re.compile(r"charg\w+\s+", re.IGNORECASE)
_HEARD_THEN = re.compile(r",?\s+(?:that|how)\s")
_HURT_IN_IT = re.compile(r"\b(?:wounded|injured|hurt)\s+(?:in|by|during)\s[^,;:]{0,60}$", re.IGNORECASE)
_DIED_LATER = re.compile(  # "those hurt in the bombing succumbed on Friday": they were hurt on another day
    r"(?:(?!\s(?:and|while|but|when)\s)[^,;:]){0,60}?\s(?P<died>succumbed|(?:has\s+|have\s+)?(?:since\s+)?died"
    r"|passed\s+away)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r",?\s+when\s", re.IGNORECASE)
_WHERE = re.compile(r",?\s+(?:where|in\s+which)\s[^,;:]*$", re.IGNORECASE)  # up to a day: "where nine died last week"
_CLOSED = re.compile(r"[^,;]*,\s+(?:was|were|is|has|have|had|will|re\w+ed|opened)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"[,;]|\b(?:met|gathered|reopened|opened|spoke|rallied|marched|protested|heard|voted|was|were)\b", re.IGNORECASE
)


def recalls_act(line: Line, act: Act) -> tuple[int, int] | None:
    """Say by which words (local offsets) the sentence only recalls the act; ``None`` where it reports it."""
    aside = act.passive and _ASIDE.search(line.text, 0, act.start) and _CLOSED.match(line.text, act.end)
    if aside:
        return act.start, act.start
    if (died := _died_of_it(line, act)) is not None:
        return act.start, died
    recall = _RECALL.search(line.text, 0, act.start)
    return recall.span() if recall and not names_a_country(line, recall.span()) else None


def _died_of_it(line: Line, act: Act) -> int | None:
    """Say from where on a sentence tells of those who were hurt in it, and died of that later."""
    died = _DIED_LATER.match(line.text, act.end)
    return died.start("died") if died and _HURT_IN_IT.search(line.text, 0, act.start) else None


def names_a_country(line: Line, charge: tuple[int, int]) -> bool:
    """Whether a country is what is charged: "charged Russia with" is the word of a rival, not of a court."""
    lands = (line.local(p)[0] for p in line.places if p.place and p.place.kind is PlaceKind.COUNTRY)
    return any(_CHARGED.fullmatch(line.text, charge[0], at) for at in lands if at < charge[1])


def day_of_recalled(line: Line, act: Act, recall: tuple[int, int]) -> TimeMention | None:
    """Find the day that stands with an act which is only recalled, or with its dead: "who died on 3 March when"."""
    closes = _ENDS.search(_without_names(line), act.end)
    end = closes.start() if closes else len(line.text)
    later = _died_of_it(line, act)
    for mention in line.times:
        at, to = line.local(mention)
        if later is not None:
            if to <= later and may_date(line, mention):
                return mention
            continue
        pinned = _WHEN.match(line.text, to) or HARMED.search(line.text, recall[0], at)
        own = at >= recall[1] or (at >= recall[0] and pinned)
        died = _WHERE.search(line.text, act.end, at)
        close = to <= end or (died and HARMED.search(line.text, died.start(), at))
        told_then = to <= act.start and _HEARD_THEN.match(line.text, to)  # "an inquest heard yesterday that"
        if own and close and not told_then and may_date(line, mention):
            return mention
    return None


def told_in_passing(draft: Draft) -> bool:
    """Whether a strike only says who somebody is, or why he struck back: "the man accused of", "blaming Y for"."""
    text = draft.part.text
    return bool(MEN_ACCUSED.search(text, 0, draft.act) or _AVENGED.match(text))


def _without_names(line: Line) -> str:
    """Give the sentence with its days blanked out, and its places with the commas around them."""
    text = without_times(line, 0, len(line.text))
    for at, to in map(line.local, line.places):
        start = at - len(", ") if text[:at].endswith(", ") else at
        end = to + 1 if text.startswith(", on ", to) or text.startswith(", in ", to) else to
        text = text[:start] + " " * (end - start) + text[end:]
    return text
