"""How fast the linked view answers, in headless Chromium with software WebGL, beside what one would use instead.

    python -m tests.bench.linked_view [--events 100000] [--ours] [--json]

``drag``: from a pointer event that moves the brush to the first frame that begins with other pixels in the map's
canvas, read back from it, over 60 moves; ``counts equal``: at how many of them the view has drawn exactly as many
events, dots, areas and arcs as a numpy filter of the table finds. ``release``: from the pointer's release to the last
change of the page's words: the list and every count beside and below the map. The page is Dateline's own.
``first picture``: from navigation to the map's first frame, the server warm and the browser's cache empty, median of
three. ``browser``: all that came over the network until then. ``server``: what the server holds in memory in the end.

The contenders: Streamlit's own map and chart (``stock_app.py``), from release to the last new pixels on screen, with
at most 100,000 events, for it does not survive many more; and deck.gl's plain points from the same numbers, one frame.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pydeck
from playwright.sync_api import Page, Request, sync_playwright

from tests.browser.conftest import GL, returning, serving
from tests.ui import linked_table
from timeline.ui.linked import columns

HERE = Path(__file__).resolve().parent
APP = HERE / "page_app.py"
SIZE = {"width": 1440, "height": 900}
MOVES, RELEASES, OPENINGS, FRAMES = 60, 20, 3, 3
MOST_STOCK = 100_000
KEPT = 0.7  # of the stock chart's width, so that most dots have to be sent and drawn again
STILL = 5  # seconds without a change, after which a picture is finished
BUNDLE = Path(pydeck.__file__).parent / "nbextension" / "static" / "index.js"
WAIT_MS = 180_000
SETTLED_MS = 700  # after the first words of an answer the last have come
MB = 1e6

WATCH, POINTS = ((HERE / name).read_text(encoding="utf-8") for name in ("watch.js", "points.js"))


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return float(np.percentile(values, 95))


@contextmanager
def server(script: Path, events: int) -> Iterator[tuple[str, int]]:
    """A server of ``script`` over so many events: its address and process."""
    os.environ["DATELINE_EVENTS"] = str(events)
    with tempfile.TemporaryDirectory() as folder:
        process, url = serving(script, Path(folder), "bench")
        try:
            yield url, process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)


def memory(pid: int) -> float:
    """What a process holds, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) * 1024 / MB


def opened(browser: Any, url: str) -> tuple[Page, float, float]:
    """A new visitor's page, the seconds until its first picture, and what it fetched until then in MB."""
    page = browser.new_context(viewport=SIZE).new_page()
    page.add_init_script(WATCH + "awaitOpening();")
    session = page.context.new_cdp_session(page)
    received: list[float] = []
    session.on("Network.loadingFinished", lambda told: received.append(told["encodedDataLength"]))
    session.on("Network.webSocketFrameReceived", lambda told: received.append(len(told["response"]["payloadData"])))
    session.send("Network.enable")
    page.goto(url)
    page.wait_for_function("window.opened", timeout=WAIT_MS)
    seconds = float(page.evaluate("window.opened")) / 1000
    page.wait_for_timeout(1500)
    return page, seconds, sum(received) / MB


def drags(page: Page) -> tuple[list[float], list[float], list[dict[str, Any]]]:
    """Milliseconds of 60 moves of the brush, and of 20 releases; and what was drawn after each of the moves."""
    drawn = []
    page.evaluate(f"() => {{ {WATCH} watchMoves(); }}")
    box = page.locator(".timeline").bounding_box()
    if box is None:
        raise LookupError("the timeline is not on the page")
    y = box["y"] + 110
    page.mouse.move(box["x"] + box["width"] * 0.3, y)
    page.mouse.down()
    for n in range(MOVES + 1):  # the first makes the brush
        page.mouse.move(box["x"] + box["width"] * 0.32 + 4 * n, y)
        page.wait_for_function("n => window.moves.length > n", arg=n, timeout=10_000)
        drawn.append(json.loads(str(page.locator(".linked").get_attribute("data-counts"))))
    page.mouse.up()
    page.wait_for_function("window.releases.length > 0", timeout=WAIT_MS)
    for n in range(1, RELEASES + 1):
        page.mouse.move(box["x"] + box["width"] * 0.4, y)  # inside the range: it is moved
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.4 + (12 if n % 2 else -12), y, steps=3)
        page.mouse.up()
        page.wait_for_function("n => window.releases.length > n", arg=n, timeout=WAIT_MS)
        page.wait_for_timeout(SETTLED_MS)
    moves: list[float] = page.evaluate("window.moves")
    releases: list[float] = page.evaluate("window.releases")
    return moves[1 : MOVES + 1], releases[1:], drawn[1:]


def equal(table: pd.DataFrame, drawn: list[dict[str, Any]]) -> int:
    """How often the view has drawn what numpy finds in the table: events that may lie in the range."""
    first, last = (table[name].to_numpy().astype("datetime64[D]") for name in ("first", "last"))
    since, until = np.isnat(first), np.isnat(last)
    how = {name: (table["drawn"] == name).to_numpy() for name in ("dot", "area", "arc")}
    found = 0
    for told in drawn:
        low, high = (np.datetime64(day) for day in told["range"])
        kept = (since | (first <= high)) & (until | (last >= low))
        counted = [int(np.count_nonzero(kept & how[name])) for name in ("dot", "area", "arc")]
        found += [int(np.count_nonzero(kept)), *counted] == [told[name] for name in ("total", "dots", "areas", "arcs")]
    return found


