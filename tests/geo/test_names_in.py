"""Names in the reader's language: the conflict's countries in full, and English where no name is known."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from geo.gazetteer import Gazetteer
from geo.names_in import country, region
from geo.place import Place, PlaceKind
from geo.words import word_table

GAZETTEER = Gazetteer.open()
UKRAINIAN = word_table("regions_uk")
IN_FULL = ("UA", "RU", "BY", "PL", "IL", "PS", "LB", "SY", "IR", "YE", "SD", "SS", "IQ", "PK", "AF", "JO", "US", "GB")


def regions() -> list[Place]:
    """The first-order regions of the gazetteer."""
    return [GAZETTEER.place(row) for row in range(len(GAZETTEER)) if GAZETTEER.kind(row) is PlaceKind.REGION]


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("UA", "uk", "Україна"),
        ("IR", "uk", "Іран"),
        ("NA", "uk", "Намібія"),
        ("XK", "uk", "Косово"),
        ("UA", "en", "Ukraine"),
        ("NA", "en", "Namibia"),
        ("UA", "en-GB", "Ukraine"),
        ("UA", "no such language", "Ukraine"),
        ("UA", "", "Ukraine"),
        ("QX", "uk", "QX"),
    ],
)
def test_a_country_has_its_name(code: str, language: str, name: str) -> None:
    """In the language, else in English, else by its code."""
    assert country(code, language) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mukachevo", "Закарпатська область"),
        ("Kharkiv Oblast", "Харківська область"),
        ("Belgorod", "Бєлгородська область"),
        ("Krasnoyarsk", "Красноярський край"),
        ("Yakutsk", "Якутія"),
        ("Khan Younis", "Сектор Гази"),
        ("Isfahan", "провінція Ісфаган"),
        ("Atlanta", "Джорджія"),
        ("Nairobi", GAZETTEER.lookup("Nairobi")[0].region),
        ("Ukraine", ""),
        ("Black Sea", ""),
    ],
)
def test_a_region_has_its_name(said: str, name: str) -> None:
    """A town and its region give the region's name, in English where there is no other."""
    assert region(GAZETTEER.lookup(said)[0], "uk") == name


@pytest.mark.parametrize("language", ["en", "eo", "", "../words", "uk\0"])
def test_a_language_without_a_table_keeps_the_english_name(language: str) -> None:
    """The language is only ever one of those that there are, whatever is asked for."""
    assert region(GAZETTEER.lookup("Mukachevo")[0], language) == "Zakarpattia"


def test_every_name_belongs_to_a_region() -> None:
    """The table names only first-order regions of the gazetteer."""
    assert set(UKRAINIAN) <= {place.region_code for place in regions()}


@pytest.mark.parametrize("code", IN_FULL)
def test_a_country_of_the_news_is_told_in_full(code: str) -> None:
    """Every first-order region of these countries has a Ukrainian name."""
    assert {place.region_code for place in regions() if place.country == code} <= set(UKRAINIAN)


def test_no_two_regions_of_a_country_share_a_name() -> None:
    """A reader can tell them apart."""
    shared = Counter((code.partition(".")[0], name) for code, name in UKRAINIAN.items())
    assert max(shared.values()) == 1


def test_the_names_are_written_in_ukrainian() -> None:
    """No Latin look-alikes, and no letters that only Russian has."""
    assert all(re.fullmatch(r"[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ’ -]+", name) for name in UKRAINIAN.values())
