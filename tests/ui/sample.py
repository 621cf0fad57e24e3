"""A library made by hand for the page's tests: the sentences are ours, the spans are found in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from geo.place import Cue, Place, PlaceKind, PlaceMention
from timeline.article import Article, Rejected, Sentence, Zone
from timeline.event import (
    Agreement,
    Disagreement,
    Event,
    Kind,
    Party,
    Report,
    Role,
    RolePlace,
    Span,
    Specificity,
    Stance,
    Toll,
)
from timeline.events.library import Library
from timeline.reading.read import Reading
from timeline.when import Anchor, AnchorKind, Basis, TimeMention, TimexType, When

MUKACHEVO = Place(700646, "Mukachevo", PlaceKind.CITY, "UA", "Zakarpattia", "UA.25", 48.44, 22.72, 5.0, 85_000)
KHARKIV = Place(706483, "Kharkiv", PlaceKind.CITY, "UA", "Kharkiv Oblast", "UA.07", 49.98, 36.25, 14.0, 1_430_000)
UKRAINE = Place(690791, "Ukraine", PlaceKind.COUNTRY, "UA", None, None, 49.0, 32.0, 500.0)
SUMY_OBLAST = Place(692196, "Sumy Oblast", PlaceKind.REGION, "UA", "Sumy Oblast", "UA.21", 51.0, 34.0, 120.0)

UA_SERVICE = Party("Ukraine's intelligence service", "UA")
ZELENSKY = Party("Zelensky", "UA", "zelensky")
CHINA = Party("China", "CN")
RUSSIA = Party("Russia", "RU")


@dataclass(frozen=True, slots=True)
class Told:
    """One event as some articles tell it: the sentence, with the date words and the place words in it."""

    kind: Kind
    sentence: str
    date_words: str
    first: date | None
    last: date | None
    place: Place | None = None
    place_words: str = ""
    sub_kind: str = ""
    actor: Party | None = None
    recipient: Party | None = None
    target: str = ""
    killed: Toll | None = None
    injured: Toll | None = None
    articles: tuple[str, ...] = ("a",)


OUTLETS = {"a": "The Morning Ledger", "b": "Orbit Weekly", "c": "Kyiv Wire", "d": ""}
PUBLISHED = When(date(2025, 10, 4), date(2025, 10, 31), Basis.STATED, "2025-10-04/2025-10-31", "not on the page")

TOLD = (
    Told(
        Kind.STRIKE,
        "On 21 August a missile destroyed a plant of Flex in Mukachevo and injured 15 people.",
        "On 21 August",
        date(2025, 8, 21),
        date(2025, 8, 21),
        MUKACHEVO,
        "Mukachevo",
        "missile",
        RUSSIA,
        None,
        "a plant of Flex",
        None,
        Toll(15, 15, 15, "15 people"),
        ("a", "b", "c"),
    ),
    Told(
        Kind.STRIKE,
        "A drone hit a thermal power plant in Kharkiv on Wednesday, killing one person.",
        "on Wednesday",
        date(2025, 12, 24),
        date(2025, 12, 24),
        KHARKIV,
        "Kharkiv",
        "drone",
        RUSSIA,
        None,
        "a thermal power plant",
        Toll(1, 1, 1, "one person"),
        None,
        ("d",),
    ),
    Told(
        Kind.STRIKE,
        "Gas sites across Ukraine were struck for the second night running.",
        "for the second night running",
        date(2025, 12, 23),
        date(2025, 12, 24),
        UKRAINE,
        "Ukraine",
        "",
        RUSSIA,
        None,
        "gas sites",
        None,
        None,
        ("d",),
    ),
    Told(
        Kind.ACCUSATION,
        "Ukraine's intelligence service said on Saturday that China gave Russia satellite data.",
        "on Saturday",
        date(2025, 10, 4),
        date(2025, 10, 4),
        None,
        "",
        "say",
        UA_SERVICE,
        CHINA,
        "giving Russia satellite data",
        articles=("a", "b", "c"),
    ),
    Told(
        Kind.ACCUSATION,
        "In April Zelensky accused China of supplying gunpowder.",
        "In April",
        date(2025, 4, 1),
        date(2025, 4, 30),
        None,
        "",
        "accuse",
        ZELENSKY,
        CHINA,
        "supplying gunpowder",
        articles=("b", "c"),
    ),
    Told(
        Kind.ACCUSATION,
        "Earlier this year Ivashchenko said China supplied twenty factories.",
        "Earlier this year",
        date(2025, 1, 1),
        date(2025, 10, 4),
        None,
        "",
        "say",
        Party("Ivashchenko", "UA", "ivashchenko"),
        CHINA,
        "supplying twenty factories",
        articles=("b",),
    ),
    Told(
        Kind.ACCUSATION,
        "Zelensky said on Wednesday that Chinese satellites precede strikes.",
        "on Wednesday",
        date(2025, 12, 24),
        date(2025, 12, 24),
        None,
        "",
        "say",
        ZELENSKY,
        CHINA,
        "guiding strikes",
        articles=("d",),
    ),
    Told(
        Kind.STRIKE,
        "Shells fell on a village in Sumy Oblast.",
        "",
        None,
        None,
        SUMY_OBLAST,
        "Sumy Oblast",
        "shelling",
        RUSSIA,
        None,
        "a village",
    ),
    Told(
        Kind.STRIKE,
        "On 2 November a missile hit a depot.",
        "On 2 November",
        date(2025, 11, 2),
        date(2025, 11, 2),
        None,
        "",
        "missile",
        RUSSIA,
        None,
        "a depot",
    ),
)


def library(told: tuple[Told, ...] = TOLD, rejected: tuple[Rejected, ...] = ()) -> Library:
    """A library of these events; each article holds, in order, the sentences that it tells."""
    texts = {name: "\n\n".join(t.sentence for t in told if name in t.articles) for name in OUTLETS}
    articles = {name: article(name, text) for name, text in texts.items() if text}
    events = tuple(event(n, t, articles) for n, t in enumerate(told))
    reports = [r for e in events for r in e.reports]
    readings = tuple(
        Reading(
            article=a,
            sentences=(Sentence(0, len(a.text), Zone.BODY, 0),),
            times=(),
            places=(),
            reports=tuple(r for r in reports if r.article_id == a.id),
            rejected=(),
        )
        for a in articles.values()
    )
    return Library(readings, events, (), rejected)


def article(name: str, text: str) -> Article:
    """An article whose outlet goes by its name."""
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return Article(name, digest, text, f"Article {name}", OUTLETS[name], "https://example.org/story", "en", PUBLISHED)


def event(n: int, told: Told, articles: dict[str, Article]) -> Event:
    """The event that all its articles tell in the same words."""
    reports = tuple(report(n, told, articles[name]) for name in told.articles)
    first = reports[0]
    return Event(
        id=f"event-{n}",
        kind=told.kind,
        sub_kind=told.sub_kind,
        reports=reports,
        when=first.when,
        where=first.where,
        actor=told.actor,
        recipient=told.recipient,
        target=told.target,
        killed=told.killed,
        injured=told.injured,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        disagreements=disagreements(told),
        links=(),
    )


def disagreements(told: Told) -> tuple[Disagreement, ...]:
    """Where three articles tell it, two of them say only the month."""
    if len(told.articles) < 3 or told.kind is not Kind.STRIKE:
        return ()
    return (Disagreement("when", Agreement.NESTED, (("a", "21 August"), ("b", "August"), ("c", "August"))),)


def report(n: int, told: Told, source: Article) -> Report:
    """What one article says, its spans found in its text."""
    start = source.text.index(told.sentence)
    when = None
    if told.first or told.last:
        anchor = Anchor(AnchorKind.PUBLISHED, PUBLISHED.first, PUBLISHED.last)
        when = When(told.first, told.last, Basis.RELATIVE, told.date_words, "nearest before publication", anchor)
    return Report(
        key=f"{source.id}:{n}",
        article_id=source.id,
        outlet=source.outlet,
        kind=told.kind,
        sub_kind=told.sub_kind,
        when=when,
        when_mention=dated(told, source, start, when),
        places=(RolePlace(placed(told, source, start), Role.EVENT),) if told.place else (),
        actor=told.actor,
        recipient=told.recipient,
        target=told.target,
        killed=told.killed,
        injured=told.injured,
        stance=Stance.ASSERTED,
        specificity=Specificity.EVENT,
        evidence=(Span(start, start + len(told.sentence)),),
    )


def dated(told: Told, source: Article, start: int, when: When | None) -> TimeMention | None:
    """The mention of the date words."""
    if when is None or not told.date_words:
        return None
    at = source.text.index(told.date_words, start)
    return TimeMention(at, at + len(told.date_words), told.date_words, TimexType.DATE, "", when, when.rule)


def placed(told: Told, source: Article, start: int) -> PlaceMention:
    """The mention of the place words."""
    at = source.text.index(told.place_words, start)
    why = f"the only {told.place_words} in the gazetteer"
    return PlaceMention(at, at + len(told.place_words), told.place_words, told.place, (), Cue.AT, "", why)


def many(count: int) -> Library:
    """``count`` strikes on one town, a day apart and repeating through a year."""
    one = TOLD[0]
    days = [date.fromordinal(date(2025, 1, 1).toordinal() + n % 365) for n in range(count)]
    told = tuple(
        replace(one, sentence=f"{n}: {one.sentence}", first=d, last=d, articles=("a",)) for n, d in enumerate(days)
    )
    return library(told)


def titled(*targets: str) -> Library:
    """Strikes on Kharkiv whose targets are these words, as a hostile article could have them."""
    told = tuple(replace(TOLD[1], target=t, sentence=f"A drone hit {t} in Kharkiv on Wednesday.") for t in targets)
    return library(told)


HOSTILE = (
    "@@=alert(1)",
    "@@#A.B",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "![x](http://evil.example/p.png)",
    '=HYPERLINK("http://evil.example")',
    "\u202eesrever",
    "مصنع في المدينة",
    "a very long target " * 40,
)


def printed_by(*outlets: str) -> Library:
    """One strike for each of these outlets."""
    told = library((replace(TOLD[1], articles=("d",)),) * len(outlets))
    pairs = zip(told.events, outlets, strict=True)
    events = tuple(replace(e, reports=tuple(replace(r, outlet=name) for r in e.reports)) for e, name in pairs)
    return replace(told, events=events)


def named(name: str) -> Library:
    """The libraries that the sample app can show."""
    if name == "outlets":
        return printed_by("<img src=x onerror=alert(1)>", "![x](http://evil.example/p.png)", ":red[x] **b** $x$")
    if name == "right-to-left":
        return library((replace(TOLD[3], target="إعطاء روسيا بيانات الأقمار الصناعية"),))
    if name == "hostile":
        return titled(*HOSTILE)
    if name == "empty":
        return library(())
    if name == "one":
        return library(TOLD[:1])
    if name == "rejected":
        return library(TOLD, (Rejected("broken.txt", "it is not text", "Save it as UTF-8."),))
    return many(int(name)) if name.isdigit() else library()
