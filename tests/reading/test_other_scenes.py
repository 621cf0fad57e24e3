"""A place or a day of another deed in the sentence never places or dates the strike that it speaks of."""

import pytest

from geo.gazetteer import Gazetteer
from timeline.reading.articles import article_of
from timeline.reading.read import read

PUBLISHED = "2025-03-12"  # a Wednesday
MONDAY, PRINTED = "2025-03-10", PUBLISHED
CASES = [
    # text, the town or "" for none, the first day
    ("Protesters in Paris condemned the air strike that killed 12 people in Gaza on Monday.", "Gaza Strip", MONDAY),
    ("Relatives in Kathmandu mourned on Tuesday a student killed by a rocket in Israel.", "Israel", None),
    ("The mayor of Sumy told journalists in Lviv that a drone had killed two people on Monday.", "Sumy", MONDAY),
    ("In Geneva, Syria's envoy said that an Israeli missile had killed four people.", "", None),
    ("The US embassy in Baghdad said a rocket had killed a contractor on Monday.", "", MONDAY),
    ("The Aleppo Media Centre said barrel bombs killed 12 people on Monday.", "", MONDAY),
    ("A convoy travelling from Aleppo to Latakia was hit by a drone on Monday, killing two.", "", MONDAY),
    ("Shelling between Kramatorsk and Sloviansk killed two people on Monday.", "Kramatorsk", MONDAY),
    ("A ship owned by a company in Athens was hit by a missile on Monday.", "", MONDAY),
    ("A drone made in Isfahan hit a block of flats on Monday, killing one.", "", MONDAY),
    ("The son of a Leeds butcher was killed on Monday by a mortar in Ukraine.", "Ukraine", MONDAY),
    ("The father of a boy killed by a missile in Kyiv spoke in Vienna on Tuesday.", "Kyiv", PRINTED),
    ("The Security Council met in New York on Monday after drones hit a clinic in El Fasher.", "El Fasher", PRINTED),
    ("An inquest in Coventry heard on Monday that a bomb in Kabul killed the captain.", "Kabul", None),
    ("A man who bombed a mosque in Christchurch was jailed on Monday.", "Christchurch", PRINTED),
    ("EU leaders meeting in Brussels on Thursday condemned the missile attack on Kryvyi Rih.", "Kryvyy Rih", PRINTED),
    ("A drone strike on a convoy bound for El Fasher killed three drivers near Mellit on Monday.", "Mellit", MONDAY),
    ("A lorry taking sesame from Gedaref to Kassala was bombed on Monday.", "", MONDAY),
    ("A missile aimed at Kyiv fell in Poland on Monday, killing two farmers.", "Poland", MONDAY),
    ("A vessel 80 nautical miles northwest of Hodeidah was hit by a missile on Monday.", "Al Ḩudaydah", MONDAY),
    ("Pope Leo, in Rome, said he mourned three people whom a missile killed in Gaza on Monday.", "Gaza Strip", MONDAY),
    ("Kyiv: Russian strike kills three in Kharkiv, wounds nine", "Kharkiv", None),
    ("Speaking on Sunday, a minister said Monday's drone strike on Port Sudan had hurt nobody.", "Port Sudan", MONDAY),
    ("The report, published on Monday, said the bombing of the Mariupol theatre killed 600.", "Mariupol", None),
    ("The bridge in Kherson, opened in 2018, was hit by a truck bomb on 10 March 2025.", "Kherson", MONDAY),
    ("A strike in Nyala, admitted on Tuesday, killed six on Monday.", "Nyala", MONDAY),
    ("A bomb planted on Sunday went off in Quetta on Monday.", "Quetta", MONDAY),
    ("The army said on Tuesday that a drone had hit a depot in Kursk on Monday.", "Kursk", MONDAY),
    # what stands in the strike's own clause, or is told by those who live there, does
    ("Three people were killed in Kharkiv on Monday after a drone attack.", "Kharkiv", MONDAY),
    ("In Kherson, the governor said that a shell had killed two people on Monday.", "Kherson", MONDAY),
    ("Power failed in Odesa on Monday after a drone attack on a substation.", "Odesa", MONDAY),
    ("Police in Lviv said a drone had hit a warehouse on Monday.", "Lviv", MONDAY),
    ("The market in Kharkiv, which was hit by a missile on Monday, was closed.", "Kharkiv", MONDAY),
    ("A rally in Peshawar was hit by a bomb on Monday, killing 12 people.", "Peshawar", MONDAY),
    ("A drone hit a conference in Kyiv on Monday.", "Kyiv", MONDAY),
    ("A missile hit an Odesa clinic on Monday while the premier was in Ankara.", "Odesa", MONDAY),
    ("Shells hit Izium on Monday, two days before talks in Jeddah.", "Izyum", MONDAY),
    (
        "A Panama-flagged tanker in ballast for Batumi was hit in the Black Sea by a drone on Monday.",
        "Black Sea",
        MONDAY,
    ),
    ("Clinics in Rafah received nine bodies on Monday after strikes on the Gaza Strip.", "Gaza Strip", MONDAY),
    ("Israeli raids on Lebanon killed nine people on Monday, including four in Tyre.", "Lebanon", MONDAY),
    ("He was born in Aleppo on 4 May 1980 and killed by a drone in Idlib.", "Idlib", None),
    ("On Monday the army conceded that it had bombed a market in Nyala the week before.", "Nyala", None),
    ("On Monday the army said that it had bombed a depot in Kursk.", "Kursk", MONDAY),
    ("Rockets were fired at Kiryat Shmona on Monday.", "Qiryat Shmona", MONDAY),
    ("The club plays on Saturday for the first time since Monday, when a missile hit a hall in Sumy.", "Sumy", MONDAY),
]

