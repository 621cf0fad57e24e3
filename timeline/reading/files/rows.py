"""CSV, JSON and JSON lines → rows of articles, each to be judged alone."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from timeline.messages import Message, later
from timeline.reading.articles import bounded_lines, decode, json_object, no_constant, numbered, text_field
from timeline.reading.files.contents import Contents
from timeline.reading.files.formats import Form
from timeline.reading.limits import MAX_FILE_BYTES
from timeline.reading.problems import OBJECT_REMEDY, RowError, at_line, not_csv, not_json, surplus, too_deep

Row = tuple[str, Callable[[], Contents]]  # where it stands, and how to get what it says, which may raise RowError

_OPTIONAL = ("id", "published", "published_basis", "outlet", "title", "url", "language")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32, whose line ends are no single bytes
_SURPLUS = ""
# What an export of ours puts an apostrophe before.
FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\x00-\x20\u200b-\u200f\u202a-\u202e\u2060\ufeff]*[=+\-@＝＋－＠])")


def rows(form: Form, data: bytes, encoding: str = "") -> Iterator[Row]:
    """The rows of a file of articles. Raises ``RowError`` where there can be none."""
    if form is Form.CSV:
        return _csv(decode(data, encoding))
    if form is Form.JSON_LINES:
        lines = bounded_lines(io.BytesIO(decode(data).encode() if data.startswith(_WIDE_MARKS) else data))
        return ((at_line(number), partial(_of_line, line)) for number, line in numbered(lines))
    return _json(decode(data, encoding))


def _of_line(line: str | bytes) -> Contents:
    return _of_object(json_object(line))


def _of_object(row: Mapping[str, object]) -> Contents:
    said = {name: text_field(row, name, required=False) for name in _OPTIONAL}
    return _row(said, text_field(row, "text"))


def _row(said: Mapping[str, str], text: str, file: str = "") -> Contents:
    """The contents of a row: a text of its own, or the file that it is about."""
    return Contents(
        text,
        title=said.get("title", ""),
        outlet=said.get("outlet", ""),
        url=said.get("url", ""),
        language=said.get("language", ""),
        id=said.get("id", ""),
        published=said.get("published", ""),
        published_basis=said.get("published_basis", ""),
        file=file,
    )


def _json(text: str) -> Iterator[Row]:
    """One object, a list of objects, or an object whose ``articles`` are such a list."""
    try:
        found = json.loads(text, parse_constant=no_constant)
    except RecursionError:
        raise too_deep() from None
    except ValueError as error:
        raise not_json(error, later("write a list of objects with id, text and published")) from None
    inner = found.get("articles") if isinstance(found, dict) else None
    items = inner if isinstance(inner, list) else found if isinstance(found, list) else [found]
    at = later("article {number}")
    return ((Message(at, number=str(n)), partial(_of_item, item)) for n, item in enumerate(items, 1))


def _of_item(item: object) -> Contents:
    if not isinstance(item, dict):
        raise RowError(later("it is not a JSON object"), OBJECT_REMEDY)
    return _of_object(item)


def _csv(text: str) -> Iterator[Row]:
    """The rows under a head that names ``text``, or ``file`` for a table of files that are given beside it."""
    csv.field_size_limit(MAX_FILE_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
    except csv.Error as error:
        raise not_csv(str(error)) from None
    if not {"text", "file"} & set(names):
        remedy = later("begin with a line of column names: id,text,published,outlet")
        raise RowError(later("there is no column text or file"), remedy)
    return _under(names, reader)


def _under(names: list[str], reader: Iterator[list[str]]) -> Iterator[Row]:
    number = 1
    while True:
        number += 1
        try:
            values = next(reader, None)
        except csv.Error as error:
            yield _at_row(number), partial(_broken, str(error))
            continue
        if values is None:
            return
        if values:
            yield _at_row(number), partial(_of_values, names, values)


def _at_row(number: int) -> Message:
    return Message(later("row {number}"), number=str(number))


def _broken(why: str) -> Contents:
    raise not_csv(why)


def _of_values(names: list[str], values: list[str]) -> Contents:
    if len(values) > len(names):
        raise surplus()
    said = {name: restored(value) for name, value in zip(names, values, strict=False)}
    if "text" in said:
        return _row(said, said["text"])
    if not said.get("file", "").strip():
        remedy = later("name one of the files that are given beside the table")
        raise RowError(later("the row names no file"), remedy)
    return _row(said, "", said["file"])


def restored(value: str) -> str:
    """A cell as it was before an apostrophe kept a spreadsheet from running it."""
    return value[1:] if value.startswith("'") and FORMULA.match(value) else value
