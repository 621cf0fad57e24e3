"""What events are called: every line says how sure it is."""

from dataclasses import replace
from datetime import date

import pytest

from geo.place import PlaceMention
from tests.ui import sample
from timeline.event import Event, Party, Stance, Toll
from timeline.events import facets, frame, words
from timeline.events.denials import FIELD
from timeline.events.library import build
from timeline.messages import LANGUAGES, said, speaking
from timeline.reading.articles import article_of
from timeline.when import Basis, When

D = date
YEAR, YEARS = "\u00a0р.", "\u00a0рр."  # behind a year, unbroken
DATES = [  # first, last, English, Ukrainian
    (None, None, "date not known", "дата невідома"),
    (D(2025, 8, 21), D(2025, 8, 21), "21 August 2025, exact day", f"21 серпня 2025{YEAR}, точний день"),
    (D(2025, 4, 1), D(2025, 4, 30), "April 2025, within a month", f"квітень 2025{YEAR}, з точністю до місяця"),
    (D(2025, 1, 1), D(2025, 12, 31), "2025, no closer than this", "2025 рік, точніше невідомо"),
    (
        D(2025, 12, 23),
        D(2025, 12, 24),
        "23–24 December 2025, within a few days",
        f"23–24 грудня 2025{YEAR}, з точністю до кількох днів",
    ),
    (
        D(2025, 1, 1),
        D(2025, 10, 4),
        "1 January – 4 October 2025, no closer than this",
        f"1 січня – 4 жовтня 2025{YEAR}, точніше невідомо",
    ),
    (
        D(2024, 12, 30),
        D(2025, 1, 5),
        "30 December 2024 – 5 January 2025, within a week",
        f"30 грудня 2024 – 5 січня 2025{YEARS}, з точністю до тижня",
    ),
    (
        D(2022, 2, 24),
        None,
        "since 24 February 2022, no closer than this",
        f"з 24 лютого 2022{YEAR}, точніше невідомо",
    ),
    (
        None,
        D(2022, 2, 24),
        "until 24 February 2022, no closer than this",
        f"до 24 лютого 2022{YEAR}, точніше невідомо",
    ),
]


@pytest.mark.parametrize(("first", "last", "english", "ukrainian"), DATES)
def test_a_date_says_how_exact_it_is(first: date | None, last: date | None, english: str, ukrainian: str) -> None:
    """A day, a month, a year, an interval, an open end."""
    when = When(first, last, Basis.STATED) if first or last else None
    assert words.when(when) == english
    with speaking("uk"):
        assert words.when(when) == ukrainian


@pytest.mark.parametrize(("language", "said"), [("en", "publication date"), ("uk", "дата публікації")])
def test_a_publication_date_is_labelled_as_one(language: str, said: str) -> None:
    """It never passes for the day of the event."""
    with speaking(language):
        assert said in words.when(When(D(2025, 8, 21), D(2025, 8, 21), Basis.PUBLISHED))


def by_id(n: int) -> Event:
    return sample.library().events[n]


TITLES = [  # event, English, Ukrainian
    (by_id(0), "Missile strike on a plant of Flex", "Ракетний удар: a plant of Flex"),
    (by_id(4), "Zelensky accuses China", "Звинувачення: Zelensky → Китай"),
    (by_id(7), "Shelling of a village", "Обстріл: a village"),
    (replace(by_id(1), target="", sub_kind=""), "Strike in Kharkiv", "Удар: Kharkiv"),
    (replace(by_id(2), target="", sub_kind="drone"), "Drone strike in Ukraine", "Удар дронів: Україна"),
    (replace(by_id(1), target="", sub_kind="attack", where=None), "Attack", "Атака"),
    (
        replace(by_id(4), actor=None, recipient=None),
        "Someone accuses someone",
        "Звинувачення: невідомо хто → невідомо кого",
    ),
    (replace(by_id(4), recipient=None), "Zelensky accuses someone", "Звинувачення: Zelensky → невідомо кого"),
    (
        replace(by_id(4), actor=None, recipient=Party("the United States", "US")),
        "Someone accuses the United States",
        "Звинувачення: невідомо хто → Сполучені Штати",
    ),
    (
        replace(by_id(4), actor=Party("the Russian army", "RU"), recipient=Party("Kyiv", "UA")),
        "The Russian army accuses Kyiv",
        "Звинувачення: The Russian army → Kyiv",
    ),
]


@pytest.mark.parametrize(("event", "english", "ukrainian"), TITLES)
def test_titles_name_what_was_hit_and_who_accuses_whom(event: Event, english: str, ukrainian: str) -> None:
    """Titles are built by us from what the articles name; of its words a country's name alone has a translation."""
    assert words.title(event) == english
    with speaking("uk"):
        assert words.title(event) == ukrainian


@pytest.mark.parametrize("sub_kind", [*words.STRIKES, ""])
def test_every_sort_of_strike_has_a_name_of_its_own_in_every_language(sub_kind: str) -> None:
    """With its target, with its place, and alone."""
    hit = replace(by_id(1), sub_kind=sub_kind)
    for event in (replace(hit, target="a depot"), replace(hit, target=""), replace(hit, target="", where=None)):
        told = set()
        for language in LANGUAGES:
            with speaking(language):
                told.add(words.title(event))
        assert len(told) == len(LANGUAGES)


def test_a_long_title_is_cut_at_a_word() -> None:
    """It stays on its lines and says that it was cut."""
    title = words.title(replace(by_id(0), target="plant " * 100))
    assert len(title) <= words.TITLE_LIMIT + 2
    assert title.endswith("plant …")


