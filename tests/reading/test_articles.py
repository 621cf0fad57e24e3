"""Files and JSON lines become articles; every bad row is left out alone, with its row, the reason and a remedy."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Article, Rejected
from timeline.reading import limits
from timeline.reading.articles import (
    bounded_lines,
    decode,
    is_web_address,
    published,
    read_folder,
    read_jsonl,
)
from timeline.reading.problems import RowError
from timeline.when import Basis

HEADER = "file,published\n"


def folder(path: Path, table: str | bytes, **files: str | bytes) -> Path:
    """A folder of ``name.txt`` files with that ``articles.csv``."""
    for name, content in {"articles.csv": table, **{f"{stem}.txt": text for stem, text in files.items()}}.items():
        (path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def row(**fields: object) -> str:
    """One JSON line of a good article, with these fields changed; ``...`` leaves a field out."""
    whole = {"id": "a", "text": "A rocket hit.", "published": "2025-10-04", **fields}
    return json.dumps({name: value for name, value in whole.items() if value is not ...})


def only(found: tuple[tuple[Article, ...], tuple[Rejected, ...]]) -> Article:
    """The one article, of which nothing was left out."""
    (article,), rejected = found
    assert not rejected
    return article


def refusal(found: tuple[tuple[Article, ...], tuple[Rejected, ...]]) -> Rejected:
    """The one thing left out, beside no article."""
    articles, (rejected,) = found
    assert not articles
    return rejected


def test_a_folder_reads_with_two_columns(tmp_path: Path) -> None:
    """A file name and a day are enough: the id is the file's stem, the rest is not known."""
    article = only(read_folder(folder(tmp_path, HEADER + "one.txt,2025-10-04\n", one="A rocket hit.\r\n")))
    assert (article.id, article.text, article.title, article.outlet, article.url) == (
        "one",
        "A rocket hit.\r\n",
        "",
        "",
        "",
    )
    assert article.published is not None and article.published.first == article.published.last == date(2025, 10, 4)
    assert article.published.basis is Basis.STATED and article.published.rule == "given"
    assert len(article.digest) == 64


def test_a_folder_reads_every_column(tmp_path: Path) -> None:
    """Further columns, in any order, are kept as given; unknown ones are passed over."""
    table = (
        "id,outlet,file,colour,title,url,published,published_basis\n7,Mail,one.txt,red,Rocket,https://e.org/x,,guess\n"
    )
    article = only(read_folder(folder(tmp_path, table, one="A rocket hit.")))
    assert (article.id, article.outlet, article.title, article.url) == ("7", "Mail", "Rocket", "https://e.org/x")
    assert article.published is None


def test_the_basis_of_a_date_is_its_rule() -> None:
    """How the publication date is known goes with it wherever it is shown."""
    article = only(read_jsonl([row(published="2025-10-04/2025-10-31", published_basis="in the archive")]))
    assert article.published is not None and article.published.rule == "in the archive"


@pytest.mark.parametrize(
    ("value", "first", "last", "clock"),
    [
        ("2025-10-04", date(2025, 10, 4), date(2025, 10, 4), None),
        (" 2025-10-04 ", date(2025, 10, 4), date(2025, 10, 4), None),
        ("2025-10-04/2025-10-31", date(2025, 10, 4), date(2025, 10, 31), None),
        ("2026-03-10T23:30-08:00", date(2026, 3, 10), date(2026, 3, 10), "T23:30-08:00"),
        ("2026-03-10T23:30:05.123Z", date(2026, 3, 10), date(2026, 3, 10), "T23:30:05Z"),
        ("2026-03-10 23:30", date(2026, 3, 10), date(2026, 3, 10), "T23:30"),
        ("1000-01-01", date(1000, 1, 1), date(1000, 1, 1), None),
        ("2199-12-31", date(2199, 12, 31), date(2199, 12, 31), None),
    ],
)
def test_publication_dates(value: str, first: date, last: date, clock: str | None) -> None:
    """A day, an interval, or a time, whose day is the outlet's own and whose zone is kept."""
    when = published(value)
    assert when is not None
    assert (when.first, when.last, when.clock, when.said) == (first, last, clock, value.strip())


