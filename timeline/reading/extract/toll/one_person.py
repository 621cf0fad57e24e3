"""One person, or two, told of without a number: "killed the driver", "she did not live", "Ahmed Saleh was killed"."""

from __future__ import annotations

import re

from timeline.event import Toll
from timeline.reading.extract.toll.counts import PEOPLE, counted, is_one_person
from timeline.reading.extract.toll.harm_frames import after, is_unreal
from timeline.reading.words import finder, phrases, table

_NOUNS = (
    "dead",
    "death",
    "deaths",
    "fatality",
    "fatalities",
    "corpses",
    "injuries",
    "wounds",
    "to hospital",
    "to hospitals",
)
_HARMED = {
    harm: "|".join(r["words"] for r in table("harm") if r["harm"] == harm and r["stands"] in ("either", "before"))
    for harm in ("killed", "injured")
}
_AFTER = {  # verbs of harm that come after whom they befall: "died", "escaped with burns"
    harm: "|".join(
        [
            *(
                r["words"]
                for r in table("harm")
                if (r["harm"], r["stands"]) == (harm, "after") and r["words"] not in _NOUNS
            ),
            after(harm),
        ]
    )
    for harm in ("killed", "injured")
}
_ONE = r"(?:the|his|her|their|its)(?:\s+[a-z\d][\w-]*(?:['’]s)?){0,2}?\s+(?P<one>head(?=\s+of\b)|[a-z][\w-]+)"
_OBJECT = {harm: re.compile(rf"\b(?:{words})\s+{_ONE}\b(?![-'’])") for harm, words in _HARMED.items()}
_NOT_QUITE = r"(?!nearly|only|reportedly|allegedly|supposedly)"
_AND_WAS = r"(?:[^,.;:“”\"]{1,40}?\s+and(?=\s+(?:was|died|is)\b))?"  # "the cook ran out and was killed"
_SUBJECT = {
    harm: re.compile(
        r"\b(?:(?:[Tt]he|[Hh]is|[Hh]er)(?:\s+[a-z][\w-]*){0,2}?\s+(?P<one>[a-z][\w-]+)(?:\s+of\s+(?:the|an?)\s+\w+)?"
        rf"|(?<!as\s)(?<!if\s)(?P<pronoun>[Hh]e|[Ss]he)){_AND_WAS}\s+(?:{_NOT_QUITE}\w+ly\s+|also\s+)?"
        rf"(?:(?:was|is|has\s+been|had\s+been)\s+(?:(?:also|{_NOT_QUITE}\w+ly)\s+)?(?:{words})"
        rf"|(?:has\s+|had\s+|later\s+)*(?:{_AFTER[harm]}))\b"
    )
    for harm, words in (("killed", "killed|dead"), ("injured", "injured|wounded|hurt"))
}
_NAMED = r"[A-Z][\w'’-]+(?:\s+(?:al-|el-|bin\s|van\s|de\s)?[A-Z][\w'’-]+){1,3}"
_BY_NAME = {  # "killed Hezbollah commander Ahmed Saleh", "killed Ahmed Saleh.", "Ahmed Saleh was killed"
    harm: (
        re.compile(
            rf"\b(?:{words})\s+(?:(?:the|its|his|a|an)\s+)?(?:[\w'’-]+\s+){{0,4}}?(?P<one>{PEOPLE.pattern})\s+(?-i:[A-Z])"
            r"[\w'’-]+"
        ),
        re.compile(rf"\b(?:{words})\s+(?P<name>{_NAMED})(?=\s*[,.;]|\s*$|\s+(?:in|on|at|near|as|when|outside)\b)"),
        re.compile(
            rf"(?:^|[.;:]\s+)(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,3}}),\s+\d{{1,3}},(?:[^,.;]{{1,60}},)?\s+"
            rf"(?:(?:was|is|has\s+been)\s+(?:{passive})|{_AFTER[harm]})\b"
        ),
        re.compile(
            rf"(?:^|[,;:]\s|\b[a-z]+\s)(?P<name>{_NAMED})\s+(?:was|is|has\s+been)\s+(?:also\s+)?(?:{passive})\b"
        ),
    )
    for (harm, words), passive in zip(_HARMED.items(), ("killed|dead", "injured|wounded|hurt"), strict=True)
}
_MANAGED = re.compile(r"\b(?:managed|proceeded|able)\s+to\s+$")
_AHEAD = 40  # characters before a verb of harm
_AGED = r"(?:,\s+(?:\d{1,3}|[a-z-]+),)?"
_TWO_BY_NAME = re.compile(  # "Amal Saleh, 12, and her sister Hanin, nine, were killed"
    rf"(?:^|[.;:,]\s|\b[a-z]+\s)(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}}){_AGED}\s+and\s+"
    rf"(?:(?:his|her)\s+(?:[a-z]+\s+)?[a-z]+,?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}}{_AGED}\s+"
    r"(?:were|have\s+been|had\s+been)"
    r"\s+(?:both\s+|also\s+)?(?:(?P<killed>killed|dead)|wounded|injured)\b"
)
_NAME_AND_AGE = (
    r"[A-Z][\w'’-]+(?:\s+(?:al-|el-|bin\s|de\s)?[A-Z][\w'’-]+){1,3}"
    r"(?:,\s+(?:aged\s+)?(?:\d{1,3}|[a-z-]+)(?=\s*(?:[,.;]|$|\sand\b)))?"
)
_ALL_BY_NAME = re.compile(  # "The victims were named as Amal Saleh, 12, Omar Aziz and Nour Aziz"
    r"\b(?:[Tt]he\s+(?:dead|victims|three|four|five|six)|[Tt]hose\s+(?:killed|who\s+died))\s+"
    r"(?:are|were|have\s+been)"
    rf"(?:\s+(?:named|identified)\s+as)?:?\s+(?P<names>{_NAME_AND_AGE}(?:(?:,\s+and|,|\s+and)\s+{_NAME_AND_AGE})+)"
    r"\s*(?:[.;]|$)"
)
_NTH = re.compile(  # "three died in the fields, the fourth died at home"
    r"\b[Tt]he\s+(?:other|second|third|fourth|fifth|sixth|last)(?:\s+(?:one|victim|person))?\s+"
    r"(?:died|perished|was\s+killed)\b"
)
_AMONG_THEM = re.compile(
    r"\bamong\s+(?:the\s+(?:dead|killed|victims|injured|wounded|casualties|fatalities)"
    r"|those\s+(?:killed|wounded|injured|hurt|who))\b",
    re.IGNORECASE,
)
_NO_PERSON = finder([*phrases("organisation_words"), *phrases("war_words")], plural=True)


