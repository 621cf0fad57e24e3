"""The command line: ``python -m timeline dates|places|events|sheet``.

Rows go in as JSON lines and come out as JSON lines, one for one, in order. A bad row is told on standard error with its
line and what to do, the good ones are still written, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from geo.gazetteer import Gazetteer
from geo.online import OnlineGeocoder
from geo.place import Cue, Geocoder, GeocoderUnavailable, PlaceMention
from geo.resolve import read_places
from timeline.article import Rejected
from timeline.events.library import Library, build
from timeline.out import table
from timeline.out.kml import to_kml
from timeline.out.mentions import place_rows, time_row
from timeline.out.sheet.command import DESCRIPTION as SHEET
from timeline.out.sheet.command import add_options, made
from timeline.out.workbook import to_xlsx
from timeline.reading.articles import (
    TABLE,
    Read,
    bounded_lines,
    check_text,
    json_object,
    numbered,
    published,
    read_folder,
    read_jsonl,
    text_field,
)
from timeline.reading.dates import read_dates
from timeline.reading.folder import read_raw_folder, taken, told
from timeline.reading.problems import RowError
from timeline.reading.zones import sentences

DONE, SOME_REJECTED, FAILED = 0, 1, 2
BROKEN_PIPE, INTERRUPTED = 141, 130  # 128 + the signal's number, as a shell would say it
STANDARD_INPUT = "-"

DATES = """
Finds every time expression of each text and reads it against the day on which the text was published.

in    {"id": ..., "text": "...", "dct": "2025-10-04"}     dct may be an interval A/B, or absent: not known
out   {"id": ..., "timexes": [{"start", "end", "type", "value", "interval": [first day, day after the last]}]}

type is DATE, TIME, DURATION or SET and value its TIMEX3 value; without an interval where the phrase names none.
Offsets count code points of the text.
"""
PLACES = """
Finds every place name of each text and says which place of the gazetteer it is.

in    {"id": ..., "text": "..."}                          with --given-spans also "places": [{"start", "end"}]
out   {"id": ..., "places": [{"start", "end", "lat", "lon", "geonameid", "kind", "role"}]}

