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
from timeline.messages import Message, later
from timeline.reading.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_ARTICLES,
    MAX_FIELD,
    MAX_FILE_BYTES,
    MAX_LINE_BYTES,
    MAX_TEXT,
)
from timeline.reading.problems import (
    OBJECT_REMEDY,
    EncodingError,
    RowError,
    at_line,
    either,
    no_link,
    not_json,
    surplus,
    too_deep,
    url_of,
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
_NOT_A_DATE = later("published {value} is not a date")
_PUBLISHED_REMEDY = later(
    "write a day (2025-10-04), an interval (2025-10-04/2025-10-31) or an ISO time, or leave it empty"
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Read = tuple[tuple[Article, ...], tuple[Rejected, ...]]


def read_folder(path: Path) -> Read:
    """The articles of a folder of texts with ``articles.csv``, in the order of its rows.

    Columns ``file`` and ``published`` are required; ``id`` (default: the file's stem), ``outlet``, ``title``, ``url``,
    ``published_basis`` and ``encoding`` (default: what the file's byte order mark says, else UTF-8) are optional.
    """
    try:
        rows = _table(path / TABLE)
    except RowError as error:
        return (), (error.at(TABLE),)
    at = later("{file} line {number}")
    return _collect((Message(at, file=TABLE, number=str(n)), partial(_from_row, path, row)) for n, row in rows)


def read_jsonl(lines: Iterable[str | bytes]) -> Read:
    """The articles of JSON lines, in order: ``{"id", "text", "published", "outlet"?, "title"?, "url"?}``."""
    return _collect((at_line(number), partial(_from_json, line)) for number, line in numbered(lines))


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
            left_out = RowError(
                later("more than {limit} articles"), later("read the rest on its own"), limit=MAX_ARTICLES
            )
            rejected.append(left_out.at(where))
            break
        try:
            article = article_of(fields())
            if article.id in articles:
                reason = later("a second article with the id {id}")
                raise RowError(reason, later("give each article its own id"), id=_show(article.id))
        except RowError as error:
            rejected.append(error.at(where))
            continue
        if article.url and not is_web_address(article.url):
            rejected.append(no_link().at(url_of(where)))
            article = replace(article, url="")
        articles[article.id] = article
    return tuple(articles.values()), tuple(rejected)


def article_of(fields: Mapping[str, str]) -> Article:
    """The article that the fields describe; ``id``, ``text`` and ``published`` are required. Raises ``RowError``."""
    text = fields["text"]
    check_text(text)
    if not fields["id"].strip():
        raise RowError(later("the id is empty"), later("give the article an id"))
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
        raise RowError(later("the text is empty"), later("leave the row out, or give the text"))
    if len(text) > MAX_TEXT:
        reason = later("the text has {count} characters, over {limit}")
        raise RowError(reason, later("split it"), count=len(text), limit=MAX_TEXT)
    _check_characters("text", text)


def _check_field(name: str, value: str) -> None:
    if len(value) > MAX_FIELD:
        reason = later("{name} has {count} characters, over {limit}")
        raise RowError(reason, later("shorten it"), name=name, count=len(value), limit=MAX_FIELD)
    _check_characters(name, value)


def _check_characters(name: str, value: str) -> None:
    """Raise ``RowError`` for NUL (binary, or UTF-16 taken for something else) and for lone surrogates."""
    broken = _NOT_TEXT.search(value)
    if broken:
        at, reason = str(broken.start()), later("{name} has {character} at character {at}")
        raise RowError(reason, later("save it again as UTF-8"), name=name, character=ascii(broken.group()), at=at)


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
            raise RowError(_NOT_A_DATE, _PUBLISHED_REMEDY, value=_show(value))
        first, last = _day(ends[0].strip()), _day(ends[-1].strip())
    if first > last:
        reason = later("published {value} ends before it begins")
        raise RowError(reason, later("put the earlier day first"), value=_show(value))
    known = basis if basis == basis.strip() else basis.strip()  # a message stays one
    return When(first, last, Basis.STATED, said=value, rule=known or Message(later("given")), clock=clock)


def _day(value: str) -> date:
    try:
        day = date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise RowError(_NOT_A_DATE, _PUBLISHED_REMEDY, value=_show(value)) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        reason = later("published {value} is outside {first} to {last}")
        raise RowError(reason, later("check the year"), value=_show(value), **years)
    return day


def _clock(value: str, time: str, zone: str | None) -> str:
    try:
        datetime.fromisoformat(f"2000-01-01T{time}{zone or ''}")
    except ValueError:
        reason = later("published {value} has no such time of day")
        raise RowError(reason, _PUBLISHED_REMEDY, value=_show(value)) from None
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
        raise RowError(later("the line is over {limit} bytes"), later("split the text"), limit=MAX_LINE_BYTES)
    try:
        value = json.loads(line.decode("utf-8-sig") if isinstance(line, bytes) else line, parse_constant=no_constant)
    except UnicodeDecodeError as error:
        raise RowError(later("not UTF-8 at byte {at}"), later("save it as UTF-8"), at=str(error.start)) from None
    except RecursionError:
        raise too_deep() from None
    except ValueError as error:
        raise not_json(error, later("write one JSON object a line")) from None
    if not isinstance(value, dict):
        raise RowError(later("the line is not a JSON object"), OBJECT_REMEDY)
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
        reason = later("{name} is missing") if value is None else later("{name} is not text")
        raise RowError(reason, later('write "{name}": "..."'), name=name)
    return value


def _from_json(line: str | bytes) -> dict[str, str]:
    row = json_object(line)
    fields = {name: text_field(row, name, required=False) for name in ("published", *_OPTIONAL)}
    return fields | {"id": text_field(row, "id"), "text": text_field(row, "text")}


def _from_row(folder: Path, row: Mapping[str, str]) -> dict[str, str]:
    if row[_SURPLUS]:
        raise surplus()
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
        remedy = later("give the name of a file beside articles.csv")
        raise RowError(later("{name} is not a file of this folder"), remedy, name=_show(shown_name(name)))
    return path


def file_bytes(path: Path) -> bytes:
    """The file's bytes. Raises ``RowError`` where it is missing, not a file, unreadable or too big."""
    try:
        if not path.is_file():
            raise RowError(later("there is no file {name}"), later("check the name"), name=_show(path.name))
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        why, reason = str(error.strerror), later("{name} cannot be read: {why}")
        raise RowError(reason, later("check the file"), name=_show(path.name), why=why) from None
    if len(data) > MAX_FILE_BYTES:
        reason = later("{name} is over {limit} bytes")
        raise RowError(reason, later("split it"), name=_show(path.name), limit=MAX_FILE_BYTES)
    return data


def decode(data: bytes, encoding: str = "") -> str:
    """Bytes as text: by their byte order mark, else by ``encoding``, else UTF-8. Raises ``RowError``."""
    by_mark = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    chosen = by_mark or encoding.strip() or "utf-8"
    try:
        return data.decode(chosen)
    except UnicodeDecodeError as error:
        reason = later("not {encoding} at byte {at}")
        remedy = later("save it as UTF-8, or name its encoding (articles.csv: column encoding)")
        raise EncodingError(reason, remedy, encoding=_show(chosen), at=str(error.start)) from None
    except (LookupError, ValueError):
        reason, remedy = later("{encoding} is not an encoding of text"), later("write utf-8, cp1252, cp1251 ...")
        raise RowError(reason, remedy, encoding=_show(chosen)) from None


def _table(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of ``articles.csv`` with the line that each ends on. Raises ``RowError``."""
    text = io.StringIO(decode(file_bytes(path)), newline="")
    reader = csv.DictReader(text, restkey=_SURPLUS, restval="", strict=True)
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
        missing = [name for name in _REQUIRED if name not in names]
        if missing:
            reason, remedy = later("there is no column {names}"), later("begin with {head}")
            raise RowError(reason, remedy, names=either(missing), head=",".join(_REQUIRED))
        reader.fieldnames = names
        return [(reader.line_num, {_SURPLUS: "", **row}) for row in reader]
    except csv.Error as error:
        reason, at = later("line {number} is not CSV: {error}"), str(reader.line_num)
        raise RowError(reason, later("check its quotation marks"), number=at, error=str(error)) from None


def _show(value: str) -> str:
    """A stranger's words in a message: short, and with nothing that a terminal would obey."""
    return ascii(value[:60])
