"""Reports made by hand and by hypothesis, for tests of what merging does with them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from geo.place import Cue, Place, PlaceKind, PlaceMention
from timeline.event import Kind, Party, Report, Role, RolePlace, Span, Specificity, Stance, Toll
from timeline.when import Basis, When

ODESA = Place(698740, "Odesa", PlaceKind.CITY, "UA", "Odesa Oblast", "UA.17", 46.48, 30.73, 10.0, 1_015_826)
ODESA_OBLAST = Place(698738, "Odesa Oblast", PlaceKind.REGION, "UA", "Odesa Oblast", "UA.17", 46.75, 29.83, 150.0)
SUMY = Place(692194, "Sumy", PlaceKind.CITY, "UA", "Sumy Oblast", "UA.21", 50.92, 34.80, 8.0, 294_456)
TAIROVE = Place(0, "Tairove", PlaceKind.CITY, "UA", "Odesa Oblast", "UA.17", 46.36, 30.65, 3.0)  # 15 km from Odesa
UKRAINE = Place(690791, "Ukraine", PlaceKind.COUNTRY, "UA", None, None, 49.0, 32.0, 500.0)
PLACES = (ODESA, ODESA_OBLAST, SUMY, TAIROVE, UKRAINE)
DAY = date(2025, 3, 10)
WEEK = {"first": DAY, "last": DAY + timedelta(days=6)}


def mention(place: Place) -> PlaceMention:
    """A mention of the place in no text at all."""
    return PlaceMention(0, len(place.name), place.name, place, (), Cue.AT, "", "")


def strike(
    article: str,
    *,
    place: Place | None = ODESA,
    first: date | None = DAY,
    last: date | None = None,
    killed: int | None = None,
    target: str = "a grain terminal",
    sub_kind: str = "missile",
    actor: str | None = "RU",
    key: str = "",
    injured: int | None = None,
    clock: str | None = None,
    published: date | None = None,
) -> Report:
    """A strike as one article reports it; by default a missile on a grain terminal in Odesa on 10 March 2025."""
    return Report(
        key=key or f"{article}:strike:1",
        article_id=article,
        outlet=f"Outlet {article}",
        kind=Kind.STRIKE,
        sub_kind=sub_kind,
        when=When(first, last or first, Basis.RELATIVE, "on Monday", clock=clock) if first else None,
        when_mention=None,
        places=(RolePlace(mention(place), Role.EVENT),) if place else (),
        actor=Party(actor, actor) if actor else None,
        recipient=None,
        target=target,
        killed=Toll(killed, killed, killed, f"{killed} killed") if killed is not None else None,
        injured=Toll(injured, injured, injured, f"{injured} injured") if injured is not None else None,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        evidence=(Span(0, 10),),
        published=When(published, published, Basis.STATED) if published else None,
    )


def accusation(
    article: str,
    *,
    speaker: str = "petrenko",
    first: date = DAY,
    last: date | None = None,
    name: str = "",
    country: str | None = "UA",
    claim: str = "stealing grain",
) -> Report:
    """A Ukrainian official's accusation of Russia as one article reports it; ``name`` is a body's, with no speaker."""
    return Report(
        key=f"{article}:accusation:{name or speaker}",
        article_id=article,
        outlet=f"Outlet {article}",
        kind=Kind.ACCUSATION,
        sub_kind="accused",
        when=When(first, last or first, Basis.RELATIVE, "on Monday"),
        when_mention=None,
        places=(),
        actor=Party(name or speaker.title(), country, "" if name else speaker),
        recipient=Party("Russia", "RU"),
        target=claim,
        killed=None,
        injured=None,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        evidence=(Span(0, 10),),
    )


@st.composite
def some_reports(draw: st.DrawFn) -> list[Report]:
    """Up to fourteen reports of strikes and accusations that often look alike."""
    made: list[Report] = []
    for number in range(draw(st.integers(0, 14))):
        first = DAY + timedelta(days=draw(st.integers(0, 3)))
        last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 20])))
        if draw(st.booleans()):
            made.append(
                strike(
                    f"a{number}",
                    place=draw(st.sampled_from([*PLACES, None])),
                    first=first,
                    last=last,
                    killed=draw(st.sampled_from([None, 0, 3, 5])),
                    target=draw(st.sampled_from(["a grain terminal", "the port", "a school", ""])),
                    sub_kind=draw(st.sampled_from(["missile", "drone", "attack"])),
                    injured=draw(st.sampled_from([None, 9])),
                    published=draw(st.sampled_from([None, DAY + timedelta(days=3), DAY + timedelta(days=9)])),
                )
            )
        else:
            name, country = draw(st.sampled_from(["", "", "the army"])), draw(st.sampled_from(["UA", None]))
            speaker = draw(st.sampled_from(["petrenko", "koval"]))
            made.append(accusation(f"a{number}", speaker=speaker, first=first, last=last, name=name, country=country))
    return made


def members(events):
    """The keys of the reports of each event, without order."""
    return {frozenset(report.key for report in event.reports) for event in events}
