"""Where an accusation was spoken, where it names no place of what is alleged: the country, or the place of filing.

A government speaks at home: in its country, and where the accusation does not name that, in the place from which it
was sent, if that is its own. Of whoever is no state, only the place of filing is told. Where the charge names a place
that is not known, no town stands in for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Party
from timeline.reading.extract.party.groups import is_group
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere

_STANDS = frozenset({Cue.AT, Cue.SUBJECT, Cue.CONTAINER, Cue.NONE})


def where_spoken(lines: Sequence[Line], drafts: Sequence[Draft]) -> PlaceMention | None:
    """Find the mention of the place where the accuser spoke, as far as told; ``None`` for an armed group."""
    accuser = next((d.actor for d in drafts if d.actor and d.actor.country), drafts[0].actor)
    if accuser is None or is_group(accuser):
        return None
    filed = () if any(elsewhere(d.part, d.act) for d in drafts) else _filed_there(lines, accuser)
    return next(_its_country(lines, drafts, accuser), None) or next(iter(filed), None)


def _filed_there(lines: Sequence[Line], accuser: Party) -> Iterator[PlaceMention]:
    for line in lines:
        if line.zone is Zone.DATELINE:
            yield from (p for p in line.places if p.place and accuser.country in (None, p.place.country))


def _its_country(lines: Sequence[Line], drafts: Sequence[Draft], accuser: Party) -> Iterator[PlaceMention]:
    """Yield the names of the accuser's country: in the charge, where he is named, else where something is done."""
    own = [d.line for d in drafts]
    told = [ln for ln in lines if ln.zone in REPORTING_ZONES]
    naming = (ln for ln in told if accuser.name in ln.text)
    yield from countries_named((*own, *naming), {accuser.country})
    yield from (p for p in countries_named(told, {accuser.country}) if p.cue in _STANDS)


def countries_named(lines: Iterable[Line], countries: Collection[str | None]) -> Iterator[PlaceMention]:
    """Yield the mentions by which lines name one of these countries."""
    for line in lines:
        for mention in line.places:
            place = mention.place
            if place and place.country and place.country in countries and place.kind is PlaceKind.COUNTRY:
                yield mention
