"""A table of any number of made-up events, in the shape that all views share, for the linked view's tests and bench."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from geo import basemap
from timeline.events import frame
from timeline.ui.linked.columns import Array

DAYS = {7: 360, 300: 360}  # by number of events, how long a time they span; else ten years
LONG = 3653
LAST = np.datetime64("2025-12-31")
CENTRE, REACH = (31.0, 49.0), 5.0  # degrees: where most of it happens
AREAS = ("UA", "RU", "UA.07", "UA.25", "UA.21", "SY", "PL")
COUNTRIES = ("UA", "RU", "CN", "US", "GB", "FR", "DE", "IR", "IL", "BY", "PL", "TR")
PAIRS = 24  # pairs of countries that accuse one another
SHARES = {"exact": 0.62, "week": 0.8, "month": 0.93, "open": 0.97}  # and the rest have no date
EVERY_DAY = 0.3  # of the dates of several days, that mean each of them
WORLDWIDE = 0.2  # of the events, all over the world, when there are many
MANY = 1000
TOLD = {"sources": "The Morning Ledger", "search": "in other words"}
VALUES = {  # of the facets that only the whole table has
    "actors": ("Russia", "Ukraine", "China", ""),
    "outlets": ("The Morning Ledger", "Kyiv Wire", ""),
    "countries": COUNTRIES,
    "regions": ("UA.07", "UA.21", ""),
    "casualties": ("Killed", "Injured", "Not stated"),
}
SPREAD = 60  # villages, for each of the map's towns, when there are many events


def table(events: int, seed: int = 1) -> pd.DataFrame:
    """So many events: two thirds strikes, most of them at a known place, with exact, vague, open and unknown dates."""
    dice = np.random.default_rng(seed)
    accusation = dice.random(events) < 0.33
    found = pd.DataFrame({"kind": np.where(accusation, "accusation", "strike")})
    _date(found, dice)
    _place(found, dice, accusation)
    numbers = np.arange(events).astype(str)
    found["id"] = np.char.add("made-", numbers)
    found["title"] = np.where(accusation, "Accusation number ", "Strike number ") + pd.Series(numbers).astype("str")
    _facets(found)
    order = found["first"].fillna(found["last"]).sort_values(kind="stable", na_position="last").index
    return found.loc[order].reset_index(drop=True)


def whole(events: int, seed: int = 1) -> pd.DataFrame:
    """The same table with every column of the page's own, what it lacks made up."""
    found = table(events, seed)
    dice = np.random.default_rng(seed + 1)
    for facet, values in VALUES.items():
        tuples = np.empty(len(values), dtype=object)
        tuples[:] = [(value,) if value else () for value in values]
        found[facet] = pd.Series(tuples[dice.integers(0, len(values), events)], dtype=object)
    for name, kind in frame.COLUMNS.items():
        if name not in found:
            found[name] = {"str": TOLD.get(name, ""), "bool": False}.get(kind, 0)
    return found.astype({name: kind for name, kind in frame.COLUMNS.items() if kind != "object"})


