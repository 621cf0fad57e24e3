"""Sides that are no person: armed groups and bodies of many states, by the names that their tables give them."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.event import Party
from timeline.reading.words import Cues, table

GROUP_COUNTRY = {row["name"].lower(): row["country"] or None for row in table("armed_groups")}
_GROUP = {row["name"].lower(): row["group"] for row in table("armed_groups")}
_ACRONYM = re.compile(r"[A-Z]{4,}")  # which British papers write like a name: "Farc"
GROUPS = Cues(
    [
        *(row["name"] for row in table("armed_groups")),
        *map(str.upper, GROUP_COUNTRY),
        *(row["name"].title() for row in table("armed_groups") if row["group"] and _ACRONYM.fullmatch(row["name"])),
    ],
    exact_case=True,
)
_WORLD_BODY = {row["name"].lower(): row["body"] for row in table("world_bodies")}


COALITION = re.compile(r"\b[A-Z]\w+-led\s+(?:[a-z]+\s+)?(?:coalition|alliance)\b")  # "the Saudi-led coalition"


def is_coalition(party: Party) -> bool:
    """Whether the party is a coalition called by the state that leads it, a side of its own."""
    return bool(COALITION.search(party.name))


def is_group(party: Party) -> bool:
    """Whether the party is an armed group of the table, no state."""
    return bool(_GROUP.get(party.name.lower()))


def is_world_body(party: Party) -> bool:
    """Whether the party is a body of many states, or a watchdog, of the table."""
    return party.name.lower() in _WORLD_BODY


def side(party: Party) -> str:
    """Tell sides apart: an armed group by its name, a state by its country, else the words themselves.

    A government and the rebels of its country are two sides.
    """
    name = party.name.lower()
    return _group_named(name) or party.country or _WORLD_BODY.get(name) or name


@lru_cache(maxsize=1_024)  # each name is asked for by every pair
def _group_named(name: str) -> str | None:
    """Give the group whose name these words end with: "Sudan's Rapid Support Forces"."""
    words = name.split()
    return next((group for i in range(len(words)) if (group := _GROUP.get(" ".join(words[i:])))), None)