@pytest.mark.parametrize(
    "value",
    [
        "yesterday", "2025-13-01", "2025-02-30", "04/10/2025", "2025-10", "20251004", "2025-W40-6", "2025-10-04/",
        "/2025-10-04",
        "2025-10-31/2025-10-04", "2025-10-04/2025-10-05/2025-10-06", "2025-10-04T25:00", "0999-12-31", "2200-01-01",
        "٢٠٢٥-١٠-٠٤", "2025-10-04T10:00+99:99", "1" * 5000,
    ],
)  # fmt: skip
def test_a_malformed_publication_date_rejects_its_row(value: str) -> None:
    """What is no date is never guessed at: the row is left out and says what to write."""
    left_out = refusal(read_jsonl([row(published=value)]))
    assert left_out.where == "line 1" and "published" in left_out.reason and left_out.remedy
    assert len(left_out.reason) < 200


def test_a_missing_publication_date_is_not_known() -> None:
    """An article without a date is read; nothing is put in the date's place."""
    for line in (row(published=...), row(published=""), row(published=None)):
        assert only(read_jsonl([line])).published is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[", "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", "id is missing"),
        ("[" * 100_000, "nested too deeply"),
        ('{"lat": NaN}', "NaN is no number"),
        ('{"lat": -Infinity}', "-Infinity is no number"),
        ('{"n": ' + "1" * 5000 + "}", "not JSON"),
        (b"\xff{}", "not UTF-8 at byte 0"),
        (row(text=...), "text is missing"),
        (row(text=5), "text is not text"),
        (row(id=5), "id is not text"),
        (row(id=" "), "id is empty"),
        (row(outlet=["x"]), "outlet is not text"),
        (row(text=" \n"), "text is empty"),
        (row(text="half \ud83d of it"), "\\ud83d"),
        (row(text="a\x00b"), "\\x00"),
    ],
)
def test_bad_json_rows(line: str | bytes, reason: str) -> None:
    """Each kind of bad row is left out with its reason, and the good rows around it stay."""
    articles, (left_out,) = read_jsonl([row(id="before"), line, row(id="after")])
    assert [article.id for article in articles] == ["before", "after"]
    assert left_out.where == "line 2" and reason in left_out.reason and left_out.remedy


def test_blank_lines_are_counted_and_passed_over() -> None:
    """Line numbers are those of the file."""
    assert refusal(read_jsonl(["\n", "  \n", "[\n"])).where == "line 3"


def test_extra_keys_and_markup_are_just_text() -> None:
    """Keys that nobody asked for are passed over; a title is kept as typed, whatever it looks like."""
    title = "@@=alert(1) <img src=x onerror=alert(1)> =HYPERLINK()"
    assert only(read_jsonl([row(title=title, colour="red", lat=1e308)])).title == title


def test_the_second_of_two_ids_is_left_out() -> None:
    """An id names one article; the first one given keeps it."""
    articles, (left_out,) = read_jsonl([row(text="One."), row(text="Two."), row(id="b")])
    assert [article.text for article in articles] == ["One.", "A rocket hit."]
    assert left_out.where == "line 2" and "'a'" in left_out.reason


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//e.org",
        "e.org",
        "http://",
        "http://e.org/\nx",
        "http://[",
        " ",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    """Any other link is left out and told; its article stays."""
    articles, rejected = read_jsonl([row(url=url)])
    assert articles[0].url == "" and [item.where for item in rejected] == (["line 1, url"] if url.strip() else [])
    assert not is_web_address(url)


