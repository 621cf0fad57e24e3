"""A name is told apart from those who govern under it, and from where things come."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.place import Cue, Place, PlaceKind, PlaceMention
from geo.resolve import read_places
from tests.bench import draw_places, score_conflicts
from timeline.out.place_roles import role, roles

KYIV = Place(703448, "Kyiv", PlaceKind.CITY, "UA", "Kyiv City", "UA.12", 50.45, 30.52, 20.0, 2_797_553)
KHARKIV = Place(706483, "Kharkiv", PlaceKind.CITY, "UA", "Kharkiv", "UA.07", 49.98, 36.25, 15.0, 1_433_886)
UKRAINE = Place(690791, "Ukraine", PlaceKind.COUNTRY, "UA", None, None, 49.0, 32.0, 600.0)


def said(place: Place | None, cue: Cue) -> PlaceMention:
    """A mention of a place, so cued."""
    return PlaceMention(3, 7, "said", place, (), cue, "", "")


@pytest.mark.parametrize(
    ("place", "cue", "expected"),
    [
        (UKRAINE, Cue.SUBJECT, "actor"),
        (UKRAINE, Cue.OBJECT, "actor"),
        (UKRAINE, Cue.AT, "place"),
        (KYIV, Cue.SUBJECT, "actor"),
        (KYIV, Cue.AT, "place"),
        (KHARKIV, Cue.SUBJECT, "place"),
        (KHARKIV, Cue.OBJECT, "place"),
        (KYIV, Cue.DATELINE, "dateline"),
        (KHARKIV, Cue.FROM, "origin"),
        (None, Cue.SUBJECT, "place"),
    ],
)
def test_states_act_and_towns_do_not(place: Place | None, cue: Cue, expected: str) -> None:
    """A country or its capital where a doer stands is an actor; a town there is still a place."""
    assert role(said(place, cue), "In said or said.") == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("'s army", "actor"),
        ("’s foreign intelligence service", "actor"),
        ("'s invasion of its neighbour", "actor"),
        ("'s railways", "place"),
        ("'s Kharkiv", "place"),
    ],
)
def test_a_state_acts_through_its_bodies(after: str, expected: str) -> None:
    """The owner of an army acts; the owner of a town or a railway is where they lie."""
    assert role(said(UKRAINE, Cue.OWNER), f"In said{after} on Monday") == expected


SENTENCES = [
    ("Russia invaded Ukraine.", "actor place"),
    ("Russia accused Ukraine of shelling Donetsk.", "actor actor place"),
    ("Ukraine was invaded by Russia.", "place actor"),
    ("Beirut was bombed by Israel.", "place actor"),
    ("Beirut has been heavily shelled from the hills.", "place"),
    ("Beirut was calm on Friday.", "place"),
    ("Beirut was preparing a complaint.", "actor"),
    ("Kharkiv was calm on Friday.", "place"),
    ("Kharkiv said it had run out of diesel.", "actor"),
    ("The invasion of Ukraine began before dawn.", "place"),
    ("The government of Ukraine fled Kyiv.", "actor origin"),
    ("Troops from Chad crossed into Sudan.", "origin place"),
    ("Missiles launched from Belgorod, Russia, fell on Kharkiv.", "origin origin place"),
    ("Jets flew toward Damascus.", "place"),
    ("The attack on Damascus killed six.", "place"),
    ("The war in Sudan has spread to Chad.", "place place"),
    ("Britain imposed sanctions on Russia.", "actor actor"),
    ("Shells fell on Russia.", "place"),
    ("Washington will send tanks to Ukraine.", "actor place"),
    ("Washington gave missiles to Ukraine.", "actor actor"),
    ("A message to Tehran was printed in Doha.", "actor place"),
    ("The talks between Russia and Ukraine failed.", "actor actor"),
    ("Trains between Russia and Ukraine stopped long ago.", "place place"),
    ("A village on the border with Poland was searched.", "place"),
    ("France broke with Mali.", "actor actor"),
    ("A statement from Beijing gave no details.", "actor"),
    ("Grain from Ukraine rotted in the port.", "origin"),
    ("People fled Sudan for Egypt.", "origin place"),
    ("Moscow's denial was brief, and Moscow's streets were empty.", "actor place"),
    ("The mayor of Sumy and Kursk governor Oleg Frolov spoke.", "actor actor"),
    ("U.S. officials met envoys of Qatar in Amman.", "actor actor place"),
    ("KHARTOUM, Sudan (AP) - The army advanced.", "dateline dateline"),
    ("Residents of Bajil and Zabid said they heard jets.", "place place"),
    ("China, which denies it, called on New Delhi and Islamabad to talk.", "actor actor actor"),
    ("A missile launched from Houthi-held Hodeidah hit a ship.", "origin"),
    ("Rostov acting governor Yury Slyusar spoke.", "actor"),
    ("JERUSALEM/BEIRUT, Nov 12 (Wire) - Tanks moved.", "dateline dateline"),
    ("Tehran is ready to talk, its envoy in Vienna said.", "actor place"),
    ("Washington approved the sale of missiles to Taipei.", "actor actor"),
    ("A court in The Hague ruled against Khartoum.", "place actor"),
    ("Egypt opened the crossing after talks with Israel in Cairo.", "actor actor place"),
    ("They live ten miles from Aleppo, down the coast from Latakia.", "place place"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_sentence_gives_each_name_its_role(text: str, expected: str) -> None:
    """Who does and who is spoken to is an actor; where it happens is a place; where from, an origin."""
    mentions = [mention for mention in read_places(text, Gazetteer.open()) if mention.cue is not Cue.DEMONYM]
    assert " ".join(roles(mentions, text)) == expected


def test_invented_sentences_about_places_at_war_are_read() -> None:
    """Nearly every name is found, put within 20 km and given its role; no government is put on a map as a place."""
    figures = score_conflicts.figures(Gazetteer.open())
    assert figures["places"] >= 300
    assert figures["recall"] >= 95 and figures["precision"] >= 95
    assert figures["within_20_km"] >= 95 and figures["roles"] >= 92
    assert figures["actors_plotted"] == 0


def test_chance_chose_a_third_of_their_places() -> None:
    """Every town that was drawn is in the sentences, and they are a third of all places there."""
    places = {
        (gold["geonameid"], gold["lat"], gold["lon"]) for row in score_conflicts.sentences() for gold in row["places"]
    }
    drawn = {town.geonameid for towns in draw_places.drawn(Gazetteer.open()).values() for town in towns}
    assert drawn <= {place[0] for place in places}
    assert 3 * len(drawn) >= len(places)


@pytest.mark.parametrize(
    "text",
    [
        "Canterbury Christ Church University said it would appeal.",
        "Shares of Bank of Georgia fell.",
        "The University of Texas at Austin said it would appeal.",
        "A reporter of the Boston Globe saw it.",
        "The Washington Post and Odesa Journal printed it.",
        "Manchester United lost again.",
        "The Berlin Philharmonic played Mahler.",
        "The London Stock Exchange closed early.",
        "Turkish Airlines and Kuwait Airways cancelled flights.",
        "The Minsk Protocol is dead.",
        "The Duke of York and the Archbishop of Canterbury prayed.",
    ],
)
def test_a_word_in_another_name_is_no_place(text: str) -> None:
    """Places in the names of universities, banks, papers, teams, treaties and titles are told as words of a name."""
    mentions = [mention for mention in read_places(text, Gazetteer.open()) if mention.cue is not Cue.DEMONYM]
    assert set(roles(mentions, text)) <= {"name"}


def test_a_seat_of_learning_that_is_struck_is_a_place() -> None:
    """What hits an institute hits the town where it stands."""
    text = "A missile hit Kyiv Polytechnic Institute, and two students died at Kharkiv University."
    assert list(roles(read_places(text, Gazetteer.open()), text)) == ["place", "place"]
