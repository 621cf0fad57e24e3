"""What somebody brings → articles waiting to be read, each with every date it may have, and the fate of every file.

Nothing is lost: a file ends as one or more articles, as a duplicate, or as refused with the reason and a remedy, and
one bad row or file costs itself alone.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from timeline.article import Article, Sentence, Zone
from timeline.messages import Message, later
from timeline.reading import publication
from timeline.reading.articles import article_of, decode, is_web_address, published, shown_name
from timeline.reading.files.bounded import Bounded
from timeline.reading.files.contents import Contents
from timeline.reading.files.formats import BOUNDED, Form, form_of
from timeline.reading.files.rows import Row, rows
from timeline.reading.limits import MAX_ARTICLES, MAX_FIELD, MAX_FILE_BYTES, MAX_UPLOAD_BYTES
from timeline.reading.problems import EncodingError, RowError, no_link, url_of
from timeline.reading.publication import Dating, Source
from timeline.reading.tongue import language_of
from timeline.reading.zones import sentences as sentences_of
from timeline.when import When

PASTED = "pasted text"


class Outcome(StrEnum):
    """What became of something that was brought."""

    READ = "read"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a file, or of a row of one: ``why`` and ``remedy`` in plain words, "" where it was read.

    Each is a ``messages.Message`` or somebody's own words.
    """

    where: str
    outcome: Outcome
    why: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article before it is read: ``article.published`` is what is proposed, ``None`` with a ``doubt`` that says why.

    ``where`` names the file and row it came from, ``file`` the file alone, both fit to be shown.
    """

    where: str
    file: str
    article: Article
    dates: tuple[Dating, ...]
    doubt: str

    def dated(self, when: When | None) -> Incoming:
        """The same with another publication date, about which there is no doubt any more."""
        return replace(self, article=replace(self.article, published=when), doubt="")


class Intake:
    """Takes files and texts one at a time. ``taken`` are ids that other articles have, ``today`` rules out later days.

    ``waiting`` are the articles, in the order in which they came; ``fates`` tells of all that did not become one, and
    ``undecoded`` holds the files among them that an encoding may open.
    """

    def __init__(self, today: date | None = None, taken: Iterable[str] = ()) -> None:
        self.waiting: list[Incoming] = []
        self.fates: list[Fate] = []
        self.undecoded: dict[str, bytes] = {}
        self._today = today
        self._taken = frozenset(taken)
        self._ids = set(self._taken)
        self._files: dict[str, str] = {}
        self._texts: dict[str, list[Incoming]] = {}
        self._listed: list[tuple[str, Contents]] = []
        self._bytes = 0

    def anew(self) -> Intake:
        """An intake of the same day, with nothing in it."""
        return Intake(self._today, self._taken)

    def add(self, name: str, data: bytes, reader: Bounded, encoding: str = "") -> None:
        """Take a file. ``encoding`` is for text without a byte order mark; "" is what the file says, else UTF-8."""
        shown = shown_name(name)
        try:
            self._weigh(data)
            digest = hashlib.sha256(data).hexdigest()
            if digest in self._files:
                same = Message(later("the same file as {file}"), file=self._files[digest])
                self._tell(shown, Outcome.DUPLICATE, same)
                return
            form = form_of(shown, data)
            found = False
            for where, read in _articles(form, data, reader, encoding):
                self._judge(Message("{file} {where}", file=shown, where=where) if where else shown, shown, read)
                found = True
            if not found:
                raise RowError(later("there is no article in it"), later("check the file"))
            self._files[digest] = shown
        except RowError as error:
            if isinstance(error, EncodingError):
                self.undecoded[shown] = data
            self.refuse(shown, error)

    def reopen(self, reader: Bounded, encoding: str) -> None:
        """Take the files that were not UTF-8 once more, in the encoding that somebody knows them to be in."""
        again, self.undecoded = self.undecoded, {}
        self.fates = [fate for fate in self.fates if fate.where not in again]
        for name, data in again.items():
            self._bytes -= len(data)
            self.add(name, data, reader, encoding)

    def paste(self, text: str, title: str = "", outlet: str = "", url: str = "") -> None:
        """Take a text that somebody pasted."""
        number = 1 + sum(item.file == PASTED for item in self.waiting)
        where = Message(later("pasted text {number}"), number=str(number))
        self._judge(where, PASTED, lambda: Contents(text, title, outlet, url))

    def finish(self) -> None:
        """Give the files that a table names what the table says of them."""
        for where, row in self._listed:
            name = shown_name(row.file)
            about = [n for n, item in enumerate(self.waiting) if item.file == name]
            try:
                if not about:
                    reason = later("there is no file “{name}” among those given")
                    raise RowError(reason, later("give it together with its table"), name=name)
                for n in about:
                    self.waiting[n] = self._as_listed(self.waiting[n], row)
            except RowError as error:
                self.refuse(where, error)
        self._listed.clear()

    def _weigh(self, data: bytes) -> None:
        if len(data) > MAX_FILE_BYTES:
            raise RowError(later("it is over {limit} bytes"), later("split it"), limit=MAX_FILE_BYTES)
        if self._bytes + len(data) > MAX_UPLOAD_BYTES:
            reason = later("all files together are over {limit} bytes")
            raise RowError(reason, later("bring the rest on its own"), limit=MAX_UPLOAD_BYTES)
        self._bytes += len(data)

    def _judge(self, where: str, file: str, read: Callable[[], Contents]) -> None:
        """Take one article, or say why not."""
        try:
            found = read()
            if found.file:
                self._listed.append((where, found))
                return
            if len(self.waiting) >= MAX_ARTICLES:
                reason, remedy = later("more than {limit} articles"), later("bring the rest on its own")
                raise RowError(reason, remedy, limit=MAX_ARTICLES)
            incoming = self._incoming(where, file, found)
            before = self._same(incoming)
            if before is not None:
                same = Message(later("the same text as {where}"), where=before.where)
                self._tell(where, Outcome.DUPLICATE, same)
                return
        except RowError as error:
            self.refuse(where, error)
            return
        self._ids.add(incoming.article.id)
        self._texts.setdefault(incoming.article.digest, []).append(incoming)
        self.waiting.append(incoming)

    def _incoming(self, where: str, file: str, found: Contents) -> Incoming:
        given = published(found.published, found.published_basis)
        if found.url and not is_web_address(found.url.strip()):
            self.refuse(url_of(where), no_link())
            found = replace(found, url="")
        article_id = self._own_id(found.id.strip() or PurePosixPath(file).stem)
        fields = {"id": article_id, "text": found.text, "title": found.title, "outlet": found.outlet, "url": found.url}
        article = article_of({**fields, "published": ""})
        zones = sentences_of(found.text, article.title)
        title = article.title or _headline(found.text, zones)
        article = replace(article, title=title, language=language_of(found.text, found.language))
        dates = publication.candidates(found, file if file != PASTED else "", zones)
        if given is not None:
            dates = (Dating(given, Source.GIVEN), *dates)
        proposal = publication.propose(dates, self._today, publication.yearless(found.text, zones))
        return Incoming(where, file, replace(article, published=proposal.when), dates, proposal.doubt)

    def _as_listed(self, item: Incoming, row: Contents) -> Incoming:
        """The article with what its row of a table says; what the row leaves empty stays."""
        given = published(row.published, row.published_basis)
        fields = {"id": item.article.id, "text": item.article.text, "title": row.title or item.article.title}
        fields |= {"outlet": row.outlet or item.article.outlet, "published": ""}
        fields |= {"url": row.url if is_web_address(row.url.strip()) else item.article.url}
        article = replace(article_of(fields), language=item.article.language)
        dates = (Dating(given, Source.GIVEN), *item.dates) if given else item.dates
        proposal = publication.propose(dates, self._today)
        return replace(item, article=replace(article, published=proposal.when), dates=dates, doubt=proposal.doubt)

    def _own_id(self, wanted: str) -> str:
        """The id, or where another article has it already the same with a number."""
        found, number = wanted, 1
        while found in self._ids:
            number += 1
            found = f"{wanted} ({number})"
        return found

    def _same(self, incoming: Incoming) -> Incoming | None:
        """An article with the very same text; under another masthead it is no duplicate but a copy."""
        outlet = incoming.article.outlet
        known = self._texts.get(incoming.article.digest, ())
        return next((item for item in known if item.article.outlet == outlet or not outlet), None)

    def refuse(self, where: str, error: RowError) -> None:
        """Tell that something is left out."""
        self._tell(where, Outcome.REFUSED, error.reason, error.remedy)

    def _tell(self, where: str, outcome: Outcome, why: str, remedy: str = "") -> None:
        self.fates.append(Fate(where, outcome, why, remedy))


def _articles(form: Form, data: bytes, reader: Bounded, encoding: str) -> Iterable[Row]:
    """Where each article of a file stands, and how to get what it says."""
    if form in (Form.CSV, Form.JSON, Form.JSON_LINES):
        return rows(form, data, encoding)
    found = reader.read(form, data, encoding) if form in BOUNDED else Contents(decode(data, encoding))
    return [("", lambda: _of_itself(found))]


def _of_itself(found: Contents) -> Contents:
    """What a file says of itself, but for claims that are no title, name or link."""
    return replace(found, title=_line(found.title), outlet=_line(found.outlet), url=_line(found.url))


def _line(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= MAX_FIELD and "\x00" not in line else ""


def _headline(text: str, zones: Sequence[Sentence]) -> str:
    """The headline above the story; a heading inside it is none."""
    head = itertools.takewhile(lambda sentence: sentence.zone is not Zone.BODY, zones)
    found = next((text[s.start : s.end] for s in head if s.zone is Zone.HEADLINE), "")
    return found if len(found) <= MAX_FIELD else ""
