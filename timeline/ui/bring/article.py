"""One article that waits to be read: its title, its outlet and its date of publication, each to be mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from timeline.messages import _, later
from timeline.reading.limits import LAST_YEAR, MAX_FIELD
from timeline.reading.publication import OLDEST, Source
from timeline.ui.bring import trees
from timeline.ui.bring.held import YOURS, Brought
from timeline.ui.dom import plain
from timeline.when import Basis, When

LATEST = date(LAST_YEAR, 12, 31)
NOT_KNOWN, DAY, BETWEEN = "not known", "a day", "between two days"
OTHER = {NOT_KNOWN: later("Not known"), DAY: later("Another day …"), BETWEEN: later("Between two days …")}
FIELDS = {DAY: (later("Day"),), BETWEEN: (later("From"), later("To"))}  # by what is typed


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of one date that the article may have."""

    when: When
    label: str


def choices(held: Brought, number: int) -> list[Choice]:
    """Every day that any source gives, each reading by itself; the visitor's own days come last."""
    found: dict[tuple[date | None, date | None], Choice] = {}
    for dating in held.items[number].dates:
        for first, last in ((dating.when.first, dating.when.last), *dating.when.alternatives):
            when = replace(dating.when, first=first, last=last, alternatives=())
            found.setdefault((first, last), Choice(when, f"{trees.days(when)} · {_(dating.source.value)}"))
    proposed = held.items[number].article.published
    if proposed and (proposed.first, proposed.last) not in found:
        by = _(Source.YOURS.value) if proposed.rule == YOURS else _("what all allow")
        found[proposed.first, proposed.last] = Choice(proposed, f"{trees.days(proposed)} · {by}")
    return list(found.values())


def draw(held: Brought, number: int) -> None:
    """Draw the article with what may be mended."""
    item = held.items[number]
    with st.container(border=True, key=f"article-{number}"):
        title, outlet, published, out = st.columns([36, 20, 30, 14], vertical_alignment="bottom")
        for column, label, value, hint in (
            (title, later("Title"), item.article.title, later("no title")),
            (outlet, later("Outlet"), item.article.outlet, later("not known")),
        ):
            column.text_input(
                _(label),
                plain(value),
                MAX_FIELD,
                f"{label.lower()}-{number}",
                on_change=_name,
                args=(held, number),
                placeholder=_(hint),
            )
        with published:
            _published(held, number)
        wanted = number not in held.left_out
        out.checkbox(_("Read it"), wanted, f"in-{number}", on_change=_leave_out, args=(held, number))
        _typed(held, number)
        trees.draw(trees.article(item), f"about-{number}")


def _published(held: Brought, number: int) -> None:
    """The choice among the dates that were found, and fields for others."""
    found = choices(held, number)
    options: Sequence[int | str] = [*range(len(found)), *OTHER]
    item = held.items[number]
    now = item.article.published
    mode = held.modes.get(number)
    at = next(
        (n for n, choice in enumerate(found) if now and (choice.when.first, choice.when.last) == (now.first, now.last)),
        None,
    )
    index = options.index(mode) if mode else at if now else None if item.doubt else options.index(NOT_KNOWN)
    st.selectbox(
        _("Published"),
        options,
        index,
        lambda option: found[option].label if isinstance(option, int) else _(OTHER[option]),
        key=_key(held, number),
        on_change=_choose,
        args=(held, number, found),
        placeholder=_("Choose a day or “not known”"),
    )


def _typed(held: Brought, number: int) -> None:
    """Fields for a day that nobody gives, or for the two days between which it lies."""
    mode = held.modes.get(number)
    if mode is None:
        return
    names = FIELDS[mode]
    columns = st.columns([56, *(44 / len(names) for _ in names)])[1:]
    for column, name in zip(columns, names, strict=True):
        key = f"{name}-{number}"
        column.date_input(_(name), None, OLDEST, LATEST, key, on_change=_date, args=(held, number), format="YYYY-MM-DD")


def _key(held: Brought, number: int) -> str:
    """The key of the choice, another one whenever what is chosen was set by us."""
    return f"published-{number}-{held.redrawn[number]}"


def _name(held: Brought, number: int) -> None:
    held.name(number, st.session_state[f"title-{number}"].strip(), st.session_state[f"outlet-{number}"].strip())


def _leave_out(held: Brought, number: int) -> None:
    (held.left_out.discard if st.session_state[f"in-{number}"] else held.left_out.add)(number)


def _choose(held: Brought, number: int, found: Sequence[Choice]) -> None:
    option = st.session_state[_key(held, number)]
    held.modes.pop(number, None)
    if isinstance(option, int):
        held.date(number, found[option].when)
    elif option == NOT_KNOWN:
        held.date(number, None)
    elif option in (DAY, BETWEEN):
        held.modes[number] = option


def _date(held: Brought, number: int) -> None:
    """Take the day, or the days when both are given; earlier and later may come in either order."""
    names = FIELDS[held.modes.get(number, BETWEEN)]
    fields = [st.session_state.get(f"{name}-{number}") for name in names]
    given = [day for day in fields if isinstance(day, date)]
    if len(given) == len(names):
        held.date(number, When(min(given), max(given), Basis.STATED, rule=YOURS))
        held.modes.pop(number, None)
        held.redrawn[number] += 1
