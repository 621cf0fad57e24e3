"""A strike that its own sentence does not date has the day that the sentences around it tell."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from timeline.article import Article
from timeline.event import Kind, Specificity
from timeline.reading.read import read
from timeline.when import Basis, When

WEDNESDAY = date(2025, 3, 12)
GAZETTEER = Gazetteer.open()
STATED = When(WEDNESDAY, WEDNESDAY, Basis.STATED)
FOOTAGE = "A clip shows the moment when a Russian drone hit a bakery in Nikopol."


def days(text: str) -> list[tuple[str, str]]:
    """The first and the last day of every strike that a text of Wednesday 12 March 2025 tells, without the year."""
    told = read(Article("a", "", text, "", "", "", "en", STATED), GAZETTEER).reports
    dated = [r.when for r in told if r.kind is Kind.STRIKE and r.specificity is Specificity.EVENT]
    return [(f"{w.first:%d.%m}", f"{w.last:%d.%m}") if w and w.first and w.last else ("", "") for w in dated]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{FOOTAGE}\n\nThe video was filmed on Sunday evening.", "09.03"),
        (f"{FOOTAGE}\n\nThe pictures were taken last Sunday.", "09.03"),
        (f"{FOOTAGE} It occurred on March 3, shortly before noon, and left the street in ruins.", "03.03"),
        (f"{FOOTAGE}\n\nThe incident took place on 3 March.", "03.03"),
        (f"{FOOTAGE}\n\nThe strike, late on Monday, was the work of a unit in Crimea, the police said.", "10.03"),
        ("Three were shot down. A rocket, which landed on a mill in Sumy on Monday, wounded two.", "10.03"),
        ("A shell, which hit a clinic in Kherson on Sunday, wounded nine.", "09.03"),
        ("You will recall that on Friday evening a Russian shell hit a bakery in Nikopol. Six died.", "07.03"),
        ("Wreaths were laid for the victims of the drone attack in Sumy, where nine people died on Sunday.", "09.03"),
        (
            "Two of the nine people killed on Sunday at a school in Nikopol have been named.\n\n"
            "Twelve others were hurt by the drone, which was launched by Russia.",
            "09.03",
        ),
        (
            "Pipes in Sumy still leak after the attack of 3 March.\n\n"
            "A missile, reportedly fired by Russia, hit a pumping station there at noon. Three people were killed.",
            "03.03",
        ),
        (
            "Ministers will meet to discuss the attack on the port of Odesa, Ukraine, on Saturday, an envoy said.\n\n"
            "Nine people were killed when a missile struck a silo.",
            "08.03",
        ),
        (
            "A mill in Sumy was hit on Monday. The drone killed six in one of the worst attacks this year.",
            "10.03",
        ),
        ("A shell killed six in Sumy on Monday, in the third attack on the city in March.", "10.03"),
        ("It was 2 March, a cold night in Sumy. Nobody heard the sirens. The missile killed six people.", "02.03"),
        ("The day was 2 March. Children played in the yard. A Russian shell fell on a kindergarten in Sumy.", "02.03"),
        (
            "Drone kills two\n\nWhat happened on Friday?\n\nA Russian drone hit a bakery in Nikopol.",
            "07.03",
        ),
        (f"{FOOTAGE} Date: 3 March.", "03.03"),
        (
            "Place: Nikopol\n\nTime: 3 March, morning\n\nHit: a hotel\n\nMeans of attack: drone\n\nKilled: 7.",
            "03.03",
        ),
        (
            "The dead of Monday's rocket attack on Sumy are nine: bodies were recovered from the mill that was hit.",
            "10.03",
        ),
        ("A shell hit a clinic in Ukraine, killing six. It happened in Sumy, near the border, on Sunday.", "09.03"),
    ],
)
def test_the_sentence_beside_it_tells_its_day(text: str, day: str) -> None:
    """When it was filmed or took place, when its weapon struck, and what is to be discussed happened before."""
    assert days(text) == [(day, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Families in Sumy sued over the drone attack on a mill, in which six people were killed in February.",
        "Wreaths were laid for the victims of a missile attack on Sumy that took place in February and killed six.",
    ],
)
def test_the_month_of_a_clause_about_the_strike_is_its_own(text: str) -> None:
    """What took place or killed in that month is the strike, not something that the clause says of the place."""
    assert days(text) == [("01.02", "28.02")]


@pytest.mark.parametrize(
    "text",
    [
        "A mother of two lost her life in Sumy region last month.\n\nShe was one of nine people killed when a Russian "
        "missile fell on a school.",
        "Wreaths were laid for the four dead of February in Sumy.\n\nThe men were killed when a shell hit a mill.",
    ],
)
def test_the_dead_of_a_month_died_in_it_though_a_paragraph_comes_between(text: str) -> None:
    """They, or he as one of them, are those of whom the sentence before told."""
    assert days(text) == [("01.02", "28.02")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The death toll from a drone strike on Sumy rose to ten on Sunday.", None),
        ("The number of dead in the strike on Sumy rose to ten on Sunday as another body was found.", None),
        ("The death toll from a drone strike on Sumy the day before climbed to ten on Sunday.", "08.03"),
        ("The number of people killed in a strike on Sumy two days earlier rose to ten on Sunday.", "07.03"),
        ("The death toll from Friday's strike on Sumy rose to ten on Sunday.", "07.03"),
    ],
)
def test_the_day_on_which_a_toll_grew_is_not_the_strikes(text: str, day: str | None) -> None:
    """It may be counted back from that day, where the sentence says how far."""
    assert days(text) == [(day or "", day or "")]


@pytest.mark.parametrize(
    "text",
    [
        f"{FOOTAGE}\n\nThe video was posted on Sunday evening.",
        f"{FOOTAGE}\n\nThe mayor opened a school on Sunday.",
        "A fair opened in Sumy region last month.\n\nThey were killed when a shell hit a mill.",
        "It was Sunday when the mayor resigned.\n\nA Russian shell killed two people in Sumy.",
        f"{FOOTAGE} It came two days after the mayor had opened a school on Sunday.",
        "Drone kills two\n\nWhat was said on Sunday?\n\nA Russian shell killed two people in Sumy.",
    ],
)
def test_no_other_deeds_day_is_taken(text: str) -> None:
    """Not when a film was shown, nor when something else was done."""
    assert ("09.03", "09.03") not in days(text) and ("01.02", "28.02") not in days(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Also this week, shells killed four people on Monday in Sumy.", ["10.03"]),
        ("The weekend saw mortars hit a camp near Sumy; five shells on Saturday wounded two.", ["08.03"]),
        (
            "A missile hit a mill in Sumy last night, killing two. At 14:20 a drone wounded a nurse in Kherson.",
            ["11.03-12.03", "12.03"],
        ),
        ("In the night to Tuesday drones hit a refinery in Ryazan and injured a guard.", ["10.03-11.03"]),
        ("Shells killed two in Kherson on Monday. Two days on, a drone wounded a nurse in Sumy.", ["10.03", "12.03"]),
        ("A drone hit a car in Sumy a few hours ago, killing the driver.", ["12.03"]),
        (
            "A missile hit a market in Sumy on Sunday, killing eight; the last of them died on Tuesday. "
            "That same evening a drone wounded a medic in Kherson.",
            ["09.03", "09.03"],
        ),
        (
            "A strike on Sumy killed seven people late on Tuesday. "
            "It came a day after mortar fire on Kherson, which officials said on Wednesday had killed four.",
            ["11.03", "10.03"],
        ),
        (
            "An air raid hit a bakery in Sumy on Tuesday, killing nine. "
            "The raid comes a day after three people died in the shelling of a clinic in Kherson.",
            ["11.03", "10.03"],
        ),
        (
            "Nine people have been killed in a car bombing in Mosul, three days after a bomb killed six in Kirkuk.",
            ["12.03", "09.03"],
        ),
        (
            "The toll of a suicide attack on a police station in Mosul has climbed to 19, "
            "a day after a car packed with explosives drove into a queue.",
            ["11.03"],
        ),
        ("A drone once hit her kitchen in Sumy and wounded her, she told visitors.", [""]),
        ("In an earlier attack on Kherson a shell had killed two medics.", [""]),
    ],
)
def test_a_day_is_counted_from_what_the_text_tells(text: str, told: list[str]) -> None:
    """From the strike before, from publication, from the narrower of two phrases; what is only recalled has no day."""
    said = [first if first == last else f"{first}-{last}" for first, last in days(text)]
    assert said == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # the night ends on the day of the news
            "Drones hit a grain dock in Izmail overnight, killing two men.\n\n"
            "A day earlier a rocket had wrecked a bakery in Kherson, killing four.",
            [("11.03", "12.03"), ("11.03", "11.03")],
        ),
        (
            "Drones hit a grain dock in Izmail overnight, killing two.\n\nThe same night shells hit a clinic in Sumy.",
            [("11.03", "12.03"), ("11.03", "12.03")],
        ),
        (  # a look back does not date the news
            "Shells wrecked a clinic in Nikopol.\n\nIt was hit in 2023 too, in the last big raids.",
            [("12.03", "12.03"), ("01.01", "31.12")],
        ),
        (
            "A drone set a depot in Engels ablaze. Two drones hit the same yard.\n\n"
            "On March 2 a missile struck Engels, wounding six.",
            [("12.03", "12.03"), ("02.03", "02.03")],
        ),
        (  # but a story is told from its day on
            "Doctors deplored the shelling of a clinic in Sumy region.\n\nOn 2 March two shells hit it in Romny.",
            [("02.03", "02.03")],
        ),
        (  # the day within the stretch that the lead names
            "A missile hit a barracks in Poltava this week.\n\nIt struck the barracks in Poltava on Monday.",
            [("10.03", "10.03")],
        ),
        (
            "The mayor asked for help again last month after a drone attack in Odesa that killed six.",
            [("01.02", "28.02")],
        ),
        (
            "On Monday they showed rockets that were fired, they said, last month at Kharkiv from Belgorod.",
            [("01.02", "28.02")],
        ),
        ("A bomb killed six in Dir on Tuesday, in a valley that rebels had ruled in 2009.", [("11.03", "11.03")]),
        ("A shell hit a mill in Hangu, where troops beat the rebels in 2009. Two men died.", [("12.03", "12.03")]),
        (
            "The army had tried on 3 March to strike the airfield of Engels with drones, which were shot down.",
            [("03.03", "03.03")],
        ),
        (
            "KYIV, 12 March: A missile that hit a farm in Sumy was a stray, the army said on Wednesday.",
            [("12.03", "12.03")],
        ),
        (  # what the news is measured by has its own day, place and dead
            "A shell killed four in Kherson on Tuesday. It was the worst since a missile strike in Sumy "
            "killed nine in January.",
            [("11.03", "11.03"), ("01.01", "31.01")],
        ),
        (
            "A shell killed four in Kherson on Tuesday, the most since 3 February, when a drone hit Sumy.",
            [("11.03", "11.03"), ("03.02", "03.02")],
        ),
        (
            "Rockets fell on Metula on Monday, the day after an Israeli air strike killed five in Tyre.",
            [("10.03", "10.03"), ("09.03", "09.03")],
        ),
        (
            "Monday's raid on Odesa followed a drone strike on Saturday that killed six in Sumy.",
            [("10.03", "10.03"), ("08.03", "08.03")],
        ),
        ("Monday's drone raid on Odesa followed talks in Istanbul on Saturday.", [("10.03", "10.03")]),
        (
            "Months later, on a cold night in January, a truck bomb tore through the barracks in Beirut.",
            [("01.01", "31.01")],
        ),
        ("Gunners downed seven drones over Belgorod around 1600-1630 local time on Tuesday.", [("11.03", "11.03")]),
        ("A shell hit a clinic in Sumy between 1900 and 1930 GMT.", [("12.03", "12.03")]),
        (
            "A clerk told an inquest how she hid when Russian forces shelled a school in Lozova.\n\n"
            "The inquest looks into the deaths of six pupils on 3 March.",
            [("03.03", "03.03")],
        ),
        (
            "People in Sumy have slept badly since last week, when a missile hit a barracks there and killed six.",
            [("03.03", "09.03")],
        ),
        (  # the day on which it was, not that on which it was told
            "Drones struck a plant in Ryazan, the staff said on Tuesday. The attack was carried out the previous day.",
            [("10.03", "10.03")],
        ),
        (
            "A raid wrecked a mill in Sumy, medics said on Monday.\n\nIt came in the small hours of the same day.",
            [("10.03", "10.03")],
        ),
        (
            "Debris killed two men at Engels on Tuesday. Earlier this month drones damaged two jets there.",
            [("11.03", "11.03"), ("01.03", "12.03")],
        ),
        (
            "A bomb hit Kabul on Tuesday. In January two bombs killed six in Kabul. A week earlier nine had died "
            "when a bomber blew himself up in Kabul.",
            [("11.03", "11.03"), ("01.01", "31.01"), ("", "")],
        ),
        (
            "A bomb wounded nine near Diyarbakir on Tuesday.\n\nOn Saturday two shells from Syria fell on Karkamis.\n\n"
            "Turkey answered with howitzer fire on a village near Kobani, killing a farmer.",
            [("11.03", "11.03"), ("08.03", "08.03"), ("08.03", "08.03")],
        ),
        (
            "On Tuesday prosecutors accused Ukraine of terror, namely of blowing up two bridges at the weekend. "
            "Seven died when a bridge was blown up in Bryansk.",
            [("08.03", "09.03")],
        ),
        ("Jets bombed Sumy late on Saturday and early Sunday, killing four.", [("08.03", "09.03")]),
        ("Drones hit a mill in Sumy on 28 February and 1 March.", [("28.02", "01.03")]),
        ("Shells fell on Sumy on Friday and Monday.", [("07.03", "07.03")]),
    ],
)
def test_each_strike_keeps_its_own_day(text: str, told: list[tuple[str, str]]) -> None:
    """Neither an earlier strike, nor those who react to it, nor what is said of the place dates the news."""
    assert days(text) == told


def test_a_week_that_ended_on_a_day_is_the_week() -> None:
    """The day that ends a stretch is not the day of what happened within it."""
    text = "The worst of the week that ended on Sunday was in Kursk region. A drone strike killed 13 people there."
    assert days(text) == [("03.03", "09.03")]


def test_what_came_hours_earlier_came_on_the_same_day() -> None:
    """A strike that is told as hours from another has the other's day."""
    text = "A missile hit Sumy on Monday, killing two. In Poltava, a drone had killed a driver a few hours earlier."
    assert days(text) == [("10.03", "10.03"), ("10.03", "10.03")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A drone hit a bus in Kherson and wounded four, the police said.\n\n"
            "In February, a drone hit a van in Kherson and killed two people.",
            [("12.03", "12.03"), ("01.02", "28.02")],
        ),
        (
            "A shell killed two in Kherson and wounded nine.\n\nOn 3 March, a shell killed two there and wounded 30.",
            [("12.03", "12.03"), ("03.03", "03.03")],
        ),
        (
            "A shell killed two in Kherson.\n\nIt follows the attack of 3 March, in which six died.",
            [("12.03", "12.03"), ("03.03", "03.03")],
        ),
        (
            "Envoys deplored the attack on a bus in Kherson.\n\nOn 3 March a drone hit the bus and killed two people.",
            [("03.03", "03.03")],
        ),
    ],
)
def test_an_older_strike_with_other_victims_does_not_date_the_news(text: str, told: list[tuple[str, str]]) -> None:
    """Whoever was hurt on an earlier day was hurt in another strike; what is deplored is dated by what follows."""
    assert days(text) == told
