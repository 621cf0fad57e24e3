"""A real chromium against the real server.

Where chromium or playwright is missing the tests skip with the remedy; under CI that is a failure, so that a green run
has truly looked at the page.
"""

from __future__ import annotations

import http
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
REMEDY = "install it with: pip install -r tests/requirements.txt && apt-get install chromium"
GL = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # software WebGL
PRESSES = 3
SEEN = "try { localStorage.setItem('dateline-tour', 'seen'); } catch { /* no page yet */ }"
START_SECONDS, DRAW_MS = 60, 45_000
DESK, TABLET, PHONE = (1440, 900), (1024, 768), (390, 844)


def missing(what: str) -> None:
    """Skip loudly, or fail where CI promises a browser."""
    reason = f"{what} is missing, so the page was not looked at: {REMEDY}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, headless."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        missing("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=GL)
        returning(chromium)
        yield chromium
        chromium.close()


def returning(browser: Any) -> None:
    """Let every new context be a reader's who knows the tour; one with a ``storage_state`` of its own is left alone."""
    fresh = browser.new_context

    def known(**options: Any) -> Any:
        context = fresh(**options)
        if "storage_state" not in options:
            context.add_init_script(SEEN)
        return context

    browser.new_context = known


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def serving(script: Path, cwd: Path, sample: str = "") -> tuple[subprocess.Popen[bytes], str]:
    """``streamlit run`` as a reader would start it, but for the port and the window; waits until it answers."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true", f"--server.port={port}"]
    if sample:  # app.py has its configuration beside it, this one has not
        shutil.copytree(ROOT / ".streamlit", cwd / ".streamlit")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    env = kept | {"PYTHONPATH": str(ROOT), "DATELINE_SAMPLE": sample, "DATELINE_PLAIN": sample}
    with (cwd / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=cwd, env=env, stdout=log, stderr=log)
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        if healthy(port):
            return server, f"http://127.0.0.1:{port}"
        time.sleep(0.2)
    server.kill()
    server.wait()
    raise TimeoutError(f"{script.name} did not answer: {(cwd / 'server.log').read_text(encoding='utf-8')[-2000:]}")


def healthy(port: int) -> bool:
    """Whether the server answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of the page, each started once: over a sample library and plain, as where the live view cannot run,
    or for "" the page itself over the bundled articles.
    """
    running: dict[str, tuple[subprocess.Popen[bytes], str]] = {}

    def start(sample: str) -> str:
        if sample not in running:
            script = ROOT / "tests" / "ui" / "sample_app.py" if sample else ROOT / "app.py"
            running[sample] = serving(script, tmp_path_factory.mktemp("elsewhere"), sample)
        return running[sample][1]

    yield start
    for server, _ in running.values():
        server.terminate()
        server.wait(timeout=20)


class Visit:
    """One open page, with everything that went wrong on it."""

    def __init__(self, page: Any, url: str, plain: bool = False) -> None:
        self.page, self.url, self.plain = page, url, plain
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("response", lambda r: self.errors.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.context.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, address: str = "") -> Visit:
        """Go there and wait until the map has its names and the timeline its marks."""
        if self.plain:
            with self.page.expect_response(lambda r: ".pbf" in r.url, timeout=DRAW_MS):
                self.page.goto(self.url + "/" + address)
            self.page.wait_for_selector("[data-testid=stVegaLiteChart] :is(canvas, svg)", timeout=DRAW_MS)
        else:
            self.page.goto(self.url + "/" + address)
            self.page.wait_for_selector(".linked[data-counts]", timeout=DRAW_MS)
        self.page.wait_for_selector(".root > *", timeout=DRAW_MS)
        self.settle()
        self.still()
        return self

    def still(self) -> None:
        """Wait until two pictures of the page, one after the other, are the same."""
        until = time.monotonic() + DRAW_MS / 1000
        before = b""
        while (now := self.page.screenshot()) != before and time.monotonic() < until:
            before = now
            self.page.wait_for_timeout(400)

    def settle(self) -> None:
        """Wait until the script has run and the picture stands still."""
        self.page.wait_for_timeout(700)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=DRAW_MS)
        self.page.wait_for_timeout(900)

    def until(self, expected: object, read: Callable[[], object]) -> None:
        """Wait until ``read()`` gives what is expected, then let the picture settle."""
        until = time.monotonic() + DRAW_MS / 1000
        while read() != expected and time.monotonic() < until:
            self.page.wait_for_timeout(150)
        self.settle()
        assert read() == expected

    def press(self, x: float, y: float, expected: object, read: Callable[[], object]) -> None:
        """Click there until ``read()`` gives what is expected: a busy machine takes a click for a press."""
        for _ in range(PRESSES):
            self.page.mouse.click(x, y)
            until = time.monotonic() + DRAW_MS / 1000 / PRESSES
            while read() != expected and time.monotonic() < until:
                self.page.wait_for_timeout(150)
            if read() == expected:
                break
        self.until(expected, read)

    def sentence(self) -> str:
        """The line above the map."""
        return str(self.page.locator("[data-testid=stText]").first.inner_text())

    def rows(self) -> list[str]:
        """The titles in the list."""
        return list(self.page.locator(".row .title").all_inner_texts())

    def open_row(self) -> str:
        """The title of the row whose card is open, "" for none."""
        return " ".join(self.page.locator(".row.open .title").all_inner_texts())

    def clean(self) -> None:
        """Nothing complained, and nothing was asked of another host."""
        assert self.outside == []
        assert self.errors == []


@pytest.fixture
def visit(browser: Any, serve: Callable[[str], str]) -> Iterator[Callable[..., Visit]]:
    """A function that opens a page: sample library, address, size, colour scheme."""
    contexts = []

    def go(sample: str = "nine", address: str = "", size: tuple[int, int] = DESK, theme: str = "light") -> Visit:
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
        contexts.append(context)
        return Visit(context.new_page(), serve(sample), plain=bool(sample)).open(address)

    yield go
    for context in contexts:
        context.close()
