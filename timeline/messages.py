"""The interface's own words in the reader's language, and numbers and dates as that language writes them (CLDR).

English is the source; ``data/locale/LANGUAGE.po`` translates it. The language belongs to whoever is served:
``speaking`` sets it for one stretch of work in one thread, and without it all is English. Words of articles are never
translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal, Self

from babel import Locale
from babel.dates import format_date, format_skeleton, parse_pattern
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CATALOGUES = Path(__file__).resolve().parents[1] / "data" / "locale"
SOURCE = "en"
LANGUAGES = {SOURCE: "English", "uk": "Українська"}  # each as its own readers call it
REMEMBERED = 10_000  # dates and numbers as they are written: a table says the same ones again and again
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


class Message(str):
    """An English sentence that remembers the template and the values it was made of, for ``said`` to say it again.

    So a reason is made where something goes wrong, by code that serves no reader, and is told in a reader's language.
    A value that is an ``int`` is a count and is written as a number; years and positions come as words. Nothing in a
    template but a plain name in braces is filled in, so that it may come from where it is not trusted.
    """

    template: str
    values: Mapping[str, str | int]

    def __new__(cls, template: str, **values: str | int) -> Self:
        """Fill the template in, in English."""
        words = {name: value if isinstance(value, str) else _number(value, SOURCE) for name, value in values.items()}
        made = super().__new__(cls, _filled(template, words))
        made.template, made.values = template, values
        return made


def said(words: str) -> str:
    """A ``Message`` in the language that is spoken; other words are whoever's they are and stay."""
    if not isinstance(words, Message) or not words:
        return words
    values = {name: said(value) if isinstance(value, str) else number(value) for name, value in words.values.items()}
    return _filled(_(words.template), values)


def _filled(template: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: values.get(name[1], name[0]), template)


def number(value: float) -> str:
    """``12,345`` in English."""
    return _number(value, language())


@lru_cache(maxsize=REMEMBERED)
def _number(value: float, spoken: str) -> str:
    return str(format_decimal(value, locale=_parsed(spoken)))


def tongue(code: str) -> str:
    """What a language is called by its BCP 47 tag: ``Arabic``; "" for an unknown one."""
    return str(_locale().languages.get(code, ""))


def listed(parts: Iterable[str], how: Literal["and", "or"] = "and") -> str:
    """``Sudan, Chad and Libya``."""
    return str(format_list(list(parts), "standard" if how == "and" else "or", locale=_locale()))


def day(when: date) -> str:
    """``21 August 2025``."""
    return _day(when, language())


@lru_cache(maxsize=REMEMBERED)
def _day(when: date, spoken: str) -> str:
    return str(format_date(when, "long", locale=_parsed(spoken)))


def month(when: date) -> str:
    """``August 2025``."""
    return str(format_skeleton("yMMMM", when, locale=_locale()))


def month_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The months from January on: as each stands alone, and shortened, as it follows a day."""
    names, year = _locale().months, range(1, 13)
    alone, short = names["stand-alone"]["wide"], names["format"]["abbreviated"]
    return tuple(str(alone[n]) for n in year), tuple(str(short[n]) for n in year)


def short(when: date, parts: Literal["yMMMd", "MMMd", "yMMM", "MMM"]) -> str:
    """``21 Aug 2025``, ``21 Aug``, ``Aug 2025`` or ``Aug``, by CLDR's skeleton of the parts wanted."""
    return str(format_skeleton(parts, when, locale=_locale()))


def days(first: date, last: date) -> str:
    """``1–31 August 2025``, ``21 August – 3 September 2025``; one day where both are the same."""
    return day(first) if first == last else _between(first, last, language())


@lru_cache(maxsize=REMEMBERED)
def _between(first: date, last: date, spoken: str) -> str:
    """Both ends with their months in full: CLDR has patterns of short months alone."""
    apart = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    locale = _parsed(spoken)
    ends = zip(locale.interval_formats["yMMMd"][apart], (first, last), strict=True)
    return "".join(str(parse_pattern(end.replace("MMM", "MMMM")).apply(when, locale)) for end, when in ends)


def _locale() -> Locale:
    return _parsed(language())


@cache
def _parsed(spoken: str) -> Locale:
    return Locale.parse(LOCALES[spoken])
