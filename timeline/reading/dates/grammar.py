"""The small language that date patterns are written in, and the finder that runs them.

A pattern is a line of elements: an upper-case name is a kind of word (``MONTH``, ``DAY``: see ``dates_words.txt`` and
``lex.py``), or a phrase built from such kinds (``COUNT``: see ``phrases.py``); a lower-case word is itself ("ago");
``name:`` before an element or a bracket lets the reader ask for it; ``?``, ``|`` and brackets mean what they mean in
regular expressions. Nothing repeats without bound, so that matching is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from timeline.reading.dates.context import REPEAT, Found, Rule
from timeline.reading.dates.lex import BREAK, OTHER, Kinds, Tokens
from timeline.reading.dates.phrases import PHRASES

_ELEMENT = re.compile(r"(?:(?P<name>[a-z]+):)?(?P<unit>[A-Z]+|[a-z][a-z.']*|[()|?])")
_PHRASE_DEPTH = 6  # a phrase is built of phrases at most this deep


class Compiler:
    """Turns patterns into regular expressions over kind characters.

    It first gathers the plain words of all patterns, since each is a kind of its own.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        sources = [*patterns, *PHRASES.values()]
        literals = frozenset(m["unit"] for s in sources for m in _ELEMENT.finditer(s) if m["unit"][0].islower())
        self.kinds = Kinds(literals)

    def regex(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern. Raises ``KeyError`` for an unknown kind."""
        return re.compile(_number_repeats(self._translate(pattern, 0)))

    def _translate(self, pattern: str, depth: int) -> str:
        if depth > _PHRASE_DEPTH:
            raise ValueError(f"phrases nested too deep at {pattern!r}")
        out: list[str] = []
        naming = ""
        for piece in re.finditer(r"([a-z]+):|([A-Z]+|[a-z][a-z.']*)|([()|?])|\s+", pattern):
            name, unit, mark = piece.groups()
            if name:
                naming = name
            elif unit:
                body = self._unit(unit, depth)
                out.append(f"(?P<{naming}>{body})" if naming else body)
                naming = ""
            elif mark:
                opening = f"(?P<{naming}>" if naming else "(?:"
                out.append(opening if mark == "(" else mark)
                naming = "" if mark == "(" else naming
        return "".join(out)

    def _unit(self, unit: str, depth: int) -> str:
        if unit in PHRASES:
            return self._translate(PHRASES[unit], depth + 1)
        return f"[{self.kinds.having(unit)}]"


def _number_repeats(regex: str) -> str:
    """Give every use of a group name after the first a number of its own."""
    seen: Counter[str] = Counter()

    def numbered(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return f"(?P<{match[1]}>" if seen[match[1]] == 1 else f"(?P<{match[1]}{REPEAT}{seen[match[1]]}>"

    return re.sub(r"\(\?P<([a-z]+)>", numbered, regex)


_NOTHING = frozenset({"", OTHER, BREAK})


class Finder:
    """Finds the time phrases of a text: at each place the longest rule that its guard admits, left to right."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = tuple(rules)
        compiler = Compiler(rule.pattern for rule in rules)
        self.kinds = compiler.kinds
        self._by_start: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
        for rule in rules:
            regex = compiler.regex(rule.pattern)
            for char in sorted(first_kinds(regex.pattern)):
                self._by_start.setdefault(char, []).append((rule, regex))
        # "the", "in" and the like begin no phrase before a word that no date is made of
        self._never_alone = frozenset(
            char
            for char, able in self._by_start.items()
            if not any(regex.match(char) or f"[{OTHER}]" in regex.pattern for _, regex in able)
        )

    def find(self, tokens: Tokens) -> list[Found]:
        """All phrases, in order, none overlapping."""
        found: list[Found] = []
        free_from = 0
        by_start, never_alone, kinds = self._by_start, self._never_alone, tokens.kinds
        for index, char in enumerate(kinds):
            if index >= free_from and char in by_start:
                if char in never_alone and kinds[index + 1 : index + 2] in _NOTHING:
                    continue
                best = self._longest(tokens, index, by_start[char])
                if best is not None:
                    found.append(best)
                    free_from = best.stop
        return found

    @staticmethod
    def _longest(tokens: Tokens, index: int, rules: list[tuple[Rule, re.Pattern[str]]]) -> Found | None:
        best: tuple[Rule, re.Match[str]] | None = None
        furthest = index
        for rule, regex in rules:
            match = regex.match(tokens.kinds, index)
            if match is None or match.end() <= furthest:
                continue
            if rule.guard is None or rule.guard(tokens, index, match.end()):
                best, furthest = (rule, match), match.end()
        if best is None:
            return None
        lowers = tuple(word.lower() for word in tokens.words[index:furthest])
        return Found(best[0], tokens, index, furthest, best[1], lowers)


def first_kinds(pattern: str) -> set[str]:
    """The kind characters that a translated pattern can begin with.

    Translated patterns hold only classes, groups, "|" and "?", so the set can be read off directly.
    """
    return _firsts(pattern, 0)[0]


def _firsts(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """First set, whether the alternatives may be empty, and where the closing bracket stands."""
    total: set[str] = set()
    may_be_empty = False
    branch: set[str] = set()
    open_branch = True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            total |= branch
            may_be_empty |= open_branch
            branch, open_branch, at = set(), True, at + 1
            continue
        if pattern[at] == "[":
            stop = pattern.index("]", at)
            firsts, empty, at = set(pattern[at + 1 : stop]), False, stop + 1
        else:
            inside = pattern.index(">", at) + 1 if pattern.startswith("(?P", at) else at + len("(?:")
            firsts, empty, at = _firsts(pattern, inside)
            at += 1
        if at < len(pattern) and pattern[at] == "?":
            empty, at = True, at + 1
        if open_branch:
            branch |= firsts
        open_branch &= empty
    return total | branch, may_be_empty or open_branch, at
