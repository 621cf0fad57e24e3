"""The page, driven without a browser: filters, presets, the address, empty and hostile libraries."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui import sample
from timeline.ui import legend
from timeline.ui.state import View

APP = Path(__file__).with_name("sample_app.py")


def opened(monkeypatch: pytest.MonkeyPatch, library: str = "nine", plain: str = "yes", **address: str) -> AppTest:
    """The page over a sample library, opened at an address; ``plain`` "" is the page with its live view."""
    monkeypatch.setenv("DATELINE_SAMPLE", library)
    monkeypatch.setenv("DATELINE_PLAIN", plain)
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return settled(app.run())


def settled(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    """The sentence and the notes above the map."""
    return "\n".join(text.value for text in app.text)


def trees(app: AppTest) -> dict[str, Any]:
    """The DOM trees on the page by the key of their component."""
    found = {}
    for element in app.get("bidi_component"):
        found[element.proto.id.rsplit("-", 1)[1]] = json.loads(element.proto.json).get("tree")
    return found


def titles(app: AppTest) -> list[str]:
    """The titles of the list, in order."""
    return [node[2][0] for node in nodes(trees(app)["list"]) if node[1].get("class") == "title"]


def nodes(tree: Any) -> list[Any]:
    return [tree, *(n for child in tree[2] if not isinstance(child, str) for n in nodes(child))]


def deck(app: AppTest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    return found


def test_map_and_timeline_are_one_live_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser is told the range, the selected row and where the columns are, and not one word of an article."""
    app = opened(monkeypatch, plain="", event="event-0", **{"from": "2025-08-01", "to": "2025-08-31"})
    view = next(json.loads(e.proto.json) for e in app.get("bidi_component") if e.proto.id.endswith("-linked"))
    assert view["range"] == ["2025-08-01", "2025-08-31"]
    assert view["selected"] == 2
    assert not app.get("deck_gl_json_chart")
    assert len(titles(app)) == 3


def test_where_the_live_view_fails_the_plain_one_takes_over_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same events, the same filters, another drawing."""
    app = opened(monkeypatch, plain="")
    app.session_state["failed"] = "no canvas"
    settled(app.run())
    assert len(app.get("deck_gl_json_chart")) == len(app.get("vega_lite_chart")) == 1
    assert "The live map cannot run in this browser, so this is the plain one (no canvas)." in said(app)


def test_a_box_on_the_map_filters_list_and_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a clause like the others, kept in the address; a bad one is named."""
    app = opened(monkeypatch, plain="", box="30,45,40,52")
    assert "in the chosen part of the map" in said(app)
    assert "Missile strike on a plant of Flex" not in titles(app)
    assert "Drone strike on a thermal power plant" in titles(app)
    assert "asks for something that is not here (box)" in said(opened(monkeypatch, plain="", box="1,2,3"))


def test_it_opens_on_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """All events are listed, and what has no place or date is counted."""
    app = opened(monkeypatch)
    assert len(titles(app)) == len(sample.TOLD)
    assert "Showing 9 of 9 events: 5 strikes, 4 accusations" in said(app)
    assert "1 strike has no place and is only listed" in said(app)
    assert "1 event has no date and is only listed" in said(app)
    assert app.query_params.to_dict() == {} if hasattr(app.query_params, "to_dict") else not app.query_params


def button(app: AppTest, label: str) -> Any:
    return next(found for found in app.button if found.label == label)


