"""By which outlawed means a charge says that wrong was done: cluster munitions are not the toxic smoke of another."""

from __future__ import annotations

from functools import lru_cache

from timeline.event import Report
from timeline.reading.words import finder, table

_MEANS = {row["words"]: row["means"] for row in table("outlawed_means")}
_NAMED = finder(_MEANS)


def means_differ(a: Report, b: Report) -> bool:
    """Whether two charges name such means, and none that is the same."""
    one, two = _means_in(a.target), _means_in(b.target)
    return bool(one and two and not one & two)


@lru_cache(maxsize=10_000)
def _means_in(charge: str) -> frozenset[str]:
    return frozenset(_MEANS[match.group().lower()] for match in _NAMED.finditer(charge))
