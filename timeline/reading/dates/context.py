"""What a reader may look at beside the phrase itself: publication, the dates before it, and the sentence's outlook."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from timeline.reading.dates.grammar import Found
from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import Reading
from timeline.reading.dates.tense import Outlook, outlook, past_beside
from timeline.reading.dates.words import listed
from timeline.when import Anchor, AnchorKind

_SIZES = {
    Grain.DAY: 1, Grain.WEEKEND: 2, Grain.WEEK: 7, Grain.MONTH: 30, Grain.QUARTER: 91, Grain.SEASON: 91,
    Grain.HALF: 182, Grain.YEAR: 365, Grain.DECADE: 3650, Grain.CENTURY: 36500,
}  # fmt: skip
_MEMORY = 60  # dates before a phrase that it may count from


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
    page: list[date] = field(default_factory=list)  # days stated anywhere on the page, header and footer too

    def outlook(self, first: int, stop: int) -> Outlook:
        """Whether the governing verb of a phrase looks back or ahead."""
        return outlook(self.tokens, first, stop)

    def leads_ahead(self, first: int) -> bool:
        """Whether the word before a phrase points ahead: "payable Dec. 15", "through January"."""
        return self.tokens.word(first - 1).lower() in listed("when_verbs.txt", "AHEAD")

    def held_until(self, first: int) -> bool:
        """Whether a phrase ends something past: "served until March"."""
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

    def previous(self, grain: Grain) -> Period | None:
        """The last date before this phrase that is as fine as a grain or finer."""
        for _, reading in reversed(self.earlier[-_MEMORY:]):
            period = reading.period
            if period and period.first and period.last and (period.last - period.first).days < _SIZES[grain] * 1.1:
                return period
        return None

    def reference(self, grain: Grain) -> tuple[date, Anchor] | None:
        """The day that "later" and "the following" count from: the date before, else publication outside narrative."""
        before = self.previous(grain)
        if before is not None and before.first is not None:
            return before.first, Anchor(AnchorKind.MENTION, before.first, before.last)
        return None
