"""Bring data/locale/*.po up to date with the messages in the code: ``python data/build/messages.py``.

New messages are added untranslated, those that the code no longer has are dropped, translations are kept. An editor
then fills in what is empty; tests/test_messages.py fails while anything is.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parents[2]
LOCALE = HOUSE / "data" / "locale"
KEYWORDS = DEFAULT_KEYWORDS | {"later": None}  # marks what is translated where it is shown
WIDTH = 120


def template() -> Catalog:
    """Every message of the code, in the order of the files."""
    found = Catalog(project="Dateline", charset="utf-8")
    for path in sorted([HOUSE / "app.py", *HOUSE.glob("timeline/**/*.py")]):
        for _line, message, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
            found.add(message, None, [(path.relative_to(HOUSE).as_posix(), 0)], context=context)
    return found


def read(path: Path) -> Catalog:
    """A language's catalogue."""
    with path.open("rb") as source:
        return read_po(source, locale=path.stem)


def main() -> None:
    """Update every language and say how much of it is translated."""
    for path in sorted(LOCALE.glob("*.po")):
        held = read(path)
        held.update(template(), no_fuzzy_matching=True, update_header_comment=False)
        held.obsolete.clear()
        header = path.read_text(encoding="utf-8").partition("\n\n")[0].rstrip("\n")  # an editor's own, and no dates
        body = BytesIO()
        write_po(body, held, width=WIDTH, include_lineno=False, omit_header=True)
        path.write_text(f"{header}\n\n{body.getvalue().decode().strip()}\n", encoding="utf-8")
        empty = [message for message in held if message.id and not all(_strings(message.string))]
        print(f"{path.name}: {len(held)} messages, {len(empty)} to translate")


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The translated forms; one empty form where a new message has none at all."""
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


if __name__ == "__main__":
    main()
