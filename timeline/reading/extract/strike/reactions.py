"""Strikes that a sentence only reacts to between commas: "X, condemning the blast that killed nine, flew home"."""

from __future__ import annotations

import re

from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.told import Teller, only
from timeline.reading.words import finder, of_class

_REACTION = re.compile(  # "The president[, condemning the blast that killed nine,] flew to Tartus"
    rf"(?<=[^\W\d_]),\s+((?:{finder(of_class('reactions', 'reacting')).pattern})\s[^,;:“”\"]+)(?:,(?=\s)|\.?$)"
)


def part_reaction(line: Line, tell: Teller) -> tuple[Line, Line] | None:
    """Part from a sentence the strike that somebody only reacts to in it: "[condemning the blast that killed nine]"."""
    aside = _REACTION.search(line.text)
    if aside is None:
        return None
    inside = aside.end() < len(line.text)  # then nothing but who reacts stands before
    reaction = only(line, [(0 if inside else aside.start(1), aside.end(1))])
    beside = only(line, [(0, aside.start()), (aside.end(), len(line.text))])
    told = tell(beside)
    return None if tell(reaction) is None or (told and told.hurt) else (beside, reaction)
