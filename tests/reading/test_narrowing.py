"""What several sentences of an article tell of one strike is one event, at the narrowest place that they name."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from timeline.article import Article
from timeline.event import Kind, Report, Specificity
from timeline.reading.read import read
from timeline.when import Basis, When

DAY = date(2025, 3, 4)  # a Tuesday
GAZETTEER = Gazetteer.open()
PORT = "Drones set fire to port buildings in the Odesa region on Monday, the governor said."
MARKET = "Planes bombed a cattle market in Tigray on Monday, and 23 traders died, a nurse said."
MISSILE = "A missile that the Houthis fired at Saudi Arabia was brought down on Monday, the army said."


def strikes(*sentences: str) -> list[Report]:
    """The single strikes of a text whose sentences are paragraphs, in the order of the text."""
    article = Article("a", "", "\n\n".join(sentences), "", "", "", "en", When(DAY, DAY, Basis.STATED))
    told = [r for r in read(article, GAZETTEER).reports if r.kind is Kind.STRIKE]
    return [r for r in told if r.specificity is Specificity.EVENT]


def places(*sentences: str) -> list[str | None]:
    """Where those strikes are placed."""
    return [r.place.name if r.place else None for r in strikes(*sentences)]


@pytest.mark.parametrize(
    ("lead", "then", "town"),
    [
        (PORT, "The European Union deplored the attack on the harbour of Reni.", "Reni"),
        (PORT, "Izmail, the target, ships grain down the Danube.", "Izmayil"),
        (PORT, "Two dockers were being treated after the raid near the seaport of Reni.", "Reni"),
        (MARKET, "A rebel spokesman called the strike, at Adwa in the centre of the region, a massacre.", "Adwa"),
        (MARKET, "The army owned up to Monday's air raid on the town of Adwa.", "Adwa"),
        (MARKET, "The number of people killed in an air strike on the market of Adwa town stands at 23.", "Adwa"),
        (MISSILE, "Khamis Mushait, a city of the south-west, was where it had been heading.", "Khamis Mushait"),
        (MISSILE, "It had been on its way to Khamis Mushait, the spokesman added.", "Khamis Mushait"),
        (MISSILE, "Its target was the airport of Khamis Mushait.", "Khamis Mushait"),
        (
            "A drone hit a hospital in southern Sudan on Monday and killed six patients.",
            "Lawyers blamed the paramilitaries for the attack on the clinic, in El Obeid.",
            "El Obeid",
        ),
        (
            "Shells hit a bakery in a town in North Darfur on Monday and killed nine.",
            "The bombardment struck the town of Kutum, some 120 kilometres north-west of El Fasher.",
            "Kutum",
        ),
    ],
)
def test_a_strike_on_a_land_is_placed_in_the_town_at_which_a_sentence_puts_it(lead: str, then: str, town: str) -> None:
    """The attack on X, X as the target, and the way to X say where in the land it was."""
    assert places(lead, then) == [town]


@pytest.mark.parametrize(
    ("lead", "then", "land"),
    [
        (PORT, "The council recalled the attack on Izmail in 2023.", "Odesa"),
        (PORT, "An earlier attack on Reni had ruined a silo.", "Odesa"),
        (PORT, "Ships were told after the attack to wait off Izmail.", "Odesa"),
        (PORT, "The attack was condemned by the mayor of Izmail.", "Odesa"),
        (MARKET, "The strike was discussed by envoys who met in Adwa.", "Tigray"),
        (PORT, "The attack was mourned at a vigil in Izmail.", "Odesa"),
        (PORT, "The raid led dockers to strike in Reni.", "Odesa"),
        (PORT, "The attack burned six, a surgeon in Izmail said.", "Odesa"),
        ("A bomb hurt six nurses in Sudan on Monday.", "They were on their way to Nyala.", "Sudan"),
        (MISSILE, "The launcher had been driven to Saada, he said.", "Saudi Arabia"),
    ],
)
def test_a_town_named_for_something_else_is_not_the_place(lead: str, then: str, land: str) -> None:
    """Neither another day's attack, nor who speaks or meets there, nor one town of many narrows a strike."""
    assert places(lead, then)[:1] == [land]


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "Eleven shepherds were killed by a drone on Monday, the district council said.",
            "A clinic opened in Kutum.",
            "Of the region little is heard.",
            "On Monday a drone struck a well at Abu Dis Wells and killed 11 shepherds.",
        ),
        (
            "A strike on a market in a town held by rebels killed 20 people, activists say.",
            "The raid on Atarib, west of Aleppo, hurt dozens too.",
            "Air strikes hit the crowded market early on Monday, the Syrian Observatory for Human Rights said.",
        ),
        (
            "Shells killed two near a kiosk in Kherson, the governor said.",
            '"The enemy hit Kherson again today," he wrote.',
        ),
    ],
)
def test_one_strike_told_twice_is_one_event(sentences: tuple[str, ...]) -> None:
    """As many dead on one day, or the news of today called one more, are no second strike."""
    assert len(strikes(*sentences)) == 1


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "Rockets killed 14 people in Thailand on Monday, officials said.",
            "A mill in Surin was among the towns and places that shells hit.",
        ),
    ],
)
def test_two_strikes_with_one_count_stay_two(sentences: tuple[str, ...]) -> None:
    """A new bomb, and one of the places that were hit, are told apart."""
    assert len(strikes(*sentences)) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb at a bus stop in Bab Mushtaq, Damascus, killed three people on Monday.", "Damascus"),
        ("A truck bomb killed four at a barracks in Logar province south of the capital Kabul on Monday.", "Logar"),
        (
            "Mortars hit a ward on Monday and killed three, said Ana Perera, who speaks for the Red Cross in Colombo.",
            None,
        ),
        (
            "Beirut: A raid on a bakery killed nine in a village of the province of Aleppo on Monday, a monitor said.",
            "Aleppo",
        ),
        ("The Homs Media Office, a band of volunteers, said that shells had killed four at a well on Monday.", None),
        ("A missile launched from Kursk, in Russia, killed seven at a theatre on Monday.", None),
    ],
)
def test_a_name_beside_the_scene_is_not_taken_for_it(text: str, place: str | None) -> None:
    """A quarter lies in its great city; the next town, the speaker's seat and the land of the launch are no scenes."""
    assert places(text) == [place]


def test_the_town_is_not_that_of_the_dateline_once_another_was_told_without_its_name() -> None:
    """After "a town in North Darfur" the words "the town" mean that one, wherever the story was filed."""
    lead = (
        "PORT SUDAN, Sudan (AP) - Planes bombed a market in a town in North Darfur on Monday and killed 40, aides said."
    )
    assert places(lead, '"The raid came on the day of the town\'s market," they said.') == ["Northern Darfur"]


def test_nobody_is_struck_where_the_hurt_are_flown() -> None:
    """A hospital in another town is no second scene."""
    lead = "A parcel bomb wounded three clerks in Mardin on Monday."
    assert places(lead, "One was taken by air to Adana and died of burns in a clinic there on Tuesday.") == ["Mardin"]


def test_the_news_goes_on_after_a_sentence_that_looks_back() -> None:
    """Whom a story counts after "it came a day after" were hurt by the news, not by the strike before it."""
    told = strikes(
        "A missile killed a boy in Kharkiv on Monday, officials said.",
        "It came a day after at least 31 people had been killed in a village of the same region.",
        "In addition to the boy's death, 16 people were injured.",
    )
    assert told[0].killed and told[0].injured
    assert (told[0].killed.best, told[0].injured.best) == (1, 16)
