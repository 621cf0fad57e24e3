"""A strike stands where the story says, and nowhere that the story does not say."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from timeline.article import Article
from timeline.event import Kind, Specificity
from timeline.reading.read import read
from timeline.when import Basis, When

DAY = date(2025, 3, 4)
GAZETTEER = Gazetteer.open()
HIT = "A Russian missile hit a crowded market on Monday, killing 12 people"


def places(text: str, kind: Kind = Kind.STRIKE) -> list[str | None]:
    """Where the strikes, or the charges, of a text are placed, in the order of the text: the place and its kind."""
    article = Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED))
    told = [r for r in read(article, GAZETTEER).reports if r.kind is kind]
    single = [r for r in told if r.specificity is Specificity.EVENT]
    return [f"{r.place.name} ({r.place.kind})" if r.place else None for r in single]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"KHARKIV, Ukraine (AP) - {HIT}.", "Kharkiv (city)"),
        (f"Strike on Kharkiv market kills 12\n\n{HIT}, the governor said.", "Kharkiv (city)"),
        ("SUMY, Ukraine (AP) - A missile hit a depot in Ukraine's north on Monday, killing two.", "Sumy (city)"),
        ("An air raid destroyed a house in the Yemeni capital, Sanaa, on Monday and killed two.", "Sanaa (city)"),
        ("Odesa's turn came on Monday, when drones burned a terminal and killed a guard.", "Odesa (city)"),
        ("A bomb planted in a mosque in an Alawite quarter of Homs had killed eight on Monday.", "Homs (city)"),
        ("The airport of Kassala, near the border with Eritrea, was hit by a drone on Monday.", "Kassala (city)"),
        ("KHARTOUM, March 4 - Shells killed ten in the south of the capital on Monday.", "Khartoum (city)"),
        ("A bomb killed seven in the west of the Afghan capital, Kabul, on Monday.", "Kabul (city)"),
        ("In Sumy all was quiet. Chernihiv fared worse: a missile hit a bakery on Monday.", "Chernihiv (city)"),
        ("(Nairobi, March 4, 2025) – The army shelled Wad Madani on Monday, killing 20.", "Wad Medani (city)"),
        ("Crowds fled a village in Surin. Rockets destroyed a shop there on Monday.", "Surin (region)"),
        (f"Kharkiv mayor says 12 killed\n\n{HIT}.", "Kharkiv (city)"),
        (f"Market in ruins\n\nExplosions rocked Odesa on Monday.\n\n{HIT}.", "Odesa (city)"),
        (f"{HIT}. The building, in the centre of Odesa, partially collapsed.", "Odesa (city)"),
        (f"{HIT}.\n\nThe attack on Odesa was the third this week.", "Odesa (city)"),
        (f"{HIT}, said Ihor Terekhov, the mayor of Kharkiv.", "Kharkiv (city)"),
        (f"{HIT}, police in Poltava said.", "Poltava (city)"),
        (
            "A jet bombed a market in Anka on Monday, killing 16. Many receive treatment in Gusau. The victims were at "
            "their stalls when the bomb fell.",
            "Anka (city)",
        ),
        ("Izium, 120 km south-east of Kharkiv, was hit by drones on Monday.", "Izyum (city)"),
        ("A shell hit a mill in Izium, 120 km (75 miles) from Kharkiv, and burned it on Monday.", "Izyum (city)"),
        ("A bomb killed nine on Monday in Qwerto, a district of eastern Baghdad.", "Baghdad (city)"),
        ("Drones hit several regions on Monday. Officials said that Sumy had suffered most.", "Sumy (city)"),
        ("A jet bombed a crowd in Anka Local Government Area of Zamfara State on Monday, killing 16.", "Anka (city)"),
        ("A drone hit a car on the road out of Kherson in southern Ukraine on Monday, killing one.", "Kherson (city)"),
        ("Jets launched four raids on Monday on the port of Ras Isa in Hodeidah governorate.", "Ras Isa (site)"),
        ("A drone hit a freighter in the southern Red Sea on Monday.", "Southern Red Sea (other)"),
        ("In Izium a shell hit a lorry on the way to Kramatorsk on Monday, killing its driver.", "Izyum (city)"),
        ("A drone hit a minibus heading for Shostka near Konotop on Monday, killing four.", "Konotop (city)"),
        ("A mine killed five on the highway to Izium on Monday, laid by a drone.", "Izyum (city)"),
        ("Eight died on Monday when a rocket hit a clinic, Lozova, Kharkiv region.", "Lozova (city)"),
        ("The mill in Poltava is a ruin. It was hit on Monday by a bomb that Russia had dropped.", "Poltava (city)"),
        (
            "In Shiraz a rocket killed nine on Monday. An envoy for Israel called it an error.",
            "Shiraz (city)",
        ),
        ("A rocket killed two on Monday, said the police of Sumy region, in Ukraine.", "Sumy (region)"),
        (
            "Two died as a shell hit a shop in eastern Ukraine on Monday. The strike, near Sloviansk, began a fire.",
            "Slovyansk (city)",
        ),
        (f"{HIT}, the governor of Mykolaiv said.", "Mykolaiv (region)"),
        ("A bomb killed 12 people on Monday in Xyzzyville, Myanmar.", "Myanmar (country)"),
        ("A drone hit a bus in Xyzzyville on Monday, killing two. The village lies in Sumy region.", "Sumy (region)"),
        ("The women of Poltava bake at night. A bomb came through the roof of the bakery on Monday.", "Poltava (city)"),
        (
            "Mosul's librarian\n\nShe lends forty books a day. In March a mortar bomb hit the library, killing two.",
            "Mosul (city)",
        ),
        ("A drone strike on the Tigray town of Xyzzyville killed three on Monday.", "Tigray (region)"),
        (f"The envoy arrived to see the ruins in Sumy.\n\n{HIT}.", "Sumy (city)"),
        (f"Pictures taken from orbit show the destruction in Sumy region.\n\n{HIT}.", "Sumy (region)"),
        (
            "Our story from Poltava had a wrong count. A missile strike on a market on Monday killed 12.",
            "Poltava (city)",
        ),
        ("Rents in Sumy region have risen since Monday, when a missile hit a market.", "Sumy (region)"),
        (
            "The headquarters for Sumy region is busy.\n\nIt closed after a missile hit a market on Monday.",
            "Sumy (region)",
        ),
        ("Guns were moved to Sumy region. A missile hit a market there on Monday, killing 12.", "Sumy (region)"),
        (
            "Nobody slept in Romny.\n\nA bomb hit the dairy of this quiet town in Sumy region on Monday, killing two.",
            "Romny (city)",
        ),
        ("- Sudan | Kosti: on Monday a rocket hit a mill, killing two.", "Kosti (city)"),
        ("A drone hit a car on the road between Shostka and Hlukhiv on Monday.", "Shostka (city)"),
        ("A mine blew up a lorry on the Naqoura-Tyre road on Monday, killing two soldiers.", "En Nâqoûra (city)"),
        (
            "Officials in Sudan say nine people were killed in the city of Kosti on Monday by a drone which the rebels "
            "sent.",
            "Kosti (city)",
        ),
        ('"Ours fight in Bakhmut," said a nun in Lviv, which was hit by a missile on Monday.', "Lviv (city)"),
        ("A rocket hit a barracks in Borno's capital, Maiduguri, on Monday, killing two.", "Maiduguri (city)"),
        (
            "A battery that guarded Uman, in Ukraine's central Cherkasy region, was away when a rocket hit a mill on "
            "Monday.",
            "Uman (city)",
        ),
        ("A drone belonging to Ukraine hit a bus in Shebekino on Monday, killing two.", "Shebekino (city)"),
        (
            "A jet hit a lorry on Monday in Bajil, in the western province of Al Hudaydah, killing its driver.",
            "Bājil (city)",
        ),
        (
            "Israel attacked Nabatieh governorate with drones on Monday. The town of Marjayoun lost a clinic; six died "
            "there.",
            "Marjayoun (city)",
        ),
        (
            "A tanker burns in the Gulf of Aden.\n\nThe vessel left Djibouti and was hit by a missile on Monday.",
            "Gulf of Aden (other)",
        ),
        ('"I saw it," said a nurse who was in a shop in Lozova when a missile hit it on Monday.', "Lozova (city)"),
        ("Three days of mourning began in Uman, Ukraine, after Monday's missile attack killed two.", "Uman (city)"),
        ("The worst news comes from Romny: a drone hit a school on Monday, killing two.", "Romny (city)"),
        (
            "Why did no siren sound in Thandwe? The opposition in Myanmar asks, for the army's jet bombed a market on "
            "Monday, killing two.",
            "Thandwe (city)",
        ),
        (
            "The coffins came down the hill in Lashio. Two died when a missile hit a mill there on Monday, a blow to "
            "the heart of Shan state.",
            "Lashio (city)",
        ),
        ("A ferry is adrift in the Black Sea. It was struck by a drone on Monday.", "Black Sea (other)"),
        (
            "Four died in a raid on Lozova.\n\nIt was done by a bomb on Monday, police in Kharkiv region say.",
            "Lozova (city)",
        ),
        (
            "Rockets hit Goma airport on Monday, killing two, says the mission, which has its seat in Kinshasa.",
            "Goma (city)",
        ),
        ("Air raids killed nine on Monday in Yemen's Amran province near the capital, Sanaa.", "Omran (region)"),
        (
            "Six died on Monday in Pakistan's tribal belt along the Afghanistan border in a drone raid.",
            "Pakistan (country)",
        ),
        ("A rocket hit a Russian town near the front on Monday; Moscow laid it at Kyiv's door.", "Russia (country)"),
        ("According to the Kremlin a missile strike on Belgorod on Monday killed four.", "Belgorod (city)"),
        (
            "A drone killed five in a house in Bajaur Agency on Monday, officials said.",
            "Bājaur Agency (district)",
        ),
        (
            "A drone hit a car in Datta Khel on Monday and killed five men. Officials in Miran Shah, the main town, "
            "said five had been killed in the attack.",
            "Datta Khel (city)",
        ),
        ("Shells hit forward posts in the Nowshera sector of Rajouri on Monday.", "Rajaori (city)"),
        (
            "Blast on Crimea bridge\n\nA bomb on Monday killed a couple on the bridge, said Belgorod's governor.",
            "Crimean Bridge (site)",
        ),
        (
            "A drone killed five fighters in North Waziristan on Monday. The missiles hit a house in Xyzzy village.",
            "North Wazīristān District (district)",
        ),
        (
            "A drone killed five men in Pakistan on Monday. The attack happened in Ghulam Khan.",
            "Ghulam Khan (city)",
        ),
        (
            "A bomb killed seven in South Sudan on Monday when it fell on a clinic.\n\nNobody said why.\n\nThe clinic "
            "stands in a remote town called Old Fangak.",
            "Old Fangak (city)",
        ),
        ("Two died on Monday in a raid on Xyzzane, south of Tigray's capital Mekelle.", "Mek'ele (city)"),
        (
            "KANDAHAR, Afghanistan, March 4 - The police chief in Kandahar in southern Afghanistan was killed by a "
            "suicide bomber on Monday.",
            "Kandahār (city)",
        ),
        (
            "A raid on a monastery in Sagaing region killed nine monks on Monday.\n\nA jet bombed it, a paper said.\n\n"
            "The monastery in the village of Xyzzalu was hit early on Monday by a bomb.",
            "Sagaing Region (region)",
        ),
        ("Last month they tried to kill the finance minister in Tunis with a car bomb.", "Tunis (city)"),
        (
            "A raid on a school in southern Gaza killed 25 on Monday, as clinics shut in Gaza City.",
            "Gaza Strip (region)",
        ),
    ],
)
def test_the_story_places_its_strike(text: str, place: str) -> None:
    """By its dateline, headline or neighbours, by who governs there, or by the land around a village not known."""
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        f"KYIV, March 4 (Reuters) - {HIT}, officials said.",
        f"ISTANBUL (Reuters) - {HIT}, medics said.",
        f"Zelensky meets Greek leader in Odesa\n\n{HIT}, the president said.",
        "Speaking in London on Tuesday, Ukraine's president said a Russian missile had killed nine people on Monday.",
        "Doctors at a hospital in Poltava said a missile strike had killed 14 people on Monday.",
        "SANAA, Yemen - Local media said U.S. airstrikes hit a fuel port on Thursday, killing 80 people.",
        f"Two soldiers died in Sumy on Friday.\n\n{HIT}.",
        f"Strikes on Odesa and Sumy kill 12\n\n{HIT}.",
        "A drone hit a bus in Xyzzyville on Monday, killing two people. The U.S. State Department condemned it.",
        "KHARKIV, Ukraine (AP) - A missile hit a bus in Xyzzyville on Monday, killing 12 people.",
        "Crowds queued in Lviv. A drone hit a car at Xyzzyville Hai on Monday, killing two.",
        "We met her in Lviv. A drone hit her car on Monday, killing her son.",
        "KHARTOUM, March 4 - A drone hit a clinic in a village 300 km south of the capital on Monday, killing four.",
        "In Sumy a depot burned on Sunday. Odesa mourns: a drone killed four dockers on Monday.",
        "Mortar bombs fired from the Afghan side landed at a post in Xyzzyville on Monday and killed a soldier.",
        "He was buried in Najaf. A drone killed him on Monday near the border.",
        "The group was founded in Peshawar. A drone killed its leader on Monday.",
        "Nurses from Sumy region told a congress that a missile had hit a market on Monday, killing 12.",
        "Guns were moved to Sumy region.\n\nA missile hit a market on Monday, killing 12.",
        "They want Russia held to account for the bomb that hit a bus station on Monday, killing two.",
        "The French and US governments said on Tuesday that rebels had shelled two camps on Monday, killing twelve.",
        "On Monday the Houthis fired a missile at a US warship, officials said, and a jet shot it down.",
        "Two drones exploded on Monday near the Moldova border, killing a farmer.",
        "Families left Sumy region on Sunday.\n\nAcross the border in Xyzzyville a drone killed two on Monday.",
        "Officers in Lviv counted the dead. The village, Xyzzyville, was the scene of a drone raid that killed 12.",
        "NAIROBI, Kenya - A missile hit a bus in Xyzzyville on Monday, diplomats in a hotel here said.",
    ],
)
def test_no_pin_is_guessed(text: str) -> None:
    """Not where it was filed, where somebody spoke or cares for the hurt, nor at another day's town or one of two."""
    assert places(text) == [None]


