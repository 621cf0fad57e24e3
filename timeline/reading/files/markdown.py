"""Markdown → its words without the marks; what stands between ``---`` lines at the top is about the article.

Called only in the bounded process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from timeline.reading.articles import decode
from timeline.reading.files.contents import Contents

_FRONT = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_ -]{1,40}):[ \t]+(.{1,2000})")
_DATES = ("date", "published", "publish_date", "pubdate", "publishdate")
_OUTLETS = ("outlet", "source", "publication", "site", "publisher")
_URLS = ("url", "link", "canonical", "canonical_url")
_BREAKS = {"softbreak": "\n", "hardbreak": "\n"}


def read(data: bytes, encoding: str = "") -> Contents:
    """The words of a Markdown file. Raises ``RowError`` where it cannot be decoded."""
    text = decode(data, encoding)
    front = _FRONT.match(text)
    fields = _fields(front.group(1)) if front else {}
    blocks = list(_blocks(MarkdownIt().parse(text[front.end() if front else 0 :])))
    title = next((said for tag, said in blocks if tag == "h1"), "")
    return Contents(
        "\n\n".join(said for _, said in blocks),
        title=fields.get("title") or title,
        outlet=_first(fields, _OUTLETS),
        url=_first(fields, _URLS),
        language=_first(fields, ("lang", "language")),
        dates=tuple((fields[name], f"metadata: {name}") for name in _DATES if name in fields),
    )


def _fields(front: str) -> dict[str, str]:
    found = (_FIELD.fullmatch(line.strip()) for line in front.splitlines())
    return {match.group(1).strip().lower(): match.group(2).strip().strip("\"'") for match in found if match}


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Each block of words with the tag that it stands in."""
    tag = ""
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
        if token.type == "inline":
            yield tag, "".join(_words(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield "pre", token.content.rstrip("\n")


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "html_inline", "image"):
            yield token.content
        else:
            yield _BREAKS.get(token.type, "")
