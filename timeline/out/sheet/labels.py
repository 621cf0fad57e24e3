"""Labels of the map: numbers and names in a small plate, placed clear of marks, of one another and of the frame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.out.sheet import letters
from timeline.out.sheet.drawing import ASCENT, Box, Drawing, Look, Point, corners
from timeline.out.sheet.inks import INK, PAPER

SIZE, NOTE_SIZE = 12.5, 11.5
BADGE, BADGE_SIZE, BADGE_STEP = 9.5, 11.5, 21.5  # radius of a number's disc, its figures, from one to the next
ROW, PAD, GAP = 21.0, 5.0, 3.0
MOST_IN_ROW = 8  # numbers
NEAR, STEP, REACH = 5.0, 14.0, 40  # distance of the nearest place from the mark, between tries, and how many tries
FINE = 5.0  # units between the points of an arc that labels look at
DIRECTIONS = tuple((math.cos(t), math.sin(t)) for t in (0, math.pi, -0.8, 2.4, 0.8, -2.4, -math.pi / 2, math.pi / 2))
LINE_COST, TURN_COST, CROSS_COST = 26.0, 3.0, 60.0  # what it costs to lie on an arc, to leave the right side, to cross


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside a mark: the ``numbers`` of key events, a ``name``, and a ``note`` after it.

    ``at`` is the mark and ``clear`` how far from it the label keeps; ``colour`` is its edge. A label may stand ``over``
    a mark that is no point.
    """

    at: Point
    clear: float
    numbers: tuple[int, ...]
    name: str
    note: str
    colour: str
    over: bool = False

    @property
    def rows(self) -> list[tuple[int, ...]]:
        """The numbers, row by row."""
        return [self.numbers[n : n + MOST_IN_ROW] for n in range(0, len(self.numbers), MOST_IN_ROW)]

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high the label is."""
        words = letters.width(self.name, SIZE, True) + letters.width(self.note, NOTE_SIZE) + 5 * bool(self.note)
        widest = max((len(row) for row in self.rows), default=0) * BADGE_STEP
        last = len(self.rows[-1]) * BADGE_STEP if self.rows else 0
        inline = last + words if self._inline else words
        rows = len(self.rows) + (not self._inline and bool(words))
        return max(widest, inline) + 2 * PAD, max(rows, 1) * ROW + 2

    @property
    def _inline(self) -> bool:
        """Whether the name stands in the row of its numbers."""
        return len(self.rows) <= 1 and len(self.numbers) <= MOST_IN_ROW // 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A label and its box; ``tied`` where a line leads back to the mark."""

    label: Label
    box: Box
    tied: bool


class Field:
    """The frame of the map and everything that labels have to keep clear of."""

    def __init__(self, frame: Box, lines: Sequence[Sequence[Point]]) -> None:
        self.frame = frame.inset(6)
        self.taken: list[Box] = []
        self.ink = [point for line in lines for point in _fine(line)]

    def place(self, label: Label, tries: int = REACH) -> Placed | None:
        """Give the label the best free box near its mark, or ``None``; ``tries`` bounds how far away."""
        best: tuple[float, Box, int] | None = None
        for ring in range(tries):
            if best and best[0] <= ring * STEP:
                break  # nothing farther away can be better
            for turn, direction in enumerate(((0.0, 0.0), *DIRECTIONS) if label.over and not ring else DIRECTIONS):
                box = _beside(label, direction, label.clear + NEAR + ring * STEP)
                if self._is_free(box):
                    cost = ring * STEP + turn * TURN_COST + self._crowded(label, box, ring)
                    if best is None or cost < best[0]:
                        best = (cost, box, ring)
        if best is None:
            return None
        self.taken.append(best[1])
        return Placed(label, best[1], best[2] > 0)

    def _is_free(self, box: Box) -> bool:
        return self.frame.holds(box) and not any(box.meets(other, GAP) for other in self.taken)

    def is_clear(self, box: Box, gap: float) -> bool:
        """Whether nothing at all is nearer to the box, no arc either."""
        wide = box.inset(-2)
        alone = self.frame.holds(box) and not any(box.meets(other, gap) for other in self.taken)
        return alone and not any(wide.left < x < wide.right and wide.top < y < wide.bottom for x, y in self.ink)

    def _crowded(self, label: Label, box: Box, ring: int) -> float:
        """What the box covers or its line crosses."""
        covered = any(box.left < x < box.right and box.top < y < box.bottom for x, y in self.ink)
        crossed = ring > 0 and any(_crosses(label.at, nearest(box, label.at), other) for other in self.taken)
        return LINE_COST * covered + CROSS_COST * crossed