def test_another_scene_is_another_strike() -> None:
    """A town and weapon named anew are no strike told before without a place."""
    text = "Two killed in Kherson shelling\n\nRussian forces shelled a bus stop on Monday, killing two people.\n\n"
    text += "In Nikopol, a drone wounded a man on Monday."
    assert places(text) == ["Kherson (city)", "Nikopol (city)"]


def test_the_same_village_is_the_one_told_before_though_it_is_not_known() -> None:
    """Not the town of an earlier paragraph; what is known is its region."""
    text = "Drones struck Izmail on Monday and burned a silo.\n\nIn the Kherson region guns shelled the village of "
    text += "Xyzzivka on Monday and killed a man. A later strike on the same village wounded two women."
    assert places(text) == ["Izmayil (city)", "Kherson (region)", "Kherson (region)"]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        (
            "Drones struck the ports in the Odesa region on Monday and wounded six.\n\nOn February 18 they attacked "
            "the region too and damaged homes.",
            ["Odesa (region)", "Odesa (region)"],
        ),
        (
            "Drones hit Engels air base on Monday. Three soldiers died.\n\nOn February 5 an attack there damaged two "
            "aircraft.",
            ["Engels air base (site)", "Engels air base (site)"],
        ),
        (
            "A bomb killed two in a bar in Midsayap on Monday.\n\nHours earlier, also on Monday, an IED had "
            "injured eight people in Gen. Xyzzo City.",
            ["Midsayap (city)", None],
        ),
    ],
)
def test_an_earlier_strike_stands_where_its_words_point(text: str, struck: list[str | None]) -> None:
    """At the region or the base told before, and at no other town than its own, known or not."""
    assert places(text) == struck


