"""What an event is called: its title, when, where and toll, in words a reader can check against the sources.

Every line says how sure it is. The words of the articles come in only as names and targets; whoever shows these lines
treats them as untrusted text.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from geo.basemap import country_name
from geo.place import Place, PlaceKind, PlaceMention
from timeline.event import Event, Kind, Party, Stance, Toll, where_prec
from timeline.when import Basis, When

TITLE_LIMIT = 110  # characters; a longer target is cut at a word
STRIKE_NOUNS = {
    "attack": "Attack",
    "shelling": "Shelling",
    "bomb": "Bombing",
    "blast": "Blast",
    "air strike": "Air strike",
    "naval": "Strike from the sea",
}
OF = {"shelling", "bomb"}  # "shelling of", but "attack on"
UNKNOWN_WHEN = "date not known"
UNKNOWN_WHERE = "place not known"
WHEN_PREC = {1: "exact day", 2: "within a few days", 3: "within a week", 4: "within a month", 5: "no closer than this"}
WHERE_PREC = {
    1: "exact place",
    2: "near the place",
    3: "district, no point known",
    4: "region, no point known",
    5: "part of a country, no point known",
    6: "country, no point known",
    7: "wide area, no point known",
}
STANCES = {Stance.HEDGED: "reported as uncertain", Stance.DENIED: "denied", Stance.THREATENED: "threatened"}


def title(event: Event) -> str:
    """What happened, in one line: "Missile strike on ...", "Zelensky accuses China"."""
    return _accusation(event) if event.kind == Kind.ACCUSATION else _strike(event)


def _accusation(event: Event) -> str:
    accused = event.recipient.name if event.recipient else "someone"
    return cut(f"{_party(event.actor, 'Someone')} accuses {accused}")


def _strike(event: Event) -> str:
    noun = STRIKE_NOUNS.get(event.sub_kind) or f"{event.sub_kind} strike".strip().capitalize()
    if event.target:
        return cut(f"{noun} {'of' if event.sub_kind in OF else 'on'} {event.target}")
    if event.where and event.where.place:
        return cut(f"{noun} in {event.where.place.name}")
    return noun


def claim(event: Event) -> str:
    """What is alleged, in the words of one article; "" for a strike, whose title names its target."""
    return cut(event.target) if event.kind == Kind.ACCUSATION else ""


def _party(party: Party | None, unknown: str) -> str:
    return party.name[:1].upper() + party.name[1:] if party and party.name else unknown


def cut(words: str) -> str:
    """At most ``TITLE_LIMIT`` characters, cut at a word, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= TITLE_LIMIT else words[:TITLE_LIMIT].rsplit(" ", 1)[0] + " …"


def day(when: date) -> str:
    """``21 August 2025``."""
    return f"{when.day} {when:%B} {when.year}"


def days(when: When | None) -> str:
    """The interval in words: a day, a month, a year, "between ... and ...", "since ...", "until ...".

    "Between" is said of days that are not known exactly; the phrase that was read stands in the card.
    """
    if when is None:
        return UNKNOWN_WHEN
    if when.first is None or when.last is None:
        return f"since {day(when.first)}" if when.first else f"until {day(when.last or date.min)}"
    if when.first == when.last:
        return day(when.first)
    return _whole(when.first, when.last) or _between(when.first, when.last)


def _whole(first: date, last: date) -> str:
    """``August 2025`` or ``2025`` where the interval is just that, else ""."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
        return ""
    if first.month == last.month:
        return f"{first:%B} {first.year}"
    return str(first.year) if (first.month, last.month) == (1, 12) else ""


def _between(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    start = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def when(found: When | None) -> str:
    """The interval and how exact it is; a date that is only the publication's says so."""
    if found is None:
        return UNKNOWN_WHEN
    if found.basis == Basis.PUBLISHED:
        return f"{days(found)} (publication date; the text gives none)"
    return f"{days(found)}, {WHEN_PREC[found.prec]}"


def where(mention: PlaceMention | None) -> str:
    """The place, its region and country, and how exact it is."""
    if mention is None or mention.place is None:
        return UNKNOWN_WHERE
    place = mention.place
    region = place.region if place.kind != PlaceKind.REGION else None
    country = country_name(place.country) if place.country and place.kind != PlaceKind.COUNTRY else None
    name = ", ".join(dict.fromkeys(part for part in (place.name, region, country) if part))
    return f"{mention.qualifier} {name}".strip() + f" · {_how_exact(mention, place)}"


def _how_exact(mention: PlaceMention, place: Place) -> str:
    """Say how exact the place is; a town is known as a town, to the distance that its name reaches."""
    prec = where_prec(mention)
    if prec == 1 and place.kind == PlaceKind.CITY:
        return f"in the town, to about {max(1, round(place.radius_km))} km"
    return WHERE_PREC[prec]


def toll(event: Event) -> str:
    """``1 killed, 15 injured``; "" when no toll is stated, which is not the same as none."""
    parts = [_count(event.killed, "killed"), _count(event.injured, "injured")]
    return ", ".join(part for part in parts if part)


def _count(found: Toll | None, word: str) -> str:
    if found is None:
        return ""
    if found.low is not None and found.high is not None and found.low != found.high:
        return f"{found.low}–{found.high} {word}"
    if found.best is not None:
        return f"{'' if found.high is not None else 'at least '}{found.best} {word}"
    return f"some {word}"


def sources(event: Event) -> str:
    """``3 articles, 2 outlets``; with copies ``4 articles (1 original, 3 copies), 1 outlet``."""
    reports = len({report.article_id for report in event.reports})
    copies = f" ({originals(reports - event.copies, event.copies)})" if event.copies else ""
    return f"{plural(reports, 'article')}{copies}, {plural(event.outlets, 'outlet')}"


def originals(own: int, copies: int) -> str:
    """``1 original, 3 copies``."""
    return f"{plural(own, 'original')}, {copies:,} {'copy' if copies == 1 else 'copies'}"


def plural(count: int, noun: str) -> str:
    """``1 event``, ``2 events``, ``5,000 events``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
