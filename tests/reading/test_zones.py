"""Every sentence stands in the zone that its form gives it, and nothing of a text is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import REPORTING_ZONES, Zone
from timeline.reading.articles import read_folder
from timeline.reading.splitting import sentence_spans
from timeline.reading.zones import sentences

CASES = Path(__file__).parents[1] / "cases"
ARTICLES = Path(__file__).parents[2] / "data" / "articles"


def _lines(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _pages() -> list[tuple[str, str, list[tuple[str, Zone]]]]:
    """What each page shows, its text, and its stretches with their zones."""
    pages: list[tuple[str, list[str], list[tuple[str, Zone]]]] = []
    for line in _lines("zones.txt"):
        if line.startswith("==="):
            pages.append((line[4:], [], []))
        elif pages and line.strip():
            zone, _, said = (part.strip() for part in line.partition("|"))
            prefix, marked, rest = (part.strip() for part in said.partition("||"))
            stretches = (
                [(prefix, Zone.DATELINE), (rest, Zone(zone))] if marked else [(said, Zone(zone or pages[-1][2][-1][1]))]
            )
            pages[-1][1].append(f"{prefix} {rest}" if marked else said)
            pages[-1][2].extend(stretches)
        elif pages:
            pages[-1][1].append("")
    return [(shows, "\n".join(text).strip(), stretches) for shows, text, stretches in pages]


@pytest.mark.parametrize(("text", "stretches"), [page[1:] for page in _pages()], ids=[page[0] for page in _pages()])
def test_zones_of_pages(text: str, stretches: list[tuple[str, Zone]]) -> None:
    """Each line of a page as it is collected stands in the zone that an editor gives it."""
    found = sentences(text)
    position = 0
    for said, zone in stretches:
        start = text.index(said, position)
        position = start + len(said)
        here = [s for s in found if s.start < position and s.end > start]
        assert here and all(s.zone is zone for s in here), (said, [s.zone.value for s in here])


@pytest.mark.parametrize("line", [line for line in _lines("sentences.txt") if line.strip()])
def test_sentences_end_where_a_reader_ends_them(line: str) -> None:
    """Abbreviations, initials, numbers and quotations do not end a sentence; full stops do."""
    expected = line.split("|")
    text = " ".join(expected)
    found = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    assert found == expected


def test_the_title_finds_the_headline() -> None:
    """A title that is known from elsewhere picks its line among others, whatever its marks and capitals."""
    text = "Ten killed in Southmark\nStorm on the coast\nRocket hits market\nA rocket hit the market."
    zones = [s.zone for s in sentences(text, "ROCKET hits market!")]
    assert zones == [Zone.TEASER, Zone.TEASER, Zone.HEADLINE, Zone.BODY]


def test_a_title_may_end_with_its_outlet() -> None:
    """A title from a browser's tab finds its headline too."""
    text = "Ten killed in Southmark\nRocket hits market in Arden\nA rocket hit the market."
    zones = [s.zone for s in sentences(text, "Rocket hits market in Arden | The Arden Mail")]
    assert zones == [Zone.TEASER, Zone.HEADLINE, Zone.BODY]


def test_a_repeated_headline_is_a_headline() -> None:
    """A headline said again as the picture's text is no sentence of the story."""
    text = "Rocket hits a market\n\n2 min read\nRocket hits a market\nA man looks on (X / AFP)\n\nA rocket hit."
    assert [s.zone for s in sentences(text)][2] is Zone.HEADLINE


def test_bundled_noise_stands_outside_the_story() -> None:
    """In the bundled articles the cards, captions, teasers and footers are told from the story."""
    articles, rejected = read_folder(ARTICLES)
    noise = (
        "Red Square",
        "Kupiansk",
        "Olena Marchuk",
        "Kate has",
        "Summary is",
        "Black Out Odesa",
        "Photo:",
        "min read",
    )
    assert not rejected
    for article in articles:
        for sentence in sentences(article.text, article.title):
            said = article.text[sentence.start : sentence.end]
            assert sentence.zone not in REPORTING_ZONES or not any(words in said for words in noise), said


PIECES = st.sampled_from(
    [
        "Read more",
        "By Ann Lee",
        "A B",
        "(X / AFP)",
        "KYIV - ",
        "U.S. ",
        "“Why?” he said. ",
        ". ",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join))


@given(TEXTS, st.text(max_size=40))
def test_every_character_is_in_exactly_one_sentence(text: str, title: str) -> None:
    """Whatever the text, sentences follow one another, hold all of it but white space, and begin and end with none."""
    end = 0
    for sentence in sentences(text, title):
        assert not text[end : sentence.start].strip()
        assert sentence.start < sentence.end
        said = text[sentence.start : sentence.end]
        assert said == said.strip()
        end = sentence.end
    assert not text[end:].strip()


@given(TEXTS)
def test_paragraph_numbers_never_fall(text: str) -> None:
    """Paragraphs are numbered in the order of the text."""
    numbers = [sentence.paragraph for sentence in sentences(text)]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "piece", [" ", ".", "?", '"', "(", "A. ", "(A/", "By ", "KYIV ", "A\n", "Read more\n", "No. ", "x.\n", "“x?” "]
)
def test_hostile_repetition_is_read_in_one_piece(piece: str) -> None:
    """A hundred thousand characters of anything are read, each once."""
    text = (piece * 100_000)[:100_000]
    covered = sum(s.end - s.start for s in sentences(text))
    assert covered >= len("".join(text.split()))
