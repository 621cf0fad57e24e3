"""From sentences with their dates and places to what one article reports."""

from timeline.reading.extract.extract import extract

__all__ = ["extract"]
