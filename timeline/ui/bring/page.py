"""Bring your own articles: give files or a text, look at what they are, say when they were published, read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

from timeline.events.words import plural
from timeline.reading.limits import MAX_FIELD, MAX_FILE_BYTES, MAX_TEXT
from timeline.reading.publication import OLDEST
from timeline.ui import session
from timeline.ui.bring import article, trees
from timeline.ui.bring.held import YOURS, Brought, File, brought, forget
from timeline.when import Basis, When

PAGE = 10  # articles shown at once
PROMISE = (
    "What you bring stays in this session: no other visitor sees it, it is not stored, and nothing is sent anywhere."
)
FORMS = (
    f"txt, md, html, pdf, docx, csv, json, jsonl, {MAX_FILE_BYTES // 1_000_000} MB each; with an articles.csv or not"
)
UNDATED = "Without its date of publication “on Tuesday” stays unresolved, and its events are listed without a date."
ENCODINGS = {
    "cp1252": "Western (cp1252)",
    "cp1251": "Cyrillic (cp1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "cp1250": "Central European (cp1250)",
    "cp1256": "Arabic (cp1256)",
}
STYLE = """<style>
.stMainBlockContainer { padding: 1rem 1.6rem 2rem; max-width: 1500px; }
header[data-testid="stHeader"] { background: transparent; height: 2rem; min-height: 2rem; }
[data-testid="stWidgetLabel"] p { font-size: 12.5px; }
h1 { padding: 0 0 .2rem !important; font-size: 1.5rem !important; letter-spacing: -.01em; }
h3 { padding: .2rem 0 !important; font-size: 1.02rem !important; }
.st-key-bring { display: grid; grid-template: "give waiting" auto "told waiting" 1fr / 36fr 64fr; gap: 1rem 2.5rem; }
.st-key-bring > :nth-child(1) { grid-area: give; }
.st-key-bring > :nth-child(2) { grid-area: waiting; }
.st-key-bring > :nth-child(3) { grid-area: told; }
@media (max-width: 900px) {
  .st-key-bring { grid-template: "give" auto "waiting" auto "told" auto / minmax(0, 1fr); }
}
[class*="st-key-article-"] { padding: .6rem .9rem .8rem; gap: .45rem; }
@media (max-width: 700px) { .stMainBlockContainer { padding: 1rem .8rem 2rem; } }
</style>"""


def show(taken: Iterable[str], today: date) -> None:
    """Draw the page. ``taken`` are the ids of the articles that the house has, ``today`` the day of the visit."""
    st.html(STYLE)
    held = brought(taken, today)
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        st.title("Bring your own articles", anchor=False, width="content")
        st.page_link(st.session_state["pages"]["map"], label="Back to the map", icon=":material/map:")
    st.caption(PROMISE)
    with held.lock:  # an older run of this page may still be in its turn
        opening, reading = bool(held.files), bool(held.todo)
    if opening:
        _opening(held)
    elif reading:
        _reading(held)
    else:
        _stand(held)


def _opening(held: Brought) -> None:
    """Open files for a turn, and say how far it is."""
    total = held.opened + len(held.files)
    st.progress(held.opened / total, f"Looking at {plural(total, 'file')}: {held.opened:,} done")
    st.button("Stop", on_click=held.stop_opening, help="What is opened is kept")
    held.open_some()
    st.rerun()


def _reading(held: Brought) -> None:
    """Read articles for a turn, and say how far it is."""
    done = held.wanted - len(held.todo)
    st.progress(done / held.wanted, f"Reading {plural(held.wanted, 'article')}: {done:,} done")
    st.button("Stop", on_click=held.finish, help="What is read is kept")
    held.read_some()
    st.rerun()


def _stand(held: Brought) -> None:
    """Nothing is being done: give more, mend what waits, see what became of it; ``STYLE`` puts the three in place."""
    with st.container(key="bring"):
        with st.container(key="give"):
            _give(held)
            _undecoded(held)
        with st.container(key="waiting"):
            _result(held)
            _waiting(held)
        with st.container(key="told"):
            _told(held)


def _give(held: Brought) -> None:
    files, paste = st.tabs(["Files", "Paste a text"])
    with files:
        found = st.file_uploader(
            "Files", accept_multiple_files=True, key=f"files-{held.turn}", label_visibility="collapsed"
        )
        st.caption(FORMS)
        if found:
            held.take(File(one.name, one.getvalue()) for one in found)
            st.rerun()
    with paste, st.form(f"paste-{held.turn}", border=False):
        text = st.text_area("Text", height=180, max_chars=MAX_TEXT, placeholder="The whole article")
        title = st.text_input("Title", max_chars=MAX_FIELD)
        outlet = st.text_input("Outlet", max_chars=MAX_FIELD)
        url = st.text_input(
            "Link", max_chars=MAX_FIELD, placeholder="https://…", help="Its date is read; nothing is fetched"
        )
        if st.form_submit_button("Add"):
            held.paste(text, title.strip(), outlet.strip(), url.strip())
            held.turn += 1
            st.rerun()


def _undecoded(held: Brought) -> None:
    """Ask for the encoding of files that do not say theirs."""
    count = len(held.intake.undecoded)
    if count:
        st.text(f"{plural(count, 'file')} not in UTF-8, without a word on the encoding:")
        chosen = st.selectbox(
            "Encoding", list(ENCODINGS), None, lambda name: ENCODINGS[name], key=f"encoding-{held.turn}"
        )
        if chosen:
            held.reopen(chosen)
            held.turn += 1
            st.rerun()


def _told(held: Brought) -> None:
    """What became of every file."""
    fates = held.fates
    if fates:
        counts = [(name, sum(fate.outcome is outcome for fate in fates)) for outcome, name in trees.OUTCOMES.items()]
        st.subheader("What became of them", anchor=False)
        st.text(" · ".join(f"{name} {count:,}" for name, count in counts if count))
        with st.container(height=280 if len(fates) > 5 else "content", border=False):
            trees.draw(trees.fates(fates, session.theme()), "fates")
    if held.items or fates:
        st.button("Forget all of it", on_click=forget, help="Lets go of everything that you brought")


def _result(held: Brought) -> None:
    """What came of those that are read."""
    if held.own is not None and held.done:
        events = plural(len(held.own.events), "event")
        count = len(held.own.copies)
        copies = f", {count:,} of them {'a copy' if count == 1 else 'copies'}" if count else ""
        with st.container(horizontal=True, vertical_alignment="center", key="result"):
            st.text(f"{plural(len(held.done), 'article')} read{copies}: {events}.")
            st.page_link(st.session_state["pages"]["map"], label="See them on the map", icon=":material/map:")


def _date_all(held: Brought) -> None:
    """The same days for every article without a date, as for a folder of one week."""
    with st.popover("Date all that have none"):
        first = st.date_input("Published between", None, OLDEST, article.LATEST, "all-first", format="YYYY-MM-DD")
        last = st.date_input("and", None, OLDEST, article.LATEST, "all-last", format="YYYY-MM-DD")
        if st.button("Set", disabled=not (first and last)) and first and last:
            held.date_all(When(min(first, last), max(first, last), Basis.STATED, rule=YOURS))
            st.rerun()


def _waiting(held: Brought) -> None:
    """The articles that wait, those with a doubtful date first."""
    numbers = held.waiting
    if not numbers:
        if not held.done:
            st.text("Nothing yet. Drop files, or paste a text: before anything is read you see what it is.")
        return
    undated = sum(held.items[n].article.published is None for n in numbers if n not in held.left_out)
    wanted = len([n for n in numbers if n not in held.left_out])
    with st.container(horizontal=True, vertical_alignment="center", key="ready"):
        st.button(f"Read {plural(wanted, 'article')}", on_click=held.start, type="primary", disabled=not wanted)
        if undated:
            _date_all(held)
    if undated:
        st.caption(f"{undated:,} of {wanted:,} without a date of publication. {UNDATED}")
    last = (len(numbers) - 1) // PAGE
    page = min(st.number_input("Page", 1, last + 1, key="articles-page") - 1, last) if last else 0
    for number in numbers[page * PAGE : (page + 1) * PAGE]:
        article.draw(held, number)
