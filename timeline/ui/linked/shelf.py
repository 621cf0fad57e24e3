"""What the browser may fetch: each table's columns, titles and masks, kept as long as a visit that uses them.

A visitor's own table is found only by a token that nobody can guess, and given only with a second one that never stands
in an address; a bundled table is found by the hash of its content, so that a browser may keep it. The shelf holds no
table alive: when the last visit that drew it ends, its address is gone.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence
from weakref import WeakValueDictionary

import numpy as np
import pandas as pd

from timeline.messages import language
from timeline.ui.dom import plain
from timeline.ui.linked.columns import Columns, build

MOST_TITLES = 64  # that one request may ask for
MOST_DIGITS = 10  # of a row number
TOKEN = 32  # bytes
MOST_MASKS = 64  # kept of one table: what its visits ask for now, and what a browser may still be fetching
TOLD = ["title", "when", "where"]


class Held:
    """One table as the browser gets it."""

    def __init__(self, table: pd.DataFrame, columns: Columns, name: str, *, own: bool) -> None:
        """``own``: a visitor's, never to be kept by a browser or anything between; ``key`` proves who asks for it."""
        self.table, self.columns, self.name, self.own = table, columns, name, own
        self.language = language()  # of the titles and of the names of countries
        self.key = secrets.token_urlsafe(TOKEN) if own else ""
        self._masks: dict[str, bytes] = {}

    def titles(self, numbers: Sequence[int]) -> bytes:
        """Title, date and place of those rows, as JSON by row number; numbers that are no row are left out."""
        known = [n for n in numbers[:MOST_TITLES] if 0 <= n < len(self.table)]
        rows = self.table[TOLD].iloc[known].itertuples(index=False)
        found = {n: [plain(str(part)) for part in row] for n, row in zip(known, rows, strict=True)}
        return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")

    def keep_mask(self, shown: pd.Series[bool]) -> str:
        """The name under which the browser gets these rows; "" for all of them."""
        if shown.all():
            return ""
        packed = np.packbits(shown.to_numpy(), bitorder="little").tobytes()
        name = hashlib.sha256(packed).hexdigest()[:16]
        self._masks.pop(name, None)
        self._masks[name] = packed
        while len(self._masks) > MOST_MASKS:
            self._masks.pop(next(iter(self._masks)))
        return name

    def mask(self, name: str) -> bytes | None:
        """The rows kept under that name, a bit each, the lowest first."""
        return self._masks.get(name)


_shelf: WeakValueDictionary[str, Held] = WeakValueDictionary()
# By the table's identity and the language, while a ``Held`` keeps both.
_built: WeakValueDictionary[tuple[int, str], Columns] = WeakValueDictionary()


def hold(table: pd.DataFrame, *, own: bool) -> Held:
    """The table ready to be fetched, for as long as the caller keeps what this returns."""
    columns = _built.get((id(table), language()))
    if columns is None:
        columns = _built[id(table), language()] = build(table)
    name = secrets.token_urlsafe(TOKEN) if own else _hash(table, columns)
    known = None if own else _shelf.get(name)
    if known is None:
        known = _shelf[name] = Held(table, columns, name, own=own)
    return known


def find(name: str, key: str) -> Held | None:
    """What is held under that name, for whoever has its key."""
    held = _shelf.get(name)
    return held if held and secrets.compare_digest(held.key.encode(), key.encode() if held.own else b"") else None


def _hash(table: pd.DataFrame, columns: Columns) -> str:
    words = pd.util.hash_pandas_object(table[TOLD], index=False).to_numpy()
    return hashlib.sha256(columns.zipped + words.tobytes()).hexdigest()[:32]
