"""Two dates that bound one stretch ("between Monday and Thursday"), and one that opens or ends it ("since 2022")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.reading.dates import parts, periods
from timeline.reading.dates.context import Found
from timeline.reading.dates.lex import Tokens
from timeline.reading.dates.night import night_into, night_of
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import Reading
from timeline.when import Anchor, AnchorKind, Basis, TimexType

_OPENERS = {"from": frozenset({"to", "until", "till", "through", "into"}), "between": frozenset({"and"})}
_WEEK = timedelta(7)
_MONTHS = 12
_APART = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.SPAN})
_LONGEST = timedelta(3660)  # two dates further apart than ten years bound no one stretch


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text with its reading: token offsets ``first`` up to but not including ``stop``."""

    first: int
    stop: int
    reading: Reading


def joined(tokens: Tokens, found: Sequence[Found], readings: Sequence[Reading | None]) -> list[Phrase]:
    """All phrases that were read, with "from A to B" and "between A and B" made one and open ends opened."""
    phrases: list[Phrase] = []
    for one, reading in zip(found, readings, strict=True):
        if reading is None:
            continue
        run = _run(tokens, phrases, one, reading) or _into(tokens, phrases, one, reading)
        if run is not None:
            phrases[-1] = run
            _as_one_night(tokens, phrases)
        else:
            phrases.append(Phrase(one.first, one.stop, _opened(tokens, one, reading)))
    return phrases


_INTO = frozenset({"to", "into", "through", "-", "–", "—"})


def _into(tokens: Tokens, phrases: list[Phrase], found: Found, reading: Reading) -> Phrase | None:
    """One night that two days name: "the night of March 31 to April 1", "Saturday night into Sunday"."""
    if not phrases or not 0 < found.first - phrases[-1].stop <= 2:
        return None
    start = phrases[-1]
    between = [word.lower() for word in tokens.words[start.stop : found.first]]
    if between[-1] not in _INTO or between[:-1] not in ([], [","]):
        return None
    night = night_into(start.reading, reading)
    return Phrase(start.first, found.stop, night) if night else None


def _as_one_night(tokens: Tokens, phrases: list[Phrase]) -> None:
    """Let "overnight" or "the night" right before "from Monday to Tuesday" be one phrase with it."""
    run = phrases[-1]
    night = night_of(run.reading)
    if night is None:
        return
    if len(phrases) > 1 and phrases[-2].stop == run.first and tokens.word(run.first - 1).lower() == "overnight":
        phrases[-2:] = [Phrase(phrases[-2].first, run.stop, night)]
    elif tokens.word(run.first - 1).lower() == "night":
        first = run.first - 1 - (tokens.word(run.first - 2).lower() == "the")
        phrases[-1] = Phrase(first, run.stop, night)


def _run(tokens: Tokens, phrases: list[Phrase], found: Found, reading: Reading) -> Phrase | None:
    """The range that a phrase closes, ``None`` when it closes none."""
    if not phrases or found.first - phrases[-1].stop != 1:
        return None
    start = phrases[-1]
    opener = tokens.word(start.first - 1).lower()
    if tokens.word(found.first - 1).lower() not in _OPENERS.get(opener, ()):
        return None
    bounds = _bounds(start.reading.period, reading.period, found)
    kinds = {start.reading.type, reading.type}
    if bounds is None or TimexType.SET in kinds:
        return None
    if bounds.first == bounds.last and kinds == {TimexType.TIME}:
        bounds = replace(bounds, value=f"{start.reading.value}/{reading.value}")
    stated = Basis.STATED if start.reading.basis is reading.basis is Basis.STATED else Basis.RELATIVE
    rule = f"from the first date to the last: {start.reading.rule}"
    anchor = reading.anchor or start.reading.anchor
    if start.reading.period and reading.period and bounds.last != reading.period.last:
        anchor = Anchor(AnchorKind.MENTION, start.reading.period.first, start.reading.period.last)
    kind = TimexType.TIME if "T" in bounds.value else TimexType.DATE
    whole = Reading(kind, bounds.value, bounds, rule, stated, anchor, through=opener == "from")
    return Phrase(start.first - 1, found.stop, whole)


def _bounds(one: Period | None, two: Period | None, found: Found) -> Period | None:
    """From the first day of one to the last day of the other."""
    if one is None or two is None or one.first is None or two.last is None:
        return None
    if {one.grain, two.grain} & _APART:
        return None  # "from 2009 to 2011" names two years, and is read as them
    first, last = one.first, two.last
    if parts.weekday_of(found) and not parts.month_of(found) and two.grain is Grain.DAY:
        first, last = _weekdays(first, last)
    if two.grain in (Grain.DAY, Grain.MONTH) and last.year > first.year and not found.words("year"):
        last = _closest_after(first, last)
    value = f"{_named(one, one.first, first)}/{_named(two, two.last, last)}"
    return periods.span(first, last, value) if first <= last <= first + _LONGEST else None


def _weekdays(first: date, last: date) -> tuple[date, date]:
    """Two weekdays of one week: where both lie behind but out of order, the first is of the week before."""
    if last < first:
        return first - _WEEK, last
    return first, first + (last - first) % _WEEK


def _closest_after(first: date, last: date) -> date:
    """The end of a range said without a year: at most a year after its start."""
    sooner = periods.add_months(last, -_MONTHS)
    return sooner if sooner >= first else last


def _named(period: Period, said: date | None, day: date) -> str:
    return period.value if said == day else day.isoformat()


def _opened(tokens: Tokens, found: Found, reading: Reading) -> Reading:
    """Let "since 2022" run on from its first day, "until March" up to its last."""
    before = tokens.word(found.first - 1).lower()
    period = reading.period
    if period is None or reading.type is TimexType.SET or period.value.startswith("P"):
        return reading
    if before == "since" and period.first is not None:
        return replace(reading, period=replace(period, last=None), rule=f"{reading.rule}; from then on")
    if before in ("until", "till") and period.last is not None:
        return replace(reading, period=replace(period, first=None), rule=f"{reading.rule}; up to then")
    return reading
