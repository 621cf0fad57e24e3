"""The switch for asking OpenStreetMap's Nominatim about names that the gazetteer lacks: off until it is turned on.

What is asked is a name alone, once for all visitors of this machine, a second apart (``geo.online``).
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import streamlit as st

from geo.online import OnlineGeocoder
from geo.place import Geocoder, GeoError
from timeline.messages import _
from timeline.reading.lacking import placed
from timeline.reading.read import Reading

ON, SWITCH, FAILED = "online", "online-switch", "online-failed"  # in the session
MEMORY = Path.home() / ".cache" / "dateline" / "nominatim.json"
_turn = Lock()


@st.cache_resource(show_spinner=False)
def geocoder() -> Geocoder:
    """The one for all visitors, so that requests keep apart; its answers are remembered on this machine."""
    MEMORY.parent.mkdir(parents=True, exist_ok=True)
    return OnlineGeocoder(MEMORY)


def wanted() -> bool:
    """Whether this visitor turned it on."""
    return bool(st.session_state.get(ON, False))


def switch() -> None:
    """Draw the switch and, while it is on, a sign of it."""
    st.session_state[SWITCH] = wanted()
    st.toggle(
        _("Ask OpenStreetMap's Nominatim for names that are not in the gazetteer"),
        key=SWITCH,
        on_change=_turned,
        help=_(
            "Names of places leave this machine, and nothing else: no sentence, no title, no address of yours. "
            "Answers are remembered here; one name a second is asked for."
        ),
    )
    sign()


def sign() -> None:
    """Say that it is on, and where it failed."""
    if wanted():
        st.warning(
            _("On: names of places that the gazetteer lacks are sent to nominatim.openstreetmap.org."),
            icon=":material/cloud_upload:",
        )
    if st.session_state.get(FAILED):
        st.error(
            _("Nominatim could not be reached. The names that it was to find stay without a place."),
            icon=":material/cloud_off:",
        )


def complete(reading: Reading) -> Reading:
    """The reading with its unknown names asked for, where that is wanted; as it is once the service did not answer."""
    if not wanted() or st.session_state.get(FAILED):
        return reading
    try:
        with _turn:
            return placed(reading, geocoder().lookup)
    except (GeoError, OSError, ValueError):
        st.session_state[FAILED] = True
        return reading


def _turned() -> None:
    st.session_state[ON] = st.session_state[SWITCH]
    st.session_state[FAILED] = False
