"""No string of the page is outside the catalogue, and the page speaks as the address, the browser or the reader asks.

A pseudo-language sets every message in marks. Whatever Latin letters then stand outside them must be words of an
article, a name, or one of the few that are the same in every language.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from pyarrow import ipc
from streamlit.testing.v1 import AppTest

from data.build.messages import template
from geo import basemap
from tests.ui import sample
from timeline import messages
from timeline.events.library import Library
from timeline.messages import LANGUAGES, SOURCE, speaking
from timeline.out.sheet.inks import TLP
from timeline.ui import credit, language, take
from timeline.ui.linked import wording

HOUSE = Path(__file__).resolve().parents[2]
APP = Path(__file__).with_name("sample_app.py")
NOT_SAID = {  # fields of Streamlit's messages; "name" is a data set's, "tooltip" a template of deck.gl
    *("id", "type", "key", "url", "icon", "tag", "format", "min", "max", "html_content", "css_content", "js_content"),
    *("css_source_path", "js_source_path", "component_name", "form_id", "deferred_file_id", "selection_mode"),
    *("name", "tooltip", "page", "page_script_hash"),
}
ARTICLES_OWN = {"blockquote", "article"}  # tags and class names under which nothing but an article's words stands
SAME = {*LANGUAGES.values(), *TLP, "Dateline", "PNG", "PDF", "SVG", "CSV", "XLSX", "GeoJSON", "KML", "example.org"}
SAME |= {"Enter", "Esc", "Home", "End", "Space", "j k"}  # what stands on a key
PLACES = (sample.MUKACHEVO, sample.KHARKIV, sample.UKRAINE, sample.SUMY_OBLAST)
NAMES = {name for place in PLACES for name in (place.name, place.region) if name}
CATALOGUE = {(message.id, message.context) for message in template()}
LATIN = re.compile(r"[A-Za-z]{2,}")


class Marked(NullTranslations):
    """Every message that the catalogue has between marks; what is asked for and is not in it stays bare."""

    def gettext(self, message: str) -> str:
        """The message itself, marked."""
        return self._marked(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The English form, marked."""
        return self._marked((msgid1, msgid2), msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The message without its context, marked."""
        return self._marked(message, message, context)

    @staticmethod
    def _marked(known: str | tuple[str, str], said: str, context: str | None = None) -> str:
        return f"⟦{said}⟧" if (known, context) in CATALOGUE else said


def outside(text: str) -> str:
    """What stands in no marks; marks may hold marks."""
    kept, depth = [], 0
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        kept.append(" " if depth or sign == "⟧" else sign)
    assert depth == 0, text
    return "".join(kept)


def unmarked(text: str, own: set[str]) -> list[str]:
    """The words of ``text`` that are neither in marks nor ``own``, the longest of which are taken out first."""
    left = outside(text)
    for phrase in sorted(own | SAME, key=len, reverse=True):
        left = left.replace(phrase, " ")
    return LATIN.findall(left)


def own_words(library: Library) -> set[str]:
    """What articles say, and what it is called."""
    said: set[str] = set(NAMES)
    for event in library.events:
        said |= {event.target, *(report.outlet for report in event.reports)}
        said |= {part for party in (event.actor, event.recipient) if party for part in (party.name, party.name.title())}
        said |= {party.name[:1].upper() + party.name[1:] for party in (event.actor, event.recipient) if party}
        said |= {toll.said for toll in (event.killed, event.injured) if toll}
        said |= {value for one in event.disagreements for _, value in one.values}
    for article in library.articles:
        said |= {article.title, article.outlet, f"({article.id})", article.url}
    for reading in library.readings:
        said |= {mention.mention.why for report in reading.reports for mention in report.places}
        said |= {report.when_mention.said for report in reading.reports if report.when_mention}
        said |= {report.when.rule for report in reading.reports if report.when}
    said |= {article.published.rule for article in library.articles if article.published}
    return {word for word in said if word}


def drawn(app: AppTest) -> Iterator[str]:
    """Every text that the page sends to the browser to be shown, read out or hovered over."""
    for element in blocks(app._tree):
        for name, text in strings(element.proto) if element.proto is not None else ():
            if name == "json" and type(element.proto).__name__ == "BidiComponent":
                yield from of_component(json.loads(text))
            elif name == "json":
                yield from of_deck(json.loads(text))
            elif name == "spec":
                yield from of_chart(json.loads(text))
                yield from of_rows(element.proto.datasets)
            elif name not in NOT_SAID and not text.lstrip().startswith("<"):
                yield text


def blocks(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from blocks(child)


def strings(proto: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a message, with the name of its field."""
    if isinstance(proto, str):
        yield name, proto
    elif hasattr(proto, "ListFields"):
        for field, value in proto.ListFields():
            many = not isinstance(value, str | bytes) and hasattr(value, "__len__")
            for one in value if many else [value]:
                yield from strings(one, field.name)


def of_component(data: dict[str, Any]) -> Iterator[str]:
    """Trees by their text and spoken attributes, and whatever words go along with them."""
    if "tree" in data:
        yield from of_tree(data["tree"])
    for name in ("said", "landmarks", "keys", "words", "steps", "credit"):
        yield from leaves(data.get(name, ""))


def of_tree(tree: Any) -> Iterator[str]:
    tag, attributes, children = tree
    if ARTICLES_OWN & {tag, attributes.get("class", "")}:
        return
    yield from (attributes[name] for name in ("title", "aria-label") if name in attributes)
    for child in children:
        yield from [child] if isinstance(child, str) else of_tree(child)


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for name, one in value.items() if name != "at" for text in leaves(one))  # selectors
    elif isinstance(value, list):
        yield from (text for one in value if one not in ("search", "region") for text in leaves(one))  # roles


