"""The parts that dates are read with: calendar arithmetic, numbers in words, word lists, patterns."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.reading.dates import numbers, periods, read_dates
from timeline.reading.dates.feasts import orthodox_easter, western_easter
from timeline.reading.dates.grammar import Compiler
from timeline.reading.dates.granularity import granularity_of
from timeline.reading.dates.periods import Grain, Period
from timeline.reading.dates.words import parse
from timeline.when import Basis, Granularity, When


@pytest.mark.parametrize(
    ("period", "first", "last", "value"),
    [
        (periods.week(date(2026, 1, 1)), date(2025, 12, 29), date(2026, 1, 4), "2026-W01"),
        (periods.weekend(date(2025, 10, 8)), date(2025, 10, 11), date(2025, 10, 12), "2025-W41-WE"),
        (periods.month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (periods.quarter(2025, 4), date(2025, 10, 1), date(2025, 12, 31), "2025-Q4"),
        (periods.half(2025, 1), date(2025, 1, 1), date(2025, 6, 30), "2025-H1"),
        (periods.season(2024, "WI"), date(2024, 12, 1), date(2025, 2, 28), "2024-WI"),
        (periods.decade(1994), date(1990, 1, 1), date(1999, 12, 31), "199"),
        (periods.century(1994), date(1900, 1, 1), date(1999, 12, 31), "19"),
    ],
)
def test_a_period_has_its_days_and_its_name(period: Period, first: date, last: date, value: str) -> None:
    """First and last day, and the TIMEX3 value."""
    assert (period.first, period.last, period.value) == (first, last, value)


@pytest.mark.parametrize(
    ("day", "steps", "grain", "expected"),
    [
        (date(2025, 1, 31), 1, Grain.MONTH, "2025-02"),
        (date(2025, 12, 30), 1, Grain.WEEK, "2026-W02"),
        (date(2024, 2, 29), -1, Grain.YEAR, "2023"),
        (date(2026, 1, 15), -1, Grain.QUARTER, "2025-Q4"),
        (date(2025, 3, 1), -1, Grain.DAY, "2025-02-28"),
    ],
)
def test_shifting_moves_by_whole_periods(day: date, steps: int, grain: Grain, expected: str) -> None:
    """The period so many steps from the one that holds the day."""
    assert periods.shifted(day, steps, grain).value == expected


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("three", 3),
        ("twenty - four", 24),
        ("3,000", 3000),
        ("a", 1),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("half a dozen", 6),
        ("a couple of", 2),
        ("a dozen", 12),
        ("more than four", 4),
        ("two to three", 2),
        ("several", None),
        ("a few", None),
    ],
)
def test_numbers_are_read_as_news_writes_them(words: str, amount: float | None) -> None:
    """Figures, words, articles, halves; "a few" is no number."""
    assert numbers.count(words.split()) == amount


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2014", 2014),
        ("'99", 1999),
        ("nineteen ninety - six", 1996),
        ("two thousand", 2000),
        ("two thousand and five", 2005),
        ("0026", None),
        ("2200", None),
    ],
)
def test_years_are_read_within_their_bounds(words: str, year: int | None) -> None:
    """1000 to 2199; two digits stand for the nearest fitting year."""
    assert numbers.year(words.split(), near=2025) == year


def test_a_word_list_begins_with_a_section() -> None:
    """A stray word is an editor's slip, and is said to be one."""
    with pytest.raises(ValueError, match="before the first section"):
        parse(["May = 5", "[MONTH capital]"])


def test_a_pattern_names_only_kinds_that_exist() -> None:
    """A misspelt kind is found when the rules are built."""
    with pytest.raises(KeyError, match="MONHT"):
        Compiler(["MONHT"]).regex("MONHT")


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1818, date(1818, 3, 22), date(1818, 4, 26)),
        (1943, date(1943, 4, 25), date(1943, 4, 25)),
        (2022, date(2022, 4, 17), date(2022, 4, 24)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
        (2026, date(2026, 4, 5), date(2026, 4, 12)),
        (2038, date(2038, 4, 25), date(2038, 4, 25)),
    ],
)
def test_easter_is_that_of_the_almanacs(year: int, western: date, orthodox: date) -> None:
    """The earliest and the latest Easter there are, and years in which the churches agree or do not."""
    assert (western_easter(year), orthodox_easter(year)) == (western, orthodox)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2025-10-04", Granularity.DAY),
        ("XXXX-WXX-6", Granularity.DAY),
        ("2025-10-04T21:30", Granularity.CLOCK),
        ("2025-10-04TNI", Granularity.PART_OF_DAY),
        ("2025-W40", Granularity.WEEK),
        ("2025-W40-WE", Granularity.WEEKEND),
        ("2025-10", Granularity.MONTH),
        ("2025-SU", Granularity.SEASON),
        ("2025-Q3", Granularity.QUARTER),
        ("2025-H1", Granularity.HALF),
        ("2025", Granularity.YEAR),
        ("199", Granularity.DECADE),
        ("18", Granularity.CENTURY),
        ("BC0490", Granularity.YEAR),
        ("2025-10-04/2025-10-06", Granularity.DAY),
        ("/2025-10-06", Granularity.DAY),
        ("PT40M", Granularity.CLOCK),
        ("PXD", Granularity.DAY),
        ("P1.5Y", Granularity.YEAR),
        ("P2WE", Granularity.WEEKEND),
        ("PXDE", Granularity.DECADE),
        ("PAST_REF", None),
        ("", None),
    ],
)
def test_a_value_tells_its_unit(value: str, unit: Granularity | None) -> None:
    """Of a run of days that of its ends; of what names no time none."""
    assert granularity_of(value) is unit


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("Shelling went on from 3 to 5 May 2025.", True),
        ("It was hit for the third day running.", True),
        ("It was hit between 3 May and 5 May 2025.", False),
        ("It was hit in May 2025.", False),
        ("It was hit for the third week running.", False),
    ],
)
def test_a_stretch_is_told_from_a_day_within_it(text: str, through: bool) -> None:
    """Every day of the one is meant; of the other one day that is not known."""
    published = When(date(2025, 5, 8), date(2025, 5, 8), Basis.STATED)
    found = next(mention for mention in read_dates(text, published) if mention.when)
    assert found.when is not None
    assert found.when.through is through
