"""The whole way from a text to its time mentions; a publication interval is read at both ends and joined."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from timeline.article import REPORTING_ZONES, Sentence
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.grammar import Finder
from timeline.reading.dates.granularity import granularity_of
from timeline.reading.dates.lex import Tokens, tokenise
from timeline.reading.dates.modifiers import modifier_of
from timeline.reading.dates.numeric import EITHER_ORDER, page_order
from timeline.reading.dates.periods import EARLIEST, FIRST_YEAR, HORIZON_YEARS, LAST_YEAR, Grain, hull
from timeline.reading.dates.ranges import Phrase, joined
from timeline.reading.dates.reading import OUT_OF_BOUNDS, Reading
from timeline.reading.dates.rules import RULES
from timeline.reading.dates.speech import speech_days
from timeline.reading.dates.story import (
    counts_from_publication,
    first_stated,
    is_story,
    looks_back,
    moves_story,
    news_paragraphs,
    shared_years,
)
from timeline.when import Anchor, AnchorKind, Basis, Granularity, TimeMention, TimexType, When


@cache
def finder() -> Finder:
    """The finder with all rules, built once."""
    return Finder(RULES)


def read(text: str, published: When | None, sentences: Sequence[Sentence] | None) -> tuple[TimeMention, ...]:
    """See ``read_dates``."""
    tokens = tokenise(text, finder().kinds)
    found = finder().find(tokens)
    page = Page(
        tokens, found, shared_years(tokens, found), speech_days(tokens, found), _outside(found, sentences or ()),
        page_order(found),
    )  # fmt: skip
    first, last = (published.first, published.last) if published else (None, None)
    if first is None or last is None:
        first = last = None
    readings = _settled(page, first)
    if first != last:
        readings = [_joined(one, two) for one, two in zip(readings, _settled(page, last), strict=True)]
    return tuple(_mention(tokens, phrase) for phrase in joined(tokens, found, readings))


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a text before any phrase is read; the indices are those of ``found``."""

    tokens: Tokens
    found: list[Found]
    shared: dict[int, int]  # first token of a phrase → the year that its neighbour states
    speeches: dict[int, int]  # phrase in a quotation → the phrase that dates the speech
    outside: frozenset[int]  # phrases in no reporting zone
    day_first: bool | None  # the order of its dates in figures, where they show one


def _settled(page: Page, today: date | None) -> list[Reading | None]:
    """All phrases read against one publication day: as news, and again where that shows a story, or a date in figures
    that only the rest of the page can decide.
    """
    news = Context(page.tokens, today, shared=page.shared, day_first=page.day_first)
    readings = _pass(page, news)
    stated = [day for reading in readings if reading and (day := _surely_stated(reading))]
    if is_story(page.found, readings, today):
        of_today = news_paragraphs(page.tokens, page.found)
        story = replace(news, narrative=True, clock=first_stated(readings), earlier=[], page=stated)
        return _pass(page, story, of_today)
    if any(r is not None and r.rule == EITHER_ORDER for r in readings):
        return _pass(page, replace(news, clock=None, earlier=[], page=stated))
    return readings