def test_an_address_on_this_machine_is_kept_as_text() -> None:
    """A link is shown, never fetched, so any host will do."""
    assert only(read_jsonl([row(url="http://127.1/")])).url == "http://127.1/"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.json",
        "/etc/passwd",
        "..\\secret.txt",
        "C:\\secret.txt",
        "sub/../../x.txt",
        "a\x00.txt",
        "",
        " ",
        ".",
    ],
)
def test_a_file_name_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    """A name that leads elsewhere opens nothing, and only its last part is told."""
    (tmp_path / "secret.txt").write_text("secret")
    inner = tmp_path / "inner"
    inner.mkdir()
    left_out = refusal(read_folder(folder(inner, f'{HEADER}"{name}",2025-10-04\n')))
    assert left_out.where == "articles.csv line 2"
    assert "is not a file of this folder" in left_out.reason and ".." not in left_out.reason


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A file that is only a link to one elsewhere is not of this folder."""
    (tmp_path / "secret.txt").write_text("secret")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "one.txt").symlink_to(tmp_path / "secret.txt")
    assert "not a file of this folder" in refusal(read_folder(folder(inner, HEADER + "one.txt,2025-10-04\n"))).reason


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "no column file or published"),
        ("file,date\n", "no column published"),
        ('file,published\n"one.txt,2025\n', "not CSV"),
        (b"file,published\n\xff.txt,\n", "not 'utf-8' at byte 15"),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, table: str | bytes, reason: str) -> None:
    """A broken articles.csv is told once, with what to write."""
    left_out = refusal(read_folder(folder(tmp_path, table)))
    assert left_out.where == "articles.csv" and reason in left_out.reason and left_out.remedy


def test_no_folder_and_no_table(tmp_path: Path) -> None:
    """Where there is nothing to read, that is what is said."""
    assert "no file 'articles.csv'" in refusal(read_folder(tmp_path)).reason
    assert "no file 'articles.csv'" in refusal(read_folder(tmp_path / "nowhere")).reason


def test_good_rows_stand_beside_bad_ones(tmp_path: Path) -> None:
    """A missing file, a surplus field and a bad date each cost their own row alone."""
    table = HEADER + "one.txt,2025-10-04\ngone.txt,\none.txt,2025-10-04,a,b\ntwo.txt,soon\nempty.txt,\ntwo.txt,\n"
    articles, rejected = read_folder(folder(tmp_path, table, one="One.", two="Two.", empty=""))
    assert [article.id for article in articles] == ["one", "two"]
    assert [item.where for item in rejected] == [f"articles.csv line {n}" for n in (3, 4, 5, 6)]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Zürich “x”".encode(), ""),
        ("Zürich “x”".encode("utf-8-sig"), ""),
        ("Zürich “x”".encode("utf-16"), ""),
        ("Zürich “x”".encode("utf-32"), ""),
        ("Zürich “x”".encode("cp1252"), "cp1252"),
        ("Zürich “x”".encode("utf-16"), "cp1252"),
    ],
)
def test_texts_are_decoded_by_mark_or_by_name(data: bytes, encoding: str) -> None:
    """A byte order mark speaks first, then the encoding that the table names, then UTF-8."""
    assert decode(data, encoding) == "Zürich “x”"


def test_bytes_that_are_no_text_are_told_with_their_offset() -> None:
    """What cannot be decoded is never guessed at."""
    with pytest.raises(RowError, match="at byte 3"):
        decode(b"abc\x93x")
    with pytest.raises(RowError, match="not an encoding"):
        decode(b"abc", "base64")


def test_a_declared_encoding_reads_its_file(tmp_path: Path) -> None:
    """The column ``encoding`` names the encoding of a row's file."""
    table = "file,published,encoding\none.txt,,cp1251\n"
    assert only(read_folder(folder(tmp_path, table, one="Київ".encode("cp1251")))).text == "Київ"


