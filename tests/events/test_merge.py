"""What merging promises, whatever the reports."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.place import distance_km
from tests.events.reports import (
    DAY,
    ODESA,
    ODESA_OBLAST,
    SUMY,
    TAIROVE,
    UKRAINE,
    WEEK,
    members,
    some_reports,
    strike,
)
from timeline.event import Agreement, Kind, Link, LinkKind, Toll
from timeline.events.merge import merge


@given(some_reports(), st.randoms())
def test_the_order_of_the_reports_changes_nothing(reports, random):
    """Any shuffle of the reports gives the same events, to the last field."""
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(reports)


@given(some_reports())
def test_every_report_is_in_exactly_one_event(reports):
    """Nothing is lost and nothing counts twice."""
    assert sorted(r.key for e in merge(reports) for r in e.reports) == sorted(r.key for r in reports)


@given(some_reports())
def test_merging_what_is_merged_changes_nothing(reports):
    """Each event's own reports, merged again, are one event again."""
    events = merge(reports)
    assert all(len(merge(e.reports)) == 1 for e in events)
    assert members(merge([r for e in events for r in e.reports])) == members(events)


@given(some_reports())
def test_an_event_never_joins_what_cannot_be_one(reports):
    """Two kinds, two distant towns, two named speakers or days more than one apart are never one event."""
    for event in merge(reports):
        for a in event.reports:
            for b in event.reports:
                assert a.kind is b.kind
                if a.where_prec == b.where_prec == 1:
                    assert distance_km(a.place, b.place) < 50
                if a.kind is Kind.ACCUSATION and a.actor.speaker and b.actor.speaker:
                    assert a.actor.speaker == b.actor.speaker
                if a.when and b.when and a.when.days == b.when.days == 1:
                    assert abs(a.when.first - b.when.first) <= timedelta(days=1)


@given(some_reports())
def test_an_unrelated_article_changes_no_other_event(reports):
    """A strike elsewhere in another year joins nothing and moves nothing."""
    stranger = strike("stranger", place=SUMY, first=DAY + timedelta(days=900), target="a bridge")
    assert set(merge([*reports, stranger])) - set(merge(reports)) == set(merge([stranger]))


def test_a_region_and_a_month_join_the_town_and_day_they_contain_when_the_toll_agrees():
    """The event keeps the narrowest reading and says that the others nest around it."""
    exact = strike("a", killed=5)
    vague = strike("b", place=ODESA_OBLAST, first=DAY.replace(day=1), last=DAY.replace(day=31), killed=5, target="")
    (event,) = merge([vague, exact])
    assert (event.when.first, event.when.last, event.where.place) == (DAY, DAY, ODESA)
    assert {d.field: d.relation for d in event.disagreements} == {"when": Agreement.NESTED, "where": Agreement.NESTED}


def test_a_vague_report_that_fits_two_events_stays_its_own_and_says_so():
    """It is linked to both as "may be the same as" and joins neither."""
    first, second = strike("a", killed=5), strike("b", killed=5, first=DAY + timedelta(days=4))
    vague = strike("c", place=ODESA_OBLAST, first=DAY.replace(day=1), last=DAY.replace(day=31), killed=5)
    events = merge([first, second, vague])
    own = next(e for e in events if e.reports == (vague,))
    assert {(link.kind, link.event_id) for link in own.links} == {
        (LinkKind.SAME, first.key),
        (LinkKind.SAME, second.key),
    }


def test_fifteen_daily_strikes_on_one_town_are_fifteen_events():
    """Days that follow each other do not chain."""
    daily = [strike(f"a{n}", first=DAY + timedelta(days=n), target=f"target {n}") for n in range(15)]
    assert len(merge(daily)) == 15


def test_one_day_apart_is_one_event_only_when_target_and_toll_agree_and_is_shown_as_a_conflict():
    """Two outlets date one strike a day apart: one event over both days, with the conflict named."""
    next_day = DAY + timedelta(days=1)
    (event,) = merge([strike("a", killed=5), strike("b", killed=5, first=next_day)])
    assert (event.when.first, event.when.last) == (DAY, next_day)
    assert [(d.field, d.relation) for d in event.disagreements] == [("when", Agreement.CONFLICT)]
    assert len(merge([strike("a", killed=5), strike("b", killed=2, first=next_day, target="a school")])) == 2