def of_deck(chart: dict[str, Any]) -> Iterator[str]:
    """The labels of the map's marks."""
    for layer in chart["layers"]:
        for row in layer.get("data", []):
            yield from (str(row[name]) for name in ("label", "name", "count") if name in row)


def of_chart(spec: Any) -> Iterator[str]:
    """Titles and the names of months, wherever they stand in the specification."""
    if isinstance(spec, dict):
        for name, value in spec.items():
            if name == "title" and isinstance(value, str):
                yield value
            elif name == "labelExpr":
                yield from re.findall(r'"([^"]+)"', value)
            else:
                yield from of_chart(value)
    elif isinstance(spec, list):
        for one in spec:
            yield from of_chart(one)


def of_rows(datasets: Any) -> Iterator[str]:
    """What the rows of a chart say beside and over the marks."""
    for dataset in datasets:
        for row in ipc.open_stream(dataset.data.data).read_all().to_pylist():
            yield from (row[name] for name in ("label", "name", "count") if name in row)


SCENES: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {  # library, address, session
    "the plain page": ("nine", {}, {}),
    "an open strike": ("nine", {"event": "event-0"}, {}),
    "an open accusation": ("nine", {"event": "event-3"}, {}),
    "an undated event": ("nine", {"event": "event-7"}, {}),
    "every filter": (
        "nine",
        {
            "from": "2025-01-01",
            "to": "2025-12-30",
            "range": "certain",
            "outlets": "Kyiv Wire,Orbit Weekly",
            "actors": "Russia",
            "countries": "Ukraine",
            "regions": "Zakarpattia, Ukraine".replace(",", "%2C"),
            "casualties": "Injured",
            "text": "flex",
            "marks": "dot",
            "datings": "exact",
        },
        {},
    ),
    "a hidden selection": ("nine", {"event": "event-0", "kinds": "accusation"}, {}),
    "no event in these days": ("nine", {"from": "1990-01-01", "to": "1990-01-02", "datings": "exact,between"}, {}),
    "nothing left": ("nine", {"kinds": "off"}, {}),
    "a bad address": ("nine", {"from": "x"}, {}),
    "sorted by place": ("nine", {"sort": "place"}, {}),
    "sorted by kind": ("nine", {"sort": "kind"}, {}),
    "sorted by toll": ("nine", {"sort": "toll", "borders": "held"}, {}),
    "a phone": ("nine", {}, {"screen": "phone"}),
    "a picture": ("nine", {"page": "picture"}, {}),
    "a picture of many": ("300", {"page": "picture", "borders": "none"}, {}),
    "many": ("300", {}, {}),
    "none": ("empty", {}, {}),
    "taking away": ("nine", {}, {take.OPEN: True}),
}


LIVE = ("the plain page", "an open strike", "none")