def _date(found: pd.DataFrame, dice: np.random.Generator) -> None:
    """More of them as time goes by, in waves."""
    events = len(found)
    span = DAYS.get(events, LONG)
    late = dice.beta(1.6, 1.0, events) * span
    wave = np.minimum(late // 90 * 90 + dice.normal(20, 8, events), span)
    day = np.floor(np.where(dice.random(events) < 0.3, wave, late))
    first = LAST - np.clip(span - 1 - day, 0, span - 1).astype("timedelta64[D]")
    sort = dice.random(events)
    length = np.select([sort < SHARES["exact"], sort < SHARES["week"], sort < SHARES["month"]], [1, 5, 30], 1)
    last = np.minimum(first + (length - 1).astype("timedelta64[D]"), LAST)
    days = (last - first).astype(int) + 1
    prec = np.select([days == 1, days <= 6, days <= 7, days <= 31], [1, 2, 3, 4], 5)
    since, until = (sort >= SHARES["month"]) & (sort < 0.95), (sort >= 0.95) & (sort < SHARES["open"])
    unknown = sort >= SHARES["open"]
    found["first"] = pd.Series(first).mask(pd.Series(until | unknown)).astype("datetime64[s]")
    found["last"] = pd.Series(last).mask(pd.Series(since | unknown)).astype("datetime64[s]")
    found["dated"] = ~unknown
    found["through"] = (days > 1) & ~(unknown | since | until) & (dice.random(events) < EVERY_DAY)
    found["date_prec"] = np.where(unknown, 0, np.where(since | until, 5, prec))
    found["when"] = np.where(unknown, "no date", first.astype(str))


def _place(found: pd.DataFrame, dice: np.random.Generator, accusation: Array) -> None:
    """Strikes at towns, mostly around one centre; some known by their area alone; accusations between countries."""
    events = len(found)
    towns = pd.DataFrame(basemap.basemap()["towns"])
    lon, lat = np.array(towns["at"].to_list()).T
    weight = np.exp(-(((lon - CENTRE[0]) / REACH) ** 2 + ((lat - CENTRE[1]) / REACH) ** 2)) + 1e-9
    world = WORLDWIDE if events > MANY else 0
    weight = weight / weight.sum() * (1 - world) + world / len(towns)
    town = dice.choice(len(towns), events, p=weight)
    villages = max(1, min(SPREAD, events // 5000))
    village = dice.integers(0, villages, events)
    off = np.random.default_rng(7).normal(0, 0.35, (2, SPREAD)) * (np.arange(SPREAD) > 0)
    sort = dice.random(events)
    area = dice.choice(len(AREAS), events, p=np.array([9, 4, 3, 2, 2, 1, 1]) / 22)
    pairs = np.random.default_rng(11).choice(len(COUNTRIES), (PAIRS, 2))
    pairs[:, 1] = np.where(pairs[:, 0] == pairs[:, 1], (pairs[:, 1] + 1) % len(COUNTRIES), pairs[:, 1])
    pair = pairs[np.minimum(dice.geometric(0.2, events), PAIRS) - 1]
    drawn = np.where(accusation, "arc", np.select([sort < 0.86, sort < 0.95], ["dot", "area"], ""))
    if events == 7:
        drawn = np.where(drawn == "", "dot", drawn)
    placed = pd.Series(drawn).isin(["dot", "area"]).to_numpy()
    found["drawn"] = drawn
    found["place"] = np.where(drawn == "dot", towns["name"].to_numpy()[town], np.where(drawn == "area", "an area", ""))
    found["where"] = found["place"]
    found["area"] = np.where(drawn == "area", np.array(AREAS)[area], "")
    points = np.array([_point(code) for code in AREAS])
    area_at = drawn == "area"
    found["lon"] = np.where(placed, np.where(area_at, points[area, 0], lon[town] + off[0, village]), np.nan)
    found["lat"] = np.where(placed, np.where(area_at, points[area, 1], lat[town] + off[1, village] * 0.7), np.nan)
    found["radius_km"] = np.where(placed, np.where(drawn == "area", 200.0, 4.0 + town % 12), np.nan)
    found["where_prec"] = np.where(drawn == "dot", 1, np.where(drawn == "area", 6, 0))
    found["accuser"] = np.where(accusation, np.array(COUNTRIES)[pair[:, 0]], "")
    found["accused"] = np.where(accusation, np.array(COUNTRIES)[pair[:, 1]], "")


def _point(code: str) -> tuple[float, float]:
    """A point in an area."""
    known = basemap.country_point(code)
    if known:
        return known
    ring = basemap.area_polygons(code)[0][0]
    return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)


def _facets(found: pd.DataFrame) -> None:
    """What the legend counts: kinds, and how the map and the timeline show an event."""
    marks = found["drawn"].replace("", "none")
    datings = np.select([found["date_prec"] == 1, found["dated"]], ["exact", "between"], "unknown")
    for name, values in (("kinds", found["kind"]), ("marks", marks), ("datings", datings)):
        codes, known = pd.factorize(np.asarray(values, dtype=object))
        tuples = np.empty(len(known), dtype=object)
        tuples[:] = [(str(value),) for value in known]
        found[name] = pd.Series(tuples[codes] if len(known) else tuples, dtype=object)


def middle(found: pd.DataFrame) -> date:
    """A day in the middle of the events."""
    days = found["first"].dropna()
    return days.iloc[len(days) // 2].date()