def test_a_whole_country_joins_no_town_without_the_same_toll_and_target():
    """Strikes somewhere in Ukraine are not the strike on Odesa of that day."""
    assert len(merge([strike("a"), strike("b", place=UKRAINE, target="gas wells")])) == 2


def test_one_article_that_tells_two_strikes_tells_of_two():
    """Two reports of one article are never joined here."""
    assert len(merge([strike("a", key="a:1"), strike("a", key="a:2")])) == 2


def test_two_sorts_of_target_in_one_town_on_one_day_are_two_strikes():
    """A school is no oil depot, whatever else agrees; "a building" may be either."""
    school, depot = strike("a", target="a school"), strike("b", target="an oil depot")
    assert len(merge([school, depot])) == 2
    assert len(merge([school, strike("c", target="a large building")])) == 1


MONTH = {"first": DAY.replace(day=1), "last": DAY.replace(day=31)}
SOON, LATE = DAY + timedelta(days=1), DAY + timedelta(days=9)


def test_a_toll_that_grew_is_one_strike_where_the_target_is_the_same():
    """Fourteen dead in the first report and 17 in the next, of one market in one month: the event shows both."""
    first, later = strike("a", killed=14, target="a market"), strike("b", killed=17, target="the market", **MONTH)
    (event,) = merge([first, later])
    assert [(d.field, d.relation) for d in event.disagreements if d.field == "killed"] == [
        ("killed", Agreement.CONFLICT)
    ]
    assert len(merge([first, strike("c", killed=40, target="the market", **MONTH)])) == 2


def test_the_dead_of_a_day_become_more_in_later_papers_never_fewer():
    """Four dead at a clinic, then seven, then nine "last week": one event. Two dead in a later paper are another's."""
    clinic = {"target": "a clinic", "sub_kind": "bomb"}
    told = [
        strike("a", killed=4, published=DAY, **clinic),
        strike("b", killed=7, published=SOON, **clinic),
        strike("c", killed=9, published=LATE, place=ODESA_OBLAST, **WEEK, **clinic),
    ]
    (event,) = merge(told)
    assert (event.killed.low, event.killed.high) == (4, 9)
    unnamed = strike("e", killed=5, place=ODESA_OBLAST, target="a clinic", sub_kind="attack", last=SOON)
    assert len(merge([*told, unnamed])) == 1
    assert len(merge([told[0], replace(unnamed, actor=None)])) == 2
    fewer = strike("d", killed=2, published=LATE, place=ODESA_OBLAST, **WEEK, **clinic)
    assert len(merge([*told, fewer])) == 2


def test_no_report_joins_an_event_that_one_of_its_reports_forbids():
    """A week's report that agrees with the vaguer source, but names another target than the exact one, stays apart."""
    exact, vague = strike("a", killed=9, target="a school"), strike("b", killed=9, target="", **MONTH)
    depot = strike("c", killed=9, target="an oil depot", **WEEK)
    assert {frozenset(r.article_id for r in e.reports) for e in merge([exact, vague, depot])} >= {frozenset("c")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a thermal power station", "energy facilities"),
        ("an apartment block", "a residential building"),
        ("an outpatient clinic", "the city hospital"),
        ("a fuel depot", "oil storage tanks"),
        ("two minibuses", "a bus"),
        ("their car", "a car"),
    ],
)
def test_two_words_for_one_sort_of_target_agree(one, other):
    """A month and a region join the day and town that they hold, where the target is called otherwise."""
    exact, vague = strike("a", target=one), strike("b", place=ODESA_OBLAST, target=other, **MONTH)
    assert len(merge([exact, vague])) == 1
    assert len(merge([exact, replace(vague, target="a wedding")])) == 2


@pytest.mark.parametrize(("one", "other"), [("a school", "a market"), ("a railway station", "a filling station")])
def test_two_sorts_of_target_do_not_agree_by_a_word(one, other):
    """Two strikes on one town in one day stay two where another thing was hit."""
    assert len(merge([strike("a", target=one, killed=2), strike("b", target=other, killed=2)])) == 2


