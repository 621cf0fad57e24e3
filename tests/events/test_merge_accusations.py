"""Accusations of several reports are one where one side makes one charge, and only there."""

from dataclasses import replace

from tests.events.reports import (
    WEEK,
    accusation,
    members,
)
from timeline.events.merge import merge


def test_two_speakers_accusations_stay_two():
    """The same charge by two officials on one day is two accusations."""
    assert len(merge([accusation("a"), accusation("b", speaker="koval")])) == 2


def test_one_speakers_charges_on_days_that_only_nest_are_one_where_the_charge_is():
    """Theft that week and jamming on one of its days are two charges of one minister."""
    one = accusation("a")
    assert len(merge([one, accusation("b", **WEEK)])) == 1
    assert len(merge([one, accusation("b", claim="jamming the navigation of airliners", **WEEK)])) == 2
    assert len(merge([one, accusation("b", claim="lying about what was taken away")])) == 1


def test_other_charges_on_one_day_by_one_state_stay_apart():
    """Kyiv's charge of theft and its charge of jamming are two; a spokesman's words and his state's are one."""
    kyiv = {"name": "Kyiv"}
    one, other = accusation("a", **kyiv), accusation("b", claim="jamming the navigation of airliners", **kyiv)
    assert len(merge([one, other])) == 2
    assert len(merge([one, accusation("c", claim="the theft of grain")])) == 1


def test_charges_of_two_outlawed_means_are_two():
    """Near one temple, one day: toxic smoke is not cluster munitions; chlorine may be the gas of another report."""
    smoke = accusation("a", claim="using toxic smoke near the temple")
    assert len(merge([smoke, accusation("b", claim="using cluster munitions near the temple")])) == 2
    assert len(merge([smoke, accusation("b", claim="firing chlorine shells near the temple")])) == 1


def test_two_offices_of_one_state_are_two_accusers():
    """What the defence minister said, nobody named, is not what the named ambassador to the UN said that day."""
    unnamed = accusation("a", speaker="", name="Ukraine's defence minister")
    one = accusation("b", speaker="koval")
    envoy, minister = (
        replace(one, actor=replace(one.actor, office=office)) for office in ("UN ambassador", "defense minister")
    )
    assert len(merge([unnamed, envoy])) == 2
    assert len(merge([unnamed, minister])) == 1


def test_a_body_of_no_known_state_is_one_by_its_own_name():
    """Two papers' "Harbour Watch" that day is one body; "the ministry" of two papers may be two states'."""
    watch = {"name": "Harbour Watch", "country": None, "speaker": ""}
    assert len(merge([accusation("a", **watch), accusation("b", **watch)])) == 1
    assert len(merge([accusation("a", **watch), accusation("b", claim="jamming airliners", **watch)])) == 2
    ministry = watch | {"name": "the Foreign Ministry"}
    assert len(merge([accusation("a", **ministry), accusation("b", **ministry)])) == 2


def test_a_person_of_no_known_state_accuses_for_none():
    """Another state's minister may bring the same charge; "the ministry" is the one that is named elsewhere."""
    assert len(merge([accusation("a", name="Kyiv"), accusation("b", speaker="ocampo", country=None)])) == 2
    assert len(merge([accusation("a", name="Kyiv"), accusation("b", name="the ministry", country=None)])) == 1


def test_who_accuses_without_a_name_is_neither_of_two_whom_others_name():
    """The minister of one paper may be either of two who brought the charge that day: his words stay apart."""
    named = [accusation("a"), accusation("b", speaker="koval")]
    unnamed = accusation("c", name="Ukraine's foreign minister")
    assert len(merge([*named, unnamed])) == 3
    assert len(merge([named[0], unnamed])) == 1


def test_of_two_whom_others_name_the_holder_of_the_office_is_meant():
    """Words of "Ukraine's defence minister" are those of the named one, not of a colleague whose office nobody told."""
    unnamed = accusation("a", speaker="", name="Ukraine's defence minister")
    koval, other = accusation("b", speaker="koval"), accusation("c")
    minister = replace(koval, actor=replace(koval.actor, office="defense minister"))
    assert members(merge([unnamed, minister, other])) == {
        frozenset({unnamed.key, minister.key}),
        frozenset({other.key}),
    }


def test_a_number_is_no_shared_charge():
    """Three jets and three fires are two accusations, whoever else brought one of them without a name."""
    jets = accusation("a", claim="violating the airspace with three jets")
    fires = accusation("b", speaker="", country=None, claim="lighting three fires at depots")
    assert len(merge([jets, fires])) == 2
