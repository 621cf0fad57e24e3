"""The articles that come with the house, read once for all visitors of one language."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from timeline.events.library import Library, build
from timeline.messages import _, language
from timeline.reading.articles import read_folder

State = tuple[tuple[str, int, int], ...]


def library(folder: Path) -> Library:
    """The folder's articles, read again when a file changes."""
    with st.spinner(_("Reading the articles ...")):
        return _read(folder, _state(folder), language())


def _state(folder: Path) -> State:
    """What tells one state of the folder from another: each file's name, size and time of change."""
    files = sorted(path for path in folder.glob("*") if path.is_file())
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files)


@st.cache_resource(show_spinner=False, max_entries=4)
def _read(folder: Path, state: State, spoken: str) -> Library:
    """The folder read and merged; ``state`` and ``spoken`` are parts of the cache's key."""
    return build(*read_folder(folder))
