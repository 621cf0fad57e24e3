"""The unit of what was said, told from the TIMEX3 value, which names it."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.when import Granularity

_SHAPES: tuple[tuple[re.Pattern[str], Granularity], ...] = tuple(
    (re.compile(shape), unit)
    for shape, unit in (
        (r"PT.*|.*T\d.*", Granularity.CLOCK),
        (r".*T[A-Z]{2}", Granularity.PART_OF_DAY),
        (r"P[\dX.]+D|[\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W[\dX]{2}-\d", Granularity.DAY),
        (r"P[\dX.]+WE|.*-WE", Granularity.WEEKEND),
        (r"P[\dX.]+W|[\dX]{4}-W[\dX]{2}", Granularity.WEEK),
        (r"P[\dX.]+M|(?:BC)?[\dX]{4}-[\dX]{2}", Granularity.MONTH),
        (r"(?:BC)?[\dX]{4}-(?:SP|SU|FA|WI)", Granularity.SEASON),
        (r"P[\dX.]+Q|[\dX]{4}-Q[\dX]", Granularity.QUARTER),
        (r"[\dX]{4}-H[\dX]", Granularity.HALF),
        (r"P[\dX.]+Y|(?:BC)?[\dX]{4}", Granularity.YEAR),
        (r"P[\dX.]+DE|\d{3}", Granularity.DECADE),
        (r"P[\dX.]+CE|\d{2}", Granularity.CENTURY),
        (r"P[\dX.]+L", Granularity.MILLENNIUM),
    )
)


@lru_cache(maxsize=4096)
def granularity_of(value: str) -> Granularity | None:
    """The unit of a TIMEX3 value ("2025-10" → month, "P3D" → day); of a run of days that of its ends.

    ``None`` for a value that names none ("PAST_REF", "").
    """
    said = value.partition("/")[0] or value.partition("/")[2]
    return next((unit for shape, unit in _SHAPES if shape.fullmatch(said)), None)
