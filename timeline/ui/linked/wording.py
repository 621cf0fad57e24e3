"""Every word that the view says by itself, in the language of the page; its scripts hold none.

Numbers, days, months and countries are written by the browser, by the same CLDR, for the tag that goes along. Names in
braces are filled in there; ``count`` also chooses among the forms of a plural.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.messages import LOCALES, _, catalogue, language

Forms = dict[str, str]  # by the plural category of CLDR
LIKE = {"one": 1, "few": 2, "many": 5, "other": 2}  # a number of each category, in the languages that have it


def tag() -> str:
    """The BCP 47 tag by which a browser writes numbers and days as the page does: ``en-GB``."""
    return LOCALES[language()].replace("_", "-")


def words() -> dict[str, str | Forms]:
    """Words by the names under which the scripts ask for them."""
    ngettext = catalogue(language()).ngettext  # whose forms are filled in by the browser
    return (
        _controls()
        | _keyboard()
        | {
            "shown": _forms(lambda n: ngettext("{shown} of {count} event", "{shown} of {count} events", n)),
            "events": _forms(lambda n: ngettext("{count} event", "{count} events", n)),
            "first_of": _("{what}, the first {count}"),
            "at": _("{place}: {events}"),
            "around": _("{place} and around: {events}"),
            "unplaced": _("{place}: {events}, no exact place known"),
            "in_area": _("{count} in {place}"),
            "arc_to": _("to {place}"),
            "arc_from": _("from {place}"),
            "arc": _("{accuser} → {accused}"),
            "arc_many": _("{arc} ({count})"),
            "thousands": _("{count}k"),
            "closer": _("Click for a closer look"),
            "listing": _("Click for the list"),
            "fanning": _("Click to fan them out"),
            "week": _("week of {day}"),
            "bar": _("{days}: {events}"),
            "bar_shared": _("{days}: {events}, vague dates shared out by days"),
        }
    )


def _controls() -> dict[str, str | Forms]:
    return {
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "show_all": _("Show all"),
        "draw_box": _("Draw a box: only what lies in it"),
        "follow": _("Only what the map shows"),
        "play": _("Play"),
        "pause": _("Pause"),
        "still": _("Playing is off, as your system asks for less motion"),
        "back": _("A step back"),
        "on": _("A step on"),
        "step": _("How far a step goes"),
        "step_day": _("by day"),
        "step_week": _("by week"),
        "step_month": _("by month"),
        "mode": _("How time plays"),
        "mode_slides": _("window slides"),
        "mode_accumulates": _("events gather"),
        "speed": _("How fast"),
        "speed_slow": _("slow"),
        "speed_medium": _("medium"),
        "speed_fast": _("fast"),
        "close": _("Close the list"),
    }


def _keyboard() -> dict[str, str | Forms]:
    return {
        "map": _(
            "Map of the events. Arrow keys move it, plus and minus zoom, Home shows all, Enter opens what lies at its "
            "middle, Escape lets go. The list says the same in words."
        ),
        "time": _(
            "Timeline of the events. Arrow keys move the range, with Shift its end, plus and minus zoom time, Home and "
            "End go to the ends, Space plays, Escape clears the range."
        ),
        "fan": _("{events}. Arrow keys go from one to the next, Enter chooses, Escape closes."),
    }


def _forms(said: Callable[[int], str]) -> Forms:
    return {category: said(like) for category, like in LIKE.items()}


def failure(code: str) -> str:
    """Why the view cannot go on, for what its scripts report; what a browser says itself is left as it is."""
    what, _sign, rest = code.partition(":")
    if what == "canvas":
        return _("this browser gives no canvas to draw on")
    if what == "fetch":
        return _("the server did not give {file}").format(file=rest)
    return code or _("it gave no reason")