def test_the_limit_of_a_text() -> None:
    """The longest text is read, and one character more is left out."""
    assert only(read_jsonl([row(text="a" * limits.MAX_TEXT)]))
    assert f"{limits.MAX_TEXT:,}" in refusal(read_jsonl([row(text="a" * (limits.MAX_TEXT + 1))])).reason


def test_the_limit_of_a_field() -> None:
    """The longest title is read, and one character more is left out."""
    assert only(read_jsonl([row(title="a" * limits.MAX_FIELD)]))
    assert "title" in refusal(read_jsonl([row(title="a" * (limits.MAX_FIELD + 1))])).reason


def test_the_limit_of_a_line() -> None:
    """A line beyond the limit is left out without being held, and the next one is read."""
    line = row(text="b")
    longest = line + " " * (limits.MAX_LINE_BYTES - len(line) - 1) + "\n"
    over = line + " " * (3 * limits.MAX_LINE_BYTES) + "\n"
    lines = list(bounded_lines(io.BytesIO((longest + over + row(id="c")).encode())))
    assert max(map(len, lines)) == limits.MAX_LINE_BYTES + 1
    articles, (left_out,) = read_jsonl(lines)
    assert [article.id for article in articles] == ["a", "c"] and left_out.where == "line 2"


def test_the_limit_of_a_file(tmp_path: Path) -> None:
    """A file of exactly the limit is opened, and one byte more is refused by name."""
    table = HEADER + "one.txt,\ntwo.txt,\n"
    files = {"one": "a" * limits.MAX_FILE_BYTES, "two": "a" * (limits.MAX_FILE_BYTES + 1)}
    _, rejected = read_folder(folder(tmp_path, table, **files))
    assert f"over {limits.MAX_TEXT:,}" in rejected[0].reason
    assert rejected[1].reason == f"'two.txt' is over {limits.MAX_FILE_BYTES:,} bytes"


def test_the_limit_of_a_set() -> None:
    """So many articles are read, and that there are more is told once."""
    lines = [row(id=str(n)) for n in range(limits.MAX_ARTICLES)]
    assert len(read_jsonl(lines)[0]) == limits.MAX_ARTICLES and not read_jsonl(lines)[1]
    articles, (left_out,) = read_jsonl([*lines, row(id="x"), row(id="y")])
    assert len(articles) == limits.MAX_ARTICLES and f"{limits.MAX_ARTICLES:,}" in left_out.reason


def test_messages_hold_nothing_that_a_terminal_obeys() -> None:
    """A stranger's words come into a message short and in plain letters."""
    reason = refusal(read_jsonl([row(published="\x1b[2J\u202e" + "x" * 500)])).reason
    assert reason.isascii() and reason.isprintable() and len(reason) < 200


@given(st.lists(st.one_of(st.text(), st.binary()), max_size=4))
def test_reading_lines_never_raises(lines: list[str | bytes]) -> None:
    """Whatever the lines, each is an article, left out with its reason, or blank."""
    articles, rejected = read_jsonl(lines)
    assert len(articles) + len(rejected) <= len(lines)
    assert all(item.where and item.reason and item.remedy for item in rejected)


@given(st.text(max_size=40))
def test_a_publication_date_is_read_or_refused(value: str) -> None:
    """No text but a date's becomes one."""
    with suppress(RowError):
        when = published(value)
        assert when is None or (when.first is not None and when.last is not None)


@pytest.mark.parametrize("cut", range(0, 60, 3))
def test_a_table_cut_anywhere(tmp_path: Path, cut: int) -> None:
    """A file that ends in the middle gives the rows that are whole, and tells the others."""
    table = (HEADER + 'one.txt,2025-10-04\n"two.txt",2025-10-05\n').encode()
    articles, rejected = read_folder(folder(tmp_path, table[:cut], one="One.", two="Two."))
    assert len(articles) + len(rejected) <= 2
    assert all(item.reason and item.remedy for item in rejected)
