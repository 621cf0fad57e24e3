"""What is counted of the events that are shown: of which kinds they are, and what they lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from timeline.events import coded, frame


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of events: all, by kind, strikes that the map cannot show, accusations without two known countries (an
    accusation has no place of its own), events without a date. ``extent``: the first and last day that any of them
    names, which is looked for only where no range was asked for.
    """

    total: int
    kinds: Mapping[str, int]
    unplaced: int
    unpaired: int
    undated: int
    extent: tuple[date, date] | None


def tally(table: pd.DataFrame, kept: pd.Series[bool], ranged: bool) -> Tally:
    """The tally of the rows ``kept``; ``ranged`` where a range was asked for."""
    rows = kept.to_numpy()
    kinds = coded.facet(table, "kinds")
    undrawn = kinds.counts(rows & coded.facet(table, "marks").having(frozenset({"none"})))
    return Tally(
        total=int(rows.sum()),
        kinds={kind: count for kind, count in kinds.counts(rows).items() if count},
        unplaced=undrawn.get("strike", 0),
        unpaired=undrawn.get("accusation", 0),
        undated=int((rows & ~table["dated"].to_numpy()).sum()),
        extent=None if ranged else frame.extent(table.loc[kept, ["first", "last"]]),
    )
