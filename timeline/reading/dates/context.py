"""What a reader is given: a phrase with the rule that found it, and what it may look at beside the phrase: publication,
the dates before it, and the sentence's outlook.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.reading.dates.lex import BREAK, Tokens
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.tense import Outlook, outlook, past_beside
from timeline.reading.dates.words import listed
from timeline.when import Anchor, AnchorKind

_SIZES = {
    Grain.DAY: 1, Grain.WEEKEND: 2, Grain.WEEK: 7, Grain.MONTH: 30, Grain.QUARTER: 91, Grain.SEASON: 91,
    Grain.HALF: 182, Grain.YEAR: 365, Grain.DECADE: 3650, Grain.CENTURY: 36500,
}  # fmt: skip
_NIGHT = "TNI"
_MEMORY = 60  # dates before a phrase that it may count from
REPEAT = "__"  # a name used again in one pattern: "day", "day__2"


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match: tokens ``first`` up to but not including ``stop``, ``lowers`` in lower case."""

    rule: Rule
    tokens: Tokens
    first: int
    stop: int
    match: re.Match[str]
    lowers: tuple[str, ...]

    def words(self, name: str) -> list[str]:
        """The tokens of a named part, in lower case; empty when the part is absent."""
        for group in self.match.re.groupindex:
            if group.partition(REPEAT)[0] == name and self.match.start(group) >= 0:
                low, high = self.match.span(group)
                return list(self.lowers[low - self.first : high - self.first])
        return []

    def word(self, name: str) -> str:
        """The tokens of a named part as one string, "" when absent."""
        return " ".join(self.words(name))

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens.ends[self.stop - 1]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a time: its name, pattern, how it is read, and an example that the tests run.

    ``example`` is (sentence, span, TIMEX3 value) for an article published on Wednesday 11 March 2026. ``guard`` looks
    at the words around a match and may refuse it.
    """

    name: str
    pattern: str
    read: Callable[[Found, Context], Reading | None]
    example: tuple[str, str, str]
    guard: Callable[[Tokens, int, int], bool] | None = None


@dataclass(slots=True)
class Context:
    """The state of one pass over one text. ``today`` is the publication day, ``None`` when not known."""

    tokens: Tokens
    today: date | None
    narrative: bool = False
    clock: Period | None = None  # where a story has got to; at its opening, its first date with a year
    shared: dict[int, int] = field(default_factory=dict)  # first token of a phrase → the year its neighbour states
    upcoming: Found | None = None  # the phrase after the one that is being read
    spoken: bool = False  # "today" is the day of a speech, not of publication
    earlier: list[tuple[int, Reading]] = field(default_factory=list)  # (first token, reading), in order
    day_first: bool | None = None  # the order of dates in figures on this page, where one of them shows it
    page: list[date] = field(default_factory=list)  # days stated anywhere on the page, header and footer too

    def outlook(self, first: int, stop: int) -> Outlook:
        """Whether the governing verb of a phrase looks back or ahead."""
        return outlook(self.tokens, first, stop)

    def leads_ahead(self, first: int) -> bool:
        """Whether the words before a phrase point ahead: "payable Dec. 15", "as early as Thursday"."""
        lead = tuple(self.tokens.word(first - back).lower() for back in (3, 2, 1))
        if lead in (("as", "early", "as"), ("as", "soon", "as"), ("no", "later", "than"), ("no", "earlier", "than")):
            return True
        return self.tokens.word(first - 1).lower() in listed("when_verbs.txt", "AHEAD")

    def held_until(self, first: int) -> bool:
        """Whether a phrase ends something past: "served until March"; "has until March" looks ahead."""
        if self.tokens.word(first - 2).lower() in ("has", "have"):
            return False
        return self.tokens.word(first - 1).lower() in ("until", "till") and self.close_past(first)

    def close_past(self, first: int, reach: int = 3) -> bool:
        """Whether a past verb stands within so many words before a phrase: "was hit on 6 June"."""
        return past_beside(self.tokens, first, reach)

    def shared_year(self, found: Found) -> int | None:
        """The year that the date right after a phrase states for both: "May 4 and 5 June 1865"."""
        return self.shared.get(found.first)

    def published(self) -> Anchor | None:
        """The publication day as an anchor."""
        kind = AnchorKind.SPEECH if self.spoken else AnchorKind.PUBLISHED
        return None if self.today is None else Anchor(kind, self.today, self.today)

    def spoken_on(self, day: date) -> Context:
        """The same context for words spoken on a day."""
        return replace(self, today=day, spoken=True)

    def latest(self) -> Iterator[Reading]:
        """The dates before this phrase, the last one first."""
        return (reading for _, reading in reversed(self.earlier[-_MEMORY:]))

    def previous(self, grain: Grain) -> Period | None:
        """The last date before this phrase that is as fine as a grain or finer."""
        for reading in self.latest():
            period = reading.period
            a_day = grain is not Grain.DAY or (period is not None and period.grain is not Grain.WEEKEND)
            if not (a_day and period and period.first and period.last):
                continue
            if (period.last - period.first).days < _SIZES[grain] * 1.1:  # a night is a day, though of two dates
                return period
        return None

    def reference(self, grain: Grain, *, back: bool = False) -> tuple[date, Anchor] | None:
        """The day that "later" and "the following" count from: the date before, else publication outside narrative.

        Of a night that is told of, "a day earlier" and "that day" (``back``) count from the day on which it ended.
        """
        before = self.previous(grain)
        if before is None or before.first is None:
            return None
        night = self.night_told() if back else None
        day = night.last if night is not None and night is before and night.last else before.first
        return day, Anchor(AnchorKind.MENTION, before.first, before.last)

    def names_a_longer(self, first: int, grain: Grain) -> bool:
        """Whether the paragraph named last what is coarser than a grain: "In April ... A week earlier" has no day."""
        at, period = next(((at, r.period) for at, r in reversed(self.earlier) if r.period), (first, None))
        if period is None or period.first is None or period.last is None or BREAK in self.tokens.kinds[at:first]:
            return False
        return (period.last - period.first).days >= _SIZES[Grain.MONTH] - 2 > _SIZES[grain]

    def night_told(self) -> Period | None:
        """The night from one day to the next that the text named last, if that was the last day it named."""
        last = next((r for r in self.latest() if r.period and r.period.first and r.period.last), None)
        period = last.period if last and last.clock == _NIGHT else None
        return period if period and period.first != period.last else None
