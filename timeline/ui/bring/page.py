"""Bring your own articles: give files or a text, look at what they are, say when they were published, read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

from timeline.events.words import plural
from timeline.messages import _, later, ngettext, number, pgettext
from timeline.reading.limits import MAX_FIELD, MAX_FILE_BYTES, MAX_TEXT
from timeline.reading.publication import OLDEST
from timeline.ui import language, online, session
from timeline.ui.bring import article, trees
from timeline.ui.bring.held import YOURS, Brought, File, brought, forget
from timeline.when import Basis, When

PAGE = 10  # articles shown at once
PROMISE = later(
    "What you bring stays in this visit: no other visitor sees it, it is not stored, and nothing is sent anywhere."
)
PROMISE_ONLINE = later(
    "What you bring stays in this visit: no other visitor sees it, it is not stored, and nothing is sent anywhere "
    "but names of places."
)
FORMS = later("txt, md, html, pdf, docx, csv, json, jsonl, {size} MB each; with an articles.csv or not")
UNDATED = later(
    "{undated} of {wanted} without a date of publication. "
    "Without its date of publication “on Tuesday” stays unresolved, and its events are listed without a date."
)
ENCODINGS = {
    "cp1252": later("Western (cp1252)"),
    "cp1251": later("Cyrillic (cp1251)"),
    "koi8-r": later("Cyrillic (KOI8-R)"),
    "cp1250": later("Central European (cp1250)"),
    "cp1256": later("Arabic (cp1256)"),
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
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] button p {
  position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%%); }
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"]::after { content: "%s"; }
</style>"""  # Streamlit's uploader speaks English alone, so its words give way to ours


def show(taken: Iterable[str], today: date) -> None:
    """Draw the page. ``taken`` are the ids of the articles that the house has, ``today`` the day of the visit."""
    st.html(STYLE % _("Choose files"))
    held = brought(taken, today)
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        st.title(_("Bring your own articles"), anchor=False, width="content")
        st.page_link(st.session_state["pages"]["map"], label=_("Back to the map"), icon=":material/map:")
        language.draw()
    st.caption(_(PROMISE_ONLINE if online.wanted() else PROMISE))
    online.switch()
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
    told = _("Looking at {files}: {done} done").format(files=plural(total, "file"), done=number(held.opened))
    st.progress(held.opened / total, told)
    st.button(_("Stop"), on_click=held.stop_opening, help=_("What is opened is kept"))
    held.open_some()
    st.rerun()


def _reading(held: Brought) -> None:
    """Read articles for a turn, and say how far it is."""
    done = held.wanted - len(held.todo)
    told = _("Reading {articles}: {done} done").format(articles=plural(held.wanted, "article"), done=number(done))
    st.progress(done / held.wanted, told)
    st.button(_("Stop"), on_click=held.finish, help=_("What is read is kept"))
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
    files, paste = st.tabs([_("Files"), _("Paste a text")])
    with files:
        found = st.file_uploader(
            _("Files"), accept_multiple_files=True, key=f"files-{held.turn}", label_visibility="collapsed"
        )
        st.caption(_(FORMS).format(size=MAX_FILE_BYTES // 1_000_000))
        if found:
            held.take(File(one.name, one.getvalue()) for one in found)
            st.rerun()
    with paste, st.form(f"paste-{held.turn}", border=False):
        whole, promise = _("The whole article"), _("Its date is read; nothing is fetched")
        text = st.text_area(
            _("Text"), height=180, max_chars=MAX_TEXT, key=f"pasted-text-{held.turn}", placeholder=whole
        )
        title = st.text_input(_("Title"), max_chars=MAX_FIELD, key=f"pasted-title-{held.turn}")
        outlet = st.text_input(_("Outlet"), max_chars=MAX_FIELD, key=f"pasted-outlet-{held.turn}")
        key = f"pasted-link-{held.turn}"
        url = st.text_input(_("Link"), max_chars=MAX_FIELD, key=key, placeholder="https://…", help=promise)
        if st.form_submit_button(_("Add")):
            held.paste(text, title.strip(), outlet.strip(), url.strip())
            held.turn += 1
            st.rerun()


def _undecoded(held: Brought) -> None:
    """Ask for the encoding of files that do not say theirs."""
    count = len(held.intake.undecoded)
    if count:
        st.text(
            ngettext(
                "{count} file not in UTF-8, without a word on the encoding:",
                "{count} files not in UTF-8, without a word on the encoding:",
                count,
            )
        )
        chosen = st.selectbox(
            _("Encoding"),
            list(ENCODINGS),
            None,
            lambda name: _(ENCODINGS[name]),
            key=f"encoding-{held.turn}",
            placeholder=_("Choose one"),
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
        st.subheader(_("What became of them"), anchor=False)
        st.text(" · ".join(f"{_(name)} {number(count)}" for name, count in counts if count))
        with st.container(height=280 if len(fates) > 5 else "content", border=False):
            trees.draw(trees.fates(fates, session.theme()), "fates")
    if held.items or fates:
        st.button(_("Forget all of it"), on_click=forget, help=_("Lets go of everything that you brought"))


def _result(held: Brought) -> None:
    """What came of those that are read."""
    if held.own is not None and held.done:
        count = len(held.own.copies)
        said = _("{articles} read, {copies}: {events}.") if count else _("{articles} read: {events}.")
        told = said.format(
            articles=plural(len(held.done), "article"),
            copies=ngettext("{count} of them a copy", "{count} of them copies", count),
            events=plural(len(held.own.events), "event"),
        )
        with st.container(horizontal=True, vertical_alignment="center", key="result"):
            st.text(told)
            st.page_link(st.session_state["pages"]["map"], label=_("See them on the map"), icon=":material/map:")


def _date_all(held: Brought) -> None:
    """The same days for every article without a date, as for a folder of one week."""
    with st.popover(_("Date all that have none")):
        first = st.date_input(_("Published between"), None, OLDEST, article.LATEST, "all-first", format="YYYY-MM-DD")
        last = st.date_input(
            pgettext("a last day", "and"), None, OLDEST, article.LATEST, "all-last", format="YYYY-MM-DD"
        )
        if st.button(_("Set"), disabled=not (first and last)) and first and last:
            held.date_all(When(min(first, last), max(first, last), Basis.STATED, rule=YOURS))
            st.rerun()


def _waiting(held: Brought) -> None:
    """The articles that wait, those with a doubtful date first."""
    numbers = held.waiting
    if not numbers:
        if not held.done:
            st.text(_("Nothing yet. Drop files, or paste a text: before anything is read you see what it is."))
        return
    undated = sum(held.items[n].article.published is None for n in numbers if n not in held.left_out)
    wanted = len([n for n in numbers if n not in held.left_out])
    with st.container(horizontal=True, vertical_alignment="center", key="ready"):
        label = ngettext("Read {count} article", "Read {count} articles", wanted)
        st.button(label, on_click=held.start, type="primary", disabled=not wanted)
        if undated:
            _date_all(held)
    if undated:
        st.caption(_(UNDATED).format(undated=number(undated), wanted=number(wanted)))
    last = (len(numbers) - 1) // PAGE
    page = min(st.number_input(_("Page"), 1, last + 1, key="articles-page") - 1, last) if last else 0
    for one in numbers[page * PAGE : (page + 1) * PAGE]:
        article.draw(held, one)
