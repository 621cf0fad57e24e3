"""The laws of reading dates, tried on phrases that are made from the reader's own patterns, and on mutations of them.

    python -m tests.bench.phrases [--count 200000] [--seed 1] [--json]

For every rule of the reader its pattern is filled with words at random; the phrase stands in a sentence, beside others,
or is mangled: words lost, doubled, swapped, figures changed, letters replaced by look-alikes and controls. Each text is
read against a day, an interval or nothing. Broken is whatever raises, gives a span that is not the very words or that
overlaps another, gives days outside the years that are read, or takes over a second. The exit status is 1 when any is.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from timeline.reading.dates import explain, read_dates
from timeline.reading.dates.lex import OTHER
from timeline.reading.dates.periods import EARLIEST, FIRST_YEAR, HORIZON_YEARS, LAST_YEAR
from timeline.reading.dates.phrases import PHRASES
from timeline.reading.dates.rules import RULES
from timeline.reading.dates.words import lexicon, listed
from timeline.when import AnchorKind, Basis, TimeMention, When

COUNT, SEED = 200_000, 1
SLOW = 1.0  # seconds of processor time for one text
SHOWN = 10  # broken texts that are shown
FIGURES: dict[str, tuple[str, ...]] = {
    "INT": ("0", "3", "12", "47", "300", "1,500", "99999"),
    "LONGINT": ("9999999999", "1234567890123456789"),
    "DECIMAL": ("2.5", "9.30", "0.0"),
    "DAY": ("1", "7", "21", "30", "31"),
    "HOUR": ("0", "6", "11", "24"),
    "YEAR": ("1000", "1066", "1789", "1914", "1999", "2000", "2024", "2025", "2026", "2199"),
    "ODDYEAR": ("0026", "0999", "2200", "9999"),
    "YEAREND": ("18", "25", "26", "00"),
    "ISO": ("2025-08-14", "2026-02-31", "0001-01-01", "2025-08-14T23:40:00Z", "9999-12-31"),
    "ISOWEEK": ("2025-W32", "2026-W53", "2025-W00"),
    "NUMERIC": ("05/10/2025", "31/12/2024", "12.31.2024", "2025/10/04", "1/2/99", "31.02.2025", "05.11.25"),
    "CLOCK": ("10:30", "23:59:59", "24:00", "99:99"),
    "DECADE": ("1990s", "'80s", "2190s", "1000s"),
    "ORDNUM": ("1st", "2nd", "15th", "31st", "99th"),
    "SHORTYEAR": ("'99", "’25", "'00"),
    "FISCAL": ("FY2025", "FY2024/25", "Q3 FY25", "1QFY26"),
    "POSS": ("'s", "’s"),
    "COMMA": (",",), "DOT": (".",), "HY": ("-",), "DASH": ("–", "—"), "OPEN": ("(",), "CLOSE": (")",),
    "QUOTE": ("'", "’"), "PLUS": ("+",), "SLASH": ("/",),
}  # fmt: skip
FRAMES = (
    "{}", "It was hit {}.", "It was hit on {} and burned.", "He will meet her in {}, he said.", "In {} the town fell.",
    "From {} to {}.", "Between {} and {}, two died.", "Since {}", "until {}", "“It fell {},” he said {}.",
    "The war began on 24 February 2022. {}, {}.\n\n{} it ended.", "{}\n{}\n\n{}", "{} ({})", "\u200b{}\u202e {}",
)  # fmt: skip
LOOK_ALIKES = str.maketrans({"a": "а", "e": "е", "1": "１", " ": "\u00a0", "o": "\u043e", "-": "\u2011"})
_PIECES = re.compile(r"([a-z]+):|([A-Z]+|[a-z][a-z.']*)|([()|?])")


def made_words(pattern: str, dice: random.Random) -> list[str]:
    """Words that a pattern of the reader's language allows (see ``grammar.py``), chosen at random."""
    return _sequence([(m[2], m[3]) for m in _PIECES.finditer(pattern) if not m[1]], dice)


def _sequence(pieces: Sequence[tuple[str | None, str | None]], dice: random.Random) -> list[str]:
    branches: list[list[Callable[[], list[str]]]] = [[]]
    at = 0
    while at < len(pieces):
        unit, mark = pieces[at]
        if mark == "|":
            branches.append([])
            at += 1
            continue
        stop = at + 1 if unit else _closing(pieces, at)
        inside = pieces[at + 1 : stop - 1]
        part = partial(_unit, unit, dice) if unit else partial(_sequence, inside, dice)
        if stop < len(pieces) and pieces[stop][1] == "?":
            stop += 1
            if dice.random() < 1 / 2:
                at = stop
                continue
        branches[-1].append(part)
        at = stop
    return [word for part in dice.choice(branches) for word in part()]


def _closing(pieces: Sequence[tuple[str | None, str | None]], at: int) -> int:
    """The place after the bracket that closes the one at ``at``."""
    depth = 0
    for index in range(at, len(pieces)):
        depth += {"(": 1, ")": -1}.get(pieces[index][1] or "", 0)
        if depth == 0:
            return index + 1
    raise ValueError("a bracket is not closed")


