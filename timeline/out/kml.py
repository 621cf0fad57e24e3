"""Events as KML 2.2, in English, for globes and maps: each with its place, its sources, and its days as far as known.

A ``TimeSpan`` gives a day as 2025-08-21, a whole month as 2025-08, a whole year as 2025, and leaves an open end out. A
description is HTML to the programs that show it, so what articles say is escaped twice: it is shown as typed.
"""

from __future__ import annotations

import html
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from timeline.article import Article
from timeline.event import Event
from timeline.events import words
from timeline.events.library import Library
from timeline.messages import SOURCE, speaking
from timeline.out.shapes import area, geometry
from timeline.out.table import ATTRIBUTION, Row, event_rows, sentence
from timeline.when import When

STYLES = {"strike": "ff0048c8", "accusation": "ffa36500"}  # aabbggrr: the page's hues
NOTICE = "Machine-read, not verified: check the sources before you publish."
_UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)), "�")


@speaking(SOURCE)
def to_kml(library: Library, name: str = "Dateline") -> str:
    """Every event as a placemark; one without a place has no geometry and is still listed."""
    articles = {article.id: article for article in library.articles}
    marks = [_placemark(event, row, articles) for event, row in zip(library.events, event_rows(library), strict=True)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
            f"<name>{_text(name)}</name><description>{_text(html.escape(f'{NOTICE} {ATTRIBUTION}.'))}</description>",
            *(_style(kind, colour) for kind, colour in STYLES.items()),
            *marks,
            "</Document></kml>\n",
        ]
    )


def _style(kind: str, colour: str) -> str:
    """The look of a kind; its balloon shows the description alone."""
    balloon = "<BalloonStyle><text>$[description]</text></BalloonStyle>"
    lines = f"<LineStyle><color>{colour}</color><width>1.5</width></LineStyle>"
    fill = f"<PolyStyle><color>28{colour[2:]}</color></PolyStyle>"
    icon = f"<IconStyle><color>{colour}</color></IconStyle>"
    return f'<Style id="{kind}">{icon}{lines}{fill}{balloon}</Style>'


def _placemark(event: Event, row: Row, articles: Mapping[str, Article]) -> str:
    parts = [
        f"<Placemark id={quoteattr(_id(event.id))}><name>{_text(words.title(event))}</name>",
        '<Snippet maxLines="0"></Snippet>',
        f"<description>{_text(_description(event, articles))}</description>",
        _span(event.when),
        f"<styleUrl>#{event.kind.value}</styleUrl>",
        _data(row),
        _shape(event),
        "</Placemark>",
    ]
    return "".join(parts)


def _id(text: str) -> str:
    """An id that XML takes: the event's own, other characters written as numbers."""
    return "e-" + "".join(c if c.isascii() and c.isalnum() else f".{ord(c):x}." for c in text)


def _span(when: When | None) -> str:
    """The ``TimeSpan``, "" for an unknown date."""
    if when is None:
        return ""
    begin, end = time_span(when)
    return f"<TimeSpan>{_tag('begin', begin)}{_tag('end', end)}</TimeSpan>"


def time_span(when: When) -> tuple[str, str]:
    """The first and last day, month or year, as exactly as they are known; "" for an open end."""
    first, last = when.first, when.last
    if first and last and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04d}", f"{last.year:04d}"
        return f"{first.year:04d}-{first.month:02d}", f"{last.year:04d}-{last.month:02d}"
    return _iso(first), _iso(last)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _tag(name: str, value: str) -> str:
    return f"<{name}>{value}</{name}>" if value else ""


def _description(event: Event, articles: Mapping[str, Article]) -> str:
    """HTML of our own with the articles' words escaped in it."""
    lines = [
        words.title(event),
        words.claim(event),
        words.when(event.when),
        words.where(event.where),
        words.toll(event),
    ]
    told = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    for report in event.reports:
        article = articles[report.article_id]
        source = ", ".join([article.outlet or "outlet not known", f"published {words.days(article.published)}"])
        told += f"<blockquote>{html.escape(sentence(report, articles))}</blockquote><p>{html.escape(source)}"
        told += f" {_link(article.url)}</p>"
    return f"{told}<p>{html.escape(NOTICE)}</p>"


def _link(url: str) -> str:
    """A link to the web and to nothing else."""
    if urlsplit(url).scheme.lower() not in {"http", "https"}:
        return ""
    return f'<a href="{html.escape(url)}">{html.escape(urlsplit(url).hostname or url)}</a>'


def _data(row: Row) -> str:
    """The event's facts, named as in the other exports; an unknown one is left out."""
    known = ((name, value) for name, value in row.items() if value is not None)
    facts = "".join(f'<Data name="{name}"><value>{_text(str(value))}</value></Data>' for name, value in known)
    return f"<ExtendedData>{facts}</ExtendedData>"


def _shape(event: Event) -> str:
    found = geometry(event)
    if found is None:
        return ""
    if event.where and event.where.place and found["type"] == "Point":
        return f"<Point><coordinates>{event.where.place.lon},{event.where.place.lat}</coordinates></Point>"
    polygons = []
    for outer, *holes in area(event):
        inner = "".join(f"<innerBoundaryIs>{_ring(hole)}</innerBoundaryIs>" for hole in holes)
        polygons.append(f"<Polygon><outerBoundaryIs>{_ring(outer)}</outerBoundaryIs>{inner}</Polygon>")
    return f"<MultiGeometry>{''.join(polygons)}</MultiGeometry>"


def _ring(ring: list[list[float]]) -> str:
    points = " ".join(f"{point[0]},{point[1]}" for point in ring)
    return f"<LinearRing><coordinates>{points}</coordinates></LinearRing>"


def _text(text: str) -> str:
    """The text as XML takes it: escaped, and without the characters that XML cannot hold."""
    return escape(text.translate(_UNWRITABLE))
