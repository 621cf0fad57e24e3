"""The timeline of the sheet: a solid mark for an exact day, a bracketed band for any other date, over a histogram."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from timeline.events import frame, words
from timeline.messages import _, later, number
from timeline.out.sheet import letters
from timeline.out.sheet.drawing import Box, Drawing, Look, path
from timeline.out.sheet.inks import HUES, INK, PAPER, QUIET
from timeline.out.sheet.labels import BADGE, BADGE_STEP, draw_badge

FEWEST_DAYS = 15  # that the axis spans, as on the page
CAPTION, AXIS, TEXT = 18.0, 20.0, 11.5
BADGES, TIE = 22.0, 12.0  # heights of the row of numbers, and of the lines that tie them to their marks
LANE, MARK, BAND, CORE = 15.0, 5.0, 9.0, 3.0  # from one lane to the next, radius of a mark, heights of a band
LEAST_BARS = 34.0
TICK_GAP = 16.0  # between the words of two ticks
ENDS = 8.0  # kept free at both ends of the axis
BARS = {  # by the unit of the bars
    "day": later("bars: events per day, vague dates shared out by days; the tallest is {peak}"),
    "week": later("bars: events per week, vague dates shared out by days; the tallest is {peak}"),
    "month": later("bars: events per month, vague dates shared out by days; the tallest is {peak}"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Events of one kind on the same days: ``rows`` of the table, ``start`` and ``end`` on the page."""

    kind: str
    start: float
    end: float
    exact: bool
    open: str  # "", "start", "end"
    through: bool  # every day of it is meant, not one within it
    rows: tuple[int, ...]

    @property
    def middle(self) -> float:
        """Where its numbers point to."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Axis:
    """Days on the page."""

    first: date
    after: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days / (self.after - self.first).days * (self.right - self.left)


def draw_days(sheet: Drawing, box: Box, table: pd.DataFrame, numbers: Mapping[int, int]) -> None:
    """Draw the timeline into the box: marks for every dated event where they find room, else for the numbered ones."""
    head = sheet.words(box.left, box.top + 11, _("When"), 13, fill=INK, bold=True)
    if not table["dated"].any():
        sheet.words(box.left, box.top + 36, _("No event here has a date."), TEXT, fill=QUIET)
        return
    bins = frame.bins(*span(table))
    axis = Axis(bins.edges[0], bins.edges[-1], box.left + ENDS, box.right - ENDS)
    foot, top = box.bottom - AXIS, box.top + CAPTION + BADGES + TIE
    marks, lanes = _laid_out(_marks(table, axis), int((foot - LEAST_BARS - top) / LANE), numbers)
    used = max(lanes, default=-1) + 1
    peak = _bars(sheet, Box(axis.left, top + used * LANE + 4, axis.right, foot), table, bins, axis)
    _draw_axis(sheet, axis, foot)
    heights = [top + LANE * (lane + 0.5) for lane in lanes]
    _draw_numbers(sheet, marks, heights, numbers, box.top + CAPTION + BADGES / 2, axis)
    for mark, y in zip(marks, heights, strict=True):
        _draw_mark(sheet, mark, y)
    everything = sum(len(mark.rows) for mark in marks) == table["dated"].sum()
    drawn = _("marks: every event") if everything else _("marks: only the numbered events")
    caption = f"{drawn} · {_(BARS[bins.unit]).format(peak=number(peak))}"
    cut = letters.fit(caption, TEXT, box.right - head.right - 12)
    sheet.words(box.right, box.top + 11, cut, TEXT, fill=QUIET, end=True)


def _laid_out(marks: list[Mark], most: int, numbers: Mapping[int, int]) -> tuple[list[Mark], list[int]]:
    """The marks to draw and their lanes: all of them, or the numbered ones where not all find room."""
    lanes = _lanes(marks, most)
    if None in lanes:
        marks = [mark for mark in marks if any(row in numbers for row in mark.rows)]
        lanes = _lanes(marks, most)
    used = max((lane for lane in lanes if lane is not None), default=0)
    return marks, [used if lane is None else lane for lane in lanes]


def span(table: pd.DataFrame) -> tuple[date, date]:
    """The days of the events, and some around them where they are few."""
    extent = frame.extent(table)
    assert extent  # noqa: S101  # a dated event has at least one end
    missing = FEWEST_DAYS - (extent[1] - extent[0]).days - 1
    around = timedelta(days=max(0, (missing + 1) // 2))
    return extent[0] - around, extent[1] + around


def _marks(table: pd.DataFrame, axis: Axis) -> list[Mark]:
    """One mark for the events of a kind on the same days; exact days first, then by time."""
    dated = table[table["dated"]]
    found: dict[tuple[str, float, float, bool, str, bool], list[int]] = {}
    for n, row in zip(dated.index, dated.to_dict("records"), strict=True):
        gone = "start" if pd.isna(row["first"]) else "end" if pd.isna(row["last"]) else ""
        start = axis.left if gone == "start" else axis.at(row["first"].date())
        end = axis.right if gone == "end" else axis.at(row["last"].date() + timedelta(days=1))
        key = (row["kind"], start, end, row["date_prec"] == 1, gone, bool(row["through"]))
        found.setdefault(key, []).append(int(n))
    marks = [Mark(*key, tuple(rows)) for key, rows in found.items()]
    return sorted(marks, key=lambda m: (not m.exact, m.start, m.end, m.kind))


def _lanes(marks: Sequence[Mark], most: int) -> list[int | None]:
    """The lane of each mark, ``None`` where none is free."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    found: list[int | None] = []
    for mark in marks:
        start = (mark.middle - MARK if mark.exact else mark.start) - 2
        end = (mark.middle + MARK if mark.exact else max(mark.end, mark.start + 6)) + 2
        lane = next((k for k, spans in enumerate(taken) if all(end <= a or b <= start for a, b in spans)), None)
        if lane is not None:
            taken[lane].append((start, end))
        found.append(lane)
    return found


