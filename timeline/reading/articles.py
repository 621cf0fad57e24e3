"""Files and JSON lines → articles. Every row is judged alone: good ones are kept beside bad ones, and nothing that a
stranger wrote raises. What is left out comes back as ``Rejected``, with its row, the reason and a remedy.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO, NoReturn
from urllib.parse import urlsplit

from timeline.article import Article, Rejected
from timeline.reading.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_ARTICLES,
    MAX_FIELD,
    MAX_FILE_BYTES,
    MAX_LINE_BYTES,
    MAX_TEXT,
)
from timeline.when import Basis, When

TABLE = "articles.csv"
LONGEST_NAME = 120  # characters of a file's name that are shown
_REQUIRED = ("file", "published")
_OPTIONAL = ("outlet", "title", "url", "published_basis")
_SURPLUS = ""  # the key under which a row's surplus fields come; no column has an empty name
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIMESTAMP = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]{1,9})?\s?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_PUBLISHED_REMEDY = "write a day (2025-10-04), an interval (2025-10-04/2025-10-31) or an ISO time, or leave it empty"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Read = tuple[tuple[Article, ...], tuple[Rejected, ...]]


class RowError(ValueError):
    """One row or file cannot be read: the reason is its text, ``remedy`` says what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.remedy = remedy

    def at(self, where: str) -> Rejected:
        """The same, as what was left out at ``where``."""
        return Rejected(where, str(self), self.remedy)


class EncodingError(RowError):
    """The bytes are not of the encoding that was assumed; somebody may know the right one."""


def read_folder(path: Path) -> Read:
    """The articles of a folder of texts with ``articles.csv``, in the order of its rows.

    Columns ``file`` and ``published`` are required; ``id`` (default: the file's stem), ``outlet``, ``title``, ``url``,
    ``published_basis`` and ``encoding`` (default: what the file's byte order mark says, else UTF-8) are optional.
    """
    try:
        rows = _table(path / TABLE)
    except RowError as error:
        return (), (error.at(TABLE),)
    return _collect((f"{TABLE} line {line}", partial(_from_row, path, row)) for line, row in rows)


def read_jsonl(lines: Iterable[str | bytes]) -> Read:
    """The articles of JSON lines, in order: ``{"id", "text", "published", "outlet"?, "title"?, "url"?}``."""
    return _collect((f"line {number}", partial(_from_json, line)) for number, line in numbered(lines))


