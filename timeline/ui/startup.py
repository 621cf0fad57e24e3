"""What the server does once, before its first visit."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from geo import basemap


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Set apart what the program itself is made of, and the basemap that every visit draws.

    After each answer Streamlit looks through all of Python's objects for those that nothing uses any more, a closed
    visit's articles among them; without the program's own this takes a fraction of the time.
    """
    with suppress(basemap.BasemapError):  # a page will say what is missing
        basemap.countries()
        basemap.regions()
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