def ours(browser: Any, events: int) -> dict[str, float]:
    """The linked view's figures."""
    with server(APP, events) as (url, pid):
        opened(browser, url)[0].context.close()  # the server is warm from here on
        firsts, page, received = [], None, 0.0
        for _ in range(OPENINGS):
            if page is not None:
                page.context.close()
            page, seconds, received = opened(browser, url)
            firsts.append(seconds)
        moves, releases, drawn = drags(page)
        page.context.close()
        if len({str(told["range"]) for told in drawn}) < MOVES:
            raise ValueError("the brush stood still between two moves")
        return {
            "counts_equal": equal(linked_table.table(events), drawn),
            "drag_p95_ms": p95(moves),
            "release_p95_ms": p95(releases),
            "first_picture_s": float(np.median(firsts)),
            "browser_mb": received,
            "server_rss_mb": memory(pid),
        }


def stock(browser: Any, events: int) -> float:
    """Milliseconds from releasing the stock chart's brush to other pixels on the map, median of three."""
    with server(HERE / "stock_app.py", events) as (url, _):
        page = browser.new_context(viewport=SIZE).new_page()
        page.goto(url)
        page.wait_for_selector("[data-testid=stVegaLiteChart] :is(canvas, svg)", timeout=WAIT_MS)
        page.wait_for_selector("[data-testid=stDeckGlJsonChart] canvas", timeout=WAIT_MS)
        page.wait_for_timeout(8000)
        chart = page.locator("[data-testid=stVegaLiteChart]").bounding_box()
        place = page.locator("[data-testid=stDeckGlJsonChart]").bounding_box()
        found = [_stock_brush(page, chart, place, 0.15 + 0.05 * n) for n in range(3)]
        page.context.close()
        return float(np.median(found))


def _stock_brush(page: Page, chart: Any, place: Any, at: float) -> float:
    x, y = chart["x"] + chart["width"] * at, chart["y"] + 40
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + chart["width"] * KEPT, y, steps=4)
    before = _standing(page, place)
    said = page.locator("[data-testid=stText]").inner_text()
    page.mouse.up()
    released = time.monotonic()
    page.wait_for_function(f"document.querySelector('[data-testid=stText]').textContent !== '{said}'", timeout=WAIT_MS)
    changed = released
    while (
        now := time.monotonic()
    ) - changed < STILL:  # a first change may be the old map, dimmed while the new one comes
        seen = page.screenshot(clip=place)
        if seen != before:
            before, changed = seen, now
    return (changed - released) * 1000


def _standing(page: Page, place: Any) -> bytes:
    """The picture once it no longer changes."""
    before, now = b"", page.screenshot(clip=place)
    while now != before:
        page.wait_for_timeout(300)
        before, now = now, page.screenshot(clip=place)
    return now


def points(browser: Any, events: int) -> float:
    """Milliseconds of one frame of deck.gl's own points, median of three, from the bundle that pydeck carries."""
    found = columns.build(linked_table.table(events))
    where = found.where[found.drawn == columns.DOT]
    lon = (found.x[where] - 0.5) * 360
    lat = np.degrees(2 * np.arctan(np.exp((0.5 - found.y[where]) * 2 * np.pi)) - np.pi / 2)
    body = np.column_stack([lon, lat]).astype(np.float32).tobytes()
    served: dict[str, Callable[[], dict[str, Any]]] = {
        "/": lambda: {"body": PAGE, "content_type": "text/html"},
        "/bundle.js": lambda: {"path": BUNDLE, "content_type": "text/javascript"},
        "/points": lambda: {"body": body, "content_type": "application/octet-stream"},
    }

    def answer(route: Any, request: Request) -> None:
        path = "/" + request.url.split("/", 3)[3]
        route.fulfill(**served[path]()) if path in served else route.fulfill(status=404)

    page = browser.new_context(viewport=SIZE).new_page()
    page.set_default_timeout(WAIT_MS)
    page.route("**/*", answer)
    page.goto("http://127.0.0.1:9/")
    page.add_script_tag(content=POINTS)
    frames: list[float] = page.evaluate(f"drawPoints({len(where)}, {FRAMES})")
    page.context.close()
    return float(np.median(frames))


PAGE = (
    "<!doctype html><title>points</title><div id=map style='position:relative;width:840px;height:424px'></div>"
    "<script src=/bundle.js></script>"
)


def measure(events: int, *, contenders: bool = True) -> dict[str, float]:
    """All figures for so many events."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=GL)
        returning(browser)
        found = ours(browser, events)
        if contenders:
            found["stock_streamlit_ms"] = stock(browser, min(events, MOST_STOCK))
            found["deckgl_points_ms"] = points(browser, events)
        browser.close()
    return {name: round(value, 2) for name, value in found.items()}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000, help="how many events (default 100,000)")
    parser.add_argument("--ours", action="store_true", help="without the contenders")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines for people")
    asked = parser.parse_args()
    found = measure(asked.events, contenders=not asked.ours)
    if asked.json:
        print(json.dumps({"events": asked.events, **found}))
        return
    print(f"counts equal: {found.pop('counts_equal'):.0f}/{MOVES}")
    for name, value in found.items():
        print(f"{name:20} {value:>10,}")


if __name__ == "__main__":
    main()
