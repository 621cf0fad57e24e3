"""When an article was published: every date that anything says, each with its source, and the one to propose.

A proposal is made only where those who speak agree. Nothing is proposed where nobody speaks, where two contradict each
other, where a numeric date has two readings, or where only the file's own age is known: then the article's date is not
known until somebody who knows gives it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from timeline.article import Sentence, Zone
from timeline.messages import Message, later
from timeline.reading.articles import published
from timeline.reading.dates import read_dates
from timeline.reading.files.contents import MARKUP, Contents
from timeline.reading.problems import RowError, either
from timeline.when import Basis, TimexType, When

OLDEST = date(1900, 1, 1)  # events before it are not drawn, and a page that says so means something else
_UNSET = frozenset(
    {date(1970, 1, 1), date(1980, 1, 1), date(1601, 1, 1), date(1904, 1, 1)}
)  # clocks that were never set
_LONGEST_QUOTE = 120  # characters of a date line that are quoted as the source of a date
_OPENING = 1_500  # characters; a date line further down belongs to another story
_IN_PATH = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2]|(?<=[/_-])[1-9])(?:\2(0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9]))?(?!\d)"
)
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]([12]\d{3})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UPDATED = re.compile(r"\(?(?:last\s)?(?:updated|modified|changed)\b", re.IGNORECASE)


class Source(StrEnum):
    """Who says when an article was published."""

    GIVEN = later("given")  # beside the article, by whoever collected it
    METADATA = later("metadata")
    ADDRESS = later("URL")
    STATED = later("stated")
    FILE = later("file")  # its age or name: not a publication
    CHANGED = later("changed")  # a later change: not a publication
    YOURS = later("yours")


_BASES = {  # what a file calls a date, before the name that stands in it
    "metadata": later("metadata: {name}"),
    "changed": later("changed: {name}"),
    "file made": later("file made"),
    "file changed": later("file changed"),
}
_SPEAKS = frozenset({Source.GIVEN, Source.METADATA, Source.ADDRESS, Source.STATED})


@dataclass(frozen=True, slots=True)
class Dating:
    """One date that the article may have been published on. ``when.rule`` says in words who says so."""

    when: When
    source: Source

    @property
    def speaks(self) -> bool:
        """Whether it is a statement about the publication, and not only about a file or a later change."""
        return self.source in _SPEAKS


@dataclass(frozen=True, slots=True)
class Proposal:
    """The publication date to propose, ``None`` for none; ``doubt`` says why somebody should be asked, "" if not."""

    when: When | None
    doubt: str


def candidates(contents: Contents, name: str, sentences: Sequence[Sentence]) -> tuple[Dating, ...]:
    """Every date that the file, its address, its text and its name give, each once, the plainest first."""
    found = [*_metadata(contents.dates), *_in_path(contents.url, Source.ADDRESS, Message(Source.ADDRESS.value))]
    found += _stated(contents.text, sentences)
    found += _in_path(name, Source.FILE, Message(later("file name")))
    ordered = sorted(found, key=lambda dating: not dating.speaks)
    known: dict[tuple[object, ...], Dating] = {}
    for dating in ordered:
        known.setdefault((dating.when.first, dating.when.last, dating.when.alternatives, dating.when.rule), dating)
    return tuple(known.values())


def propose(datings: Iterable[Dating], today: date | None = None, hint: str = "") -> Proposal:
    """The day, or else the shortest interval, that all who speak can mean. ``today`` rules out days that are to come.

    ``hint`` is a date without a year that the page gives ("Oct. 4"), told where nothing better is known.
    """
    datings = tuple(datings)
    given = next((dating.when for dating in datings if dating.source is Source.GIVEN), None)
    if given:
        return Proposal(given, "")
    speaking = [dating for dating in datings if dating.speaks]
    if not speaking:
        without = later("it says “{hint}” without a year") if hint else later("no date of publication was found")
        if not datings:
            return Proposal(None, Message(without, hint=hint))
        none = later("{why}; a file's own date or a later change is none")
        return Proposal(None, Message(none, why=Message(without, hint=hint)))
    possible = [dating for dating in speaking if not _doubtful(dating.when, today)]
    if not possible:
        alone = speaking[0].when
        return Proposal(None, Message(_doubtful(alone, today), days=_words(alone)))
    common = _common(dating.when for dating in possible)
    if not common:
        told = _listed(_distinct(possible))
        return Proposal(None, Message(later("dates contradict each other: {dates}"), dates=told))
    narrowest = min((dating.when for dating in possible), key=lambda when: when.days or 0)
    if len(common) > 1:
        return Proposal(None, Message(later("“{words}” can be read in two ways"), words=narrowest.said))
    ((first, last),) = common
    agreed = next(
        (dating.when for dating in possible if (dating.when.first, dating.when.last) == (first, last)), narrowest
    )
    return Proposal(When(first, last, Basis.STATED, agreed.said, agreed.rule, clock=agreed.clock), "")


def _readings(when: When) -> list[tuple[date, date]]:
    return [(first, last) for first, last in ((when.first, when.last), *when.alternatives) if first and last]


def _common(whens: Iterable[When]) -> set[tuple[date, date]]:
    """The intervals that every date allows, in one of its readings."""
    common = {(date.min, date.max)}
    for when in whens:
        met = ((max(a, first), min(b, last)) for a, b in common for first, last in _readings(when))
        common = {(first, last) for first, last in met if first <= last}
    return common


def _words(when: When) -> str:
    return either([_days(first, last) for first, last in ((when.first, when.last), *when.alternatives)])


def _days(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else Message(later("{first} to {last}"), first=f"{first}", last=f"{last}")


def _listed(datings: Sequence[Dating]) -> Message:
    """``2025-10-04 (metadata), 2025-10-05 (URL)``."""
    *others, last = datings
    told = Message("{days} ({source})", days=_words(last.when), source=Message(last.source.value))
    return Message("{others}, {told}", others=_listed(others), told=told) if others else told


def _distinct(datings: Sequence[Dating]) -> list[Dating]:
    return list({(dating.when.first, dating.when.last): dating for dating in reversed(datings)}.values())[::-1]


def _doubtful(when: When, today: date | None) -> str:
    """Why a date can be no publication's, "" when it can."""
    if today and all(first > today + timedelta(days=1) for first, _ in _readings(when)):
        return later("its only date, {days}, is still to come")  # a day more: it may be tomorrow where the outlet is
    too_old = all(last < OLDEST for _, last in _readings(when))
    return later("its only date, {days}, is too old to be true") if too_old else ""


