"""The whole way: the bundled articles become seven events, and the events move with the articles."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article
from timeline.event import Event, Kind, Report, Role
from timeline.events.library import Library, build
from timeline.reading.articles import read_folder
from timeline.reading.extract.party.persons import family_key
from timeline.when import Basis, When

TESTS = Path(__file__).parent
GOLD = json.loads((TESTS / "gold" / "bundled_events.json").read_text(encoding="utf-8"))
SAME_WEEKDAYS = 6  # years from 2025 to the next year whose October to December fall on the same weekdays

Rewrite = Callable[[str], str]


@cache
def bundled() -> tuple[Article, ...]:
    articles, rejected = read_folder(TESTS.parent / "data" / "articles")
    assert not rejected
    return articles


@cache
def library() -> Library:
    return build(bundled())


def _facts(event: Event) -> dict[str, object]:
    """Give the fields of the gold table for one event."""
    facts: dict[str, object] = {
        "kind": str(event.kind),
        "first": event.when and event.when.first and event.when.first.isoformat(),
        "last": event.when and event.when.last and event.when.last.isoformat(),
        "actor": event.actor.country if event.actor else None,
        "speaker": event.actor.speaker if event.actor else "",
        "recipient": event.recipient.country if event.recipient else None,
        "killed": event.killed.best if event.killed else None,
        "injured": None if event.injured is None else event.injured.best or "several",
        "articles": sorted(r.article_id for r in event.reports),
    }
    if event.kind is Kind.STRIKE:
        facts |= {"place": event.where and event.where.place and event.where.place.name, "where_prec": event.where_prec}
    return facts


def _expected(**changes: Callable[[object], object]) -> list[dict[str, object]]:
    """Give the gold table with whole columns changed."""
    rows = []
    for row in GOLD:
        new = row | {column: change(row[column]) for column, change in changes.items() if column in row}
        rows.append(new | {"speaker": family_key(str(new["speaker"])) if new["speaker"] else ""})
    return rows


def _read(rewrite: Rewrite, *, shift: Callable[[When], When] = lambda when: when) -> list[dict[str, object]]:
    changed = [
        replace(a, text=rewrite(a.text), title=rewrite(a.title), published=a.published and shift(a.published))
        for a in bundled()
    ]
    return _sorted(_facts(e) for e in build(changed).events)


def _sorted(rows: object) -> list[dict[str, object]]:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))  # type: ignore[call-overload]


def _swap(**names: str) -> Rewrite:
    """Rewrite whole words, every one at once."""
    pattern = re.compile(r"\b(" + "|".join(names) + r")\b")
    return lambda text: pattern.sub(lambda m: names[m[1]], text)


def test_the_bundled_articles_become_the_seven_events() -> None:
    """Every event with its days, place, parties, toll and sources; and nothing else."""
    assert _sorted(_facts(e) for e in library().events) == _sorted(_expected())


def test_every_report_shows_the_words_that_say_so() -> None:
    """Evidence, date words and place words are spans of the article's own text."""
    for event in library().events:
        for report in event.reports:
            text = library().article(report.article_id).text
            assert all(text[s.start : s.end].strip() for s in report.evidence)
            assert all(text[p.mention.start : p.mention.end] == p.mention.said for p in report.places)
            mention = report.when_mention
            assert mention is None or text[mention.start : mention.end] == mention.said


def test_talk_of_many_strikes_is_kept_but_is_no_event() -> None:
    """Campaigns and "earlier attacks" are set aside, told apart, not dropped."""
    assert library().aside
    assert all(r.specificity != "one event" for r in library().aside)


def test_governments_named_by_their_capitals_are_actors_and_no_strike_is_there() -> None:
    """No strike is placed in Kyiv, Moscow or Beijing, of which the articles speak all the time."""
    capitals = {"Kyiv", "Moscow", "Beijing"}
    for event in library().events:
        for report in event.reports:
            struck = {p.mention.said for p in report.places if p.role is Role.EVENT}
            assert not struck & capitals


def test_other_years_move_every_event_with_them() -> None:
    """The same stories six years later, when weekdays fall alike, are the same events six years later."""
    later = str(2025 + SAME_WEEKDAYS)

    def shift(when: When) -> When:
        assert when.first and when.last
        return replace(
            when,
            first=when.first.replace(year=when.first.year + SAME_WEEKDAYS),
            last=when.last.replace(year=when.last.year + SAME_WEEKDAYS),
        )

    moved = _expected(first=lambda d: str(d).replace("2025", later), last=lambda d: str(d).replace("2025", later))
    assert _read(lambda text: text.replace("2025", later), shift=shift) == _sorted(moved)


