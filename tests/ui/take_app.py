"""The panel for taking away what is shown, over a sample library; ``DATELINE_SAMPLE`` names the library."""

import os
from datetime import UTC, datetime

from tests.ui import sample
from timeline.events import frame
from timeline.events.frame import Filters
from timeline.ui.take import take

MADE = datetime(2026, 1, 5, 12, tzinfo=UTC)

library = sample.named(os.environ.get("DATELINE_SAMPLE", "nine"))
table = frame.build(library.events)
filters = Filters(kinds=frozenset({"strike"}))
shown = table.index[frame.mask(table, filters)]
take(library, table, shown, filters, "http://localhost:8501/?kinds=strike", lambda: MADE)
