"""The README keeps its word."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from timeline.__main__ import _parser
from timeline.reading import limits

HOUSE = Path(__file__).resolve().parents[1]
README = (HOUSE / "README.md").read_text(encoding="utf-8")
FIRST_SCREEN = README.partition("\n## ")[0]
COMMANDS = re.findall(r"^```sh\n(.*?)\n```$", FIRST_SCREEN, re.MULTILINE | re.DOTALL)


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """The commands of the command line, by name."""
    (action,) = (a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def test_the_first_screen_has_two_commands() -> None:
    """One command shows the dashboard and one runs the tests, each a single line to copy."""
    show, test = COMMANDS
    assert show.count("\n") == test.count("\n") == 0
    assert shlex.split(show)[-3:] == [".venv/bin/streamlit", "run", "app.py"] and "-r requirements.txt" in show
    assert shlex.split(test)[-2:] == ["-m", "pytest"] and "-r tests/requirements.txt" in test
    assert FIRST_SCREEN.count("\n") < 30


def test_ci_runs_the_very_test_command() -> None:
    """The check takes its test command from the README's first screen, where it finds one alone."""
    script = (HOUSE / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script and "/pytest/p" in script
    blocks = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert [block for block in blocks if "pytest" in block] == [COMMANDS[1]]


def test_every_file_it_points_to_is_there() -> None:
    """No link and no picture leads nowhere."""
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if not link.startswith("http")]
    assert links and [link for link in links if not (HOUSE / link).is_file()] == []


@pytest.mark.parametrize("command", sorted(subcommands()))
def test_every_command_and_option_is_documented(command: str) -> None:
    """Whoever reads the README knows each command and each of its options."""
    options = {name for action in subcommands()[command]._actions for name in action.option_strings}
    words = {f"python -m timeline {command}", *(name for name in options if name.startswith("--"))}
    assert {word for word in words if word not in README} == set()
    for action in subcommands()[command]._actions:
        assert all(f"`{choice}`" in README or f" {choice}`" in README for choice in action.choices or ())


@pytest.mark.parametrize("name", sorted(name for name in vars(limits) if name.isupper()))
def test_every_limit_is_documented(name: str) -> None:
    """Each limit stands in the README with its value."""
    value: int = getattr(limits, name)
    table = README.partition("## Limits")[2].partition("\n## ")[0]
    assert f"{value:,}" in table or f"{value}" in table


def test_every_room_is_named() -> None:
    """The layout names each room of the house."""
    rooms = {path.name for path in HOUSE.iterdir() if path.is_dir() and list(path.glob("*.py"))} | {"data"}
    layout = README.partition("## The house")[2]
    assert all(f"\n{room}/" in layout for room in rooms if not room.startswith("."))
