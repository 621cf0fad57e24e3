"""What form a file has: by its first bytes, and by its name only among forms that are all plain text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from timeline.reading.articles import RowError


class Form(StrEnum):
    """The forms that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    CSV = "csv"
    JSON = "json"
    JSON_LINES = "json lines"


BOUNDED = frozenset({Form.PDF, Form.DOCX, Form.HTML, Form.MARKDOWN})  # read in a process of their own

_BY_NAME = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".htm": Form.HTML,
    ".html": Form.HTML,
    ".xhtml": Form.HTML,
    ".pdf": Form.PDF,
    ".docx": Form.DOCX,
    ".csv": Form.CSV,
    ".json": Form.JSON,
    ".jsonl": Form.JSON_LINES,
    ".ndjson": Form.JSON_LINES,
}
_HEADER = 1024  # bytes in which a PDF's mark may stand (ISO 32000-1, annex H)
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_UNREADABLE = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file", "save it as DOCX or PDF"),
    (b"{\\rtf", "an RTF file", "save it as DOCX or PDF"),
    (b"\x89PNG", "a picture", "paste its text"),
    (b"\xff\xd8\xff", "a picture", "paste its text"),
    (b"GIF8", "a picture", "paste its text"),
    (b"\x1f\x8b", "a packed archive", "unpack it and give its files"),
    (b"7z\xbc\xaf", "a packed archive", "unpack it and give its files"),
    (b"Rar!", "a packed archive", "unpack it and give its files"),
)
_MARKED_UP = re.compile(
    rb"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,500}?-->\s{0,100})?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def form_of(name: str, data: bytes) -> Form:
    """The form of a file. Raises ``RowError`` for forms that cannot be read."""
    if not data.strip():
        raise RowError("the file is empty", "check the file")
    for mark, what, remedy in _UNREADABLE:
        if data.startswith(mark):
            raise RowError(f"it is {what}, which cannot be read", remedy)
    if _PDF in data[:_HEADER]:
        return Form.PDF
    if data.startswith(_ZIP):
        return Form.DOCX
    by_name = _BY_NAME.get(PurePosixPath(name.lower()).suffix, Form.TEXT)
    if by_name in (Form.PDF, Form.DOCX):
        raise RowError(f"it is named {by_name.upper()} and is none", "open it and save it again")
    if by_name is Form.TEXT and _MARKED_UP.match(data.removeprefix(b"\xef\xbb\xbf")[:_HEADER]):
        return Form.HTML
    return by_name
