"""The letters of the sheet: how wide words are, where they are cut, and the font that an SVG carries with it.

The font is Dateline Sans of ``data/built`` (Noto Sans with Arabic and Hebrew, SIL Open Font License). HarfBuzz shapes
the words as the renderers do, so that a width is what will be drawn. What the font lacks becomes a replacement mark:
no letter is ever taken from the machine.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parents[3] / "data" / "built"
FAMILY = "Dateline Sans"
UNITS = 1000  # of the font, an em
FILES = {False: FONTS / "font-regular.ttf", True: FONTS / "font-bold.ttf"}
REPLACEMENT = "\ufffd"
LONGEST = 2_000  # characters that are looked at; no line of a sheet holds as many
ELLIPSIS = "…"
ISOLATE, POP = "\u2068", "\u2069"  # first strong isolate: words keep their own direction and disturb no others
_SPACES = re.compile(r"[^\S\u00a0]+")  # but for the one at which no line is broken
_RTL_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RTL = re.compile(_RTL_LETTER)
_RUNS = re.compile(rf"{_RTL_LETTER}+(?:\s+{_RTL_LETTER}+)*|(?:(?!{_RTL_LETTER}).)+")  # what is shaped together
_ISLAND = re.compile(rf"{_RTL_LETTER}(?:[^A-Za-z\u00c0-\u058f·]*{_RTL_LETTER})*{ELLIPSIS}?")
_FORCING = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2068), *range(0x206A, 0x2070), 0xFEFF]
)  # all but the isolates, which can turn nothing outside them


@cache
def _face(bold: bool) -> hb.Face:
    return hb.Face(hb.Blob(FILES[bold].read_bytes()))


@cache
def _font(bold: bool) -> hb.Font:
    return hb.Font(_face(bold))


@cache
def _known() -> frozenset[int]:
    return frozenset(_face(False).unicodes)


def printable(text: str) -> str:
    """The words on one line, without controls and forced directions; a letter the font lacks is a replacement mark."""
    kept = "".join(c for c in text.translate(_FORCING) if c.isspace() or unicodedata.category(c) != "Cc")
    words = unicodedata.normalize("NFC", _SPACES.sub(" ", kept).strip())
    return "".join(c if ord(c) in _known() else REPLACEMENT for c in words)


def part(text: str) -> str:
    """A name as a part of a line, so that it keeps its own direction."""
    return f"{ISOLATE}{text}{POP}" if _RTL.search(text) else text


def isolated(text: str) -> str:
    """The line so that right-to-left words are set right: its parts, all of it where it mostly is such, else runs."""
    if ISOLATE in text:
        return text + POP * (text.count(ISOLATE) - text.count(POP))
    rtl = len(_RTL.findall(text))
    if rtl * 2 > sum(c.isalpha() for c in text):
        return f"{ISOLATE}{text}{POP}"
    return _ISLAND.sub(lambda m: f"{ISOLATE}{m[0]}{POP}", text) if rtl else text


@lru_cache(maxsize=20_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of printable words at a size, in the size's unit."""
    return sum(_advance(run, bold) for run in _RUNS.findall(text)) * size / UNITS


def _advance(run: str, bold: bool) -> int:
    buffer = hb.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    hb.shape(_font(bold), buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def fit(text: str, size: float, room: float, bold: bool = False) -> str:
    """The printable words, cut with an ellipsis where they are wider than ``room``; "" where nothing fits."""
    words = printable(text[:LONGEST])
    if width(words, size, bold) <= room:
        return words
    end = _longest(len(words), lambda n: width(_cut(words, n), size, bold) <= room)
    return _cut(words, end) if end else ""


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to ``most`` that fits, 0 for none; what is longer is wider."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _cut(words: str, length: int) -> str:
    while 0 < length < len(words) and unicodedata.combining(words[length]):
        length -= 1  # an accent stays with its letter
    return words[:length].rstrip(" ,;:–-") + ELLIPSIS


def wrap(text: str, size: float, room: float, most: int, bold: bool = False) -> list[str]:
    """The printable words on at most ``most`` lines no wider than ``room``, the last cut where more is left."""
    lines: list[str] = []
    left = printable(text[:LONGEST])
    while left and len(lines) < most - 1 and width(left, size, bold) > room:
        line, left = _first_line(left, size, room, bold)
        lines.append(line)
    return [*lines, fit(left, size, room, bold)] if left else lines


def _first_line(text: str, size: float, room: float, bold: bool) -> tuple[str, str]:
    """The words that fit on one line, and the rest; a single word that is too wide is broken."""
    words = text.split(" ")
    count = _longest(len(words), lambda n: width(" ".join(words[:n]), size, bold) <= room)
    if count:
        return " ".join(words[:count]), " ".join(words[count:])
    end = max(1, _longest(len(text), lambda n: width(text[:n], size, bold) <= room))
    return text[:end], text[end:].lstrip()


def embedded(used: dict[bool, set[str]]) -> str:
    """A style sheet with the font cut down to the letters that are used, for viewers that do not have it."""
    return "".join(_font_face(bold, letters) for bold, letters in sorted(used.items()) if letters)


def _font_face(bold: bool, letters: set[str]) -> str:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set({ord(c) for c in letters | {ISOLATE, POP}})
    data = base64.b64encode(hb.subset(_face(bold), wanted).blob.data).decode()
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{700 if bold else 400};"
        f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
    )
