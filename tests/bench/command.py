"""The project's own command line, as measurements read it."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from typing import Any

from timeline.__main__ import main as command_line


def read_rows(lines: str) -> list[dict[str, Any]]:
    """The rows of JSON lines."""
    return [json.loads(line) for line in lines.split("\n") if line.strip()]


def command_rows(*arguments: str) -> list[dict[str, Any]]:
    """What the project's command line writes; a row that it cannot read ends the run, since no score would be true."""
    with redirect_stdout(io.StringIO()) as written:
        status = command_line(arguments)
    if status:
        raise SystemExit(status)
    return read_rows(written.getvalue())
