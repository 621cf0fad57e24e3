"""The only room that reads dates: every time phrase of a text, with its days, its rule and its anchor.

Finding is apart from resolving. Finding: ``words`` (from ``data/words``) make the kinds that ``lex`` gives each token;
``phrases`` and the ``rules`` tables are patterns over kinds, run by ``grammar``; ``guards`` and ``year_guards`` refuse
names and measures. Resolving: each rule names its reader (``dayphrase``, ``weekdays``, ``feasts``, ``calendar``,
``quarters``, ``fiscal``, ``night``, ``clock``, ``units``, ``windows``, ``sets``, ``numeric``, ``refs``, ``foreign``),
which asks ``nearest`` for the year, ``context`` for the anchor and ``tense`` for the outlook of the verb. ``story``,
``speech`` and ``ranges`` look across phrases; ``join`` goes the whole way, at both ends of a publication interval;
``granularity`` and ``modifiers`` say what was named and how it was bent, ``wording`` says all of it in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.article import Sentence
from timeline.reading.dates.join import read
from timeline.reading.dates.wording import by_rule, explain
from timeline.when import TimeMention, When

__all__ = ["by_rule", "explain", "read_dates"]


def read_dates(
    text: str, published: When | None, sentences: Sequence[Sentence] | None = None
) -> tuple[TimeMention, ...]:
    """Every time phrase of a text, in order, none overlapping; never raises, whatever the text.

    ``published`` may be an interval: a relative phrase is read against both ends, and is exact where the readings
    agree, else the shortest interval that holds both. ``None`` (or an open end): stated dates are resolved, relative
    ones kept with ``when=None`` and a rule that says so. ``sentences`` are not needed; their zones keep a dateline or
    a footer from being the anchor of the body.
    """
    return read(text, published, sentences)
