"""Build ``data/built/font-*.ttf``: the letters of the briefing sheet, one file for each weight.

Run ``python data/build/fonts.py``; it needs npm and fonttools. Noto Sans, Noto Sans Arabic and Noto Sans Hebrew (SIL
Open Font License 1.1) are merged into one font, cut down to the scripts below, and given a family name of their own, so
that a sheet is set in these very letters and never in those of the machine. The same packages give the same bytes.
"""

from __future__ import annotations

import copy
import logging
import tempfile
from pathlib import Path

from basemap_packages import FONT, Package, fetch
from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

BUILT = Path(__file__).resolve().parents[2] / "data" / "built"
FAMILY = "Dateline Sans"
ARABIC_DIGEST = "e0a81ade67ce507c9b91546ca3d91332d184a8277fc683440b00896b430856bb"
HEBREW_DIGEST = "16a70f001f739cbcdaecdf3b164bdee8bb84cb35a8569d6dd9ec82dfcd74c78c"
ARABIC = Package("@fontsource/noto-sans-arabic", "5.3.0", ARABIC_DIGEST)
HEBREW = Package("@fontsource/noto-sans-hebrew", "5.3.0", HEBREW_DIGEST)
PARTS = (
    (FONT, ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")),
    (ARABIC, ("arabic",)),
    (HEBREW, ("hebrew",)),
)
WEIGHTS = {
    "regular": (400, 400, "Regular"),
    "bold": (600, 700, "Bold"),
}  # Noto's weight, the one it answers to
SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC),
    (0x218, 0x21B), (0x259, 0x259), (0x2BB, 0x2BD), (0x2C6, 0x2DD), (0x300, 0x30C), (0x323, 0x331), (0x370, 0x3FF),
    (0x400, 0x52F), (0x590, 0x5FF), (0x600, 0x6FF), (0x750, 0x77F), (0x1E00, 0x1EFF), (0x2010, 0x206F),
    (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2192, 0x2192), (0x2212, 0x2212), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD),
)  # fmt: skip
FEATURES = [
    "ccmp",
    "locl",
    "mark",
    "mkmk",
    "kern",
    "init",
    "medi",
    "fina",
    "isol",
    "rlig",
    "liga",
    "calt",
    "rclt",
    "curs",
]
REPLACEMENT = 0xFFFD  # stands for every letter that the font lacks
ARROW, ARROW_WIDTH = 0x2192, 900  # to the right; in units of the font
UNSEEN = [*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF]  # direction marks and such
EPOCH = 0  # seconds; the fonts bear no time of building


def merged(weight: int, folder: Path, packages: dict[str, Path]) -> TTFont:
    """One font of all parts in Noto's ``weight``."""
    paths = []
    for package, subsets in PARTS:
        stem = package.name.partition("/")[2]
        for name in subsets:
            font = TTFont(packages[package.name] / "files" / f"{stem}-{name}-{weight}-normal.woff")
            font.flavor = None
            paths.append(str(folder / f"{stem}-{name}-{weight}.ttf"))
            font.save(paths[-1])
    return Merger(Options(drop_tables=["STAT", "gasp"])).merge(paths)


def add_glyph(font: TTFont, name: str, like: str | None, codes: list[int]) -> None:
    """Add a glyph drawn as another one, or an empty one without width, for the code points that have none."""
    glyphs = font["glyf"]
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyphs[name] = copy.deepcopy(glyphs[like]) if like else type(glyphs[".notdef"])()
    font["hmtx"][name] = font["hmtx"][like] if like else (0, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: name for code in codes if code not in table.cmap})


def add_arrow(font: TTFont) -> None:
    """Add the arrow to the right, which the packages lack: a stroke as thick as the hyphen, and a head of that."""
    glyphs, name = font["glyf"], "arrowright"
    hyphen, x_height = glyphs[font.getBestCmap()[ord("-")]], glyphs[font.getBestCmap()[ord("x")]].yMax
    half, middle, reach = (hyphen.yMax - hyphen.yMin) / 2, x_height / 2, x_height / 2 - 40
    left, tip, slant = 60, ARROW_WIDTH - 60, half * 2**0.5
    outline = [
        (left, middle + half),
        (tip - slant - half, middle + half),
        (tip - reach - slant, middle + reach),
        (tip - reach, middle + reach + slant),
        (tip + slant - half, middle),
        (tip - reach, middle - reach - slant),
        (tip - reach - slant, middle - reach),
        (tip - slant - half, middle - half),
        (left, middle - half),
    ]
    pen = TTGlyphPen(glyphs)
    pen.moveTo(outline[0])
    for point in outline[1:]:
        pen.lineTo(point)
    pen.closePath()
    add_glyph(font, name, None, [ARROW])
    glyphs[name] = pen.glyph(round=round)
    font["hmtx"][name] = (ARROW_WIDTH, left)


def cut_down(font: TTFont) -> None:
    """Keep the letters of ``SCRIPTS`` and what shapes them."""
    options = subset.Options()
    options.hinting, options.glyph_names, options.notdef_outline = False, False, True
    options.layout_features, options.name_IDs = FEATURES, ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in SCRIPTS for code in range(low, high + 1)])
    cutter.subset(font)


def rename(font: TTFont, weight: int, style: str) -> None:
    """Give the font its family and style; copyright, licence and the rest of the names stay."""
    names = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 6: f"DatelineSans-{style}"}
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 25):
        font["name"].removeNames(nameID=number)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = 1 if style == "Bold" else 0
    font["head"].created = font["head"].modified = EPOCH
    font.recalcTimestamp = False


def main() -> None:
    """Write both weights and the licence."""
    logging.disable(logging.WARNING)  # the merger tells of every table that it reconciles
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        packages = {package.name: fetch(package, folder) for package, _ in PARTS}
        for name, (noto, weight, style) in WEIGHTS.items():
            font = merged(noto, folder, packages)
            add_glyph(font, "replacement", ".notdef", [REPLACEMENT])
            add_glyph(font, "unseen", None, UNSEEN)
            add_arrow(font)
            cut_down(font)
            rename(font, weight, style)
            font.save(BUILT / f"font-{name}.ttf")
        licence = (packages[FONT.name] / "LICENSE").read_text(encoding="utf-8")
        (BUILT / "font-licence.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main()
