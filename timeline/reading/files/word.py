"""DOCX → its words. Called only in the bounded process."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime

from docx import Document
from docx.document import Document as DocumentObject
from docx.table import Table

from timeline.messages import later
from timeline.reading.files.contents import Contents
from timeline.reading.limits import MAX_TEXT, MAX_UNPACKED_BYTES
from timeline.reading.problems import RowError

BODY = "word/document.xml"


def read(data: bytes, encoding: str = "") -> Contents:
    """The words of a Word document. Raises ``RowError`` where it is none, or unpacks to too much."""
    _check_parts(data)
    document = Document(io.BytesIO(data))
    lines, size = [], 0
    for line in _lines(document):
        size += len(line) + 2
        if size > MAX_TEXT + 2:
            raise RowError(later("the text has more than {limit} characters"), later("split it"), limit=MAX_TEXT)
        lines.append(line)
    about = document.core_properties
    made = (("file made", about.created), ("file changed", about.modified))
    dates = tuple((_iso(when), basis) for basis, when in made if when)
    return Contents("\n\n".join(lines), title=about.title or "", dates=dates)


def _check_parts(data: bytes) -> None:
    """Look at the table of contents before anything is unpacked; ``zipfile`` unpacks no more than it promises."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        reason = later("it is no DOCX that can be read (a broken archive)")
        raise RowError(reason, later("save it again, or paste its text")) from None
    if not any(part.filename == BODY for part in parts):
        raise RowError(later("it is a packed archive and no DOCX"), later("unpack it and give its files"))
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED_BYTES:
        reason = later("it unpacks to {size} bytes, over {limit}")
        raise RowError(reason, later("save it without pictures"), size=size, limit=MAX_UNPACKED_BYTES)


def _lines(document: DocumentObject) -> Iterator[str]:
    """Paragraphs in their order; a table gives a line for each row."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield block.text


def _iso(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M")