def _outside(found: list[Found], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The phrases that stand in no reporting zone: a page's header or footer is no anchor for its story."""
    zones = sorted((s.start, s.end, s.zone) for s in sentences)
    starts = [start for start, _, _ in zones]
    outside: set[int] = set()
    for index, phrase in enumerate(found):
        at = bisect_right(starts, phrase.start) - 1
        if at >= 0 and phrase.start < zones[at][1] and zones[at][2] not in REPORTING_ZONES:
            outside.add(index)
    return frozenset(outside)


def _surely_stated(reading: Reading) -> date | None:
    """The first day of a date that the text states in one way only."""
    sure = reading.basis is Basis.STATED and reading.period is not None and not reading.alternatives
    return reading.period.first if sure and reading.period else None


def _pass(page: Page, context: Context, of_today: frozenset[int] = frozenset()) -> list[Reading | None]:
    """One reading of every phrase, in order; those numbered in ``of_today`` as news though the text is a story."""
    found, readings = page.found, list[Reading | None]()
    for index, phrase in enumerate(found):
        if not context.narrative and index and "\n" in page.tokens.kinds[found[index - 1].stop : phrase.first]:
            context.clock = None  # a look back ends with its paragraph
        context.upcoming = found[index + 1] if index + 1 < len(found) else None
        spoken_on = _speech_day(found, context, page.speeches.get(index))
        told = replace(context, narrative=False, clock=None) if index in of_today else context
        reading = _read(phrase, told.spoken_on(spoken_on) if spoken_on else told)
        readings.append(reading)
        if reading is not None and _can_be_counted_from(reading) and index not in page.outside:
            context.earlier.append((phrase.first, reading))
            _keep_time(phrase, reading, context)
    return readings


def _can_be_counted_from(reading: Reading) -> bool:
    """Whether a later phrase may count from a reading: not from a length, nor from what has no days; but "the quarter"
    may be the fiscal one before it.
    """
    return reading.unit is not None or (reading.period is not None and reading.type is not TimexType.DURATION)


def _keep_time(phrase: Found, reading: Reading, context: Context) -> None:
    """Move the clock of a story, or of a look back inside a paragraph of news."""
    if context.narrative:
        if reading.period is not None and moves_story(phrase, reading.period, context.clock):
            context.clock = reading.period
    elif looks_back(phrase, reading, context.today):
        context.clock = reading.period
    elif counts_from_publication(phrase, reading):
        context.clock = None


def _read(phrase: Found, context: Context) -> Reading | None:
    try:
        return _bounded(phrase.rule.read(phrase, context), context.today)
    except (ValueError, OverflowError):  # off the calendar: years before 1 or after 9999
        return None


def _speech_day(found: list[Found], context: Context, dated_by: int | None) -> date | None:
    """The day on which quoted words were spoken, where it is one day."""
    reading = _read(found[dated_by], context) if dated_by is not None else None
    period = reading.period if reading else None
    return period.first if period and period.grain is Grain.DAY else None


def _bounded(reading: Reading | None, today: date | None) -> Reading | None:
    """Dates that are stated, or stand beside a stated one, lie in 1000 to 2199; those that are worked out from
    publication between 1800 and twenty years after it.
    """
    if reading is None or reading.period is None:
        return reading
    beside = reading.anchor is not None and reading.anchor.kind is AnchorKind.MENTION
    lowest, highest = FIRST_YEAR, LAST_YEAR + 1  # a winter runs into the year after
    if reading.basis is not Basis.STATED and not beside and today is not None:
        lowest, highest = EARLIEST, today.year + HORIZON_YEARS
    ends = [day for day in (reading.period.first, reading.period.last) if day]
    inside = all(lowest <= day.year <= highest for day in ends)
    return reading if inside else replace(reading, period=None, value="", rule=OUT_OF_BOUNDS)


def _joined(one: Reading | None, two: Reading | None) -> Reading | None:
    """The readings at both ends of a publication interval: one where they agree, else the hull of both."""
    if one is None or two is None or one.period is None or two.period is None:
        return one
    anchor = one.anchor
    if anchor and two.anchor and anchor.kind is AnchorKind.PUBLISHED:
        anchor = Anchor(AnchorKind.PUBLISHED, anchor.first, two.anchor.last)
    shared = tuple(a for a in one.alternatives if a in two.alternatives)
    if one.period == two.period:
        return replace(one, anchor=anchor, alternatives=shared)
    both = hull(one.period, two.period)
    value = one.value if one.value == two.value else both.value
    rule = one.rule if one.rule == two.rule else f"{one.rule} or {two.rule}"
    return replace(
        one,
        period=both,
        value=value,
        anchor=anchor,
        alternatives=shared,
        rule=f"{rule}, for any day in the publication interval",
        through=False,
    )


def _mention(tokens: Tokens, phrase: Phrase) -> TimeMention:
    start, end = tokens.starts[phrase.first], tokens.ends[phrase.stop - 1]
    said, reading, period = tokens.text[start:end], phrase.reading, phrase.reading.period
    when = None
    if period is not None:
        when = When(
            period.first, period.last, reading.basis, said, reading.rule, reading.anchor, reading.clock,
            reading.alternatives, reading.through,
        )  # fmt: skip
    unit = reading.unit or granularity_of(reading.value)
    if unit is None and reading.alternatives:
        unit = Granularity.DAY  # a date in figures of which both orders are kept
    bent = modifier_of(tokens, phrase.first, phrase.stop, reading)
    return TimeMention(
        start, end, said, reading.type, reading.value, when, reading.rule, unit, bent, reading.alternatives
    )
