"""The words above the map: what is shown and under which filters, what is hidden, and what the map cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline import messages
from timeline.events import facets, words
from timeline.events.library import Library
from timeline.events.tally import Tally
from timeline.events.words import plural
from timeline.messages import _, later, listed, ngettext, number
from timeline.ui import state
from timeline.when import Basis, When

HEADLINES = {
    ("strike",): later("Strikes"),
    ("accusation",): later("Accusations"),
    state.KINDS: later("Strikes and accusations"),
}
CHOSEN_WORDS = {
    "actors": later("by {names}"),
    "outlets": later("told by {names}"),
    "countries": later("in {names}"),
    "regions": later("in {names}"),
    "casualties": later("with {names}"),
}
MARK_WORDS = {
    "dot": later("without strikes at a known place"),
    "area": later("without strikes somewhere in a region or country"),
    "arc": later("without accusations between two countries"),
    "none": later("without events that the map cannot show"),
}
DATING_WORDS = {
    "exact": later("without events of an exact day"),
    "between": later("without events of a vague date"),
    "unknown": later("without undated events"),
}
DASH = re.compile(r"\s*–\s*")


def sentence(events: int, shown: Tally, view: state.View) -> str:
    """What is shown of so many events, what is hidden, and how many of the shown have no place or no date."""
    if not events:
        return _("No events yet: none of the articles reports one.")
    parts = [_showing(events, shown), *lacking(shown), _hidden(events - shown.total, view)]
    return ". ".join(part for part in parts if part) + "."


def _showing(events: int, shown: Tally) -> str:
    counts = {"shown": number(shown.total), "events": plural(events, "event")}
    if not shown.total:
        return _("Showing {shown} of {events}").format(**counts)
    return _("Showing {shown} of {events}: {kinds}").format(kinds=_by_kind(shown), **counts)


def _hidden(count: int, view: state.View) -> str:
    filters = asked(view)
    if not count:
        return ""
    said = _("{count} hidden by the filters ({filters})") if filters else _("{count} hidden by the filters")
    return said.format(count=number(count), filters=filters)


def _by_kind(shown: Tally) -> str:
    return ", ".join(plural(shown.kinds[kind], kind) for kind in state.KINDS if kind in shown.kinds)


def spoken(shown: Tally, view: state.View) -> str:
    """What a screen reader hears when the view changes: ``47 strikes, 12 accusations, 1 to 31 August 2025``."""
    ends = DASH.split(_days(shown, view))
    heard = _("{first} to {last}").format(first=ends[0], last=ends[1]) if len(ends) > 1 else ends[0]
    return ", ".join(part for part in (_by_kind(shown) or _("No events"), heard) if part)


def _days(shown: Tally, view: state.View) -> str:
    """The days that were asked for, else those of the events; "" where there are none."""
    return time_range(view) or (words.days(When(*shown.extent, Basis.STATED)) if shown.extent else "")


def asked(view: state.View) -> str:
    """The filters besides kinds in words; "" for none. Values are words of articles."""
    return "; ".join(part for part in _clauses(view) if part)


def _clauses(view: state.View) -> Iterator[str]:
    yield time_range(view)
    for facet, said in CHOSEN_WORDS.items():
        values = [facets.said(facet, value) for value in getattr(view, facet)]
        yield _(said).format(names=listed(values, "or")) if values else ""
    yield _("saying “{text}”").format(text=view.text) if view.text else ""
    yield _("in the chosen part of the map") if view.box else ""
    yield from (_(said) for mark, said in MARK_WORDS.items() if mark not in view.marks)
    yield from (_(said) for dating, said in DATING_WORDS.items() if dating not in view.datings)


def time_range(view: state.View) -> str:
    """The range in words: ``1–31 August 2025``, ``since 1 August 2025``; "" for no range or one that holds nothing."""
    if not view.filters.ranged or (view.first and view.last and view.first > view.last):
        return ""
    found = words.days(When(view.first, view.last, Basis.STATED))
    return _("{days}, certainly").format(days=found) if view.certain else found


def headline(shown: Tally, view: state.View) -> str:
    """What a picture of the view is called: ``Strikes and accusations, 1–31 August 2025``."""
    kinds = _(HEADLINES[view.kinds]) if view.kinds else _("Events")
    facet = "regions" if view.regions else "countries"
    where = listed(facets.said(facet, value) for value in getattr(view, facet)[:3])
    return ", ".join(part for part in (kinds, where, _days(shown, view)) if part)


def lacking(shown: Tally) -> list[str]:
    """``1 event has no date and is only listed``; "" for each of what nothing lacks."""
    placeless, pairless, dateless = shown.unplaced, shown.unpaired, shown.undated
    return [
        ngettext(
            "{count} strike has no place and is only listed",
            "{count} strikes have no place and are only listed",
            placeless,
        )
        if placeless
        else "",
        ngettext(
            "{count} accusation has no known pair of countries and is only listed",
            "{count} accusations have no known pair of countries and are only listed",
            pairless,
        )
        if pairless
        else "",
        ngettext(
            "{count} event has no date and is only listed", "{count} events have no date and are only listed", dateless
        )
        if dateless
        else "",
    ]


def notes(library: Library, view: state.View, unread: tuple[str, ...], failed: str) -> list[str]:
    """What a reader should know besides: an address that asks for too much, a range that holds nothing, bad input."""
    found = []
    if unread:
        said = _("The address asks for something that is not here ({parts}). The rest is shown.")
        found.append(said.format(parts=", ".join(unread)))
    if view.first and view.last and view.first > view.last:
        found.append(_("The range ends before it starts, so no dated event lies in it."))
    if failed:
        said = _("The live map cannot run in this browser, so this is the plain one ({reason}).")
        found.append(said.format(reason=failed))
    if library.rejected:
        count = len(library.rejected)
        said = ngettext("{count} input could not be read", "{count} inputs could not be read", count)
        found.append(f"{said}: {_reasons(library)}")
    return found


def _reasons(library: Library) -> str:
    first: Any = library.rejected[0]
    where, reason, remedy = map(messages.said, (first.where, first.reason, first.remedy))
    return f"{where}: {reason}. {remedy}" + (" ..." if len(library.rejected) > 1 else "")
