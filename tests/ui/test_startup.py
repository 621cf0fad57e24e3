"""Before the first visit the server sets apart what is its own, so that an answer need not look through it."""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
import streamlit as st

from geo import basemap
from timeline.ui import startup


def frozen_while_serving() -> int:
    """How many objects are set apart while the server runs, which has a thread of its own."""

    async def serve() -> int:
        async with startup.lifespan(st.App("app.py")):
            return gc.get_freeze_count()

    with ThreadPoolExecutor() as threads:
        return threads.submit(lambda: asyncio.run(serve())).result()


def test_the_programs_own_objects_are_set_apart_while_it_serves() -> None:
    """A collection after an answer sees a visit's objects and few others; when the server ends, all are seen again."""
    assert frozen_while_serving() > 50_000
    assert gc.get_freeze_count() == 0


def test_a_missing_basemap_does_not_stop_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says what is missing and how to get it."""

    def missing() -> dict[str, list[basemap.Polygon]]:
        raise basemap.BasemapError("areas.json is missing")

    monkeypatch.setattr(basemap, "regions", missing)
    assert frozen_while_serving() > 0
