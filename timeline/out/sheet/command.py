"""What the command line takes to make a sheet: its options, and the picture that they ask for."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from timeline.event import Kind
from timeline.events.frame import Filters
from timeline.events.library import Library
from timeline.messages import LANGUAGES, SOURCE, speaking
from timeline.out.sheet.brief import sheet_of
from timeline.out.sheet.forms import FORMATS, SIZES
from timeline.out.sheet.render import rendered

DESCRIPTION = """
Draws one page for a report: the map, the timeline, the numbered key events and their sources.

ARTICLES is what the command events reads. The form is that of the file's name: .png, .pdf or .svg. Where there is no
room for all events the page says how many of them it lists, and by what rule.

An event lies in the range when any part of its days may; with --certain all of them have to.
"""


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of the sub-command ``sheet``."""
    command.add_argument(
        "--from", dest="first", type=date.fromisoformat, metavar="DAY", help="2025-08-21; open without"
    )
    command.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DAY", help="the last day; open without")
    command.add_argument("--certain", action="store_true", help="only events that certainly lie in the range")
    command.add_argument("--kind", choices=[kind.value for kind in Kind], help="only this kind of event")
    command.add_argument("--size", choices=list(SIZES), default="a4-landscape", help="pixels, or paper")
    command.add_argument("--out", type=picture, required=True, metavar="FILE", help="its ending tells png, pdf or svg")
    command.add_argument("--title", default="", help="instead of the one proposed")
    command.add_argument(
        "--marking", default="", help="TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, or any"
    )
    command.add_argument(
        "--language", choices=list(LANGUAGES), default=SOURCE, help="of the sheet's own words; articles keep theirs"
    )
    command.add_argument("--link", default="", help="the address that reopens the view, to print")
    command.add_argument(
        "--as-of", type=moment, metavar="TIME", help="when it is made, instead of now: the same bytes each time"
    )


def picture(text: str) -> Path:
    """A path whose ending is a form of the sheet. Raises ``ArgumentTypeError`` for another."""
    path = Path(text)
    if path.suffix.lower().removeprefix(".") not in FORMATS:
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .png, .pdf or .svg")
    return path


def moment(text: str) -> datetime:
    """A day or a time, in UTC where it names no zone. Raises ``ValueError`` for what is none."""
    found = datetime.fromisoformat(text)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def made(library: Library, options: argparse.Namespace, now: datetime) -> bytes:
    """The picture that the options ask for; ``now`` is when it is made unless they say."""
    kinds = frozenset({options.kind}) if options.kind else None
    with speaking(options.language):
        sheet = sheet_of(
            library,
            Filters(first=options.first, last=options.last, kinds=kinds, certain=options.certain),
            options.as_of or now,
            title=options.title,
            link=options.link,
            marking=options.marking,
        )
    return rendered(sheet, options.size, options.out.suffix.lower().removeprefix("."))
