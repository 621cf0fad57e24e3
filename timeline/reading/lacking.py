"""Names of places that the gazetteer lacks, for whoever allows them to be asked for elsewhere.

Only of strikes of which the text tells a country or region and nothing closer: an answer has to lie within it. Only the
names go out, never a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from geo.place import Cue, Place, PlaceKind, PlaceMention, distance_km
from timeline.event import Kind, Report, Role, RolePlace, Span
from timeline.messages import later
from timeline.reading.read import Reading
from timeline.when import TimeMention

Ask = Callable[[str], Sequence[Place]]  # raises geo.place.GeocoderUnavailable

MOST_NAMES = 10  # of one article: at a request a second nobody waits longer
WHY = later("the only place of this name that Nominatim knows")
_EXACT = frozenset({PlaceKind.CITY, PlaceKind.SITE})
_NAMED = re.compile(  # "in Novozzyvka", "the village of Stara Krynka"
    r"\b(?:(?:in|at|near|outside)\s{1,3}(?:the\s{1,3}(?:village|town|city|settlement|hamlet)\s{1,3}of\s{1,3})?"
    r"|(?:village|town|city|settlement|hamlet)\s{1,3}of\s{1,3})"
    r"(?P<name>[^\W\d_][\w’'-]{2,40}(?:\s[^\W\d_][\w’'-]{2,40}){0,2})"
)


def placed(reading: Reading, ask: Ask) -> Reading:
    """The reading with those strikes placed for whose name ``ask`` knows just one place that fits what is said beside
    it. Raises what ``ask`` raises.
    """
    answers: dict[str, Sequence[Place]] = {}
    reports = []
    for report in reading.reports:
        for mention in _lacking(report, reading):
            if mention.said not in answers and len(answers) < MOST_NAMES:
                answers[mention.said] = ask(mention.said)
            found = [place for place in answers.get(mention.said, ()) if report.place and _fits(place, report.place)]
            if len(found) == 1:
                report = _at(report, replace(mention, place=found[0], why=WHY))
                break
        reports.append(report)
    return replace(reading, reports=tuple(reports))


def _lacking(report: Report, reading: Reading) -> Iterator[PlaceMention]:
    """Names in the report's sentences that stand where a place does and were read as nothing."""
    if report.kind is not Kind.STRIKE or report.place is None or report.place.kind in _EXACT:
        return
    known: list[TimeMention | PlaceMention] = [*reading.times, *reading.places]
    for span in report.evidence:
        for start, end in _names(reading.article.text, span):
            if not any(start < one.end and one.start < end for one in known):
                yield PlaceMention(start, end, reading.article.text[start:end], None, (), Cue.AT, "", "")


def _names(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where names stand after a word of place: as many words in a row as have a capital."""
    for found in _NAMED.finditer(text, span.start, span.end):
        words = found["name"].split()
        own = next((n for n, word in enumerate(words) if not word[0].isupper()), len(words))
        name = " ".join(words[:own]).removesuffix("'s").removesuffix("’s")
        if name:
            yield found.start("name"), found.start("name") + len(name)


def _fits(place: Place, around: Place) -> bool:
    """Whether a town or site lies within what the text already tells."""
    if place.kind not in _EXACT or around.country != place.country:
        return False
    return around.kind is PlaceKind.COUNTRY or distance_km(place, around) <= around.radius_km


def _at(report: Report, mention: PlaceMention) -> Report:
    """The report at that place; what it named before contains it."""
    around = [replace(one, role=Role.CONTAINER) if one.role is Role.EVENT else one for one in report.places]
    return replace(report, places=(RolePlace(mention, Role.EVENT), *around))
