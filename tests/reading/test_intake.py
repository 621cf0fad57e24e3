"""Whatever is brought: every file ends as an article, a duplicate, or refused with its reason and a remedy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import raw_files
from timeline.reading import limits
from timeline.reading.files.bounded import Bounded
from timeline.reading.folder import read_raw_folder, taken, told
from timeline.reading.intake import Intake, Outcome
from timeline.reading.publication import Source

STORY = "A Russian missile hit a mill in Kharkiv on Saturday, officials said. Three people were injured in the attack."


@pytest.fixture(scope="module")
def reader() -> Iterator[Bounded]:
    """One bounded process for the whole module."""
    with Bounded() as bounded:
        yield bounded


def brought(reader: Bounded, *files: tuple[str, bytes], encoding: str = "", **options: object) -> Intake:
    """An intake of these files."""
    intake = Intake(**options)  # type: ignore[arg-type]
    for name, data in files:
        intake.add(name, data, reader, encoding)
    intake.finish()
    return intake


def fates(intake: Intake) -> list[tuple[str, Outcome]]:
    return [(fate.where, fate.outcome) for fate in intake.fates]


def test_one_text_in_every_form_is_one_article_each(reader: Bounded) -> None:
    """A form changes nothing of what is said; each has its own id, its language and its headline."""
    text = f"Mill burns after strike on Kharkiv\n\n{STORY}\n\n{STORY.replace('Kharkiv', 'Sumy')}"
    found = brought(
        reader,
        ("a.txt", text.encode()),
        ("a.docx", raw_files.word(text)),
        ("a.pdf", raw_files.pdf(text)),
        ("a.html", raw_files.page(STORY, "Mill burns after strike on Kharkiv")),
        ("a.md", b"# Mill burns after strike on Kharkiv\n\n" + STORY.encode()),
        ("a.csv", b"text,title\n" + STORY.encode()[:-1].replace(b",", b";") + b",Mill burns after strike on Kharkiv\n"),
        ("a.json", json.dumps({"text": STORY + " ", "title": "Mill burns after strike on Kharkiv"}).encode()),
        ("a.jsonl", json.dumps({"text": " " + STORY, "title": "Mill burns after strike on Kharkiv"}).encode()),
    )
    assert [item.file for item in found.waiting] == [
        "a.txt", "a.html", "a.md", "a.csv", "a.json", "a.jsonl",
    ]  # fmt: skip
    assert fates(found) == [("a.docx", Outcome.DUPLICATE), ("a.pdf", Outcome.DUPLICATE)]
    assert {item.article.title for item in found.waiting} == {"Mill burns after strike on Kharkiv"}
    assert {item.article.language for item in found.waiting} == {"en"}
    assert len({item.article.id for item in found.waiting}) == len(found.waiting)


def test_a_text_is_kept_as_it_was_given(reader: Bounded) -> None:
    """Line ends, spaces and decomposed letters are what offsets count."""
    text = "A  rocket\r\nhit Zu\u0308rich.\n"
    (item,) = brought(reader, ("a.txt", text.encode())).waiting
    assert item.article.text == text


@pytest.mark.parametrize(
    "text", [" ", "7", "?", "March ", "(05/", "Published 4 ", "\u200b", "'", "https://e.org/2025/"]
)
def test_repetition_without_end_is_a_text_without_a_date(reader: Bounded, text: str) -> None:
    """A hundred thousand of anything is taken or refused, and published on no day."""
    long = text * (100_000 // len(text))
    found = brought(reader, ("a.txt", long.encode()), ("b.md", long.encode()), ("c.csv", f"text\n{long}\n".encode()))
    assert len(found.waiting) + len(found.fates) == 3
    assert not [item for item in found.waiting if item.article.published]


def test_the_same_file_twice_is_read_once(reader: Bounded) -> None:
    """The second is told as a duplicate of the first, under whatever name it comes."""
    found = brought(reader, ("one.txt", STORY.encode()), ("two.txt", STORY.encode()))
    assert [item.where for item in found.waiting] == ["one.txt"]
    (fate,) = found.fates
    assert fate.outcome is Outcome.DUPLICATE and "one.txt" in fate.why


def test_the_same_text_under_another_masthead_is_no_duplicate(reader: Bounded) -> None:
    """It is kept, to be counted as a copy; without a masthead of its own it is the same article."""
    rows = [{"text": STORY, "outlet": outlet} for outlet in ("The Mail", "The Post", "The Mail", "")]
    found = brought(reader, ("a.jsonl", "\n".join(map(json.dumps, rows)).encode()))
    assert [item.article.outlet for item in found.waiting] == ["The Mail", "The Post"]
    assert fates(found) == [("a.jsonl line 3", Outcome.DUPLICATE), ("a.jsonl line 4", Outcome.DUPLICATE)]


@pytest.mark.parametrize(("name", "data"), [("a.json", b"[]"), ("a.csv", b"text\n"), ("a.jsonl", b"\n\x0c\n")])
def test_a_file_without_an_article_is_told(reader: Bounded, name: str, data: bytes) -> None:
    """Nothing ends without a word."""
    assert fates(brought(reader, (name, data))) == [(name, Outcome.REFUSED)]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.json", "passwd.json"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("C:\\temp\\a.txt", "a.txt"),
        ("a\x1b[2J\u202eb.txt", "a�[2J�b.txt"),
        ("x" * 500, "x" * 120),
        ("", "file"),
        ("..", "file"),
    ],
)
def test_a_file_name_is_never_a_path(reader: Bounded, name: str, shown: str) -> None:
    """Only its last part is shown, short, and without what a page or a terminal would obey."""
    (item,) = brought(reader, (name, json.dumps({"text": STORY}).encode())).waiting
    assert item.file == shown and ".." not in item.article.id and "/" not in item.article.id


def test_good_rows_and_files_stand_beside_bad_ones(reader: Bounded) -> None:
    """Missing texts, wrong types, extra keys, broken files and duplicate ids: each is judged alone."""
    rows = [
        {"id": "a", "text": STORY, "colour": "red"},
        {"id": "a", "text": STORY.replace("mill", "port")},
        {"id": "b"},
        {"id": 7, "text": STORY},
        {"text": STORY.replace("mill", "school"), "published": "yesterday"},
        {"text": STORY.replace("mill", "bank"), "url": "javascript:alert(1)"},
    ]
    found = brought(reader, ("broken.pdf", b"%PDF-"), ("a.json", json.dumps(rows).encode()), ("empty.txt", b""))
    assert [item.article.id for item in found.waiting] == ["a", "a (2)", "a (3)"]
    assert fates(found) == [
        ("broken.pdf", Outcome.REFUSED),
        ("a.json article 3", Outcome.REFUSED),
        ("a.json article 4", Outcome.REFUSED),
        ("a.json article 5", Outcome.REFUSED),
        ("a.json article 6, url", Outcome.REFUSED),
        ("empty.txt", Outcome.REFUSED),
    ]
    assert all(fate.why and fate.remedy for fate in found.fates)
    assert found.waiting[2].article.url == ""


def test_ids_of_other_articles_are_left_to_them(reader: Bounded) -> None:
    """A visitor's "000" beside a bundled "000" gets a number, so that both can be shown together."""
    found = brought(reader, ("000.txt", STORY.encode()), taken=["000", "000 (2)"])
    assert [item.article.id for item in found.waiting] == ["000 (3)"]


