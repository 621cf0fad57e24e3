"""The colours of the sheet: the page's own hues, on white."""

from __future__ import annotations

from geo.basemap import INKS

STRIKE, ACCUSATION = "#d24c00", "#004478"  # as on the page; shades of Okabe and Ito's vermilion and blue
HUES = {"strike": STRIKE, "accusation": ACCUSATION}
INK, QUIET, RULE, PAPER = "#22282d", "#565f66", "#d5d9dc", "#ffffff"
GROUND = INKS["light"]
# The labels of the Traffic Light Protocol 2.0 (FIRST, 2022): their colours on black.
TLP = {
    "TLP:RED": "#ff2b2b",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:GREEN": "#33ff00",
    "TLP:CLEAR": "#ffffff",
}
TLP_GROUND = "#000000"
