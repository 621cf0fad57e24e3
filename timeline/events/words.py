"""What an event is called: its title, when, where and toll, in words a reader can check against the sources.

Every line says how sure it is, in the language that is spoken (``timeline.messages``). The words of the articles come
in only as names and targets, never translated; whoever shows these lines treats them as untrusted text.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Literal

from geo import names_in
from geo.basemap import country_name
from geo.gazetteer import Gazetteer
from geo.place import Place, PlaceKind, PlaceMention
from timeline import messages
from timeline.event import Event, Kind, Party, Stance, Toll, where_prec
from timeline.messages import SOURCE, _, language, later, ngettext, number, pgettext
from timeline.when import Basis, When

TITLE_LIMIT = 110  # characters; a longer target is cut at a word
# By sub-kind: with what was hit, with where it was, alone.
STRIKES = {
    "attack": (later("Attack on {target}"), later("Attack in {place}"), later("Attack")),
    "shelling": (later("Shelling of {target}"), later("Shelling in {place}"), later("Shelling")),
    "bomb": (later("Bombing of {target}"), later("Bombing in {place}"), later("Bombing")),
    "blast": (later("Blast on {target}"), later("Blast in {place}"), later("Blast")),
    "air strike": (later("Air strike on {target}"), later("Air strike in {place}"), later("Air strike")),
    "missile": (later("Missile strike on {target}"), later("Missile strike in {place}"), later("Missile strike")),
    "rocket": (later("Rocket strike on {target}"), later("Rocket strike in {place}"), later("Rocket strike")),
    "drone": (later("Drone strike on {target}"), later("Drone strike in {place}"), later("Drone strike")),
    "naval": (
        later("Strike from the sea on {target}"),
        later("Strike from the sea in {place}"),
        later("Strike from the sea"),
    ),
}
STRIKE = (later("Strike on {target}"), later("Strike in {place}"), later("Strike"))
UNKNOWN_WHEN = later("date not known")
UNKNOWN_WHERE = later("place not known")
WHEN_PREC = {
    1: later("exact day"),
    2: later("within a few days"),
    3: later("within a week"),
    4: later("within a month"),
    5: later("no closer than this"),
}
WHERE_PREC = {
    1: later("exact place"),
    2: later("near the place"),
    3: later("district, no point known"),
    4: later("region, no point known"),
    5: later("part of a country, no point known"),
    6: later("country, no point known"),
    7: later("wide area, no point known"),
}
STANCES = {
    Stance.HEDGED: later("reported as uncertain"),
    Stance.DENIED: later("denied"),
    Stance.THREATENED: later("threatened"),
}
QUALIFIED = {  # by the word that loosens a name
    "near": later("near {place}"),
    "nearby": later("nearby {place}"),
    "outside": later("outside {place}"),
    "wider": later("in the wider area of {place}"),
    "opposite": later("opposite {place}"),
    "off": later("off {place}"),
    "around": later("around {place}"),
    "beyond": later("beyond {place}"),
    "toward": later("toward {place}"),
    "north": later("northern {place}"),
    "south": later("southern {place}"),
    "east": later("eastern {place}"),
    "west": later("western {place}"),
    "central": later("central {place}"),
    "northeast": later("northeastern {place}"),
    "northwest": later("northwestern {place}"),
    "southeast": later("southeastern {place}"),
    "southwest": later("southwestern {place}"),
    "upper": later("upper {place}"),
    "lower": later("lower {place}"),
    "downtown": later("downtown {place}"),
    "greater": later("greater {place}"),
    "inner": later("inner {place}"),
    "outer": later("outer {place}"),
    "mid": later("mid {place}"),
    "upstate": later("upstate {place}"),
    "far": later("far {place}"),
}
COUNTED: dict[str, Callable[[int], str]] = {
    "event": lambda n: ngettext("{count} event", "{count} events", n),
    "strike": lambda n: ngettext("{count} strike", "{count} strikes", n),
    "accusation": lambda n: ngettext("{count} accusation", "{count} accusations", n),
    "article": lambda n: ngettext("{count} article", "{count} articles", n),
    "outlet": lambda n: ngettext("{count} outlet", "{count} outlets", n),
    "original": lambda n: ngettext("{count} original", "{count} originals", n),
    "copy": lambda n: ngettext("{count} copy", "{count} copies", n),
    "file": lambda n: ngettext("{count} file", "{count} files", n),
    "word": lambda n: ngettext("{count} word", "{count} words", n),
}
FIELDS: dict[str, Callable[[], str]] = {  # of an event, on which sources may differ
    "when": lambda: pgettext("field", "when"),
    "where": lambda: pgettext("field", "where"),
    "who": lambda: pgettext("field", "who"),
    "target": lambda: pgettext("field", "target"),
    "killed": lambda: pgettext("field", "killed"),
    "injured": lambda: pgettext("field", "injured"),
    "stance": lambda: pgettext("field", "stance"),
}


def title(event: Event) -> str:
    """What happened, in one line: "Missile strike on ...", "Zelensky accuses China"."""
    return _accusation(event) if event.kind == Kind.ACCUSATION else _strike(event)


def _accusation(event: Event) -> str:
    accuser, accused = party(event.actor), party(event.recipient)
    if accuser and accused:
        said = _("{accuser} accuses {accused}")
    elif accuser:
        said = _("{accuser} accuses someone")
    else:
        said = _("Someone accuses {accused}") if accused else _("Someone accuses someone")
    return cut(said.format(accuser=accuser[:1].upper() + accuser[1:], accused=accused))


def _strike(event: Event) -> str:
    on, at, alone = STRIKES.get(event.sub_kind, STRIKE)
    if event.target:
        return cut(_(on).format(target=event.target))
    if event.where and event.where.place:
        return cut(_(at).format(place=place_name(event.where.place)))
    return _(alone)


def claim(event: Event) -> str:
    """What is alleged, in the words of one article; "" for a strike, whose title names its target."""
    return cut(event.target) if event.kind == Kind.ACCUSATION else ""


def party(found: Party | None) -> str:
    """Who it is, as the article says; a country by its name in the language. "" where it is not known."""
    if found is None or not found.country or language() == SOURCE:
        return found.name if found else ""
    bearers = Gazetteer.open().lookup(found.name.removeprefix("the ").removeprefix("The "))
    alone = any(place.kind is PlaceKind.COUNTRY and place.country == found.country for place in bearers)
    return country(found.country) if alone else found.name


def country(code: str) -> str:
    """The country's name by its ISO 3166-1 alpha-2 code; the map's own where CLDR has none."""
    name = names_in.country(code, language())
    return name if name != code else country_name(code)


def region(place: Place) -> str:
    """The name of the first-order region that the place is or lies in, "" for none."""
    return names_in.region(place, language())


def place_name(place: Place) -> str:
    """What the place is called: a country and a region in the language, a town as the gazetteer spells it."""
    if place.kind is PlaceKind.COUNTRY and place.country:
        return country(place.country)
    return region(place) if place.kind is PlaceKind.REGION and place.region else place.name


def cut(words: str) -> str:
    """At most ``TITLE_LIMIT`` characters, cut at a word, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= TITLE_LIMIT else words[:TITLE_LIMIT].rsplit(" ", 1)[0] + " …"


