"""Whether a strike is told as a fact, with doubt, as a threat or as what somebody denies."""

from __future__ import annotations

import re

from timeline.event import Stance
from timeline.reading.extract.force.accidents import rules_out_attack
from timeline.reading.extract.force.act import Act
from timeline.reading.extract.force.doers import ACCUSED_OF
from timeline.reading.extract.sentence.line import Line

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|no\s+(?:[\w-]+\s+)?(?:strike|attack|missile|drone|rocket|shell|bomb)s?\s+"
    r"(?:took|happened|was|were|had|ha[sv]e?|hit|fell|landed|followed|came))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:\b(?:not|never|nobody|no\s+one|cannot)|n['’]t)\s+(?:been\s+|be\s+)?$", re.IGNORECASE)
_WHO_DID_IT = re.compile(
    r"\s+(?:all\s+|any\s+|its\s+|their\s+)?(?:responsibility|involvement"
    r"|(?:having\s+)?(?:an?|any)\s+(?:role|part|hand))\s+(?:for|in)\s",
    re.IGNORECASE,
)
_OWN_CLAUSE = re.compile(  # "denied the claim and accused Y of shelling": that is Y's
    r",?\s+(?:where|which|who|when|after|as|while|but)\s|,\s+(?:accusing|blaming)\s"
    r"|,?\s+and\s+(?:[a-z]+ly\s+|instead\s+|in\s+turn\s+)?(?:accused|blamed)\s",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_CLEARED = re.compile(
    r"\b(?:acquitted|cleared|exonerated)\b[^.;]{0,80}?\bof\s+(?:having\s+)?(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE
)
_DOUBT = re.compile(
    r"\b(?:(?:claim|accusation|allegation|charge)s?\s+that|alleged(?:ly)?|reported(?:ly)?|may|might|possibl[ey]"
    r"|suspected|apparent(?:ly)?|believed)\b",
    re.IGNORECASE,
)


def stance_of(line: Line, act: Act) -> Stance:
    """Say whether the act is told as a fact, with doubt, as a threat or as what is denied."""
    if _is_denied(line, act):
        return Stance.DENIED
    if act.stance is not Stance.ASSERTED:
        return act.stance
    if ACCUSED_OF.search(line.text, 0, act.start):
        return Stance.HEDGED
    return Stance.HEDGED if _DOUBT.search(line.text, max(0, act.start - 40), act.start) else Stance.ASSERTED


def _is_denied(line: Line, act: Act) -> bool:
    """Whether somebody denies the act itself: "denied that it struck", "denied the attack", "the strike was denied".

    What follows in a clause of its own is a fact: "denied that civilians were the target in Sumy, where a drone hit".
    So is what somebody only denies to have done: "denied responsibility for the strike".
    """
    if _CLEARED.search(line.text, 0, act.start) or rules_out_attack(line.text):
        return True
    for match in _DENIES.finditer(line.text):
        if _NOBODY.search(line.text, 0, match.start()) or _WHO_DID_IT.match(line.text, match.end()):
            continue
        if not match.group().lower().startswith("den"):
            return True
        if act.start >= match.end() and not _OWN_CLAUSE.search(line.text, match.end(), act.start):
            return True
        if act.start < match.start() and _PASSIVE.search(line.text, 0, match.start()):
            return True
    return False
