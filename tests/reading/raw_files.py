"""Raw files made by the tests themselves: pages, PDF and Word documents with a text of ours in them."""

from __future__ import annotations

import io
import textwrap
import zipfile
from html import escape

from docx import Document

_WIDTH, _LINES = 88, 60  # characters of a line and lines of a page


def page(text: str, title: str = "", head: str = "", language: str = "en") -> bytes:
    """A web page: the paragraphs as an article, between the furniture that pages have."""
    story = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{escape(title)}</h1>{story}"
        "</article><footer>© 2026 The Mail. All rights reserved.</footer></body></html>"
    ).encode()


def word(text: str, title: str = "") -> bytes:
    """A Word document, a paragraph for each line."""
    document = Document()
    document.core_properties.title = title
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_of(body: bytes) -> bytes:
    """A Word document that is whole but for its body, which is these bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(""))) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in whole.namelist():
            packed.writestr(name, body if name == "word/document.xml" else whole.read(name))
    return out.getvalue()


def body_of(document: bytes) -> bytes:
    """The body of a Word document."""
    with zipfile.ZipFile(io.BytesIO(document)) as whole:
        return whole.read("word/document.xml")


def pdf(text: str, info: str = "", pages: int = 0) -> bytes:
    """A PDF in a standard font, its lines wrapped to a width; ``pages`` empty pages more."""
    lines = [line for part in text.splitlines() for line in (textwrap.wrap(part, _WIDTH) or [""])]
    sheets = [lines[start : start + _LINES] for start in range(0, len(lines), _LINES)] + [[]] * pages
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(sheets)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, sheet in enumerate(sheets):
        shown = "".join(f"({_quoted(line)}) Tj T*\n" for line in sheet)
        stream = f"BT /F1 10 Tf 12 TL 50 780 Td\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252', 'replace'))} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    return _file(objects)


def _quoted(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: list[str]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body.encode("cp1252", "replace") + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    start, size = len(out), len(objects) + 1
    trailer = f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>"
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def archive(**parts: bytes) -> bytes:
    """A packed archive with these parts; ``__`` in a name is a slash and ``_dot_`` a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()
