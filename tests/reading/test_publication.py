"""The date of publication is proposed only where those who speak agree; else it is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.reading.files.contents import Contents
from timeline.reading.publication import Source, candidates, propose, yearless
from timeline.reading.zones import sentences

D = date
BODY = "A rocket hit a mill in Kharkiv on Saturday, officials said. Three people were injured.\n\nThe mill burned down."
TODAY = D(2026, 3, 11)


def found(text: str = BODY, name: str = "", url: str = "", **dates: str) -> list[tuple[date | None, Source]]:
    """The first days of the candidates, with who gives them; ``article_published_time`` is that name's meta element."""
    given = tuple((value, f"metadata: {basis}") for basis, value in dates.items())
    contents = Contents(text, url=url, dates=given)
    return [(dating.when.first, dating.source) for dating in candidates(contents, name, sentences(text))]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Saturday, October 4, 2025", D(2025, 10, 4)),
        ("Published 4 October 2025, 10:30 GMT", D(2025, 10, 4)),
        ("By Ann Lee | Oct 4, 2025", D(2025, 10, 4)),
        ("13/10/2025", D(2025, 10, 13)),
        ("Kyiv Mail (2025-10-04):", D(2025, 10, 4)),
    ],
)
def test_a_date_line_states_the_day(head: str, day: date) -> None:
    """The line at the head of a story that is nothing but its date, and a line before its first words."""
    text = f"Mill burns after a strike\n\n{head}{' ' if head.endswith(':') else chr(10) * 2}{BODY}"
    assert found(text) == [(day, Source.STATED)]


def test_a_date_in_the_story_is_no_publication() -> None:
    """What the story tells of, and what stands under it, is never taken."""
    assert found("Mill burns\n\nA rocket hit a mill on 4 October 2025, officials said.\n\n" + BODY) == []
    assert found(BODY + "\n\n" + BODY * 20 + "\n\nRead more\n\nOctober 5, 2025\n\n© 2026 The Mail") == []


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("https://e.org/2025/10/04/mill", D(2025, 10, 4), D(2025, 10, 4)),
        ("https://e.org/news/2025-10-04-mill", D(2025, 10, 4), D(2025, 10, 4)),
        ("https://e.org/20251004/mill", D(2025, 10, 4), D(2025, 10, 4)),
        ("https://e.org/2025/10/mill", D(2025, 10, 1), D(2025, 10, 31)),
        ("https://e.org/2025/1/9/mill", D(2025, 1, 9), D(2025, 1, 9)),
        ("https://e.org/2025/02/31/mill", None, None),
        ("https://e.org/story/202510041234", None, None),
        ("https://e.org/202510/mill", None, None),
        ("https://e.org/mill-1999-2025", None, None),
    ],
)
def test_an_address_may_hold_the_day_or_the_month(path: str, first: date | None, last: date | None) -> None:
    """A day that cannot be and a bare number are no date."""
    dates = candidates(Contents(BODY, url=path), "", ())
    assert [(d.when.first, d.when.last, d.source) for d in dates] == ([(first, last, Source.ADDRESS)] if first else [])


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-10-04", D(2025, 10, 4)),
        ("2025-10-04T23:30:00-08:00", D(2025, 10, 4)),
        ("2025-10-04T10:00:00.000+0000", D(2025, 10, 4)),
        ("Sat, 04 Oct 2025 09:00:00 GMT", D(2025, 10, 4)),
        ("October 4, 2025", D(2025, 10, 4)),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("2025-13-45", None),
        ("", None),
        ("9" * 5_000, None),
    ],
)
def test_what_markup_gives_as_a_date(value: str, day: date | None) -> None:
    """ISO times, dates in words; a clock that was never set is no date."""
    assert found(datePublished=value) == ([(day, Source.METADATA)] if day else [])


def doubt(*, today: date | None = None, **given: str) -> tuple[date | None, str]:
    """What is proposed for dates given as metadata, and why not."""
    text = given.pop("text", BODY)
    contents = Contents(
        text,
        url=given.pop("url", ""),
        dates=tuple((value, basis.replace("_", " ")) for basis, value in given.items()),
    )
    zones = sentences(text)
    proposal = propose(candidates(contents, "", zones), today, yearless(text, zones))
    return proposal.when and proposal.when.first, proposal.doubt


def test_those_who_agree_are_believed() -> None:
    """The plainest of them is named as the source."""
    assert doubt(metadata="2025-10-04", url="https://e.org/2025/10/04/x") == (D(2025, 10, 4), "")
    assert doubt(metadata="2025-10-04", url="https://e.org/2025/10/x") == (D(2025, 10, 4), "")
    assert doubt(url="https://e.org/2025/10/x") == (D(2025, 10, 1), "")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "no date of publication was found"),
        ({"file_made": "2025-10-04"}, "a file's own date or a later change is none"),
        ({"changed": "2025-10-04"}, "a file's own date or a later change is none"),
        ({"metadata": "2025-10-04", "url": "https://e.org/2025/10/05/x"}, "contradict each other"),
        ({"metadata": "05/10/2025"}, "can be read in two ways"),
        ({"metadata": "1850-01-01"}, "too old to be true"),
        ({"text": f"Khartoum, Sept. 20 (UNI) -- {BODY}"}, "“Sept. 20” without a year"),
    ],
)
def test_a_doubtful_date_is_not_proposed(given: dict[str, str], why: str) -> None:
    """Missing, contradictory, ambiguous, too old, or only the file's: nothing is proposed, and the reason is told."""
    day, told = doubt(**given)
    assert day is None and why in told


@pytest.mark.parametrize(
    ("value", "day"),
    [("2026-03-11", D(2026, 3, 11)), ("2026-03-12", D(2026, 3, 12)), ("2026-03-13", None), ("2199-01-01", None)],
)
def test_a_day_that_is_still_to_come_is_no_publication(value: str, day: date | None) -> None:
    """But for tomorrow, which it may be already where the outlet is."""
    found_day, told = doubt(metadata=value, today=TODAY)
    assert found_day == day and ("still to come" in told) is (day is None)


def test_a_numeric_date_is_decided_by_another_date() -> None:
    """One reading that another source shares is the date."""
    assert doubt(metadata="05/10/2025", url="https://e.org/2025/10/05/x") == (D(2025, 10, 5), "")
    assert doubt(metadata="05/10/2025", url="https://e.org/2025/05/x") == (D(2025, 5, 10), "")
    assert "2025-10-05 or 2025-05-10" in doubt(metadata="05/10/2025", url="https://e.org/2024/05/x")[1]


def test_a_source_is_one_quiet_line() -> None:
    """What a terminal or a page would obey does not come through."""
    text = f"Mill burns after a strike\n\nPublished\x1b[2J 4 October 2025\n\n{BODY}"
    for dating in candidates(Contents(text), "", sentences(text)):
        assert dating.when.rule.isprintable() and len(dating.when.rule) < 200
