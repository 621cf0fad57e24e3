"""Phrases that point without counting: "now", "recently", "soon", "the day before yesterday"."""

from __future__ import annotations

from datetime import timedelta

from timeline.reading.dates import parts, periods
from timeline.reading.dates.context import Context, Found
from timeline.reading.dates.reading import NO_PUBLICATION, Reading, dated, unread, vague
from timeline.when import Basis

_RULES = {
    "PRESENT_REF": "the time of writing",
    "PAST_REF": "how far back is not said",
    "FUTURE_REF": "how far ahead is not said",
}


def read_ref(found: Found, context: Context) -> Reading | None:
    """Now, then, soon; and two days from today by name."""
    words = found.lowers
    if "yesterday" in words or "tomorrow" in words:
        if context.today is None:
            return unread(NO_PUBLICATION)
        step, rule = (-2, "two days before publication") if "yesterday" in words else (2, "two days after publication")
        return dated(periods.day(context.today + timedelta(step)), rule, Basis.RELATIVE, context.published())
    if words[-1] == "period":
        return vague("", "a stretch of time that the text does not date")
    if "past" in words or words[-1] in ("time", "ago", "day") or parts.first_of(found, "PASTWORD"):
        value = "PAST_REF"
    elif {"future", "term", "possible"} & set(words) or parts.first_of(found, "SOONWORD"):
        value = "FUTURE_REF"
    else:
        value = "PRESENT_REF"
    return vague(value, _RULES[value])


def read_vague_units(found: Found, context: Context) -> Reading | None:
    """Read "recent months", "the coming days", "weeks ago"."""
    which = found.word("which")
    ahead = which in ("coming", "next", "ahead", "later", "come", "upcoming")
    rule = "how far ahead is not said" if ahead else "how far back is not said"
    return vague("FUTURE_REF" if ahead else "PAST_REF", rule)
