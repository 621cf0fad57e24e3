"""The numbered key events of the sheet, one line each with its facts under it, and the sources keyed to the numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from timeline.article import Article
from timeline.event import Agreement, Event, Kind, Party, Report
from timeline.events import words
from timeline.messages import _, listed, ngettext, number
from timeline.out.sheet import letters
from timeline.out.sheet.choice import RULE, key_events
from timeline.out.sheet.days import draw_exact
from timeline.out.sheet.drawing import Box, Drawing
from timeline.out.sheet.inks import INK, QUIET
from timeline.out.sheet.inks import RULE as RULE_INK
from timeline.out.sheet.labels import BADGE, draw_badge

TITLE, FACT, SOURCE, HEAD = 15.0, 12.5, 12.0, 13.0  # sizes
TITLE_ROW, FACT_ROW, SOURCE_ROW, HEAD_ROW = 18.5, 16.0, 17.0, 25.0
ENTRY_GAP, INDENT, GUTTER = 10.0, 2 * BADGE + 9, 36.0
# Lines of the title, the facts and the quoted sentence, the fullest first.
STYLES = ((3, 2, 3), (3, 2, 2), (3, 2, 0), (2, 2, 0), (1, 2, 0), (1, 1, 0))
MOST_LISTED, GOOD_NUMBER = 24, 10
MOST_SOURCES = 14  # lines; those that each event rests on first
NO_PLACE = 9  # behind every precision of UCDP
BETWEEN = 12.0  # list and sources
FEW_SOURCES = 8  # that stand in one column beside a map
KEYS = 0.34  # of a column, at most, for the numbers before a source


Style = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One key event, set in lines: its number is its place in the list."""

    event: Event
    title: tuple[str, ...]
    facts: tuple[str, ...]
    quote: tuple[str, ...]

    @property
    def height(self) -> float:
        """How much of its column it takes."""
        return len(self.title) * TITLE_ROW + max(1, len(self.facts) + len(self.quote)) * FACT_ROW + ENTRY_GAP


