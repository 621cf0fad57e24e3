"""What merging promises of reports that came late, or tell their day or place vaguely: their tolls decide."""

from dataclasses import replace
from datetime import timedelta

from tests.events.reports import DAY, ODESA_OBLAST, UKRAINE, strike
from timeline.events.merge import merge
from timeline.when import Basis, When

SOON = DAY + timedelta(days=1)


def _undated(report, *, days):
    """The report as of an article that names no day and came out so many days after the strike."""
    day = DAY + timedelta(days=days)
    return replace(report, when=When(day, day, Basis.PUBLISHED), published=When(day, day, Basis.STATED))


def test_a_late_paper_that_names_no_day_tells_of_the_strike_with_the_same_dead_and_injured():
    """Weeks later both tolls tell it; one alone, or two small ones, or after months, they do not."""
    one = strike("a", killed=9, injured=31)
    assert len(merge([one, _undated(strike("b", killed=9, injured=31, target=""), days=19)])) == 1
    assert len(merge([one, _undated(strike("b", killed=9), days=19)])) == 2
    assert len(merge([strike("a", killed=1, injured=2), _undated(strike("b", killed=1, injured=2), days=19)])) == 2
    assert len(merge([one, _undated(strike("b", killed=9, target=""), days=19)])) == 2
    assert len(merge([one, _undated(strike("b", killed=9, injured=31, target="a school"), days=19)])) == 2
    assert len(merge([one, _undated(strike("b", killed=9, injured=31), days=70)])) == 2
    assert len(merge([one, strike("b", killed=9, injured=31, target="", first=DAY + timedelta(days=19))])) == 2


def test_as_many_injured_and_a_few_more_dead_within_days_are_one_strike():
    """Also where only the day of publication dates one of them, and one does not name the target."""
    one = strike("a", killed=8, injured=39)
    assert len(merge([one, _undated(strike("b", killed=11, injured=39, target=""), days=2)])) == 1
    assert len(merge([one, _undated(strike("b", killed=11, injured=17, target=""), days=2)])) == 2


def test_a_country_and_both_tolls_within_days_hold_the_town():
    """Nine dead and 31 injured somewhere in Ukraine that week are those of Odesa, though the target is not named."""
    one, week = strike("a", killed=9, injured=31), {"first": DAY, "last": DAY + timedelta(days=6)}
    assert len(merge([one, strike("b", killed=9, injured=31, target="", place=UKRAINE, **week)])) == 1
    assert len(merge([one, strike("b", killed=9, target="", place=UKRAINE, **week)])) == 2


def test_a_few_more_dead_in_the_paper_of_the_next_day_are_of_the_same_strike():
    """Four dead and 17 hurt by a missile, then seven and 21: one; not if fewer died, or if many more are hurt."""
    four = strike("a", killed=4, injured=17, target="a street", published=DAY)
    assert len(merge([four, strike("b", killed=7, injured=21, target="", published=SOON)])) == 1
    assert len(merge([four, strike("b", killed=3, injured=21, target="", published=SOON)])) == 2
    assert len(merge([four, strike("b", killed=7, injured=60, target="", published=SOON)])) == 2
    assert len(merge([four, strike("b", killed=7, target="", sub_kind="attack", published=SOON)])) == 2


def test_one_toll_ties_no_report_of_a_year_to_a_day():
    """Of a year's strikes in a region more than one hurt 25; with the dead, or at one power station, it is the same."""
    year = {"place": ODESA_OBLAST, "first": DAY, "last": DAY + timedelta(days=300)}
    one = strike("a", killed=9, injured=25, target="a power station")
    assert len(merge([one, strike("b", injured=25, target="", **year)])) == 2
    assert len(merge([one, strike("b", killed=9, injured=25, target="", **year)])) == 1
    assert len(merge([one, strike("b", killed=9, target="a power plant", **year)])) == 1
