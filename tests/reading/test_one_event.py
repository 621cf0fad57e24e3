"""A story that tells one event: what it says only once is that event's, and what it leaves open stays open."""

from datetime import date

import pytest

from timeline.article import Article
from timeline.event import Event
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2026, 3, 11), date(2026, 3, 11), Basis.STATED)  # a Wednesday


def told(text: str) -> list[tuple[str, str | None, str | None, int | None]]:
    """Each event of the text: kind, first day, place, the dead."""
    library = build([Article("a", "", text, "", "", "", "", PUBLISHED)])
    return [_facts(event) for event in library.events]


def _facts(event: Event) -> tuple[str, str | None, str | None, int | None]:
    first = event.when.first if event.when else None
    place = event.where.place if event.where else None
    killed = event.killed.best if event.killed else None
    return str(event.kind), first and first.isoformat(), place and place.name, killed


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (  # the only day
            "Kherson mourns the dead of 3 March.\n\nThey sang in a choir.\n\nA Russian drone killed three people.",
            [("strike", "2026-03-03", "Kherson", 3)],
        ),
        (  # two days: that of publication, labelled
            "Prices in Kherson rose on 3 March and on 7 March.\n\nA Russian drone killed two people in a market.",
            [("strike", "2026-03-11", "Kherson", 2)],
        ),
        (  # the dead in one sentence, the weapon in another
            "Nobody in Poltava sleeps.\n\nSixteen people died on Sunday morning in the library. It was full.\n\nThe"
            " rocket was Russian. It injured nine others.",
            [("strike", "2026-03-08", "Poltava", 16)],
        ),
        (  # the only count of the dead, in words that no frame reads
            "A drone hit a bakery in Izium on Monday.\n\nThe town lost 13 of its people. It buried them at dawn.",
            [("strike", "2026-03-09", "Izyum", 13)],
        ),
        (
            "A drone hit a bakery in Izium on Monday.\n\nRelatives came to see the dead. There were 13 of them.",
            [("strike", "2026-03-09", "Izyum", 13)],
        ),
        (  # those whom the sentence before counted
            "A bell tolled for 24 people in Izium. All of them died on Monday, when a drone hit a mill.",
            [("strike", "2026-03-09", "Izyum", 24)],
        ),
        (  # the sum of two strikes is of neither
            "On Monday a shell hit a mill in Izium and a drone struck a bus in Sumy; in all, 12 people were killed.",
            [("strike", "2026-03-09", "Izyum", None), ("strike", "2026-03-09", "Sumy", None)],
        ),
        (  # what happened there last week is what is told next
            "Much is said of what happened here in Poltava region last week. A Russian drone hit a school.",
            [("strike", "2026-03-02", "Poltava", None)],
        ),
        (  # who came, who moved away, and who died somewhere else are not its dead
            "A drone hit a bakery in Izium on Monday.\n\nSome 300 people came to bury the dead.",
            [("strike", "2026-03-09", "Izyum", None)],
        ),
        (
            "A drone hit a bakery in Izium on Monday.\n\nThe town has lost 800 residents to the west.",
            [("strike", "2026-03-09", "Izyum", None)],
        ),
        (
            "A drone hit a bakery in Izium on Monday.\n\nIn a flood last month 13 people died.",
            [("strike", "2026-03-09", "Izyum", None)],
        ),
        (
            "A drone hit a bakery in Izium on Monday.\n\nThe mayor fears that 13 people could be dead.",
            [("strike", "2026-03-09", "Izyum", None)],
        ),
        (  # the day that a story is set on
            "It was Sunday in Izium.\n\nThe street was quiet.\n\nA Russian drone killed two bakers.",
            [("strike", "2026-03-08", "Izyum", 2)],
        ),
        (  # the town named right after the land
            "A film shows the missile strike that killed nine people in Ukraine on Sunday.\n\nA mill in Izium can be"
            " seen in it. Then it is gone.",
            [("strike", "2026-03-08", "Izyum", 9)],
        ),
        (  # where they are cared for is not where it was
            "A missile strike killed nine people in Ukraine on Sunday.\n\nThe wounded were taken to a clinic in Izium.",
            [("strike", "2026-03-08", "Ukraine", 9)],
        ),
        (  # nothing says that the weapon was used
            "Sixteen people died on Sunday in a flood in Poltava.\n\nA rocket is on display in the museum.",
            [],
        ),
        (
            "Three people died on Sunday in a crash near Poltava.\n\nThe ministry has ordered a drone from abroad.",
            [],
        ),
        ("The general died on Sunday in Cairo. He was 84.\n\nHe had survived a bomb in 1973.", []),
        ("Four people died in Kherson on Monday of hypothermia.\n\nA Russian drone circled over the town.", []),
        ("Five soldiers died in a helicopter crash near Niamey.\n\nThe army denied that it was a missile.", []),
        ("Scholars say 300 people died in Guernica.\n\nThe bomb that is shown in the hall was Italian.", []),
        ("A court jailed a man for the killing of seven people.\n\nHe had built the bomb in his kitchen.", []),
        (
            "Three people died on Monday when their bus fell into a ravine near Trabzon.\n\nA Turkish drone found it.",
            [],
        ),
        ("Five people died in Stoke on Sunday.\n\nThey had come to see Ronnie “Missile” Barrett play darts.", []),
        (  # a line of sport beside the story
            "Four people died in Poltava on Sunday. The rocket was Russian, officials said.\n\nA market burned."
            "\n\nThe town's team won its semi-final in extra time.",
            [("strike", "2026-03-08", "Poltava", 4)],
        ),
        (  # what the weapon was
            "Smoke hung over Atbara on Monday. 27 people were dead, the mayor said.\n\nThe neighbours know what it"
            " was: a drone, launched by the Rapid Support Forces.",
            [("strike", "2026-03-09", "Atbara", 27)],
        ),
        (  # the only official brings the charge that is told of the other side
            "Russia has laid mines in orchards: for that charge editors would like evidence.\n\nOksana Hrytsenko,"
            " Ukraine's defence minister, had raised it on television on Friday.",
            [("accusation", "2026-03-06", "Ukraine", None)],
        ),
        (  # somebody else's
            "Ukraine's defence minister, Oksana Hrytsenko, told parliament on Monday that talks go on.\n\nRussia has"
            " planted mines on farm tracks, a shepherd claimed.",
            [],
        ),
        (  # two officials: nobody's
            "Lawmakers want to see proof that Russia has planted mines on farm tracks.\n\nOksana Hrytsenko, Ukraine's"
            " defence minister, met Jan Novak, the Czech foreign minister, on Friday.",
            [],
        ),
    ],
)
def test_what_a_story_says_once_is_of_its_one_event(
    text: str, events: list[tuple[str, str | None, str | None, int | None]]
) -> None:
    """The day, the town and the weapon; a second day, a weapon not used and a second official leave it unknown."""
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (  # five things, each in a sentence of its own
            "An engineer listened to the recording of 3 March. The roar is that of a missile, she said, and its path"
            " leads back to Russia.\n\nIn Izium nine people lay dead.",
            [("strike", "2026-03-03", "Izyum", 9)],
        ),
        (  # by an army's own weapon
            "Nine people in Lashio never came home on Sunday, and the tea house has lost its regulars.\n\nThe army"
            " had used a drone. 14 were wounded.",
            [("strike", "2026-03-08", "Lashio", None)],
        ),
        (  # the dead are dead now: no habit
            "It was Sunday in Izium. Nine people are dead.\n\nThe rocket was Russian.",
            [("strike", "2026-03-08", "Izyum", 9)],
        ),
        (  # two days: any of them, or neither
            "Nine people from Izium are dead, and 3 March and 5 March are days of mourning.\n\nRussia owns such a"
            " missile.",
            [],
        ),
        (  # of what they died, or were counted for
            "Nine patients died of cholera in Izium on Sunday.\n\nRussia has one drone left there, the army said.",
            [],
        ),
        ("Nine people were killed on Sunday by a falling crane in Izium.\n\nRussia sent a drone past it.", []),
        ("Nine died on Sunday when a ferry turned over off Odesa.\n\nA Russian missile was seen there.", []),
        (
            "Israel returned the bodies of nine people to Khan Younis on Sunday.\n\nIt published a drone picture.",
            [],
        ),
        (  # what became of the weapon
            "Nine people froze in Izium on Sunday, and 12 are in hospital.\n\nA captured Russian drone is on show.",
            [],
        ),
        (  # only the words under a picture tell it
            "PICTURED: A man stands by what was his door in Izium. The wall came down on 3 March, when a missile hit"
            " the mill next to it.\n\nNine people lay dead behind the cordon.",
            [("strike", "2026-03-03", "Izyum", 9)],
        ),
        (  # the only region of a story without a town
            "Insurers pay less in Sumy region.\n\nNine people were killed on Sunday when a Russian missile hit a"
            " barracks.",
            [("strike", "2026-03-08", "Sumy", 9)],
        ),
        (  # two regions; another land; a region from which it came
            "Insurers pay less in Sumy region and Odesa region.\n\nA missile hit a barracks on Sunday, killing nine.",
            [("strike", "2026-03-08", None, 9)],
        ),
        (
            "The parcel was sent from Sumy region.\n\nA missile hit a barracks on Sunday, killing nine.",
            [("strike", "2026-03-08", None, 9)],
        ),
        (  # the town from which the pictures come
            "The pictures from Izium are hard to look at.\n\nA missile hit a bakery on Sunday and killed nine people.",
            [("strike", "2026-03-08", "Izyum", 9)],
        ),
        (  # nobody else is told to have been hurt that evening
            "Why did no siren sound in Izium on 3 March? Survivors of a missile strike there want to know.\n\nThat"
            " evening nine people were killed.",
            [("strike", "2026-03-03", "Izyum", 9)],
        ),
        (  # what the only official charges the only other side with
            "An allegation is going round: Belarus has planted mines on farm tracks.\n\nWhose is it? It comes"
            " from Lithuania's foreign minister in a speech on Monday.",
            [("accusation", "2026-03-09", "Lithuania", None)],
        ),
        (  # the day of the words
            "The Poles still talk of what was said on Friday.\n\nEwa Nowak, Poland's foreign minister, accused Belarus"
            " of stealing grain.",
            [("accusation", "2026-03-06", "Poland", None)],
        ),
        (  # thanks are no charge
            "Ewa Nowak, Poland's foreign minister, thanked Belarus on Friday.\n\nIt had arrested men accused of"
            " smuggling weapons.",
            [],
        ),
        (  # one thing was struck, in a month
            "Stocks ran low in February, when a depot was bombed in Ukraine with the loss of nine lives.",
            [("strike", "2026-02-01", "Ukraine", 9)],
        ),
        (  # who is to blame is not where it was
            "Lawyers say that a mill was hit on Sunday and that Russia holds responsibility for the firing of the"
            " rocket.",
            [("strike", "2026-03-08", None, None)],
        ),
        (
            "By nightfall the number of dead after the shelling of the mill in Izium on Monday stood at nine.",
            [("strike", "2026-03-09", "Izyum", 9)],
        ),
    ],
)
def test_a_strike_may_be_told_in_pieces(
    text: str, events: list[tuple[str, str | None, str | None, int | None]]
) -> None:
    """By its dead, one weapon, who sent it, one day and one place; other deaths, arms and days are none."""
    assert told(text) == events
