"""Events as a spreadsheet (XLSX): the events, every sentence that tells of them, the articles, and what it is.

Text is text: nothing is a formula or a link, and text that would be a formula elsewhere has an apostrophe before it,
which ``rows.restored`` takes away. Numbers are numbers, unknown stays empty. The same events give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

import xlsxwriter

from timeline.events.library import Library
from timeline.out.table import ATTRIBUTION, EVENT_COLUMNS, Row, event_rows, neutral, report_row, sentence

MOST_IN_CELL = 32_767  # characters; Excel takes no more
CUT = " … (cut)"
SENTENCE_COLUMNS = (
    "event_id",
    "article_id",
    "outlet",
    "published_from",
    "published_to",
    "url",
    "sentence",
    "start",
    "end",
    "date_basis",
    "stance",
    "copy_of",
    "evidence_start_char",
    "evidence_end_char",
)
ARTICLE_COLUMNS = ("id", "outlet", "title", "url", "published_from", "published_to", "published_basis", "language")
ABOUT = (
    "Machine-read, not verified: check the sources before you publish.",
    "Text that a spreadsheet would run as a formula begins with an apostrophe.",
    ATTRIBUTION + ".",
)
MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # a time without meaning, so that the same events give the same bytes
WIDTHS = {"title": 50, "sentence": 70, "sentences": 70, "sources": 50, "url": 40}


def to_xlsx(library: Library, notes: Sequence[str] = ()) -> bytes:
    """The workbook; ``notes`` are lines for its last sheet: the title, the range, the counts."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "Dateline", "created": MADE})
        _write(book, "Events", EVENT_COLUMNS, event_rows(library))
        _write(book, "Sentences", SENTENCE_COLUMNS, _sentences(library))
        _write(book, "Articles", ARTICLE_COLUMNS, _cited(library))
        _write(book, "About", ("about",), ({"about": line} for line in (*notes, *ABOUT)))
    return out.getvalue()


def _write(book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    head = book.add_format({"bold": True, "bottom": 1})
    for n, column in enumerate(columns):
        sheet.write_string(0, n, column, head)
        sheet.set_column(n, n, WIDTHS.get(column, 16))
    last = 0
    for last, row in enumerate(rows, 1):
        for n, column in enumerate(columns):
            value = row.get(column)
            if isinstance(value, str):
                sheet.write_string(last, n, _cell(value))
            elif isinstance(value, int | float):
                sheet.write_number(last, n, value)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _cell(text: str) -> str:
    safe = neutral(text)
    return safe if len(safe) <= MOST_IN_CELL else safe[: MOST_IN_CELL - len(CUT)] + CUT


def _sentences(library: Library) -> Iterator[Row]:
    articles = {article.id: article for article in library.articles}
    for event in library.events:
        for report in event.reports:
            article = articles[report.article_id]
            first, last = (article.published.first, article.published.last) if article.published else (None, None)
            yield {
                **report_row(report, event.id),
                "event_id": event.id,
                "copy_of": report.copy_of or None,
                "outlet": article.outlet or None,
                "published_from": _iso(first),
                "published_to": _iso(last),
                "url": article.url or None,
                "sentence": sentence(report, articles),
            }


def _cited(library: Library) -> Iterator[Row]:
    """The articles that tell of the events."""
    cited = {report.article_id for event in library.events for report in event.reports}
    for article in library.articles:
        if article.id in cited:
            when = article.published
            yield {
                "id": article.id,
                "outlet": article.outlet or None,
                "title": article.title or None,
                "url": article.url or None,
                "published_from": _iso(when.first) if when else None,
                "published_to": _iso(when.last) if when else None,
                "published_basis": when.rule or None if when else None,
                "language": article.language or None,
            }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