@dataclass(frozen=True, slots=True)
class Plan:
    """What the list holds: the key events of ``total`` in columns, and the articles that they cite with their numbers.

    ``copies`` are the ids of articles that copy another, ``more`` is how many are cited and find no line.
    """

    columns: tuple[tuple[Entry, ...], ...]
    total: int
    style: Style
    cited: tuple[tuple[Article, tuple[int, ...]], ...]
    copies: frozenset[str]
    more: int

    @property
    def events(self) -> list[Event]:
        """The key events in the order of their numbers."""
        return [entry.event for column in self.columns for entry in column]

    @property
    def fullness(self) -> tuple[bool, bool, int]:
        """Whether all events are listed, and with their facts in full; else how many, up to a good number."""
        count = len(self.events)
        everything = count == self.total
        return everything, everything and self.style != STYLES[-1], min(count, GOOD_NUMBER)

    @property
    def list_height(self) -> float:
        """The height of the fullest column."""
        return max((sum(entry.height for entry in column) for column in self.columns), default=0.0)

    @property
    def source_columns(self) -> int:
        """The sources stand in two columns where they are many or the events do."""
        return 2 if len(self.cited) > FEW_SOURCES else len(self.columns)

    @property
    def source_lines(self) -> int:
        """The lines of the sources in each column."""
        return -(-(len(self.cited) + bool(self.more)) // self.source_columns)

    @property
    def height(self) -> float:
        """How much of the page it takes."""
        return 2 * HEAD_ROW + self.list_height + BETWEEN + self.source_lines * SOURCE_ROW


def plan(events: Sequence[Event], articles: Mapping[str, Article], columns: int, room: Box) -> Plan:
    """As many key events as fit, each as full as fits."""
    wide = _column(room, 0, columns).width - INDENT
    styles = [(len(events), style) for style in STYLES] if len(events) <= MOST_LISTED else []
    fewer = [(n, STYLES[-1]) for n in range(min(len(events), MOST_LISTED), -1, -1)]
    for most, style in [*styles, *fewer]:
        found = _plan(events, most, articles, columns, wide, style)
        if found.height <= room.height or not most:
            break
    return found


def _plan(
    events: Sequence[Event],
    most: int,
    articles: Mapping[str, Article],
    columns: int,
    wide: float,
    style: Style,
) -> Plan:
    chosen = key_events(events, most) if most else []
    entries = [_entry(event, articles, wide, style) for event in chosen]
    cited = _cited(chosen)
    needed = len({principal(event).article_id for event in chosen})
    kept = list(cited)[: max(needed, MOST_SOURCES)]
    rows = sorted(((articles[name], tuple(sorted(cited[name]))) for name in kept), key=lambda pair: pair[1])
    copies = frozenset(report.article_id for event in chosen for report in event.reports if report.copy_of)
    return Plan(_columns(entries, columns), len(events), style, tuple(rows), copies, len(cited) - len(kept))


def _entry(event: Event, articles: Mapping[str, Article], wide: float, style: Style) -> Entry:
    title = letters.wrap(line(event), TITLE, wide, style[0], True)
    told = letters.wrap(facts(event), FACT, wide, style[1])
    quoted = letters.wrap(quote(event, articles), FACT, wide, style[2]) if style[2] else []
    return Entry(event, tuple(title), tuple(told), tuple(quoted))


def _cited(events: Sequence[Event]) -> dict[str, list[int]]:
    """The numbers of the events by article; what each event rests on comes before what else tells of it."""
    found: dict[str, list[int]] = {}
    for first_only in (True, False):
        for n, event in enumerate(events, 1):
            for report in [principal(event)] if first_only else event.reports:
                numbers = found.setdefault(report.article_id, [])
                if n not in numbers:
                    numbers.append(n)
    return found


def _columns(entries: Sequence[Entry], count: int) -> tuple[tuple[Entry, ...], ...]:
    """The entries in one column, or in two that are as even as can be."""
    if count == 1:
        return (tuple(entries),)
    heights = [entry.height for entry in entries]
    cut = min(range(len(entries) + 1), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    return tuple(entries[:cut]), tuple(entries[cut:])


def draw_list(sheet: Drawing, box: Box, found: Plan) -> None:
    """Draw the key events and their sources into the box, in the plan's columns."""
    count, columns = len(found.events), len(found.columns)
    some = _("{listed} of {total} events listed, {rule}")
    note = some.format(listed=number(count), total=number(found.total), rule=_(RULE)) if count < found.total else ""
    top = _head(sheet, box, box.top, _("Key events") if note else _("Events"), note)
    key = 1
    for n, entries in enumerate(found.columns):
        y = top
        for entry in entries:
            _draw_entry(sheet, _column(box, n, columns), y, key, entry)
            y, key = y + entry.height, key + 1
    if not count:
        sheet.words(box.left, top + 14, _("No event matches."), FACT, fill=QUIET)
        return
    by_number = _("by number of the event, with the day of publication")
    _draw_sources(sheet, box, _head(sheet, box, top + found.list_height + BETWEEN, _("Sources"), by_number), found)


def _draw_sources(sheet: Drawing, box: Box, top: float, found: Plan) -> None:
    keys = [", ".join(map(str, numbers)) for _article, numbers in found.cited]
    widest = max((letters.width(key, SOURCE, True) for key in keys), default=0.0)
    for n, ((article, _numbers), key) in enumerate(zip(found.cited, keys, strict=True)):
        column, y = _source_place(box, n, found, top)
        keyed = min(widest, column.width * KEYS)
        sheet.words(column.left, y, letters.fit(key, SOURCE, keyed, True), SOURCE, fill=INK, bold=True)
        room = column.width - keyed - 10
        sheet.words(column.left + keyed + 10, y, source(article, article.id in found.copies, room), SOURCE, fill=QUIET)
    if found.more:
        column, y = _source_place(box, len(found.cited), found, top)
        said = ngettext(
            "and {count} more article on these events", "and {count} more articles on these events", found.more
        )
        sheet.words(column.left, y, said, SOURCE, fill=QUIET)


def _source_place(box: Box, n: int, found: Plan, top: float) -> tuple[Box, float]:
    """The column and the line of a source."""
    return _column(box, n // found.source_lines, found.source_columns), top + (
        n % found.source_lines + 0.7
    ) * SOURCE_ROW


def _column(box: Box, n: int, columns: int) -> Box:
    wide = (box.width - GUTTER * (columns - 1)) / columns
    left = box.left + n * (wide + GUTTER)
    return Box(left, box.top, left + wide, box.bottom)


def _head(sheet: Drawing, box: Box, y: float, text: str, note: str) -> float:
    """A heading with its note and a thin line; gives where what follows begins."""
    drawn = sheet.words(box.left, y + 11, text, HEAD, fill=INK, bold=True)
    cut = letters.fit(note, FACT - 1, box.right - drawn.right - 10)
    sheet.words(box.right, y + 11, cut, FACT - 1, fill=QUIET, end=True)
    sheet.line([(box.left, y + 17), (box.right, y + 17)], stroke=RULE_INK, stroke_width=1)
    return y + HEAD_ROW


def _draw_entry(sheet: Drawing, column: Box, y: float, number: int, entry: Entry) -> None:
    left = column.left + INDENT
    draw_badge(sheet, column.left + BADGE, y + 9, number, "list")
    draw_exact(sheet, entry.event.kind.value, column.left + BADGE, y + TITLE_ROW + 9)
    for n, text in enumerate(entry.title):
        sheet.words(left, y + 14 + n * TITLE_ROW, text, TITLE, fill=INK, bold=True, data_line=number)
    y += len(entry.title) * TITLE_ROW
    for n, text in enumerate((*entry.facts, *entry.quote)):
        ink = QUIET if n < len(entry.facts) else INK
        sheet.words(left, y + 12 + n * FACT_ROW, text, FACT, fill=ink)


def line(event: Event) -> str:
    """What happened, or what is alleged by whom, in one line."""
    named = replace(
        event,
        target=letters.part(event.target),
        actor=_named(event.actor),
        recipient=_named(event.recipient),
    )
    title, claim = words.title(named), words.claim(named)
    return _("{title}: {claim}").format(title=title, claim=claim) if claim else title


def _named(party: Party | None) -> Party | None:
    """The party with its name as a part of the line."""
    return replace(party, name=letters.part(party.name)) if party else None


def principal(event: Event) -> Report:
    """The report that dates and places the event most exactly, the first of such; an original before its copies."""

    def rank(report: Report) -> tuple[bool, float, int]:
        days = report.when.days if report.when else None
        return bool(report.copy_of), days or math.inf, report.where_prec or NO_PLACE

    return min(event.reports, key=rank)


def quote(event: Event, articles: Mapping[str, Article]) -> str:
    """The sentence that tells the event most exactly, as printed."""
    report = principal(event)
    span = report.evidence[0]
    said = " ".join(articles[report.article_id].text[span.start : span.end].split())
    return _("“{words}”").format(words=said)


def facts(event: Event) -> str:
    """When, where, the toll, who says so, and what is doubtful: as exact as it is known."""
    exact = event.when is not None and event.when.first == event.when.last and event.when.basis != "published"
    when = words.days(event.when) if exact else words.when(event.when)
    parts = [
        when[:1].upper() + when[1:],
        words.where(event.where).replace(" · ", ", ") if event.kind == Kind.STRIKE else "",
        words.toll(event),
        words.stance(event.stance),
        _who_says(event),
        _doubts(event),
    ]
    return " · ".join(part for part in parts if part)


def _who_says(event: Event) -> str:
    outlet, more = letters.part(principal(event).outlet or _("an unnamed outlet")), event.outlets - 1
    if not more:
        return _("says {outlet}").format(outlet=outlet)
    others = ngettext("{count} other outlet", "{count} other outlets", more)
    return _("say {outlet} and {others}").format(outlet=outlet, others=others)


def _doubts(event: Event) -> str:
    """The fields on which sources contradict each other."""
    fields = [words.field(d.field) for d in event.disagreements if d.relation == Agreement.CONFLICT]
    return _("sources differ on {fields}").format(fields=listed(fields)) if fields else ""


def source(article: Article, copied: bool, room: float) -> str:
    """The outlet, when it published, and where there is room its host; a long name is cut and never its date."""
    told = _("{outlet}, {published}, a copy") if copied else _("{outlet}, {published}")
    told = told.replace("{published}", words.days(article.published))
    taken = letters.width(letters.printable(told.replace("{outlet}", "")), SOURCE)
    outlet = letters.fit(article.outlet or _("outlet not known"), SOURCE, room - taken)
    host = urlsplit(article.url).hostname or ""
    short = told.replace("{outlet}", letters.part(outlet))
    whole = f"{short}, {host}"
    return whole if host and letters.width(letters.printable(whole), SOURCE) <= room else short
