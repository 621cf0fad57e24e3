"""What is left out is told in the reader's language, by code that never knew it."""

from __future__ import annotations

import ast
import copy
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.reading import raw_files
from timeline.messages import LANGUAGES, SOURCE, Message, said, speaking
from timeline.reading import limits
from timeline.reading.articles import read_jsonl
from timeline.reading.files.bounded import Bounded
from timeline.reading.intake import Intake
from timeline.reading.problems import either

HOUSE = Path(__file__).resolve().parents[2]
CODE = sorted([*HOUSE.glob("timeline/reading/**/*.py"), *HOUSE.glob("timeline/ui/bring/*.py")])
CYRILLIC = re.compile("[а-щьюяєіїґ]", re.IGNORECASE)


def test_a_message_is_its_english_sentence_until_somebody_says_it() -> None:
    """Anything that takes a text takes it; a count is written as a number in either language."""
    told = Message("the text has {count} characters, over {limit}", count=200_001, limit=200_000)
    with speaking("uk"):
        again = Message("the text has {count} characters, over {limit}", count=200_001, limit=200_000)
        assert said(told).split() == ["у", "тексті", "200", "001", "символів,", "понад", "200", "000"]
        assert said("someone's own words") == "someone's own words" and said("") == "" and said(Message("")) == ""
    assert told == again == said(told) == "the text has 200,001 characters, over 200,000"
    kept = copy.deepcopy(told)
    with speaking("uk"):
        assert said(kept) == said(told)


def test_a_message_in_a_message_is_said_too() -> None:
    """The word between days, and a reason within a reason."""
    days = either(["2025-10-04", "2025-04-10", "2025-10-05"])
    assert days == "2025-10-04 or 2025-04-10 or 2025-10-05"
    with speaking("uk"):
        assert said(Message("its only date, {days}, is still to come", days=days)) == (
            "єдина дата, 2025-10-04 або 2025-04-10 або 2025-10-05, ще не настала"
        )


@pytest.mark.parametrize("words", ["{count.__class__}", "{0}", "{", "}{", "{count:>999999999}", "{{count}}", "{other}"])
def test_braces_of_a_stranger_are_only_braces(words: str) -> None:
    """Neither a template that came from another process nor a value fills in anything but a plain name."""
    assert Message(words, count=1) == words.replace("{count}", "1")
    assert Message("there is no file {name}", name=words) == f"there is no file {words}"
    with speaking("uk"):
        assert said(Message("there is no file {name}", name=words)) == f"немає файлу {words}"


@cache
def given() -> Intake:
    """An intake of files that cannot be read as they should, each for a reason of its own."""
    intake = Intake(date(2026, 3, 11))
    long = "word " * (limits.MAX_TEXT // 5 + 1)
    files: dict[str, bytes] = {
        "empty.txt": b"",
        "bomb.pdf": b"%PDF-1.4 nothing",
        "named.pdf": b"words",
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "picture.png": b"\x89PNG",
        "cp.txt": "“Quoted”".encode("cp1252"),
        "list.json": b'[1, {"text": 1}, {"text": "a", "published": "soon"}, {"text": "b", "url": "javascript:x"}]',
        "deep.json": b"[" * 100_000,
        "bad.jsonl": b"nothing\n",
        "none.csv": b"name\nx\n",
        "wide.csv": b"text,id\na,b,c\n",
        "table.csv": b"file,published\nlost.txt,2025-10-04\n",
        "page.html": raw_files.page("", "", ""),
        "long.txt": long.encode(),
        "again.txt": b"words of a story",
        "same.txt": b"words of a story",
        "dates.md": b"---\npublished: 03/04/2025\n---\n\nWords of another story.",
    }
    with Bounded() as reader:
        for name, data in files.items():
            intake.add(name, data, reader)
    intake.paste("A text.", "x" * (limits.MAX_FIELD + 1))
    intake.finish()
    return intake


def test_every_problem_has_a_reason_and_a_remedy_in_ukrainian() -> None:
    """Those that another process found, too."""
    fates = given().fates
    assert len(fates) > 15
    with speaking("uk"):
        for fate in fates:
            assert CYRILLIC.search(said(fate.why)), fate
            assert not fate.remedy or CYRILLIC.search(said(fate.remedy)), fate


def test_a_doubt_about_a_date_is_told_in_ukrainian() -> None:
    """Nothing found, two readings, a date to come."""
    later = Intake(date(2026, 3, 11))
    later.paste("A text.", url="https://e.org/2027/01/02/x")
    doubts = {item.doubt for item in (*given().waiting, *later.waiting) if item.doubt}
    assert len(doubts) > 2
    with speaking("uk"):
        assert all(CYRILLIC.search(said(doubt)) for doubt in doubts)


def test_who_says_when_it_was_published_is_told_in_ukrainian() -> None:
    """Markup, an address, a date line; the names of fields stay as they are."""
    intake = Intake()
    head = '<meta property="article:published_time" content="2025-10-05">'
    head += '<meta property="og:updated_time" content="2025-10-06">'
    with Bounded() as reader:
        intake.add("2025-10-07.html", raw_files.page("A story of a mill that burned.", "Mill", head), reader)
    intake.paste("A text.", url="https://e.org/2025/01/02/x")
    rules = {dating.when.rule for item in intake.waiting for dating in item.dates}
    assert rules == {"metadata: article:published_time", "changed: metadata: og:updated_time", "file name", "URL"}
    with speaking("uk"):
        told = {said(rule) for rule in rules}
    assert told == {"метадані: article:published_time", "змінено: метадані: og:updated_time", "назва файлу", "адреса"}


def test_a_row_is_left_out_in_ukrainian() -> None:
    """Its line, its reason and its remedy."""
    (left_out,) = read_jsonl([b'{"id": "1", "text": ""}'])[1]
    with speaking("uk"):
        assert (said(left_out.where), said(left_out.reason)) == ("рядок 1", "текст порожній")
        assert said(left_out.remedy) == "вилучіть рядок або додайте текст"


def literal(node: ast.expr) -> bool:
    """Whether an argument is text that no catalogue knows of: a string in place, or one put together there."""
    if isinstance(node, ast.JoinedStr):
        return True
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(re.search("[a-z]{3}", _bare(node)))


def _bare(node: ast.Constant) -> str:
    return re.sub(r"\{\w+\}", "", str(node.value))


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_problem_is_told_outside_the_catalogue(path: Path) -> None:
    """A reason, a remedy and a message are marked for translation where they are written."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = {"RowError": 2, "EncodingError": 2, "Message": 1, "Rejected": 3}.get(node.func.id, 0)
            assert not any(literal(argument) for argument in node.args[:texts]), ast.unparse(node)


def test_english_needs_no_catalogue() -> None:
    """What is told in English is what was written."""
    assert SOURCE in LANGUAGES
    assert all(said(fate.why) == fate.why for fate in given().fates)
