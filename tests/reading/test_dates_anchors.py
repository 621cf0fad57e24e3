"""What a phrase counts from: publication, the date before it, a speech; and how a story is told from news."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.article import Sentence, Zone
from timeline.reading.dates import read_dates
from timeline.when import AnchorKind, Basis, TimeMention, When

SUNDAY = When(date(2025, 10, 12), date(2025, 10, 12), Basis.STATED)
STORY = (
    "The siege began in March 1853. The fleet came on 4 May 1853, and on 12 June it fired. The next day the fort fell. "
    "In November a storm scattered the ships. In January the blockade was lifted. By 1855 the town was rebuilt, and "
    "in 1856 peace came."
)


def by_words(text: str, published: When | None = SUNDAY) -> dict[str, TimeMention]:
    return {m.said: m for m in read_dates(text, published)}


def days(mention: TimeMention) -> tuple[date | None, date | None]:
    assert mention.when is not None
    return mention.when.first, mention.when.last


def test_a_story_of_the_past_is_read_against_its_own_dates() -> None:
    """Nobody says that it is a story: its dates do."""
    found = by_words(STORY)
    assert days(found["12 June"]) == (date(1853, 6, 12), date(1853, 6, 12))
    assert days(found["The next day"]) == (date(1853, 6, 13), date(1853, 6, 13))
    assert days(found["November"]) == (date(1853, 11, 1), date(1853, 11, 30))


def test_a_story_needs_no_publication_date() -> None:
    """The same story reads the same without one."""
    known, unknown = read_dates(STORY, SUNDAY), read_dates(STORY, None)
    assert [(m.said, m.when) for m in known] == [(m.said, m.when) for m in unknown]


def test_news_that_recalls_the_past_stays_news() -> None:
    """One old date does not turn yesterday's news into a story."""
    found = by_words(
        "It was hit on Friday. The plant, built in 1976, burned in 1999 and again in August, he said Saturday."
    )
    assert days(found["Friday"]) == (date(2025, 10, 10), date(2025, 10, 10))
    assert days(found["August"]) == (date(2025, 8, 1), date(2025, 8, 31))


def test_a_look_back_ends_with_its_paragraph() -> None:
    """After a paragraph on 2022, "In April" is this year's again."""
    look_back, now = read_dates("It began on 24 February 2022. In April they left.\n\nIn May he spoke.", SUNDAY)[1:]
    assert days(look_back) == (date(2022, 4, 1), date(2022, 4, 30))
    assert days(now) == (date(2025, 5, 1), date(2025, 5, 31))


def test_the_anchor_is_said() -> None:
    """Publication, or the date in the text that a phrase counts from."""
    found = by_words("It fell on Oct. 4. Two days later it rose.")
    assert found["Oct. 4"].when is not None and found["Oct. 4"].when.anchor is not None
    assert found["Oct. 4"].when.anchor.kind is AnchorKind.PUBLISHED
    assert found["Two days later"].when is not None and found["Two days later"].when.anchor is not None
    assert found["Two days later"].when.anchor.kind is AnchorKind.MENTION


def test_a_date_in_the_page_header_is_no_anchor_of_the_story() -> None:
    """The header's date may decide 05/10/2025, but "two days later" never counts from it."""
    header, body = "Thursday, 2 October 2025\n\n", "Two days later it rained."
    text = header + body
    zones = [
        Sentence(0, len(header) - 2, Zone.DATELINE, 0),
        Sentence(len(header), len(text), Zone.BODY, 1),
    ]
    assert days(read_dates(text, SUNDAY)[1])[0] == date(2025, 10, 4)
    assert read_dates(text, SUNDAY, zones)[1].when is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It has been shut since May.", date(2025, 5, 1), None),
        ("It ran until 1996.", None, date(1996, 12, 31)),
        ("It was hit since Friday.", date(2025, 10, 10), None),
    ],
)
def test_since_and_until_leave_one_end_open(text: str, first: date | None, last: date | None) -> None:
    """What began then has not ended; when it began is not said."""
    [mention] = read_dates(text, SUNDAY)
    assert days(mention) == (first, last)


def test_a_publication_date_with_an_open_end_is_no_anchor() -> None:
    """Published "some time after 4 October" gives no day to count from."""
    open_end = When(date(2025, 10, 4), None, Basis.STATED)
    [mention] = read_dates("It fell on Saturday.", open_end)
    assert mention.when is None
