"""Build the three long word lists that keep people and common words from being read as places.

    python data/build/gazetteer_words.py [FOLDER FOR THE DOWNLOADED PACKAGES]

Writes ``data/words/places_first_names.txt``, ``places_surnames.txt`` and ``places_common_words.txt``; the last
keeps only words that are names of the built gazetteer, so build it first.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from gazetteer_sources import census_names, dictionary_words, fetch, popular_words  # noqa: E402

from geo.gazetteer import Gazetteer  # noqa: E402 - the project is put on the path first

FIRST_NAME_SHARE = 0.004  # per cent of Americans of that sex in 1990: about 4,000 names
SURNAMES, COMMON_SURNAMES = 20_000, 8_000  # the most frequent that are also places; that are kept in any case
POPULAR = 60_000  # the rank in Wikipedia's words down to which a dictionary word counts as common


def main() -> None:
    """Fetch, choose, write."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary)
        fetch(folder)
        names, gazetteer = census_names(folder), Gazetteer.open()
        firsts = {name for name, share in names["first"] if share >= FIRST_NAME_SHARE}
        ranked = [name for name, _ in names["last"][:SURNAMES]]
        lasts = set(ranked[:COMMON_SURNAMES]) | {name for name in ranked if gazetteer.rows(name)}
        common = {word for word in popular_words(folder)[:POPULAR] if gazetteer.rows(word)} & dictionary_words(folder)
    _write("first_names", "First names, small letters. U.S. Census Bureau 1990 (public domain).", firsts)
    _write(
        "surnames",
        "Surnames: the most frequent, and those that are also places. U.S. Census Bureau 1990 (public domain).",
        lasts,
    )
    _write(
        "common_words",
        "English words that are also places. npm an-array-of-english-words, popular-english-words.",
        common,
    )


def _write(part: str, title: str, words: set[str]) -> None:
    lines = [f"# {title}", "# Built by data/build/gazetteer_words.py; do not edit.", *sorted(words)]
    path = ROOT / "data" / "words" / f"places_{part}.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{path.name}\t{json.dumps(len(words))} words")


if __name__ == "__main__":
    main()
