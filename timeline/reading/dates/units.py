"""Phrases that count in units: "last week", "two days ago", "three months later", "for hours"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.reading.dates import numbers, parts, periods, quarters
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.reading import NO_PUBLICATION, OUT_OF_BOUNDS, Reading, dated, unread, vague
from timeline.reading.dates.tense import Outlook
from timeline.reading.dates.words import lexicon
from timeline.when import Anchor, AnchorKind, Basis, TimexType

GRAINS = {
    "D": Grain.DAY, "W": Grain.WEEK, "F": Grain.WEEK, "WE": Grain.WEEKEND, "M": Grain.MONTH, "Q": Grain.QUARTER,
    "Y": Grain.YEAR, "DE": Grain.DECADE, "CE": Grain.CENTURY,
}  # fmt: skip
_NAMES = {
    Grain.DAY: "day", Grain.WEEK: "week", Grain.WEEKEND: "weekend", Grain.MONTH: "month", Grain.QUARTER: "quarter",
    Grain.YEAR: "year", Grain.DECADE: "decade", Grain.CENTURY: "century", Grain.SEASON: "season",
}  # fmt: skip


def unit_of(found: Found, name: str = "unit") -> str:
    """The ISO letter of the unit in the part named ``name``."""
    for word in found.words(name):
        for kind in ("UNIT", "UNITS", "UNITOF", "UNITSOF"):
            if word in lexicon()[kind].values:
                return lexicon()[kind].values[word]
    return ""


def duration_value(amount: float | None, unit: str) -> str:
    """ISO 8601 duration: (3, "D") → "P3D", (None, "TH") → "PTXH"; a fortnight is two weeks, a weekend "P1WE"."""
    if unit == "F":
        amount, unit = (2 * amount if amount else None), "W"
    said = numbers.VAGUE if amount is None else numbers.iso(amount)
    return f"PT{said}{unit[1:]}" if unit.startswith("T") else f"P{said}{unit}"


def read_duration(found: Found, context: Context) -> Reading | None:
    """Read "three days", "a few hours", "two-year": a length of time, not a date."""
    words = found.words("count")
    counted = (_from_event(found, context) or _ahead(found, context)) if words else None
    if counted is not None:
        return counted
    amount = numbers.count(words) if words else None
    if not words and found.word("unit") in lexicon()["UNIT"].values:
        amount = 1
    if amount is not None and found.stop - found.first > 2 and found.lowers[-3:] == ("and", "a", "half"):
        amount += 0.5
    value = duration_value(amount, unit_of(found))
    return vague(value, "a length of time, not a date", TimexType.DURATION)


_NAMED_EVENT = 8  # tokens between "two days after" and the date of what it follows


def _from_event(found: Found, context: Context) -> Reading | None:
    """Read "a day after the strike on Jan. 5": counted from that date."""
    side, event = found.tokens.word(found.stop).lower(), context.upcoming
    if side not in ("after", "before") or event is None or event.first - found.stop > _NAMED_EVENT:
        return None
    between = found.tokens.words[found.stop : event.first]
    if {",", ".", ";", ""} & set(between) or not parts.names_day(event):
        return None
    reading = event.rule.read(event, context)
    if reading is None or reading.period is None or reading.period.first is None:
        return None
    anchor = Anchor(AnchorKind.MENTION, reading.period.first, reading.period.last)
    return _counted(found, context, reading.period.first, anchor, 1 if side == "after" else -1)


_NO_PLAN = frozenset({"first", "time", "times", "once", "twice", "only", "record", "done", "complete", "completed"})
_RUNS_ON = frozenset({"of", "or", "to", "-", "'s", "’s"})  # "in five days of fighting", "in two weeks or so"
_CLOSE = 5  # tokens before "in two weeks" in which such a word makes it a length


def _ahead(found: Found, context: Context) -> Reading | None:
    """Read "will meet in two weeks": that long after publication; "the first visit in two weeks" is a length."""
    tokens, first = found.tokens, found.first
    words = found.words("count")
    plain = found.stop - first == len(words) + 1 and not {"to", "or", "than", "least"} & set(words)
    after = tokens.word(found.stop).lower()
    runs_on = after in _RUNS_ON or (words == ["a"] and after.isalpha())
    if tokens.word(first - 1).lower() != "in" or not plain or runs_on or context.narrative:
        return None
    if context.outlook(first, found.stop) is not Outlook.FUTURE:
        return None
    before = {word.lower() for word in tokens.words[max(0, first - _CLOSE) : first]}
    if before & _NO_PLAN or any(word.endswith("est") for word in before):
        return None
    reading = _counted(found, context, context.today, context.published(), 1)
    return reading if reading and reading.period else None


def _same_day(found: Found, context: Context) -> Reading | None:
    """Read "a day later, on Monday": the day that is named right after."""
    event = context.upcoming
    if event is None or not parts.names_day(event):
        return None
    between = {w.lower() for w in found.tokens.words[found.stop : event.first]}
    if event.first - found.stop > 2 or not between <= {",", "on", "("}:
        return None
    reading = event.rule.read(event, context)
    return replace(reading, rule=f"the day named beside it: {reading.rule}") if reading and reading.period else None


def read_ago(found: Found, context: Context) -> Reading | None:
    """Read "two weeks ago", "a year from now": counted from publication."""
    sign = -1 if found.word("way") == "ago" or parts.first_of(found, "AGOOF") is not None else 1
    return _counted(found, context, context.today, context.published(), sign)


def read_ago_today(found: Found, context: Context) -> Reading | None:
    """Read "twenty years ago today", "a year ago this week", "ten years ago on Sunday": the same day that long before.

    A weekday is that of the anniversary, the nearest to publication; "two weeks ago Tuesday" is read as a weekday.
    """
    words = found.words("count")
    amount, unit, today = numbers.count(words), unit_of(found), context.today
    if today is None:
        return unread(NO_PUBLICATION)
    if amount is None or amount != int(amount) or unit not in GRAINS:
        return vague("PAST_REF", "how long is not said")
    weekday, name = parts.weekday_of(found), parts.first_of(found, "DAYNAME")
    if weekday:
        near = [periods.weekday_near(today, weekday, step) for step in (-1, 1)]
        base = min(near, key=lambda day: abs(day - today))
    else:
        base = today + timedelta(int(name or 0))
    try:
        day = periods.move(base, -int(amount) * (2 if unit == "F" else 1), GRAINS[unit])
    except (OverflowError, ValueError):
        return unread(OUT_OF_BOUNDS)
    period = periods.holding(day, GRAINS[unit_of(found, "base")]) if found.words("base") else periods.day(day)
    named = f"that {found.word('base')}" if found.words("base") else "the day named"
    rule = f"{' '.join([*words, found.word('unit')])} before {named}"
    return dated(period, rule, Basis.RELATIVE, context.published())


def read_later(found: Found, context: Context) -> Reading | None:
    """Read "two days later", "a week earlier": counted from the date before it in the text."""
    sign = -1 if found.word("way") in ("earlier", "before", "previously", "prior", "beforehand") else 1
    named = _same_day(found, context)
    if named is not None:
        return named
    unit = unit_of(found)
    reference = context.reference(GRAINS.get(unit, Grain.DAY), back=sign < 0 and unit == "D")
    if (
        reference is not None
        and GRAINS.get(unit) in (Grain.WEEK, Grain.DAY)
        and context.names_a_longer(found.first, GRAINS[unit])
    ):
        return unread("counts from a date that the text does not give")
    if reference is None:
        if sign < 0 and not context.narrative and unit not in ("D", "TH", "TM", "TS"):
            return _counted(found, context, context.today, context.published(), sign)
        return unread("counts from a date that the text does not give")
    return _counted(found, context, reference[0], reference[1], sign)


def _counted(found: Found, context: Context, base: date | None, anchor: Anchor | None, sign: int) -> Reading | None:
    unit = unit_of(found)
    words = found.words("count")
    amount = numbers.count(words) if words else 1
    if amount is not None and found.words("half"):
        amount += 0.5
    if amount is None:
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF", "how long is not said")
    if base is None:
        return unread(NO_PUBLICATION)
    spoken = quarters.spoken_of(context, found.first) if unit == "Y" and amount == 1 and sign < 0 else None
    if spoken is not None:
        return spoken.year_before()
    side = "before" if sign < 0 else "after"
    try:
        period = _moved(base, sign * amount, unit)
    except (OverflowError, ValueError):
        return unread(OUT_OF_BOUNDS)
    return dated(period, f"{' '.join([*words, found.word('unit')])} {side} that day", Basis.RELATIVE, anchor)


SUB_DAY = {"TS": 86400, "TM": 1440, "TH": 24}  # of which a day has so many


_MONTHS_OF = {Grain.QUARTER: 3, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}
_DAYS_OF = {"M": 30, "F": 14}


def _moved(base: date, amount: float, unit: str) -> Period:
    """The day or period so many units from a day. Raises ``ValueError`` or ``OverflowError`` off the calendar."""
    if unit in SUB_DAY:
        return periods.day(base + timedelta(int(amount / SUB_DAY[unit])))
    if unit == "D":
        return periods.day(base + timedelta(int(amount)))
    if unit not in GRAINS:
        raise ValueError("a millennium is beyond the years that are read")
    grain = GRAINS[unit]
    if amount != int(amount) and grain in _MONTHS_OF:
        return periods.shifted(base, int(amount * _MONTHS_OF[grain]), Grain.MONTH)
    if amount != int(amount):
        return periods.holding(base + timedelta(int(amount * _DAYS_OF.get(unit, 7))), grain)
    return periods.shifted(base, int(amount) * (2 if unit == "F" else 1), grain)


_SATURDAY = 6
_BACK = frozenset({"last", "past", "previous", "preceding", "prior", "before"})
_ON = frozenset({"next", "coming", "following", "after"})
_ANAPHORIC = frozenset({"previous", "preceding", "following", "same", "that", "prior", "before", "after"})


_STEPS = {
    -2: "two {unit}s before that day's", -1: "the {unit} before that day's", 0: "the {unit} of that day",
    1: "the {unit} after that day's", 2: "two {unit}s after that day's",
}  # fmt: skip


def read_calendar_unit(found: Found, context: Context) -> Reading | None:
    """Read "last week", "this year", "the following day"; with "early", "late", "the end of" before it."""
    unit, which = unit_of(found), found.words("which")
    grain = GRAINS[unit]
    other = parts.first_of(found, "WHICHOF")
    step = int(other) if other else -1 if _BACK & set(which) else 1 if _ON & set(which) else 0
    anaphoric = bool(_ANAPHORIC & set(which)) or (context.narrative and which not in (["last"], ["next"]))
    if grain is Grain.MONTH and not which and context.outlook(found.first, found.stop) is not Outlook.FUTURE:
        anaphoric = True  # "In June he left. Later in the month ..."
    if which in (["before", "last"], ["after", "next"]):
        step, anaphoric = 2 * step, context.narrative
    if grain is Grain.DAY and "next" in which:
        anaphoric = True
    base, anchor = _base(context, grain, anaphoric, back=step <= 0)
    if grain is Grain.WEEKEND and not which and base is not None and base.isoweekday() < _SATURDAY:
        ahead = context.outlook(found.first, found.stop) is Outlook.FUTURE or context.leads_ahead(found.first)
        step = 0 if ahead else -1
    if base is None:
        return unread(NO_PUBLICATION if not anaphoric else "counts from a date that the text does not give")
    try:
        period = periods.shifted(base, step, grain)
    except (OverflowError, ValueError):
        return unread(OUT_OF_BOUNDS)
    rule = _STEPS[step].format(unit=_NAMES[grain])
    if grain is Grain.DAY:
        rule = {-1: "the day before", 0: "that day", 1: "the day after"}[step]
    return parted(found, context, dated(period, rule, Basis.RELATIVE, anchor))


def _base(context: Context, grain: Grain, anaphoric: bool, *, back: bool) -> tuple[date | None, Anchor | None]:
    if anaphoric:
        reference = context.reference(grain, back=back and grain is Grain.DAY)
        if reference is not None:
            return reference
        if context.narrative or grain is Grain.DAY:
            return None, None
    return context.today, context.published()


def parted(found: Found, context: Context, reading: Reading) -> Reading:
    """End "earlier this year" with publication, begin "later this year" with it; other parts keep the whole period,
    which they lie in: how much of September "late September" covers is not said.
    """
    part = found.words("part")
    period, today = reading.period, context.today
    if not part or period is None or period.first is None or period.last is None:
        return reading
    rule = f"{reading.rule}; {' '.join(word for word in part if word.isalpha())}"
    inside = today is not None and period.first <= today <= period.last
    anchored = reading.anchor is not None and reading.anchor.kind is AnchorKind.PUBLISHED
    if inside and anchored and today is not None and "earlier" in part and "in" not in part:
        period = Period(period.first, today, period.grain, period.value)
        rule = f"{reading.rule}, up to publication"
    if inside and anchored and today is not None and "later" in part:
        period = Period(today, period.last, period.grain, period.value)
        rule = f"{reading.rule}, from publication on"
    return Reading(
        reading.type, reading.value, period, rule, reading.basis, reading.anchor, reading.clock, reading.alternatives
    )
