"""What the page says of articles and files, as trees that become text nodes: no word of theirs is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st

from timeline.events import words
from timeline.events.words import plural
from timeline.reading.intake import Fate, Incoming, Outcome
from timeline.reading.publication import Dating
from timeline.ui import dom
from timeline.ui.dom import Tree, node
from timeline.when import Basis, When

HERE = Path(__file__).resolve().parent
OPENING = 180  # characters of a text, by which a reader knows it again
MOST_FATES = 300
LANGUAGES = {
    "en": "English", "uk": "Ukrainian", "ru": "Russian", "de": "German", "fr": "French", "es": "Spanish",
    "it": "Italian", "pl": "Polish", "ar": "Arabic", "he": "Hebrew", "fa": "Persian", "tr": "Turkish", "zh": "Chinese",
    "pt": "Portuguese", "nl": "Dutch", "ro": "Romanian", "cs": "Czech", "hu": "Hungarian", "ja": "Japanese",
}  # fmt: skip
OUTCOMES = {Outcome.READ: "Read", Outcome.DUPLICATE: "Duplicate", Outcome.REFUSED: "Refused"}


def draw(tree: Tree, key: str) -> None:
    """Draw a tree that reports nothing."""
    component = st.components.v2.component(
        "dateline_bring",
        html='<div class="root"></div>',
        css="\n".join(path.read_text(encoding="utf-8") for path in (dom.HERE / "dom.css", HERE / "bring.css")),
        js=(dom.HERE / "dom.js").read_text(encoding="utf-8"),
    )
    component(key=key, data={"tree": tree})


def article(item: Incoming) -> Tree:
    """Where an article comes from, how long it is and in which language, how it begins, and every date it may have."""
    found = item.article
    facts = [item.where, language(found.language), plural(len(found.text.split()), "word")]
    opening = " ".join(found.text[: 2 * OPENING].split())
    return node(
        "div",
        "incoming",
        node("div", "opening", opening[:OPENING] + (" …" if len(opening) > OPENING else ""), dir="auto"),
        node("div", "facts", " · ".join(facts), dir="auto"),
        *_dates(item),
    )


def language(code: str) -> str:
    """The language in words; Dateline reads English alone, and says so."""
    if not code:
        return "language not known"
    name = LANGUAGES.get(code, f"language “{code}”")
    return name if code == "en" else f"{name}: only English is read"


def _dates(item: Incoming) -> Iterable[Tree]:
    if item.doubt:
        yield node("div", "doubt", f"When was it published? {item.doubt[:1].upper()}{item.doubt[1:]}.")
    if item.dates:
        said = [node("li", "", node("strong", "", days(dating.when)), f" {source(dating)}") for dating in item.dates]
        yield node("ul", "dates", *said, dir="auto")


def days(when: When) -> str:
    """The days that a date may mean, in any of its readings."""
    readings = [When(first, last, Basis.STATED) for first, last in ((when.first, when.last), *when.alternatives)]
    return " or ".join(words.days(reading) for reading in readings)


def source(dating: Dating) -> str:
    """Who gives a date, on one line."""
    return dom.plain(dating.when.rule or dating.source.value).replace("\n", " ")


def fates(found: Sequence[Fate], theme: str) -> Tree:
    """What became of every file and row, the refused first."""
    rows = [
        node(
            "li",
            f"fate {fate.outcome.value}",
            node("span", "outcome", OUTCOMES[fate.outcome]),
            node("span", "", node("strong", "", fate.where), *_why(fate), dir="auto"),
        )
        for fate in found[:MOST_FATES]
    ]
    if len(found) > MOST_FATES:
        rows.append(node("li", "fate", f"and {len(found) - MOST_FATES:,} more"))
    return node("ul", f"fates {theme}", *rows)


def _why(fate: Fate) -> Iterable[Tree]:
    if fate.why:
        remedy = f"; {fate.remedy}" if fate.remedy else ""
        yield node("small", "", f"{fate.why}{remedy}")