def test_chosen_values_filter_everything_and_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outlet, actor, country, region and toll; the sentence says which, and each option carries its count."""
    app = opened(monkeypatch)
    assert "Kyiv Wire (3)" in app.multiselect(key="outlets").options
    app.multiselect(key="outlets").set_value(["Kyiv Wire"]).run()
    app.multiselect(key="casualties").set_value(["Injured"]).run()
    assert titles(settled(app)) == ["Missile strike on a plant of Flex"]
    assert "8 hidden by the filters (told by Kyiv Wire; with Injured)" in said(app)
    assert app.query_params["outlets"] == "Kyiv Wire"
    button(app, "Clear all").click().run()
    app.multiselect(key="actors").set_value(["Zelensky"]).run()
    assert titles(settled(app)) == ["Zelensky accuses China"] * 2
    button(app, "Clear all").click().run()
    app.multiselect(key="regions").set_value(["Zakarpattia, Ukraine"]).run()
    assert titles(settled(app)) == ["Missile strike on a plant of Flex"]


FOUND = [
    ("gunpowder", "Zelensky accuses China"),  # in the sentence alone
    ("Kharkov", "Drone strike on a thermal power plant"),  # the gazetteer's other name
    ("Харків", "Drone strike on a thermal power plant"),
    ("MUKAČEVO flex", "Missile strike on a plant of Flex"),
    ("Іващенко", "Ivashchenko accuses China"),
]


@pytest.mark.parametrize(("text", "title"), FOUND)
def test_words_are_found_in_any_spelling_or_script(monkeypatch: pytest.MonkeyPatch, text: str, title: str) -> None:
    """Titles, names, places and sentences."""
    app = opened(monkeypatch)
    app.text_input(key="text").set_value(text).run()
    assert titles(settled(app)) == [title]


def test_signs_alone_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that has no letters is no search for everything."""
    assert "Showing 0 of 9" in said(opened(monkeypatch, text="?!"))


def test_a_click_on_the_legend_hides_and_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sign is a switch with a count, and the address keeps what is off."""
    app = opened(monkeypatch, marks="dot,arc,none")
    assert "without strikes somewhere in a region or country" in said(app)
    assert "Shelling of a village" not in titles(app)
    keys = {node[1]["pick"]: node[1] for node in nodes(trees(app)["legend"]) if "pick" in node[1]}
    assert keys["marks:area"]["aria-pressed"] == "false"
    assert keys["marks:dot"]["aria-pressed"] == "true"
    assert legend.switched(View(), "marks:area") == {"marks": ("dot", "arc", "none")}
    assert legend.switched(View(marks=("dot",)), "marks:area") == {"marks": ("dot", "area")}
    assert legend.switched(View(), "nothing:here") == {}


def test_boundaries_can_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The map takes another style, its note says which lines it draws, and the link keeps it."""
    app = opened(monkeypatch)
    app.selectbox(key="boundaries").set_value("held").run()
    settled(app)
    assert deck(app)["mapStyle"].endswith("style-light-held-en.json")
    assert "as Natural Earth sees who holds the ground" in json.dumps(trees(app)["credit"])
    assert app.query_params["borders"] == "held"


def test_a_picture_has_no_controls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Title, counts, map, timeline, legend and sources stay; filters go; the way back is one button."""
    app = opened(monkeypatch, page="picture", kinds="strike")
    assert [found.label for found in app.button] == ["Back to the full page"]
    assert not app.date_input
    assert not app.multiselect
    head, account = json.dumps(trees(app)["masthead"]), json.dumps(trees(app)["account"], ensure_ascii=False)
    assert "Strikes, 21 August" in head
    assert "Showing 5 of 9 events" in head
    assert "Kyiv Wire, 4–31 October 2025" in account
    assert len(app.get("deck_gl_json_chart")) == len(app.get("vega_lite_chart")) == 1
    button(app, "Back to the full page").click().run()
    assert app.date_input


def test_a_typed_range_filters_map_and_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what may lie in it is left; the undated stays, since it may."""
    app = opened(monkeypatch)
    app.date_input(key="from").set_value(date(2025, 8, 1)).run()
    app.date_input(key="to").set_value(date(2025, 8, 31)).run()
    settled(app)
    assert titles(app) == [
        "Ivashchenko accuses China",
        "Missile strike on a plant of Flex",
        "Shelling of a village",
    ]
    assert "6 hidden by the filters" in said(app)
    assert [row["ns"] for row in layer(app, "points")["data"]] == [[2]]


def layer(app: AppTest, name: str) -> dict[str, Any]:
    return next(found for found in deck(app)["layers"] if found["id"] == name)


def test_certain_only_leaves_what_surely_lies_in_the_range(monkeypatch: pytest.MonkeyPatch) -> None:
    """The switch carries both counts."""
    app = opened(monkeypatch, **{"from": "2025-08-01", "to": "2025-08-31"})
    assert app.toggle(key="sure").label == "Certain only (1 of 3)"
    app.toggle(key="sure").set_value(True).run()
    assert titles(settled(app)) == ["Missile strike on a plant of Flex"]


