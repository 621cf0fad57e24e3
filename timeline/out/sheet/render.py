"""A drawn sheet as bytes: SVG with its font inside, PNG, and PDF. The same sheet gives the same bytes."""

from __future__ import annotations

from functools import cache, partial

import vl_convert

from timeline.messages import speaking
from timeline.out.sheet import page
from timeline.out.sheet.brief import Sheet
from timeline.out.sheet.forms import SIZES
from timeline.out.sheet.letters import FONTS
from timeline.out.sheet.pdf import settled


@cache
def _know_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


def rendered(sheet: Sheet, size: str, form: str, shrink: float = 1.0) -> bytes:
    """The sheet in its language, of a ``size`` of ``SIZES``, as "svg", "png" or "pdf"; ``shrink`` makes it smaller.

    Raises ``KeyError`` for a size and ``ValueError`` for a form that there is none of.
    """
    paper = SIZES[size]
    if form not in ("svg", "png", "pdf"):
        raise ValueError(f"a sheet comes as svg, png or pdf, not as {form!r}")
    with speaking(sheet.language):
        drawn = page.draw(sheet, paper)
    svg = partial(drawn.svg, unit="px", title=sheet.title, language=sheet.language)
    if form == "svg":
        wide, high = paper.width * paper.pixels, paper.height * paper.pixels
        return svg(wide, high, embed=True).encode()
    _know_fonts()
    if form == "pdf":  # the converter takes a pixel for a point
        plain = svg(paper.width * paper.points, paper.height * paper.points, embed=False)
        return settled(vl_convert.svg_to_pdf(plain), sheet.title, sheet.language)
    plain = svg(paper.width, paper.height, embed=False)
    found: bytes = vl_convert.svg_to_png(plain, scale=paper.pixels * shrink, ppi=72)
    return found
