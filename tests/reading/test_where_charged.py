"""A charge stands at what it is about, and no finer."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from timeline.article import Article
from timeline.event import Kind, Specificity
from timeline.reading.read import read
from timeline.when import Basis, When

DAY = date(2025, 3, 4)
GAZETTEER = Gazetteer.open()


def places(text: str) -> list[str | None]:
    """Where the charges of a text are placed, in the order of the text: the place and its kind."""
    article = Article("a", "", text, "", "", "", "en", When(DAY, DAY, Basis.STATED))
    told = [r for r in read(article, GAZETTEER).reports if r.kind is Kind.ACCUSATION]
    single = [r for r in told if r.specificity is Specificity.EVENT]
    return [f"{r.place.name} ({r.place.kind})" if r.place else None for r in single]


_SCHOOL = "Israel struck a school in Khan Younis, in the Gaza Strip, on Monday, killing nine."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{_SCHOOL} Israel accuses Hamas of using civilians as human shields.", "Gaza Strip (region)"),
        ("A missile hit a school in Sumy, killing nine. Ukraine accused Russia of war crimes.", "Ukraine (country)"),
        ("A missile hit a school in Sumy. Ukraine accused Russia of war crimes in the attack.", "Sumy (city)"),
        ("A bomb killed six in Gwoza on Friday.\n\nThe governor pinned the blame on Boko Haram.", "Gwoza (city)"),
        ("A missile hit a clinic in Sumy on Monday. The mayor accused Russia of a cowardly massacre.", "Sumy (city)"),
        (
            "A drone hit a hospital in El Obeid on Monday.\n\nShells fell on Babanusa on Tuesday.\n\nMany fled.\n\n"
            "Roads are cut.\n\nThe governor holds the Rapid Support Forces responsible for the attack on the hospital.",
            "El Obeid (city)",
        ),
        (
            "A bomb killed nine in Bannu on Monday. Pakistan accused Afghanistan of sheltering them.",
            "Afghanistan (country)",
        ),
        ("The UN accused the RSF on Monday of killing patients in the hospital of El Fasher.", "El Fasher (city)"),
        (
            "Lithuania said Russia was behind parcels that caught fire at a depot near Vilnius airport.",
            "Vilnius (city)",
        ),
        ("Iraq blamed Turkey on Monday for arson at its underground Basra oil depot.", "Basrah (city)"),
        ("Iraq blamed Turkey on Monday for the Basra drones.", "Basrah (city)"),
        (
            "A missile killed nine in Sumy. The president, at a summit in Madrid, spoke of a Russian crime.",
            "Sumy (city)",
        ),
        ("Iran accused Iraq of an attack in Khuzestan. The blast hit a market in Ahvaz on Monday.", "Ahvaz (city)"),
        (
            "Russia said Ukraine attacked the Black Sea fleet's headquarters in Sevastopol, a war crime.",
            "Sevastopol (city)",
        ),
        (
            "Two bombs killed nine in the Philippines.\n\nThe first hit a plaza in Jolo on Monday.\n\n"
            "Many fled.\n\nRoads shut.\n\n"
            "The suspected mastermind is Abu Karim of the Abu Sayyaf, the army said.",
            "Jolo (city)",
        ),
        (
            "A bomb hurt two in Gwoza. An IED injured eight people in Ostrow Junction. "
            "Police in the town say that the BIFF is to blame.",
            None,
        ),
        (
            "Russia had two exiles poisoned, Britain's foreign secretary has charged.\n\n"
            "They had been poisoned in the town of Salisbury in England on 2 March.",
            "Salisbury (city)",
        ),
        (
            "Russia accused Ukraine on Monday of poisoning its officials.\n\n"
            "Six dogs were poisoned in the city of Perm by a neighbour.",
            "Russia (country)",
        ),
        ("In Sumy, Kyiv accused Russia of raising the stakes on the eve of the two men's summit in Geneva.", None),
        ("Britain accused the Kremlin on Tuesday of poisoning an exile in a London restaurant.", "London (city)"),
        (
            "A missile killed nine in Sumy on Monday. The president said Russia had committed a war crime.",
            "Sumy (city)",
        ),
        (
            "A bomb killed six in Gwoza on Monday. The governor pinned the blame on Boko Haram and said more.",
            "Gwoza (city)",
        ),
        (
            "A raid by the Saudi-led coalition killed a dozen in Sanaa on Monday. A rocket hit Jizan. The Houthi "
            "ministry accused the coalition of a massacre.",
            "Sanaa (city)",
        ),
        ("Jets bombed Sanaa on Monday. Spain accused Israel of exterminating a people in Gaza.", "Gaza Strip (region)"),
        ("A bomb hit Goma. Congo accused Rwanda of shelling a camp at Xyzzyville.", "Democratic Republic of the Congo"),
        (
            "Ukraine's minister, speaking in Brussels, accused Russia of shelling a school in Xyzzyville on Monday.",
            "Ukraine (country)",
        ),
        ("Sudan's army chief accused the UAE on Monday of arming the RSF through Chad's airport.", "Chad (country)"),
        (
            "A Ukrainian drone hit a depot in Ryazan on Sunday.\n\nA bomb derailed a train near Livny on Monday.\n\n"
            "Russia's security service accused Ukraine of paying a boy to lay the device.",
            "Livny (city)",
        ),
        (
            "BOGOTA, March 4 - A bomb killed six in Saravena on Monday.\n\nA general accused the FARC of planting the "
            "car bomb.",
            "Saravena (city)",
        ),
        (
            "The vote in Estonia is in May. Tallinn accused Russia on Monday of meddling in it.",
            "Estonia (country)",
        ),
        (
            "Missiles used against Russia\n\nKremlin spokesman Dmitry Peskov accused Washington on Monday of provoking "
            "further escalation.\n\nRussia's defence ministry spoke of five missiles.",
            None,
        ),
    ],
)
def test_a_charge_is_drawn_no_finer_than_what_it_is_about(text: str, place: str | None) -> None:
    """A charge of a whole war, or of a place not known, takes no town; a country named by chance places none."""
    (told,) = places(text)
    assert told == place or (told and place and told.startswith(place))
