"""What holds for every test: no socket but loopback, and in CI nothing is skipped."""

from __future__ import annotations

import ipaddress
import os
import sys
from typing import Any

import pytest
from hypothesis import settings

LOCAL_NAMES = {"", "localhost", None, b"localhost"}
GUARDED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}

# A promise must not depend on how busy the machine is, nor, in CI, on the luck of the draw.
settings.register_profile("no clock", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("no clock")


class SocketRefusedError(RuntimeError):
    """A test tried to leave this machine. It is no ``OSError``, so that no code can take it for a network failure."""


def is_local(host: object) -> bool:
    """Whether a host is this machine."""
    if host in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def refuse_the_outside(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise at any attempt to look up or reach another machine; sockets within this one are let through."""
    if event not in GUARDED:
        return
    address = arguments[1] if event in {"socket.connect", "socket.sendto", "socket.sendmsg"} else arguments[0]
    if address is None or (isinstance(address, (str, bytes)) and event == "socket.connect"):
        return  # an already connected socket, or a Unix one
    host = address[0] if isinstance(address, tuple) else address
    if not is_local(host):
        raise SocketRefusedError(f"tests stay on this machine: {event} to {host!r}")


sys.addaudithook(refuse_the_outside)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is no passed test: in CI it fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("CI"):
        for report in skipped:
            reporter.write_line(f"skipped in CI, which counts as failed: {report.nodeid}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
