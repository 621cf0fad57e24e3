"""The one door through which words of articles reach the page besides ``st.text``: a tree that becomes DOM text nodes.

A tree holds tags of a short list, our own class names and plain text. ``dom.js`` builds elements and sets
``textContent``, so nothing in a text is ever markup, and a link is made only of a checked http(s) address.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import streamlit as st

from timeline.messages import _, language

HERE = Path(__file__).resolve().parent
Tree = list[Any]  # [tag, {attribute: text}, [child or text, ...]]

OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # directions that a text may not force


def node(tag: str, css: str = "", *children: Tree | str | None, **attributes: str) -> Tree:
    """One element. ``css`` are class names; ``None`` children go.

    ``pick`` makes a button that reports an event to the page, ``act`` one that reports what else is asked for, ``copy``
    one that puts this text on the clipboard, ``call`` one that opens the keys or the tour.
    """
    found = {name.replace("_", "-"): value for name, value in attributes.items()}
    if css:
        found["class"] = css
    return [tag, found, [plain(c) if isinstance(c, str) else c for c in children if c is not None]]


def plain(text: str) -> str:
    """The text without direction overrides and control characters, which could make it read as something else."""
    kept = text.translate(OVERRIDES)
    return "".join(c for c in kept if c in "\n\t" or unicodedata.category(c) != "Cc")


def link(url: str) -> Tree | None:
    """A link with its host shown, or ``None`` for anything but a plain http(s) address."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or parts.username is not None:
        return None
    return node("a", "link", f"{host} ↗", href=url.strip())


def ignore() -> None:
    """For a tree that does not report this."""


def show(
    tree: Tree,
    key: str,
    on_pick: Callable[[], None],
    on_screen: Callable[[], None],
    on_act: Callable[[], None] = ignore,
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """Draw the tree. A click on a ``pick`` element is in ``st.session_state[key].pick`` when ``on_pick`` is called, one
    on an ``act`` element in ``act``; a screen smaller than a desk's is reported once, in ``screen``.
    """
    component = st.components.v2.component(
        "dateline_dom",
        html='<div class="root"></div>',
        css=(HERE / "dom.css").read_text(encoding="utf-8"),
        js=(HERE / "dom.js").read_text(encoding="utf-8"),
    )
    words = {"copied": _("Copied"), "refused": _("The browser does not let this page copy")}
    component(
        key=key,
        data={"tree": tree, "language": language(), "words": words},
        on_pick_change=on_pick,
        on_act_change=on_act,
        on_screen_change=on_screen,
        width=width,
    )
