"""Two tolls of what may be one event: whether they agree, whether they cannot both stand, and whether one grew."""

from __future__ import annotations

from datetime import date

from timeline.event import Report, Toll

_NO_CHANCE = 4  # dead or injured; fewer are the same in two strikes of a day too easily
_MANY = 10  # dead; so many are hardly the same in two strikes of a day
_FEW = 3  # more dead; a small toll may rise by so many, whatever its share
_NEXT_DAYS = 7  # in which the dead of a strike are still counted
_BOTH = 2  # tolls: dead and injured
_FREE_GROWTH = 3.0  # how far the dead may rise within days, while bodies are found: thrice
_GROWTH = 2.0  # how far over weeks, in which another strike may have come between


def agree(a: Report, b: Report) -> bool:
    """Whether every toll that both give as a number is the same, and somebody was hurt."""
    pairs = _bests(a, b)
    return bool(pairs) and all(x == y for x, y in pairs) and any(x for x, _ in pairs)


def is_more_than_one(a: Report, b: Report) -> bool:
    """Whether more than one was hurt: one dead in a region in a day is chance."""
    return sum(x for x, _ in _bests(a, b)) > 1


def is_telling(a: Report, b: Report) -> bool:
    """Whether what agrees is more than chance would make it: a toll that is no small one, or both tolls."""
    return _beyond_chance(a, b) or is_twice(a, b)


def is_unmistakable(a: Report, b: Report) -> bool:
    """Whether both tolls agree and one is no small one: so two strikes on one place, weeks apart, hardly ever do."""
    return is_twice(a, b) and _beyond_chance(a, b)


def _beyond_chance(a: Report, b: Report) -> bool:
    return any(x == y and x >= _NO_CHANCE for x, y in _bests(a, b))


def is_twice(a: Report, b: Report) -> bool:
    """Whether the dead and the injured are both the same, and there were both."""
    same = [x for x, y in _bests(a, b) if x == y]
    return len(same) == _BOTH and all(same)


def is_sure(a: Report, b: Report) -> bool:
    """Whether what agrees outweighs another name for the weapon: many dead, or both tolls."""
    dead = _number(a.killed)
    many = dead is not None and dead == _number(b.killed) and dead >= _MANY
    return many or is_twice(a, b)


def counted(a: Report, b: Report) -> bool:
    """Whether both give a number of the dead, or both of the injured."""
    return bool(_bests(a, b))


def conflict(a: Report, b: Report) -> bool:
    """Whether a toll that both give as a number is not the same in both."""
    return any(x != y for x, y in _bests(a, b))


def may_have_grown(a: Report, b: Report, *, freely: bool) -> bool:
    """Whether the tolls differ as those of one strike do: more dead in the later report, and not too many more.

    The number of injured may change either way; some of them die. ``freely`` allows what is found within days.
    """
    factor = _FREE_GROWTH if freely else _GROWTH
    near = all(max(pair) <= max(factor * min(pair), min(pair) + _FEW) for pair in _bests(a, b))
    return near and not _fewer_dead_later(a, b)


def rose_a_little(a: Report, b: Report) -> bool:
    """Whether a paper of the next days counts a few more dead than the one before, and about as many injured."""
    one, two = _came_out(a), _came_out(b)
    if one is None or two is None or not 0 < abs((one - two).days) <= _NEXT_DAYS:
        return False
    first, later = (a, b) if one < two else (b, a)
    before, after = _number(first.killed), _number(later.killed)
    rose = before is not None and after is not None and 1 < before < after <= before + _FEW
    hurt, still = _number(a.injured), _number(b.injured)
    return rose and (hurt is None or still is None or abs(hurt - still) <= max(_FEW, max(hurt, still) // 4))


def _fewer_dead_later(a: Report, b: Report) -> bool:
    one, two = _came_out(a), _came_out(b)
    if one is None or two is None or one == two:
        return False
    first, later = (a, b) if one < two else (b, a)
    before, after = _number(first.killed), _number(later.killed)
    return before is not None and after is not None and before > after


def _came_out(report: Report) -> date | None:
    return report.published.last if report.published else None


def _bests(a: Report, b: Report) -> list[tuple[int, int]]:
    pairs = ((_number(a.killed), _number(b.killed)), (_number(a.injured), _number(b.injured)))
    return [(x, y) for x, y in pairs if x is not None and y is not None]


def _number(toll: Toll | None) -> int | None:
    return toll.best if toll else None
