"""Folding names: every way of writing one meets, and every folded character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.names import arabic_key, fold_name, fold_text, slavic_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mukačevo", "MUKACEVO"),
        ("Khar’kov", "Khar'kov"),
        ("Ivano-Frankivsk", "Ivano Frankivsk"),
        ("Zu\u0308rich", "Zürich"),
        ("Ra\u200bfah", "Rafah"),
        ("Łódź", "Lodz"),
        ("Straße", "Strasse"),
        ("  New\u00a0York ", "new york"),
        ("Київ", "київ"),
    ],
)
def test_two_ways_of_writing_meet(one: str, other: str) -> None:
    """Capitals, marks, apostrophes, hyphens, spaces and hidden characters make no difference."""
    assert fold_name(one) == fold_name(other)


def test_a_line_end_is_not_a_space() -> None:
    """A name does not run over the end of a line, though other white space inside it does not matter."""
    assert fold_text("New\nYork").text == "new\nyork"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_every_folded_character_knows_its_origin(text: str) -> None:
    """The original span of any folded span lies in the text and folds to nothing less than it."""
    folded = fold_text(text)
    for end in range(1, len(folded.text) + 1):
        first, last = folded.original(end - 1, end)
        assert 0 <= first < last <= len(text)
        assert folded.text[end - 1] in fold_text(text[first:last]).text


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folding."""
    assert fold_name(fold_name(text)) == fold_name(text)


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Juhr al-Dik", "Juḩr ad Dīk"),
        ("Umm al-Nasr", "Umm an Naşr"),
        ("Khuza'a", "Khuzā‘ah"),
        ("Beit Hanoun", "Bayt Ḩānūn"),
        ("Bureij", "Al Burayj"),
        ("Kabkabiya", "Kabkābīyah"),
        ("Chmistar", "Shmistār"),
    ],
)
def test_spellings_of_an_arabic_name_meet(said: str, listed: str) -> None:
    """News and gazetteer write articles, long vowels and endings differently, and mean one name."""
    assert arabic_key(fold_name(said)) == arabic_key(fold_name(listed)) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Rafah", "Raqqa"), ("Homs", "Hama"), ("Marib", "Maghreb"), ("Karak", "Karik")]
)
def test_different_arabic_names_stay_apart(one: str, other: str) -> None:
    """Names that differ in a consonant or a vowel of their own do not meet."""
    assert arabic_key(fold_name(one)) != arabic_key(fold_name(other))


@pytest.mark.parametrize(
    ("said", "listed"), [("Kupiansk", "Kup’yans’k"), ("Zelenyi Hai", "Zelenyy Hay"), ("Avdiivka", "Avdiyivka")]
)
def test_spellings_of_a_slavic_name_meet(said: str, listed: str) -> None:
    """The soft signs and the ways to write й and ї do not matter."""
    assert slavic_key(fold_name(said)) == slavic_key(fold_name(listed)) != ""
