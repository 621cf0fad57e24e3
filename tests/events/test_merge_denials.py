"""What a denial does to the event that it denies."""

from datetime import date

import pytest

from timeline.article import Article
from timeline.event import Agreement, Kind, LinkKind
from timeline.events.library import build
from timeline.when import Basis, When

PUBLISHED = When(date(2026, 3, 11), date(2026, 3, 11), Basis.STATED)


def _read(text):
    return build([Article("a", "", text, "", "", "", "", PUBLISHED)])


def test_a_denial_is_tied_to_the_accusation_it_answers_and_is_no_event():
    """Hezbollah denies what Israel accused it of: the event says so, and the denial is kept aside."""
    library = _read("Israel accused Hezbollah of firing a rocket at Haifa on Monday. Hezbollah denied any involvement.")
    (accusation,) = [e for e in library.events if e.kind is Kind.ACCUSATION]
    (denial,) = [r for r in library.aside if r.sub_kind == "denied"]
    assert [(link.kind, link.event_id) for link in accusation.links] == [(LinkKind.DENIES, denial.key)]
    (stance,) = [d for d in accusation.disagreements if d.field == "stance"]
    assert (stance.relation, stance.values[-1]) == (Agreement.CONFLICT, ("a", "denied by Hezbollah"))


def test_a_denial_by_somebody_else_denies_nothing_here():
    """Iran's denial of another matter leaves the event as it is."""
    library = _read("Israel accused Hezbollah of firing a rocket at Haifa on Monday. Iran denied any involvement.")
    assert all(not event.links for event in library.events)


def _read_all(*texts):
    return build([Article(f"a{n}", "", text, f"Outlet {n}", "", "", "", PUBLISHED) for n, text in enumerate(texts)])


ACCUSES = "Ukraine's foreign minister Taras Melnyk accused Russia on Monday of jamming the navigation of airliners."


@pytest.mark.parametrize(
    "denial",
    [
        "Moscow on Tuesday denied jamming any airliners.",
        "Russia rejected Ukraine's accusation.",
        "Moscow called Kyiv's claim a lie.",
    ],
)
def test_a_denial_told_elsewhere_is_tied_to_the_accusation_that_it_answers(denial):
    """What is denied, or whom it answers, ties it to the one accusation that it can mean."""
    library = _read_all(ACCUSES, denial)
    (accusation,) = library.events
    assert [link.kind for link in accusation.links] == [LinkKind.DENIES]


@pytest.mark.parametrize(
    "denial",
    [
        "Moscow denied poisoning a well.",
        "Russia rejected Estonia's accusation.",
        "Iran denied jamming airliners.",
        "Moscow neither confirmed nor denied jamming airliners.",
    ],
)
def test_a_denial_of_something_else_is_tied_to_nothing(denial):
    """Another deed, another accuser, another side, or no denial at all."""
    assert not any(event.links for event in _read_all(ACCUSES, denial).events)


def test_a_denial_that_could_answer_two_accusations_is_tied_to_neither():
    """Two sides accuse Russia of the same; nobody says whom Moscow answers."""
    library = _read_all(
        ACCUSES, "Estonia accused Russia on Monday of jamming airliners.", "Moscow denied jamming airliners."
    )
    assert not any(event.links for event in library.events)


@pytest.mark.parametrize(
    "denial",
    [
        "Israel accused Hezbollah of firing a rocket at Haifa on Monday, a charge that the group denies.",
        "Israel accuses the group Hezbollah of hiding rockets in schools, which it denies.",
        "Israel accused Hezbollah of firing a rocket at Haifa. The group said the claim was ridiculous.",
        "Israel accused Hezbollah of firing a rocket at Haifa. Hezbollah said it had nothing to do with the attack.",
    ],
)
def test_a_denial_is_heard_in_many_words(denial):
    """The group denies it in a relative clause, by a judgement, or as having no part in it."""
    (accusation,) = [e for e in _read(denial).events if e.kind is Kind.ACCUSATION]
    assert [link.kind for link in accusation.links] == [LinkKind.DENIES]
