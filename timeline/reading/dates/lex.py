"""Text into tokens, and each token into one character that says what kinds of word it may be.

A date pattern is then an ordinary regular expression over that short string of kinds (``grammar.py``), so that finding
is one pass over the text whatever the number of rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.reading.dates.periods import FIRST_YEAR, LAST_YEAR
from timeline.reading.dates.words import lexicon

_TOKEN = re.compile(
    r"""
    (?:
      (?P<FISCAL>(?:[QH][1-4]\ ?|[1-4][QH]\ ?)?FY\ ?['’]?\d{2}(?:\d{2})?(?:[/–-]\d{2}(?:\d{2})?)?(?![\w]|[/–-]\d))
    | (?P<AMPM>[aApP]\.[mM]\b\.?)
    | (?P<WORD>[^\W\d_]\w*(?:[’'ʼ][\u0400-\u04ff]\w*)?)
    | (?P<ISO>(?<![\d.-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<ISOWEEK>(?<![\d.-])\d{4}-W\d\d(?![\w-]))
    | (?P<NUMERIC>(?<![\d/.-])(?:\d{4}(?P<y>[/.])\d{1,2}(?P=y)\d{1,2}|\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{4}
                |\d{1,2}/\d{1,2}/\d{2}|[0-3]\d\.[01]\d\.\d\d)(?![\d/]|[.-]\d))
    | (?P<CLOCK>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<DECADE>\d{3}0['’]?s\b|['’]?\d0['’]?s\b)
    | (?P<ORDNUM>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<SHORTYEAR>['’]\d\d\b)
    | (?P<POSS>['’][sS]\b)
    | (?P<NUMBER>\d{1,3}(?:,\d{3}){1,4}(?![\d,])|\d+(?:\.\d+)?)
    | (?P<BREAK>\n[ \t\r]*\n\s*)
    | (?P<OTHER>[^\s])
    )[ ]*
    """,
    re.VERBOSE,
)
_PUNCTUATION = {
    ",": "COMMA", ".": "DOT", "-": "HY", "‑": "HY", "–": "DASH", "—": "DASH", "(": "OPEN", ")": "CLOSE",
    "'": "QUOTE", "’": "QUOTE", "+": "PLUS", "/": "SLASH",
}  # fmt: skip
_SHAPES = ("ISO", "ISOWEEK", "NUMERIC", "CLOCK", "DECADE", "ORDNUM", "SHORTYEAR", "POSS", "FISCAL")
OTHER = "x"  # a word that no date is made of; patterns call it OTHER
BREAK = "\n"
_FIRST_KIND = 0xE000  # private use: one character for each set of kinds
_DIGITS = 9  # longer numbers only count units ("9999999999 days ago"), and are never resolved


class Kinds:
    """Which kinds each word and shape belongs to; the kinds of one token share one character.

    ``literals`` are the plain words that patterns name ("of", "ago"); each is a kind of its own.
    """

    def __init__(self, literals: frozenset[str]) -> None:
        self._any: dict[str, set[str]] = {word: {word} for word in literals}
        self._capital: dict[str, set[str]] = {}
        for section in lexicon().values():
            target = self._capital if section.capital else self._any
            for word in section.values:
                target.setdefault(word, set()).add(section.name)
        self._chars: dict[frozenset[str], str] = {}
        self._by_word: dict[str, str] = {}
        self._number_sets()

    def _number_sets(self) -> None:
        for sample in ("0", "5", "00", "15", "28", "45", "1994", "300", "0026", "2.5", "1234567890"):
            self.char(number_kinds(sample))
        for shape in _SHAPES + tuple(_PUNCTUATION.values()):
            self.char(frozenset({shape}))
        for word in self._any.keys() | self._capital.keys():
            for form in (word, word.capitalize(), word.upper()):
                self._by_word[form] = self.of_word(form)

    def char(self, kinds: frozenset[str]) -> str:
        """The character for a set of kinds."""
        if not kinds:
            return OTHER
        return self._chars.setdefault(kinds, chr(_FIRST_KIND + len(self._chars)))

    def of_word(self, word: str) -> str:
        """The character for a word as written."""
        known = self._by_word.get(word)
        if known is not None:
            return known
        lower = word.lower()
        kinds = self._any.get(lower, set()) | (self._capital.get(lower, set()) if word[:1].isupper() else set())
        if not kinds:
            return OTHER
        return self.char(frozenset(kinds))

    def having(self, kind: str) -> str:
        """All characters whose sets hold a kind. Raises ``KeyError`` for an unknown kind."""
        if kind == "OTHER":
            return OTHER
        found = "".join(char for kinds, char in self._chars.items() if kind in kinds)
        if not found:
            raise KeyError(kind)
        return found


@lru_cache(maxsize=4096)
def number_kinds(digits: str) -> frozenset[str]:
    """The kinds of a number as written: what it could be in a date."""
    if "." in digits:
        return frozenset({"DECIMAL"})
    plain = digits.replace(",", "")
    if len(plain) > _DIGITS:
        return frozenset({"LONGINT"})
    kinds = {"INT"}
    size = int(plain)
    if len(digits) <= 2:
        kinds |= {"DAY"} if 1 <= size <= 31 else set()
        kinds |= {"HOUR"} if size <= 24 else set()
        kinds |= {"YEAREND"} if len(digits) == 2 else set()
    if len(digits) == 4 and FIRST_YEAR <= size <= LAST_YEAR:
        kinds.add("YEAR")
    elif len(digits) == 4:
        kinds.add("ODDYEAR")  # "10 Mar 0026": a date, but of no year that is read
    return frozenset(kinds)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens: code-point offsets, the words as written, and one kind character a token."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    kinds: str
    told: dict[int, str] = field(default_factory=dict)  # what a token tells of time, by index, kept by ``tense.py``

    def word(self, index: int) -> str:
        """The token at an index, "" outside the text or at a paragraph break."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def lower(self, index: int) -> str:
        """The same in lower case."""
        return self.word(index).lower()

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


def tokenise(text: str, kinds: Kinds) -> Tokens:
    """All tokens of a text, in one pass."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    chars: list[str] = []
    punctuation = {mark: kinds.char(frozenset({name})) for mark, name in _PUNCTUATION.items()}
    shapes = {shape: kinds.char(frozenset({shape})) for shape in _SHAPES}
    shapes["AMPM"] = kinds.of_word("am")
    for match in _TOKEN.finditer(text):
        shape, start = match.lastgroup or "", match.start()
        word = match[shape]
        ends.append(start + len(word))
        if shape == "WORD":
            char = kinds.of_word(word)
        elif shape == "OTHER":
            char = punctuation.get(word, OTHER)
        elif shape == "NUMBER":
            char = kinds.char(number_kinds(word))
        elif shape == "BREAK":
            word, char = "", BREAK
        else:
            char = shapes[shape]
        starts.append(start)
        words.append(word)
        chars.append(char)
    return Tokens(text, starts, ends, words, "".join(chars))
