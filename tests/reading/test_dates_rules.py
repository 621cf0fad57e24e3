"""Every rule has an example beside it, and does what its example says."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.messages import speaking
from timeline.reading.dates import by_rule, explain, read_dates
from timeline.reading.dates.context import Rule
from timeline.reading.dates.rules import RULES
from timeline.when import Basis, Modifier, When

WEDNESDAY = When(date(2026, 3, 11), date(2026, 3, 11), Basis.STATED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_own_example(rule: Rule) -> None:
    """The example's span and TIMEX3 value."""
    text, span, value = rule.example
    assert (span, value) in [(m.said, m.value) for m in read_dates(text, WEDNESDAY)]


def test_rules_have_names_of_their_own() -> None:
    """A rule can be told from all others."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_the_card_says_what_was_read_against_what() -> None:
    """One sentence: the words, the anchor, the rule."""
    sunday = When(date(2025, 10, 5), date(2025, 10, 5), Basis.STATED)
    [mention] = read_dates("He said so on Saturday.", sunday)
    assert explain(mention) == (
        "'Saturday', read against 5 October 2025: the most recent Saturday, publication day included"
    )


def test_the_card_names_the_date_that_another_counts_from() -> None:
    """An anchor inside the text is said to be one."""
    [_, later] = read_dates("It fell on 3 March 2026. Two days later it burned.", WEDNESDAY)
    assert explain(later) == (
        "'Two days later', read against 3 March 2026 (the date before it): two days after that day"
    )


def test_the_card_says_it_in_the_language_that_is_spoken() -> None:
    """The words stay the article's; a rule that is not among the common ones stays English, whole."""
    sunday = When(date(2025, 10, 5), date(2025, 10, 5), Basis.STATED)
    [mention] = read_dates("He said so on Saturday.", sunday)
    with speaking("uk"):
        assert explain(mention).startswith("«Saturday», відносно дати: 5 жовтня 2025")
        assert explain(mention).endswith("останній такий день тижня (субота), день публікації включно")
        assert by_rule("day and month: the most recent one; from then on") == (
            "день і місяць: останній із минулих; відтоді й далі"
        )
        assert by_rule("the year is stated; two moons later") == "the year is stated; two moons later"


def test_the_card_says_why_nothing_could_be_read() -> None:
    """A relative phrase without a publication date is kept, with the reason."""
    [mention] = read_dates("He said so on Saturday.", None)
    assert mention.when is None
    assert explain(mention) == "'Saturday': needs a publication date, and none is known"


def test_a_speech_is_the_anchor_of_its_own_words() -> None:
    """In a quotation "yesterday" counts from the day on which it was said."""
    monday = When(date(2025, 10, 13), date(2025, 10, 13), Basis.STATED)
    quoted, _ = read_dates('"They came yesterday," he said on Saturday.', monday)
    assert quoted.when is not None
    assert quoted.when.first == date(2025, 10, 10)
    assert "(the speech)" in explain(quoted)


def test_the_card_says_what_else_a_phrase_may_mean() -> None:
    """Of a weekday named on its own day the one a week before is told; of figures in either order both days are."""
    [today] = read_dates("It was hit on Wednesday.", WEDNESDAY)
    assert explain(today).endswith("publication day included; it may also mean 4 March 2026")
    [figures] = read_dates("It was hit on 05/11/2025.", WEDNESDAY)
    assert figures.when is None
    assert explain(figures).endswith("nothing on the page decides; it may mean 5 November 2025 or 11 May 2025")


def test_the_card_says_how_a_phrase_is_bent() -> None:
    """The year that "more than a year ago" shows is the last that it may be."""
    [mention] = read_dates("It was hit more than a year ago.", WEDNESDAY)
    assert mention.modifier is Modifier.BEFORE
    assert explain(mention).endswith("more than a year before that day; before that")


def test_a_clock_time_keeps_its_zone() -> None:
    """The clock is an ISO time with the offset of the zone that was named, summer time included."""
    [mention] = read_dates("It was hit at 10:30 a.m. Kyiv time on 4 October 2025.", WEDNESDAY)
    assert mention.when is not None
    assert mention.when.clock == "T10:30+03:00"
