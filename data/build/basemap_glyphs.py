"""Build ``data/built/basemap-glyphs-*.pbf``: the letters of the map's names, as MapLibre wants them.

Run ``python data/build/basemap_glyphs.py`` after ``basemap.py``; it needs npm, Pillow and numpy. Only letters that
occur in the names are drawn, from Noto Sans (SIL Open Font License 1.1). Each is a signed distance field of 24 pixels
an em: 192 at the outline's inside edge, falling by 255 over 8 pixels, with 3 pixels of room around it.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from babel import Locale
from basemap_packages import FONT, fetch
from PIL import Image, ImageDraw, ImageFont

BUILT = Path(__file__).resolve().parents[2] / "data" / "built"
STACK = "Noto Sans Regular"
EM, ROOM, RADIUS, CUTOFF = 24, 3, 8, 0.25  # what MapLibre expects of a glyph
FINE = 8  # how much finer the outline is sampled
ASCENDER = 26  # pixels of Noto Sans at this size, from which MapLibre counts downwards
SUBSETS = ("latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext")
LANGUAGES = ("uk",)  # in which countries are named besides English
BULLET = "•"  # the dot of a town is a letter of its label, so that both come and go together


def letters() -> set[str]:
    """Every character of every name, in both cases: country names are set in capitals."""
    built = json.loads((BUILT / "basemap.json").read_text(encoding="utf-8"))
    names = [town["name"] for town in built["towns"]]
    countries = [feature["properties"] for feature in built["countries"]["features"]]
    names += [country["name"] for country in countries]
    names += [Locale(language).territories.get(country["code"], "") for language in LANGUAGES for country in countries]
    said = "".join(names)
    return {c for c in said + said.upper() + BULLET if not c.isspace()} | {" "}


def distances(mask: np.ndarray, width: int, height: int) -> np.ndarray:
    """Signed distance in glyph pixels (outside positive) from the middle of each pixel of the roomy glyph."""
    inside = np.pad(mask, 1)
    edge = inside[1:-1, 1:-1] & ~(inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:])
    points = np.argwhere(edge) + 0.5
    ys, xs = np.mgrid[-ROOM : height + ROOM, -ROOM : width + ROOM]
    centres = np.stack([ys.ravel() + 0.5, xs.ravel() + 0.5], axis=1) * FINE
    away = np.sqrt(((centres[:, None, :] - points[None, :, :]) ** 2).sum(axis=2).min(axis=1)) / FINE
    at = centres.astype(int)
    within = (at >= 0).all(axis=1) & (at[:, 0] < mask.shape[0]) & (at[:, 1] < mask.shape[1])
    filled = np.zeros(len(at), dtype=bool)
    filled[within] = mask[at[within, 0], at[within, 1]]
    return np.where(filled, -away, away)


def glyph(letter: str, font: ImageFont.FreeTypeFont) -> bytes:
    """One glyph message."""
    left, top, right, bottom = font.getbbox(letter, anchor="ls")
    advance = round(font.getlength(letter) / FINE)
    if right <= left or bottom <= top:
        return field(1, ord(letter)) + field(3, 0) + field(4, 0) + field(5, 0) + field(6, 0) + field(7, advance)
    x0, y0 = left // FINE, top // FINE
    width, height = -(-right // FINE) - x0, -(-bottom // FINE) - y0
    image = Image.new("1", (width * FINE, height * FINE))
    ImageDraw.Draw(image).text((-x0 * FINE, -y0 * FINE), letter, fill=1, font=font, anchor="ls")
    away = distances(np.array(image, dtype=bool), width, height)
    bitmap = np.clip(np.round(255 - 255 * (away / RADIUS + CUTOFF)), 0, 255).astype(np.uint8).tobytes()
    return (
        field(1, ord(letter))
        + field(2, bitmap)
        + field(3, width)
        + field(4, height)
        + field(5, zigzag(x0))
        + field(6, zigzag(-y0 - ASCENDER))
        + field(7, advance)
    )


def zigzag(number: int) -> int:
    """A signed number as protocol buffers write it."""
    return number * 2 if number >= 0 else -number * 2 - 1


def varint(number: int) -> bytes:
    """A number in groups of seven bits."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def field(tag: int, value: int | bytes) -> bytes:
    """One protocol buffer field: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(tag << 3) + varint(value)
    return varint(tag << 3 | 2) + varint(len(value)) + value


def main() -> None:
    """Fetch, draw, write one file for each range of 256 code points."""
    with tempfile.TemporaryDirectory() as temporary:
        files = fetch(FONT, Path(temporary)) / "files"
        fonts = [ImageFont.truetype(files / f"noto-sans-{s}-400-normal.woff", EM * FINE) for s in SUBSETS]
        known = json.loads((files.parent / "unicode.json").read_text(encoding="utf-8"))
        covers = [ranges(known[subset]) for subset in SUBSETS]
        drawn: dict[int, list[bytes]] = defaultdict(list)
        missing = []
        for letter in sorted(letters()):
            font = next((f for f, has in zip(fonts, covers, strict=True) if ord(letter) in has), None)
            if font is None:
                missing.append(letter)
                continue
            drawn[ord(letter) // 256].append(glyph(letter, font))
    for old in BUILT.glob("basemap-glyphs-*.pbf"):
        old.unlink()
    for block, glyphs in sorted(drawn.items()):
        name = f"{block * 256}-{block * 256 + 255}"
        stack = field(1, STACK.encode()) + field(2, name.encode()) + b"".join(field(3, g) for g in glyphs)
        (BUILT / f"basemap-glyphs-{name}.pbf").write_bytes(field(1, stack))
    count = sum(map(len, drawn.values()))
    print(f"{count} letters in {len(drawn)} files; no font has {''.join(missing) or 'nothing else'}")


def ranges(text: str) -> set[int]:
    """The code points of "U+0000-00FF,U+0131"."""
    found: set[int] = set()
    for part in text.split(","):
        low, _, high = part.strip().removeprefix("U+").partition("-")
        found.update(range(int(low, 16), int(high or low, 16) + 1))
    return found


if __name__ == "__main__":
    main()
