"""A folder of raw files without a table, as somebody collected them: every file of it, by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.article import Rejected
from timeline.messages import later
from timeline.reading.articles import Read, file_bytes, shown_name
from timeline.reading.files.bounded import Bounded
from timeline.reading.intake import Incoming, Intake, Outcome
from timeline.reading.problems import RowError


def read_raw_folder(path: Path) -> Intake:
    """The articles of every file in a folder, in the order of the names, with the fate of each file.

    Hidden files and folders inside are passed over; a link that leads out of the folder is refused.
    """
    intake = Intake()
    files = [file for file in sorted(path.iterdir()) if not file.name.startswith(".") and not file.is_dir()]
    if not files:
        _refuse(intake, path, RowError(later("there is no file in the folder"), later("put the articles into it")))
    with Bounded() as reader:
        for file in files:
            try:
                intake.add(file.name, _own_bytes(path, file), reader)
            except RowError as error:
                _refuse(intake, file, error)
    intake.finish()
    return intake


def _own_bytes(folder: Path, file: Path) -> bytes:
    if folder.resolve() not in file.resolve().parents:
        raise RowError(later("it is a link to a file elsewhere"), later("put the file itself into the folder"))
    return file_bytes(file)


def _refuse(intake: Intake, path: Path, error: RowError) -> None:
    intake.refuse(shown_name(path.name), error)


def taken(intake: Intake) -> Read:
    """The articles, and what was refused."""
    refused = (found for found in intake.fates if found.outcome is Outcome.REFUSED)
    return tuple(item.article for item in intake.waiting), tuple(Rejected(f.where, f.why, f.remedy) for f in refused)


def told(intake: Intake) -> Iterator[str]:
    """A line for each article that is read, with its date and who says so, and for each duplicate."""
    for item in intake.waiting:
        yield f"{item.where}: read, {_published(item)}"
    for found in intake.fates:
        if found.outcome is Outcome.DUPLICATE:
            yield f"{found.where}: duplicate, {found.why}"


def _published(item: Incoming) -> str:
    found = item.article.published
    if found is None:
        return f"date of publication not known: {item.doubt}"
    days = f"{found.first}" if found.first == found.last else f"{found.first}/{found.last}"
    return f"published {days} ({found.rule})"
