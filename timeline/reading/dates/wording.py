"""What the card says of a mention: the words, what they were read against, the rule, and what else they may mean."""

from __future__ import annotations

from datetime import date

from timeline import messages
from timeline.messages import _, later, listed
from timeline.when import Anchor, AnchorKind, Modifier, TimeMention

_BENT = {
    Modifier.BEFORE: later("before that"),
    Modifier.AFTER: later("after that"),
    Modifier.ON_OR_BEFORE: later("then or before"),
    Modifier.ON_OR_AFTER: later("then or after"),
    Modifier.LESS_THAN: later("less than that"),
    Modifier.MORE_THAN: later("more than that"),
    Modifier.EQUAL_OR_LESS: later("that or less"),
    Modifier.EQUAL_OR_MORE: later("that or more"),
    Modifier.APPROX: later("about that"),
}
_AGAINST = {
    AnchorKind.PUBLISHED: later("'{said}', read against {days}: {rule}"),
    AnchorKind.MENTION: later("'{said}', read against {days} (the date before it): {rule}"),
    AnchorKind.SPEECH: later("'{said}', read against {days} (the speech): {rule}"),
}
_WEEKDAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
# What the rules say of themselves; of these a text brings in only the weekday and other rules.
_RULES = (
    later("the full date is stated"),
    later("the year is stated"),
    later("month and year are stated"),
    later("the most recent one"),
    later("the nearest to publication"),
    later("the one that publication falls in"),
    later("the last one before the month of publication"),
    later("the next one after the month of publication"),
    later("the most recent {weekday}, publication day included"),
    later("the coming {weekday}, since the verb looks ahead"),
    later("the last such day"),
    later("the next such day, since the verb looks ahead"),
    later("the time of writing"),
    later("the day itself"),
    later("the night before publication"),
    later("the night already told of"),
    later("the night that ends on that day"),
    later("the night that ends on the day named beside it"),
    later("the morning"),
    later("the afternoon"),
    later("the evening"),
    later("the night"),
    later("early"),
    later("earlier in"),
    later("from then on"),
    later("up to then"),
    later("half of it"),
    later("the year of that day"),
    later("the month of that day"),
    later("the week of that day"),
    later("the weekend of that day"),
    later("how far back is not said"),
    later("how far ahead is not said"),
    later("a length of time, not a date"),
    later("something that repeats, not one date"),
    later("no date was said: the day of publication"),
    later("counted back from the day of what came after"),
    later("the sources name different days"),
    later("the order of day and month that gives the day of publication"),
    later("the order of day and month that agrees with another date on the page"),
    later("month: {rule}"),
    later("day and month: {rule}"),
    later("the day named beside it: {rule}"),
    later("from the first date to the last: {rule}"),
    later("{rule}, up to publication"),
    later("{rule}, from publication on"),
    later("{rule}, for any day in the publication interval"),
)


def explain(mention: TimeMention) -> str:
    """One sentence for the card: what was said, what it was read against, by which rule, and what else it may mean."""
    anchor = mention.when.anchor if mention.when else None
    parts = [_first(mention, anchor)]
    parts += [_(_BENT[mention.modifier])] if mention.modifier in _BENT else []
    if mention.alternatives:
        others = listed((_days(*other) for other in mention.alternatives), "or")
        may_be = _("it may also mean {days}") if mention.when else _("it may mean {days}")
        parts.append(may_be.format(days=others))
    return "; ".join(parts)


def _first(mention: TimeMention, anchor: Anchor | None) -> str:
    rule = by_rule(mention.rule)
    if anchor is None or anchor.first is None:
        return _("'{said}': {rule}").format(said=mention.said, rule=rule)
    days = _days(anchor.first, anchor.last)
    return _(_AGAINST[anchor.kind]).format(said=mention.said, days=days, rule=rule)


def by_rule(rule: str) -> str:
    """A rule's own account of itself in the language that is spoken; in English where it is not among the common ones.

    Rules name themselves while they read, for no reader in particular, and build on one another.
    """
    parts = [_retold(part) for part in rule.split("; ")]
    return "; ".join(part for part in parts if part) if all(parts) else rule


def _retold(rule: str) -> str:
    """One rule translated; "" where it, or one that it holds, is not known."""
    for template in _RULES:
        before, name, after = template.partition("{rule}") if "{rule}" in template else template.partition("{weekday}")
        held = rule.removeprefix(before).removesuffix(after) if name else ""
        if rule != before + held + after:
            continue
        if name == "{weekday}":
            return _(template).format(weekday=_(held)) if held in _WEEKDAYS else ""
        inner = _retold(held) if name else ""
        if inner or not name:
            return _(template).format(rule=inner)
    return ""


def _days(first: date | None, last: date | None) -> str:
    ends = [messages.day(day) if day else _("an open end") for day in (first, last)]
    return ends[0] if first == last else _("{first} to {last}").format(first=ends[0], last=ends[1])
