"""Search over what the page says of events: one spelling for accents, scripts and transliterations.

"Zelenskyy", "Zelenskiy" and "Зеленський" have one key, and a place is found by any name that the gazetteer has for it.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from geo.gazetteer import Gazetteer

SPELLINGS = (  # what romanisations write differently, longest first: BGN/PCGN, ISO 9, the Ukrainian one of 2010, news
    ("shch", "sc"),
    ("kh", "h"),
    ("ts", "c"),
    ("tz", "c"),
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("w", "v"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
)
_SPELLING = re.compile("|".join(old for old, _ in SPELLINGS))
_NEW = dict(SPELLINGS)
_REPEATED = re.compile(r"([a-z])\1+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['`’ʼ]")


def key(text: str) -> str:
    """The text as it is searched: Latin, lower case, single letters, words apart by single spaces."""
    if not text.isascii():
        text = anyascii("".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf"))
    spelled = _SPELLING.sub(lambda found: _NEW[found[0]], _APOSTROPHES.sub("", text.lower()))
    return _NO_LETTER.sub(" ", _REPEATED.sub(r"\1", spelled)).strip()


def places(query: str) -> frozenset[int]:
    """The GeoNames ids of the places that bear this name in any spelling or script."""
    return frozenset(place.geonameid for place in Gazetteer.open().lookup(query))