def all_by_name(text: str) -> Toll | None:
    """Read the dead as an article names all of them: "The dead are Amal Saleh, 12, and Omar Aziz, 40"."""
    all_ = _ALL_BY_NAME.search(text)
    names = len(re.findall(_NAME_AND_AGE, all_["names"])) if all_ else 0
    return Toll(names, names, names, " ".join(all_.group().split())) if all_ else None


def one_person(text: str, harm: str) -> Toll | None:
    """Read "killed the driver", "his son was wounded"; who was "among the dead" is not all of them."""
    if _AMONG_THEM.search(text):
        return None
    nth = _NTH.search(text) if harm == "killed" else None
    if nth:
        return Toll(1, 1, 1, " ".join(nth.group().split()))
    for pattern in (_OBJECT[harm], _SUBJECT[harm]):
        one = pattern.search(text)
        if (
            one
            and _is_done(text, one)
            and (one["one"] == "head" or is_one_person(one["one"]) or one.groupdict().get("pronoun"))
        ):
            return Toll(1, 1, 1, " ".join(one.group().split()))
    return _by_name(text, harm)


def _is_done(text: str, harmed: re.Match[str]) -> bool:
    """Whether the words tell of a deed: none of "tried to kill the mayor", but "managed to kill the mayor"."""
    ahead = text[max(0, harmed.start() - _AHEAD) : harmed.start()]
    return not is_unreal(ahead) or bool(_MANAGED.search(ahead))


def _by_name(text: str, harm: str) -> Toll | None:
    """Read one person, or two, told by name: "killed Hezbollah commander Ahmed Saleh"."""
    two = _TWO_BY_NAME.search(text)
    if two and not _NO_PERSON.search(two.group()) and (two["killed"] is not None) is (harm == "killed"):
        return Toll(2, 2, 2, " ".join(two.group().split()))
    titled, *named = _BY_NAME[harm]
    one = titled.search(text)
    if one and _is_done(text, one) and is_one_person(one["one"]) and not counted(one.group()):
        return Toll(1, 1, 1, " ".join(one.group().split()))
    found = next(
        (
            m
            for pattern in named
            if (m := pattern.search(text)) and _is_done(text, m) and not _NO_PERSON.search(m["name"])
        ),
        None,
    )
    return Toll(1, 1, 1, " ".join(found.group().split())) if found else None
