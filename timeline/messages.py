"""The interface's own words in the reader's language, and numbers and dates as that language writes them (CLDR).

English is the source; ``data/locale/LANGUAGE.po`` translates it. The language belongs to whoever is served:
``speaking`` sets it for one stretch of work in one thread, and without it all is English. Words of articles are never
translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, parse_pattern
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CATALOGUES = Path(__file__).resolve().parents[1] / "data" / "locale"
SOURCE = "en"
LANGUAGES = {SOURCE: "English", "uk": "Українська"}  # each as its own readers call it
LOCALES = {SOURCE: "en_GB", "uk": "uk_UA"}  # British: a day before its month, as agencies of many countries write

_spoken: ContextVar[str] = ContextVar("language", default=SOURCE)


def speak(wanted: str) -> None:
    """Speak ``wanted`` from now on in this thread's context; English where there is no such language."""
    _spoken.set(wanted if wanted in LANGUAGES else SOURCE)


@contextmanager
def speaking(wanted: str) -> Iterator[None]:
    """Speak ``wanted`` within; English where there is no such language."""
    token = _spoken.set(wanted if wanted in LANGUAGES else SOURCE)
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """The language that is spoken: a key of ``LANGUAGES``, which is also its BCP 47 tag."""
    return _spoken.get()


@cache
def catalogue(wanted: str) -> NullTranslations:
    """The messages of a language; English needs none."""
    if wanted == SOURCE:
        return NullTranslations()
    with (CATALOGUES / f"{wanted}.po").open("rb") as source:
        read = read_po(source, locale=LOCALES[wanted])
    packed = BytesIO()
    write_mo(packed, read)
    packed.seek(0)
    return GNUTranslations(packed)


def _(message: str) -> str:
    """The message in the language that is spoken; names in braces are filled in afterwards, by ``str.format``."""
    return catalogue(language()).gettext(message)


def pgettext(context: str, message: str) -> str:
    """The message as it is meant in ``context``, which tells apart what is one word in English."""
    return catalogue(language()).pgettext(context, message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form that ``count`` takes, with ``{count}`` filled in: ``ngettext("{count} event", "{count} events", 3)``."""
    return catalogue(language()).ngettext(one, many, count).format(count=number(count))


def later(message: str) -> str:
    """Mark a message in a table that is read before a language is known; whoever shows it asks ``_``."""
    return message


def number(value: float) -> str:
    """``12,345`` in English."""
    return str(format_decimal(value, locale=_locale()))


def listed(parts: Iterable[str], how: Literal["and", "or"] = "and") -> str:
    """``Sudan, Chad and Libya``."""
    return str(format_list(list(parts), "standard" if how == "and" else "or", locale=_locale()))


def day(when: date) -> str:
    """``21 August 2025``."""
    return str(format_date(when, "long", locale=_locale()))


def month(when: date) -> str:
    """``August 2025``."""
    return str(format_skeleton("yMMMM", when, locale=_locale()))


def month_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The months from January on: as each stands alone, and shortened, as it follows a day."""
    names, year = Locale.parse(_locale()).months, range(1, 13)
    alone, short = names["stand-alone"]["wide"], names["format"]["abbreviated"]
    return tuple(str(alone[n]) for n in year), tuple(str(short[n]) for n in year)


def short(when: date, parts: Literal["yMMMd", "MMMd", "yMMM", "MMM"]) -> str:
    """``21 Aug 2025``, ``21 Aug``, ``Aug 2025`` or ``Aug``, by CLDR's skeleton of the parts wanted."""
    return str(format_skeleton(parts, when, locale=_locale()))


def days(first: date, last: date) -> str:
    """``1–31 August 2025``, ``21 August – 3 September 2025``; one day where both are the same."""
    if first == last:
        return day(first)
    apart = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    start, end = Locale.parse(_locale()).interval_formats["yMMMd"][apart]
    return _full(start, first) + _full(end, last)


def _full(pattern: str, when: date) -> str:
    """One end of an interval, with the month in full: CLDR has patterns of short months alone."""
    return str(parse_pattern(pattern.replace("MMM", "MMMM")).apply(when, _locale()))


def _locale() -> str:
    return LOCALES[language()]