def test_a_table_speaks_for_the_files_beside_it(reader: Bounded) -> None:
    """Whatever the order in which they come; a file that is not there is told."""
    table = (
        "file,published,outlet,title,published_basis\n"
        "one.txt,2025-10-04/2025-10-31,The Mail,Mill burns,within the month\ngone.txt,,,,\none.txt,soon,,,\n"
    )
    found = brought(reader, ("articles.csv", table.encode()), ("one.txt", STORY.encode()))
    (item,) = found.waiting
    when = item.article.published
    assert when is not None and (when.first, when.last, when.rule) == (
        date(2025, 10, 4),
        date(2025, 10, 31),
        "within the month",
    )
    assert (item.article.outlet, item.article.title, item.doubt) == ("The Mail", "Mill burns", "")
    assert item.dates[0].source is Source.GIVEN
    assert [fate.where for fate in found.fates] == ["articles.csv row 3", "articles.csv row 4"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Zürich “x”".encode("utf-16"), ""),
        ("Zürich “x”".encode("utf-8-sig"), ""),
        ("Zürich “x”".encode("cp1252"), "cp1252"),
    ],
)
def test_texts_are_decoded_by_mark_or_by_what_the_visitor_says(reader: Bounded, data: bytes, encoding: str) -> None:
    """Nobody guesses an encoding."""
    (item,) = brought(reader, ("a.txt", data), encoding=encoding).waiting
    assert item.article.text == "Zürich “x”"


@pytest.mark.parametrize(("data", "why"), [("“x”".encode("cp1252"), "byte 0"), (b"a\x00b", "\\x00")])
def test_what_is_no_text_is_refused_with_its_offset(reader: Bounded, data: bytes, why: str) -> None:
    """A byte that is no UTF-8 where no encoding is named, and NUL."""
    (fate,) = brought(reader, ("a.txt", data)).fates
    assert fate.outcome is Outcome.REFUSED and why in fate.why


