"""The key of the sheet: every mark with its meaning and how many there are, the uncertain ones too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from timeline.messages import _, number
from timeline.out.sheet import letters
from timeline.out.sheet.chart import MOST_ARCS
from timeline.out.sheet.days import draw_band, draw_exact
from timeline.out.sheet.drawing import Box, Drawing, Look
from timeline.out.sheet.inks import ACCUSATION, PAPER, QUIET, STRIKE
from timeline.out.sheet.labels import draw_badge

SIZE, ROW, SIGN, GAP = 12.0, 20.0, 30.0, 20.0
Draw = Callable[[Drawing, float, float], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and its words."""

    draw: Draw
    words: str

    @property
    def width(self) -> float:
        """How much of a row it takes."""
        return SIGN + letters.width(letters.printable(self.words), SIZE) + GAP


def entries(table: pd.DataFrame, counts: bool) -> list[Entry]:
    """The signs that this sheet has; ``counts`` where dots hold a number of events."""
    drawn = table["drawn"].value_counts()
    dated = table[table["dated"]]
    exact = int((dated["date_prec"] == 1).sum())
    gone = int((dated["first"].isna() | dated["last"].isna()).sum())
    pairs = table[table["drawn"] == "arc"].groupby(["accuser", "accused"]).size()
    arcs = _("accusation, accuser to accused")
    if (pairs > MOST_ARCS).any():
        arcs = _("accusation, accuser to accused; at most {most} are drawn for a pair").format(most=MOST_ARCS)
    core = bool(dated["through"].any())
    vague = _("some day between; every day where the core is solid") if core else _("some day between")
    days = partial(_exact, kinds=sorted(set(dated.loc[dated["date_prec"] == 1, "kind"])))
    found: list[tuple[int, Draw, str]] = [
        (drawn.get("dot", 0), _dot, _("strike; the ring is as wide as the place")),
        (drawn.get("area", 0), _area, _("strikes somewhere in this area")),
        (drawn.get("arc", 0), _arc, arcs),
        (exact, days, _("exact day")),
        (len(dated) - exact - gone, partial(_band, core=core), vague),
        (gone, _open, _("since or until, no other end known")),
    ]
    entries = [Entry(draw, _counted(said, int(count))) for count, draw, said in found if count]
    joined = [Entry(_count, _("several at or near one place"))] if counts else []
    dots = int(drawn.get("dot", 0) > 0)
    return [Entry(_number, _("number in the list")), *entries[:dots], *joined, *entries[dots:]] if len(table) else []


def _counted(said: str, count: int) -> str:
    return _("{sign} ({count})").format(sign=said, count=number(count))


def rows(found: Sequence[Entry], room: float) -> list[list[Entry]]:
    """The entries in rows no wider than the room."""
    lines: list[list[Entry]] = []
    for entry in found:
        if lines and sum(e.width for e in lines[-1]) + entry.width - GAP <= room:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return lines


def draw_key(sheet: Drawing, box: Box, found: Sequence[Sequence[Entry]]) -> None:
    """Draw the rows from the top of the box."""
    for n, line in enumerate(found):
        x, y = box.left, box.top + (n + 0.5) * ROW
        for entry in line:
            entry.draw(sheet, x, y)
            sheet.words(x + SIGN, y + SIZE * 0.36, entry.words, SIZE, fill=QUIET)
            x += entry.width


def _number(sheet: Drawing, x: float, y: float) -> None:
    draw_badge(sheet, x + 12, y, 1, "key")


def _dot(sheet: Drawing, x: float, y: float) -> None:
    ring: Look = {"stroke": STRIKE, "stroke_opacity": 0.6, "stroke_width": 1.0}
    sheet.shape("circle", cx=x + 12, cy=y, r=9, fill=STRIKE, fill_opacity=0.11, **ring)
    sheet.shape("circle", cx=x + 12, cy=y, r=4.5, fill=STRIKE, stroke=PAPER, stroke_width=1)


def _count(sheet: Drawing, x: float, y: float) -> None:
    sheet.shape("circle", cx=x + 12, cy=y, r=9, fill=STRIKE, stroke=PAPER, stroke_width=1)
    sheet.words(x + 12, y + 4, "9", 11, fill=PAPER, bold=True, middle=True)


def _area(sheet: Drawing, x: float, y: float) -> None:
    box = Box(x, y - 7, x + 24, y + 7)
    sheet.rect(box, fill=STRIKE, fill_opacity=0.06, stroke=STRIKE, stroke_opacity=0.6, stroke_width=1)
    for left in (0.0, 6.0, 12.0, 18.0):
        high = min(14.0, 24 - left)
        sheet.line(
            [(x + left, y + 7), (x + left + high, y + 7 - high)], stroke=STRIKE, stroke_opacity=0.4, stroke_width=0.9
        )


def _arc(sheet: Drawing, x: float, y: float) -> None:
    d = f"M{x:.2f} {y + 5:.2f}Q{x + 10:.2f} {y - 9:.2f} {x + 20:.2f} {y - 1:.2f}"
    sheet.shape("path", d=d, fill="none", stroke=ACCUSATION, stroke_width=2.2)
    head = f"M{x + 25:.2f} {y + 4:.2f}L{x + 16:.2f} {y + 2.5:.2f}L{x + 21.5:.2f} {y - 4.5:.2f}Z"
    sheet.shape("path", d=head, fill=ACCUSATION)


def _exact(sheet: Drawing, x: float, y: float, kinds: Sequence[str]) -> None:
    for n, kind in enumerate(reversed(kinds)):
        draw_exact(sheet, kind, x + (6 + 13 * n if len(kinds) > 1 else 12), y)


def _band(sheet: Drawing, x: float, y: float, core: bool) -> None:
    draw_band(sheet, Box(x, y - 4.5, x + 24, y + 4.5), QUIET, "", core)


def _open(sheet: Drawing, x: float, y: float) -> None:
    draw_band(sheet, Box(x, y - 4.5, x + 24, y + 4.5), QUIET, "end", False)