def _metadata(dates: Iterable[tuple[str, str]]) -> Iterator[Dating]:
    for value, basis in dates:
        when = _day(value, _rule(basis))
        if when is not None and when.first not in _UNSET:
            yield Dating(when, _source(basis))


def _rule(basis: str) -> Message:
    """What the file calls a date, as a message: "changed: metadata: og:updated_time"."""
    kind, _colon, name = basis.partition(": ")
    if kind not in _BASES:
        return Message("{basis}", basis=basis)
    own = Message(name) if name == MARKUP else _rule(name) if name.startswith("metadata: ") else name
    return Message(_BASES[kind], name=own)


def _source(basis: str) -> Source:
    if basis.startswith("file"):
        return Source.FILE
    return Source.CHANGED if basis.startswith("changed") else Source.METADATA


def _day(value: str, basis: str) -> When | None:
    """The day that a value of markup begins with; of a form that has none, the day that its words give."""
    value = value.strip()[:60]
    plain = _DAY.match(value)
    for said in filter(None, (value, plain and plain.group())):
        try:
            return published(said, basis)
        except RowError:
            continue
    return next((when for when in _full_days(value, basis)), None)


def _full_days(words: str, rule: str) -> Iterator[When]:
    """Each full day that the words state. A numeric one that has two readings has the other as an alternative."""
    for mention in read_dates(words, None):
        when, said = mention.when, mention.said
        if when is not None and when.basis is Basis.STATED and when.days == 1:
            yield When(when.first, when.last, Basis.STATED, said, rule, alternatives=when.alternatives)
        elif when is None:
            readings = list(_both_ways(said))
            if readings:
                first, *others = readings
                yield When(first, first, Basis.STATED, said, rule, alternatives=tuple((day, day) for day in others))


def _both_ways(said: str) -> Iterator[date]:
    """What a numeric date means with its day first, and with its month first."""
    found = _NUMERIC.fullmatch(said)
    if found:
        one, other, year = map(int, found.groups())
        for day, month in {(one, other): None, (other, one): None}:
            if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
                yield date(year, month, day)


def _in_path(path: str, source: Source, basis: str) -> Iterator[Dating]:
    """The day or the month in an address or a file's name."""
    found = _IN_PATH.search(path)
    if found is None:
        return
    year, month, day = int(found.group(1)), int(found.group(3)), int(found.group(4) or 0)
    last = monthrange(year, month)[1]
    if day > last or (not day and not found.group(2)):
        return  # 31 February; six digits together are any number
    first = date(year, month, day or 1)
    yield Dating(When(first, first if day else date(year, month, last), Basis.STATED, found.group(), basis), source)


def _stated(text: str, sentences: Sequence[Sentence]) -> Iterator[Dating]:
    """The full days in the date lines at the head of the story."""
    for said in _date_lines(text, sentences):
        updated = bool(_UPDATED.match(said))
        source = Source.CHANGED if updated else Source.STATED
        rule = Message(later("updated: “{line}”") if updated else later("stated: “{line}”"), line=_line(said))
        for when in _full_days(said, rule):
            yield Dating(when, source)


def _line(said: str) -> str:
    """Words of a page on one line, short, and without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in said)[:_LONGEST_QUOTE].strip()


def _date_lines(text: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        if sentence.start > _OPENING:
            return
        if sentence.zone is Zone.DATELINE:
            yield text[sentence.start : sentence.end]


def yearless(text: str, sentences: Sequence[Sentence]) -> str:
    """The date without a year that the head of the story gives, in its own words; "" for none."""
    for said in _date_lines(text, sentences):
        for mention in read_dates(said, None):
            if (
                mention.when is None
                and mention.type is TimexType.DATE
                and any(letter.isdigit() for letter in mention.said)
            ):
                return mention.said
    return ""
