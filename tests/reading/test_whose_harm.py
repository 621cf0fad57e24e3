"""The dead and hurt of one deed are never counted to another."""

import pytest

from geo.gazetteer import Gazetteer
from timeline.event import Kind
from timeline.events.library import is_told
from timeline.reading.articles import article_of
from timeline.reading.read import read

PUBLISHED = "2025-03-12"  # a Wednesday
STRIKES = [
    # text, each strike's place, toll of dead and injured
    (
        "A drone hit a lorry on a road near Lozova on Monday, killing two people. Earlier on Monday drones struck "
        "another lorry near Izium, wounding seven.",
        [("Lozova", 2, None), ("Izium", None, 7)],
    ),
    (
        "A drone hit a mill in Sumy on Monday. It came two days after a shell killed four people in Romny.\n\n"
        "Nine people were wounded, the mayor said.",
        [("Sumy", None, 9), ("Romny", 4, None)],
    ),
    (
        "A drone hit a mill in Sumy on Monday.\n\nThe mayor wept.\n\nThe mill is old.\n\nIt has no guard.\n\n"
        "There were no reports of casualties.",
        [("Sumy", 0, 0)],
    ),
    (
        "A drone hit a base in Poltava on Monday. A shell hit a mill in Nikopol on Tuesday. Neither raid hurt anybody.",
        [("Poltava", 0, 0), ("Nikopol", 0, 0)],
    ),
    (
        "A missile struck a dock in Odesa on Monday, wounding 24. Drones were also fired at a mill in Sumy. "
        "The fire injured 24 people, the mayor said.",
        [("Odesa", None, 24), ("Sumy", None, None)],
    ),
    (
        "In new attacks two have died and nine were wounded on Monday, the governor said. Two farmers died when a "
        "drone hit a mill in Sumy. Shrapnel wounded five others. A shell hit a farm in Romny too and wounded four.",
        [("Sumy", 2, 5), ("Romny", None, 4)],
    ),
    (
        "Four miners died on Monday when Russian shells hit Nikopol, while in Horlivka, a mayor said, Kyiv's fire had "
        "killed a cook.",
        [("Nikopol", 4, None), ("Horlivka", 1, None)],
    ),
    (
        "Jets hit the villages of Qwerto and Asdfa on Monday. In the meantime rebels shelled a base in Hakkari.",
        [(None, None, None), ("Hakkari", None, None)],
    ),
    (
        "Nine people were killed on Monday when a rocket hit a shop in Idlib, two days after four men died in Raqqa.",
        [("Idlib", 9, None)],
    ),
    (
        "Missiles hit Odesa on Monday. There were three strikes in Kharkiv, the governor said. One person was killed.",
        [("Odesa", None, None), ("Kharkiv", 1, None)],
    ),
    (
        "Missiles hit Odesa on Monday. Strikes were reported in Kharkiv, and in Sumy. One person was killed.",
        [("Odesa", None, None)],
    ),
    (
        "Missiles hit a house in Odesa on Monday, killing six, bringing the count of dead from raids throughout the "
        "land over the past two days to 31.",
        [("Odesa", 6, None)],
    ),
    (
        "A bomb killed six in Jolo on Monday. Minutes later came the second blast, near a mosque. Nine were hurt.",
        [("Jolo", 6, None), ("Jolo", None, 9)],
    ),
    (
        "A rocket hit a dairy in Poltava on Monday, killing two. The number of dead in Japan's earthquake rose to 90.",
        [("Poltava", 2, None)],
    ),
    (
        "A rocket hit a dairy in Poltava on Monday, killing two. The toll from the Sumy blast rose to 11.",
        [("Poltava", 2, None)],
    ),
    ("A rocket hit a dairy in Poltava on Monday, killing two. The toll rose to 11.", [("Poltava", 11, None)]),
    (
        "A rocket hit a dairy in Poltava on Monday. The explosion, felt throughout the province, killed six people.",
        [("Poltava", 6, None)],
    ),
    ("A rocket hit a dairy in Poltava on Monday. Unlike previous raids, it killed six.", [("Poltava", 6, None)]),
    (
        "A rocket hit a dairy in Poltava on Monday. Shelling throughout the province killed six.",
        [("Poltava", None, None)],
    ),
    ("Artillery shelled Afrin on Monday, neutralising seven militants.", [("Afrin", None, None)]),
    (
        "Jets bombed a depot in Gaza City on Monday. The raid came in response to a bombing in Haifa which killed 15.",
        [("Gaza City", None, None), ("Haifa", 15, None)],
    ),
    (
        "A man accused by Paris of ordering the 7 March bombings in Madrid seemed alone after Helmand province fell.",
        [("Madrid", None, None)],
    ),
    (
        "Jets bombed a depot in Sumy on Monday in revenge for the murder of 12 recruits, killing 30 people.",
        [("Sumy", 30, None)],
    ),
    (
        "On a day in which 100 drones were sent up, a missile killed four people in Sumy on Monday.",
        [("Sumy", 4, None)],
    ),
    ("A drone strike in Sumy on Monday killed three fighters in a firefight.", [("Sumy", 3, None)]),
    ("Doctors in Sumy, the regional capital, said an air strike killed ten on Monday.", [("Sumy", 10, None)]),
    (
        "Rebels shelled Sagaing on Monday. The army killed four rebels who attacked a post with rockets in Shan State.",
        [("Sagaing", None, None), ("Shan State", None, None)],
    ),
    ("Nurses in Kherson began a 24-hour strike on Monday. On Tuesday a drone hit Sumy.", [("Sumy", None, None)]),
    ("A drone crashed into a block of flats in Kazan on Monday, wounding two.", [("Kazan", None, 2)]),
    ("A helicopter was shot down by a missile near Bukavu on Monday, killing three.", [("Bukavu", 3, None)]),
    ("A suicide bomber crashed a lorry into a checkpoint in Kabul on Monday, killing nine.", [("Kabul", 9, None)]),
    ("Weeks after an earthquake struck Mandalay, jets bombed Sagaing on Monday, killing 20.", [("Sagaing", 20, None)]),
    ("A bomb killed nine in Kabul on Monday, while floods in Herat killed 40.", [("Kabul", 9, None)]),
    (
        "Nine people were killed in air strikes on Monday: four in Aleppo, three in Idlib and two in Homs.",
        [("Aleppo", 4, None), ("Idlib", 3, None), ("Homs", 2, None)],
    ),
    (
        "Shelling killed five people on Monday, three of them in Kherson and two in Nikopol.",
        [("Kherson", 3, None), ("Nikopol", 2, None)],
    ),
    ("Raids killed 12 people in Syria on Monday, including four in Idlib.", [("Syria", 12, None)]),
    (
        "A raid on Erbil killed one on Monday. Iran was accused of last week's missiles on a villa in Kirkuk. "
        "Four people were killed there.",
        [("Erbil", 1, None)],
    ),
    ("A drone killed two in Pokrovsk on Monday; an officer was shot dead in Dnipro.", [("Pokrovsk", 2, None)]),
    ("On Monday gunmen killed three near Quetta, and a bomb killed two more in Turbat.", [("Turbat", 2, None)]),
    (
        "Israeli strikes killed four in Khan Younis on Monday, and a woman was shot dead in Rafah.",
        [("Khan Younis", 4, None)],
    ),
    ("Years after the bombing of Mariupol, survivors met in Vienna on Monday.", [("Mariupol", None, None)]),
    ("A missile has killed 12 people in Dnipro in the deadliest attack since June.", [("Dnipro", 12, None)]),
    ("Shooters killed seven people in Jaffa as Iran fired some 180 missiles at Israel.", [("Israel", None, None)]),
    (
        "Israel struck Nabatieh on Tuesday, killing four, in answer to rockets that hit Metula on Monday and hurt two.",
        [("Nabatieh", 4, None), ("Metula", None, 2)],
    ),
    (
        "Hezbollah fired rockets at Kiryat Shmona in reply to an Israeli strike on Nabatieh on Monday that killed two.",
        [("Kiryat Shmona", None, None), ("Nabatieh", 2, None)],
    ),
    ("A missile hit a school in Sumy on Monday where 40 were killed in a raid last year.", [("Sumy", None, None)]),
    ("A drone hit a market in Kherson on Monday where 12 people died in October.", [("Kherson", None, None)]),
    ("A drone hit Kherson on Monday. Last year 22 patients were killed there.", [("Kherson", None, None)]),
    ("A shell hit Nikopol on Monday, killing a man of 72 and his wife, 70.", [("Nikopol", 2, None)]),
    ("A bomb hit Sumy on Monday. The murder rate had tripled from 11 to 33 deaths per day.", [("Sumy", None, None)]),
    (
        "Jets struck a port in Sanaa on Monday. Sixteen people were killed in Hodeidah's Al-Hawk district.",
        [("Sanaa", None, None)],
    ),
    (
        "A missile killed 20 in Sloviansk on Friday. On Sunday the toll rose to 21 and on Monday a drone hit the city.",
        [("Sloviansk", 20, None), ("Sloviansk", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. The war has killed 900 people in the district.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. More than 39,000 people have been killed, officials say.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday, the deadliest attack there since June, when a raid killed 12.",
        [("Nikopol", None, None), (None, 12, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. Thirty fighters were killed in clashes nearby.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. Four people died in a collision on the same road.",
        [("Nikopol", None, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday. On Wednesday the bodies of three weavers were recovered.",
        [("Sumy", 3, None)],
    ),
    (
        "On Monday drones wounded two men in Sumy, rockets killed a man in Poltava and a mine killed two in Konotop.",
        [("Sumy", None, 2), ("Poltava", 1, None), ("Konotop", 2, None)],
    ),
    (
        "One person was killed in Sumy, two in Kherson and three in Kharkiv in Russian strikes on Monday.",
        [("Sumy", 1, None), ("Kherson", 2, None), ("Kharkiv", 3, None)],
    ),
    (
        "Shelling killed two people in Nikopol and wounded six in Marhanets on Monday.",
        [("Nikopol", 2, None), ("Marhanets", None, 6)],
    ),
    (
        "A missile hit Kharkiv on Monday, wounding 12 people. In Derhachi, another eight were hurt by a drone.",
        [("Kharkiv", None, 12), ("Derhachi", None, 8)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. The region's toll for the day rose to nine.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. Across the country 14 people were killed in Monday's attacks.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. In the past week alone 11 people have died in such attacks.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. A previous strike on the same corner had killed six people.",
        [("Nikopol", None, None)],
    ),
    (
        "A shell hit a kiosk in Nikopol on Monday. It was the third such attack in a month; the first "
        "killed six people.",
        [("Nikopol", None, None)],
    ),
    (
        "Four suicide bombers attacked a bank in Kirkuk on Monday. Guards killed one of them, but the others blew "
        "themselves up, killing seven customers and wounding nine.",
        [("Kirkuk", 7, 9)],
    ),
    (
        "A suicide bomber attacked a bank in Kirkuk on Monday, killing seven. "
        "Two other assailants were shot dead by guards.",
        [("Kirkuk", 7, None)],
    ),
    ("Troops killed nine militants in an air strike near Rutba on Monday.", [("Rutba", 9, None)]),
    (
        "The army reported the loss of five soldiers, while a car bomb hit a fair in Mosul "
        "on Monday, killing 16 people.",
        [("Mosul", 16, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday, killing two. "
        "The attack capped a week in which 90 people were killed in raids.",
        [("Sumy", 2, None)],
    ),
    (
        "The air force struck a wedding in the Tigray region on Monday, in which 31 guests were killed, doctors said. "
        "In the hamlet of Wolwalo at least 31 people died and 75 were injured, a nurse said.",
        [("Tigray", 31, 75)],
    ),
    (
        "A drone hit a hotel in Odesa on Monday, killing three and injuring several. Doctors said 26 people were hurt.",
        [("Odesa", 3, 26)],
    ),
    (
        "At least two guards were injured in a bomb blast at a depot. It happened in Tumaco, the army said. Talks "
        "were broken off after a car bomb attack on a barracks in Cali on 9 January that killed 14 people.",
        [("Tumaco", None, 2), ("Cali", 14, None)],
    ),
    (
        "Seven people were killed on Monday in air strikes on two towns in Syria. Four cooks died when jets hit a mill "
        "in Idlib. The raid on Aleppo led to three fatalities and one injury, medics said.",
        [("Idlib", 4, None), ("Aleppo", 3, 1)],
    ),
    (
        "An air strike near Jowhar on Monday was the largest since 3 May, 2021, when a raid on a camp "
        "killed 60 fighters.",
        [("Jowhar", None, None)],
    ),
    (
        "Eleven people were killed in clashes after the air strike on Balakot on 26 February.",
        [("Balakot", None, None)],
    ),
    (
        "The nine dead and the 40 hurt all date from after the air strike of 26 February on a camp at Balakot.",
        [("Balakot", None, None)],
    ),
    (
        "A bomb tore through a bar in Midsayap on Monday. Some five hours earlier "
        "an accomplice had injured six people in a market.",
        [("Midsayap", None, None)],
    ),
    (
        "Drones struck a tower in Kazan on Tuesday. The tower had been hit by drones on Sunday already. "
        "No one is reported dead or injured.",
        [("Kazan", 0, 0), ("Kazan", None, None)],
    ),
    (
        "A rocket hit a ferry in Goma on Monday, killing four. Jets had struck Bunia on 3 March. "
        "That raid, too, took six lives.",
        [("Goma", 4, None), ("Bunia", 6, None)],
    ),
    (
        "Shells killed a man of 50 in Nikopol on Monday. A later attack on the same street wounded two more people.",
        [("Nikopol", 1, None), ("Nikopol", None, 2)],
    ),
    (
        "The council condemned the bombing of a camp in Goma on Monday, in which nine people died.\n\nThe army blamed "
        "the rebels.\n\nThe rebels spoke of lies.\n\nA minister flew home.\n\n"
        "Thirty-one people were injured, doctors said.",
        [("Goma", 9, 31)],
    ),
    (
        "Shells hit a farm in Nikopol on Monday. Alongside the shelling, troops killed two suspects "
        "during a night-time clash.",
        [("Nikopol", None, None)],
    ),
    (
        "On Monday India bombed a camp at Balakot, its answer to the raid at Pulwama that cost 30 guards their lives.",
        [("Balakot", None, None)],
    ),
    (
        "A rocket hit a fair in Sumy on Monday, killing five.\n\nThe mayor wept.\n\nA witness spoke of a flash.\n\n"
        "The ministry gave the number of wounded as 28.\n\nA shell damaged a school in Romny on Monday.",
        [("Sumy", 5, 28), ("Romny", None, None)],
    ),
    (
        "By noon rescuers had recovered 13 bodies from a hostel in Sumy.\n\nThe figure is the rescue service's.\n\n"
        "A crane was brought.\n\nA Russian bomb hit the hostel in Sumy on Monday.",
        [("Sumy", 13, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday, killing three. By Tuesday the death toll had risen to five.",
        [("Sumy", 5, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday, killing three and wounding 20. One of the wounded died on "
        "Tuesday, bringing the toll to four.",
        [("Sumy", 4, 20)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday, killing nine. The toll was later revised down to seven.",
        [("Sumy", 7, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday, killing nine, the mayor said. The rebels put the toll at 12.",
        [("Sumy", 9, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday. Olena Petrenko was at her loom. She was killed. Fourteen "
        "people died, the mayor said.",
        [("Sumy", 14, None)],
    ),
    (
        "A bomb hit a mill in Sumy on Monday. The interior ministry in Kyiv said that nine people were hurt.",
        [("Sumy", None, 9)],
    ),
    (
        "Shells hit a bus in Sumy on Monday, killing six people, the worst raid since a bomb killed two "
        "in Konotop in January. Five passengers survived with wounds.",
        [("Sumy", 6, 5), ("Konotop", 2, None)],
    ),
    (
        "A drone hit a lorry in Sumy on Monday. A second lorry reported a near miss. No one was harmed.",
        [("Sumy", None, None)],
    ),
    (  # a raid that answers an attack has neither its place nor its dead
        "Jets bombed a camp in Iraq on Monday, following an attack by the rebels on a post in Hakkari, "
        "in which nine soldiers were killed.",
        [("Iraq", None, None)],
    ),
    (
        "Jets bombed a camp in Iraq on Monday, a day after an attack by the rebels on a post in Hakkari, "
        "in which nine soldiers were killed.",
        [("Iraq", None, None)],
    ),
    ("A depot in Sumy burned on Monday following a drone attack that hurt two.", [("Sumy", None, 2)]),
    (  # a witness counts those whom he saw
        "Shells fell on Sumy on Monday and killed four people and wounded nine.\n\n“We sat at tea when the shells came "
        "down,” said Oleh Hai; two people died and five were hurt.",
        [("Sumy", 4, 9)],
    ),
    (
        "A bomb killed 14 people in a church in Sumy on Sunday.\n\nA baker was among the several guests who died when "
        "a bomb exploded at the church in Sumy on Sunday.",
        [("Sumy", 14, None)],
    ),
    (
        "A suicide bomber killed nine people in Sumy on Monday.\n\nEarlier that day, a rocket hit a school in Sumy, "
        "wounding three people.",
        [("Sumy", 9, None), ("Sumy", None, 3)],
    ),
]


@pytest.fixture(scope="module")
def gazetteer():
    """One gazetteer for all cases."""
    return Gazetteer.open()


def _told(text: str, gazetteer: Gazetteer):
    row = {"id": "a", "text": text, "published": PUBLISHED}
    return [r for r in read(article_of(row), gazetteer).reports if is_told(r)]


@pytest.mark.parametrize(("text", "strikes"), STRIKES)
def test_each_strike_keeps_its_own_dead(
    text: str, strikes: list[tuple[str, int | None, int | None]], gazetteer: Gazetteer
) -> None:
    """A clause with another cause, day or town keeps its toll to itself."""
    found = [r for r in _told(text, gazetteer) if r.kind is Kind.STRIKE]
    assert [
        (r.where and r.where.said, r.killed and r.killed.best, r.injured and r.injured.best) for r in found
    ] == strikes
