"""Every limit on what is read from outside, in one place. Each is tested below, at and above its value."""

from __future__ import annotations

MAX_FILE_BYTES = 10_000_000  # one file of text, JSON lines or ``articles.csv``
MAX_LINE_BYTES = 2_000_000  # one JSON line: the longest text, every character escaped, and its fields
MAX_TEXT = 200_000  # characters of one article
MAX_SENTENCE = 3_000  # characters; a longer stretch without a stop is no sentence, and is not read for events
MAX_FIELD = 2_000  # characters of an id, outlet, title, url or basis
MAX_ARTICLES = 5_000  # of one folder or one stream
FIRST_YEAR = 1000  # a publication date outside these years is a slip of the pen
LAST_YEAR = 2199