@pytest.mark.parametrize(("scene", "plain"), [*((name, "yes") for name in SCENES), *((name, "") for name in LIVE)])
def test_every_text_of_the_page_is_in_the_catalogue(monkeypatch: pytest.MonkeyPatch, scene: str, plain: str) -> None:
    """In every state, for eyes and for ears, on the plain page and the live one."""
    library, address, held = SCENES[scene]
    monkeypatch.setenv("DATELINE_SAMPLE", library)
    monkeypatch.setenv("DATELINE_PLAIN", plain)
    for module in (messages, wording):
        monkeypatch.setattr(module, "catalogue", lambda _language: Marked())
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in ({"lang": "uk"} | address).items():
        app.query_params[name] = value
    for name, value in held.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    own = own_words(sample.named(library)) | set(address) | set(address.values())
    texts = list(drawn(app))
    assert len(texts) > 30
    assert {text: found for text in texts if (found := unmarked(text, own))} == {}


WIDGETS = {
    "button",
    "caption",
    "checkbox",
    "date_input",
    "download_button",
    "expander",
    "file_uploader",
    "form_submit_button",
    "image",
    "multiselect",
    "number_input",
    "page_link",
    "pills",
    "popover",
    "progress",
    "radio",
    "segmented_control",
    "selectbox",
    "spinner",
    "subheader",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "title",
    "toggle",
}
SHOWN_AS = {"label", "help", "placeholder", "title", "aria_label", "alt", "caption"}
MODULES = [HOUSE / "app.py", *sorted(HOUSE.glob("timeline/ui/**/*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_text_is_given_to_the_page_as_it_stands(path: Path) -> None:
    """In the code too: what a widget or an element is given to show is a message, or holds no letters of its own."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert [text for call in calls for text in shown_by(call) if set(LATIN.findall(text)) - {"Dateline", "https"}] == []


def shown_by(call: ast.Call) -> Iterator[str]:
    """The literal texts that a call shows."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in WIDGETS:
        yield from (text for argument in call.args[:1] for text in literal(argument))
    if name == "node":
        yield from (text for argument in call.args[2:] for text in literal(argument))
    if name in WIDGETS or name == "node":
        yield from (text for word in call.keywords if word.arg in SHOWN_AS for text in literal(word.value))


def literal(value: ast.expr) -> Iterator[str]:
    """The texts that stand in an expression itself, not in a call within it."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.JoinedStr | ast.List | ast.Tuple):
        yield from (text for part in ast.iter_child_nodes(value) for text in literal(part))
    elif isinstance(value, ast.IfExp):
        yield from (*literal(value.body), *literal(value.orelse))


def opened(monkeypatch: pytest.MonkeyPatch, **address: str) -> AppTest:
    """The plain page over nine events."""
    monkeypatch.setenv("DATELINE_SAMPLE", "nine")
    monkeypatch.setenv("DATELINE_PLAIN", "yes")
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_the_address_says_the_language_and_a_link_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page speaks it from the first word, and the address goes on saying it beside whatever else is asked."""
    app = opened(monkeypatch, lang="uk", kinds="strike")
    assert app.text[0].value.startswith("Показано 5, усього 9 подій: 5 ударів")
    assert (app.query_params["lang"], app.query_params["kinds"]) == ("uk", "strike")


def test_an_unknown_language_is_named_and_english_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """As any other part of an address that cannot be followed."""
    app = opened(monkeypatch, lang="tlh")
    assert app.text[0].value.startswith("Showing 9 of 9 events")
    assert "(lang)" in app.text[1].value and "lang" not in app.query_params


def test_a_switch_changes_the_language_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The filters and the open event stay; English needs no word in the address."""
    app = opened(monkeypatch, lang="uk", event="event-0", kinds="strike")
    app.session_state[language.HELD] = SOURCE
    with speaking("uk"):  # in which the widgets were drawn whose values go along
        app.run()
    assert app.text[0].value.startswith("Showing 5 of 9 events")
    assert sorted(app.query_params) == ["event", "kinds"]


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [("uk-UA", "uk"), ("uk", "uk"), ("UK_ua", "uk"), ("en-GB", "en"), ("fr-FR", "en"), ("", "en"), (None, "en")],
)
def test_the_browser_chooses_where_the_address_is_silent(locale: str | None, spoken: str) -> None:
    """Its language where there is a catalogue, else English."""
    assert language.preferred(locale) == spoken


@pytest.mark.parametrize("boundaries", sorted(basemap.BOUNDARIES))
def test_the_note_on_the_map_is_the_basemaps_own(boundaries: str) -> None:
    """Said once more only to be translated."""
    assert credit.credit(boundaries) == basemap.attribution(boundaries)
