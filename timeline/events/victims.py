"""Who was hurt, by the words of two reports: two soldiers are not two children, whatever the number."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.event import Report, Toll
from timeline.reading.words import finder, table

_SORTS: dict[str, set[str]] = {}
for _row in table("victims"):
    for _word in map(str.strip, _row["words"].split(";")):
        _SORTS.setdefault(_word, set()).add(_row["sort"])
_NAMED = finder(_SORTS)
_ANYBODY = re.compile(
    r"\b(?:people|persons?|others?|more|residents?|men|man|women|woman|inhabitants?|victims?|passengers?|family"
    r"|couple)\b",
    re.I,
)
_ARMED = frozenset({"soldiers", "fighters", "police", "guards"})
_CIVILIANS = "civilians"
_OWN_NAME = re.compile(  # "a [Hezbollah] man", "two [Russian] soldiers"
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+((?-i:[A-Z])[a-z]+)\s+"
    rf"(?:(?:man|men|woman|women)\b|{_NAMED.pattern})",
    re.I,
)


def victims_differ(a: Report, b: Report) -> bool:
    """Whether both reports say of what sort the dead, or the hurt, were, and no sort is the same."""
    return any(_differ(one, two) for one, two in ((a.killed, b.killed), (a.injured, b.injured)))


def _differ(a: Toll | None, b: Toll | None) -> bool:
    if a is None or b is None:
        return False
    one, two = _sorts(a.said), _sorts(b.said)
    if _CIVILIANS in one ^ two:
        return bool(one and two) and not one & two and (one | two) - {_CIVILIANS} <= _ARMED
    return bool(one and two and not one & two) or _sides_differ(a.said, b.said)


@lru_cache(maxsize=100_000)
def _sorts(said: str) -> frozenset[str]:
    """The sorts of people that the words count; none where some of them may be anybody."""
    if _ANYBODY.search(said):
        return frozenset()
    return frozenset().union(*(_SORTS[m.group().lower()] for m in _NAMED.finditer(said)))


@lru_cache(maxsize=100_000)
def _sides(said: str) -> frozenset[str]:
    return frozenset(_OWN_NAME.findall(said))


def _sides_differ(a: str, b: str) -> bool:
    """Whether both are called by the side they belonged to, and not by one: "a Hezbollah man", "a Hamas man"."""
    one, two = _sides(a), _sides(b)
    return bool(one and two and not one & two)
