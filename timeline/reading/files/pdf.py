"""PDF → its words, lines joined to paragraphs. Called only in the bounded process."""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pypdf import DocumentInformation, PageObject, PdfReader

from timeline.messages import later
from timeline.reading.files.contents import Contents
from timeline.reading.limits import MAX_PAGES, MAX_TEXT
from timeline.reading.problems import RowError

FULL = 0.75  # of the widest line; a shorter line ends its paragraph
NEARLY_FULL = 0.9  # of the widest line; a shorter line that ends in a stop ends its paragraph
WIDER = 1.3  # of the usual step from line to line; a wider gap parts paragraphs
EDGE_LINES = 2  # at the top and the foot of each page may be running heads
_STOP = re.compile(r"[.!?…:][\"'”’)\]]{0,3}$")
_HYPHENATED = re.compile(r"(\w{2,40})-$")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?")


class Line(NamedTuple):
    """A line of a page: its words, its height on the page and the size of its letters, in points."""

    words: str
    y: float
    size: float


def read(data: bytes, encoding: str = "") -> Contents:
    """The words of a PDF's pages. Raises ``RowError`` where it is locked, has no words, or too many pages or words."""
    logging.disable()
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise RowError(later("it is locked by a password"), later("save it without one"))
    if len(reader.pages) > MAX_PAGES:
        reason = later("it has {count} pages, over {limit}")
        raise RowError(reason, later("split it"), count=len(reader.pages), limit=MAX_PAGES)
    pages = list(_pages(reader))
    text = flowing(without_running_heads(pages))
    if not text.strip():
        reason = later("there are no words in it, only pictures of them")
        raise RowError(reason, later("run text recognition on it, or paste its text"))
    about = reader.metadata
    return Contents(text, title=_said(about, "/Title"), dates=tuple(_dates(about)))


def _pages(reader: PdfReader) -> Iterator[list[Line]]:
    """The lines of each page, no more of them than an article may have."""
    size = 0
    for page in reader.pages:
        lines = _lines(page)
        size += sum(len(line.words) for line in lines)
        if size > 2 * MAX_TEXT:  # running heads go, so a little more than the limit may still fit
            raise RowError(later("the text has more than {limit} characters"), later("split it"), limit=MAX_TEXT)
        yield lines


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which it draws them, with where they stand."""
    pieces: list[tuple[str, float, float]] = []

    def note(words: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        pieces.append((words, tm[5] * cm[3] + cm[5], abs(size * tm[3] * cm[3])))

    page.extract_text(visitor_text=note)
    lines, words, y, size = [], "", 0.0, 0.0
    for piece, height, letters in [*pieces, ("\n", 0.0, 0.0)]:
        first, *others = piece.split("\n")
        for part, ended in [(first, bool(others)), *((other, n < len(others) - 1) for n, other in enumerate(others))]:
            if part.strip() and not words.strip():
                y, size = height, letters
            words += part
            if ended:
                if words.strip():
                    lines.append(Line(_clean(words), y, size))
                words = ""
    return lines


def _clean(words: str) -> str:
    """The words of a line without what is no character: NUL and halves of a pair, which broken fonts give."""
    return words.replace("\x00", "").encode("utf-8", "ignore").decode().strip()


def _said(about: DocumentInformation | None, name: str) -> str:
    value = about.get(name) if about else None
    return " ".join(str(value).split()) if value else ""


def _dates(about: DocumentInformation | None) -> Iterator[tuple[str, str]]:
    for name, basis in (("/CreationDate", "file made"), ("/ModDate", "file changed")):
        found = _PDF_DATE.match(_said(about, name))
        if found:
            year, month, day, hour, minute = found.groups()
            yield f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else ""), basis


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the lines at their edges that most pages share, page numbers aside."""
    shared = Counter(key for page in pages for key in {_bare(line) for line in _edges(page)})
    heads = {key for key, times in shared.items() if times > 1 and 2 * times > len(pages)}
    return [_trimmed(page, heads) for page in pages]


def _edges(page: list[Line]) -> list[Line]:
    return page[:EDGE_LINES] + page[-EDGE_LINES:]


def _bare(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words)


def _trimmed(page: list[Line], heads: set[str]) -> list[Line]:
    last = len(page) - EDGE_LINES
    return [line for n, line in enumerate(page) if EDGE_LINES <= n < last or _bare(line) not in heads]


def flowing(pages: list[list[Line]]) -> str:
    """The lines joined to paragraphs: a line that stops short of the width ends one, and so does a wider gap."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    width = _at(0.95, [len(line.words) for line in lines])
    step = _at(0.25, [a.y - b.y for a, b in itertools.pairwise(lines) if a.y > b.y] or [0.0])
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line.words))
    parts = [lines[0].words]
    for before, line in itertools.pairwise(lines):
        if _apart(before, line, step):
            parts.append("\n\n")
        elif _is_last(before.words, width):
            parts.append("\n")
        elif (whole := _parted(before.words, line.words)) is None:
            parts.append(" ")
        elif known[whole.lower()]:
            parts[-1] = parts[-1][:-1]  # the word stands whole elsewhere, so its hyphen is only the line's end
        parts.append(line.words)
    return "".join(parts)


def _parted(before: str, line: str) -> str | None:
    """The word that a hyphen at the end of the line may have parted, ``None`` for none."""
    head, tail = _HYPHENATED.search(before[-42:]), _WORD.match(line)
    return head.group(1) + tail.group() if head and tail else None


def _at(share: float, sizes: list[float]) -> float:
    return sorted(sizes)[int((len(sizes) - 1) * share)]


def _apart(before: Line, line: Line, step: float) -> bool:
    """Whether more than the usual step, or another size of letters, parts two lines of a column."""
    return before.y - line.y > WIDER * step > 0 or abs(before.size - line.size) > 0.1 * before.size


def _is_last(words: str, width: float) -> bool:
    return len(words) < FULL * width or (len(words) < NEARLY_FULL * width and bool(_STOP.search(words)))