def test_a_week_later_the_weekdays_move_and_the_stated_days_stay() -> None:
    """Only what was said relative to publication moves when one article is published a week later."""
    week = timedelta(days=7)
    changed = [
        replace(a, published=replace(a.published, first=a.published.first + week, last=a.published.last + week))
        if a.id == "004" and a.published and a.published.first and a.published.last
        else a
        for a in bundled()
    ]
    later = {"2025-12-23": "2025-12-30", "2025-12-24": "2025-12-31"}
    moved = _expected(first=lambda d: later.get(str(d), d), last=lambda d: later.get(str(d), d))
    assert _sorted(_facts(e) for e in build(changed).events) == _sorted(moved)


def test_other_towns_take_the_strikes_with_them() -> None:
    """The pins follow the names: Kovel in Volyn, and Sumy."""
    towns = {"Mukachevo": "Kovel", "Zakarpattia": "Volyn", "Kharkiv": "Sumy"}
    moved = _expected(place=lambda name: {"Mukachevo": "Kovel", "Kharkiv": "Sumy"}.get(str(name), name))
    assert _read(_swap(**towns)) == _sorted(moved)


def test_other_people_and_another_country_are_named_instead() -> None:
    """Speakers and the accused are read from the text."""
    names = {
        "Zelensky": "Tkachenko",
        "Zelenskyy": "Tkachenko",
        "Zelenskiy": "Tkachenko",
        "Alexandrov": "Bondarenko",
        "Aleksandrov": "Bondarenko",
        "Ivashchenko": "Marchuk",
        "China": "Iran",
        "Chinese": "Iranian",
        "Beijing": "Tehran",
    }
    moved = _expected(speaker=lambda name: names.get(str(name), name), recipient=lambda c: "IR" if c == "CN" else c)
    assert _read(_swap(**names)) == _sorted(moved)


def _body_backwards(article: Article) -> Article:
    """Turn the order of the paragraphs that tell strikes and April's accusation around the rest of the body."""
    blocks = re.split(r"\n\n+", article.text)
    told = [n for n, b in enumerate(blocks) if re.search(r"\b(?:August|Wednesday Russia|second day)\b", b)]
    first = next(n for n, b in enumerate(blocks) if len(b) > 200)
    order = [
        *blocks[:first],
        *(blocks[n] for n in told),
        *(b for n, b in enumerate(blocks) if n >= first and n not in told),
    ]
    return replace(article, text="\n\n".join(order))


def test_the_order_of_paragraphs_changes_no_event() -> None:
    """Strikes told first are the same strikes."""
    turned = [_body_backwards(a) if a.id in ("001", "004") else a for a in bundled()]
    assert [t.text for t in turned] != [a.text for a in bundled()]
    assert _sorted(_facts(e) for e in build(turned).events) == _sorted(_expected())


@pytest.mark.parametrize("gone", [row["articles"][0] for row in GOLD[:1]] + ["000", "002", "003", "004"])
def test_deleting_an_article_removes_exactly_its_reports(gone: str) -> None:
    """Every report of the other articles stays, to the last field."""
    left = build(a for a in bundled() if a.id != gone)
    assert _reports(left) == {r for r in _reports(library()) if r.article_id != gone}


def _reports(of: Library) -> set[Report]:
    return {*of.aside, *(r for e in of.events for r in e.reports)}


PIECES = (
    "Russia accused Ukraine of ",
    "a missile hit Odesa on Friday, ",
    "killing 3 people. ",
    "“We know,” he said. ",
    "President Ivan Petrenko said that China is supplying weapons ",
    "according to Kyiv",
    "\n\n",
    "The strike ",
    "evidence that ",
    "in Gaza City ",
    "\u200b",
    "‏",
    "=1+1 ",
    "31 February ",
    "1e999 ",
    "A. B. ",
    "(",
    "”",
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=25).map("".join))
@settings(deadline=None, max_examples=150)
def test_reading_never_raises_whatever_the_text(text: str) -> None:
    """Any text gives events whose evidence is in it, or none."""
    published = When(date(2026, 3, 11), date(2026, 3, 11), Basis.STATED)
    for event in build([Article("a", "", text, "", "", "", "", published)]).events:
        assert all(text[s.start : s.end] for r in event.reports for s in r.evidence)


def test_a_text_without_a_full_stop_is_refused_with_a_reason() -> None:
    """A stretch of 100,000 characters is no sentence; the page is told so, and nothing hangs."""
    endless = "the missile struck and the strike killed 3 " * 2_300
    left_out = build([Article("a", "", endless, "", "", "", "", None)]).rejected
    assert [("3,000 characters" in r.reason, bool(r.remedy)) for r in left_out] == [(True, True)]


def _everything(parts: Sequence[Event]) -> str:
    return repr(parts)


def test_the_same_articles_give_the_same_events_in_any_order() -> None:
    """Neither the order of the articles nor a second reading changes a byte."""
    assert _everything(build(reversed(bundled())).events) == _everything(library().events)
