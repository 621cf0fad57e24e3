"""What form a file has: by its first bytes, and by its name only among forms that are all plain text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from timeline.messages import later
from timeline.reading.problems import RowError


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
_OFFICE = later("it is an old Word or Office file, which cannot be read"), later("save it as DOCX or PDF")
_RTF = later("it is an RTF file, which cannot be read"), later("save it as DOCX or PDF")
_PICTURE = later("it is a picture, which cannot be read"), later("paste its text")
_PACKED = later("it is a packed archive, which cannot be read"), later("unpack it and give its files")
_UNREADABLE = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _OFFICE,
    b"{\\rtf": _RTF,
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"\x1f\x8b": _PACKED,
    b"7z\xbc\xaf": _PACKED,
    b"Rar!": _PACKED,
}
_MARKED_UP = re.compile(
    rb"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,500}?-->\s{0,100})?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def form_of(name: str, data: bytes) -> Form:
    """The form of a file. Raises ``RowError`` for forms that cannot be read."""
    if not data.strip():
        raise RowError(later("the file is empty"), later("check the file"))
    for mark, (reason, remedy) in _UNREADABLE.items():
        if data.startswith(mark):
            raise RowError(reason, remedy)
    if _PDF in data[:_HEADER]:
        return Form.PDF
    if data.startswith(_ZIP):
        return Form.DOCX
    by_name = _BY_NAME.get(PurePosixPath(name.lower()).suffix, Form.TEXT)
    if by_name in (Form.PDF, Form.DOCX):
        reason = later("it is named {form} and is none")
        raise RowError(reason, later("open it and save it again"), form=by_name.upper())
    if by_name is Form.TEXT and _MARKED_UP.match(data.removeprefix(b"\xef\xbb\xbf")[:_HEADER]):
        return Form.HTML
    return by_name
