"""The words above the map: nothing that is left out of the picture goes unsaid."""

from dataclasses import replace

from tests.ui import sample
from timeline.event import Party
from timeline.events import frame
from timeline.ui import filters, summary
from timeline.ui.state import View

STRIKE, ACCUSATION = sample.library().events[1], sample.library().events[3]


def test_an_accusation_without_two_countries_is_counted() -> None:
    """Unknown on one side, or the same on both: listed, said, and no arc."""
    stranger = replace(ACCUSATION, id="a", actor=Party("A spokesman", None))
    at_home = replace(ACCUSATION, id="b", actor=Party("Beijing", "CN"))
    table = frame.build([STRIKE, ACCUSATION, stranger, at_home])
    said = summary.sentence(table, table, View())
    assert said == (
        "Showing 4 of 4 events: 1 strike, 3 accusations. "
        "2 accusations have no known pair of countries and are only listed."
    )
    assert list(table.loc[table["id"].isin(["a", "b"]), "drawn"]) == ["", ""]


def test_presets_without_dates_ask_for_nothing() -> None:
    """Where no event has a date, the last week is everything."""
    assert filters.preset_range("Last week", None) == (None, None)