def _bars(sheet: Drawing, box: Box, table: pd.DataFrame, bins: frame.Bins, axis: Axis) -> float:
    """Bars stacked by kind; gives the height of the tallest, in events."""
    weights = frame.weights(table, bins.edges)
    peak = float(weights.sum(axis=0).max())
    feet = [box.bottom] * (len(bins.edges) - 1)
    for kind, hue in HUES.items():
        sums = weights[(table["kind"] == kind).to_numpy()].sum(axis=0)
        for n, weight in enumerate(sums):
            if weight > 0:
                high = float(weight) / peak * box.height
                left, right = axis.at(bins.edges[n]), axis.at(bins.edges[n + 1])
                bar = Box(left + 0.4, feet[n] - high, max(left + 1.2, right - 0.4), feet[n])
                sheet.rect(bar, fill=hue, fill_opacity=0.55)
                feet[n] -= high
    return round(peak, 1)


def _draw_axis(sheet: Drawing, axis: Axis, y: float) -> None:
    sheet.line([(axis.left - ENDS, y), (axis.right + ENDS, y)], stroke=QUIET, stroke_width=0.8)
    free = axis.left - 2 * ENDS
    for day, said in ticks(axis):
        x, half = axis.at(day), letters.width(letters.printable(said), TEXT) / 2
        sheet.line([(x, y), (x, y + 4)], stroke=QUIET, stroke_width=0.8)
        inside = min(max(x, axis.left - ENDS + half), axis.right + ENDS - half)
        if inside - half > free:  # a first day with its year is wider than the others
            sheet.words(inside, y + 15, said, TEXT, fill=QUIET, middle=True)
            free = inside + half + TICK_GAP / 3


def ticks(axis: Axis) -> list[tuple[date, str]]:
    """Days to name under the axis, as many as have room."""
    units = (axis.right - axis.left) / (axis.after - axis.first).days
    for step, days in STEPS:
        widest = _name(LONG_DAY, 0 if step == "7 days" else 1, step)
        if days * units >= letters.width(letters.printable(widest), TEXT) + TICK_GAP:
            return [(day, _name(day, n, step)) for n, day in enumerate(_every(axis, step))]
    return [(axis.first, str(axis.first.year))]


LONG_DAY = date(2025, 9, 30)  # whose name is about as wide as any
STEPS = (  # the days from one name to the next
    ("1 day", 1),
    ("2 days", 2),
    ("7 days", 7),
    ("1 month", 28),
    ("3 months", 89),
    ("12 months", 365),
    ("60 months", 1826),
    ("240 months", 7305),
)


