"""A name found in a text, with what it may mean."""

from __future__ import annotations

from typing import NamedTuple

from geo.place import Cue


class Found(NamedTuple):
    """A name in the text with the rows it may mean (``postings`` of the gazetteer), its cue and what loosens it.

    Not ``exact``: the gazetteer has it in another spelling alone. ``before``: the word right before it, as
    ``cues.word_before`` gives it. A tuple, for a text has thousands of them.
    """

    start: int
    end: int
    key: str
    postings: tuple[int, ...]
    cue: Cue
    qualifier: str
    exact: bool = True
    before: str = ""