def day(when: date) -> str:
    """``21 August 2025``."""
    return _plainly_spaced(messages.day(when))


def month(when: date) -> str:
    """``August 2025``."""
    return _plainly_spaced(messages.month(when))


def short(when: date, parts: Literal["yMMMd", "MMMd", "yMMM", "MMM"]) -> str:
    """``21 Aug 2025``, ``21 Aug``, ``Aug 2025`` or ``Aug``, by the parts that CLDR is asked for."""
    return _plainly_spaced(messages.short(when, parts))


def days(when: When | None) -> str:
    """The interval in words: a day, a month, a year, "between ... and ...", "since ...", "until ...".

    "Between" is said of days that are not known exactly; the phrase that was read stands in the card.
    """
    if when is None:
        return _(UNKNOWN_WHEN)
    if when.first is None or when.last is None:
        said = _("since {day}") if when.first else _("until {day}")
        return said.format(day=day(when.first or when.last or date.min))
    return _whole(when.first, when.last) or _plainly_spaced(messages.days(when.first, when.last))


def _whole(first: date, last: date) -> str:
    """``August 2025`` or ``2025`` where the interval is just that, else ""."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
        return ""
    if first.month == last.month:
        return month(first)
    return _("{year}").format(year=first.year) if (first.month, last.month) == (1, 12) else ""


def _plainly_spaced(words: str) -> str:
    """CLDR's narrow spaces as wide ones, which every font has and every search finds; unbroken where they were."""
    return words.replace("\u2009", " ").replace("\u202f", "\u00a0")


