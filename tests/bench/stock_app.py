"""What one writes with Streamlit's own parts: a map by ``st.pydeck_chart``, filtered by a brush on an Altair chart."""

import os

import altair as alt
import pandas as pd
import pydeck as pdk
import streamlit as st

from tests.ui import linked_table

EMPTY_STYLE = "data:application/json,%7B%22version%22%3A8%2C%22sources%22%3A%7B%7D%2C%22layers%22%3A%5B%5D%7D"


@st.cache_resource
def table(events: int) -> pd.DataFrame:
    """The dots of the same table, which is what this page can draw."""
    found = linked_table.table(events)
    return found.loc[(found["drawn"] == "dot") & found["first"].notna(), ["lon", "lat", "first"]]


if __name__ == "__main__":
    st.set_page_config(layout="wide")
    dots = table(int(os.environ["DATELINE_EVENTS"]))
    weeks = dots["first"].dt.to_period("M").dt.start_time.value_counts().rename_axis("day").reset_index(name="events")
    brush = alt.selection_interval(name="brush", encodings=["x"])
    chart = alt.Chart(weeks).mark_bar().encode(x="day:T", y="events:Q").add_params(brush).properties(height=120)
    place = st.container()
    picked = st.altair_chart(chart, key="chart", on_select="rerun").selection.get("brush", {}).get("day")
    if picked:
        low, high = (pd.Timestamp(end, unit="ms") for end in picked)
        dots = dots[(dots["first"] >= low) & (dots["first"] <= high)]
    place.text(f"{len(dots)} dots")
    layer = pdk.Layer(
        "ScatterplotLayer",
        dots[["lon", "lat"]],
        get_position=["lon", "lat"],
        get_radius=6,
        radius_units=pdk.types.String("pixels"),
        get_fill_color=[210, 76, 0],
    )
    start = pdk.ViewState(longitude=31, latitude=49, zoom=3)
    place.pydeck_chart(pdk.Deck([layer], initial_view_state=start, map_style=EMPTY_STYLE), height=424, key="map")
