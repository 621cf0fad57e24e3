"""Reports and events as rows, CSV and GeoJSON; ``kml`` and ``workbook`` write the same rows for other programs.

One flat row has one column a fact, the same in CSV, in GeoJSON's properties and in JSON, and English whatever language
is spoken. Text that a spreadsheet would obey as a formula is neutralised in CSV alone; numbers stay numbers, unknown
stays empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.place import PlaceMention
from timeline.article import Article
from timeline.event import Event, Party, Report, Toll, where_prec
from timeline.events import words
from timeline.events.library import Library
from timeline.messages import SOURCE, speaking
from timeline.out.shapes import geometry
from timeline.reading.files.rows import FORMULA
from timeline.when import When

Row = dict[str, str | int | float | None]

ATTRIBUTION = "Contains data from GeoNames (geonames.org), CC BY 4.0"
BETWEEN = "\n"  # several sentences or sources in one cell, one a line
WHAT_COLUMNS = ("id", "kind", "sub_kind", "title")
WHEN_COLUMNS = ("start", "end", "date_basis", "date_prec", "date_said", "date_rule", "every_day")
PLACE_COLUMNS = ("place", "place_kind", "region", "country", "geonameid", "lat", "lon", "radius_km", "where_prec")
PARTY_COLUMNS = ("actor", "actor_country", "recipient", "recipient_country", "target")
TOLL_COLUMNS = tuple(f"{toll}_{part}" for toll in ("killed", "injured") for part in ("low", "best", "high", "said"))
SOURCE_COLUMNS = ("outlets", "articles", "sentence", "sentence_outlet", "sentence_url", "sentences", "sources")
TIE_COLUMNS = ("differences", "links")
EVENT_COLUMNS = (
    *WHAT_COLUMNS,
    *WHEN_COLUMNS,
    *PLACE_COLUMNS,
    *PARTY_COLUMNS,
    *TOLL_COLUMNS,
    "stance",
    "specificity",
    *SOURCE_COLUMNS,
    *TIE_COLUMNS,
)


def only(library: Library, ids: Iterable[str]) -> Library:
    """The library with these events alone, in this order: what a page shows."""
    events = {event.id: event for event in library.events}
    return replace(library, events=tuple(events[name] for name in ids))


def report_row(report: Report, cluster_id: str | None) -> Row:
    """What one article says, with the span of its evidence; ``cluster_id`` is the event's id, ``None`` for none."""
    evidence = report.evidence[0]
    where = _where(report.where)
    return {
        "article_id": report.article_id,
        "cluster_id": cluster_id,
        "kind": report.kind.value,
        **_when(report.when),
        "place": where["place"],
        "lat": where["lat"],
        "lon": where["lon"],
        "where_prec": where["where_prec"],
        "actor": _name(report.actor),
        "recipient": _name(report.recipient),
        "killed": report.killed.best if report.killed else None,
        "injured": report.injured.best if report.injured else None,
        "stance": report.stance.value,
        "specificity": report.specificity.value,
        "evidence_start_char": evidence.start,
        "evidence_end_char": evidence.end,
    }


def report_rows(library: Library, *, everything: bool = False) -> Iterator[Row]:
    """Every report of an event, event by event; with ``everything`` then those that are no event of their own."""
    for event in library.events:
        for report in event.reports:
            yield report_row(report, event.id)
    if everything:
        for report in library.aside:
            yield report_row(report, None)


@speaking(SOURCE)
def event_row(event: Event, articles: Mapping[str, Article]) -> Row:
    """One event, flat: what, when and where, by whom, with what toll, and the sentence and sources that say so.

    ``articles`` are the library's, by id.
    """
    first = event.reports[0]
    article = articles[first.article_id]
    return {
        "id": event.id,
        "kind": event.kind.value,
        "sub_kind": event.sub_kind,
        "title": words.title(event),
        **_when(event.when),
        "date_said": event.when.said if event.when else None,
        "date_rule": event.when.rule if event.when else None,
        "every_day": int(event.when.through) if event.when else None,
        **_where(event.where),
        **_party("actor", event.actor),
        **_party("recipient", event.recipient),
        "target": event.target or None,
        **_toll("killed", event.killed),
        **_toll("injured", event.injured),
        "stance": event.stance.value,
        "specificity": event.specificity.value,
        "outlets": event.outlets,
        "articles": "; ".join(dict.fromkeys(report.article_id for report in event.reports)),
        "sentence": sentence(first, articles),
        "sentence_outlet": article.outlet or None,
        "sentence_url": article.url or None,
        "sentences": BETWEEN.join(sentence(report, articles) for report in event.reports),
        "sources": BETWEEN.join(source(article) for article in _articles(event, articles)),
        "differences": "; ".join(f"{d.field}: {d.relation.value}" for d in event.disagreements) or None,
        "links": "; ".join(f"{link.kind.value} {link.event_id}" for link in event.links) or None,
    }