def _fine(line: Sequence[Point]) -> Iterator[Point]:
    """Points on the line, few units apart."""
    for (x, y), (u, v) in pairwise(line):
        steps = max(1, int(math.dist((x, y), (u, v)) / FINE))
        yield from ((x + (u - x) * n / steps, y + (v - y) * n / steps) for n in range(steps + 1))


def _beside(label: Label, direction: Point, distance: float) -> Box:
    """The label's box in a direction from its mark, with ``distance`` between them."""
    (x, y), (wide, high) = label.at, label.size
    dx, dy = direction
    cx, cy = x + dx * distance + _sign(dx) * wide / 2, y + dy * distance + _sign(dy) * high / 2
    return Box(cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)


def _sign(part: float) -> float:
    return 0.0 if abs(part) < 0.01 else math.copysign(1.0, part)


def nearest(box: Box, point: Point) -> Point:
    """The point of the box that is nearest to another."""
    return min(max(point[0], box.left), box.right), min(max(point[1], box.top), box.bottom)


def _crosses(start: Point, end: Point, box: Box) -> bool:
    steps = 12
    dx, dy = (end[0] - start[0]) / steps, (end[1] - start[1]) / steps
    points = ((start[0] + dx * n, start[1] + dy * n) for n in range(4, steps))
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in points)


def draw(sheet: Drawing, placed: Iterable[Placed]) -> None:
    """Draw the labels, first the lines that tie them to their marks."""
    found = list(placed)
    for one in found:
        if one.tied:
            end = nearest(one.box, one.label.at)
            sheet.line([one.label.at, end], stroke=INK, stroke_width=0.9, stroke_opacity=0.75)
    for one in found:
        _draw_label(sheet, one)


def _draw_label(sheet: Drawing, placed: Placed) -> None:
    label, box = placed.label, placed.box
    with sheet.group(data_label="map", data_box=corners(box)):
        edge: Look = {"stroke": label.colour, "stroke_width": 1.0, "stroke_opacity": 0.55}
        sheet.rect(box, rx=4, fill=PAPER, fill_opacity=0.93, **edge)
        x, y = box.left + PAD, box.top + 1 + ROW / 2
        for n, row in enumerate(label.rows):
            x, y = box.left + PAD, box.top + 1 + ROW * (n + 0.5)
            for number in row:
                draw_badge(sheet, x + BADGE, y, number, "map")
                x += BADGE_STEP
        if len(label.rows) > 1 or len(label.numbers) > MOST_IN_ROW // 2:
            x, y = box.left + PAD, y + ROW
        drawn = sheet.words(x, y + SIZE * 0.35, label.name, SIZE, fill=INK, bold=True)
        if label.note:
            sheet.words(drawn.right + 5 * bool(label.name), y + SIZE * 0.35, label.note, NOTE_SIZE, fill=INK)


def draw_badge(sheet: Drawing, x: float, y: float, number: int, where: str) -> None:
    """A key event's number on its disc, the same on the map, the timeline and the list."""
    sheet.shape("circle", cx=x, cy=y, r=BADGE, fill=INK)
    sheet.words(
        x, y + BADGE_SIZE * (ASCENT - 0.42), str(number), BADGE_SIZE,
        fill=PAPER, bold=True, middle=True, data_number=number, data_where=where,
    )  # fmt: skip
