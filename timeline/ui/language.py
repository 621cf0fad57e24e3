"""The language of a visit: what the address asks for, else the browser's, until the reader switches.

Every run begins with ``begin``, so that all that it draws is said in one language.
"""

from __future__ import annotations

import streamlit as st

from timeline.messages import LANGUAGES, SOURCE, _, language, speak
from timeline.ui.dom import ignore, node, show

NAME = "lang"  # in the address
HELD, SWITCH = "language", "languages"  # in the session


def begin() -> None:
    """Speak the visitor's language; callbacks that say something call this too."""
    if HELD not in st.session_state:
        asked = st.query_params.get(NAME)
        st.session_state[HELD] = asked if asked in LANGUAGES else preferred(st.context.locale)
    speak(st.session_state[HELD])


def preferred(locale: str | None) -> str:
    """The language for a browser of that locale ("uk-UA"): its own where there is a catalogue, else English."""
    own = (locale or "").replace("_", "-").partition("-")[0].lower()
    return own if own in LANGUAGES else SOURCE


def address() -> dict[str, str]:
    """What the address says of the language: nothing where English is what it would give without a word."""
    return {} if language() == preferred(st.context.locale) == SOURCE else {NAME: language()}


def unread() -> tuple[str, ...]:
    """The address's language where there is no such one."""
    asked = st.query_params.get(NAME, SOURCE)
    return () if asked in LANGUAGES else (NAME,)


def draw() -> None:
    """The switch: each language under its own name."""
    names = [
        node("button", "by", name, pick=tag, lang=tag, aria_pressed="true" if tag == language() else "false")
        for tag, name in LANGUAGES.items()
    ]
    show(
        node("div", "languages", *names, role="group", aria_label=_("Language")),
        SWITCH,
        _switched,
        ignore,
        width="content",
    )


def _switched() -> None:
    wanted = st.session_state[SWITCH].pick
    if wanted in LANGUAGES:
        st.session_state[HELD] = wanted
