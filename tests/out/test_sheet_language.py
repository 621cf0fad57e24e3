"""The sheet in another language: nothing of our own is left in English, and the page keeps its order."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from gettext import NullTranslations

import pytest

from geo import basemap
from geo.place import Place, PlaceMention
from tests.out.libraries import LIBRARIES, five, five_hundred
from tests.out.test_sheet import MADE, MARGIN, Read, meeting, sheet
from timeline import messages
from timeline.article import Article
from timeline.event import Event, Party, Report
from timeline.events import facets
from timeline.events.frame import Filters
from timeline.events.library import Library
from timeline.messages import _, speaking
from timeline.out import table
from timeline.out.kml import to_kml
from timeline.out.sheet import proposed_title, rendered, sheet_of
from timeline.out.sheet.choice import RULE
from timeline.out.sheet.page import CREDITS
from timeline.out.workbook import to_xlsx

LATIN = re.compile("[A-Za-z]+")
NAME = re.compile(r"\{\w*\}")
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβγδεζηθικλμνξοπρστυφχψωςϊΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫ"
)
FORMS = ["1920x1080", "a4-landscape", "a4-portrait"]  # the list beside the map, and under it


class Pseudo(NullTranslations):
    """A language in which every message is there, and no letter of it is Latin."""

    def gettext(self, message: str) -> str:
        """The message with the names in braces as they were."""
        names = iter(NAME.findall(message))
        return "".join(part.translate(LETTERS) + next(names, "") for part in NAME.split(message))

    def pgettext(self, context: str, message: str) -> str:
        """The same, whatever is meant."""
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One form for one, one for many."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def greek(text: str) -> str:
    """Words of an article without a Latin letter, as long as before."""
    return text.translate(LETTERS)


def _place(place: Place) -> Place:
    return replace(place, name=greek(place.name), region=place.region and greek(place.region))


def _mention(mention: PlaceMention | None) -> PlaceMention | None:
    return replace(mention, place=mention.place and _place(mention.place)) if mention else None


def _party(party: Party | None) -> Party | None:
    return replace(party, name=greek(party.name)) if party else None


def _report(report: Report) -> Report:
    return replace(report, outlet=greek(report.outlet), target=greek(report.target))


def _event(event: Event) -> Event:
    sides = {"actor": _party(event.actor), "recipient": _party(event.recipient), "where": _mention(event.where)}
    return replace(event, target=greek(event.target), reports=tuple(map(_report, event.reports)), **sides)


def _article(article: Article) -> Article:
    return replace(article, text=greek(article.text), outlet=greek(article.outlet), url="")


@cache
def in_greek(name: str) -> Library:
    """A library whose articles have no Latin letter."""
    library = LIBRARIES[name]()
    readings = tuple(replace(reading, article=_article(reading.article)) for reading in library.readings)
    return replace(library, readings=readings, events=tuple(map(_event, library.events)))


@pytest.mark.parametrize("size", FORMS)
@pytest.mark.parametrize("name", sorted(LIBRARIES))
def test_every_word_is_of_the_catalogue_an_article_or_a_name(
    monkeypatch: pytest.MonkeyPatch, name: str, size: str
) -> None:
    """In a language without Latin letters there are none but in the names of towns and the marking."""
    monkeypatch.setattr(messages, "catalogue", lambda _language: Pseudo())
    filters = Filters(marks=frozenset(facets.MARKS), datings=frozenset(facets.DATINGS))
    with speaking("uk"):
        made = sheet_of(in_greek(name), replace(filters, text="x".translate(LETTERS)), MADE, shown=[])
        whole = replace(sheet(in_greek(name)), link="", clauses=made.clauses)
    found = Read(rendered(whole, size, "svg"))
    towns = {town["name"] for town in basemap.basemap()["towns"]}
    said = [words.text for words in found.words if words.text not in towns | {"TLP:AMBER+STRICT"}]
    assert [text for text in said if LATIN.search(text)] == []


@cache
def ukrainian(name: str, size: str) -> Read:
    """A library's sheet in Ukrainian, read back."""
    with speaking("uk"):
        return Read(rendered(sheet(LIBRARIES[name]()), size, "svg"))


