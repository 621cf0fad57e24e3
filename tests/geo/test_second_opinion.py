"""The measurement of a language model beside us listens to it as it says, whichever model it is."""

from __future__ import annotations

from geo.gazetteer import Gazetteer
from geo.resolve import read_places
from tests.bench.language_model import Entity
from tests.bench.second_opinion import figures, ways

GAZETTEER = Gazetteer.open()
TEXT = "Mariupol fell. The Soledar's mine and the Qwxyz Hills were shelled; he was seen in Kharkiv."


def said(words: str, label: str) -> Entity:
    """What a model would say of these words of the text."""
    start = TEXT.index(words)
    return Entity(start, start + len(words), label)


def heard(*entities: Entity) -> dict[str, set[str]]:
    """The words that each way of listening calls places."""
    mentions = [mention for mention in read_places(TEXT, GAZETTEER) if mention.said in ("Mariupol", "Kharkiv")]
    found = ways(TEXT, mentions, entities, GAZETTEER)
    return {way: {TEXT[start:end] for start, end in spans} for way, spans in found.items()}


def test_a_silent_model_changes_nothing() -> None:
    """Where it names nothing, every way but its own is ours."""
    found = heard()
    assert found.pop("model") == set()
    assert all(words == {"Mariupol", "Kharkiv"} for words in found.values())


def test_a_veto_yields_to_a_preposition() -> None:
    """A person's name is dropped, but not where the text says "in" before it."""
    found = heard(said("Mariupol", "PERSON"), said("Kharkiv", "PERSON"))
    assert (found["less_persons"], found["less_organisations"]) == ({"Kharkiv"}, {"Mariupol", "Kharkiv"})


def test_what_it_adds_is_bare_and_may_have_to_be_known() -> None:
    """Articles and possessives are left out; an unknown name counts only where all count."""
    found = heard(said("The Soledar's", "GPE"), said("the Qwxyz Hills", "LOC"), said("Kharkiv", "GPE"))
    assert found["model"] == {"Soledar", "Qwxyz Hills", "Kharkiv"}
    assert found["with_known"] - found["ours"] == {"Soledar"}
    assert found["with_all"] - found["ours"] == {"Soledar", "Qwxyz Hills"}


def test_figures_of_a_stand_in() -> None:
    """A model that finds the one gold name scores a hundred, in every part."""
    text = "Shells fell on Soledar."
    document = {"id": "a", "text": text, "places": [{"start": 15, "end": 22}]}
    found = figures([document], lambda said: [Entity(15, 22, "GPE")], 1.0)
    assert found["strict_f1"]["model"] == {"all": 100.0, "frozen": 100.0, "others": 0.0}
