"""What the page shows, kept in one place and in the address, so that a link reopens the exact view.

Every part has one row in ``PARTS``: its name in the address, how it is written and how it is read. What cannot be read
falls back to its default and is named to the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import quote, unquote

from geo.basemap import BOUNDARIES
from timeline.events import facets, nearest
from timeline.events.frame import Filters
from timeline.ui import order
from timeline.ui.linked.box import Box
from timeline.ui.linked.draw import read_box

KINDS = facets.KINDS
FIRST_YEAR, LAST_YEAR = 1900, 2199  # what the date fields accept
TEXT_LIMIT = 300  # characters of one value in the address; an event's id is far shorter
MOST_VALUES = 100  # of one facet
SWITCHED = {"kinds": facets.KINDS, "marks": facets.MARKS, "datings": facets.DATINGS}  # all on, until one is put out
CHOSEN = ("actors", "outlets", "countries", "regions", "casualties")  # none chosen means all


@dataclass(frozen=True, slots=True)
class View:
    """The filters, the selection, how the map looks, how the list is sorted, and whether the page is a picture.

    ``kinds``, ``marks`` and ``datings`` are what is switched on, none of them when empty; ``actors`` to ``casualties``
    are what was chosen, all when empty. ``near`` is the label of the place by distance from which the list is sorted,
    "" for none. ``selected`` is an event's id, "" for none. ``box`` is the part of the map that events have to lie in;
    with ``follow`` it is whatever the map shows.
    """

    first: date | None = None
    last: date | None = None
    kinds: tuple[str, ...] = facets.KINDS
    certain: bool = False
    actors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    casualties: tuple[str, ...] = ()
    marks: tuple[str, ...] = facets.MARKS
    datings: tuple[str, ...] = facets.DATINGS
    text: str = ""
    near: str = ""
    selected: str = ""
    box: Box | None = None
    follow: bool = False
    boundaries: str = "un"
    sort: str = "date"
    presented: bool = False

    @property
    def filters(self) -> Filters:
        """The view's clauses for the table."""
        switched = {
            name: None if len(getattr(self, name)) == len(every) else frozenset(getattr(self, name))
            for name, every in SWITCHED.items()
        }
        chosen = {name: frozenset(getattr(self, name)) or None for name in CHOSEN}
        return Filters(self.first, self.last, certain=self.certain, text=self.text, **switched, **chosen)


def _day(text: str) -> date | None:
    found = date.fromisoformat(text)
    if len(text) != len("2025-01-31") or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(text)
    return found


def _switched(every: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        asked = [] if text == "off" else text.split(",")
        if not set(asked) <= set(every):
            raise ValueError(text)
        return tuple(one for one in every if one in asked)

    return read


def _chosen(text: str) -> tuple[str, ...]:
    found = [_text(unquote(one)) for one in text.split(",")]
    if len(found) > MOST_VALUES or not all(found):
        raise ValueError(text)
    return tuple(dict.fromkeys(found))


def _text(text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise ValueError(text)
    return text


def _near(text: str) -> str:
    if nearest.labelled(_text(text)) is None:
        raise ValueError(text)
    return text


def _box(text: str) -> Box:
    found = read_box(text.split(","))
    if found is None:
        raise ValueError(text)
    return found


def _boundaries(text: str) -> str:
    if text not in BOUNDARIES:
        raise ValueError(text)
    return text


def _sort(text: str) -> str:
    if text not in order.SORTS:
        raise ValueError(text)
    return text


def _either(off: str, on: str) -> tuple[Callable[[bool], str], Callable[[str], bool]]:
    """How a switch is written and read."""
    return lambda value: on if value else off, lambda text: {off: False, on: True}[text]


def _write_switched(values: tuple[str, ...]) -> str:
    return ",".join(values) or "off"


def _write_chosen(values: tuple[str, ...]) -> str:
    return ",".join(quote(value, safe=" ", errors="replace") for value in values)


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
    Part("certain", "range", *_either("possible", "certain")),
    *(Part(name, name, _write_switched, _switched(every)) for name, every in SWITCHED.items()),
    *(Part(name, name, _write_chosen, _chosen) for name in CHOSEN),
    Part("text", "text", str, _text),
    Part("near", "near", str, _near),
    Part("selected", "event", str, _text),
    Part("box", "box", lambda box: ",".join(f"{part:g}" for part in astuple(box)), _box),
    Part("follow", "map", *_either("free", "filters")),
    Part("boundaries", "borders", str, _boundaries),
    Part("sort", "sort", str, _sort),
    Part("presented", "page", *_either("full", "picture")),
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