@pytest.mark.parametrize("size", FORMS)
@pytest.mark.parametrize("name", ["five", "five hundred"])
def test_the_page_keeps_its_order(name: str, size: str) -> None:
    """Longer words find room too: none meet, none leave the page, and every number has its line."""
    found = ukrainian(name, size)
    assert [words for words in found.words if not found.page.inset(MARGIN).holds(words.box)] == []
    assert meeting([words.box for words in found.words]) == [] == meeting(found.labels)
    listed = found.numbers("list")
    assert listed == list(range(1, len(listed) + 1)) and {int(w.line) for w in found.words if w.line} == set(listed)
    with speaking("uk"):
        rule = f"{len(listed)} з {len(LIBRARIES[name]().events)}, добір: {_(RULE)}"
    assert (rule in found.text) == (len(listed) < len(LIBRARIES[name]().events))


def test_a_sheet_speaks_ukrainian() -> None:
    """Head, map, timeline, list and foot, with dates and numbers as they are written there."""
    text = ukrainian("five", "1920x1080").text.replace("\u00a0", " ")
    for said in (
        "Удари і звинувачення: Україна",
        "Усі дати: січень 2025 р. – 24 грудня 2025 р.",
        "Показано 7 (усього 7 подій): 3 удари, 4 звинувачення",
        "УГОРЩИНА",
        "Події",
        "Ракетний удар: ",
        "Звинувачення: Volodymyr Zelensky → Китай — ",
        "23–24 грудня 2025 р., з точністю до кількох днів",
        "Джерела",
        "Прочитано машиною, не перевірено",
        "Зроблено в Dateline 5 січня 2026 р., 12:00 UTC.",
        "це не означає їх схвалення",
    ):
        assert said in text


def test_a_sheet_says_which_language_it_is_in() -> None:
    """For whoever reads it aloud."""
    with speaking("uk"):
        made = sheet(five())
    assert b' lang="uk" ' in rendered(made, "a4-landscape", "svg")[:400]
    assert b"/Lang (uk)" in rendered(made, "a4-landscape", "pdf")[:400]


def test_a_sheet_is_drawn_in_its_own_language_whoever_draws_it() -> None:
    """A file that is made later, in another thread, is that of the page."""
    with speaking("uk"):
        made = sheet(five())
    assert rendered(made, "a4-landscape", "svg") == rendered(made, "a4-landscape", "svg")
    assert "Удари" in rendered(made, "a4-landscape", "svg").decode()


@pytest.mark.parametrize(
    ("filters", "range_words", "title"),
    [
        (Filters(kinds=frozenset({"strike"})), "усі дати: 21 серпня 2025 р. – 24 грудня 2025 р.", "Удари: Україна"),
        (Filters(kinds=frozenset()), "усі дати; жодна подія не має дати", "Жодного виду подій"),
    ],
)
def test_title_and_range_are_in_the_language(filters: Filters, range_words: str, title: str) -> None:
    """What the head proposes."""
    with speaking("uk"):
        made = sheet_of(five(), filters, MADE)
        assert made.range.replace("\u00a0", " ") == range_words
        assert made.title == proposed_title(made.events, filters) == title


def test_filters_are_told_in_the_language() -> None:
    """A value is that of the address; what is said of it is the reader's."""
    filters = Filters(countries=frozenset({"Ukraine"}), marks=frozenset({"dot", "arc"}), text="depot")
    assert sheet_of(five(), filters, MADE).clauses == "countries: Ukraine; drawn as: arcs, dots; words: depot"
    with speaking("uk"):
        assert sheet_of(five(), filters, MADE).clauses == "країни: Україна; на мапі: дуги, точки; слова: depot"


def test_the_credits_are_those_of_the_map() -> None:
    """The sheet names whose boundaries and data it shows in the map's own words."""
    assert CREDITS.startswith(basemap.ATTRIBUTION + " ")


def test_what_other_programs_read_is_english_whatever_is_spoken() -> None:
    """Tables and maps for programs have the same names and values for every reader."""

    def written() -> tuple[str, str, str, bytes]:
        library = five_hundred()
        return table.to_csv(library), json.dumps(table.to_geojson(library)), to_kml(library), to_xlsx(library)

    english = written()
    with speaking("uk"):
        assert written() == english


@pytest.mark.parametrize(("language", "said"), [("en", "1,200"), ("uk", "1\u00a0200")])
def test_a_dot_of_many_events_holds_their_number(language: str, said: str) -> None:
    """In full and inside the dot, as the language writes it."""
    library = LIBRARIES["sixty"]()
    events = tuple(replace(event, id=f"{event.id}-{n}") for n in range(20) for event in library.events)
    with speaking(language):
        found = Read(rendered(sheet(replace(library, events=events)), "1920x1080", "svg"))
    ((dot, count),) = found.dots
    (told,) = [words for words in found.words if words.text == said]
    assert count == 1200 and dot.holds(told.box)