def test_half_a_range_is_a_calm_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """One end is enough; the other is open."""
    app = opened(monkeypatch)
    app.date_input(key="from").set_value(date(2025, 12, 1)).run()
    assert "Showing 4 of 9 events" in said(settled(app))
    app.date_input(key="to").set_value(date(2025, 1, 1)).run()
    assert "The range ends before it starts" in said(settled(app))


PRESETS = [("Last day", date(2025, 12, 24)), ("Last week", date(2025, 12, 18)), ("Last month", date(2025, 11, 24))]


@pytest.mark.parametrize(("name", "first"), PRESETS)
def test_presets_count_back_from_the_end_of_the_data(monkeypatch: pytest.MonkeyPatch, name: str, first: date) -> None:
    """Not from today: the same link means the same days tomorrow."""
    app = opened(monkeypatch)
    app.button_group(key="preset").set_value(name).run()
    settled(app)
    assert app.date_input(key="from").value == first
    assert app.date_input(key="to").value == date(2025, 12, 24)
    app.button_group(key="preset").set_value("All").run()
    assert "Showing 9 of 9" in said(settled(app))


def test_kinds_filter_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hidden kind leaves the list and the map; hiding all is a calm state."""
    app = opened(monkeypatch, kinds="accusation")
    assert "Showing 4 of 9 events: 4 accusations" in said(app)
    assert {found["id"].split("-")[0] for found in deck(app)["layers"]} == {"arc", "arcs", "scale"}
    app.button_group(key="kinds").set_value([]).run()
    assert "Showing 0 of 9" in said(settled(app))
    assert "No event passes these filters." in json.dumps(trees(app)["list"])


def test_the_address_reopens_the_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """Range, kinds and the open card are all in it."""
    app = opened(monkeypatch, **{"from": "2025-08-01", "kinds": "strike", "event": "event-0"})
    assert app.date_input(key="from").value == date(2025, 8, 1)
    assert any(node[1].get("class") == "row open" for node in nodes(trees(app)["list"]))
    button(app, "Clear all").click().run()
    assert "Showing 9 of 9" in said(settled(app))
    assert not any(node[1].get("class") == "row open" for node in nodes(trees(app)["list"]))


BAD: list[dict[str, str]] = [
    {"from": ";DROP"},
    {"event": "nope"},
    {"kinds": "x"},
    {"range": "?"},
    {"outlets": "Nobody"},
]


@pytest.mark.parametrize("address", BAD)
def test_a_bad_address_shows_everything_and_says_so(monkeypatch: pytest.MonkeyPatch, address: dict[str, str]) -> None:
    """It names the part, and the page stands."""
    app = opened(monkeypatch, **address)
    assert "Showing 9 of 9" in said(app)
    assert f"The address asks for something that is not here ({next(iter(address))})" in said(app)


def test_a_selected_event_that_is_hidden_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the list, with a word on why it is there."""
    app = opened(monkeypatch, event="event-0", kinds="accusation")
    assert "Selected, hidden by the filters" in json.dumps(trees(app)["list"])
    assert titles(app)[0] == "Missile strike on a plant of Flex"