TOLLS = [  # killed, English, Ukrainian
    (None, "", ""),
    (Toll(1, 1, 1, "one"), "1 killed", "загинуло: 1"),
    (Toll(3, 3, None, "at least three"), "at least 3 killed", "загинуло: щонайменше 3"),
    (Toll(10, 11, 12, "10 to 12"), "10–12 killed", "загинуло: 10–12"),
    (Toll(None, None, None, "several"), "some killed", "є загиблі"),
    (Toll(0, 0, 0, "no one"), "0 killed", "загинуло: 0"),
]


@pytest.mark.parametrize(("toll", "english", "ukrainian"), TOLLS)
def test_a_toll_not_stated_is_not_none(toll: Toll | None, english: str, ukrainian: str) -> None:
    """Nothing said is an empty line; a stated zero is zero; several is no number."""
    event = replace(by_id(5), killed=toll)
    assert words.toll(event) == english
    with speaking("uk"):
        assert words.toll(event) == ukrainian


def loosened(where: PlaceMention | None, word: str) -> PlaceMention:
    """The place with a word before it that makes it less exact."""
    assert where
    return replace(where, qualifier=word)


PLACES = [  # place, English, Ukrainian
    (
        by_id(0).where,
        "Mukachevo, Zakarpattia, Ukraine · in the town, to about 5 km",
        "Mukachevo, Закарпатська область, Україна · у межах 5 км",
    ),
    (by_id(2).where, "Ukraine · country, no point known", "Україна · країна, точне місце невідоме"),
    (by_id(8).where, "place not known", "місце невідоме"),
    (
        loosened(by_id(2).where, "western"),
        "western Ukraine · part of a country, no point known",
        "Україна (захід) · частина країни, точне місце невідоме",
    ),
    (
        loosened(by_id(2).where, "north-eastern"),
        "northeastern Ukraine · part of a country, no point known",
        "Україна (північний схід) · частина країни, точне місце невідоме",
    ),
    (
        loosened(by_id(0).where, "near"),
        "near Mukachevo, Zakarpattia, Ukraine · near the place",
        "поблизу: Mukachevo, Закарпатська область, Україна · поблизу цього місця",
    ),
]


@pytest.mark.parametrize(("where", "english", "ukrainian"), PLACES)
def test_a_place_says_how_exact_it_is(where: PlaceMention | None, english: str, ukrainian: str) -> None:
    """A town is exact to its size, a country has no point."""
    assert words.where(where) == english
    with speaking("uk"):
        assert words.where(where) == ukrainian


def test_counts_are_in_plain_words() -> None:
    """Singular, plural and thousands; Ukrainian has three forms."""
    assert [words.plural(n, "event") for n in (0, 1, 2, 5000)] == ["0 events", "1 event", "2 events", "5,000 events"]
    assert words.sources(by_id(0)) == "3 articles, 3 outlets"
    with speaking("uk"):
        assert [words.plural(n, "event") for n in (1, 3, 5, 21)] == ["1 подія", "3 події", "5 подій", "21 подія"]
        assert words.sources(by_id(0)) == "3 статті, 3 видання"
        assert words.originals(1, 2) == "1 оригінал, 2 копії"


def test_what_is_counted_is_counted_in_every_language() -> None:
    """A noun of the table has a form for every number."""
    for noun in words.COUNTED:
        with speaking("uk"):
            assert len({words.plural(n, noun).lstrip("ще ").lstrip("0123456789 ") for n in (1, 2, 5)}) > 1


def test_a_stance_is_named_unless_it_is_an_assertion() -> None:
    """What is told as a fact needs no word."""
    assert (words.stance(Stance.ASSERTED), words.stance(Stance.HEDGED)) == ("", "reported as uncertain")
    with speaking("uk"):
        assert (words.stance(Stance.ASSERTED), words.stance(Stance.HEDGED)) == ("", "за непевними даними")


def test_a_denial_is_told_in_the_language() -> None:
    """Who denies is the article's word, that it is denied is ours; a program still reads English."""
    text = "Israel accused Hezbollah of firing a rocket at Haifa on Monday. Hezbollah denied any involvement."
    events = build([article_of({"id": "a", "text": text, "published": "2026-03-11"})]).events
    (differs,) = [one for event in events for one in event.disagreements if one.field == FIELD]
    told = [value for _article, value in differs.values]
    assert told == ["asserted", "denied by Hezbollah"]
    with speaking("uk"):
        assert [said(value) for value in told] == ["стверджується", "заперечує Hezbollah"]
        assert words.field(differs.field) == "чи це було"


def test_a_filter_has_one_value_in_every_language_and_says_it_in_each() -> None:
    """A link made in one language filters the same in another."""
    table = frame.build(sample.library().events)
    with speaking("uk"):
        other = frame.build(sample.library().events)
        assert all((table[facet] == other[facet]).all() for facet in facets.FACETS)
        assert facets.said("countries", "Ukraine") == "Україна"
        assert facets.said("regions", "Zakarpattia, Ukraine") == "Закарпатська область, Україна"
        assert facets.said("casualties", facets.NOT_STATED) == "Не вказано"
        assert facets.said("actors", "Kyiv Wire") == facets.said("outlets", "Kyiv Wire") == "Kyiv Wire"
    assert facets.said("countries", "Dem. Rep. Congo") == "Congo - Kinshasa"


@pytest.mark.parametrize("asked", ["Україна", "Ukraine", "Закарпатська", "Zakarpattia"])
def test_a_place_is_found_by_its_name_in_the_language_and_in_english(asked: str) -> None:
    """The search knows both."""
    with speaking("uk"):
        table = frame.build(sample.library().events)
    assert frame.mask(table, frame.Filters(text=asked)).any()
