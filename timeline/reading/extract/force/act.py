"""One act of force as a sentence tells it, and the grammar of its verb: voice, tense and clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.place import Cue
from timeline.article import Zone
from timeline.event import Stance
from timeline.reading.extract.force.force import ARMS, FORCES, GERUND, PRESENT, WEAPON
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.sentence.line import Line

NOT_FINITE = frozenset(
    ["a", "an", "the", "direct", "to", "will", "would", "could", "may", "might", "can", "not", "never", "without"]
)
NOUNS_TOO = frozenset({"strikes", "attacks", "raids", "blasts", "targets", "shells", "bombs", "mortars", "rockets"})
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|getting)\s+(?:(?:\w+ly|also|too|last|first|again|once|twice|then|later"
    r"|itself|likewise|both|all|each|soon|now)\s+)?$",
    re.IGNORECASE,
)
_ON_GOING = frozenset({"is", "are", "was", "were", "been", "keep", "keeps", "kept", "began", "started"})
_AT_PRESENT = re.compile(
    r"\b(?:is|are|was|were)\s+(?:now|currently|still|again|also|already|at\s+(?:this|the)\s+moment|right\s+now"
    r"|at\s+present|even\s+now|as\s+(?:we|I)\s+(?:speak|write))\s+$",
    re.IGNORECASE,
)
_IS = frozenset({"be", "been", "being", "are", "were", "become", "remain", "as"})  # "will be targets", "seen as raids"
_OWNS_UP = frozenset({"reported", "reports", "claimed", "claims", "admitted", "admits", "acknowledged", "confirmed"})
_MEANS = frozenset({"using", "employing", "deploying"})  # what is used may be used anywhere
_CHARGED = re.compile(
    r"\b(?:accus|blam|suspect)(?:e|es|ed|ing)?\s+[^,.;:]{1,60}\s(?:of|for)\s+(?:having\s+)?$", re.IGNORECASE
)
_NO_OBJECT = re.compile(r"\s*(?:$|(?:to|of|for|from|worth|by|says?|said|kill\w*)\b)", re.IGNORECASE)  # "sent shells to"
AGENT = re.compile(  # nobody is one of "by mistake", "by night"
    r"\s+by\s+(?!(?:mistake|accident|error|chance|design|surprise|night|day|dawn|dusk|noon|midday|midnight|then|now"
    r"|the\s+time|\w+day)\b)([^,;:]{1,60})",
    re.IGNORECASE,
)
_PRONOUN = re.compile(  # of a force, or of a weapon that another sentence names
    r"\b(?:it|they|another|others|(?:a|the)\s+(?:first|second|third|fourth|other)(?:\s+one)?|one\s+of\s+them"
    r"|^\W*(?:one|two|three|four|five|some|most)|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)"
    r"\s+(?:more|others?|(?:air\s+|aerial\s+)?targets?))\s+(?:also\s+)?(?:ha[sd]\s+|have\s+)?$",
    re.IGNORECASE,
)
_THEY_ALSO = re.compile(r"\W*(?:they|it)\s[^.;:]*\band\s+(?:this\s+time|then|later|also)\s+$", re.IGNORECASE)
AMONG_THEM = re.compile(  # one is told of many: "drone strikes, among them an attack in May"
    r"\b(?:among\s+(?:them|these)|including|most\s+recently|notably)\s+(?:an?|the|one)\s+"
    r"(?!(?:series|wave|string)\b)(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FACT = re.compile(  # before a verb in its plain form: "saw two drones hit", "managed to shell", "did it fall"
    r"\bdid\s+(?:(?!(?:not|never|nothing|little|to)\b)[\w'’-]+\s+){0,5}$"
    r"|\b(?:saw|seen|seeing|heard|hearing|watch(?:ed|ing)|felt|witnessed|filmed)\s+(?:(?:an?|the)\s+)?"
    r"(?:(?!(?:to|that|which|who|before|when|as|until|but)\b)[\w-]+\s+){1,6}$"
    r"|(?<!never\s)(?<!not\s)\b(?:began|begun|started|managed|contrived|proceeded|went\s+on"
    r"|(?:was|were|been)\s+able)\s+to\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_UNSEEN = re.compile(  # ahead in its clause: "nobody saw a missile hit"; "not only did it hit" is a fact
    r"(?:\b(?:nobody|no\s+one|no(?!\s+sooner\b)|none|nothing|never(?!\s+(?:before|since)\b.*\bdid\b)|nowhere|nor"
    r"|neither|hardly|scarcely|rarely|(?<!\ba\s)(?:few|little)|not(?!\s+(?:only|until|since)\b)|cannot|without)"
    r"|n['’]t)\b(?!.*(?:[;:,]|\b(?:but|and|when|until|(?<!never\s)before|as|because|though|although)\s))",
    re.IGNORECASE,
)
_MOMENT = re.compile(  # "the clip shows the moment a drone falls on a mill"
    r"\b(?:moment|instant|second)\s+(?:when\s+|that\s+|at\s+which\s+)?(?:an?|the|one|two|three)\s+(?:[\w-]+\s+){1,4}$",
    re.IGNORECASE,
)
_SUCCEEDED = re.compile(r"\bsucceed(?:ed|s)\s+in\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_WORDS = 30  # characters that the name of a weapon fits in
_CLAUSE = re.compile(r"[;:]|\s[-–—]\s|,\s+(?:and|but|while|which|who|where|after|as)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """The words in a sentence that report force: local offsets, sub-kind, and how they are said."""

    start: int
    end: int
    sub_kind: str
    verb: bool
    plural: bool
    passive: bool
    refers_back: bool
    object_at: int  # where the words for what was hit begin
    intercepted: bool = False  # shot down: the doer of the verb is not who attacked
    salvo: bool = False  # several weapons sent: against a whole country they are counted, not one strike of them
    stance: Stance = Stance.ASSERTED


def is_passive(line: Line, match: re.Match[str]) -> bool:
    """Whether the verb is passive: after "was", or before "by"."""
    agent = AGENT.match(line.text, match.end())
    if agent is None and match.group().split()[0].lower() in GERUND:
        return False  # "is shelling"
    return bool(agent or PASSIVE.search(line.text, max(0, match.start() - 20), match.start()))


def is_finite(line: Line, match: re.Match[str]) -> bool:
    """Tell "struck a plant" from the noun "a direct hit", the plural "strikes on" and the infinitive "to hit"."""
    word = match.group().split()[0].lower()
    before = line.words_before(match.start(), 3)
    if before[:1] == ["and"]:  # "can locate and hit"
        before = before[2:]
    if word in PRESENT and word not in ("hit", "set"):
        return _is_headline_verb(line, match, before) or is_of_a_moment(line, match.start())
    if word in GERUND:
        ahead = line.text[: match.start()].rstrip()
        armed = word != "targeting" and _ends_with_arms(line, match.start())  # "satellite data for missile targeting"
        if before[:1] in (["of"], ["for"]) and word not in _MEANS and _CHARGED.search(line.text, 0, match.start()):
            return True
        if _SUCCEEDED.search(line.text, 0, match.start()):
            return True
        on_going = bool(before) and (before[0] in _ON_GOING | _OWNS_UP or ahead.endswith(","))
        return on_going or armed or bool(_AT_PRESENT.search(line.text, 0, match.start()))
    if word == "hit" and _is_unseen(line, match.start()):
        return False
    return not (before and before[0] in NOT_FINITE)


def is_of_a_moment(line: Line, at: int) -> bool:
    """Whether a verb in the present there tells what pictures show: "the moment a drone falls on a mill"."""
    return bool(_MOMENT.search(line.text, 0, at))


def is_bare(line: Line, at: int) -> bool:
    """Whether a verb in its plain form there tells what happened: "saw mortars land", "managed to shell"."""
    return bool(_FACT.search(line.text, 0, at)) and not _UNSEEN.search(line.text, 0, at)


def _is_unseen(line: Line, at: int) -> bool:
    """Whether a verb there is what nobody saw happen: "nobody saw a missile hit the mill"."""
    return bool(_FACT.search(line.text, 0, at)) and bool(_UNSEEN.search(line.text, 0, at))


def _is_headline_verb(line: Line, match: re.Match[str], before: Sequence[str]) -> bool:
    """Tell the verb of a headline, "Israel strikes Tyre", from the nouns of "Israeli strikes", "drone strikes"."""
    if not (line.zone is Zone.HEADLINE or line.entry) or not before:
        return False
    if match.group().split()[0].lower() not in NOUNS_TOO:
        return True
    if before[0] in _IS or _NO_OBJECT.match(line.text, match.end()):
        return False
    adjective = any(p.cue is Cue.DEMONYM and line.local(p)[1] == match.start() - 1 for p in line.places)
    return not adjective and not WEAPON.search(line.text, 0, match.start())


def _ends_with_arms(line: Line, end: int) -> bool:
    return any(not line.text[m.end() : end].strip() for m in ARMS.finditer(line.text, 0, end))


def is_past(line: Line, act: Act) -> bool:
    """Whether the verb of the act tells the past as a fact."""
    return act.stance is Stance.ASSERTED and PRESENT.isdisjoint(line.text[act.start : act.end].lower().split())


def stands_in(line: Line, start: int, end: int) -> re.Match[str] | None:
    """Find a pronoun for a force or a weapon right before ``end``: "[they] struck", "[another] landed on"."""
    before = line.text[:end].rstrip() + " "
    return _PRONOUN.search(before, start) or _THEY_ALSO.match(before)


def armed_doer(line: Line, named: Sequence[Named], start: int, end: int) -> bool:
    """Whether a force, a party or a pronoun for one stands in that stretch."""
    nouns = FORCES.search(line.text, start, end) or stands_in(line, start, end)
    return bool(nouns) or any(start <= n.start and n.end <= end for n in named)


def without_times(line: Line, start: int, end: int) -> str:
    """Give the stretch with its date phrases blanked out."""
    text = line.text
    for at, to in map(line.local, line.times):
        text = text[:at] + " " * (to - at) + text[to:]
    return text[start:end]


def _is_of_a_weapon(text: str, mark: re.Match[str]) -> bool:
    """Whether a relative clause goes on about the weapon right before it: "a rocket, which hit a hotel, hurt six"."""
    if not mark.group().rstrip().endswith("which"):
        return False
    return any(m.end() == mark.start() for m in ARMS.finditer(text, max(0, mark.start() - _WORDS), mark.start()))


def clause(text: str, at: int) -> tuple[int, int]:
    """Give the stretch between the clause marks around ``at``."""
    marks = [0, *(m.end() for m in _CLAUSE.finditer(text) if not _is_of_a_weapon(text, m)), len(text)]
    return max(m for m in marks if m <= at), min((m for m in marks if m > at), default=len(text))