def test_no_toll_makes_one_strike_of_two_sorts_of_target():
    """Sixteen dead at a school and sixteen at a market are two strikes, and so are six at a house and six in a camp."""
    killed = {"killed": 16, "injured": 40}
    assert len(merge([strike("a", target="a school", **killed), strike("b", target="a market", **killed)])) == 2
    assert len(merge([strike("a", target="a house", killed=6), strike("b", target="a tent camp", killed=6)])) == 2
    assert len(merge([strike("a", target="a school", **killed), strike("b", target="", **killed)])) == 1


def test_what_stands_in_every_street_tells_no_strike_from_another():
    """A car that burned is no other target than the market beside it."""
    assert len(merge([strike("a", target="a market"), strike("b", target="parked cars")])) == 1


def test_two_strikes_on_one_town_in_one_day_stay_two_where_the_hour_or_the_toll_differs():
    """The morning's is not the evening's, and two dead are not nine at nothing that both name."""
    morning = strike("a", target="", clock="TMO")
    assert len(merge([morning, strike("b", target="", clock="T19:40")])) == 2
    assert len(merge([morning, strike("b", target="", clock="T10:15+02:00")])) == 1
    assert len(merge([strike("a", target="", killed=2), strike("b", target="", killed=9)])) == 2


def test_one_region_on_one_day_needs_more_than_that_to_be_one_strike():
    """A region holds many towns: the target, the toll, or nothing."""
    one = strike("a", place=ODESA_OBLAST, target="")
    assert len(merge([one, strike("b", place=ODESA_OBLAST, target="")])) == 2
    killed = [strike(article, place=ODESA_OBLAST, target="", killed=6) for article in "ab"]
    assert len(merge(killed)) == 1


def test_a_village_and_the_town_that_the_news_names_for_it_are_one_where_target_and_toll_agree():
    """Not where only the day is one: two places so near are often struck on one day."""
    town, village = strike("a", killed=3), strike("b", killed=3, place=TAIROVE)
    assert len(merge([town, village])) == 1
    assert len(merge([strike("a"), strike("b", place=TAIROVE)])) == 2
    assert len(merge([town, replace(village, when=strike("m", **MONTH).when)])) == 2


def test_a_country_and_a_day_hold_the_town_where_target_and_toll_agree():
    """A car in which three died that Sunday, in a village for one paper and in Ukraine for another."""
    town, country = strike("a", killed=3, target="their car"), strike("b", killed=3, target="a car", place=UKRAINE)
    assert len(merge([town, country])) == 1
    assert len(merge([town, replace(country, when=strike("m", **MONTH).when)])) == 2


def test_a_small_toll_alone_ties_no_vague_report_to_a_day():
    """One dead in a region in a month is one of many; seven are told of once."""
    vague = {"place": ODESA_OBLAST, "target": "", **MONTH}
    assert len(merge([strike("a", killed=1), strike("b", killed=1, **vague)])) == 2
    assert len(merge([strike("a", killed=7), strike("b", killed=7, **vague)])) == 1


def test_a_report_that_agrees_with_one_event_leaves_the_one_it_only_does_not_contradict():
    """Of two strikes on a town that day, the school's is meant by whoever names a school."""
    school = strike("a", target="a school", clock="TMO")
    unknown = strike("b", target="", clock="TEV", killed=5)
    third = strike("c", target="the school")
    assert {frozenset("ac"), frozenset("b")} == {
        frozenset(r.article_id for r in e.reports) for e in merge([school, unknown, third])
    }


def test_reports_that_tell_nothing_but_the_weapon_are_one_only_by_its_name():
    """A drone and a bomb may be one where the target says so; a town and a day alone do not."""
    assert len(merge([strike("a", sub_kind="drone"), strike("b", sub_kind="bomb")])) == 1
    assert len(merge([strike("a", sub_kind="drone", target=""), strike("b", sub_kind="bomb", target="")])) == 2
    assert len(merge([strike("a", sub_kind="drone", target=""), strike("b", sub_kind="attack", target="")])) == 1


def test_thousands_of_copies_are_one_event():
    """Each copy is compared with what was said, not with every other copy."""
    copies = [strike(f"a{n}", killed=3) for n in range(3_000)]
    (event,) = merge(copies)
    assert len(event.reports) == 3_000


