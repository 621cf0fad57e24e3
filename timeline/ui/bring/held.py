"""What a visit keeps of what was brought: files to open, articles to read, those read, and every fate.

It lives in ``st.session_state`` and nowhere else: no cache that sessions share ever sees it, and with the session it is
gone. Work is done in short turns, so that the page can show how far it is and the visitor can stop it. A click starts
the page's script anew while the old run may still be in its turn; the lock lets one of them after the other.
"""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from geo.gazetteer import Gazetteer
from timeline.article import Rejected
from timeline.events.library import Library, assemble
from timeline.messages import Message, later
from timeline.reading.articles import shown_name
from timeline.reading.files.bounded import Bounded
from timeline.reading.intake import Fate, Incoming, Intake, Outcome
from timeline.reading.problems import RowError
from timeline.reading.read import Reading, read
from timeline.ui import online
from timeline.when import When

TURN = 0.8  # seconds of work between two drawings of the page
KEY = "brought"
YOURS = Message(later("said by you"))  # the basis of a date that the visitor gives
STOPPED = later("you stopped before it was opened")


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was uploaded; ``name`` is whatever the browser said."""

    name: str
    data: bytes


@dataclass(slots=True)
class Brought:
    """Everything of one visitor. ``items`` are the intake's articles as edited; ``done`` those read, by number.

    ``modes`` are the articles whose days are being typed, ``redrawn`` counts how often a choice was set by us.
    """

    intake: Intake
    files: deque[File] = field(default_factory=deque)
    items: list[Incoming] = field(default_factory=list)
    edited: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    modes: dict[int, str] = field(default_factory=dict)
    redrawn: Counter[int] = field(default_factory=Counter)
    todo: deque[int] = field(default_factory=deque)
    done: dict[int, Reading] = field(default_factory=dict)
    opened: int = 0
    wanted: int = 0
    turn: int = 0
    own: Library | None = None
    both: tuple[Library, Library] | None = None
    showing: str = "bundled"
    lock: AbstractContextManager[bool] = field(default_factory=threading.RLock)

    @property
    def waiting(self) -> list[int]:
        """The numbers of the articles that are not read, those with a doubtful date first."""
        numbers = [n for n in range(len(self.items)) if n not in self.done]
        return sorted(numbers, key=lambda n: not self.intake.waiting[n].doubt)

    @property
    def fates(self) -> list[Fate]:
        """What became of everything, the refused first."""
        read_ones = [Fate(self.items[n].where, Outcome.READ) for n in self.done]
        order = (Outcome.REFUSED, Outcome.DUPLICATE, Outcome.READ)
        return sorted([*self.intake.fates, *read_ones], key=lambda fate: order.index(fate.outcome))

    def take(self, files: Iterable[File]) -> None:
        """Put files in the queue to be opened."""
        self.files.extend(files)
        self.opened = 0
        self.turn += 1

    def open_some(self) -> None:
        """Open files for one turn; at least one, so that it always comes to an end."""
        until = time.monotonic() + TURN
        with self.lock, Bounded() as reader:
            while self.files:
                file = self.files.popleft()
                self.intake.add(file.name, file.data, reader)
                self.opened += 1
                if time.monotonic() > until:
                    break
            if not self.files:
                self.finish_opening()

    def finish_opening(self) -> None:
        """Let tables speak for their files, and take up what is new."""
        self.intake.finish()
        kept = self.edited | self.done.keys()
        self.items = [self.items[n] if n in kept else item for n, item in enumerate(self.intake.waiting)]

    def reopen(self, encoding: str) -> None:
        """Open the files that are not UTF-8 in the encoding that the visitor knows them to be in."""
        with Bounded() as reader:
            self.intake.reopen(reader, encoding)
        self.finish_opening()

    def paste(self, text: str, title: str, outlet: str, url: str) -> None:
        """Take a pasted text."""
        self.intake.paste(text, title, outlet, url)
        self.finish_opening()

    def stop_opening(self) -> None:
        """Keep what is opened, and tell the rest."""
        with self.lock:
            while self.files:
                self.intake.refuse(shown_name(self.files.popleft().name), RowError(STOPPED, later("give it again")))
            self.finish_opening()

    def name(self, number: int, title: str, outlet: str) -> None:
        """Say what an article is called and who printed it."""
        item = self.items[number]
        self.edited.add(number)
        self.items[number] = replace(item, article=replace(item.article, title=title, outlet=outlet))

    def date(self, number: int, when: When | None) -> None:
        """Say when an article was published, or that it is not known."""
        self.edited.add(number)
        self.items[number] = self.items[number].dated(when)

    def date_all(self, when: When) -> None:
        """Say so of every article that waits and has no date."""
        for number in self.waiting:
            if self.items[number].article.published is None:
                self.date(number, when)
                self.redrawn[number] += 1

    def start(self) -> None:
        """Put every article that waits, and is not left out, in the queue to be read."""
        self.todo = deque(n for n in sorted(self.waiting) if n not in self.left_out)
        self.wanted = len(self.todo)

    def read_some(self) -> None:
        """Read articles for one turn; when the last is read, the library is there."""
        until = time.monotonic() + TURN
        gazetteer = Gazetteer.open()
        with self.lock:
            while self.todo:
                number = self.todo.popleft()
                self.done[number] = online.complete(read(self.items[number].article, gazetteer))
                if time.monotonic() > until:
                    break
            if not self.todo:
                self.finish()

    def finish(self) -> None:
        """Merge what has been read; also when the visitor stopped."""
        with self.lock:
            self.todo.clear()
            refused = (fate for fate in self.intake.fates if fate.outcome is Outcome.REFUSED)
            readings = [self.done[n] for n in sorted(self.done)]
            self.own = assemble(readings, [Rejected(fate.where, fate.why, fate.remedy) for fate in refused])
            self.showing = "own" if readings else "bundled"

    def shown(self, bundled: Library) -> Library:
        """The library that the visitor wants to see."""
        if self.own is None or self.showing == "bundled":
            return bundled
        if self.showing == "own":
            return self.own
        if self.both is None or self.both[0] is not self.own:
            own = self.own
            readings = (*bundled.readings, *own.readings)
            self.both = (own, assemble(readings, (*bundled.rejected, *own.rejected)))
        return self.both[1]


def brought(taken: Iterable[str] = (), today: date | None = None) -> Brought:
    """What this visit holds; begun with the ids that other articles have and the visitor's day."""
    held: Brought | None = st.session_state.get(KEY)
    if held is None:
        held = st.session_state[KEY] = Brought(Intake(today, taken))
    return held


def forget() -> None:
    """Let go of everything that the visitor brought; the fields are drawn anew, so that they hold nothing either."""
    held = brought()
    st.session_state[KEY] = Brought(held.intake.anew(), turn=held.turn + 1)
