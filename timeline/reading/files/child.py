"""The process that reads one file after another for ``bounded``: it limits itself first, and trusts no file.

In: a line of JSON (form, size, encoding) and the file's bytes. Out: a line of JSON, the contents or why there are
none. It writes no file. After a file that took all its memory it ends, for its state is no longer to be trusted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import BinaryIO

from timeline.messages import later
from timeline.reading.files.contents import Contents
from timeline.reading.files.formats import Form
from timeline.reading.limits import MAX_READER_SECONDS
from timeline.reading.problems import EncodingError, RowError

READERS = {Form.PDF: "pdf", Form.DOCX: "word", Form.HTML: "pages", Form.MARKDOWN: "markdown"}


def limit(memory: int) -> None:
    """Take only so many bytes of memory, write no file, leave no core. Windows cannot; there the clock remains."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """Take only so much of the processor for the next file, should the parent no longer be there to watch."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + MAX_READER_SECONDS + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def answer(form: Form, data: bytes, encoding: str) -> dict[str, object]:
    """What one file says, or why it could not be read."""
    try:
        read: Callable[[bytes, str], Contents] = import_module(f"timeline.reading.files.{READERS[form]}").read
        return {"contents": asdict(read(data, encoding))}
    except RowError as error:
        return {**_told(error), "undecoded": isinstance(error, EncodingError)}
    except MemoryError:
        too_much = RowError(later("reading it takes too much memory"), later("split it, or paste its text"))
        return {**_told(too_much), "ends": True}
    except RecursionError:
        remedy = later("save it again in a simpler form, or paste its text")
        return _told(RowError(later("it is nested too deeply"), remedy))
    except Exception as error:  # a parser may raise anything on a broken file; the file is told, not lost
        reason, remedy = later("it is no {form} that can be read ({error})"), later("save it again, or paste its text")
        return _told(RowError(reason, remedy, form=form.upper(), error=type(error).__name__))


def _told(error: RowError) -> dict[str, object]:
    """The templates and their values, for the parent to make the error of again."""
    return {"reason": error.reason.template, "remedy": error.remedy.template, "values": dict(error.reason.values)}


def serve(files: BinaryIO, answers: BinaryIO) -> None:
    """Answer for each file until there are no more."""
    for line in files:
        asked = json.loads(line)
        data = files.read(asked["size"])
        limit_time()
        said = answer(Form(asked["form"]), data, asked["encoding"])
        answers.write(json.dumps(said).encode() + b"\n")
        answers.flush()
        if "ends" in said:
            return


def main() -> None:
    """Serve the parent over the standard streams within the memory it grants; what a parser prints goes nowhere."""
    limit(int(sys.argv[1]))
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
