"""A saved web page → its story and what its markup says of it. Called only in the bounded process.

The parsers are only ever given a tree: given a string that begins with "http" they would fetch it.
"""

from __future__ import annotations

import codecs
import json
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

import htmldate
import trafilatura
from lxml import html
from lxml.html import HtmlElement

from timeline.messages import later
from timeline.reading.articles import decode
from timeline.reading.files.contents import MARKUP, Contents
from timeline.reading.limits import FIRST_YEAR, LAST_YEAR, MAX_FIELD
from timeline.reading.problems import RowError

MAX_JSON = 20  # pieces of JSON-LD looked at, and as deep
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which the page says its encoding
_XML_DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}\?>")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "publication-date", "dc.date", "dc.date.issued",
    "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "article.published",
    "article_date_original", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
    "originalpublicationdate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dc.date.modified",
    "dcterms.modified", "revised",
)  # fmt: skip
_STORY = re.compile(r"(?:\w*Article|\w*Posting|Report|WebPage|LiveBlog\w*)")


def read(data: bytes, encoding: str = "") -> Contents:
    """The story of a page. Raises ``RowError`` where it cannot be decoded or holds no story."""
    logging.disable()
    tree = _tree(decode(data, encoding or _declared(data)))
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    text, title, site, url = _story(deepcopy(tree))
    if not text:
        raise RowError(later("there is no story on the page"), later("paste its text"))
    url = url or meta.get("og:url", "")
    dates = [*_meta_dates(meta, _PUBLISHED, ""), *_linked_dates(linked, "datePublished", ""), *_times(tree)]
    dates = dates or _searched(tree, url)
    dates += [*_meta_dates(meta, _CHANGED, "changed: "), *_linked_dates(linked, "dateModified", "changed: ")]
    return Contents(
        text,
        title=title,
        outlet=site or meta.get("og:site_name", ""),
        url=url,
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        .split("-")[0]
        .lower(),
        dates=tuple(dates),
    )


def _declared(data: bytes) -> str:
    """The encoding that the page names, "" for none; an unknown name counts as none."""
    for pattern in (_CHARSET, _XML_ENCODING):
        found = pattern.search(data[:_HEAD])
        if found:
            name = found.group(1).decode("ascii", "replace").lower()
            try:
                return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(codecs.lookup(name).name, name)
            except LookupError:
                continue
    return ""


def _tree(page: str) -> HtmlElement:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, no_network=True)
    return html.document_fromstring(_XML_DECLARATION.sub("", page), parser=parser)


def _story(tree: HtmlElement) -> tuple[str, str, str, str]:
    """The text, title, site and address that trafilatura finds; where it finds no story, all words of the page."""
    span = {"extensive_search": False, "original_date": True, **_YEARS}
    found = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=span, favor_recall=True
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        return trafilatura.html2txt(tree).strip(), "", "", ""
    return found.text or "", found.title or "", found.sitename or "", found.url or ""


_YEARS = {"min_date": f"{FIRST_YEAR}-01-01", "max_date": f"{LAST_YEAR}-12-31"}


def _meta(tree: HtmlElement) -> dict[str, str]:
    """What the page's meta elements say, by their name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        said = (element.get("content") or "").strip()
        if name and said and len(said) <= MAX_FIELD:
            found.setdefault(name.strip().lower(), said)
    return found


def _meta_dates(meta: dict[str, str], names: tuple[str, ...], mark: str) -> Iterator[tuple[str, str]]:
    return ((meta[name], f"{mark}metadata: {name}") for name in names if name in meta)


def _times(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The time elements that are marked as the publication's."""
    for element in tree.iter("time", "span", "div", "abbr"):
        said = element.get("datetime") or element.get("content") or element.get("title") or ""
        if (
            said
            and len(said) <= MAX_FIELD
            and (element.get("itemprop") == "datePublished" or "pubdate" in element.attrib)
        ):
            yield said, "metadata: datePublished"


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe a story."""
    for element in [e for e in tree.iter("script") if "ld+json" in (e.get("type") or "")][:MAX_JSON]:
        try:
            found = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        queue = found if isinstance(found, list) else [found]
        graphs = [item["@graph"] for item in queue if isinstance(item, dict) and isinstance(item.get("@graph"), list)]
        for item in [*queue, *(part for graph in graphs for part in graph)]:
            if isinstance(item, dict) and _is_story(item.get("@type")):
                yield item


def _is_story(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _STORY.fullmatch(one) for one in kinds)


def _linked_dates(found: list[dict[str, Any]], name: str, mark: str) -> Iterator[tuple[str, str]]:
    return ((said, f"{mark}metadata: {name}") for item in found if isinstance(said := item.get(name), str))


def _searched(tree: HtmlElement, url: str) -> list[tuple[str, str]]:
    """The date that htmldate finds in markup that names no publication date outright."""
    address = url if urlsplit(url).scheme in ("http", "https") else None
    found = htmldate.find_date(
        deepcopy(tree),
        extensive_search=False,
        original_date=True,
        url=address,
        min_date=_YEARS["min_date"],
        max_date=_YEARS["max_date"],
    )
    return [(found, f"metadata: {MARKUP}")] if found else []
