"""The map of the sheet: dots with their rings, hatched areas, arcs, and the labels that carry the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from geo import basemap, marks
from geo.curves import arc, hatch
from timeline.events import words
from timeline.messages import _, ngettext, number
from timeline.out.sheet import ground, labels
from timeline.out.sheet.clusters import clustered
from timeline.out.sheet.drawing import Box, Drawing, Look, Point, path
from timeline.out.sheet.geometry import cut_line, cut_ring, on_page, view_of
from timeline.out.sheet.inks import ACCUSATION, PAPER, RULE, STRIKE
from timeline.out.sheet.labels import Field, Label, Placed

CLOSEST = 6.0  # zoom, as on the page: one town still shows its surroundings
COUNT_SIZE = 11.5
LEAST_RING = 1.0  # radius; a smaller ring cannot be seen
HATCH = 8.0  # units between lines
MOST_ARCS = 4  # of one country to another; the label counts them all
HEAD = 10.0  # length of an arrowhead
MOST_COUNTED, MOST_NAMES = 16, 14  # labels without a number: counts of areas and pairs, names of towns
FEW_TRIES, MANY_TRIES = 2, 10  # a name without a number stands beside its mark or nowhere; one with, not far from it

Rows = list[dict[Any, Any]]


class Chart:
    """The map of a table's rows; ``numbers`` are the key events' by row number."""

    def __init__(self, sheet: Drawing, box: Box, table: pd.DataFrame, numbers: Mapping[int, int]) -> None:
        self._sheet, self._numbers = sheet, numbers
        self._dots = table[table["drawn"] == "dot"]
        self._areas = table[table["drawn"] == "area"]
        self._arcs = table[table["drawn"] == "arc"]
        self.view = view_of(extent(self._dots, self._areas, self._arcs), box, CLOSEST)
        self._clusters = clustered(self._dots, self.view)

    @property
    def counts(self) -> bool:
        """Whether any dot stands for several events and holds their number."""
        return any(len(cluster.rows) > 1 for cluster in self._clusters)

    def draw(self) -> None:
        """Everything, from the ground up."""
        sheet, view = self._sheet, self.view
        with sheet.group(clip_path=sheet.clip("map", view.box)):
            ground.draw_land(sheet, view)
            areas = self._draw_areas()
            arcs = self._draw_arcs()
            self._draw_dots()
        sheet.rect(view.box, fill="none", stroke=RULE, stroke_width=1)
        field = Field(view.box, [line for _pair, line in arcs])
        ground.draw_scale(sheet, view, field)
        for cluster in self._clusters:
            x, y = cluster.at
            field.taken.append(Box(x, y, x, y).inset(-cluster.radius))
        placed = _place(field, [*self._arc_labels(arcs), *self._area_labels(areas)], self._dot_labels())
        ground.draw_names(sheet, view, field)
        labels.draw(sheet, placed)

    def _draw_areas(self) -> dict[str, Rows]:
        found: dict[str, Rows] = {}
        for n, row in zip(self._areas.index, self._areas.to_dict("records"), strict=True):
            found.setdefault(row["area"] or f"{row['place']} {row['lat']}", []).append(row | {"n": int(n)})
        for code, rows in found.items():
            polygons = basemap.area_polygons(code)
            if polygons:
                self._hatch([[on_page(self.view, ring) for ring in polygon] for polygon in polygons], "")
            else:
                disc = marks.circle((rows[0]["lon"], rows[0]["lat"]), rows[0]["radius_km"])
                self._hatch([[on_page(self.view, disc)]], "6 4")
        return found

    def _hatch(self, polygons: Sequence[Sequence[Sequence[Point]]], dash: str) -> None:
        box = self.view.box
        inside = [[_closed(cut_ring(ring, box)) for ring in polygon] for polygon in polygons]
        inside = [[ring for ring in polygon if len(ring) > 3] for polygon in inside]
        shapes = [ring for polygon in inside for ring in polygon]
        if not shapes:
            return
        tilted = [x + y for ring in shapes for x, y in ring]
        count = max(1, round((max(tilted) - min(tilted)) / (HATCH * 2**0.5)))
        tint: Look = {"fill": STRIKE, "fill_opacity": 0.06, "fill_rule": "evenodd"}
        self._sheet.shape("path", d="".join(path(ring, closed=True) for ring in shapes), **tint)
        lines = hatch(inside, count)
        if lines:
            self._sheet.shape("path", d="".join(map(path, lines)), stroke=STRIKE, stroke_opacity=0.3, stroke_width=0.9)
        edges = [path(part) for polygon in polygons for ring in polygon for part in cut_line(ring, box)]
        dashed: Look = {"stroke_dasharray": dash} if dash else {}
        look: Look = {"fill": "none", "stroke": STRIKE, "stroke_opacity": 0.6, "stroke_width": 1.2}
        self._sheet.shape("path", d="".join(edges), **look, **dashed)

    def _draw_arcs(self) -> list[tuple[tuple[str, str], list[Point]]]:
        """Draw at most ``MOST_ARCS`` of a pair; gives for each drawn arc its pair and its part inside the frame."""
        pairs = Counter(zip(self._arcs["accuser"], self._arcs["accused"], strict=True))
        lanes: Counter[frozenset[str]] = Counter()
        drawn = []
        for pair, count in sorted(pairs.items()):
            start, end = basemap.country_point(pair[0]), basemap.country_point(pair[1])
            for _lane in range(min(count, MOST_ARCS) if start and end else 0):
                assert start and end  # noqa: S101  # for the type checker: the range is empty without both
                line = self._draw_arc(arc(start, end, lanes[frozenset(pair)]))
                lanes[frozenset(pair)] += 1
                if line:
                    drawn.append((pair, line))
        return drawn

    def _draw_arc(self, degrees: Sequence[Point]) -> list[Point]:
        """One arc with its arrow where it ends or leaves the frame; the visible part, empty where there is none."""
        frame = self.view.box.inset(4)
        parts = cut_line([self.view.at(point) for point in degrees], frame)
        if not parts:
            return []
        for part in parts:
            self._sheet.line(part, stroke=ACCUSATION, stroke_width=2.2, stroke_opacity=0.9, stroke_linecap="round")
        self._sheet.shape("path", d=_head(parts[-1]), fill=ACCUSATION)
        return parts[-1]

    def _draw_dots(self) -> None:
        for row in self._dots.drop_duplicates(["lat", "lon"]).to_dict("records"):
            x, y = self.view.at((row["lon"], row["lat"]))
            reach = row["radius_km"] * self.view.per_km(row["lat"])
            if reach < LEAST_RING:
                continue
            ring: Look = {"stroke": STRIKE, "stroke_opacity": 0.6, "stroke_width": 1.0}
            self._sheet.shape("circle", cx=x, cy=y, r=reach, fill=STRIKE, fill_opacity=0.11, **ring)
        for one in self._clusters:
            (x, y), events = one.at, len(one.rows)
            look: Look = {"fill": STRIKE, "stroke": PAPER, "stroke_width": 1.5, "data_events": events}
            self._sheet.shape("circle", cx=x, cy=y, r=one.radius, **look)
            if events > 1:
                said = number(events)
                self._sheet.words(x, y + COUNT_SIZE * 0.36, said, COUNT_SIZE, fill=PAPER, bold=True, middle=True)

    def _dot_labels(self) -> list[Label]:
        found = []
        for one in self._clusters:
            more = one.places - 1
            note = ngettext("and {count} place near", "and {count} places near", more) if more else ""
            found.append(Label(one.at, one.radius, self._of(one.rows), one.name, note, STRIKE))
        return found

    def _area_labels(self, areas: Mapping[str, Rows]) -> list[Label]:
        found = []
        for code, rows in areas.items():
            name = words.country(code) if len(code) == 2 else rows[0]["place"]
            point = basemap.country_point(code) if len(code) == 2 else None
            at = self.view.at(point or (rows[0]["lon"], rows[0]["lat"]))
            if self.view.box.inset(12).holds(Box(*at, *at)):
                said = _("{strikes} somewhere in {place}")
                note = said.format(strikes=words.plural(len(rows), "strike"), place=name)
                found.append(Label(at, 0, self._of([row["n"] for row in rows]), "", note, STRIKE, over=True))
        return found

    def _arc_labels(self, arcs: Sequence[tuple[tuple[str, str], list[Point]]]) -> list[Label]:
        """One label for each pair of countries, where its first arc ends or leaves the frame."""
        found: dict[tuple[str, str], Label] = {}
        for pair, line in arcs:
            rows = self._arcs[(self._arcs["accuser"] == pair[0]) & (self._arcs["accused"] == pair[1])]
            note = words.plural(len(rows), "accusation")
            name = _("{accuser} to {accused}").format(accuser=words.country(pair[0]), accused=words.country(pair[1]))
            at = line[len(line) * 3 // 4]
            found.setdefault(pair, Label(at, 2, self._of(rows.index), name, note, ACCUSATION))
        return list(found.values())

    def _of(self, rows: Sequence[int] | pd.Index[int]) -> tuple[int, ...]:
        return tuple(sorted(self._numbers[int(n)] for n in rows if int(n) in self._numbers))


def _place(field: Field, counted: Sequence[Label], named: Sequence[Label]) -> list[Placed]:
    """Place labels with numbers first, wherever there is room, then those that count, then names beside their dots.

    Where no name finds room, its numbers stand alone.
    """
    numbered = [label for label in (*counted, *named) if label.numbers]
    placed = [field.place(label, MANY_TRIES) or field.place(replace(label, name="", note="")) for label in numbered]
    placed += [field.place(label) for label in [one for one in counted if not one.numbers][:MOST_COUNTED]]
    placed += [field.place(label, FEW_TRIES) for label in [one for one in named if not one.numbers][:MOST_NAMES]]
    return [one for one in placed if one is not None]


def extent(dots: pd.DataFrame, areas: pd.DataFrame, arcs: pd.DataFrame) -> list[Point]:
    """The points that the map holds: the strikes; where there are none, the countries of the accusations."""
    shown = [marks.Dot((), "", lon, lat, 1, "") for lon, lat in zip(dots["lon"], dots["lat"], strict=True)]
    wide = [
        marks.Area((), row["area"], row["lon"], row["lat"], row["radius_km"], "") for row in areas.to_dict("records")
    ]
    pairs = zip(arcs["accuser"], arcs["accused"], strict=True)
    return marks.extent(marks.Marks(tuple(shown), tuple(wide), tuple(marks.Arc(0, a, b, "") for a, b in pairs)))


def _closed(ring: list[Point]) -> list[Point]:
    return [*ring, ring[0]] if ring and ring[0] != ring[-1] else ring


def _head(line: Sequence[Point]) -> str:
    """An arrowhead at the end of a line."""
    (x, y) = line[-1]
    before = next((p for p in reversed(line) if (p[0] - x) ** 2 + (p[1] - y) ** 2 > HEAD**2 / 2), line[0])
    dx, dy = x - before[0], y - before[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length, dy / length
    left = (x - ux * HEAD - uy * HEAD * 0.45, y - uy * HEAD + ux * HEAD * 0.45)
    right = (x - ux * HEAD + uy * HEAD * 0.45, y - uy * HEAD - ux * HEAD * 0.45)
    return path([(x, y), left, right], closed=True)
