"""Numbers of a sentence that count nobody, or count some twice: days, ages, "including two children"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.reading.extract.toll.counts import DIGITS, MANY, NO_COUNT, SPELT, bounds, counted, is_person
from timeline.reading.words import finder, table

_HARM = finder(r["words"] for r in table("harm") if r["harm"].startswith(("killed", "injured")))
_SAID_OF_PEOPLE = rf"(?:(?!\b(?:{_HARM.pattern}))[^,.;]){{1,60}}"
_SAID_BETWEEN_DASHES = rf"(?:(?!\b(?:{_HARM.pattern}))[^.;—–]){{1,80}}?"
_THEIR_VERB = (
    r"(?=\s+(?:was|were|is|are|have|had|has|died|lost|suffered|sustained|received|remain(?:ed)?"
    r"|sought|needed|went|met|did|never|perished|succumbed|fell)\b)"
)
_AGE = rf"(?:\d{{1,3}}|(?:{SPELT})\b)"
_MORE_AGES = (  # "aged three and 13 died", but not "aged three and 13 others died"
    rf"(?:(?:,|,?\s+(?:and|or))\s+{_AGE}(?=\s*[,.;:)]|\s*$|\s+(?:and|or|both|also|when|by|in|at|on|from|to|who|of"
    rf"|were|was)\b|{_THEIR_VERB}))*"
)
_UNBORN = re.compile(  # "29 people and two unborn children": not counted among the dead
    rf"(?:,?\s+and)?\s+(?:an?|her|their|{SPELT}|\d{{1,2}})\s+unborn\s+(?:child(?:ren)?|bab(?:y|ies)|twins)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf",\s+(?:(?:both|all|each)\s+)?aged?\s+{_AGE}(?:(?:,|,?\s+and)\s+{_AGE})*"
    rf"(?:,{_THEIR_VERB}|(?=,\s+and\s+(?:an?|the|his|her|their|{SPELT}|\d{{1,3}})\s))"
    r"|\b(?:born\s+in\s+(?:19|20)\d\d|aged?\s+"
    + _AGE
    + _MORE_AGES
    + r"|(?<!toll\s)(?<!tally\s)(?<!total\s)(?<!count\s)of\s+\d{1,3}(?=\s*[,.;]|\s+and\b|$))|,\s+\d{1,3},"
    r"|(?<=[a-z]),\s+\d{1,2}(?=\s*[.;]|\s+and\s+(?:an?|his|her|their|the)\b|\s*$)"
    rf"|(?:(?<=\bman\s)|(?<=\bwoman\s)|(?<=\bboy\s)|(?<=\bgirl\s))of\s+(?:\d{{1,3}}|{SPELT})\b"
    rf"|,\s+(?:including|among\s+(?:them|whom)|(?:{DIGITS}|{SPELT}|most|many|some|several|all)\s+of\s+"
    rf"(?:them|whom))\s+{_SAID_OF_PEOPLE}(?:,(?!\s+(?:{DIGITS}|{SPELT}|most|all)\s+of\s+(?:whom|them)\b)"
    rf"|(?=[,.;]|$))|,\s+(?:[a-z]+\s+){{1,4}}?among\s+them,{_THEIR_VERB}"
    rf"|,\s+(?:all|both|most|mostly|mainly|largely|chiefly|predominantly)\s+{_SAID_OF_PEOPLE},{_THEIR_VERB}"
    r"|(?<=[a-z]),\s+(?-i:[A-Z])[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+){1,3}"
    rf"(?=,\s+and\s+(?:his|her|an?|{SPELT}|\d{{1,3}})\s)|,\s+(?:an?|the)\s+(?!\w+\s+and\s){_SAID_OF_PEOPLE},"
    rf"(?=\s+(?:was|is|has|had|died|lost|ran|[a-z]+ed)\b)|,\s+(?:\w+ly\s+)?[a-z-]+s,{_THEIR_VERB}"
    rf"|,\s+(?-i:[A-Z])[\w'’-]+(?:,\s+(?-i:[A-Z])[\w'’-]+)*,?\s+and\s+(?-i:[A-Z])[\w'’-]+,{_THEIR_VERB}"
    r"|,?\s+who\s+(?:had\s+been|was|were)\s+(?:\w+ly\s+)?[a-z]+(?:ed|en|t)"
    r"(?:\s+(?:in|on|by|from|at)\s[^,.;]{1,50}?)?,?(?=\s+(?:(?:has|have|had|later|also|since|then|was|were)\s+)*"
    r"(?:died|succumbed|killed)\b)"
    rf"|,\s+(?:aged?\s+between|aged?\s+from|ranging\s+in\s+age)\s+{_SAID_OF_PEOPLE},"
    rf"|,\s+(?-i:[A-Z][\w'’-]+(?:\s+(?:al-|el-|bin\s|de\s)?[A-Z][\w'’-]+){{0,3}}),{_THEIR_VERB}"
    r"|,\s+(?-i:[A-Z][\w'’-]+(?:\s+(?:al-|el-|bin\s|de\s)?[A-Z][\w'’-]+){0,3})(?=,\s+(?:who|was|is|has)\b)"
    rf"|,\s+(?:who|whom|whose)\s+{_SAID_OF_PEOPLE},(?=\s+(?:was|were|is|has|died|and|together|along|as\s+well)\b)"
    rf"|,\s+(?:in|near|from)\s+(?:the\s+)?(?-i:[A-Z])[^,.;]{{1,40}},(?:\s+(?-i:[A-Z])[\w\s]{{1,30}},)?{_THEIR_VERB}"
    r"|,\s+(?:(?-i:[A-Z])?[\w'’-]+\s+){1,5}?(?:says?|said|adds|added|wrote|reported|confirmed|gathered|learnt"
    rf"|understands),(?!\s+(?:{SPELT}|\d))"
    r"|\s\((?-i:[A-Z]{2,6})\)|(?<=\w)\s+(?:close|near|hard)\s+by(?!\s+(?:an?|the)\b)"
    rf"|\s[—–-]{{1,2}}\s[^,.;:—–]{{1,90}}?\s[—–-]{{1,2}}(?=\s+and\s+(?:an?|{SPELT}|\d{{1,3}})\s)"
    rf"|\s\((?:\d{{1,3}}|(?:an?|{SPELT}|all|both|most|including|among)\s{_SAID_OF_PEOPLE})\)"
    rf"|(?:\s[—–-]{{1,2}}\s|—)(?:an?|the|his|her|their|{SPELT}|\d{{1,3}}|all|both|most|including|among)\s"
    rf"{_SAID_BETWEEN_DASHES}\s?[—–-]{{1,2}}(?:{_THEIR_VERB}|(?=\w))",
    re.IGNORECASE,
)

_WHO_THEY_WERE = re.compile(  # "four civilians, a woman and three children, were wounded": four
    rf"\b(?P<all>{DIGITS}|{SPELT})\s+(?:[\w-]+\s+){{0,2}}?[\w-]+"
    rf"(?P<each>,\s+(?:an?|{DIGITS}|{SPELT})\s[^,.;]{{1,40}}?\sand\s+"
    rf"(?:(?:an?|{DIGITS}|{SPELT})|(?:his|her|their)\s+(?:{DIGITS}|{SPELT}))\s[^,.;]{{1,40}}?,){_THEIR_VERB}",
    re.IGNORECASE,
)
_A_COUPLE = re.compile(r"\b(?:couple|pair)\b", re.IGNORECASE)
_STRONG = re.compile(
    r"(?<=\w)-(?:man|person|member|strong)(?=\s+(?:crew|team|family|patrol|squad|unit|household)\b)", re.IGNORECASE
)
_FAMILY_OF = re.compile(
    r"\b(?:an?|the|one|another)\s+(?:whole\s+|entire\s+)?(?:family|household|group|party|crew)\s+of\s+"
    rf"(?=(?:{SPELT}|\d{{1,3}})\b)",
    re.IGNORECASE,
)
_AGE_OR_CHILDREN = re.compile(  # "a child of three", "a mother of four", "a shepherd of 16"
    r"\b(?:an?|the|one|another|her|his|their)\s+(?:[a-z-]+\s+){0,2}?(?P<one>[a-z-]+)"
    rf"(?P<of>\s+of\s+(?:\d{{1,3}}|{SPELT})\b)",
    re.IGNORECASE,
)
_RATE = re.compile(  # "33 deaths per day", but not "killed 33 people a day after"
    rf"\b(?:{DIGITS}|{SPELT})(?:\s+[\w-]+){{0,3}}?\s+(?:per|an?|each|every)\s+(?:day|week|month|year)\b"
    r"(?!\s+(?:after|before|earlier|later|ago|into|when|since)\b)",
    re.IGNORECASE,
)
_THE_NEXT = re.compile(r"\s+(?:the|its|his|her|their)\b")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # "two U.S. soldiers": no sentence ends there
_COMMA_OF_A_PARTICIPLE = re.compile(r",(?=\s+(?:killed|wounded|injured)\s+(?:when|by|in|as)\b)")  # "two, killed when"
_THEMSELVES = re.compile(  # "two bombers killed themselves and nine others": those who died by their own hand
    r"(?<=\bkilled\s)(?:themselves|himself|herself)\s+and\s+", re.IGNORECASE
)


def without_asides(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """Blank out what counts nobody, at equal length; ``masked`` are half-open spans of days, times and addresses."""
    letters = list(text)
    for start, end in masked:
        if counted(text[start:end]):
            letters[start:end] = " " * len(letters[start:end])
    text = _INITIALS.sub(lambda m: m.group().replace(".", "_"), "".join(letters))
    for found in _AGE_OR_CHILDREN.finditer(text):
        if not is_person(found["one"]) or MANY.fullmatch(found["one"]):
            continue
        text = text[: found.start("of")] + " " * len(found["of"]) + text[found.end("of") :]
    text = _WHO_THEY_WERE.sub(_without_each, text)
    for pattern in (_THEMSELVES, _STRONG, NO_COUNT, _RATE, _FAMILY_OF, _UNBORN, _ASIDE, _COMMA_OF_A_PARTICIPLE):
        text = pattern.sub(_blank, text)
    return text


def _without_each(people: re.Match[str]) -> str:
    """Leave out who each of them was, where these add up to all: "four civilians, a woman and three children"."""
    total = sum(bounds(c)[1] or 0 for c in counted(people["all"]))
    each = sum(bounds(c)[1] or 0 for c in counted(people["each"])) + len(_A_COUPLE.findall(people["each"]))
    at, end = people.start("each") - people.start(), people.end("each") - people.start()
    said = people.group()
    return said[:at] + " " * (end - at) + said[end:] if total == each else said


def _blank(aside: re.Match[str]) -> str:
    """Give spaces for an aside, but keep the comma before who says so: "12, two of them boys, the mayor said"."""
    said = aside.group().endswith(",") and _THE_NEXT.match(aside.string, aside.end())
    return " " * (len(aside.group()) - 1) + "," if said else " " * len(aside.group())
