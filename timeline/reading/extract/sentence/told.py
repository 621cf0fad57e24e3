"""What a stretch of a sentence tells, and the stretches that tell one event together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from geo.place import Cue, PlaceMention
from timeline.reading.extract.sentence.line import Line
from timeline.when import TimeMention

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch of a sentence tells: where its act stands, and how it is said; ``hurt`` tells only of the hurt.

    ``other`` tells of harm by something else than an act of force: by gunmen, by floods.
    """

    start: int
    end: int
    verb: bool
    passive: bool
    hurt: bool
    place: PlaceMention | None
    when: TimeMention | None
    other: bool = False


Teller = Callable[[Line], Told | None]
Apart = Callable[[Told, Told], bool]


@dataclass(slots=True)
class Part:
    """Stretches of the sentence that tell one event; ``earlier`` is one before that which the sentence is about."""

    ranges: list[Range]
    told: Told | None
    earlier: bool = False
    conjunct: bool = False  # goes on with the verb of the part before
    shared: list[Range] = field(default_factory=list)

    @property
    def is_other(self) -> bool:
        """Whether it tells of harm by something else than an act of force."""
        return self.told is not None and self.told.other

    def add(self, piece: Range, told: Told | None) -> None:
        """Let one more stretch tell the event; ``told`` is what all stretches tell together, if that changed."""
        self.ranges.append(piece)
        self.told = told or self.told


def only(line: Line, ranges: Sequence[Range]) -> Line:
    """Blank out everything but these stretches, and leave out every mention that does not lie in one."""
    letters = [" "] * len(line.text)
    for start, end in ranges:
        letters[start:end] = line.text[start:end]

    def kept(mention: PlaceMention | TimeMention) -> bool:
        return within(line.local(mention), ranges)

    return replace(
        line,
        text="".join(letters),
        times=tuple(t for t in line.times if kept(t)),
        places=tuple(p for p in line.places if kept(p)),
    )


def within(stretch: Range, ranges: Iterable[Range]) -> bool:
    """Whether one of the ranges holds the whole stretch."""
    return any(start <= stretch[0] and stretch[1] <= end for start, end in ranges)


def days_in(line: Line, ranges: Iterable[Range]) -> list[Range]:
    """Give where the sentence names days and times within the ranges."""
    found = list(ranges)
    return [at for at in map(line.local, line.times) if within(at, found)]


def places_in(line: Line, ranges: Iterable[Range]) -> Iterator[PlaceMention]:
    """Yield the places that the sentence names within the ranges, but not those of its adjectives."""
    found = list(ranges)
    for mention in line.places:
        if mention.place and mention.cue is not Cue.DEMONYM and within(line.local(mention), found):
            yield mention


def without(ranges: Iterable[Range], left_out: Sequence[Range]) -> list[Range]:
    """Give the ranges without these stretches."""
    rest = list(ranges)
    for start, end in left_out:
        rest = [r for a, b in rest for r in ((a, min(b, start)), (max(a, end), b)) if r[0] < r[1]]
    return rest
