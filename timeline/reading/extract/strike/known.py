"""The strikes that an article has told so far, filed so that a sentence is compared with few of them.

A sentence can only go on with an event of the last paragraphs, of its own place or one around or inside it, or, where
one of both is not placed, of its own day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from geo.place import Place, PlaceKind
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group, place_of

REACH = 2  # paragraphs back in which "the strike" finds what it speaks of
_STRETCH = 12  # sentences; of a longer paragraph "the strike" looks back over so many, and at most twice as many
_CELL = 1.0  # degrees; more than the reach of a town
_SHORT = 7  # days
_WIDE_KM = 50.0  # a name that reaches further is compared with all


class Known:
    """Groups by paragraph, place and day; ``near`` gives those that a draft could belong to, the last told first."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._number: dict[int, int] = {}
        self._filed: dict[object, set[int]] = defaultdict(set)

    def file(self, group: Group, draft: Draft) -> None:
        """File the group under what this draft says."""
        number = self._number.setdefault(id(group), len(self._groups))
        if number == len(self._groups):
            self._groups.append(group)
        for key in _keys(draft):
            self._filed[key].add(number)

    def near(self, draft: Draft) -> Iterator[Group]:
        """Give the groups that share a paragraph, a place or a day with the draft, the last told first."""
        found: set[int] = set()
        for key in _looked_up(draft):
            found |= self._filed.get(key, set())
        return (self._groups[number] for number in sorted(found, reverse=True))


def _keys(draft: Draft) -> Iterator[object]:
    yield "told", draft.line.paragraph, draft.line.number // _STRETCH
    place, day = place_of(draft), _day(draft)
    if day:
        yield "day", day
    if place is None or place.place is None:
        if day:
            yield "day, no place", day
        return
    yield from product(_filed_place(place.place), ["any day", *(_days(draft) or ["undated"])])


def _looked_up(draft: Draft) -> Iterator[object]:
    for back in range(REACH + 1):
        for stretch in (0, 1):
            yield "told", draft.line.paragraph - back, draft.line.number // _STRETCH - stretch
    place, day = place_of(draft), _day(draft)
    if day:
        yield ("day, no place", day) if place else ("day", day)
    if place is not None and place.place is not None:
        days = _days(draft)
        yield from product(_looked_up_place(place.place), [*days, "undated"] if days else ["any day"])


def _filed_place(place: Place) -> Iterator[object]:
    yield "name", place.geonameid or place.name
    if place.kind is PlaceKind.COUNTRY:
        yield "country", place.country
    elif place.kind is PlaceKind.REGION:
        yield "in region", place.region_code
        yield "region", place.region_code
    else:
        yield "in region", place.region_code
        yield ("wide",) if place.radius_km > _WIDE_KM else ("cell", *_cell(place))


def _looked_up_place(place: Place) -> Iterator[object]:
    yield "name", place.geonameid or place.name
    yield "country", place.country
    if place.kind is PlaceKind.REGION:
        yield "in region", place.region_code
    elif place.kind is not PlaceKind.COUNTRY:
        yield ("in region" if place.radius_km > _WIDE_KM else "region"), place.region_code
        yield ("wide",)
        lat, lon = _cell(place)
        for north, east in product((-1, 0, 1), repeat=2):
            yield "cell", lat + north, lon + east


def _cell(place: Place) -> tuple[int, int]:
    return int(place.lat // _CELL), int(place.lon // _CELL)


def _day(draft: Draft) -> object:
    when = draft.when.when if draft.when and draft.hold is DateHold.OWN else None
    return (when.first, when.last) if when else None


def _days(draft: Draft) -> list[object]:
    """Give the days of a short date that stands with the act; none for a long one, which any day may lie in."""
    when = draft.when.when if draft.when and draft.hold is DateHold.OWN else None
    if when is None or when.first is None or when.days is None or when.days > _SHORT:
        return []
    return [when.first.toordinal() + n for n in range(when.days)]
