"""How long a reader waits for the page: ``python -m tests.bench.page [--json]``.

Chromium opens the page over 300 events in one town and over 5,000, in turns, and each time hides the strikes by the
legend's switch and shows them again; measured is the time from the click to the first picture of the map on which the
dots are gone, or back (taking that picture included). It needs Debian's chromium; WebGL is drawn in software.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from geo.deck import PALETTES
from tests.browser.conftest import DESK, GL, ROOT, Visit, returning, serving

SIZES = ("300", "5000")
TURNS = 5
STRIKE = PALETTES["light"].strike
MAP = "[data-testid=stDeckGlJsonChart]"
LONGEST_S = 30


def changed_s(visit: Visit) -> float:
    """Seconds from a click on the legend's first switch to a map without its dots, or with them again."""
    dotted = has_dots(visit)
    start = time.perf_counter()
    visit.page.get_by_role("button", name="strike; the ring").click()
    while time.perf_counter() - start < LONGEST_S:
        if has_dots(visit) != dotted:
            return time.perf_counter() - start
    raise TimeoutError("the map did not change")


def has_dots(visit: Visit) -> bool:
    """Whether the map shows the colour of strikes."""
    image = Image.open(io.BytesIO(visit.page.locator(MAP).screenshot())).convert("RGB")
    return any(colour == STRIKE for _, colour in image.getcolors(maxcolors=1_000_000) or ())


def measure(browser: Any, url: str) -> list[float]:
    """The times of several switches on one page, the first (which compiles shaders) left out."""
    page = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}).new_page()
    visit = Visit(page, url).open()
    found = []
    for _ in range(2 * TURNS + 1):
        found.append(changed_s(visit))
        visit.settle()
    page.context.close()
    return found[1:]


def main() -> None:
    """Print the medians in seconds, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    times: dict[str, float] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=GL)
        returning(browser)
        for name in SIZES:
            server, url = serving(ROOT / "tests" / "ui" / "sample_app.py", Path(folder), name)
            try:
                times[name] = statistics.median(measure(browser, url))
            finally:
                server.terminate()
                server.wait()
        browser.close()
    figures = {f"filter_to_drawn_{name}_s": round(value, 2) for name, value in times.items()}
    figures["ratio"] = round(times[SIZES[1]] / times[SIZES[0]], 2)
    print(json.dumps(figures) if asked.json else "\n".join(f"{name:28} {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