kind is country, region, district, city, site or other; role is place, actor (a government, army or office
under the place's name, that acts or is spoken to), origin (somebody or something came from there) or dateline. All
but the span and the role are null where nothing is certain enough. lat and lon are degrees.
Offsets count code points of the text.
"""
EVENTS = """
Finds strikes and accusations in news articles and merges what they say of the same event.

ARTICLES is a folder of texts with articles.csv (columns file and published; id, outlet, title, url, published_basis
and encoding if you like), or a file of JSON lines {"id", "text", "published", "outlet", "title", "url"}.
published is a day (2025-10-04), an interval (2025-10-04/2025-10-31), an ISO time, or empty: not known.

A folder without articles.csv is read as it is: txt, md, html, pdf, docx, csv, json and jsonl files, each with the date
of publication that it gives itself, else not known. What became of each file is told on standard error.

--format
reports   one JSON line for what each article says of each event; cluster_id is the event (default)
events    one JSON line for each event, with its reports, differences and links
csv       one row for each event, for a spreadsheet
geojson   one feature for each event; a strike is a point where its place is exact or near, else the area around it
kml       the same for globes and maps, with the days as exactly as they are known
xlsx      a spreadsheet of the events, the sentences that tell of them, and the articles
"""

Row = dict[str, object]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        rejected: bool = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on; leave quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"timeline: {told}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return SOME_REJECTED if rejected else DONE


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends whatever the terminal's own habit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m timeline",
        description="Read dates, places and events in news articles, on this machine and offline.",
        epilog="Each command has help of its own: python -m timeline events --help",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    dates = _command(commands, "dates", "find and read every date", DATES, _dates)
    places = _command(commands, "places", "find every place and say which it is", PLACES, _places)
    events = _command(commands, "events", "find strikes and accusations, and merge them", EVENTS, _events)
    sheet = _command(commands, "sheet", "draw one page for a report: map, timeline, key events, sources", SHEET, _sheet)
    for command in (dates, places):
        command.add_argument("rows", metavar="IN.jsonl", nargs="?", default=STANDARD_INPUT, help="- is standard input")
    places.add_argument("--given-spans", action="store_true", help='resolve the spans in "places", and find none')
    places.add_argument(
        "--online",
        metavar="MEMORY.json",
        type=Path,
        help="with --given-spans: ask nominatim.openstreetmap.org for names that the gazetteer lacks (only the names "
        "leave this machine, one a second) and remember the answers in this file",
    )
    for command in (events, sheet):
        command.add_argument("articles", metavar="ARTICLES", help="a folder or a file; - is standard input")
    add_options(sheet)
    formats = ("reports", "events", "csv", "geojson", "kml", "xlsx")
    events.add_argument("--format", choices=formats, default=formats[0], help="what to write, see above")
    events.add_argument("--all", action="store_true", help="reports: also threats, denials and talk of many strikes")
    return parser


def _command(
    commands: Any, name: str, brief: str, description: str, run: Callable[[argparse.Namespace], bool]
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=brief, description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.set_defaults(run=run, misused=command.error)
    return command


def _dates(options: argparse.Namespace) -> bool:
    return _each_row(options.rows, _dates_of)


def _dates_of(row: Mapping[str, object], text: str) -> Row:
    day = published(text_field(row, "dct", required=False))
    return {"timexes": [time_row(mention) for mention in read_dates(text, day, sentences(text))]}


def _places(options: argparse.Namespace) -> bool:
    if options.online and not options.given_spans:
        options.misused("--online goes with --given-spans")
    gazetteer = Gazetteer.open()
    online = OnlineGeocoder(options.online) if options.online else None
    if online:
        print("names that the gazetteer lacks are sent to nominatim.openstreetmap.org", file=sys.stderr)

    def places_of(row: Mapping[str, object], text: str) -> Row:
        spans = _spans(row, text) if options.given_spans else None
        found = [_asked(mention, online) for mention in read_places(text, gazetteer, spans=spans)]
        kept = [m for m in found if options.given_spans or m.cue is not Cue.DEMONYM]
        return {"places": place_rows(kept, text)}

    return _each_row(options.rows, places_of)


def _asked(mention: PlaceMention, online: Geocoder | None) -> PlaceMention:
    """Ask the online geocoder for a name that the gazetteer lacks; only a single answer is certain enough."""
    if online is None or mention.place or mention.candidates:
        return mention
    try:
        found = online.lookup(mention.said)
    except GeocoderUnavailable as error:
        raise RowError(str(error), "try again later, or leave --online out") from error
    if len(found) != 1:
        return mention
    return replace(mention, place=found[0], why="the only place of this name that Nominatim knows")


def _spans(row: Mapping[str, object], text: str) -> list[tuple[int, int]]:
    """The spans that a row gives. Raises ``RowError`` for what is no stretch of the text."""
    given = row.get("places")
    if not isinstance(given, list):
        raise RowError("places is missing or not a list", 'write "places": [{"start": 0, "end": 4}]')
    return [_span(item, len(text)) for item in given]


def _span(item: object, length: int) -> tuple[int, int]:
    start, end = (item.get("start"), item.get("end")) if isinstance(item, dict) else (None, None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        raise RowError("a span in places is no stretch of the text", f"give 0 <= start < end <= {length}")
    return start, end


def _each_row(source: str, answer: Callable[[Mapping[str, object], str], Row]) -> bool:
    """Write one row for each good row, in order; returns whether any was bad."""
    bad = False
    with _opened(source) as stream:
        for number, line in numbered(bounded_lines(stream)):
            try:
                row = json_object(line)
                text = text_field(row, "text")
                check_text(text, may_be_empty=True)
                if "id" not in row:
                    raise RowError("id is missing", 'write "id": "..."')
                _write({"id": row["id"], **answer(row, text)})
            except RowError as error:
                bad = True
                _tell(error.at(f"line {number}"))
    return bad


def _events(options: argparse.Namespace) -> bool:
    if options.all and options.format != "reports":
        options.misused("--all goes with --format reports")
    library = _library(options.articles)
    if options.format == "csv":
        sys.stdout.write(table.to_csv(library))
    elif options.format == "geojson":
        _write(table.to_geojson(library))
    elif options.format == "kml":
        sys.stdout.write(to_kml(library))
    elif options.format == "xlsx":
        sys.stdout.buffer.write(to_xlsx(library))
    else:
        for row in _rows(library, options.format, everything=options.all):
            _write(row)
    return bool(library.rejected)


def _library(source: str) -> Library:
    """Read and merge the articles; what is left out is told."""
    articles, rejected = _articles(source)
    library = build(articles, rejected)
    for item in library.rejected:
        _tell(item)
    return library


def _sheet(options: argparse.Namespace) -> bool:
    library = _library(options.articles)
    now = datetime.fromtimestamp(time.time(), UTC)  # the stamp of a page is the one thing that the clock is asked for
    options.out.write_bytes(made(library, options, now))
    return bool(library.rejected)


def _rows(library: Library, form: str, *, everything: bool) -> Iterable[Mapping[str, object]]:
    return table.event_records(library) if form == "events" else table.report_rows(library, everything=everything)


def _articles(source: str) -> Read:
    if source != STANDARD_INPUT and Path(source).is_dir():
        folder = Path(source)
        return read_folder(folder) if (folder / TABLE).exists() else _raw_folder(folder)
    with _opened(source) as stream:
        return read_jsonl(bounded_lines(stream))


def _raw_folder(folder: Path) -> Read:
    """Every file of a folder without a table; what is not refused is told here, the rest with all that is left out."""
    intake = read_raw_folder(folder)
    for line in told(intake):
        print(line, file=sys.stderr)
    return taken(intake)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with Path(source).open("rb") as stream:
        yield stream


def _write(row: Mapping[str, object]) -> None:
    print(json.dumps(row, ensure_ascii=False, allow_nan=False))


def _tell(item: Rejected) -> None:
    print(f"{item.where}: {item.reason}; {item.remedy}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
