"""What the card says of a mention: the words, what they were read against, the rule, and what else they may mean."""

from __future__ import annotations

from datetime import date

from timeline.when import Anchor, AnchorKind, Modifier, TimeMention

_BENT = {
    Modifier.BEFORE: "; before that", Modifier.AFTER: "; after that", Modifier.ON_OR_BEFORE: "; then or before",
    Modifier.ON_OR_AFTER: "; then or after", Modifier.LESS_THAN: "; less than that",
    Modifier.MORE_THAN: "; more than that", Modifier.EQUAL_OR_LESS: "; that or less",
    Modifier.EQUAL_OR_MORE: "; that or more", Modifier.APPROX: "; about that",
}  # fmt: skip


def explain(mention: TimeMention) -> str:
    """One sentence for the card: what was said, what it was read against, by which rule, and what else it may mean."""
    anchor = mention.when.anchor if mention.when else None
    bent = _BENT.get(mention.modifier, "") if mention.modifier else ""
    others = " or ".join(_days(*other) for other in mention.alternatives)
    may_be = f"; it may {'also ' if mention.when else ''}mean {others}" if others else ""
    return f"'{mention.said}'{_against(anchor)}: {mention.rule}{bent}{may_be}"


def _against(anchor: Anchor | None) -> str:
    if anchor is None or anchor.first is None:
        return ""
    source = {AnchorKind.PUBLISHED: "", AnchorKind.MENTION: " (the date before it)", AnchorKind.SPEECH: " (the speech)"}
    return f", read against {_days(anchor.first, anchor.last)}{source[anchor.kind]}"


def _days(first: date | None, last: date | None) -> str:
    ends = [_day(day) if day else "an open end" for day in (first, last)]
    return ends[0] if first == last else " to ".join(ends)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
