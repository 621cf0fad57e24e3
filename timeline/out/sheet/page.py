"""The sheet as a whole: where the head, the map, the timeline, the list and the foot stand on each form."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from timeline.events import words
from timeline.messages import _, later
from timeline.out.sheet import letters, listing
from timeline.out.sheet.brief import Sheet, counts
from timeline.out.sheet.chart import Chart
from timeline.out.sheet.days import draw_days
from timeline.out.sheet.drawing import Box, Drawing
from timeline.out.sheet.forms import Form
from timeline.out.sheet.inks import INK, PAPER, QUIET, RULE, TLP, TLP_GROUND
from timeline.out.sheet.key import ROW as KEY_ROW
from timeline.out.sheet.key import draw_key, entries, rows
from timeline.reading.articles import is_web_address

MARGIN, GUTTER = 44.0, 30.0
TITLE, TITLE_ROW, MOST_TITLE = 32.0, 38.0, 2  # size, height and number of its lines
RANGE, COUNTS, NOTE, NOTE_ROW = 17.0, 14.0, 11.5, 15.5
MARKING, MARKING_HIGH = 14.0, 22.0
MAP_SHARE = 0.62  # of a wide page
DAYS_WIDE, DAYS_TALL = 176.0, 190.0  # height of the timeline
MAP_SHARES_TALL = (0.36, 0.29)  # of a tall page's height; the smaller only where the list then holds all events
UNVERIFIED = later("Machine-read, not verified: check the sources before you publish.")
CREDITS = later(  # the map's own, and the letters'
    "Boundaries: UN view via visionscarto / Natural Earth, disputed lines dashed; no endorsement implied. "
    "Contains data from GeoNames (geonames.org), CC BY 4.0. Letters: Noto Sans, SIL OFL 1.1."
)
MOST_LINK_LINES = 3


@dataclass(frozen=True, slots=True)
class Frames:
    """Where the parts stand."""

    chart: Box
    key: Box
    days: Box
    listing: Box


def draw(sheet: Sheet, form: Form) -> Drawing:
    """Draw the sheet on a page of that form."""
    drawing, table = Drawing(form.width, form.height), sheet.table
    page = drawing.page.inset(MARGIN)
    drawing.rect(drawing.page, fill=PAPER)
    top = _head(drawing, page, sheet, table)
    bottom = _foot(drawing, page, sheet)
    body = Box(page.left, top, page.right, bottom)
    frames, found = _fitted(sheet, table, body, form)
    numbers = numbered(sheet, table, found)
    chart = Chart(drawing, frames.chart, table, numbers)
    chart.draw()
    draw_key(drawing, frames.key, rows(entries(table, chart.counts), frames.key.width))
    draw_days(drawing, frames.days, table, numbers)
    listing.draw_list(drawing, frames.listing, found)
    return drawing


def _fitted(sheet: Sheet, table: pd.DataFrame, body: Box, form: Form) -> tuple[Frames, listing.Plan]:
    """Where the parts stand and what the list holds; on a tall page the map makes way for the list, and back."""
    key_rows = len(rows(entries(table, True), _map_width(body, form)))
    articles = {article.id: article for article in sheet.articles}
    columns, shares = (1, (0.0,)) if form.wide else (2, MAP_SHARES_TALL)
    tries = [_frames(body, form, key_rows, share) for share in shares]
    plans = [listing.plan(sheet.events, articles, columns, one.listing) for one in tries]
    frames, found = max(zip(tries, plans, strict=True), key=lambda pair: pair[1].fullness)
    return (frames if form.wide else _grown(frames, found.height)), found


def numbered(sheet: Sheet, table: pd.DataFrame, found: listing.Plan) -> dict[int, int]:
    """The number of each key event by its row in the table."""
    order = {event.id: n for n, event in enumerate(found.events, 1)}
    return {int(n): order[name] for n, name in zip(table.index, table["id"], strict=True) if name in order}


def _map_width(body: Box, form: Form) -> float:
    return body.width * MAP_SHARE - GUTTER / 2 if form.wide else body.width


def _frames(body: Box, form: Form, key_rows: int, share: float) -> Frames:
    """The parts of the body: the list beside the map and the timeline, or under them."""
    key, days = key_rows * KEY_ROW + 8, DAYS_WIDE if form.wide else DAYS_TALL
    right = body.left + _map_width(body, form)
    if form.wide:
        map_bottom, under = body.bottom - key - days - 10, Box(right + GUTTER, body.top, body.right, body.bottom)
    else:
        map_bottom = body.top + form.height * share
        under = Box(body.left, map_bottom + key + days + 24, body.right, body.bottom)
    return Frames(
        chart=Box(body.left, body.top, right, map_bottom),
        key=Box(body.left, map_bottom + 6, right, map_bottom + key),
        days=Box(body.left, map_bottom + key + 8, right, map_bottom + key + 8 + days),
        listing=under,
    )


def _grown(frames: Frames, used: float) -> Frames:
    """The same parts where a short list leaves room: the map takes it."""
    spare = max(0.0, frames.listing.height - used)
    chart = frames.chart
    return Frames(
        Box(chart.left, chart.top, chart.right, chart.bottom + spare),
        frames.key.moved(0, spare),
        frames.days.moved(0, spare),
        Box(frames.listing.left, frames.listing.top + spare, frames.listing.right, frames.listing.bottom),
    )


def _head(drawing: Drawing, page: Box, sheet: Sheet, table: pd.DataFrame) -> float:
    """Title, range and counts; gives where the body begins."""
    marked = _mark(drawing, sheet.marking, page.right, page.top - 14) if sheet.marking else 0.0
    room = page.width - (marked + GUTTER if marked else 0.0)
    y = page.top - 10
    for text in letters.wrap(sheet.title, TITLE, room, MOST_TITLE, True):
        drawing.words(page.left, y + 28, text, TITLE, fill=INK, bold=True)
        y += TITLE_ROW
    said = letters.fit(sheet.range[:1].upper() + sheet.range[1:], RANGE, page.width, True)
    drawing.words(page.left, y + 19, said, RANGE, fill=INK, bold=True)
    y += 26
    told = counts(sheet, table)
    if sheet.clauses:
        told = _("{counts} · filtered by {clauses}").format(counts=told, clauses=sheet.clauses)
    drawing.words(page.left, y + 16, letters.fit(told, COUNTS, page.width), COUNTS, fill=QUIET)
    return y + 34


def _mark(drawing: Drawing, marking: str, right: float, top: float) -> float:
    """The marking at the right, a label of the Traffic Light Protocol in its own colours; gives its width."""
    label = marking.upper() if marking.upper() in TLP else marking
    words = letters.fit(label, MARKING, drawing.page.width / 3, True)
    wide = letters.width(words, MARKING, True) + 16
    ground, ink = (TLP_GROUND, TLP[label]) if label in TLP else (RULE, INK)
    drawing.rect(Box(right - wide, top, right, top + MARKING_HIGH), fill=ground)
    drawing.words(right - wide / 2, top + 16, words, MARKING, fill=ink, bold=True, middle=True, data_marking="yes")
    return wide


def _foot(drawing: Drawing, page: Box, sheet: Sheet) -> float:
    """What the sheet is and where it comes from; gives where the body ends."""
    marked = _mark(drawing, sheet.marking, page.right, page.bottom - 6) if sheet.marking else 0.0
    room = page.width - (marked + GUTTER if marked else 0.0)
    lines = letters.wrap(f"{made(sheet)} {_(CREDITS)}", NOTE, room, 4)
    view = _("This view: {link}").format(link=sheet.link)
    linked = letters.wrap(view, NOTE, room, MOST_LINK_LINES) if sheet.link else []
    top = page.bottom + 14 - NOTE_ROW * (len(lines) + len(linked) + 1)
    drawing.line([(page.left, top - 8), (page.right, top - 8)], stroke=RULE, stroke_width=1)
    drawing.words(page.left, top + 8, _(UNVERIFIED), NOTE + 1, fill=INK, bold=True)
    for n, text in enumerate([*lines, *linked], 1):
        href = sheet.link if n > len(lines) and is_web_address(sheet.link) else ""
        drawing.words(page.left, top + 8 + n * NOTE_ROW, text, NOTE, fill=QUIET, href=href)
    return top - 22


def made(sheet: Sheet) -> str:
    """How far the data reach and when the sheet was made."""
    said = _("Read from {articles}, publication dates not known. Made with Dateline on {day}, {time} UTC.")
    reach = ""
    if sheet.as_of:
        said = _("Read from {articles}, published up to {reach}. Made with Dateline on {day}, {time} UTC.")
        reach = words.day(sheet.as_of)
    articles, day = words.plural(len(sheet.articles), "article"), words.day(sheet.made_at.date())
    return said.format(articles=articles, reach=reach, day=day, time=f"{sheet.made_at:%H:%M}")