def when(found: When | None) -> str:
    """The interval and how exact it is; a date that is only the publication's says so."""
    if found is None:
        return _(UNKNOWN_WHEN)
    if found.basis == Basis.PUBLISHED:
        return _("{days} (publication date; the text gives none)").format(days=days(found))
    return _("{days}, {how_exact}").format(days=days(found), how_exact=_(WHEN_PREC[found.prec]))


def where(mention: PlaceMention | None) -> str:
    """The place, its region and country, and how exact it is."""
    if mention is None or mention.place is None:
        return _(UNKNOWN_WHERE)
    place = mention.place
    within = region(place) if place.kind is not PlaceKind.REGION else ""
    land = country(place.country) if place.country and place.kind is not PlaceKind.COUNTRY else ""
    name = ", ".join(dict.fromkeys(part for part in (place_name(place), within, land) if part))
    told = _qualified(mention.qualifier, name)
    return _("{place} · {how_exact}").format(place=told, how_exact=_how_exact(mention, place))


def _qualified(qualifier: str, name: str) -> str:
    """The name with the word that loosens it: "near Kharkiv, Ukraine", "western Sudan"."""
    word = qualifier.replace("-", "").removesuffix("s")
    said = QUALIFIED.get(word) or QUALIFIED.get(word.removesuffix("ern"))
    return _(said).format(place=name) if said else f"{qualifier} {name}".strip()


def _how_exact(mention: PlaceMention, place: Place) -> str:
    """Say how exact the place is; a town is known as a town, to the distance that its name reaches."""
    prec = where_prec(mention)
    if prec == 1 and place.kind == PlaceKind.CITY:
        return _("in the town, to about {km} km").format(km=number(max(1, round(place.radius_km))))
    return _(WHERE_PREC[prec])


def stance(found: Stance) -> str:
    """How the articles stand behind it; "" for what they assert."""
    return _(STANCES[found]) if found in STANCES else ""


def field(name: str) -> str:
    """What a field of a ``Disagreement`` is called."""
    return FIELDS[name]()


def toll(event: Event) -> str:
    """``1 killed, 15 injured``; "" when no toll is stated, which is not the same as none."""
    parts = [_killed(event.killed), _injured(event.injured)]
    return ", ".join(part for part in parts if part)


def _killed(found: Toll | None) -> str:
    if found is None:
        return ""
    said = _count(found)
    return _("{number} killed").format(number=said) if said else _("some killed")


def _injured(found: Toll | None) -> str:
    if found is None:
        return ""
    said = _count(found)
    return _("{number} injured").format(number=said) if said else _("some injured")


def _count(found: Toll) -> str:
    """The number as far as it is known: ``3``, ``10–12``, ``at least 3``; "" for none."""
    if found.low is not None and found.high is not None and found.low != found.high:
        return f"{number(found.low)}–{number(found.high)}"
    if found.best is None:
        return ""
    best = number(found.best)
    return best if found.high is not None else _("at least {number}").format(number=best)


def sources(event: Event) -> str:
    """``3 articles, 2 outlets``; with copies ``4 articles (1 original, 3 copies), 1 outlet``."""
    reports = len({report.article_id for report in event.reports})
    told = {"articles": plural(reports, "article"), "outlets": plural(event.outlets, "outlet")}
    if not event.copies:
        return _("{articles}, {outlets}").format(**told)
    own = originals(reports - event.copies, event.copies)
    return _("{articles} ({originals}), {outlets}").format(originals=own, **told)


def originals(own: int, copies: int) -> str:
    """``1 original, 3 copies``."""
    return _("{originals}, {copies}").format(originals=plural(own, "original"), copies=plural(copies, "copy"))


def plural(count: int, noun: str) -> str:
    """``1 event``, ``2 events``, ``5,000 events``; the ``noun`` is one of ``COUNTED``."""
    return COUNTED[noun](count)
