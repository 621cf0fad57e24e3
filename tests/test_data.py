"""The data that is committed is the data that is documented, and no more of it than a clone can bear."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[1] / "data"
README = (DATA / "README.md").read_text(encoding="utf-8")
BUILT = sorted(path for path in (DATA / "built").rglob("*") if path.is_file())
SUMS = dict(re.findall(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", README, re.MULTILINE))
MOST_BYTES = 22_000_000


@pytest.mark.parametrize("path", BUILT, ids=lambda path: path.name)
def test_a_built_file_is_the_documented_one(path: Path) -> None:
    """Each built file has the checksum that data/README.md gives it."""
    name = path.relative_to(DATA / "built").as_posix()
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    assert SUMS.get(name) == found, "run data/build/checksums.py where the new file is meant"


def test_no_file_is_documented_that_is_not_there() -> None:
    """Every checksum belongs to a file."""
    assert sorted(SUMS) == [path.relative_to(DATA / "built").as_posix() for path in BUILT]


def test_the_built_files_are_small() -> None:
    """Together they stay under 22 MB."""
    assert sum(path.stat().st_size for path in BUILT) <= MOST_BYTES


def test_every_package_that_data_is_built_from_is_documented() -> None:
    """Each pinned package of the build scripts stands in the table of sources, with its version and licence."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((DATA / "build").glob("*.py")))
    pins = set(re.findall(r'"([@\w./-]+(?:==|@)\d+(?:\.\d+)+)"', code))
    pins |= {"@".join(found) for found in re.findall(r'Package\("([@\w./-]+)", "([\d.]+)"', code)}
    documented = dict(re.findall(r"^\| (?:PyPI|npm) `([^`]+)` \| ([^|]+) \|", README, re.MULTILINE))
    assert pins and pins == set(documented)
    assert all(licence.strip() for licence in documented.values())


def test_the_attribution_of_geonames_is_given() -> None:
    """GeoNames' licence asks for its name."""
    assert "Contains data from GeoNames" in README and "CC BY 4.0" in README


@pytest.mark.parametrize("path", sorted((DATA / "words").glob("*.txt")), ids=lambda path: path.name)
def test_a_word_list_says_what_it_is(path: Path) -> None:
    """An editor who opens a list finds its purpose in its first line, and entries under it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    entries = [line for line in lines if line.strip() and not line.startswith(("#", "["))]
    assert entries


@pytest.mark.parametrize("path", sorted((DATA / "words").glob("*.csv")), ids=lambda path: path.name)
def test_a_word_table_is_rectangular(path: Path) -> None:
    """Each row of a table has a value for each column of its head."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert rows and all(len(row) == len(head) for row in rows)


def test_the_bundled_articles_are_all_listed() -> None:
    """Each text in the folder has its row in articles.csv, and each row its text."""
    with (DATA / "articles" / "articles.csv").open(encoding="utf-8", newline="") as file:
        listed = [row["file"] for row in csv.DictReader(file)]
    assert sorted(listed) == sorted(path.name for path in (DATA / "articles").glob("*.txt"))
