"""Every limit on what is read from outside, in one place. Each is tested below, at and above its value."""

from __future__ import annotations

MAX_FILE_BYTES = 10_000_000  # one file of any form
MAX_LINE_BYTES = 2_000_000  # one JSON line: the longest text, every character escaped, and its fields
MAX_UPLOAD_BYTES = 100_000_000  # all files of one visit or one folder of raw files
MAX_TEXT = 200_000  # characters of one article
MAX_SENTENCE = 3_000  # characters; a longer stretch without a stop is no sentence, and is not read for events
MAX_FIELD = 2_000  # characters of an id, outlet, title, url or basis
MAX_ARTICLES = 5_000  # of one folder, one stream or one visit
MAX_PAGES = 300  # of a PDF
MAX_UNPACKED_BYTES = 50_000_000  # the parts of a DOCX, unpacked
MAX_READER_SECONDS = 20  # for one PDF, DOCX, HTML or Markdown file, by the wall clock
MAX_READER_BYTES = 1_000_000_000  # of memory for the process that reads it
MAX_READERS = 4  # such processes at once
FIRST_YEAR = 1000  # a publication date outside these years is a slip of the pen
LAST_YEAR = 2199
