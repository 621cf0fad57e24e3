"""Charges whose words name accuser and accused by their places in a frame: "an accusation of Z was levelled at Y by X".

Each frame has the groups ``who`` (the accuser's words), ``whom`` (the accused's, or "it" for a state named before) and
ends where the charge itself begins, unless the group ``what`` is the charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.event import Party
from timeline.reading.extract.accusation.charge_nouns import Charge, accused_in
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.party.persons import Named
from timeline.reading.extract.party.wrongs import is_of_a_wrong
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.plain import unattributed
from timeline.reading.extract.voice.speakers import government_in, party_in
from timeline.reading.words import finder, of_class, openers, words_in

_NOUN = r"(?:allegation|accusation|charge|claim|complaint|indictment)s?"
_DEALT = r"(?:made|levell?ed|brought|directed|laid|raised|voiced|hurled|filed|lodged)"
_TIME = r"(?:\s+(?:on|in|late|early|last|this)\s+[\w ,]{2,24}?)?"
_LONG = r"[^.;:“”\"]{3,120}?"
_SHORT = r"[^.,;:“”\"]{2,40}?"
_DOES = (
    r"has|have|had|is|are|was|were|does|did|keeps?|continues|arms|funds|finances|trains|shelters|harbou?rs|backs"
    r"|supplies|supports"
)
_IT = re.compile(r"(?:it|they|them|the\s+(?:country|latter))", re.IGNORECASE)


def _frame(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LEVELLED = _frame(  # "an accusation of sabotage was levelled at Y by X", "charges brought against Y by X"
    rf"\b{_NOUN}\s+of\s+(?P<what>{_LONG})\s+(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+)?{_DEALT}\s+"
    rf"(?:at|against)\s+(?P<whom>{_SHORT})\s+by\s+(?P<who>{_LONG})(?=\.?$"
    r"|[,;]?\s+(?:on|in|late|early|who|which|during|at)\s)"
)
_WHAT_X_ALLEGED = _frame(  # "proof of what X alleged on Tuesday: that it has armed rebels"
    rf"\bwhat\s+(?P<who>{_LONG})\s+(?:has\s+|had\s+)?(?:alleged|claimed|charged|said|asserted){_TIME}\s*[:,—–-]\s+"
    rf"(?:that\s+)?(?P<whom>{_SHORT})\s+"
    r"(?=(?:has|have|had|is|are|was|were)\b)"
)
_NOUN_BY = _frame(  # "Tuesday's allegation by X, the minister, that Y has ...", "an accusation by X that it has ..."
    rf"\b{_NOUN}{_TIME}\s+(?:by|from)\s+(?P<who>{_LONG}),?\s+that\s+(?P<whom>{_SHORT})\s+"
    r"(?=(?:has|have|had|is|are|was|were)\b)"
)
_POINTED_TO = _frame(  # "X pointed to Y on Monday as the party responsible for Z"
    rf"\bpoint(?:s|ed|ing)?\s+(?:to|at)\s+(?P<whom>{_SHORT}){_TIME}\s+as\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?"
    r"(?:(?:that\s+is\s+|that\s+was\s+)?responsible|behind|to\s+blame|guilty|authors?|perpetrators?|culprits?"
    r"|organi[sz]ers?|masterminds?)\s*(?:for|of|behind)?\s+"
)
_NAMED_BY = _frame(  # "Y was named by X as the culprit behind Z", "have been named by the police as suspects in Z"
    r"(?P<whom>[^.;:“”\"]{2,140}?)\s+(?:has\s+been|have\s+been|was|were|had\s+been)\s+"
    rf"(?:named|identified|singled\s+out|cited)\s+by\s+(?P<who>{_LONG}){_TIME}\s+as\s+"
    r"(?:(?:the|a|its|prime|main|chief|likely)\s+){0,3}"
    r"(?:suspects?|culprits?|perpetrators?|authors?|organi[sz]ers?|responsible|behind)\s+(?:in|of|for|behind)?\s*"
)
_IN_WHICH = _frame(  # "a complaint filed by X, in which Y is accused of Z"
    rf"\b(?:by|from)\s+(?P<who>{_LONG}),?\s+(?:in\s+which|where|whereby)\s+(?P<whom>{_SHORT})\s+"
    r"(?:is|was|are|were|stands?|had\s+been)\s+"
    r"(?:\w+ly\s+)?(?:accused|blamed|held\s+responsible|denounced)\s+(?:of|for)\s+"
)
_STATED_BY = _frame(  # "a statement of 3 May by X, the minister, that Y has armed rebels"
    rf"\b(?:statement|remark|assertion|declaration|finding|warning|report)s?{_TIME}"
    rf"(?:\s+(?:of|dated)\s+[\w ,]{{3,24}}?)?\s+(?:by|from|of)\s+(?P<who>{_LONG}),?"
    rf"\s+that\s+(?P<whom>{_SHORT})\s+(?=(?:has|have|had|is|are|was|were)\b)"
)
_THAT_WAS = _frame(  # "Y has armed rebels: that was the charge made on Monday by X"
    rf"^(?P<whom>{_SHORT})\s+(?P<what>(?:has|have|had|is|are|was|were)\s+{_LONG})\s*[:;,—–-]\s+"
    rf"(?:that|this|such|so)\s+(?:was|is|ran|went)\s+the\s+{_NOUN}(?:\s+{_DEALT})?{_TIME}\s+(?:by|from|of)\s+"
    rf"(?P<who>{_LONG})(?=\.?$)"
)
_CRITICISM_FROM = _frame(  # "Y drew criticism from X on Monday, who said it has armed rebels"
    r"(?P<whom>[^.,;:“”\"]{2,40}?)\s{1,3}(?:came\s{1,3}(?:in\s{1,3}for|under)|drew|faced|met\s{1,3}with"
    r"|attracted|earned)\s{1,3}(?:\w+\s{1,3}){0,2}?(?:criticism|fire|condemnation|rebuke|anger)\s{1,3}"
    rf"(?:from|by)\s{{1,3}}(?P<who>{_LONG}){_TIME},?\s{{1,3}}who\s{{1,3}}"
    r"(?:said|says|alleged|claimed|told\s{1,3}\w+)\s{1,3}(?:that\s{1,3})?(?:it|they)\s{1,3}"
    r"(?=(?:has|have|had|is|are|was|were)\b)"
)
_ASKED_FOR_PROOF = _frame(  # "asked X to publish the evidence behind Tuesday's accusation that Y has ..."
    rf"\b(?:asked|urged|pressed|challenged|called\s+on|invited|told)\s+(?P<who>{_LONG}),?\s+to\s+(?:\w+\s+){{1,4}}?"
    r"(?:evidence|proof|sources?|files?|facts|documents|intelligence)\s+(?:\w+\s+){0,3}?(?:[\w'’]+\s+){0,3}?"
    rf"{_NOUN}\s+that\s+(?P<whom>{_SHORT})\s+(?=(?:has|have|had|is|are|was|were)\b)"
)
_THAT_IS_THE = _frame(  # "That Y has armed rebels is the conviction of X, who set it out in a speech"
    rf"^that\s+(?P<whom>{_SHORT})\s+(?P<what>(?:has|have|had|is|are|was|were)\s+{_LONG})\s+"
    rf"(?:is|was|remains|has\s+been)\s+the\s+(?:[\w-]+\s+)?(?:conviction|view|belief|{_NOUN}|contention|verdict"
    rf"|assessment|position|opinion|message)\s+(?:of|from|voiced\s+by|held\s+by)\s+(?P<who>{_LONG})"
    r"(?=\.?$|,\s|\s+(?:on|in|who)\s)"
)
_SAID_OF = _frame(  # "the minister had said of Y on Monday that it has armed rebels"
    rf"\b(?:said|says|wrote|claimed|charged|alleged)\s+of\s+(?P<whom>{_SHORT}){_TIME}\s+that\s+(?=(?:it|they)\s)"
)
_CONDEMNED_WHO = _frame(  # "X condemned Y, which has mined farms"
    rf"{finder(of_class('accusation_cues', 'rebuke')).pattern}\s+(?P<whom>{_SHORT}),\s+(?:which|who)\s*,?\s*"
    rf"(?=(?:{_DOES})\b)"
)
_WHICH_X_SAYS = _frame(  # "Y, which X says is a haven for rebels"
    rf"(?P<whom>{_SHORT}),\s+which\s+(?P<who>{_SHORT})\s+(?:\w+ly\s+)?"
    rf"(?:says|said|claims|claimed|alleges|alleged|believes|insists|maintains|charges){_TIME}\s+(?=(?:{_DOES})\b)"
)
_EVIDENCE_SHOWS = _frame(  # "intercepts published by X show that Y is arming rebels"
    r"\b(?:evidence|proof|documents?|intercepts?|imagery|images|photographs?|pictures|footage|recordings?|findings?"
    r"|intelligence|data|invoices|files?|dossier|report|study|analysis|investigation|inquiry|probe|assessment)\b"
    r"[^.;:“”\"]{0,40}?\s(?:gathered|collected|obtained|seized|published|released|seen|presented"
    rf"|compiled|shared|drawn\s+up|issued|carried\s+out|conducted|handed\s+over)\s+by\s+(?P<who>{_SHORT}){_TIME}\s+"
    r"(?:suggests?|suggested|shows?|showed"
    r"|indicates?|indicated|proves?|proved|points?\s+to|reveals?|revealed|confirms?|confirmed|found|finds"
    r"|concludes?|concluded|says?|said|alleges?|alleged)\s+"
    rf"(?:that\s+)?(?P<whom>{_SHORT})\s+(?=(?:{_DOES})\b)"
)
_END_TO = _frame(  # "demanded an end to acts of aggression by Y"
    r"\bdemand(?:s|ed|ing)?\s+(?:an\s+(?:immediate\s+)?(?:end|halt|stop)\s+to|that\s+an\s+end\s+be\s+put\s+to)\s+"
    rf"(?P<what>[^.;:]{{3,120}}?)\s+by\s+(?P<whom>{_SHORT})(?=[.”\"]*$|[,;]|\s+(?:in|on|at|and)\s)"
)
_FOR_DOING = _frame(  # "For recruiting arsonists, X condemned Y in a broadcast"
    rf"^\W*for\s+(?P<what>(?:\w+ly\s+)?[a-z]+ing\s{_LONG}),\s+(?P<who>{_LONG})\s+"
    rf"(?:{finder(of_class('accusation_cues', 'rebuke', 'blame')).pattern})\s+"
    rf"(?P<whom>{_SHORT})(?=\.?$|,|\s+(?:in|on|at|during|from)\s)"
)
_DENIED_BUT_MADE = _frame(  # "Y denied having mined farms, as X had alleged", "..., a day after X levelled the charge"
    rf"(?P<whom>{_SHORT})\s+(?:has\s+|have\s+|had\s+)?(?:\w+ly\s+)?den(?:y|ies|ied){_TIME}\s+"
    rf"(?P<what>(?:that|having|[a-z]+ing)\s{_LONG}),?\s+"
    r"(?:as|(?:(?:a|\w+)\s+)?(?:day|hour|week|month)s?\s+after|after|something)\s+"
    rf"(?P<who>{_LONG})\s+(?:has\s+|had\s+)?(?P<made>alleged|claimed|charged|asserted"
    rf"|{_DEALT}\s+(?:the|that|this|such\s+an?|those)\s+{_NOUN})\b"
)
_SHOWING = frozenset(
    {"suggest", "suggests", "suggested", "show", "shows", "showed", "indicate", "indicates", "indicated", "prove"}
    | {"proves", "proved", "point", "points", "reveal", "reveals", "revealed", "confirm", "confirms", "confirmed"}
    | {"found", "finds", "concludes", "concluded", "alleges", "alleged"}
)
_NOUNS = frozenset(
    f"{noun}{end}"
    for noun in ("allegation", "accusation", "charge", "claim", "complaint", "indictment")
    for end in ("", "s")
)
_STATEMENTS = frozenset(
    f"{noun}{end}"
    for noun in ("statement", "remark", "assertion", "declaration", "finding", "warning", "report")
    for end in ("", "s")
)
_FRAMES = (  # whether the words alone may charge nobody with anything, and the words of which one must be there
    (_LEVELLED, False, _NOUNS),
    (_WHAT_X_ALLEGED, True, frozenset({"what"})),
    (_NOUN_BY, False, _NOUNS),
    (_STATED_BY, True, _STATEMENTS),
    (_THAT_WAS, False, _NOUNS),
    (_CRITICISM_FROM, True, frozenset({"criticism", "fire", "condemnation", "rebuke", "anger"})),
    (_ASKED_FOR_PROOF, False, _NOUNS),
    (_POINTED_TO, False, frozenset({"point", "points", "pointed", "pointing"})),
    (_NAMED_BY, True, frozenset({"named", "identified", "singled", "cited"})),
    (_IN_WHICH, False, frozenset({"accused", "blamed", "held", "denounced"})),
    (_THAT_IS_THE, True, frozenset({"that"})),
    (_CONDEMNED_WHO, True, openers(of_class("accusation_cues", "rebuke"))),
    (_WHICH_X_SAYS, True, frozenset({"which"})),
    (_EVIDENCE_SHOWS, True, _SHOWING),
    (_END_TO, True, frozenset({"demand", "demands", "demanded", "demanding"})),
    (_FOR_DOING, True, frozenset({"for"})),
    (_DENIED_BUT_MADE, True, frozenset({"denied", "denies", "deny"})),
    (_SAID_OF, True, frozenset({"said", "says", "wrote", "claimed", "charged", "alleged"})),
)


def by_frame(line: Line, named: Sequence[Named]) -> Charge | None:
    """Read the first charge that stands in one of the frames; a plain "said" must be of something wrong."""
    return next(_charges(line, named), None)


def _charges(line: Line, named: Sequence[Named]) -> Iterator[Charge]:
    said = words_in(line.text)
    frames = [(frame, doubtful) for frame, doubtful, words in _FRAMES if not words.isdisjoint(said)]
    line = replace(line, text=unattributed(line.text)) if frames else line
    for frame, doubtful in frames:
        match = frame.search(line.text)
        if match is None:
            continue
        groups = match.groupdict()
        content = match.start("what") if groups.get("what") else match.end()
        if doubtful and not is_of_a_wrong(line.text, content):
            continue
        accuser = _who(line, named, match) if groups.get("who") else None
        whom = _whom(line, named, match, accuser)
        if whom and (accuser or "who" not in groups):
            at = match.start("who") if accuser else 0
            made = match.start("made") if groups.get("made") else None  # where Y denies it, X's making it has its day
            start = match.start() if made is None else made
            end = start if groups.get("what") else match.end()
            yield Charge(start, end, "alleged", (whom,), content, accuser, at, stands=made is not None)


def _who(line: Line, named: Sequence[Named], match: re.Match[str]) -> Party | None:
    return party_in(line, named, *match.span("who")) or government_in(line, *match.span("who"))


def _whom(line: Line, named: Sequence[Named], match: re.Match[str], accuser: Party | None) -> Party | None:
    """Take the accused by name; "it" is the last state or group named before the accuser that is not his own."""
    start, end = match.span("whom")
    if not _IT.fullmatch(match["whom"]):
        return next(iter(accused_in(line, named, start, end + 1)), None)
    before = [
        n.party
        for n in named
        if n.end <= match.start() and not n.party.speaker and (n.party.country or is_group(n.party))
    ]
    others = [p for p in before if accuser is None or (side(p) != side(accuser) and p.country != accuser.country)]
    return others[-1] if others else None
