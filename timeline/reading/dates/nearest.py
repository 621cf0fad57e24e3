"""Which year? The choice for dates that are said without one, by nearness, then by the outlook of the verb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from timeline.reading.dates import parts
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import IMPOSSIBLE, NO_PUBLICATION, OUT_OF_BOUNDS, Reading, dated, unread
from timeline.reading.dates.story import opens_sentence
from timeline.reading.dates.tense import Outlook, ends_sentence
from timeline.when import Anchor, AnchorKind, Basis

YearMaker = Callable[[int], Period | None]

_LEAP_GAP = 8  # years: the longest gap between two leap days
_JUST_PAST = 45  # days: a date so little back is meant even where the verb looks ahead ("was to end on 3 May")
_IMMINENT = 14  # days: a day so near ahead is meant whatever verb stands further off
_JUST_AHEAD = 120  # days: a date so near ahead is meant where nothing says otherwise
_LONG_PAST = 180  # days: and its last occurrence is longer ago than this
_ADJOINING = 2  # words between a verb and "on 6 June"
_RECENT = "the most recent one"
_NEAREST = "the nearest to publication"


def named_year(found: Found, context: Context) -> tuple[int, Anchor | None] | None:
    """The year that "of last year" or "of that year" names, with its anchor."""
    step = parts.year_step(found)
    if step is None:
        return None
    reference = context.reference(Grain.YEAR) if parts.year_is_anaphoric(found) else None
    if reference is not None:
        return reference[0].year + step, reference[1]
    return (context.today.year + step, context.published()) if context.today else None


def in_chosen_year(found: Found, context: Context, make: YearMaker, unresolved: str, what: str) -> Reading:
    """A day in the year that is stated or named with it, else in the year that ``nearest_year`` chooses."""
    stated = parts.year_of(found, context.today.year if context.today else None)
    if found.words("year") and stated is None:
        return unread(OUT_OF_BOUNDS)
    if stated is not None:
        exact = make(stated)
        return dated(exact, "the full date is stated", Basis.STATED) if exact else unread(IMPOSSIBLE)
    named = named_year(found, context)
    if named is not None:
        exact = make(named[0])
        return dated(exact, f"{what} of the year named", Basis.RELATIVE, named[1]) if exact else unread(IMPOSSIBLE)
    return nearest_year(found, context, make, unresolved, what)


def nearest_year(found: Found, context: Context, make: YearMaker, unresolved: str, what: str) -> Reading:
    """Choose the year of a date that was said without one; ``make`` builds the date in a year, ``what`` names it.

    The year stated right after it; in a story, or a look back, that of the date before it; else by nearness to
    publication, then by the verb's outlook. ``unresolved`` is the TIMEX3 value where none of these helps.
    """
    shared = context.shared_year(found)
    if shared is not None and (period := make(shared)) is not None:
        return dated(period, f"{what}: in the year stated right after it", Basis.STATED)
    if context.clock is not None and (context.narrative or opens_sentence(found) or _goes_on(found, context)):
        return _after(context.clock, make, what)
    if context.narrative:
        return unread("a story of the past, and no date before it", unresolved)
    if context.today is None:
        return unread(NO_PUBLICATION, unresolved)
    return _near_publication(found, context, context.today, make, what)


def _goes_on(found: Found, context: Context) -> bool:
    """Whether a date follows, in the same sentence, one that was itself read against the date before it: "Through
    September and into October", "It began on 27 December, and on 16 January it fell".
    """
    if not context.earlier:
        return False
    index, reading = context.earlier[-1]
    chained = reading.anchor is not None and reading.anchor.kind is AnchorKind.MENTION
    return chained and not any(ends_sentence(found.tokens, at) for at in range(index, found.first))


def _near_publication(found: Found, context: Context, today: date, make: YearMaker, what: str) -> Reading:
    weekday = parts.weekday_of(found) if found.words("day") else None
    candidates = _years_around(make, today, _LEAP_GAP if weekday else 1)
    fitting = [p for p in candidates if weekday and p.first and p.first.isoweekday() == weekday]
    if fitting:
        best = min(fitting, key=lambda p: abs(((p.first or today) - today).days))
        rule = f"{what}: the nearest year in which it is that weekday"
        return dated(best, rule, Basis.RELATIVE, context.published())
    back = [p for p in candidates if p.first and p.first <= today][-1]
    ahead = next(p for p in candidates if p.first and p.first > today)
    chosen, why = _side(found, context, today, back, ahead)
    other = ahead if chosen is back else back
    others = ((other.first, other.last),) if why == _NEAREST else ()
    return dated(chosen, f"{what}: {why}", Basis.RELATIVE, context.published(), others)


def _years_around(make: YearMaker, today: date, reach: int) -> list[Period]:
    """The date in each year around publication; eight years on either side where a leap day leaves gaps."""
    found = [p for y in range(today.year - reach, today.year + reach + 1) if (p := make(y)) is not None]
    return found if len(found) > 2 * reach or reach == _LEAP_GAP else _years_around(make, today, _LEAP_GAP)


def _side(found: Found, context: Context, today: date, back: Period, ahead: Period) -> tuple[Period, str]:
    """The last or the next occurrence of a date, and why."""
    since, until = (today - (back.last or today)).days, ((ahead.first or today) - today).days
    if since <= 0:
        return back, "the one that publication falls in"
    if context.tokens.word(found.first - 1).lower() == "since":
        return back, _RECENT
    view = context.outlook(found.first, found.stop)
    led = context.leads_ahead(found.first) and not context.held_until(found.first)
    if view is Outlook.FUTURE or led:
        loosely = view is not Outlook.FUTURE and since <= _JUST_AHEAD and until >= _LONG_PAST
        stale = since <= _JUST_PAST or loosely
        return (back, _RECENT) if stale else (ahead, "the next one, since the text looks ahead")
    near = until <= _JUST_AHEAD and since >= _LONG_PAST
    if near and _may_be_ahead(found, context, view, back.grain, until):
        return ahead, _NEAREST
    return back, _RECENT


def _may_be_ahead(found: Found, context: Context, view: Outlook, grain: Grain, until: int) -> bool:
    """Whether no past verb holds a date back: "payable Dec. 15" may lie ahead, "was hit on Dec. 15" may not."""
    if view is Outlook.UNKNOWN:
        return True
    if grain is not Grain.DAY or found.words("feast"):
        return False
    imminent = until <= _IMMINENT and not context.close_past(found.first, _ADJOINING)
    return imminent or not context.close_past(found.first)


def _after(anchor: Period, make: YearMaker, what: str) -> Reading:
    """In a story time runs on: the year of the date before it, or the next where that would lie far back."""
    if anchor.first is None:
        return unread(IMPOSSIBLE)
    last, here, ahead = (make(anchor.first.year + step) for step in (-1, 0, 1))
    if last and last.last and last.last >= anchor.first and anchor.grain is not Grain.YEAR:
        here = last  # a winter that began the year before
    far_back = here is not None and here.first is not None and (anchor.first - here.first).days > _LONG_PAST
    chosen = ahead if here is None or (far_back and anchor.grain is not Grain.YEAR) else here
    if chosen is None:
        return unread(IMPOSSIBLE)
    before = Anchor(AnchorKind.MENTION, anchor.first, anchor.last)
    return dated(chosen, f"{what}: in the year of the date before it", Basis.RELATIVE, before)
