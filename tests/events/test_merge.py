"""What merging promises, whatever the reports."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from geo.place import distance_km
from tests.events.reports import DAY, ODESA, ODESA_OBLAST, SUMY, UKRAINE, accusation, some_reports, strike
from timeline.event import Agreement, Kind, LinkKind
from timeline.events.merge import merge


def _groups(events):
    return {frozenset(r.key for r in e.reports) for e in events}


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
    assert _groups(merge([r for e in events for r in e.reports])) == _groups(events)


@given(some_reports())
def test_an_event_never_joins_what_cannot_be_one(reports):
    """Two kinds, two distant towns, two named speakers or days more than one apart are never one event."""
    for event in merge(reports):
        for a in event.reports:
            for b in event.reports:
                assert a.kind is b.kind
                if a.where_prec == b.where_prec == 1:
                    assert distance_km(a.place, b.place) < 50
                if a.kind is Kind.ACCUSATION:
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


def test_two_speakers_accusations_stay_two():
    """The same charge by two officials on one day is two accusations."""
    assert len(merge([accusation("a"), accusation("b", speaker="koval")])) == 2


def test_one_article_that_tells_two_strikes_tells_of_two():
    """Two reports of one article are never joined here."""
    assert len(merge([strike("a", key="a:1"), strike("a", key="a:2")])) == 2


def test_two_sorts_of_target_in_one_town_on_one_day_are_two_strikes():
    """A school is no oil depot, whatever else agrees; "a building" may be either."""
    school, depot = strike("a", target="a school"), strike("b", target="an oil depot")
    assert len(merge([school, depot])) == 2
    assert len(merge([school, strike("c", target="a large building")])) == 1


def test_a_toll_that_grew_is_one_strike_where_the_target_is_the_same():
    """Fourteen dead in the first report and 17 in the next, of one market in one month: the event shows both."""
    month = {"first": DAY.replace(day=1), "last": DAY.replace(day=31)}
    first, later = strike("a", killed=14, target="a market"), strike("b", killed=17, target="the market", **month)
    (event,) = merge([first, later])
    assert [(d.field, d.relation) for d in event.disagreements if d.field == "killed"] == [
        ("killed", Agreement.CONFLICT)
    ]
    assert len(merge([first, strike("c", killed=40, target="the market", **month)])) == 2