def test_files_that_are_no_utf_8_are_asked_about(reader: Bounded) -> None:
    """They are refused, and opened when somebody says in which encoding they are."""
    files = [("a.txt", "“One”".encode("cp1252")), ("b.md", "“Two”".encode("cp1252")), ("c.txt", b"Three")]
    found = brought(reader, *files)
    assert list(found.undecoded) == ["a.txt", "b.md"]
    assert fates(found) == [("a.txt", Outcome.REFUSED), ("b.md", Outcome.REFUSED)]
    found.reopen(reader, "cp1252")
    assert [item.article.text for item in found.waiting] == ["Three", "“One”", "“Two”"]
    assert (found.fates, found.undecoded) == ([], {})


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_limit_of_a_file(reader: Bounded, more: int) -> None:
    """A file of exactly the limit is opened, one byte more is refused by the limit, and the next is read."""
    big = json.dumps({"text": STORY}).encode()
    big += b" " * (limits.MAX_FILE_BYTES + more - len(big))
    found = brought(reader, ("a.json", big), ("b.txt", STORY.replace("mill", "port").encode()))
    assert len(found.waiting) == (1 if more > 0 else 2)
    assert [f"{limits.MAX_FILE_BYTES:,}" in fate.why for fate in found.fates] == ([True] if more > 0 else [])


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_limit_of_all_files_together(reader: Bounded, more: int) -> None:
    """So much is taken, and what would go beyond is refused, however many files it comes in."""
    count, rest = divmod(limits.MAX_UPLOAD_BYTES, limits.MAX_FILE_BYTES)
    assert rest == 0
    spaces = b" " * limits.MAX_FILE_BYTES
    files = [(f"{n}.txt", spaces) for n in range(count - 1)] + [("last.txt", spaces[1:] + b" " * (1 + min(more, 0)))]
    files.append(("more.txt", STORY.encode()[: max(more, 0)] or b""))
    found = brought(reader, *files)
    assert [f"{limits.MAX_UPLOAD_BYTES:,}" in fate.why for fate in found.fates][-1] is (more > 0)


def test_the_limit_of_a_visits_articles(reader: Bounded) -> None:
    """One below the limit and the very limit are taken, and one more is told as left out."""
    rows = [json.dumps({"text": f"Rocket {n}."}) for n in range(limits.MAX_ARTICLES - 1)]
    intake = brought(reader, ("a.jsonl", "\n".join(rows).encode()))
    assert (len(intake.waiting), intake.fates) == (limits.MAX_ARTICLES - 1, [])
    intake.paste("One more.")
    assert (len(intake.waiting), intake.fates) == (limits.MAX_ARTICLES, [])
    intake.paste("And another.")
    (fate,) = intake.fates
    assert len(intake.waiting) == limits.MAX_ARTICLES and f"{limits.MAX_ARTICLES:,}" in fate.why


def test_a_pasted_text_is_an_article(reader: Bounded) -> None:
    """With whatever the visitor says of it; an empty one is refused, the same one twice is a duplicate."""
    intake = Intake(today=date(2026, 3, 11))
    intake.paste(STORY, outlet="The Mail", url="https://e.org/2025/10/04/mill")
    intake.paste(STORY, outlet="The Mail")
    intake.paste(" ")
    (item,) = intake.waiting
    assert item.article.outlet == "The Mail" and item.article.published is not None
    assert fates(intake) == [("pasted text 2", Outcome.DUPLICATE), ("pasted text 2", Outcome.REFUSED)]


def test_a_date_that_the_visitor_gives_ends_the_doubt() -> None:
    """Also where it is "not known"."""
    intake = Intake()
    intake.paste(STORY)
    assert intake.waiting[0].doubt and not intake.waiting[0].dated(None).doubt


def test_a_folder_of_raw_files(tmp_path: Path) -> None:
    """Every file is taken or told; hidden files and folders are passed over, links out of it are not followed."""
    inner = tmp_path / "inner"
    (inner / "deep").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text(STORY)
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inner / ".hidden").write_text(STORY)
    (inner / "a.pdf").write_bytes(raw_files.pdf(STORY))
    (inner / "b.txt").write_text(STORY)
    (inner / "c.html").write_bytes(raw_files.page(STORY, "Mill", '<meta name="date" content="2025-10-04">'))
    (inner / "d.docx").write_bytes(b"x")
    intake = read_raw_folder(inner)
    articles, rejected = taken(intake)
    assert [article.id for article in articles] == ["a", "c"]
    assert [item.where for item in rejected] == ["d.docx", "link.txt"]
    assert list(told(intake)) == [
        "a.pdf: read, date of publication not known: no date of publication was found",
        "c.html: read, published 2025-10-04 (metadata: date)",
        "b.txt: duplicate, the same text as a.pdf",
    ]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """Nothing to read is said once."""
    assert [item.reason for item in taken(read_raw_folder(tmp_path))[1]] == ["there is no file in the folder"]


@given(st.lists(st.tuples(st.sampled_from(["a.txt", "a.csv", "a.json", "a.jsonl"]), st.binary()), max_size=4))
def test_no_file_of_rows_or_text_raises(files: list[tuple[str, bytes]]) -> None:
    """Whatever the bytes, each file is told or taken."""
    intake = Intake()
    with Bounded() as reader:
        for name, data in files:
            if not data.lstrip().startswith(b"<"):
                intake.add(name, data, reader)
    intake.finish()
    assert all(fate.where and fate.why for fate in intake.fates)