def numbered(lines: Iterable[str | bytes]) -> Iterator[tuple[int, str | bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one beyond the limit only enough to know it, so that no line fills the memory."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        yield line
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES + 1)


def _collect(rows: Iterable[tuple[str, Callable[[], Mapping[str, str]]]]) -> Read:
    """Judge each row alone. A row is where it stands and how to get its fields, which may raise ``RowError``."""
    articles: dict[str, Article] = {}
    rejected: list[Rejected] = []
    for where, fields in rows:
        if len(articles) == MAX_ARTICLES:
            left_out = RowError(f"more than {MAX_ARTICLES:,} articles", "read the rest on its own")
            rejected.append(left_out.at(where))
            break
        try:
            article = article_of(fields())
            if article.id in articles:
                raise RowError(f"a second article with the id {_show(article.id)}", "give each article its own id")
        except RowError as error:
            rejected.append(error.at(where))
            continue
        if article.url and not is_web_address(article.url):
            rejected.append(
                Rejected(f"{where}, url", "the link is not http or https", "the article is kept without it")
            )
            article = replace(article, url="")
        articles[article.id] = article
    return tuple(articles.values()), tuple(rejected)


def article_of(fields: Mapping[str, str]) -> Article:
    """The article that the fields describe; ``id``, ``text`` and ``published`` are required. Raises ``RowError``."""
    text = fields["text"]
    check_text(text)
    if not fields["id"].strip():
        raise RowError("the id is empty", "give the article an id")
    for name in ("id", "outlet", "title", "url", "published_basis"):
        _check_field(name, fields.get(name, ""))
    return Article(
        id=fields["id"],
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        url=fields.get("url", "").strip(),
        language="",
        published=published(fields["published"], fields.get("published_basis", "")),
    )


def check_text(text: str, *, may_be_empty: bool = False) -> None:
    """Raise ``RowError`` for a text that is empty, too long, or not text."""
    if not text.strip() and not may_be_empty:
        raise RowError("the text is empty", "leave the row out, or give the text")
    if len(text) > MAX_TEXT:
        raise RowError(f"the text has {len(text):,} characters, over {MAX_TEXT:,}", "split it")
    _check_characters("text", text)


def _check_field(name: str, value: str) -> None:
    if len(value) > MAX_FIELD:
        raise RowError(f"{name} has {len(value):,} characters, over {MAX_FIELD:,}", "shorten it")
    _check_characters(name, value)


def _check_characters(name: str, value: str) -> None:
    """Raise ``RowError`` for NUL (binary, or UTF-16 taken for something else) and for lone surrogates."""
    broken = _NOT_TEXT.search(value)
    if broken:
        raise RowError(f"{name} has {broken.group()!a} at character {broken.start()}", "save it again as UTF-8")


def published(value: str, basis: str = "") -> When | None:
    """A publication date: a day, an interval ``A/B`` (both ends inclusive), or an ISO time, whose day is the outlet's.

    Empty is ``None``: not known. ``basis`` says how it is known. Raises ``RowError`` for anything else.
    """
    value = value.strip()
    if not value:
        return None
    clock = None
    stamp = _TIMESTAMP.fullmatch(value)
    if stamp:
        first = last = _day(stamp.group(1))
        clock = _clock(value, stamp.group(2), stamp.group(3))
    else:
        ends = value.split("/")
        if len(ends) > 2:
            raise RowError(f"published {_show(value)} is not a date", _PUBLISHED_REMEDY)
        first, last = _day(ends[0].strip()), _day(ends[-1].strip())
    if first > last:
        raise RowError(f"published {_show(value)} ends before it begins", "put the earlier day first")
    return When(first, last, Basis.STATED, said=value, rule=basis.strip() or "given", clock=clock)


def _day(value: str) -> date:
    try:
        day = date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise RowError(f"published {_show(value)} is not a date", _PUBLISHED_REMEDY) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RowError(f"published {_show(value)} is outside {FIRST_YEAR} to {LAST_YEAR}", "check the year")
    return day


def _clock(value: str, time: str, zone: str | None) -> str:
    try:
        datetime.fromisoformat(f"2000-01-01T{time}{zone or ''}")
    except ValueError:
        raise RowError(f"published {_show(value)} has no such time of day", _PUBLISHED_REMEDY) from None
    return f"T{time}{zone or ''}"


def is_web_address(url: str) -> bool:
    """Whether a link may be shown: http or https, with a host, and without white space or control characters."""
    if any(not letter.isprintable() or letter.isspace() for letter in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def json_object(line: str | bytes) -> dict[str, object]:
    """One line of JSON that is an object. Raises ``RowError`` for anything else, NaN and infinities included."""
    if len(line) > MAX_LINE_BYTES:
        raise RowError(f"the line is over {MAX_LINE_BYTES:,} bytes", "split the text")
    try:
        value = json.loads(line.decode("utf-8-sig") if isinstance(line, bytes) else line, parse_constant=no_constant)
    except UnicodeDecodeError as error:
        raise RowError(f"not UTF-8 at byte {error.start}", "save it as UTF-8") from None
    except RecursionError:
        raise RowError("the JSON is nested too deeply", "give flat objects") from None
    except ValueError as error:
        raise RowError(f"not JSON: {str(error)[:120]}", "write one JSON object a line") from None
    if not isinstance(value, dict):
        raise RowError("the line is not a JSON object", 'write {"id": ..., "text": ...}')
    return value


def no_constant(name: str) -> NoReturn:
    """For ``parse_constant``: NaN and the infinities are no JSON. Raises ``ValueError``."""
    raise ValueError(f"{name} is no number")


def text_field(row: Mapping[str, object], name: str, *, required: bool = True) -> str:
    """The value of a field that is text; "" where it is not required and absent. Raises ``RowError``."""
    value = row.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        missing = "missing" if value is None else "not text"
        raise RowError(f"{name} is {missing}", f'write "{name}": "..."')
    return value


def _from_json(line: str | bytes) -> dict[str, str]:
    row = json_object(line)
    fields = {name: text_field(row, name, required=False) for name in ("published", *_OPTIONAL)}
    return fields | {"id": text_field(row, "id"), "text": text_field(row, "text")}


def _from_row(folder: Path, row: Mapping[str, str]) -> dict[str, str]:
    if row[_SURPLUS]:
        raise RowError("the row has more fields than columns", "put quotation marks around values with commas")
    path = _inside(folder, row["file"])
    text = decode(file_bytes(path), row.get("encoding", ""))
    fields = {name: row.get(name, "") for name in ("published", *_OPTIONAL)}
    return fields | {"id": row.get("id", "") or path.stem, "text": text}


def shown_name(name: str) -> str:
    """The last part of a file's name, short and without what a page or a terminal would obey; never a path."""
    last = PurePosixPath(PureWindowsPath(name).name).name.lstrip(".")
    return "".join(letter if letter.isprintable() else "�" for letter in last)[:LONGEST_NAME] or "file"


def _inside(folder: Path, name: str) -> Path:
    """The file of that name, which must be in the folder: never a path elsewhere, by dots, links or a drive."""
    try:
        path, root = (folder / name).resolve(), folder.resolve()
        inside = bool(name.strip()) and "\\" not in name and root in path.parents
    except (OSError, ValueError, RuntimeError):
        inside = False
    if not inside:
        raise RowError(
            f"{_show(shown_name(name))} is not a file of this folder", "give the name of a file beside articles.csv"
        )
    return path


def file_bytes(path: Path) -> bytes:
    """The file's bytes. Raises ``RowError`` where it is missing, not a file, unreadable or too big."""
    try:
        if not path.is_file():
            raise RowError(f"there is no file {_show(path.name)}", "check the name")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise RowError(f"{_show(path.name)} cannot be read: {error.strerror}", "check the file") from None
    if len(data) > MAX_FILE_BYTES:
        raise RowError(f"{_show(path.name)} is over {MAX_FILE_BYTES:,} bytes", "split it")
    return data


def decode(data: bytes, encoding: str = "") -> str:
    """Bytes as text: by their byte order mark, else by ``encoding``, else UTF-8. Raises ``RowError``."""
    by_mark = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    chosen = by_mark or encoding.strip() or "utf-8"
    try:
        return data.decode(chosen)
    except UnicodeDecodeError as error:
        reason = f"not {_show(chosen)} at byte {error.start}"
        raise EncodingError(reason, "save it as UTF-8, or name its encoding (articles.csv: column encoding)") from None
    except (LookupError, ValueError):
        raise RowError(f"{_show(chosen)} is not an encoding of text", "write utf-8, cp1252, cp1251 ...") from None


def _table(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of ``articles.csv`` with the line that each ends on. Raises ``RowError``."""
    text = io.StringIO(decode(file_bytes(path)), newline="")
    reader = csv.DictReader(text, restkey=_SURPLUS, restval="", strict=True)
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
        missing = [name for name in _REQUIRED if name not in names]
        if missing:
            raise RowError(f"there is no column {' or '.join(missing)}", f"begin with {','.join(_REQUIRED)}")
        reader.fieldnames = names
        return [(reader.line_num, {_SURPLUS: "", **row}) for row in reader]
    except csv.Error as error:
        raise RowError(f"line {reader.line_num} is not CSV: {error}", "check its quotation marks") from None


def _show(value: str) -> str:
    """A stranger's words in a message: short, and with nothing that a terminal would obey."""
    return ascii(value[:60])
