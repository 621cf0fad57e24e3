"""The note on the map in the reader's language: whose boundaries it draws and whose data it shows."""

from __future__ import annotations

from timeline.messages import _, later

BOUNDARIES = {  # as geo.basemap says it
    "un": later("Boundaries: UN view via visionscarto / Natural Earth, disputed lines dashed; no endorsement implied."),
    "held": later("Boundaries: as Natural Earth sees who holds the ground; no endorsement implied."),
    "none": later("Boundaries: not drawn; no endorsement implied."),
}
DATA = later("Contains data from GeoNames (geonames.org), CC BY 4.0.")


def credit(boundaries: str) -> str:
    """The note for one of ``geo.basemap.BOUNDARIES``."""
    return f"{_(BOUNDARIES[boundaries])} {_(DATA)}"
