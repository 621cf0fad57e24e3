"""The words of force, by their grammar: weapons, who carries them, nouns and verbs of striking, of harm and of ruin.

Nouns are those of ``data/words/strike_cues.csv``. Verbs are those of ``strike_verbs.csv`` in all their forms; a verb
that means force only with certain words after it has these in the column ``after``: "tore *through*", "set * *alight*".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from timeline.reading.words import by_initial, finder, keywords, of_class, phrase, phrases, table

_FORMS = ("present", "past", "participle", "gerund")
_OF_HITTING = ("hit verb", "kinetic verb", "wreck verb")
_NOUNS = table("strike_cues")
_VERBS = table("strike_verbs")
_SUB_KINDS = (
    {row["words"].lower(): row["sub_kind"] for row in _NOUNS}
    | {row[form]: row["sub_kind"] for row in _VERBS if row["class"] == "kinetic verb" for form in _FORMS}
    | {"mine": "bomb", "charge": "bomb", "device": "bomb"}
)

NO_WEAPON = frozenset({"attack", "blast"})  # sub-kinds that name none


def _nouns(*classes: str) -> re.Pattern[str]:
    return finder(of_class("strike_cues", *classes), plural=True)


def _verbs(*classes: str, forms: Sequence[str] = _FORMS) -> re.Pattern[str]:
    """Find these forms of the verbs of these classes, with one of the words that must follow them."""
    rows = {_verb(row, forms): _forms_of(row, forms) for row in _VERBS if row["class"] in classes}
    longest = sorted(rows, key=len, reverse=True)
    body = by_initial((initial, verb) for verb in longest for initial in sorted({w[0] for w in rows[verb]}))
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def _forms_of(row: dict[str, str], forms: Sequence[str] = _FORMS) -> set[str]:
    return {row[form] for form in forms if row[form]}


def words_of(*classes: str) -> frozenset[str]:
    """Give key words of these classes of nouns and verbs: a sentence without any has none of theirs."""
    nouns = keywords((row["words"] for row in _NOUNS if row["class"] in classes), plural=True)
    return nouns | keywords(form for row in _VERBS if row["class"] in classes for form in _forms_of(row))


def _verb(row: dict[str, str], said: Sequence[str]) -> str:
    forms = "|".join(sorted(_forms_of(row, said), key=lambda form: (-len(form), form)))
    after = [after.strip() for after in row["after"].split(";") if after.strip()]
    return f"(?:{forms})" + (rf"(?:{'|'.join(phrase('x ' + words)[1:] for words in after)})" if after else "")


def _forms(form: str) -> frozenset[str]:
    return frozenset(row[form] for row in _VERBS if row[form])


_OTHER_THING = rf"(?!['’]s?\s|-(?!\d)|\s+(?:{'|'.join(phrases('weapon_compounds'))})\b)"


OF_A_PIT = (  # what follows a mine of coal
    r"(?!['’]s?\s|\s+(?:shafts?|sites?|museum|works?|workers?|entrance|gates?|dump|tunnel|pit|owner|manager|boss"
    r"|train|lift|cart)\b)"
)
_MINE = (  # any other mine is one of coal or gold
    r"(?<![\w-])(?:(?<=\bby\sa\s)|(?<=\bon\sa\s)|(?<=\bover\sa\s)|(?<=\bhit\sa\s)|(?<=\bstruck\sa\s))mine(?![\w-])"
    rf"{OF_A_PIT}"
    r"|(?<![\w-])mines?(?=\s+(?:exploded|detonated|went\s+off|blew\s+up|blast|explosion)\b)"
    r"|(?<![\w-])(?<=\ba\s)mine(?=,?\s+(?:meant|intended)\s+for\b)"
)
_LAID = (
    r"(?=,?\s+(?:(?:had\s+been|was|were|that|which)\s+)*(?:\w+ly\s+)?"
    r"(?:planted|laid|placed|hidden|concealed|buried|left|(?:attached|fixed|strapped|taped|stuck)\s+"
    r"(?:to|under|beneath))\b)"
)
_GOES_OFF = r"(?=\s+(?:had\s+)?(?:exploded|detonated|gone\s+off|went\s+off|blew\s+up)\b)"
_CHARGE = (  # any other charge is one of a court or a price, any other device one of a kitchen
    rf"(?<![\w-])(?:charges?|devices?){_LAID}|(?<![\w-])charges?{_GOES_OFF}"
    r"|(?<![\w-])(?:(?<=\bset\soff\sa\s)|(?<=\bdetonated\sa\s)|(?<=\bexploded\sa\s))(?:charge|device)(?![\w-])"
    rf"|(?<![\w-])(?:(?<=\ba\s)|(?<=\bthe\s)|(?<=\btwo\s)|(?<=\bthree\s)|(?<=\bremote-controlled\s))devices?{_GOES_OFF}"
)


def _weapons(*classes: str, but: Collection[str] = ()) -> re.Pattern[str]:
    """Find these nouns, but not "drone maker" or "missile defence"."""
    words = (word for word in of_class("strike_cues", *classes) if word not in but)
    return re.compile(rf"{finder(words, plural=True).pattern}{_OTHER_THING}|{_MINE}|{_CHARGE}", re.IGNORECASE)


WEAPON = _weapons("weapon")
ONE_WEAPON = re.compile(  # of many that were sent, or by itself
    rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}?(?:{WEAPON.pattern})(?<!s)(?!\w)", re.IGNORECASE
)
ARMING = _weapons("weapon", but=("debris", "wreckage"))  # it falls from other things too
ARMS = _weapons("weapon", "platform")  # with aircraft, ships and guns: whatever can be said to strike
_GEAR = (
    r"(?:drone|UAV|aircraft|craft|helicopter|submarine|plane|jet|missile|rifle|weapon|dog|team|ship|boat)s?"
    r"|fighters|bombers"
)
_NO_GEAR = rf"(?![\s-](?:{_GEAR})\b)"  # "attack drones" are no attack
ACT = re.compile(_nouns("act", "kinetic act").pattern + _NO_GEAR, re.IGNORECASE)
KINETIC_ACT = _nouns("kinetic act")
EFFECT = finder(of_class("strike_cues", "effect verb"))
HARMED = finder(of_class("strike_cues", "effect verb", "effect noun"))
FORCES = finder(phrases("forces"))
HIT = _verbs("hit verb", "kinetic verb")
KINETIC_HIT = _verbs("kinetic verb")
BARE = _verbs("hit verb", "kinetic verb", "motion verb", "wreck verb", forms=("base",))
LAUNCH_BARE = _verbs("launch verb", forms=("base",))
KINETIC_BARE = _verbs("kinetic verb", forms=("base",))
MOTION = _verbs("motion verb")
WRECK = _verbs("wreck verb")
ARMED_VERB = _verbs("armed verb")  # strikes only with a weapon as its subject or after "with"
SEEKING = _verbs("seeking verb")  # what any machine does; a state's own weapon does it to strike
SUFFER = _verbs("suffer verb")  # what is struck is their subject: "burned down", "took a direct hit"
LAUNCH = _verbs("launch verb")
AIMED = _verbs("aimed verb")
PLANTING = _verbs("planting verb")
DEMOLISH = _verbs("demolition verb")
INTERCEPT = _verbs("intercept verb")
_PLAIN = "|".join(sorted({row["base"] for row in _VERBS if not row["after"] and row["class"] in _OF_HITTING}))
MINES = frozenset({"mine", "mines", "charge", "charges", "device", "devices"})
WEAPON_WORDS = words_of("weapon") | MINES
ARMS_WORDS = words_of("weapon", "platform") | MINES
BASE = re.compile(  # "drones damage a pipeline", as headlines and chronicles have it
    rf"\s+(?:{_PLAIN})(?=\s+(?!on\b|of\b|in\b))", re.IGNORECASE
)
PRESENT = _forms("present")
GERUND = _forms("gerund")


def _force_words() -> frozenset[str]:
    """Collect the longest word of each noun of force, and every form of the verbs that a doer strikes with."""
    nouns = (r["words"] for r in _NOUNS if r["class"] in ("weapon", "platform", "act", "kinetic act"))
    longest = {max(_WORD.findall(words.lower()), key=len) for words in nouns}
    verbs = {row[form] for row in _VERBS if row["class"] in ("hit verb", "kinetic verb") for form in _FORMS}
    return frozenset([w + end for w in longest for end in ("", "s", "es")]) | verbs | _OTHER_WORDS


_WORD = re.compile(r"[a-z]+")
_OTHER_WORDS = frozenset(
    {
        "mine",
        "mines",
        "charge",
        "charges",
        "blown",
        "blow",
        "dynamited",
        "intercepted",
        "downed",
        "destroyed",
        "levelled",
        "leveled",
        "flattened",
        "wrecked",
        "fire",
        "under",
        "exploded",
        "detonated",
        "blew",
        "went",
        "incoming",
        "device",
        "devices",
    }
)
_FORCE = _force_words()


@lru_cache(maxsize=4_096)  # each sentence is asked by several
def speaks_of_force(text: str) -> bool:
    """Whether any word of the text may be one of force, so that most sentences are never looked at closely."""
    return not _FORCE.isdisjoint(_WORD.findall(text.lower()))


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """Join patterns that ignore case into one."""
    return re.compile("|".join(p.pattern for p in patterns), re.IGNORECASE)


def sub_kind(words: str) -> str:
    """Name the ACLED-like kind of a weapon or an act; "attack" when the words do not tell."""
    lower = " ".join(words.lower().split())
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
        if form in _SUB_KINDS:
            return _SUB_KINDS[form]
    return "attack"
