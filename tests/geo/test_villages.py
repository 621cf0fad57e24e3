"""Villages and small namesakes: which are placed, and which are refused."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.place import Place, PlaceKind
from geo.resolve import read_places

GAZETTEER = Gazetteer.open()


def placed(text: str, said: str) -> Place | None:
    """What the first mention of ``said`` means; none where there is none."""
    return next((mention.place for mention in read_places(text, GAZETTEER) if mention.said == said), None)


@pytest.mark.parametrize(
    ("text", "said", "region"),
    [
        ("A glide bomb fell on Novokairy in Ukraine's Kherson region.", "Novokairy", "Kherson"),
        ("Shells killed a farmer in Odradokamianka, Kherson region, Ukraine.", "Odradokamianka", "Kherson"),
        ("Soldiers burned houses in Let Yet Kone village, Sagaing, Myanmar.", "Let Yet Kone", "Sagaing Region"),
        (
            "The hospital at Puthukudiyiruppu in northern Sri Lanka was shelled.",
            "Puthukudiyiruppu",
            "Northern Province",
        ),
    ],
)
def test_a_village_of_a_war_is_placed_in_its_region(text: str, said: str, region: str) -> None:
    """Villages that no list of towns has are known from the lists of their countries."""
    place = placed(text, said)
    assert place is not None and place.region == region


def test_a_settlement_without_a_point_of_its_own_is_drawn_wide() -> None:
    """A village that is known by its community alone has a reach that says so."""
    villages = [place for place in GAZETTEER.lookup("Odradokamianka") if place.country == "UA"]
    assert villages and all(place.radius_km >= 16.0 for place in villages)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A car bomb went off in Baghdad al-Jadida on Sunday, killing three.", "al-Jadida"),
        ("A raid on the Kafr Qasem School in Gaza City killed ten, and Israel denied it.", "Kafr Qasem"),
        ("Rockets hit the Palmyra Hospital in Homs, and the Latakia Mosque in Aleppo, Syria.", "Latakia"),
    ],
)
def test_a_name_inside_another_name_is_no_place(text: str, said: str) -> None:
    """The tail of a quarter's name, and the namesake of a school, a hospital or a mosque, are not pinned."""
    assert placed(text, said) is None


def test_a_small_place_is_not_taken_from_a_region_that_the_text_is_not_about() -> None:
    """A village that the list knows only in another region than those of the text is unknown."""
    text = "Shelling in Ukraine's Sumy region hit Krasnopillia and Bilopillia; one man died in {} at dawn."
    assert placed(text.format("Verkhnia Syrovatka"), "Verkhnia Syrovatka") is not None
    assert placed(text.format("Novokairy"), "Novokairy") is None


def test_a_township_of_myanmar_is_no_dot_in_its_town() -> None:
    """A township is known by its seat and drawn as a district; elsewhere a township is another thing."""
    place = placed("Jets bombed two schools in Kyauktaw Township, Rakhine, Myanmar.", "Kyauktaw")
    assert place is not None and place.kind is PlaceKind.DISTRICT and place.radius_km >= 20.0
    assert placed("A fire broke out in Hempfield Township, Pennsylvania.", "Hempfield Township") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The keys were handed to Rudenko on Sunday, police in Kyiv, Ukraine, said.", "Rudenko"),
        ("For Horbatenko, a nurse, the night in Kharkiv, Ukraine, was the worst of the year.", "Horbatenko"),
        ("A splinter hit Kuzmin in the arm, doctors in Sumy, Ukraine, said.", "Kuzmin"),
        ("The Vesna movement asked people in Ukraine to stay at home.", "Vesna"),
        ("Shells of the Rubizh brigade fell near Lyman, Ukraine said.", "Rubizh"),
        ('"We had slept," said Abdul Hakeem, whose house in Quetta, Pakistan, was hit.', "Abdul Hakeem"),
        ("The dead man, called Bohuslav W in the papers, had lived near Lviv, Ukraine.", "Bohuslav"),
        ("Aware of the risk, families left Addis Ababa, Ethiopia.", "Aware"),
        ("Bike riders met in Addis Ababa, Ethiopia.", "Bike"),
    ],
)
def test_a_person_a_unit_or_a_plain_word_is_no_village(text: str, said: str) -> None:
    """A village that a list alone knows must have things happen in it, or be called one."""
    assert placed(text, said) is None


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("Two shepherds died in the Gurbuz district of Afghanistan's Khost province.", "Gurbuz", PlaceKind.DISTRICT),
        ("A shell fell in Preah Vihear, Cambodia said.", "Preah Vihear", PlaceKind.REGION),
        ("A shell fell beside the Preah Vihear temple, Cambodia said.", "Preah Vihear temple", PlaceKind.SITE),
    ],
)
def test_a_village_takes_no_name_from_its_district_or_region(text: str, said: str, kind: PlaceKind) -> None:
    """What is told of a district, a province or a temple is not told of the small town of the name."""
    place = placed(text, said)
    assert place is not None and place.kind is kind