def sentence(report: Report, articles: Mapping[str, Article]) -> str:
    """The sentence that reports the event, as printed."""
    span = report.evidence[0]
    return articles[report.article_id].text[span.start : span.end]


@speaking(SOURCE)
def source(article: Article) -> str:
    """The outlet, when it published, and its link: ``Kyiv Wire, 4 October 2025, https://...``."""
    parts = (article.outlet or "outlet not known", words.days(article.published), article.url)
    return ", ".join(part for part in parts if part)


def _articles(event: Event, articles: Mapping[str, Article]) -> list[Article]:
    return [articles[name] for name in dict.fromkeys(report.article_id for report in event.reports)]


def event_rows(library: Library) -> Iterator[Row]:
    """Every event, flat, in the order of the library."""
    articles = {article.id: article for article in library.articles}
    return (event_row(event, articles) for event in library.events)


def event_records(library: Library) -> Iterator[dict[str, object]]:
    """Every event's flat row with its reports, its differences source by source, and its links."""
    for event, row in zip(library.events, event_rows(library), strict=True):
        yield {
            **row,
            "reports": [report_row(report, event.id) for report in event.reports],
            "differences": [
                {"field": d.field, "relation": d.relation.value, "values": [list(pair) for pair in d.values]}
                for d in event.disagreements
            ],
            "links": [{"kind": link.kind.value, "event_id": link.event_id} for link in event.links],
        }


def to_csv(library: Library) -> str:
    """Every event as CSV, with a header; safe to open in a spreadsheet."""
    return csv_text(event_rows(library), EVENT_COLUMNS)


def csv_text(rows: Iterable[Mapping[str, str | int | float | None]], columns: Sequence[str]) -> str:
    """Rows as CSV: text that would be a formula is neutralised, numbers are untouched, ``None`` is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([neutral(value) if isinstance(value, str) else value for value in map(row.get, columns)])
    return out.getvalue()


def neutral(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would see a formula; ``rows.restored`` undoes it."""
    return f"'{text}" if FORMULA.match(text) else text


def to_geojson(library: Library) -> dict[str, object]:
    """Every event as a GeoJSON feature (RFC 7946), its dates as the interval ``start``..``end``.

    A strike at an exact or near place is a point; one in a region or a country is that area, where a source draws it.
    All else has no geometry: the properties say where, how exactly, and how far it reaches.
    """
    features = [
        {"type": "Feature", "id": event.id, "geometry": geometry(event), "properties": row}
        for event, row in zip(library.events, event_rows(library), strict=True)
    ]
    return {"type": "FeatureCollection", "attribution": ATTRIBUTION, "features": features}


def _when(when: When | None) -> Row:
    return {
        "start": _iso(when.first) if when else None,
        "end": _iso(when.last) if when else None,
        "date_basis": when.basis.value if when else None,
        "date_prec": when.prec if when else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _where(mention: PlaceMention | None) -> Row:
    place = mention.place if mention else None
    return {
        "place": place.name if place else None,
        "place_kind": place.kind.value if place else None,
        "region": place.region if place else None,
        "country": place.country if place else None,
        "geonameid": place.geonameid or None if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "where_prec": where_prec(mention) if mention and place else None,
    }


def _name(party: Party | None) -> str | None:
    return party.name or None if party else None


def _party(field: str, party: Party | None) -> Row:
    return {field: _name(party), f"{field}_country": party.country if party else None}


def _toll(field: str, toll: Toll | None) -> Row:
    return {
        f"{field}_low": toll.low if toll else None,
        f"{field}_best": toll.best if toll else None,
        f"{field}_high": toll.high if toll else None,
        f"{field}_said": toll.said if toll else None,
    }