@pytest.mark.parametrize("library", ["empty", "one", "300"])
def test_few_and_many_events_look_intended(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """Nothing, one, and hundreds on one town: the map and the timeline are there each time."""
    app = opened(monkeypatch, library)
    assert len(app.get("deck_gl_json_chart")) == 1
    assert len(app.get("vega_lite_chart")) == 1
    if library == "empty":
        assert "No events yet" in said(app)
    if library == "300":
        assert [row["count"] for row in layer(app, "dot-counts")["data"]] == ["300"]


def test_words_of_articles_reach_only_text_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an article says, the map and the timeline carry none of it, and the list carries it as it is."""
    app = opened(monkeypatch, "hostile")
    for kind in ("deck_gl_json_chart", "vega_lite_chart"):
        drawn = str(app.get(kind)[0].proto)
        assert not any(word in drawn for word in ("alert(1)", "@@#A.B", "evil.example", "HYPERLINK"))
    shown = "\n".join(titles(app))
    for target in ("@@=alert(1)", "<img src=x onerror=alert(1)>", "![x](http://evil.example/p.png)", "@@#A.B"):
        assert target in shown
    assert "\u202e" not in shown
    assert not any(text in said(app) for text in ("alert", "evil"))


SORTED = [
    ("place", ["Ukraine (4)", "Strikes without a place (1)", "Accusations, which have no place (4)"]),
    ("kind", ["Strikes (5)", "Accusations (4)"]),
    ("toll", ["Killed (1)", "Injured, none said to be killed (1)", "Nobody said to be killed or injured (7)"]),
]


@pytest.mark.parametrize(("sort", "headings"), SORTED)
def test_the_list_can_be_sorted(monkeypatch: pytest.MonkeyPatch, sort: str, headings: list[str]) -> None:
    """By place, kind or toll, in parts with a heading; every event is in one of them, and the link keeps the order."""
    app = opened(monkeypatch, sort=sort)
    found = [node[2][0] for node in nodes(trees(app)["list"]) if node[0] == "h3"]
    assert found == headings
    assert sorted(titles(app)) == sorted(titles(opened(monkeypatch)))
    button(app, "Clear all")
    assert app.query_params["sort"] == sort


def test_the_strikes_nearest_to_a_searched_place_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The link sorts by distance, says how far, and leaves what has no point for last; an unknown place is told."""
    offers = [node for node in nodes(trees(opened(monkeypatch, text="Ужгород"))["list"]) if "act" in node[1]]
    asked = [node[1]["act"] for node in offers if node[1]["act"].startswith("near:")]
    assert asked == ["near:Uzhhorod, Zakarpattia, Ukraine"]
    tree = trees(opened(monkeypatch, near="Uzhhorod, Zakarpattia, Ukraine"))["list"]
    headings = [node[2][0] for node in nodes(tree) if node[0] == "h3"]
    assert headings[0].startswith("Strikes by distance from Uzhhorod, Zakarpattia, Ukraine (")
    assert headings[-1].startswith("Accusations, which have no place")
    labels = " ".join(node[1].get("aria-label", "") for node in nodes(tree))
    away = [int(km.replace(",", "")) for km in re.findall(r"about ([\d,]+) km away", labels)]
    assert len(away) > 1 and away == sorted(away)
    assert "near" in said(opened(monkeypatch, near="Nowhere"))


def test_each_row_says_where_in_the_list_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a reader who hears one row at a time, in the order in which they are read."""
    rows = [node[1] for node in nodes(trees(opened(monkeypatch))["list"]) if "pick" in node[1]]
    assert [row["aria-label"].rsplit(", ", 1)[1] for row in rows] == [f"{n} of 9" for n in range(1, 10)]


def test_a_long_list_grows_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first rows are drawn at once, the rest when asked for."""
    app = opened(monkeypatch, "300")
    assert len(titles(app)) == 30
    more = [node for node in nodes(trees(app)["list"]) if node[1].get("act") == "more"]
    assert more[0][2] == ["Show 200 more of 270"]
    app.session_state["more"] = 2
    assert len(titles(settled(app.run()))) == 300


def test_a_screen_reader_hears_counts_and_range(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words that can be read aloud: no dash."""
    app = opened(monkeypatch, **{"from": "2025-08-01", "to": "2025-08-31"})
    said = [json.loads(e.proto.json)["said"] for e in app.get("bidi_component") if e.proto.id.endswith("-access")]
    assert said == ["2 strikes, 1 accusation, August 2025"]


def test_inputs_that_could_not_be_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason and what to do."""
    assert "1 input could not be read: broken.txt: it is not text. Save it as UTF-8." in said(
        opened(monkeypatch, "rejected")
    )


def test_the_front_door_shows_the_bundled_articles() -> None:
    """``app.py`` opens on them without an error, and is short."""
    door = Path(__file__).resolve().parents[2] / "app.py"
    assert len(door.read_text(encoding="utf-8").splitlines()) < 60
    app = settled(AppTest.from_file(str(door), default_timeout=120).run())
    assert "Showing" in said(app)
    assert titles(app)
