"""What a denial does to the event that it denies."""

from datetime import date

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