def _every(axis: Axis, step: str) -> list[date]:
    count, unit = step.split()
    size = int(count)
    if unit.startswith("day"):
        return [axis.first + timedelta(days=n) for n in range(0, (axis.after - axis.first).days, size)]
    start = axis.first.year * 12 + axis.first.month - 1
    months = range(-(-start // size) * size, axis.after.year * 12 + axis.after.month, size)
    days = [date(m // 12, m % 12 + 1, 1) for m in months]
    return [day for day in days if axis.first <= day < axis.after]


def _name(day: date, n: int, step: str) -> str:
    if "day" in step:
        with_year = n == 0 or (day.month == 1 and day.day <= 7 and step == "7 days")
        return words.short(day, "yMMMd" if with_year else "MMMd")
    if step in ("1 month", "3 months"):
        return words.short(day, "yMMM" if n == 0 or day.month == 1 else "MMM")
    return str(day.year)


def _draw_mark(sheet: Drawing, mark: Mark, y: float) -> None:
    hue = HUES[mark.kind]
    if mark.exact:
        draw_exact(sheet, mark.kind, mark.middle, y)
        return
    box = Box(mark.start, y - BAND / 2, max(mark.end, mark.start + 6), y + BAND / 2)
    draw_band(sheet, box, hue, mark.open, mark.through)


def draw_exact(sheet: Drawing, kind: str, x: float, y: float) -> None:
    """The mark of an exact day: a disc for a strike, a triangle for an accusation."""
    look: Look = {"fill": HUES[kind], "stroke": PAPER, "stroke_width": 1}
    if kind == "strike":
        sheet.shape("circle", cx=x, cy=y, r=MARK, **look)
    else:
        points = [(x - MARK * 0.85, y - MARK), (x + MARK * 1.15, y), (x - MARK * 0.85, y + MARK)]
        sheet.shape("path", d=path(points, closed=True), **look)


def draw_band(sheet: Drawing, box: Box, hue: str, gone: str, through: bool) -> None:
    """The pale band of a date that is no exact day: brackets where it ends, an arrow where it is open.

    Its core is solid where every day of it is meant.
    """
    sheet.rect(box, fill=hue, fill_opacity=0.22)
    middle = (box.top + box.bottom) / 2
    if through:
        sheet.rect(Box(box.left, middle - CORE / 2, box.right, middle + CORE / 2), fill=hue)
    for side, x, inward in (("start", box.left, 1), ("end", box.right, -1)):
        if gone == side:
            points = [(x + 6 * inward, box.top - 1), (x - 2 * inward, middle), (x + 6 * inward, box.bottom + 1)]
        else:
            points = [(x + 4 * inward, box.top), (x, box.top), (x, box.bottom), (x + 4 * inward, box.bottom)]
        sheet.line(points, stroke=hue, stroke_width=1.6)


def _draw_numbers(
    sheet: Drawing, marks: Sequence[Mark], heights: Sequence[float], numbers: Mapping[int, int], y: float, axis: Axis
) -> None:
    """The numbers in one row above, each tied to its mark by a line."""
    wanted = [
        (mark.middle, numbers[row], height)
        for mark, height in zip(marks, heights, strict=True)
        for row in mark.rows
        if row in numbers
    ]
    wanted.sort()
    places = spread([x for x, _target, _y in wanted], BADGE_STEP, axis.left - ENDS + BADGE, axis.right + ENDS - BADGE)
    for x, (target, _found, height) in zip(places, wanted, strict=True):
        tie = [(x, y + BADGE), (target, y + BADGES / 2 + TIE), (target, height)]
        sheet.line(tie, stroke=QUIET, stroke_width=0.8, stroke_opacity=0.6)
    for x, (_target, found, _y) in zip(places, wanted, strict=True):
        draw_badge(sheet, x, y, found, "timeline")


def spread(wanted: Sequence[float], step: float, low: float, high: float) -> list[float]:
    """Places at least ``step`` apart between ``low`` and ``high``, as near as can be to the sorted wanted ones."""
    blocks: list[tuple[float, int]] = []  # the place of a block's first, and how many stand in it
    for x in wanted:
        start, count = x, 1
        while blocks and blocks[-1][0] + blocks[-1][1] * step > start:
            before, many = blocks.pop()
            start = (before * many + (start - many * step) * count) / (many + count)
            count += many
        blocks.append((min(max(start, low), high - (count - 1) * step), count))
    while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * step > blocks[-1][0]:
        (before, many), (_, count) = blocks[-2:]
        blocks[-2:] = [(min(before, high - (many + count - 1) * step), many + count)]
    return [start + n * step for start, count in blocks for n in range(count)]
