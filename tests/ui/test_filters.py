"""The words above the map: nothing that is left out of the picture goes unsaid."""

from dataclasses import replace

from tests.ui import sample
from timeline.event import Party, Toll
from timeline.events import frame
from timeline.events.tally import tally
from timeline.ui import filters, order, summary
from timeline.ui.state import View

STRIKE, ACCUSATION = sample.library().events[1], sample.library().events[3]


def test_an_accusation_without_two_countries_is_counted() -> None:
    """Unknown on one side, or the same on both: listed, said, and no arc."""
    stranger = replace(ACCUSATION, id="a", actor=Party("A spokesman", None))
    at_home = replace(ACCUSATION, id="b", actor=Party("Beijing", "CN"))
    table = frame.build([STRIKE, ACCUSATION, stranger, at_home])
    said = summary.sentence(len(table), tally(table, frame.mask(table, frame.Filters()), ranged=False), View())
    assert said == (
        "Showing 4 of 4 events: 1 strike, 3 accusations. "
        "2 accusations have no known pair of countries and are only listed."
    )
    assert list(table.loc[table["id"].isin(["a", "b"]), "drawn"]) == ["", ""]


def test_presets_without_dates_ask_for_nothing() -> None:
    """Where no event has a date, the last week is everything."""
    assert filters.preset_range("Last week", None) == (None, None)


TOLLS = {
    "nothing": None,
    "none": Toll(0, 0, 0, "nobody"),
    "several": Toll(2, None, None, "several"),
    "some": Toll(None, None, None, "people"),
    "thirty": Toll(30, 30, 30, "30"),
}


def test_the_most_killed_come_first() -> None:
    """A number stands above "some", which is more than none; what nobody states is no zero, and stands at the end."""
    events = [replace(STRIKE, id=name, killed=toll, injured=None) for name, toll in TOLLS.items()]
    table = frame.build(events)
    parts = order.parts(table, table.index, events, "toll")
    assert [(part.heading, list(table["id"].loc[part.rows])) for part in parts] == [
        ("Killed", ["thirty", "several", "some"]),
        ("Nobody said to be killed or injured", ["none", "nothing"]),
    ]


def test_what_is_heard_has_no_dash() -> None:
    """Counts and range, as they would be read aloud."""
    table = frame.build([STRIKE, ACCUSATION])
    everything = frame.mask(table, frame.Filters())
    assert (
        summary.spoken(tally(table, everything, ranged=False), View())
        == "1 strike, 1 accusation, 4 October to 24 December 2025"
    )
    assert summary.spoken(tally(table, ~everything, ranged=False), View()) == "No events"
