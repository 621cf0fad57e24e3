"""What is found once for each table, its facets as numbers first, so that filters and counts cost little at any size.

A table is not changed once it is shown: what is kept here is kept for as long as the table itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import finalize

import numpy as np
import pandas as pd

T = TypeVar("T")
Array = np.ndarray[Any, np.dtype[Any]]
MOST_ASKED = 8  # searches and ranges whose rows are kept of one table


@dataclass(frozen=True, slots=True)
class Coded:
    """One facet: ``codes`` has for each row the number of its tuple of values among ``known``."""

    known: tuple[tuple[str, ...], ...]
    codes: Array

    def having(self, asked: frozenset[str]) -> Array:
        """Which rows have one of the values asked for."""
        hit = np.array([not asked.isdisjoint(values) for values in self.known], dtype=bool)
        found: Array = hit[self.codes] if len(self.known) else np.zeros(len(self.codes), dtype=bool)
        return found

    def counts(self, kept: Array) -> dict[str, int]:
        """How many of the rows ``kept`` have each value, in the order in which they first come; 0 for none."""
        rows = np.bincount(self.codes[np.flatnonzero(kept)], minlength=len(self.known))  # a mask would be slower
        found = Counter({value: 0 for values in self.known for value in values})
        for values, count in zip(self.known, rows, strict=True):
            found.update(dict.fromkeys(values, int(count)))
        return dict(found)


@dataclass(slots=True)
class _Memory:
    """What is known of one table."""

    once: dict[str, Any] = field(default_factory=dict)
    asked: dict[Hashable, Array] = field(default_factory=dict)


_memories: dict[int, _Memory] = {}  # by the table's identity, until it is gone


def facet(table: pd.DataFrame, name: str) -> Coded:
    """A facet's column as numbers."""
    return once(table, f"facet {name}", lambda: _coded(table[name]))


def _coded(column: pd.Series[Any]) -> Coded:
    codes, values = pd.factorize(column)
    return Coded(tuple(values), codes.astype(np.int32))


def once(table: pd.DataFrame, what: str, find: Callable[[], T]) -> T:
    """What ``find`` finds in the table, found at the first call and remembered under the name ``what``."""
    known = _memory(table).once
    if what not in known:
        known[what] = find()
    found: T = known[what]
    return found


def rows(table: pd.DataFrame, asked: Hashable, find: Callable[[], Array]) -> Array:
    """Which rows ``find`` finds for what is asked, remembered for the last few things asked of this table."""
    known = _memory(table).asked
    found = known.pop(asked, None)
    if found is None:
        found = find()
    known[asked] = found
    while len(known) > MOST_ASKED:
        known.pop(next(iter(known)), None)
    return found


def _memory(table: pd.DataFrame) -> _Memory:
    key = id(table)
    if key not in _memories:
        _memories[key] = _Memory()
        finalize(table, _memories.pop, key, None)
    return _memories[key]
