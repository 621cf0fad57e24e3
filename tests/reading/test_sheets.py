"""A fact sheet, a form or a few questions and answers are read as the one statement that they make together."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from timeline.article import Article
from timeline.event import Kind, Report, Role, Specificity
from timeline.reading.read import read
from timeline.when import Basis, When

WEDNESDAY = date(2025, 3, 12)
GAZETTEER = Gazetteer.open()
STATED = When(WEDNESDAY, WEDNESDAY, Basis.STATED)


def strikes(text: str) -> list[Report]:
    """Every strike that a text of Wednesday 12 March 2025 tells."""
    told = read(Article("a", "", text, "", "", "", "en", STATED), GAZETTEER).reports
    return [r for r in told if r.kind is Kind.STRIKE and r.specificity is Specificity.EVENT]


SHEETS = [
    (
        "Drone hits bus\nWhat happened? A drone hit a minibus.\nWhere? Kherson, by the river.\nWhen? Tuesday, 07:40.\n"
        "Killed? Two. Injured? Five.",
        ("Kherson", "11.03", 2, 5),
    ),
    (
        "What we know\nWhat was hit? The market in Sumy.\nWhen? On Tuesday, in the evening.\nBy what? A Russian "
        "missile, investigators believe.\nHow many casualties? Five dead and nine wounded, at the latest count.",
        ("Sumy", "11.03", 5, 9),
    ),
    (
        "The facts\n\nLocation: Kramatorsk, Donetsk region\nDate: 11 March 2025\nWeapon: glide bomb (KAB-250)\n"
        "Target: residential building\nKilled: 3\nInjured: 11",
        ("Kramatorsk", "11.03", 3, 11),
    ),
    (
        "INCIDENT REPORT No. 114\n\nDate: 10 March 2025\nPlace: El Fasher, North Darfur\nType: artillery shelling\n"
        "Casualties: 9 killed, 21 injured\nActor: RSF",
        ("El Fasher", "10.03", 9, 21),
    ),
    (
        "Attack in short\n\nPlace: Shostka, Sumy region, Ukraine\nDay: Tuesday, March 11\nWeapon: rocket\n"
        "Hit: a creamery\nDead: 16\nHurt: 13",
        ("Shostka", "11.03", 16, 13),
    ),
    (
        "Bannu attack\n\n• Where: Bannu, Khyber Pakhtunkhwa\n• When: 4 March, after sunset\n• How: two suicide car "
        "bombs at the cantonment wall\n• Toll: 18 killed, 42 injured",
        ("Bannu", "04.03", 18, 42),
    ),
    (
        "A shell falls\n\nQ: What happened? A: A shell landed in a queue for bread.\nQ: Where? A: In Omdurman.\n"
        "Q: When? A: On Sunday morning.\nQ: How many died? A: Seven.",
        ("Omdurman", "09.03", 7, None),
    ),
    (
        "The attack on Ternopil\n\nWhen did it happen? On Monday, before dawn.\n\nWhere did the missile fall? On a "
        "nine-storey block in the east of Ternopil.\n\nHow many people were killed? Six, among them a child. Another "
        "14 were injured.\n\nWhat next? Rescue work goes on.",
        ("Ternopil", "10.03", 6, 14),
    ),
    (
        "Weapon: Shahed drone. Target: a substation in Konotop. Date: the night of March 9. Consequences: power cuts "
        "for 40,000 people.",
        ("Konotop", "09.03", None, None),
    ),
]


@pytest.mark.parametrize(("text", "facts"), SHEETS, ids=[text[:40] for text, _ in SHEETS])
def test_a_sheet_tells_one_strike(text: str, facts: tuple[str, str, int | None, int | None]) -> None:
    """Its place, its day and its toll are those of the strike, on whichever line each stands."""
    (strike,) = strikes(text)
    at = [p.mention.place.name for p in strike.places if p.role is Role.EVENT and p.mention.place]
    day = f"{strike.when.first:%d.%m}" if strike.when and strike.when.first else ""
    killed, injured = (toll.best if toll else None for toll in (strike.killed, strike.injured))
    assert (at[0], day, killed, injured) == facts


def test_each_sheet_of_a_list_is_a_strike_of_its_own() -> None:
    """A label that comes again opens another sheet."""
    one, two = strikes(
        "Monday's incidents\n\nPlace: Nikopol\nDate: 10 March\nWeapon: artillery\nKilled: 1\n\n"
        "Place: Kherson\nDate: 11 March\nWeapon: drone\nKilled: 0\nInjured: 4"
    )
    assert [r.killed.best if r.killed else None for r in (one, two)] == [1, 0]


def test_the_words_of_a_sheet_are_quoted_as_they_stand() -> None:
    """The evidence is the sheet itself, with its labels."""
    text = "The facts\n\nPlace: Sumy\nDate: 11 March\nWeapon: drone\nKilled: 3"
    (strike,) = strikes(text)
    assert text[strike.evidence[0].start : strike.evidence[0].end] == text.removeprefix("The facts\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "Location: Rotterdam\nDate: 11 March 2025\nIncident: explosion in a grain silo\nCause: dust\nInjured: 2",
        "What: fire drill with smoke bombs\nWhere: Gatwick\nWhen: 14 March, 10:00\nWho: 200 volunteers",
        "What: a strike by nurses\nWhere: Leeds and York\nWhen: 11 March\nWho: 4,000 members of the union",
        "Where: Lyric Theatre, Belfast\nWhen: until 12 March\nWhat: Shells, a play about a siege\nTickets: £14",
        "What: a concert\nWhere: Kharkiv\nWhen: 10 March\nWho: 40 children hurt in last year's drone strike",
        "Victim: a man of 40\nPlace: Marseille\nDate: 10 March\nWeapon: kitchen knife\nArrested: one",
    ],
)
def test_a_sheet_of_peace_tells_no_strike(text: str) -> None:
    """A silo's dust, a drill, nurses, a play and a stabbing are none, whatever their form."""
    assert not strikes(text)
