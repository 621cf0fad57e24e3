"""The forms a sheet comes in, and where on each of them everything stands."""

from __future__ import annotations

from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Form:
    """A page of ``width`` x ``height`` units, in which words are set at the same sizes on every form.

    ``pixels`` and ``points`` are how many of each a unit is, in a picture and in print.
    """

    width: float
    height: float
    pixels: float
    points: float

    @property
    def wide(self) -> bool:
        """Whether the list stands beside the map instead of under it."""
        return self.width > self.height * 1.2


def _screen(width: int, height: int, units: int) -> Form:
    pixels = width / units
    return Form(units, height / pixels, pixels, pixels * 0.75)  # CSS: 96 pixels and 72 points an inch


def _paper(width_mm: float, height_mm: float, units: int) -> Form:
    points = width_mm / MM_PER_POINT / units
    return Form(units, height_mm / width_mm * units, points * PRINT_DPI / 72, points)


PRINT_DPI = 200  # of a paper's picture
SIZES = {
    "1920x1080": _screen(1920, 1080, 1600),
    "3840x2160": _screen(3840, 2160, 1600),
    "2160x2160": _screen(2160, 2160, 1200),
    "a4-portrait": _paper(210, 297, 1060),
    "a4-landscape": _paper(297, 210, 1500),
    "a3-portrait": _paper(297, 420, 1200),
    "a3-landscape": _paper(420, 297, 1700),
}
FORMATS = ("png", "svg", "pdf")
