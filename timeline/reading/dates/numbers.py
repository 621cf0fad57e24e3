"""Numbers as news writes them: "21", "3,000", "twenty-four", "nineteen ninety-six", "a couple of"."""

from __future__ import annotations

from timeline.reading.dates.periods import FIRST_YEAR, LAST_YEAR
from timeline.reading.dates.words import lexicon

VAGUE = "X"  # TIMEX3: a number that was not said
_HUNDRED = 100


def _small(word: str) -> int | None:
    sections = lexicon()
    for name in ("NUMWORD", "TENS", "ORDWORD", "NUMBEROF"):
        if word in sections[name].values:
            return int(sections[name].values[word])
    return None


def count(words: list[str]) -> float | None:
    """The number that a COUNT phrase says, the first of two ("two to three"); ``None`` when it is vague.

    An article is one, "half a" is 0.5.
    """
    total = 0.0
    seen = False
    for index, word in enumerate(words):
        if (seen and word in ("to", "or", "–", "—")) or (word == "-" and words[index - 1].isdigit()):
            break
        if word in lexicon()["VAGUE"].values or word in ("dozens", "hundreds", "number", "handful"):
            return None
        if word == "couple":
            return 2
        if word == "half":
            return 6 if "dozen" in words else (total if seen else 0) + 0.5
        power = lexicon()["POWER"].values.get(word)
        if power:
            total = max(total, 1) * int(power)
        elif word in ("a", "an", "another") and not seen:
            total = 1
        elif seen and word in ("and", "a"):
            continue
        else:
            said = digits(word)
            said = said if said is not None else _small(word)
            total = said if not seen and said is not None else total + (said or 0)
        seen = seen or (word not in ("a", "an", "-") and (total > 0))
    return total or None


def digits(word: str) -> float | None:
    """A number in digits, with its thousands commas; ``None`` for anything else."""
    plain = word.replace(",", "")
    try:
        return float(plain) if plain.replace(".", "", 1).isascii() and plain.replace(".", "", 1).isdigit() else None
    except ValueError:  # pragma: no cover - isdigit has seen to it
        return None


def ordinal(words: list[str]) -> int | None:
    """Read "21st", "twenty-first", "third" → the number."""
    total = 0
    for word in words:
        if word[:1].isdigit():
            return int("".join(c for c in word if c.isdigit()))
        total += _small(word) or 0
    return total or None


def year(words: list[str], near: int | None = None) -> int | None:
    """Read "2014", "'99", "nineteen ninety-six", "two thousand and five" → the year, ``None`` outside 1000..2199.

    A year of two digits lies in the hundred years that end ten after ``near`` (default: 1950 to 2049).
    """
    words = [w for w in words if w not in ("-", "and", ",", "of", "the")]
    if not words:
        return None
    if words[0][0] in "'’":
        return two_digit_year(int(words[0][1:]), near)
    if words[0].isdigit():
        found = int(words[0])
    elif "thousand" in words:
        found = 1000 * (_small(words[0]) or 0) + sum(_small(w) or 0 for w in words[2:])
    else:
        found = _HUNDRED * (_small(words[0]) or 0) + sum(_small(w) or 0 for w in words[1:])
    return found if FIRST_YEAR <= found <= LAST_YEAR else None


def two_digit_year(short: int, near: int | None) -> int:
    """The year that two digits stand for: in the hundred years that end ten after ``near``."""
    top = (near or 2039) + 10
    return top - (top - short) % _HUNDRED


def iso(number: float) -> str:
    """A number as ISO 8601 durations write it: no needless ".0"."""
    return str(int(number)) if number == int(number) else str(number)
