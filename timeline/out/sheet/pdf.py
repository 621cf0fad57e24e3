"""A PDF whose objects always stand in the same order, with its title and its language.

The renderer numbers fonts and graphics states in no fixed order; here the objects are numbered anew in the order in
which the document refers to them, so that the same sheet gives the same bytes. It writes no time of creation, and
neither do we.
"""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj$", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_RESOURCES = re.compile(rb"(<<\n)((?: +/\S+ \d+ 0 R\n)+)(?= *>>)")  # fonts, states, patterns: names with their objects
_ROOT = re.compile(rb"/Root (\d+) 0 R")


class PdfError(ValueError):
    """The renderer's PDF has not the form that is known."""


def settled(data: bytes, title: str, language: str) -> bytes:
    """The document with its objects in the order of their use, a title and its language (BCP 47).

    Raises ``PdfError`` for another form.
    """
    objects = _objects(data)
    root = _ROOT.search(data[data.rfind(b"trailer") :])
    if root is None or int(root[1]) not in objects:
        raise PdfError("the PDF names no root")
    order: dict[int, int] = {}
    waiting = [int(root[1])]
    while waiting:
        number = waiting.pop(0)
        if number not in order:
            order[number] = len(order) + 1
            waiting += [int(n) for n in _REFERENCE.findall(_head(objects[number]))]
    bodies = [_renumbered(objects[number], order) for number in order]
    bodies[0] = bodies[0].replace(b"<<", b"<<\n  /Lang (" + language.encode() + b")", 1)
    return _written([*bodies, b"<<\n  /Title " + _text(title) + b"\n  /Producer (Dateline)\n>>"])


def _objects(data: bytes) -> dict[int, bytes]:
    """The bodies of all objects by number, the names of their resources in order."""
    found: dict[int, bytes] = {}
    at = 0
    while match := _OBJECT.search(data, at):
        head, mark, stream = match[2].partition(b"\nstream")
        found[int(match[1])] = _RESOURCES.sub(_sorted, head) + mark + stream
        at = match.end()
    return found


def _sorted(found: re.Match[bytes]) -> bytes:
    return found[1] + b"".join(sorted(found[2].splitlines(keepends=True)))


def _head(body: bytes) -> bytes:
    """The part of an object before its stream."""
    return body.partition(b"\nstream")[0]


def _renumbered(body: bytes, order: dict[int, int]) -> bytes:
    head, mark, stream = body.partition(b"\nstream")
    return _REFERENCE.sub(lambda m: b"%d 0 R" % order[int(m[1])], head) + mark + stream


def _text(title: str) -> bytes:
    return b"<" + (b"\xfe\xff" + title.encode("utf-16-be", "replace")).hex().encode() + b">"


def _written(bodies: list[bytes]) -> bytes:
    """The file: the first object is the root, the last one says what the document is."""
    out, places = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
    start, count = len(out), len(bodies)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (count + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<<\n  /Size %d\n  /Root 1 0 R\n  /Info %d 0 R\n>>\n" % (count + 1, count)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
