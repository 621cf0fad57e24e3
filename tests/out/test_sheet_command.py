"""The command that draws a sheet: files in three forms, the same bytes at the same time, misuse explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.out.libraries import BUNDLED
from timeline.__main__ import main

AS_OF = "2026-01-05T12:00"
STARTS = {"png": b"\x89PNG", "pdf": b"%PDF-", "svg": b"<svg "}


def drawn(path: Path, *options: str) -> bytes:
    """The file that the command writes."""
    assert main(["sheet", str(BUNDLED), "--out", str(path), *options]) == 0
    return path.read_bytes()


@pytest.mark.parametrize("form", sorted(STARTS))
def test_the_ending_tells_the_form_and_the_time_the_bytes(tmp_path: Path, form: str) -> None:
    """PNG, PDF and SVG; with --as-of each is the same twice."""
    one, two = (drawn(tmp_path / f"{name}.{form}", "--as-of", AS_OF) for name in "ab")
    assert one == two and one.startswith(STARTS[form])


def test_the_options_are_heard(tmp_path: Path) -> None:
    """Range, certainty, kind, title, marking and link all stand on the sheet."""
    options = ["--from", "2025-08-01", "--to", "2025-12-31", "--certain", "--kind", "strike", "--size", "a3-portrait"]
    options += [
        "--title",
        "Удары",
        "--marking",
        "tlp:green",
        "--link",
        "https://example.org/v",
        "--as-of",
        "2026-01-05",
    ]
    svg = drawn(tmp_path / "a.svg", *options).decode()
    said = ("Удары", "TLP:GREEN", "1 August – 31 December 2025, certain dates only", "3 of 7 events shown: 3 strikes")
    assert all(f">{words}" in svg for words in said)
    assert 'href="https://example.org/v"' in svg and "5 January 2026, 00:00 UTC" in svg


def test_the_sheet_is_drawn_in_the_language_asked_for(tmp_path: Path) -> None:
    """Its own words; what articles say stays as it is."""
    svg = drawn(tmp_path / "a.svg", "--language", "uk", "--kind", "strike", "--as-of", AS_OF).decode()
    assert all(words in svg for words in (">Удари: Україна<", ">Джерела<", "Ракетний удар: ", "Flex Ltd"))
    assert drawn(tmp_path / "b.svg", "--as-of", AS_OF) == drawn(
        tmp_path / "c.svg", "--as-of", AS_OF, "--language", "en"
    )


def test_without_a_time_the_clock_is_read(tmp_path: Path) -> None:
    """The page says when it was made."""
    assert "Made with Dateline on " in drawn(tmp_path / "a.svg").decode()


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--out", "sheet.gif"],
        ["--out", "sheet"],
        ["--out", "a.png", "--size", "a5"],
        ["--out", "a.png", "--from", "soon"],
        ["--out", "a.png", "--as-of", "soon"],
        ["--out", "a.png", "--kind", "war"],
        ["--out", "a.png", "--language", "tlh"],
    ],
)
def test_misuse_is_explained(capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    """What cannot be drawn is told with the usage, and nothing is read."""
    with pytest.raises(SystemExit) as stopped:
        main(["sheet", "nowhere", *options])
    assert stopped.value.code == 2 and "usage:" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line and no traceback."""
    assert main(["sheet", str(BUNDLED), "--out", str(tmp_path / "none" / "a.svg")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "a.svg" in told
