"""Files of every form become words, in a bounded process where they can be hostile; a bad file costs itself alone."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from tests.reading import raw_files
from timeline.reading import limits
from timeline.reading.files.bounded import Bounded
from timeline.reading.files.contents import Contents
from timeline.reading.files.formats import Form, form_of
from timeline.reading.files.rows import restored, rows
from timeline.reading.problems import RowError

STORY = (
    "A Russian missile hit a mill in Kharkiv on Saturday, officials said. Three people were injured in the attack.\n\n"
    "The mayor said that the strike had set fire to two storeys of the building, and that all of the workers were safe."
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Bounded]:
    """One bounded process for the tests of a module; those that end it get another."""
    with Bounded() as bounded:
        yield bounded


def refused(reader: Bounded, form: Form, data: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(RowError) as caught:
        reader.read(form, data)
    assert caught.value.remedy
    return str(caught.value)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", b"words", Form.TEXT),
        ("a", b"words", Form.TEXT),
        ("a.xyz", b"words", Form.TEXT),
        ("a.txt", b"%PDF-1.7 ...", Form.PDF),
        ("a.html", b"\n%PDF-1.7 ...", Form.PDF),
        ("a.txt", b"PK\x03\x04...", Form.DOCX),
        ("a.txt", b"  <!DOCTYPE html><p>x", Form.HTML),
        ("a", b'\xef\xbb\xbf<?xml version="1.0"?><html>', Form.HTML),
        ("a.HTM", b"words", Form.HTML),
        ("a.md", b"words", Form.MARKDOWN),
        ("a.CSV", b"words", Form.CSV),
        ("a.json", b"words", Form.JSON),
        ("a.ndjson", b"words", Form.JSON_LINES),
    ],
)
def test_a_file_is_what_its_bytes_say(name: str, data: bytes, form: Form) -> None:
    """A name decides only among forms that are all plain text."""
    assert form_of(name, data) is form


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.pdf", b"words", "named PDF and is none"),
        ("a.docx", b"words", "named DOCX and is none"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        ("a.txt", b"{\\rtf1 x}", "RTF"),
        ("a.pdf", b"\x89PNG...", "picture"),
        ("a.gz", b"\x1f\x8b...", "archive"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, data: bytes, why: str) -> None:
    """A form that we do not read is refused with what it is and what to do."""
    with pytest.raises(RowError, match=why) as caught:
        form_of(name, data)
    assert caught.value.remedy


def test_a_page_gives_its_story_and_what_its_markup_says(reader: Bounded) -> None:
    """Title, site, address, language and dates come from the markup, the furniture stays out."""
    head = (
        '<meta property="og:site_name" content="The Mail"><link rel="canonical" href="https://e.org/mill">'
        '<meta property="article:published_time" content="2025-10-05T08:00:00Z">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-10-05",'
        '"dateModified": "2025-10-06"}, {"@type": "VideoObject", "datePublished": "2001-01-01"}]}</script>'
    )
    found = reader.read(Form.HTML, raw_files.page(STORY, "Mill burns after strike", head))
    assert squeezed(STORY) in squeezed(found.text) and "rights reserved" not in found.text
    assert (found.title, found.outlet, found.url) == ("Mill burns after strike", "The Mail", "https://e.org/mill")
    assert found.language == "en"
    assert found.dates == (
        ("2025-10-05T08:00:00Z", "metadata: article:published_time"),
        ("2025-10-05", "metadata: datePublished"),
        ("2025-10-06", "changed: metadata: dateModified"),
    )


def test_a_bare_page_has_no_date(reader: Bounded) -> None:
    """The year of a copyright line is no publication."""
    assert reader.read(Form.HTML, raw_files.page(STORY, "Mill burns")).dates == ()


def test_a_page_that_is_an_address_is_not_fetched(reader: Bounded) -> None:
    """A file whose words are an address is just those words."""
    assert reader.read(Form.HTML, b"http://127.0.0.1:9/story").text.strip() == "http://127.0.0.1:9/story"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "cp1251"])
def test_a_page_is_decoded_by_the_charset_that_it_names(reader: Bounded, charset: str) -> None:
    """Its own word on its encoding is taken; latin-1 is read as browsers read it."""
    word = "Київ" if charset == "cp1251" else "“Zürich”"
    page = f'<html><head><meta charset="{charset}"></head><body><p>{word} was quiet today.</p></body></html>'
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    assert word in reader.read(Form.HTML, page.encode(encoding)).text


def test_a_page_that_names_no_charset_and_is_no_utf_8_is_refused(reader: Bounded) -> None:
    """Nobody guesses; the offset is told."""
    assert "at byte 3" in refused(reader, Form.HTML, b"<p>\x93words\x94</p>")


def test_a_word_document_gives_its_paragraphs_and_tables(reader: Bounded) -> None:
    """In their order; the file's own dates are told as what they are."""
    found = reader.read(Form.DOCX, raw_files.word(STORY, "Mill burns"))
    assert found.text == STORY and found.title == "Mill burns"
    assert {basis for _, basis in found.dates} == {"file made", "file changed"}


