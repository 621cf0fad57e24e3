"""The parent's side of the bounded process: starts it, hands it files, and ends it when it takes too long.

Nothing that comes back is trusted: an answer is one line of JSON of limited length, checked field by field.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from timeline.messages import later
from timeline.reading.files.contents import Contents
from timeline.reading.files.formats import Form
from timeline.reading.limits import MAX_LINE_BYTES, MAX_READER_BYTES, MAX_READER_SECONDS, MAX_READERS
from timeline.reading.problems import EncodingError, RowError

_ROOT = Path(__file__).resolve().parents[3]
_COMMAND = (sys.executable, "-P", "-m", "timeline.reading.files.child")
_PLACES = threading.BoundedSemaphore(MAX_READERS)
_SAVE, _SPLIT = later("save it again, or paste its text"), later("split it, or paste its text")


class Bounded:
    """Reads PDF, DOCX, HTML and Markdown in a process of its own, started at the first such file.

    Use it in a ``with`` statement; at most ``MAX_READERS`` have a process at once, the next one waits. After a fault
    the process is replaced, so that one bad file costs itself alone. ``seconds`` is the time that one file may take,
    ``memory`` the bytes that the process may.
    """

    def __init__(self, seconds: float = MAX_READER_SECONDS, memory: int = MAX_READER_BYTES) -> None:
        self.seconds = seconds
        self.memory = memory
        self.starts = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @property
    def pid(self) -> int | None:
        """The process that reads, ``None`` while there is none."""
        return self._process.pid if self._process else None

    def read(self, form: Form, data: bytes, encoding: str = "") -> Contents:
        """What the file says. Raises ``RowError`` where it cannot be read within the limits."""
        process = self._started()
        out_of_time = threading.Event()
        clock = threading.Timer(self.seconds, _stop, (process, out_of_time))
        clock.start()
        try:
            line = _asked(process, form, data, encoding)
        finally:
            clock.cancel()
            clock.join()
        try:
            answer = json.loads(line)
            contents = None if "reason" in answer else _contents(answer["contents"])
        except (ValueError, TypeError, KeyError, AttributeError):
            self.end()
            if out_of_time.is_set():
                reason = later("reading it takes more than {seconds} seconds")
                raise RowError(reason, _SPLIT, seconds=f"{self.seconds:g}") from None
            reason = later("it is no {form} that can be read; the reader broke off")
            raise RowError(reason, _SAVE, form=form.upper()) from None
        if "ends" in answer:
            self.end()
        if contents is None:
            kind = EncodingError if answer.get("undecoded") else RowError
            raise kind(str(answer["reason"]), str(answer.get("remedy") or _SAVE), **_values(answer.get("values")))
        return contents

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            _PLACES.acquire()
            try:
                self._process = _start(self.memory)
            except BaseException:
                _PLACES.release()
                raise
            self.starts += 1
        return self._process

    def end(self) -> None:
        """End the process and give its place back; the next file starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()
            _PLACES.release()


def _start(memory: int) -> subprocess.Popen[bytes]:
    """Start the process, with nothing of this one's but the way to its modules."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG", "VIRTUAL_ENV") if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module; no word of a file is in the command
        (*_COMMAND, str(memory)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _stop(process: subprocess.Popen[bytes], out_of_time: threading.Event) -> None:
    out_of_time.set()
    process.kill()


def _asked(process: subprocess.Popen[bytes], form: Form, data: bytes, encoding: str) -> bytes:
    """Hand the file over and wait for the line that answers; b"" when the process ended instead."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("the process has no streams")
    head = json.dumps({"form": form, "size": len(data), "encoding": encoding})
    with suppress(BrokenPipeError):
        process.stdin.write(head.encode() + b"\n" + data)
        process.stdin.flush()
    return process.stdout.readline(MAX_LINE_BYTES)


def _values(found: object) -> dict[str, str | int]:
    """What fills in a reason: names, words and numbers, and nothing else."""
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: value if type(value) is int else str(value) for name, value in pairs if name.isidentifier()}


def _contents(found: dict[str, object]) -> Contents:
    dates = found.get("dates")
    pairs = dates if isinstance(dates, list) else []
    words = {name: str(found.get(name, "")) for name in ("text", "title", "outlet", "url", "language")}
    return Contents(**words, dates=tuple((str(value), str(basis)) for value, basis in pairs))
