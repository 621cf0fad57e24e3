"""Every message of the interface is said in every language, with the same names to fill in."""

import re
from datetime import date
from string import Formatter

import pytest

from data.build.messages import LOCALE, read, template
from timeline import messages
from timeline.messages import LANGUAGES, SOURCE, speak, speaking

OTHERS = sorted(LANGUAGES.keys() - {SOURCE})


def names(text: str) -> set[str | None]:
    """What stands in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    """Run ``python data/build/messages.py`` and translate what is empty."""
    held = {(message.id, message.context) for message in read(LOCALE / f"{language}.po") if message.id}
    assert held == {(message.id, message.context) for message in template() if message.id}


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_with_the_same_names_to_fill_in(language: str) -> None:
    """Nothing is empty or doubtful, and every form of a plural names what the English one names."""
    for message in read(LOCALE / f"{language}.po"):
        if not message.id:
            continue
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        told = [message.string] if isinstance(message.string, str) else list(message.string)
        assert all(told) and not message.fuzzy, message.id
        assert len(told) == (1 if isinstance(message.id, str) else 3), message.id
        assert {frozenset(names(text)) for text in told} == {frozenset(names(english[-1]))}, message.id


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_the_white_space_at_the_ends(language: str) -> None:
    """Messages are put side by side."""
    for message in read(LOCALE / f"{language}.po"):
        for one in [message.string] if isinstance(message.string, str) else message.string:
            english = message.id if isinstance(message.id, str) else message.id[-1]
            if english:
                assert [bool(re.search(end, one)) for end in (r"^\s", r"\s$")] == [
                    bool(re.search(end, english)) for end in (r"^\s", r"\s$")
                ], english


def test_a_language_is_spoken_for_one_stretch_of_work() -> None:
    """Afterwards it is as before, and an unknown one is English."""
    with speaking("uk"):
        assert messages.language() == "uk"
        with speaking("tlh"):
            assert messages.language() == SOURCE
        assert messages.language() == "uk"
    assert messages.language() == SOURCE
    speak("uk")
    assert messages.language() == "uk"
    speak(SOURCE)


@pytest.mark.parametrize(
    ("language", "first", "last", "said"),
    [
        ("en", date(2025, 8, 21), date(2025, 8, 21), "21 August 2025"),
        ("en", date(2025, 8, 1), date(2025, 8, 31), "1–31 August 2025"),
        ("en", date(2025, 8, 21), date(2025, 9, 3), "21 August – 3 September 2025"),
        ("en", date(2024, 12, 30), date(2025, 1, 3), "30 December 2024 – 3 January 2025"),
        ("uk", date(2025, 8, 21), date(2025, 8, 21), "21 серпня 2025 р."),
        ("uk", date(2025, 8, 1), date(2025, 8, 31), "1–31 серпня 2025 р."),
        ("uk", date(2024, 12, 30), date(2025, 1, 3), "30 грудня 2024 – 3 січня 2025 рр."),
    ],
)
def test_days_are_written_as_the_language_writes_them(language: str, first: date, last: date, said: str) -> None:
    """By CLDR, whose spaces may be of any width."""
    with speaking(language):
        assert re.sub(r"\s", " ", messages.days(first, last)) == said


def test_numbers_and_lists_are_written_as_the_language_writes_them() -> None:
    """By CLDR."""
    with speaking("uk"):
        assert messages.number(5_000).split() == ["5", "000"]
        assert messages.listed(["Судан", "Чад"], "or") == "Судан або Чад"
    assert messages.number(5_000) == "5,000" and messages.listed("abc") == "a, b and c"
