"""Times of day: "10:30 a.m. Kyiv time", "noon Thursday", "Saturday night", "this morning"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.reading.dates import parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.dayphrase import read_day
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated, unread
from timeline.reading.dates.words import sections
from timeline.when import Anchor, AnchorKind, Basis, TimexType

_PARTS = {"TMO": "the morning", "TAF": "the afternoon", "TEV": "the evening", "TNI": "the night", "TDT": "by day"}
_NOON = 12
_BY_DAY, _AFTER_MIDNIGHT = range(6, 20), range(5)  # hours
_SENTENCE_END = re.compile(r"(?<=\w\w[.!?])\s|\n")
_REACH = 200  # characters of a sentence on either side of a clock time
_THAT_DAY = (
    r"\b(?:that|the)\s+same\s+day\b|\bthat\s+(?:day|morning|afternoon)\b|\b(?:earlier|previously|beforehand|had)\b"
)
_BACK = re.compile(  # ahead of it: "hours after a drone hit Kherson at 15:30", not "soon after, at 02:00"
    rf"{_THAT_DAY}|\bbefore\s*,|\b(?:after|since|following)\s+(?!that\b|midnight\b)\w", re.IGNORECASE
)
_BACK_BEHIND = re.compile(rf"{_THAT_DAY}|\b(?:hours|shortly|just|long)\s+before\b", re.IGNORECASE)
_ZONES = "dates_zones.txt"


def read_timed_day(found: Found, context: Context) -> Reading | None:
    """A day with a time or a part of the day: "10 p.m. Wednesday", "Saturday night", "the morning of Oct. 4"."""
    reading = read_day(found, context)
    if reading is None or reading.period is None:
        return reading
    suffix = clock_of(found, reading.period.first)
    if suffix is None:
        return None
    return _at(reading, suffix) if suffix else reading


def read_modified_day(found: Found, context: Context) -> Reading | None:
    """Read "early Tuesday", "later today": the day, whose part is too loose to give a clock time."""
    return read_day(found, context)


def _at(reading: Reading, suffix: str) -> Reading:
    rule = f"{reading.rule}; {_PARTS.get(suffix, f'at {suffix[1:]}')}"
    return replace(reading, type=TimexType.TIME, value=f"{reading.value[:10]}{timex(suffix)}", rule=rule, clock=suffix)


def timex(suffix: str) -> str:
    """A clock time without its offset, unless that is UTC: TIMEX3 values are local."""
    return re.sub(r"[+-]\d\d:\d\d$", "", suffix)


def clock_of(found: Found, day: date | None) -> str | None:
    """The clock time in a phrase as "T21:30+03:00", or "TNI"; "" when there is none, ``None`` when it cannot be."""
    hours = found.words("hours")
    figures = next((w for w in hours if w[:1].isdigit()), None)
    if figures is None:
        return parts.first_of(found, "MIDPOINT") or parts.part_of_day(found)
    military = figures.isdigit() and len(figures) == len("0530")
    pieces = [int(figures[:2]), int(figures[2:])] if military else [int(p) for p in re.split(r"[:.]", figures)]
    hour = pieces[0]
    half = parts.first_of(found, "AMPM")
    if (half and not 1 <= hour <= _NOON) or hour > 24 or any(p > 59 for p in pieces[1:]):
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "PM" else 0)
    minutes = "".join(f":{p:02}" for p in pieces[1:]) or ":00"
    return f"T{hour:02}{minutes}{_offset(hours, day, hour)}"


def _offset(hours: list[str], day: date | None, hour: int) -> str:
    """The offset from UTC of the zone named among the words, "" when none is."""
    zones = sections(_ZONES)
    for index, word in enumerate(hours):
        if hours[index + 1 : index + 2] in (["+"], ["-"]) and hours[index + 2 : index + 3]:
            shift = int(hours[index + 2])
            return f"{hours[index + 1]}{shift:02}:00" if word in ("utc", "gmt") and shift <= 14 else ""
        if word in zones["OFFSET"].values:
            fixed = zones["OFFSET"].values[word]
            return "Z" if fixed == "+00:00" else fixed
        town = zones["TOWN"].values.get(word)
        if town and day is not None:
            return _town_offset(town, day, hour)
    return ""


def _town_offset(town: str, day: date, hour: int) -> str:
    try:
        local = datetime(day.year, day.month, day.day, hour % 24, tzinfo=ZoneInfo(town))
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    said = local.strftime("%z")
    return f"{said[:3]}:{said[3:5]}"


# days from the date before it in the text
_BY_REFERENCE = {
    "that": 0,
    "that same": 0,
    "the same": 0,
    "the following": 1,
    "the next": 1,
    "after": 1,
    "later": 1,
    "the previous": -1,
    "before": -1,
    "earlier": -1,
}


def read_part_of_today(found: Found, context: Context) -> Reading | None:
    """Read "this morning", "last night", "that evening", "in the early hours"."""
    part = parts.part_of_day(found) or "TNI"
    which = found.word("which") or found.tokens.words[found.stop - 1].lower()
    anchor: Anchor | None
    night = context.night_told() if _BY_REFERENCE.get(which) == 0 else None
    if night is not None and part == "TNI" and night.first:
        same = Anchor(AnchorKind.MENTION, night.first, night.last)
        return Reading(
            TimexType.TIME, f"{night.first}TNI", night, "the night already told of", Basis.RELATIVE, same, part
        )
    if which in _BY_REFERENCE:
        reference = context.reference(periods.Grain.DAY, back=_BY_REFERENCE[which] == 0)
        if reference is None:
            return unread("counts from a date that the text does not give", f"XXXX-XX-XX{part}")
        base, anchor = reference
        base = base + timedelta(_BY_REFERENCE[which])
    elif context.today is None:
        return Reading(TimexType.TIME, f"XXXX-XX-XX{part}", None, NO_PUBLICATION)
    else:
        base, anchor = context.today - timedelta(1 if which == "last" else 0), context.published()
    rule = "the night before publication" if which == "last" else "the day itself"
    return _at(dated(periods.day(base), rule, Basis.RELATIVE, anchor), part)


def read_hour(found: Found, context: Context) -> Reading | None:
    """A clock time alone: on the day that was named last in the text, else on the publication day."""
    reference = context.reference(periods.Grain.DAY)
    base, anchor = reference if reference else (context.today, context.published())
    suffix = clock_of(found, base)
    if not suffix:
        return None
    if reference and base and not _looks_back(found, context) and _is_next_day(suffix, context):
        base += timedelta(1)
    if base is None:
        return Reading(TimexType.TIME, f"XXXX-XX-XX{suffix}", None, NO_PUBLICATION, clock=suffix)
    return _at(dated(periods.day(base), "the day that the text speaks of", Basis.RELATIVE, anchor), suffix)


def _is_next_day(suffix: str, context: Context) -> bool:
    """Whether a clock time can only be of the day after the one named before: by day after a night, and after midnight
    on what was an afternoon or an evening. No later than publication.
    """
    before = next((r for r in context.latest() if (r.period and r.period.grain is periods.Grain.DAY) or r.clock), None)
    day = before.period.first if before and before.period else None
    hour = int(suffix[1:3]) if suffix[1:3].isdigit() else None
    if before is None or day is None or hour is None or (context.today and day >= context.today):
        return False
    return hour in (_BY_DAY if before.clock == "TNI" else _AFTER_MIDNIGHT if before.clock in ("TAF", "TEV") else ())


def _looks_back(found: Found, context: Context) -> bool:
    """Whether the sentence of a clock time tells of what came before: "at 10:00 that day", "earlier, at 14:20"."""
    text = context.tokens.text
    before = _SENTENCE_END.split(text[max(0, found.start - _REACH) : found.start])[-1]
    after = _SENTENCE_END.split(text[found.end : found.end + _REACH])[0]
    return bool(_BACK.search(before) or _BACK_BEHIND.search(after))


def read_same_day(found: Found, context: Context) -> Reading | None:
    """Read "later in the day", "earlier that day": the day that was named last, else the publication day."""
    reference = context.reference(periods.Grain.DAY)
    base, anchor = reference if reference else (context.today, context.published())
    return dated(periods.day(base), "the same day", Basis.RELATIVE, anchor) if base else unread(NO_PUBLICATION)
