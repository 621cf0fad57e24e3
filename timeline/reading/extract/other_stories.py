"""Articles of sport, work, the stage or the market, whose weapons and strikes are figures of speech."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.reading.extract.acts import is_armed
from timeline.reading.extract.force import ARMING
from timeline.reading.extract.line import Line
from timeline.reading.extract.tolls import tolls
from timeline.reading.words import finder, phrases

_OTHER_STORY = finder(phrases("workplace_and_sport"))
_LABOUR = finder(phrases("labour_strikes"), plural=True)
_MARKET = finder(phrases("market_and_court"))
_ENOUGH = 2  # different words of sport, work or the stage


def is_another_story(lines: Sequence[Line], *, armed: bool) -> bool:
    """Whether the article is of sport, work, the stage or the market; ``armed`` says that some word of force is in it.

    A labour dispute is one as long as no weapon is named, and two words of such a story as long as no weapon hurts.
    """
    if not armed:
        return any(_OTHER_STORY.search(line.text) or _MARKET.search(line.text) for line in lines)
    if any(_LABOUR.search(line.text) for line in lines) and not any(ARMING.search(line.text) for line in lines):
        return True
    words = {m.group().lower() for line in lines for m in _OTHER_STORY.finditer(line.text)}
    return len(words) >= _ENOUGH and not any(is_armed(line) and _hurts(line) for line in lines)


def _hurts(line: Line) -> bool:
    harm = tolls(line.text, line.date_spans)
    return bool(harm.killed or harm.injured)
