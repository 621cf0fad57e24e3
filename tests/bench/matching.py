"""What the scores of dates and of places share: which found span answers which gold span, and F1."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def pairs(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """For each gold span that is met, by its number, the number of the found span that answers it.

    Spans that share a character are paired one to one: the largest overlap first, among equals the nearest ends.
    """
    meeting = []
    for i, (start, end) in enumerate(gold):
        for j, (first, last) in enumerate(found):
            overlap = min(end, last) - max(start, first)
            if overlap > 0:
                meeting.append((-overlap, abs(start - first) + abs(end - last), i, j))
    answers: dict[int, int] = {}
    for _, _, i, j in sorted(meeting):
        if i not in answers and j not in answers.values():
            answers[i] = j
    return answers


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall, 0 to 1; 0 where there is nothing to find and nothing was."""
    return 2 * right / (found + gold) if found + gold else 0.0
