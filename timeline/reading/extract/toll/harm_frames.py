"""Frames of harm: a verb with its noun, "sustained severe burns", "met their death", "were flown out with wounds".

The frame follows those who are harmed, save where it is said to take them as its object.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_SMALL = r"(?:in|on|at|of|by|to|from|with|and|or|but|no|not|without|any|for|as|that|which|who|when|after|while)\b"
_ADJECTIVES = rf"(?:(?!{_SMALL}|fatal|mortal|deadly)[a-z\d][\w-]*,?\s+){{0,4}}?"
_FATAL = r"\s+(?:that|which)\s+(?:proved|were|turned\s+out\s+to\s+be)\s+(?:fatal|deadly|mortal)"
_LIMB = r"(?:arms?|legs?|hands?|f(?:oo|ee)t|eyes?|fingers?|toes?|limbs?|ears?|sight|eyesight|hearing)"
_BODY = rf"(?:{_LIMB}|head|neck|face|chest|back|stomach|abdomen|shoulders?|knees?|thighs?|spine)"
_INJURY = (
    r"(?:injur(?:y|ies)|wounds?|burns|concussions?|contusions?|fractures?|cuts|bruises|bruising|lacerations?"
    r"|amputations?|trauma|traumas|smoke\s+inhalation|shock|shell\s+shock|bodily\s+harm|stress\s+reactions?"
    r"|broken\s+(?:bones|arms?|legs?|ribs))"
)
_MEDICAL = (
    r"(?:(?:urgent|immediate|emergency|further|intensive|in-?patient|out-?patient|specialist|the|some|their)\s+)*"
)
_CARE = (
    rf"{_MEDICAL}(?:(?:medical|hospital|surgical|doctors?['’]|first)[\s-]+"
    r"(?:treatment|care|attention|assistance|help|aid)"
    r"|treatment|surgery|operations?|hospitali[sz]ation|stitches)"
)
_RUSHED = (
    r"taken|rushed|carried|flown|airlifted|ferried|brought|shifted|transported|driven|hurried|whisked|stretchered"
    r"|admitted|referred"
)
_MOVED = rf"(?:{_RUSHED}|evacuated|moved|transferred|sent|went|go|gone|removed)"  # as patients of a ward may be, unhurt
_ON = (
    rf"(?:\s+(?!{_SMALL})[a-z][\w-]*|\s+(?:to|in|at|into|by|from|out\s+of)(?:\s+(?!\d|who\b"
    rf"|people\b)[\w'’-]+){{1,5}}?){{0,3}}?"
)
_HOSPITAL = (
    r"(?:hospitals?|clinics?|infirmar(?:y|ies)|medical\s+(?:cent(?:re|er)s?|facilit(?:y|ies)"
    r"|college)|intensive\s+care)\b"
)
_ENDS = r"(?=\s*(?:[^\w\s]|$)|\s+(?:with|and|after|as|on|while|when|where|following|including|in)\b)"

_NO_MORE = (  # "never came back to work", "never got out of debt" are said of the living
    r"(?:\s+alive)?(?=\s*(?:[^\w\s]|$)|\s+(?:when|after|that\s+(?:day|night|morning|evening))\b"
    r"|\s+(?:of|from)\s+(?:it|the|that|their|its)\b)"
)
_FORCE = (  # what kills those who fall victim to it: no "cyber attack", no "bomb hoax", no "explosion in prices"
    r"(?:(?:an?|the|this|that|their|its)\s+)?(?:(?!cyber|phishing|hack|heart|panic|ransomware|online|verbal|in\b"
    r"|of\b|on\b|to\b)[\w'’-]+\s+){0,3}?(?:attack|strike|raid|assault|shelling|bombing|bombardment|ambush|massacre"
    r"|blast|explosion|bomb|missile|rocket|drone|shell|mine|sniper)s?"
    r"(?!\s+(?:hoax|threat|scare|alert|plot|scam|fraud|of|in\s+(?:prices|costs|demand|crime))|[\w-])"
)
_BESIDES = r"(?:,\s+[^,.;]{1,40},)?"

_FRAMES = (
    # harm, whether it counts nobody but people, where it stands to them, pattern
    (
        "killed", False, "after",
        r"(?:meet|meets|met|find|found)\s+(?:(?:his|her|their)\s+(?:[a-z]+\s+)?(?:deaths?|ends?)"
        r"|death)",
    ),
    (
        "killed", False, "after",
        r"(?:embrac|attain|achiev)(?:e|es|ed|ing)\s+(?:martyrdom|shahadat)|(?:fell|fallen|became|become|were)"
        r"\s+martyrs?",
    ),
    (
        "killed", False, "after",
        rf"(?:succumb(?:s|ed|ing)?\s+to|died\s+(?:of|from))\s+(?:\w+\s+){{0,2}}?{_INJURY}|succumb(?:s|ed|ing)?",
    ),
    (
        "killed", True, "after",
        r"(?:suffocated|asphyxiated|choked\s+to\s+death|crushed(?=\s+(?:by|under|beneath|when)\b)"
r"|no\s+longer\s+(?:alive|with\s+us(?=\s*(?:[.;!?]|$)))|(?:gave|laid|given)\s+(?:up\s+)?(?:his|her|their)\s+li"
r"(?:fe|ves)|lost\s+their\s+life"
rf"|never\s+c[ao]me\s+(?:up|back){_NO_MORE})",
    ),
    (
        "killed", True, "after",
        rf"f[ae]ll(?:en)?\s+(?:as\s+)?(?:victims?|prey)(?:(?=\s*(?:[.;!?]|$))|(?=\s+to\s+{_FORCE}))|(?:fell"
rf"|have\s+fallen)(?=\s+in\s+(?:the|this|that|an?)\s+(?:\w+\s+)?"
        r"(?:attack|strike|raid|assault|shelling|bombardment|battle|ambush|blast|action|line\s+of\s+duty)\b)",
    ),
    (
        "killed", True, "before",
        r"the\s+lives\s+of(?=\s[^.;:]{1,80}\s(?:was|were|been)\s+(?:lost|taken|claimed|cut\s+short|ended|extinguished)"
r"\b)",
    ),
    (
        "killed", False, "after",
        r"passed\s+away|(?:suffer|sustain|receiv)(?:s|ed|ing)\s+(?:(?:fatal|mortal|deadly)\s+(?:injur(?:y"
        rf"|ies)|wounds?|burns)|{_ADJECTIVES}{_INJURY}{_FATAL})",
    ),
    (
        "killed", True, "after",
        r"(?:did|do|does|had|have|has)\s*n(?:o|['’])t\s+(?:survived?|lived?"
r"|(?:make|made)\s+it(?:\s+(?:out|home|alive))?|(?:come|came)\s+(?:out|home|back\s+alive)|(?:get|got)\s+out"
r"|(?:wake|woken)\s+up|return(?:ed)?\s+home)(?:\s+alive)?(?=\s*(?:[^\w\s]|$)"
r"|\s+(?:of\s+it|and|when|after|that|on)\b)"
rf"|never\s+(?:(?:came|made\s+it|got)\s+(?:out|home)|woke\s+up){_NO_MORE}",
    ),
    (
        "killed", True, "after",
        r"(?:was|were|is|are)\s+(?:already\s+)?beyond\s+(?:help|saving|rescue)|who\s+(?:was|were)"
        r"\s+lost",
    ),
    (
        "killed", True, "after",
        r"(?:blown\s+up|blown\s+apart|torn\s+apart|cut\s+down|mown\s+down|mowed\s+down|burn(?:ed|t)\s+alive"
r"|buried\s+alive|incinerated|slaughtered|butchered)",
    ),
    (
        "killed", True, "before",
        r"(?:buried|burying|bur(?:ned|nt))(?=\s+[^,.;:]{1,40}\s(?:alive|to\s+death)\b)"
r"|t(?:ore|earing)(?=\s+[^,.;:]{1,40}\s(?:to\s+pieces|apart)\b)|(?:cut(?:ting)?|mow(?:ed|ing))\s+down"
r"|(?:claim(?:ed|ing|s)|made)(?=\s+(?:[\w-]+\s+){1,3}victims\b)",
    ),
    ("killed", False, "before", r"(?:end|ended|ending|snuff(?:ed|ing)\s+out)\s+the\s+li(?:fe|ves)\s+of"),
    (  # "was wounded by a shell and later died", "hurt on Monday, died of his injuries"
        "killed", True, "after",
        r"(?:hit|struck|wounded|injured|hurt)(?!\s+died)(?:,?\s+(?!and\b|one\b|another\b|who\b|which\b)[\w'’-]+){0,8}?,?(?:\s+and)?\s+"
        r"(?:(?:later|then|subsequently|soon|afterwards)\s+died|died\s+(?:later|soon\s+after(?:wards)?|in\s+hospital"
        rf"|of\s+(?:his|her|their|the)\s+{_INJURY}))",
    ),
    (  # "the death on Thursday of"
        "killed", False, "before",
        r"the\s+deaths?(?:\s+(?:on|in|at|near|outside|this|last|early|late)\s+[\w'’-]+"
r"(?:\s+(?-i:[A-Z\d])[\w'’-]*){0,2}){1,2}\s+of",
    ),
    ("killed", False, "before", r"the\s+(?:martyrdom|demise|slaying)\s+of|the\s+body\s+of(?=\s+an?\s)|bodies\s+of"),
    (
        "killed", False, "before",
        r"(?:(?:the|their|its|our)\s+(?:dead|fatalities|killed|victims)|(?-i:Dead|Fatalities"
        rf"|Killed)){_BESIDES}\s+(?:is|are|were)",
    ),
    (
        "injured", False, "before",
        r"(?:(?:the|their|its|our)\s+(?:hurt|wounded|injured|injuries)|(?-i:Hurt|Injured|Wounded"
        rf"|Injuries)){_BESIDES}\s+(?:is|are|were)",
    ),
    (
        "killed", True, "before",
        rf"the\s+loss\s+of|accounted\s+for|(?<!has\s)(?<!have\s)lost(?!\s+(?:his|her|their|its|all)\b)"
        rf"(?=\s[^,.;:]{{1,40}}?\s(?:to|in)\s+(?:{_FORCE}(?!\s+(?:this|last)\s)"
        r"|(?:[\w'’-]+\s+)?(?:war|fighting)\s+(?:over|in|within)\s+the\s+(?:past|last)\s+(?:day|night|24\s+hours)\b))",
    ),
    ("killed", False, "either", r"(?:fatally|mortally)\s+(?:wounded|injured|hurt|wounding|injuring)"),
    (
        "injured", False, "after",
        rf"(?:suffer|sustain|receiv|incur|pick)(?:s|ed|ing|es|e)?(?:\s+(?:up|from))?\s+{_ADJECTIVES}{_INJURY}"
rf"(?!{_FATAL})|(?:escap|surviv)(?:es?|ed|ing)\s+with\s+{_ADJECTIVES}{_INJURY}"
rf"|nurs(?:es?|ed|ing)\s+{_ADJECTIVES}{_INJURY}",
    ),
    (
        "injured", True, "after",
        rf"(?:has|have|had|with)\s+(?:an?\s+)?{_ADJECTIVES}{_INJURY}(?=\s*(?:[^\w\s]|$)|\s+(?:to|in"
        r"|from|on)\b)",
    ),
    (
        "injured", True, "after",
        r"(?:come|came|walk|walked|get|got|emerg|emerged|went\s+home|left)(?:\s+(?:away|out|off))?"
        rf"\s+with\s+{_ADJECTIVES}{_INJURY}",
    ),
    ("injured", True, "after", rf"{_MOVED}{_ON}\s+with\s+{_ADJECTIVES}{_INJURY}"),
    (
        "injured", True, "after",
        rf"(?:{_RUSHED})(?:\s+\w+ly)?\s+(?:to|into|at|in)\s+(?:[\w'’.-]+\s+){{0,6}}?{_HOSPITAL}",
    ),
    (
        "injured", True, "after",
        r"(?:receiv|undergo|underw|get|gett|got|requir|need|seek|sought|ask|appl[iy]|given|giv)"
rf"(?:e|es|ed|ing|s|ent|en)?(?:\s+for)?\s+{_CARE}|in\s+need\s+of\s+(?:care|{_CARE})"
r"|turned\s+to\s+(?:doctors|medics)",
    ),
    (
        "injured", True, "before",
        rf"{_CARE}\s+(?:(?:was|were|has\s+been|is|being)\s+)?(?:given|provided|administered)\s+to",
    ),
    (
        "injured", True, "after",
        r"(?:recovering|recuperating|convalescing|on\s+admission|under(?:going)?\s+(?:medical\s+)?treatment)"
r"(?:\s+(?:in|at|from|for)\b)?|(?<!patients\s)(?<!patients\swere\s)(?:is|are|was|were|been|being)\s+"
r"(?:also\s+|\w+ly\s+)?treated(?!\s+(?:as|like|with|to)\b)",
    ),
    (
        "injured", True, "after",
        r"in\s+(?:(?:a|the|city|local|nearby)\s+)*hospitals?(?:\s+(?:across|around|all\s+over)\b"
        rf"|{_ENDS})|(?:is|are|was|were)\s+with\s+(?:the\s+)?(?:medics|doctors|paramedics)",
    ),
    ("injured", True, "after", r"suffered(?=\s*(?:[.,;]|$)|\s+(?:in|when|during|as\s+a\s+result)\b(?!\s+silence))"),
    ("injured", True, "after", r"in\s+(?:an?\s+)?(?:\w+\s+){1,3}?condition"),
    (
        "injured", False, "after",
        rf"(?:lose|loses|lost|losing)\s+(?:(?:his|her|their|an?|one|two|three|both|some|several)\s+)*{_LIMB}\b",
    ),
    (
        "injured", True, "after",
        rf"(?:hit|struck|cut|pierced|grazed|peppered|slashed|wounded|injured)\s+(?:in\s+the\s+{_BODY}"
        r"|by\s+(?:[a-z-]+\s+){0,2}?(?:shrapnel|glass|debris|splinters?|fragments?|masonry|rubble|stones))",
    ),
    (
        "injured", True, "after",
        r"(?:badly|severely|seriously|slightly|lightly|horribly)\s+burn(?:ed|t)|scalded|concussed"
        r"|disfigured|crippled|shell-shocked",
    ),
    ("injured", False, "before", r"(?:injur(?:y|ies)|wounds|burns)\s+(?:to|of(?!\s+\w+\s+of\s))"),
    (
        "injured", True, "before",
        r"(?:shrapnel|glass|splinters|shards|flames|fragments)\s+(?:also\s+)?"
r"(?:cut|tore\s+into|ripped\s+into|pierced|burned)|(?:burn(?:ed|ing)|burnt)(?!\s+(?:down|out|alive|to)\b)"
r"|patched\s+up|attended\s+to",
    ),
    (
        "injured", True, "after",
        r"(?:was|were|been)\s+burn(?:ed|t)(?!\s+(?:down|out|alive|to)\b)"
r"|(?:fighting|battling)\s+for\s+(?:(?:his|her|their)\s+)?li(?:fe|ves)"
r"|(?:had|has|have)\s+(?:to\s+have\s+)?(?:[a-z]+\s+){0,2}?"
rf"{_LIMB}\s+amputated",
    ),
    ("injured", True, "before", r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!being\s)admitted|caring\s+for|treating"),
)  # fmt: skip
_UNREAL = re.compile(  # right before an active verb of harm: "tried to kill"
    r"(?:\b(?:would|could|might|may|can|cannot|should|must|will|to|not|never|nearly|almost|without"
    r"|avoid(?:ing|ed)?)|n['’]t)(?:\s+(?:have|be|been|also|[a-z]+ly))*\s+$"
)


_SAID_TO_HAVE = re.compile(  # as it is reported: "is believed to have killed", no "was meant to have killed"
    r"\b(?:reported|said|believed|thought|known|understood|alleged|claim(?:s|ed)?|estimated|(?:appear|seem)(?:s|ed)?)\s+to\s+"
    r"have(?:\s+(?:also|[a-z]+ly))*\s+$"
)


class Frame(NamedTuple):
    """Words of harm where they are; ``stands`` before those harmed, after them or either; ``of_people`` alone."""

    start: int
    end: int
    harm: str
    stands: str
    of_people: bool


_FINDER = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<f{i}>{pattern})' for i, (*_, pattern) in enumerate(_FRAMES))})(?![\w-])",
    re.IGNORECASE,
)


_BUT_LIVED = re.compile(  # "were crushed when the roof fell but lived"; not "but two others survived"
    r"[^.;:!?]{0,120}?\b(?:but|yet|and)\s+(?:(?:they|he|she|all|both|were|was|are|is|had|have|been|got|came|pulled"
    r"|dug|out|somehow|also|later|\w+ly)\s+)*(?:lived|survived(?!\s+by\b)|recover(?:ed|ing)|unhurt|unharmed"
    r"|unscathed|uninjured|safe|alive|rescued|escaped)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_024)  # a sentence is read by several
def frames(text: str) -> tuple[Frame, ...]:
    """Find every frame of harm in the text."""
    told = map(_frame, _FINDER.finditer(text))
    return tuple(f for f in told if not (f.harm == "killed" and f.stands == "after" and _BUT_LIVED.match(text, f.end)))


def _frame(match: re.Match[str]) -> Frame:
    harm, of_people, stands, _ = _FRAMES[int((match.lastgroup or "f0")[1:])]
    return Frame(match.start(), match.end(), harm, stands, of_people)


def is_unreal(ahead: str) -> bool:
    """Whether the words right before an active verb of harm say that it was not, or not yet, done: "tried to "."""
    return bool(_UNREAL.search(ahead)) and not _SAID_TO_HAVE.search(ahead)


def after(harm: str) -> str:
    """Give a pattern for what may be said of somebody who was harmed: "sustained burns"."""
    return "|".join(pattern for of_harm, _, stands, pattern in _FRAMES if of_harm == harm and stands == "after")
