"""Ten visitors at once, each with articles of their own: ``python -m tests.bench.visitors --seconds 60``.

Every visitor is a browser context of its own on one server. Round after round each brings an article with a word that
nobody else has, reads it, and looks at every word on the page, and at the end at the map; a word of another visitor's
is a leak. There must be none.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import DESK, DRAW_MS, GL, ROOT, returning, serving
from tests.browser.test_bring import Guest

STORY = "A Russian missile hit the {word} mill in Kharkiv on Saturday, officials said. Three people were injured."


class Visitor:
    """One visitor, who knows the words that are their own."""

    def __init__(self, browser: Browser, url: str, number: int) -> None:
        context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]})
        self.guest = Guest(context.new_page(), url)
        self.number, self.round = number, 0
        self.own = f"secret{number}x"

    def bring(self) -> None:
        """Bring one more article and read it."""
        self.round += 1
        text = STORY.format(word=f"{self.own}{self.round}") + f" It was round {self.round} of visitor {self.number}."
        self.guest.give((f"{self.own}{self.round}.txt", text.encode()))
        self.guest.read()

    def to_the_map(self) -> None:
        """Look at the map of what was read."""
        self.guest.page.get_by_role("link", name="See them on the map").click()
        self.guest.page.get_by_text("Showing").first.wait_for(timeout=DRAW_MS)
        self.guest.settle()

    def leaks(self, others: list[str]) -> list[str]:
        """The words of others on the page, and "own words missing" where one's own are."""
        words = self.guest.words()
        found = [word for word in others if word in words]
        return found if self.own in words else [*found, "own words missing"]


def visits(url: str, browser: Browser, count: int, seconds: float) -> dict[str, object]:
    """Let them all come, and tell what they saw."""
    visitors = [Visitor(browser, url, number) for number in range(count)]
    checks, leaks = 0, []
    until = time.monotonic() + seconds
    while time.monotonic() < until or not checks:
        for visitor in visitors:
            visitor.bring()
        for visitor in visitors:
            leaks += visitor.leaks([other.own for other in visitors if other is not visitor])
            checks += 1
    for visitor in visitors:
        visitor.to_the_map()
        leaks += visitor.leaks([other.own for other in visitors if other is not visitor])
        checks += 1
    errors = [error for visitor in visitors for error in visitor.guest.errors]
    rounds = min(visitor.round for visitor in visitors)
    return {"visitors": count, "rounds": rounds, "checks": checks, "leaks": leaks, "errors": errors[:5]}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, url = serving(ROOT / "app.py", Path(folder))
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=GL)
            returning(browser)
            start = time.monotonic()
            found = visits(url, browser, options.visitors, options.seconds)
            found["seconds"] = round(time.monotonic() - start, 1)
        finally:
            server.terminate()
            server.wait(timeout=20)
    print(json.dumps(found) if options.json else "\n".join(f"{name:10} {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
