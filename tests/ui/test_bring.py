"""Articles of one's own, brought without a browser: what they are is shown before anything is read."""

from __future__ import annotations

import json
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.reading import raw_files
from tests.ui.test_languages import SAME, Marked, drawn, unmarked
from timeline import messages
from timeline.reading.intake import Intake, Outcome
from timeline.ui.bring.held import KEY, Brought, File

APP = Path(__file__).with_name("bring_app.py")
STORY = "A Russian missile hit a mill in Kharkiv on Saturday, officials said. Three people were injured in the attack."
DATED = raw_files.page(STORY, "Mill burns", '<meta property="article:published_time" content="2025-10-05T08:00:00Z">')


def opened() -> AppTest:
    """The page, with nothing brought."""
    return settled(AppTest.from_file(str(APP), default_timeout=60).run())


def settled(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def given(*files: tuple[str, bytes], app: AppTest | None = None) -> AppTest:
    """The page after these files were dropped on it."""
    app = app or opened()
    uploader = app.get("file_uploader")[0]
    uploader.set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    return settled(app)


def held(app: AppTest) -> Brought:
    found: Brought = app.session_state[KEY]
    return found


def said(app: AppTest) -> str:
    """Every word on the page: texts, captions, and what the components were given."""
    given = [json.loads(element.proto.json or "null") for element in app.get("bidi_component")]
    return "\n".join([*(text.value for text in (*app.text, *app.caption)), json.dumps(given, ensure_ascii=False)])


def press(app: AppTest, label: str) -> AppTest:
    """Press the button whose label begins so."""
    (button,) = [one for one in app.button if one.label.startswith(label)]
    return settled(button.click().run())


def test_it_opens_calm_and_says_where_things_stay() -> None:
    """Nothing brought, a promise, and the two ways in."""
    app = opened()
    assert "stays in this visit" in said(app) and "Nothing yet" in said(app)
    assert [tab.label for tab in app.tabs] == ["Files", "Paste a text"]


def test_before_anything_is_read_it_shows_what_each_article_is() -> None:
    """Title, date with every candidate and its source, language and length; nothing is read yet."""
    app = given(("mill.html", DATED))
    assert app.text_input(key="title-0").value == "Mill burns"
    assert "5 October 2025" in app.selectbox(key="published-0-0").options[0]
    assert "metadata: article:published_time" in said(app)
    assert "mill.html · English · " in said(app)
    assert not held(app).done and held(app).own is None


def test_a_missing_date_is_asked_for() -> None:
    """The choice is empty, the question stands beside it, and the count above."""
    app = given(("mill.txt", STORY.encode()), ("mill.html", DATED))
    assert app.selectbox(key="published-0-0").value is None
    assert "When was it published? No date of publication was found." in said(app)
    assert "1 of 2 without a date of publication" in said(app)


@pytest.mark.parametrize(
    ("mode", "days", "expected"),
    [
        ("Another day …", {"Day-0": date(2025, 10, 5)}, (date(2025, 10, 5), date(2025, 10, 5))),
        (
            "Between two days …",
            {"From-0": date(2025, 10, 31), "To-0": date(2025, 10, 4)},
            (date(2025, 10, 4), date(2025, 10, 31)),
        ),
        ("Not known", {}, None),
    ],
)
def test_a_date_can_be_given(mode: str, days: dict[str, date], expected: tuple[date, date] | None) -> None:
    """A day, an interval in either order, or "not known", each with its source."""
    app = given(("mill.txt", STORY.encode()))
    settled(app.selectbox(key="published-0-0").select(mode).run())
    for key, day in days.items():
        settled(app.date_input(key=key).set_value(day).run())
    item = held(app).items[0]
    when = item.article.published
    assert (when and (when.first, when.last)) == expected and not item.doubt
    assert "When was it published?" not in said(app)
    if when:
        assert when.rule == "said by you"
        assert "yours" in str(app.selectbox(key="published-0-1").options[0])


def test_one_date_for_all_that_have_none() -> None:
    """As for a folder of one week; a date that was found stays."""
    app = given(("a.txt", STORY.encode()), ("b.txt", STORY.replace("mill", "port").encode()), ("mill.html", DATED))
    settled(app.date_input(key="all-first").set_value(date(2025, 10, 4)).run())
    settled(app.date_input(key="all-last").set_value(date(2025, 10, 10)).run())
    press(app, "Set")
    found = [item.article.published for item in held(app).items]
    assert [when and when.rule for when in found] == ["said by you", "said by you", "metadata: article:published_time"]


def test_reading_makes_a_library_of_the_session() -> None:
    """What was mended is what is read; every file's fate is told."""
    app = given(("mill.html", DATED), ("again.html", DATED), ("bad.pdf", b"x"))
    settled(app.text_input(key="title-0").set_value("A mill burns").run())
    settled(app.text_input(key="outlet-0").set_value("The Mail").run())
    press(app, "Read 1 article")
    own = held(app).own
    assert own is not None
    (event,) = own.events
    assert event.when is not None and event.when.first == date(2025, 10, 4)
    assert (own.articles[0].title, own.articles[0].outlet) == ("A mill burns", "The Mail")
    assert [(fate.where, fate.outcome) for fate in held(app).fates] == [
        ("bad.pdf", Outcome.REFUSED),
        ("again.html", Outcome.DUPLICATE),
        ("mill.html", Outcome.READ),
    ]
    assert "1 article read: 1 event." in said(app) and "Read 1 · Duplicate 1 · Refused 1" in said(app)


def test_many_articles_come_in_pages_the_doubtful_first() -> None:
    """So that a phone draws them, and the questions are met first."""
    rows = [{"text": f"{STORY} Number {n}.", "published": "2025-10-05" if n else ""} for n in range(25)]
    app = given(("a.json", json.dumps([*rows[1:], rows[0]]).encode()))
    assert "1 of 25 without a date" in said(app)
    assert [box.key for box in app.checkbox] == ["in-24", *(f"in-{n}" for n in range(9))]
    settled(app.number_input(key="articles-page").set_value(3).run())
    assert [box.key for box in app.checkbox] == [f"in-{n}" for n in range(19, 24)]


def test_an_article_can_be_left_out() -> None:
    """It waits, and is not read."""
    app = given(("a.txt", STORY.encode()), ("b.txt", STORY.replace("mill", "port").encode()))
    settled(app.checkbox(key="in-0").uncheck().run())
    press(app, "Read 1 article")
    assert list(held(app).done) == [1] and held(app).waiting == [0]


def test_a_pasted_text_is_an_article() -> None:
    """With the date of its link."""
    app = opened()
    app.text_area[0].input(STORY)
    for field, value in zip(app.text_input, ["Mill burns", "The Mail", "https://e.org/2025/10/05/mill"], strict=False):
        field.input(value)
    press(app, "Add")
    item = held(app).items[0]
    assert (item.article.title, item.article.outlet) == ("Mill burns", "The Mail")
    assert item.article.published is not None and item.article.published.rule == "URL"


def test_stopping_keeps_what_is_done() -> None:
    """Files that are not opened are told, articles that are not read wait, and those that are make the library."""
    mine = Brought(Intake())
    mine.take([File("a.txt", STORY.encode()), File("b.txt", STORY.replace("mill", "port").encode())])
    mine.open_some()
    mine.take([File("c.txt", b"More."), File("../d.txt", b"And more.")])
    mine.stop_opening()
    assert [item.file for item in mine.items] == ["a.txt", "b.txt"]
    assert [(fate.where, fate.outcome) for fate in mine.fates] == [
        ("c.txt", Outcome.REFUSED),
        ("d.txt", Outcome.REFUSED),
    ]
    mine.start()
    mine.todo.pop()  # as if the visitor had stopped before the last one
    mine.read_some()
    assert list(mine.done) == [0] and mine.waiting == [1]
    assert mine.own is not None and [article.id for article in mine.own.articles] == ["a"]
    mine.start()
    mine.read_some()
    assert [article.id for article in mine.own.articles] == ["a", "b"]


def test_stopping_in_the_middle_of_a_turn_loses_nothing() -> None:
    """A click runs beside the turn that it stops; whatever was read by then is in the library."""
    mine = Brought(Intake())
    for number in range(40):
        mine.paste(f"{STORY} Number {number}.", "", "", "")
    mine.start()
    turn = threading.Thread(target=mine.read_some)
    turn.start()
    while not mine.done:
        time.sleep(0.001)
    mine.finish()
    turn.join()
    assert mine.own is not None and len(mine.own.articles) == len(mine.done)
    assert not mine.todo and len(mine.waiting) + len(mine.done) == 40


def test_what_was_mended_outlasts_more_files() -> None:
    """A date or a title that the visitor gave stays when others come, a table among them."""
    mine = Brought(Intake())
    mine.paste(STORY, "", "", "")
    mine.name(0, "A mill burns", "The Mail")
    mine.date(0, None)
    mine.take([File("b.txt", b"Another story."), File("articles.csv", b"file,published\nb.txt,2025-10-04\n")])
    mine.open_some()
    assert (mine.items[0].article.title, mine.items[0].doubt) == ("A mill burns", "")
    assert mine.items[1].article.published is not None


def test_the_front_door_opens_on_the_map() -> None:
    """The map is the first thing seen, with the way to this page on it."""
    app = settled(AppTest.from_file(str(APP.parents[2] / "app.py"), default_timeout=60).run())
    assert [title.value for title in app.title] == ["Dateline"] and "Showing 7 of 7 events" in said(app)
    assert [link.proto.page for link in app.get("page_link")] == ["bring"]


def test_files_in_no_known_encoding_are_asked_about() -> None:
    """The choice opens them."""
    app = given(("a.txt", "“Quoted” words of a story.".encode("cp1252")))
    assert "1 file not in UTF-8" in said(app)
    (choice,) = [box for box in app.selectbox if box.label == "Encoding"]
    settled(choice.select("Western (cp1252)").run())
    assert held(app).items[0].article.text.startswith("“Quoted”") and "not in UTF-8" not in said(app)


def test_everything_can_be_forgotten() -> None:
    """Nothing of it is left in the session."""
    app = press(given(("mill.html", DATED)), "Forget")
    assert not held(app).items and "Nothing yet" in said(app)


FILES = (
    ("mill.html", DATED),
    ("again.html", DATED),
    ("one.txt", STORY.encode()),
    ("two.txt", ("ЗМІ: " + "Ракета влучила в млин у Харкові в суботу, повідомили посадовці. " * 3).encode()),
    ("cp.txt", "“Quoted” words of a story.".encode("cp1252")),
    ("bad.pdf", b"x"),
    ("rows.json", b'[{"text": 1}, {"text": "Some words.", "url": "x"}, {"text": "More.", "published": "2025-10-05"}]'),
)


def in_ukrainian(*files: tuple[str, bytes]) -> AppTest:
    """The page of a visitor who reads Ukrainian, with files on it."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["lang"] = "uk"
    settled(app.run())
    return given(*files, app=app) if files else app


def labels(app: AppTest) -> set[str]:
    """What every field, button and tab is called."""
    named = (app.button, app.text_input, app.text_area, app.selectbox, app.checkbox, app.date_input, app.tabs)
    return {one.label for several in named for one in several}


def test_it_speaks_ukrainian() -> None:
    """Fields, dates, counts, fates and reasons."""
    app = in_ukrainian(*FILES)
    assert {"Файли", "Вставити текст", "Видання", "Опубліковано", "Читати"} <= labels(app)
    assert app.selectbox(key="published-0-0").options[0].replace("\u00a0", " ") == "5 жовтня 2025 р. · метадані"
    for words in (
        "1 файл не в UTF-8",
        "Коли опубліковано? Дати публікації не знайдено.",
        "Дублікат 1 · Відхилено 4",
        "той самий файл, що й mill.html",
        "файл названо PDF, але це щось інше; відкрийте й збережіть ще раз",
        "rows.json стаття 2, url",
        "метадані: article:published_time",
        "mill.html · Англійська · 21 слово",
        "Українська: читаємо лише англійську",
    ):
        assert words in said(app), words
    press(app, "Прочитати 5 статей")
    assert "Прочитано: 5 статей (з них 1 копія). Знайдено: " in said(app) and "Прочитано 5 · Дублікат 1" in said(app)


Files = tuple[tuple[str, bytes], ...]
STATES: dict[str, Files] = {"nothing": (), "files": FILES}


@pytest.mark.parametrize("files", STATES.values(), ids=STATES)
def test_no_text_is_outside_the_catalogue(monkeypatch: pytest.MonkeyPatch, files: Files) -> None:
    """Before, and with articles in doubt, dated, refused and read; what is left is a file's own or an article's."""
    monkeypatch.setattr(messages, "catalogue", lambda _language: Marked())
    own = SAME | {name for name, _ in files} | {STORY, "Mill burns", "Some words.", "More."}
    own |= {"article:published_time", "https://…"}
    app = in_ukrainian(*files)
    pages = [list(drawn(app))]
    if files:
        (button,) = [one for one in app.button if "Read" in one.label]
        pages.append(list(drawn(settled(button.click().run()))))
    for texts in pages:
        assert len(texts) > 8
        assert {text: found for text in texts if (found := unmarked(text, own))} == {}


HOSTILE = [
    "@@=alert(1)",
    "<img src=x onerror=alert(1)>",
    "![x](http://evil.example/p.png)",
    ":material/delete: **bold** $x$",
    "=HYPERLINK(1)",
    "a\u202eb",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_only_ever_stand_in_fields_and_text_nodes(words: str) -> None:
    """Title, outlet, text, file name and encoding of a stranger reach no Markdown, no HTML and no label."""
    row = {
        "text": f"{words} {STORY}",
        "title": words,
        "outlet": words,
        "published_basis": words,
        "published": "2025-10-05",
    }
    app = given((f"{words}.json", json.dumps([row, {"text": 1}]).encode()))
    markdown = [*app.markdown, *app.caption, *app.title, *app.subheader, *app.html]
    assert not [one for one in markdown if words in str(one.value)]
    labels = [one.label for one in (*app.button, *app.text_input, *app.selectbox, *app.checkbox)]
    assert not [label for label in labels if words in label]
    assert app.text_input(key="title-0").value == words.replace("\u202e", "")


def test_ten_sessions_see_only_their_own() -> None:
    """Ten visitors of one process, each with a word of their own, step by step side by side."""
    visits = [opened() for _ in range(10)]
    for number, app in enumerate(visits):
        given((f"own{number}.txt", f"Secret{number}word. {STORY}".encode()), app=app)
    for app in visits:
        press(app, "Read 1 article")
    for number, app in enumerate(visits):
        others = [f"{word}{n}" for n in range(10) if n != number for word in ("Secret", "own")]
        own = held(app).own
        assert own is not None and [article.text[:7] for article in own.articles] == [f"Secret{number}"]
        assert not [word for word in others if word in said(settled(app.run()))]


def test_the_map_shows_what_was_brought(monkeypatch: pytest.MonkeyPatch) -> None:
    """Yours, both or the bundled ones, chosen on the map's page; without any of one's own there is no choice."""
    monkeypatch.setenv("DATELINE_FIRST", "map")
    app = settled(AppTest.from_file(str(APP), default_timeout=60).run())
    assert not app.get("button_group") or "showing" not in [one.key for one in app.get("button_group")]
    mine = Brought(Intake())
    mine.paste(STORY, "Mill burns", "The Mail", "https://e.org/2025/10/05/mill")
    mine.start()
    mine.read_some()
    app.session_state[KEY] = mine
    assert "Showing 1 of 1 event" in said(settled(app.run()))
    mine.showing = "both"
    assert "Showing 10 of 10 events" in said(settled(app.run()))
    mine.showing = "bundled"
    assert "Showing 9 of 9 events" in said(settled(app.run()))
