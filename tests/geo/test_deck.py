"""The map: numbers and our own labels in, a deck out; nothing drawn more precisely than it is known."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import deck, labels
from geo.deck import Frame
from geo.marks import Arc, Area, Dot, Marks, lanes, short
from geo.place import Place, PlaceKind, distance_km

FRAME = Frame(840, 400)
KHARKIV = Dot((0,), "Kharkiv", 36.25, 49.98, 14.0, "Strike in Kharkiv")
TWO = Dot((1, 2), "Mukachevo", 22.72, 48.44, 5.0, "2 events")
UKRAINE = Area((3,), "UA", 32.0, 49.0, 500.0, "Ukraine: 1 strike")
NOWHERE = Area((4,), "XX.01", 32.0, 49.0, 80.0, "Somewhere: 1 strike")
ARCS = (Arc(5, "UA", "CN", "a"), Arc(6, "UA", "CN", "b"), Arc(7, "CN", "UA", "c"))
ALL = Marks((KHARKIV, TWO), (UKRAINE, NOWHERE), ARCS)


def spec(marks: Marks, theme: str = "light", turn: int = 0) -> dict[str, Any]:
    """The deck as the browser gets it."""
    start = deck.first_view(marks, FRAME)
    found: dict[str, Any] = json.loads(deck.draw(marks, theme, "/style.json", start, turn, FRAME).to_json())
    return found


def layers(marks: Marks, **kwargs: Any) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in spec(marks, **kwargs)["layers"]}


def test_a_dot_has_a_ring_true_to_scale() -> None:
    """The ring's radius is in metres on the ground, the dot's in pixels on the screen."""
    found = layers(ALL)
    assert [row["metres"] for row in found["rings"]["data"]] == [14000.0, 5000.0]
    assert "radiusUnits" not in found["rings"]
    assert found["points"]["radiusUnits"] == "pixels"


@pytest.mark.parametrize(("count", "said"), [(2, "2"), (999, "999"), (5000, "5k"), (1299, "1.2k"), (25_900, "25k")])
def test_a_count_fits_into_its_dot(count: int, said: str) -> None:
    """Never rounded up."""
    assert short(count) == said


def test_a_place_is_named_where_there_is_room() -> None:
    """The place with more events first; a neighbour whose name would cover it goes without."""
    near = [Dot((9 + n,), f"Neighbour {n}", 22.73, 48.45 + n / 100, 5.0, "x") for n in range(4)]
    found = layers(Marks((*near, KHARKIV, TWO)))["dot-names"]["data"]
    assert [row["count"] for row in found][:1] == ["Mukachevo"]
    assert {row["count"] for row in found} >= {"Kharkiv"}
    assert len(found) < len(near) + 2


def test_no_words_cover_one_another() -> None:
    """Names of places keep clear of counts, of arrows' words and of other places; what finds no room is left out."""
    start = deck.first_view(ALL, FRAME)
    found = layers(ALL)
    rows = [row for name in ("dot-names", "area-counts", "arc-ends") for row in found[name]["data"]]
    names = {id(row): labels.box(row, start.zoom) for row in rows}
    own = {id(row) for row in found["dot-names"]["data"]}
    assert own
    for one, other in itertools.combinations(names, 2):
        if one in own or other in own:
            assert not labels.meet(names[one], names[other])


@given(st.floats(-60, 60), st.floats(3, 14))
def test_the_scale_bar_is_true(lat: float, zoom: float) -> None:
    """Its length on the ground is what it says, to a hundredth, wherever and however near."""
    path, said = labels.scale_bar((20.0, lat), zoom, 840, 424)
    ends = [Place(1, "x", PlaceKind.CITY, None, None, None, y, x, 1.0) for x, y in (path[1], path[2])]
    number, unit = said.replace(",", "").split()
    assert distance_km(*ends) == pytest.approx(float(number) / (1 if unit == "km" else 1000), rel=0.01)


def test_an_area_is_hatched_and_counted_and_never_a_dot() -> None:
    """A country has its outline, lines and a count; its events are in no layer of points."""
    found = layers(Marks(areas=(UKRAINE,)))
    assert found["area-fill"]["data"]
    assert found["area-hatch"]["data"]
    assert [row["count"] for row in found["area-counts"]["data"]] == ["1 in Ukraine"]
    assert "points" not in found
    assert "rings" not in found


def test_an_area_without_a_shape_is_a_dashed_disc() -> None:
    """Its radius is the one stated for the place."""
    found = layers(Marks(areas=(NOWHERE,)))
    ring = found["disc-edge"]["data"][0]["polygon"]
    assert max(lat for _, lat in ring) - 49.0 == pytest.approx(80 / 111.2, rel=0.01)
    assert found["disc-edge"]["extensions"][0]["@@type"] == "PathStyleExtension"


def test_arcs_of_one_pair_share_no_path() -> None:
    """Both directions fan out together, in the order given."""
    assert [lane for _, lane in lanes(ARCS)] == [0, 1, 2]
    paths = [tuple(map(tuple, row["path"])) for row in layers(ALL)["arc-lines"]["data"]]
    assert len(set(paths)) == 3


def test_an_arc_that_leaves_the_view_says_where_it_goes() -> None:
    """The first view holds the strikes; what leaves it ends in a labelled arrow."""
    found = layers(ALL)
    assert "to China (2)" in [row["count"] for row in found["arc-ends"]["data"]]
    assert len(found["arc-heads"]["data"]) > len(ARCS)


def test_an_arc_to_an_unknown_country_is_not_drawn() -> None:
    """No point is invented for it."""
    assert "arc-lines" not in layers(Marks(arcs=(Arc(0, "UA", "ZZ", "x"),)))


def test_the_first_view_fits_the_strikes() -> None:
    """Dots and areas decide; arcs only where there is nothing else; nothing gives the world."""
    view = deck.first_view(Marks((KHARKIV, TWO), (), ARCS), FRAME)
    assert 22.72 < view.longitude < 36.25
    assert deck.first_view(Marks((KHARKIV,)), FRAME).zoom == deck.MOST_ZOOM
    assert deck.first_view(Marks(arcs=ARCS), FRAME).longitude > 50
    assert deck.first_view(Marks(), FRAME).zoom < 2


def test_only_what_can_be_clicked_answers_to_clicks() -> None:
    """The layers that are seen are not pickable, because the browser would dim them; those that are have a turn."""
    for name, layer in layers(ALL, turn=7).items():
        assert bool(layer.get("pickable")) == name.endswith("-7")
    rows = [row for name, layer in layers(ALL, turn=7).items() if name.endswith("-7") for row in layer["data"]]
    assert {n for row in rows for n in row["ns"]} == set(range(8))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_draw_without_an_outside_map(theme: str) -> None:
    """The style is ours."""
    assert spec(ALL, theme)["mapStyle"] == "/style.json"


def test_nothing_to_draw_is_a_map_with_its_scale_alone() -> None:
    """A layer without rows is left out."""
    assert set(layers(Marks())) == {"scale-bar", "scale-words"}


def test_the_selected_mark_is_outlined() -> None:
    """A dot has a halo, an area and an arc a thick edge."""
    assert layers(Marks(ALL.dots, ALL.areas, ALL.arcs, 2))["halo"]["data"][0]["ns"] == [1, 2]
    assert "area-chosen" in layers(Marks(ALL.dots, ALL.areas, ALL.arcs, 3))
    assert "arc-halo" in layers(Marks(ALL.dots, ALL.areas, ALL.arcs, 6))
    assert not {"halo", "area-chosen", "arc-halo"} & set(layers(ALL))