def test_a_toll_that_may_have_grown_is_linked_where_nothing_else_tells_the_strike():
    """Four dead in Odesa that day and six in a later paper, no target named: two events, one tied to the other."""
    four, six = strike("a", killed=4, target="", published=DAY), strike("b", killed=6, target="", published=LATE)
    first, second = merge([four, six])
    assert {link for event in (first, second) for link in event.links} == {Link(LinkKind.SAME, first.id)}
    assert not any(event.links for event in merge([four, strike("c", killed=40, target="", published=LATE)]))
    hour = {"target": "", "clock": "TEV"}
    told = [strike("a", killed=4, published=DAY, **hour), strike("b", killed=6, published=LATE, **hour)]
    assert len(merge(told)) == 1


def test_a_toll_that_grew_at_one_power_station_needs_no_weapon_named():
    """Houses are hit every day; a power station of a town was hit once that week."""
    station = {"target": "a power station", "actor": None}
    first = strike("a", killed=4, published=DAY, **station)
    later = strike("b", killed=6, published=LATE, sub_kind="attack", last=SOON, **station)
    assert len(merge([first, later])) == 1
    assert len(merge([replace(first, target="a house"), replace(later, target="a house")])) == 2


def test_an_exact_report_that_agrees_with_two_shows_that_they_are_one():
    """One names the school, one counts nine dead, the third says both; a vague third is linked to both instead."""
    school, nine = strike("a", target="a school", killed=2), strike("b", target="", killed=9, injured=30)
    both = strike("c", target="the school", killed=9, sub_kind="attack", clock="TEV")
    (event,) = merge([school, nine, both])
    assert len(event.reports) == 3
    assert merge([both, nine, school]) == (event,)


def test_an_equal_toll_makes_no_drone_on_a_depot_the_mortar_on_a_market():
    """Five dead may be five dead twice: what was hit, with what and at what hour tells two strikes of a day apart."""
    market = strike("a", killed=5, target="a market", sub_kind="shelling", clock="TMO")
    assert len(merge([market, strike("b", killed=5, target="a fuel depot", sub_kind="shelling")])) == 2
    assert len(merge([market, strike("b", killed=12, target="a fuel depot", sub_kind="drone")])) == 2
    assert len(merge([market, strike("b", killed=5, target="a market", sub_kind="shelling", clock="TNI")])) == 2
    assert len(merge([market, strike("b", killed=5, target="the market", sub_kind="drone")])) == 2
    many = replace(market, killed=strike("c", killed=12).killed)
    assert len(merge([many, strike("b", killed=12, target="the market", sub_kind="drone")])) == 1


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("two soldiers", "two children", 2),
        ("two soldiers", "two civilians", 2),
        ("two farmers", "two civilians", 1),
        ("two engineers", "two workers", 1),
        ("two children", "two people, both children", 1),
        ("a Hezbollah man", "a Hamas man", 2),
        ("a boy", "a child", 1),
    ],
)
def test_an_equal_toll_of_two_sorts_of_victims_is_of_two_strikes(one, other, events):
    """Soldiers are no children; workers may be engineers, and people may be anybody."""
    said = [Toll(2, 2, 2, f"killed {words}") for words in (one, other)]
    told = [replace(strike(article, target=""), killed=toll) for article, toll in zip("ab", said, strict=True)]
    assert len(merge(told)) == events


def test_one_dead_in_a_region_is_not_the_one_in_its_town_that_day():
    """A region that is struck every day holds more than one dead; five dead are told of once."""
    for killed, events in ((1, 2), (5, 1)):
        town, region = strike("a", target="", killed=killed), strike("b", target="", killed=killed, place=ODESA_OBLAST)
        assert len(merge([town, region])) == events


def test_a_place_near_by_with_another_number_of_dead_is_another_strike():
    """Forty injured in a village and in the town beside it are one strike only where the dead agree too."""
    town = strike("a", killed=3, injured=40, target="")
    assert len(merge([town, strike("b", killed=3, injured=40, target="", place=TAIROVE)])) == 1
    assert len(merge([town, strike("b", killed=9, injured=40, target="", place=TAIROVE)])) == 2
