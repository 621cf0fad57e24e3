"""What the names of one text lend one another: places that share a division or a neighbourhood are likelier together.

Every name is a question with candidates. Each candidate's share of its name is lent to the divisions that contain it
and to its cell of a degree; each candidate borrows from the shares of the other names; after a few rounds that settles.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from geo.gazetteer import COUNTRY, DISTRICT, MAX_KEPT, OTHER, REGION, Gazetteer

ROUNDS = 3
SHARPNESS = 1.6  # how quickly a candidate's share falls with its score
NEGLIGIBLE = 0.01  # share of a name, or support, below which it is not counted
HOME_WEIGHT = 2.0  # what the outlet's own place lends to its divisions, as so many names would
WEIGHTS = {COUNTRY: 1.0, REGION: 1.4, DISTRICT: 1.0}  # of a shared division
CELL_WEIGHT = 0.9  # of a neighbour within about a degree
WIDE = frozenset({COUNTRY, REGION, OTHER})  # too wide to be anyone's neighbour


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a row to other places: divisions with their weights, and cells of a degree, its own cell first."""

    borrows: tuple[tuple[int, float], ...]
    cells: tuple[int, ...]
    lends: tuple[int, ...]


@dataclass(slots=True)
class Question:
    """One name of the text, with the containers it is given: which of ``rows`` it means."""

    rows: list[int]
    ties: list[Tie]
    base: list[float]
    scores: list[float]
    weight: float
    mass: dict[int, float] = field(default_factory=dict)  # division or cell → the share of the candidates within


class Support:
    """The lending and borrowing of one text."""

    def __init__(self, gazetteer: Gazetteer, home: Sequence[int]) -> None:
        """``home``: the rows of the outlet's own place."""
        self.gazetteer, self.ties = gazetteer, _ties(gazetteer)
        self.lent: dict[int, float] = defaultdict(float)
        for row in home:
            for division in (row, *gazetteer.parents(row)):
                self.lent[division] += HOME_WEIGHT

    def settle(self, questions: Sequence[Question]) -> None:
        """Let every question lend and borrow until the scores hardly move."""
        open_questions = [question for question in questions if len(question.rows) > 1]
        for order in range(ROUNDS):
            for question in open_questions if order else questions:  # a lone candidate always lends the same
                self._spread(question)
            for question in open_questions:
                borrowed = (self.bonus(question, tie) for tie in question.ties)
                question.scores = [base + more for base, more in zip(question.base, borrowed, strict=True)]

    def _spread(self, question: Question) -> None:
        """Replace what the question lends to each division and neighbourhood."""
        support = self.lent
        for key, mass in question.mass.items():
            support[key] -= mass
        mass_of: dict[int, float] = defaultdict(float)
        question.mass = mass_of
        best = max(question.scores, default=0.0)
        shares = [math.exp(SHARPNESS * (score - best)) for score in question.scores]
        least = NEGLIGIBLE * sum(shares)
        for tie, share in zip(question.ties, shares, strict=True):
            if share >= least:
                for key in tie.lends:
                    mass_of[key] += question.weight * share / (least / NEGLIGIBLE)
        for key, mass in mass_of.items():
            support[key] += mass

    def bonus(self, question: Question, tie: Tie) -> float:
        """What the other names lend to a candidate."""
        support, mass = self.lent, question.mass
        bonus = near = 0.0
        for division, weight in tie.borrows:
            others = support.get(division, 0.0) - mass.get(division, 0.0)
            if others > NEGLIGIBLE:
                bonus += weight * math.log2(1 + others)
        for cell in tie.cells:
            if cell in support:
                near += support[cell] - mass.get(cell, 0.0)
        bonus += CELL_WEIGHT * math.log2(1 + near) if near > NEGLIGIBLE else 0.0
        return bonus

    def tie(self, row: int) -> Tie:
        """What ties a row to others, kept for the next text."""
        tie = self.ties.get(row)
        if tie is None:
            kind, parents = self.gazetteer.kind(row), self.gazetteer.parents(row)
            divisions = (row, *parents) if kind in WEIGHTS else parents
            cells = () if kind in WIDE else _cells(*self.gazetteer.point(row))
            borrows = tuple([(division, WEIGHTS[self.gazetteer.kind(division)]) for division in divisions])
            if len(self.ties) >= MAX_KEPT:
                self.ties.clear()
            tie = self.ties[row] = Tie(borrows, cells, (row, *parents, *cells[:1]))
        return tie


@cache
def _ties(_gazetteer: Gazetteer) -> dict[int, Tie]:
    """The ties of one gazetteer's rows, as they are asked for."""
    return {}


def _cells(lat: float, lon: float) -> tuple[int, ...]:
    """The cell of a degree that a point lies in and the eight around it, as negative numbers; right at 180 degrees."""
    row, column = math.floor(lat) + 90, math.floor(lon) + 180
    columns = (column % 360, (column + 1) % 360, (column - 1) % 360)
    return tuple([-1 - 360 * line - beside for line in (row, row + 1, row - 1) for beside in columns])