def test_a_pdf_gives_paragraphs_again(reader: Bounded) -> None:
    """Lines wrapped to the page's width are joined, and paragraphs stay apart."""
    found = reader.read(Form.PDF, raw_files.pdf(STORY, "/Title (Mill burns) /CreationDate (D:20251004120000Z)"))
    assert found.text == STORY and found.title == "Mill burns"
    assert found.dates == (("2025-10-04T12:00", "file made"),)


def test_a_hyphen_at_a_lines_end_goes_only_where_the_word_is_known() -> None:
    """A word that stands whole elsewhere is mended; any other keeps its hyphen, so that no word is made up."""
    from timeline.reading.files.pdf import Line, flowing

    def lines(*words: str) -> list[list[Line]]:
        return [[Line(line, 700.0 - 12 * n, 10.0) for n, line in enumerate(words)]]

    assert flowing(lines("The ministry of the inter-", "ior said interior troops,")).startswith(
        "The ministry of the interior"
    )
    assert flowing(lines("A force that is Russian-", "backed has taken a town,")).startswith(
        "A force that is Russian-backed"
    )


def test_running_heads_go_from_the_pages_of_a_pdf(reader: Bounded) -> None:
    """A line that most pages have at their edge is no part of the story."""
    from timeline.reading.files.pdf import Line, without_running_heads

    pages = [
        [
            Line(words, 0, 9)
            for words in ("The Mail", f"Story {word}.", "It goes", "on.", f"End {word}.", f"Page {n} of 3")
        ]
        for n, word in enumerate("abc", 1)
    ]
    kept = [line.words for page in without_running_heads(pages) for line in page]
    assert kept == [words for word in "abc" for words in (f"Story {word}.", "It goes", "on.", f"End {word}.")]


def test_markdown_gives_words_without_marks(reader: Bounded) -> None:
    """Emphasis, links and headings are words; what stands on top is about the article."""
    text = "---\ntitle: 'Mill burns'\ndate: 2025-10-04\nsource: The Mail\n---\n# Mill\n\nA **rocket** hit\n[Kyiv](http://x.y).\n"
    found = reader.read(Form.MARKDOWN, text.encode())
    assert found == Contents(
        "Mill\n\nA rocket hit\nKyiv.", "Mill burns", "The Mail", dates=(("2025-10-04", "metadata: date"),)
    )


@pytest.mark.parametrize(
    ("form", "data", "why"),
    [
        (Form.PDF, b"%PDF-1.7 rubbish", "no PDF that can be read"),
        (Form.PDF, raw_files.pdf(""), "only pictures"),
        (Form.DOCX, b"PK\x03\x04rubbish", "broken archive"),
        (Form.DOCX, raw_files.archive(other_dot_txt=b"x"), "no DOCX"),
        (Form.DOCX, raw_files.archive(word__document_dot_xml=b"x"), "no DOCX that can be read"),
        (Form.HTML, b"<html><body></body></html>", "no story"),
        (Form.MARKDOWN, b"\xff\xfe\x00", "not 'utf-16'"),
    ],
)
def test_a_broken_file_is_told_and_the_next_is_read(reader: Bounded, form: Form, data: bytes, why: str) -> None:
    """Each is refused with its reason, by a process that goes on."""
    assert why in refused(reader, form, data)
    assert reader.read(Form.MARKDOWN, b"Words.").text == "Words."


