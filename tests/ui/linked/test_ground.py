"""The ground under the linked view's marks."""

from __future__ import annotations

import pytest

from geo import basemap
from tests.ui.test_palette import contrast
from timeline.ui.linked import binary, ground


def test_the_ground_keeps_every_point_of_the_basemap() -> None:
    """Land, borders and disputed lines are as many points as built, and every town is named."""
    header, parts = binary.unpack(ground.ground())
    lengths = [n for country in header["countries"] for n in country["rings"]]
    assert parts["points"].size == 2 * sum([*lengths, *header["borders"], *header["disputed"]])
    assert len(header["towns"]) == len(parts["town_at"]) / 2 == len(parts["town_zoom"])


@pytest.mark.parametrize("theme", sorted(basemap.INKS))
def test_names_of_the_basemap_can_be_read(theme: str) -> None:
    """4.5:1 on land, on water and on their own halo."""
    ink = basemap.INKS[theme]
    assert min(contrast(name, on) for name in (ink.name, ink.town) for on in (ink.land, ink.water, ink.halo)) >= 4.5