MEASURED = [
    ("The drone fell in a field 120 km north of Kyiv on Tuesday, killing a man.", "Kyiv", 5),
    ("A missile hit a depot some 30 km short of Mosul on Monday.", "Mosul", 5),
    ("A rocket hit a farm about 20 miles east of Ashkelon on Monday.", "Ashkelon", 5),
    ("A rocket hit a farm about 10 miles east of Ashkelon on Monday.", "Ashkelon", 2),
    ("Three families fled to Goma. A drone hit a bus some 70 km from Bukavu on Tuesday.", "Bukavu", 5),
    ("A rocket set off sirens in Haifa on Monday before it was shot down.", "Haifa", 5),
    ("A drone hit a car 5 km from Bukavu on Monday.", "Bukavu", 2),
    ("A drone hit a car south of Bukavu on Monday.", "Bukavu", 2),
    ("A drone hit a car 40 km inside Russia on Monday.", "Russia", 6),
    ("A drone hit a car in Bukavu on Monday.", "Bukavu", 1),
]


@pytest.mark.parametrize(("text", "town", "precision"), MEASURED)
def test_a_town_that_is_measured_from_is_near_at_best(text: str, town: str, precision: int | None) -> None:
    """Beyond 25 km, or where only sirens sounded, its name says the wider area at most."""
    report = read(article_of({"id": "a", "text": text, "published": PUBLISHED}), Gazetteer.open()).reports[0]
    assert (report.place.name if report.place else "", report.where_prec) == (town, precision)


@pytest.mark.parametrize(("text", "town", "day"), CASES)
def test_a_strike_is_where_and_when_its_own_clause_says(text: str, town: str, day: str | None) -> None:
    """A rally, a meeting, a court, a speaker, a journey and an owner have places and days of their own."""
    reports = read(article_of({"id": "a", "text": text, "published": PUBLISHED}), Gazetteer.open()).reports
    strike = next(report for report in reports if report.kind == "strike")
    assert (strike.where.place.name if strike.where and strike.where.place else "") == town
    if day:
        assert strike.when is not None and str(strike.when.first) == day
