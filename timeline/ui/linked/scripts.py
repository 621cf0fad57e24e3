"""The view's own modules for the browser, found under a name that changes with their content."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST = "mount.js"  # what the loader imports; the rest follows from there


@cache
def modules() -> dict[str, bytes]:
    """Every module by its file name."""
    return {path.name: path.read_bytes() for path in sorted(HERE.glob("*.js")) if path.name != "loader.js"}


@cache
def version() -> str:
    """Changes with any of the modules."""
    return hashlib.sha256(b"".join(modules().values())).hexdigest()[:12]


@cache
def loader() -> str:
    """The few lines that Streamlit runs itself, from where relative imports would fail."""
    return (HERE / "loader.js").read_text(encoding="utf-8")


@cache
def styles() -> str:
    """The view's style sheet."""
    return (HERE / "view.css").read_text(encoding="utf-8")
