"""What the page shows, kept in one place and in the address, so that a link reopens the exact view.

Every part has one row in ``PARTS``: its name in the address, how it is written and how it is read. What cannot be read
falls back to its default and is named to the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from timeline.event import Kind
from timeline.events.frame import Filters

KINDS = tuple(kind.value for kind in Kind)
FIRST_YEAR, LAST_YEAR = 1900, 2199  # what the date fields accept
TEXT_LIMIT = 300  # characters of one part of the address; an event's id is far shorter


@dataclass(frozen=True, slots=True)
class View:
    """The filters and the selection. ``kinds`` empty means that every kind is hidden; ``selected`` "" means none."""

    first: date | None = None
    last: date | None = None
    kinds: tuple[str, ...] = KINDS
    certain: bool = False
    selected: str = ""

    @property
    def filters(self) -> Filters:
        """The view's clauses for the table."""
        kinds = None if set(self.kinds) == set(KINDS) else frozenset(self.kinds)
        return Filters(self.first, self.last, kinds, self.certain)


def _day(text: str) -> date | None:
    found = date.fromisoformat(text)
    if len(text) != len("2025-01-31") or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(text)
    return found


def _kinds(text: str) -> tuple[str, ...]:
    asked = [] if text == "none" else text.split(",")
    if not set(asked) <= set(KINDS):
        raise ValueError(text)
    return tuple(kind for kind in KINDS if kind in asked)


def _flag(text: str) -> bool:
    return {"certain": True, "possible": False}[text]


def _text(text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise ValueError(text)
    return text


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the view: the field, its name in the address, to text, from text."""

    field: str
    name: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]


PARTS = (
    Part("first", "from", date.isoformat, _day),
    Part("last", "to", date.isoformat, _day),
    Part("kinds", "kinds", lambda kinds: ",".join(kinds) or "none", _kinds),
    Part("certain", "range", lambda certain: "certain" if certain else "possible", _flag),
    Part("selected", "event", str, _text),
)


def to_address(view: View) -> dict[str, str]:
    """What the address says of a view; parts at their default are left out."""
    default = View()
    changed = [part for part in PARTS if getattr(view, part.field) != getattr(default, part.field)]
    return {part.name: part.write(getattr(view, part.field)) for part in changed}


def from_address(address: Mapping[str, str]) -> tuple[View, tuple[str, ...]]:
    """The view that an address asks for, and the names of the parts that could not be read."""
    found: dict[str, Any] = {}
    unread = []
    for part in PARTS:
        if part.name not in address:
            continue
        try:
            found[part.field] = part.read(address[part.name])
        except (ValueError, KeyError):
            unread.append(part.name)
    view = View(**found)
    if view.first and view.last and view.first > view.last:
        return replace(view, first=None, last=None), (*unread, "from", "to")
    return view, tuple(unread)


FIELDS = tuple(field.name for field in fields(View))
