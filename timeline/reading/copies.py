"""Which articles are copies: one agency's text under several mastheads, with small edits, a caption or a footer more.

Two texts are copies when most runs of words of the shorter stand in the longer, and the longer is not much longer. The
same story in other words shares names and quotes, never most of its runs. Candidates come from a table of MinHash bands
(Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3) and are compared with originals only,
so that the work grows with the number of articles and look-alikes cannot chain.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from timeline.article import REPORTING_ZONES, Article, Sentence

RUN = 4  # words
SHARED = 0.5  # of the shorter text's runs, at least, stand in a copy
LENGTHS = 0.5  # of the longer text's runs, at least, are as many as the shorter's
FEWEST = 8  # runs; a shorter text is a copy only of the very same words
NEAR = timedelta(days=7)  # a text that returns later with other figures is a bulletin's next issue
_BANDS, _ROWS = 64, 2  # a pair at both bounds, which shares a fifth of all runs, is missed once in 14
_MOST = 20  # originals that one article is compared with, the likeliest first
_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads the bits of a product (Knuth 6.4)
_FACTORS = np.random.default_rng(1997).integers(0, 2**63, _BANDS * _ROWS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Text:
    """An article as it is compared: its words as one hash, the hashes of its runs, sorted, and its days."""

    id: str
    whole: int
    runs: Hashes
    first: date | None
    last: date | None


def copies(articles: Sequence[tuple[Article, Sequence[Sentence]]]) -> dict[str, str]:
    """Each copy's id with that of its original: the one published first, and of one day the first by id."""
    texts = sorted((_text(*article) for article in articles), key=lambda text: (text.first or date.max, text.id))
    found: dict[str, str] = {}
    originals: list[_Text] = []
    same_words: dict[int, int] = {}
    shelves: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for text in texts:
        keys = _keys(text.runs)
        met = Counter(number for key in keys for number in shelves[key])
        if text.whole in same_words:
            met[same_words[text.whole]] += _BANDS + 1
        likeliest = (originals[number] for number, _ in met.most_common(_MOST))
        original = next((other for other in likeliest if _is_copy(text, other)), None)
        if original is not None:
            found[text.id] = original.id
            continue
        same_words[text.whole] = len(originals)
        for key in keys:
            if len(shelves[key]) < _MOST:  # a fuller shelf holds a form letter, and tells nobody apart
                shelves[key].append(len(originals))
        originals.append(text)
    return found


def _text(article: Article, sentences: Sequence[Sentence]) -> _Text:
    story = " ".join(article.text[s.start : s.end] for s in sentences if s.zone in REPORTING_ZONES)
    words = _WORD.findall(_folded(story or article.text))
    when = article.published
    whole = zlib.crc32(" ".join(words).encode()) | len(words) << 32
    return _Text(article.id, whole, _runs(words), when.first if when else None, when.last if when else None)


def _folded(text: str) -> str:
    """The text without differences that nobody sees: composed letters, small letters, no format characters."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _runs(words: Sequence[str]) -> Hashes:
    """The hashes of every run of ``RUN`` words, each once, sorted."""
    hashes = np.fromiter((_hash(word) for word in words), dtype=np.uint64, count=len(words))
    if len(hashes) < RUN:
        return np.empty(0, dtype=np.uint64)
    runs = np.zeros(len(hashes) - RUN + 1, dtype=np.uint64)
    for n in range(RUN):
        runs = (runs * _MULTIPLIER) ^ hashes[n : len(hashes) - RUN + 1 + n]
    return np.unique(runs)


def _keys(runs: Hashes) -> list[tuple[int, bytes]]:
    """The shelves on which a text stands: two that share half of their runs share a shelf almost surely."""
    if len(runs) < FEWEST:
        return []
    mixed = (runs ^ (runs >> np.uint64(31))) * _MULTIPLIER
    least = (mixed[:, np.newaxis] * _FACTORS).min(axis=0)
    return [(band, least[band * _ROWS : (band + 1) * _ROWS].tobytes()) for band in range(_BANDS)]


def _is_copy(text: _Text, original: _Text) -> bool:
    if text.whole == original.whole:
        return True
    shorter, longer = sorted((text.runs, original.runs), key=len)
    if len(shorter) < FEWEST or len(shorter) < LENGTHS * len(longer) or not _near(text, original):
        return False
    return len(np.intersect1d(shorter, longer, assume_unique=True)) >= SHARED * len(shorter)


def _near(text: _Text, original: _Text) -> bool:
    return text.first is None or original.last is None or text.first - original.last <= NEAR
