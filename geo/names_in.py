"""Names of countries and first-order regions in the reader's language, for the page.

Countries by CLDR; regions by ``data/words/places_regions_LANGUAGE.tsv``. What has no name there keeps its English one.
"""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from geo.place import Place
from geo.words import WORDS, word_table

ENGLISH = "en"


def country(code: str, language: str) -> str:
    """The name of a country by its ISO 3166-1 alpha-2 code, in a language by its BCP 47 tag ("uk"); else the code."""
    return _countries(language).get(code) or _countries(ENGLISH).get(code, code)


def region(place: Place, language: str) -> str:
    """The name of the first-order region that ``place`` is or lies in; "" where it lies in none."""
    return _regions(language).get(place.region_code or "", place.region or "")


@cache
def _countries(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def _regions(language: str) -> dict[str, str]:
    """GeoNames code of a region → its name; empty for a language that has no table."""
    tables = {path.stem.rpartition("_")[2] for path in WORDS.glob("places_regions_*.tsv")}
    return word_table(f"regions_{language}") if language in tables else {}