@pytest.mark.parametrize(
    ("form", "data"),
    [
        (Form.HTML, b"<div>" * 100_000 + b"x"),
        (Form.HTML, b"<p>" + b"<b><i>" * 50_000),
        (Form.MARKDOWN, b"[" * 100_000),
        (Form.MARKDOWN, b">" * 100_000 + b"x"),
        (Form.MARKDOWN, b"*a_" * 30_000),
        (Form.PDF, b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000),
        (Form.DOCX, raw_files.word_of(b"<a>" * 100_000)),
        (
            Form.DOCX,
            raw_files.word_of(b'<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><z>&b;</z>'),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nests_and_repetitions_end(reader: Bounded, form: Form, data: bytes) -> None:
    """Read or refused, the process answers, and reads the next file."""
    with suppress(RowError):
        reader.read(form, data)
    assert reader.read(Form.MARKDOWN, b"Words.").text == "Words."


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_limit_of_a_pdfs_pages(reader: Bounded, more: int) -> None:
    """So many pages are read, and one more is refused with the limit."""
    data = raw_files.pdf("Words.", pages=limits.MAX_PAGES - 1 + more)
    if more <= 0:
        assert reader.read(Form.PDF, data).text == "Words."
    else:
        assert str(limits.MAX_PAGES) in refused(reader, Form.PDF, data)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_limit_of_a_word_documents_parts(reader: Bounded, more: int) -> None:
    """A small archive that unpacks to too much is refused before it is unpacked."""
    body = b"<x/>"
    bomb = raw_files.archive(word__document_dot_xml=body, a=b"\0" * (limits.MAX_UNPACKED_BYTES - len(body) + more))
    assert len(bomb) < 100_000
    assert (f"{limits.MAX_UNPACKED_BYTES:,}" in refused(reader, Form.DOCX, bomb)) is (more > 0)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_limit_of_a_word_documents_text(reader: Bounded, more: int) -> None:
    """The longest text is read, and one character more is refused."""
    data = raw_files.word("a" * (limits.MAX_TEXT + more))
    if more <= 0:
        assert len(reader.read(Form.DOCX, data).text) == limits.MAX_TEXT + more
    else:
        assert f"{limits.MAX_TEXT:,}" in refused(reader, Form.DOCX, data)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    """The process is ended at its time, and the next file gets a new one."""
    with Bounded(seconds=0.0) as hurried:
        assert "more than 0 seconds" in refused(hurried, Form.PDF, raw_files.pdf(STORY))
        hurried.seconds = 20
        assert hurried.read(Form.PDF, raw_files.pdf(STORY)).text == STORY
        assert hurried.starts == 2


def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    """It is refused at the limit, whichever parser meets it, and the next file is read by a new process."""
    bomb = raw_files.word_of(b"<a>" + b"<b/>" * 4_000_000 + b"</a>")
    assert len(bomb) < 100_000
    with Bounded(memory=150_000_000) as small:
        assert refused(small, Form.DOCX, bomb)
        assert small.read(Form.DOCX, raw_files.word(STORY)).text == STORY
    with Bounded(memory=60_000_000) as small:
        assert "too much memory" in refused(small, Form.MARKDOWN, b"a\n\n" * 1_000_000)
        assert small.read(Form.MARKDOWN, b"Words.").text == "Words." and small.starts == 2


def test_a_process_that_is_killed_loses_one_file(reader: Bounded) -> None:
    """Whatever ends the process, the file is told and the next one is read."""
    reader.read(Form.MARKDOWN, b"Words.")
    pid = reader.pid
    assert pid is not None
    os.kill(pid, 9)
    assert "broke off" in refused(reader, Form.MARKDOWN, b"Words.")
    assert reader.read(Form.MARKDOWN, b"Words.").text == "Words."


def test_no_more_than_so_many_processes_read_at_once(reader: Bounded) -> None:
    """The next one waits for a place, and gets it when another is done; each gives its own back."""
    reader.end()
    found: list[str] = []

    def read() -> None:
        with Bounded() as late:
            found.append(late.read(Form.MARKDOWN, b"Words.").text)

    with ExitStack() as places:
        for _ in range(limits.MAX_READERS):
            places.enter_context(Bounded()).read(Form.MARKDOWN, b"Words.")
        late = threading.Thread(target=read)
        late.start()
        late.join(0.5)
        assert late.is_alive() and found == []
    late.join(limits.MAX_READER_SECONDS)
    assert found == ["Words."]


@pytest.mark.parametrize(
    ("form", "data", "texts"),
    [
        (Form.JSON, b'{"text": "One."}', ["One."]),
        (Form.JSON, b'[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        (Form.JSON, b'{"articles": [{"text": "One."}]}', ["One."]),
        (Form.JSON, b"[]", []),
        (Form.JSON_LINES, b'{"text": "One."}\n\n{"text": "Two."}', ["One.", "Two."]),
        (Form.JSON_LINES, '{"text": "Zürich."}\n{"text": "Two."}'.encode("utf-16"), ["Zürich.", "Two."]),
        (Form.CSV, b'Text,colour\nOne.,red\n"Two,\nlines.",\n', ["One.", "Two,\nlines."]),
        (Form.CSV, b"\xef\xbb\xbftext\nOne.\n", ["One."]),
        (Form.CSV, b"text\n'=1+1\n", ["=1+1"]),
    ],
)
def test_rows_of_articles(form: Form, data: bytes, texts: list[str]) -> None:
    """JSON, JSON lines and CSV give their rows in order."""
    assert [read().text for _, read in rows(form, data)] == texts


@pytest.mark.parametrize(
    ("form", "data", "why"),
    [
        (Form.JSON, b"{", "not JSON"),
        (Form.JSON, b"[" * 100_000, "nested too deeply"),
        (Form.JSON, b'[{"text": NaN}]', "NaN"),
        (Form.JSON, b'{"n": ' + b"1" * 5_000 + b"}", "not JSON"),
        (Form.JSON, b"\xff", "at byte 0"),
        (Form.CSV, b"title,outlet\nx,y\n", "no column text or file"),
        (Form.CSV, b'"text\n', "not CSV"),
    ],
)
def test_a_file_of_rows_that_has_none(form: Form, data: bytes, why: str) -> None:
    """It is refused as a whole, in no time."""
    with pytest.raises(RowError, match=why):
        list(rows(form, data))


def test_bad_rows_stand_beside_good_ones() -> None:
    """A row that cannot be read is told with its number, and the others are read."""

    def judged(form: Form, data: bytes) -> list[str]:
        found = []
        for where, read in rows(form, data):
            try:
                found.append(read().text)
            except RowError as error:
                found.append(f"{where}: {error}")
        return found

    assert judged(Form.JSON, b'[{"text": "One."}, 7, {"title": "x"}, {"text": "Two."}]') == [
        "One.", "article 2: it is not a JSON object", "article 3: text is missing", "Two.",
    ]  # fmt: skip
    assert judged(Form.CSV, b'text,title\nOne.,\nTwo.,,,\n"Three." x,\nFour.,\n') == [
        "One.",
        "row 3: the row has more fields than columns",
        "row 4: not CSV: ',' expected after '\"'",
        "Four.",
    ]
    assert judged(Form.JSON_LINES, b'{"text": "One."}\n[\n{"text": "Two."}\n')[::2] == ["One.", "Two."]


@pytest.mark.parametrize("cell", ["=1", "'=1", " =1", "\t1", "@x", "＝1", "'Tis", "''=1", "-5", ""])
def test_what_an_export_neutralised_comes_back(cell: str) -> None:
    """A cell that our own export put an apostrophe before is read as it was."""
    from timeline.out.table import neutral

    assert restored(neutral(cell)) == cell
