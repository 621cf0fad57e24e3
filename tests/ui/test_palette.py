"""The colours: one source for all of them, legible on their grounds, and apart for readers who see fewer hues.

The deficiencies are simulated with the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency" (IEEE TVCG 15, 2009), severity 1.0, in linear RGB. Contrast is WCAG 2.2's.
"""

import re
from pathlib import Path

import numpy as np
import pytest

from geo import basemap, deck
from timeline.ui import chart

CSS = (Path(chart.__file__).parent / "dom.css").read_text(encoding="utf-8")
TEXT, MARK, APART = 4.5, 3.0, 20.0  # WCAG's ratios; and a distance in CIELAB at which two marks are plainly different
APART_IN_GREY = 18.0  # of lightness alone, of 100
LUMINANCE = [0.2126, 0.7152, 0.0722]
SEEN = {
    "full": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
THEMES = ["light", "dark"]


def linear(colour: str | tuple[int, int, int]) -> np.ndarray:
    """Linear RGB 0-1 of "#rrggbb" or of bytes."""
    rgb = bytes.fromhex(colour[1:]) if isinstance(colour, str) else colour
    part = np.array(list(rgb)) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str | tuple[int, int, int], other: str | tuple[int, int, int]) -> float:
    """From 1 to 21."""
    low, high = sorted(float(linear(c) @ LUMINANCE) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIELAB under D65 of linear RGB."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(rgb, 0, 1) / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("theme", THEMES)
def test_a_kind_has_one_colour_everywhere(theme: str) -> None:
    """Map, timeline and list say the same."""
    held = deck.PALETTES[theme]
    listed = re.findall(r"--(strike|accusation): (#[0-9a-f]{6})", CSS)
    assert len(listed) == 4
    assert dict(listed[:2] if theme == "light" else listed[2:]) == chart.LOOKS[theme].kinds
    for kind, colour in chart.LOOKS[theme].kinds.items():
        assert tuple(bytes.fromhex(colour[1:])) == getattr(held, kind)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_and_words_stand_out_from_their_grounds(theme: str) -> None:
    """3:1 for marks on land, water and the timeline; 4.5:1 for words there."""
    look, ink, held = chart.LOOKS[theme], basemap.INKS[theme], deck.PALETTES[theme]
    for ground in (look.ground, ink.land, ink.water):
        assert contrast(held.text, ground) >= TEXT
        for kind in look.kinds.values():
            assert contrast(kind, ground) >= MARK
    assert contrast(look.ink, look.ground) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_kinds_stay_apart_in_greyscale(theme: str) -> None:
    """On a printout one is plainly darker than the other, and their shapes differ, as a circle from a triangle."""
    strike, accusation = (lab(np.full(3, linear(c) @ LUMINANCE))[0] for c in chart.LOOKS[theme].kinds.values())
    assert abs(strike - accusation) > APART_IN_GREY


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("theme", THEMES)
def test_kinds_stay_apart_for_every_eye(theme: str, seen: str) -> None:
    """Under the three common deficiencies; the shape tells besides."""
    strike, accusation = (lab(np.array(SEEN[seen]) @ linear(c)) for c in chart.LOOKS[theme].kinds.values())
    assert np.linalg.norm(strike - accusation) > APART
    assert len(set(chart.SHAPES.values())) == len(chart.LOOKS[theme].kinds)
