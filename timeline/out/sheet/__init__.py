"""The briefing sheet: one page with map, timeline, key events and sources, drawn by our own code without a browser."""

from timeline.out.sheet.brief import Sheet, proposed_title, sheet_of
from timeline.out.sheet.forms import FORMATS, SIZES
from timeline.out.sheet.render import rendered

__all__ = ["FORMATS", "SIZES", "Sheet", "proposed_title", "rendered", "sheet_of"]
