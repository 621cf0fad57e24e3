"""The numbers of a sentence, in digits or words, with the bounds that stand before them.

"At least two dozen" is 24 or more, "nearly 200" about 200, "between 20 and 30" has no best reading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.reading.words import by_initial, finder, openers, phrase, phrases, table

Bounds = tuple[int | None, int | None, int | None]  # low, best, high; ``None`` where the words leave it open

_TABLE: dict[str, Bounds] = {
    r["words"]: (
        int(r["low"]) if r["low"] else None,
        int(r["best"]) if r["best"] else None,
        int(r["high"]) if r["high"] else None,
    )
    for r in table("tolls")
}
_MANY_WORDS = r"people|[a-z-]*men|children|police|troops|crew|staff|personnel|elderly|more|[\w'’-]+s"
_IMPLIED: dict[str, Bounds] = {
    **dict.fromkeys(("his", "her", "its", "their"), (1, 1, 1)),
    **dict.fromkeys(("both", "twin"), (2, 2, 2)),
}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_WORDS = sorted((w for w, b in _TABLE.items() if b[1] and " " not in w and w not in ("a", "an")), key=len, reverse=True)
SPELT = "|".join(_WORDS)
DIGITS = r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)|\d{1,6}"  # "2,000", "2 000"
_TENS = rf"(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\s-](?:{SPELT})\b"
_REST = rf"(?:\s+and)?\s+(?:{_TENS}|(?:{SPELT})\b)"
_MANIFOLD = rf"(?:a|{DIGITS}|{SPELT})(?:\s+(?:hundred|thousand)(?:{_REST})?\b){{1,2}}"
_NUMBER = rf"{_MANIFOLD}|(?:a|{DIGITS}|{SPELT})\s+dozen|{_TENS}|{DIGITS}"
_COUNT = "|".join([r"half\s+a\s+dozen", _NUMBER, *(finder([w]).pattern for w in sorted(_TABLE, key=len, reverse=True))])
_LEAST_WORDS = ("at least", "no fewer than", "no less than", "more than", "over", "past", "above", "upwards of")
_MOST_WORDS = ("as many as", "at most", "no more than", "fewer than", "less than", "under")
_UP_TO = r"(?<!gone\s)(?<!went\s)(?<!goes\s)up\s+to"
_ABOUT_WORDS = ("nearly", "almost", "about", "around", "roughly", "approximately", "some", "close to", "an estimated")
_LEAST, _MOST, _ABOUT = ("|".join(map(phrase, words)) for words in (_LEAST_WORDS, _MOST_WORDS, _ABOUT_WORDS))
_BOUND = rf"(?:(?P<least>{_LEAST})|(?P<most>{_UP_TO}|{_MOST})|(?P<about>{_ABOUT}))\s{{1,2}}(?!of\b)"
_SINGULAR = "|".join(w for w in phrases("people") if not re.fullmatch(_MANY_WORDS, w))
_ONE_OF_SOMEBODYS = (  # "his wife", "their elderly neighbour": one person, though no number says so
    rf"(?:his|her|its|their)(?=\s+(?:(?!(?:{SPELT}|\d+)(?![\w-]))[a-z\d][\w-]*\s+){{0,2}}?"
    rf"(?:{_SINGULAR}|[a-z-]*(?:man|woman|year-old))(?![\w-]|['’]s))"
)
_BOTH = (
    r"twin(?=\s+(?:brother|sister|son|daughter|boy|girl|babie)s\b)"
    r"|both(?=\s+(?:of\s+(?:them|the\s+[a-z]+)\s+)?(?:were|was|are|died|have|had)\b"
    rf"|\s+(?:[a-z]+\s+)?(?:{_SINGULAR})e?s\b(?!\s+and)|\s+(?:wo)?men\b(?!\s+and)|\s+children\b(?!\s+and))"
)
_KIN = (
    r"(?:mother|father|sister|brother|son|daughter|wife|husband|grandmother|grandfather|grandson|granddaughter"
    r"|uncle|aunt|nephew|niece|cousin|girlfriend|boyfriend|fianc[eé]e?)"
)
_PAIR = (  # "her mother and sister"
    rf"(?:his|her|their|an?|the)\s+(?:[a-z]+\s+)?{_KIN}\s+and"
    rf"(?=\s+(?:(?!his\b|her\b|their\b)[a-z]+\s+)?{_KIN}(?![\w-]|['’]s|\s+of\b))"
)
_COUPLE = r"(?:an?|the)\s+(?:[\w-]+\s+)?couple(?!\s+of\b)"
_FIRST_WORDS = openers(
    ["the", *_TABLE, *_WORDS, *_IMPLIED, *_LEAST_WORDS, *_MOST_WORDS, *_ABOUT_WORDS, "half", "between", "up"]
)
_FIRST = rf"(?:\d|(?:{by_initial((word[0], word) for word in sorted(_FIRST_WORDS))})\b)"
_QUANTITY = re.compile(
    rf"(?<![\w$€£#№.,:/-])(?={_FIRST})(?:between\s+(?P<from>{_COUNT})\s+and\s+(?P<till>{_COUNT})"
    rf"|(?:(?:{_LEAST}|{_UP_TO}|{_MOST}|{_ABOUT})\s{{1,2}})?(?P<low>{_NUMBER}|{SPELT})"
    rf"(?:\s+(?:to|or)\s+|(?<=\d)\s?[–-]\s?(?=\d)|\s+and\s+(?:(?:perhaps\s+|possibly\s+|maybe\s+)?(?:{_MOST})"
    rf"|(?:perhaps|possibly|maybe)\s+{_UP_TO})\s+)(?P<high>{_NUMBER}|{SPELT})"
    rf"|(?:{_BOUND})?(?P<count>{_PAIR}|{_COUPLE}|{_COUNT}|{_ONE_OF_SOMEBODYS}|{_BOTH})"
    r"(?:\s+others?\b|(?<=another)\s+one(?=\s+(?:in|near|at|outside)\b))?)"
    r"(?![\w%-]|[.,:/]\d|\s*%|\s+(?:million|billion|trillion)\b)(?P<more>"
    r"(?:\s+(?!(?:wounded|injured|hurt|dead|killed)\b)\w+)?\s+or\s+more\b)?",
    re.IGNORECASE,
)

_GROUPING = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,7})?\b\.?"
NO_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}}\b)?|\b{_MONTH}\s+\d{{1,2}}\b(?:,?\s+\d{{4}}\b)?"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.|o'clock)|\b(?:born\s+in|in|of|the|since|from|during|until)"
    r"\s+(?:19|20)\d\d\b(?:\s+and\s+(?:19|20)\d\d\b)?|\b(?:Route|Highway|Road|Flight|Unit|Building|Block|Sector"
    r"|Camp|Gate|Terminal|Brigade|Flat|House|No\.?|Number|Day|Article|Resolution|MiG|Su|Type)[\s-]+\d{1,6}\b"
    rf"|(?i:\b(?:{SPELT}|\d{{1,3}}))(?:\s+|-)(?:thirds?|quarters?|fifths?|tenths?|in\s+every)\b(?:\s+of\s+(?:the|its|their|all|some)\s+\d+\b)?"
    r"|\b\d{1,3}\s+per\s?cent\b|\b[Oo]ne\s+(?:for|to)\s+(?:each|every)\b|\bfrom\s+[\w,]{1,12}(?=\s+to\s+\d)"
    rf"|\bfrom\s+(?:{_TENS}|{SPELT}|{DIGITS})(?=\s+to\s+(?:{_TENS}|{SPELT}|{DIGITS})\b)|(?<=\d\s)from\s+\d{{1,4}}\b"
)

PEOPLE = finder([*phrases("people"), "other", "others"], plural=True)
_BEAST = finder(phrases("beasts"), plural=True)
_THING = finder([*phrases("not_people"), *phrases("beasts")], plural=True)
_BY_ENDING = re.compile(
    r"[a-z\d-]*(?:man|men|woman|women|person|ist|ists|year-olds?|[a-z]{3}ians?"
    r"|[a-z]{2}(?:worker|driver|teacher|seller|keeper|maker|owner|holder|fighter|officer|goer|leaver|mate|child"
    r"|children)s?)",
    re.IGNORECASE,
)
MANY = re.compile(_MANY_WORDS, re.IGNORECASE)


@lru_cache(maxsize=1_024)  # a sentence's counts are asked for more than once
def counted(text: str) -> tuple[re.Match[str], ...]:
    """Find the counts of ``text`` in order; read one with ``bounds`` and its words with ``spelt``."""
    return tuple(q for q in _QUANTITY.finditer(text) if _is_a_range_or_count(q))


def spelt(count: re.Match[str]) -> str:
    """Give the number itself in lower case, without what bounds it; "" for a range."""
    return (count["count"] or "").lower()


def _is_a_range_or_count(quantity: re.Match[str]) -> bool:
    low, _, high = bounds(quantity)
    return bool(quantity["count"]) or (low is not None and high is not None and low < high)


def bounds(quantity: re.Match[str]) -> Bounds:
    """Read the low, the best and the high of one count."""
    if not quantity["count"]:
        low, high = quantity["from"] or quantity["low"], quantity["till"] or quantity["high"]
        return _read(low)[0], None, _read(high)[2]
    low_, best, high_ = _read(quantity["count"])
    if quantity["about"]:
        return (None, best, None) if best is not None else (low_, None, None)
    if quantity["most"]:
        below = quantity["most"].lower().split()[0] in ("fewer", "less", "under")
        return None, None if below else best, high_
    return (low_, best, None) if quantity["least"] or quantity["more"] else (low_, best, high_)


def _read(words: str) -> Bounds:
    """Read "1,200", "a dozen", "twenty-three" or "two hundred and six"."""
    plain = _GROUPING.sub("", " ".join(words.lower().split()))
    if plain.endswith((" and", " couple")):
        return 2, 2, 2
    if plain in _TABLE or plain in _IMPLIED:
        return _TABLE.get(plain) or _IMPLIED[plain]
    total = part = 0
    for word in plain.replace("-", " ").split():
        if word in _TIMES:
            part = max(part, 1) * _TIMES[word]
            total, part = (total + part, 0) if word == "thousand" else (total, part)
        elif word != "and":
            part += int(word) if word.isdigit() else _TABLE[word][1] or 0
    return (total + part,) * 3


def are_people(count: re.Match[str], noun: Sequence[str]) -> bool:
    """Whether the words after an active verb's count are people: one of them must be, where only one is counted."""
    low, best, _ = bounds(count)
    if best == 0:
        return not noun or noun[0] in ("people", "person")
    persons = [w for w in noun if is_person(w)]
    if best == 1 and low == 1:
        bare = not noun and spelt(count) not in ("a", "an")
        return bare or any(not MANY.fullmatch(w) for w in persons)
    return bool(persons) or not any(_THING.fullmatch(w) for w in noun)


def are_beasts(noun: Sequence[str]) -> bool:
    """Whether the words after a count are of beasts, and of nobody: "cows", not "cow herders"."""
    return any(_BEAST.fullmatch(w) for w in noun) and not any(map(is_person, noun))


def is_head(word: str, count: re.Match[str]) -> bool:
    """Whether ``word``, the last of the noun before a passive verb, is of people, as many as are counted."""
    low, best, _ = bounds(count)
    if best == 0:
        return word.lower() in ("people", "person")
    if best == 1 and low == 1:
        return word == "more" or (is_person(word) and not MANY.fullmatch(word))
    if _THING.fullmatch(word):
        return False
    return is_person(word) or bool(MANY.fullmatch(word)) or word[0].isupper()


def is_one_person(word: str | None) -> bool:
    """Whether a word is for one person: "driver", not "crew" nor "children"."""
    return word is not None and is_person(word) and not MANY.fullmatch(word)


def is_person(word: str) -> bool:
    """Whether a word is for one person or several."""
    return bool(PEOPLE.fullmatch(word) or _BY_ENDING.fullmatch(word))
