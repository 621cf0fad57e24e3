"""What the page says of articles and files, as trees that become text nodes: no word of theirs is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st

from timeline.events import words
from timeline.events.words import plural
from timeline.messages import _, later, listed, ngettext, said, tongue
from timeline.messages import language as spoken
from timeline.reading.intake import Fate, Incoming, Outcome
from timeline.reading.publication import Dating
from timeline.ui import dom
from timeline.ui.dom import Tree, node
from timeline.when import Basis, When

HERE = Path(__file__).resolve().parent
OPENING = 180  # characters of a text, by which a reader knows it again
MOST_FATES = 300
OUTCOMES = {Outcome.READ: later("Read"), Outcome.DUPLICATE: later("Duplicate"), Outcome.REFUSED: later("Refused")}


def draw(tree: Tree, key: str) -> None:
    """Draw a tree that reports nothing."""
    component = st.components.v2.component(
        "dateline_bring",
        html='<div class="root"></div>',
        css="\n".join(path.read_text(encoding="utf-8") for path in (dom.HERE / "dom.css", HERE / "bring.css")),
        js=(dom.HERE / "dom.js").read_text(encoding="utf-8"),
    )
    component(key=key, data={"tree": tree, "language": spoken()})


def article(item: Incoming) -> Tree:
    """Where an article comes from, how long it is and in which language, how it begins, and every date it may have."""
    found = item.article
    facts = [said(item.where), language(found.language), plural(len(found.text.split()), "word")]
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
        return _("language not known")
    name = tongue(code) or _("language “{code}”").format(code=code)
    name = name[:1].upper() + name[1:]
    return name if code == "en" else _("{language}: only English is read").format(language=name)


def _dates(item: Incoming) -> Iterable[Tree]:
    if item.doubt:
        doubt = said(item.doubt)
        asked = _("When was it published? {doubt}.").format(doubt=doubt[:1].upper() + doubt[1:])
        yield node("div", "doubt", asked)
    if item.dates:
        rows = [node("li", "", node("strong", "", days(dating.when)), f" {source(dating)}") for dating in item.dates]
        yield node("ul", "dates", *rows, dir="auto")


def days(when: When) -> str:
    """The days that a date may mean, in any of its readings."""
    readings = [When(first, last, Basis.STATED) for first, last in ((when.first, when.last), *when.alternatives)]
    return listed([words.days(reading) for reading in readings], "or")


def source(dating: Dating) -> str:
    """Who gives a date, on one line."""
    return dom.plain(said(dating.when.rule) or _(dating.source.value)).replace("\n", " ")


def fates(found: Sequence[Fate], theme: str) -> Tree:
    """What became of every file and row, the refused first."""
    rows = [
        node(
            "li",
            f"fate {fate.outcome.value}",
            node("span", "outcome", _(OUTCOMES[fate.outcome])),
            node("span", "", node("strong", "", said(fate.where)), *_why(fate), dir="auto"),
        )
        for fate in found[:MOST_FATES]
    ]
    if len(found) > MOST_FATES:
        left = ngettext("and {count} more", "and {count} more", len(found) - MOST_FATES)
        rows.append(node("li", "fate", left))
    return node("ul", f"fates {theme}", *rows)


def _why(fate: Fate) -> Iterable[Tree]:
    if fate.why:
        told = _("{why}; {remedy}").format(why=said(fate.why), remedy=said(fate.remedy))
        yield node("small", "", told if fate.remedy else said(fate.why))
