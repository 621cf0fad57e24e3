"""Who speaks, meets, mourns or sends somewhere puts no strike there, and hides none that was."""

import pytest

from tests.reading.test_whereabouts import places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            '"Two died," the mayor of Sumy, Ukraine, told reporters after Russia shelled a market on Monday.',
            "Sumy (city)",
        ),
        (
            "Rescuers said two died when a market in Sumy, Ukraine, was attacked by Russia with a missile on Monday.",
            "Sumy (city)",
        ),
        (
            "The minister of Syria travelled to Izra to inspect a market that was struck by a missile on Monday.",
            "Izra‘ (city)",
        ),
        (
            "Our main story: the attack on Sumy, in Ukraine.\n\nA missile hit a market there on Monday.",
            "Sumy (city)",
        ),
        (
            "Our correspondent reports: nine died in Sumy, the mayor's office says, when a missile hit a market there.",
            "Sumy (city)",
        ),
        ("Six people died when a hospital in Sumy was struck by a missile on Monday, doctors said.", "Sumy (city)"),
        ("Nine bodies were recovered from a hospital in Sumy after a missile strike on Monday.", "Sumy (city)"),
        ("The governor visited the ruins of a mill in Sumy where a missile killed nine on Monday.", "Sumy (city)"),
        (
            "SUMY - Two died as a bomb exploded outside the station here on Monday.",
            "Sumy (city)",
        ),
        (
            "Drones struck a base close to Port Sudan Airport on Monday, their first raid on the city on the Red Sea.",
            "Port Sudan (city)",
        ),
    ],
)
def test_who_speaks_hides_no_scene(text: str, place: str) -> None:
    """The land around an office's town is no scene of its own, and what was said is no longer who said it."""
    assert places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Drone hits Kharkiv apartment block as talks open in Istanbul", "Kharkiv (city)"),
        ("A Kabul mosque was bombed on Monday as the Taliban met Russians in Moscow.", "Kabul (city)"),
        ("A Sumy school was hit by a drone on Monday after the president left for Warsaw.", "Sumy (city)"),
        ("Shelling killed four in Donetsk region on Monday as envoys met in Riyadh.", "Donetsk (region)"),
        ("The Odesa port was hit by missiles on Monday; in Ankara, ministers met.", "Odesa (city)"),
        ("Odesa was hit on Monday by missiles launched from a warship in the Black Sea.", "Odesa (city)"),
        ("Drones hit Odesa on Monday. The attack came on a day when officials met in Oslo.", "Odesa (city)"),
        ("A missile killed 40 in Sumy on Monday, many of them workers from the mill in Romny.", "Sumy (city)"),
        ("Drones hit an apartment block on Monday as talks opened in Istanbul.", None),
        ("A drone struck as families gathered at a market in Odesa on Monday, killing six.", "Odesa (city)"),
        ("A missile hit a bus on Monday as it drove through Sumy, killing four.", "Sumy (city)"),
        (
            "An inquiry in Odesa region opened. Russia hit a market on Monday, killing 2. Cocoa fell in Abidjan.",
            "Odesa (region)",
        ),
    ],
)
def test_where_statesmen_meet_nothing_was_struck(text: str, place: str | None) -> None:
    """A later clause with a meeting or a journey of its own is another scene; one about those who were hit is not."""
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Israel said that a missile fired on Monday had killed nine.",
        "It was blown apart on Monday by a drone that Ukraine had sent, killing two.",
        "A delegate for Pakistan said a shell which India had fired on Monday killed two.",
        "Shells fell on the clinic on Monday and killed six, said Sara Banda, who speaks for a charity in Nairobi.",
        "The minister said in Bonn that a shop which a rocket hit on Monday had been full of people.",
        "Envoys at the Security Council in Geneva spoke of the deaths of nine whom a drone killed on Monday.",
        "Ukraine's claim that Russia shelled the dam on Monday was dismissed in Minsk.",
        "On Monday a rocket hit a mill in Qwertino, a hamlet. The minister, at talks in Norway, called it murder.",
        "Ann Lee came to Washington in May. Her son died in a drone strike on Monday.",
        '"It is all gone," said Viktoria Baum, who lost her house. A missile had hit it on Monday.',
    ],
)
def test_who_speaks_or_sends_is_no_place_of_the_strike(text: str) -> None:
    """The country of a spokesman, or of those who sent the weapon, is not where it came down."""
    assert places(text) in ([], [None])