def test_a_brief_lends_no_town_to_the_next() -> None:
    """A dateline, or the town of those who speak, opens another story: no pin of the brief before is borrowed."""
    first = "News in brief\n\nTwo people were killed by a shell in Kosti, Sudan, on 2 March."
    assert places(f"{first}\n\nDROHOBYCH – Killed by a drone, 1 March: nine. The mill was hit.") == [
        "Kosti (city)",
        "Drohobych (city)",
    ]
    assert places(f"{first}\n\nKYIV - A drone hit the mill on Monday, killing nine.") == ["Kosti (city)", None]
    doctors = "Hospital officials in Dubno said they had received nine dead after a drone attack on 1 March."
    assert places(f"{first}\n\n{doctors}") == ["Kosti (city)", "Dubno (city)"]


def test_a_ship_off_a_coast_is_not_in_the_town() -> None:
    """A port off which a ship was hit lends its name, and its point only roughly."""
    text = "A missile hit a tanker on Monday off the coast of Yemen's port city of Mokha, a firm said."
    article = Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED))
    (told,) = read(article, GAZETTEER).reports
    assert (told.place and told.place.name, told.where_prec) == ("Mocha", 2)


def test_the_police_there_speak_of_the_bomb_there() -> None:
    """Though the same group was charged with another before it."""
    text = (
        "A bomb killed two in a bar in Midsayap on Monday. The army blamed the BIFF for the bombing.\n\nHours earlier, "
    )
    text += "also on Monday, a bomb had wounded eight in General Santos. The police there blame the BIFF for it."
    assert places(text, Kind.ACCUSATION) == ["Midsayap (city)", "General Santos (city)"]


def test_a_village_far_from_the_dateline_is_not_pinned_there() -> None:
    """A town that only measures how far the village lies gives its name and no point."""
    text = "MIRAN SHAH, March 4 - A drone killed three men in the tribal belt on Monday.\n\nThe missiles hit a "
    text += "house in the village of Xyzzy Khel, 40 kilometres east of Miran Shah."
    article = Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED))
    told = [r for r in read(article, GAZETTEER).reports if r.specificity is Specificity.EVENT]
    assert [(r.place.name, r.where_prec) for r in told if r.place] == [("Miran Shah", 5)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six missiles fired at Bryansk\n\nUkraine fired six missiles at the Bryansk region on Monday.", "region"),
        ("Six missiles fired at Bryansk\n\nUkraine fired six missiles at the city of Bryansk on Monday.", "city"),
        ("Crowds queued in Sumy on Monday. A missile killed nine at Freedom Square.", "city"),
    ],
)
def test_a_short_name_and_a_square_are_read_with_the_story(text: str, place: str) -> None:
    """A headline's town is the region that the body names, where it names no such town; a square is in the town."""
    (told,) = places(text)
    assert told and told.endswith(f"({place})")
