"""A strike that only points at its place is where the thing, or the scene, stands that the article told of before."""

import pytest

from tests.reading.test_whereabouts import DAY, GAZETTEER, places
from timeline.article import Article
from timeline.event import Kind
from timeline.reading.read import read
from timeline.when import Basis, When

PLANT = "Drones set fire to a refinery in Syzran on Monday.\n\nIt makes fuel for the army.\n\n"
CLINIC = "Shells struck a hospital in Nikopol on Monday, killing two nurses.\n\n"
BASE = "Rockets struck an air base in Erbil on Monday, wounding two contractors.\n\n"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (f"{PLANT}The plant had been attacked by drones on February 19, too.", "Syzran (city)"),
        (f"{PLANT}Drones had set it ablaze on February 19, and on February 20 a missile hit it.", None),
        (
            f"{CLINIC}On Sunday rockets fell on the hospital twice and killed nine, nurses say.",
            "Nikopol (city)",
        ),
        (f"{CLINIC}On Sunday rockets had fallen on it as well, and three patients died.", "Nikopol (city)"),
        (
            f"{CLINIC}On Sunday it was shelled too, said Ann Lee, who speaks for the Red Cross in Kyiv.",
            "Nikopol (city)",
        ),
        (f"{BASE}Three people died in an attack there on February 15.", "Erbil (city)"),
        (f"{BASE}Drones had struck the complex on Sunday as well.", "Erbil (city)"),
        (f"{BASE}On February 15 the same base was hit by a drone and a cook was hurt.", "Erbil (city)"),
        (f"{BASE}Drones hit a market in Kirkuk on Sunday.\n\nThe base was hit on February 15 too.", "Erbil (city)"),
        (
            "A car bomb in Popayán wounded twelve in Cauca province on Monday.\n\n"
            "In the same region a motorcycle bomb had killed two on February 15.",
            "Cauca Department (region)",
        ),
        (
            "Rockets hit Kharkiv on Monday and wounded four. In the same region a drone killed a farmer on Sunday.",
            "Kharkiv (region)",
        ),
        (
            "A bomb in a market in Kirkuk killed eight on Monday.\n\nMinutes later a second one exploded some 200 "
            "metres away and killed three.",
            "Kirkuk (city)",
        ),
        (
            "Ten rockets hit the Xyzzan camp in Kirkuk on Monday.\n\nThe Xyzzan base was hit on February 16 too, "
            "in return for the U.S. killing of a Quds Force commander.",
            "Kirkuk (city)",
        ),
        ("A missile hit a tanker in the Black Sea on Monday. On Sunday a drone struck it, too.", "Black Sea (other)"),
    ],
)
def test_a_known_thing_stands_where_it_was_told_of(text: str, before: str | None) -> None:
    """The plant, it, there, the same region: where the story told of it, sentences before."""
    told = places(text)
    assert len(told) > 1
    assert told[-1] == before or before is None


@pytest.mark.parametrize(
    "text",
    [
        f"{CLINIC}A school was bombed on Sunday, killing three.\n\nThe school had been hit on February 3 as well.",
        f"{CLINIC}The envoy spoke in Geneva.\n\nOn Sunday an attack there wounded nine.",
        f"{BASE}Rockets hit a market in Kirkuk on Sunday.\n\nThe base was struck on February 15, killing a cook.",
        "Drones attacked the refineries in Ryazan and Syzran on Monday.\n\nThe plant was hit on February 10 as well.",
        f"{CLINIC}The hurt lie in a hospital in Dnipro.\n\nOn Sunday shells hit the hospital again.",
        f"{PLANT}On Sunday missiles hit the plant of a tractor maker.",
        f"{PLANT}Russia struck a plant on Sunday, killing two.",
    ],
)
def test_what_may_be_another_is_pinned_nowhere(text: str) -> None:
    """Two plants, a new one, another scene between, the striker's own country: then nobody knows where."""
    assert places(text)[-1] is None


def test_the_attack_of_a_day_is_the_one_of_that_day() -> None:
    """Not the one told last, of some day earlier this month."""
    text = (
        "Drones hit an air base in Erbil on Tuesday and killed three men.\n\nEarlier this month an attack there left "
    )
    text += "two cooks dead.\n\nTuesday's attack harmed no planes, the ministry said."
    found = read(Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED)), GAZETTEER).reports
    days = [(r.when.first, r.when.last) for r in found if r.kind is Kind.STRIKE and r.when]
    assert days == [(DAY, DAY), (DAY.replace(day=1), DAY)]


def test_the_same_day_is_no_older_one_once_the_story_has_come_back() -> None:
    """In the paragraph of the older strike it is that day; in the next one it is the day of the news."""
    news = "A missile hit a clinic in Sumy on Tuesday, killing four.\n\n"
    old = "On February 10 shells fell on a school in Uman and killed two."
    bus = "a drone hit a bus in Konotop and wounded six."
    days = []
    for text in (f"{news}{old} The same day {bus}", f"{news}{old}\n\nThe same day {bus}"):
        found = read(Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED)), GAZETTEER).reports
        days += [r.when.first for r in found if r.when and r.place and r.place.name == "Konotop"]
    assert days == [DAY.replace(month=2, day=10), DAY]