def _unit(unit: str, dice: random.Random) -> list[str]:
    if unit in PHRASES:
        return made_words(PHRASES[unit], dice)
    if unit in FIGURES:
        return [dice.choice(FIGURES[unit])]
    if unit == "OTHER":
        return [dice.choice(sorted(listed("dates_months.txt", "MONTHS")))]
    section = lexicon().get(unit)
    if section is None:
        return [unit]  # a word that stands for itself
    word = dice.choice(list(section.values))
    return [word.capitalize() if section.capital or dice.random() < 1 / 2 else word]


def mangled(words: list[str], dice: random.Random) -> list[str]:
    """The words with one thing gone wrong."""
    at = dice.randrange(len(words))
    wrongs: tuple[Callable[[], list[str]], ...] = (
        lambda: words[:at] + words[at + 1 :],
        lambda: [*words[: at + 1], *words[at:]],
        lambda: [*words[at:], *words[:at]],
        lambda: [*words[:at], words[at].upper(), *words[at + 1 :]],
        lambda: [*words[:at], words[at].translate(LOOK_ALIKES), *words[at + 1 :]],
        lambda: [*words[:at], words[at][: len(words[at]) // 2], *words[at + 1 :]],
        lambda: [*words[:at], re.sub(r"\d", lambda _: str(dice.randrange(10)), words[at]), *words[at + 1 :]],
        lambda: [*words[:at], dice.choice(("\x00", "\ud800", "\u202e", "\n\n", "…", "\u0301", "%s", "'")), *words[at:]],
    )
    return dice.choice(wrongs)()


@dataclass(frozen=True, slots=True)
class Trial:
    """A text and what it is read against."""

    text: str
    published: When | None


def trials(count: int, seed: int) -> Iterator[Trial]:
    """So many texts, the same for the same seed."""
    dice = random.Random(seed)
    for turn in range(count):
        frame = dice.choice(FRAMES)
        said = [_phrase(RULES[(turn + step) % len(RULES)].pattern, dice) for step in range(frame.count("{}"))]
        yield Trial(frame.format(*said), _published(dice))


def _phrase(pattern: str, dice: random.Random) -> str:
    words = made_words(pattern, dice) or [OTHER]
    if dice.random() < 1 / 3:
        words = mangled(words, dice)
    return " ".join(words).replace(" 's", "'s").replace(" - ", dice.choice(("-", " - "))).replace(" ,", ",")


def _published(dice: random.Random) -> When | None:
    kind = dice.randrange(6)
    if kind == 0:
        return None
    first = date(1950, 1, 1) + timedelta(dice.randrange(55_000))
    return When(first, first + timedelta(dice.randrange(1, 60) if kind == 1 else 0), Basis.STATED)


def broken_law(trial: Trial) -> str:
    """The law that reading a text breaks, "" when all hold. How long it took is not looked at."""
    try:
        mentions = read_dates(trial.text, trial.published)
        for mention in mentions:
            explain(mention)
    except Exception as error:
        return f"raises {error!r}"
    if not _spans_are_exact(trial.text, mentions):
        return "has a span that is not the very words"
    return (
        "" if all(_within_years(m, trial.published) for m in mentions) else "has days outside the years that are read"
    )


def _spans_are_exact(text: str, mentions: Sequence[TimeMention]) -> bool:
    ends = [0, *(m.end for m in mentions)]
    in_order = all(end <= m.start < m.end for end, m in zip(ends, mentions, strict=False))
    return in_order and all(text[m.start : m.end] == m.said for m in mentions)


def _within_years(mention: TimeMention, published: When | None) -> bool:
    when = mention.when
    days = [*mention.alternatives, *([(when.first, when.last)] if when else [])]
    low, high = FIRST_YEAR, LAST_YEAR + 1  # a winter runs into the year after
    if when and when.anchor and when.anchor.kind is AnchorKind.PUBLISHED and published and published.last:
        low, high = EARLIEST, published.last.year + HORIZON_YEARS
    return all(low <= day.year <= high for ends in days for day in ends if day)


def timed(trial: Trial) -> tuple[str, float]:
    """The law that is broken, slowness among them, and the seconds that it took."""
    start = time.process_time()
    law = broken_law(trial)
    seconds = time.process_time() - start
    return law or ("is slow" if seconds > SLOW else ""), seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many texts were tried and which broke a law; 1 when any did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help=f"texts to try (default {COUNT:,})")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed makes the same texts")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args(arguments)
    start = time.perf_counter()
    read_dates("24 mai 1999", None)  # the first text pays for the patterns
    broken: list[tuple[str, str]] = []
    slowest = 0.0
    for trial in trials(asked.count, asked.seed):
        law, took = timed(trial)
        slowest = max(slowest, took)
        broken += [(law, trial.text)] if law else []
    seconds = time.perf_counter() - start
    figures = {
        "texts": asked.count, "seed": asked.seed, "broken": len(broken), "seconds": round(seconds, 1),
        "slowest_ms": round(1000 * slowest, 1),
    }  # fmt: skip
    if asked.json:
        print(json.dumps(figures))
    else:
        print(f"{asked.count:,} texts (seed {asked.seed}) in {seconds:.0f} s: {len(broken):,} broke a law")
        print(f"the slowest took {1000 * slowest:.0f} ms")
    for law, text in broken[:SHOWN]:
        print(f"{law}: {text!r}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
